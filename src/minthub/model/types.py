"""The types of front-matter values: text in, meaning out, or a German explanation.

Values reach pydantic as text, tuples of texts or mappings, never as numbers or dates; see `reading`.
Closed lists are looked up in the validation context, because they are data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, TypeVar, cast

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import with_info_before_validator_function

from minthub.folding import fold_key
from minthub.model import addresses, dates, spans
from minthub.model.slips import plain
from minthub.model.trouble import trouble
from minthub.model.wording import as_value
from minthub.places import Point
from minthub.vocabulary import TermList, Vocabulary

MAX_NAMED_VALUES = 6
MAX_ALTERNATIVES = 3
# Separators that people write between values instead of a list in brackets.
SEPARATORS = re.compile(r"\s*[,;/&+|]\s*|\s+(?:und|oder|sowie|u\.|bzw\.)\s+")
_YES = frozenset({"true", "ja", "yes", "j", "y", "wahr"})
_NO = frozenset({"false", "nein", "no", "n", "falsch"})
# Marks of check lists and words of other languages: they are not accepted, but guessed in the remedy.
_LIKE_YES = frozenset({"1", "x", "on", "☑", "✓", "✔", "✅", "möglich"})
_LIKE_NO = frozenset({"0", "off", "☐", "❌", "kein", "keine", "nicht", "nicht möglich"})
_BOTH_ANSWERS = "Schreiben Sie: {key}: ja – oder: {key}: nein"


@dataclass(frozen=True)
class Lists:
    """The validation context: closed lists of the vocabulary and the districts of the content folder."""

    vocabulary: Vocabulary
    districts: TermList
    # Name of a town or landscape → its districts; people write such names in fields for districts.
    districts_of: Callable[[str], Sequence[str]] = field(default=lambda name: (), compare=False)

    def __getitem__(self, name: str) -> TermList:
        return self.districts if name == "districts" else self.vocabulary[name]

    def is_state(self, text: str) -> bool:
        """Whether the text names the whole state, which is a valid reach (`serves`) but no district."""
        return text not in self.districts and fold_key(text) in self._state_names

    @cached_property
    def _state_names(self) -> frozenset[str]:
        return frozenset(fold_key(name) for name in self.vocabulary.state.names)


def _lists(info: ValidationInfo) -> Lists:
    return cast(Lists, info.context)


def _one(value: Any) -> str:
    """Exactly one text. Raises M105 for lists and subfields."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    if isinstance(value, dict):
        raise trouble(
            "M105",
            "Hier stehen Unterfelder statt eines Textes.",
            "Schreiben Sie den Text in eine Zeile; enthält er einen Doppelpunkt, in geraden "
            "Anführungszeichen.",
        )
    is_flat = value and isinstance(value[0], str)
    remedy = f": {{key}}: {as_value(value[0])}" if is_flat else ", ohne eckige Klammern."
    raise trouble(
        "M105", "Hier steht eine Liste statt eines Wertes.", f"Schreiben Sie nur einen Wert{remedy}"
    )


def _text(value: Any) -> str:
    """One text with line breaks replaced by blanks."""
    return " ".join(_one(value).split())


def _many(value: Any) -> tuple[Any, ...]:
    """A list; a single value becomes a list of one."""
    return value if isinstance(value, tuple) else (value,)


def _parsed(parse: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: _read(parse, _text(value)))


def _read(parse: Callable[[Any], Any], value: Any) -> Any:
    """The parsed value. If parsing fails, it is tried again without the characters that copying leaves around a value.

    Raises the error of the first attempt, which quotes the text as written.
    """
    try:
        return parse(value)
    except PydanticCustomError:
        cleaned = plain(value) if isinstance(value, str) else tuple(plain(item) for item in value)
        if cleaned == value or not cleaned:
            raise
        with suppress(PydanticCustomError):
            return parse(cleaned)
        raise


def _text_or_list(parse: Callable[[Any], Any]) -> BeforeValidator:
    """For values that may be a text or a short list of texts."""

    def convert(value: Any) -> Any:
        is_list = isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        return _read(parse, value if is_list else _text(value))

    return BeforeValidator(convert)


def _district(text: str, lists: Lists, *, is_single: bool = False) -> str:
    """Like `lookup`, but for a town or landscape the M203 names its districts."""
    terms = lists.districts
    if not terms.named(text) and not terms.starting(text) and (found := lists.districts_of(text)):
        remedy = f"Nennen Sie die Kreise: {{key}}: [{', '.join(found)}]"
        if is_single or len(found) == 1:
            remedy = f"Schreiben Sie: {' – oder: '.join(f'{{key}}: {id}' for id in found)}"
        raise trouble("M203", f"„{text}“ ist kein Kreis.", remedy)
    return lookup(text, terms)


def lookup(text: str, terms: TermList) -> str:
    """The id of a value of a closed list. Raises M106 (M203 for districts) with the value that was probably meant."""
    id = terms.find(text)
    if id is not None and text.rstrip().endswith("?"):
        known = (
            " – wissen Sie es nicht: {key}: unbekannt"
            if "unbekannt" in terms.ids and id != "unbekannt"
            else "."
        )
        remedy = f"Ist es sicher, schreiben Sie: {{key}}: {id}{known}"
        raise trouble("M106", f"Hinter „{text}“ steht ein Fragezeichen.", remedy)
    if id is not None:
        return id
    code = "M203" if terms.name == "districts" else "M106"
    parts = [part for part in SEPARATORS.split(text) if part]
    if len(parts) == 1 and all(terms.find(word) for word in text.split()):
        parts = text.split()
    meant = [terms.find(part) or terms.closest(part) for part in parts]
    several = [id or part for id, part in zip(meant, parts, strict=True)] if any(meant) else []
    raise trouble(code, f"„{text}“ gibt es nicht.", _instead(text, terms), several)


