"""What a remedy offers was understood as a whole, and can be pasted: the exact sentences."""

from __future__ import annotations

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import NEWS

_MADE_A_DATE = "ist ein Datum; vermutlich hat eine Tabelle es aus zwei Zahlen gemacht. Schreiben Sie: "


@pytest.mark.parametrize(
    ("key", "written", "meant"),
    [
        ("ages", "08. Dez", "[8, 12]"),
        ("ages", "Aug 14", "[8, 14]"),
        ("ages", "8. April", "[4, 8]"),
        ("ages", "08.12.2026", "[8, 12]"),
        ("ages", "2026-12-08 00:00:00", "[8, 12]"),
        ("ages", "46364", "[8, 12]"),
        ("ages", "41852", "[8, 14]"),
        ("grades", "05. Okt", "[5, 10]"),
    ],
)
def test_a_span_that_a_spreadsheet_made_a_date_of(check: Check, key: str, written: str, meant: str) -> None:
    [line] = check("offers/x.md", OFFER, **{key: written})
    assert line.partition("): ")[2] == f"„{written}“ {_MADE_A_DATE}{key}: {meant}"


def test_two_statements_are_no_span(check: Check) -> None:
    assert check("offers/x.md", OFFER, ages='"ab 8 (mit Eltern ab 6)"') == [
        "9: Fehler M112: Feld „Alter“ (ages): „ab 8 (mit Eltern ab 6)“ ist weder eine Zahl noch eine Spanne. "
        "Schreiben Sie: ages: ab 8 – oder: ages: [8, 14]"
    ]


@pytest.mark.parametrize(
    ("written", "quoted", "id"),
    [
        ("[Deutsch, Gebärdensprache]", "Gebärdensprache", "gebaerdensprache"),
        ("DGS", "DGS", "gebaerdensprache"),
        ("de-leicht", "de-leicht", "leichte-sprache"),
        ("[de, Leichte Sprache]", "Leichte Sprache", "leichte-sprache"),
    ],
)
def test_what_is_no_language_belongs_into_access(check: Check, written: str, quoted: str, id: str) -> None:
    assert check("offers/x.md", OFFER, languages=written) == [
        f"23: Fehler M120: Feld „Sprachen“ (languages): „{quoted}“ ist hier keine Sprache, sondern gehört zur "
        f"Barrierefreiheit. Nehmen Sie es hier heraus und schreiben Sie: access: [{id}]"
    ]


@pytest.mark.parametrize(
    ("summary", "tag", "plain"),
    [
        ("<p>Kinder bauen Roboter.</p>", "<p>", "Kinder bauen Roboter."),
        ("Kinder bauen<br/>Roboter.", "<br/>", "Kinder bauen Roboter."),
        ('Kinder <span class="x">bauen</span> Roboter.', '<span class="x">', "Kinder bauen Roboter."),
        ("Kinder bauen <b>Roboter</b>.", "<b>", "Kinder bauen Roboter."),
        ("Kinder bauen</EM> Roboter.", "</EM>", "Kinder bauen Roboter."),
    ],
)
def test_fields_hold_no_html(check: Check, summary: str, tag: str, plain: str) -> None:
    assert check("offers/x.md", OFFER, summary=summary) == [
        f"3: Fehler M402: Feld „Kurzbeschreibung“ (summary): Hier steht HTML: „{tag}“. "
        f"Schreiben Sie ohne Auszeichnung: summary: {plain}"
    ]


def test_html_in_one_of_several_values(check: Check) -> None:
    assert check("offers/x.md", OFFER, aliases="[Roboterclub, <b>Lego</b>-AG]") == [
        "23: Fehler M402: Feld „Andere Namen“ (aliases): Hier steht HTML: „<b>“. "
        "Schreiben Sie ohne Auszeichnung: Lego-AG"
    ]


@pytest.mark.parametrize("text", ["Kinder < 5 Jahre", "Wir <3 Roboter", "3 < 5 und 7 > 6", "Mathe & <Logik>"])
def test_a_sign_for_less_is_no_html(check: Check, text: str) -> None:
    assert check("offers/x.md", OFFER, summary=text) == []


def test_a_sign_for_the_direction_of_writing_names_its_field(check: Check) -> None:
    assert check("news/x.md", NEWS.replace("title: ", "title: \u202e", 1)) == [
        "2: Fehler M020: Feld „Titel“ (title): Hier steht ein unsichtbares Zeichen für die Schreibrichtung (U+202E). "
        "Löschen Sie die Zeile und tippen Sie sie neu."
    ]
    assert [line.partition(": Hier")[0] for line in check("news/x.md", f"{NEWS}\u202e\n")][-1].endswith(
        "Fehler M020"
    )


