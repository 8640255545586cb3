"""Front matter as a tree of texts with lines; what may not stand in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from minthub.reading import Entry, ListValue, MapValue, Scalar, frontmatter, read_record
from minthub.reading.frontmatter import Refused, Value, parse_front_matter, quoted
from minthub.reporters import line

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def plain(value: Value) -> object:
    """The texts without their lines."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, ListValue):
        return [plain(item) for item in value.items]
    return {key: plain(entry.value) for key, entry in value.entries.items()}


def value_of(text: str) -> object:
    entries, findings = parse_front_matter(text, "x.md")
    assert findings == []
    return plain(entries["a"].value)


def lines_of(text: str) -> list[str]:
    """The findings of a front matter whose first line is line 2 of its file."""
    try:
        findings = parse_front_matter(text, "x.md")[1]
    except Refused as refused:
        findings = refused.findings
    return [line(found).removeprefix("x.md:") for found in findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 01067", "01067"),
        ("a: 12:30", "12:30"),
        ("a: no", "no"),
        ("a: 2026-3-1", "2026-3-1"),
        ("a: 1_000", "1_000"),
        ("a: 0x10", "0x10"),
        ("a: 1.50", "1.50"),
        ("a: .inf", ".inf"),
        ("a: =", "="),
        ("a: C# und C++", "C# und C++"),
        ("a: MINT:EC", "MINT:EC"),
        ("a: https://www.example.org/#/x", "https://www.example.org/#/x"),
        ('a: "C\\u00fc # x"', "Cü # x"),
        ("a: 'Max'' Labor'", "Max' Labor"),
        ("a: Max' Labor", "Max' Labor"),
        ('a: Die "tolle" AG', 'Die "tolle" AG'),
        ("a: Labor   # Anmerkung", "Labor"),
        ("a: Labor ## Anmerkung", "Labor"),
        ("a:   Labor  ", "Labor"),
        ("'a': Labor", "Labor"),
        ("a : Labor", "Labor"),
        ("? a\n: Labor", "Labor"),
        ("a: eins\n  zwei\n\n  drei", "eins zwei\ndrei"),
        ("a: |\n  eins\n  zwei\n", "eins\nzwei"),
        ("a: >-\n  eins\n  zwei\n", "eins zwei"),
        ("a: |\n  Raum #5\n  - eins\n  - zwei\n", "Raum #5\n- eins\n- zwei"),
        ('a: "eins\n  - zwei"', "eins - zwei"),
        ("a: [eins, zwei,]", ["eins", "zwei"]),
        ("a:\n- eins\n- zwei", ["eins", "zwei"]),
        ("a:\n  - eins\n  -   zwei", ["eins", "zwei"]),
        ("a: {b: eins, c: [zwei]}", {"b": "eins", "c": ["zwei"]}),
        ("a:\n  b: eins\n  c:\n    - zwei", {"b": "eins", "c": ["zwei"]}),
        ("{a: eins}", "eins"),
        ("a: {}", {}),
        ("a: []", []),
        ("a: |\n  eins\n #zwei\nb: drei", "eins"),
        ("a: mittwochs\n  - 15 Uhr", "mittwochs - 15 Uhr"),
        ("a: 🙂 Labor # Anmerkung", "🙂 Labor"),
    ],
)
def test_a_value_is_the_text_that_was_written(text: str, value: object) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize("null", ["", "~", "null", "Null", "NULL", "# Beispiel: Labor", '""', "''"])
def test_nothing_written_is_an_empty_text(null: str) -> None:
    assert value_of(f"a: {null}") == ""


@pytest.mark.parametrize("text", ["nULL", '"~"', "'null'", "none", "nil"])
def test_a_word_for_nothing_in_quotes_is_a_word(text: str) -> None:
    assert value_of(f"a: {text}") == text.strip("\"'")


