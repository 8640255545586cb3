"""Addresses that are known not to be checkable: `data/links-exceptions.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_COLUMNS = ["address", "reason", "until"]


@dataclass(frozen=True)
class Exempt:
    """An address, or a prefix of addresses with * at its end; the reason; the last day on which the exception holds."""

    address: str
    reason: str
    until: date

    def fits(self, address: str) -> bool:
        if self.address.endswith("*"):
            return address.startswith(self.address[:-1])
        return address == self.address


@dataclass(frozen=True)
class Exceptions:
    """The exceptions that hold today, and those that have expired."""

    current: tuple[Exempt, ...] = ()
    over: tuple[Exempt, ...] = ()

    def reason(self, address: str) -> str:
        """The reason why an address is not checked; empty if it is checked."""
        return next((exempt.reason for exempt in self.current if exempt.fits(address)), "")

    def unused(self, addresses: Iterable[str]) -> tuple[Exempt, ...]:
        """Exceptions that match none of these addresses."""
        known = list(addresses)
        return tuple(exempt for exempt in self.current if not any(map(exempt.fits, known)))


def load_exceptions(path: Path, today: date) -> Exceptions:
    """Reads the table; none if there is no file. Raises ValueError with the line of a mistake."""
    if not path.is_file():
        return Exceptions()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != _COLUMNS:
            raise ValueError(f"{path.name}: Die erste Zeile muss heißen: {','.join(_COLUMNS)}")
        read = [_exempt(row, f"{path.name}:{rows.line_num}") for row in rows]
    current = tuple(exempt for exempt in read if exempt.until >= today)
    return Exceptions(current, tuple(exempt for exempt in read if exempt.until < today))


def _exempt(row: dict[str, str | None], place: str) -> Exempt:
    address, reason, until = ((row.get(column) or "").strip() for column in _COLUMNS)
    if not address.startswith(("https://", "http://")) or not reason:
        raise ValueError(f"{place}: Es fehlt die Adresse oder der Grund.")
    try:
        return Exempt(address, reason, date.fromisoformat(until))
    except ValueError:
        raise ValueError(f"{place}: „{until}“ ist kein Tag wie 2027-12-31.") from None