@pytest.mark.parametrize(
    ("key", "first", "second", "remedy"),
    [
        ("city", "Görlitz", "Zittau", "Löschen Sie eine der beiden Zeilen."),
        ("ages", "[8, 14]", "[6, 10]", "Löschen Sie eine der beiden Zeilen."),
        (
            "topics",
            "[Robotik]",
            "[Robotik, Elektronik]",
            "Löschen Sie eine der beiden Zeilen – oder, wenn das Feld mehrere Werte haben kann: topics: [Robotik, Elektronik]",
        ),
    ],
)
def test_a_list_is_offered_only_where_there_may_be_one(
    check: Check, key: str, first: str, second: str, remedy: str
) -> None:
    lines = check("offers/x.md", OFFER, **{key: f"{first}\n{key}: {second}"})
    [line] = [line for line in lines if "M012" in line]
    assert line.endswith(remedy)


@pytest.mark.parametrize(
    ("serves", "said"),
    [
        ("Niesky", "„Niesky“ ist kein Kreis. Schreiben Sie: serves: goerlitz"),
        ("Oberlausitz", "„Oberlausitz“ ist kein Kreis. Nennen Sie die Kreise: serves: [bautzen, goerlitz]"),
        ("[dresden, Niesky]", "„Niesky“ ist kein Kreis. Schreiben Sie: goerlitz"),
        ("[dresden, Oberlausitz]", "„Oberlausitz“ ist kein Kreis. Nennen Sie die Kreise: bautzen, goerlitz"),
        ("[bautzen, Oberlausitz]", "„Oberlausitz“ ist kein Kreis. Schreiben Sie: goerlitz"),
        (
            "[goerlitz, Niesky]",
            "„Niesky“ ist kein Kreis. Löschen Sie diesen Wert; goerlitz steht schon in der Liste.",
        ),
    ],
)
def test_a_town_is_told_its_district(check: Check, serves: str, said: str) -> None:
    [line] = [line for line in check("providers/x.md", PROVIDER, serves=serves) if "M203" in line]
    assert line.partition("(serves): ")[2] == said


@pytest.mark.parametrize(
    ("key", "written", "said"),
    [
        (
            "cost",
            "kostenlos?",
            "Hinter „kostenlos?“ steht ein Fragezeichen. Ist es sicher, schreiben Sie: cost: kostenlos – wissen Sie es nicht: cost: unbekannt",
        ),
        (
            "mode",
            "vor Ort?",
            "Hinter „vor Ort?“ steht ein Fragezeichen. Ist es sicher, schreiben Sie: mode: vor-ort.",
        ),
        (
            "topics",
            "Robotik, Löten",
            "„Robotik, Löten“ sind mehrere Themen. Schreiben Sie: topics: [Robotik, Löten]",
        ),
        (
            "topics",
            "[Robotik; 3D-Druck, Elektronik]",
            "„Robotik; 3D-Druck“ sind mehrere Themen. Schreiben Sie: topics: [Robotik, 3D-Druck, Elektronik]",
        ),
        (
            "topics",
            "[[Robotik, Löten], Elektronik]",
            "Hier steht eine Liste in der Liste. Schreiben Sie das ganze Feld so: topics: [Robotik, Löten, Elektronik]",
        ),
        (
            "checked",
            "heute",
            "„heute“ ist kein Datum. Schreiben Sie den Tag der Prüfung, heute wäre: checked: 2026-11-21",
        ),
        (
            "checked",
            "31.11.2026",
            "„31.11.2026“ steht nicht im Kalender: Der November 2026 hat keinen 31. Tag. "
            "Schreiben Sie den Tag der Prüfung, heute wäre: checked: 2026-11-21",
        ),
    ],
)
def test_nothing_is_lost_or_made_up(check: Check, key: str, written: str, said: str) -> None:
    [line] = [line for line in check("offers/x.md", OFFER, **{key: written}) if f"({key}): " in line]
    assert line.partition(f"({key}): ")[2] == said


def test_a_wrapped_line_with_a_colon_is_no_field(check: Check) -> None:
    lines = check(
        "offers/x.md", OFFER, summary="Kinder bauen Roboter und lernen\nviel Neues: Sensoren und Motoren"
    )
    assert lines == [
        "4: Fehler M103: Feld „viel Neues“: Dieses Feld gibt es nicht. Gehört die Zeile zu summary, schreiben Sie "
        'beides in eine Zeile: summary: "Kinder bauen Roboter und lernen viel Neues: Sensoren und Motoren"'
    ]


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"cost": "kostenlos", "price": "12 Euro je Kind"}, "price"),
        ({"cost": "kostenlos", "price": "3,50 € Material"}, "price"),
        ({"cost": "kostenlos", "price": "0 Euro"}, ""),
        ({"cost": "kostenlos", "price": "10 Euro Pfand"}, ""),
        ({"cost": "teilweise", "price": "12 Euro"}, ""),
        (
            {"registration": "keine", "registration_url": "https://www.example.org/anmeldung"},
            "registration_url",
        ),
        ({"registration": "empfohlen", "registration_url": "https://www.example.org/anmeldung"}, ""),
    ],
)
def test_terms_do_not_contradict_each_other(check: Check, changes: dict[str, str], key: str) -> None:
    found = [line for line in check("offers/x.md", OFFER, **changes) if "Hinweis M131" in line]
    assert [f"({key}): " in line for line in found] == [True] * bool(key)
