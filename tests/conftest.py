"""What tests share: a fixed day, the real tables, and small content folders made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from playwright.sync_api import Browser, sync_playwright

from minthub import settings
from minthub.catalogue import Catalogue, load
from minthub.findings import Report
from tests.browser import launch
from tests.districts import write_districts

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
TODAY = date(2026, 11, 21)
# The real content is checked on real days: what an editor wrote today must not lie in the future.
NOW = settings.today()

OFFER = """\
    ---
    title: Robotik-AG im Jugendhaus
    summary: Kinder bauen und programmieren Roboter aus Baukästen.
    provider: jugendhaus
    venue: Jugendhaus
    street: Hauptstraße 1
    postcode: "02826"
    city: Görlitz
    ages: [8, 14]
    subjects: [informatik, technik]
    topics: [Robotik]
    for_schools: nein
    access: [stufenlos]
    mode: vor-ort
    format: arbeitsgemeinschaft
    schedule: mittwochs 15–17 Uhr
    cost: kostenlos
    registration: keine
    website: https://www.example.org/robotik
    source: https://www.example.org/robotik
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Jeden Mittwoch bauen Kinder Roboter. Mitmachen können alle ab acht Jahren.
    """

PROVIDER = """\
    ---
    title: Jugendhaus Görlitz
    summary: Offenes Haus für Kinder und Jugendliche.
    type: verein
    venue: Jugendhaus
    street: Hauptstraße 1
    postcode: "02826"
    city: Görlitz
    website: https://www.example.org
    source: https://www.example.org
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Das Jugendhaus hat eine Werkstatt.
    """


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the files in tests/golden anew")


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew"))


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with a record for each district and nothing else."""
    folder = tmp_path / "content"
    write_districts(folder / "regions")
    return folder


@pytest.fixture
def write(content: Path) -> Callable[..., Path]:
    """Writes a record: `write("offers/x.md", OFFER, title="…", gta=None)`; None takes a line out, others replace or add."""

    def _write(name: str, text: str, **changes: str | None) -> Path:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed(dedent(text), **changes), "utf-8")
        return path

    return _write


def changed(text: str, **changes: str | None) -> str:
    """The text with front-matter lines replaced, added before the closing `---`, or (None) taken out."""
    lines = text.split("\n")
    for key, value in changes.items():
        at = next((index for index, line in enumerate(lines) if line.startswith(f"{key}:")), None)
        new = [] if value is None else [f"{key}: {value}"]
        if at is None:
            at = lines.index("---", 1)
            lines[at:at] = new
        else:
            lines[at : at + 1] = new
    return "\n".join(lines)


@pytest.fixture
def loaded(content: Path) -> Callable[[], tuple[Catalogue, Report]]:
    """Loads the content folder on the fixed day."""
    return lambda: load(content, DATA, TODAY)


@pytest.fixture
def messages(loaded: Callable[[], tuple[Catalogue, Report]]) -> Callable[[], list[str]]:
    """The lines a user of `minthub check` reads, without the sum."""
    from minthub.reporters import line

    return lambda: [line(found) for found in loaded()[1].findings]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run (Playwright allows no second one beside it); tests open contexts of their own."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()
