"""Keeps German expressions such as `e. V.`, `5 km`, `Klasse 5` on one line. For display; data and search keep plain texts."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

_UNITS = (
    "%|°C|€|Euro|Cent|Uhr|Minuten?|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Klassen?|km|m|cm|mm|m²|Personen|Kinder"
    "|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
# „z. B.“, „e. V.“, „i. d. R.“, „J. F. Böttger“ up to its last letter.
_ABBREVIATION = re.compile(r"(?<!\w)([^\W\d_]\.) (?=[^\W\d_]\.)")
_NUMBER_AND_UNIT = re.compile(rf"(\d\.?) (?=(?:{_UNITS})(?!\w))")
_NAMED_NUMBER = re.compile(r"\b(Klassen?|Klassenstufen?|Jahrgangsstufen?|Stufen?|Nr\.|§) (?=\d)")


def together(text: str) -> str:
    """The text with no-break spaces where a line must not end."""
    text = _ABBREVIATION.sub(rf"\1{NO_BREAK}", text)
    text = _NAMED_NUMBER.sub(rf"\1{NO_BREAK}", text)
    return _NUMBER_AND_UNIT.sub(rf"\1{NO_BREAK}", text)
