"""What tests of the model share: one field as an editor writes it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minthub.findings import Finding
from minthub.model.convert import Draft, convert
from minthub.model.types import Lists
from minthub.reading.record import read_record
from minthub.reporters import line
from minthub.vocabulary import Term, TermList, load_vocabulary
from tests.conftest import DATA
from tests.districts import DISTRICTS

Converted = Callable[..., tuple[Draft, list[Finding]]]
Field = Callable[[str, str], tuple[Any, list[str]]]


@pytest.fixture(scope="session")
def lists() -> Lists:
    districts = TermList("districts", tuple(Term(id, title) for id, title, *_ in DISTRICTS))
    return Lists(load_vocabulary(DATA / "vocabulary.yml"), districts)


@pytest.fixture(scope="session")
def converted(lists: Lists) -> Converted:
    """`converted("offers", "ages: 8")`: the draft of a record with this front matter, and all findings."""

    def _converted(kind: str, front: str) -> tuple[Draft, list[Finding]]:
        record, found = read_record(f"---\n{front}\n---\nText.\n".encode(), f"content/{kind}/x.md", kind, "x")
        assert record is not None, found
        assert found == []
        return convert(record, lists)

    return _converted


@pytest.fixture(scope="session")
def field(converted: Converted) -> Field:
    """`field("offers", "ages: ab 8")`: the value of the first field and the messages about it alone."""

    def _field(kind: str, front: str) -> tuple[Any, list[str]]:
        draft, findings = converted(kind, front)
        key = front.partition(":")[0]
        name = {"except": "excluded", "kind": "district_kind"}.get(key, key)
        about = [line(found) for found in findings if (found.field or "").partition(".")[0] == key]
        return getattr(draft.values, name, None), about

    return _field
