"""Lets the core make the PDFs, before the pages that link them, if `extra.pdf` is on."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from minthub import settings
from minthub.build import Build
from minthub.paper.typeset import missing_documents


def on_post_build(*, config: MkDocsConfig) -> None:
    build: Build = config.extra["minthub"]
    if not config.extra["pdf"]:
        return
    columns = TextColumn("PDFs"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("PDFs", total=None)
        outcome = build.write_documents(
            Path(config.site_dir), lambda done, all: bar.update(task, completed=done, total=all)
        )
    if outcome.failures:
        print(missing_documents(outcome.failures), file=sys.stderr)
        if settings.is_ci():
            raise PluginError("Es fehlen Dokumente (siehe oben).")
