"""Names the types of fields for other programs: one name for each type of `model.types`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic.fields import FieldInfo

from minthub.model import types
from minthub.model.base import FrontMatter
from minthub.model.types import Choice

_ALIASES: dict[str, Any] = {
    "number": types.Digits,
    "yesno": types.YesNo,
    "day": types.Day,
    "partialday": types.PartialDay,
    "moment": types.Moment,
    "duration": types.Duration,
    "deadline": types.Deadline,
    "exceptday": types.ExceptDay,
    "ages": types.Ages,
    "grades": types.Grades,
    "address": types.WebAddress,
    "secureaddress": types.SecureAddress,
    "contact": types.Contact,
    "language": types.Language,
    "postcode": types.Postcode,
    "oldid": types.OldId,
    "geo": types.Geo,
    "reach": types.Reach,
}
# Pydantic keeps the converter of a type, not its name.
_CONVERTERS = {id(alias.__metadata__[-1]): name for name, alias in _ALIASES.items()}


@dataclass(frozen=True)
class Shape:
    """The type of a field. `name`: „text“, „choice“, „fields“ (subfields) or that of a parser. `max_length`: 0 means no limit."""

    name: str
    is_list: bool = False
    list_name: str = ""
    max_length: int = 0
    fields: type[FrontMatter] | None = None


def shape_of(info: FieldInfo) -> Shape:
    """The shape of a model's field, wherever its type is nested."""
    parts = list(_parts(info))
    is_list = Ellipsis in get_args(info.annotation)
    longest = next((int(part.max_length) for part in parts if hasattr(part, "max_length")), 0)
    for part in parts:
        if isinstance(part, Choice):
            return Shape("choice", is_list, part.list_name)
        if isinstance(part, type) and issubclass(part, FrontMatter):
            return Shape("fields", is_list, fields=part)
    converters = (_CONVERTERS[id(part)] for part in parts if id(part) in _CONVERTERS)
    return Shape(next(converters, "text"), is_list, max_length=longest)


def _parts(info: FieldInfo) -> Iterator[Any]:
    """Everything a type is made of, however deep."""
    pending: list[Any] = [info.annotation, *info.metadata]
    while pending:
        part = pending.pop()
        yield part
        pending += [*get_args(part), *getattr(part, "__metadata__", ())]
