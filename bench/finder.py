"""What searching costs with 1,000 and 10,000 generated offers, beside Pagefind and Material's search over the same offers.

    python bench/finder.py [--keep] [--ours]

Prints a table with the budgets beside; asserts nothing. The numbers are in .cache/bench/finder.json, too. See bench/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench import peers  # noqa: E402  (the folder is not installed)
from bench.generate import TODAY, generate  # noqa: E402
from bench.report import table  # noqa: E402
from bench.serving import serve  # noqa: E402
from bench.visits import Asked, Finder, Material, Pagefind  # noqa: E402
from tests.browser import launch  # noqa: E402

SMALL, LARGE, FEW = 1_000, 10_000, 200
# In which the longest task is looked for: it depends on what else the machine does at that moment.
VISITS = 5
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


def built(size: int, *, keep: bool) -> Path:
    """A project with so many offers and its whole site."""
    folder = peers.CACHE / f"project-{size}"
    if not (keep and (folder / "site").is_dir()):
        _say(f"Baue {size} Angebote …")
        generate(size, folder)
        minthub_build(folder)
    return folder


def built_in_short(size: int) -> Path:
    """A project whose site has the page `/angebote/` and the index of so many offers, but not their pages: made in a minute."""
    folder = peers.CACHE / f"short-{size}"
    _say(f"Baue den Index von {size} Angeboten …")
    generate(FEW, folder)
    minthub_build(folder)
    generate(size, folder, keep=("site",))
    shutil.rmtree(folder / "site" / "suche")
    write_index(folder, folder / "site")
    return folder


def minthub_build(folder: Path) -> None:
    command = [str(Path(sys.executable).with_name("minthub")), "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=_environ(), check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def write_index(folder: Path, out: Path) -> dict[str, float]:
    """Writes the index of a project; returns what takes how many seconds of one core when all records have been read."""
    command = [sys.executable, str(ROOT / "bench" / "index.py"), str(folder), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env=_environ(), check=True)
    seconds: dict[str, float] = json.loads(done.stdout)
    return seconds


def _environ() -> dict[str, str]:
    return {**os.environ, "MINT_TODAY": TODAY, "MINT_PDF": "nein"}


def measure_ours(browser: Browser, folder: Path, *, briefly: bool) -> dict[str, Any]:
    """The numbers of the finder over one project; briefly those that have a meaning for the peers, too."""
    with TemporaryDirectory() as out:
        seconds = write_index(folder, Path(out))
    with serve(folder / "site") as host:
        search = Finder(browser, host, folder / "site")
        first = [search.first(query) for query in FIRST]
        series = search.series(FIRST[0], QUERIES)
        if briefly:
            return {**_summary(first, series), "index_s": seconds["index"]}
        second = [search.second(FIRST[0], query) for query in QUERIES]
        tasks = [search.longest_tasks(FIRST[0], QUERIES) for _ in range(VISITS)]
        return {
            **_summary(first, second),
            "in_series": _spread([asked.milliseconds for asked in series]),
            "first_parts_kb": search.parts(FIRST[0]),
            "background_kb": search.background(FIRST[0]),
            "page_kb": search.weight(FIRST[0]),
            "empty_page_kb": search.weight(""),
            "longest_task_ms": dict(zip(("opening", "asking"), zip(*tasks, strict=True), strict=True)),
            "index_s": seconds["index"],
            "files_s": seconds["files"],
            "texts_s": seconds["texts"],
            "names_s": seconds["names"],
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
            folder = built_in_short(size) if only_ours else built(size, keep=keep)
            _say(f"Messe den Wegweiser mit {size} Angeboten …")
            numbers[f"wegweiser-{size}"] = measure_ours(browser, folder, briefly=size == SMALL)
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
    parser.add_argument(
        "--ours", action="store_true", help="nur der Wegweiser, ohne die Seiten der Angebote: schnell"
    )
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
