"""Counts the terms of all documents: how often each stands in which field of which document.

A place where terms can stand, a field of a document, is a *slot*: `field * documents + document`. Counting is one sort of whole
numbers, one for each occurrence; Python itself only looks up each piece of text once in a dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from minthub.folding import words
from minthub.search.german import SEPARATOR

Ints = NDArray[np.int64]
# The terms of the words of a text, and those of the parts of its compounds. What it gives for a text is what it gives for the pieces
# between blanks, one after the other.
Terms = Callable[[str], tuple[list[str], list[str]]]

# Fields whose compounds give their parts to the field „parts“; in others they count like words.
SPLIT_OFF = ("title", "aliases", "topics", "place", "provider")
PARTS = "parts"


def terms_by_field(texts: Mapping[str, str], terms: Terms) -> dict[str, list[str]]:
    """What is indexed of a document: for each field its terms. This is the rule that `Counter` follows for all documents at once."""
    found: dict[str, list[str]] = {}
    parts: list[str] = []
    for field, text in texts.items():
        own, own_parts = terms(text)
        if field in SPLIT_OFF:
            parts += own_parts
        else:
            own = own + own_parts
        found[field] = [*own, *whole_names(field, text)]
    return {**found, PARTS: parts}


def whole_names(field: str, text: str) -> list[str]:
    """A title or alias as one term: who types it whole finds it first, whatever its words mean otherwise."""
    if field == "title" and text:
        return [_whole(text)]
    if field == "aliases":
        # Of one word the term is there already.
        return [_whole(alias) for alias in text.split(SEPARATOR) if " " in alias]
    return []


def _whole(name: str) -> str:
    return "".join(words(name))


@dataclass(frozen=True)
class Counts:
    """How often terms stand in slots. A posting is a term in a slot; postings are in the order of terms, and of slots in each.

    `terms`: all of them, sorted. `first` (one more than terms): where the postings of each term begin, and behind the last one.
    `slot`, `count` (one for each posting). `length` (fields, documents): how many terms stand in each slot.
    """

    terms: Sequence[str]
    first: Ints
    slot: Ints
    count: Ints
    length: Ints


class Counter:
    """Takes documents one after the other, then counts. Documents are numbers from 0 in the order they were added."""

    def __init__(self, fields: Sequence[str], terms: Terms) -> None:
        self._fields = {name: number for number, name in enumerate(fields)}
        self._known = _Pieces(terms)
        # The pieces of all texts, one after the other; and of each text the field, the document and how many pieces it has.
        self._pieces: list[int] = []
        self._texts: list[tuple[int, int, int]] = []
        self.documents = 0

    def add(self, texts: Mapping[str, str]) -> None:
        """The texts of a document by field; a missing field is an empty one."""
        known = self._known
        for field, text in texts.items():
            # Most entries of lists are those of other lists, too.
            pieces = text.split(SEPARATOR) if SEPARATOR in text else text.split()
            before = len(self._pieces)
            self._pieces += map(known.__getitem__, pieces)
            self._pieces += map(known.name, whole_names(field, text))
            self._texts.append((self._fields[field], self.documents, len(self._pieces) - before))
        self.documents += 1

    def counts(self) -> Counts:
        terms, rank = _in_order(list(self._known.terms))
        term, slot = self._occurrences()
        slots = len(self._fields) * self.documents
        # Each occurrence as one number that sorts by term and slot.
        keys = np.sort(rank[term] * slots + slot)
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        found, places = np.divmod(keys[starts], max(1, slots))
        return Counts(
            terms,
            np.searchsorted(found, np.arange(len(terms) + 1)),
            places,
            np.diff(starts, append=len(keys)),
            np.bincount(slot, minlength=slots).reshape(len(self._fields), self.documents),
        )

    def _occurrences(self) -> tuple[Ints, Ints]:
        """Term and slot of each occurrence, in no order that matters."""
        field, document, pieces = np.array(self._texts, dtype=np.int64).reshape(-1, 3).T
        is_split_off = np.isin(field, [self._fields[name] for name in SPLIT_OFF if name in self._fields])
        own = field * self.documents + document
        of_parts = np.where(is_split_off, self._fields[PARTS] * self.documents + document, own)
        found = np.array(self._pieces, dtype=np.int64)
        wholes = self._known.wholes.of(found, np.repeat(own, pieces))
        parts = self._known.parts.of(found, np.repeat(of_parts, pieces))
        return np.concatenate((wholes[0], parts[0])), np.concatenate((wholes[1], parts[1]))


class _Rows(list[list[int]]):
    """Rows of numbers, each of any length."""

    def of(self, rows: Ints, labels: Ints) -> tuple[Ints, Ints]:
        """The values of rows, one row after the other, and for each value the label of its row."""
        lengths = np.fromiter(map(len, self), dtype=np.int64, count=len(self))
        values = np.fromiter(chain.from_iterable(self), dtype=np.int64, count=lengths.sum())
        wanted = lengths[rows]
        # What a row's values are moved by: from where they are to where they go.
        moved = (np.cumsum(lengths) - lengths)[rows] - (np.cumsum(wanted) - wanted)
        return values[np.arange(wanted.sum()) + np.repeat(moved, wanted)], np.repeat(labels, wanted)


class _Numbers(dict[str, int]):
    """Texts numbered in the order in which they are met."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class _Pieces(dict[str, int]):
    """Numbers of distinct pieces of text, words with their punctuation or entries of lists.

    `wholes`, `parts`: for each the numbers of the terms it stands for. `terms`: these numbers.
    """

    def __init__(self, analyze: Terms) -> None:
        self._analyze = analyze
        self._names: dict[str, int] = {}
        self.terms = _Numbers()
        self.wholes, self.parts = _Rows(), _Rows()

    def __missing__(self, piece: str) -> int:
        self[piece] = self._add(*self._analyze(piece))
        return self[piece]

    def name(self, term: str) -> int:
        """The number of a piece that stands for this term alone."""
        if term not in self._names:
            self._names[term] = self._add([term], [])
        return self._names[term]

    def _add(self, wholes: Sequence[str], parts: Sequence[str]) -> int:
        number = len(self.wholes)
        self.wholes.append([self.terms[term] for term in wholes])
        self.parts.append([self.terms[term] for term in parts])
        return number


def _in_order(terms: Sequence[str]) -> tuple[list[str], Ints]:
    """Terms sorted, and the place of each among them."""
    order = sorted(range(len(terms)), key=terms.__getitem__)
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms))
    return [terms[number] for number in order], rank
