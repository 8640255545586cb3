"""Finds a browser for the tests, or installs one, and records its path.

Run by `make test`: python -m tests.browser_setup
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

from tests.browser import RECORD, candidates, launch

MISSING = """Kein Browser für die Tests: Es war keiner zu finden, und es ließ sich keiner installieren.
  Installieren Sie Chromium oder Chrome, oder nennen Sie den Pfad: MINT_BROWSER=/pfad/zu/chromium make test
  Bis dahin werden die Tests im Browser übersprungen (mit CI=true schlagen sie fehl)."""


def starts(playwright: Playwright, executable: Path) -> bool:
    """Whether it really runs: some systems have a stub there that only recommends a package."""
    if not executable.is_file():
        return False
    try:
        browser = launch(playwright, executable)
    except Error:
        return False
    browser.close()
    return True


def find() -> Path | None:
    with sync_playwright() as playwright:
        return next((path for path in candidates(playwright) if starts(playwright, path)), None)


def is_debian() -> bool:
    # Not Ubuntu: its package `chromium` is a stub for a snap, which cannot read our folders.
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return "ID=debian" in lines


def root_prefix() -> list[str] | None:
    """What to put before a command that needs root; None if that would ask for a password."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quiet(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def quiet(command: list[str], **environment: str) -> bool:
    """Run without output; only whether it worked counts, the next way is tried otherwise."""
    done = subprocess.run(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def install() -> None:
    prefix = root_prefix()
    if is_debian() and prefix is not None:
        print("Installiere Chromium aus den Paketen des Systems …", flush=True)
        # Passed through `env`, since sudo drops the variables of its caller.
        apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        quiet([*apt, "update"])
        if quiet([*apt, "install", "-y", "--no-install-recommends", "chromium"]):
            return
    print("Lade einen Browser für die Tests …", flush=True)
    quiet([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> int:
    path = find()
    if path is None and not os.environ.get("MINT_BROWSER"):
        install()
        path = find()
    if path is not None:
        RECORD.write_text(f"{path}\n", encoding="utf-8")
        return 0
    print(MISSING, file=sys.stderr)
    # Everything else can still be tested; the tests themselves decide about the missing browser.
    return 0


if __name__ == "__main__":
    sys.exit(main())
