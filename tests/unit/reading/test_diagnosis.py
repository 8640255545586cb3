"""Front matter that cannot be read: the line of the cause, and what to write instead.

Files as a whole are in tests/examples; here are the variants of one mistake.
"""

from __future__ import annotations

import pytest

from tests.unit.reading.conftest import KEYS, Read

STRAY = " Setzt die Zeile das Feld darüber fort, rücken Sie sie mit zwei Leerzeichen ein; Text gehört unter den Kopfteil."
ABOVE, BELOW = (
    "title: Robotik-AG\nsummary: Wir bauen.",
    'city: Görlitz\npostcode: "02826"\nages: [8, 14]\ntopics: "Löten: fein"',
)


def messages(read: Read, lines: str) -> list[str]:
    """The findings about lines between fields that are fine; the first of them is line 4."""
    record, found = read(f"---\n{ABOVE}\n{lines}\n{BELOW}\n---\nText\n")
    assert record is not None
    return found


@pytest.mark.parametrize(
    ("written", "code", "problem", "remedy"),
    [
        # colons
        ("a: b: c", "M010", "Der Wert „b: c“ enthält einen Doppelpunkt.", 'a: "b: c"'),
        ("a: b:", "M010", "Der Wert „b:“ enthält einen Doppelpunkt.", 'a: "b:"'),
        ("a: b: c  # Anmerkung", "M010", "Der Wert „b: c“ enthält einen Doppelpunkt.", 'a: "b: c"'),
        ('a: b: "c"', "M010", 'Der Wert „b: "c"“ enthält einen Doppelpunkt.', 'a: "b: \\"c\\""'),
        ("a: „b: c“", "M010", "Der Wert „b: c“ enthält einen Doppelpunkt.", 'a: "b: c"'),
        ("a: “b: c”", "M010", "Der Wert „b: c“ enthält einen Doppelpunkt.", 'a: "b: c"'),
        ("a: »b: c«", "M010", "Der Wert „b: c“ enthält einen Doppelpunkt.", 'a: "b: c"'),
        ("a:b", "M010", "Nach „a:“ fehlt ein Leerzeichen.", "a: b"),
        ('a:"b"', "M010", "Nach „a:“ fehlt ein Leerzeichen.", 'a: "b"'),
        ("a:[b]", "M010", "Nach „a:“ fehlt ein Leerzeichen.", "a: [b]"),
        ("website:https://b.de", "M010", "Nach „website:“ fehlt ein Leerzeichen.", "website: https://b.de"),
        ("city Löbau", "M010", "Nach „city“ fehlt der Doppelpunkt.", "city: Löbau"),
        ("city = Löbau", "M010", "Nach „city“ fehlt der Doppelpunkt.", "city: Löbau"),
        ("city： Löbau", "M010", "Nach „city“ fehlt der Doppelpunkt.", "city: Löbau"),
        ("city - Löbau", "M010", "Nach „city“ fehlt der Doppelpunkt.", "city: Löbau"),
        ("city", "M010", "Nach „city“ fehlt der Doppelpunkt.", "city:"),
        ("website https://b.de", "M010", "Nach „website“ fehlt der Doppelpunkt.", "website: https://b.de"),
        # quotes
        ('a: "b', "M011", "Das Anführungszeichen vor „b“ ist nicht geschlossen.", 'a: "b"'),
        ("a: 'B", "M011", "Das Anführungszeichen vor „B“ ist nicht geschlossen.", 'a: "B"'),
        ('a: "b # c', "M011", "Das Anführungszeichen vor „b # c“ ist nicht geschlossen.", 'a: "b # c"'),
        (
            "a: 's Labor",
            "M011",
            "Das Anführungszeichen vor „s Labor“ ist nicht geschlossen.",
            'a: "\'s Labor"',
        ),
        (
            "a:\n  b: 'n Abend",
            "M011",
            "Das Anführungszeichen vor „n Abend“ ist nicht geschlossen.",
            'b: "\'n Abend"',
        ),
        *(
            (written, "M011", "Innerhalb des Wertes stehen noch einmal gerade Anführungszeichen.", remedy)
            for written, remedy in (
                ('a: "b" c', 'a: "„b“ c"'),
                ('a: "b" (c)', 'a: "„b“ (c)"'),
                ('a: "b "c" d"', 'a: "b „c“ d"'),
                ('a: "b "c""', 'a: "b „c“"'),
                ('a: "b "c"', 'a: "b c"'),
                ("a: 'b 'c' d'", "a: \"b 'c' d\""),
                ("a: 'b' c", 'a: "„b“ c"'),
            )
        ),
        (
            'a: "C:\\Robotik"',
            "M011",
            "Der Rückstrich \\ hat zwischen doppelten Anführungszeichen eine besondere Bedeutung.",
            'a: "C:\\\\Robotik"',
        ),
        # lists
        ("a: [b, c", "M015", "Die Liste „[b, c“ ist nicht geschlossen.", "a: [b, c]"),
        ("a: [b, c,", "M015", "Die Liste „[b, c,“ ist nicht geschlossen.", "a: [b, c]"),
        ("a: [b, c)", "M015", "Die Liste „[b, c)“ ist nicht geschlossen.", "a: [b, c]"),
        ("a: [b,\n  c", "M015", "Die Liste „[b, c“ ist nicht geschlossen.", "a: [b, c]"),
        ("a: [[b, c]", "M015", "Die Liste „[[b, c]“ ist nicht geschlossen.", "a: [[b, c]]"),
        ("a: [b, c]]", "M015", "Hinter der Liste steht noch „]“.", "a: [b, c]"),
        (
            "a: [8, 14] Jahre",
            "M015",
            "Hinter der Liste steht noch „Jahre“.",
            'a: [8, 14] – oder, wenn alles ein Text ist: a: "[8, 14] Jahre"',
        ),
        (
            "a: [b]c: [d]",
            "M015",
            "Hinter der Liste steht noch „c: [d]“.",
            'a: [b] – oder, wenn alles ein Text ist: a: "[b]c: [d]"',
        ),
        ("a: [b, , c]", "M015", "In der Liste fehlt zwischen zwei Kommas ein Wert.", "a: [b, c]"),
        ("a: [, b]", "M015", "In der Liste fehlt zwischen zwei Kommas ein Wert.", "a: [b]"),
        ('a: ["b, c]', "M011", "In der Liste ist ein Anführungszeichen nicht geschlossen.", "a: [b, c]"),
        ("a: [b, 'c]", "M011", "In der Liste ist ein Anführungszeichen nicht geschlossen.", "a: [b, c]"),
        (
            "a: [b, @c]",
            "M008",
            "In der Liste beginnt ein Wert mit „@“, das hier eine besondere Bedeutung hat.",
            'a: [b, "@c"]',
        ),
        *(
            (
                f"a: {sign} b",
                code,
                f"Der Wert beginnt mit „{sign}“, das hier eine besondere Bedeutung hat.",
                f'a: "{sign} b"',
            )
            for sign, code in (*((sign, "M008") for sign in "%@`|>?,}]{"), ("&", "M013"), ("*", "M013"))
        ),
        ("a: - b", "M008", "Der Wert beginnt mit „-“, das hier eine besondere Bedeutung hat.", "a: b"),
        (
            "a: **b** c",
            "M013",
            "Der Wert beginnt mit „**“: Fett und kursiv gibt es nur im Text.",
            "a: b c",
        ),
        (
            "a: !b!c d",
            "M014",
            "Der Wert beginnt mit „!“, das hier eine besondere Bedeutung hat.",
            'a: "!b!c d"',
        ),
        # field names
        ("**a:** b", "M008", "Der Feldname steht zwischen Sternchen.", "a: b"),
        ("*a*: b", "M008", "Der Feldname steht zwischen Sternchen.", "a: b"),
        ("**a**: b", "M008", "Der Feldname steht zwischen Sternchen.", "a: b"),
        ("-a", "M008", "Nach dem Strich fehlt ein Leerzeichen.", "- a"),
        ("* a", "M008", "Punkte einer Liste beginnen hier mit einem Bindestrich.", "- a"),
        ("• a", "M008", "Punkte einer Liste beginnen hier mit einem Bindestrich.", "- a"),
        ("- city: Löbau", "M008", "Vor dem Feldnamen steht ein Strich.", "city: Löbau"),
    ],
)
def test_one_line_wrong(written: str, code: str, problem: str, remedy: str, read: Read) -> None:
    at = 4 + (code == "M011" and written.count("\n"))
    # A field that is known is named.
    field = f"Feld „{key}“: " if (key := remedy.partition(":")[0]) in KEYS else ""
    assert messages(read, written) == [f"{at}: Fehler {code}: {field}{problem} Schreiben Sie: {remedy}"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "a:\n\t- b",
            "5: Fehler M009: Die Zeile ist mit der Tabulator-Taste eingerückt. Nehmen Sie zwei Leerzeichen.",
        ),
        (
            "\ta: b",
            "4: Fehler M009: Die Zeile ist mit der Tabulator-Taste eingerückt. Nehmen Sie zwei Leerzeichen.",
        ),
        (
            "a:\n \t- b",
            "5: Fehler M009: Die Zeile ist mit der Tabulator-Taste eingerückt. Nehmen Sie zwei Leerzeichen.",
        ),
        (
            "a: b\n  c: d: e",
            '5: Fehler M010: Der Wert „b c: d: e“ enthält einen Doppelpunkt. Schreiben Sie: a: "b c: d: e"',
        ),
        (
            "a: b\n  website: c",
            "5: Fehler M008: Feld „website“: Die Zeile ist eingerückt. Löschen Sie die Leerzeichen am Anfang: website: c",
        ),
        (
            'a: "b"\n  city: c',
            "5: Fehler M008: Feld „city“: Die Zeile ist eingerückt. Löschen Sie die Leerzeichen am Anfang: city: c",
        ),
        (
            "a:\n  - b: c: d",
            '5: Fehler M010: Der Wert „b: c: d“ enthält einen Doppelpunkt. Schreiben Sie: - "b: c: d"',
        ),
        (
            "a:\n  b: c: d",
            '5: Fehler M010: Der Wert „c: d“ enthält einen Doppelpunkt. Schreiben Sie: b: "c: d"',
        ),
        (
            "a:\n  - b\n  - @c",
            '6: Fehler M008: Der Wert beginnt mit „@“, das hier eine besondere Bedeutung hat. Schreiben Sie: - "@c"',
        ),
        (
            "a:\n  - b\n  * c",
            "6: Fehler M008: Punkte einer Liste beginnen hier mit einem Bindestrich. Schreiben Sie: - c",
        ),
        (
            'a: "b"\n- c',
            '5: Fehler M008: Unter a steht eine Liste, in der Zeile selbst aber schon ein Wert. Schreiben Sie: a: ["b", c]',
        ),
        (
            "a: b: c\n  d",
            '4: Fehler M010: Der Wert „b: c d“ enthält einen Doppelpunkt. Schreiben Sie: a: "b: c d"',
        ),
        (
            'a: "b\n  c: d',
            '4: Fehler M011: Das Anführungszeichen vor „b c: d“ ist nicht geschlossen. Schreiben Sie: a: "b c: d"',
        ),
        ("a: [b]\nund fahren.", f"5: Fehler M008: „und fahren.“ gehört zu keinem Feld.{STRAY}"),
        (
            "a: b\n- c: d",
            "5: Fehler M008: Unter a steht eine Liste, in der Zeile selbst aber schon ein Wert. Schreiben Sie: a: [b, c: d]",
        ),
        (
            "a: b\n-",
            "5: Fehler M008: Unter a steht eine Liste, in der Zeile selbst aber schon ein Wert. Schreiben Sie: a: [b, …]",
        ),
        (": b", "4: Fehler M008: Vor dem Doppelpunkt fehlt der Feldname. Schreiben Sie: feldname: Wert"),
        ("...", "4: Fehler M008: „...“ gehört nicht in den Kopfteil. Löschen Sie die Zeile."),
        ("…", "4: Fehler M008: „…“ gehört nicht in den Kopfteil. Löschen Sie die Zeile."),
        ("%TAG ! x", "4: Fehler M008: „%TAG ! x“ gehört nicht in den Kopfteil. Löschen Sie die Zeile."),
        ("und fahren.", f"4: Fehler M008: „und fahren.“ gehört zu keinem Feld.{STRAY}"),
        ("<br>", f"4: Fehler M008: „<br>“ gehört zu keinem Feld.{STRAY}"),
        (
            "https://www.example.org",
            f"4: Fehler M008: „https://www.example.org“ gehört zu keinem Feld.{STRAY}",
        ),
        ("a: |\nb", f"5: Fehler M008: „b“ gehört zu keinem Feld.{STRAY}"),
    ],
)
def test_a_line_that_does_not_belong(written: str, message: str, read: Read) -> None:
    assert messages(read, written) == [message]


