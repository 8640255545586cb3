"""The types of front-matter values: text in, meaning out, or a German explanation.

Values reach pydantic as text, tuples of texts or mappings, never as numbers or dates; see `reading`.
Closed lists are looked up in the validation context, because they are data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from minthub.folding import fold_key
from minthub.model import addresses, dates, spans
from minthub.model.trouble import trouble
from minthub.places import Point
from minthub.vocabulary import TermList, Vocabulary

MAX_NAMED_VALUES = 6


@dataclass(frozen=True)
class Lists:
    """The validation context: closed lists of the vocabulary and the districts of the content folder."""

    vocabulary: Vocabulary
    districts: TermList

    def __getitem__(self, name: str) -> TermList:
        return self.districts if name == "districts" else self.vocabulary[name]


def _one(value: Any) -> str:
    """Exactly one text. Raises M105 for lists and subfields."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    if isinstance(value, dict):
        raise trouble("M105", "Hier stehen Unterfelder statt eines Textes.", "Schreiben Sie den Text in eine Zeile; enthält er einen Doppelpunkt, in geraden Anführungszeichen.")
    raise trouble("M105", "Hier steht eine Liste statt eines Wertes.", f"Schreiben Sie nur einen Wert: {{key}}: {value[0] if value and isinstance(value[0], str) else 'Text'}")


def _many(value: Any) -> tuple[Any, ...]:
    """A list, or one bare value as a list of one."""
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item for item in items if item != "")


def _parsed(parse: Callable[[str], Any]) -> BeforeValidator:
    return BeforeValidator(lambda value: parse(_one(value)))


def _text_or_list(parse: Callable[[Any], Any]) -> BeforeValidator:
    """For values that may be a text or a short list of texts."""

    def convert(value: Any) -> Any:
        is_list = isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        return parse(value if is_list else _one(value))

    return BeforeValidator(convert)


def lookup(text: str, terms: TermList, key_hint: str = "{key}") -> str:
    """The id of a value of a closed list. Raises M106 (M203 for districts) with the value that was probably meant."""
    id = terms.find(text)
    if id is not None:
        return id
    code = "M203" if terms.name == "districts" else "M106"
    near = terms.closest(text)
    if near:
        remedy = f"Schreiben Sie: {key_hint}: {near}"
    elif len(terms) <= MAX_NAMED_VALUES:
        remedy = f"Möglich sind: {', '.join(terms.ids)}"
    else:
        remedy = f"Möglich sind zum Beispiel {', '.join(terms.ids[:3])}; alle Werte nennt die Seite „Felder“ unter {{key}}."
    raise trouble(code, f"„{text}“ gibt es nicht." if text else "Der Wert ist leer.", remedy)


def choice(list_name: str) -> Any:
    """The type of a field with one value of a closed list."""

    def convert(value: Any, info: ValidationInfo) -> str:
        lists: Lists = info.context  # type: ignore[assignment]
        text = _one(value)
        if list_name == "districts" and fold_key(text) in {fold_key(name) for name in lists.vocabulary.state.names}:
            raise trouble("M203", f"„{text}“ ist kein Kreis, sondern eine Reichweite.", f"Schreiben Sie: serves: {lists.vocabulary.state.id}")
        return lookup(text, lists[list_name])

    return Annotated[str, BeforeValidator(convert), Field(json_schema_extra={"list": list_name})]


def _holiday(value: Any, info: ValidationInfo) -> Any:
    """`ja` means every kind of holidays."""
    lists: Lists = info.context  # type: ignore[assignment]
    items = _many(value)
    return lists["holidays"].ids if len(items) == 1 and str(items[0]).casefold() in ("ja", "true", "yes") else items


def _reach(value: Any, info: ValidationInfo) -> tuple[str, ...]:
    """District ids, or the one word for the whole state, which swallows the rest."""
    lists: Lists = info.context  # type: ignore[assignment]
    state = lists.vocabulary.state
    state_names = {fold_key(name) for name in state.names}
    found: list[str] = []
    for item in _many(value):
        text = _one(item)
        found.append(state.id if fold_key(text) in state_names else lookup(text, lists.districts))
    return (state.id,) if state.id in found else tuple(dict.fromkeys(found))


def _yes_no(text: str) -> bool:
    answers = {"true": True, "ja": True, "yes": True, "false": False, "nein": False, "no": False}
    if text.casefold() in answers:
        return answers[text.casefold()]
    raise trouble("M108", f"„{text}“ heißt weder ja noch nein.", "Schreiben Sie: {key}: ja – oder: {key}: nein")


def _number(text: str) -> str:
    if text.isascii() and text.isdigit():
        return text
    raise trouble("M109", f"„{text}“ ist keine Zahl in Ziffern.", 'Schreiben Sie zum Beispiel: {key}: "14612"')


def _except(text: str) -> date | str:
    return "ferien" if fold_key(text) == "ferien" else dates.parse_day(text)


Text = Annotated[str, BeforeValidator(_one)]
Title = Annotated[str, BeforeValidator(_one), Field(max_length=90)]
Summary = Annotated[str, BeforeValidator(_one), Field(max_length=200)]
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
Geo = Annotated[Point, _text_or_list(addresses.parse_point)]
Reach = Annotated[tuple[str, ...], BeforeValidator(_reach)]
MANY = BeforeValidator(_many)
HOLIDAYS = BeforeValidator(_holiday)
