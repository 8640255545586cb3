"""The search as visitors use it, in a browser and below a prefix."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from minthub.folding import words

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

NO_HIT = "Kein Treffer. Versuchen Sie ein anderes Wort oder wählen Sie unten Kreis, Alter oder Fach."
NOT_LOADED = "Die Suche lässt sich gerade nicht laden. Über Kreis, Alter und Fach finden Sie trotzdem alles."

# What is typed, and what must be among the hits.
QUERIES = [
    ("robotik", "offers/robotik-ag"),
    ("Robotik Görlitz", "offers/robotik-ag"),
    ("roboterclub", "offers/robotik-ag"),
    ("goerlitz robotik", "offers/robotik-ag"),
    ("gorlitz robotik", "offers/robotik-ag"),
    ("robtik", "offers/robotik-ag"),
    ("rob", "offers/robotik-ag"),
    ("02826 robotik", "offers/robotik-ag"),
    ("maedchen camp", "offers/roboter-camp"),
    ("MÄDCHEN", "offers/roboter-camp"),
    ("planetarium", "offers/sternwarte-am-berg"),
    ("budyšin", "offers/sternwarte-am-berg"),
    ("budysin", "regions/bautzen"),
    ("lötkurs", "offers/loetkurs-mit-pause"),
    ("loetkurs", "offers/loetkurs-mit-pause"),
    ("kindergarten", "offers/mobiles-labor"),
    ("hochschule musterstadt", "offers/roboter-camp"),
    ("werkstattfonds", "funding/werkstattfonds"),
    ("netz im osten", "networks/netz-im-osten"),
    ("werkstatt eröffnet", "news/2026-11-10-werkstatt-eroeffnet"),
]


def hits(page: Page) -> list[str]:
    """Ids of the hits once there are any."""
    expect(page.locator("#treffer li")).not_to_have_count(0)
    return page.locator("#treffer li").evaluate_all("items => items.map(item => item.dataset.id)")


@pytest.fixture
def search_page(open_page: OpenPage) -> Page:
    page = open_page("suche/")
    # Empty once the index is there.
    expect(page.get_by_role("status")).to_be_empty()
    return page


def test_finds_what_people_type(search_page: Page) -> None:
    missed = []
    for query, wanted in QUERIES:
        search_page.get_by_role("searchbox").fill(query)
        if wanted not in hits(search_page):
            missed.append(query)
    assert missed == []


def test_the_best_hit_is_first(search_page: Page) -> None:
    search_page.get_by_role("searchbox").fill("Sternwarte")
    assert set(hits(search_page)[:2]) == {"offers/sternwarte-am-berg", "providers/sternwarte-am-berg"}


def test_what_is_over_comes_last_and_says_so(search_page: Page) -> None:
    search_page.get_by_role("searchbox").fill("Labor")
    assert hits(search_page)[-1] == "offers/altes-labor"
    expect(search_page.locator("#treffer li").last).to_contain_text("nicht mehr aktuell")


def test_the_number_of_hits_is_announced(search_page: Page) -> None:
    status = search_page.get_by_role("status")
    search_page.get_by_role("searchbox").fill("roboterclub")
    expect(status).to_have_text("1 Treffer")
    search_page.get_by_role("searchbox").fill("xyzxyz")
    expect(status).to_have_text(NO_HIT)
    expect(search_page.locator("#treffer li")).to_have_count(0)
    search_page.get_by_role("searchbox").fill("")
    expect(status).to_be_empty()


def test_a_hit_leads_to_its_page(search_page: Page, address: str) -> None:
    search_page.get_by_role("searchbox").fill("roboterclub")
    search_page.get_by_role("link", name="Robotik-AG im Jugendhaus").click()
    expect(search_page).to_have_url(f"{address}angebote/robotik-ag/")


def test_the_query_is_in_the_address(search_page: Page, address: str) -> None:
    search_page.get_by_role("searchbox").fill("löten & mehr")
    expect(search_page).to_have_url(f"{address}suche/?q=l%C3%B6ten+%26+mehr")
    search_page.reload()
    expect(search_page.get_by_role("searchbox")).to_have_value("löten & mehr")


@pytest.mark.parametrize("path", ["", "gibt/es/nicht/"], ids=["start", "not-found"])
def test_forms_elsewhere_lead_to_the_hits(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page(path)
    page.get_by_role("searchbox").fill("roboterclub")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(f"{address}suche/?q=roboterclub")
    assert hits(page) == ["offers/robotik-ag"]


def test_a_missing_index_is_explained(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    page.route("**/*.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}suche/")
    page.get_by_role("searchbox").focus()
    expect(page.get_by_role("status")).to_have_text(NOT_LOADED)
    page.get_by_role("searchbox").press_sequentially("rob")
    expect(page.get_by_role("status")).to_have_text(NOT_LOADED)


def test_the_index_is_fetched_with_the_first_sign_of_interest(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}suche/", wait_until="networkidle")
    assert not {"index.json", "lunr.js"} & set(fetched)
    with page.expect_response("**/index.json"):
        page.get_by_role("searchbox").focus()
    assert {"index.json", "lunr.js"} <= set(fetched)


def test_titles_are_shown_as_text(search_page: Page) -> None:
    search_page.get_by_role("searchbox").fill("Logik")
    expect(search_page.get_by_role("link", name="Mathe & <Logik> „online“")).to_be_visible()


# What editors and visitors write, in the languages of the state and of its neighbours.
WORDS = [
    "Schülerlabor",
    "SCHUELERLABOR",
    "Straße",
    "STRASSE",
    "STRAẞE",
    "Łužica",
    "Zhorjelc",
    "Wojerecy",
    "rěč",
    "kćěć",
    "ńšžřó",
    "Kraków",
    "Ústí nad Labem",
    "neue Feuerwehr",
    "Uebergang",
    "ueben",
    "Bauernhof",
    "Queere Quelle",
    "Michael Israel",
    "Poesie",
    "3D-Druck",
    "C++ & C#",
    "e-Learning/IT",
    "„Jugend forscht“",
    "FLL–Regionalwettbewerb",
    "MINT_Hub",
    "Café",
    "Cafe\u0301",
    "a\u0308b",
    "04109 Leipzig",
    "H₂O m²",
    "½ Jahr",
    "\u00ad\u200b",
    "",
    "  ",
    "🤖 Robotik",
]


def test_words_are_folded_as_in_the_index(search_page: Page) -> None:
    """The folding of suche.js, read from its source, against folding.py."""
    source = search_page.request.get(search_page.url.replace("suche/", "assets/suche.js")).text()
    start, end = source.index("const LETTERS"), source.index("// A word as typed")
    in_browser = search_page.evaluate(
        "([code, list]) => list.map(new Function(`${code}; return words;`)())", [source[start:end], WORDS]
    )
    assert dict(zip(WORDS, in_browser, strict=True)) == {word: words(word) for word in WORDS}
