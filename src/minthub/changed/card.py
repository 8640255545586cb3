"""The card of a record as Markdown, for step summaries and pull requests."""

from __future__ import annotations

from minthub.inert import inert
from minthub.model.base import RecordModel
from minthub.views.cards import Cards

MAX_FACT = 400


def card_text(cards: Cards, record: RecordModel) -> str:
    """Title, remarks, summary and facts as Markdown; texts of editors are made inert."""
    card = cards.of(record)
    head = " · ".join([card.kind, *(badge.text for badge in card.badges)])
    facts = [f"| {inert(fact.label)} | {inert(_cut(fact.text))} |" for fact in card.facts]
    lines = [f"**{inert(card.title)}**", inert(head), inert(card.summary)]
    table = "\n".join(["| Angabe | So erscheint sie |", "| --- | --- |", *facts])
    return "\n\n".join([*filter(None, lines), table])


def _cut(text: str) -> str:
    return f"{text[:MAX_FACT]} …" if len(text) > MAX_FACT else text
