"""The inverted index with the scores that lunr would give.

lunr's own builder (lunr.py 0.8) works word by word and is several times as slow. This one counts the same and uses the same
formula (BM25 with k1 = 1.2 and b = 0.75, rounded to three decimals); a test compares both.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from minthub.folding import words

K1, B = 1.2, 0.75

# Short fields weigh more than bodies, and words more than what they are made of.
FIELDS: Mapping[str, float] = {
    "title": 8,
    "aliases": 6,
    "topics": 4,
    "place": 2,
    "provider": 1,
    "parts": 5,
    "summary": 2.5,
    "words": 1.4,
    "body": 0.4,
}
# Fields whose compounds give their parts to the field „parts“; in others they count like words.
_SPLIT_OFF = ("title", "aliases", "topics", "place", "provider")

_SHORT = frozenset(number for number, name in enumerate(FIELDS) if name not in ("body", "summary", "words"))

Terms = Callable[[str], tuple[list[str], list[str]]]


def whole_name(title: str) -> str:
    """A title or alias as one term: who types it whole finds it first, whatever its words mean otherwise."""
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
    if aliases := texts.get("aliases"):
        # Of one word the term is there already.
        found["aliases"] = [
            *found["aliases"],
            *(whole_name(alias) for alias in aliases.split(" . ") if " " in alias),
        ]
    return found


class ScoredField(NamedTuple):
    """Documents with a term in a field, rising, and lunr's score of each in thousandths.

    Most documents share their score with others: `keys` says for each what its score depends on, `worth` the score of each key.
    """

    field: int
    documents: Sequence[int]
    keys: Sequence[int]
    worth: Mapping[int, int]

    @property
    def scores(self) -> list[int]:
        return [self.worth[key] for key in self.keys]


class InvertedIndex:
    """Terms of all fields of all documents. Documents are numbers from 0 in the order they were added."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        # For each field: term → document and key (see `_key`) of each place where it occurs, one after the other in one list.
        # Millions of tuples would keep Python's garbage collector busy for longer than all the counting takes.
        self._postings: list[defaultdict[str, list[int]]] = [defaultdict(list) for _ in FIELDS]
        self._lengths = [0] * len(FIELDS)
        self.documents = 0

    def add(self, texts: Mapping[str, str]) -> None:
        """The texts of a document by field; a missing field is an empty one."""
        found = terms_by_field(texts, self._terms)
        for number, name in enumerate(FIELDS):
            if terms := found.get(name):
                self._lengths[number] += len(terms)
                self._add(self._postings[number], terms)
        self.documents += 1

    def _add(self, postings: defaultdict[str, list[int]], terms: list[str]) -> None:
        """Runs through `map` alone: a loop of Python's would take three times as long, for millions of words."""
        counts = Counter(terms)
        entries = {count: (self.documents, _key(count, len(terms))) for count in set(counts.values())}
        lists = map(postings.__getitem__, counts)
        deque(map(list.extend, lists, map(entries.__getitem__, counts.values())), maxlen=0)

    @cached_property
    def _fields(self) -> dict[str, list[tuple[int, list[int]]]]:
        """For each term the numbers of the fields it occurs in, with its list there."""
        fields: defaultdict[str, list[tuple[int, list[int]]]] = defaultdict(list)
        for number, postings in enumerate(self._postings):
            for term, rows in postings.items():
                fields[term].append((number, rows))
        return fields

    @cached_property
    def terms(self) -> list[str]:
        """All terms in order; asked for when everything has been added."""
        return sorted(self._fields)

    def frequency(self, term: str) -> int:
        """In how many fields of documents a term occurs."""
        return sum([len(rows) for _, rows in self._fields.get(term, ())]) // 2

    def is_common(self, term: str) -> bool:
        """Whether a term is worth being found in spite of a typing error: in a short field, or more often than in one offer.

        What an offer says in short its provider is found by, too, so that each word of it occurs twice.
        """
        return self.frequency(term) > 2 or any(number in _SHORT for number, _ in self._fields[term])

    def scored(self, term: str) -> list[ScoredField]:
        """The fields a term occurs in with lunr's scores."""
        frequency = self.frequency(term)
        idf = math.log(1 + abs((self.documents - frequency + 0.5) / (frequency + 0.5)))
        return [self._scored(number, rows, idf) for number, rows in self._fields[term]]

    def _scored(self, number: int, rows: list[int], idf: float) -> ScoredField:
        # In the order of lunr's own operations, so that not a bit differs.
        boost = _BOOSTS[number]
        fractions = self._fractions[number]
        keys = rows[1::2]
        worth = {}
        for key in set(keys):
            above, below = fractions[key]
            worth[key] = _thousandths(idf * above / below * boost)
        return ScoredField(number, rows[::2], keys, worth)

    @cached_property
    def _fractions(self) -> list[_Fractions]:
        return [_Fractions(length / self.documents) for length in self._lengths]


class _Fractions(dict[int, tuple[float, float]]):
    """What lunr takes the logarithm times, numerator and denominator by key; worked out once for each."""

    def __init__(self, average: float) -> None:
        self._average = average

    def __missing__(self, key: int) -> tuple[float, float]:
        count, length = key >> _BITS, key & _LENGTH
        self[key] = (K1 + 1) * count, K1 * (1 - B + B * (length / self._average)) + count
        return self[key]


def _thousandths(score: float) -> int:
    """`round(score, 3)` in thousandths; that is slow, and only needed where it is a close decision."""
    found = round(score * 1000)
    return found if abs(found - score * 1000) < 0.499 else round(round(score, 3) * 1000)


_BITS = 20
_LENGTH = (1 << _BITS) - 1
_BOOSTS = tuple(FIELDS.values())


def _key(count: int, length: int) -> int:
    """What the score of a term in a field depends on: its count there, and below it twenty bits for the length of the field."""
    return count << _BITS | length
