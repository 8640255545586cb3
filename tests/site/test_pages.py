"""The built mini site: every page there, every link alive, every page well-formed and named."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from minthub.listing import Listing
from minthub.model.kinds import KINDS
from minthub.paths import GALLERY, SECTIONS, record_path
from tests.conftest import ROOT
from tests.mini import load_listing
from tests.site.conftest import PREFIX
from tests.site.html import NOT_FOUND, HtmlPage, broken_links, page_faults, repeated, text_of
from tests.site.kinds import KINDS_OF_PAGES

pytestmark = pytest.mark.slow

AGE_GROUPS = [
    "kita",
    "grundschule",
    "klasse-5-7",
    "klasse-8-10",
    "oberstufe-ausbildung",
    "studium-erwachsene",
]

INDEX_PAGES = [
    "",
    "angebote/",
    "kreise/",
    "alter/",
    *(f"alter/{group}/" for group in [*AGE_GROUPS, "familien", "lehrkraefte"]),
    "faecher/",
    *(f"faecher/{subject}/" for subject in ["mathematik", "informatik", "naturwissenschaften", "technik"]),
    "faecher/themen/robotik/",
    "termine/",
    "netzwerke/",
    "anbieter/",
    "foerderung/",
    "neuigkeiten/",
    "mitmachen/",
    *(f"mitmachen/{name}/" for name in ["angebot-eintragen", "schritt-fuer-schritt", "was-gehoert-hinein"]),
    *(f"mitmachen/{name}/" for name in ["bestaetigen", "kreis-uebernehmen", "listen"]),
    "mitmachen/felder/",
    "mitmachen/fehler/",
    "impressum/",
    "datenschutz/",
    "barrierefreiheit/",
    "quellen/",
    NOT_FOUND,
]

# In the catalogue, but over, ended or too old.
NOT_LISTED = [
    "offers/altes-labor",
    "offers/kurs-bis-oktober",
    "offers/lange-nicht-geprueft",
    "events/fruehlingsfest",
    "networks/netz-bis-2025",
    "funding/fonds-von-gestern",
    "news/2026-09-anmeldung-offen",
]


@pytest.fixture(scope="module")
def listing(project: Path) -> Listing:
    return load_listing(project / "content")


def test_every_index_page_exists(pages: dict[str, HtmlPage]) -> None:
    assert [path for path in INDEX_PAGES if path not in pages] == []


def test_every_record_has_a_page(pages: dict[str, HtmlPage], listing: Listing) -> None:
    paths = [record_path(record) for records in listing.catalogue.records.values() for record in records]
    assert len(paths) > 40
    assert [path for path in paths if path not in pages] == []


def test_every_district_has_a_page_for_every_age_group(pages: dict[str, HtmlPage], listing: Listing) -> None:
    wanted = [
        f"kreise/{district.id}/{group}/" for district in listing.catalogue.districts for group in AGE_GROUPS
    ]
    assert len(wanted) == 78
    assert [path for path in wanted if path not in pages] == []


def test_no_page_is_unexpected(pages: dict[str, HtmlPage], listing: Listing) -> None:
    """Records are not rendered a second time by MkDocs, and nothing else becomes a page."""
    sections = {*SECTIONS.values(), "alter", "faecher", "mitmachen", "daten"}
    editorial = {f"{file.stem}/" for file in (ROOT / "content").glob("*.md")} | {"", NOT_FOUND, GALLERY}
    assert [path for path in pages if path.partition("/")[0] not in sections and path not in editorial] == []


def test_every_link_and_anchor_resolves(pages: dict[str, HtmlPage], site: Path) -> None:
    """Relative links only, so the site works under any prefix; the 404 page knows its prefix."""
    assert broken_links(pages, site, PREFIX) == []


def test_every_page_is_well_formed(pages: dict[str, HtmlPage]) -> None:
    assert [fault for page in pages.values() for fault in page_faults(page)] == []


@pytest.mark.parametrize("what", ["title", "description"])
def test_names_are_unique(pages: dict[str, HtmlPage], what: str) -> None:
    assert repeated(pages, what) == []


@pytest.mark.parametrize("path", KINDS_OF_PAGES.values(), ids=KINDS_OF_PAGES)
def test_html_is_valid(pages: dict[str, HtmlPage], path: str) -> None:
    """A strict parser raises at the first error."""
    html5lib.HTMLParser(strict=True).parse(pages[path].html)


def test_easy_language_leads_to_what_it_explains(pages: dict[str, HtmlPage]) -> None:
    tree = pages["leichte-sprache/"].tree
    assert [(text_of(node), node.attributes["href"]) for node in tree.css("main a.mint-go")] == [
        ("Hier drücken: Alter", "../alter/"),
        ("Hier drücken: Kreise", "../kreise/"),
        ("Hier drücken: Suche", "../angebote/"),
    ]


def test_upper_sorbian_is_marked(pages: dict[str, HtmlPage]) -> None:
    """Screen readers change their voice for it."""
    tree = pages["kreise/bautzen/"].tree
    marked = tree.css('[lang="hsb"]')
    assert [text_of(node) for node in marked] == ["Wokrjes Budyšin", "Wokrjes Budyšin"]
    for node in marked:
        node.decompose()
    assert "Budyšin" not in tree.body.text()


def test_list_entries_are_records(pages: dict[str, HtmlPage], listing: Listing) -> None:
    keys = {record.key for records in listing.catalogue.records.values() for record in records}
    listed = {key for page in pages.values() for key in page.listed}
    assert listed <= keys
    assert len(listed) > 20


def test_list_entries_lead_to_their_record(pages: dict[str, HtmlPage]) -> None:
    for page in pages.values():
        for entry in page.tree.css(".mint-card[data-id], .mint-entry[data-id]"):
            folder, _, id = entry.attributes["data-id"].partition("/")
            link = entry.css_first("a").attributes["href"]
            assert link.endswith(f"{SECTIONS[folder]}/{id}/")


@pytest.mark.parametrize("key", NOT_LISTED)
def test_what_is_over_is_in_no_list(pages: dict[str, HtmlPage], key: str) -> None:
    assert [page.path for page in pages.values() if key in page.listed and page.path != GALLERY] == []


@pytest.mark.parametrize(
    ("path", "notice"),
    [
        ("angebote/altes-labor/", "Das gibt es nicht mehr. Die Seite bleibt als Nachweis stehen."),
        ("angebote/kurs-bis-oktober/", "Das gab es bis 31. Oktober 2026."),
        (
            "angebote/lange-nicht-geprueft/",
            "Die Angaben wurden zuletzt am 1. Oktober 2024 geprüft und können überholt sein.",
        ),
        ("termine/fruehlingsfest/", "Dieser Termin ist vorbei."),
        ("netzwerke/netz-bis-2025/", "Das gab es bis 31. Dezember 2025."),
        ("termine/loetabend/", "Dieser Termin ist abgesagt."),
        ("angebote/loetkurs-mit-pause/", "Macht zurzeit Pause."),
        (
            "angebote/vielleicht-noch-da/",
            "Dieser Eintrag ist nicht bestätigt: Die Quelle ist älter oder zeigt nicht, ob es noch läuft. "
            "Fragen Sie vorher nach.",
        ),
    ],
)
def test_pages_say_what_is_not_as_it_seems(pages: dict[str, HtmlPage], path: str, notice: str) -> None:
    assert pages[path].texts(".mint-notice") == [notice]


def test_district_page_without_offers_names_the_neighbours(pages: dict[str, HtmlPage]) -> None:
    page = pages["kreise/zwickau/"]
    assert page.texts(".mint-lead") == ["Vor Ort ist noch kein Angebot erfasst. Dazu: 1 gibt es online."]


def test_an_offer_says_what_it_is_and_when_before_it_leads_elsewhere(pages: dict[str, HtmlPage]) -> None:
    assert pages["angebote/robotik-ag/"].texts(".mint-record h2") == [
        "Beschreibung",
        "Was wir bauen",
        "Wann und wo?",
        "Was kostet es?",
        "Wie melde ich mich an?",
        "Ist das etwas für uns?",
        "Wer steht dahinter, und wie frisch ist das?",
        "Mehr zu Alter, Fach und Thema",
    ]


def test_other_websites_are_not_told_where_a_visitor_comes_from(pages: dict[str, HtmlPage]) -> None:
    links = pages["angebote/robotik-ag/"].tree.css('.mint-facts a[href^="http"]')
    assert any("openstreetmap.org" in str(link.attributes["href"]) for link in links)
    assert {link.attributes.get("rel") for link in links} == {"noreferrer"}


def test_a_list_asks_the_finder_for_the_same_near_a_place(pages: dict[str, HtmlPage]) -> None:
    age, subject = pages["alter/klasse-5-7/"], pages["faecher/technik/"]
    assert age.all(".mint-near", "action") == subject.all(".mint-near", "action") == ["../../angebote/"]
    assert age.all(".mint-near [name]", "name") == ["ort", "alter"]
    assert age.all(".mint-near option", "value") == ["10", "11", "12"]
    assert subject.all(".mint-near [name]", "name") == ["ort", "fach"]
    assert subject.all(".mint-near a", "href") == ["../../angebote/?fach=technik"]


def test_titles_of_records_are_escaped(pages: dict[str, HtmlPage]) -> None:
    page = pages["angebote/mathe-online/"]
    assert page.title == "Mathe & <Logik> „online“ – Angebot – MINT-Wegweiser Sachsen"
    assert page.texts("h1") == ["Mathe & <Logik> „online“"]
    assert page.description == 'Ein Kurs im Netz: 3 > 2 & "mehr".'


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    """Material's bundles would be a megabyte that no page loads."""
    assert sorted(path.name for path in (site / "assets").iterdir()) == [
        "assistant",
        "finder",
        "print",
        "site.css",
        "site.js",
        "tables.css",
        "vorschau.png",
        "zeichen-180.png",
        "zeichen.svg",
    ]


def test_missing_operator_is_visible(pages: dict[str, HtmlPage]) -> None:
    assert "[noch einzutragen: Name des Betreibers]" in pages["impressum/"].texts("main")[0]


def test_every_kind_has_a_section() -> None:
    assert {model.folder for model in KINDS} == set(SECTIONS)


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("termine/", ["termine/termine.ics"]),
        ("neuigkeiten/", ["neuigkeiten/neuigkeiten.atom"]),
        (
            "kreise/goerlitz/",
            [f"kreise/goerlitz/{name}" for name in ("angebote.csv", "termine.ics", "neuigkeiten.atom")],
        ),
        ("termine/robotik-treff/", ["termine/robotik-treff/termin.ics"]),
        ("termine/fruehlingsfest/", []),  # is over
        ("angebote/robotik-ag/", []),
    ],
)
def test_pages_name_the_files_that_say_the_same(
    pages: dict[str, HtmlPage], path: str, files: list[str]
) -> None:
    """For people at the end of the page, for programs in its head."""
    wanted = ["../" * path.count("/") + file for file in files]
    assert pages[path].all('link[rel="alternate"]', "href") == wanted
    assert pages[path].all("#mitnehmen a", "href") == wanted
