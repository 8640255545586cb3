"""Recovers from YAML errors in a front matter, so that one broken line does not hide mistakes in other lines."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

import yaml

from minthub.findings import Finding
from minthub.reading import diagnosis
from minthub.reading.conflict import conflict_at
from minthub.reading.diagnosis import Diagnosis
from minthub.reading.frontmatter import Entry, Refused, Scalar, front_matter_stops_at, parse_front_matter

# With more mistakes than this the whole front matter is refused.
MAX_MISTAKES = 20
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?=\s|$)")


@dataclass
class Front:
    """The fields of a front matter, the keys of unreadable ones, and the findings.

    `has_nameless`: some line holds a field whose key could not be read.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)
    has_nameless: bool = False


def read_front(lines: list[str], file: str, offset: int, keys: Collection[str]) -> Front:
    """Parses the front matter repeatedly, each time without the field that the parser failed on.

    `lines`: between the two `---`. `offset`: line number of the first one in the file. `keys`: known keys. Raises
    Refused if no fields are left.
    """
    lines, findings, unreadable = list(lines), list[Finding](), dict[str, int]()
    findings += _without_conflicts(lines, file, offset)
    nameless = False
    for _ in range(MAX_MISTAKES):
        try:
            entries, found = parse_front_matter(_text(lines), file, offset)
            return Front(_with(entries, unreadable), frozenset(unreadable), [*findings, *found], nameless)
        except yaml.YAMLError:
            broken = _diagnosis(lines, file, offset, keys)
        except Refused as refused:
            found = refused.findings
            if not refused.line:
                # No line left has a field. After other mistakes this is their consequence, so it is not reported as well.
                raise Refused(findings or found) from None
            broken = _left_out(refused, lines, offset, keys)
        findings.append(broken.found)
        if broken.is_nameless:
            nameless = True
        elif broken.key and "" in broken.mended.values():
            unreadable.setdefault(broken.key, broken.found.line)
        if not _mend(lines, broken, offset):
            break
    raise Refused(findings)


def _without_conflicts(lines: list[str], file: str, offset: int) -> list[Finding]:
    """Blanks Git's conflict markers and the second version in `lines`, in place; keeps the first version."""
    first, is_second = None, False
    for at, line in enumerate(lines):
        mark = _CONFLICT.match(line)
        is_second = (mark[0][0] == "=") if mark else is_second
        if mark or is_second:
            first = at if first is None else first
            lines[at] = ""
    if first is None:
        return []
    return [conflict_at(file, first + offset)]


def _text(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


def _diagnosis(lines: list[str], file: str, offset: int, keys: Collection[str]) -> Diagnosis:
    """The first diagnosis whose correction moves the line where the parser fails, or makes all lines readable."""
    stopped = front_matter_stops_at(_text(lines))
    assert stopped is not None
    line = min(stopped, max(len(lines) - 1, 0)) + offset
    *known, guess = diagnosis.diagnoses(line, lines, file, offset, keys)
    for broken in known:
        if _stop_without(broken, lines, offset) != stopped:
            return broken
    # No known mistake is the cause: look for a field without which all other lines can be parsed.
    suspects = diagnosis.suspects(line, lines, file, offset, keys)
    alone = (broken for broken in suspects if _stop_without(broken, lines, offset) is None)
    return next(alone, known[0] if known else guess)


def _stop_without(broken: Diagnosis, lines: list[str], offset: int) -> int | None:
    """The line where the parser fails after this correction; None if it does not fail."""
    mended = list(lines)
    _mend(mended, broken, offset)
    return front_matter_stops_at(_text(mended))


def _left_out(refused: Refused, lines: list[str], offset: int, keys: Collection[str]) -> Diagnosis:
    """The diagnosis for a field that `parse_front_matter` refused: blank all lines of that field."""
    key, numbers = diagnosis.field_at(refused.line, lines, offset)
    return Diagnosis(
        refused.findings[-1], key if key in keys else "", dict.fromkeys(numbers, ""), key not in keys
    )


def _mend(lines: list[str], broken: Diagnosis, offset: int) -> bool:
    """Replaces the corrected lines in place; returns whether that changed anything."""
    before = list(lines)
    for number, text in broken.mended.items():
        if 0 <= number - offset < len(lines):
            lines[number - offset] = text
    return lines != before


def _with(entries: dict[str, Entry], unreadable: dict[str, int]) -> dict[str, Entry]:
    """The entries, with an empty one for each unreadable field, so that it does not count as missing."""
    empty = {key: Entry(key, line, Scalar("", line)) for key, line in unreadable.items()}
    return {**empty, **entries}
