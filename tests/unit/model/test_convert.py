"""From what was written to a draft: missing, empty, unknown and misspelt fields, one message a cause."""

from __future__ import annotations

import pytest

from minthub.model.kinds import BY_FOLDER
from minthub.reporters import line
from tests.unit.model.conftest import Converted

HEAD = """\
title: Förderung
summary: Geld für Vereine.
source: https://www.example.org
checked: 2026-11-01
checked_by: redaktion"""
FUNDING = f"""{HEAD}
funder: Land
eligible: vereine
serves: sachsenweit
website: https://www.example.org"""

# A whole record of funding with a line added: the messages that follow.
MISTAKES = [
    (
        "titel: Geld",
        "11: Fehler M103: Feld „titel“: Dieses Feld gibt es nicht, es heißt title. Löschen Sie die Zeile, denn title steht schon in Zeile 2; was dort fehlt, ergänzen Sie dort.",
    ),
    (
        "Title: Geld",
        "11: Fehler M103: Feld „Title“: Dieses Feld gibt es nicht, es heißt title. Löschen Sie die Zeile, denn title steht schon in Zeile 2; was dort fehlt, ergänzen Sie dort.",
    ),
    (
        "betrag: bis 500 Euro",
        "11: Fehler M103: Feld „betrag“: Dieses Feld gibt es nicht. Schreiben Sie: amount: bis 500 Euro",
    ),
    (
        'Höhe: "Stufe 1: 500 Euro"',
        '11: Fehler M103: Feld „Höhe“: Dieses Feld gibt es nicht. Schreiben Sie: amount: "Stufe 1: 500 Euro"',
    ),
    (
        "amout: bis 500 Euro",
        "11: Fehler M103: Feld „amout“: Dieses Feld gibt es nicht. Schreiben Sie: amount: bis 500 Euro",
    ),
    (
        "fristen: [28.02., 31.08.]",
        "11: Fehler M103: Feld „fristen“: Dieses Feld gibt es nicht. Schreiben Sie: deadlines: [28.02., 31.08.]",
    ),
    (
        "ages: [8, 14]",
        "11: Fehler M103: Feld „ages“: Dieses Feld gibt es hier nicht, nur bei: Angebote, Termine. Löschen Sie die Zeile; was sonst keinen Platz hat, gehört in den Text.",
    ),
    (
        "lieblingsfarbe: blau",
        "11: Fehler M103: Feld „lieblingsfarbe“: Dieses Feld gibt es nicht. Löschen Sie die Zeile; was sonst keinen Platz hat, gehört in den Text.",
    ),
    ("# Fragen an das Amt", None),
    ("amount:", None),
    ("deadlines: []", None),
]


@pytest.mark.parametrize(("added", "expected"), MISTAKES)
def test_an_unknown_field_is_named_with_the_right_one(
    converted: Converted, added: str, expected: str | None
) -> None:
    _, findings = converted("funding", f"{FUNDING}\n{added}")
    assert [line(found) for found in findings] == ([f"content/funding/x.md:{expected}"] if expected else [])


# Kind, key as written, key that is meant.
MEANT = [
    ("offers", "Ort", "city"),
    ("offers", "plz", "postcode"),
    ("offers", "Straße", "street"),
    ("offers", "strasse", "street"),
    ("offers", "Altersgruppe", "ages"),
    ("offers", "Zielgruppe", "audiences"),
    ("offers", "Veranstalter", "provider"),
    ("offers", "telefon", "contact"),
    ("offers", "E-Mail", "contact"),
    ("offers", "Öffnungszeiten", "schedule"),
    ("offers", "type", "format"),
    ("offers", "districts", "serves"),
    ("offers", "Anmelde-Schluss", "registration_deadline"),
    ("offers", "registrationurl", "registration_url"),
    ("offers", "subject", "subjects"),
    ("events", "Datum", "start"),
    ("events", "date", "start"),
    ("events", "Ausser", "except"),
    ("news", "Datum", "date"),
    ("providers", "typ", "type"),
    ("networks", "mitglieder", "members"),
    ("regions", "Art des Kreises", "kind"),
]


@pytest.mark.parametrize(("kind", "written", "meant"), MEANT)
def test_german_and_misspelt_names_lead_to_the_right_field(
    converted: Converted, kind: str, written: str, meant: str
) -> None:
    # Examples in brackets are lists, whose remedy names the key alone.
    example = BY_FOLDER[kind].specs()[meant].example.strip('"').partition(",")[0].strip('[]"')
    _, findings = converted(kind, f'{written}: "{example}"')
    remedies = [found.remedy for found in findings if found.code == "M103"]
    assert len(remedies) == 1
    assert remedies[0].startswith(f"Schreiben Sie: {meant}: ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "alter: ab acht",
            "Dieses Feld gibt es nicht, es heißt ages. „ab acht“ ist keine Zahl. "
            "Schreiben Sie Ziffern: ages: ab 8 – oder: ages: [8, 14]",
        ),
        (
            "plz: 2826",
            "Dieses Feld gibt es nicht, es heißt postcode. „2826“ hat nur vier Ziffern. "
            'Vermutlich fehlt die Null am Anfang. Schreiben Sie: postcode: "02826"',
        ),
        (
            "kosten: gratis",
            "Dieses Feld gibt es nicht, es heißt cost. „gratis“ gibt es nicht. Schreiben Sie: cost: kostenlos",
        ),
    ],
)
def test_a_value_that_the_right_field_would_refuse_is_explained_at_once(
    converted: Converted, written: str, expected: str
) -> None:
    _, findings = converted("offers", written)
    said = [f"{found.problem} {found.remedy}" for found in findings if found.code == "M103"]
    assert said == [expected]


