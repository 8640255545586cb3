"""The finder when something does not arrive: no script, no worker, no index, no connection. It always leads on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site.finder.pages import ids, settled

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

NOT_LOADED = "Die Suche lässt sich gerade nicht laden."
WAYS = ["Kreise", "Alter", "Fächer"]


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def leads_on(page: Page) -> None:
    """Says that it failed, and links all ways round."""
    settled(page)
    expect(page.locator("#treffer")).to_have_attribute("data-state", "error")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(NOT_LOADED)
    assert alert.get_by_role("link").all_text_contents() == WAYS
    expect(page.get_by_role("main").get_by_role("link", name="Klasse 5 bis 7")).to_be_visible()


@pytest.mark.parametrize(
    ("broken", "how"),
    [
        ("**/worker.js", Route.abort),
        ("**/stand.json", missing),
        ("**/root.json", Route.abort),
        ("**/t*.json", missing),
        ("**/b*.json", Route.abort),
    ],
)
def test_every_missing_part_is_explained(
    open_page: OpenPage, address: str, broken: str, how: Callable[[Route], None]
) -> None:
    page = open_page(None)
    page.route(broken, lambda route: how(route))
    page.goto(f"{address}angebote/?q=robotik")
    leads_on(page)
    page.unroute_all()
    page.get_by_role("button", name="Noch einmal versuchen").click()
    assert "offers/robotik-ag" in ids(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#treffer-titel")).to_be_focused()


@pytest.mark.parametrize(
    "part",
    [
        "**/lunr.js",
        "**/almost.js",
        "**/nearly.js",
        "**/was.json",
        "**/map.js",
        "**/map.json",
        "**/more.js",
        "**/saved.js",
    ],
)
def test_hits_are_shown_without_what_is_only_nice_to_have(
    open_page: OpenPage, address: str, part: str
) -> None:
    page = open_page(None)
    page.route(part, missing)
    page.goto(f"{address}angebote/?q=zahnradbande&ansicht=karte")
    assert ids(page)[0] == "offers/robotik-ag"
    expect(page.locator("#treffer")).to_have_attribute("data-state", "ready")


def test_without_a_connection_it_says_so_and_goes_on_with_the_next(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/"))
    page.context.set_offline(True)
    page.get_by_label("Was suchen Sie?").fill("sternwarte")
    leads_on(page)
    page.context.set_offline(False)
    expect(page.locator("#treffer")).to_have_attribute("data-state", "ready")
    assert ids(page)[0].endswith("sternwarte-am-berg")


def test_what_has_been_found_is_found_again_without_a_connection(open_page: OpenPage) -> None:
    page = settled(open_page("angebote/?q=zahnradbande"))
    page.context.set_offline(True)
    page.get_by_label("Was suchen Sie?").fill("")
    expect(page.locator("#treffer")).to_have_attribute("data-state", "error")
    page.get_by_label("Was suchen Sie?").fill("zahnradbande")
    expect(page.locator("#treffer > li").first).to_have_attribute("data-id", "offers/robotik-ag")
    expect(page.locator("#treffer")).to_have_attribute("data-state", "ready")


def test_without_javascript_it_explains_itself(open_page: OpenPage) -> None:
    page = open_page("angebote/?q=robotik", width=360, java_script_enabled=False)
    explanation = page.get_by_text("Die Suche braucht JavaScript.")
    expect(explanation).to_be_visible()
    assert explanation.get_by_role("link").all_text_contents() == WAYS
    expect(page.get_by_role("main").get_by_role("link", name="Görlitz")).to_be_visible()
    expect(page.locator("main :is(input, select, button)").filter(visible=True)).to_have_count(0)


def test_when_the_script_does_not_arrive_it_explains_itself_too(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    page.route("**/page.js", missing)
    page.goto(f"{address}angebote/")
    expect(page.get_by_text("Die Suche braucht JavaScript.")).to_be_visible(timeout=8000)
    page.get_by_label("Was suchen Sie?").fill("robotik")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/angebote/\?q=robotik&"))
    expect(page.get_by_text("Die Suche braucht JavaScript.")).to_be_visible(timeout=8000)
