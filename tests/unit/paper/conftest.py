"""What tests of paper share: documents of what a test has written, and files read by other libraries than made them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.listing import Listing
from minthub.paper.documents import Documents
from minthub.paper.typeset import Made, Outcome, Typesetter
from minthub.views.maps import Maps
from minthub.views.site import Site
from tests.conftest import ROOT
from tests.unit.paper.pdf import Pdf

SITE = Site(name="Wegweiser", url="https://mint.example.org/repo/")
CREDITS = "Karten: © Amt. Schrift: Source Sans 3, SIL Open Font License 1.1."


@pytest.fixture
def documents(listing: Callable[[], Listing]) -> Callable[[], Documents]:
    def _documents() -> Documents:
        lists = listing()
        return Documents(lists, SITE, Maps(lists, {}), CREDITS)

    return _documents


@pytest.fixture
def make(documents: Callable[[], Documents], tmp_path: Path) -> Callable[..., Pdf]:
    """Sets the one document of that address: `make("kreise/goerlitz/uebersicht.pdf")`."""

    def _make(path: str) -> Pdf:
        wanted = [document for document in documents().all() if document.path == path]
        outcome: Outcome = Typesetter(ROOT / "paper", tmp_path / "cache").make_all(wanted, tmp_path / "out")
        assert [failure.reason for failure in outcome.failures] == []
        assert [type(made) for made in outcome.made] == [Made]
        return Pdf(tmp_path / "out" / path)

    return _make
