"""Counts the terms of all documents: how often each stands in which field of which document.

A place where terms can stand, a field of a document, is a *slot*: `field * documents + document`. Counting is one sort of whole
numbers, one for each occurrence; Python itself only looks up each piece of a text in a dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from minthub.folding import words
from minthub.search.german import SEPARATOR

Ints = NDArray[np.int64]
# The terms of the words of a text, and those of the parts of its compounds. What it gives for a text must be what it gives for the
# pieces between blanks, one after the other, with or without punctuation.
Terms = Callable[[str], tuple[list[str], list[str]]]

# Fields whose compounds give their parts to the field „parts“; in others they count like words.
SPLIT_OFF = ("title", "aliases", "topics", "place", "provider")
PARTS = "parts"
# So many numbers at once stay in the processor's cache; page faults of larger arrays take longer than what is done with them.
CHUNK = 1 << 16
# At the ends of a piece; a third of all pieces is another one with a comma or a full stop.
_PUNCTUATION = ".,;:!?()„“"


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

    def between(self, start: int, end: int) -> Counts:
        """The terms from one place to before another, with all their postings."""
        own = slice(self.first[start], self.first[end])
        first = self.first[start : end + 1] - self.first[start]
        return Counts(self.terms[start:end], first, self.slot[own], self.count[own], self.length)

    def chunks(self) -> Iterator[Counts]:
        """All terms, some at a time, with about `CHUNK` postings."""
        ends = np.searchsorted(self.first, np.arange(CHUNK, len(self.slot), CHUNK))
        for start, end in pairwise([0, *ends.tolist(), len(self.terms)]):
            if start < end:
                yield self.between(start, end)


class Counter:
    """Takes documents one after the other, then counts. Documents are numbers from 0 in the order they were added."""

    def __init__(self, fields: Sequence[str], terms: Terms) -> None:
        self._fields = {name: number for number, name in enumerate(fields)}
        self._known = _Pieces(terms)
        # The pieces of some texts, one after the other; and of each text three numbers: field, document and how many pieces it has.
        self._pieces: list[int] = []
        self._texts: list[int] = []
        # Both as arrays, of all texts before these.
        self._batches: list[tuple[Ints, Ints]] = []
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
            self._texts += (self._fields[field], self.documents, len(self._pieces) - before)
        self.documents += 1
        if len(self._pieces) >= CHUNK:
            self._close_batch()

    def _close_batch(self) -> None:
        texts = np.array(self._texts, dtype=np.int64).reshape(-1, 3)
        self._batches.append((np.array(self._pieces, dtype=np.int64), texts))
        self._pieces, self._texts = [], []

    def counts(self) -> Counts:
        self._close_batch()
        terms, rank = _in_order(list(self._known.terms))
        slots = len(self._fields) * self.documents
        length = np.zeros(slots, dtype=np.int64)
        found: list[Ints] = []
        for term, slot in self._occurrences():
            # Each occurrence as one number that sorts by term and slot.
            found.append(rank[term] * slots + slot)
            length += np.bincount(slot, minlength=slots)
        keys = np.concatenate(found)
        keys.sort()
        is_new = np.ones(len(keys), dtype=bool)
        is_new[1:] = keys[1:] != keys[:-1]
        starts = np.flatnonzero(is_new)
        postings = keys[starts]
        return Counts(
            terms,
            np.searchsorted(postings, np.arange(len(terms) + 1) * slots),
            postings % max(1, slots),
            np.diff(starts, append=len(keys)),
            length.reshape(len(self._fields), self.documents),
        )

    def _occurrences(self) -> Iterator[tuple[Ints, Ints]]:
        """Term and slot of each occurrence, in no order that matters."""
        wholes, parts = _Table.of_rows(self._known.wholes), _Table.of_rows(self._known.parts)
        split_off = [self._fields[name] for name in SPLIT_OFF]
        for pieces, texts in self._batches:
            field, document, size = texts.T
            own = field * self.documents + document
            of_parts = np.where(
                np.isin(field, split_off), self._fields[PARTS] * self.documents + document, own
            )
            yield wholes.pick(pieces, np.repeat(own, size))
            yield parts.pick(pieces, np.repeat(of_parts, size))


@dataclass(frozen=True)
class _Table:
    """Rows of numbers, each of any length: where each begins in `values`, and how many it has."""

    values: Ints
    starts: Ints
    lengths: Ints

    @classmethod
    def of_rows(cls, rows: Sequence[Sequence[int]]) -> _Table:
        lengths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
        values = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=lengths.sum())
        return cls(values, np.cumsum(lengths) - lengths, lengths)

    def pick(self, rows: Ints, labels: Ints) -> tuple[Ints, Ints]:
        """The values of rows, one row after the other, and for each value the label of its row."""
        lengths = self.lengths[rows]
        # What a row's values are moved by: from where they are to where they go.
        moved = self.starts[rows] - (np.cumsum(lengths) - lengths)
        return self.values[np.arange(lengths.sum()) + np.repeat(moved, lengths)], np.repeat(labels, lengths)


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
        self.wholes: list[list[int]] = []
        self.parts: list[list[int]] = []

    def __missing__(self, piece: str) -> int:
        bare = piece.strip(_PUNCTUATION)
        self[piece] = self._add(*self._analyze(piece)) if bare == piece else self[bare]
        return self[piece]

    def name(self, term: str) -> int:
        """The number of a piece that stands for this term alone."""
        if term not in self._names:
            self._names[term] = self._add([term], [])
        return self._names[term]

    def _add(self, wholes: Sequence[str], parts: Sequence[str]) -> int:
        self.wholes.append(list(map(self.terms.__getitem__, wholes)))
        self.parts.append(list(map(self.terms.__getitem__, parts)))
        return len(self.wholes) - 1


def _in_order(terms: Sequence[str]) -> tuple[list[str], Ints]:
    """Terms sorted, and the place of each among them."""
    order = sorted(range(len(terms)), key=terms.__getitem__)
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms))
    return [terms[number] for number in order], rank
