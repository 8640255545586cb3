"""The index in files of a few kilobytes: sorted terms, each with its part of the inverted index and its scores.

lunr scores a field with the dot product of the query and the field's vector. An index that holds some terms only, but these with
all their documents, gives the same scores for queries about these terms. So the browser fetches the files with the terms it
needs and lets lunr answer from them (docs/adr/0007-finder.md).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from minthub.search.codec import front_coded, number, numbers, rising
from minthub.search.index import InvertedIndex, ScoredField

# In characters before compression, which takes a third off.
SHARD_SIZE = 3300
NEARLY_FULL = 0.7
LEXICON_LENGTHS = (5, 7, 9, 11, 13, 16)
# Longer ones are whole titles.
MAX_LEXICON = 24
_FREQUENCY_STEPS = 4


@dataclass(frozen=True)
class Shard:
    """Neighbouring terms, their postings, and the parts of those that are compounds (by place in the shard)."""

    terms: Sequence[str]
    postings: Sequence[str]
    parts: Mapping[int, str]

    @property
    def text(self) -> str:
        return dumps({"t": front_coded(self.terms), "p": self.postings, "c": self.parts})


def shards(index: InvertedIndex, parts: Mapping[str, Sequence[str]]) -> Iterator[Shard]:
    """All terms in order, cut where a file is about full. A term that fills a file alone gets one of its own."""
    terms: list[str] = []
    postings: list[str] = []
    ends: list[int] = []
    for term in index.terms:
        text = encode(index.scored(term))
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


def encode(fields: Iterable[ScoredField]) -> str:
    """For each field: its number, the distinct scores (most frequent first), the documents, and for each which score it has."""
    return "".join(map(_encode_field, fields))


def _encode_field(scored: ScoredField) -> str:
    worth = scored.worth
    if len(scored.keys) == 1:
        # Half of all words occur once: the same text, without the ways around.
        return numbers((scored.field, 1, worth[scored.keys[0]], 1, scored.documents[0]))
    documents, keys = scored.documents, scored.keys
    distinct = _by_frequency(keys, worth)
    text = numbers((scored.field, len(distinct), *distinct, len(documents))) + rising(documents)
    if len(distinct) == 1:
        return text
    place = {score: number(at) for at, score in enumerate(distinct)}
    digits = {key: place[score] for key, score in worth.items()}
    return text + "".join(map(digits.__getitem__, keys))


def _by_frequency(keys: Sequence[int], worth: Mapping[int, int]) -> list[int]:
    """The distinct scores, the most frequent first; of equals the one that is met first."""
    if len(worth) == 1:
        return [*worth.values()]
    often: dict[int, int] = {}
    for key, count in Counter(keys).items():
        score = worth[key]
        often[score] = often.get(score, 0) + count
    return sorted(often, key=often.__getitem__, reverse=True)


def first_terms(found: Sequence[Shard]) -> list[str]:
    """For each shard the shortest text that is above all terms before it and not above its own first one."""
    return ["", *(_separator(before.terms[-1], shard.terms[0]) for before, shard in pairwise(found))]


def lexicon(index: InvertedIndex) -> list[str]:
    """Terms by length, for finding what was meant by a misspelt word: files up to 5, 7, 9, 11, 13, 16 letters and above.

    Beside each term stands how often it occurs, in quarters of powers of two.
    """
    groups: list[list[str]] = [[] for _ in (*LEXICON_LENGTHS, None)]
    for term in filter(index.is_common, index.terms):
        if len(term) > MAX_LEXICON:
            continue
        group = next(
            (at for at, most in enumerate(LEXICON_LENGTHS) if len(term) <= most), len(LEXICON_LENGTHS)
        )
        groups[group].append(term)
    return [
        dumps({"t": front_coded(group), "n": numbers(_steps(index.frequency(term)) for term in group)})
        for group in groups
    ]


def _steps(frequency: int) -> int:
    return min(
        31, round(_FREQUENCY_STEPS * (frequency.bit_length() - 1 + frequency / (1 << frequency.bit_length())))
    )


def dumps(value: Any) -> str:
    """Short JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
