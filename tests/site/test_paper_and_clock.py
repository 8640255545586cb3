"""Printed pages, and entries that are over since the last build."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.mini import SITE

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

# What is of no use on paper.
NOT_PRINTED = [".mint-skip", ".mint-nav", "summary", ".mint-crumbs", ".mint-footer nav", ".mint-actions"]


@pytest.mark.parametrize("path", ["angebote/robotik-ag/", "kreise/goerlitz/", "alter/klasse-5-7/"])
def test_paper_has_no_navigation_but_the_address(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.emulate_media(media="print")
    for selector in NOT_PRINTED:
        assert page.locator(selector).filter(visible=True).count() == 0, selector
    expect(page.get_by_text(f"{SITE.url}{path}", exact=True)).to_be_visible()
    expect(page.get_by_text("Stand: 21.11.2026.")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_paper_spells_out_where_a_link_leads(open_page: OpenPage) -> None:
    page = open_page("angebote/robotik-ag/")
    page.emulate_media(media="print")
    link = page.get_by_role("link", name="Seite des Jugendhauses")
    after = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://www.example.org/robotik" in after


SOURCE = "https://www.example.org/programm/kinder-und-jugendliche/naturwissenschaft-und-technik/quelle"


def printed(page: Page) -> list[str]:
    """The text of each sheet, without ends of lines."""
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return [sheet.get_textpage().get_text_bounded().replace("\r\n", "") for sheet in sheets]


@pytest.mark.parametrize("path", ["robotik-ag", "vielleicht-noch-da", "mathe-online"])
def test_an_offer_is_one_sheet_that_says_only_what_is_known(open_page: OpenPage, path: str) -> None:
    page = open_page(f"angebote/{path}/")
    (sheet,) = printed(page)
    assert "keine Angabe" not in sheet
    assert "Anmeldung" in sheet


def test_paper_names_a_long_source_once_and_whole(open_page: OpenPage) -> None:
    page = open_page("angebote/vielleicht-noch-da/")
    assert page.locator("a.is-shortened").count() == 1
    (sheet,) = printed(page)
    assert sheet.count(SOURCE) == 1
    assert "…" not in sheet


def test_the_map_stands_beside_the_text_on_paper(open_page: OpenPage) -> None:
    page = open_page("angebote/robotik-ag/", width=688)
    page.emulate_media(media="print")
    text, drawn = (page.locator(part).bounding_box() for part in (".mint-record__body", ".mint-map--place"))
    assert text
    assert drawn
    assert drawn["x"] >= text["x"] + text["width"]
    assert abs(drawn["y"] - text["y"]) < 20


def test_paper_hides_nothing_of_a_dark_screen(open_page: OpenPage) -> None:
    """Dark mode must not print light text on white."""
    page = open_page("angebote/robotik-ag/", color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(
    ("day", "is_visible"),
    [("2026-12-05T23:30:00", True), ("2026-12-06T00:30:00", False)],
    ids=["on the day", "after"],
)
def test_what_is_over_is_hidden_without_a_build(
    open_page: OpenPage, address: str, day: str, is_visible: bool
) -> None:
    """Days are those of the visitor, not of Greenwich."""
    page = open_page(None, timezone_id="Europe/Berlin")
    page.clock.set_fixed_time(f"{day}+01:00")
    page.goto(f"{address}termine/")
    expect(page.locator('[data-id="events/tag-der-technik"]')).to_be_visible(visible=is_visible)
    expect(page.locator('[data-id="events/winter-werkstatt"]')).to_be_visible()
