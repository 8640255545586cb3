"""Spans of years of age and of school grades."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minthub.folding import fold_key
from minthub.model.calendar_words import month_number
from minthub.model.slips import days_in, hyphens, span_in
from minthub.model.trouble import trouble

_NUMBER_WORDS = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
]
_NOISE = re.compile(
    r"\b(?:jahren?|jährigen?|jährige|klassenstufen?|jahrgangsstufen?|jahrgang|klassen?|kl\b|alter|von|j\b)\.?"
    r"|\.(?=\s|-|$)",
    re.IGNORECASE,
)
_CLASS_WORD = re.compile(
    r"\b(?:klassenstufen?|jahrgangsstufen?|jahrgang|klassen?|klässler\w*|kl\b)", re.IGNORECASE
)
_AGE_WORD = re.compile(r"\b(?:jahren?|jährig\w*|alter|j\b)", re.IGNORECASE)
_MONTHS_OF_AGE = re.compile(r"(?:(\d{1,2})(\s*(?:-|bis)\s*))?\b(\d{1,2})\s*Monat(?:en?)?\b", re.IGNORECASE)
_ALL = frozenset(
    {"alle", "jedes", "jedesalter", "allealtersgruppen", "furalle", "alleklassen", "altersunabhangig"}
)
_BOTH = re.compile(r"^(\d{1,3})\s*(?:-|–|—|bis|,)\s*(\d{1,3})$", re.IGNORECASE)
_FROM = re.compile(r"^(?:ab\s*(\d{1,3})|(\d{1,3})\s*\+)$", re.IGNORECASE)
_TO = re.compile(r"^bis\s*(\d{1,3})$", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[. -]\s*([A-Za-zä]{3,9})\.?")
_MONTH_AND_YEAR = re.compile(r"([A-Za-zä]{3,9})[. -]{1,2}(\d{1,2})")
_WHOLE_DAY = re.compile(r"(?:\d{4}-\d\d?-\d\d?|\d\d?\.\d\d?\.\d{4})(?:[ T]00:00(?::00)?)?")
_ONE = re.compile(r"^(\d{1,3})$")


@dataclass(frozen=True)
class Span:
    """From `first` to `last`, both included; None means open on that side."""

    first: int | None
    last: int | None

    def numbers(self, lowest: int, highest: int) -> set[int]:
        """The whole numbers of the span within these bounds."""
        return set(
            range(
                max(self.first or lowest, lowest),
                min(highest if self.last is None else self.last, highest) + 1,
            )
        )

    def __str__(self) -> str:
        if self.first is None:
            return f"bis {self.last}"
        if self.last is None:
            return f"ab {self.first}"
        return f"{self.first}" if self.first == self.last else f"[{self.first}, {self.last}]"


@dataclass(frozen=True)
class SpanKind:
    """A kind of span (ages or grades): its limits, and its words for messages."""

    code: str
    lowest: int
    highest: int
    noun: str
    example_from: str
    example_list: str
    key: str


AGES = SpanKind("M112", 0, 120, "Alter", "ab 8", "[8, 14]", "ages")
GRADES = SpanKind("M113", 1, 13, "Klasse", "ab 5", "[5, 10]", "grades")


def is_about_grades(text: str) -> bool:
    """Whether the text speaks of classes („5. Klasse“) and not of years of age as well."""
    return bool(_CLASS_WORD.search(text)) and not _AGE_WORD.search(text)


def _is_about_ages(text: str) -> bool:
    return bool(_AGE_WORD.search(text)) and not _CLASS_WORD.search(text)


def parse_span(value: str | tuple[str, ...], kind: SpanKind) -> Span:
    """`8-14`, `8 bis 14`, `[8, 14]`, `ab 8`, `bis 14`, `8`. Raises the kind's code."""
    text = value if isinstance(value, str) else ", ".join(value)
    if kind is AGES and is_about_grades(text):
        raise _other_field(text, f"„{text}“ sind Klassen, kein Alter.", AGES, GRADES)
    if kind is GRADES and _is_about_ages(text):
        raise _other_field(text, f"„{text}“ ist ein Alter, keine Klasse.", GRADES, AGES)
    plain = " ".join(_NOISE.sub(" ", hyphens(text)).split())
    span = _read(plain) if isinstance(value, str) or len(value) <= 2 else None
    if span is None:
        raise _not_read(text, plain, kind)
    numbers = [number for number in (span.first, span.last) if number is not None]
    for number in numbers:
        if not kind.lowest <= number <= kind.highest:
            meant = span_in(text, kind.lowest, kind.highest) or kind.example_list
            remedy = f"Erlaubt sind {kind.lowest} bis {kind.highest}: {{key}}: {meant}"
            raise trouble(kind.code, f"„{text}“: {kind.noun} {number} gibt es nicht.", remedy)
    if len(numbers) == 2 and numbers[0] > numbers[1]:
        remedy = f"Schreiben Sie: {{key}}: [{numbers[1]}, {numbers[0]}]"
        raise trouble(kind.code, f"„{text}“: Die erste Zahl ist größer als die zweite.", remedy)
    return span


