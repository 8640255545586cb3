"""The result of checking an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The verdicts, in the order of reports."""

    BROKEN = "Defekt"
    UNREACHABLE = "Zurzeit nicht erreichbar"
    MOVED = "Umgezogen"
    REFUSED = "Nicht prüfbar"
    EXEMPT = "Ausgenommen"
    FINE = "In Ordnung"


@dataclass(frozen=True)
class Result:
    """`detail` is a German sentence; `moved_to` the address to write instead, if there is one."""

    address: str
    verdict: Verdict
    detail: str = ""
    moved_to: str = ""
