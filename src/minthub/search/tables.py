"""The tables beside the index: cards of hits, numbers of records, facets as columns, and what typed words mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from minthub.folding import fold
from minthub.search.codec import front_coded, numbers, rising
from minthub.search.documents import Document
from minthub.search.shards import dumps
from minthub.views.cards import Card

# Cards in a file: enough that they compress, so few that hits from all over the index stay cheap.
BLOCK = 2
IDS_IN_FILE = 200

# Facets that are needed together lie in one file.
FACET_FILES: Mapping[str, tuple[str, ...]] = {
    "wo": ("kreis",),
    "wer": ("alter", "phase", "zielgruppe", "schulen"),
    "was": ("fach", "format", "kosten", "modus", "ferien", "zugang", "frisch"),
    "thema": ("thema",),
}

Project = Callable[[tuple[float, float]], tuple[int, int]]


def blocks(documents: Sequence[Document]) -> list[str]:
    """Cards by document number, a few in each file."""
    return [
        dumps([_card(document) for document in documents[start : start + BLOCK]])
        for start in range(0, len(documents), BLOCK)
    ]


def _card(document: Document) -> dict[str, Any]:
    """As `assets/finder/client.js` hands it out; what is empty is left out."""
    card: Card = document.card
    values = {
        "id": card.data_id,
        "href": card.href,
        "title": card.title,
        "kind": card.kind,
        "summary": card.summary,
        "facts": [(fact.id, fact.label, fact.text) for fact in card.facts],
        "badges": [(badge.id, badge.text) for badge in card.badges],
        "subjects": [(badge.id, badge.text) for badge in card.subjects],
        "quiet": card.is_quiet,
        "over": document.is_over,
        "ends": card.ends,
        "times": document.times,
    }
    return {name: value for name, value in values.items() if value}


def ids(documents: Sequence[Document]) -> tuple[list[str], list[str]]:
    """Files from id to number, sorted by id, and the first id of each."""
    rows = sorted((document.id, number) for number, document in enumerate(documents))
    files, firsts = [], []
    for start in range(0, len(rows), IDS_IN_FILE):
        part = rows[start : start + IDS_IN_FILE]
        firsts.append(part[0][0])
        files.append(
            dumps({"t": front_coded([id for id, _ in part]), "n": numbers(number for _, number in part)})
        )
    return files, firsts


def facet_files(documents: Sequence[Document], project: Project | None) -> dict[str, str]:
    """For each value of each facet the documents that have it; places with their points as a facet of their own."""
    columns: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for name, values in document.facets.items():
            for value in values:
                columns[name][value].append(number)
    files: dict[str, dict[str, Any]] = {
        file: {name: _column(columns.get(name, {})) for name in names} for file, names in FACET_FILES.items()
    }
    files["wo"]["punkt"] = _points(documents, project)
    files["was"]["termin"] = _days(documents)
    return {**{file: dumps(value) for file, value in files.items()}, "name": _ranks(documents)}


def _ranks(documents: Sequence[Document]) -> str:
    """The place of each document in the order of titles."""
    order = sorted(range(len(documents)), key=lambda number: fold(documents[number].card.title))
    ranks = {number: rank for rank, number in enumerate(order)}
    return dumps({"rank": numbers(ranks[number] for number in range(len(documents)))})


def _column(values: Mapping[str, Sequence[int]]) -> dict[str, str]:
    return {value: rising(found) for value, found in sorted(values.items())}


def _points(documents: Sequence[Document], project: Project | None) -> list[list[Any]]:
    """Latitude, longitude, x and y on the map, name of the place, and its documents.

    Three decimals are about a hundred metres: more than a radius of kilometres needs.
    """
    places: dict[tuple[float, float, str], list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.point:
            lat, lon = document.point
            places[round(lat, 3), round(lon, 3), document.place].append(number)
    return [
        [lat, lon, *(project((lat, lon)) if project else (0, 0)), name, rising(found)]
        for (lat, lon, name), found in places.items()
    ]


def _days(documents: Sequence[Document]) -> dict[str, str]:
    """The day of the next time, for sorting."""
    days: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.times and not document.is_over:
            days[document.times[0][0][:10]].append(number)
    return _column(days)


def ranges(documents: Sequence[Document]) -> list[list[Any]]:
    """Kind, first and last number plus one, of each row of documents of a kind; the second row of a kind is over."""
    found: list[list[Any]] = []
    for number, document in enumerate(documents):
        if not found or found[-1][0] != document.kind or found[-1][3] != document.is_over:
            found.append([document.kind, number, number, document.is_over])
        found[-1][2] = number + 1
    return [[kind, start, end, int(is_over)] for kind, start, end, is_over in found]
