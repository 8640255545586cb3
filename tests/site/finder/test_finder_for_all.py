"""The finder for everybody: keyboard, screen reader, narrow and large, light and dark, on paper – and quiet while it loads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.finder.pages import box, ids, settled
from tests.site.test_accessibility import ALL_RULES, COLOUR_RULES, violations, walk

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 600);
})"""

STATES = {
    "everything": "",
    "filters": "q=robotik&kosten=kostenlos&alter=10&ort=görlitz",
    "choice": "ort=leipzig",
    "outside": "ort=10115",
    "nothing": "q=camp&kosten=kostenlos&kreis=goerlitz",
    "near": "q=zahnradbande",
    "map": "q=robotik&ansicht=karte",
}
LONG_WORDS = "fach=naturwissenschaften&art=providers"


def opened(page: Page) -> Page:
    """All facets open, the panel too."""
    settled(page)
    page.wait_for_timeout(300)
    button = page.get_by_role("button", name="Filter", exact=False).and_(page.locator("#filterknopf"))
    if button.is_visible():
        button.click()
    page.locator("[data-facet]").evaluate_all("facets => facets.forEach(facet => { facet.open = true; })")
    return page


@pytest.mark.parametrize("state", [*STATES, "error"])
def test_no_violation_in_any_state(open_page: OpenPage, address: str, state: str) -> None:
    page = open_page(None)
    if state == "error":
        page.route("**/worker.js", lambda route: route.abort())
    page.goto(f"{address}angebote/?{STATES.get(state, '')}")
    settled(page)
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        opened(page)
        for scheme, rules in (("light", ALL_RULES), ("dark", COLOUR_RULES)):
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme} {width}: {violation}" for violation in violations(page, rules)]
    assert found == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_wider_than_a_small_screen(open_page: OpenPage, state: str) -> None:
    page = opened(open_page(f"angebote/?{STATES[state]}", width=320))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 640])
@pytest.mark.parametrize("state", [*STATES, "long words"])
def test_large_text_fits(open_page: OpenPage, state: str, width: int) -> None:
    page = opened(open_page(f"angebote/?{STATES.get(state, LONG_WORDS)}", width=width))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = """() => [...document.querySelectorAll("main *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest("#karte, .mint-unseen"))
      .map((element) => element.outerHTML.slice(0, 100))"""
    assert page.evaluate(wide) == []
    # Words may be wider than the element they stand in.
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("state", ["everything", "filters", "choice", "nothing"])
def test_nothing_moves_while_it_loads(open_page: OpenPage, state: str, width: int) -> None:
    page = settled(open_page(f"angebote/?{STATES[state]}", width=width))
    assert page.evaluate(SHIFT) == 0


def test_the_first_hit_is_on_the_first_screen_of_a_phone(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/?q=robotik", width=360, height=640))
    place = page.locator("#treffer h3").first.bounding_box()
    assert place is not None
    assert place["y"] + place["height"] < 640


def test_small_screens_fold_the_filters_away(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/?fach=informatik&klasse=6", width=360))
    expect(page.locator("#filter")).to_be_hidden()
    button = page.get_by_role("button", name="Filter (2)")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    box(page, "format", "feriencamp").check()
    page.get_by_role("button", name="1 Treffer zeigen").click()
    expect(page.locator("#filter")).to_be_hidden()
    expect(page.get_by_role("button", name="Filter (3)")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_keyboard_is_seen(open_page: OpenPage, width: int) -> None:
    page = opened(open_page("angebote/?q=robotik&fach=technik", width=width))
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    stops = walk(page)
    assert len(stops) > 40
    assert [stop["name"] for stop in stops if not stop["visible"]] == []
    assert [stop["name"] for stop in stops if not stop["outlined"]] == []


def test_keyboard_only(open_page: OpenPage) -> None:
    """From the box to a filter, a chip and a hit, without a mouse."""
    page = settled(open_page("angebote/"))
    keys = page.keyboard
    page.get_by_label("Was suchen Sie?").focus()
    keys.type("robotik")
    keys.press("Enter")
    expect(page.locator("#stand")).to_contain_text("Treffer")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            keys.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    tab_to('[data-facet="format"] > summary')
    keys.press("Enter")
    tab_to('input[value="feriencamp"]')
    keys.press("Space")
    expect(page.locator("#treffer")).to_have_attribute("data-count", "2")
    expect(page.locator('input[value="feriencamp"]')).to_be_focused()
    tab_to("#chips button")
    keys.press("Enter")
    expect(page.locator("#chips")).to_be_hidden()
    expect(page.locator("#treffer-titel")).to_be_focused()
    tab_to("#treffer a")
    keys.press("Enter")
    expect(page.locator("article.mint-record")).to_be_visible()


def test_the_focus_stays_in_the_row_of_chips(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/?fach=technik&kosten=kostenlos&zugang=stufenlos"))
    page.locator("#chips button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chips button")).to_have_count(3)
    expect(page.locator("#chips button").first).to_be_focused()


def test_the_number_is_told_once_when_it_is_settled(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/"))
    page.evaluate(
        """() => {
          window.told = [];
          const status = document.getElementById("stand");
          new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true, subtree: true });
        }"""
    )
    page.get_by_label("Was suchen Sie?").press_sequentially("zahnradbande", delay=60)
    expect(page.locator("#stand")).to_have_text("2 Treffer")
    page.wait_for_timeout(500)
    assert page.evaluate("window.told") == ["2 Treffer"]


def test_hits_that_stay_are_not_made_anew(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/?q=robotik"))
    page.locator("#treffer > li").first.evaluate("item => { item.mark = true; }")
    box(page, "frisch", "ja").check()
    expect(page.locator("#chips")).to_be_visible()
    assert page.locator("#treffer > li").first.evaluate("item => item.mark")


def test_paper_has_the_hits_and_no_controls(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/?q=robotik&kosten=kostenlos"))
    hits = ids(page)
    page.emulate_media(media="print")
    expect(
        page.locator("main :is(select, button:not(.mint-chip), input:not(#q))").filter(visible=True)
    ).to_have_count(0)
    expect(page.locator("#treffer > li").filter(visible=True)).to_have_count(len(hits))
    expect(page.locator("#stand")).to_be_visible()
    expect(page.locator("#q")).to_be_visible()


def test_the_forced_colours_of_the_reader_leave_everything_visible(open_page: OpenPage) -> None:
    page = opened(open_page("angebote/?q=robotik&fach=technik", forced_colors="active"))
    for selector in (".mint-chip", ".mint-button", ".mint-ask", "#treffer .mint-card"):
        style = page.locator(selector).first.evaluate("element => getComputedStyle(element).borderTopStyle")
        assert style != "none", selector
