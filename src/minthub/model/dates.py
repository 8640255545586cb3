"""Days, points in time, partial dates, durations and deadlines as editors write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from minthub.folding import fold_key
from minthub.model.trouble import trouble

TIMEZONE = ZoneInfo("Europe/Berlin")
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_GERMAN = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$")
_WORDS = re.compile(r"^(\d{1,2})\.\s*([A-Za-zä]+)\s+(\d{4})$")
_SHORT_YEAR = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2})$")
_TIME = re.compile(r"^(.*?)(?:[T\s]|,\s*)\s*(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?\s*(Uhr)?$")
_YEARLY = re.compile(r"^(\d{1,2})\.\s*(\d{1,2})\.?$")
_DURATION_CLOCK = re.compile(r"^(\d{1,2}):([0-5]\d)(?:\s*(?:h|Std\.?|Stunden?))?$")
_DURATION = re.compile(r"^(\d+(?:,\d+)?)\s*(min|Min\.|Minuten?|h|Std\.?|Stunden?)$", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year: what the source knows. Sorts by what is known."""

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

    def next_after(self, today: date) -> date | None:
        """The next day of the deadline, today included; None if it is over or open all the time."""
        if self.yearly is None:
            return self.day if self.day and self.day >= today else None
        month, day = self.yearly
        # 29 February counts as the 28th in other years.
        days = (_safe_date(year, month, day) for year in (today.year, today.year + 1))
        return next(day for day in days if day >= today)

    def __str__(self) -> str:
        if self.yearly:
            return f"{self.yearly[1]:02}.{self.yearly[0]:02}."
        return f"{self.day:%Y-%m-%d}" if self.day else "laufend"


def _safe_date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)


def parse_day(text: str) -> date:
    """`2026-12-31`, `31.12.2026`, `31. Dezember 2026`, a timestamp at midnight. Raises M110."""
    plain = re.sub(r"[T\s]00:00(:00)?(\.0+)?(Z|[+-]\d\d:?\d\d)?$", "", text)
    numbers = _numbers(plain)
    if numbers:
        return _calendar_day(text, *numbers)
    if short := _SHORT_YEAR.match(plain):
        day, month, year = (int(part) for part in short.groups())
        raise trouble("M110", f"„{text}“ nennt das Jahr nur mit zwei Ziffern.", f"Schreiben Sie: {{key}}: {2000 + year}-{month:02}-{day:02}")
    raise trouble("M110", f"„{text}“ ist kein Datum.", "Schreiben Sie Jahr-Monat-Tag: {key}: 2026-12-31")


def _numbers(text: str) -> tuple[int, int, int] | None:
    if iso := _ISO.match(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if german := _GERMAN.match(text):
        return int(german[3]), int(german[2]), int(german[1])
    if words := _WORDS.match(text):
        months = [fold_key(month) for month in MONTHS]
        key = fold_key(words[2])
        found = [index for index, month in enumerate(months, start=1) if len(key) >= 3 and month.startswith(key)]
        if len(found) == 1:
            return int(words[3]), found[0], int(words[1])
    return None


def _calendar_day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        pass
    if 12 < month <= 31 and 1 <= day <= 12:
        raise trouble("M110", f"„{text}“ gibt es nicht: Tag und Monat sind vertauscht.", f"Schreiben Sie: {{key}}: {year}-{day:02}-{month:02}")
    what = f"Der {MONTHS[month - 1]} {year} hat keinen {day}. Tag" if 1 <= month <= 12 else f"Einen {month}. Monat gibt es nicht"
    raise trouble("M110", f"„{text}“ steht nicht im Kalender: {what}.", "Berichtigen Sie den Tag: {key}: 2026-12-31")


def parse_partial_date(text: str) -> PartialDate:
    """`2016`, `2016-05`, `05.2016`, `Mai 2016` or a day as in `parse_day`. Raises M110."""
    if year := re.fullmatch(r"(\d{4})", text):
        return PartialDate(int(year[1]))
    month = re.fullmatch(r"(\d{4})-(\d{1,2})", text)
    german = re.fullmatch(r"(\d{1,2})[./](\d{4})", text)
    year_month = (int(month[1]), int(month[2])) if month else (int(german[2]), int(german[1])) if german else None
    if words := re.fullmatch(r"([A-Za-zä]+)\s+(\d{4})", text):
        keys = [fold_key(name) for name in MONTHS]
        year_month = (int(words[2]), keys.index(fold_key(words[1])) + 1) if fold_key(words[1]) in keys else None
    if year_month and 1 <= year_month[1] <= 12:
        return PartialDate(*year_month)
    day = parse_day(text)
    return PartialDate(day.year, day.month, day.day)


def parse_moment(text: str) -> Moment:
    """A day, or a day with a time: `2026-12-05 16:00`, `05.12.2026, 16 Uhr`. Raises M110, M111 or M304."""
    try:
        return Moment(parse_day(text))
    except Exception as error:
        match = _TIME.match(text)
        if not match or not (match[3] or match[4]):
            if re.search(r"\d{4}", text) and not re.search(r"[a-zA-Z]{3}", text):
                raise error
            raise trouble("M111", f"„{text}“ ist kein Zeitpunkt.", "Schreiben Sie Jahr-Monat-Tag Stunde:Minute: {key}: 2026-12-05 16:00") from None
    day = parse_day(match[1].strip())
    hour, minute = int(match[2]), int(match[3] or 0)
    if hour > 23 or minute > 59:
        raise trouble("M111", f"Die Uhrzeit in „{text}“ gibt es nicht.", "Stunden gehen von 0 bis 23, Minuten von 0 bis 59: {key}: 2026-12-05 16:00")
    moment = Moment(day, time(hour, minute))
    if moment.is_skipped:
        raise trouble("M304", f"„{text}“ gibt es nicht: In dieser Nacht springt die Uhr von 2 auf 3 Uhr.", f"Schreiben Sie: {{key}}: {day} 03:00")
    return moment


def parse_duration(text: str) -> int:
    """Minutes, from `1:30`, `90 min`, `2 h`, `1,5 Stunden`. Raises M118."""
    minutes = 0
    if clock := _DURATION_CLOCK.match(text):
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif words := _DURATION.match(text):
        number = float(words[1].replace(",", "."))
        minutes = round(number if words[2][0] in "mM" else number * 60)
    if minutes <= 0 or minutes > 31 * 24 * 60:
        raise trouble("M118", f"„{text}“ ist keine Dauer.", "Schreiben Sie Stunden:Minuten oder Minuten: {key}: 1:30 – oder: {key}: 90 min")
    return minutes


def parse_deadline(text: str) -> Deadline:
    """A day, `28.02.` for every year, or `laufend`. Raises M110 or M127."""
    if fold_key(text) in ("laufend", "jederzeit", "fortlaufend"):
        return Deadline()
    if yearly := _YEARLY.match(text):
        day, month = int(yearly[1]), int(yearly[2])
        _calendar_day(text, 2028, month, day)
        return Deadline(yearly=(month, day))
    if re.search(r"\d{4}", text):
        return Deadline(parse_day(text))
    raise trouble("M127", f"„{text}“ ist keine Frist.", 'Schreiben Sie ein Datum, einen Tag für jedes Jahr oder „laufend“: {key}: ["28.02."]')
