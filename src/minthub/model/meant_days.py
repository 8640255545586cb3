"""Problem and remedy for a day or a point in time that can't be parsed.

A remedy proposes a value only if the whole text is understood; otherwise it shows a neutral example.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from minthub.model.calendar_words import MONTHS, month_number
from minthub.model.slips import days_in, hyphens, times_in
from minthub.model.trouble import trouble

_SHORT_YEAR = re.compile(r"\d{1,2}\.\s*\d{1,2}\.\s*\d{2}")
_DAY = re.compile(
    r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?!\d)|\d{1,2}\.\s*(?:\d{1,2}\.|[A-Za-zä]+\.?)\s*\d{2,4}(?!\d|\s*(?:Uhr|h\b)|[:.]\d)"
)
_NO_YEAR = re.compile(r"(?<!\d)(\d{1,2})\.\s*(?:(\d{1,2})\.|([A-Za-zä]{3,9})\b)")
# Dates with the same separator twice; not with full stops, because that is always the German order.
_TWO_WAYS = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_HALF_DAY = re.compile(
    r"\b([ap])\.?\s?m\b\.?|\b(nachmittags?|abends?|mittags?|morgens?|früh|vormittags?)\b", re.I
)
# „halb fünf“, „Viertel nach vier“, „16:00 UTC“: the digits are only a part of the time.
_TIME_IN_WORDS = re.compile(
    r"\b(?:halb|(?:drei)?viertel|nachts?|mitternacht|UTC|GMT|[EP][SD]T|BST|EET|WET)\b|\dZ\b|\d\s*\+\s*\d",
    re.I,
)
_ZONE = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:T| (?!\d\d:\d\d-))(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-](?:0\d|1[0-4]):?\d\d)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:.](\d{2}))?\s*(?:Uhr|h)?\s*(?:-|bis)\s*(\d{1,2})(?:[:.](\d{2}))?(?!\d)"
)
# „5.-7.3.2027“, „5.3. und 7.3.2027“: the first of two days that share month or year.
_EARLIER = re.compile(
    r"(?<![\d.:])\d{1,2}\.?\s*(?:\d{1,2}\.\s*)?(?=(?:-|/|\+|&|bis|und)\s*\d{1,2}\.\s*(?:\d{1,2}\.|[A-Za-zä]+\.?)\s*\d{2,4})"
)
_TO = re.compile(r"-|\bbis\b", re.IGNORECASE)
_EXAMPLE_DAY, _EXAMPLE = "2026-12-31", "2026-12-05 16:00"


def no_day(text: str, plain: str, clock: str, known: tuple[int, int] | None, zone: ZoneInfo) -> Exception:
    """The error for a text that is no day, with the day that was probably meant. `known`: year and month (0: none), if
    the text names only these. `clock`: time of day behind the day, to keep in the remedy.
    """
    days, hours = days_in(text), times_in(text)
    remedy = f"Schreiben Sie Jahr-Monat-Tag, zum Beispiel: {{key}}: {_EXAMPLE_DAY}{clock}"
    if found := _two_ways(plain, clock):
        return found
    if len(days) == 2:
        problem = f"„{text}“ nennt zwei Tage."
        remedy = f"Schreiben Sie genau einen Tag: {{key}}: {days[0]}{clock} – oder: {{key}}: {days[1]}{clock}"
    elif len(days) == 1 and _SHORT_YEAR.fullmatch(plain):
        problem = f"„{text}“ nennt das Jahr nur mit zwei Ziffern."
        remedy = f"Schreiben Sie: {{key}}: {days[0]}{clock}"
    elif zoned := _ZONE.fullmatch(text):
        problem = f"„{text}“ nennt auch eine Uhrzeit."
        if local := _local(zoned, zone):
            remedy = f"Schreiben Sie nur den Tag, hier in Deutschland: {{key}}: {local:%Y-%m-%d}"
    elif len(days) == 1 and hours and not clock:
        problem = f"„{text}“ nennt auch eine Uhrzeit."
        remedy = f"Schreiben Sie nur den Tag: {{key}}: {days[0]}"
    elif len(days) == 1:
        problem = f"„{text}“ ist kein Datum in einer Form, die hier gilt."
        remedy = f"Meinen Sie den {_named(days[0])}, schreiben Sie: {{key}}: {days[0]}{clock}"
    elif _without_year(plain):
        problem = f"„{text}“ nennt kein Jahr."
        remedy = f"Ergänzen Sie das Jahr, zum Beispiel: {{key}}: {_EXAMPLE_DAY}{clock}"
    elif known:
        problem = f"„{text}“ ist kein Datum: Der Tag fehlt."
        if known[1]:
            remedy = f"Nennen Sie auch den Tag, zum Beispiel: {{key}}: {known[0]}-{known[1]:02}-15{clock}"
    else:
        problem = f"„{text}“ ist kein Datum."
    return trouble("M110", problem, remedy, [f"{day}{clock}" for day in days])


def no_moment(text: str, zone: ZoneInfo) -> Exception:
    """The error for a text that is no point in time, with the one or two that were probably meant."""
    if zoned := _ZONE.fullmatch(text):
        return _elsewhere(text, zoned, zone)
    clocks = _clocks(text)
    times = [f" {clock:%H:%M}" for clock in clocks or ()] or [""]
    days = days_in(text)
    if unclear := _two_ways(text, times[0], code="M111"):
        return unclear
    problem = f"„{text}“ ist kein Zeitpunkt."
    remedy = f"Schreiben Sie Jahr-Monat-Tag Stunde:Minute, zum Beispiel: {{key}}: {_EXAMPLE}"
    if len(days) > 1:
        problem, remedy = f"„{text}“ nennt mehr als einen Tag.", _of_days(text, days, times)
    elif len(days) == 1 and clocks is None:
        problem = f"„{text}“ ist kein Zeitpunkt: Die Uhrzeit ist nicht eindeutig."
        remedy = f"Schreiben Sie Stunde:Minute von 0:00 bis 23:59, zum Beispiel: {{key}}: {_EXAMPLE}"
    elif len(days) == 1 and _SPAN.search(_DAY.sub("", hyphens(text))):
        problem = f"„{text}“ nennt Beginn und Ende."
        remedy = f"Schreiben Sie den Beginn hierher und das Ende ins Feld end, zum Beispiel: {{key}}: {_EXAMPLE} – und: end: 2026-12-05 18:00"
        if len(times) == 2:
            remedy = f"Schreiben Sie den Beginn hierher und das Ende ins Feld end: {{key}}: {days[0]}{times[0]} – und: end: {days[0]}{times[1]}"
    elif len(days) == 1 and len(times) > 1:
        problem = f"„{text}“ nennt mehrere Uhrzeiten."
        either = " – oder: ".join(f"{{key}}: {days[0]}{clock}" for clock in dict.fromkeys(times))
        remedy = f"Schreiben Sie nur den Beginn: {either}"
    elif len(days) == 1:
        remedy = f"Schreiben Sie: {{key}}: {days[0]}{times[0]}"
    elif _without_year(text):
        problem = f"„{text}“ ist kein Zeitpunkt: Das Jahr fehlt."
        remedy = f"Ergänzen Sie das Jahr, zum Beispiel: {{key}}: {_EXAMPLE_DAY}{times[0]}"
    elif times[0]:
        problem = f"„{text}“ ist kein Zeitpunkt: Der Tag fehlt."
        remedy = f"Nennen Sie auch den Tag, zum Beispiel: {{key}}: 2026-12-05{times[0]}"
    return trouble("M111", problem, remedy, _each(days, times) or [str(day) for day in days])


def _of_days(text: str, days: Sequence[date], times: Sequence[str]) -> str:
    """The remedy for several days: first and last day go into `start` and `end`, separate days into `start` and `dates`."""
    is_each_span = bool(_SPAN.search(_DAY.sub(" ", _EARLIER.sub(" ", hyphens(text)))))
    first, *others = (not is_each_span and _each(days, times)) or ("",)
    if _is_span(text) and len(days) == 2:
        told = "Schreiben Sie den ersten Tag hierher und den letzten ins Feld end"
        last = f"{days[1]}{times[1] if len(times) == 2 else ''}"
        return f"{told}: {{key}}: {days[0]}{times[0]} – und: end: {last}"
    told = "Schreiben Sie den ersten Tag hierher und die anderen ins Feld dates"
    if not first:
        return f"{told}, zum Beispiel: {{key}}: {_EXAMPLE} – und: dates: [2026-12-12 16:00]"
    return f"{told}: {{key}}: {first} – und: dates: [{', '.join(others)}]"


def _each(days: Sequence[date], times: Sequence[str]) -> list[str]:
    """Each day with its time, or with the only time; empty if the numbers of days and times differ otherwise."""
    clocks = list(times) * len(days) if len(times) == 1 else list(times)
    return (
        [f"{day}{clock}" for day, clock in zip(days, clocks, strict=True)] if len(clocks) == len(days) else []
    )


def _is_span(text: str) -> bool:
    """Whether „-“ or „bis“ is between the days, not between times of day."""
    parts = _DAY.split(_EARLIER.sub(" ", hyphens(text)))
    return any(_TO.search(_SPAN.sub(" ", part)) for part in parts[:-1])


def _named(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _two_ways(text: str, clock: str, code: str = "M110") -> Exception | None:
    """The error for an ambiguous date: `12/05/2026` is in May in Germany, in December in the USA. None if unambiguous."""
    found = _TWO_WAYS.search(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4]) % 2000 + 2000
    if first == second or not (1 <= first <= 12 and 1 <= second <= 12):
        return None
    days = date(year, second, first), date(year, first, second)
    either = " – meinen Sie den ".join(
        f"{_named(day)}{',' if at else ', schreiben Sie'}: {{key}}: {day}{clock}".replace(",:", ":")
        for at, day in enumerate(days)
    )
    problem = f"„{text}“ kann zwei Tage heißen: Was ist der Tag, was der Monat?"
    return trouble(code, problem, f"Meinen Sie den {either}")


def _without_year(text: str) -> bool:
    found = _NO_YEAR.search(text)
    if not found or re.search(r"(?<!\d)(?:18|19|20|21)\d\d(?!\d)", text):
        return False
    month = int(found[2]) if found[2] else month_number(found[3]) or 0
    return 1 <= month <= 12 and 1 <= int(found[1]) <= 31


def _elsewhere(text: str, found: re.Match[str], zone: ZoneInfo) -> Exception:
    """The error for a time with a zone, as calendars write it; the remedy is the same time in Germany."""
    problem = f"„{text}“ nennt eine Zeitzone; hier gilt immer die deutsche Zeit, ohne Zusatz."
    remedy = f"Schreiben Sie Jahr-Monat-Tag Stunde:Minute, zum Beispiel: {{key}}: {_EXAMPLE}"
    if local := _local(found, zone):
        remedy = f"Nach deutscher Zeit ist das: {{key}}: {local:%Y-%m-%d %H:%M}"
    return trouble("M111", problem, remedy)


def _local(found: re.Match[str], zone: ZoneInfo) -> datetime | None:
    """The same time in `zone`; None if the date or time does not exist."""
    mark = found[3].upper()
    offset = "+00:00" if mark in ("Z", "UTC", "GMT") else mark
    with suppress(ValueError, OverflowError):
        return datetime.fromisoformat(f"{found[1]}T{found[2]}{offset}").astimezone(zone)
    return None


def _clocks(text: str) -> Sequence[time] | None:
    """The times of day in the text, on the 24-hour clock; None if they are ambiguous."""
    rest = _DAY.sub(" ", _EARLIER.sub(" ", hyphens(text)))
    marks = [(found[1] or found[2]).lower() for found in _HALF_DAY.finditer(rest)]
    plain = re.sub(r"(\d)\s*[ap]\.?m\b\.?", r"\1 Uhr", rest, flags=re.I)
    found = list(_spanned(plain)) or times_in(plain)
    if not found and (bare := re.fullmatch(r"\D*?(\d{1,2})\D*", plain)) and int(bare[1]) < 24:
        found = [time(int(bare[1]))]
    if _TIME_IN_WORDS.search(rest) or len(set(marks)) > 1 or (marks and not found):
        return None
    shifted = [_on_24_hours(clock, marks[0]) if marks else clock for clock in found]
    whole = [clock for clock in shifted if clock is not None]
    is_sure = len(whole) == len(found) and all(first < last for first, last in pairwise(whole))
    return whole if is_sure or not marks else None


def _spanned(text: str) -> Sequence[time]:
    """Both ends of a span such as `16-18 Uhr`; empty if there is no span or one end is no valid time."""
    if not (found := _SPAN.search(text)):
        return ()
    ends = [(int(found[at]), int(found[at + 1] or 0)) for at in (1, 3)]
    return [time(*end) for end in ends] if all(hour < 24 and minute < 60 for hour, minute in ends) else ()


def _on_24_hours(clock: time, mark: str) -> time | None:
    """The time on the 24-hour clock: `4 Uhr nachmittags` is 16:00. None if the word contradicts the number."""
    hour = clock.hour
    if mark in ("a", "p"):
        return clock.replace(hour=hour % 12 + (12 if mark == "p" else 0)) if 1 <= hour <= 12 else None
    if mark.startswith(("nachmittag", "abend")):
        first = 5 if mark.startswith("abend") else 1
        return clock if hour > 12 else clock.replace(hour=hour + 12) if first <= hour < 12 else None
    if mark.startswith("mittag"):
        return clock if 11 <= hour <= 14 else clock.replace(hour=hour + 12) if hour in (1, 2) else None
    return clock if hour < 12 else None
