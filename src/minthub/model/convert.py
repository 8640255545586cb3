"""A record as written becomes a record with meaning, or findings that say why not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from pydantic import ValidationError, create_model

from minthub.codes import finding
from minthub.findings import Finding
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.kinds import BY_FOLDER
from minthub.model.keys import suggest_key
from minthub.model.messages import translate
from minthub.model.types import Lists
from minthub.reading.record import ListValue, MapValue, Record, Scalar, Value


@dataclass(frozen=True)
class Draft:
    """A record on its way into the catalogue.

    `values` has all fields that could be understood; the others are None or empty. `is_complete` says whether it may
    go on. Rules work on drafts, so that one wrong field does not hide what is wrong with another.
    """

    record: Record
    values: Any
    is_complete: bool

    def has(self, key: str) -> bool:
        """Whether the editor wrote the field at all, rightly or wrongly."""
        return key in self.record.entries

    def finding(self, code: str, key: str | None, problem: str, remedy: str, *path: int | str) -> Finding:
        """A finding at a field of this record."""
        specs = BY_FOLDER[self.record.kind].specs()
        label = specs[key].label if key in specs else None
        line = self.record.line_of(key, *path) if key else 1
        return finding(code, self.record.file, line, problem, remedy, field=key, label=label)


def convert(record: Record, lists: Lists) -> tuple[Draft, list[Finding]]:
    """The draft of a record and the findings about its single fields."""
    model = BY_FOLDER[record.kind]
    specs = model.specs()
    plain = {key: plain_value(entry.value) for key, entry in record.entries.items()}
    findings = [_unknown_key(record, key, specs, set(plain)) for key in plain if key not in specs]
    # A misspelt key is reported once, as misspelt, not again as missing.
    meant = {found.remedy.partition(": ")[2].partition(":")[0] for found in findings}
    data = {key: value for key, value in plain.items() if key in specs and not _is_empty(value)}
    data |= {"id": record.id, "path": record.file, "text": record.body}
    try:
        values: Any = model.model_validate(data, context=lists)
        return Draft(record, values, not findings), findings
    except ValidationError as error:
        problems = error.errors(include_url=False)
    bad = {str(problem["loc"][0]) for problem in problems}
    findings += [found for problem in problems if (found := translate(problem, record, specs)) and found.field not in meant]
    rest = {key: value for key, value in data.items() if key not in bad}
    return Draft(record, _partial(model).model_validate(rest, context=lists), False), findings


def plain_value(value: Value) -> Any:
    """Text, tuple or dict, as the model takes it."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, ListValue):
        return tuple(plain_value(item) for item in value.items)
    return {key: plain_value(entry.value) for key, entry in cast(MapValue, value).entries.items()}


def _is_empty(value: Any) -> bool:
    """A key without a value counts as not written; an empty list does not, it may be one value too few."""
    return value == "" or value == {}


@lru_cache(maxsize=None)
def _partial(model: type[RecordModel]) -> type[RecordModel]:
    """The same model with every field optional, for the fields that are right."""
    optional: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if info.is_required():
            copy = info._copy()
            copy.default = () if model.specs().get(info.alias or name, None) and model.specs()[info.alias or name].is_list else None
            optional[name] = (info.annotation, copy)
    return cast(type[RecordModel], create_model(f"Partial{model.__name__}", __base__=model, **optional))


def _unknown_key(record: Record, key: str, specs: dict[str, FieldSpec], written: set[str]) -> Finding:
    line = record.entries[key].line
    near = suggest_key(key, specs)
    problem = "Dieses Feld gibt es nicht."
    if near and near in written:
        remedy = f"Löschen Sie die Zeile, denn {near} steht schon da."
    elif near:
        value = record.entries[key].value
        remedy = f"Schreiben Sie: {near}: {value.text}" if isinstance(value, Scalar) else f"Schreiben Sie: {near}:"
    else:
        remedy = "Löschen Sie die Zeile; was sonst keinen Platz hat, gehört in den Text."
    return finding("M103", record.file, line, problem, remedy, field=key)
