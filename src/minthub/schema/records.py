"""JSON Schema (draft 2020-12) of each kind of record, made from its model.

It describes the front matter in its canonical spelling, as a reader of YAML 1.2 gives it: dates are texts, ages
numbers. `minthub check` accepts more spellings and knows more rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from minthub.catalogue import Catalogue
from minthub.model.base import FieldSpec, FrontMatter, RecordModel
from minthub.model.kinds import KINDS
from minthub.model.spans import AGES, GRADES, SpanKind
from minthub.model.types import Lists
from minthub.paths import DATA
from minthub.schema.shapes import Shape, shape_of
from minthub.vocabulary import Term, TermList

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"\d{4}-\d{2}-\d{2}"
_HOST = r"[^\s/?#@]+\.[^\s/?#@]+"


def schema_path(model: type[RecordModel]) -> str:
    """Where the schema is published, below the site's top."""
    return f"{DATA}schema/{model.kind}.json"


def schemas(catalogue: Catalogue, url: str) -> Iterator[tuple[str, Schema]]:
    """Path and schema of each kind. `url` is the site's address with a slash at the end; without one there is no `$id`."""
    for model in KINDS:
        path = schema_path(model)
        yield path, record_schema(model, lists_of(catalogue), f"{url}{path}" if url else "")


def lists_of(catalogue: Catalogue) -> Lists:
    """The closed lists with the districts of a catalogue."""
    districts = (Term(district.id, district.title) for district in catalogue.districts)
    return Lists(catalogue.vocabulary, TermList("districts", tuple(districts)))


def record_schema(model: type[RecordModel], lists: Lists, id: str = "") -> Schema:
    """The schema of a kind's front matter. Keys with `x-` are ours: `x-level` (muss, soll, kann) and `x-order`."""
    return {
        "$schema": DIALECT,
        **({"$id": id} if id else {}),
        "title": model.singular,
        "description": f"Kopfteil eines Eintrags der Art „{model.singular}“ unter content/{model.folder}/.",
        **_fields(model, lists),
        **_rules(model),
    }


def _fields(model: type[FrontMatter], lists: Lists) -> Schema:
    specs = model.specs()
    named = {info.alias or name: info for name, info in model.model_fields.items() if not info.exclude}
    return {
        "type": "object",
        "properties": {
            key: _field(specs[key], info, lists, order) for order, (key, info) in enumerate(named.items(), 1)
        },
        "required": [key for key, spec in specs.items() if spec.is_mandatory],
        "additionalProperties": False,
    }


def _field(spec: FieldSpec, info: FieldInfo, lists: Lists, order: int) -> Schema:
    shape = shape_of(info)
    described: Schema = {"title": spec.label, "description": f"{spec.help} Beispiel: {spec.example}"}
    if not shape.is_list and shape.name in ("text", "address", "secureaddress"):
        described["examples"] = [spec.example]
    if isinstance(info.default, str):
        described["default"] = info.default
    item = _value(shape, lists)
    # A single value is allowed in place of a list of one.
    many = {"anyOf": [{"type": "array", "items": item, "minItems": 1}, item]}
    return {**described, **(many if shape.is_list else item), "x-level": spec.level, "x-order": order}


def _value(shape: Shape, lists: Lists) -> Schema:
    if shape.name == "choice":
        return _one_of(lists[shape.list_name])
    if shape.name == "reach":
        return _one_of([lists.vocabulary.state, *lists.districts])
    if shape.fields:
        return _fields(shape.fields, lists)
    if shape.name in _VALUES:
        return _VALUES[shape.name]
    return {"type": "string", "minLength": 1, **({"maxLength": shape.max_length} if shape.max_length else {})}


def _one_of(terms: Iterable[Term]) -> Schema:
    return {
        "oneOf": [
            {"const": term.id, "title": term.label, **({"description": term.help} if term.help else {})}
            for term in terms
        ]
    }


def _pattern(pattern: str, **more: Any) -> Schema:
    return {"type": "string", "pattern": f"^{pattern}$", **more}


def _span(kind: SpanKind) -> Schema:
    number = {"type": "integer", "minimum": kind.lowest, "maximum": kind.highest}
    pair = {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
    return {"anyOf": [pair, number, _pattern(r"(ab|bis) \d{1,3}")]}


def _degrees(most: int) -> Schema:
    return {"type": "number", "minimum": -most, "maximum": most}


_VALUES: dict[str, Schema] = {
    "number": _pattern(r"\d+"),
    "yesno": {"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nein"]}]},
    "day": _pattern(_DAY, format="date"),
    "partialday": {
        "anyOf": [{"type": "integer", "minimum": 1800, "maximum": 2199}, _pattern(r"\d{4}(-\d{2}){0,2}")]
    },
    "moment": _pattern(rf"{_DAY}( \d{{2}}:\d{{2}})?"),
    "duration": _pattern(r"\d{1,3}:[0-5]\d"),
    "deadline": _pattern(rf"({_DAY}|\d{{2}}\.\d{{2}}\.|laufend)"),
    "exceptday": _pattern(rf"({_DAY}|ferien)"),
    "ages": _span(AGES),
    "grades": _span(GRADES),
    "address": _pattern(rf"https?://{_HOST}(/\S*|[?#]\S*)?", format="uri"),
    "secureaddress": _pattern(rf"https://{_HOST}(/\S*|[?#]\S*)?", format="uri"),
    "contact": _pattern(r"([^\s@]+@[^\s@]+\.[^\s@]+|\+?[\d\s()/.–-]{5,30})"),
    "language": _pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    "postcode": _pattern(r"\d{5}"),
    "oldid": _pattern(r"[a-z0-9]+(-[a-z0-9]+)*"),
    "geo": {
        "type": "array",
        "prefixItems": [_degrees(90), _degrees(180)],
        "items": False,
        "minItems": 2,
    },
}


def _rules(model: type[RecordModel]) -> Schema:
    """Rules between fields that JSON Schema can express."""
    specs = model.specs()
    rules: list[Schema] = []
    if "ages" in specs:
        rules.append(_any_of("ages", "grades", "stages"))
    if "start" in specs:
        rules.append(_any_of("start", "dates"))
        rules.append(
            {
                "dependentRequired": {
                    "repeats": ["start", "until"],
                    "until": ["repeats"],
                    "except": ["repeats"],
                }
            }
        )
        rules.append({"not": {"required": ["end", "duration"]}})
    if "mode" in specs:
        is_here = {"properties": {"mode": {"enum": ["vor-ort", "hybrid"]}}, "required": ["mode"]}
        rules.append({"if": is_here, "then": _any_of("city", "serves"), "else": _any_of("serves")})
    elif "serves" in specs and "city" in specs:
        rules.append(_any_of("serves") if model.folder == "networks" else _any_of("city", "serves"))
    if "image" in specs:
        rules.append({"dependentRequired": {"image": ["image_alt", "image_credit", "image_licence"]}})
    return {"allOf": rules} if rules else {}


def _any_of(*keys: str) -> Schema:
    return {"anyOf": [{"required": [key]} for key in keys]}
