"""What searching costs with 1,000 and 10,000 generated offers, beside Pagefind and Material's search over the same offers.

    python bench/finder.py [--keep] [--ours]

Prints a table with the budgets beside; asserts nothing. The numbers are in .cache/bench/finder.json, too. See bench/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench import peers  # noqa: E402  (the folder is not installed)
from bench.generate import generate  # noqa: E402
from bench.report import table  # noqa: E402
from bench.serving import serve  # noqa: E402
from bench.visits import Asked, Finder, Material, Pagefind  # noqa: E402
from tests.browser import launch  # noqa: E402

SMALL, LARGE = 1_000, 10_000
TODAY = "2026-11-21"
# First questions of a visit. All three searches find something for each.
FIRST = ("Robotik", "Mikroskop", "Energie", "Sternwarte", "Brücken")
# Further ones: a word, two words, half a word, a typo, with a place, with words that are filters.
QUERIES = (
    *("Chemie", "Wasser", "Roboter", "Sonnenuhr", "Teleskop", "Planetarium", "Löten"),
    *("Holz Werkstatt", "Roboter Programmieren", "Klima Experimente", "Wetter Station"),
    *("astro", "elektr", "progr", "mikrosk", "bio"),
    *("Robotk", "Mikroskpo", "Astronmie", "Expermente"),
    *("Robotik Görlitz", "Chemie Zwickau", "04103 Optik", "Programmieren Plauen", "Wald Annaberg-Buchholz"),
    *("Robotik kostenlos", "Klasse 5 Chemie", "Ferien programmieren", "12 Jahre Leipzig"),
    "Robotik Dresden 12 Jahre kostenlos",
)


def project(size: int, *, keep: bool) -> Path:
    """A project with so many offers and its built site."""
    folder = peers.CACHE / f"project-{size}"
    if keep and (folder / "site").is_dir():
        return folder
    _say(f"Baue {size} Angebote …")
    generate(size, folder)
    subprocess.run(
        [str(Path(sys.executable).with_name("minthub")), "build"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "MINT_TODAY": TODAY},
    )
    return folder


def index_seconds(folder: Path) -> float:
    """Seconds of one core for index, cards and tables of a project, all records read already."""
    import mkdocs.contrib.search

    from minthub.build import load_build
    from minthub.settings import Folders

    lunr_js = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
    build = load_build(Folders(folder), {}, "", "", date.fromisoformat(TODAY), is_preview=False)
    with TemporaryDirectory() as out:
        start = time.process_time()
        build.write_search(Path(out), lunr_js)
        return time.process_time() - start


def measure_ours(browser: Browser, folder: Path) -> dict[str, Any]:
    """All numbers of the finder over one project."""
    with serve(folder / "site") as host:
        search = Finder(browser, host, folder / "site")
        first = [search.first(query) for query in FIRST]
        second = [search.second(FIRST[0], query) for query in QUERIES]
        series = search.series(FIRST[0], QUERIES)
        opening, asking = search.longest_tasks(FIRST[0], QUERIES)
        return {
            **_summary(first, second),
            "in_series": _spread([asked.milliseconds for asked in series]),
            "first_parts_kb": search.parts(FIRST[0]),
            "page_kb": search.weight(FIRST[0]),
            "empty_page_kb": search.weight(""),
            "longest_task_ms": {"opening": opening, "asking": asking},
            "index_s": index_seconds(folder),
            "queries": [vars(asked) for asked in second],
        }


def measure_peer(
    browser: Browser, peer: type[Pagefind] | type[Material], site: Path, seconds: float
) -> dict[str, Any]:
    """The numbers that have a meaning for a peer as well."""
    with serve(site) as host:
        search = peer(browser, host)
        first = [search.first(query) for query in FIRST[: 2 if peer is Material else None]]
        # One visit for all of them: the questions of a visit don't share files but the ones of the index.
        further = search.series(FIRST[0], QUERIES)
        return {**_summary(first, further), "index_s": seconds, "queries": [vars(asked) for asked in further]}


def _summary(first: list[Asked], further: list[Asked]) -> dict[str, Any]:
    return {
        "first_kb": median(asked.kilobytes for asked in first),
        "first_ms": median(asked.milliseconds for asked in first),
        "further_ms": _spread([asked.milliseconds for asked in further]),
        "further_kb": _spread([asked.kilobytes for asked in further]),
    }


def _spread(numbers: list[float]) -> dict[str, float]:
    """Median, and what 95 % of the numbers do not exceed."""
    return {"median": median(numbers), "p95": quantiles(numbers, n=20, method="inclusive")[-1]}


def measure(*, keep: bool, only_ours: bool) -> dict[str, dict[str, Any]]:
    """Numbers by search and size, one search after the other on the same machine."""
    numbers: dict[str, dict[str, Any]] = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size in (SMALL, LARGE):
            folder = project(size, keep=keep)
            _say(f"Messe den Wegweiser mit {size} Angeboten …")
            numbers[f"wegweiser-{size}"] = measure_ours(browser, folder)
            if only_ours:
                continue
            _say(f"Baue und messe Pagefind und Material mit {size} Angeboten …")
            site = peers.CACHE / f"pagefind-{size}"
            seconds = peers.pagefind_site(folder / "site", site)
            numbers[site.name] = measure_peer(browser, Pagefind, site, seconds)
            site = peers.CACHE / f"material-{size}"
            seconds = peers.material_site(folder, site)
            numbers[site.name] = measure_peer(browser, Material, site, seconds)
        browser.close()
    return numbers


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Reads the command line, measures, prints and keeps the numbers."""
    parser = argparse.ArgumentParser(description="Misst, was das Suchen kostet.")
    parser.add_argument("--keep", action="store_true", help="nimmt gebaute Websites, wenn es sie gibt")
    parser.add_argument("--ours", action="store_true", help="nur der Wegweiser, ohne Pagefind und Material")
    arguments = parser.parse_args()
    numbers = measure(keep=arguments.keep, only_ours=arguments.ours)
    peers.CACHE.mkdir(parents=True, exist_ok=True)
    (peers.CACHE / "finder.json").write_text(
        json.dumps(numbers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print("\n".join(table(numbers)))
    print(f"Last des Rechners am Ende: {os.getloadavg()[1]:.1f} (Zeiten gelten nur, wenn sonst nichts läuft)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
