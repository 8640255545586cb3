"""Records as written become drafts, with what the reader, the model and the rules say about each field: once."""

from __future__ import annotations

from collections.abc import Iterable

from minthub.checks import check_record
from minthub.checks.dates import with_today
from minthub.checks.folders import check_kind
from minthub.checks.world import World
from minthub.findings import Finding
from minthub.model.convert import Draft, convert
from minthub.reading.record import Record

# Codes that say that something is missing.
_ABSENT = frozenset({"M101", "M104", "M121", "M123", "M124", "M125"})


def drafts_of(
    records: Iterable[Record], world: World, findings: Iterable[Finding]
) -> tuple[list[Draft], list[Finding]]:
    """The drafts of the records that lie where they belong, and new findings; `findings` are those of the reader."""
    drafts: list[Draft] = []
    more: list[Finding] = []
    known = _fields(findings)
    for record in records:
        if misplaced := check_kind(record, world):
            # By the rules of the wrong kind, half of it would have to be deleted.
            more.append(misplaced)
            continue
        draft, found = convert(record, world.lists)
        drafts.append(draft)
        # In this order: what the reader, the model and the rules say about a field; the first one counts.
        for said in ([with_today(one, world.today) for one in found], check_record(draft, world)):
            new = [
                one for one in said if (one.file, one.field) not in known and not _may_be_there(one, record)
            ]
            known |= _fields(new)
            more += new
    return drafts, more


def _may_be_there(found: Finding, record: Record) -> bool:
    """Whether what is said to be missing may stand in a line whose field has no name."""
    return record.has_nameless and found.code in _ABSENT


def _fields(findings: Iterable[Finding]) -> set[tuple[str, str | None]]:
    """What something has been said about: a field that could not be understood is not also reported as missing.

    One that stands twice was understood.
    """
    return {(found.file, found.field) for found in findings if found.field and found.code != "M012"}
