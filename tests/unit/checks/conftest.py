"""What tests of the rules share: one record beside a provider that is in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROVIDER

Check = Callable[..., list[str]]


@pytest.fixture
def check(write: Callable[..., Path], messages: Callable[[], list[str]]) -> Check:
    """`check("offers/x.md", OFFER, ages=None)`: all lines of the run, those about this record without its path."""

    def _check(name: str, text: str, **changes: str | None) -> list[str]:
        if not name.startswith("providers/"):
            write("providers/jugendhaus.md", PROVIDER)
        write(name, text, **changes)
        return [line.removeprefix(f"content/{name}:") for line in messages()]

    return _check
