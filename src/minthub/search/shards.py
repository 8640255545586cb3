"""Cuts the inverted index into files (shards) of a few kilobytes: consecutive terms in sorted order, each with its postings.

lunr scores a field with the dot product of the query and the field's vector. An index of a few terms, complete with all
their documents, therefore gives the same scores for queries of these terms. So the browser fetches only the files that
hold the terms it needs, and lets lunr answer from them (docs/adr/0007-finder.md).
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

# In characters, before compression saves a third.
SHARD_SIZE = 2700
NEARLY_FULL = 0.7
LEXICON_LENGTHS = (5, 7, 9, 11, 13, 16)
# A typed word that occurs this often is not expanded to longer terms with that prefix; the same as PLENTY in slots.js.
PLENTY = 20
# Longer terms are whole titles, not words.
MAX_LEXICON = 24
_FREQUENCY_STEPS = 4


@dataclass(frozen=True)
class Shard:
    """One file: consecutive terms, their postings, and by index in the shard the parts of terms that are compounds."""

    terms: Sequence[str]
    postings: Sequence[str]
    parts: Mapping[int, str]

    def text(self, same: Mapping[str, str]) -> str:
        """The text of the file. `same`: typed stem → terms it also stands for, in any shard (see `thesaurus`)."""
        said = {"s": same} if same else {}
        return dumps({"t": front_coded(self.terms), "p": self.postings, "c": self.parts, **said})


def shards(index: InvertedIndex, parts: Mapping[str, Sequence[str]]) -> Iterator[Shard]:
    """All terms in order, cut into shards of at most SHARD_SIZE. A term whose postings are larger gets a shard of its own."""
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
    """The number of terms to put into the file: at least NEARLY_FULL, and so that the shortest prefix identifies the next
    file. The root lists these prefixes for every file, and every visitor fetches the root.
    """
    pairs = zip(terms, (*terms[1:], following), strict=True)
    fitting = [
        (len(_separator(before, after)), -at, at)
        for at, (before, after) in enumerate(pairs, start=1)
        if ends[at - 1] >= SHARD_SIZE * NEARLY_FULL or at == len(terms)
    ]
    return min(fitting)[2]


def _separator(before: str, after: str) -> str:
    """The shortest prefix of `after` that sorts after `before`."""
    return next(after[: length + 1] for length in range(len(after)) if after[: length + 1] > before)


def _shard(terms: list[str], postings: list[str], parts: Mapping[str, Sequence[str]]) -> Shard:
    compounds = {place: " ".join(parts[term]) for place, term in enumerate(terms) if term in parts}
    return Shard(terms, postings, compounds)


def first_terms(found: Sequence[Shard]) -> list[str]:
    """For each shard the shortest prefix of its first term that sorts after all terms of the shards before it."""
    return ["", *(_separator(before.terms[-1], shard.terms[0]) for before, shard in pairwise(found))]


def goes_on(firsts: Sequence[str], index: InvertedIndex) -> list[bool]:
    """For each shard whether it begins with longer terms whose prefix is a frequent term (PLENTY) of the shard before.

    A frequent term is not expanded to longer ones, so the mark spares the browser this shard before it has read the
    other one.
    """
    frequent = {term for term, often in zip(index.terms, index.frequencies, strict=True) if often >= PLENTY}
    return [
        any(first[:size] in frequent for size in range(1, len(first)) if first[:size] >= before)
        for before, first in pairwise(["", *firsts])
    ]


def lexicon(frequencies: Mapping[str, int]) -> list[str]:
    """Files with the words to correct misspelt ones with, grouped by length: up to 5, 7, 9, 11, 13, 16 letters, and longer.

    `t`: words, front-coded. `n`: their frequencies on a logarithmic scale (base 2, in quarters).
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
    """Compact JSON without blanks; non-ASCII letters are not escaped."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
