"""Detects Git's conflict markers in a file."""

from __future__ import annotations

import re

from minthub.codes import finding
from minthub.findings import Finding

_FIRST = re.compile(r"^<{7}(?=\s|$)", re.MULTILINE)
_LAST = re.compile(r"^>{7}(?=\s|$)", re.MULTILINE)


def conflict_at(file: str, line: int) -> Finding:
    problem = "Hier sind zwei Fassungen der Datei stehen geblieben."
    remedy = "Behalten Sie von den Zeilen die richtigen und löschen Sie die mit <<<<<<<, ======= und >>>>>>>."
    return finding("M008", file, line, problem, remedy)


def find_conflict(text: str, file: str) -> Finding | None:
    """The finding for conflict markers, if there are any. A file with two versions of some lines is not checked further."""
    if (first := _FIRST.search(text)) and _LAST.search(text, first.end()):
        return conflict_at(file, text.count("\n", 0, first.start()) + 1)
    return None
