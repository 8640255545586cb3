"""Finds the boundaries of the front matter when one of its two `---` lines is missing or misplaced, and reports that."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import takewhile

from minthub.codes import finding
from minthub.findings import Finding
from minthub.reading.frontmatter import Refused

# A line that is certainly a field: our keys are lower-case words, and the text below hardly ever begins like that.
FIELD = re.compile(r"^[a-z_]+:(?:\s|$)")
# A line that may be a field („Titel: Robotik“) or a sentence („Wichtig: Bitte Trinkflasche mitbringen“).
FIELD_LIKE = re.compile(r"^[^\W\d_][\w \-]*:(?:\s|$)")
# A field without the blank after its colon. An address (https://…) is none.
GLUED = re.compile(r"^([A-Za-z_][\w\-]*):(?!//)(\S.*)$")
_ALMOST = re.compile(r"^(?:[-–—_*=]{1,6}|\.{3}|…)$")
# A list item or a comment; two hashes are a heading.
_MAYBE_FRONT_MATTER = re.compile(r"^(?:-(?:[ \t]|$)|#(?!#))")
_FENCE = "```"
# This many lines that look like fields are taken for a front matter.
_ENOUGH_FIELDS = 3


@dataclass(frozen=True)
class Cut:
    """The lines of front matter and text, the file's line number of the first one of each, and findings about the boundary."""

    front: list[str]
    front_line: int
    body: list[str]
    body_line: int
    findings: list[Finding]


def cut_somehow(lines: list[str], file: str, keys: Collection[str]) -> Cut:
    """Cuts a file that lacks one of its `---` lines, or whose second `---` is a horizontal rule in the text.

    Raises Refused if the boundary can't be guessed.
    """
    lines, findings, start = list(lines), list[Finding](), 1
    if lines[0].rstrip() != "---":
        findings.append(missing_start(lines, file))
        lines, start = _with_start(lines, findings)
        closing = next(
            (number for number in range(start + 1, len(lines) + 1) if lines[number - 1].rstrip() == "---"),
            None,
        )
        if closing:
            return Cut(lines[start : closing - 1], start + 1, lines[closing:], closing + 1, findings)
    return _without_end(lines, start, file, keys, findings)


def is_cut_early(body: str, keys: Collection[str]) -> bool:
    """Whether fields continue below the second `---`."""
    lines = iter(body.removeprefix("\n").split("\n"))
    first = [line for line in takewhile(lambda line: line.rstrip() != "---", lines) if line.strip()]
    known = [line for line in first if line.partition(":")[0] in keys]
    enough = 2 if next(lines, None) is not None else _ENOUGH_FIELDS
    return len(known) >= enough and first[0] in known


def cut_late(lines: list[str], file: str, keys: Collection[str]) -> Cut:
    """Cuts a file with a stray `---` among its fields: at the next `---`, else behind the last field."""
    early, *ends = (at for at, line in enumerate(lines, start=1) if line.rstrip() == "---" and at > 1)
    problem = "Diese Zeile --- beendet den Kopfteil, darunter stehen aber noch Felder."
    remedy = "Löschen Sie die Zeile ---." if ends else "Verschieben Sie --- unter das letzte Feld."
    said = finding("M006", file, early, problem, remedy)
    whole = [*lines[: early - 1], "", *lines[early:]]
    if not ends:
        return replace(_without_end(whole, 1, file, keys, []), findings=[said])
    return Cut(whole[1 : ends[0] - 1], 2, lines[ends[0] :], ends[0] + 1, [said])


def _with_start(lines: list[str], findings: list[Finding]) -> tuple[list[str], int]:
    """The corrected lines, and the line number of the opening `---`; 0 if it must be added before the first line."""
    at, first = next((at, line.strip()) for at, line in enumerate(lines, start=1) if line.strip())
    start, is_field = _start(lines), bool(FIELD_LIKE.match(first) or GLUED.match(first))
    if first == "---":
        blanks = len(lines[at - 1]) - len(lines[at - 1].lstrip())
        return [line[blanks:] if not line[:blanks].strip() else line for line in lines], at
    if _ALMOST.match(first):
        return lines, at
    if is_field and start:
        return [*lines[: start - 1], "", *lines[start:]], at - 1
    if start or is_field:
        return lines, start or at - 1
    raise Refused(findings)


