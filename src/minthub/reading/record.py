"""A file of the content folder: its kind and id from the path, its fields and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from minthub.codes import finding
from minthub.findings import Finding
from minthub.reading import diagnosis
from minthub.reading.decode import Unreadable, decode
from minthub.reading.frontmatter import (
    Entry,
    ListValue,
    MapValue,
    RecordHandler,
    Refused,
    Scalar,
    Value,
    parse_front_matter,
)

__all__ = ["Entry", "ListValue", "MapValue", "Record", "Scalar", "Value", "read_record"]

MAX_BODY_LINE = 20_000
_HANDLER = RecordHandler()
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Record:
    """What an editor wrote: no meaning yet, every value still text with its line."""

    file: str
    kind: str
    id: str
    entries: dict[str, Entry] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    folder: str | None = None

    def line_of(self, key: str, *path: int | str) -> int:
        """The line of a field, or of a value inside it; line 1 if the field is not there."""
        entry = self.entries.get(key)
        if entry is None:
            return 1
        if not path and isinstance(entry.value, Scalar):
            return entry.line
        value: Value = entry.value
        line = entry.line
        for step in path:
            if isinstance(value, ListValue) and isinstance(step, int) and step < len(value.items):
                value = value.items[step]
            elif isinstance(value, MapValue) and str(step) in value.entries:
                value = value.entries[str(step)].value
            else:
                return line
            line = value.line
        return line


def read_record(
    raw: bytes, file: str, kind: str, id: str, folder: str | None = None
) -> tuple[Record | None, list[Finding]]:
    """The record in a file and the findings about its form; None if the form hides the content."""
    try:
        text, findings = decode(raw, file)
    except Unreadable as error:
        return None, [error.found]
    if not text.strip():
        return None, [
            finding(
                "M024",
                file,
                1,
                "Die Datei ist leer.",
                "Beginnen Sie mit einer Vorlage: minthub neu … oder kopieren Sie einen anderen Eintrag.",
            )
        ]
    try:
        entries, body, body_line, more = _split(text, file)
    except Refused as refused:
        return None, findings + refused.findings
    findings += more
    body, long_lines = _clean_body(body, file, body_line)
    return Record(file, kind, id, entries, body, body_line, folder), findings + long_lines


def _split(text: str, file: str) -> tuple[dict[str, Entry], str, int, list[Finding]]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise Refused([diagnosis.missing_start(lines, file)])
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        raise Refused([diagnosis.missing_end(lines, file)]) from None
    front = front.removeprefix("\n")
    body_line = front.count("\n") + 3
    try:
        entries, findings = parse_front_matter(front, file)
    except yaml.YAMLError as error:
        front_lines = front.split("\n")[:-1] or [""]
        text_starts = diagnosis.first_line_of_text(["---", *front_lines])
        mark = getattr(error, "problem_mark", None)
        # Text between the two `---`: most likely the second one is a rule in the text and the end is missing.
        if (
            text_starts <= len(front_lines)
            and mark
            and mark.line + 2 >= text_starts
            and front_lines[text_starts - 3 :][:1] == [""]
        ):
            raise Refused([diagnosis.missing_end(lines, file)]) from None
        raise Refused([diagnosis.explain(error, front_lines, file, 2)]) from None
    return entries, body.removeprefix("\n"), body_line, findings


def _clean_body(body: str, file: str, body_line: int) -> tuple[str, list[Finding]]:
    """The text without comments; lines that are too long for any editor are findings."""
    findings = [
        finding(
            "M017",
            file,
            number,
            f"Diese Zeile hat {len(line)} Zeichen.",
            "Beginnen Sie nach jedem Absatz eine neue Zeile.",
        )
        for number, line in enumerate(body.split("\n"), start=body_line)
        if len(line) > MAX_BODY_LINE
    ]
    # A comment leaves its line breaks behind, so line numbers below it stay right.
    return _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), body), findings
