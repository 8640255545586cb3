"""The inverted index with the scores that lunr would give.

lunr's own builder (lunr.py 0.8) works word by word and is several times as slow. This one counts the same and uses the same
formula (BM25 with k1 = 1.2 and b = 0.75, rounded to three decimals); a test compares both.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from minthub.folding import words

K1, B = 1.2, 0.75

# Short fields weigh more than bodies, and words more than what they are made of.
FIELDS: Mapping[str, float] = {
    "title": 8,
    "aliases": 6,
    "topics": 4,
    "place": 3,
    "provider": 3,
    "parts": 4,
    "summary": 2,
    "words": 1.5,
    "body": 1,
}
# Fields whose compounds give their parts to the field „parts“; in others they count like words.
_SPLIT_OFF = ("title", "aliases", "topics", "place", "provider")

_SHORT = [number for number, name in enumerate(FIELDS) if name not in ("body", "summary", "words")]

Terms = Callable[[str], tuple[list[str], list[str]]]


def whole_name(title: str) -> str:
    """A title as one term: who types it whole finds it first, whatever its words mean otherwise."""
    return "".join(words(title))


def terms_by_field(texts: Mapping[str, str], terms: Terms) -> dict[str, list[str]]:
    """What is indexed of a document: for each field its terms. `terms` gives the words of a text and the parts of its compounds."""
    found: dict[str, list[str]] = {}
    parts: list[str] = []
    for field, text in texts.items():
        if text:
            own, own_parts = terms(text)
            if field in _SPLIT_OFF:
                parts += own_parts
            else:
                own = own + own_parts
            found[field] = own
    found["parts"] = parts
    if title := texts.get("title"):
        found["title"] = [*found["title"], whole_name(title)]
    return found


@dataclass(frozen=True)
class ScoredField:
    """Documents with a term in a field, rising, and lunr's score of each in thousandths."""

    field: int
    documents: Sequence[int]
    scores: Sequence[int]


class InvertedIndex:
    """Terms of all fields of all documents. Documents are numbers from 0 in the order they were added."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        # For each field: term → where it occurs, packed into whole numbers (see `_pack`). Millions of tuples would keep
        # Python's garbage collector busy for longer than all the counting takes.
        self._postings: list[defaultdict[str, list[int]]] = [defaultdict(list) for _ in FIELDS]
        self._lengths = [0] * len(FIELDS)
        self.documents = 0

    def add(self, texts: Mapping[str, str]) -> None:
        """The texts of a document by field; a missing field is an empty one."""
        found = terms_by_field(texts, self._terms)
        for number, name in enumerate(FIELDS):
            if terms := found.get(name):
                self._lengths[number] += len(terms)
                postings = self._postings[number]
                rest = _pack(self.documents, 0, len(terms))
                for term, count in Counter(terms).items():
                    postings[term].append(rest + (count << _BITS))
        self.documents += 1

    @cached_property
    def terms(self) -> list[str]:
        """All terms in order; asked for when everything has been added."""
        return sorted(set().union(*self._postings))

    def frequency(self, term: str) -> int:
        """In how many fields of documents a term occurs."""
        return sum(len(postings[term]) for postings in self._postings if term in postings)

    def is_common(self, term: str) -> bool:
        """Whether a term occurs in a short field or more than once: what is worth being found in spite of a typing error."""
        return any(term in self._postings[number] for number in _SHORT) or self.frequency(term) > 1

    def scored(self, term: str) -> list[ScoredField]:
        """The fields a term occurs in with lunr's scores."""
        frequency = self.frequency(term)
        idf = math.log(1 + abs((self.documents - frequency + 0.5) / (frequency + 0.5)))
        return [
            self._scored(number, postings[term], idf, boost)
            for number, (postings, boost) in enumerate(zip(self._postings, FIELDS.values(), strict=True))
            if term in postings
        ]

    def _scored(self, number: int, rows: list[int], idf: float, boost: float) -> ScoredField:
        # In the order of lunr's own operations, so that not a bit differs.
        average = self._lengths[number] / self.documents
        keys = [row & _COUNT_AND_LENGTH for row in rows]
        known = {}
        for key in set(keys):
            count, length = key >> _BITS, key & _LENGTH
            value = idf * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / average)) + count)
            known[key] = round(round(value * boost, 3) * 1000)
        scores = [known[key] for key in keys]
        return ScoredField(number, [row >> 2 * _BITS for row in rows], scores)


_BITS = 20
_LENGTH = (1 << _BITS) - 1
_COUNT_AND_LENGTH = (1 << 2 * _BITS) - 1


def _pack(document: int, count: int, length: int) -> int:
    """Twenty bits for the length of the field, twenty for the count of the term in it, the rest for the document."""
    return (document << _BITS | count) << _BITS | length
