"""The front matter of a file as a tree of texts with lines.

PyYAML's own types are not used: it makes 567 of the postcode 01067, 750 of 12:30 and no of „Norwegen“. The tree is
built from YAML events, so every scalar stays the text that the editor wrote, and anchors, tags and repeated keys
are seen before they can do anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from minthub.codes import finding
from minthub.findings import Finding
from minthub.reading.decode import clean

MAX_DEPTH = 5
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}
# A hash and a word, without the blank that comments have: „Raum #5“.
_GLUED_COMMENT = re.compile(r"\s+(#[^\s#].*)")
_SHORT = re.compile(r"[\w .-]{1,40}")
_BULLET = re.compile(r"\s*[-*•]\s*(?=[^\W\d])")


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
    """The front matter can't be read. `findings` give the reasons. If only one field is at fault, `line` is its line and
    the last finding is about it.
    """

    findings: list[Finding] = field(default_factory=list)
    line: int = 0


class RecordHandler(YAMLHandler):
    """python-frontmatter's splitter with a boundary of exactly three hyphens."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


def quoted(text: str) -> str:
    """A scalar in straight quotes that is always read back as the same text (line breaks as blanks)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(event: Any) -> bool:
    """Whether a scalar is plain (unquoted). PyYAML's two parsers, in Python and C, mark that by None or by ''."""
    return not event.style


class _TreeBuilder:
    """YAML events to a tree. `offset` is what to add to YAML's line numbers (0-based, front matter only)."""

    def __init__(self, text: str, file: str, offset: int) -> None:
        self.file = file
        self.offset = offset
        self.lines = text.split("\n")
        self.key = ""  # of the field that is being read
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
            problem = "In dieser Zeile steht mehr als die drei Bindestriche."
            remedy = "Schreiben Sie --- allein in die Zeile, alles andere darunter."
            self._refuse("M008", event, problem, remedy)
        return tree

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.offset

    def _find(self, code: str, event: Any, problem: str, remedy: str) -> None:
        """Adds a finding about the current field. It names the key, so that no further findings about the field follow."""
        self.findings.append(
            finding(code, self.file, self._line(event), problem, remedy, field=self.key or None)
        )

    def _refuse(self, code: str, event: Any, problem: str, remedy: str) -> None:
        line = self._line(event)
        raise Refused([*self.findings, finding(code, self.file, line, problem, remedy)], line)

    def _value(self, event: Any, depth: int, *, is_key: bool = False) -> Value:
        if depth > MAX_DEPTH:
            problem = "Hier sind mehr als fünf Ebenen verschachtelt."
            self._refuse("M016", event, problem, "Schreiben Sie die Werte ohne weitere Unterfelder.")
        self._check_sign(event, depth, is_key=is_key)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._map(event, depth)
        return Scalar("", self._line(event))  # an alias, already reported

    def _check_sign(self, event: Any, depth: int, *, is_key: bool) -> None:
        """Reports anchors, aliases and tags: editors mean them as text, which needs quotes."""
        if getattr(event, "anchor", None):
            code, sign = "M013", "*" if isinstance(event, yaml.AliasEvent) else "&"
        elif getattr(event, "tag", None):
            code, sign = "M014", "!"
        else:
            return
        if is_key:
            problem = f"Der Feldname beginnt mit „{sign}“."
            self._refuse(
                "M008", event, problem, "Schreiben Sie nur den Namen, einen Doppelpunkt und den Wert."
            )
        written = self.lines[event.start_mark.line][event.start_mark.column :].strip()
        if depth != 1:
            written = re.split(r"[],}]", written)[0]
        self._find_sign(code, event, sign, written, depth)

    def _find_sign(self, code: str, event: Any, sign: str, written: str, depth: int) -> None:
        problem = f"Der Wert beginnt mit „{sign}“, das hier eine besondere Bedeutung hat."
        self._find(code, event, problem, f"Schreiben Sie: {self._paste(written, depth)}")

    def _paste(self, text: str, depth: int) -> str:
        """The text in quotes, with its key if it is the value of a field."""
        return f"{self.key}: {quoted(text)}" if depth == 1 else quoted(text)

    def _scalar(self, event: Any, depth: int) -> Scalar:
        self._check_hash(event, depth)
        self._check_bullets(event)
        text, line = event.value, self._line(event)
        if event.style == '"':
            # Escapes such as „\\u202e“ and „\\0“ produce characters that are not allowed in the file itself.
            text, findings = clean(text, self.file)
            self.findings += [replace(found, line=line, field=self.key or None) for found in findings]
        is_empty = _is_plain(event) and text in _NULLS
        return Scalar("" if is_empty else text.strip(), line)

    def _check_hash(self, event: Any, depth: int) -> None:
        """Reports a word after a hash („Raum #5“), which YAML drops as a comment."""
        end = event.end_mark
        if event.style in ("|", ">"):
            return
        if rest := _GLUED_COMMENT.match(self.lines[end.line], end.column):
            problem = f"„{rest[1]}“ wird nicht gelesen, weil es mit einer Raute beginnt."
            whole = self._paste(f"{event.value.strip()} {rest[1]}".strip(), depth)
            self._find(
                "M025", event, problem, f"Gehört es dazu, schreiben Sie: {whole} – sonst löschen Sie es."
            )

    def _check_bullets(self, event: Any) -> None:
        """Reports lines that look like list items, but that YAML joins to the value above as continuation lines."""
        if not _is_plain(event) or event.start_mark.line == event.end_mark.line:
            return
        first, *more = self._source(event.start_mark, event.end_mark)
        if all(_BULLET.match(line) for line in more):
            items = [_BULLET.sub("", line, count=1).strip() for line in (first, *more)]
            problem = "Die Zeilen sehen aus wie eine Liste, werden aber als ein einziger Wert gelesen."
            self._find("M008", event, problem, f"Schreiben Sie: {self.key}: [{', '.join(items)}]")

    def _source(self, start: Any, end: Any) -> list[str]:
        """The lines from one mark to another as they are in the file, without blank ones."""
        if start.line == end.line:
            return [self.lines[start.line][start.column : end.column]]
        lines = [
            self.lines[start.line][start.column :],
            *self.lines[start.line + 1 : end.line],
            self.lines[end.line][: end.column],
        ]
        return [line for line in lines if line.strip()]

    def _list(self, start: Any, depth: int) -> ListValue:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return ListValue(tuple(items), self._line(start))

    def _map(self, start: Any, depth: int) -> MapValue:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.key = self.key if depth else ""
            key = self._value(event, depth + 1, is_key=True)
            name = key.text if isinstance(key, Scalar) else ""
            self.key = self.key if depth else name
            value = self._value(next(self.events), depth + 1)
            if not name:
                problem = "Vor dem Doppelpunkt fehlt der Feldname."
                self._refuse("M008", event, problem, "Schreiben Sie: feldname: Wert")
            elif name in entries:
                self.findings.append(self._repeated(event, entries[name], value, depth))
            else:
                entries[name] = Entry(name, self._line(event), value)
        is_text = all(entry.value == Scalar("", entry.line) for entry in entries.values())
        if start.flow_style and entries and is_text:
            # „{Robotik}“ is a field without a value inside a value; nobody means that.
            written = " ".join(self._source(start.start_mark, event.end_mark))
            self._find_sign("M008", start, "{", written, depth)
        return MapValue(entries, self._line(start))

    def _repeated(self, key: Any, first: Entry, value: Value, depth: int) -> Finding:
        """The finding for a repeated key; `value` is the second one. If it differs, the remedy suggests a list of both."""
        remedy = "Löschen Sie eine der beiden Zeilen."
        if first.value == replace(value, line=first.value.line):
            remedy = "Löschen Sie diese Zeile."
        elif (one := _texts(first.value)) and (other := _texts(value)):
            several = f"{first.key}: [{', '.join(dict.fromkeys([*one, *other]))}]"
            remedy = f"Löschen Sie eine der beiden Zeilen{OR_AS_LIST}{several}"
        problem = f"{first.key if depth else ''} steht schon in Zeile {first.line}.".strip()
        field = self.key if depth else first.key
        return finding("M012", self.file, self._line(key), problem, remedy, field=field)


