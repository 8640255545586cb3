"""Reading the finder's page in tests."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

SETTLED = re.compile("ready|error")


def settled(page: Page) -> Page:
    """Waits for the answer to what is asked."""
    expect(page.locator("#treffer")).to_have_attribute("data-state", SETTLED)
    return page


def seen(page: Page) -> Locator:
    """The hits, once all of them are laid out and can be saved."""
    hits = settled(page).locator("#treffer")
    expect(hits.locator("> li").filter(visible=False)).to_have_count(0)
    expect(
        hits.locator('> li:is([data-id^="offers/"], [data-id^="events/"]):not(:has(.mint-save))')
    ).to_have_count(0)
    return hits


def ids(page: Page, selector: str = "#treffer > li") -> list[str]:
    """Ids of the hits once the answer is there."""
    settled(page)
    found: list[str] = page.locator(selector).evaluate_all("items => items.map(item => item.dataset.id)")
    return found


def offers(page: Page) -> set[str]:
    """Hits without their kind."""
    return {id.partition("/")[2] for id in ids(page)}


def chips(page: Page) -> list[str]:
    settled(page)
    return page.locator("#chips button").evaluate_all(
        "chips => chips.map(chip => chip.firstChild.textContent)"
    )


def box(page: Page, facet: str, value: str) -> Locator:
    """The checkbox of a value; its facet is opened."""
    page.locator(f'[data-facet="{facet}"]').evaluate("facet => { facet.open = true; }")
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def wait_until(page: Page, condition: str) -> None:
    """Like `wait_for_function`, which the site's policy does not allow."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not true after five seconds: {condition}")
