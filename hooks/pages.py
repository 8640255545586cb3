"""Renders the theme's frame, into which the core writes its pages."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from minthub.build import Build
from minthub.pages.shell import GAPS, Shell, gap
from minthub.pages.write import robots
from minthub.views.operator import UnknownSetting


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    build: Build = config.extra["minthub"]
    build.editorial = [page.url for page in nav.pages]
    build.nav = nav
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    build: Build = config.extra["minthub"]
    # MkDocs does not escape values in templates, but titles and summaries of records are text, not HTML.
    env.autoescape = True
    env.globals["mint"] = build.frame

    def render(section: str, depth: int) -> Shell:
        """The frame for pages of a section that lie `depth` folders deep."""
        uri = "/".join([section, *"x" * (depth - 1), "index.md"])
        page = Page("", File.generated(config, uri, content=""), config)
        context: Any = get_context(build.nav, files, config, page)
        return Shell(
            env.get_template("main.html").render(
                {**context, "gap": {name: gap(name) for name in GAPS}, "section": section}
            )
        )

    build.render_shell = render
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = config.extra["minthub"]
    try:
        return build.fill(markdown, config.extra)
    except UnknownSetting as error:
        raise PluginError(f"content/{page.file.src_uri}: {error}") from None


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    build: Build = config.extra["minthub"]
    context |= {"section": page.url.partition("/")[0], "start": build.start, "robots": robots(page.url)}
    return context
