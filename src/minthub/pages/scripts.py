"""Scripts as they are published: without comments and blanks that only their readers need."""

from __future__ import annotations

from pathlib import Path

import rjsmin


def minify_scripts(folder: Path) -> None:
    """Rewrites every script below a folder. Raises OSError."""
    for file in sorted(folder.rglob("*.js")):
        file.write_text(rjsmin.jsmin(file.read_text("utf-8")), "utf-8")
