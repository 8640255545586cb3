"""Cuts the lines of a front matter into fields without parsing them as YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minthub.reading.boundaries import GLUED
from minthub.reading.causes import bare, is_whole, without_comment

KEYED = re.compile(r"""^(?:"[^"]*"|'[^']*'|[^\s:#"'][^:]*)\s*:(?:\s+(?P<value>.*))?$""")
ITEM = re.compile(r"^\s*-(?:\s+(?P<value>.*))?$")
# `-Robotik`, `• Robotik`: misspelt list items.
_BULLET = re.compile(r"-[^\W\d]|[*•·▪–]\s")
SUBFIELD = re.compile(r"^\s+(?P<key>[\w-]+):(?:\s+(?P<value>.*))?$")


@dataclass
class Field:
    """An unindented line (`head`) and the lines below that belong to it, with their line numbers in the file."""

    number: int
    head: str
    below: list[tuple[int, str]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.head.partition(":")[0].strip().strip("\"'")

    @property
    def value(self) -> str:
        """The text behind the colon, without a comment; empty if there is no colon."""
        match = KEYED.match(self.head)
        return without_comment(match["value"] or "").strip() if match else ""

    @property
    def text(self) -> str:
        """The value joined with its continuation lines."""
        below = [] if is_whole(self.value) else [line.strip() for _, line in self.below]
        return " ".join([self.value, *below])

    @property
    def is_done(self) -> bool:
        """Whether the value is complete in this line, so that no list item or subfield may follow."""
        return is_whole(self.value) or self.value[:1] not in ("", "[", "{", "|", ">", '"', "'")

    @property
    def is_open(self) -> bool:
        """Whether a bracketed list is not closed yet, so that it continues in the next line."""
        return self.value.startswith("[") and bare(self.text).count("[") > bare(self.text).count("]")


def cut_fields(lines: list[str], offset: int) -> list[Field]:
    """All fields in order. Indented lines before the first field make a field with an empty head."""
    fields: list[Field] = []
    for number, line in enumerate(lines, start=offset):
        if not line.strip() or line.startswith("#"):
            continue
        hangs = line[0] in " \t" or bool(fields and _hangs_below(fields[-1], number, line))
        if not hangs:
            fields.append(Field(number, line))
        elif fields:
            fields[-1].below.append((number, line))
        else:
            fields.append(Field(number, "", [(number, line)]))
    return fields


def _hangs_below(last: Field, number: int, line: str) -> bool:
    """Whether an unindented line belongs to the field above: as list item, as part of an open list, or because both are
    stray text.
    """
    if ITEM.match(line):
        return True
    if KEYED.match(line) or GLUED.match(line):
        return False
    end = last.below[-1][0] if last.below else last.number
    is_stray = bool(last.head) and not KEYED.match(last.head) and not ITEM.match(last.head)
    is_paragraph = is_stray and end == number - 1 and line[0].isalpha() and last.head[0].isalpha()
    return last.is_open or is_paragraph or (not last.value and bool(_BULLET.match(line)))
