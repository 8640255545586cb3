"""The cards of hits in files of a few. What many cards say is written once, in the root, and cards name it by its number.

Hits come from all over the index, so a file can hardly learn from its neighbours: shared texts take a third off.
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

# Cards in a file: enough that they compress, so few that hits from all over the index stay cheap.
BLOCK = 2
# The root is fetched by everybody: it takes so many texts, each said by one card in five hundred or more.
MAX_SHARED = 256
_SHARE = 500
_FEW = 4


class CardFiles:
    """`files` hold cards by document number, `BLOCK` in each, `root` what all of them need."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._texts = [_Texts.of(document.card) for document in documents]

    @property
    def root(self) -> dict[str, Any]:
        """How many cards are in a file, the first part of the address by folder, and the shared texts."""
        return {"block": BLOCK, "sections": SECTIONS, "texts": list(self._shared)}

    @cached_property
    def _shared(self) -> Mapping[str, int]:
        """The number of each text that many cards say. Of equally frequent ones those come first that are met first."""
        often = Counter(chain.from_iterable(chain.from_iterable(self._texts)))
        least = max(_FEW, len(self._documents) // _SHARE)
        kept = (text for text, count in often.most_common(MAX_SHARED) if count >= least)
        return {text: number for number, text in enumerate(kept)}

    @property
    def files(self) -> list[str]:
        rows = list(map(self._row, self._documents, self._texts))
        return [dumps(rows[start : start + BLOCK]) for start in range(0, len(rows), BLOCK)]

    def _row(self, document: Document, texts: _Texts) -> list[Any]:
        """Id, title, kind, summary, facts (sign and label, text, and so on), badges, subjects, and what few cards have.

        What is empty at the end is left out.
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
    """What may be said by many cards. `facts` are signs and labels, each followed by its text, as lists show them."""

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
