"""A finished folder takes the place of the last one."""

from __future__ import annotations

import shutil
from pathlib import Path


def swap(fresh: Path, target: Path) -> None:
    """Two renames: readers see the old folder or the new one, never half of one, and for a moment between them none.

    Raises OSError; the old one stays then.
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
