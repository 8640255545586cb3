"""The front matter of a file as a tree of texts with lines.

PyYAML's own types are not used: it makes 567 of the postcode 01067, 750 of 12:30 and no of „Norwegen“. The tree is
built from YAML events, so every scalar stays the text that the editor wrote, and anchors, tags and repeated keys
are seen before they can do anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from minthub.codes import finding
from minthub.findings import Finding

MAX_DEPTH = 5
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Scalar:
    """One value as written, without its quotes; empty if nothing was written."""

    text: str
    line: int


@dataclass(frozen=True)
class ListValue:
    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True)
class MapValue:
    entries: dict[str, Entry]
    line: int


Value = Scalar | ListValue | MapValue


@dataclass(frozen=True)
class Entry:
    """A key with its value; `line` is the line of the key."""

    key: str
    line: int
    value: Value


@dataclass
class Refused(Exception):
    """The front matter can't be read as a whole; `findings` say why."""

    findings: list[Finding] = field(default_factory=list)


class RecordHandler(YAMLHandler):  # type: ignore[misc]  # python-frontmatter ships no types
    """python-frontmatter's splitter with a boundary of exactly three hyphens, and our own loader."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


class _TreeBuilder:
    """YAML events to a tree. `offset` is what to add to YAML's line numbers (0-based, front matter only)."""

    def __init__(self, text: str, file: str, offset: int) -> None:
        self.file = file
        self.offset = offset
        self.findings: list[Finding] = []
        self.events: Iterator[Any] = yaml.parse(text, Loader=_Loader)

    def build(self) -> Value | None:
        next(self.events)  # stream start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        tree = self._value(next(self.events), 0)
        next(self.events)  # document end
        if not isinstance(event := next(self.events), yaml.StreamEndEvent):
            raise Refused(
                [self._refuse("M008", event, "Hier beginnt ein zweiter Kopfteil.", "Löschen Sie ihn.")]
            )
        return tree

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.offset

    def _refuse(self, code: str, event: Any, problem: str, remedy: str) -> Finding:
        return finding(code, self.file, self._line(event), problem, remedy)

    def _value(self, event: Any, depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise Refused(
                [
                    self._refuse(
                        "M016",
                        event,
                        "Hier sind mehr als fünf Ebenen verschachtelt.",
                        "Schreiben Sie die Werte ohne weitere Unterfelder.",
                    )
                ]
            )
        self._check_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._map(event, depth)
        return Scalar("", self._line(event))  # an alias, already reported

    def _check_marks(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.findings.append(
                self._refuse(
                    "M013",
                    event,
                    f"Ein Wert beginnt mit dem Zeichen „{sign}“, das hier eine besondere Bedeutung hat.",
                    f'Setzen Sie den Wert in gerade Anführungszeichen: "{sign}{event.anchor} …"',
                )
            )
        elif getattr(event, "tag", None) not in (None, "!"):
            sign = str(event.tag).removeprefix("tag:yaml.org,2002:")
            self.findings.append(
                self._refuse(
                    "M014",
                    event,
                    f"Ein Wert beginnt mit „!“ ({sign}), das hier eine besondere Bedeutung hat.",
                    "Setzen Sie den Wert in gerade Anführungszeichen.",
                )
            )

    def _scalar(self, event: Any) -> Scalar:
        is_empty = event.style is None and event.value in _NULLS
        return Scalar("" if is_empty else event.value.strip(), self._line(event))

    def _list(self, start: Any, depth: int) -> ListValue:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return ListValue(tuple(items), self._line(start))

    def _map(self, start: Any, depth: int) -> MapValue:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            value = self._value(next(self.events), depth + 1)
            name = key.text if isinstance(key, Scalar) else ""
            if not name:
                self.findings.append(
                    self._refuse("M008", event, "Hier fehlt der Feldname.", "Schreiben Sie: feldname: Wert")
                )
            elif name in entries:
                self.findings.append(
                    self._refuse(
                        "M012",
                        event,
                        f"Das Feld {name} steht schon in Zeile {entries[name].line}.",
                        "Löschen Sie eine der beiden Zeilen; mehrere Werte kommen in eine Liste: [a, b]",
                    )
                )
            else:
                entries[name] = Entry(name, self._line(event), value)
        return MapValue(entries, self._line(start))


def parse_front_matter(text: str, file: str, offset: int = 2) -> tuple[dict[str, Entry], list[Finding]]:
    """The fields of a front matter (without its `---` lines) and the findings about single values.

    `offset` is the file's line number of the first line of `text`. Raises Refused if there are no fields to go on with;
    yaml.YAMLError passes through for `diagnosis` to explain.
    """
    builder = _TreeBuilder(text, file, offset)
    tree = builder.build()
    if not isinstance(tree, MapValue):
        if builder.findings:
            raise Refused(builder.findings)
        line = offset if tree is None else tree.line
        problem = (
            "Zwischen den beiden Zeilen --- steht kein Feld."
            if tree is None
            else "Hier steht kein Feld, sondern nur ein Wert oder eine Liste."
        )
        raise Refused(
            [
                finding(
                    "M007",
                    file,
                    line,
                    problem,
                    "Schreiben Sie je Zeile ein Feld, zum Beispiel: title: Robotik-AG",
                )
            ]
        )
    return tree.entries, builder.findings
