"""Finds the cause of a YAML error in a front matter and explains it to editors.

The front matter is cut into fields: an unindented line with all lines that belong to it. The parser fails at or after
the cause, so the first field up to that line that looks wrong is the one the editor must correct.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from minthub.codes import finding
from minthub.findings import Finding
from minthub.reading.causes import Cause, of_value, without_comment
from minthub.reading.fields import ITEM, KEYED, SUBFIELD, Field, cut_fields
from minthub.reading.heads import OPENING, STARRED, indented, of_head, wrong_bullet


@dataclass(frozen=True)
class Diagnosis:
    """A finding, the key of the unreadable field (empty if unknown), and the correction to continue parsing with.

    `mended`: line number in the file → text to parse instead. `is_nameless`: the line holds a field whose key can't
    be read.
    """

    found: Finding
    key: str
    mended: Mapping[int, str]
    is_nameless: bool = False


def diagnoses(
    stopped: int, front_lines: list[str], file: str, offset: int, keys: Collection[str] = ()
) -> Iterator[Diagnosis]:
    """The known mistakes from the top down to the line where the parser failed, and last a general diagnosis for that line.

    `stopped`: line number in the file. `front_lines`: between the two `---`. `offset`: line number of the first one in
    the file. `keys`: known keys.
    """
    last = None
    for found in cut_fields(front_lines, offset):
        if found.number > stopped:
            break
        if cause := next(_causes(found, last, keys), None):
            yield _diagnosis(cause, found, file, keys)
        last = found
    shown = front_lines[stopped - offset].strip() if front_lines else ""
    yield _unclear(stopped, shown, last or Field(stopped, ""), file, keys)


def _unclear(number: int, line: str, found: Field, file: str, keys: Collection[str]) -> Diagnosis:
    """The general diagnosis for a line that can't be read for an unknown reason."""
    problem = f"„{line[:60]}“ ist so nicht lesbar." if line else "Diese Zeile ist so nicht lesbar."
    remedy = "Prüfen Sie die Einrückung und setzen Sie den Wert in gerade Anführungszeichen."
    plain, key = line.lstrip(OPENING), ""
    if plain != line and plain.partition(":")[0] in keys:
        remedy, key = f"Schreiben Sie: {plain}", plain.partition(":")[0]
    return _diagnosis(Cause("M008", number, problem, remedy, key=key), found, file, keys)


def suspects(
    stopped: int, front_lines: list[str], file: str, offset: int, keys: Collection[str] = ()
) -> Iterator[Diagnosis]:
    """A general diagnosis for every field up to the line where the parser failed, the last one first."""
    for found in reversed(cut_fields(front_lines, offset)):
        if found.number <= stopped:
            yield _unclear(found.number, found.head.strip(), found, file, keys)


def _diagnosis(cause: Cause, found: Field, file: str, keys: Collection[str]) -> Diagnosis:
    """The diagnosis for a cause. Without a correction of its own it blanks all lines of the field, or only the cause's
    line if that is a field of its own.
    """
    key = cause.key or (found.key if KEYED.match(found.head) else "")
    is_alone = cause.key and cause.line != found.number
    numbers = [cause.line] if is_alone else [found.number, *(number for number, _ in found.below), cause.line]
    said = finding(
        cause.code, file, cause.line, cause.problem, cause.remedy, field=key if key in keys else None
    )
    return Diagnosis(said, key, cause.mended or dict.fromkeys(numbers, ""), cause.is_nameless)


def field_at(number: int, front_lines: list[str], offset: int) -> tuple[str, list[int]]:
    """Key and line numbers of the field that this line of the file belongs to."""
    for found in reversed(cut_fields(front_lines, offset)):
        if found.number <= number:
            key = found.key if KEYED.match(found.head) else ""
            return key, [found.number, *(below for below, _ in found.below), number]
    return "", [number]


def _causes(found: Field, last: Field | None, keys: Collection[str]) -> Iterator[Cause]:
    """The possible causes in a field, the most certain first. `last` is the field above it."""
    lines = [(found.number, found.head), *found.below]
    if tabs := {number: line for number, line in lines if "\t" in line[: len(line) - len(line.lstrip())]}:
        problem = "Die Zeile ist mit der Tabulator-Taste eingerückt."
        mended = {number: _without_tab(found, line, keys) for number, line in tabs.items()}
        first = mended[min(tabs)]
        key = "" if first[0] == " " else first.partition(":")[0]
        yield Cause("M009", min(tabs), problem, "Nehmen Sie zwei Leerzeichen.", key=key, mended=mended)
    if not found.head:
        number, line = found.below[0]
        yield indented(number, line)
    elif ITEM.match(found.head):
        problem = "Hier beginnt eine Liste, zu der kein Feld gehört."
        yield Cause(
            "M007", found.number, problem, "Schreiben Sie je Zeile ein Feld, zum Beispiel: title: Robotik-AG"
        )
    elif not KEYED.match(found.head) or STARRED.match(found.head):
        yield of_head(found, last, keys)
    else:
        yield from _of_lines_below(found, keys)
        yield from _of_values(found)


def _without_tab(found: Field, line: str, keys: Collection[str]) -> str:
    """The line without tabs: unindented if it is a field of its own, else indented with blanks."""
    subfield = SUBFIELD.match(line)
    is_field = subfield and (found.is_done or (subfield["key"] in keys and not found.head))
    return line.strip() if is_field else line.expandtabs(2)


def _of_lines_below(found: Field, keys: Collection[str]) -> Iterator[Cause]:
    """Causes in the lines below a field: wrong bullets, and indented lines that can't belong to the field."""
    for number, line in found.below:
        subfield, item = SUBFIELD.match(line), ITEM.match(line)
        if not found.value and (point := wrong_bullet(line.strip())):
            yield Cause("M008", number, *point)
        elif found.is_done and subfield and subfield["key"] in keys:
            yield indented(number, line)
        elif (
            found.is_done
            and item
            and (inner := KEYED.match(item["value"] or ""))
            and inner[0].partition(":")[0] in keys
        ):
            problem = "Vor dem Feldnamen steht ein Strich."
            key = inner[0].partition(":")[0]
            yield Cause("M008", number, problem, f"Schreiben Sie: {item['value']}", key=key)
        elif found.is_done and item:
            yield Cause(
                "M008",
                number,
                f"Unter {found.key} steht eine Liste, in der Zeile selbst aber schon ein Wert.",
                f"Schreiben Sie: {found.key}: [{found.value}, {item['value'] or '…'}]",
            )


def _of_values(found: Field) -> Iterator[Cause]:
    """Causes in the value of the field, or in those of its list items and subfields."""
    if re.fullmatch(r"[|>][-+\d]*", found.value):
        return
    if found.value:
        if cause := of_value(f"{found.key}: ", found.text, found.number):
            yield _at_line_with_colon(cause, found)
        return
    for number, line in found.below:
        match = ITEM.match(line) or SUBFIELD.match(line)
        if match and match["value"]:
            prefix = "- " if ITEM.match(line) else f"{match['key']}: "
            if cause := of_value(prefix, without_comment(match["value"]).strip(), number):
                yield cause


def _at_line_with_colon(cause: Cause, found: Field) -> Cause:
    """The cause with the line number of the colon, if the value continues over several lines."""
    if not cause.is_colon or ": " in f"{found.value} ":
        return cause
    return cause.at(next((number for number, line in found.below if ": " in f"{line} "), cause.line))
