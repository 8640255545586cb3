"""The German names of months and days of the week."""

from __future__ import annotations

from minthub.folding import fold_key

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

# By the first three letters, which are unambiguous.
MONTH_NUMBERS = {fold_key(name)[:3]: number for number, name in enumerate(MONTHS, start=1)}


def month_number(word: str) -> int | None:
    """1 to 12 for a name or its beginning (`Dez`, `Sept`); None for anything else."""
    key = fold_key(word)
    number = MONTH_NUMBERS.get(key[:3])
    return number if number and fold_key(MONTHS[number - 1]).startswith(key) else None


def weekday_number(word: str) -> int | None:
    """0 for Monday to 6 for Sunday, also by its two letters; None for anything else."""
    key = fold_key(word)
    if key in ("sonnabend", "sa"):
        return 5
    names = [fold_key(name) for name in WEEKDAYS]
    return next((at for at, name in enumerate(names) if key in (name, name[:2])), None)
