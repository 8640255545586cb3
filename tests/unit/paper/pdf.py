"""PDF files as readers and screen readers find them: structure by pikepdf, text and pictures by PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from pikepdf import Array, Dictionary

_SHOWN = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "sh"}


class Pdf:
    """One file."""

    def __init__(self, file: Path) -> None:
        self.size = file.stat().st_size
        self.pdf = pikepdf.open(file)
        self.root: Any = self.pdf.Root
        self._pages = pypdfium2.PdfDocument(file)

    @property
    def number_of_pages(self) -> int:
        return len(self._pages)

    @property
    def title(self) -> str:
        return str(self.pdf.docinfo["/Title"])

    @property
    def page_sizes(self) -> set[tuple[int, int]]:
        """In millimetres."""
        return {
            (round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4))
            for page in self._pages
        }

    def text(self, page: int | None = None) -> str:
        """In reading order, blanks as one, without hyphens at ends of lines."""
        pages = self._pages if page is None else [self._pages[page]]
        raw = " ".join(p.get_textpage().get_text_bounded() for p in pages)
        return re.sub(r"\s+", " ", raw.replace("\ufffe", "").replace("\u00ad", ""))

    def copied(self) -> str:
        """What lands in a field of one line if all of it is copied: the signs as they are, without ends of lines."""
        return "".join(p.get_textpage().get_text_bounded() for p in self._pages).replace("\r\n", "")

    def lines(self) -> list[str]:
        return [line for p in self._pages for line in p.get_textpage().get_text_bounded().split("\r\n")]

    def margins(self, page: int) -> tuple[float, float]:
        """White beside and below the letters of a page, in millimetres, whichever side has less."""
        sheet = self._pages[page]
        text, width = sheet.get_textpage(), sheet.get_width()
        boxes = [text.get_charbox(number) for number in range(text.count_chars())]
        letters = [box for box in boxes if box[2] - box[0] > 0.01]
        beside = min(min(left, width - right) for left, _, right, _ in letters)
        return beside / 72 * 25.4, min(bottom for _, bottom, _, _ in letters) / 72 * 25.4

    def half(self, page: int, number: int) -> str:
        """The text left (0) or right (1) of the fold in the middle of a page."""
        sheet = self._pages[page]
        middle = sheet.get_width() / 2
        text = sheet.get_textpage().get_text_bounded(left=number * middle, right=(number + 1) * middle)
        return re.sub(r"\s+", " ", text)

    def picture(self, page: int, scale: float = 2.0) -> Any:
        return self._pages[page].render(scale=scale).to_pil()

    def qr_codes(self, page: int = 0) -> set[str]:
        """What a telephone reads; printed in grey."""
        return {code.text for code in zxingcpp.read_barcodes(self.picture(page, 3.0).convert("L"))}

    # Structure

    def elements(self, kind: str = "") -> list[Any]:
        """Structure elements in reading order."""
        return [item for item in self._walk(self.root.StructTreeRoot.K) if kind in ("", str(item.S)[1:])]

    def _walk(self, item: Any) -> Iterator[Any]:
        if isinstance(item, Array):
            for part in item:
                yield from self._walk(part)
        elif isinstance(item, Dictionary) and "/S" in item:
            yield item
            if "/K" in item:
                yield from self._walk(item.K)

    def links(self) -> list[Any]:
        """Annotations of all pages."""
        return [link for page in self.pdf.pages for link in page.get("/Annots", ())]

    def tagged_links(self) -> list[Any]:
        """Annotations that the structure names, in reading order."""
        return [part.Obj for link in self.elements("Link") for part in _parts(link) if "/Obj" in part]

    def marked_content(self) -> list[tuple[int, int]]:
        """Page and number of each piece of content that claims to be in the structure."""
        found = []
        for page in self.pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
                    found.append((page.objgen[0], int(operands[1].MCID)))
        return found

    def named_content(self) -> list[tuple[int, int]]:
        """Page and number of each piece of content that the structure names."""
        found = []
        for item in self.elements():
            for part in item.K if isinstance(item.get("/K"), Array) else [item.get("/K")]:
                if isinstance(part, int):
                    found.append((item.Pg.objgen[0], part))
                elif isinstance(part, Dictionary) and "/MCID" in part:
                    found.append(((part if "/Pg" in part else item).Pg.objgen[0], int(part.MCID)))
        return found

    @property
    def bookmarks(self) -> list[str]:
        with self.pdf.open_outline() as outline:
            return [part.title for top in outline.root for part in (top, *top.children)]

    def marked_languages(self) -> set[str]:
        """Languages of parts of the text that differ from that of the document."""
        found = set()
        for page in self.pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and isinstance(operands[1], Dictionary):
                    found.add(str(operands[1].get("/Lang", "")))
        return found - {"", str(self.root.Lang)}

    def untagged(self) -> list[str]:
        """Operators that show something outside of marked content: neither structure nor decoration."""
        found = []
        for page in self.pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    depth += 1
                elif name == "EMC":
                    depth -= 1
                elif name in _SHOWN and depth == 0:
                    found.append(f"{name} {operands}")
        return found


def _parts(item: Any) -> list[Any]:
    kids = item.K if isinstance(item.K, Array) else [item.K]
    return [part for part in kids if isinstance(part, Dictionary)]


def span(cell: Any) -> int:
    """How many columns a cell takes."""
    attributes = cell.get("/A", ())
    parts = attributes if isinstance(attributes, Array) else [attributes]
    return next((int(part.ColSpan) for part in parts if "/ColSpan" in part), 1)


def scope(cell: Any) -> str:
    """`Row`, `Column` or nothing."""
    attributes = cell.get("/A", ())
    parts = attributes if isinstance(attributes, Array) else [attributes]
    return next((str(part.Scope)[1:] for part in parts if "/Scope" in part), "")
