"""Asks Git which files differ from an earlier state, and for their earlier content."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class NoSuchState(Exception):
    """Git does not know the earlier state, or there is no Git; the message says so in German."""


@dataclass(frozen=True)
class ChangedFile:
    """`old` is the path before (None: new), `new` the path now (None: gone)."""

    old: str | None
    new: str | None

    @property
    def path(self) -> str:
        return self.new or self.old or ""


def changed_since(root: Path, base: str, folder: str) -> list[ChangedFile]:
    """Files of the working tree below `folder` that differ from `base`. Raises NoSuchState."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    names = _git(root, "diff", "--name-status", "-z", "-M", commit.decode().strip(), "--", folder)
    return list(_changes(names.decode("utf-8", "replace").split("\0")))


def _changes(fields: list[str]) -> Iterator[ChangedFile]:
    """Parses `git diff --name-status -z`: a letter, then one path, or two for a renamed file."""
    rest = iter(fields)
    for status in rest:
        if not status:
            return
        first = next(rest)
        if status[0] in "RC":
            yield ChangedFile(first if status[0] == "R" else None, next(rest))
        else:
            yield ChangedFile(None if status[0] == "A" else first, None if status[0] == "D" else first)


def bytes_at(root: Path, base: str, path: str) -> bytes | None:
    """The file as it was; None if it was not there."""
    try:
        return _git(root, "show", "--end-of-options", f"{base}:{path}")
    except NoSuchState:
        return None


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        raise NoSuchState("Git ist hier nicht installiert; nennen Sie die Dateien mit --changed-files.") from None  # fmt: skip
    if done.returncode:
        raise NoSuchState("Diesen früheren Stand kennt Git hier nicht. Nennen Sie zum Beispiel: --base HEAD^1")  # fmt: skip
    return done.stdout
