"""Maps: which areas and dots they have, how dark and how big, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from minthub.geometry import middle as middle_of
from minthub.listing import Listing
from minthub.places import Municipality, Outline, Places, Point
from minthub.views.detail import Details
from minthub.views.districts import DistrictLists
from minthub.views.lists import Lists
from minthub.views.maps import Area, Dot, Map, Maps, _legend
from minthub.views.site import Site
from minthub.views.start import start_page

Add = Callable[..., None]
Listed = Callable[[], Listing]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}
BAUTZEN: dict[str, str | None] = {"postcode": '"02625"', "city": "Bautzen"}
ZITTAU: dict[str, str | None] = {"postcode": '"02763"', "city": "Zittau"}


def square(lat: float, lon: float, size: float = 0.2) -> tuple[Point, ...]:
    return (lat, lon), (lat, lon + size), (lat + size, lon + size), (lat + size, lon), (lat, lon)


# Bautzen in the west, Görlitz beside it in the east.
OUTLINES = (Outline("14625", (square(51.0, 14.6),)), Outline("14626", (square(51.0, 14.8),)))
MUNICIPALITIES = (
    Municipality("14626110", "Görlitz", "Görlitz, Stadt", "14626", (51.15, 14.95), 55_000),
    Municipality("14626610", "Zittau", "Zittau, Stadt", "14626", (51.05, 14.9), 25_000),
    Municipality("14625020", "Bautzen", "Bautzen, Stadt", "14625", (51.1, 14.7), 38_000),
)


@pytest.fixture
def maps(listing: Listed) -> Callable[..., Maps]:
    """Maps of two square districts with three towns."""

    def _maps(children: Mapping[str, int] | None = None, outlines: tuple[Outline, ...] = OUTLINES) -> Maps:
        catalogue = replace(listing().catalogue, places=Places((), MUNICIPALITIES, outlines))
        return Maps(Listing(catalogue), children or {})

    return _maps


def shown(map: Map | None) -> Map:
    assert map is not None
    return map


def area(map: Map, id: str) -> Area:
    return next(area for area in map.areas if area.id == id)


def drawn(title: str) -> Area:
    return Area("x", "kreise/x/", title, "2 Angebote", "M0 0l1 0 0 1z", 0, 1, 2)


# The state


def test_the_real_outlines_show_every_district_once(listing: Listed) -> None:
    map = shown(Maps(listing(), {}).state())
    assert (map.title, map.width, map.id) == ("13 Kreise in Sachsen", 600, "state")
    assert [area.title for area in map.areas] == sorted(area.title for area in map.areas)
    assert len({area.id for area in map.areas}) == 13
    for found in map.areas:
        assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", found.path)
        assert 0 < found.x < map.width
        assert 0 < found.y < map.height
        assert found.href == f"kreise/{found.id}/"
        assert found.shade == 0
    assert map.legend == ()


def test_the_real_outlines_lie_where_they_belong(listing: Listed) -> None:
    map = shown(Maps(listing(), {}).state())
    assert area(map, "goerlitz").x > area(map, "dresden").x > area(map, "chemnitz").x
    assert area(map, "vogtlandkreis").y > area(map, "chemnitz").y > area(map, "nordsachsen").y
    assert min(area.x for area in map.areas) == min(
        area(map, id).x for id in ("vogtlandkreis", "leipzig-land")
    )


def test_without_outlines_there_is_no_map(maps: Callable[..., Maps]) -> None:
    made = maps(outlines=())
    assert made.state() is None
    assert made.district(made.catalogue.district("goerlitz")) is None


def test_a_map_counts_only_the_districts_it_shows(maps: Callable[..., Maps]) -> None:
    assert shown(maps().state()).title == "2 Kreise in Sachsen"
    assert shown(maps(outlines=OUTLINES[:1]).state()).title == "1 Kreis in Sachsen"


def test_an_area_says_what_is_there_and_leads_there(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/a")
    add("offers/b", title="Zweite AG")
    add("offers/online", title="Online", **NO_PLACE, mode="online", serves="sachsenweit")
    map = shown(maps().state())
    assert [(area.id, area.href, area.title, area.note, area.is_here) for area in map.areas] == [
        ("bautzen", "kreise/bautzen/", "Bautzen", "noch kein Angebot", False),
        ("goerlitz", "kreise/goerlitz/", "Görlitz", "2 Angebote", False),
    ]
    assert map.areas[1].label == "Görlitz: 2 Angebote"
    assert map.has_links


def test_west_is_left_and_a_shared_border_is_shared(maps: Callable[..., Maps]) -> None:
    map = shown(maps().state())
    west, east = map.areas
    assert west.x < map.width / 2 < east.x
    assert abs(west.y - east.y) <= 3

    def corners(path: str) -> set[tuple[int, int]]:
        numbers = [int(number) for number in re.findall(r"-?\d+", path)]
        x, y = numbers[:2]
        found = {(x, y)}
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            found.add((x, y))
        return found

    assert len(corners(west.path) & corners(east.path)) == 2


@pytest.mark.parametrize(
    ("goerlitz", "bautzen", "children", "shades", "legend"),
    [
        pytest.param(0, 0, {}, (0, 0), (), id="nothing"),
        pytest.param(2, 1, {}, (0, 0), (), id="children-unknown"),
        pytest.param(2, 1, {"14625": 0, "14626": 0}, (0, 0), (), id="no-children"),
        pytest.param(
            2,
            1,
            {"14625": 1000, "14626": 1000},
            (1, 2),
            ("unter 1,0", "1,0 bis unter 2,0", "ab 2,0"),
            id="by-offers",
        ),
        pytest.param(
            2,
            1,
            {"14625": 500, "14626": 4000},
            (2, 1),
            ("unter 0,5", "0,5 bis unter 2,0", "ab 2,0"),
            id="by-children",
        ),
        pytest.param(1, 0, {"14625": 500, "14626": 500}, (0, 1), ("unter 2,0", "ab 2,0"), id="one-without"),
        pytest.param(1, 1, {"14625": 1000, "14626": 1000}, (1, 1), ("unter 1,0", "ab 1,0"), id="alike"),
        pytest.param(1, 1, {"14625": 50_000, "14626": 50_000}, (0, 0), (), id="too-few-to-tell"),
    ],
)
def test_areas_are_darker_the_more_offers_there_are_for_a_child(
    goerlitz: int,
    bautzen: int,
    children: dict[str, int],
    shades: tuple[int, int],
    legend: tuple[str, ...],
    add: Add,
    maps: Callable[..., Maps],
) -> None:
    for number in range(goerlitz):
        add(f"offers/g-{number}", title=f"Görlitz {number}")
    for number in range(bautzen):
        add(f"offers/b-{number}", title=f"Bautzen {number}", **BAUTZEN)
    map = shown(maps(children).state())
    assert tuple(area.shade for area in map.areas) == shades
    assert map.legend == legend
    assert map.legend_title == "Angebote vor Ort je 1.000 Kinder und Jugendliche (3 bis 17 Jahre)"


def test_tiles_say_the_number_behind_the_shade(add: Add, maps: Callable[..., Maps], site: Site) -> None:
    for number in range(5):
        add(f"offers/g-{number}", title=f"Görlitz {number}")
    made = maps({"14625": 1000, "14626": 9000})
    notes = {tile.id: tile.note for tile in DistrictLists(made.listing, site, made).tiles()}
    assert notes["goerlitz"] == "5 Angebote (0,6\xa0je\xa01.000)"
    assert notes["bautzen"] == "noch kein Angebot (0,0\xa0je\xa01.000)"
    assert notes["dresden"] == "noch kein Angebot"
    assert {area.id: area.note for area in shown(made.state()).areas}.items() <= notes.items()
    # 0.556 is shaded as the 0.6 that is printed.
    assert area(shown(made.state()), "goerlitz").shade == 1
    assert shown(made.state()).legend == ("unter 0,6", "ab 0,6")


@pytest.mark.parametrize(
    ("limits", "legend"),
    [
        ([], ()),
        ([0.5], ("unter 0,5", "ab 0,5")),
        ([0.5, 0.8], ("unter 0,5", "0,5 bis unter 0,8", "ab 0,8")),
        ([0.5, 0.8, 12.0], ("unter 0,5", "0,5 bis unter 0,8", "0,8 bis unter 12,0", "ab 12,0")),
    ],
)
def test_the_legend_has_german_commas(limits: list[float], legend: tuple[str, ...]) -> None:
    assert _legend(limits) == legend


# A district


def test_a_district_shows_itself_its_neighbours_and_its_towns(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/a")
    add("offers/b", title="Zweite AG", **ZITTAU)
    add("offers/c", title="Dritte AG")
    add("offers/d", title="Bautzner AG", **BAUTZEN)
    made = maps({"14625": 1000, "14626": 1000})
    map = shown(made.district(made.catalogue.district("goerlitz")))
    assert (map.id, map.title) == ("district", "Landkreis Görlitz mit Nachbarkreisen")
    assert [(area.id, area.is_here, area.shade) for area in map.areas] == [
        ("bautzen", False, 0),
        ("goerlitz", True, 0),
    ]
    assert [(dot.title, dot.note) for dot in map.dots] == [("Görlitz", "2 Angebote"), ("Zittau", "1 Angebot")]
    assert map.caption == "Orte mit Angeboten: Görlitz (2 Angebote), Zittau (1 Angebot)"
    assert (map.legend, map.legend_title) == ((), "")
    goerlitz, zittau = map.dots
    assert goerlitz.x > zittau.x
    assert goerlitz.y < zittau.y
    for dot in map.dots:
        assert 0 < dot.x < map.width
        assert 0 < dot.y < map.height


def test_a_district_without_offers_says_so(maps: Callable[..., Maps]) -> None:
    made = maps()
    map = shown(made.district(made.catalogue.district("goerlitz")))
    assert (map.dots, map.caption) == ((), "Hier sind noch keine Orte mit Angeboten erfasst.")


def test_only_real_neighbours_are_shown(maps: Callable[..., Maps]) -> None:
    outlines = (*OUTLINES, Outline("14511", (square(50.8, 12.8),)))
    made = maps(outlines=outlines)
    map = shown(made.district(made.catalogue.district("goerlitz")))
    assert [area.id for area in map.areas] == ["bautzen", "goerlitz"]


def test_a_district_of_several_parts_is_one_area(maps: Callable[..., Maps]) -> None:
    parts = (
        Outline("14626", (square(51.0, 14.8),)),
        Outline("14626", (square(51.4, 14.8, 0.05),)),
    )
    made = maps(outlines=parts)
    map = shown(made.district(made.catalogue.district("goerlitz")))
    assert len(map.areas) == 1
    assert map.areas[0].path.count("M") == 2
    assert not map.has_links


def test_an_offer_in_an_unknown_town_has_no_dot(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/a", postcode='"02943"', city="Weißwasser")
    made = maps()
    assert shown(made.district(made.catalogue.district("goerlitz"))).dots == ()


def test_a_locality_counts_for_its_town(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/a", city="Görlitz, OT Hagenwerder")
    made = maps()
    map = shown(made.district(made.catalogue.district("goerlitz")))
    assert [(dot.title, dot.note) for dot in map.dots] == [("Görlitz", "1 Angebot")]


@pytest.mark.parametrize(
    ("goerlitz", "zittau", "radii"),
    [(1, 0, [14]), (1, 1, [14, 14]), (4, 1, [14, 10]), (9, 1, [14, 8]), (9, 4, [14, 11])],
)
def test_the_area_of_a_dot_grows_with_the_number(
    goerlitz: int, zittau: int, radii: list[int], add: Add, maps: Callable[..., Maps]
) -> None:
    for number in range(goerlitz):
        add(f"offers/g-{number}", title=f"Görlitz {number}")
    for number in range(zittau):
        add(f"offers/z-{number}", title=f"Zittau {number}", **ZITTAU)
    made = maps()
    map = shown(made.district(made.catalogue.district("goerlitz")))
    assert [dot.radius for dot in map.dots] == radii


@pytest.mark.parametrize("id", ["goerlitz", "dresden", "vogtlandkreis", "nordsachsen", "leipzig-land"])
def test_real_districts_fit_their_sheet(id: str, listing: Listed) -> None:
    made = Maps(listing(), {})
    map = shown(made.district(made.catalogue.district(id)))
    assert map.width <= 480
    assert map.height <= 421
    (here,) = (area for area in map.areas if area.is_here)
    assert here.id == id
    assert 0 < here.x < map.width
    assert 0 < here.y < map.height
    assert {area.id for area in map.areas} == {id, *made.catalogue.district(id).neighbours}


# A record


@pytest.mark.parametrize("folder", ["offers", "events", "providers"])
def test_a_record_has_one_dot_in_its_district(folder: str, add: Add, maps: Callable[..., Maps]) -> None:
    add(f"{folder}/x")
    made = maps()
    record: Any = made.catalogue.find(folder, "x")
    map = shown(made.place(record))
    assert (map.id, map.title, map.caption) == (
        "place",
        "Görlitz auf der Karte: Landkreis Görlitz",
        "Görlitz auf der Karte: Landkreis Görlitz",
    )
    assert [(area.id, area.is_here) for area in map.areas] == [("goerlitz", True)]
    assert not map.has_links
    assert [(dot.title, dot.note, dot.radius) for dot in map.dots] == [("Görlitz", "", 14)]


def test_a_dot_stands_at_the_coordinates_if_there_are_some(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/stadt")
    add("offers/genau", title="Genau", geo="[51.05, 14.85]")
    made = maps()
    found = {id: shown(made.place(made.catalogue.find("offers", id))).dots[0] for id in ("stadt", "genau")}
    assert found["genau"].x < found["stadt"].x
    assert found["genau"].y > found["stadt"].y


def test_a_record_without_a_place_has_no_map(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/online", **NO_PLACE, mode="online", serves="[goerlitz]")
    made = maps()
    assert made.place(made.catalogue.find("offers", "online")) is None


def test_a_record_in_a_district_without_outline_has_no_map(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/a")
    made = maps(outlines=OUTLINES[:1])
    assert made.place(made.catalogue.find("offers", "a")) is None


def test_a_record_in_an_unknown_town_without_postcode_has_no_map(add: Add, maps: Callable[..., Maps]) -> None:
    add("offers/a", postcode=None, city="Weißwasser", district="goerlitz")
    made = maps()
    assert made.place(made.catalogue.find("offers", "a")) is None


# Parts


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Görlitz", ("Görlitz",)),
        ("Mittelsachsen", ("Mittelsachsen",)),
        ("Leipzig (Stadt)", ("Leipzig", "(Stadt)")),
        ("Leipzig (Landkreis)", ("Leipzig", "(Landkreis)")),
        ("Sächsische Schweiz-Osterzgebirge", ("Sächsische", "Schweiz-", "Osterzgebirge")),
        ("Bad Düben", ("Bad Düben",)),
        ("", ("",)),
    ],
)
def test_a_long_title_is_broken_after_blanks_and_hyphens(title: str, lines: tuple[str, ...]) -> None:
    assert drawn(title).lines == lines


@pytest.mark.parametrize(
    ("ring", "middle"),
    [
        ([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)], (1.0, 1.0)),
        ([(0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0)], (1.0, 1.0)),
        ([(0.0, 0.0), (3.0, 0.0), (0.0, 3.0)], (1.0, 1.0)),
        ([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)], (1.0, 1.0)),
        ([(0.0, 0.0), (1.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)], (1.0, 1.0)),
        ([(3.0, 4.0), (5.0, 4.0)], (3.0, 4.0)),
        ([(3.0, 4.0)], (3.0, 4.0)),
    ],
)
def test_the_middle_of_a_ring(ring: list[tuple[float, float]], middle: tuple[float, float]) -> None:
    assert middle_of(ring) == pytest.approx(middle)


def test_a_map_that_shows_only_where_one_is_has_no_links() -> None:
    here = replace(drawn("Görlitz"), is_here=True)
    dots = (Dot("Görlitz", "", 1, 2, 5),)
    assert not Map("x", 1, 1, (here,), dots).has_links
    assert Map("x", 1, 1, (here, drawn("Bautzen")), dots).has_links


# On pages


@pytest.mark.parametrize(
    ("folder", "id"),
    [("offers", "place"), ("events", "place"), ("providers", "place"), ("networks", None), ("funding", None), ("news", None)],
)  # fmt: skip
def test_pages_of_records_with_a_place_show_it(
    folder: str, id: str | None, add: Add, maps: Callable[..., Maps], site: Site
) -> None:
    add(f"{folder}/x")
    made = maps()
    page = Details(made.listing, site, made).of(made.catalogue.find(folder, "x"))
    assert (page.map.id if page.map else None) == id


def test_pages_of_districts_and_the_start_page_show_theirs(maps: Callable[..., Maps], site: Site) -> None:
    made = maps()
    districts = DistrictLists(made.listing, site, made)
    assert districts.index().map == made.state()
    goerlitz = made.catalogue.district("goerlitz")
    assert districts.district(goerlitz).map == made.district(goerlitz)
    assert districts.district(made.catalogue.district("dresden")).map is None
    assert districts.group(goerlitz, districts.vocabulary.age_groups["kita"]).map is None
    assert start_page(made.listing, site, made).map == made.state()
    assert all(page.map is None for page in Lists(made.listing, site, made).all())


def test_without_maps_no_page_shows_one(add: Add, listing: Listed, site: Site) -> None:
    add("offers/x")
    made = listing()
    assert Details(made, site).of(made.catalogue.find("offers", "x")).map is None
    assert all(page.map is None for page in DistrictLists(made, site).all())
