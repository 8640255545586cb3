"""The cards of hits in files of a few. What many cards say is written once, in the root, and cards name it by its number.

Hits come from all over the index, so a file can hardly learn from its neighbours: shared texts take a third off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from minthub.paths import SECTIONS
from minthub.search.documents import Document
from minthub.search.shards import dumps
from minthub.views.cards import Card

# Cards in a file: enough that they compress, so few that hits from all over the index stay cheap.
BLOCK = 2
# The root is fetched by everybody: it takes so many texts, each said by one card in a hundred or more.
MAX_SHARED = 80
_SHARE = 100
_FEW = 4


class CardFiles:
    """`files` hold cards by document number, `BLOCK` in each, `root` what all of them need."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    @property
    def root(self) -> dict[str, Any]:
        """How many cards are in a file, the first part of the address by folder, and the shared texts."""
        return {"block": BLOCK, "sections": SECTIONS, "texts": list(self._shared)}

    @cached_property
    def _shared(self) -> Mapping[str, int]:
        often = Counter(text for document in self._documents for text in _texts(document.card))
        least = max(_FEW, len(self._documents) // _SHARE)
        kept = (text for text, count in often.most_common(MAX_SHARED) if count >= least)
        return {text: number for number, text in enumerate(kept)}

    @property
    def files(self) -> list[str]:
        rows = list(map(self._row, self._documents))
        return [dumps(rows[start : start + BLOCK]) for start in range(0, len(rows), BLOCK)]

    def _row(self, document: Document) -> list[Any]:
        """Id, title, kind, summary, facts (sign and label, text, and so on), badges, subjects, and what few cards have.

        What is empty at the end is left out.
        """
        card = document.card
        facts = [text for fact in card.facts for text in (f"{fact.id} {fact.label}", fact.text)]
        badges, subjects = (
            [f"{badge.id} {badge.text}" for badge in row] for row in (card.badges, card.subjects)
        )
        row = [
            card.data_id,
            card.title,
            *self._short([card.kind]),
            card.summary,
            self._short(facts),
            self._short(badges),
            self._short(subjects),
            _rest(document),
        ]
        while row[-1] in ("", [], {}):
            row.pop()
        return row

    def _short(self, texts: list[str]) -> list[str | int]:
        return [self._shared.get(text, text) for text in texts]


def _texts(card: Card) -> Iterator[str]:
    """What may be said by many cards."""
    yield card.kind
    for fact in card.facts:
        yield f"{fact.id} {fact.label}"
        yield fact.text
    for badge in (*card.badges, *card.subjects):
        yield f"{badge.id} {badge.text}"


def _rest(document: Document) -> dict[str, Any]:
    card = document.card
    folder, _, name = card.data_id.partition("/")
    values = {
        "href": "" if card.href == f"{SECTIONS.get(folder)}/{name}/" else card.href or "./",
        "quiet": card.is_quiet,
        "over": document.is_over,
        "ends": card.ends,
        "times": document.times,
    }
    return {name: value for name, value in values.items() if value}
