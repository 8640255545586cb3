"""What `mkdocs.yml` says about the site, for commands that run without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Project:
    """The site's name and address (with a slash at the end), its repository and the editors' mail; empty if not set."""

    name: str
    url: str
    repository: str
    mail: str

    @property
    def is_local(self) -> bool:
        """Whether the address is that of a preview, which nobody else can open."""
        return not self.url or "//127.0.0.1" in self.url or "//localhost" in self.url


def load_project(root: Path, environ: Mapping[str, str] = os.environ) -> Project:
    """Reads `mkdocs.yml`, with the variables that `!ENV` names. Raises ValueError if it is no mapping."""
    try:
        whole: Any = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_loader(environ))
    except yaml.YAMLError as error:
        raise ValueError(f"mkdocs.yml: {error}") from None
    if not isinstance(whole, dict):
        raise ValueError("mkdocs.yml hat keine Einstellungen.")
    extra = whole.get("extra") or {}
    url = str(whole.get("site_url") or "")
    return Project(
        name=str(whole.get("site_name") or ""),
        url=url if url.endswith("/") or not url else f"{url}/",
        repository=str(extra.get("repository") or ""),
        mail=str((extra.get("operator") or {}).get("mail") or ""),
    )


def load_pages(root: Path) -> frozenset[str] | None:
    """The files below the content folder that `nav` names; None if there is no `mkdocs.yml` that can be read."""
    try:
        whole: Any = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_loader({}))
    except (OSError, ValueError, yaml.YAMLError):
        return None
    return frozenset(_files(whole.get("nav"))) if isinstance(whole, dict) else None


def _files(nav: Any) -> Iterator[str]:
    """All texts of a tree of titles and files; a title is no file."""
    if isinstance(nav, str):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _files(part)


def _loader(environ: Mapping[str, str]) -> Any:
    """A safe loader that knows `!ENV [NAME, …, default]` as MkDocs does, and takes other tags for their values."""

    class Loader(yaml.SafeLoader):
        pass

    def variable(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
        parts = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value]
        names = parts[:-1] if len(parts) > 1 else parts
        default = parts[-1] if len(parts) > 1 else None
        return next((environ[name] for name in names if name in environ), default)

    Loader.add_constructor("!ENV", variable)
    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    return Loader
