"""What unit tests share: records that differ in a line or two, and the listing of what a test has written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.calendar import Holiday, load_holidays
from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.listing import Listing
from minthub.vocabulary import Vocabulary, load_vocabulary
from tests.conftest import DATA
from tests.records import TEXTS


@pytest.fixture(scope="session")
def holidays() -> tuple[Holiday, ...]:
    return load_holidays(DATA / "holidays.csv")


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(DATA / "vocabulary.yml")


@pytest.fixture
def add(write: Callable[..., Path]) -> Callable[..., None]:
    """Writes a record that differs from the usual one of its kind: `add("offers/x", city="Zittau", venue=None)`."""

    def _add(name: str, **changes: str | None) -> None:
        write(f"{name}.md", TEXTS[name.partition("/")[0]], **changes)

    return _add


@pytest.fixture
def listing(
    loaded: Callable[[], tuple[Catalogue, Report]], holidays: tuple[Holiday, ...]
) -> Callable[[], Listing]:
    """The listing of what was written; a record with a Fehler would silently be missing in it."""

    def _listing() -> Listing:
        catalogue, report = loaded()
        assert not report.errors, [found.message for found in report.errors]
        return Listing(catalogue, holidays)

    return _listing
