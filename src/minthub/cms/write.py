"""Puts the editing form into a built site: the program, its settings and one page that starts it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from minthub.catalogue import Catalogue
from minthub.cms.config import config
from minthub.cms.package import FILE, LOCALE, Package
from minthub.settings import Folders
from minthub.views.site import Site

PATH = "redaktion/"
_START = 'import CMS from "./npm/index.js"; CMS.init();'
# A paragraph that speaks of the form: `{redaktion} …`.
_ABOUT = re.compile(r"^\{redaktion\} (.*)\n+", re.MULTILINE)


def archive(folders: Folders) -> Path:
    """Where `make cms` puts the program."""
    return folders.root / ".cache" / "cms" / FILE


def about(markdown: str, *, is_on: bool) -> str:
    """An editorial page with its paragraphs about the form, or without them where there is none."""
    return _ABOUT.sub(r"\1\n\n" if is_on else "", markdown)


def write_cms(folders: Folders, catalogue: Catalogue, site: Site, repository: str, out: Path) -> None:
    """Writes everything below `redaktion/`. Raises PackageMissing, NotOnGitHub or OSError, before anything is written."""
    package = Package(archive(folders))
    text = config(catalogue, site, repository, logo="../assets/zeichen.svg")
    page = _page(folders.templates, site, package)
    folder = out / PATH
    for name, data in package.published():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (folder / "config.yml").write_text(text, "utf-8")
    (folder / "index.html").write_text(page, "utf-8")


def _page(templates: Path, site: Site, package: Package) -> str:
    """Inline scripts are allowed by their hashes: the import map can't be a file of its own in all browsers."""
    languages = json.dumps({"imports": dict.fromkeys(package.locales(), f"./locales/{LOCALE}.js")})
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("cms.html").render(
        site=site,
        hashes=Markup(" ".join(f"'{_hash(script)}'" for script in (languages, _START))),
        import_map=Markup(languages),
        start=Markup(_START),
    )


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
