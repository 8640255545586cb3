"""Builds the inverted index with the same scores as lunr.

lunr's own builder (lunr.py 0.8) works word by word and is many times as slow. Here all documents are counted (`counting`),
scored (`scoring`) and encoded (`encoding`) at once, in arrays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from minthub.search.counting import Counter, Counts, Ints, Terms
from minthub.search.encoding import posting_texts
from minthub.search.scoring import scores

# Field → weight. Short fields weigh more than bodies, and whole words more than the parts of compounds.
FIELDS: Mapping[str, float] = {
    "title": 8,
    "aliases": 6,
    "topics": 4,
    "place": 2,
    "provider": 1,
    "parts": 5,
    "summary": 2.5,
    "wishes": 2,
    "words": 1.4,
    "body": 0.4,
}
_SHORT = [number for number, name in enumerate(FIELDS) if name not in ("body", "summary", "words", "wishes")]
# Wishes may be half sentences: „wo Kinder bei Regen hinkönnen“.
_ABOUT = [*_SHORT, list(FIELDS).index("words")]


class ScoredField(NamedTuple):
    """The documents that have a term in this field, ascending, and lunr's score of each in thousandths."""

    field: int
    documents: Sequence[int]
    scores: Sequence[int]


class InvertedIndex:
    """Terms of all fields of all documents. Documents are numbered from 0 in the order of `add`.

    Call `add` for every document before using anything else.
    """

    def __init__(self, terms: Terms) -> None:
        self._counter = Counter(list(FIELDS), terms)

    def add(self, texts: Mapping[str, str]) -> None:
        """The texts of a document by field; a missing field is an empty one."""
        self._counter.add(texts)

    @cached_property
    def _counts(self) -> Counts:
        return self._counter.counts()

    @property
    def terms(self) -> Sequence[str]:
        """All terms in order."""
        return self._counts.terms

    @cached_property
    def frequencies(self) -> list[int]:
        """For each term the number of slots (field of a document) it occurs in."""
        found: list[int] = np.diff(self._counts.first).tolist()
        return found

    @property
    def common(self) -> dict[str, int]:
        """The terms that spelling correction may suggest, with their frequencies: those in a short field, and those in more
        than two slots.

        Two slots are no more than one offer: its provider is indexed with the same short texts.
        """
        frequencies = np.array(self.frequencies)
        rows = zip(self.terms, self.frequencies, strict=True)
        return dict(compress(rows, (frequencies > 2) | self._are_in(_SHORT)))

    def said_in_short(self) -> list[str]:
        """Terms that occur outside the fields with sentences (summary, wishes, body): what records are about."""
        return list(compress(self.terms, self._are_in(_ABOUT)))

    def _are_in(self, fields: Sequence[int]) -> npt.NDArray[np.bool_]:
        """For each term whether it occurs in one of these fields."""
        counts = self._counts
        term = np.repeat(np.arange(len(self.terms)), np.diff(counts.first))
        is_there = np.isin(counts.slot // max(1, self._counter.documents), fields)
        return np.bincount(term[is_there], minlength=len(self.terms)) > 0

    def scored(self, term: str) -> list[ScoredField]:
        """The fields a term occurs in with lunr's scores."""
        at = bisect_left(self.terms, term)
        own = self._counts.between(at, at + 1)
        field, document = np.divmod(own.slot, self._counter.documents)
        score = _scores(own)
        return [
            ScoredField(number, document[field == number].tolist(), score[field == number].tolist())
            for number in np.unique(field).tolist()
        ]

    @cached_property
    def postings(self) -> Sequence[str]:
        """The encoded postings of each term (see `encoding`)."""
        return [text for some in self._counts.chunks() for text in posting_texts(some, _scores(some))]


def _scores(counts: Counts) -> Ints:
    return scores(counts, list(FIELDS.values()))
