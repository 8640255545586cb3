"""Days, points in time, partial dates, durations and deadlines as editors write them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from minthub.folding import fold_key
from minthub.model.calendar_words import MONTHS as MONTHS
from minthub.model.calendar_words import WEEKDAYS, month_number, weekday_number
from minthub.model.meant_days import no_day, no_moment
from minthub.model.slips import duration_in
from minthub.model.trouble import trouble

TIMEZONE = ZoneInfo("Europe/Berlin")
MAX_MINUTES = 31 * 24 * 60
# Years outside of this range are typing errors.
MIN_YEAR, MAX_YEAR = 1800, 2199

_MIDNIGHT = re.compile(r"[T\s]00:00(:00)?(\.0+)?(Z|[+-]\d\d:?\d\d)?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_GERMAN = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$")
_WORDS = re.compile(r"^(\d{1,2})\.?\s*([A-Za-zä]+)\.?\s+(\d{4})$")
# „Sa, 5. Dezember 2026“, „am Samstag, den 5.12.2026“.
_WEEKDAY = re.compile(r"^(?:am\s+)?([A-Za-z]{2,10})\.?\s*,?\s+(?:de[nm]\s+)?(?=\d)", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2})$")
_TIME = re.compile(r"^(.*?)(?:[T\s]|,\s*)\s*(?:um\s+)?(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?\s*(Uhr)?$")
_YEARLY = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.?$")
_DURATION_CLOCK = re.compile(r"^(\d{1,3}):([0-5]\d)(?:\s*(?:h|Std\.?|Stunden?))?$")
_DURATION = re.compile(r"^(\d{1,5}(?:,\d{1,3})?)\s*(min|Min\.|Minuten?|h|Std\.?|Stunden?)$", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year, as exact as the source is. Sorts by the known parts."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


@dataclass(frozen=True)
class Moment:
    """A day with or without a time of day, always local time (Europe/Berlin)."""

    day: date
    at: time | None = None

    @property
    def sort_key(self) -> tuple[date, time]:
        return self.day, self.at or time.min

    @property
    def is_skipped(self) -> bool:
        """True for a time that the change to summer time leaves out."""
        if self.at is None:
            return False
        local = datetime.combine(self.day, self.at, TIMEZONE)
        return local.astimezone(UTC).astimezone(TIMEZONE).replace(tzinfo=None) != local.replace(tzinfo=None)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}" + (f" {self.at:%H:%M}" if self.at else "")


@dataclass(frozen=True)
class Deadline:
    """A day, a day of every year, or neither: open all the time („laufend“)."""

    day: date | None = None
    yearly: tuple[int, int] | None = None

    def __str__(self) -> str:
        if self.yearly:
            return f"{self.yearly[1]:02}.{self.yearly[0]:02}."
        return f"{self.day:%Y-%m-%d}" if self.day else "laufend"


def parse_day(text: str, clock: str = "") -> date:
    """`2026-12-31`, `31.12.2026`, `Do, 31. Dezember 2026`, a timestamp at midnight. Raises M110.

    `clock` is a time of day that stands behind it and belongs into the remedy.
    """
    weekday, plain = _without_weekday(_MIDNIGHT.sub("", text))
    if numbers := _numbers(plain):
        day = _calendar_day(text, *numbers, clock)
        if weekday not in (None, day.weekday()):
            problem = f"Der {day:%d.%m.%Y} ist ein {WEEKDAYS[day.weekday()]}, kein {WEEKDAYS[weekday or 0]}."
            remedy = f"Prüfen Sie das Datum und schreiben Sie es ohne Wochentag: {{key}}: {day}{clock}"
            raise trouble("M110", problem, remedy)
        return day
    raise no_day(text, plain, clock, _year_and_month(plain), TIMEZONE)


def _without_weekday(text: str) -> tuple[int | None, str]:
    """The number of the weekday before the date, if one stands there, and the text without it."""
    named = _WEEKDAY.match(text)
    weekday = weekday_number(named[1]) if named else None
    return (None, text) if named is None or weekday is None else (weekday, text[named.end() :])


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as written; they need not be in the calendar."""
    if iso := _ISO.match(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if german := _GERMAN.match(text):
        return int(german[3]), int(german[2]), int(german[1])
    if words := _WORDS.match(text):
        month = month_number(words[2])
        return (int(words[3]), month, int(words[1])) if month else None
    return None


def _calendar_day(text: str, year: int, month: int, day: int, clock: str) -> date:
    _check_year(text, year, clock)
    if not 1 <= month <= 12:
        problem = f"„{text}“ steht nicht im Kalender: Einen {month}. Monat gibt es nicht."
        remedy = f"Schreiben Sie Jahr-Monat-Tag, zum Beispiel: {{key}}: 2026-12-31{clock}"
        if 12 < month <= 31 and 1 <= day <= 12:
            meant = f"den {month}. {MONTHS[day - 1]} {year}"
            remedy = f"Prüfen Sie Tag und Monat; meinen Sie {meant}, schreiben Sie: {{key}}: {year}-{day:02}-{month:02}{clock}"
            if month > monthrange(year, day)[1]:
                remedy = f"Schreiben Sie Jahr-Monat-Tag, zum Beispiel: {{key}}: 2026-12-31{clock}"
        raise trouble("M110", problem, remedy)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        problem = f"„{text}“ steht nicht im Kalender: Der {MONTHS[month - 1]} {year} hat keinen {day}. Tag."
        remedy = f"Berichtigen Sie den Tag, zum Beispiel: {{key}}: {year}-{month:02}-{last}{clock}"
        raise trouble("M110", problem, remedy)
    return date(year, month, day)


def _check_year(text: str, year: int, clock: str = "") -> None:
    if not MIN_YEAR <= year <= MAX_YEAR:
        remedy = f"Berichtigen Sie das Jahr, zum Beispiel: {{key}}: 2026-12-31{clock}"
        raise trouble("M110", f"„{text}“ nennt das Jahr {year}.", remedy)


def parse_partial_date(text: str) -> PartialDate:
    """`2016`, `2016-05`, `05.2016`, `Mai 2016` or a day as in `parse_day`. Raises M110."""
    if known := _year_and_month(text):
        _check_year(text, known[0])
        return PartialDate(*known)
    if not is_day(text):
        remedy = (
            "Schreiben Sie Jahr, Monat oder Tag: {key}: 2026 – oder: {key}: 2026-05 – oder: {key}: 2026-05-31"
        )
        raise trouble("M110", f"„{text}“ ist kein Datum.", remedy)
    day = parse_day(text)
    return PartialDate(day.year, day.month, day.day)


def is_day(text: str) -> bool:
    """Whether the text has the form of a day, in the calendar or not."""
    _, plain = _without_weekday(_MIDNIGHT.sub("", text))
    return bool(_numbers(plain) or _SHORT_YEAR.match(plain))


def _year_and_month(text: str) -> tuple[int, int] | None:
    """The month is 0 if only the year is written."""
    if re.fullmatch(r"\d{4}", text):
        return int(text), 0
    if iso := re.fullmatch(r"(\d{4})-(0?[1-9]|1[0-2])", text):
        return int(iso[1]), int(iso[2])
    if german := re.fullmatch(r"(0?[1-9]|1[0-2])[./](\d{4})", text):
        return int(german[2]), int(german[1])
    if words := re.fullmatch(r"([A-Za-zä]+)\s+(\d{4})", text):
        month = month_number(words[1])
        return (int(words[2]), month) if month else None
    return None


def parse_moment(text: str) -> Moment:
    """A day, or a day with a time: `2026-12-05 16:00`, `05.12.2026, 16 Uhr`. Raises M110, M111 or M304."""
    if is_day(text):
        return Moment(parse_day(text))
    clock = _TIME.match(text)
    if not clock or not (clock[3] or clock[4]) or not is_day(clock[1].strip()):
        raise no_moment(text, TIMEZONE)
    hour, minute = int(clock[2]), int(clock[3] or 0)
    if hour > 23 or minute > 59:
        remedy = "Stunden gehen von 0 bis 23, Minuten von 0 bis 59, zum Beispiel: {key}: 2026-12-05 16:00"
        raise trouble("M111", f"Die Uhrzeit in „{text}“ gibt es nicht.", remedy)
    day = parse_day(clock[1].strip(), f" {hour:02}:{minute:02}")
    moment = Moment(day, time(hour, minute))
    if moment.is_skipped:
        problem = f"„{text}“ gibt es nicht: In dieser Nacht springt die Uhr von 2 auf 3 Uhr."
        raise trouble("M304", problem, f"Schreiben Sie: {{key}}: {day} 03:00")
    return moment


def parse_duration(text: str) -> int:
    """Minutes, from `1:30`, `90 min`, `2 h`, `1,5 Stunden`. Raises M118."""
    if minutes := _minutes(text):
        return minutes
    remedy = "Schreiben Sie Stunden:Minuten oder Minuten: {key}: 1:30 – oder: {key}: 90 min"
    if (meant := duration_in(text)) and _minutes(meant):
        remedy = f"Schreiben Sie: {{key}}: {meant}"
    raise trouble("M118", f"„{text}“ ist keine Dauer.", remedy)


def _minutes(text: str) -> int:
    """The duration in minutes; 0 if the text is no duration or one too long for an event."""
    minutes = 0
    if clock := _DURATION_CLOCK.match(text):
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif words := _DURATION.match(text):
        number = float(words[1].replace(",", "."))
        minutes = round(number if words[2][0] in "mM" else number * 60)
    return minutes if minutes <= MAX_MINUTES else 0


def parse_deadline(text: str) -> Deadline:
    """A day, `28.02.` for every year, or `laufend`. Raises M110 or M127."""
    if fold_key(text) in ("laufend", "jederzeit", "fortlaufend"):
        return Deadline()
    if yearly := _YEARLY.match(text):
        day, month = int(yearly[1]), int(yearly[2])
        # Checked in 2028, a leap year, because a deadline may be on 29 February.
        if 1 <= month <= 12 and 1 <= day <= monthrange(2028, month)[1]:
            return Deadline(yearly=(month, day))
        problem = f"„{text}“ steht nicht im Kalender."
        raise trouble("M110", problem, 'Schreiben Sie Tag und Monat: {key}: "28.02."')
    if re.search(r"\d{4}", text):
        return Deadline(parse_day(text))
    remedy = 'Schreiben Sie ein Datum, einen Tag für jedes Jahr oder „laufend“: {key}: "28.02."'
    raise trouble("M127", f"„{text}“ ist keine Frist.", remedy)
