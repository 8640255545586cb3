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
# Text → terms of its words, terms of the parts of its compounds. The result for a text must equal the concatenated results
# for its blank-separated pieces, whether or not punctuation is stripped: `Counter` analyses each distinct piece once.
Terms = Callable[[str], tuple[list[str], list[str]]]

# In these fields the parts of compounds are counted in the field `parts`; in all others, in the field itself.
SPLIT_OFF = ("title", "aliases", "topics", "place", "provider")
PARTS = "parts"
# Array length that fits the processor's cache; with larger arrays page faults take longer than the computation.
CHUNK = 1 << 16
# Stripped from both ends of a piece: a third of all distinct pieces differ from another one only by a comma or full stop.
_PUNCTUATION = ".,;:!?()„“"


def whole_names(field: str, text: str) -> list[str]:
    """Titles and aliases as one term each, so that typing a whole name ranks its record first even if its words
    would also be understood as filters or occur elsewhere.
    """
    if field == "title" and text:
        return [_whole(text)]
    if field == "aliases":
        # An alias of one word is a term already.
        return [_whole(alias) for alias in text.split(SEPARATOR) if " " in alias]
    return []


def _whole(name: str) -> str:
    return "".join(words(name))


@dataclass(frozen=True)
class Counts:
    """The term frequencies of all postings. A posting is a (term, slot) pair; postings are sorted by term, then slot.

    `terms`: sorted. `first`: offset of each term's first posting, and the number of postings as last entry.
    `slot`, `count`: of each posting. `length`, shape (fields, documents): number of terms in each slot.
    """

    terms: Sequence[str]
    first: Ints
    slot: Ints
    count: Ints
    length: Ints

    def between(self, start: int, end: int) -> Counts:
        """The terms with indexes `start` to `end` (excluded), with all their postings."""
        own = slice(self.first[start], self.first[end])
        first = self.first[start : end + 1] - self.first[start]
        return Counts(self.terms[start:end], first, self.slot[own], self.count[own], self.length)

    def chunks(self) -> Iterator[Counts]:
        """All terms in consecutive chunks of about `CHUNK` postings."""
        ends = np.searchsorted(self.first, np.arange(CHUNK, len(self.slot), CHUNK))
        for start, end in pairwise([0, *ends.tolist(), len(self.terms)]):
            if start < end:
                yield self.between(start, end)


class Counter:
    """Takes documents one after the other, then counts. Documents are numbers from 0 in the order they were added."""

    def __init__(self, fields: Sequence[str], terms: Terms) -> None:
        self._fields = {name: number for number, name in enumerate(fields)}
        self._known = _Pieces(terms)
        # The current batch: piece numbers of its texts, concatenated; and (field, document, number of pieces) of each text.
        self._pieces: list[int] = []
        self._texts: list[int] = []
        # The closed batches: the same two lists as arrays, of all earlier texts.
        self._batches: list[tuple[Ints, Ints]] = []
        self.documents = 0

    def add(self, texts: Mapping[str, str]) -> None:
        """The texts of a document by field; a missing field is an empty one."""
        known = self._known
        for field, text in texts.items():
            # A list is cut into its entries, not words: most entries recur in other records and are analysed only once.
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
            # One sort key per occurrence: by term, then slot.
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
        """Arrays of term and slot, one entry per occurrence, unordered."""
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
    """Rows of different lengths, concatenated in `values`, with the offset and length of each row."""

    values: Ints
    starts: Ints
    lengths: Ints

    @classmethod
    def of_rows(cls, rows: Sequence[Sequence[int]]) -> _Table:
        lengths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
        values = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=lengths.sum())
        return cls(values, np.cumsum(lengths) - lengths, lengths)

    def pick(self, rows: Ints, labels: Ints) -> tuple[Ints, Ints]:
        """The values of these rows, concatenated, and for each value the label of its row."""
        lengths = self.lengths[rows]
        # Per row: its offset in `values` minus its offset in the result.
        moved = self.starts[rows] - (np.cumsum(lengths) - lengths)
        return self.values[np.arange(lengths.sum()) + np.repeat(moved, lengths)], np.repeat(labels, lengths)


class _Numbers(dict[str, int]):
    """Assigns each new text the next number, from 0."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class _Pieces(dict[str, int]):
    """Assigns numbers to distinct pieces of text: words with their punctuation, or entries of lists.

    `wholes`, `parts`: by piece number, the term numbers of its words and of the parts of its compounds. `terms`: term → number.
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
        """The number of an extra piece whose only term is this one."""
        if term not in self._names:
            self._names[term] = self._add([term], [])
        return self._names[term]

    def _add(self, wholes: Sequence[str], parts: Sequence[str]) -> int:
        self.wholes.append(list(map(self.terms.__getitem__, wholes)))
        self.parts.append(list(map(self.terms.__getitem__, parts)))
        return len(self.wholes) - 1


def _in_order(terms: Sequence[str]) -> tuple[list[str], Ints]:
    """The terms sorted, and for each of the given terms its index in the sorted list."""
    order = sorted(range(len(terms)), key=terms.__getitem__)
    rank = np.empty(len(terms), dtype=np.int64)
    rank[order] = np.arange(len(terms))
    return [terms[number] for number in order], rank
