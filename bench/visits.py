"""Visits to the three searches in a browser: bytes and time until the first hits, and of each further question."""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from bench.asking import Quietly, ask, open_finder
from bench.serving import Host, Sent

# A phone: on wide screens the finder also fetches the numbers beside its filters.
PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 900}
THROTTLE = 4
TIMEOUT = 300_000
QUIET = 0.15
# A visitor looks at the first hits before asking again; meanwhile comes what nobody waits for.
READING = 2.0
_IMPORT = re.compile(r'(?:from|import)\s*\(?\s*"\./([\w-]+\.js)"')
_LONG_TASKS = """
window.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((task) => task.duration)))
  .observe({ type: "longtask", buffered: true });
"""
_LONGEST = "Math.max(0, ...longTasks.splice(0))"


@dataclass(frozen=True)
class Asked:
    """What one question cost: KB of 1,000 bytes, milliseconds, and how many hits it has."""

    query: str
    kilobytes: float
    milliseconds: float
    count: int


class Search(ABC):
    """One of the searches, on a server of its own."""

    name = ""

    def __init__(self, browser: Browser, host: Host) -> None:
        self.browser, self.host = browser, host

    @abstractmethod
    def open(self, page: Page, query: str) -> int:
        """A visit up to its first hits; returns how many there are."""

    @abstractmethod
    def ask(self, page: Page, query: str) -> tuple[float, int]:
        """One more question: milliseconds and number of hits."""

    @abstractmethod
    def is_search(self, path: str) -> bool:
        """Whether a file is fetched for the search, not for the page around it."""

    @contextmanager
    def page(self, viewport: dict[str, int]) -> Iterator[Page]:
        """A page of a visitor who was never here."""
        context = self.browser.new_context(viewport=viewport)  # type: ignore[arg-type]
        context.set_default_timeout(TIMEOUT)
        try:
            yield context.new_page()
        finally:
            context.close()
            self.host.take()

    def first(self, query: str) -> Asked:
        """Everything fetched for the search until the first hits of a visit."""
        with self.page(PHONE) as page:
            self.host.take()
            start = time.perf_counter()
            count = self.open(page, query)
            milliseconds = (time.perf_counter() - start) * 1000
            sent = self.host.take()
            return Asked(query, self.size(sent), milliseconds, count)

    def second(self, first: str, query: str) -> Asked:
        """The second question of a visit."""
        with self.page(PHONE) as page:
            self.open(page, first)
            time.sleep(READING)
            return self.further(page, query)

    def series(self, first: str, queries: tuple[str, ...]) -> list[Asked]:
        """Many questions in one visit, after the first."""
        with self.page(PHONE) as page:
            self.open(page, first)
            return [self.further(page, query) for query in queries]

    def further(self, page: Page, query: str) -> Asked:
        """One more question with all that is fetched after it, too."""
        self.settle()
        self.host.take()
        milliseconds, count = self.ask(page, query)
        self.settle()
        return Asked(query, self.size(self.host.take()), milliseconds, count)

    def size(self, sent: list[Sent]) -> float:
        return sum(one.size for one in sent if self.is_search(one.path)) / 1000

    def settle(self) -> None:
        """Waits until nothing more is fetched."""
        before = -1
        while len(self.host.log) != before:
            before = len(self.host.log)
            time.sleep(QUIET)


