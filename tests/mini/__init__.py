"""A small catalogue of our own with one record for everything that has a look of its own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from minthub.calendar import load_holidays
from minthub.catalogue import load
from minthub.listing import Listing
from minthub.views.site import Site
from tests.districts import write_districts

TODAY = date(2026, 11, 21)
CONTENT = Path(__file__).parent / "content"
DATA = Path(__file__).parents[2] / "data"
SITE = Site(
    name="Wegweiser",
    url="https://mint.example.org/repo/",
    edit_url="https://git.example.org/edit/main/",
    issue_url="https://git.example.org/issues/new",
)


def write_content(folder: Path) -> None:
    """The records of the mini catalogue, with a plain record for each district that has none there."""
    write_districts(folder / "regions")
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True)


def load_listing(folder: Path) -> Listing:
    """The lists of a content folder on the fixed day. A Fehler in it is a fault of the test."""
    catalogue, report = load(folder, DATA, TODAY)
    assert not report.errors, report.errors
    return Listing(catalogue, load_holidays(DATA / "holidays.csv"))
