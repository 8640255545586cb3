"""What readers set for themselves: larger text, forced colours, less motion, paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.test_accessibility import ALL_RULES, OpenPage, violations
from tests.site.test_accessibility import PAGES as EVERY_KIND

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGES = ["", "kreise/", "kreise/goerlitz/", "angebote/robotik-ag/", "alter/klasse-5-7/", "gestaltung/"]

# Elements with text whose box is cut off by their own or a parent's clipping.
CUT_OFF = """() => [...document.querySelectorAll("main a, main p, main dd, main dt, main h1, main h2, main h3, header a")]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible")
  .map((element) => element.textContent.trim().slice(0, 40))"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("zoom", "width"), [(200, 640), (400, 320)])
def test_enlarged_text_flows_anew_without_loss(open_page: OpenPage, path: str, zoom: int, width: int) -> None:
    """Zooming to 400 % on a screen of 1280 px is a page of 320 px (WCAG 1.4.10)."""
    page = open_page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("path", PAGES)
def test_text_alone_at_twice_its_size_fits(open_page: OpenPage, path: str) -> None:
    """WCAG 1.4.4: the text size of the browser, not its zoom."""
    page = open_page(path, width=1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("path", ["", "kreise/goerlitz/", "termine/", "mitmachen/"])
def test_text_at_twice_its_size_fits_on_a_small_phone(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", EVERY_KIND.values(), ids=EVERY_KIND)
def test_nothing_is_violated_on_paper(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.emulate_media(media="print")
    # Nobody taps on paper.
    found = [
        violation for violation in violations(page, ALL_RULES) if not violation.startswith("target-size")
    ]
    assert found == []


def styles(page: Page, selector: str, *names: str) -> list[str]:
    script = "([selector, names]) => { const style = getComputedStyle(document.querySelector(selector)); return names.map((name) => style[name]); }"
    found: list[str] = page.evaluate(script, [selector, list(names)])
    return found


def test_forced_colours_keep_the_outlines_of_cards_and_maps(open_page: OpenPage) -> None:
    page = open_page("kreise/goerlitz/")
    page.emulate_media(forced_colors="active")
    assert styles(page, ".mint-card", "borderTopStyle", "borderTopWidth") == ["solid", "1px"]
    stroke, fill = styles(page, ".mint-map path", "stroke", "fill")
    assert stroke != fill


MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
}).map((element) => element.tagName)"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_by_itself(open_page: OpenPage, path: str, motion: str) -> None:
    assert open_page(path, reduced_motion=motion).evaluate(MOVING) == []


def test_contents_lead_to_their_headings(open_page: OpenPage) -> None:
    """Also over cards that are laid out only when they come near."""
    page = open_page("alter/klasse-5-7/", width=360)
    link = page.locator(".mint-contents a").last
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    expect(page.locator(f"[id='{target}'] h2")).to_be_in_viewport()


def test_the_map_says_what_the_list_says(open_page: OpenPage) -> None:
    """Every district is a link in the map and in the list, with the same number of offers."""
    page = open_page("kreise/")
    areas = page.locator(".mint-map a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('aria-label'))"
    )
    tiles = page.locator(".mint-tiles li").evaluate_all(
        "(items) => items.map((item) => `${item.querySelector('a').textContent}: ${item.querySelector('span').textContent}`)"
    )
    assert areas
    assert sorted(areas) == sorted(tiles)


def test_the_gallery_is_kept_from_search_engines(open_page: OpenPage) -> None:
    page = open_page("gestaltung/")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    page = open_page("kreise/")
    assert page.locator("meta[name=robots]").count() == 0
