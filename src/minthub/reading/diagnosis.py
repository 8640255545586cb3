"""Why a front matter could not be read, in the words of the one who wrote it.

The front matter is cut into fields: a line at the left margin with all that hangs below it. Reading stops at or
after the cause, so the first field up to there that looks wrong is the one the editor must look at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from minthub.codes import finding
from minthub.findings import Finding
from minthub.reading.boundaries import GLUED
from minthub.reading.causes import Cause, bare, is_whole, of_value, without_comment

_KEYED = re.compile(r"""^(?:"[^"]*"|'[^']*'|[^\s:#"'][^:]*)\s*:(?:\s+(?P<value>.*))?$""")
_ITEM = re.compile(r"^\s*-(?:\s+(?P<value>.*))?$")
_SUBFIELD = re.compile(r"^\s+(?P<key>[\w-]+):(?:\s+(?P<value>.*))?$")
_STARRED = re.compile(r"^\*+([\w -]+?):?\*+:?\s*(.*)$")


@dataclass
class _Field:
    """A line at the left margin and the lines below it that belong to it, each with its number in the file."""

    number: int
    head: str
    below: list[tuple[int, str]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.head.partition(":")[0].strip()

    @property
    def value(self) -> str:
        """What stands behind the colon, without a comment."""
        match = _KEYED.match(self.head)
        return without_comment(match["value"] or "").strip() if match else ""

    @property
    def text(self) -> str:
        """The value with the lines that go on with it."""
        below = [] if is_whole(self.value) else [line.strip() for _, line in self.below]
        return " ".join([self.value, *below])

    @property
    def is_done(self) -> bool:
        """Whether there is a value that no list or subfield can follow."""
        return is_whole(self.value) or self.value[:1] not in ("", "[", "{", "|", ">", '"', "'")

    @property
    def is_open(self) -> bool:
        """Whether a list goes on in the next line."""
        return self.value.startswith("[") and bare(self.text).count("[") > bare(self.text).count("]")


def explain(
    error: Any, front_lines: list[str], file: str, offset: int, keys: Collection[str] = ()
) -> Finding:
    """A finding for an error of the YAML reader, at the line the editor must look at.

    `front_lines` are the lines between the two `---`, `offset` the file's number of the first of them, `keys` the names
    that fields have.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    stopped = min(mark.line if mark else 0, max(len(front_lines) - 1, 0)) + offset
    for found in _fields(front_lines, offset):
        if found.number > stopped:
            break
        if cause := next(_causes(found, keys), None):
            return finding(cause.code, file, cause.line, cause.problem, cause.remedy)
    line = front_lines[stopped - offset].strip() if front_lines else ""
    problem = f"„{line[:60]}“ ist so nicht lesbar." if line else "Diese Zeile ist so nicht lesbar."
    remedy = "Prüfen Sie die Einrückung und setzen Sie den Wert in gerade Anführungszeichen."
    return finding("M008", file, stopped, problem, remedy)


def _fields(lines: list[str], offset: int) -> list[_Field]:
    """All fields in order. Lines that hang below nothing make a field without a head."""
    fields: list[_Field] = []
    for number, line in enumerate(lines, start=offset):
        if not line.strip() or line.startswith("#"):
            continue
        hangs = (
            line[0] in " \t"
            or (_ITEM.match(line) and fields)
            or (fields and fields[-1].is_open and not _KEYED.match(line))
        )
        if not hangs:
            fields.append(_Field(number, line))
        elif fields:
            fields[-1].below.append((number, line))
        else:
            fields.append(_Field(number, "", [(number, line)]))
    return fields


def _causes(found: _Field, keys: Collection[str]) -> Iterator[Cause]:
    """What looks wrong about a field, the surest first."""
    for number, line in ((found.number, found.head), *found.below):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield Cause(
                "M009",
                number,
                "Die Zeile ist mit der Tabulator-Taste eingerückt.",
                "Nehmen Sie zwei Leerzeichen.",
            )
    if not found.head:
        number, line = found.below[0]
        yield _indented(number, line)
    elif _ITEM.match(found.head):
        problem = "Hier beginnt eine Liste, zu der kein Feld gehört."
        yield Cause(
            "M007", found.number, problem, "Schreiben Sie je Zeile ein Feld, zum Beispiel: title: Robotik-AG"
        )
    elif not _KEYED.match(found.head) or _STARRED.match(found.head):
        yield _of_head(found, keys)
    else:
        yield from _of_lines_below(found, keys)
        yield from _of_values(found)


def _of_head(found: _Field, keys: Collection[str]) -> Cause:
    """The line has no feldname: Wert."""
    line, number = found.head.rstrip(), found.number
    if glued := GLUED.match(line):
        return Cause(
            "M010",
            number,
            f"Nach „{glued[1]}:“ fehlt ein Leerzeichen.",
            f"Schreiben Sie: {glued[1]}: {glued[2]}",
        )
    if starred := _STARRED.match(line):
        return Cause(
            "M008",
            number,
            "Der Feldname steht zwischen Sternchen.",
            f"Schreiben Sie: {starred[1]}: {starred[2]}",
        )
    if line.startswith(":"):
        return Cause(
            "M008", number, "Vor dem Doppelpunkt fehlt der Feldname.", "Schreiben Sie: feldname: Wert"
        )
    if line in ("...", "…") or re.match(r"%[A-Z]", line):
        return Cause("M008", number, f"„{line[:40]}“ gehört nicht in den Kopfteil.", "Löschen Sie die Zeile.")
    if point := _wrong_bullet(line):
        return Cause("M008", number, *point)
    word = re.match(r"[A-Za-z_]+", line)
    if word and word[0] in keys:
        value = line[word.end() :].strip(" =：-–")
        return Cause(
            "M010",
            number,
            f"Nach „{word[0]}“ fehlt der Doppelpunkt.",
            f"Schreiben Sie: {word[0]}: {value}".rstrip(),
        )
    return Cause(
        "M008",
        number,
        f"„{line[:40]}“ gehört zu keinem Feld.",
        "Setzt die Zeile das Feld darüber fort, rücken Sie sie mit zwei Leerzeichen ein; Text gehört unter den Kopfteil.",
    )


def _of_lines_below(found: _Field, keys: Collection[str]) -> Iterator[Cause]:
    """Lines that hang below a field as if they belonged to it, and don't."""
    for number, line in found.below:
        subfield, item = _SUBFIELD.match(line), _ITEM.match(line)
        if not found.value and (point := _wrong_bullet(line.strip())):
            yield Cause("M008", number, *point)
        elif found.is_done and subfield and subfield["key"] in keys:
            yield _indented(number, line)
        elif (
            found.is_done
            and item
            and (inner := _KEYED.match(item["value"] or ""))
            and inner[0].partition(":")[0] in keys
        ):
            yield Cause(
                "M008", number, "Vor dem Feldnamen steht ein Strich.", f"Schreiben Sie: {item['value']}"
            )
        elif found.is_done and item:
            yield Cause(
                "M008",
                number,
                f"Unter {found.key} steht eine Liste, in der Zeile selbst aber schon ein Wert.",
                f"Schreiben Sie: {found.key}: [{found.value}, {item['value'] or '…'}]",
            )


def _of_values(found: _Field) -> Iterator[Cause]:
    """The value of the field, of its list items and subfields."""
    if re.fullmatch(r"[|>][-+\d]*", found.value):
        return
    if found.value:
        if cause := of_value(f"{found.key}: ", found.text, found.number):
            yield _at_line_with_colon(cause, found)
        return
    for number, line in found.below:
        match = _ITEM.match(line) or _SUBFIELD.match(line)
        if match and match["value"]:
            prefix = "- " if _ITEM.match(line) else f"{match['key']}: "
            if cause := of_value(prefix, without_comment(match["value"]).strip(), number):
                yield cause


def _at_line_with_colon(cause: Cause, found: _Field) -> Cause:
    """A colon in a value of several lines is named where it stands."""
    if not cause.is_colon or ": " in f"{found.value} ":
        return cause
    return cause.at(next((number for number, line in found.below if ": " in f"{line} "), cause.line))


def _indented(number: int, line: str) -> Cause:
    return Cause(
        "M008", number, "Die Zeile ist eingerückt.", f"Löschen Sie die Leerzeichen am Anfang: {line.strip()}"
    )


def _wrong_bullet(line: str) -> tuple[str, str] | None:
    """`-Robotik`, `* Robotik`, `• Robotik`: a list item that is none."""
    if glued := re.match(r"-([^\W\d].*)", line):
        return "Nach dem Strich fehlt ein Leerzeichen.", f"Schreiben Sie: - {glued[1]}"
    if other := re.match(r"[*•–]\s+(.*)", line):
        return "Punkte einer Liste beginnen hier mit einem Bindestrich.", f"Schreiben Sie: - {other[1]}"
    return None
