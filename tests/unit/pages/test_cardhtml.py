"""Cards that were rendered once look like cards that are rendered each time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from jinja2 import Environment

from minthub.pages.cardhtml import CardHtml
from minthub.pages.write import environment_of
from minthub.views.cards import Card, CardFact
from minthub.views.site import Badge
from tests.conftest import ROOT

CARD = Card(
    data_id="offers/ag",
    href="angebote/ag/",
    title="Bits & Bytes",
    kind="Arbeitsgemeinschaft",
    summary="Löten <und> tüfteln.",
    facts=(CardFact("place", "Wo", "Görlitz"), CardFact("cost", "Kosten", "kostenlos")),
    badges=(Badge("schools", "für Schulklassen"),),
)


@pytest.fixture
def environment() -> Environment:
    return environment_of(ROOT / "theme_overrides" / "records")


@pytest.fixture
def html(environment: Environment) -> CardHtml:
    found = environment.globals["html"]
    assert isinstance(found, CardHtml)
    return found


@pytest.fixture
def macros(environment: Environment) -> Any:
    return environment.get_template("macros.html").module


@pytest.mark.parametrize("base", ["", "../../"])
@pytest.mark.parametrize("level", [2, 3])
def test_a_card_is_what_its_macro_makes_of_it(base: str, level: int, html: CardHtml, macros: Any) -> None:
    expected = macros.card(CARD, base, level)
    assert "Löten &lt;und&gt; tüfteln." in expected
    assert [html.card(CARD, base, level), html.card(CARD, base, level)] == [expected, expected]


def test_the_distance_stands_behind_the_place(html: CardHtml, macros: Any) -> None:
    """As the fact that it is, and only where it was asked for."""
    fact = CardFact("distance", "Entfernung", "etwa 3 km")
    far = replace(CARD, facts=(CARD.facts[0], fact, CARD.facts[1]))
    assert html.card(CARD, "", 3, "etwa 3 km") == macros.card(far, "", 3)
    assert "Entfernung" not in html.card(CARD, "", 3)
    assert "am selben Ort" in html.card(CARD, "", 3, "am selben Ort")


def test_cards_of_the_same_record_may_differ(html: CardHtml) -> None:
    """A card of a series of events says another day on another page."""
    later = replace(CARD, title="Später")
    assert "Bits &amp; Bytes" in html.card(CARD, "", 3)
    assert "Später" in html.card(later, "", 3)
    assert "Bits &amp; Bytes" in html.entry(CARD, "")
    assert "Später" in html.entry(later, "")


def test_a_line_is_what_its_macro_makes_of_it(html: CardHtml, macros: Any) -> None:
    expected = [macros.entry(CARD, base) for base in ("", "../", "../")]
    assert [html.entry(CARD, base) for base in ("", "../", "../")] == expected
