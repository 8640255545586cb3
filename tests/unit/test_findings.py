"""Findings and reports: sentences, order, sums."""

from __future__ import annotations

from typing import Any

import pytest

from minthub.findings import Finding, Report, Severity, count


def finding(file: str = "content/offers/a.md", line: int = 1, code: str = "M101", **fields: Any) -> Finding:
    filled: dict[str, Any] = {
        "severity": Severity.ERROR,
        "problem": "„acht“ ist keine Zahl.",
        "remedy": "Schreiben Sie: ages: 8",
    }
    return Finding(file, line, code, **{**filled, **fields})


NOTE = {"severity": Severity.NOTE}


# Sentences


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "„acht“ ist keine Zahl. Schreiben Sie: ages: 8"),
        ({"label": "Alter"}, "„acht“ ist keine Zahl. Schreiben Sie: ages: 8"),
        ({"field": "ages"}, "Feld „ages“: „acht“ ist keine Zahl. Schreiben Sie: ages: 8"),
        (
            {"field": "ages", "label": "Alter"},
            "Feld „Alter“ (ages): „acht“ ist keine Zahl. Schreiben Sie: ages: 8",
        ),
        (
            {"field": "ages", "label": "Alter", "problem": "fehlt.", "remedy": "Ergänzen Sie: ages: 8"},
            "Feld „Alter“ (ages) fehlt. Ergänzen Sie: ages: 8",
        ),
        (
            {"field": "city", "problem": "ist leer.", "remedy": "Ergänzen Sie es."},
            "Feld „city“ ist leer. Ergänzen Sie es.",
        ),
        (
            {"field": "coordination.website", "label": "Website", "problem": "fehlt.", "remedy": "Ja."},
            "Feld „Website“ (coordination.website) fehlt. Ja.",
        ),
    ],
)
def test_the_message_is_a_sentence_about_the_field(fields: dict[str, Any], message: str) -> None:
    assert finding(**fields).message == message


def test_a_fehler_is_an_error_and_a_hinweis_is_not() -> None:
    assert finding().is_error
    assert not finding(**NOTE).is_error
    assert (str(Severity.ERROR), str(Severity.NOTE)) == ("Fehler", "Hinweis")


# Order


def test_findings_are_ordered_by_file_line_severity_code_and_field() -> None:
    ordered = [
        finding("content/events/z.md", 9),
        finding("content/offers/a.md", 1, "M205"),
        finding("content/offers/a.md", 1, "M101", **NOTE),
        finding("content/offers/a.md", 2, "M101"),
        finding("content/offers/a.md", 2, "M101", field="ages"),
        finding("content/offers/a.md", 2, "M101", field="city"),
        finding("content/offers/a.md", 2, "M102"),
        finding("content/offers/a.md", 10, "M001"),
        finding("content/offers/b.md", 1),
    ]
    assert Report.of(reversed(ordered)).findings == tuple(ordered)


def test_a_finding_counts_once() -> None:
    report = Report.of([finding(), finding(), finding(line=2)])
    assert [found.line for found in report.findings] == [1, 2]


def test_the_same_mistake_in_two_fields_is_two_findings() -> None:
    assert len(Report.of([finding(field="ages"), finding(field="grades")]).findings) == 2


# Parts


def test_errors_and_notes_are_told_apart() -> None:
    error, note = finding(line=2), finding(line=1, **NOTE)
    report = Report.of([error, note], 7)
    assert report.findings == (note, error)
    assert report.errors == (error,)
    assert report.notes == (note,)
    assert report.has_errors
    assert report.without_notes() == Report((error,), 7)
    assert not Report.of([note]).has_errors
    assert not Report().has_errors


def test_only_some_files() -> None:
    a, b, c = (finding(f"content/offers/{name}.md") for name in "abc")
    report = Report.of([a, b, c], 100)
    assert report.only(["content/offers/c.md", "content/offers/a.md", "content/offers/a.md"]) == Report(
        (a, c), 2
    )
    assert report.only(["content/offers/fein.md"]) == Report((), 1)
    assert report.only([]) == Report((), 0)
    assert report.findings == (a, b, c)  # the whole report stays


# Sums


@pytest.mark.parametrize(
    ("report", "summary"),
    [
        (Report(), "0 Dateien geprüft: alles in Ordnung"),
        (Report.of([], 1), "1 Datei geprüft: alles in Ordnung"),
        (Report.of([], 512), "512 Dateien geprüft: alles in Ordnung"),
        (Report.of([finding()], 512), "1 Fehler in 1 Datei"),
        (Report.of([finding(), finding(line=2)]), "2 Fehler in 1 Datei"),
        (Report.of([finding(**NOTE)]), "1 Hinweis in 1 Datei"),
        (Report.of([finding(**NOTE), finding("content/offers/b.md", **NOTE)]), "2 Hinweise in 2 Dateien"),
        (
            Report.of(
                [finding(), finding(line=2), finding("content/offers/b.md", 3), finding(line=4, **NOTE)]
            ),
            "3 Fehler, 1 Hinweis in 2 Dateien",
        ),
        (Report.of([finding(), finding(line=4, **NOTE)]).without_notes(), "1 Fehler in 1 Datei"),
        (Report.of([finding(**NOTE)], 3).without_notes(), "3 Dateien geprüft: alles in Ordnung"),
    ],
)
def test_the_sum_is_a_german_sentence(report: Report, summary: str) -> None:
    assert report.summary == summary


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 Angebote"), (1, "1 Angebot"), (2, "2 Angebote"), (1001, "1001 Angebote")]
)
def test_one_is_singular_and_the_rest_plural(number: int, text: str) -> None:
    assert count(number, "Angebot", "Angebote") == text
