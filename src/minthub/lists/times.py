"""Composes start and end of an event from a row's columns for the day, the time or both."""

from __future__ import annotations

import re

# Part of a column → the texts in it.
Parts = dict[str, list[str]]

_WEEKDAY = re.compile(
    r"^(?:mo|di|mi|do|fr|sa|so)(?:ntag|enstag|ttwoch|nnerstag|eitag|mstag|nnabend|nntag)?\.?\s*,?\s+(?=\d)",
    re.IGNORECASE,
)
_TO = r"\s*(?:-|–|—|bis)\s*"
_CLOCKS = re.compile(
    rf"^(?:von\s+)?(\d{{1,2}}(?:[:.]\d{{2}})?)\s*(?:Uhr)?{_TO}(\d{{1,2}}(?:[:.]\d{{2}})?)\s*(?:Uhr)?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^(?:um\s+|ab\s+)?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(?:Uhr)?$", re.IGNORECASE)
_DAYS = re.compile(
    rf"^(\d{{1,2}})\.(?:\s*(\d{{1,2}})\.\s*(\d{{4}})?)?{_TO}(\d{{1,2}})\.\s*(\d{{1,2}})\.\s*(\d{{4}})$"
)


def plain_day(text: str) -> str:
    """Without the weekday: „Sa., 05.12.2026“ → „05.12.2026“."""
    return _WEEKDAY.sub("", text)


def start_and_end(start: Parts, end: Parts) -> tuple[str, str]:
    """Start and end of an event as one text each, empty if the row does not have it.

    One cell may hold both („5.–7.12.2026“, „10–12 Uhr“). An end without a day is on the day of the start.
    """
    first, last = _days(_first(start, "day", ""))
    begins, ends = _clocks(_first(start, "time"))
    own_day, own_clock = plain_day(_first(end, "day", "")), _clock(_first(end, "time"))
    last, ends = own_day or last, own_clock or ends
    if ends and not last:
        last = first.partition(" ")[0] if _is_iso(first) else first
    return f"{first} {begins}".strip(), f"{last} {ends}".strip()


def _first(parts: Parts, *names: str) -> str:
    return next((parts[name][0] for name in names if parts.get(name)), "")


def _days(text: str) -> tuple[str, str]:
    """First and last day; the last one is empty if the text is a single day."""
    text = plain_day(text)
    if not (found := _DAYS.match(text)):
        return text, ""
    day, month, year, last_day, last_month, last_year = found.groups()
    return f"{day}.{month or last_month}.{year or last_year}", f"{last_day}.{last_month}.{last_year}"


def _clocks(text: str) -> tuple[str, str]:
    """Start and end time; the end is empty if the text is a single time."""
    if found := _CLOCKS.match(text):
        return _clock(found[1]), _clock(found[2])
    return _clock(text), ""


def _clock(text: str) -> str:
    """`9 Uhr` → `09:00`, `9.30` → `09:30`; any other text unchanged, so that the model can report it."""
    found = _CLOCK.match(text)
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else text


def _is_iso(day: str) -> bool:
    return bool(re.match(r"\d{4}-\d{2}-\d{2}( |$)", day))
