"""Turns records as written into drafts and collects findings: at most one source (reader, model, rules) reports a field."""

from __future__ import annotations

from collections.abc import Iterable

from minthub.checks import check_record
from minthub.checks.dates import with_today
from minthub.checks.folders import check_kind
from minthub.checks.world import World
from minthub.findings import Finding
from minthub.model.convert import Draft, convert
from minthub.reading.record import Record

# Codes for missing fields.
_ABSENT = frozenset({"M101", "M104", "M121", "M123", "M124", "M125"})


def drafts_of(
    records: Iterable[Record], world: World, findings: Iterable[Finding]
) -> tuple[list[Draft], list[Finding]]:
    """The drafts and the findings about them. `findings` are the reader's; they are not repeated. A record in the folder of
    another kind only gets a finding, no draft.
    """
    drafts: list[Draft] = []
    more: list[Finding] = []
    known = _fields(findings)
    for record in records:
        if misplaced := check_kind(record, world):
            # The rules of the wrong kind would report half of its fields.
            more.append(misplaced)
            continue
        draft, found = convert(record, world.lists)
        drafts.append(draft)
        # Precedence about a field: reader, model, rules. Later ones are dropped.
        for said in ([with_today(one, world.today) for one in found], check_record(draft, world)):
            new = [
                one for one in said if (one.file, one.field) not in known and not _may_be_there(one, record)
            ]
            known |= _fields(new)
            more += new
    return drafts, more


def _may_be_there(found: Finding, record: Record) -> bool:
    """Whether a field reported as missing may be present after all, in a line whose key could not be read."""
    return record.has_nameless and found.code in _ABSENT


def _fields(findings: Iterable[Finding]) -> set[tuple[str, str | None]]:
    """The (file, key) pairs that have a finding, so that an unreadable field is not reported as missing, too.

    M012 (repeated key) is left out: such a field was understood, so the rules still apply to it.
    """
    return {(found.file, found.field) for found in findings if found.field and found.code != "M012"}
