"""Reports as text, as annotations for pull requests, as JSON and as a table for the step summary."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import quote

from minthub.findings import Finding, Report, Severity, count
from minthub.inert import copyable, inert

MAX_SUMMARY_ROWS = 300
# About the number of lines on a screen.
MANY_NOTES = 20
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def as_text(report: Report, changed: Collection[str] = ()) -> str:
    """One line per finding, then the summary. After many Hinweise the Fehler are listed last, where a terminal shows them."""
    findings = report.findings
    if len(report.notes) > MANY_NOTES:
        findings = (*report.notes, *report.errors)
    lines = [*(line(found) for found in findings), f"{report.summary}."]
    if report.errors and len(report.notes) > MANY_NOTES:
        lines.append("Nur die Fehler zeigt: minthub check --errors-only")
    return "\n".join(lines)


def line(found: Finding) -> str:
    """`PFAD:ZEILE: SCHWERE CODE: Meldung`."""
    return f"{_in_one_line(found.file)}:{found.line}: {found.severity} {found.code}: {_in_one_line(found.message)}"


def _in_one_line(text: str) -> str:
    """The text without line breaks: texts and file names come from editors and must not begin a new line of the report."""
    return _BREAKS.sub(" ", text)


def as_github(report: Report, changed: Collection[str] = ()) -> str:
    """Workflow commands. GitHub shows only ten per step, so files of the pull request and errors come first."""
    annotations = (_annotation(found) for found in _by_importance(report, changed))
    return "\n".join([*annotations, f"{report.summary}."])


def _by_importance(report: Report, changed: Collection[str]) -> list[Finding]:
    """Changed files first, in them Fehler before Hinweise; else as in the report."""
    return sorted(report.findings, key=lambda found: (found.file not in changed, not found.is_error))


def _annotation(found: Finding) -> str:
    command = "error" if found.severity is Severity.ERROR else "notice"
    place = f"file={_escape_property(found.file)},line={found.line}"
    title = _escape_property(f"{found.severity} {found.code}")
    return f"::{command} {place},title={title}::{_escape(found.message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def as_json(report: Report, changed: Collection[str] = ()) -> str:
    """An object with the sum and a list of findings: file, line, field, code, severity, problem, remedy."""
    findings = [
        {
            "file": found.file,
            "line": found.line,
            "field": found.field,
            "code": found.code,
            "severity": str(found.severity),
            "problem": found.problem,
            "remedy": found.remedy,
        }
        for found in report.findings
    ]
    whole = {
        "files": report.files_read,
        "errors": len(report.errors),
        "notes": len(report.notes),
        "findings": findings,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


@dataclass(frozen=True)
class Links:
    """Link targets of a summary: the page of all messages, and the files at GitHub. Each may be empty."""

    site: str = ""
    source: str = ""

    def code(self, id: str) -> str:
        return f"[{id}]({self.site}mitmachen/fehler/#{id.lower()})" if self.site else id

    def place(self, file: str, line: int) -> str:
        """A link to the line of a file. It opens the source view, because GitHub's rendered view has no line numbers."""
        shown = f"{inert(file)}:{line}"
        return f"[{shown}]({self.source}{quote(file)}?plain=1#L{line})" if self.source else shown


def as_summary(report: Report, changed: Collection[str] = (), links: Links = Links()) -> str:
    """Markdown for the step summary of a workflow: changed files and all Fehler as a table, other Hinweise folded up."""
    ordered = _by_importance(report, changed)
    own: list[Finding] = []
    others: list[Finding] = []
    for found in ordered:
        (own if not changed or found.is_error or found.file in changed else others).append(found)
    parts = [f"## Inhaltsprüfung: {report.summary}", "", *_table(own, links)]
    if changed and not any(found.file in changed for found in own):
        parts += ["", "An den geänderten Dateien gibt es nichts zu beanstanden."]
    if others:
        title = f"{count(len(others), 'Hinweis', 'Hinweise')} zu Dateien, die diese Änderung nicht betrifft"
        parts += ["", f"<details><summary>{title}</summary>", "", *_table(others, links), "", "</details>"]
    return "\n".join(parts)


def _table(findings: list[Finding], links: Links) -> list[str]:
    """Rows of Markdown; nothing if there are no findings."""
    if not findings:
        return []
    rows = [
        f"| {links.place(found.file, found.line)} | {found.severity} {links.code(found.code)} "
        f"| {inert(found.about)} | {copyable(found.remedy)} |"
        for found in findings[:MAX_SUMMARY_ROWS]
    ]
    rest = len(findings) - len(rows)
    more = ["", f"… und {rest} weitere, siehe Protokoll."] if rest else []
    return ["| Stelle | Meldung | Was ist | Was stattdessen |", "| --- | --- | --- | --- |", *rows, *more]


FORMATS: dict[str, Callable[[Report, Collection[str]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "summary": as_summary,
}