def _without_end(
    lines: list[str], start: int, file: str, keys: Collection[str], findings: list[Finding]
) -> Cut:
    """Cuts a file without closing `---` at the first line that is no field."""
    view = ["---", *lines[start:]]
    # Stray lines with enough known fields below them still belong to the front matter; blank them to look past them.
    last = _end_of_known(view, keys)
    below = [at for at in range(first_line_of_text(view) or last, last) if _is_known(view[at], keys)]
    plain = [
        ""
        if len(below) >= _ENOUGH_FIELDS and at < below[-1] and not _is_known(line, keys) and line[:1].strip()
        else line
        for at, line in enumerate(view)
    ]
    said = missing_end(["---", *plain[1:]], file, start - 1)
    findings.append(said)
    at = said.line - start + 1
    shown = view[at - 1].strip()
    text_at = first_line_of_text(["---", *plain[1:]])
    if shown.endswith("---") and FIELD_LIKE.match(shown):
        front, rest = [*view[1 : at - 1], view[at - 1].rstrip().removesuffix("---")], at
    elif text_at is None:
        rest = min(_end_of_known(view, keys), at)
        front = view[1:rest]
    elif _ALMOST.match(shown) or shown.startswith("---"):
        # Text behind the hyphens belongs to the body.
        view[at - 1] = shown.lstrip("-–—_*=.… ")
        front, rest = view[1 : at - 1], at if not view[at - 1] else at - 1
    else:
        front, rest = view[1 : at - 1], at - 1
    names = [line.partition(":")[0] for line in front if FIELD_LIKE.match(line) or GLUED.match(line)]
    if len(names) < _ENOUGH_FIELDS and not set(names) & set(keys):
        raise Refused(findings)
    return Cut(front, start + 1, view[rest:], rest + start, findings)


def _is_known(line: str, keys: Collection[str]) -> bool:
    return line.partition(":")[0] in keys


def _end_of_known(view: list[str], keys: Collection[str]) -> int:
    """The index behind the last certain field and its lines; „Wichtig: Bitte Trinkflasche mitbringen“ below it is text."""
    last = max(
        (at for at, line in enumerate(view) if _is_known(line, keys) or FIELD.match(line)),
        default=len(view) - 1,
    )
    rest = last + 1
    while rest < len(view) and not (FIELD_LIKE.match(view[rest]) or GLUED.match(view[rest])):
        rest += 1
    return rest


def missing_start(lines: list[str], file: str) -> Finding:
    """The finding for a file whose first line is not `---`; names what is there instead."""
    at, first = next((at, line.strip()) for at, line in enumerate(lines, start=1) if line.strip())
    start = _start(lines)
    remedy = "Löschen Sie alles vor der Zeile ---."
    if start == at > 1:
        problem = f"Die Datei beginnt mit einer leeren Zeile, --- steht erst in Zeile {start}."
    elif first == "---":
        problem, remedy = _indented()
    elif _ALMOST.match(first):
        problem, remedy = (
            f"Die erste Zeile ist „{first}“, nicht drei Bindestriche.",
            "Schreiben Sie in Zeile 1: ---",
        )
    elif first.startswith("---"):
        problem, remedy = _more_than_boundary(first)
    elif start and (FIELD_LIKE.match(first) or GLUED.match(first)):
        problem = f"„{first[:40]}“ steht vor der Zeile ---, mit der der Kopfteil beginnt."
        remedy = f"Verschieben Sie --- aus Zeile {start} in die erste Zeile."
    elif start:
        problem = f"Vor dem Kopfteil steht „{first[:40]}“, --- steht erst in Zeile {start}."
        if first.startswith(_FENCE):
            remedy = f"Löschen Sie alles vor der Zeile ---, am Ende auch {_FENCE}."
    elif FIELD_LIKE.match(first) or GLUED.match(first):
        problem = f"Vor „{first[:40]}“ fehlt die Zeile, mit der der Kopfteil beginnt."
        remedy = "Fügen Sie als erste Zeile ein: ---"
    else:
        problem = f"Die Datei beginnt mit „{first[:40]}“, der Kopfteil fehlt."
        remedy = "Kopieren Sie den Kopfteil eines anderen Eintrags an den Anfang und ändern Sie die Werte."
    return finding("M005", file, 1, problem, remedy)


