"""Pages of districts: what lies there, what comes there, ages, neighbours, the office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.listing import Listing
from minthub.views.districts import DistrictLists
from minthub.views.listpage import ListPage
from minthub.views.site import Link, Site, Tile

Add = Callable[..., None]
Listed = Callable[[], Listing]
Page = Callable[..., ListPage]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}
BAUTZEN: dict[str, str | None] = {"postcode": '"02625"', "city": "Bautzen"}


@pytest.fixture
def page(listing: Listed, site: Site) -> Page:
    """`page("goerlitz")`, `page("goerlitz", "kita")`: the page of a district, or of one of its age groups."""

    def _page(district: str, group: str = "") -> ListPage:
        made = DistrictLists(listing(), site)
        record = made.catalogue.district(district)
        return made.group(record, made.vocabulary.age_groups[group]) if group else made.district(record)

    return _page


@pytest.fixture
def district(content: Path) -> Callable[..., None]:
    """Adds lines to the record of a district."""

    def _add(id: str, lines: str) -> None:
        path = content / "regions" / f"{id}.md"
        path.write_text(path.read_text("utf-8").replace("seat:", f"{lines}\nseat:", 1), "utf-8")

    return _add


def ids(page: ListPage) -> dict[str, list[str]]:
    return {group.title: [card.data_id.partition("/")[2] for card in group.cards] for group in page.groups}


def facts(page: ListPage) -> dict[str, tuple[Link, ...]]:
    (group,) = page.facts
    assert group.title == "Über den Kreis"
    return {fact.label: fact.items for fact in group.facts}


def test_every_district_has_a_page_and_one_for_each_age(listing: Listed, site: Site) -> None:
    paths = [page.path for page in DistrictLists(listing(), site).all()]
    assert len(paths) == len(set(paths)) == 1 + 13 * 7
    assert paths[:9] == [
        "kreise/",
        "kreise/bautzen/",
        "kreise/bautzen/kita/",
        "kreise/bautzen/grundschule/",
        "kreise/bautzen/klasse-5-7/",
        "kreise/bautzen/klasse-8-10/",
        "kreise/bautzen/oberstufe-ausbildung/",
        "kreise/bautzen/studium-erwachsene/",
        "kreise/chemnitz/",
    ]


def test_the_index_counts_the_offers_of_every_district(add: Add, listing: Listed, site: Site) -> None:
    add("offers/a")
    add("offers/b", title="Zweite AG")
    add("offers/c", title="Dritte AG", **BAUTZEN)
    page = DistrictLists(listing(), site).index()
    tiles = page.tile_groups[0].tiles
    assert len(tiles) == 13
    assert tiles[0] == Tile("Bautzen", "kreise/bautzen/", "1 Angebot", "bautzen")
    assert tiles[1] == Tile("Chemnitz", "kreise/chemnitz/", "noch kein Angebot", "chemnitz")
    assert tiles[4] == Tile("Görlitz", "kreise/goerlitz/", "2 Angebote", "goerlitz")
    assert page.lead.startswith("13 Landkreise und Kreisfreie Städte")
    assert page.description == "MINT-Angebote in den 13 Kreisen und Städten in Sachsen."


@pytest.mark.parametrize(
    ("local", "elsewhere", "lead"),
    [
        (0, 0, "Vor Ort ist noch kein Angebot erfasst."),
        (1, 0, "1 Angebot vor Ort erfasst."),
        (2, 0, "2 Angebote vor Ort erfasst."),
        (
            0,
            1,
            "Vor Ort ist noch kein Angebot erfasst. Dazu: 1 gibt es online.",
        ),
        (1, 1, "1 Angebot vor Ort erfasst. Dazu: 1 gibt es online."),
        (2, 3, "2 Angebote vor Ort erfasst. Dazu: 3 gibt es online."),
    ],
)
def test_the_lead_says_honestly_how_many_there_are(
    local: int, elsewhere: int, lead: str, add: Add, page: Page
) -> None:
    for number in range(local):
        add(f"offers/hier-{number}", title=f"Hier {number}")
    for number in range(elsewhere):
        add(f"offers/dort-{number}", title=f"Dort {number}", **NO_PLACE, mode="online", serves="sachsenweit")
    assert page("goerlitz").lead == lead


@pytest.mark.parametrize(
    ("modes", "said"),
    [
        (["mobil"], "1 kommt zu Ihnen"),
        (["mobil", "mobil", "online"], "2 kommen zu Ihnen und 1 gibt es online"),
        (["vor-ort"], "1 findet anderswo statt"),
        (
            ["vor-ort", "mobil", "vor-ort", "online", "hybrid"],
            "1 kommt zu Ihnen, 2 gibt es online und 2 finden anderswo statt",
        ),
    ],
)
def test_the_lead_says_which_way_the_others_come(modes: list[str], said: str, add: Add, page: Page) -> None:
    for number, mode in enumerate(modes):
        add(f"offers/dort-{number}", title=f"Dort {number}", **BAUTZEN, mode=mode, serves="[goerlitz]")
    assert page("goerlitz").lead == f"Vor Ort ist noch kein Angebot erfasst. Dazu: {said}."


def test_what_takes_place_elsewhere_names_its_place(add: Add, page: Page) -> None:
    add("offers/camp", title="Mathecamp", **BAUTZEN, venue="Schloss", serves="sachsenweit")
    (group,) = page("goerlitz").groups
    assert (group.id, group.title) == ("anderswo", "Auch für Ihren Kreis – findet anderswo statt")
    assert "Bautzen, Schloss" in group.cards[0].line


def test_what_a_district_page_shows_and_in_which_order(add: Add, page: Page) -> None:
    add("events/nacht")
    add("events/tour", title="Tour", **NO_PLACE, mode="mobil", serves="[goerlitz]", start="2026-12-01")
    add("events/bautzen", title="Anderswo", **BAUTZEN)
    add("offers/ag")
    add("offers/bautzen", title="Bautzner AG", **BAUTZEN)
    add("offers/mobil", title="Mobiles Labor", **BAUTZEN, mode="mobil", serves="[goerlitz]")
    add("offers/land", title="Landesweit", **NO_PLACE, mode="online", serves="sachsenweit")
    add("networks/lausitz")
    add("networks/land", title="Landesnetz", serves="sachsenweit")
    add("news/hier")
    add("news/land", title="Landesmeldung", districts=None)
    add("funding/land")
    add("funding/hier", title="Kreisfonds", serves="[goerlitz]")
    add("funding/dort", title="Stadtfonds", serves="[dresden]")
    add("offers/camp", title="Camp", **BAUTZEN, serves="sachsenweit")
    made = page("goerlitz")
    assert ids(made) == {
        "Nächste Termine": ["tour", "nacht"],
        "Angebote vor Ort": ["ag"],
        "Kommt zu Ihnen": ["mobil"],
        "Online": ["land"],
        "Auch für Ihren Kreis – findet anderswo statt": ["camp"],
        "Netzwerke": ["lausitz"],
        "Neuigkeiten": ["hier"],
        "Förderung": ["hier", "land"],
    }
    assert [group.id for group in made.groups] == [
        "termine", "angebote", "kommt-zu-ihnen", "online", "anderswo", "netzwerke", "neuigkeiten", "foerderung",
    ]  # fmt: skip


def test_groups_lead_to_the_whole_lists(add: Add, page: Page) -> None:
    add("events/nacht")
    add("offers/ag")
    add("offers/land", title="Landesweit", **NO_PLACE, mode="online", serves="sachsenweit")
    assert [(group.id, group.href, group.is_compact) for group in page("goerlitz").groups] == [
        ("termine", "termine/", False),
        ("angebote", "", False),
        ("online", "", True),
    ]


def test_a_network_seated_in_the_district_is_shown_even_if_it_serves_others(add: Add, page: Page) -> None:
    add("networks/buero", postcode='"02826"', city="Görlitz", serves="[bautzen]")
    assert ids(page("goerlitz")) == {"Netzwerke": ["buero"]}


def test_six_news_are_enough(add: Add, page: Page) -> None:
    for number in range(1, 9):
        add(f"news/n-{number}", title=f"Meldung {number}", date=f"2026-11-0{number}")
    assert ids(page("goerlitz"))["Neuigkeiten"] == ["n-8", "n-7", "n-6", "n-5", "n-4", "n-3"]


def test_a_district_without_anything_points_to_its_neighbours(page: Page) -> None:
    made = page("bautzen")
    assert made.groups == ()
    assert made.empty == (
        "Hier sind noch keine Angebote erfasst. Sehen Sie in den Nachbarkreisen nach: "
        "Dresden, Görlitz, Meißen, Sächsische Schweiz-Osterzgebirge."
    )


def test_the_frame_of_a_district_page(page: Page) -> None:
    made = page("goerlitz")
    assert (made.path, made.title, made.section, made.description, made.body) == (
        "kreise/goerlitz/",
        "Landkreis Görlitz",
        "kreise",
        "Angebote im Kreis Görlitz.",
        "<p>Ein Kreis.</p>\n",
    )
    assert made.breadcrumbs == (Link("Kreise", "kreise/"),)
    assert made.edit == Link(
        "Auf GitHub bearbeiten", "https://git.example.org/edit/main/content/regions/goerlitz.md"
    )
    assert made.title_other is None


def test_a_sorbian_name_stands_beside_the_title_in_its_language(
    page: Page, district: Callable[..., None]
) -> None:
    district("goerlitz", "name_hsb: Wokrjes Zhorjelc")
    made = page("goerlitz")
    assert made.title_other == Link("Wokrjes Zhorjelc", lang="hsb")
    assert facts(made)["Obersorbisch"] == (Link("Wokrjes Zhorjelc", lang="hsb"),)


def test_the_facts_of_a_district(page: Page) -> None:
    assert facts(page("goerlitz")) == {
        "Art": (Link("Landkreis"),),
        "Sitz der Verwaltung": (Link("Görlitz"),),
        "Nachbarkreise": (Link("Bautzen", "kreise/bautzen/"),),
        "Koordinierung": (),
    }


def test_a_city_is_no_landkreis(page: Page) -> None:
    assert facts(page("dresden"))["Art"] == (Link("Kreisfreie Stadt"),)


def test_the_coordinating_office_with_all_ways_to_reach_it(page: Page, district: Callable[..., None]) -> None:
    district(
        "goerlitz",
        "coordination:\n  organisation: Koordinierungsstelle\n  website: https://www.example.org/kos\n"
        '  contact: [info@example.org, "03581 1234"]',
    )
    made = page("goerlitz")
    assert "Koordinierung" not in facts(made)
    assert made.office == (
        Link("Koordinierungsstelle"),
        Link("example.org/kos", "https://www.example.org/kos"),
        Link("info@example.org", "mailto:info@example.org"),
        Link("03581 1234", "tel:+4935811234"),
    )


def test_an_office_may_have_only_a_name(page: Page, district: Callable[..., None]) -> None:
    district("goerlitz", "coordination:\n  organisation: Koordinierungsstelle")
    assert page("goerlitz").office == (Link("Koordinierungsstelle"),)


def test_where_no_office_is_known_this_is_said(page: Page) -> None:
    made = page("goerlitz")
    assert (made.office, facts(made)["Koordinierung"]) == ((), ())


# Ages


def test_the_ages_of_a_district_count_what_lies_there(add: Add, page: Page) -> None:
    add("offers/ag")
    add("offers/land", title="Landesweit", **NO_PLACE, mode="online", serves="sachsenweit")
    (group,) = page("goerlitz").tile_groups
    assert group.title == "Angebote nach Alter"
    assert [(tile.href, tile.note) for tile in group.tiles] == [
        ("kreise/goerlitz/kita/", "3 bis 6 Jahre · noch kein Angebot"),
        ("kreise/goerlitz/grundschule/", "6 bis 10 Jahre · 1 Angebot"),
        ("kreise/goerlitz/klasse-5-7/", "10 bis 13 Jahre · 1 Angebot"),
        ("kreise/goerlitz/klasse-8-10/", "13 bis 16 Jahre · 1 Angebot"),
        ("kreise/goerlitz/oberstufe-ausbildung/", "16 bis 19 Jahre · noch kein Angebot"),
        ("kreise/goerlitz/studium-erwachsene/", "ab 18 Jahren · noch kein Angebot"),
    ]


def test_an_age_page_shows_what_fits_there_and_what_comes(add: Add, page: Page) -> None:
    add("offers/ag")
    add("offers/klein", title="Für Kleine", ages="[3, 5]")
    add("offers/land", title="Landesweit", **NO_PLACE, mode="online", serves="sachsenweit")
    add("offers/land-klein", title="Kita-Kiste", **NO_PLACE, mode="mobil", serves="[goerlitz]", ages="[3, 5]")
    made = page("goerlitz", "kita")
    assert ids(made) == {"Angebote vor Ort": ["klein"], "Kommt zu Ihnen": ["land-klein"]}
    assert (made.path, made.title) == ("kreise/goerlitz/kita/", "Kita – Landkreis Görlitz")
    assert made.lead == (
        "Erste Versuche, Staunen und Fragen – für Kinder vor der Schule. 3 bis 6 Jahre. 1 Angebot vor Ort."
    )
    assert made.description == "MINT-Angebote für Kita (3 bis 6 Jahre): Landkreis Görlitz. 1 Angebot vor Ort."
    assert made.breadcrumbs == (
        Link("Kreise", "kreise/"),
        Link("Landkreis Görlitz", "kreise/goerlitz/"),
    )


def test_an_age_page_leads_to_other_ages_and_to_neighbours(page: Page) -> None:
    made = page("bautzen", "kita")
    others, neighbours = made.tile_groups
    assert (others.title, neighbours.title) == ("Anderes Alter", "Kita in den Nachbarkreisen")
    assert [tile.id for tile in others.tiles] == [
        "grundschule",
        "klasse-5-7",
        "klasse-8-10",
        "oberstufe-ausbildung",
        "studium-erwachsene",
    ]
    assert [tile.href for tile in neighbours.tiles] == [
        "kreise/dresden/kita/",
        "kreise/goerlitz/kita/",
        "kreise/meissen/kita/",
        "kreise/saechsische-schweiz-osterzgebirge/kita/",
    ]


def test_an_age_page_without_offers_says_so(page: Page) -> None:
    made = page("goerlitz", "kita")
    assert made.groups == ()
    assert made.lead.endswith("Vor Ort ist noch kein Angebot erfasst.")
    assert made.empty == (
        "Für dieses Alter ist hier noch kein Angebot erfasst. Vielleicht gibt es etwas im Nachbarkreis."
    )
