"""Encodings, line ends and invisible characters."""

from __future__ import annotations

import re
import unicodedata

import pytest

from minthub.reading.decode import PLAIN, Unreadable, clean_oddities, decode
from minthub.reporters import line


def refusal(raw: bytes) -> str:
    """The one thing that is said about a file, whether it can be read on or not."""
    try:
        findings = decode(raw, "x.md")[1]
    except Unreadable as error:
        findings = [error.found]
    return "\n".join(map(line, findings))


def notes(text: str) -> list[str]:
    return [f"{found.line} {found.code}" for found in decode(text.encode(), "x.md")[1]]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u00a0b\u202fc\u2007d".encode(), "a b c d"),
        ("a\u0085b\u2028c\u2029d\ve\ff".encode(), "a b c d e f"),
        ("Ko\u0308nigstein".encode(), "K\u00f6nigstein"),
        (b"a\tb", "a\tb"),
        ("Łužica čěŕńóšž".encode(), "Łužica čěŕńóšž"),
        (b"", ""),
    ],
)
def test_text_is_clean_and_composed(raw: bytes, text: str) -> None:
    assert decode(raw, "x.md") == (text, [])


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            "eins\nfür alle".encode("cp1252"),
            "x.md:2: Fehler M001: Die Datei ist nicht als UTF-8 gespeichert, das erste falsche Zeichen steht in „für“."
            " Speichern Sie sie als UTF-8: Speichern unter … – Codierung – UTF-8.",
        ),
        (
            "„so“\tund „so“".encode("cp1252"),
            "x.md:1: Fehler M001: Die Datei ist nicht als UTF-8 gespeichert, das erste falsche Zeichen steht in „„so““."
            " Speichern Sie sie als UTF-8: Speichern unter … – Codierung – UTF-8.",
        ),
        (
            b"a\nb\nc\x00d",
            "x.md:3: Fehler M003: Hier steht ein Null-Byte, ein Zeichen ohne Text."
            " Löschen Sie die Zeile und tippen Sie sie neu.",
        ),
        (
            b"a" * 200_001,
            "x.md:1: Fehler M004: Die Datei hat 201 kB, erlaubt sind 200 kB."
            " Kürzen Sie den Text oder nehmen Sie Hineinkopiertes heraus.",
        ),
    ],
)
def test_what_is_no_text_is_named_with_the_remedy(raw: bytes, message: str) -> None:
    assert refusal(raw) == message


@pytest.mark.parametrize(
    "raw",
    [
        *(
            "---\ntitle: Robotik-AG\n---\n".encode(codec)
            for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")
        ),
        "\ufeff日本語".encode("utf-16-le"),
        "\ufeff日本語".encode("utf-16-be"),
    ],
)
def test_utf16_is_named_with_and_without_its_mark(raw: bytes) -> None:
    assert refusal(raw) == (
        "x.md:1: Fehler M002: Die Datei ist als UTF-16 gespeichert."
        " Speichern Sie sie als UTF-8: Speichern unter … – Codierung – UTF-8."
    )


@pytest.mark.parametrize("raw", [b"\x00", b"a\x00", b"---\ntitle: \x00\x00\n---\nText\n"])
def test_some_null_bytes_are_no_utf16(raw: bytes) -> None:
    assert " M003: Hier steht ein Null-Byte" in refusal(raw)


def test_the_largest_file_is_read() -> None:
    text, findings = decode(b"a" * 200_000, "x.md")
    assert (len(text), findings) == (200_000, [])


CONTROL = "Fehler M003: Hier steht ein Steuerzeichen ({})."
BIDI = "Fehler M020: Hier steht ein unsichtbares Zeichen für die Schreibrichtung ({})."
WIDTH = "Hinweis M021: Hier stehen Zeichen ohne Breite; sie werden beim Lesen weggelassen."
RETYPE = "Löschen Sie die Zeile und tippen Sie sie neu."


