"""What a machine can see of accessibility and privacy, and the keyboard, on one page of each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.site.kinds import KINDS_OF_PAGES

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

PAGES = {
    **{kind: path for kind, path in KINDS_OF_PAGES.items() if kind not in ("finder", "not-found")},
    "finder-with-hits": "angebote/?q=robotik",
    "not-found": "gibt/es/nicht/",
}
WIDTHS = [320, 1280]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL_RULES = {"type": "tag", "values": TAGS}
# What a change of colours can break; everything else is the same page.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """Rule and first element of each violation."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_violation_in_light_and_dark_small_and_large(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    if "?q=" in path:
        expect(page.locator("#treffer li")).not_to_have_count(0)
    found = []
    for scheme, rules in (("light", ALL_RULES), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{scheme} {width}: {violation}" for violation in violations(page, rules)]
    assert found == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_quiet_private_and_narrow(open_page: OpenPage, address: str, path: str) -> None:
    """No error on the console, no other host, nothing stored, nothing wider than a small screen."""
    page = open_page(None, width=320)
    messages: list[str] = []
    addresses: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(error.message))
    page.on("request", lambda request: addresses.append(request.url))
    page.goto(address + path)
    if "?q=" in path:
        expect(page.locator("#treffer li")).not_to_have_count(0)
    # The browser reports the status of the page itself.
    expected = 1 if path == PAGES["not-found"] else 0
    assert len(messages) == expected, messages
    assert [url for url in addresses if not url.startswith(address)] == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# Every stop of the tab key: what it is, whether it can be seen, and whether its focus shows.
STOP = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const after = getComputedStyle(element, "::after");
  // Shapes of a map can't have an outline; theirs is a stroke.
  const shape = element.querySelector(":scope > path");
  const outlined = shape
    ? parseFloat(getComputedStyle(shape).strokeWidth) >= 3
    : [style, after].some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
  return {
    name: element.getAttribute("aria-label") || element.textContent.trim() || element.id || element.tagName,
    tag: element.tagName,
    visible: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    outlined,
  };
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """The stops from the top of the page until the keyboard leaves it."""
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["tag"] == "BODY":
            return stops
        stops.append(stop)
    raise AssertionError("the keyboard does not get through the page")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["", "kreise/goerlitz/", "angebote/robotik-ag/", "angebote/?q=robotik"])
def test_every_stop_of_the_keyboard_is_seen(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, reduced_motion="reduce")
    if "?q=" in path:
        expect(page.locator("#treffer li")).not_to_have_count(0)
    stops = walk(page)
    names = [stop["name"] for stop in stops]
    menu = ["Merkliste", "Menü"] if width == 320 else ["Merkliste", "Angebote", "Alter", "Kreise"]
    assert names[: 2 + len(menu)] == ["Zum Inhalt", "MINT-Wegweiser Sachsen", *menu]
    assert len(stops) > 12
    assert [stop["name"] for stop in stops if not stop["visible"]] == []
    assert [stop["name"] for stop in stops if not stop["outlined"]] == []


def test_the_skip_link_leads_past_the_menu(open_page: OpenPage) -> None:
    page = open_page("angebote/robotik-ag/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def menu_entry(page: Page, name: str) -> Locator:
    return page.locator(".mint-nav").get_by_role("link", name=name, exact=True)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_by_keyboard(open_page: OpenPage, key: str) -> None:
    page = open_page("", width=360)
    button, entry = page.locator("summary"), menu_entry(page, "Termine")
    expect(entry).to_be_hidden()
    button.focus()
    page.keyboard.press(key)
    expect(entry).to_be_visible()
    entry.focus()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_menu_opens_by_touch(open_page: OpenPage, script: bool) -> None:
    page = open_page("angebote/robotik-ag/", width=360, has_touch=True, java_script_enabled=script)
    page.locator("summary").tap()
    expect(menu_entry(page, "Kreise")).to_be_visible()


# Everything of the first row: what was tapped, and what a second tap must not hit instead.
FIRST_ROW = [".mint-menu > summary", ".mint-brand", ".mint-saved-link"]


@pytest.mark.parametrize("width", [320, 360, 390, 768])
@pytest.mark.parametrize("path", ["", "angebote/robotik-ag/"])
def test_a_second_tap_at_the_same_spot_closes_the_menu(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, has_touch=True)
    button, entry = page.locator("summary"), menu_entry(page, "Termine")
    before = [page.locator(selector).bounding_box() for selector in FIRST_ROW]
    button.tap()
    expect(entry).to_be_visible()
    assert [page.locator(selector).bounding_box() for selector in FIRST_ROW] == before
    box = page.locator(".mint-nav").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (16, width - 32)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    button.tap()
    expect(entry).to_be_hidden()


def test_wide_screens_show_the_menu_open(open_page: OpenPage) -> None:
    page = open_page("")
    expect(page.locator("summary")).to_be_hidden()
    expect(menu_entry(page, "Kreise")).to_be_visible()


@pytest.mark.parametrize("kind", ["start", "district", "offer", "not-found"])
def test_without_javascript_everything_can_be_read(open_page: OpenPage, kind: str) -> None:
    page = open_page(PAGES[kind], width=360, java_script_enabled=False)
    parts = "h1, h2, h3, p, dd, li"
    hidden = page.locator(f"main :is({parts}):not([role=status])").filter(visible=False)
    assert hidden.all_text_contents() == []
