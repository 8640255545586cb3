"""Loads and checks the content before MkDocs looks at it. Errors stop a build; a preview goes on and shows them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from minthub import settings
from minthub.build import Build, load_build
from minthub.reporters import as_text

log = logging.getLogger("mkdocs.plugins.minthub")
_run: dict[str, bool] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers the command, which is the same for all builds of a process; `on_config` creates everything else anew."""
    _run["is_preview"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    folders = settings.Folders(Path(config.config_file_path).parent)
    extra: dict[str, Any] = config.extra
    try:
        today = settings.today()
    except ValueError as error:
        raise PluginError(str(error)) from None
    build: Build = load_build(
        folders,
        extra,
        config.site_name,
        config.site_url or "",
        today,
        is_preview=_run.get("is_preview", False),
    )
    extra["minthub"] = build
    if build.report.has_errors:
        print(as_text(build.report.without_notes()))
        if not build.is_preview:
            raise PluginError(
                "Einträge mit Fehlern kommen nicht auf die Website. Berichtigen Sie die Zeilen oben."
            )
    for remark in (build.report.summary, *build.remarks):
        log.info("%s", remark)
    return config
