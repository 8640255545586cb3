"""School holidays, and on which days an event takes place."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from minthub.model.dates import Moment
from minthub.model.kinds import Event

SCHOOL_HOLIDAY = "school_holiday"
MAX_OCCURRENCES = 400
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Holiday:
    """A span of days, last day included."""

    name: str
    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True)
class Occurrence:
    """One time that an event takes place. `last_day` is included; `ends_at` is None if the time of day is not known."""

    start: Moment
    last_day: date
    ends_at: time | None = None


def load_holidays(path: Path) -> tuple[Holiday, ...]:
    """School holidays from a table with name, start, end (included) and kind. Raises OSError, KeyError or ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Holiday(row["name"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
            for row in csv.DictReader(file)
            if row["kind"] == SCHOOL_HOLIDAY
        )


def occurrences(event: Event, holidays: tuple[Holiday, ...]) -> tuple[Occurrence, ...]:
    """All times of an event in order: start, further dates, repetition without its exceptions."""
    starts = [moment for moment in (event.start, *event.dates) if moment]
    if event.start and event.repeats and event.until:
        starts += [
            Moment(day, event.start.at) for day in _repeated_days(event.start.day, event.repeats, event.until)
        ]
    kept = {moment.sort_key: moment for moment in starts if not _is_excepted(moment.day, event, holidays)}
    return tuple(_occurrence(moment, event) for _, moment in sorted(kept.items()))


def _occurrence(start: Moment, event: Event) -> Occurrence:
    """End and duration belong to the first start; all others take as long."""
    first = event.start or event.dates[0]
    if event.end is None:
        return Occurrence(start, start.day + timedelta(days=(event.duration or 0) // MINUTES_A_DAY))
    last_day = start.day + max(event.end.day - first.day, timedelta(0))
    if not (start.at and first.at and event.end.at):
        return Occurrence(start, last_day)
    length = datetime.combine(event.end.day, event.end.at) - datetime.combine(first.day, first.at)
    end = datetime.combine(start.day, start.at) + length
    return Occurrence(start, last_day, end.time())


def _repeated_days(first: date, repeats: str, until: date) -> Iterator[date]:
    """The days after the first one. A month without that day (31st) is left out, as iCalendar does."""
    day = first
    for number in range(1, MAX_OCCURRENCES):
        if repeats == "monatlich":
            months = first.month - 1 + number
            try:
                day = date(first.year + months // 12, months % 12 + 1, first.day)
            except ValueError:
                continue
        else:
            day = first + timedelta(weeks=number * (2 if repeats == "zweiwoechentlich" else 1))
        if day > until:
            return
        yield day


def _is_excepted(day: date, event: Event, holidays: tuple[Holiday, ...]) -> bool:
    return day in event.excluded or (
        "ferien" in event.excluded and any(day in holiday for holiday in holidays)
    )
