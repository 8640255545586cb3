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
    """One occurrence of an event. An `end` without a time of day is the last day, included."""

    start: Moment
    end: Moment

    @property
    def last_day(self) -> date:
        """The last day, included. An event that ends at midnight ends on the day before."""
        ends_at_midnight = self.end.at == time.min and self.end.day > self.start.day
        return self.end.day - timedelta(days=1) if ends_at_midnight else self.end.day


def load_holidays(path: Path) -> tuple[Holiday, ...]:
    """School holidays from a table with name, start, end (included) and kind. Raises OSError, KeyError or ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Holiday(row["name"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
            for row in csv.DictReader(file)
            if row["kind"] == SCHOOL_HOLIDAY
        )


def occurrences(event: Event, holidays: tuple[Holiday, ...]) -> tuple[Occurrence, ...]:
    """All occurrences in order: of the start, the further dates and the repetition, without excepted days."""
    starts = [moment for moment in (event.start, *event.dates) if moment]
    if event.start and event.repeats and event.until:
        starts += [
            Moment(day, event.start.at) for day in _repeated_days(event.start.day, event.repeats, event.until)
        ]
    kept = {moment.sort_key: moment for moment in starts if not _is_excepted(moment.day, event, holidays)}
    return tuple(Occurrence(moment, _end(moment, event)) for _, moment in sorted(kept.items()))


def _end(start: Moment, event: Event) -> Moment:
    """The end of an occurrence. The event's end belongs to its first start; all others last as long, counted in local
    clock time without regard to daylight saving.
    """
    first = event.start or min(event.dates, key=lambda moment: moment.sort_key)
    if event.end is None:
        length = timedelta(minutes=event.duration or 0)
        is_known = start.at is not None
    else:
        length = _on_the_wall(event.end) - _on_the_wall(first)
        is_known = None not in (start.at, first.at, event.end.at)
    if is_known and length > timedelta(0):
        end = _on_the_wall(start) + length
        return Moment(end.date(), end.time())
    days = event.end.day - first.day if event.end else length
    return Moment(start.day + timedelta(days=max(days.days, 0)))


def _on_the_wall(moment: Moment) -> datetime:
    return datetime.combine(moment.day, moment.at or time.min)


def _repeated_days(first: date, repeats: str, until: date) -> Iterator[date]:
    """The repeated days, without the first one. Months without that day (31st) are skipped, as in iCalendar."""
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
