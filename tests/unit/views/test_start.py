"""The start page: honest numbers, ways in, and offers of different places."""

from __future__ import annotations

from collections.abc import Callable

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
    ("offers", "providers", "text"),
    [
        (0, 0, "0 Angebote von 0 Einrichtungen in 13 Kreisen"),
        (1, 1, "1 Angebot von 1 Einrichtung in 13 Kreisen"),
        (2, 3, "2 Angebote von 3 Einrichtungen in 13 Kreisen"),
    ],
)
def test_the_numbers(
    offers: int, providers: int, text: str, add: Add, start: Callable[[], StartPage]
) -> None:
    for number in range(offers):
        add(f"offers/o-{number}", title=f"AG {number}")
    for number in range(providers):
        add(f"providers/p-{number}", title=f"Verein {number}", website=f"https://p{number}.example.org")
    add("offers/ende", title="Zu Ende", status="beendet")
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


def test_offers_are_the_freshest_one_of_each_district(add: Add, start: Callable[[], StartPage]) -> None:
    add("offers/alt", title="Alt", checked="2026-10-01")
    add("offers/neu", title="Neu", checked="2026-11-02")
    add("offers/bautzen", title="Bautzen", postcode='"02625"', city="Bautzen", checked="2026-11-10")
    assert ids(start().offers) == ["bautzen", "neu"]


def test_of_offers_checked_on_one_day_the_first_by_id_is_shown(
    add: Add, start: Callable[[], StartPage]
) -> None:
    add("offers/b", title="A zuerst nach Titel")
    add("offers/a", title="B zuletzt nach Titel")
    assert ids(start().offers) == ["a"]


def test_six_offers_are_enough(add: Add, start: Callable[[], StartPage]) -> None:
    for day, (id, (postcode, city)) in enumerate(PLACES.items(), start=1):
        add(f"offers/{id}", title=id, postcode=f'"{postcode}"', city=city, checked=f"2026-11-{day:02}")
    assert ids(start().offers) == ["zwickau", "plauen", "meissen", "leipzig", "goerlitz", "dresden"]


@pytest.mark.parametrize("status", ["unbestaetigt", "pausiert", "beendet"])
def test_only_running_offers_are_shown(status: str, add: Add, start: Callable[[], StartPage]) -> None:
    add("offers/a", status=status)
    assert start().offers == ()


def test_offers_without_a_place_are_not_shown(add: Add, start: Callable[[], StartPage]) -> None:
    add("offers/a", venue=None, street=None, postcode=None, city=None, mode="online", serves="sachsenweit")
    assert start().offers == ()
