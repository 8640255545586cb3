"""Reading a file without its surroundings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minthub.reading import Record, read_record
from minthub.reporters import line

Read = Callable[[str | bytes], tuple[Record | None, list[str]]]
KEYS = ("title", "city", "ages", "topics", "summary", "website")


@pytest.fixture
def read() -> Read:
    """Reads `x.md`; gives the record and the report lines without the file's name: `5: Fehler M008: …`."""

    def _read(raw: str | bytes) -> tuple[Record | None, list[str]]:
        data = raw.encode() if isinstance(raw, str) else raw
        record, findings = read_record(data, "x.md", "offers", "x", keys=KEYS)
        return record, [line(found).removeprefix("x.md:") for found in findings]

    return _read