class Finder(Search):
    """Ours. What the worker is made of counts, lunr and index; not the scripts that show fields and cards.

    So it is with the peers: neither Pagefind's interface nor Material's bundle is counted.
    """

    name = "Wegweiser"

    def __init__(self, browser: Browser, host: Host, site: Path) -> None:
        super().__init__(browser, host)
        scripts = site / "assets" / "finder"
        self.scripts = {
            f"assets/finder/{name}" for name in _with_imports(scripts, "worker.js") | {"client.js"}
        }

    def open(self, page: Page, query: str) -> int:
        open_finder(page, self.host.address, f"?q={query}" if query else "")
        return int(page.get_attribute("#treffer", "data-count") or 0)

    def ask(self, page: Page, query: str) -> tuple[float, int]:
        said = ask(page, query)
        if said.state != "ready":
            raise RuntimeError(f"„{query}“: {said.state}")
        return said.milliseconds, said.count

    def is_search(self, path: str) -> bool:
        return path.startswith("suche/") or path in self.scripts

    def parts(self, query: str) -> dict[str, float]:
        """KB until the first hits of a visit by what they are."""
        with self.page(PHONE) as page:
            self.host.take()
            self.open(page, query)
            sizes: dict[str, float] = {}
            for one in self.host.take():
                if self.is_search(one.path):
                    kind = _part(one.path)
                    sizes[kind] = sizes.get(kind, 0) + one.size / 1000
            return sizes

    def weight(self, query: str) -> dict[str, float]:
        """KB of the page by what they are, with all scripts that a question needs."""
        with self.page(DESKTOP) as page:
            self.host.take()
            self.open(page, query)
            time.sleep(READING)
            self.settle()
            sizes = {"Seite und Gestaltung": 0.0, "Skripte": 0.0, "lunr.js": 0.0, "Index": 0.0}
            for one in self.host.take():
                kind = "Skripte" if one.path.endswith(".js") else "Seite und Gestaltung"
                if one.path.startswith("suche/"):
                    kind = "lunr.js" if one.path.endswith("lunr.js") else "Index"
                sizes[kind] += one.size / 1000
            return sizes

    def background(self, query: str) -> float:
        """KB that come after the first hits of a visit without anybody waiting for them: the other cards, and what speeds up the next question."""
        with self.page(PHONE) as page:
            self.open(page, query)
            self.host.take()
            time.sleep(READING)
            self.settle()
            return self.size(self.host.take())

    def longest_tasks(self, first: str, queries: tuple[str, ...]) -> tuple[float, float]:
        """Longest tasks of the main thread at a quarter of the speed, opening and asking; 0: none above 50 ms."""
        with self.page(DESKTOP) as page:
            page.add_init_script(_LONG_TASKS)
            quietly = Quietly(page)
            quietly.session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
            quietly.open_finder(self.host.address, f"?q={first}")
            time.sleep(READING)
            self.settle()
            opening = quietly.evaluate(_LONGEST)
            for query in queries:
                quietly.ask(query)
                self.settle()
            return opening, quietly.evaluate(_LONGEST)


def _with_imports(folder: Path, name: str) -> set[str]:
    """A module and all that it imports, and they in turn."""
    found, left = set[str](), [name]
    while left:
        if (module := left.pop()) not in found:
            found.add(module)
            left += _IMPORT.findall((folder / module).read_text(encoding="utf-8"))
    return found


def _part(path: str) -> str:
    """What a file is for, in the words of the table."""
    name = path.rpartition("/")[2].removesuffix(".json")
    if path.endswith(".js"):
        return "lunr.js" if name == "lunr.js" else "Skripte des Workers"
    if name in ("stand", "root", "meaning", "postcodes"):
        return f"{name}.json"
    return {"t": "Wörter", "b": "Karten", "l": "Wortliste für Tippfehler"}.get(
        name.rstrip("0123456789"), "Filter"
    )


class Pagefind(Search):
    """Pagefind by its scripts, without its interface; it shows five hits at first, so five are fetched."""

    name = "Pagefind"
    _ASK = """async (query) => {
      const start = performance.now();
      window.pagefind ??= await window.load();
      const found = await pagefind.search(query);
      await Promise.all(found.results.slice(0, 5).map((result) => result.data()));
      return { ms: performance.now() - start, count: found.results.length };
    }"""

    def open(self, page: Page, query: str) -> int:
        page.goto(self.host.address)
        return self.ask(page, query)[1]

    def ask(self, page: Page, query: str) -> tuple[float, int]:
        said: dict[str, Any] = page.evaluate(self._ASK, query)
        return said["ms"], said["count"]

    def is_search(self, path: str) -> bool:
        return path.startswith("pagefind/")


class Material(Search):
    """Material's own search box. It answers as one types; the list of hits is rewritten with every answer."""

    name = "Material"
    _ASK = """(query) => new Promise((done) => {
      const start = performance.now();
      const meta = document.querySelector(".md-search-result__meta");
      const finish = () => {
        observer.disconnect();
        done({ ms: performance.now() - start, text: meta.textContent });
      };
      const observer = new MutationObserver(finish);
      observer.observe(meta, { childList: true, characterData: true, subtree: true });
      setTimeout(finish, 5000);
      const field = document.querySelector(".md-search__input");
      field.value = query;
      for (const name of ["input", "keyup"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    })"""

    def open(self, page: Page, query: str) -> int:
        page.goto(self.host.address)
        field = page.locator(".md-search__input")
        page.locator("label.md-header__button[for=__search]").click()
        field.fill(query)
        field.press("End")
        page.wait_for_selector(".md-search-result__item")
        return page.locator(".md-search-result__item").count()

    def ask(self, page: Page, query: str) -> tuple[float, int]:
        said: dict[str, Any] = page.evaluate(self._ASK, query)
        digits = "".join(char for char in said["text"] if char.isdigit())
        return said["ms"], int(digits or 0)

    def is_search(self, path: str) -> bool:
        return "search" in path or "/lunr/" in path
