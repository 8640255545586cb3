"""Lets the core write everything made from records, after MkDocs has written its own pages. Takes lunr.js from MkDocs."""

from __future__ import annotations

from pathlib import Path

import mkdocs.contrib.search
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from minthub import settings
from minthub.build import Build
from minthub.search.thesaurus import WrongSynonyms

LUNR_JS = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"


def on_post_build(*, config: MkDocsConfig) -> None:
    build: Build = config.extra["minthub"]
    out = Path(config.site_dir)
    try:
        build.write(out, LUNR_JS, settings.processors())
    except WrongSynonyms as error:
        raise PluginError(str(error)) from None
    build.publish_assets(out)
