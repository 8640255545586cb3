"""Folders, environment variables and the current day. The only module that reads the clock."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from minthub.model.dates import TIMEZONE

TODAY = "MINT_TODAY"


@dataclass(frozen=True)
class Folders:
    """The folders of a checkout."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def templates(self) -> Path:
        """Templates that the core fills itself."""
        return self.root / "theme_overrides" / "records"

    @property
    def paper(self) -> Path:
        """Templates and fonts of the PDFs."""
        return self.root / "paper"

    @property
    def cache(self) -> Path:
        """The folder for results that can be recomputed."""
        return self.root / ".cache"

    @property
    def work(self) -> Path:
        """The folder for unfinished output; beside the site's, so that publishing is a rename."""
        return self.root / ".build"


def find_root(start: Path) -> Path | None:
    """The nearest folder upwards that has a `mkdocs.yml` and a `content` folder."""
    return next(
        (
            folder
            for folder in (start, *start.parents)
            if (folder / "mkdocs.yml").is_file() and (folder / "content").is_dir()
        ),
        None,
    )


def is_ci(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this is an unattended run, where failures must not pass quietly. All usual CI services set CI."""
    return environ.get("CI", "").lower() in ("true", "1")


def processors() -> int:
    """The number of processors that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not on all systems
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def site_address(environ: Mapping[str, str] = os.environ) -> str:
    """The address of the site, with a slash at its end; empty if it is not set."""
    given = environ.get("MINT_SITE_URL", "")
    return f"{given.rstrip('/')}/" if given else ""


def source_address(environ: Mapping[str, str] = os.environ) -> str:
    """The address at which GitHub shows the files of this workflow run, with a slash at its end; empty outside of GitHub."""
    parts = [environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
    return "{}/{}/blob/{}/".format(*parts) if all(parts) else ""


def is_yes(name: str, setting: Any) -> bool:
    """The boolean value of a setting; an empty one is false. Raises ValueError that names the setting."""
    text = str(setting if setting is not None else "").strip().lower()
    if text in ("ja", "true", "1"):
        return True
    if text in ("", "nein", "false", "0"):
        return False
    raise ValueError(f"{name} ist „{setting}“. Schreiben Sie: ja – oder: nein")


def today(environ: Mapping[str, str] = os.environ) -> date:
    """The day of MINT_TODAY (YYYY-MM-DD) or now in Germany. Raises ValueError for another spelling."""
    given = environ.get(TODAY)
    if not given:
        return datetime.now(TIMEZONE).date()
    try:
        return datetime.strptime(given, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f"{TODAY} ist „{given}“, kein Tag wie 2026-12-31") from None
