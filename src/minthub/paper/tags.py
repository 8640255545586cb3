"""Post-processes PDF files for features that Typst lacks: row headers in tagged tables (its Python package does not expose
the switch for them), rights in the metadata, and no claim of PDF/UA. See docs/adr/0008-paper.md. It also compresses the
files, because the tags of a long table are most of the size.
"""

from __future__ import annotations

import re
from html import escape
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object

from minthub.views.site import LICENCE

# The best compression is worth its time: tags compress well, and files are made once a day.
pikepdf.settings.set_flate_compression_level(9)
HUGE = 1_000_000
# Patterns on bytes; they rely on Typst writing each structure element on a line of its own.
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
    """Adds row headers, `rights` and the licence to a file from Typst, and removes the claim of PDF/UA.

    The first cell of each body row with several cells becomes a row header (TH, Scope Row). The other cells lose their
    explicit Headers, which name only columns and would take precedence over Scope (ISO 32000-1, 14.8.5.7).
    Deterministic: equal input gives equal bytes. Raises pikepdf.PdfError.
    """
    # Edited as bytes, padded with blanks to keep offsets: visiting thousands of cells by pikepdf takes as long as typesetting.
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
            # Saves only 2 % and doubles the time, so only for the largest file, the state's overview.
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
    """The XMP metadata with `rights`, and without Typst's claim of PDF/UA, because we have no checker to confirm it."""
    plain = _CLAIM.sub(b"", xmp)
    if not rights:
        return plain
    added = _RIGHTS.format(rights=escape(rights), licence=LICENCE)
    return plain.replace(_END, added.encode() + _END)
