"""Caches the HTML of cards: the same offer is in lists by age, subject, topic and place, and beside its neighbours."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from minthub.views.cards import Card

# Placeholder for the distance in cached HTML; no text contains this character (see reading/decode.py).
_GAP = Markup("\0")


class CardHtml:
    """Renders cards by the macros of `macros.html`."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        # Keyed by `id(card)`. The card is stored, too, so that its id is not reused.
        self._cards: dict[tuple[int, str, int], tuple[Card, str, str]] = {}
        self._entries: dict[tuple[int, str], tuple[Card, Markup]] = {}

    @cached_property
    def _macros(self) -> Any:
        return self._environment.get_template("macros.html").module

    def card(self, card: Card, base: str, level: int, distance: str = "") -> Markup:
        """The card's HTML. `base`: relative path from the page to the top of the site; `level`: of the heading."""
        key = id(card), base, level
        if key not in self._cards:
            before, _, after = self._macros.card(card, base, level, _GAP).partition(_GAP)
            self._cards[key] = card, str(before), str(after)
        _, before, after = self._cards[key]
        between = str(self._macros.distance(distance)) if distance else ""
        return Markup(f"{before}{between}{after}")

    def entry(self, card: Card, base: str) -> Markup:
        """The card in one line."""
        key = id(card), base
        if key not in self._entries:
            self._entries[key] = card, self._macros.entry(card, base)
        return self._entries[key][1]
