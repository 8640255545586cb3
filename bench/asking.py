"""Asks the finder's page in a browser, as a visitor who types and presses Enter would."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

TIMEOUT = 30_000
PAUSE = 0.2
# Enter asks at once, typing only after a pause, so what is measured is the search and not the pause.
# The observer sees „loading“ even if „ready“ follows before the next frame.
_ASK = """(query) => new Promise((done) => {
  const list = document.querySelector("#treffer");
  const field = document.querySelector("input[name=q]");
  let start = 0;
  let asked = false;
  const observer = new MutationObserver(() => {
    const { state } = list.dataset;
    if (state === "loading") asked = true;
    else if (asked) {
      observer.disconnect();
      done({ ms: performance.now() - start, state, count: Number(list.dataset.count ?? 0) });
    }
  });
  observer.observe(list, { attributes: true, attributeFilter: ["data-state"] });
  field.value = query;
  start = performance.now();
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.form.requestSubmit();
})"""
# A selector: the page's policy allows no eval, which waiting for an expression would need.
_READY = "#treffer:is([data-state=ready], [data-state=error])"


@dataclass(frozen=True)
class Answer:
    """What the page says to one question."""

    state: str
    count: int
    milliseconds: float


def open_finder(page: Page, address: str, query: str = "") -> None:
    """Opens `/angebote/` of the site at `address` and waits for its first hits."""
    page.goto(f"{address}angebote/{query}")
    page.wait_for_selector(_READY, state="attached", timeout=TIMEOUT)


def ask(page: Page, query: str) -> Answer:
    """Types a question and waits for the hits."""
    said: dict[str, Any] = page.evaluate(_ASK, query)
    return Answer(said["state"], said["count"], said["ms"])


class Quietly:
    """Does the same without Playwright's own script, which every waiting and asking puts into the page first.

    Reading its 300 KB is a task of 60 ms on a slow processor, and would be taken for one of ours.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.session: CDPSession = page.context.new_cdp_session(page)

    def evaluate(self, expression: str) -> Any:
        """What an expression says, as JSON; promises are waited for."""
        said = self.session.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
        )
        return said["result"].get("value")

    def open_finder(self, address: str, query: str) -> None:
        """See `open_finder`. Raises TimeoutError."""
        self._page.goto(f"{address}angebote/{query}", wait_until="commit")
        end = time.monotonic() + TIMEOUT / 1000
        while not self.evaluate(f"Boolean(document.querySelector({json.dumps(_READY)}))"):
            if time.monotonic() > end:
                raise TimeoutError(f"{address}angebote/{query}")
            time.sleep(PAUSE)

    def ask(self, query: str) -> Answer:
        """See `ask`."""
        said = self.evaluate(f"({_ASK})({json.dumps(query)})")
        return Answer(said["state"], said["count"], said["ms"])


def shown(page: Page, container: str, limit: int) -> list[str]:
    """Ids of the first records in a container."""
    ids: list[str] = page.eval_on_selector_all(
        f"{container} [data-id]", "(items) => items.map((item) => item.dataset.id)"
    )
    return ids[:limit]
