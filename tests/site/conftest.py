"""A project of the mini catalogue with the real settings, hooks and templates, built once for all tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.mini import SITE, TODAY, write_content
from tests.site.html import HtmlPage, read_site
from tests.site.server import serve

PREFIX = "/repo/"
BIN = Path(sys.executable).parent

Run = Callable[..., subprocess.CompletedProcess[str]]


def make_project(folder: Path, documents: Path | None = None) -> Path:
    """The mini records and the real editorial pages under the real settings.

    Made PDFs are kept in `documents` for all projects: most are the same in all of them.
    """
    folder.mkdir()
    if documents:
        (folder / ".cache").mkdir()
        (folder / ".cache" / "paper").symlink_to(documents)
    for name in ("data", "hooks", "paper", "src", "theme_overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    write_content(folder / "content")
    for page in (ROOT / "content").glob("*.md"):
        shutil.copyfile(page, folder / "content" / page.name)
    for name in ("mitmachen", "bilder/hilfe"):
        shutil.copytree(ROOT / "content" / name, folder / "content" / name)
    return folder


def environment() -> dict[str, str]:
    """A fixed day and address, and no settings of the machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MINT_")}
    return {**kept, "MINT_TODAY": str(TODAY), "MINT_SITE_URL": SITE.url, "NO_MKDOCS_2_WARNING": "1"}


def run(project: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command of the environment, for example `minthub build`, in a project."""
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=project,
        env={**environment(), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, documents: Path) -> Path:
    """Built; tests read it and leave it as it is."""
    folder = make_project(tmp_path_factory.mktemp("mini") / "project", documents)
    done = run(folder, "minthub", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    return project / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlPage]:
    return read_site(site)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, below a prefix as on project pages."""
    with serve(site, PREFIX) as top:
        yield top


@pytest.fixture
def own_project(tmp_path: Path, documents: Path) -> Path:
    """A project that a test may change; not built."""
    return make_project(tmp_path / "project", documents)


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """`open_page("angebote/", width=360)`: a page of the site in a fresh context; further settings go to the context.

    None instead of a path: an empty page.
    """
    contexts = []

    def _open(path: str | None, width: int = 1280, height: int = 800, **settings: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale="de-DE", **settings
        )
        contexts.append(context)
        page = context.new_page()
        if path is not None:
            page.goto(address + path)
        return page

    yield _open
    for context in contexts:
        context.close()
