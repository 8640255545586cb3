"""Ageing of records, to the day."""

from __future__ import annotations

from datetime import date

import pytest

from minthub.freshness import Freshness, freshness, months_between, months_later

FRESH, OLD, STALE, GONE = Freshness.FRESH, Freshness.OLD, Freshness.STALE, Freshness.GONE


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-11-21", 1, "2026-12-21"),
        ("2026-11-21", 2, "2027-01-21"),  # over the end of the year
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),  # leap year
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-08-31", 18, "2028-02-29"),
        ("2026-11-21", 12, "2027-11-21"),
        ("2026-11-21", 24, "2028-11-21"),
        ("2026-11-21", -11, "2025-12-21"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_a_day_some_months_later_is_the_same_or_the_last_of_the_month(
    day: str, months: int, expected: str
) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2026-11-21", "2026-11-21", 0),
        ("2026-11-21", "2026-12-20", 0),
        ("2026-11-21", "2026-12-21", 1),
        ("2026-11-21", "2027-01-20", 1),
        ("2026-11-21", "2027-01-21", 2),
        ("2026-11-21", "2027-11-20", 11),
        ("2026-11-21", "2027-11-21", 12),
        ("2026-01-31", "2026-02-27", 0),
        ("2026-01-31", "2026-02-28", 1),
        ("2028-01-31", "2028-02-28", 0),
        ("2028-01-31", "2028-02-29", 1),
        ("2028-02-29", "2029-02-27", 11),
        ("2028-02-29", "2029-02-28", 12),
        ("2026-02-28", "2026-03-31", 1),
        ("2026-11-21", "2026-11-20", -1),
        ("2026-11-21", "2026-10-21", -1),
    ],
)
def test_months_count_when_they_are_complete(earlier: str, later: str, months: int) -> None:
    assert months_between(date.fromisoformat(earlier), date.fromisoformat(later)) == months


@pytest.mark.parametrize(
    ("checked", "today", "stage"),
    [
        ("2026-11-21", "2026-11-21", FRESH),
        ("2026-11-22", "2026-11-21", FRESH),  # a check in the future is another rule's business
        ("2025-11-21", "2026-11-21", FRESH),
        ("2025-11-20", "2026-11-21", OLD),
        ("2025-05-21", "2026-11-21", OLD),
        ("2025-05-20", "2026-11-21", STALE),
        ("2024-11-21", "2026-11-21", STALE),
        ("2024-11-20", "2026-11-21", GONE),
        ("2000-01-01", "2026-11-21", GONE),
        # The last day of a month, where the later month is shorter.
        ("2024-02-29", "2025-02-28", FRESH),
        ("2024-02-29", "2025-03-01", OLD),
        ("2024-08-31", "2026-02-28", OLD),
        ("2024-08-31", "2026-03-01", STALE),
        ("2026-02-28", "2028-02-28", STALE),
        ("2026-02-28", "2028-02-29", GONE),
        # Over the end of the year.
        ("2025-12-31", "2026-12-31", FRESH),
        ("2025-12-31", "2027-01-01", OLD),
    ],
)
def test_stages_change_on_the_day_after_the_months_are_complete(
    checked: str, today: str, stage: Freshness
) -> None:
    assert freshness(date.fromisoformat(checked), date.fromisoformat(today)) is stage


def test_a_later_stage_is_a_larger_number() -> None:
    assert FRESH < OLD < STALE < GONE


def test_stages_never_go_back_as_days_pass() -> None:
    checked = date(2024, 2, 29)
    stages = [freshness(checked, date.fromordinal(checked.toordinal() + days)) for days in range(3 * 366)]
    assert stages == sorted(stages)
    assert [stages.count(stage) for stage in (FRESH, OLD, STALE)] == [366, 182, 183]
    assert stages[0] is FRESH
    assert stages[-1] is GONE