@pytest.mark.parametrize(
    ("char", "problem", "remedy"),
    [
        *((char, CONTROL, RETYPE) for char in "\x01\x07\x1b\x7f\x80\x9f\ufffe\uffff"),
        *((char, BIDI, RETYPE) for char in "\u202a\u202e\u2066\u2069\u200e\u200f\u061c"),
        *(
            (char, WIDTH, "Tippen Sie die Stelle neu, statt sie zu kopieren.")
            for char in "\u200b\u2060\ufeff\u00ad\u200c\u200d"
        ),
    ],
)
def test_characters_that_cannot_be_seen_are_named_and_taken_out(char: str, problem: str, remedy: str) -> None:
    text, findings = decode(f"eins\nzw{char}ei\n".encode(), "x.md")
    assert text == "eins\nzwei\n"
    problem = problem.format(f"U+{ord(char):04X}")
    assert [line(found) for found in findings] == [f"x.md:2: {problem} {remedy}"]


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "❤️‍🔥", "🧙‍♂️", "🏳️‍🌈", "⛹‍♀️", "👩🏽‍🔬", "1️⃣"])
def test_an_emoji_keeps_its_joiners(emoji: str) -> None:
    assert decode(emoji.encode(), "x.md") == (unicodedata.normalize("NFC", emoji), [])


def test_one_line_gives_one_finding_of_a_kind() -> None:
    assert notes("a\u200bb\u200bc\nd\u200be \u202e\u202e \x01\x02") == [
        "1 M021",
        "2 M003",
        "2 M020",
        "2 M021",
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("---\ntitle: „Löten“ – für 5 €\n---\n".encode("cp1252"), "---\ntitle: „Löten“ – für 5 €\n---\n"),
        ("---\ntitle: Löten\n---\n".encode("utf-16"), "---\ntitle: Löten\n---\n"),
        ("---\ntitle: Löten\n---\n".encode("utf-16-be"), "---\ntitle: Löten\n---\n"),
        (b"---\ntitle: L\x00t\n---\n", "---\ntitle: Lt\n---\n"),
    ],
)
def test_a_wrong_encoding_that_can_be_told_hides_nothing_else(raw: bytes, text: str) -> None:
    read, findings = decode(raw, "x.md")
    assert read == text
    assert [found.is_error for found in findings] == [True]


@pytest.mark.parametrize(
    "raw",
    [
        "---\ntitle: Łužica\n---\n".encode("cp1250"),
        "---\ntitle: Löten\n---\n".encode("mac-roman"),
        b"\xff\xfe-\x00-\x00-\x00\n\x00\x00",
        b"PK\x03\x04\x14\x00",
    ],
)
def test_a_wrong_encoding_that_can_not_be_told_ends_reading(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(raw, "x.md")


@pytest.mark.parametrize(
    ("written", "meant", "remedy"),
    [
        (
            "city: GÃ¶rlitz",
            "city: Görlitz",
            "In „GÃ¶rlitz“ sind Buchstaben zerfallen. Schreiben Sie: Görlitz",
        ),
        ("15â€“17 Uhr", "15–17 Uhr", "In „15â€“17“ sind Buchstaben zerfallen. Schreiben Sie: 15–17"),
        ('"StraÃŸe"', '"Straße"', "In „StraÃŸe“ sind Buchstaben zerfallen. Schreiben Sie: Straße"),
        (
            "G\ufffdrlitz",
            "G\ufffdrlitz",
            "In „G\ufffdrlitz“ sind Buchstaben zerfallen. Tippen Sie das Wort neu.",
        ),
    ],
)
def test_letters_read_in_the_wrong_encoding_are_named_and_mended(
    written: str, meant: str, remedy: str
) -> None:
    text, findings = decode(written.encode(), "x.md")
    assert text == meant
    assert [line(found) for found in findings] == [f"x.md:1: Fehler M026: {remedy}"]


@pytest.mark.parametrize(
    "text", ["São Paulo", "Ângström und Château", "5 € für Ärzte", "Ö und Ü", "naïve Âge"]
)
def test_foreign_letters_are_not_broken(text: str) -> None:
    assert decode(text.encode(), "x.md") == (text, [])


def test_what_passes_as_plain_needs_no_cleaning() -> None:
    """Neither a character by itself nor two of them side by side."""
    plain = [char for char in map(chr, range(0x10000)) if re.match(f"[{PLAIN}]", char)]
    assert len(plain) > 110
    pairs = "".join(first + second for first in plain for second in plain)
    assert clean_oddities(pairs, "a.md") == (pairs, [])
