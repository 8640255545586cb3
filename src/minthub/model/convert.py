"""Converts a record as written into a typed draft, and reports values that can't be understood."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

from pydantic import Field, ValidationError, create_model

from minthub.codes import finding
from minthub.findings import Finding
from minthub.model.base import RecordModel
from minthub.model.keys import kinds_with, suggest_key
from minthub.model.kinds import BY_FOLDER
from minthub.model.messages import translate
from minthub.model.types import Lists
from minthub.model.wording import as_value, one_line
from minthub.reading.record import Entry, ListValue, MapValue, Record, Scalar, Value


@dataclass(frozen=True)
class Draft:
    """A record on its way into the catalogue.

    `values` has all fields that could be understood; the others are None or empty. `is_complete` is true if there were
    no mistakes. Rules work on drafts, so that one wrong field does not hide mistakes in others. `meant` are the correct
    keys of misspelt fields, and the keys of unreadable ones.
    """

    record: Record
    values: Any
    is_complete: bool
    meant: frozenset[str] = field(default_factory=frozenset)

    def has(self, key: str) -> bool:
        """Whether the editor filled in the field, be the value valid or not, or the key misspelt."""
        entry = self.record.entries.get(key)
        return key in self.meant or (entry is not None and not _is_empty(entry.value))

    def finding(self, code: str, key: str | None, problem: str, remedy: str, *path: int | str) -> Finding:
        """A finding at a field of this record."""
        specs = BY_FOLDER[self.record.kind].specs()
        label = specs[key.partition(".")[0]].label if key else None
        line = self.record.line_of(key.partition(".")[0], *path) if key else 1
        said, remedy = one_line(problem), one_line(remedy)
        return finding(code, self.record.file, line, said, remedy, field=key, label=label)


def convert(record: Record, lists: Lists) -> tuple[Draft, list[Finding]]:
    """The draft of a record and the findings about its single fields."""
    model = BY_FOLDER[record.kind]
    specs = model.specs()
    record = replace(record, entries={key: _without_gaps(entry) for key, entry in record.entries.items()})
    unknown = {key: suggest_key(key, specs) for key in record.entries if key not in specs}
    findings = [_unknown_key(record, key, near, lists) for key, near in unknown.items()]
    # A misspelt or unreadable field is reported as such once, and not as missing, too.
    meant = frozenset(near for near in unknown.values() if near and near not in record.entries)
    meant |= record.unreadable & specs.keys()
    filled = {key: entry.value for key, entry in record.entries.items() if not _is_empty(entry.value)}
    data = {key: plain_value(value) for key, value in filled.items() if key in specs}
    data |= {"id": record.id, "path": record.file, "text": record.body}
    try:
        values: Any = model.model_validate(data, context=lists)
        return Draft(record, values, not findings, meant), findings
    except ValidationError as error:
        problems = error.errors(include_url=False)
    findings += [found for found in translate(problems, record, specs) if found.field not in meant]
    bad = {str(problem["loc"][0]) for problem in problems}
    rest = {key: value for key, value in data.items() if key not in bad}
    return Draft(record, _partial(model).model_validate(rest, context=lists), False, meant), findings


def _without_gaps(entry: Entry) -> Entry:
    filled = _filled(entry.value)
    return entry if filled is entry.value else replace(entry, value=filled)


def _filled(value: Value) -> Value:
    """The value without empty list items and subfields, such as a bullet with nothing behind it."""
    if isinstance(value, ListValue):
        return replace(value, items=tuple(item for item in map(_filled, value.items) if not _is_empty(item)))
    if isinstance(value, MapValue):
        entries = {key: _without_gaps(entry) for key, entry in value.entries.items()}
        return replace(
            value, entries={key: entry for key, entry in entries.items() if not _is_empty(entry.value)}
        )
    return value


def _is_empty(value: Value) -> bool:
    """Whether there is no value; a key without one counts as not written."""
    if isinstance(value, Scalar):
        return not value.text
    return not (value.items if isinstance(value, ListValue) else value.entries)


def plain_value(value: Value) -> Any:
    """The value as text, tuple or dict, which the models take as input."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, ListValue):
        return tuple(plain_value(item) for item in value.items)
    return {key: plain_value(entry.value) for key, entry in value.entries.items()}