@pytest.mark.parametrize(
    "fine",
    [
        '"a": b',
        "a: b # c: d",
        'a: "b # c: d"',
        'a: "b" # "c',
        'a: "b\n  c: d"',
        "a: 'Max'' Labor'",
        'a: "mit \\"Zeichen\\""',
        "a: [b,\n  c: d]",
        "a: [b,\nc]",
        "a: [„b“, 'c, d', \"[\"]",
        "a: [Max' Labor, b]",
        "a: {b: c}",
        "a: |\n  b: c: d\n\n  * e\n  -f",
        "a: >-\n  b: c: d",
        "a:\n  b: c\n  d:\n    - e",
        "a:\n  - b\n\n  - c",
        "a:\n  - # nichts\n  - c\n  -",
        "a: ?b",
        'a: ["b # c", d] # e',
        "a: 'C:\\Robotik'",
        "a:\n  eins zwei\n  drei",
        "a:\n  website: b\n  city: c",
        "# a: b: c",
        "a: b\n  c d",
    ],
)
def test_what_can_be_read_is_never_blamed(fine: str, read: Read) -> None:
    """The mistake is in the line below; nothing above it may be taken for the cause."""
    at = 5 + fine.count("\n")
    assert messages(read, f"{fine}\ntitle2: b: c") == [
        f'{at}: Fehler M010: Der Wert „b: c“ enthält einen Doppelpunkt. Schreiben Sie: title2: "b: c"'
    ]


