"""How one time of an event is told: start, end, duration, several days, repeated."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from minthub.calendar import Holiday, occurrences
from minthub.model.dates import Moment, parse_day, parse_duration, parse_moment
from minthub.model.kinds import Event
from minthub.views.wording import event_time

AUTUMN = Holiday("Herbstferien", date(2026, 10, 12), date(2026, 10, 24))
_PARSERS = {"start": parse_moment, "end": parse_moment, "duration": parse_duration, "until": parse_day}


def event(dates: tuple[str, ...] = (), **fields: str) -> Event:
    """An event from its fields as editors write them."""
    values: dict[str, Any] = {
        key: _PARSERS[key](value) if key in _PARSERS else value for key, value in fields.items()
    }
    values.setdefault("excluded", ())
    return Event.model_construct(dates=tuple(parse_moment(text) for text in dates), **values)


def told(event: Event) -> list[str]:
    return [event_time(event, time) for time in occurrences(event, (AUTUMN,))]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        pytest.param({"start": "2026-12-05"}, "Samstag, 5. Dezember 2026", id="day"),
        pytest.param({"start": "2026-12-05", "end": "2026-12-05"}, "Samstag, 5. Dezember 2026", id="same-day"),
        pytest.param({"start": "2026-12-05 16:00"}, "Samstag, 5. Dezember 2026, 16 Uhr", id="start"),
        pytest.param(
            {"start": "2026-12-05 16:00", "end": "2026-12-05 18:00"},
            "Samstag, 5. Dezember 2026, 16 bis 18 Uhr",
            id="start-and-end",
        ),
        pytest.param(
            {"start": "2026-12-05 16:30", "end": "2026-12-05 18:15"},
            "Samstag, 5. Dezember 2026, 16:30 bis 18:15 Uhr",
            id="minutes",
        ),
        pytest.param(
            {"start": "2026-12-05 16:00", "end": "2026-12-05"},
            "Samstag, 5. Dezember 2026, 16 Uhr",
            id="end-of-day-unknown",
        ),
        pytest.param(
            {"start": "2026-12-05 16:00", "duration": "1:30"},
            "Samstag, 5. Dezember 2026, 16 Uhr (90 Minuten)",
            id="duration",
        ),
        pytest.param(
            {"start": "2026-12-05", "duration": "2:00"}, "Samstag, 5. Dezember 2026", id="duration-of-a-day-without-time"
        ),
        pytest.param({"start": "2026-12-05", "end": "2026-12-07"}, "5. bis 7. Dezember 2026", id="days"),
        pytest.param(
            {"start": "2026-11-30", "end": "2026-12-02"}, "30. November bis 2. Dezember 2026", id="month-end"
        ),
        pytest.param(
            {"start": "2026-12-30", "end": "2027-01-02"},
            "30. Dezember 2026 bis 2. Januar 2027",
            id="year-change",
        ),
        pytest.param({"start": "2028-02-28", "end": "2028-02-29"}, "28. bis 29. Februar 2028", id="leap-day"),
        pytest.param(
            {"start": "2026-12-05 10:00", "end": "2026-12-07 15:00"},
            "5. bis 7. Dezember 2026, Beginn 10 Uhr",
            id="days-with-times",
        ),
        pytest.param(
            {"start": "2026-12-31 22:00", "end": "2027-01-01 02:00"},
            "31. Dezember 2026 bis 1. Januar 2027, Beginn 22 Uhr",
            id="over-midnight",
        ),
        pytest.param(
            {"start": "2026-12-05 22:00", "duration": "6 h"},
            "Samstag, 5. Dezember 2026, 22 Uhr (6 Stunden)",
            id="hours-over-midnight",
        ),
        pytest.param(
            {"start": "2026-12-05 16:00", "duration": "120 h"},
            "5. bis 10. Dezember 2026, Beginn 16 Uhr",
            id="hours-of-days",
        ),
        pytest.param(
            {"start": "2026-12-05 16:00", "duration": "24 h"},
            "5. bis 6. Dezember 2026, Beginn 16 Uhr",
            id="a-day-in-hours",
        ),
        pytest.param(
            {"start": "2026-12-05", "duration": "48 h"}, "5. bis 7. Dezember 2026", id="days-in-hours"
        ),
    ],
)  # fmt: skip
def test_one_time_is_told(fields: dict[str, str], text: str) -> None:
    assert told(event(**fields)) == [text]


def test_a_repeated_event_tells_the_end_of_each_time() -> None:
    weekly = event(
        start="2026-12-02 16:00", end="2026-12-02 17:30", repeats="woechentlich", until="2026-12-16"
    )
    assert told(weekly) == [
        "Mittwoch, 2. Dezember 2026, 16 bis 17:30 Uhr",
        "Mittwoch, 9. Dezember 2026, 16 bis 17:30 Uhr",
        "Mittwoch, 16. Dezember 2026, 16 bis 17:30 Uhr",
    ]


def test_a_further_date_with_another_start_ends_as_much_later() -> None:
    several = event(dates=("2026-12-12 10:00",), start="2026-12-05 16:00", end="2026-12-05 18:00")
    assert told(several) == [
        "Samstag, 5. Dezember 2026, 16 bis 18 Uhr",
        "Samstag, 12. Dezember 2026, 10 bis 12 Uhr",
    ]


def test_a_further_date_may_go_over_midnight() -> None:
    several = event(
        dates=("2026-12-12 20:00", "2026-12-19 22:00"), start="2026-12-05 16:00", end="2026-12-05 20:00"
    )
    assert told(several) == [
        "Samstag, 5. Dezember 2026, 16 bis 20 Uhr",
        "Samstag, 12. Dezember 2026, 20 bis 24 Uhr",
        "19. bis 20. Dezember 2026, Beginn 22 Uhr",
    ]


def test_a_further_date_without_a_time_of_day_has_no_end() -> None:
    several = event(dates=("2026-12-12",), start="2026-12-05 16:00", end="2026-12-05 18:00")
    assert told(several) == ["Samstag, 5. Dezember 2026, 16 bis 18 Uhr", "Samstag, 12. Dezember 2026"]


def test_repeated_days_keep_their_length_over_month_and_year() -> None:
    camp = event(start="2026-11-30", end="2026-12-01", repeats="monatlich", until="2026-12-31")
    assert told(camp) == ["30. November bis 1. Dezember 2026", "30. bis 31. Dezember 2026"]


def test_monthly_on_the_31st_leaves_short_months_out() -> None:
    monthly = event(start="2026-12-31", repeats="monatlich", until="2027-03-31")
    assert told(monthly) == [
        "Donnerstag, 31. Dezember 2026",
        "Sonntag, 31. Januar 2027",
        "Mittwoch, 31. März 2027",
    ]


def test_holidays_are_left_out_if_the_event_says_so() -> None:
    weekly = event(
        start="2026-10-07 15:00", duration="45 min", repeats="woechentlich", until="2026-10-28", excluded=("ferien",)
    )  # fmt: skip
    assert told(weekly) == [
        "Mittwoch, 7. Oktober 2026, 15 Uhr (45 Minuten)",
        "Mittwoch, 28. Oktober 2026, 15 Uhr (45 Minuten)",
    ]


def test_dates_without_a_start_are_told_in_order() -> None:
    loose = event(dates=("2027-01-09 16:00", "2026-12-05"), duration="60 min")
    assert told(loose) == ["Samstag, 5. Dezember 2026", "Samstag, 9. Januar 2027, 16 Uhr (1 Stunde)"]


def test_midnight_is_a_time_of_day() -> None:
    night = Event.model_construct(
        start=Moment(date(2026, 12, 31), time(0)),
        end=Moment(date(2026, 12, 31), time(1)),
        dates=(),
        excluded=(),
    )
    assert told(night) == ["Donnerstag, 31. Dezember 2026, 0 bis 1 Uhr"]
