"""Writes CSV as German Excel expects it: byte order mark, semicolons, no cell that is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# At the start of a file: it tells Excel that umlauts are UTF-8.
MARK = "\ufeff"
# Spreadsheet programs run a text that begins with one of these characters as a formula.
FORMULA = re.compile(r"[=+\-@\t\r]")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a table, without the mark. Cells that could be formulas are guarded."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """The text with a leading apostrophe if a spreadsheet program could run it as a formula."""
    return f"'{text}" if FORMULA.match(text) else text