def test_a_list_in_place_of_fields_is_named(read: Read) -> None:
    assert read("---\n- a\n- b: c: d\n---\n")[1] == [
        "2: Fehler M007: Hier beginnt eine Liste, zu der kein Feld gehört."
        " Schreiben Sie je Zeile ein Feld, zum Beispiel: title: Robotik-AG"
    ]


def test_an_indented_first_field_is_named(read: Read) -> None:
    assert read("---\n title: Robotik-AG\ncity: Görlitz\n---\n")[1] == [
        "2: Fehler M008: Feld „title“: Die Zeile ist eingerückt. Löschen Sie die Leerzeichen am Anfang: title: Robotik-AG"
    ]


def test_fields_that_are_all_indented_are_read(read: Read) -> None:
    record, found = read("---\n  title: Robotik-AG\n  city: Görlitz\n---\n")
    assert found == []
    assert record is not None
    assert list(record.entries) == ["title", "city"]


def test_what_no_rule_explains_is_shown_where_reading_stopped(read: Read) -> None:
    assert messages(read, "%a: b") == [
        "4: Fehler M008: „%a: b“ ist so nicht lesbar."
        " Prüfen Sie die Einrückung und setzen Sie den Wert in gerade Anführungszeichen."
    ]


def test_without_names_of_fields_a_missing_colon_is_a_stray_line() -> None:
    from minthub.reading import read_record

    _, found = read_record(b"---\ncity: a\ncity Zittau\nages: 8\n---\n", "x.md", "offers", "x")
    assert [item.problem for item in found] == ["„city Zittau“ gehört zu keinem Feld."]


def test_a_page_copied_into_a_value_does_not_fill_the_report(read: Read) -> None:
    (message,) = messages(read, f"a: b: {'Wort ' * 1000}")
    assert len(message) < 700
    assert message.endswith("…")
