"""What tests of the rules share: a small town of records, one of them changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EVENT, FUNDING, NETWORK, NEWS, OFFER, PROVIDER

Said = Callable[..., list[str]]

BASES = {"offers": OFFER, "events": EVENT, "providers": PROVIDER, "networks": NETWORK, "funding": FUNDING, "news": NEWS}


@pytest.fixture
def said(write: Callable[..., Path], messages: Callable[[], list[str]]) -> Said:
    """`said("offers/x.md", ages="8")`: what is said about this record in a town that is otherwise in order.

    The path is taken off the lines; a value with line ends stands in the lines below its key. `body` is the text.
    """

    def _said(name: str, body: str | None = None, **changes: str | None) -> list[str]:
        write("providers/jugendhaus.md", PROVIDER)
        write("networks/netzwerk-technik.md", NETWORK, website="https://www.example.org/anderes")
        path = write(name, BASES[name.partition("/")[0]], **changes)
        if body is not None:
            front = path.read_text("utf-8").partition("\n---\n")[0]
            path.write_text(f"{front}\n---\n{body}", "utf-8")
        found = messages()
        start = f"content/{name}:"
        assert [line for line in found if not line.startswith(start)] == []
        return [line.removeprefix(start) for line in found]

    return _said


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