def _instead(text: str, terms: TermList) -> str:
    """The remedy for a value that is not in a closed list."""
    if 1 < len(starting := terms.starting(text)) <= MAX_ALTERNATIVES:
        return f"Schreiben Sie: {' – oder: '.join(f'{{key}}: {id}' for id in starting)}"
    if near := terms.closest(text):
        return f"Schreiben Sie: {{key}}: {near}"
    if len(terms) <= MAX_NAMED_VALUES:
        return f"Möglich sind: {', '.join(terms.ids)}"
    some = ", ".join(terms.ids[:3])
    return f"Möglich sind zum Beispiel {some}; alle Werte nennt die Seite „Felder“ unter {{key}}."


@dataclass(frozen=True)
class Choice:
    """Makes a text one value of a closed list: `Annotated[str, Choice("formats")]`."""

    list_name: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return with_info_before_validator_function(self._convert, handler(source))

    def _convert(self, value: Any, info: ValidationInfo) -> str:
        lists = _lists(info)
        text = _text(value)
        if self.list_name == "districts" and lists.is_state(text):
            # Records with `district` also have `serves` for the state; in other fields an empty list means the state.
            is_single = info.field_name == "district"
            state = lists.vocabulary.state.id
            remedy = f"Schreiben Sie: serves: {state}" if is_single else "Nehmen Sie den Wert heraus."
            raise trouble("M203", f"„{text}“ ist kein Kreis, sondern eine Reichweite.", remedy)
        if self.list_name == "districts":
            return _district(text, lists, is_single=info.field_name == "district")
        return lookup(text, lists[self.list_name])


@dataclass(frozen=True)
class _ReachItem:
    """A district, or the whole state."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return with_info_before_validator_function(self._convert, handler(source))

    @staticmethod
    def _convert(value: Any, info: ValidationInfo) -> str:
        lists = _lists(info)
        text = _text(value)
        return lists.vocabulary.state.id if lists.is_state(text) else _district(text, lists)


def _reach(values: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """The districts without repetitions; only the state if it is among them."""
    state = _lists(info).vocabulary.state.id
    return (state,) if state in values else tuple(dict.fromkeys(values))


def _holiday(value: Any, info: ValidationInfo) -> Any:
    """`ja` means every kind of holidays."""
    lists = _lists(info)
    items = _many(value)
    is_yes = len(items) == 1 and str(items[0]).casefold() in ("ja", "true", "yes")
    return lists["holidays"].ids if is_yes else items


def _yes_no(text: str) -> bool:
    word = text.casefold().rstrip(".!")
    if word in _YES:
        return True
    if word in _NO:
        return False
    first = re.match(r"ja\b|nein\b", word)
    answer = first[0] if first else "ja" if word in _LIKE_YES else "nein" if word in _LIKE_NO else ""
    remedy = f"Schreiben Sie: {{key}}: {answer}" if answer else _BOTH_ANSWERS
    raise trouble("M108", f"„{text}“ heißt weder ja noch nein.", remedy)


def _number(text: str) -> str:
    if text.isascii() and text.isdigit():
        return text
    raise trouble(
        "M109", f"„{text}“ ist keine Zahl in Ziffern.", 'Schreiben Sie zum Beispiel: {key}: "14612"'
    )


def _except(text: str) -> date | str:
    if fold_key(text) == "ferien":
        return "ferien"
    if not dates.is_day(text):
        remedy = "Schreiben Sie: {key}: ferien – oder: {key}: 2026-12-31"
        raise trouble("M110", f"„{text}“ ist weder ein Tag noch „ferien“.", remedy)
    return dates.parse_day(text)


HOLIDAYS = BeforeValidator(_holiday)
Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], BeforeValidator(_many)]

Text = Annotated[str, BeforeValidator(_text)]
Title = Annotated[str, Field(max_length=90), BeforeValidator(_text)]
Summary = Annotated[str, Field(max_length=200), BeforeValidator(_text)]
Digits = Annotated[str, _parsed(_number)]
YesNo = Annotated[bool, _parsed(_yes_no)]
Day = Annotated[date, _parsed(dates.parse_day)]
PartialDay = Annotated[dates.PartialDate, _parsed(dates.parse_partial_date)]
Moment = Annotated[dates.Moment, _parsed(dates.parse_moment)]
Duration = Annotated[int, _parsed(dates.parse_duration)]
Deadline = Annotated[dates.Deadline, _parsed(dates.parse_deadline)]
ExceptDay = Annotated[date | str, _parsed(_except)]
Ages = Annotated[spans.Span, _text_or_list(lambda value: spans.parse_span(value, spans.AGES))]
Grades = Annotated[spans.Span, _text_or_list(lambda value: spans.parse_span(value, spans.GRADES))]
WebAddress = Annotated[str, _parsed(addresses.parse_web_address)]
SecureAddress = Annotated[str, _parsed(addresses.parse_secure_address)]
Contact = Annotated[str, _parsed(addresses.parse_contact)]
Language = Annotated[str, _parsed(addresses.parse_language)]
Postcode = Annotated[str, _parsed(addresses.parse_postcode)]
OldId = Annotated[str, _parsed(addresses.parse_old_id)]
Geo = Annotated[Point, _text_or_list(addresses.parse_point)]
Reach = Annotated[Many[Annotated[str, _ReachItem()]], AfterValidator(_reach)]
