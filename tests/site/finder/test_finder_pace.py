"""The finder does little at a time: what it leaves for later comes, and nothing is done for every letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.finder.pages import ids, query, settled

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

# What is there, and what of it is seen, when the finder says „ready“.
_AT_READY = """addEventListener("DOMContentLoaded", () => {
  const list = document.getElementById("treffer");
  window.seen = [];
  new MutationObserver(() => {
    if (list.dataset.state === "ready") seen.push([list.children.length, list.querySelectorAll(":scope > :not([hidden])").length]);
  }).observe(list, { attributeFilter: ["data-state"] });
});"""

# Records that stand both among the hits and below them when the finder says „ready“.
_BELOW = """addEventListener("DOMContentLoaded", () => {
  const list = document.getElementById("treffer");
  window.twice = [];
  new MutationObserver(() => {
    if (list.dataset.state !== "ready") return;
    const hits = new Set([...list.children].map((item) => item.dataset.id));
    const below = [...document.querySelectorAll("#naechste > li")].map((item) => item.dataset.id);
    twice.push(...below.filter((id) => hits.has(id)));
  }).observe(list, { attributeFilter: ["data-state"] });
});"""


def opened(open_page: OpenPage, address: str, script: str, asked: str = "", **settings: int) -> Page:
    """The finder in a browser in which a script ran before it."""
    page = open_page(None, **settings)
    page.add_init_script(script)
    page.goto(f"{address}angebote/{asked}")
    return settled(page)


def test_two_hits_are_laid_out_first_and_the_others_follow(open_page: OpenPage, address: str) -> None:
    page = opened(open_page, address, _AT_READY)
    there, seen = page.evaluate("window.seen[0]")
    assert there >= 6
    assert seen == 2
    hits = page.locator("#treffer > li").filter(visible=True)
    expect(hits).to_have_count(10)
    expect(page.get_by_role("button", name="Mehr anzeigen")).to_be_visible()
    # Another question, and back to more than fit into the first frame.
    field = page.get_by_label("Was suchen Sie?")
    for text, count in (("zahnradbande", 2), ("", 10)):
        field.fill(text)
        field.press("Enter")
        expect(hits).to_have_count(count)


def test_more_hits_are_seen_too(open_page: OpenPage, address: str) -> None:
    page = opened(open_page, address, _AT_READY, "?zahl=20")
    count = int(page.locator("#treffer").get_attribute("data-count") or 0)
    expect(page.locator("#treffer > li").filter(visible=True)).to_have_count(count)
    assert count > 10


@pytest.mark.parametrize("script", ["delete globalThis.scheduler", "delete Scheduler.prototype.yield"])
def test_browsers_without_a_scheduler_show_the_same(open_page: OpenPage, address: str, script: str) -> None:
    page = opened(open_page, address, script, "?q=zahnradbande")
    assert not page.evaluate("globalThis.scheduler?.yield")
    assert ids(page) == ["offers/robotik-ag", "providers/jugendhaus"]


def test_the_address_is_not_written_for_every_letter(open_page: OpenPage, address: str) -> None:
    page = opened(
        open_page,
        address,
        """const replaceState = history.replaceState;
        window.written = [];
        history.replaceState = (data, title, url) => { if (url) written.push(url); replaceState.call(history, data, title, url); };""",
    )
    page.evaluate(
        """() => {
          const field = document.getElementById("q");
          for (const letter of "zahnradbande") {
            field.value += letter;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          }
        }"""
    )
    expect(page.locator("#treffer")).to_have_attribute("data-count", "2")
    assert page.evaluate("window.written") == ["?q=zahnradbande"]
    assert query(page) == "q=zahnradbande"


# Letters as keys write them, with nothing between them.
_TYPE = """(letters) => {
  const field = document.getElementById("q");
  for (const letter of letters) {
    field.dispatchEvent(new InputEvent("beforeinput", { bubbles: true }));
    field.value += letter;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}"""


def test_a_letter_is_asked_for_at_once_and_fast_typing_is_waited_for(
    open_page: OpenPage, address: str
) -> None:
    """The clock stands still, so what is waited for never comes."""
    page = opened(open_page, address, "")
    hits = page.locator("#treffer")
    page.clock.install()
    page.clock.pause_at("2099-01-01")
    page.evaluate(_TYPE, "z")
    page.clock.run_for(20)
    expect(hits).to_have_attribute("data-state", "ready")
    before = hits.get_attribute("data-count")
    page.evaluate(_TYPE, "ahnradbande")
    page.clock.run_for(20)
    expect(hits).to_have_attribute("data-state", "loading")
    expect(hits).to_have_attribute("data-count", str(before))
    page.clock.run_for(80)
    expect(hits).to_have_attribute("data-count", "2")
    expect(hits).to_have_attribute("data-state", "ready")


def test_who_puts_in_a_whole_word_is_not_in_the_middle_of_one(open_page: OpenPage, address: str) -> None:
    """As above: even while an answer is under way, it is asked for at once."""
    page = opened(open_page, address, "")
    hits = page.locator("#treffer")
    page.clock.install()
    page.clock.pause_at("2099-01-01")
    page.evaluate(_TYPE, "zz")
    expect(hits).to_have_attribute("data-state", "loading")
    page.get_by_label("Was suchen Sie?").fill("zahnradbande")
    page.clock.run_for(20)
    expect(hits).to_have_attribute("data-count", "2")
    expect(hits).to_have_attribute("data-state", "ready")


def test_what_stands_below_few_hits_goes_with_them(open_page: OpenPage, address: str) -> None:
    """With „ready“ nothing of the question before is left: a hit stood there as one that comes near, too."""
    page = opened(open_page, address, _BELOW, "?ort=zittau")
    hit = page.locator('[data-id="offers/robotik-ag"]')
    expect(page.locator("#naechste").locator(hit)).to_have_count(1)
    page.get_by_label("Umkreis").select_option("50")
    expect(page.locator("#treffer").locator(hit)).to_have_count(1)
    assert page.evaluate("window.twice") == []
    page.goto(f"{address}angebote/?q=quantencomputer")
    expect(page.locator("#weiter")).to_contain_text("Das fehlt hier?")
    page.get_by_label("Was suchen Sie?").fill("")
    expect(page.locator("#stand")).to_have_text("13 Angebote und Termine")
    expect(page.locator("#weiter")).to_be_empty()


def test_an_address_that_can_not_be_written_stops_no_search(open_page: OpenPage, address: str) -> None:
    """Safari allows a hundred changes in half a minute and throws at the next."""
    page = opened(
        open_page, address, "history.replaceState = () => { throw new DOMException('', 'SecurityError'); };"
    )
    page.get_by_label("Was suchen Sie?").fill("zahnradbande")
    expect(page.locator("#treffer")).to_have_attribute("data-count", "2")
    expect(page.locator("#treffer")).to_have_attribute("data-state", "ready")