@pytest.mark.parametrize("key", ["start", "until", "members", "funder"])
def test_a_field_of_another_kind_is_no_misspelling(converted: Converted, key: str) -> None:
    draft, findings = converted("offers", f"{key}: Wert")
    problems = [found.problem for found in findings if found.code == "M103"]
    assert len(problems) == 1
    assert problems[0].startswith("Dieses Feld gibt es hier nicht, nur bei: ")
    assert draft.meant == frozenset()


def test_each_missing_mandatory_field_is_one_finding_in_line_1(converted: Converted) -> None:
    _, findings = converted("funding", "amount: 5")
    assert [(found.line, found.code, found.field) for found in findings] == [
        (1, "M101", key)
        for key in [
            "title",
            "summary",
            "funder",
            "eligible",
            "serves",
            "website",
            "source",
            "checked",
            "checked_by",
        ]
    ]
    assert line(findings[2]) == (
        "content/funding/x.md:1: Fehler M101: Feld „Fördergeber“ (funder) fehlt. "
        "Ergänzen Sie im Kopfteil: funder: Sächsische Aufbaubank"
    )


def test_an_empty_mandatory_field_is_reported_at_its_line(converted: Converted) -> None:
    _, findings = converted("funding", FUNDING.replace("funder: Land", "funder:"))
    assert [line(found) for found in findings] == [
        "content/funding/x.md:7: Fehler M101: Feld „Fördergeber“ (funder) ist leer. "
        "Ergänzen Sie im Kopfteil: funder: Sächsische Aufbaubank"
    ]


def test_a_misspelt_mandatory_field_is_not_also_missing(converted: Converted) -> None:
    draft, findings = converted("funding", FUNDING.replace("funder:", "Fördergeber:"))
    assert [found.code for found in findings] == ["M103"]
    assert draft.meant == {"funder"}
    assert not draft.is_complete


def test_a_misspelt_subfield_is_not_also_missing(converted: Converted) -> None:
    _, findings = converted(
        "regions", "coordination:\n  organsation: RKO\n  website: https://www.example.org"
    )
    assert [(found.code, found.line) for found in findings if found.field and "coord" in found.field] == [
        ("M129", 3)
    ]


def test_a_field_counts_as_written_when_something_stands_in_it(converted: Converted) -> None:
    draft, _ = converted(
        "offers", "ages: ab acht\ncity:\ntopics: []\nstages: ['']\nprice: 5\nplz: 1\nvenue: ''"
    )
    written = {
        key for key in ("ages", "city", "topics", "stages", "price", "postcode", "venue") if draft.has(key)
    }
    assert written == {"ages", "price", "postcode"}


def test_right_fields_are_understood_beside_wrong_ones(converted: Converted) -> None:
    draft, findings = converted("offers", "ages: ab acht\ngrades: 5-10\nsubjects: [Deutsch]\nstages: kita")
    assert {found.field for found in findings} >= {"ages", "subjects", "title"}
    assert draft.values.ages is None
    assert draft.values.title is None
    assert draft.values.subjects == ()
    assert str(draft.values.grades) == "[5, 10]"
    assert draft.values.stages == ("kita",)


def test_a_complete_record_knows_its_file_and_text(converted: Converted) -> None:
    draft, findings = converted("funding", FUNDING)
    assert findings == []
    assert draft.is_complete
    assert (draft.values.id, draft.values.path, draft.values.text) == ("x", "content/funding/x.md", "Text.\n")
    assert draft.values.key == "funding/x"


@pytest.mark.parametrize(("length", "is_fine"), [(90, True), (91, False)])
def test_a_title_has_90_characters_at_most(converted: Converted, length: int, is_fine: bool) -> None:
    """Counted are characters of the composed form; line ends are blanks."""
    title = "ü" * (length - 2) + "\n  x"
    _, findings = converted("funding", FUNDING.replace("title: Förderung", f"title: >-\n  {title}"))
    assert [line(found) for found in findings] == (
        []
        if is_fine
        else [
            "content/funding/x.md:2: Fehler M107: Feld „Titel“ (title): 91 Zeichen, erlaubt sind 90. Kürzen Sie um 1 Zeichen."
        ]
    )


@pytest.mark.parametrize(("length", "problems"), [(200, []), (250, ["250 Zeichen, erlaubt sind 200."])])
def test_a_summary_has_200_characters_at_most(converted: Converted, length: int, problems: list[str]) -> None:
    _, findings = converted("funding", FUNDING.replace("Geld für Vereine.", "x" * length))
    assert [found.problem for found in findings] == problems


def test_messages_stay_on_one_line_and_short(converted: Converted) -> None:
    _, findings = converted("offers", "format: |\n  " + "lang\n  " * 200 + "\nages: " + "x" * 5000)
    texts = [line(found) for found in findings if found.field in ("format", "ages")]
    assert len(texts) == 2
    assert all("\n" not in text and len(text) < 450 for text in texts)
    assert any("xxx…“ ist keine Zahl." in text for text in texts)


def test_braces_in_a_value_are_no_template(converted: Converted) -> None:
    _, findings = converted("offers", 'ages: "{key} {0}"')
    assert (
        next(found.problem for found in findings if found.field == "ages")
        == "„{key} {0}“ ist weder eine Zahl noch eine Spanne."
    )
