"""Row headers in tagged PDF, which Typst marks only behind a switch that its Python package does not have.

See docs/adr/0008-paper.md. Meanwhile the file is packed: the tags of a long table are most of it.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf


def has_tables(pdf: bytes) -> bool:
    """Whether a file as Typst writes it has a table: its tags are plain objects."""
    return b"/S/Table" in pdf


def finish_tables(pdf: bytes) -> bytes:
    """The first cell of each row of a table's body becomes the header of its row (TH, Scope Row), if there are others.

    The other cells lose their explicit lists of headers, which name columns only and would take precedence over
    the scopes (ISO 32000-1, 14.8.5.7). Equal files give equal files. Raises pikepdf.PdfError.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        for row in _rows(document):
            for position, cell in enumerate(row.K):
                if cell.S == Name.TD:
                    _mark(cell, is_first=position == 0 and len(row.K) > 1)
        packed = BytesIO()
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return packed.getvalue()


def _rows(document: Pdf) -> list[Object]:
    return [
        item
        for item in document.objects
        if isinstance(item, Dictionary) and item.get("/S") == Name.TR and "/K" in item
    ]


def _mark(cell: Object, *, is_first: bool) -> None:
    table = next((a for a in cell.get("/A", ()) if a.get("/O") == Name.Table), None)
    if table is not None and "/Headers" in table:
        del table["/Headers"]
    if is_first:
        cell.S = Name.TH
        if table is None:
            cell.A = pikepdf.Array([Dictionary(O=Name.Table, Scope=Name.Row)])
        else:
            table.Scope = Name.Row
    elif table is not None and set(table.keys()) == {"/O"}:
        del cell.A
