"""What tests of views share: short records, and the listing of what a test has written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minthub.calendar import Holiday, load_holidays
from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.listing import Listing
from minthub.views.site import Site
from minthub.vocabulary import Vocabulary, load_vocabulary
from tests.conftest import DATA, OFFER, PROVIDER

Loaded = Callable[[], tuple[Catalogue, Report]]
Write = Callable[..., Path]
Add = Callable[..., None]

EVENT = """\
    ---
    title: Lange Nacht der Technik
    summary: Labore und Werkstätten öffnen am Abend.
    provider: jugendhaus
    venue: Jugendhaus
    street: Hauptstraße 1
    postcode: "02826"
    city: Görlitz
    ages: [6, 12]
    subjects: [technik]
    topics: [Löten]
    for_schools: nein
    access: [stufenlos]
    mode: vor-ort
    format: workshop
    start: 2026-12-05 16:00
    cost: kostenlos
    registration: keine
    website: https://www.example.org/nacht
    source: https://www.example.org/nacht
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Ein Abend für alle.
    """

NETWORK = """\
    ---
    title: MINT-Netz Lausitz
    summary: Vereine und Schulen der Lausitz arbeiten zusammen.
    type: mint-region
    coordinator: jugendhaus
    serves: [goerlitz, bautzen]
    website: https://www.example.org/netz
    source: https://www.example.org/netz
    checked: 2026-11-01
    checked_by: koordinierung
    ---
    Das Netz trifft sich zweimal im Jahr.
    """

FUNDING = """\
    ---
    title: Technikfonds
    summary: Geld für Werkzeug und Material.
    funder: Stiftung Technik
    eligible: [vereine, schulen]
    amount: bis 2.000 Euro (Stand 2026)
    deadlines: ["28.02.", "2027-03-31"]
    serves: sachsenweit
    website: https://www.example.org/fonds
    source: https://www.example.org/fonds
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Der Fonds fördert Vereine.
    """

NEWS = """\
    ---
    title: Neue Werkstatt eröffnet
    summary: Im Jugendhaus steht jetzt eine Werkstatt.
    date: 2026-11-10
    districts: [goerlitz]
    source: https://www.example.org/werkstatt
    checked: 2026-11-11
    checked_by: redaktion
    ---
    Die Werkstatt ist offen.
    """

TEXTS = {
    "offers": OFFER,
    "events": EVENT,
    "providers": PROVIDER,
    "networks": NETWORK,
    "funding": FUNDING,
    "news": NEWS,
}


@pytest.fixture(scope="session")
def holidays() -> tuple[Holiday, ...]:
    return load_holidays(DATA / "holidays.csv")


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(DATA / "vocabulary.yml")


@pytest.fixture
def site() -> Site:
    return Site("MINT", url="https://mint.example.org/", edit_url="https://git.example.org/edit/main/")


@pytest.fixture
def add(write: Write) -> Add:
    """Writes a record that differs from the usual one of its kind: `add("offers/x", city="Zittau", venue=None)`."""

    def _add(name: str, **changes: str | None) -> None:
        write(f"{name}.md", TEXTS[name.partition("/")[0]], **changes)

    return _add


@pytest.fixture
def listing(loaded: Loaded, holidays: tuple[Holiday, ...]) -> Callable[[], Listing]:
    """The listing of what was written; a record with a Fehler would silently be missing in it."""

    def _listing() -> Listing:
        catalogue, report = loaded()
        assert not report.errors, [found.message for found in report.errors]
        return Listing(catalogue, holidays)

    return _listing


@pytest.fixture
def one(add: Add, listing: Callable[[], Listing]) -> Callable[..., tuple[Listing, Any]]:
    """Writes one record and gives it back with its listing: `one("offers", ages="ab 8")`."""

    def _one(folder: str, **changes: str | None) -> tuple[Listing, Any]:
        add(f"{folder}/eins", **changes)
        made = listing()
        record = made.catalogue.find(folder, "eins")
        assert record is not None
        return made, record

    return _one
