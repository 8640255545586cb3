"""What a page says to machines, read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from minthub.listing import Listing
from minthub.views import jsonld
from minthub.views.cards import Cards
from minthub.views.site import Site

SITE = Site("MINT", url="https://mint.example.org/")


@pytest.fixture
def described(one: Callable[..., tuple[Listing, Any]]) -> Callable[..., dict[str, Any]]:
    """Writes one record and gives back its description: `described("offers", ages="ab 8")`."""

    def _described(folder: str, site: Site = SITE, **changes: str | None) -> dict[str, Any]:
        listing, record = one(folder, **changes)
        data: dict[str, Any] = json.loads(jsonld.record(record, Cards(listing), site))
        return data

    return _described
