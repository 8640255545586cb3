"""The two lines of hyphens around the front matter."""

from __future__ import annotations

import pytest

from tests.unit.reading.conftest import Read

REMEDY_HERE = "Fügen Sie hier eine Zeile ein: ---"
FIELDS = "title: Robotik-AG\ncity: Görlitz\n"


@pytest.mark.parametrize("dashes", ["—", "–", "--", "–-", "-–", "----", "***", "___", "===", "..."])
def test_almost_hyphens_are_shown(dashes: str, read: Read) -> None:
    assert read(f"{dashes}\n{FIELDS}---\nText\n")[1] == [
        f"1: Fehler M005: Die erste Zeile ist „{dashes}“, nicht drei Bindestriche. Schreiben Sie in Zeile 1: ---"
    ]
    assert read(f"---\n{FIELDS}{dashes}\nText\n")[1] == [
        f"4: Fehler M006: Hier steht „{dashes}“, nicht drei Bindestriche. Schreiben Sie in diese Zeile: ---"
    ]


@pytest.mark.parametrize("ending", ["---", "--- ", "---\t", "---\u00a0"])
def test_blanks_behind_hyphens_do_no_harm(ending: str, read: Read) -> None:
    record, lines = read(f"{ending}\n{FIELDS}{ending}\nText\n")
    assert lines == []
    assert record is not None
    assert (record.body, record.body_line) == ("Text\n", 5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"Titel: Robotik-AG\n{FIELDS}",
            "Vor „Titel: Robotik-AG“ fehlt die Zeile, mit der der Kopfteil beginnt. Fügen Sie als erste Zeile ein: ---",
        ),
        (
            f"title:Robotik-AG\n{FIELDS}",
            "Vor „title:Robotik-AG“ fehlt die Zeile, mit der der Kopfteil beginnt. Fügen Sie als erste Zeile ein: ---",
        ),
        (
            f"\n\n---\n{FIELDS}---\n",
            "Die Datei beginnt mit einer leeren Zeile, --- steht erst in Zeile 3. Löschen Sie alles vor der Zeile ---.",
        ),
        (
            f"\n---\n{FIELDS}---\n",
            "Die Datei beginnt mit einer leeren Zeile, --- steht erst in Zeile 2. Löschen Sie alles vor der Zeile ---.",
        ),
        (
            f"Robotik-AG\n\n---\n# Angebot\n{FIELDS}---\n",
            "Vor dem Kopfteil steht „Robotik-AG“, --- steht erst in Zeile 3. Löschen Sie alles vor der Zeile ---.",
        ),
        (
            f"```\n---\n{FIELDS}---\nText\n```\n",
            "Vor dem Kopfteil steht „```“, --- steht erst in Zeile 2. Löschen Sie alles vor der Zeile ---, am Ende auch ```.",
        ),
        (
            "Wir bauen Roboter.\n\n---\n\nAnmeldung im Jugendhaus.\n",
            "Die Datei beginnt mit „Wir bauen Roboter.“, der Kopfteil fehlt."
            " Kopieren Sie den Kopfteil eines anderen Eintrags an den Anfang und ändern Sie die Werte.",
        ),
    ],
)
def test_a_missing_start_says_what_stands_there(text: str, message: str, read: Read) -> None:
    # Without an end as well that is said, too.
    assert read(text)[1][0] == f"1: Fehler M005: {message}"


@pytest.mark.parametrize(
    ("rest", "at"),
    [
        ("Jeden Mittwoch.\n", 4),
        ("\nJeden Mittwoch.\n", 5),
        ("\n\n## Jeden Mittwoch.\n", 6),
        ("## Jeden Mittwoch.\n", 4),
        ("\nWichtig: Trinkflasche\n", 5),
        ("\n- Bauen\n- Fahren\n\nUnd mehr.\n", 5),
        ("topics:\n- Bauen\n- Fahren\n\n- Jeden Mittwoch\n", 8),
        ("# Kommentar\nJeden Mittwoch.\n", 5),
        ("summary: >\n  Erst dies.\n\n  Dann das.\nJeden Mittwoch.\n", 8),
        ("https://www.example.org\n", 4),
        ("**Jeden Mittwoch**\n", 4),
        ("Titel: Robotik\n# von Hand ---\nJeden Mittwoch.\n", 6),
        ("Jeden Mittwoch.\nende: ---\n", 4),
        ("topics:\n-\n- Bauen\nJeden Mittwoch.\n", 7),
        ("  \nJeden Mittwoch.\n", 5),
        ("\nages: 8\nJeden Mittwoch.\n", 6),
        ("topics:\n\n  - Bauen\n\nJeden Mittwoch.\n", 8),
        ("Ein Wort: und noch eins\n\nJeden Mittwoch.\n", 6),
    ],
)
def test_a_missing_end_is_reported_before_the_first_line_of_text(rest: str, at: int, read: Read) -> None:
    text = f"---\n{FIELDS}{rest}"
    shown = text.split("\n")[at - 1]
    assert read(text)[1] == [
        f"{at}: Fehler M006: Der Kopfteil endet nicht: Es fehlt die Zeile --- vor „{shown}“. {REMEDY_HERE}"
    ]


