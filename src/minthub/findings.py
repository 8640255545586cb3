"""Findings: what is wrong with a record, in which line, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """A Fehler keeps a record out of the site, a Hinweis does not."""

    ERROR = "Fehler"
    NOTE = "Hinweis"


@dataclass(frozen=True)
class Finding:
    """One cause, one finding.

    `line` counts from 1 in the file as GitHub shows it. `problem` is a German sentence about the mistake,
    `remedy` an instruction with text to paste. `field` is the front matter key, `label` its German name.
    """

    file: str
    line: int
    code: str
    severity: Severity
    problem: str
    remedy: str
    field: str | None = None
    label: str | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def about(self) -> str:
        """The problem with its field in front: „Feld „Alter“ (ages): … “."""
        if self.field is None:
            return self.problem
        name = f"Feld „{self.label}“ ({self.field})" if self.label else f"Feld „{self.field}“"
        joiner = " " if self.problem.startswith(("fehlt", "ist leer", "steht schon")) else ": "
        return f"{name}{joiner}{self.problem}"

    @property
    def message(self) -> str:
        """Problem and remedy, without file, line and code."""
        return f"{self.about} {self.remedy}"

    @property
    def sort_key(self) -> tuple[str, int, bool, str, str, str]:
        """By file, then line, errors before notes."""
        return self.file, self.line, not self.is_error, self.code, self.field or "", self.problem


@dataclass(frozen=True)
class Report:
    """All findings of a run, ordered, with the number of files that were read."""

    findings: tuple[Finding, ...] = field(default=())
    files_read: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding], files_read: int = 0) -> Report:
        return cls(tuple(sorted(set(findings), key=lambda finding: finding.sort_key)), files_read)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.is_error)

    @property
    def notes(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if not finding.is_error)

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.findings)

    def only(self, files: Iterable[str]) -> Report:
        """The part of the report that concerns these files."""
        wanted = set(files)
        return Report(tuple(finding for finding in self.findings if finding.file in wanted), len(wanted))

    def without_notes(self) -> Report:
        return Report(self.errors, self.files_read)

    @property
    def summary(self) -> str:
        """„3 Fehler, 1 Hinweis in 2 Dateien“ or „512 Dateien geprüft: alles in Ordnung“."""
        if not self.findings:
            return f"{count(self.files_read, 'Datei', 'Dateien')} geprüft: alles in Ordnung"
        files = len({finding.file for finding in self.findings})
        parts = []
        if self.errors:
            parts.append(count(len(self.errors), "Fehler", "Fehler"))
        if self.notes:
            parts.append(count(len(self.notes), "Hinweis", "Hinweise"))
        return f"{', '.join(parts)} in {count(files, 'Datei', 'Dateien')}"


def count(number: int, one: str, many: str) -> str:
    """„1 Datei“, „2 Dateien“."""
    return f"{number} {one if number == 1 else many}"
