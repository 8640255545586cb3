"""Why a front matter could not be read, in the words of the one who wrote it."""

from __future__ import annotations

import re
from typing import Any

from minthub.codes import finding
from minthub.findings import Finding

_FIELD_LINE = re.compile(r"^[A-Za-zÄÖÜäöüß_][\w \-]*:(\s|$)")
_DASHES = re.compile(r"^[-–—_*=]{1,6}$")
_GLUED = re.compile(r"^([A-Za-z_][\w\-]*):(?=[^\s/])(.+)$")


def missing_start(lines: list[str], file: str) -> Finding:
    """The first line is not `---`: say what stands there instead."""
    first = lines[0].strip()
    filled = next((number for number, line in enumerate(lines, start=1) if line.strip()), None)
    if filled and filled > 1 and lines[filled - 1].strip() == "---":
        return finding(
            "M005",
            file,
            1,
            f"Die Datei beginnt mit einer leeren Zeile, --- steht erst in Zeile {filled}.",
            "Löschen Sie alles vor ---.",
        )
    if _DASHES.match(first):
        return finding(
            "M005",
            file,
            1,
            f"Die erste Zeile ist „{first}“, nicht drei Bindestriche.",
            "Schreiben Sie in Zeile 1: ---",
        )
    return finding(
        "M005",
        file,
        1,
        f"Vor „{first[:40]}“ fehlt die Zeile, mit der der Kopfteil beginnt.",
        "Fügen Sie als erste Zeile ein: ---",
    )


def missing_end(lines: list[str], file: str) -> Finding:
    """No second `---`: point at the first line that is no field any more."""
    number = first_line_of_text(lines)
    shown = lines[number - 1].strip() if number <= len(lines) else ""
    if _DASHES.match(shown):
        return finding(
            "M006",
            file,
            number,
            f"Hier steht „{shown}“, nicht drei Bindestriche.",
            "Schreiben Sie in diese Zeile: ---",
        )
    where = f"vor „{shown[:40]}“" if shown else "nach dem letzten Feld"
    return finding(
        "M006",
        file,
        number,
        f"Der Kopfteil endet nicht: Es fehlt die Zeile --- {where}.",
        "Fügen Sie hier eine Zeile ein: ---",
    )


def first_line_of_text(lines: list[str]) -> int:
    """The number of the first line after the opening `---` that looks like no front matter."""
    for number, line in enumerate(lines[1:], start=2):
        is_front_matter = (
            not line.strip()
            or line[0] in " #\t"
            or line.startswith(("- ", "-\t"))
            or line.strip() == "-"
            or _FIELD_LINE.match(line)
            or _GLUED.match(line)
        )
        if not is_front_matter:
            return number
    return len(lines)


def explain(error: Any, front_lines: list[str], file: str, offset: int) -> Finding:
    """A finding for a YAML error: the usual causes first, at the line the editor must look at.

    `front_lines` are the lines between the two `---`; `offset` is the file's number of the first of them.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.line if mark else 0, max(len(front_lines) - 1, 0))
    start = getattr(getattr(error, "context_mark", None), "line", at)
    for index in _lines_to_try(front_lines, start, at):
        found = _explain_line(front_lines[index], file, index + offset)
        if found:
            return found
    line = front_lines[at].strip() if front_lines else ""
    return finding(
        "M008",
        file,
        at + offset,
        f"„{line[:60]}“ ist so nicht lesbar." if line else "Diese Zeile ist so nicht lesbar.",
        "Prüfen Sie die Einrückung und setzen Sie den Wert in gerade Anführungszeichen.",
    )


def _lines_to_try(lines: list[str], start: int, at: int) -> list[int]:
    """The line of the cause is mostly the one before or where reading stopped; then all from the start of the value."""
    order = [at, at - 1, start, *range(min(start, at), at), *range(at)]
    return [index for index in dict.fromkeys(order) if 0 <= index < len(lines)]


def _explain_line(line: str, file: str, number: int) -> Finding | None:
    key, colon, value = line.partition(":")
    value = value.strip()
    if line[: len(line) - len(line.lstrip())].count("\t"):
        return finding(
            "M009",
            file,
            number,
            "Die Zeile ist mit der Tabulator-Taste eingerückt.",
            "Nehmen Sie zwei Leerzeichen.",
        )
    if glued := _GLUED.match(line):
        return finding(
            "M010",
            file,
            number,
            f"Nach „{glued[1]}:“ fehlt ein Leerzeichen.",
            f"Schreiben Sie: {glued[1]}: {glued[2].strip()}",
        )
    if not colon and re.match(r"^[a-z_]+\s+\S", line):
        key, _, value = line.partition(" ")
        return finding(
            "M010",
            file,
            number,
            f"Nach „{key}“ fehlt der Doppelpunkt.",
            f"Schreiben Sie: {key}: {value.strip()}",
        )
    if value[:1] in "\"'" and value and value.count(value[0]) % 2:
        inner = value.strip(value[0])
        return finding(
            "M011",
            file,
            number,
            f"Das Anführungszeichen vor „{inner[:40]}“ ist nicht geschlossen.",
            f'Schreiben Sie: {key}: "{inner}"',
        )
    if value[:1] == '"' and not value.endswith('"'):
        inner = value.replace('"', "")
        return finding(
            "M011",
            file,
            number,
            "Innerhalb des Wertes stehen gerade Anführungszeichen.",
            f'Schreiben Sie typografische: {key}: "{_typographic(value)}"'
            if '"' in value[1:]
            else f'Schreiben Sie: {key}: "{inner}"',
        )
    if value[:1] == "„":
        return None
    if value.startswith("[") and value.count("[") > value.count("]"):
        return finding(
            "M015",
            file,
            number,
            f"Die Liste „{value[:40]}“ ist nicht geschlossen.",
            f"Schreiben Sie: {key}: {value}]",
        )
    if value[:1] in "*&!%@`|>{]},?" and value and not value.startswith(("|", ">")):
        return finding(
            "M008",
            file,
            number,
            f"Der Wert beginnt mit „{value[0]}“, das hier eine besondere Bedeutung hat.",
            f'Schreiben Sie: {key}: "{value}"',
        )
    if ": " in value or value.endswith(":"):
        return finding(
            "M010",
            file,
            number,
            f"Der Wert „{value[:60]}“ enthält einen Doppelpunkt.",
            f'Schreiben Sie: {key}: "{value}"',
        )
    return None


def _typographic(value: str) -> str:
    """`"Robotik" für alle` → `„Robotik“ für alle`."""
    return re.sub(r'"([^"]*)"', r"„\1“", value).replace('"', "")
