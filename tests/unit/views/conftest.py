"""What tests of views share: a site, and a record with its listing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minthub.listing import Listing
from minthub.views.site import Site

Add = Callable[..., None]


@pytest.fixture
def site() -> Site:
    return Site("MINT", url="https://mint.example.org/", edit_url="https://git.example.org/edit/main/")


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