def _other_field(text: str, problem: str, here: SpanKind, other: SpanKind) -> Exception:
    """The error for years in the field for classes, or vice versa. It must be raised, because the bare numbers would be
    valid there with another meaning.
    """
    meant = _read(" ".join(_NOISE.sub(" ", hyphens(text)).split()))
    is_usual = meant and meant.numbers(other.lowest, other.highest)
    value = str(meant) if is_usual else span_in(text, other.lowest, other.highest)
    remedy = f"Schreiben Sie stattdessen: {other.key}: {value or other.example_list}"
    return trouble(here.code, problem, remedy if value else remedy.replace(":", ", zum Beispiel:", 1))


def _in_years(text: str) -> str:
    """The text with months of age as whole years: `18 Monate bis 3 Jahre` → `1 bis 3 Jahre`."""

    def years(found: re.Match[str]) -> str:
        first = f"{int(found[1]) // 12}{found[2]}" if found[1] else ""
        return f"{first}{int(found[3]) // 12}"

    return _MONTHS_OF_AGE.sub(years, hyphens(text))


def _read(text: str) -> Span | None:
    if both := _BOTH.match(text):
        return Span(int(both[1]), int(both[2]))
    if start := _FROM.match(text):
        return Span(int(start[1] or start[2]), None)
    if end := _TO.match(text):
        return Span(None, int(end[1]))
    if one := _ONE.match(text):
        return Span(int(one[1]), int(one[1]))
    return None


def _made_a_date(text: str, kind: SpanKind) -> Span | None:
    """The span that a spreadsheet turned into a date: `08. Dez` was 8-12; `Aug 14` and 2014-08-01 were 8-14."""
    if found := _DAY_AND_MONTH.fullmatch(text):
        numbers = [int(found[1]), month_number(found[2]) or 0]
    elif found := _MONTH_AND_YEAR.fullmatch(text):
        numbers = [month_number(found[1]) or 0, int(found[2])]
    elif len(days := days_in(text)) == 1 and (text.isdigit() or _WHOLE_DAY.fullmatch(text)):
        day = days[0]
        is_year = day.day == 1 and 2013 <= day.year <= 2019
        numbers = [day.month, day.year - 2000] if is_year else [day.day, day.month]
    else:
        return None
    first, last = sorted(numbers)
    return Span(first, last) if first >= 1 and kind.lowest <= first < last <= kind.highest else None


def _not_read(text: str, plain: str, kind: SpanKind) -> Exception:
    """The error for a text that is no span, with the most specific remedy that applies, such as digits for number words."""
    digits = plain
    for number, word in reversed(list(enumerate(_NUMBER_WORDS))):
        digits = re.sub(rf"\b{word}\b", str(number), digits, flags=re.IGNORECASE)
    if dated := _made_a_date(text, kind):
        problem = f"„{text}“ ist ein Datum; vermutlich hat eine Tabelle es aus zwei Zahlen gemacht."
        return trouble(kind.code, problem, f"Schreiben Sie: {{key}}: {dated}")
    has_digits = bool(re.search("[0-9]", plain))
    what = "weder eine Zahl noch eine Spanne" if has_digits else "keine Zahl"
    example = digits if digits != plain and _read(digits) else kind.example_from
    if kind is AGES and (years := _in_years(text)) != hyphens(text) and (meant := span_in(years, 0, 120)):
        problem = f"„{text}“ nennt Monate; das Alter steht in ganzen Jahren."
        return trouble(kind.code, problem, f"Schreiben Sie: {{key}}: {meant}")
    if has_digits and (meant := span_in(text, kind.lowest, kind.highest)):
        return trouble(kind.code, f"„{text}“ ist {what}.", f"Schreiben Sie: {{key}}: {meant}")
    if fold_key(text) in _ALL:
        remedy = f"Gilt es für alle, schreiben Sie: {{key}}: ab {kind.lowest}"
        return trouble(kind.code, f"„{text}“ ist keine Zahl.", remedy)
    instruction = "Schreiben Sie" if has_digits else "Schreiben Sie Ziffern"
    remedy = f"{instruction}: {{key}}: {example} – oder: {{key}}: {kind.example_list}"
    return trouble(kind.code, f"„{text}“ ist {what}.", remedy)
