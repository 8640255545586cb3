"""Lets the core write the search index beside the lunr.js that MkDocs ships."""

from __future__ import annotations

from pathlib import Path

import mkdocs.contrib.search
from mkdocs.config.defaults import MkDocsConfig

from minthub.build import Build

LUNR_JS = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"


def on_post_build(*, config: MkDocsConfig) -> None:
    build: Build = config.extra["minthub"]
    build.write_search(Path(config.site_dir), LUNR_JS)
    build.write_scripts(Path(config.site_dir))
