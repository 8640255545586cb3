"""Finds the fields of a record that a change modifies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minthub.model.convert import Draft, convert
from minthub.model.kinds import BY_FOLDER
from minthub.model.types import Lists
from minthub.reading.record import ListValue, Record, Scalar, Value, read_record

_TEXT_LABEL = "Text"


@dataclass(frozen=True)
class FieldChange:
    """The German name of a field, its old and its new value as written; empty: not there."""

    label: str
    before: str
    after: str


def draft_of(raw: bytes, path: str, lists: Lists) -> Draft | None:
    """The record in the bytes of a file; None if it can't be read. `path` begins with the content folder."""
    parts = path.split("/")
    if len(parts) < 3 or parts[1] not in BY_FOLDER:
        return None
    folder = parts[2] if len(parts) == 4 else None
    keys = BY_FOLDER[parts[1]].specs()
    record, _ = read_record(raw, path, parts[1], parts[-1].removesuffix(".md"), folder, keys)
    return convert(record, lists)[0] if record else None


def field_changes(before: Draft | None, after: Draft) -> Iterator[FieldChange]:
    """The changed fields in the order of the model, unknown ones last. Another spelling of the same value is no change."""
    if before is None:
        return
    specs = BY_FOLDER[after.record.kind].specs()
    keys = [*specs, *(key for key in after.record.entries if key not in specs)]
    for key in keys:
        was, now = _written(before.record, key), _written(after.record, key)
        if was != now and not _means_the_same(before, after, key):
            yield FieldChange(specs[key].label if key in specs else key, was, now)
    if before.record.body.strip() != after.record.body.strip():
        yield FieldChange(_TEXT_LABEL, before.record.body.strip(), after.record.body.strip())


def _means_the_same(before: Draft, after: Draft, key: str) -> bool:
    """Whether both values could be understood and are equal."""
    names = {info.alias or name: name for name, info in type(after.values).model_fields.items()}
    name = names.get(key)
    if name is None or not (before.is_complete and after.is_complete):
        return False
    return bool(getattr(before.values, name) == getattr(after.values, name))


def _written(record: Record, key: str) -> str:
    entry = record.entries.get(key)
    return _shown(entry.value) if entry else ""


def _shown(value: Value) -> str:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, ListValue):
        return ", ".join(_shown(item) for item in value.items)
    return "; ".join(f"{key}: {_shown(entry.value)}" for key, entry in value.entries.items())