def test_keys_values_and_items_know_their_lines() -> None:
    entries, findings = parse_front_matter(
        "a: eins\nb:\n  - zwei\n  - [drei]\nc:\n  d: vier\n", "x.md", offset=2
    )
    assert findings == []
    assert entries == {
        "a": Entry("a", 2, Scalar("eins", 2)),
        "b": Entry("b", 3, ListValue((Scalar("zwei", 4), ListValue((Scalar("drei", 5),), 5)), 4)),
        "c": Entry("c", 6, MapValue({"d": Entry("d", 7, Scalar("vier", 7))}, 7)),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: eins\na: zwei",
            "3: Fehler M012: Feld „a“ steht schon in Zeile 2. Löschen Sie eine der beiden Zeilen"
            " – oder, wenn das Feld mehrere Werte haben kann: a: [eins, zwei]",
        ),
        (
            "a:\n  b: eins\n  b: zwei",
            "4: Fehler M012: Feld „a“: b steht schon in Zeile 3. Löschen Sie eine der beiden Zeilen"
            " – oder, wenn das Feld mehrere Werte haben kann: b: [eins, zwei]",
        ),
        ('a: eins\n"a": eins', "3: Fehler M012: Feld „a“ steht schon in Zeile 2. Löschen Sie diese Zeile."),
        (
            "a: [eins]\na:\n  - zwei: drei",
            "3: Fehler M012: Feld „a“ steht schon in Zeile 2. Löschen Sie eine der beiden Zeilen.",
        ),
    ],
)
def test_a_key_stands_once(text: str, message: str) -> None:
    assert lines_of(text) == [message]


@pytest.mark.parametrize(
    ("text", "place", "sign", "paste"),
    [
        ("a: &b Labor", "2: Fehler M013", "&", 'a: "&b Labor"'),
        ("a: &b", "2: Fehler M013", "&", 'a: "&b"'),
        ("a: *b", "2: Fehler M013", "*", 'a: "*b"'),
        ("a: [x, *b]", "2: Fehler M013", "*", '"*b"'),
        ("a:\n  - *b", "3: Fehler M013", "*", '"*b"'),
        ("a:\n  - &b {c: d}", "3: Fehler M013", "&", '"&b {c: d"'),
        ("a: !b Labor", "2: Fehler M014", "!", 'a: "!b Labor"'),
        ("a: ! Labor", "2: Fehler M014", "!", 'a: "! Labor"'),
        ("a: !!python/name:os.system x", "2: Fehler M014", "!", 'a: "!!python/name:os.system x"'),
        ("a: !!binary aGFsbG8=", "2: Fehler M014", "!", 'a: "!!binary aGFsbG8="'),
        ("a: {Labor}", "2: Fehler M008", "{", 'a: "{Labor}"'),
        ("a: {x, y}", "2: Fehler M008", "{", 'a: "{x, y}"'),
    ],
)
def test_signs_with_a_meaning_want_quotes(text: str, place: str, sign: str, paste: str) -> None:
    assert lines_of(text) == [
        f"{place}: Feld „a“: Der Wert beginnt mit „{sign}“, das hier eine besondere Bedeutung hat. Schreiben Sie: {paste}"
    ]


@pytest.mark.parametrize(
    ("text", "at", "lost", "paste"),
    [
        ("a: Raum #5", 2, "#5", 'a: "Raum #5"'),
        ("a: #Labor und mehr", 2, "#Labor und mehr", 'a: "#Labor und mehr"'),
        ('a: "Raum" #5', 2, "#5", 'a: "Raum #5"'),
        ("a:\n  - Raum #5", 3, "#5", '"Raum #5"'),
        ("a: 🙂🙂 #5", 2, "#5", 'a: "🙂🙂 #5"'),
        ("a: eins\n  zwei #3", 2, "#3", 'a: "eins zwei #3"'),
    ],
)
def test_a_word_with_a_hash_is_not_lost(text: str, at: int, lost: str, paste: str) -> None:
    assert lines_of(text) == [
        f"{at}: Fehler M025: Feld „a“: „{lost}“ wird nicht gelesen, weil es mit einer Raute beginnt."
        f" Gehört es dazu, schreiben Sie: {paste} – sonst löschen Sie es."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  -Bauen\n  -Fahren",
        "a:\n  - Bauen\n   - Fahren",
        "a: Bauen\n  - Fahren",
        "a:\n  • Bauen\n\n  • Fahren",
    ],
)
def test_what_looks_like_a_list_is_no_long_text(text: str) -> None:
    assert [message.partition("M008")[2] for message in lines_of(text)] == [
        ": Feld „a“: Die Zeilen sehen aus wie eine Liste, werden aber als ein einziger Wert gelesen."
        " Schreiben Sie: a: [Bauen, Fahren]"
    ]


