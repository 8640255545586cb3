"""The index in files of a few kilobytes: sorted terms, each with its part of the inverted index and its scores.

lunr scores a field with the dot product of the query and the field's vector. An index that holds some terms only, but these with
all their documents, gives the same scores for queries about these terms. So the browser fetches the files with the terms it
needs and lets lunr answer from them (docs/adr/0007-finder.md).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from minthub.search.codec import front_coded, numbers
from minthub.search.index import InvertedIndex

# In characters before compression, which takes a third off.
SHARD_SIZE = 2700
NEARLY_FULL = 0.7
LEXICON_LENGTHS = (5, 7, 9, 11, 13, 16)
# A word that occurs so often stands for itself, not for the longer ones that begin like it; as PLENTY in slots.js.
PLENTY = 20
# Longer ones are whole titles.
MAX_LEXICON = 24
_FREQUENCY_STEPS = 4


@dataclass(frozen=True)
class Shard:
    """Neighbouring terms, their postings, and the parts of those that are compounds (by place in the shard)."""

    terms: Sequence[str]
    postings: Sequence[str]
    parts: Mapping[int, str]

    def text(self, same: Mapping[str, str]) -> str:
        """The file. `same` says what else is typed for terms, here or elsewhere (see `thesaurus`)."""
        said = {"s": same} if same else {}
        return dumps({"t": front_coded(self.terms), "p": self.postings, "c": self.parts, **said})


def shards(index: InvertedIndex, parts: Mapping[str, Sequence[str]]) -> Iterator[Shard]:
    """All terms in order, cut where a file is about full. A term that fills a file alone gets one of its own."""
    terms: list[str] = []
    postings: list[str] = []
    ends: list[int] = []
    for term, text in zip(index.terms, index.postings, strict=True):
        size = len(text) + len(term) // 2 + 4
        while terms and ends[-1] + size > SHARD_SIZE:
            at = _cut(terms, ends, term)
            yield _shard(terms[:at], postings[:at], parts)
            gone = ends[at - 1]
            terms, postings, ends = terms[at:], postings[at:], [end - gone for end in ends[at:]]
        terms.append(term)
        postings.append(text)
        ends.append((ends[-1] if ends else 0) + size)
    if terms:
        yield _shard(terms, postings, parts)


def _cut(terms: Sequence[str], ends: Sequence[int], following: str) -> int:
    """After how many terms to cut: where the file is nearly full and the next one can be told by the fewest letters.

    The root holds these letters for every file, and the root is fetched by everybody.
    """
    pairs = zip(terms, (*terms[1:], following), strict=True)
    fitting = [
        (len(_separator(before, after)), -at, at)
        for at, (before, after) in enumerate(pairs, start=1)
        if ends[at - 1] >= SHARD_SIZE * NEARLY_FULL or at == len(terms)
    ]
    return min(fitting)[2]


def _separator(before: str, after: str) -> str:
    """The shortest text that is above one term and not above the next."""
    return next(after[: length + 1] for length in range(len(after)) if after[: length + 1] > before)


def _shard(terms: list[str], postings: list[str], parts: Mapping[str, Sequence[str]]) -> Shard:
    compounds = {place: " ".join(parts[term]) for place, term in enumerate(terms) if term in parts}
    return Shard(terms, postings, compounds)


def first_terms(found: Sequence[Shard]) -> list[str]:
    """For each shard the shortest text that is above all terms before it and not above its own first one."""
    return ["", *(_separator(before.terms[-1], shard.terms[0]) for before, shard in pairwise(found))]


def goes_on(firsts: Sequence[str], index: InvertedIndex) -> list[bool]:
    """For each shard whether it goes on with what begins like a frequent term of the one before.

    Whoever asks for such a term needs no more than that one, and the browser knows it without having read it.
    """
    frequent = {term for term, often in zip(index.terms, index.frequencies, strict=True) if often >= PLENTY}
    return [
        any(first[:size] in frequent for size in range(1, len(first)) if first[:size] >= before)
        for before, first in pairwise(["", *firsts])
    ]


def lexicon(frequencies: Mapping[str, int]) -> list[str]:
    """Words by length, for finding what was meant by a misspelt one: files up to 5, 7, 9, 11, 13, 16 letters and above.

    Beside each word stands how often it occurs, in quarters of powers of two.
    """
    groups: list[list[tuple[str, int]]] = [[] for _ in (*LEXICON_LENGTHS, None)]
    for word, frequency in sorted(frequencies.items()):
        if len(word) <= MAX_LEXICON:
            groups[bisect_left(LEXICON_LENGTHS, len(word))].append((word, _steps(frequency)))
    return [
        dumps({"t": front_coded([word for word, _ in group]), "n": numbers(steps for _, steps in group)})
        for group in groups
    ]


@cache
def _steps(frequency: int) -> int:
    return min(
        31, round(_FREQUENCY_STEPS * (frequency.bit_length() - 1 + frequency / (1 << frequency.bit_length())))
    )


def dumps(value: Any) -> str:
    """Short JSON with letters as they are."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
