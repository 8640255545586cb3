"""How good the answers are: recall@5 of the finder's page in a browser, over questions with the records a fair judge accepts.

    python bench/relevance.py bench/queries/tuned.csv [--misses] [--site site]

recall@5 of a question: accepted records among the first five, divided by how many of them could stand there. If nothing
has all that was asked, what the page offers as nearest counts.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.asking import ask, open_finder, shown  # noqa: E402  (the folder is not installed)
from bench.serving import serve  # noqa: E402
from tests.browser import launch  # noqa: E402

FIRST = 5
AIM, AIM_PER_KIND = 0.95, 0.90
# „Das kommt dem am nächsten“ is loaded after the hits.
NEAREST_TIMEOUT = 2_000


@dataclass(frozen=True)
class Query:
    """A question of a kind with the ids of all records that answer it."""

    kind: str
    text: str
    accepted: frozenset[str]


@dataclass(frozen=True)
class Result:
    """What came first for a question."""

    query: Query
    count: int
    state: str
    ids: list[str]

    @property
    def recall(self) -> float:
        possible = min(FIRST, len(self.query.accepted))
        return len(self.query.accepted & set(self.ids)) / possible


def read_queries(file: Path) -> Iterator[Query]:
    """The rows of a table `kind;query;accepted`. Raises ValueError for a row without one of them."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter=";"), start=2):
            if not all(row.get(name) for name in ("kind", "query", "accepted")):
                raise ValueError(f"{file}:{number}: Es fehlt eine der Spalten kind, query, accepted.")
            yield Query(row["kind"], row["query"], frozenset(row["accepted"].split()))


def answer(page: Page, query: Query) -> Result:
    """Asks one question; a page that broke is reported and opened anew by the next one."""
    said = ask(page, query.text)
    container = "#treffer"
    if said.count == 0 and said.state == "ready":
        container = "#naechste"
        try:
            page.wait_for_selector("#naechste [data-id]", timeout=NEAREST_TIMEOUT)
        except TimeoutError:
            return Result(query, 0, said.state, [])
    return Result(query, said.count, said.state, shown(page, container, FIRST))


def mean(results: list[Result]) -> float:
    return sum(result.recall for result in results) / len(results)


def print_table(results: list[Result]) -> None:
    """Recall by kind and in all; `!` where the aim is missed."""
    kinds: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        kinds[result.query.kind].append(result)
    print(f"{'Art':14} {'Fragen':>6} {'recall@5':>9} {'Ziel':>6}")
    for kind, own in sorted(kinds.items()):
        mark = " !" if mean(own) < AIM_PER_KIND else ""
        print(f"{kind:14} {len(own):6} {mean(own):9.3f} {AIM_PER_KIND:6.2f}{mark}")
    print(
        f"{'alle':14} {len(results):6} {mean(results):9.3f} {AIM:6.2f}{' !' if mean(results) < AIM else ''}"
    )


def print_misses(results: list[Result]) -> None:
    """Each question that was not answered in full: what came, and what was wanted."""
    for result in results:
        if result.recall == 1:
            continue
        query = result.query
        extra = "" if result.state == "ready" else f", {result.state}"
        print(f"\n{query.kind}: {query.text}   {result.recall:.2f} bei {result.count} Treffern{extra}")
        for at in range(max(FIRST, 1)):
            came = result.ids[at] if at < len(result.ids) else "–"
            print(f"   {'+' if came in query.accepted else ' '} {came}")
        missing = sorted(query.accepted - set(result.ids))
        print(f"   fehlt: {' '.join(missing[:8])}{' …' if len(missing) > 8 else ''}")


def main() -> int:
    """Reads the command line; 1 if there is no built site."""
    parser = argparse.ArgumentParser(description="Misst, wie gut die Suche trifft (recall@5).")
    parser.add_argument("files", nargs="+", type=Path, metavar="DATEI.csv", help="kind;query;accepted")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="gebaute Website (sonst site/)")
    parser.add_argument("--misses", action="store_true", help="zeigt, was statt der erwarteten Einträge kam")
    arguments = parser.parse_args()
    if not (arguments.site / "angebote" / "index.html").is_file():
        print("Bauen Sie zuerst die Website: make site", file=sys.stderr)
        return 1
    queries = [query for file in arguments.files for query in read_queries(file)]
    with serve(arguments.site) as host, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        open_finder(page, host.address)
        results = [answer(page, query) for query in queries]
        browser.close()
    print_table(results)
    if arguments.misses:
        print_misses(results)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