@pytest.mark.parametrize(
    ("written", "text", "problem"),
    [
        ('"a\\0b"', "ab", "Fehler M003: Feld „a“: Hier steht ein Steuerzeichen (U+0000)."),
        ('"a\\eb\\n\\ec"', "ab\nc", "Fehler M003: Feld „a“: Hier steht ein Steuerzeichen (U+001B)."),
        (
            '"a\\u202eb"',
            "ab",
            "Fehler M020: Feld „a“: Hier steht ein unsichtbares Zeichen für die Schreibrichtung (U+202E).",
        ),
    ],
)
def test_characters_spelt_out_in_quotes_are_no_way_around_the_rules(
    written: str, text: str, problem: str
) -> None:
    entries, findings = parse_front_matter(f"a: {written}", "x.md")
    assert plain(entries["a"].value) == text
    assert {line(found) for found in findings} == {
        f"x.md:2: {problem} Löschen Sie die Zeile und tippen Sie sie neu."
    }


def test_the_name_of_a_field_may_not_spell_them_out_either() -> None:
    assert lines_of('"a\\0": b') == [
        "2: Fehler M003: Hier steht ein Steuerzeichen (U+0000). Löschen Sie die Zeile und tippen Sie sie neu."
    ]


def test_a_list_without_blanks_is_told_whole() -> None:
    (message,) = lines_of("a:\n  -Bauen  \n\n  -Fahren\n  -Löten")
    assert message.endswith("Schreiben Sie: a: [Bauen, Fahren, Löten]")


def test_blanks_and_line_ends_spelt_out_in_quotes_are_plain_ones() -> None:
    assert value_of('a: "b\\_c\\r\\nd\\Ne o\\u0308"') == "b c\nd e ö"


@pytest.mark.parametrize("levels", [5, 6])
def test_five_levels_are_enough(levels: int) -> None:
    message = "2: Fehler M016: Hier sind mehr als fünf Ebenen verschachtelt. Schreiben Sie die Werte ohne weitere Unterfelder."
    # The fields themselves are the first level.
    assert lines_of(f"a: {'[' * (levels - 1)}x{']' * (levels - 1)}") == ([message] if levels > 5 else [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "2: Fehler M007: Zwischen den beiden Zeilen --- steht kein Feld."),
        ("# title: x\n", "2: Fehler M007: Zwischen den beiden Zeilen --- steht kein Feld."),
        ("\nRobotik-AG", "3: Fehler M007: Hier steht kein Feld, sondern nur ein Wert oder eine Liste."),
        ("- title: x", "2: Fehler M007: Hier steht kein Feld, sondern nur ein Wert oder eine Liste."),
    ],
)
def test_a_front_matter_has_fields(text: str, message: str) -> None:
    assert lines_of(text) == [f"{message} Schreiben Sie je Zeile ein Feld, zum Beispiel: title: Robotik-AG"]


@pytest.mark.parametrize("text", ["[a]: Labor", "'': Labor", "{a: b}: Labor"])
def test_a_field_has_a_name(text: str) -> None:
    assert lines_of(text) == [
        "2: Fehler M008: Vor dem Doppelpunkt fehlt der Feldname. Schreiben Sie: feldname: Wert"
    ]


@pytest.mark.parametrize(("key", "sign"), [("*a", "*"), ("&a b", "&"), ("!a b", "!"), ("!!str b", "!")])
def test_the_name_of_a_field_has_no_sign(key: str, sign: str) -> None:
    assert lines_of(f"x: y\n{key} : Labor") == [
        f"3: Fehler M008: Der Feldname beginnt mit „{sign}“. Schreiben Sie nur den Namen, einen Doppelpunkt und den Wert."
    ]


def test_an_alias_as_the_whole_front_matter_is_named() -> None:
    assert lines_of("*a") == [
        '2: Fehler M013: Der Wert beginnt mit „*“, das hier eine besondere Bedeutung hat. Schreiben Sie: "*a"'
    ]


@pytest.mark.parametrize(
    "text", ["", "a", 'a "b" c', "a\\nb", "C:\\", "#5", ": x", "ü🙂", "'", "- a", "a\tb"]
)
def test_quoted_text_is_read_back_as_it_was(text: str) -> None:
    assert value_of(f"a: {quoted(text)}") == text


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*/*.md")), ids=lambda path: path.stem)
def test_both_of_pyyamls_readers_say_the_same(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one in C is not there on every machine."""
    raw = example.read_bytes()
    first = read_record(raw, "x.md", "offers", "x")
    monkeypatch.setattr(frontmatter, "_Loader", yaml.SafeLoader)
    assert read_record(raw, "x.md", "offers", "x") == first
