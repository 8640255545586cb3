"""What Typst cannot do: row headers in tagged PDF (marked only behind a switch that its Python package does not have),
rights in the metadata, and no claim of PDF/UA. See docs/adr/0008-paper.md. The file is packed, too: the tags of a long
table are most of it.
"""

from __future__ import annotations

import re
from html import escape
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object

from minthub.views.site import LICENCE

# The structure compresses well and is made once a day.
pikepdf.settings.set_flate_compression_level(9)
HUGE = 1_000_000
# Typst writes each element of the structure on a line of its own.
_ROW = re.compile(rb"\n(\d+) 0 obj\n<</Type/StructElem/S/TR/")
_HEADERS = re.compile(rb"(\n<</Type/StructElem/S/TD[^\n]*?)(/Headers\[[^\]]*\])")
_EMPTY = re.compile(rb"/A\[<</O/Table +>>\]|<</O/Table +>>(?=<<)")
_CLAIM = re.compile(rb'\s*xmlns:pdfuaid="[^"]*"|<pdfuaid:part>[^<]*</pdfuaid:part>')
_RIGHTS = """\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">\
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>\
<xmpRights:Marked>True</xmpRights:Marked><xmpRights:WebStatement>{licence}</xmpRights:WebStatement></rdf:Description>"""
_END = b"</rdf:RDF>"


def finish(pdf: bytes, rights: str = "") -> bytes:
    """A file as Typst writes it, finished: row headers, `rights` and the licence, no claim of PDF/UA.

    The first cell of each row of a table's body becomes the header of its row (TH, Scope Row), if there are others.
    The other cells lose their explicit lists of headers, which name columns only and would take precedence over
    the scopes (ISO 32000-1, 14.8.5.7). Equal files give equal files. Raises pikepdf.PdfError.
    """
    # In the bytes, with blanks of the same length: to go through thousands of cells by library takes as long as to set them.
    bare = _HEADERS.sub(lambda found: found[1] + b" " * len(found[2]), pdf)
    bare = _EMPTY.sub(lambda found: b" " * len(found[0]), bare)
    with pikepdf.open(BytesIO(bare)) as document:
        for number in _ROW.findall(bare):
            row = document.get_object(int(number), 0)
            if "/K" in row and len(row.K) > 1 and row.K[0].S == Name.TD:
                _mark(row.K[0])
        about = document.Root.Metadata
        about.write(_metadata(about.read_bytes(), rights))
        packed = BytesIO()
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            # Gains two parts in a hundred and doubles the time: for the state's overview alone.
            recompress_flate=len(pdf) > HUGE,
        )
        return packed.getvalue()


def _mark(cell: Object) -> None:
    cell.S = Name.TH
    table = next((a for a in cell.get("/A", ()) if a.get("/O") == Name.Table), None)
    if table is None:
        cell.A = pikepdf.Array([Dictionary(O=Name.Table, Scope=Name.Row)])
    else:
        table.Scope = Name.Row


def _metadata(xmp: bytes, rights: str) -> bytes:
    """Typst names the standard that it keeps to; we have no checker that would confirm it, so we do not claim it."""
    plain = _CLAIM.sub(b"", xmp)
    if not rights:
        return plain
    added = _RIGHTS.format(rights=escape(rights), licence=LICENCE)
    return plain.replace(_END, added.encode() + _END)
