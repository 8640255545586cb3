"""Index pages of offers and of everything else: paths, words for numbers, groups and their order."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from minthub.listing import Listing
from minthub.views.listpage import CardGroup, ListPage, NearSearch, offers_text
from minthub.views.lists import Lists
from minthub.views.overviews import Overviews
from minthub.views.site import Link, Site, Tile

Add = Callable[..., None]
Listed = Callable[[], Listing]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}
BAUTZEN: dict[str, str | None] = {"postcode": '"02625"', "city": "Bautzen"}


def ids(page: ListPage) -> dict[str, list[str]]:
    """The ids of the records under the headings of a page."""
    return {group.title: [card.data_id.partition("/")[2] for card in group.cards] for group in page.groups}


@pytest.mark.parametrize(
    ("number", "text"), [(0, "noch kein Angebot"), (1, "1 Angebot"), (2, "2 Angebote"), (512, "512 Angebote")]
)
def test_a_number_of_offers_in_words(number: int, text: str) -> None:
    assert offers_text(number) == text


@pytest.mark.parametrize(("groups", "shows"), [(0, False), (1, False), (2, False), (3, True), (13, True)])
def test_a_table_of_contents_from_three_groups_on(groups: int, shows: bool) -> None:
    page = ListPage(
        "x/", "X", "", "", "x", groups=tuple(CardGroup(str(n), str(n), ()) for n in range(groups))
    )
    assert page.shows_contents is shows
    assert page.head_title == "X"


@pytest.fixture
def lists(listing: Listed, site: Site) -> Callable[[], Lists]:
    return lambda: Lists(listing(), site)


@pytest.fixture
def overviews(listing: Listed, site: Site) -> Callable[[], Overviews]:
    return lambda: Overviews(listing(), site)


# Offers


def test_districts_stand_in_the_order_of_the_alphabet(lists: Callable[[], Lists]) -> None:
    assert [district.short_title for district in lists().districts] == [
        "Bautzen",
        "Chemnitz",
        "Dresden",
        "Erzgebirgskreis",
        "Görlitz",
        "Leipzig (Landkreis)",
        "Leipzig (Stadt)",
        "Meißen",
        "Mittelsachsen",
        "Nordsachsen",
        "Sächsische Schweiz-Osterzgebirge",
        "Vogtlandkreis",
        "Zwickau",
    ]


def technik(lists: Lists) -> ListPage:
    """The page of a subject that all records here have."""
    return next(page for page in lists.subjects() if page.path == "faecher/technik/")


def test_offers_by_district_and_those_without_one_last(add: Add, lists: Callable[[], Lists]) -> None:
    add("offers/online", title="Online-Kurs", **NO_PLACE, mode="online", serves="sachsenweit")
    add("offers/goerlitz-b", title="B-Kurs")
    add("offers/goerlitz-a", title="A-Kurs")
    add("offers/bautzen", title="C-Kurs", **BAUTZEN)
    add("offers/ende", title="Zu Ende", status="beendet")
    page = technik(lists())
    assert (page.title, page.section) == ("Technik: Angebote", "faecher")
    assert page.lead == "Bauen, Tüfteln, Maschinen, Energie. 4 Angebote, nach Kreisen geordnet."
    assert ids(page) == {
        "Landkreis Bautzen": ["bautzen"],
        "Landkreis Görlitz": ["goerlitz-a", "goerlitz-b"],
        "Mobil, online und sachsenweit": ["online"],
    }
    assert [(group.id, group.href) for group in page.groups] == [
        ("bautzen", "kreise/bautzen/"),
        ("goerlitz", "kreise/goerlitz/"),
        ("sachsenweit", ""),
    ]
    assert page.shows_contents


def test_a_page_tells_machines_what_it_lists_in_its_order(add: Add, lists: Callable[[], Lists]) -> None:
    add("offers/goerlitz", title="G-Kurs")
    add("offers/bautzen", title="B-Kurs", **BAUTZEN)
    data = json.loads(technik(lists()).json_ld)
    assert [item["url"] for item in data["itemListElement"]] == [
        "https://mint.example.org/angebote/bautzen/",
        "https://mint.example.org/angebote/goerlitz/",
    ]


def test_a_page_without_offers_says_so_and_has_no_list_for_machines(lists: Callable[[], Lists]) -> None:
    page = technik(lists())
    assert (page.groups, page.json_ld) == ((), "")
    assert page.empty == "Zu diesem Fach sind noch keine Angebote erfasst."


def test_confirmed_offers_come_before_unconfirmed_before_pausing_before_old_ones(
    add: Add, lists: Callable[[], Lists]
) -> None:
    add("offers/a", title="A pausiert", status="pausiert")
    add("offers/b", title="B unbestätigt", status="unbestaetigt")
    add("offers/c", title="C alt", checked="2025-05-01")
    add("offers/d", title="Ö läuft")
    add("offers/e", title="P läuft")
    assert ids(technik(lists())) == {"Landkreis Görlitz": ["d", "e", "b", "a", "c"]}


def test_age_tiles_count_offers_of_every_group(add: Add, lists: Callable[[], Lists]) -> None:
    add("offers/a")
    add("offers/b", title="Für Kleine", ages="[5, 7]")
    assert lists().age_tiles() == (
        Tile("Kita", "alter/kita/", "3 bis 6 Jahre · 1 Angebot", "kita"),
        Tile("Grundschule", "alter/grundschule/", "6 bis 10 Jahre · 2 Angebote", "grundschule"),
        Tile("Klasse 5 bis 7", "alter/klasse-5-7/", "10 bis 13 Jahre · 1 Angebot", "klasse-5-7"),
        Tile("Klasse 8 bis 10", "alter/klasse-8-10/", "13 bis 16 Jahre · 1 Angebot", "klasse-8-10"),
        Tile(
            "Oberstufe und Ausbildung",
            "alter/oberstufe-ausbildung/",
            "16 bis 19 Jahre · noch kein Angebot",
            "oberstufe-ausbildung",
        ),
        Tile(
            "Studium und Erwachsene",
            "alter/studium-erwachsene/",
            "ab 18 Jahren · noch kein Angebot",
            "studium-erwachsene",
        ),
    )


def test_only_audiences_with_a_page_have_a_tile(add: Add, lists: Callable[[], Lists]) -> None:
    add("offers/a", audiences="[familien, maedchen]")
    assert lists().audience_tiles() == (
        Tile("Familien", "alter/familien/", "1 Angebot", "familien"),
        Tile("Lehrkräfte", "alter/lehrkraefte/", "noch kein Angebot", "lehrkraefte"),
    )


def test_pages_of_ages_and_audiences_in_their_order(lists: Callable[[], Lists]) -> None:
    assert [(page.path, page.title) for page in lists().age_groups()] == [
        ("alter/", "Nach Alter"),
        ("alter/kita/", "Kita: Angebote"),
        ("alter/grundschule/", "Grundschule: Angebote"),
        ("alter/klasse-5-7/", "Klasse 5 bis 7: Angebote"),
        ("alter/klasse-8-10/", "Klasse 8 bis 10: Angebote"),
        ("alter/oberstufe-ausbildung/", "Oberstufe und Ausbildung: Angebote"),
        ("alter/studium-erwachsene/", "Studium und Erwachsene: Angebote"),
        ("alter/familien/", "Angebote für Familien"),
        ("alter/lehrkraefte/", "Angebote für Lehrkräfte"),
    ]


def test_an_age_page_leads_to_the_pages_of_districts_for_this_age(
    add: Add, lists: Callable[[], Lists]
) -> None:
    add("offers/a")
    page = next(page for page in lists().age_groups() if page.path == "alter/grundschule/")
    assert page.lead == (
        "Forschen, bauen und knobeln in den Klassen 1 bis 4. 6 bis 10 Jahre. 1 Angebot, nach Kreisen geordnet."
    )
    assert page.description == (
        "1 Angebot für Grundschule. Forschen, bauen und knobeln in den Klassen 1 bis 4. 6 bis 10 Jahre."
    )
    assert page.breadcrumbs == (Link("Nach Alter", "alter/"),)
    assert [(group.title, group.href) for group in page.groups] == [
        ("Landkreis Görlitz", "kreise/goerlitz/grundschule/")
    ]


@pytest.mark.parametrize(
    ("path", "near", "finder"),
    [
        ("alter/klasse-5-7/", NearSearch(ages=(10, 11, 12)), ""),
        ("alter/studium-erwachsene/", NearSearch((("alter", "19"),)), "angebote/?alter=19"),
        ("alter/familien/", NearSearch((("zielgruppe", "familien"),)), "angebote/?zielgruppe=familien"),
        ("faecher/technik/", NearSearch((("fach", "technik"),)), "angebote/?fach=technik"),
        (
            "faecher/themen/3d-druck/",
            NearSearch((("thema", "3d-druck"),)),
            "angebote/?thema=3d-druck",
        ),
    ],
)
def test_the_finder_is_asked_for_the_same_near_a_place(
    path: str, near: NearSearch, finder: str, add: Add, lists: Callable[[], Lists]
) -> None:
    for id in "abc":
        add(f"offers/{id}", title=id, ages="[10, 30]", audiences="[familien]", topics="[3D-Druck]")
    page = next(page for page in lists().all() if page.path == path)
    assert page.near == near
    assert near.finder == finder


def test_nothing_is_looked_for_where_there_is_nothing(lists: Callable[[], Lists]) -> None:
    assert all(page.near is None for page in lists().all())


def test_hundreds_of_offers_and_providers_take_a_line_each(
    add: Add, lists: Callable[[], Lists], overviews: Callable[[], Overviews]
) -> None:
    add("offers/a")
    add("offers/online", title="Online-Kurs", **NO_PLACE, mode="online", serves="sachsenweit")
    add("providers/p")
    groups = (*technik(lists()).groups, *overviews().providers().groups)
    assert [(group.id, group.is_compact) for group in groups] == [
        ("goerlitz", True),
        ("sachsenweit", True),
        ("goerlitz", True),
    ]


def test_an_age_page_without_offers_says_so(lists: Callable[[], Lists]) -> None:
    page = next(page for page in lists().age_groups() if page.path == "alter/kita/")
    assert (page.groups, page.empty) == ((), "Hierfür sind noch keine Angebote erfasst.")
    assert page.lead.endswith("noch kein Angebot, nach Kreisen geordnet.")


def test_an_audience_page_leads_to_whole_districts(add: Add, lists: Callable[[], Lists]) -> None:
    add("offers/a", audiences="[familien]")
    page = next(page for page in lists().age_groups() if page.path == "alter/familien/")
    assert page.lead == "Kinder und Erwachsene gemeinsam. 1 Angebot, nach Kreisen geordnet."
    assert [group.href for group in page.groups] == ["kreise/goerlitz/"]


def test_pages_of_subjects(add: Add, lists: Callable[[], Lists]) -> None:
    add("offers/a", subjects="[technik]")
    pages = {page.path: page for page in lists().subjects()}
    assert list(pages) == [
        "faecher/",
        "faecher/mathematik/",
        "faecher/informatik/",
        "faecher/naturwissenschaften/",
        "faecher/technik/",
    ]
    assert pages["faecher/"].tile_groups[0].tiles[3] == Tile(
        "Technik", "faecher/technik/", "Bauen, Tüfteln, Maschinen, Energie. 1 Angebot", "technik"
    )
    technik = pages["faecher/technik/"]
    assert technik.lead == "Bauen, Tüfteln, Maschinen, Energie. 1 Angebot, nach Kreisen geordnet."
    assert ids(technik) == {"Landkreis Görlitz": ["a"]}
    assert pages["faecher/mathematik/"].empty == "Zu diesem Fach sind noch keine Angebote erfasst."


def test_a_topic_has_a_page_from_three_offers_on(add: Add, lists: Callable[[], Lists]) -> None:
    for number in range(3):
        add(f"offers/r-{number}", title=f"Robotik {number}", topics="[Robotik, 3D-Druck]")
    add("offers/r-3", title="Robotik 3", topics="[robotik]")
    add("offers/l-0", title="Löten 0", topics="[Löten, Bionik]")
    add("offers/l-1", title="Löten 1", topics="[Löten]")
    made = lists()
    assert [(page.path, page.title) for page in made.topics()] == [
        ("faecher/themen/3d-druck/", "Thema 3D-Druck"),
        ("faecher/themen/robotik/", "Thema Robotik"),
    ]
    robotik = list(made.topics())[1]
    assert robotik.lead == "4 Angebote, nach Kreisen geordnet."
    assert robotik.description == "4 Angebote zum Thema Robotik in Sachsen."
    overview = next(made.subjects())
    assert overview.tile_groups[1].tiles == (
        Tile("3D-Druck", "faecher/themen/3d-druck/", "3"),
        Tile("Robotik", "faecher/themen/robotik/", "4"),
    )


def test_no_page_has_the_path_of_another(add: Add, lists: Callable[[], Lists]) -> None:
    for number in range(3):
        add(f"offers/r-{number}", title=f"Robotik {number}")
    paths = [page.path for page in lists().all()]
    assert len(paths) == len(set(paths)) == 9 + 5 + 1
    assert all(path.endswith("/") and not path.startswith("/") for path in paths)


# Everything else


def test_overviews_of_everything_else(overviews: Callable[[], Overviews]) -> None:
    assert [(page.path, page.title, page.section, page.groups) for page in overviews().all()] == [
        ("termine/", "Termine", "termine", ()),
        ("netzwerke/", "Netzwerke", "netzwerke", ()),
        ("anbieter/", "Anbieter", "anbieter", ()),
        ("foerderung/", "Förderung", "foerderung", ()),
        ("neuigkeiten/", "Neuigkeiten", "neuigkeiten", ()),
    ]
    assert all(page.empty for page in overviews().all())


def test_without_dates_two_links_lead_on(overviews: Callable[[], Overviews]) -> None:
    page = overviews().events()
    assert page.empty == (
        "Zurzeit sind keine kommenden Termine erfasst. Viele Angebote laufen das ganze Jahr."
    )
    assert [(link.text, link.href) for link in page.empty_links] == [
        ("Angebote ansehen", "angebote/"),
        ("Termin melden", "mitmachen/angebot-eintragen/?art=termin"),
    ]


def test_events_stand_under_their_months(add: Add, overviews: Callable[[], Overviews]) -> None:
    add("events/jahr", title="Neujahr", start="2027-01-01")
    add("events/b", title="B", start="2026-12-05 16:00")
    add("events/a", title="A", start="2026-12-05 09:00")
    add("events/ganztags", title="Ganztags", start="2026-12-05")
    add("events/heute", title="Heute", start="2026-11-21 08:00")
    add("events/laeuft", title="Läuft noch", start="2026-10-31", end="2026-11-21")
    add("events/gestern", title="Gestern", start="2026-11-20")
    add("events/naechstes-jahr", title="Nächstes Jahr", start="2027-12-01")
    add("events/abgesagt", title="Abgesagt", start="2026-12-31", event_status="abgesagt")
    page = overviews().events()
    assert ids(page) == {
        "Oktober 2026": ["laeuft"],
        "November 2026": ["heute"],
        "Dezember 2026": ["ganztags", "a", "b", "abgesagt"],
        "Januar 2027": ["jahr"],
        "Dezember 2027": ["naechstes-jahr"],
    }
    assert [group.id for group in page.groups] == [
        "monat-2026-10",
        "monat-2026-11",
        "monat-2026-12",
        "monat-2027-01",
        "monat-2027-12",
    ]


def test_a_series_stands_once_under_the_month_of_its_next_time(
    add: Add, overviews: Callable[[], Overviews]
) -> None:
    add("events/reihe", start="2026-09-02", repeats="monatlich", until="2027-06-30")
    assert ids(overviews().events()) == {"Dezember 2026": ["reihe"]}


def test_networks_of_the_state_come_before_those_of_districts(
    add: Add, overviews: Callable[[], Overviews]
) -> None:
    add("networks/b", title="B", serves="sachsenweit", type="landesweit")
    add("networks/a", title="A", serves="[goerlitz]")
    add("networks/alt", title="Alt", serves="[goerlitz]", until="2025")
    add("networks/ende", title="Ende", serves="[goerlitz]", status="beendet")
    assert ids(overviews().networks()) == {"Sachsenweit": ["b"], "In den Kreisen": ["a"]}


@pytest.mark.parametrize(
    ("number", "lead"),
    [
        (0, "0 Einrichtungen, nach Kreisen geordnet."),
        (1, "1 Einrichtung, nach Kreisen geordnet."),
        (2, "2 Einrichtungen, nach Kreisen geordnet."),
    ],
)
def test_providers_are_counted(number: int, lead: str, add: Add, overviews: Callable[[], Overviews]) -> None:
    for index in range(number):
        add(f"providers/p-{index}", title=f"Verein {index}", website=f"https://p{index}.example.org")
    assert overviews().providers().lead == lead


def test_providers_stand_under_their_districts(add: Add, overviews: Callable[[], Overviews]) -> None:
    add("providers/z", title="Ätherverein", website="https://a.example.org")
    add("providers/b", title="Bastelverein", website="https://b.example.org")
    add("providers/s", title="Stiftung", **NO_PLACE, serves="sachsenweit", website="https://s.example.org")
    assert ids(overviews().providers()) == {
        "Landkreis Görlitz": ["z", "b"],
        "Anderswo und sachsenweit": ["s"],
    }


def test_funding_stands_in_one_group(add: Add, overviews: Callable[[], Overviews]) -> None:
    add("funding/b", title="B-Fonds")
    add("funding/a", title="A-Fonds")
    add("funding/alt", title="Alter Fonds", checked="2024-11-20")
    add("funding/ende", title="Ende-Fonds", status="beendet")
    assert ids(overviews().funding()) == {"Programme und Stiftungen": ["a", "b"]}


def test_news_stand_under_their_years_the_newest_first(add: Add, overviews: Callable[[], Overviews]) -> None:
    add("news/a", title="A", date="2026-11-10")
    add("news/b", title="B", date="2026-11-20")
    add("news/c", title="C", date="2025-12-31", checked="2026-01-01")
    add("news/d", title="D", date="2025")
    add("news/e", title="E", date="2026-11-15", ends="2026-11-21")
    add("news/f", title="F", date="2026-11-16", ends="2026-11-20")
    page = overviews().news()
    assert ids(page) == {"2026": ["b", "e", "a"], "2025": ["c", "d"]}
    assert [group.id for group in page.groups] == ["jahr-2026", "jahr-2025"]
