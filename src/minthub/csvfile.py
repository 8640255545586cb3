"""Tables as German Excel opens them: a byte order mark, semicolons, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# At the start of a file: it tells Excel that umlauts are UTF-8.
MARK = "\ufeff"
# Programs for tables take a text that begins with one of these for a formula and carry it out.
FORMULA = re.compile(r"[=+\-@\t\r]")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a table, without the mark. Cells that could be formulas are guarded."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """With an apostrophe in front if a program could take the text for a formula."""
    return f"'{text}" if FORMULA.match(text) else text
