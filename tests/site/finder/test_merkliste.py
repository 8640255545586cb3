"""The Merkliste as visitors use it: saving, the page, links, exports, and what happens when things fail."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.test_accessibility import ALL_RULES, COLOUR_RULES, STOP, violations

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

ROBOTIK = {"id": "offers/robotik-ag", "title": "Robotik-AG im Jugendhaus", "saved": "2026-11-18"}
TAG = {"id": "events/tag-der-technik", "title": "Tag der Technik", "saved": "2026-11-20"}
TREFF = {"id": "events/robotik-treff", "title": "Robotik-Treff", "saved": "2026-11-19"}
OVER = {"id": "events/fruehlingsfest", "title": "Frühlingsfest", "saved": "2026-04-01"}
ENDED = {"id": "offers/altes-labor", "title": "Altes Labor", "saved": "2026-04-02"}
GONE = {"id": "offers/gab-es-einmal", "title": "Gab es einmal", "saved": "2026-04-03"}
ALL = [ROBOTIK, TAG, TREFF, OVER, ENDED, GONE]
LINK = "robotik-ag,termine/tag-der-technik,gab-es-einmal"

BLOCKED_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});"""
FULL_STORAGE = (
    """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
)


def store(page: Page, entries: Any) -> None:
    page.evaluate("entries => localStorage.setItem('merkliste', JSON.stringify(entries))", entries)


def stored(page: Page) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.evaluate("JSON.parse(localStorage.getItem('merkliste') ?? '[]')")
    return found


def ready(page: Page) -> Page:
    expect(page.locator("#merkliste")).to_have_attribute("data-state", "ready")
    return page


def ids(page: Page) -> list[str]:
    found: list[str] = page.locator("#merkliste [data-id]").evaluate_all(
        "items => items.map(item => item.dataset.id)"
    )
    return found


def save_button(page: Page) -> Locator:
    return page.locator(".mint-save-place").get_by_role("button")


def header_count(page: Page) -> Locator:
    return page.locator(".mint-header [data-merkzahl]")


def by_name(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name, exact=True)


@pytest.fixture
def filled(open_page: OpenPage, address: str) -> Callable[..., Page]:
    """The page with entries saved before: `filled(ALL, width=360)`."""

    def _filled(entries: Any = ALL, path: str = "merkliste/", **settings: Any) -> Page:
        page = open_page("404.html", timezone_id="Europe/Berlin", **settings)
        page.clock.set_fixed_time("2026-11-21T12:00:00+01:00")
        store(page, entries)
        page.goto(address + path)
        return ready(page)

    return _filled


# Saving


@pytest.mark.parametrize("path", ["angebote/robotik-ag/", "termine/tag-der-technik/"])
def test_a_tap_on_a_page_saves_it(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page(path)
    button = save_button(page)
    expect(button).to_have_text("Merken")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("localStorage.length") == 0
    button.click()
    expect(button).to_have_text("Gemerkt")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(header_count(page)).to_have_text("1")
    [saved] = stored(page)
    assert set(saved) == {"id", "title", "saved"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", saved["saved"])
    page.goto(f"{address}kreise/")
    expect(header_count(page)).to_have_text("1")
    page.goto(address + path)
    expect(save_button(page)).to_have_text("Gemerkt")
    save_button(page).click()
    expect(save_button(page)).to_have_text("Merken")
    expect(header_count(page)).to_be_empty()
    assert page.evaluate("localStorage.length") == 0


def test_cards_of_lists_can_be_saved(open_page: OpenPage, address: str) -> None:
    page = open_page("kreise/goerlitz/")
    card = page.locator('.mint-card[data-id="offers/robotik-ag"]').first
    card.get_by_role("button").click()
    expect(card.get_by_role("button", name="Gemerkt: Robotik-AG im Jugendhaus")).to_be_visible()
    # The title of a card is a link over all of it; the button lies above.
    expect(page).to_have_url(f"{address}kreise/goerlitz/")
    assert [saved["id"] for saved in stored(page)] == ["offers/robotik-ag"]
    page.goto(f"{address}merkliste/")
    assert ids(ready(page)) == ["offers/robotik-ag"]


def test_hits_of_the_finder_can_be_saved(open_page: OpenPage) -> None:
    page = open_page("angebote/?q=robotik")
    button = page.locator('#treffer [data-id="offers/robotik-ag"] .mint-save')
    button.click()
    expect(button).to_have_text("Gemerkt")
    expect(header_count(page)).to_have_text("1")


def test_only_offers_and_events_can_be_saved(open_page: OpenPage, address: str) -> None:
    page = open_page("netzwerke/")
    expect(page.locator(".mint-card").first).to_be_visible()
    assert page.locator(".mint-save").count() == 0
    page.goto(f"{address}anbieter/jugendhaus/")
    kinds = page.locator(".mint-save").evaluate_all("all => all.map(one => one.dataset.merken.split('/')[0])")
    assert kinds
    assert set(kinds) <= {"offers", "events"}


def test_a_first_visit_costs_and_stores_nothing(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}angebote/robotik-ag/", wait_until="networkidle")
    assert [url for url in requests if "/finder/" in url] == []
    assert len(requests) <= 6
    assert page.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize("path", ["angebote/robotik-ag/", "kreise/goerlitz/", "merkliste/"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_moves(open_page: OpenPage, address: str, path: str, width: int) -> None:
    page = open_page("404.html", width=width)
    store(page, ALL)
    page.goto(address + path, wait_until="networkidle")
    script = """() => new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum), 300);
    })"""
    assert page.evaluate(script) < 0.01


def test_other_tabs_and_the_way_back_show_the_same(open_page: OpenPage, address: str) -> None:
    page = open_page("merkliste/")
    other = page.context.new_page()
    other.goto(f"{address}angebote/robotik-ag/")
    save_button(other).click()
    expect(page.locator("#merkliste [data-id]")).to_have_count(1)
    expect(header_count(page)).to_have_text("1")
    by_name(page, "Entfernen: Robotik-AG im Jugendhaus").click()
    expect(save_button(other)).to_have_text("Merken")
    other.goto(f"{address}angebote/mathe-online/")
    save_button(other).click()
    expect(save_button(other)).to_have_text("Gemerkt")
    other.go_back()
    expect(header_count(other)).to_have_text("1")


@pytest.mark.parametrize("script", [BLOCKED_STORAGE, FULL_STORAGE], ids=["blocked", "full"])
def test_where_nothing_can_be_stored_it_says_so(open_page: OpenPage, address: str, script: str) -> None:
    page = open_page(None)
    page.add_init_script(script)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.goto(f"{address}angebote/robotik-ag/")
    save_button(page).click()
    expect(page.locator(".mint-save-place").get_by_role("status")).to_contain_text(
        "lässt hier nichts speichern"
    )
    expect(save_button(page)).to_have_text("Merken")
    assert errors == []


def test_a_blocked_storage_is_explained_on_the_page(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    page.add_init_script(BLOCKED_STORAGE)
    page.goto(f"{address}merkliste/")
    expect(page.locator("#merkstand")).to_contain_text("Deshalb kann hier nichts stehen.")
    # A list of somebody else can be read all the same.
    page.goto(f"{address}merkliste/?ids={LINK}")
    ready(page)
    by_name(page, "Alle übernehmen").click()
    expect(page.locator(".mint-saved__message")).to_contain_text("lässt diese Website nichts speichern")


def test_a_lost_connection_is_said_on_the_button(open_page: OpenPage) -> None:
    page = open_page("angebote/robotik-ag/")
    page.context.set_offline(True)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Geht gerade nicht")
    page.context.set_offline(False)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Gemerkt")


@pytest.mark.parametrize("rubbish", ["{", "[1, null]", '{"id": 3}', '[{"id": "<b>"}]'])
def test_rubbish_in_the_storage_is_no_list(open_page: OpenPage, address: str, rubbish: str) -> None:
    page = open_page("404.html")
    page.evaluate("text => localStorage.setItem('merkliste', text)", rubbish)
    page.goto(f"{address}merkliste/")
    expect(page.get_by_role("heading", name="Noch nichts gemerkt")).to_be_visible()
    page.goto(f"{address}angebote/robotik-ag/")
    save_button(page).click()
    expect(save_button(page)).to_have_text("Gemerkt")
    assert [saved["id"] for saved in stored(page)] == ["offers/robotik-ag"]


# The page


def test_the_list_shows_current_data(filled: Callable[..., Page]) -> None:
    page = filled([{**ROBOTIK, "title": "So hieß es früher"}])
    item = page.locator('[data-id="offers/robotik-ag"]')
    expect(item.get_by_role("link", name="Robotik-AG im Jugendhaus")).to_be_visible()
    expect(item).to_contain_text("Gemerkt am 18.11.2026")
    expect(item).to_contain_text("Görlitz")
    expect(page.locator("#merkstand")).to_have_text("1 Eintrag gemerkt.")
    page.reload()
    assert ids(ready(page)) == ["offers/robotik-ag"]
    # Only the visitor's own taps write.
    assert stored(page)[0]["title"] == "So hieß es früher"
    item.get_by_role("link", name="Robotik-AG im Jugendhaus").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Robotik-AG im Jugendhaus")


def test_what_has_ended_or_gone_says_so_and_comes_last(filled: Callable[..., Page]) -> None:
    page = filled()
    assert ids(page)[:3] == [TAG["id"], TREFF["id"], ROBOTIK["id"]]
    assert set(ids(page)[3:]) == {OVER["id"], ENDED["id"], GONE["id"]}
    expect(page.locator("#merkstand")).to_have_text("6 Einträge gemerkt, davon 3 nicht mehr aktuell.")
    over = page.locator(f'[data-id="{OVER["id"]}"]')
    expect(over).to_contain_text("nicht mehr aktuell")
    expect(over).to_contain_text("vorbei (02.05.2026)")
    expect(page.locator(f'[data-id="{ENDED["id"]}"]')).to_contain_text("nicht mehr aktuell")
    gone = page.locator(f'[data-id="{GONE["id"]}"]')
    expect(gone).to_contain_text("Diesen Eintrag gibt es nicht mehr.")
    expect(gone.get_by_role("heading")).to_have_text("Gab es einmal")
    assert gone.get_by_role("link").get_attribute("href", timeout=1000)


def test_what_has_ended_since_the_build_has_ended(filled: Callable[..., Page]) -> None:
    page = filled([TAG])
    assert "nicht mehr aktuell" not in page.locator("#merkliste").inner_text()
    page.clock.set_fixed_time("2026-12-06T00:30:00+01:00")
    page.reload()
    expect(page.locator(f'[data-id="{TAG["id"]}"]')).to_contain_text("nicht mehr aktuell")


def test_the_order_can_be_chosen_and_is_in_the_address(filled: Callable[..., Page]) -> None:
    page = filled([ROBOTIK, TAG, TREFF])
    select = page.get_by_label("Reihenfolge")
    assert ids(page) == [TAG["id"], TREFF["id"], ROBOTIK["id"]]
    select.select_option(label="Name")
    assert ids(page) == [ROBOTIK["id"], TREFF["id"], TAG["id"]]
    select.select_option(label="nächster Termin")
    assert ids(page) == [TREFF["id"], TAG["id"], ROBOTIK["id"]]
    page.reload()
    assert ids(ready(page)) == [TREFF["id"], TAG["id"], ROBOTIK["id"]]
    expect(select).to_have_value("termin")


def test_one_can_be_removed_and_brought_back(filled: Callable[..., Page]) -> None:
    page = filled([ROBOTIK, TAG, TREFF])
    by_name(page, "Entfernen: Robotik-Treff").click()
    expect(by_name(page, "Rückgängig")).to_be_focused()
    expect(page.get_by_text("„Robotik-Treff“ ist entfernt.")).to_be_visible()
    assert stored(page) == [ROBOTIK, TAG]
    expect(header_count(page)).to_have_text("2")
    expect(page.locator("#merkstand")).to_have_text("2 Einträge gemerkt.")
    by_name(page, "Rückgängig").click()
    expect(by_name(page, "Entfernen: Robotik-Treff")).to_be_focused()
    # As if nothing had happened: same place, same day.
    assert stored(page) == [ROBOTIK, TAG, TREFF]
    assert ids(page) == [TAG["id"], TREFF["id"], ROBOTIK["id"]]
    by_name(page, "Entfernen: Robotik-Treff").click()
    page.reload()
    assert ids(ready(page)) == [TAG["id"], ROBOTIK["id"]]


def test_the_last_one_leaves_an_undo_behind(filled: Callable[..., Page]) -> None:
    page = filled([ROBOTIK])
    by_name(page, "Entfernen: Robotik-AG im Jugendhaus").click()
    expect(page.get_by_text("ist entfernt.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    by_name(page, "Rückgängig").click()
    assert stored(page) == [ROBOTIK]


def test_all_can_be_removed_and_brought_back(filled: Callable[..., Page]) -> None:
    page = filled()
    by_name(page, "Alle entfernen").click()
    expect(page.locator(".mint-saved__message")).to_contain_text("6 Einträge entfernt.")
    expect(page.get_by_role("heading", name="Noch nichts gemerkt")).to_be_visible()
    expect(by_name(page, "Rückgängig")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    expect(header_count(page)).to_be_empty()
    by_name(page, "Rückgängig").click()
    assert stored(page) == ALL
    assert len(ids(page)) == 6


def test_the_empty_page_shows_the_way(open_page: OpenPage, address: str) -> None:
    page = ready(open_page("merkliste/"))
    expect(page.get_by_role("heading", name="Noch nichts gemerkt")).to_be_visible()
    page.locator("#merkliste").get_by_role("link", name="Angebote finden").click()
    expect(page).to_have_url(f"{address}angebote/")


# Sharing


def test_a_link_shows_the_list_to_others(
    filled: Callable[..., Page], open_page: OpenPage, address: str
) -> None:
    page = filled([ROBOTIK, TAG, GONE], permissions=["clipboard-read", "clipboard-write"])
    by_name(page, "Link kopieren").click()
    expect(page.locator(".mint-saved__message")).to_contain_text("Der Link ist kopiert.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}merkliste/?ids=termine/tag-der-technik,robotik-ag,gab-es-einmal"
    other = ready(open_page(link.removeprefix(address)))
    expect(other.get_by_role("heading", level=1)).to_have_text("Geteilte Merkliste")
    assert other.title().startswith("Geteilte Merkliste")
    assert ids(other) == [TAG["id"], ROBOTIK["id"], GONE["id"]]
    expect(other.locator(f'[data-id="{GONE["id"]}"]')).to_contain_text("Diesen Eintrag gibt es nicht mehr.")
    assert other.evaluate("localStorage.length") == 0
    by_name(other, "Alle übernehmen").click()
    expect(other.locator(".mint-saved__message")).to_contain_text("2 Einträge übernommen.")
    assert [(saved["id"], saved["title"]) for saved in stored(other)] == [
        (TAG["id"], TAG["title"]),
        (ROBOTIK["id"], ROBOTIK["title"]),
    ]
    expect(header_count(other)).to_have_text("2")
    by_name(other, "Alle übernehmen").click()
    expect(other.locator(".mint-saved__message")).to_contain_text("Alles steht schon in Ihrer Merkliste.")
    other.get_by_role("link", name="Zu Ihrer Merkliste").click()
    assert set(ids(ready(other))) == {TAG["id"], ROBOTIK["id"]}


def test_single_entries_of_a_shared_list_can_be_saved(open_page: OpenPage) -> None:
    page = ready(open_page(f"merkliste/?ids={LINK}"))
    by_name(page, "Merken: Tag der Technik").click()
    expect(by_name(page, "Gemerkt: Tag der Technik")).to_be_visible()
    assert [saved["id"] for saved in stored(page)] == [TAG["id"]]
    by_name(page, "Alle übernehmen").click()
    expect(page.locator(".mint-saved__message")).to_contain_text(
        "1 Eintrag übernommen. 1 Eintrag stand schon darin."
    )


def test_an_empty_link_says_so(open_page: OpenPage) -> None:
    page = ready(open_page("merkliste/?ids="))
    expect(page.locator("#merkstand")).to_have_text("In diesem Link steht kein Eintrag.")
    expect(page.get_by_role("link", name="Zu Ihrer Merkliste")).to_be_visible()


def test_without_a_clipboard_the_link_can_be_copied_by_hand(
    filled: Callable[..., Page], address: str
) -> None:
    page = filled([ROBOTIK])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); }")
    by_name(page, "Link kopieren").click()
    field = page.get_by_label("Link zu dieser Liste")
    expect(field).to_have_value(f"{address}merkliste/?ids=robotik-ag")
    expect(field).to_be_focused()


def test_phones_share_with_what_they_have(filled: Callable[..., Page], address: str) -> None:
    page = filled([ROBOTIK])
    expect(page.get_by_role("button", name="Link teilen")).to_have_count(0)
    page.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    page.reload()
    by_name(ready(page), "Link teilen").click()
    assert page.evaluate("window.shared.url") == f"{address}merkliste/?ids=robotik-ag"


# Files


def downloaded(page: Page, name: str, folder: Path) -> tuple[str, bytes]:
    with page.expect_download() as info:
        by_name(page, name).click()
    path = folder / info.value.suggested_filename
    info.value.save_as(path)
    return path.name, path.read_bytes()


def test_the_dates_as_a_calendar_file(filled: Callable[..., Page], tmp_path: Path) -> None:
    page = filled([ROBOTIK, TAG, TREFF, GONE])
    name, content = downloaded(page, "Kalender (.ics)", tmp_path)
    assert name == "merkliste-2026-11-21.ics"
    lines = content.decode("utf-8").replace("\r\n ", "").split("\r\n")
    starts = [line for line in lines if line.startswith("DTSTART;TZID=Europe/Berlin:")]
    assert "DTSTART;TZID=Europe/Berlin:20261205T100000" in starts
    assert "DTEND;TZID=Europe/Berlin:20261205T160000" in lines
    assert "SUMMARY:Tag der Technik" in lines
    count = lines.count("BEGIN:VEVENT")
    assert count == len(starts) > 2
    expect(page.locator(".mint-saved__message")).to_have_text(
        f"Kalenderdatei mit {count} Terminen gespeichert. 1 Eintrag hat kein festes Datum und steht nicht darin."
    )


def test_without_dates_there_is_no_calendar_file(filled: Callable[..., Page]) -> None:
    page = filled([ROBOTIK])
    by_name(page, "Kalender (.ics)").click()
    expect(page.locator(".mint-saved__message")).to_contain_text("kein kommender Termin mit festem Datum")


def test_the_list_as_a_table(filled: Callable[..., Page], tmp_path: Path, address: str) -> None:
    page = filled([ROBOTIK, GONE])
    name, content = downloaded(page, "Tabelle (.csv)", tmp_path)
    assert name == "merkliste-2026-11-21.csv"
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert (first["Titel"], first["Stand"], first["Gemerkt am"]) == (
        ROBOTIK["title"],
        "aktuell",
        "2026-11-18",
    )
    assert first["Adresse"] == f"{address}angebote/robotik-ag/"
    assert (second["Titel"], second["Stand"]) == (GONE["title"], "gibt es nicht mehr")
    expect(page.locator(".mint-saved__message")).to_have_text("Tabelle mit 2 Zeilen gespeichert.")


def test_paper_has_the_entries_with_their_addresses(filled: Callable[..., Page], address: str) -> None:
    page = filled()
    page.emulate_media(media="print")
    for entry in ALL:
        expect(page.locator(f'[data-id="{entry["id"]}"]').get_by_role("heading")).to_be_visible()
    expect(page.get_by_text(f"{address}angebote/robotik-ag/", exact=True)).to_be_visible()
    expect(page.get_by_text("Gedruckt am 21.11.2026.")).to_be_visible()
    assert page.get_by_role("button").filter(visible=True).count() == 0
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") in (1, 2)


# Failure


@pytest.mark.parametrize("pattern", ["**/stand.json", "**/root.json", "**/i0.json", "**/data.js"])
def test_a_failing_index_leaves_titles_and_links(open_page: OpenPage, address: str, pattern: str) -> None:
    page = open_page("404.html")
    store(page, [ROBOTIK, GONE])
    page.route(pattern, lambda route: route.abort())
    page.goto(f"{address}merkliste/")
    expect(page.locator("#merkliste")).to_have_attribute("data-state", "error")
    expect(page.locator("#merkstand")).to_contain_text("Die aktuellen Angaben ließen sich gerade nicht laden")
    link = page.get_by_role("link", name=ROBOTIK["title"])
    assert link.evaluate("link => link.href") == f"{address}angebote/robotik-ag/"
    page.unroute(pattern)
    by_name(page, "Noch einmal versuchen").click()
    ready(page)
    expect(page.get_by_label("Reihenfolge")).to_be_focused()
    expect(page.locator(f'[data-id="{GONE["id"]}"]')).to_contain_text("Diesen Eintrag gibt es nicht mehr.")


def test_a_connection_lost_before_an_export_is_said(filled: Callable[..., Page]) -> None:
    page = filled([TAG])
    page.context.set_offline(True)
    by_name(page, "Kalender (.ics)").click()
    expect(page.locator(".mint-saved__message")).to_contain_text("Das ging nicht.")


def test_without_javascript_the_page_explains_itself(open_page: OpenPage) -> None:
    page = open_page("merkliste/", java_script_enabled=False)
    expect(page.get_by_role("status")).to_contain_text("Die Merkliste braucht JavaScript.")
    expect(page.get_by_role("main").get_by_role("link", name="Alle Termine")).to_be_visible()
    page = open_page("angebote/robotik-ag/", java_script_enabled=False)
    expect(page.get_by_role("button", name="Merken")).to_have_count(0)


# Everybody


@pytest.mark.parametrize("state", ["empty", "filled", "removed", "shared"])
def test_no_violation_in_any_state(filled: Callable[..., Page], state: str) -> None:
    path = f"merkliste/?ids={LINK}" if state == "shared" else "merkliste/"
    page = filled([] if state == "empty" else ALL, path=path)
    if state == "removed":
        by_name(page, "Entfernen: Robotik-Treff").click()
    found = []
    for scheme, rules in (("light", ALL_RULES), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found += [f"{scheme} {width}: {violation}" for violation in violations(page, rules)]
    assert found == []


@pytest.mark.parametrize("width", [320, 1280])
def test_saving_and_removing_by_keyboard_alone(open_page: OpenPage, address: str, width: int) -> None:
    page = open_page("angebote/robotik-ag/", width=width)

    def tab_to(name: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            stop = page.evaluate(STOP)
            assert stop["visible"], stop
            assert stop["outlined"], stop
            if stop["name"].startswith(name):
                return
        raise AssertionError(f"the keyboard does not get to {name}")

    tab_to("Merken: Robotik-AG")
    page.keyboard.press("Space")
    expect(save_button(page)).to_have_text("Gemerkt")
    page.goto(f"{address}merkliste/")
    ready(page)
    tab_to("Entfernen: Robotik-AG")
    page.keyboard.press("Enter")
    expect(by_name(page, "Rückgängig")).to_be_focused()
    page.keyboard.press("Enter")
    expect(by_name(page, "Entfernen: Robotik-AG im Jugendhaus")).to_be_focused()


def test_forced_colours_keep_the_signs(filled: Callable[..., Page]) -> None:
    page = filled()
    page.emulate_media(forced_colors="active")
    sign = page.locator(".mint-saved-link").evaluate(
        "link => getComputedStyle(link, '::before').backgroundColor"
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sign != paper
