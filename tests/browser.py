"""Starts the browser for tests: the one place that knows where it is and which flags it needs."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

# Written by tests/browser_setup.py; beside the packages, so it goes when .venv goes.
RECORD = Path(sys.prefix) / "browser-path"

COMMANDS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# Without these a browser looks up its maker's hosts at every start: slow where they cannot be
# reached, and noise in tests that count the requests of a page.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def candidates(playwright: Playwright) -> Iterator[Path]:
    """Browsers that are on this machine, the most wanted first."""
    chosen = os.environ.get("MINT_BROWSER")
    if chosen:
        yield Path(chosen)
        return
    if RECORD.is_file():
        yield Path(RECORD.read_text(encoding="utf-8").strip())
    yield from (Path(found) for found in map(shutil.which, COMMANDS) if found)
    yield from map(Path, MAC_APPS)
    yield Path(playwright.chromium.executable_path)


def launch(playwright: Playwright, executable: Path | None = None) -> Browser:
    """A headless browser; without one the calling test is skipped, or fails where CI=true."""
    executable = executable or next((path for path in candidates(playwright) if path.is_file()), None)
    if executable is None:
        give_up("Kein Chromium oder Chrome gefunden; `make test` richtet einen Browser ein.")
    # The sandbox does not work for root and in many containers; the tests open our own pages only.
    return playwright.chromium.launch(
        executable_path=executable, headless=True, chromium_sandbox=False, args=FLAGS
    )


def give_up(reason: str) -> NoReturn:
    """Skip on somebody's own machine; in CI a missing browser must not pass for a green run."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
