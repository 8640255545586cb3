"""How a value is spelt in the front matter: one canonical spelling a type, quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import yaml
from pydantic import BaseModel

from minthub.model.dates import Deadline, Moment, PartialDate
from minthub.model.spans import Span
from minthub.reading.decode import clean
from minthub.reading.frontmatter import quoted

# Needs quotes: begins with a YAML indicator, contains „: “ or „ #“, or ends like a key.
_PLAIN = re.compile(r"(?![\s&*!|>%@`\"'#,?:={}\[\]-])(?:(?!:\s|\s#).)*(?<![\s:])")
# Needs quotes inside brackets, where these end a value or, for some parsers, begin a key.
_IN_LIST = re.compile(r"[\[\]{},?]")
# Needs quotes, because some parsers read a number: 01067 as 567 (octal) or 1067, 1:30 as 90.
_NUMBER = re.compile(r"[-+.]?[0-9][0-9_,.:]*(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F_]+")
_WWW = re.compile(r"www\.[^\s@:/]+\.\S+", re.IGNORECASE)
_DECIMALS = 2
_RESOLVER: Any = yaml.SafeLoader("")


def spelling(value: Any, *, is_in_list: bool = False) -> str:
    """The value as it stands behind `key: `.

    Takes what the models hold: texts, bool, minutes (int), days and times, spans, coordinates, and lists of these.
    Raises TypeError for anything else.
    """
    if isinstance(value, str):
        return text_spelling(value, is_in_list=is_in_list)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value // 60}:{value % 60:02}"
    if isinstance(value, float):
        return degrees(value)
    if isinstance(value, date | Moment | PartialDate | Deadline | Span):
        return str(value)
    if isinstance(value, Sequence):
        return f"[{', '.join(spelling(item, is_in_list=True) for item in value)}]"
    raise TypeError(f"no spelling for {type(value).__name__}")


def text_spelling(text: str, *, is_in_list: bool = False) -> str:
    """A text on one line, in straight quotes if some YAML parser would misread it without."""
    line = one_text(text)
    is_plain = (
        bool(_PLAIN.fullmatch(line))
        and not (is_in_list and _IN_LIST.search(line))
        and not _NUMBER.fullmatch(line)
        and _RESOLVER.resolve(yaml.ScalarNode, line, (True, False)) == "tag:yaml.org,2002:str"
    )
    return line if is_plain else quoted(line)


def whole_address(text: str) -> str:
    """`www.example.org` with its scheme, any other text unchanged. For typed input; files need the whole address."""
    return f"https://{text}" if _WWW.fullmatch(text) else text


def one_text(text: str) -> str:
    """The text as the reader would return it: on one line, in NFC, without invisible characters."""
    # Lone surrogates can't be encoded in UTF-8.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(clean(whole, "")[0].split())


def degrees(number: float) -> str:
    """With the two decimals that the format asks for, and never as 1e-05."""
    whole, _, decimals = format(Decimal(repr(number)), "f").partition(".")
    return f"{whole}.{decimals:0<{_DECIMALS}}"


def field_lines(key: str, value: Any) -> list[str]:
    """The line or lines of a field; subfields stand below it, two blanks further in."""
    if isinstance(value, BaseModel):
        value = values_of(value)
    if isinstance(value, Mapping):
        below = (
            line for name, part in value.items() if not is_empty(part) for line in field_lines(name, part)
        )
        return [f"{key}:", *(f"  {line}" for line in below)]
    return [f"{key}: {spelling(value)}"]


def values_of(record: BaseModel) -> dict[str, Any]:
    """The values of a record, or of subfields, by front-matter key, in their order."""
    fields = type(record).model_fields.items()
    return {info.alias or name: getattr(record, name) for name, info in fields if not info.exclude}


def is_empty(value: Any) -> bool:
    """Whether there is nothing to write: None, no text, no items."""
    if isinstance(value, str):
        return not one_text(value)
    return value is None or (isinstance(value, Sequence | Mapping) and not value)
