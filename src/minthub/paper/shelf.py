"""Finds the documents that a page offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from minthub.paper.typeset import Made


@dataclass(frozen=True)
class Paper:
    """A link to a PDF: label, path below the site, file name for saving, sheets and size."""

    label: str
    href: str
    download: str
    size: str


class Shelf:
    """The documents that were made, by the page that offers them. Failed ones are not linked."""

    def __init__(self, made: Iterable[Made] = ()) -> None:
        self._papers: dict[str, list[Paper]] = defaultdict(list)
        for one in made:
            document = one.document
            paper = Paper(document.label, document.path, document.download, _size(document.sheets, one.size))
            for page in filter(None, (document.page, document.also_on)):
                self._papers[page].append(paper)

    def of(self, page: str) -> tuple[Paper, ...]:
        return tuple(self._papers.get(page, ()))


def _size(sheets: str, bytes: int) -> str:
    """`PDF, ein Blatt A4, 34 KB`."""
    return f"PDF, {sheets}, {max(1, round(bytes / 1000))} KB"
