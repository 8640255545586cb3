"""How old the last check of a record is, and what follows from it. The clock is always a parameter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import IntEnum
from functools import cache


class Freshness(IntEnum):
    """Stages of ageing after `checked`; a later stage is a larger number."""

    FRESH = 0  # up to 12 months
    OLD = 1  # over 12: listed, with a remark
    STALE = 2  # over 18: listed last, with a warning
    GONE = 3  # over 24: in no list, the page stays with a notice


_STAGES = ((24, Freshness.GONE), (18, Freshness.STALE), (12, Freshness.OLD))


def months_later(day: date, months: int) -> date:
    """The same day `months` months later; the last day of the month if that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(earlier: date, later: date) -> int:
    """The number of whole months; from the 31st, a month is also complete on the last day of a shorter month."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months if months_later(earlier, months) <= later else months - 1


@cache
def freshness(checked: date, today: date) -> Freshness:
    """The stage of a record checked on that day. Exactly twelve months later it is still fresh."""
    passed = (stage for months, stage in _STAGES if today > months_later(checked, months))
    return next(passed, Freshness.FRESH)