# Whether a field takes several values is not known here; see `catalogue`.
OR_AS_LIST = " – oder, wenn das Feld mehrere Werte haben kann: "


def _texts(value: Value) -> list[str]:
    """The texts of a value, for a list in brackets; empty if one of them does not fit there."""
    items = value.items if isinstance(value, ListValue) else (value,)
    texts = [item.text for item in items if isinstance(item, Scalar) and _SHORT.fullmatch(item.text)]
    return texts if len(texts) == len(items) else []


def parse_front_matter(text: str, file: str, offset: int = 2) -> tuple[dict[str, Entry], list[Finding]]:
    """The fields of a front matter (without its `---` lines) and the findings about single values.

    `offset` is the file's line number of the first line of `text`. Raises Refused if there are no fields to go on with;
    yaml.YAMLError passes through for `diagnosis` to explain.
    """
    builder = _TreeBuilder(text, file, offset)
    tree = builder.build()
    if isinstance(tree, MapValue):
        return tree.entries, builder.findings
    if builder.findings:
        raise Refused(builder.findings)
    if tree is None:
        line, problem = offset, "Zwischen den beiden Zeilen --- steht kein Feld."
    else:
        line, problem = tree.line, "Hier steht kein Feld, sondern nur ein Wert oder eine Liste."
    remedy = "Schreiben Sie je Zeile ein Feld, zum Beispiel: title: Robotik-AG"
    raise Refused([finding("M007", file, line, problem, remedy)])


def front_matter_stops_at(text: str) -> int | None:
    """The index of the line at which the YAML parser fails; None if it does not fail."""
    try:
        for _ in yaml.parse(text, Loader=_Loader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        return int(mark.line) if mark else 0
    return None