@cache
def _partial(model: type[RecordModel]) -> type[RecordModel]:
    """The same model with every field optional, to validate the correct fields without the others."""
    specs = model.specs()
    optional: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        if info.is_required() and key in specs:
            default: Any = () if specs[key].is_list else None
            optional[name] = (info.rebuild_annotation(), Field(default, alias=info.alias))
    return cast(type[RecordModel], create_model(f"Partial{model.__name__}", __base__=model, **optional))


def _unknown_key(record: Record, key: str, near: str | None, lists: Lists) -> Finding:
    entry = record.entries[key]
    value = _pasted(entry.value)
    problem = "Dieses Feld gibt es nicht."
    remedy = "Löschen Sie die Zeile; was sonst keinen Platz hat, gehört in den Text."
    if near and near in record.entries:
        line = record.entries[near].line
        problem = f"Dieses Feld gibt es nicht, es heißt {near}."
        remedy = f"Löschen Sie die Zeile, denn {near} steht schon in Zeile {line}; was dort fehlt, ergänzen Sie dort."
    elif near and (refused := _refused(record, near, entry, lists)):
        # The value would be refused under the correct key on the next run, so both mistakes are reported at once.
        problem = f"Dieses Feld gibt es nicht, es heißt {near}. {refused.problem}"
        remedy = refused.remedy
    elif near and key in record.unreadable:
        remedy = f"Schreiben Sie davor {near} statt {key}."
    elif near:
        remedy = f"Schreiben Sie: {near}: {value}".rstrip()
    elif " " in key and (above := _line_above(record, entry)):
        whole = as_value(f"{_pasted_text(above)} {key}: {_pasted_text(entry)}".strip())
        remedy = f"Gehört die Zeile zu {above.key}, schreiben Sie beides in eine Zeile: {above.key}: {whole}"
    elif others := kinds_with(key):
        problem = f"Dieses Feld gibt es hier nicht, nur bei: {', '.join(others)}."
    return finding("M103", record.file, entry.line, problem, remedy, field=one_line(key))


def _line_above(record: Record, entry: Entry) -> Entry | None:
    """The field in the line above, if this line may be the rest of its text: a colon in a sentence makes YAML read a key."""
    above = next((one for one in record.entries.values() if one.line == entry.line - 1), None)
    is_text = above and isinstance(above.value, Scalar) and above.value.text.count(" ") > 1
    return above if is_text and isinstance(entry.value, Scalar) else None


def _pasted_text(entry: Entry) -> str:
    return entry.value.text if isinstance(entry.value, Scalar) else ""


def _pasted(value: Value) -> str:
    """The value as it can be pasted behind a key; a list in brackets; empty for subfields."""
    if isinstance(value, Scalar):
        return as_value(value.text)
    items = value.items if isinstance(value, ListValue) else ()
    texts = [as_value(item.text) for item in items if isinstance(item, Scalar)]
    return f"[{', '.join(texts)}]" if texts and len(texts) == len(items) else ""


def _refused(record: Record, key: str, entry: Entry, lists: Lists) -> Finding | None:
    """The finding that this value would get under the correct key; None if it is valid there or empty."""
    if _is_empty(entry.value):
        return None
    model = BY_FOLDER[record.kind]
    data = {key: plain_value(entry.value), "id": record.id, "path": record.file}
    try:
        _partial(model).model_validate(data, context=lists)
    except ValidationError as error:
        named = replace(record, entries={key: replace(entry, key=key)})
        return next(translate(error.errors(include_url=False), named, model.specs()), None)
    return None
