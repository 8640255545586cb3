"""German words for values: dates, ages, costs, places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from minthub.audience import beside_school
from minthub.calendar import Occurrence
from minthub.findings import count
from minthub.model.dates import MONTHS, Deadline, Moment, PartialDate
from minthub.model.kinds import Event
from minthub.model.spans import Span
from minthub.vocabulary import Vocabulary

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MISSING = "keine Angabe"
MINUTES_A_DAY = 24 * 60
LANGUAGES = {
    "de": "Deutsch", "en": "Englisch", "hsb": "Obersorbisch", "dsb": "Niedersorbisch", "cs": "Tschechisch", "pl": "Polnisch",
    "uk": "Ukrainisch", "ru": "Russisch", "ar": "Arabisch", "fr": "Französisch", "es": "Spanisch", "tr": "Türkisch",
    "fa": "Persisch", "vi": "Vietnamesisch", "ku": "Kurdisch", "it": "Italienisch", "ro": "Rumänisch",
}  # fmt: skip


def day(value: date) -> str:
    """`21. November 2026`."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """`21.11.2026`."""
    return f"{value:%d.%m.%Y}"


def partial_day(value: PartialDate) -> str:
    """`21. November 2026`, `November 2026` or `2026`."""
    if value.day:
        return day(value.first_day)
    return f"{MONTHS[value.month - 1]} {value.year}" if value.month else str(value.year)


def period(since: PartialDate | None, until: PartialDate | None) -> str:
    """`seit 2022`, `bis 31. Juli 2025`, `seit 2022 bis 2025`; empty if neither is known."""
    parts = [("seit", since), ("bis", until)]
    return " ".join(f"{word} {partial_day(value)}" for word, value in parts if value)


def clock(moment: Moment) -> str:
    """`16 Uhr`, `16:30 Uhr`; empty without a time."""
    if moment.at is None:
        return ""
    return f"{moment.at.hour} Uhr" if not moment.at.minute else f"{moment.at.hour}:{moment.at.minute:02} Uhr"


def moment(value: Moment) -> str:
    """`Samstag, 5. Dezember 2026, 16 Uhr`."""
    text = f"{WEEKDAYS[value.day.weekday()]}, {day(value.day)}"
    return f"{text}, {clock(value)}" if value.at else text


def event_time(event: Event, time: Occurrence) -> str:
    """One time of an event with its end: `Samstag, 5. Dezember 2026, 16 bis 18 Uhr`, `5. bis 7. Dezember 2026`.

    Less than a day is told as it was written, also over midnight: `…, 22 Uhr (6 Stunden)`.
    """
    minutes = 0 if event.end else event.duration or 0
    if time.start.at and 0 < minutes < MINUTES_A_DAY:
        return f"{moment(time.start)} ({duration(minutes)})"
    if time.last_day > time.start.day:
        days = _days(time.start.day, time.last_day)
        return f"{days}, Beginn {clock(time.start)}" if time.start.at else days
    if time.end.at:
        # Midnight is the end of this day, not the beginning of the next.
        ends = clock(time.end) if time.end.day == time.start.day else "24 Uhr"
        return f"{moment(time.start).removesuffix(' Uhr')} bis {ends}"
    return moment(time.start)


def _days(first: date, last: date) -> str:
    """`5. bis 7. Dezember 2026`, with as much of the first date as differs."""
    if first.year != last.year:
        return f"{day(first)} bis {day(last)}"
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}.{month} bis {day(last)}"


def duration(minutes: int) -> str:
    """`90 Minuten`, `2 Stunden`, `2 Stunden 15 Minuten`."""
    hours, rest = divmod(minutes, 60)
    if not hours or minutes == 90:
        return count(minutes, "Minute", "Minuten")
    text = count(hours, "Stunde", "Stunden")
    return f"{text} {count(rest, 'Minute', 'Minuten')}" if rest else text


def deadline(value: Deadline) -> str:
    """`jedes Jahr bis 28. Februar`, `bis 31. März 2027`, `laufend`."""
    if value.yearly:
        return f"jedes Jahr bis {value.yearly[1]}. {MONTHS[value.yearly[0] - 1]}"
    return f"bis {day(value.day)}" if value.day else "laufend möglich"


def ages(record: Any, vocabulary: Vocabulary) -> str:
    """`8 bis 14 Jahre`, `Kita, Klasse 3 bis 12`, `Kita, Grundschule`: the most exact value that the record has."""
    if record.ages:
        return span(record.ages, "", " Jahre", one=" Jahr")
    if record.grades:
        before, after = beside_school(record.stages, vocabulary["stages"])
        school = span(record.grades, "Klasse ", "")
        return ", ".join([*(term.label for term in before), school, *(term.label for term in after)])
    return ", ".join(vocabulary["stages"][stage].label for stage in record.stages) or MISSING


def span(value: Span, before: str, after: str, one: str = "") -> str:
    """`8 bis 14 Jahre`, `ab 8 Jahren`, `bis 14 Jahre`, `1 Jahr`; `one` is what follows the number 1."""

    def unit(number: int) -> str:
        return one if number == 1 and one else after

    if value.first is None:
        return f"bis {before}{value.last}{unit(value.last or 0)}"
    if value.last is None:
        dative = "n" if unit(value.first).endswith("Jahre") else ""
        return f"ab {before}{value.first}{unit(value.first)}{dative}"
    if value.first == value.last:
        return f"{before}{value.first}{unit(value.first)}"
    return f"{before}{value.first} bis {value.last}{after}"


def labels(ids: Sequence[str], list_name: str, vocabulary: Vocabulary) -> str:
    """German labels, joined by commas, in the order of the list."""
    return ", ".join(term.label for term in vocabulary[list_name] if term.id in ids)


def languages(codes: Sequence[str]) -> str:
    return ", ".join(LANGUAGES.get(code, code) for code in codes)


def address(record: Any) -> str:
    """`Hauptstraße 1, 02826 Görlitz`, without unknown parts."""
    city = " ".join(part for part in (record.postcode, record.city) if part)
    return ", ".join(part for part in (record.street, city) if part)


def checked_label(record: Any) -> str:
    """„Geprüft“; for unconfirmed records a label that says that only the source was read."""
    return "Quelle gelesen" if getattr(record, "status", "aktiv") == "unbestaetigt" else "Geprüft"


def cost(record: Any, vocabulary: Vocabulary) -> str:
    """`kostenlos`, `kostenpflichtig: 5 Euro`, `keine Angabe`."""
    label = vocabulary["costs"][record.cost].label
    if not record.price:
        return label
    return record.price if record.cost == "unbekannt" else f"{label}: {record.price}"


def and_list(parts: Sequence[str]) -> str:
    """`a, b und c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}" if parts else ""
