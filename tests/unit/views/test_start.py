"""The start page: honest numbers, ways in, and offers of different places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from minthub.listing import Listing
from minthub.views.cards import Card
from minthub.views.site import Site
from minthub.views.start import StartPage, start_page

Add = Callable[..., None]
PLACES = {
    "bautzen": ("02625", "Bautzen"),
    "chemnitz": ("09111", "Chemnitz"),
    "dresden": ("01067", "Dresden"),
    "goerlitz": ("02826", "Görlitz"),
    "leipzig": ("04109", "Leipzig"),
    "meissen": ("01662", "Meißen"),
    "plauen": ("08523", "Plauen"),
    "zwickau": ("08056", "Zwickau"),
}


@pytest.fixture
def start(listing: Callable[[], Listing], site: Site) -> Callable[[], StartPage]:
    return lambda: start_page(listing(), site)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [card.data_id.partition("/")[2] for card in cards]


@pytest.mark.parametrize(
    ("providers", "text"),
    [
        ([], "0 Angebote von 0 Einrichtungen in 13 Kreisen"),
        (["jugendhaus"], "1 Angebot von 1 Einrichtung in 13 Kreisen"),
        (["jugendhaus", "museum", "jugendhaus"], "3 Angebote von 2 Einrichtungen in 13 Kreisen"),
        (["jugendhaus", "Jugendhaus Görlitz"], "2 Angebote von 1 Einrichtung in 13 Kreisen"),
    ],
)
def test_the_numbers_count_who_has_an_offer(
    providers: list[str], text: str, add: Add, start: Callable[[], StartPage]
) -> None:
    add("providers/jugendhaus", title="Jugendhaus Görlitz")
    add("providers/ohne", title="Ohne Angebot", website="https://ohne.example.org")
    for number, provider in enumerate(providers):
        add(f"offers/o-{number}", title=f"AG {number}", provider=provider)
    add("offers/ende", title="Zu Ende", provider="Andere", status="beendet")
    assert start().numbers == text


def test_the_ways_in(start: Callable[[], StartPage]) -> None:
    page = start()
    assert [tile.id for tile in page.ages] == [
        "kita",
        "grundschule",
        "klasse-5-7",
        "klasse-8-10",
        "oberstufe-ausbildung",
        "studium-erwachsene",
    ]
    assert [tile.id for tile in page.audiences] == ["familien", "lehrkraefte"]
    assert [tile.id for tile in page.subjects] == [
        "mathematik",
        "informatik",
        "naturwissenschaften",
        "technik",
    ]
    assert len(page.districts) == 13
    assert (page.events, page.offers, page.news, page.map) == ((), (), (), None)


def test_the_next_three_events(add: Add, start: Callable[[], StartPage]) -> None:
    for day in ("2027-01-01", "2026-12-03", "2026-12-01", "2026-12-02", "2026-11-20"):
        add(f"events/e-{day}", title=day, start=day)
    assert ids(start().events) == ["e-2026-12-01", "e-2026-12-02", "e-2026-12-03"]


def test_the_latest_three_news(add: Add, start: Callable[[], StartPage]) -> None:
    for day in ("2026-11-01", "2026-11-04", "2026-11-02", "2026-11-03"):
        add(f"news/n-{day}", title=day, date=day)
    assert ids(start().news) == ["n-2026-11-04", "n-2026-11-03", "n-2026-11-02"]


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        pytest.param(["2026-02-21", "2026-02-20"], ["n-2026-02-21"], id="nine-months-and-more"),
        pytest.param(["2026-01-01", "2025-12-01"], ["n-2026-01-01"], id="the-newest-stays"),
    ],
)
def test_old_news_is_no_news(
    days: list[str], shown: list[str], add: Add, start: Callable[[], StartPage]
) -> None:
    for day in days:
        add(f"news/n-{day}", title=day, date=day)
    assert ids(start().news) == shown


def add_places(add: Add, **changes: str) -> None:
    for id, (postcode, city) in PLACES.items():
        add(f"offers/{id}", title=id, postcode=f'"{postcode}"', city=city, **changes)


def test_six_offers_one_of_each_district(add: Add, start: Callable[[], StartPage]) -> None:
    add_places(add)
    add("offers/zweite", title="Zweite AG")
    chosen = ids(start().offers)
    assert len(chosen) == len(set(chosen)) == 6
    assert not {"goerlitz", "zweite"} <= set(chosen)


def test_every_day_has_its_choice(add: Add, listing: Callable[[], Listing], site: Site) -> None:
    add_places(add)
    catalogue = listing().catalogue
    days = [catalogue.today + timedelta(days=number) for number in range(5)]

    def chosen(day: date) -> list[str]:
        return ids(start_page(Listing(replace(catalogue, today=day)), site).offers)

    assert chosen(days[0]) == chosen(days[0])
    assert len({tuple(chosen(day)) for day in days}) > 1


def test_confirmed_offers_come_first(add: Add, start: Callable[[], StartPage]) -> None:
    add_places(add)
    add("offers/bestaetigt", title="Bestätigt", checked_by="anbieter")
    assert ids(start().offers)[0] == "bestaetigt"


def test_offers_are_of_many_subjects(add: Add, start: Callable[[], StartPage]) -> None:
    add_places(add, subjects="[technik]")
    add("offers/mathe", title="Mathe", postcode='"02708"', city="Löbau", subjects="[mathematik]")
    assert "mathe" in ids(start().offers)[:2]


@pytest.mark.parametrize(
    ("changes", "is_shown"),
    [
        ({"schedule": "bis 15. März 2025"}, False),
        ({"summary": "Wettbewerb 2025/26."}, False),
        ({"summary": "Wettbewerb 2026/27."}, True),
        ({"price": "2 Euro (Stand 2024)", "cost": "kostenpflichtig"}, False),
        ({"schedule": "seit 2019, wieder ab 2027"}, True),
        ({"checked": "2025-10-01"}, False),
    ],
)
def test_what_is_past_is_not_shown(
    changes: dict[str, str], is_shown: bool, add: Add, start: Callable[[], StartPage]
) -> None:
    add("offers/a", **changes)
    assert ids(start().offers) == (["a"] if is_shown else [])


@pytest.mark.parametrize("status", ["unbestaetigt", "pausiert", "beendet"])
def test_only_running_offers_are_shown(status: str, add: Add, start: Callable[[], StartPage]) -> None:
    add("offers/a", status=status)
    assert start().offers == ()


def test_offers_without_a_place_are_not_shown(add: Add, start: Callable[[], StartPage]) -> None:
    add("offers/a", venue=None, street=None, postcode=None, city=None, mode="online", serves="sachsenweit")
    assert start().offers == ()
