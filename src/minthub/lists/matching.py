"""Finds the existing record that a row of a list belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minthub.checks.world import World, district_of
from minthub.findings import Finding, Severity
from minthub.folding import fold_key
from minthub.lists.columns import ID
from minthub.model.base import RecordModel
from minthub.model.convert import Draft

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 80


def find_existing(
    model: type[RecordModel], id: str, row: Draft, known: Iterable[Draft], world: World
) -> tuple[Draft | None, list[Finding]]:
    """The record with this id, or without an id the one with the same title, place and day; and findings about the id or
    an ambiguous title.
    """
    if id and not is_id(id):
        problem = f"„{id}“ ist keine Kennung."
        remedy = "Schreiben Sie Kleinbuchstaben, Ziffern und Bindestriche – oder lassen Sie die Zelle leer."
        return None, [list_problem(model, ID, problem, remedy)]
    if id:
        return next((draft for draft in known if draft.record.id == id), None), []
    found = [draft for draft in known if _is_same(row, draft, world)]
    if len(found) > 1:
        names = ", ".join(draft.record.id for draft in found)
        problem = f"Unter diesem Titel gibt es mehrere Einträge: {names}."
        remedy = "Ergänzen Sie eine Spalte „Kennung“ mit dem richtigen Namen."
        return None, [list_problem(model, "title", problem, remedy)]
    return (found[0] if found else None), []


def is_id(text: str) -> bool:
    return bool(_ID.fullmatch(text)) and len(text) <= MAX_ID


def list_problem(model: type[RecordModel], key: str | None, problem: str, remedy: str) -> Finding:
    """A finding about a mistake that only lists can have; it has no code."""
    spec = model.specs().get(key or "")
    return Finding("", 1, "", Severity.ERROR, problem, remedy, key, spec.label if spec else None)


def _is_same(row: Draft, draft: Draft, world: World) -> bool:
    """Whether a row matches a record: the same title and, if the row has them, the same district and day."""
    title = row.values.title
    if not title or not draft.values.title or _folded(title) != _folded(draft.values.title):
        return False
    has_place = any(row.has(key) for key in ("district", "postcode", "city"))
    if has_place and district_of(row, world) != district_of(draft, world):
        return False
    return all(
        not row.has(key) or getattr(row.values, key) == getattr(draft.values, key)
        for key in ("start", "date")
    )


def _folded(title: str) -> str:
    """The folded title; a title without letters and digits unchanged, because all such titles fold to an empty text."""
    return fold_key(title) or title
