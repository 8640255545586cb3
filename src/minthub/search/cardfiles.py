"""Writes the cards of hits, a few in each file. Texts that many cards share are in `root.json`; cards refer to them by number.

The hits of one search are scattered over the index, so files must stay small, and small files compress badly by
themselves: the shared texts save a third.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from minthub.paths import SECTIONS
from minthub.search.documents import Document
from minthub.search.shards import dumps
from minthub.views.cards import Card

# Cards per file: the more, the better they compress; the fewer, the less is fetched for hits from all over the index.
BLOCK = 2
# Every visitor fetches the root, so it holds at most MAX_SHARED texts, each used by at least one card in _SHARE and
# at least _FEW cards.
MAX_SHARED = 256
_SHARE = 500
_FEW = 4


class CardFiles:
    """`files`: cards in the order of document numbers, `BLOCK` per file. `root`: data needed to read any of them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._texts = [_Texts.of(document.card) for document in documents]

    @property
    def root(self) -> dict[str, Any]:
        """Cards per file, the first part of a record's address by folder, and the shared texts."""
        return {"block": BLOCK, "sections": SECTIONS, "texts": list(self._shared)}

    @cached_property
    def _shared(self) -> Mapping[str, int]:
        """Shared text → number, the most frequent first, ties in order of appearance."""
        often = Counter(chain.from_iterable(chain.from_iterable(self._texts)))
        least = max(_FEW, len(self._documents) // _SHARE)
        kept = (text for text, count in often.most_common(MAX_SHARED) if count >= least)
        return {text: number for number, text in enumerate(kept)}

    @property
    def files(self) -> list[str]:
        rows = list(map(self._row, self._documents, self._texts))
        return [dumps(rows[start : start + BLOCK]) for start in range(0, len(rows), BLOCK)]

    def _row(self, document: Document, texts: _Texts) -> list[Any]:
        """A card as a list: id, title, kind, summary, facts (icon and label, then text, for each), badges, subjects, and a
        dict of rarely used values. Empty values at the end are cut off.
        """
        card = document.card
        kind, facts, badges, subjects = map(self._short, texts)
        row = [card.data_id, card.title, *kind, card.summary, facts, badges, subjects, _rest(document)]
        while row[-1] in ("", [], {}):
            row.pop()
        return row

    def _short(self, texts: Sequence[str]) -> list[str | int]:
        return [self._shared.get(text, text) for text in texts]


class _Texts(NamedTuple):
    """The texts of a card that may be shared. `facts` alternates icon and label with the fact's text, as lists show them."""

    kind: Sequence[str]
    facts: Sequence[str]
    badges: Sequence[str]
    subjects: Sequence[str]

    @classmethod
    def of(cls, card: Card) -> _Texts:
        return cls(
            [card.kind],
            [text for fact in card.brief for text in (f"{fact.id} {fact.label}", fact.text)],
            [f"{badge.id} {badge.text}" for badge in card.badges],
            [f"{badge.id} {badge.text}" for badge in card.subjects],
        )


def _rest(document: Document) -> dict[str, Any]:
    card = document.card
    folder, _, name = card.data_id.partition("/")
    values = {
        "href": "" if card.href == f"{SECTIONS.get(folder)}/{name}/" else card.href or "./",
        "quiet": card.is_quiet,
        "over": document.is_over,
        "ends": card.ends,
        "times": document.times,
        "gone": document.gone,
    }
    return {name: value for name, value in values.items() if value}
