"""How old the last check of a record is, and what follows from it. The clock is always a parameter."""

from __future__ import annotations

from datetime import date
from enum import IntEnum


class Freshness(IntEnum):
    """Stages of ageing after `checked`; a later stage is a larger number."""

    FRESH = 0  # up to 12 months
    OLD = 1  # over 12: listed, with a remark
    STALE = 2  # over 18: listed last, with a warning
    GONE = 3  # over 24: in no list, the page stays with a notice


_STAGES = ((24, Freshness.GONE), (18, Freshness.STALE), (12, Freshness.OLD))


def months_between(earlier: date, later: date) -> int:
    """Whole months; the last day of a month counts as reached on the last day of a shorter one."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    is_last_day = later.month != date.fromordinal(later.toordinal() + 1).month
    return months if later.day >= earlier.day or is_last_day else months - 1


def freshness(checked: date, today: date) -> Freshness:
    """The stage of a record checked on that day. Exactly twelve months are still fresh."""
    months = months_between(checked, today)
    for limit, stage in _STAGES:
        if months > limit or (months == limit and later_in_month(checked, today)):
            return stage
    return Freshness.FRESH


def later_in_month(earlier: date, later: date) -> bool:
    """Whether more than the whole months have passed."""
    return later.day > earlier.day
