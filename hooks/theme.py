"""Removes all static files of Material, because only its templates are used. Adds sizes to pictures."""

from __future__ import annotations

from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from minthub.pages.pictures import with_sizes

MATERIAL = Path(material.__file__).parent


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    for file in list(files):
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(MATERIAL):
            files.remove(file)
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    return with_sizes(html, Path(config.docs_dir) / "bilder")
