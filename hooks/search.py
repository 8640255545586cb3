"""Hands the editorial pages to the search and lets the core write its index beside the lunr.js that MkDocs ships."""

from __future__ import annotations

from pathlib import Path

import mkdocs.contrib.search
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from minthub.build import Build
from minthub.search.documents import EditorialPage

LUNR_JS = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = config.extra["minthub"]
    title, description = str(page.title or ""), str(page.meta.get("description") or "")
    build.editorial_pages.append(EditorialPage(page.url, title, description, html))
    return html


def on_post_build(*, config: MkDocsConfig) -> None:
    build: Build = config.extra["minthub"]
    try:
        build.write_search(Path(config.site_dir), LUNR_JS)
    except ValueError as error:
        raise PluginError(str(error)) from None
    build.publish_assets(Path(config.site_dir))