def test_a_missing_end_without_text_is_reported_at_the_last_field(read: Read) -> None:
    message = "Fehler M006: Der Kopfteil endet nicht: Nach dem letzten Feld fehlt die Zeile ---. Fügen Sie darunter eine Zeile ein: ---"
    assert read(f"---\n{FIELDS}")[1] == [f"3: {message}"]
    assert read(f"---\n{FIELDS}\n  \n")[1] == [f"3: {message}"]
    assert read("---\n")[1] == [f"1: {message}"]


@pytest.mark.parametrize("text", ["Jeden Mittwoch.", "\nJeden Mittwoch.", "\n## Ablauf\n\nJeden Mittwoch."])
def test_a_rule_in_the_text_is_not_taken_for_the_end(text: str, read: Read) -> None:
    first = text.strip().split("\n")[0]
    at = 4 + text.startswith("\n")
    assert read(f"---\n{FIELDS}{text}\n\n---\n\nMehr.\n")[1] == [
        f"{at}: Fehler M006: Der Kopfteil endet nicht: Es fehlt die Zeile --- vor „{first}“. {REMEDY_HERE}"
    ]


@pytest.mark.parametrize(
    ("rest", "at"), [("Jeden Mittwoch.\n", 4), ("\nJeden Mittwoch.\n\nages: [8, 14]\n", 5)]
)
def test_a_stray_line_among_fields_is_no_missing_end(rest: str, at: int, read: Read) -> None:
    assert read(f"---\n{FIELDS}{rest}---\nText\n")[1] == [
        f"{at}: Fehler M008: „Jeden Mittwoch.“ gehört zu keinem Feld."
        " Setzt die Zeile das Feld darüber fort, rücken Sie sie mit zwei Leerzeichen ein; Text gehört unter den Kopfteil."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"---\n{FIELDS} ---\nText\n",
            "4: Fehler M006: Vor den drei Bindestrichen stehen Leerzeichen."
            " Löschen Sie die Leerzeichen, sodass in der Zeile nur --- steht.",
        ),
        (
            f"  ---\n{FIELDS}---\nText\n",
            "1: Fehler M005: Vor den drei Bindestrichen stehen Leerzeichen."
            " Löschen Sie die Leerzeichen, sodass in der Zeile nur --- steht.",
        ),
        (
            f"---\n{FIELDS}--- Text\n",
            "4: Fehler M006: In dieser Zeile steht mehr als ---: „--- Text“."
            " Schreiben Sie --- allein in die Zeile, alles andere darunter.",
        ),
        (
            f"---\n{FIELDS}--- Text\n\n---\n",
            "4: Fehler M008: In dieser Zeile steht mehr als die drei Bindestriche."
            " Schreiben Sie --- allein in die Zeile, alles andere darunter.",
        ),
        (
            f"--- title: Robotik\n{FIELDS}---\nText\n",
            "1: Fehler M005: In dieser Zeile steht mehr als ---: „--- title: Robotik“."
            " Schreiben Sie --- allein in die Zeile, alles andere darunter.",
        ),
        (
            f"---\n{FIELDS.rstrip()}---\nText\n",
            "3: Fehler M006: Hinter dem Wert stehen die drei Bindestriche. Schreiben Sie sie in eine eigene Zeile: ---",
        ),
    ],
)
def test_hyphens_stand_alone_in_their_line(text: str, message: str, read: Read) -> None:
    assert read(text)[1] == [message]
