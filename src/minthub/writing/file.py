"""Edits a record file by its lines: fields can be sorted, respelt, set and removed; everything else is preserved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from minthub.reading.decode import clean
from minthub.reading.record import Record
from minthub.writing.record import body_lines
from minthub.writing.values import field_lines, is_empty

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"^\s*#|\s#")
_BLOCK_TEXT = re.compile(r":\s+(?:[&!]\S+\s+)?\|[-+\d]*$")
_TABS = re.compile(r"^( *(?:-|[\w-]+:))\t+")


@dataclass(frozen=True)
class Block:
    """A field with the comments above it. `below`: its further lines. `behind`: the comment behind its value."""

    key: str
    above: tuple[str, ...]
    head: str
    below: tuple[str, ...] = ()
    behind: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        return (*self.above, f"{self.head}  {self.behind}" if self.behind else self.head, *self.below)

    @property
    def is_fixed(self) -> bool:
        """Whether the value must not be respelt: it would lose comments between its lines, or a block text its line ends."""
        is_block = any(_BLOCK_TEXT.search(line) for line in (self.head, *self.below))
        return (is_block and len(self.below) > 1) or any(_COMMENT.search(line) for line in self.below)

    def spelt(self, value: Any) -> Block:
        """The field with this value in canonical spelling; unchanged if it `is_fixed` or the value is empty."""
        if self.is_fixed or is_empty(value):
            return self
        head, *below = field_lines(self.key, value)
        return replace(self, head=head, below=tuple(below))


@dataclass(frozen=True)
class RecordFile:
    """A file cut into fields that may be changed, and parts that are preserved.

    `header`: comments at the top with a blank line below them. `footer`: comments after the last field. `body`:
    everything below the closing `---`. `newline`: the line ending of the file.
    """

    header: tuple[str, ...]
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]
    body: str
    newline: str

    @property
    def text(self) -> str:
        lines = [*self.header, *(line for block in self.blocks for line in block.lines), *self.footer]
        return self.newline.join(["---", *lines, "---", self.body])

    def ordered(self, keys: Iterable[str]) -> RecordFile:
        """The fields in the order of these keys."""
        place = {key: number for number, key in enumerate(keys)}
        return replace(self, blocks=tuple(sorted(self.blocks, key=lambda block: place[block.key])))

    def spelt(self, values: Mapping[str, Any]) -> RecordFile:
        """Every field in the canonical spelling of its value."""
        return replace(self, blocks=tuple(block.spelt(values.get(block.key)) for block in self.blocks))

    def changed(self, changes: Mapping[str, Any], keys: Iterable[str]) -> RecordFile:
        """The file with some fields set, or removed if their new value is empty.

        A new field is inserted behind the last field that precedes it in `keys`, the order of the model's fields.
        """
        order = list(keys)
        blocks = list(self.blocks)
        for key, value in changes.items():
            at = next((index for index, block in enumerate(blocks) if block.key == key), None)
            if is_empty(value):
                blocks = [block for block in blocks if block.key != key]
            elif at is not None:
                head, *below = field_lines(key, value)
                blocks[at] = replace(blocks[at], head=head, below=tuple(below))
            else:
                head, *below = field_lines(key, value)
                earlier = set(order[: order.index(key)])
                last = max((index for index, block in enumerate(blocks) if block.key in earlier), default=-1)
                blocks.insert(last + 1, Block(key, (), head, tuple(below)))
        return replace(self, blocks=tuple(blocks))

    def with_body(self, body: str) -> RecordFile:
        return replace(self, body=self.newline.join([*body_lines(body), ""]))


def cut(raw: bytes, record: Record) -> RecordFile:
    """The file of a record that was read without a Fehler. Raises ValueError if `raw` is not that file."""
    source = raw.decode("utf-8").removeprefix("\ufeff")
    ends = list(_LINE_END.finditer(source))
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(source)]
    lines = [_plain(source[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    closing = next((number for number, line in enumerate(lines) if number and line == "---"), None)
    if lines[0] != "---" or closing is None:
        raise ValueError("no front matter")
    below = [*starts, len(source)][closing + 1]
    newline = ends[0].group()
    header, blocks, footer = _blocks(lines[1:closing], record)
    return RecordFile(header, blocks, footer, source[below:], newline)


def _plain(line: str) -> str:
    """A line as the reader cleans it, with blanks for tabs behind a key or hyphen, and without trailing blanks."""
    return _TABS.sub(r"\1 ", clean(line, "")[0]).rstrip()


def _blocks(lines: list[str], record: Record) -> tuple[tuple[str, ...], tuple[Block, ...], tuple[str, ...]]:
    """Header, fields and footer of the lines between the two `---`."""
    # `lines[0]` is line 2 of the file.
    starts = sorted((entry.line - 2, key) for key, entry in record.entries.items())
    if not starts:
        raise ValueError("no fields")
    header, above = _header(lines[: starts[0][0]])
    blocks: list[Block] = []
    for (start, key), (end, _) in zip(starts, [*starts[1:], (len(lines), "")], strict=True):
        last = _last_line(lines, start, end)
        blocks.append(_block(key, above, lines[start : last + 1]))
        above = tuple(line for line in lines[last + 1 : end] if line)
    return header, tuple(blocks), above


def _header(lines: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Splits the comments above the first field at the last blank line: those of the whole file, those of the field."""
    blank = max((number for number, line in enumerate(lines) if not line), default=-1)
    header = [line for line in lines[: blank + 1] if line]
    above = [line for line in lines[blank + 1 :] if line]
    return (*header, "") if header else (), tuple(above)


def _last_line(lines: list[str], start: int, end: int) -> int:
    """The index of a value's last line; blank lines and unindented comments below it belong to the next field."""
    return max(
        number for number in range(start, end) if number == start or lines[number][:1] not in ("", "#")
    )


def _block(key: str, above: tuple[str, ...], lines: list[str]) -> Block:
    head, *below = lines
    if below:
        return Block(key, above, head, tuple(below))
    at = _end_of_value(head)
    comment = head[at:].strip()
    return Block(key, above, head[:at].rstrip(), (), comment) if comment else Block(key, above, head)


def _end_of_value(line: str) -> int:
    """The offset at which the value of a one-line field ends and a comment may begin. Raises ValueError if the value
    continues in the next line.
    """
    try:
        events: list[Any] = list(yaml.parse(line, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError("no field of one line") from error
    # stream start, document start, mapping start, …, mapping end, document end, stream end
    return int(events[-4].end_mark.column)
