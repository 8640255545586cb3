"""Makes the tables beside the index: record id → document number, facet value → documents, kind → range of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from minthub.folding import fold
from minthub.search.codec import front_coded, numbers, rising, zigzag
from minthub.search.documents import Document
from minthub.search.shards import dumps

IDS_IN_FILE = 200

# File → facets in it. Most facets have a file of their own, so that a filter fetches nothing else; only small facets
# that are shown together share one.
FACET_FILES: Mapping[str, tuple[str, ...]] = {
    "wo": ("kreis",),
    "alter": ("alter",),
    "phase": ("phase",),
    "wer": ("zielgruppe", "schulen"),
    "kosten": ("kosten",),
    "modus": ("modus",),
    "ferien": ("ferien",),
    "fach": ("fach",),
    "format": ("format",),
    "was": ("zugang", "frisch"),
    "thema": ("thema",),
}

Project = Callable[[tuple[float, float]], tuple[int, int]]


def ids(documents: Sequence[Document]) -> tuple[list[str], list[str]]:
    """Files that map ids to document numbers, sorted by id, and the first id of each file."""
    rows = sorted((document.id, number) for number, document in enumerate(documents))
    files, firsts = [], []
    for start in range(0, len(rows), IDS_IN_FILE):
        part = rows[start : start + IDS_IN_FILE]
        firsts.append(part[0][0])
        files.append(
            dumps({"t": front_coded([id for id, _ in part]), "n": numbers(number for _, number in part)})
        )
    return files, firsts


def facet_files(documents: Sequence[Document], project: Project | None, towns: str = "") -> dict[str, str]:
    """File name → text: for each facet value the documents that have it. The places of documents are the facet `punkt`.

    `towns`: the points of the towns in `meaning.json`; needed whenever the places of documents are, so they share a file.
    """
    columns: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for name, values in document.facets.items():
            for value in values:
                columns[name][value].append(number)
    files: dict[str, dict[str, Any]] = {
        file: {name: _column(columns.get(name, {})) for name in names} for file, names in FACET_FILES.items()
    }
    files["wo"]["punkt"] = _points(documents, project)
    files["wo"]["towns"] = towns
    files["ferien"]["termin"] = _days(documents)
    return {**{file: dumps(value) for file, value in files.items()}, "name": _ranks(documents)}


def _ranks(documents: Sequence[Document]) -> str:
    """The rank of each document in alphabetical order of titles."""
    order = sorted(range(len(documents)), key=lambda number: fold(documents[number].card.title))
    ranks = {number: rank for rank, number in enumerate(order)}
    return dumps({"rank": numbers(ranks[number] for number in range(len(documents)))})


def _column(values: Mapping[str, Sequence[int]]) -> dict[str, str]:
    return {value: rising(found) for value, found in sorted(values.items())}


def _points(documents: Sequence[Document], project: Project | None) -> dict[str, Any]:
    """The places of documents in map units, as runs of consecutive documents at one place.

    Five numbers per run: documents skipped since the last run, length minus one, x and y relative to the last run
    (zigzag), index in `names`.
    """
    names = sorted({document.place for document in documents if document.point})
    number_of = {name: number for number, name in enumerate(names)}
    runs: list[int] = []
    end, last = 0, (0, 0)
    for (x, y, name), group in groupby(_placed(documents, project), key=itemgetter(0)):
        for start, length in _unbroken([number for _, number in group]):
            runs += (start - end, length - 1, zigzag(x - last[0]), zigzag(y - last[1]), number_of[name])
            end, last = start + length, (x, y)
    return {"names": front_coded(names), "runs": numbers(runs)}


def _placed(
    documents: Sequence[Document], project: Project | None
) -> Iterator[tuple[tuple[int, int, str], int]]:
    """((x, y, name), document number) of each document that has a point; x and y in map units."""
    if project is None:
        return
    # Cached, because most points belong to many documents.
    units = cache(project)
    for number, document in enumerate(documents):
        if document.point:
            yield (*units(document.point), document.place), number


def _unbroken(found: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First number and length of each run of consecutive numbers."""
    for _, row in groupby(enumerate(found), key=lambda pair: pair[1] - pair[0]):
        values = [value for _, value in row]
        yield values[0], len(values)


def _days(documents: Sequence[Document]) -> dict[str, str]:
    """Day of the next occurrence → documents, for sorting by date."""
    days: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.times and not document.is_over:
            days[document.times[0][0][:10]].append(number)
    return _column(days)


def ranges(documents: Sequence[Document]) -> list[list[Any]]:
    """[kind, first document, last document + 1, standing] of each run of documents with the same kind and standing."""
    rows = groupby(enumerate(documents), key=lambda pair: (pair[1].kind, _standing(pair[1])))
    found = []
    for (kind, standing), row in rows:
        numbers_of_row = [number for number, _ in row]
        found.append([kind, numbers_of_row[0], numbers_of_row[-1] + 1, standing])
    return found


def _standing(document: Document) -> int:
    """0: current and confirmed; 1: not confirmed; 2: over. `finder/order.js` uses the same numbers."""
    return 2 if document.is_over else int(document.is_unconfirmed)
