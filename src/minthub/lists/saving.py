"""The files of an import: all are written or none is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from minthub.lists.importing import RowPlan, State
from minthub.writing.record import write_text


def to_write(plans: Iterable[RowPlan], *, is_update: bool) -> Iterator[RowPlan]:
    """The rows whose files are written: new ones, and changed ones if they may be."""
    for plan in plans:
        if plan.state is State.NEW or (plan.state is State.CHANGED and is_update):
            yield plan


def write_all(plans: Iterable[RowPlan], root: Path) -> None:
    """Writes the files of these rows; if one can't be written, all are as they were. Raises OSError."""
    undo: list[tuple[Path, bytes | None]] = []
    try:
        for plan in plans:
            path = root / plan.file
            undo.append((path, path.read_bytes() if path.exists() else None))
            write_text(path, plan.text)
    except BaseException:
        for path, before in reversed(undo):
            if before is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(before)
        raise
