"""School holidays, and on which days an event takes place."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from minthub.calendar import MAX_OCCURRENCES, Holiday, Occurrence, load_holidays, occurrences
from minthub.model.dates import Moment
from minthub.model.kinds import Event
from tests.conftest import DATA

HOLIDAYS = (
    Holiday("Weihnachtsferien", date(2026, 12, 23), date(2027, 1, 2)),
    Holiday("Winterferien", date(2027, 2, 8), date(2027, 2, 19)),
)


def at(text: str) -> Moment:
    """`2026-12-05` or `2026-12-05 16:00`."""
    day, _, clock = text.partition(" ")
    return Moment(date.fromisoformat(day), time.fromisoformat(clock) if clock else None)


def event(start: str | None = None, *dates: str, **fields: object) -> Event:
    """An event with nothing but its times."""
    first = at(start) if start else None
    if isinstance(fields.get("end"), str):
        fields["end"] = at(str(fields["end"]))
    if isinstance(fields.get("until"), str):
        fields["until"] = date.fromisoformat(str(fields["until"]))
    made = Event.model_construct().model_copy(
        update={"start": first, "dates": tuple(map(at, dates)), **fields}
    )
    assert isinstance(made, Event)
    return made


def starts(found: tuple[Occurrence, ...]) -> list[str]:
    return [str(time.start) for time in found]


def ends(made: Event) -> list[str]:
    return [str(time.end) for time in occurrences(made, ())]


@pytest.mark.parametrize(
    ("day", "is_in"),
    [
        ("2026-12-22", False),
        ("2026-12-23", True),
        ("2026-12-31", True),
        ("2027-01-01", True),
        ("2027-01-02", True),
        ("2027-01-03", False),
        ("2025-12-24", False),
    ],
)
def test_both_ends_belong_to_holidays(day: str, is_in: bool) -> None:
    assert (date.fromisoformat(day) in HOLIDAYS[0]) is is_in


# The table


def test_only_school_holidays_are_read(tmp_path: Path) -> None:
    table = tmp_path / "holidays.csv"
    table.write_text(
        "name,start,end,kind\n"
        "Winterferien,2027-02-08,2027-02-19,school_holiday\n"
        "Karfreitag,2027-03-26,2027-03-26,public_holiday\n"
        "Unterrichtsfreier Tag,2027-05-07,2027-05-07,school_free_day\n",
        "utf-8",
    )
    assert load_holidays(table) == (HOLIDAYS[1],)


def test_a_table_with_a_head_only_has_no_holidays(tmp_path: Path) -> None:
    table = tmp_path / "holidays.csv"
    table.write_text("name,start,end,kind\n", "utf-8")
    assert load_holidays(table) == ()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("name,start,end,kind\nFerien,8. Februar,2027-02-19,school_holiday\n", ValueError),
        ("name,start,end,kind\nFerien,2027-02-30,2027-03-01,school_holiday\n", ValueError),
        ("name,start,end\nFerien,2027-02-08,2027-02-19\n", KeyError),
        ("name,from,end,kind\nFerien,2027-02-08,2027-02-19,school_holiday\n", KeyError),
    ],
)
def test_a_wrong_table_is_an_error(tmp_path: Path, text: str, error: type[Exception]) -> None:
    table = tmp_path / "holidays.csv"
    table.write_text(text, "utf-8")
    with pytest.raises(error):
        load_holidays(table)


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_holidays(tmp_path / "holidays.csv")


def test_the_real_table_is_in_order_without_overlaps() -> None:
    holidays = load_holidays(DATA / "holidays.csv")
    assert len(holidays) >= 15
    assert all(holiday.start <= holiday.end for holiday in holidays)
    assert all(one.end < other.start for one, other in pairwise(holidays))
    assert Holiday("Weihnachtsferien", date(2026, 12, 23), date(2027, 1, 2)) in holidays
    assert Holiday("Sommerferien", date(2027, 7, 10), date(2027, 8, 20)) in holidays
    names = {holiday.name for holiday in holidays}
    assert {"Winterferien", "Osterferien", "Sommerferien", "Herbstferien", "Weihnachtsferien"} <= names
    assert not names & {"Neujahr", "Karfreitag", "Unterrichtsfreier Tag"}


# Starts and further dates


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (event(), []),
        (event("2026-12-05"), ["2026-12-05"]),
        (event("2026-12-05 16:00"), ["2026-12-05 16:00"]),
        (event(None, "2027-01-09", "2026-12-05"), ["2026-12-05", "2027-01-09"]),
        (event("2027-02-01", "2027-01-01", "2026-12-31"), ["2026-12-31", "2027-01-01", "2027-02-01"]),
        (event("2026-12-05", "2026-12-05"), ["2026-12-05"]),  # the same twice counts once
        (
            event("2026-12-05 16:00", "2026-12-05 10:00"),
            ["2026-12-05 10:00", "2026-12-05 16:00"],
        ),
        (event("2026-12-05 16:00", "2026-12-05"), ["2026-12-05", "2026-12-05 16:00"]),
    ],
)
def test_times_are_in_order_and_each_counts_once(made: Event, expected: list[str]) -> None:
    assert starts(occurrences(made, ())) == expected


# Repetition


@pytest.mark.parametrize(
    ("start", "repeats", "until", "expected"),
    [
        ("2026-12-02", "woechentlich", "2026-12-02", ["2026-12-02"]),
        ("2026-12-02", "woechentlich", "2026-12-08", ["2026-12-02"]),
        ("2026-12-02", "woechentlich", "2026-12-09", ["2026-12-02", "2026-12-09"]),
        ("2026-12-23", "woechentlich", "2027-01-06", ["2026-12-23", "2026-12-30", "2027-01-06"]),
        ("2028-02-22", "woechentlich", "2028-03-07", ["2028-02-22", "2028-02-29", "2028-03-07"]),
        ("2026-12-02", "zweiwoechentlich", "2026-12-29", ["2026-12-02", "2026-12-16"]),
        ("2026-12-02", "zweiwoechentlich", "2026-12-30", ["2026-12-02", "2026-12-16", "2026-12-30"]),
        ("2026-11-15", "monatlich", "2027-02-14", ["2026-11-15", "2026-12-15", "2027-01-15"]),
        ("2026-11-15", "monatlich", "2027-01-15", ["2026-11-15", "2026-12-15", "2027-01-15"]),
        # A month without that day is left out, not moved.
        ("2027-01-31", "monatlich", "2027-05-31", ["2027-01-31", "2027-03-31", "2027-05-31"]),
        ("2026-12-30", "monatlich", "2027-03-30", ["2026-12-30", "2027-01-30", "2027-03-30"]),
        ("2027-12-29", "monatlich", "2028-03-01", ["2027-12-29", "2028-01-29", "2028-02-29"]),
        # The end before the start leaves the start alone.
        ("2026-12-02", "woechentlich", "2026-11-01", ["2026-12-02"]),
    ],
)
def test_repetition_goes_up_to_its_last_day(
    start: str, repeats: str, until: str, expected: list[str]
) -> None:
    assert starts(occurrences(event(start, repeats=repeats, until=until), ())) == expected


def test_repeated_times_keep_the_time_of_day_over_the_change_of_clocks() -> None:
    made = event("2027-03-24 16:30", repeats="woechentlich", until="2027-03-31")
    assert starts(occurrences(made, ())) == ["2027-03-24 16:30", "2027-03-31 16:30"]


@pytest.mark.parametrize(
    "fields", [{"repeats": "woechentlich"}, {"until": "2027-01-31"}, {"repeats": None, "until": None}]
)
def test_there_is_no_repetition_without_kind_and_end(fields: dict[str, object]) -> None:
    assert starts(occurrences(event("2026-12-02", **fields), ())) == ["2026-12-02"]


def test_further_dates_are_not_repeated_and_need_no_start_for_that() -> None:
    made = event(None, "2026-12-02", repeats="woechentlich", until="2027-01-31")
    assert starts(occurrences(made, ())) == ["2026-12-02"]


def test_further_dates_that_a_repetition_gives_count_once() -> None:
    made = event("2026-12-02", "2026-12-09", "2026-12-10", repeats="woechentlich", until="2026-12-16")
    assert starts(occurrences(made, ())) == ["2026-12-02", "2026-12-09", "2026-12-10", "2026-12-16"]


def test_an_endless_repetition_stops() -> None:
    made = event("2026-12-02", repeats="woechentlich", until="2199-12-31")
    found = occurrences(made, ())
    assert len(found) == MAX_OCCURRENCES == 400
    assert found[-1].start.day == date(2034, 7, 26)


# Exceptions


@pytest.mark.parametrize(
    ("excluded", "expected"),
    [
        ((), ["2026-12-16", "2026-12-23", "2026-12-30", "2027-01-06"]),
        (("ferien",), ["2026-12-16", "2027-01-06"]),
        ((date(2026, 12, 16),), ["2026-12-23", "2026-12-30", "2027-01-06"]),
        (("ferien", date(2027, 1, 6)), ["2026-12-16"]),
        ((date(2026, 12, 17),), ["2026-12-16", "2026-12-23", "2026-12-30", "2027-01-06"]),
    ],
)
def test_excluded_days_and_holidays_are_left_out(excluded: tuple[object, ...], expected: list[str]) -> None:
    made = event("2026-12-16", repeats="woechentlich", until="2027-01-06", excluded=excluded)
    assert starts(occurrences(made, HOLIDAYS)) == expected


def test_holidays_are_left_out_on_their_first_and_last_day() -> None:
    made = event("2027-02-08", "2027-02-19", "2027-02-07", "2027-02-20", excluded=("ferien",))
    assert starts(occurrences(made, HOLIDAYS)) == ["2027-02-07", "2027-02-20"]


def test_exceptions_hold_for_further_dates_at_any_time_of_the_day() -> None:
    made = event("2026-12-05 10:00", "2026-12-05 16:00", "2026-12-06 16:00", excluded=(date(2026, 12, 5),))
    assert starts(occurrences(made, ())) == ["2026-12-06 16:00"]


def test_an_event_may_have_no_time_left() -> None:
    assert occurrences(event("2026-12-24", excluded=("ferien",)), HOLIDAYS) == ()


def test_ferien_without_a_table_leaves_nothing_out() -> None:
    assert starts(occurrences(event("2026-12-24", excluded=("ferien",)), ())) == ["2026-12-24"]


# Ends


@pytest.mark.parametrize(
    ("made", "end"),
    [
        (event("2026-12-05"), "2026-12-05"),
        (event("2026-12-05 16:00"), "2026-12-05"),
        (event("2026-12-05 16:00", end="2026-12-05 18:00"), "2026-12-05 18:00"),
        (event("2026-12-05", end="2026-12-07"), "2026-12-07"),
        (event("2026-12-31", end="2027-01-02"), "2027-01-02"),
        (event("2028-02-28", end="2028-03-01"), "2028-03-01"),
        (event("2026-12-05 22:00", end="2026-12-06 02:00"), "2026-12-06 02:00"),
        (event("2026-12-05 16:00", end="2026-12-06"), "2026-12-06"),
        (event("2026-12-05", end="2026-12-05 18:00"), "2026-12-05"),
        (event("2026-12-05", end="2026-12-01"), "2026-12-05"),  # another rule's business
        (event("2026-12-05 16:00", end="2026-12-05 15:00"), "2026-12-05"),
        (event("2026-12-05", duration=90), "2026-12-05"),
        (event("2026-12-05", duration=24 * 60 - 1), "2026-12-05"),
        (event("2026-12-05", duration=24 * 60), "2026-12-06"),
        (event("2026-12-30", duration=3 * 24 * 60), "2027-01-02"),
        (event("2026-12-05 16:00", duration=90), "2026-12-05 17:30"),
        (event("2026-12-05 22:00", duration=6 * 60), "2026-12-06 04:00"),
        (event("2026-12-31 22:00", duration=26 * 60), "2027-01-02 00:00"),
        (event("2026-12-05 16:00", duration=120 * 60), "2026-12-10 16:00"),
        (event("2026-12-05", end="2026-12-06", duration=5 * 24 * 60), "2026-12-06"),  # the end decides
    ],
)
def test_an_event_ends_by_its_end_or_its_duration(made: Event, end: str) -> None:
    (found,) = occurrences(made, ())
    assert found == Occurrence(at(str(made.start)), at(end))


def test_further_dates_are_as_long_as_the_first() -> None:
    made = event("2026-12-30", "2027-02-27", end="2027-01-01")
    assert ends(made) == ["2027-01-01", "2027-03-01"]


def test_further_dates_at_another_hour_end_later_accordingly() -> None:
    made = event("2026-12-05 16:00", "2026-12-12 10:30", "2026-12-13", end="2026-12-05 18:15")
    assert ends(made) == ["2026-12-05 18:15", "2026-12-12 12:45", "2026-12-13"]


def test_further_dates_may_go_over_midnight_though_the_first_does_not() -> None:
    made = event(
        "2026-12-05 16:00", "2026-12-12 20:00", "2026-12-19 22:00", "2026-12-31 23:59", end="2026-12-05 20:00"
    )
    assert ends(made) == ["2026-12-05 20:00", "2026-12-13 00:00", "2026-12-20 02:00", "2027-01-01 03:59"]


def test_further_dates_may_end_before_midnight_though_the_first_does_not() -> None:
    made = event("2026-12-05 22:00", "2026-12-12 10:00", end="2026-12-06 02:00")
    assert ends(made) == ["2026-12-06 02:00", "2026-12-12 14:00"]


def test_repeated_times_are_as_long_as_the_first() -> None:
    made = event("2026-12-04 20:00", end="2026-12-05 01:00", repeats="monatlich", until="2027-02-28")
    assert starts(occurrences(made, ())) == ["2026-12-04 20:00", "2027-01-04 20:00", "2027-02-04 20:00"]
    assert ends(made) == ["2026-12-05 01:00", "2027-01-05 01:00", "2027-02-05 01:00"]


def test_repeated_nights_end_at_the_same_hour_over_the_change_of_clocks() -> None:
    made = event("2027-03-20 22:00", duration=8 * 60, repeats="woechentlich", until="2027-03-27")
    assert ends(made) == ["2027-03-21 06:00", "2027-03-28 06:00"]


def test_further_dates_without_a_start_have_the_duration() -> None:
    made = event(None, "2026-12-05", "2027-01-01", duration=2 * 24 * 60)
    assert ends(made) == ["2026-12-07", "2027-01-03"]


def test_without_a_start_the_end_belongs_to_the_first_date_in_time() -> None:
    made = event(None, "2027-01-09 16:00", "2026-12-05 16:00", end="2026-12-05 18:00")
    assert ends(made) == ["2026-12-05 18:00", "2027-01-09 18:00"]


@pytest.mark.parametrize(
    ("end", "last_day"),
    [
        ("2026-12-05", "2026-12-05"),
        ("2026-12-05 23:59", "2026-12-05"),
        ("2026-12-06 00:00", "2026-12-05"),
        ("2026-12-06 00:01", "2026-12-06"),
        ("2026-12-06", "2026-12-06"),
        ("2026-12-07 00:00", "2026-12-06"),
    ],
)
def test_the_last_day_is_one_that_the_event_has_something_of(end: str, last_day: str) -> None:
    assert str(Occurrence(at("2026-12-05 20:00"), at(end)).last_day) == last_day


@pytest.mark.parametrize(
    "fields",
    [{"end": "2026-12-05 20:00"}, {"end": "2026-12-07 09:00"}, {"duration": 240}, {"duration": 1440}],
)
def test_no_time_ends_before_it_begins(fields: dict[str, object]) -> None:
    dates = [f"2026-12-{12 + hour // 12} {hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]
    found = occurrences(event("2026-12-05 16:00", *dates, **fields), ())
    assert len(found) == 49
    assert all(time.end.sort_key > time.start.sort_key and time.last_day >= time.start.day for time in found)
    assert len({_length(time) for time in found}) == 1


def _length(time: Occurrence) -> timedelta:
    assert time.start.at is not None
    assert time.end.at is not None
    return datetime.combine(time.end.day, time.end.at) - datetime.combine(time.start.day, time.start.at)
