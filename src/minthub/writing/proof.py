"""Round-trip check: whether a text that is about to be saved would be read as the values it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from minthub.findings import Finding
from minthub.model.convert import Draft, convert
from minthub.model.types import Lists
from minthub.reading.record import Record, read_record
from minthub.writing.values import values_of


def read_back(text: str, record: Record, lists: Lists) -> tuple[Draft | None, list[Finding]]:
    """The draft that is read from `text` as file of this record, and the Fehler in it.

    Hinweise are left out, because the file may have had them before.
    """
    read, findings = read_record(text.encode(), record.file, record.kind, record.id, record.folder)
    draft = None
    if read is not None:
        draft, more = convert(read, lists)
        findings = [*findings, *more]
    return draft, [found for found in findings if found.is_error]


def differing(one: BaseModel, other: BaseModel) -> Iterator[str]:
    """The keys of the fields in which two records of a kind differ."""
    theirs: dict[str, Any] = values_of(other)
    for key, value in values_of(one).items():
        if theirs[key] != value:
            yield key
