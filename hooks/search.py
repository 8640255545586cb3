"""Hands the editorial pages to the search."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from minthub.build import Build
from minthub.search.documents import EditorialPage


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = config.extra["minthub"]
    title, description = str(page.title or ""), str(page.meta.get("description") or "")
    build.editorial_pages.append(EditorialPage(page.url, title, description, html))
    return html
