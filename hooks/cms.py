"""Adds the editing form at `/redaktion/` if `extra.cms` is on; otherwise nothing of it is in the site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from minthub.build import Build
from minthub.cms import write as cms
from minthub.cms.config import NotOnGitHub
from minthub.cms.package import PackageMissing


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    return cms.about(markdown, is_on=config.extra["cms"])


def on_post_build(*, config: MkDocsConfig) -> None:
    build: Build = config.extra["minthub"]
    if not config.extra["cms"]:
        return
    repository = str(config.extra.get("repository") or "")
    try:
        cms.write_cms(build.folders, build.catalogue, build.site, repository, Path(config.site_dir))
    except (PackageMissing, NotOnGitHub) as error:
        raise PluginError(str(error)) from None
