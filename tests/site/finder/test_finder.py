"""The finder as visitors use it: typing, choosing, sharing, going back, and never an empty page."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.finder.pages import box, chips, ids, offers, query, seen, settled, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]
Open = Callable[..., Page]

ALL = 13


@pytest.fixture
def finder(open_page: OpenPage) -> Open:
    """`finder("q=robotik")`: the page with its answer."""
    return lambda asked="", **settings: settled(open_page(f"angebote/?{asked}".rstrip("?"), **settings))


def test_a_visit_begins_with_all_one_can_take_part_in(finder: Open) -> None:
    page = finder()
    expect(page.locator("#stand")).to_have_text(f"{ALL} Angebote und Termine")
    expect(page.locator("#treffer")).to_have_attribute("data-count", str(ALL))
    assert len(ids(page)) == 10


def test_more_hits_follow_and_the_focus_goes_to_the_first_of_them(finder: Open) -> None:
    page = finder()
    first = ids(page)
    page.get_by_role("button", name="Mehr anzeigen").click()
    expect(page.locator("#treffer > li")).to_have_count(ALL)
    assert ids(page)[:10] == first
    expect(page.locator("#treffer > li:nth-child(11) a")).to_be_focused()
    expect(page.get_by_role("button", name="Mehr anzeigen")).to_be_hidden()
    assert query(page) == "zahl=20"
    page.reload()
    assert len(ids(page)) == ALL


def test_typing_searches_and_replaces_the_address(finder: Open) -> None:
    page = finder()
    before = page.evaluate("history.length")
    field = page.get_by_label("Was suchen Sie?")
    field.press_sequentially("zahnradbande")
    expect(page.locator("#stand")).to_have_text("2 Treffer")
    assert ids(page) == ["offers/robotik-ag", "providers/jugendhaus"]
    expect(field).to_be_focused()
    assert query(page) == "q=zahnradbande"
    assert page.title().startswith("zahnradbande – Angebote finden")
    assert page.evaluate("history.length") == before
    field.fill("")
    expect(page.locator("#stand")).to_have_text(f"{ALL} Angebote und Termine")
    assert query(page) == ""


def test_enter_searches_at_once_and_stays_on_the_page(finder: Open) -> None:
    page = finder()
    page.evaluate("window.same = true")
    page.get_by_label("Was suchen Sie?").fill("Löten & mehr")
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("window.same")
    assert parse_qs(query(page)) == {"q": ["Löten & mehr"]}


# Facet, value, what must be found, what must not.
FACETS = [
    ("fach", "informatik", {"robotik-ag", "roboter-camp"}, {"abendkurs"}),
    ("thema", "astronomie", {"sternwarte-am-berg"}, {"robotik-ag"}),
    ("kosten", "teilweise", {"mobiles-labor"}, {"robotik-ag"}),
    ("format", "feriencamp", {"roboter-camp"}, {"robotik-ag"}),
    ("phase", "kita", {"mobiles-labor"}, {"roboter-camp"}),
    ("kreis", "dresden", {"roboter-camp", "mathe-online"}, {"robotik-ag"}),
    ("modus", "mobil", {"mobiles-labor"}, {"robotik-ag"}),
    ("ferien", "sommerferien", {"roboter-camp"}, {"robotik-ag"}),
    ("schulen", "gta", {"mobiles-labor"}, {"sternwarte-am-berg"}),
    ("zielgruppe", "maedchen", {"roboter-camp"}, {"robotik-ag"}),
    ("zugang", "aufzug", {"robotik-ag"}, {"abendkurs"}),
    ("frisch", "ja", {"robotik-ag"}, {"seit-fruehjahr-2025"}),
    ("art", "events", {"tag-der-technik"}, {"robotik-ag"}),
]


@pytest.mark.parametrize(("facet", "value", "wanted", "unwanted"), FACETS, ids=[row[0] for row in FACETS])
def test_each_filter(finder: Open, facet: str, value: str, wanted: set[str], unwanted: set[str]) -> None:
    page = finder()
    box(page, facet, value).check()
    expect(page.locator("#chips")).to_be_visible()
    found = offers(page)
    assert wanted <= found
    assert not unwanted & found
    assert query(page) == f"{facet}={value}"
    count = page.locator(f'label:has(input[name="{facet}"][value="{value}"]) small')
    expect(count).to_have_text(page.locator("#treffer").get_attribute("data-count") or "")
    page.locator("#chips button").first.click()
    expect(page.locator("#treffer")).to_have_attribute("data-count", str(ALL))
    expect(box(page, facet, value)).not_to_be_checked()


def test_values_of_one_filter_add_up_and_filters_narrow_down(finder: Open) -> None:
    page = finder()
    box(page, "fach", "informatik").check()
    box(page, "fach", "mathematik").check()
    expect(page.locator("#treffer")).to_have_attribute("data-count", "3")
    assert offers(page) == {"robotik-ag", "roboter-camp", "mathe-online"}
    box(page, "kosten", "kostenlos").check()
    expect(page.locator("#treffer")).to_have_attribute("data-count", "1")
    assert query(page) == "fach=informatik&fach=mathematik&kosten=kostenlos"
    assert chips(page) == ["Informatik", "Mathematik", "kostenlos", "Alle Filter löschen"]
    page.get_by_role("button", name="Alle Filter löschen").click()
    expect(page.locator("#treffer")).to_have_attribute("data-count", str(ALL))
    assert query(page) == ""


def test_values_without_hits_are_not_offered(finder: Open) -> None:
    page = finder("format=feriencamp")
    expect(box(page, "fach", "informatik")).to_be_visible()
    expect(box(page, "fach", "technik")).to_be_hidden()
    expect(page.locator('[data-facet="schulen"]')).to_be_hidden()
    expect(box(page, "format", "kurs")).to_be_visible()


def test_every_kind_can_be_chosen_and_another_beside_it(finder: Open) -> None:
    page = finder()
    expect(box(page, "art", "providers")).to_be_visible()
    box(page, "art", "providers").check()
    expect(page.locator("#treffer")).to_have_attribute("data-count", "3")
    box(page, "art", "networks").check()
    expect(page.locator("#treffer")).to_have_attribute("data-count", "5")
    assert "networks/netz-bis-2025" not in ids(page)


def test_class_age_and_place(finder: Open) -> None:
    page = finder()
    page.get_by_label("Klasse", exact=True).select_option("6")
    expect(page.locator("#chips")).to_contain_text("Klasse 6")
    assert {"roboter-camp", "robotik-ag"} <= offers(page)
    page.get_by_label("Klasse", exact=True).select_option("alle")
    page.get_by_label("Alter").fill("4")
    expect(page.locator("#chips")).to_contain_text("4 Jahre")
    assert offers(page) == {"mobiles-labor"}
    page.get_by_label("Alter").fill("")
    page.get_by_label("Wo?").fill("zittau")
    expect(page.locator("#chips")).to_contain_text("Zittau, 25 km")
    assert "robotik-ag" not in offers(page)
    page.get_by_label("Umkreis").select_option("50")
    expect(page.locator("#chips")).to_contain_text("Zittau, 50 km")
    assert "robotik-ag" in offers(page)
    expect(page.locator('[data-id="offers/robotik-ag"] .mint-card__near')).to_have_text(
        re.compile(r"^3[01] km$")
    )
    expect(page.locator('[data-id="offers/mobiles-labor"] .mint-card__near')).to_have_text("kommt zu Ihnen")
    assert query(page) == "ort=zittau&umkreis=50"


def test_what_was_typed_is_understood_and_can_be_taken_back(finder: Open) -> None:
    page = finder("q=robotik görlitz 12 jahre kostenlos")
    assert sorted(chips(page)) == ["12 Jahre", "Alle Filter löschen", "Görlitz, 25 km", "kostenlos"]
    page.get_by_role("button", name="12 Jahre").click()
    expect(page.get_by_label("Was suchen Sie?")).to_have_value("robotik görlitz kostenlos")
    page.get_by_role("button", name="Alle Filter löschen").click()
    expect(page.get_by_label("Was suchen Sie?")).to_have_value("robotik")
    expect(page.locator("#chips")).to_be_hidden()


def test_ambiguous_places_offer_a_choice(finder: Open) -> None:
    page = finder("ort=leipzig")
    page.get_by_role("link", name="Landkreis Leipzig").click()
    expect(page.locator("#chips")).to_contain_text("Leipzig (Landkreis)")
    assert query(page) == "kreis=leipzig-land"
    expect(page.get_by_label("Wo?")).to_have_value("")


def test_a_postcode_of_elsewhere_says_so(finder: Open) -> None:
    page = finder("ort=10115")
    expect(page.locator("#hinweise")).to_contain_text("Die Postleitzahl 10115 liegt nicht in Sachsen.")
    expect(page.locator("#hinweise").get_by_role("link").first).to_be_visible()


def test_an_address_shows_the_same_to_everybody(finder: Open) -> None:
    asked = "q=robotik&alter=12&kosten=kostenlos&sortierung=name"
    page = finder(asked)
    assert query(page) == asked
    assert seen(finder(query(page))).inner_text() == seen(page).inner_text()
    expect(page.get_by_label("Alter")).to_have_value("12")
    expect(box(page, "kosten", "kostenlos")).to_be_checked()
    expect(page.get_by_label("Sortieren")).to_have_value("name")


def test_an_odd_address_is_read_as_far_as_it_makes_sense(finder: Open) -> None:
    page = finder(
        "fach=informatik&fach=alchemie&kosten=<b>&alter=tausend&umkreis=7&zahl=-3&sortierung=zufall&x=y"
    )
    assert offers(page) == {"robotik-ag", "roboter-camp"}
    assert chips(page) == ["Informatik"]


def test_back_and_forward(finder: Open) -> None:
    page = finder()
    page.get_by_label("Was suchen Sie?").fill("robotik")
    expect(page.locator("#stand")).to_contain_text("Treffer")
    typed, count = ids(page), page.locator("#treffer").get_attribute("data-count") or ""
    box(page, "format", "feriencamp").check()
    expect(page.locator("#treffer")).to_have_attribute("data-count", "2")
    page.go_back()
    expect(page.locator("#treffer")).to_have_attribute("data-count", count)
    assert ids(page) == typed
    expect(box(page, "format", "feriencamp")).not_to_be_checked()
    expect(page.get_by_label("Was suchen Sie?")).to_have_value("robotik")
    page.go_forward()
    expect(page.locator("#treffer")).to_have_attribute("data-count", "2")
    expect(box(page, "format", "feriencamp")).to_be_checked()


def test_back_leads_to_the_place_on_the_page_and_anchors_change_nothing(finder: Open) -> None:
    page = finder("zahl=20", width=360)
    page.locator("#treffer > li").nth(8).scroll_into_view_if_needed()
    wait_until(page, "history.state?.y > 1000")
    before = page.evaluate("scrollY")
    page.locator('input[name="format"][value="feriencamp"]').evaluate("box => box.click()")
    expect(page.locator("#treffer")).to_have_attribute("data-count", "1")
    page.go_back()
    expect(page.locator("#treffer")).to_have_attribute("data-count", str(ALL))
    wait_until(page, f"Math.abs(scrollY - {before}) < 5")
    page.evaluate("document.querySelector('.mint-skip').click()")
    assert len(ids(page)) == ALL
    assert query(page) == "zahl=20#inhalt"


def test_who_comes_back_from_a_page_is_where_they_were(finder: Open) -> None:
    page = finder("zahl=20", width=360)
    last = page.locator("#treffer > li").last.locator("a").first
    last.scroll_into_view_if_needed()
    wait_until(page, "history.state?.y > 1000")
    before = page.evaluate("scrollY")
    last.click()
    expect(page).not_to_have_url(re.compile(r"zahl=20"))
    page.go_back()
    settled(page)
    wait_until(page, f"Math.abs(scrollY - {before}) < 5")


@pytest.mark.parametrize(
    ("order", "first"), [("name", "offers/abendkurs"), ("termin", "events/robotik-treff")]
)
def test_order(finder: Open, order: str, first: str) -> None:
    page = finder()
    page.get_by_label("Sortieren").select_option(order)
    expect(page.locator("#treffer > li").first).to_have_attribute("data-id", first)
    assert query(page) == f"sortierung={order}"


def test_order_by_distance_needs_a_place(finder: Open) -> None:
    page = finder()
    assert page.locator("#sortierung option:not([hidden])").count() == 3
    page.get_by_label("Wo?").fill("02625")
    expect(page.locator("#chips")).to_contain_text("02625 Bautzen")
    page.get_by_label("Umkreis").select_option("50")
    page.get_by_label("Sortieren").select_option("entfernung")
    expect(page.locator("#treffer > li").first).to_have_attribute("data-id", "offers/sternwarte-am-berg")


def test_without_hits_there_is_a_way_on(finder: Open) -> None:
    page = finder("q=camp&kosten=kostenlos&fach=informatik")
    expect(page.locator("#stand")).to_have_text("Kein Treffer")
    assert ids(page) == []
    expect(page.locator("#weiter")).to_contain_text("Zu „camp“ haben wir so nichts gefunden.")
    assert "offers/roboter-camp" in ids(page, "#naechste > li")
    link = page.locator("#weiter .mint-next a").first
    number = int(link.locator("b").inner_text())
    link.click()
    expect(page.locator("#treffer")).to_have_attribute("data-count", str(number))
    expect(page.locator("#treffer-titel")).to_be_focused()


def test_where_no_single_filter_is_in_the_way_all_can_go(finder: Open) -> None:
    page = finder("q=camp&kosten=kostenlos&kreis=goerlitz")
    page.get_by_role("link", name="ohne alle Filter").click()
    expect(page.locator("#treffer > li").first).to_have_attribute("data-id", "offers/roboter-camp")
    assert query(page) == "q=camp"


@pytest.mark.parametrize(
    ("asked", "said"),
    [("zahnradbande 15 jahre", "für ein anderes Alter"), ("zahnradbande mondlicht", "ohne „mondlicht“")],
)
def test_what_comes_near_says_what_it_lacks(finder: Open, asked: str, said: str) -> None:
    page = finder(f"q={asked}")
    lack = page.locator('#treffer [data-id="offers/robotik-ag"] .mint-card__missing')
    expect(lack).to_have_text(said)
    expect(page.locator("#stand")).to_contain_text("Kein Treffer, ")
    expect(page.locator("#stand")).to_contain_text(" ähnliche")


def test_what_is_missing_can_be_told_in_one_tap(finder: Open) -> None:
    page = finder("q=quantencomputer&ort=Zittau&fach=technik")
    link = page.get_by_role("link", name="Sagen Sie uns, was Sie suchen.")
    asked = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert asked == {"wunsch": ["1"], "was": ["quantencomputer, Technik"], "ort": ["Zittau"]}


def test_a_misspelt_word_is_put_right(finder: Open) -> None:
    page = finder("q=robtik")
    assert "offers/robotik-ag" in ids(page)
    link = page.locator("#hinweise a").first
    expect(link).to_have_text("„Robotik“")
    link.click()
    expect(page.get_by_label("Was suchen Sie?")).to_have_value("Robotik")


def test_what_is_over_says_so(finder: Open) -> None:
    page = finder("q=altes labor")
    card = page.locator('[data-id="offers/altes-labor"]')
    expect(card).to_contain_text("beendet")
    assert ids(page).index("offers/altes-labor") >= 0


def test_the_map_opens_above_the_list_and_shows_what_is_at_a_place(finder: Open) -> None:
    page = finder("q=robotik")
    listed = ids(page)
    page.get_by_role("button", name="Karte", exact=True).click()
    page.get_by_role("button", name="in Dresden").click()
    expect(page.get_by_role("heading", name="Dresden: 2 Treffer")).to_be_focused()
    assert "offers/roboter-camp" in ids(page, "#vorort li[data-id]")
    assert ids(page) == listed
    assert query(page) == "q=robotik&ansicht=karte"
    page.get_by_role("button", name="Schließen").click()
    expect(page.locator("#vorort")).to_be_hidden()
    page.get_by_role("button", name="Karte", exact=True).click()
    expect(page.locator("#karte")).to_be_hidden()


def test_hits_can_be_saved(finder: Open) -> None:
    page = finder("q=zahnradbande")
    page.get_by_role("button", name="Merken: Robotik-AG im Jugendhaus").click()
    expect(page.get_by_role("button", name="Gemerkt: Robotik-AG im Jugendhaus")).to_be_visible()
    expect(page.locator("[data-merkzahl]")).to_have_text("1")
    page.reload()
    expect(page.get_by_role("button", name="Gemerkt: Robotik-AG im Jugendhaus")).to_be_visible()


def test_a_picked_suggestion_becomes_a_filter(finder: Open) -> None:
    page = finder("fach=technik")
    pick = """params => document.getElementById("q").dispatchEvent(
      new CustomEvent("mint-pick", { bubbles: true, cancelable: true, detail: { params } }))"""
    page.get_by_label("Was suchen Sie?").fill("gör")
    assert page.evaluate(pick, {"ort": "Görlitz"}) is False
    expect(page.get_by_label("Wo?")).to_have_value("Görlitz")
    expect(page.get_by_label("Was suchen Sie?")).to_have_value("")
    page.evaluate(pick, {"fach": "informatik"})
    expect(page.locator("#chips")).to_contain_text("Informatik")
    assert parse_qs(query(page)) == {"ort": ["Görlitz"], "fach": ["informatik", "technik"]}


def test_titles_are_shown_as_text(finder: Open) -> None:
    expect(finder("q=logik").get_by_role("link", name="Mathe & <Logik> „online“")).to_be_visible()


@pytest.mark.parametrize("path", ["", "gibt/es/nicht/"], ids=["start", "not-found"])
def test_forms_elsewhere_lead_to_the_hits(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page(path)
    page.get_by_role("main").locator("input[name=q]").fill("zahnradbande")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}angebote/?q=zahnradbande")
    assert ids(page)[0] == "offers/robotik-ag"
