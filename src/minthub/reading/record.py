"""A file of the content folder: its kind and id from the path, its fields and its text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

import yaml

from minthub.codes import finding
from minthub.findings import Finding
from minthub.reading import boundaries
from minthub.reading.conflict import find_conflict
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
from minthub.reading.recovery import Front, read_front

__all__ = ["Entry", "ListValue", "MapValue", "Record", "Scalar", "Value", "read_record", "without_comments"]

_START_ANEW = (
    "Kopieren Sie einen anderen Eintrag hinein und ändern Sie ihn, oder beginnen Sie mit: minthub neu"
)
MAX_BODY_LINE = 20_000
_HANDLER = RecordHandler()
# Tabs that can only be meant as blanks: in an empty line, or behind a key or hyphen.
_BLANK_LINE = re.compile(r"^[ \t]+$", re.MULTILINE)
_TAB_FOR_BLANK = re.compile(r"^( *(?:-|[\w-]+:))\t+", re.MULTILINE)
_SECOND_RECORD = re.compile(r"^---[ \t]*\n(?:#.*\n)*[a-z_]+:[ \n]", re.MULTILINE)


@dataclass(frozen=True)
class Record:
    """A record as written: every value is uninterpreted text with its line number.

    `unreadable`: keys of fields whose value could not be parsed; they are in `entries` with an empty value.
    `has_nameless`: some line holds a field whose key can't be read, so no field may be reported as missing.
    """

    file: str
    kind: str
    id: str
    entries: dict[str, Entry] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    folder: str | None = None
    unreadable: frozenset[str] = frozenset()
    has_nameless: bool = False

    def line_of(self, key: str, *path: int | str) -> int:
        """The line of a field, or of a value inside it; line 1 if the field is not there."""
        entry = self.entries.get(key)
        if entry is None:
            return 1
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
    raw: bytes, file: str, kind: str, id: str, folder: str | None = None, keys: Collection[str] = ()
) -> tuple[Record | None, list[Finding]]:
    """The record in a file and the findings about its syntax; None if it can't be read at all.

    `keys`: the known keys of the kind; only used to guess what a broken line was meant to be.
    """
    try:
        text, findings = decode(raw, file)
    except Unreadable as error:
        return None, [error.found]
    if not text.strip():
        return None, [*findings, finding("M024", file, 1, "Die Datei ist leer.", _START_ANEW)]
    if conflict := find_conflict(text, file):
        return None, [conflict]
    try:
        front, body, body_line = _split(text, file, keys)
    except Refused as refused:
        return None, findings + refused.findings
    body, about_body = _clean_body(body, file, body_line)
    record = Record(
        file, kind, id, front.entries, body, body_line, folder, front.unreadable, front.has_nameless
    )
    findings = [_at_field(found, front.entries, body_line) for found in findings]
    return record, [*findings, *front.findings, *about_body]


def _at_field(found: Finding, entries: dict[str, Entry], body_line: int) -> Finding:
    """The finding about a bidirectional control character with the key of the field whose lines it is in."""
    if found.code != "M020" or not 1 < found.line < body_line - 1:
        return found
    above = [entry for entry in entries.values() if entry.line <= found.line]
    return replace(found, field=max(above, key=lambda entry: entry.line).key) if above else found


def _split(text: str, file: str, keys: Collection[str]) -> tuple[Front, str, int]:
    """Front matter, text, and the line number of the first line of text. Raises Refused."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return _read_cut(boundaries.cut_somehow(lines, file, keys), file, keys)
    try:
        front, body = _HANDLER.split(text)
    except ValueError:
        return _read_cut(boundaries.cut_somehow(lines, file, keys), file, keys)
    if boundaries.is_cut_early(body, keys):
        return _read_cut(boundaries.cut_late(lines, file, keys), file, keys)
    front = _plain(front.removeprefix("\n"))
    first_of_body = front.count("\n") + 3
    try:
        entries, findings = parse_front_matter(front, file)
        read = Front(entries, frozenset(), findings)
    except (yaml.YAMLError, Refused) as error:
        front_lines = front.split("\n")[:-1]
        if isinstance(error, yaml.YAMLError) and boundaries.is_end_missing(front_lines):
            return _read_cut(boundaries.cut_somehow(lines, file, keys), file, keys)
        read = read_front(front_lines, file, 2, keys)
    return read, body.removeprefix("\n"), first_of_body


def _read_cut(cut: boundaries.Cut, file: str, keys: Collection[str]) -> tuple[Front, str, int]:
    """Like `_split`, for a file that lacks one of its `---` lines."""
    lines = _plain("\n".join(cut.front)).split("\n")
    try:
        front = read_front(lines, file, cut.front_line, keys)
    except Refused as refused:
        raise Refused([*cut.findings, *refused.findings]) from None
    front.findings = [*cut.findings, *front.findings]
    return front, "\n".join(cut.body), cut.body_line


def _plain(front: str) -> str:
    return _TAB_FOR_BLANK.sub(r"\1 ", _BLANK_LINE.sub("", front))


def _clean_body(body: str, file: str, first: int) -> tuple[str, list[Finding]]:
    """The text without comments, and findings about its form. `first` is the number of its first line."""
    lines = body.split("\n")
    findings = []
    for at, line in enumerate(lines):
        if len(line) > MAX_BODY_LINE:
            problem = f"Diese Zeile hat {len(line)} Zeichen, erlaubt sind 20.000."
            remedy = "Beginnen Sie nach jedem Absatz eine neue Zeile."
            findings.append(finding("M017", file, at + first, problem, remedy))
            # The text is cut there, so that nothing else is reported about this line.
            lines[at] = line[:100]
    body = "\n".join(lines)
    if second := _SECOND_RECORD.search(body):
        number = body[: second.start()].count("\n") + first
        remedy = "Legen Sie für jeden Eintrag eine eigene Datei an."
        findings.append(finding("M008", file, number, "Hier beginnt ein zweiter Kopfteil.", remedy))
    return without_comments(body), findings


def without_comments(text: str) -> str:
    """The text without `<!-- … -->`. Their line breaks stay, so line numbers below them stay right.

    By hand, because a regular expression takes minutes for a file full of comments that never end.
    """
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*parts, text[at:]])
