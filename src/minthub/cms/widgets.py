"""A field of a record as a field of the editing form: read from the type, so a new field needs nothing here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from minthub.model.base import FieldSpec, FrontMatter
from minthub.model.types import Lists
from minthub.schema import Shape, shape_of
from minthub.vocabulary import Term

Widget = dict[str, Any]

_DAY = r"\d{4}-\d{2}-\d{2}"
_ADDRESS = "Kopieren Sie die ganze Adresse; sie beginnt mit https://"
# Type of text → pattern, and message for texts that do not match. The form supports only one message per field.
_PATTERNS: dict[str, tuple[str, str]] = {
    "number": (r"^\d+$", "Schreiben Sie nur Ziffern."),
    "partialday": (
        r"^\d{4}(-\d{2}){0,2}$",
        "Schreiben Sie Jahr, Monat oder Tag: 2026, 2026-05 oder 2026-05-17",
    ),
    "moment": (
        rf"^{_DAY}( \d{{1,2}}:\d{{2}})?$",
        "Schreiben Sie den Tag und, wenn bekannt, die Uhrzeit: 2026-12-05 16:00",
    ),
    "duration": (r"^(\d{1,3}:[0-5]\d|\d+ (min|h))$", "Schreiben Sie Stunden und Minuten: 1:30"),
    "address": (r"^https?://\S+$", _ADDRESS),
    "secureaddress": (r"^https://\S+$", _ADDRESS),
    "postcode": (r"^\d{5}$", "Schreiben Sie fünf Ziffern."),
}
# In a file these are two numbers or one text („ab 8“). The form has no such type, so they are lists of one or two items.
_PAIRS = {
    "ages": "Jüngste und Älteste in zwei Zeilen: 8 und 14. Ohne Grenze eine Zeile: ab 8 oder bis 14.",
    "grades": "Erste und letzte Klasse in zwei Zeilen: 5 und 10. Ohne Grenze eine Zeile: ab 5.",
    "geo": "Breite und Länge in Grad, mit Punkt, in zwei Zeilen: 51.05 und 13.74.",
}
_LONG = 100


def widgets(model: type[FrontMatter], lists: Lists) -> Iterator[Widget]:
    """All fields of a kind, or of subfields, in their order."""
    specs = model.specs()
    for name, info in model.model_fields.items():
        if not info.exclude:
            yield _widget(specs[info.alias or name], info, lists)


def _widget(spec: FieldSpec, info: FieldInfo, lists: Lists) -> Widget:
    shape = shape_of(info)
    return {
        "name": spec.key,
        "label": spec.label,
        "hint": _hint(spec, shape),
        "required": spec.is_mandatory,
        **({"default": info.default} if isinstance(info.default, str) else {}),
        **_kind(shape, lists),
    }


def _kind(shape: Shape, lists: Lists) -> Widget:
    if shape.name == "choice":
        return _select(lists[shape.list_name], shape)
    if shape.name == "reach":
        return _select([lists.vocabulary.state, *lists.districts], shape)
    if shape.fields:
        return {"widget": "object", "collapsed": True, "fields": list(widgets(shape.fields, lists))}
    if shape.name == "yesno":
        # Not a tick box: that writes `false` for unknown, which must stay out of the file.
        answers = [{"label": "ja", "value": True}, {"label": "nein", "value": False}]
        return {"widget": "select", "options": answers}
    if shape.name == "day":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return _text(shape)


def _select(terms: Iterable[Term], shape: Shape) -> Widget:
    options = [{"label": term.label, "value": term.id} for term in terms]
    return {"widget": "select", "options": options, **({"multiple": True} if shape.is_list else {})}


def _text(shape: Shape) -> Widget:
    """The widget for one text or several.

    Of the form's list widgets only the plain one keeps a bare value (`contact: a@b.de`, `ages: ab 8`) when a record is
    saved again. It ignores patterns; `minthub check` finds mistakes later.
    """
    if shape.is_list or shape.name in _PAIRS:
        return {"widget": "list", **({"max": 2} if shape.name in _PAIRS else {})}
    pattern: Widget = {"pattern": list(_PATTERNS[shape.name])} if shape.name in _PATTERNS else {}
    longest: Widget = {"maxlength": shape.max_length} if shape.max_length else {}
    return {"widget": "text" if shape.max_length > _LONG else "string", **pattern, **longest}


def _hint(spec: FieldSpec, shape: Shape) -> str:
    if shape.name in _PAIRS:
        return _PAIRS[shape.name]
    if shape.name in ("choice", "reach", "yesno", "fields"):
        # The values are there to be seen.
        return spec.help
    # As it is typed into the form: without brackets and quotes.
    example = spec.example.strip("[]").replace('"', "")
    return f"{spec.help} Beispiel: {example}" + (
        " Jeder Wert bekommt eine eigene Zeile." if shape.is_list else ""
    )
