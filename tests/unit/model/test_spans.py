"""Ages and grades: what is understood, and what is said about the rest."""

from __future__ import annotations

import pytest

from minthub.model.spans import Span
from tests.unit.model.conftest import Field

ACCEPTED = [
    ("offers", "ages: 8-14", Span(8, 14)),
    ("offers", "ages: 8–14", Span(8, 14)),
    ("offers", "ages: 8 — 14", Span(8, 14)),
    ("offers", "ages: [8, 14]", Span(8, 14)),
    ("offers", "ages: 8, 14", Span(8, 14)),
    ("offers", "ages:\n  - 8\n  - 14", Span(8, 14)),
    ("offers", "ages: 8 bis 14 Jahre", Span(8, 14)),
    ("offers", "ages: von 8 bis 14", Span(8, 14)),
    ("offers", "ages: Alter 8 bis 14", Span(8, 14)),
    ("offers", "ages: ab 8", Span(8, None)),
    ("offers", "ages: Ab 8 Jahren", Span(8, None)),
    ("offers", "ages: 8+", Span(8, None)),
    ("offers", "ages: bis 14", Span(None, 14)),
    ("offers", "ages: 8", Span(8, 8)),
    ("offers", "ages: [8]", Span(8, 8)),
    ("offers", "ages: [ab 8]", Span(8, None)),
    ("offers", "ages: 8-8", Span(8, 8)),
    ("offers", "ages: 0-120", Span(0, 120)),
    ("events", "grades: 5-10", Span(5, 10)),
    ("events", "grades: [5, 10]", Span(5, 10)),
    ("events", "grades: 1", Span(1, 1)),
    ("events", "grades: 13", Span(13, 13)),
    ("events", "grades: Klasse 5", Span(5, 5)),
    ("events", "grades: Kl. 5-8", Span(5, 8)),
    ("events", "grades: 5. bis 10. Klasse", Span(5, 10)),
    ("events", "grades: ab Klasse 5", Span(5, None)),
    ("events", "grades: bis 4", Span(None, 4)),
]

