"""A file as a whole: fields, text and the lines of both."""

from __future__ import annotations

import pytest

from minthub.reading import Record, Scalar
from minthub.reading.record import MAX_BODY_LINE
from tests.unit.reading.conftest import Read

HEAD = "---\ntitle: Robotik-AG\n---\n"


def body_of(read: Read, body: str) -> str:
    record, messages = read(HEAD + body)
    assert messages == []
    assert record is not None
    return record.body


def test_a_record_is_what_was_written() -> None:
    from minthub.reading import read_record

    record, findings = read_record(
        f"{HEAD}\nText\n".encode(), "content/offers/x.md", "offers", "x", "goerlitz"
    )
    assert findings == []
    assert record is not None
    assert (record.file, record.kind, record.id, record.folder) == (
        "content/offers/x.md",
        "offers",
        "x",
        "goerlitz",
    )
    assert record.entries["title"].value == Scalar("Robotik-AG", 2)
    assert (record.body, record.body_line) == ("\nText\n", 4)


@pytest.mark.parametrize("nothing", ["", "\n", " \n\t\n", "\ufeff", "\u00a0\n"])
def test_an_empty_file_is_one_finding(nothing: str, read: Read) -> None:
    assert read(nothing) == (
        None,
        [
            "1: Fehler M024: Die Datei ist leer."
            " Kopieren Sie einen anderen Eintrag hinein und ändern Sie ihn, oder beginnen Sie mit: minthub neu"
        ],
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Text", "Text"),
        ("Text\n\n---\n\nMehr\n", "Text\n\n---\n\nMehr\n"),
        ("---\nMehr\n", "---\nMehr\n"),
        ("a <!-- b --> c", "a  c"),
        ("a\n<!-- b\nc\n-->\nd", "a\n\n\n\nd"),
        ("<!-- a --><!-- b\n -->c<!---->", "\nc"),
        ("a <!-- b", "a <!-- b"),
        ("a --> b", "a --> b"),
        ("a <!--> b --> c", "a  c"),
    ],
)
def test_the_text_is_as_written_without_comments(body: str, text: str, read: Read) -> None:
    assert body_of(read, body) == text


@pytest.mark.parametrize("comment", ["<!-- eins -->", "<!-- eins\nzwei\ndrei -->", "<!--\n\n-->\n<!--\n-->"])
def test_lines_below_a_comment_keep_their_numbers(comment: str, read: Read) -> None:
    text = body_of(read, f"{comment}\nhier\n")
    assert text.split("\n").index("hier") == f"{comment}\nhier\n".split("\n").index("hier")


def test_a_line_of_the_text_has_an_end(read: Read) -> None:
    record, messages = read(f"{HEAD}kurz\n{'a' * (MAX_BODY_LINE + 1)}\n{'a' * MAX_BODY_LINE}\n")
    assert messages == [
        "5: Fehler M017: Diese Zeile hat 20001 Zeichen, erlaubt sind 20.000. Beginnen Sie nach jedem Absatz eine neue Zeile."
    ]
    assert record is not None
    assert [len(line) for line in record.body.split("\n")] == [4, 100, MAX_BODY_LINE, 0]


@pytest.mark.parametrize("head", [HEAD, "--- \n# Angebot\ntitle: Robotik-AG\n---\n", "---\ntitle:\n---\n"])
def test_a_file_holds_one_record(head: str, read: Read) -> None:
    assert read(f"{HEAD}Text\n\n{head}Noch einer\n")[1] == [
        "6: Fehler M008: Hier beginnt ein zweiter Kopfteil. Legen Sie für jeden Eintrag eine eigene Datei an."
    ]


def test_findings_of_all_parts_come_together(read: Read) -> None:
    record, messages = read(f"---\ntitle: *a\ncity: b\ncity: c\n---\na\u200bb\n{'x' * 20_001}\n")
    assert record is not None
    assert [message.partition(": ")[2].partition(":")[0] for message in messages] == [
        "Hinweis M021",
        "Fehler M013",
        "Fehler M012",
        "Fehler M017",
    ]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("topics",), 3),
        (("topics", 0), 4),
        (("topics", 1), 5),
        (("topics", 9), 3),
        (("topics", "website"), 3),
        (("coordination", 0), 6),
        (("coordination",), 6),
        (("coordination", "website"), 7),
        (("coordination", "contact"), 9),
        (("coordination", "contact", 1), 10),
        (("coordination", "nichts"), 6),
        (("title", 0), 2),
        (("nichts",), 1),
        (("nichts", 3), 1),
    ],
)
def test_a_value_is_found_by_its_path(path: tuple[str | int, ...], line: int, read: Read) -> None:
    record, messages = read(
        "---\ntitle: a\ntopics:\n  - b\n  - c\ncoordination:\n  website: d\n  contact:\n    - e\n    - f\n---\nText\n"
    )
    assert messages == []
    assert isinstance(record, Record)
    key, *rest = path
    assert record.line_of(str(key), *rest) == line


@pytest.mark.parametrize("blank", ["", "\n"])
def test_two_versions_in_the_text_are_one_mistake(blank: str, read: Read) -> None:
    text = f"---\ntitle: A\nquatsch: B\n---\nText.\n{blank}<<<<<<< HEAD\n{blank}# Eins\n{blank}=======\nZwei\n{blank}>>>>>>> main\n"
    record, messages = read(text)
    assert record is None
    assert [message.partition(" Behalten")[0] for message in messages] == [
        f"{6 + len(blank)}: Fehler M008: Hier sind zwei Fassungen der Datei stehen geblieben."
    ]
