"""Replaces a folder by a newly finished one."""

from __future__ import annotations

import shutil
from pathlib import Path


def swap(fresh: Path, target: Path) -> None:
    """Replaces `target` by two renames: readers see the old folder or the new one, never a mixture, and for a moment none.

    Raises OSError; then the old folder stays in place.
    """
    old = fresh.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