REFUSED = [
    (
        "offers",
        'ages: "[8, 14]"',
        "2: Fehler M112: Feld „Alter“ (ages): „[8, 14]“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: ab acht",
        "2: Fehler M112: Feld „Alter“ (ages): „ab acht“ ist keine Zahl. Schreiben Sie Ziffern: ages: ab 8 – oder: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: acht bis vierzehn",
        "2: Fehler M112: Feld „Alter“ (ages): „acht bis vierzehn“ ist keine Zahl. Schreiben Sie Ziffern: ages: 8 bis 14 – oder: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: Erwachsene",
        "2: Fehler M112: Feld „Alter“ (ages): „Erwachsene“ ist keine Zahl. Schreiben Sie Ziffern: ages: ab 8 – oder: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: 14-8",
        "2: Fehler M112: Feld „Alter“ (ages): „14-8“: Die erste Zahl ist größer als die zweite. Schreiben Sie: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: [14, 8]",
        "2: Fehler M112: Feld „Alter“ (ages): „14, 8“: Die erste Zahl ist größer als die zweite. Schreiben Sie: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: 8, 10, 12",
        "2: Fehler M112: Feld „Alter“ (ages): „8, 10, 12“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: [8, 12]",
    ),
    (
        "offers",
        "ages: [8, 10, 12]",
        "2: Fehler M112: Feld „Alter“ (ages): „8, 10, 12“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: [8, 12]",
    ),
    (
        "offers",
        "ages: 8 oder 10",
        "2: Fehler M112: Feld „Alter“ (ages): „8 oder 10“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: [8, 10]",
    ),
    (
        "offers",
        "ages: 121",
        "2: Fehler M112: Feld „Alter“ (ages): „121“: Alter 121 gibt es nicht. Erlaubt sind 0 bis 120: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: 8-121",
        "2: Fehler M112: Feld „Alter“ (ages): „8-121“: Alter 121 gibt es nicht. Erlaubt sind 0 bis 120: ages: [8, 120]",
    ),
    (
        "offers",
        "ages: -3",
        "2: Fehler M112: Feld „Alter“ (ages): „-3“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: ab 8 – oder: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: 8-",
        "2: Fehler M112: Feld „Alter“ (ages): „8-“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: ab 8",
    ),
    (
        "offers",
        "ages: 2026",
        "2: Fehler M112: Feld „Alter“ (ages): „2026“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: ab 8 – oder: ages: [8, 14]",
    ),
    (
        "offers",
        "ages: [8-10, 12]",
        "2: Fehler M112: Feld „Alter“ (ages): „8-10, 12“ ist weder eine Zahl noch eine Spanne. Schreiben Sie: ages: [8, 12]",
    ),
    (
        "offers",
        "ages: [[8], 14]",
        "2: Fehler M105: Feld „Alter“ (ages): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert, ohne eckige Klammern.",
    ),
    (
        "offers",
        "ages:\n  von: 8",
        "2: Fehler M105: Feld „Alter“ (ages): Hier stehen Unterfelder statt eines Textes. Schreiben Sie den Text in eine Zeile; enthält er einen Doppelpunkt, in geraden Anführungszeichen.",
    ),
    (
        "events",
        "grades: 0",
        "2: Fehler M113: Feld „Klassen“ (grades): „0“: Klasse 0 gibt es nicht. Erlaubt sind 1 bis 13: grades: [5, 10]",
    ),
    (
        "events",
        "grades: 14",
        "2: Fehler M113: Feld „Klassen“ (grades): „14“: Klasse 14 gibt es nicht. Erlaubt sind 1 bis 13: grades: [5, 10]",
    ),
    (
        "events",
        "grades: [0, 4]",
        "2: Fehler M113: Feld „Klassen“ (grades): „0, 4“: Klasse 0 gibt es nicht. Erlaubt sind 1 bis 13: grades: [1, 4]",
    ),
    (
        "events",
        "grades: ab 14",
        "2: Fehler M113: Feld „Klassen“ (grades): „ab 14“: Klasse 14 gibt es nicht. Erlaubt sind 1 bis 13: grades: [5, 10]",
    ),
    (
        "events",
        "grades: Oberstufe",
        "2: Fehler M113: Feld „Klassen“ (grades): „Oberstufe“ ist keine Zahl. Schreiben Sie Ziffern: grades: ab 5 – oder: grades: [5, 10]",
    ),
    (
        "offers",
        "ages: 5. Klasse",
        "2: Fehler M112: Feld „Alter“ (ages): „5. Klasse“ sind Klassen, kein Alter. Schreiben Sie stattdessen: grades: 5",
    ),
    (
        "offers",
        "grades: 8 Jahre",
        "2: Fehler M113: Feld „Klassen“ (grades): „8 Jahre“ ist ein Alter, keine Klasse. Schreiben Sie stattdessen: ages: 8",
    ),
    (
        "events",
        "grades: fünf",
        "2: Fehler M113: Feld „Klassen“ (grades): „fünf“ ist keine Zahl. Schreiben Sie Ziffern: grades: 5 – oder: grades: [5, 10]",
    ),
    (
        "events",
        "grades: fünfte bis achte",
        "2: Fehler M113: Feld „Klassen“ (grades): „fünfte bis achte“ ist keine Zahl. Schreiben Sie Ziffern: grades: ab 5 – oder: grades: [5, 10]",
    ),
]


@pytest.mark.parametrize(("kind", "front", "value"), ACCEPTED)
def test_a_span_is_understood(field: Field, kind: str, front: str, value: object) -> None:
    assert field(kind, front) == (value, [])


@pytest.mark.parametrize(("kind", "front", "line"), REFUSED)
def test_a_span_that_cannot_be_told_is_refused(field: Field, kind: str, front: str, line: str) -> None:
    assert field(kind, front)[1] == [f"content/{kind}/x.md:{line}"]