def _start(lines: list[str]) -> int | None:
    """The line number of the first `---` that is followed by a field or comment."""
    for number, line in enumerate(lines[:-1], start=1):
        if line.rstrip() == "---" and (FIELD_LIKE.match(lines[number]) or lines[number].startswith("#")):
            return number
    return None


def missing_end(lines: list[str], file: str, shift: int = 0) -> Finding:
    """The finding for a missing second `---`, at the first line that belongs to no field. `shift` is added to line numbers."""
    at = first_line_of_text(lines)
    fields = range(2, at or len(lines) + 1)
    if glued := next((number for number in fields if _ends_with_boundary(lines[number - 1])), None):
        problem, remedy = (
            "Hinter dem Wert stehen die drei Bindestriche.",
            "Schreiben Sie sie in eine eigene Zeile: ---",
        )
        return finding("M006", file, glued + shift, problem, remedy)
    if at is None:
        last = max(number for number, line in enumerate(lines, start=1) if line.strip())
        problem = "Der Kopfteil endet nicht: Nach dem letzten Feld fehlt die Zeile ---."
        return finding("M006", file, last + shift, problem, "Fügen Sie darunter eine Zeile ein: ---")
    shown = lines[at - 1].strip()
    if shown == "---":
        problem, remedy = _indented()
    elif _ALMOST.match(shown):
        problem, remedy = (
            f"Hier steht „{shown}“, nicht drei Bindestriche.",
            "Schreiben Sie in diese Zeile: ---",
        )
    elif shown.startswith("---"):
        problem, remedy = _more_than_boundary(shown)
    else:
        problem = f"Der Kopfteil endet nicht: Es fehlt die Zeile --- vor „{shown[:40]}“."
        remedy = "Fügen Sie hier eine Zeile ein: ---"
    return finding("M006", file, at + shift, problem, remedy)


def first_line_of_text(lines: list[str]) -> int | None:
    """The line number of the first non-empty line below the last field; None if there are only fields.

    Comments, lists and „Wichtig: …“ count as front matter if they directly follow a field, or if a field follows them.
    """
    last, is_attached = 1, True
    for number, line in enumerate(lines[1:], start=2):
        may_be_front_matter = _MAYBE_FRONT_MATTER.match(line) or FIELD_LIKE.match(line)
        if not line.strip():
            is_attached = False
        elif _ALMOST.match(line.strip()) and line.strip() not in ("-", "*"):
            break
        elif (
            FIELD.match(line)
            or GLUED.match(line)
            or line[0] in " \t"
            or (is_attached and may_be_front_matter)
        ):
            last, is_attached = number, True
        elif not may_be_front_matter:
            break
    return next((number for number in range(last + 1, len(lines) + 1) if lines[number - 1].strip()), None)


def is_end_missing(front_lines: list[str]) -> bool:
    """Whether the second `---` is a horizontal rule in the text, so that the closing `---` of the front matter is missing.

    Editors leave a blank line between the last field and the text; without one it is a stray line among the fields.
    """
    at = first_line_of_text(["---", *front_lines])
    if at is None:
        return False
    rest = front_lines[at - 2 :]
    return not any(FIELD.match(line) for line in rest) and not all(
        line.strip() for line in front_lines[max(at - 3, 0) :]
    )


def _ends_with_boundary(line: str) -> bool:
    return bool(FIELD.match(line)) and line.rstrip().endswith("---")


def _indented() -> tuple[str, str]:
    return (
        "Vor den drei Bindestrichen stehen Leerzeichen.",
        "Löschen Sie die Leerzeichen, sodass in der Zeile nur --- steht.",
    )


def _more_than_boundary(line: str) -> tuple[str, str]:
    return (
        f"In dieser Zeile steht mehr als ---: „{line[:40]}“.",
        "Schreiben Sie --- allein in die Zeile, alles andere darunter.",
    )
