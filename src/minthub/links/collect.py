"""Collects the external addresses in our texts, and where each is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER
from minthub.reading.record import ListValue, MapValue, Scalar, Value

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\^{}]+", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
# Domains reserved for examples (RFC 2606 and 6761): they have no servers.
_EXAMPLES = re.compile(r"(?:.*\.)?(?:example\.(?:org|com|net)|example|invalid|test|localhost)")


@dataclass(frozen=True, order=True)
class Use:
    """A place where an address is used. `key` and `label` of the field; both empty in a text."""

    file: str
    line: int
    key: str = ""
    label: str = ""

    @property
    def place(self) -> str:
        """`content/offers/x.md:12, Feld „Website“ (website)`."""
        field = f", Feld „{self.label}“ ({self.key})" if self.key else ", im Text"
        return f"{self.file}:{self.line}{field}"


def collect(drafts: Iterable[Draft], content: Path, own: str = "") -> dict[str, list[Use]]:
    """Address (without `#…`) → its uses, sorted by address. Addresses below `own`, our site, are left out.

    Malformed addresses are included as written; checking them reports that they are broken.
    """
    found: dict[str, list[Use]] = {}
    for draft in drafts:
        for address, use in _of_record(draft):
            _add(found, address, use, own)
    for file, path in pages(content).items():
        for number, address in _of_text(path.read_text("utf-8", errors="replace")):
            _add(found, address, Use(file, number), own)
    return {address: sorted(set(found[address])) for address in sorted(found)}


def pages(content: Path) -> dict[str, Path]:
    """The texts of the site that are no records, as uses name them."""
    found = {}
    for path in sorted(content.rglob("*.md")):
        parts = path.relative_to(content).parts
        if parts[0] not in BY_FOLDER and not any(part.startswith(".") for part in parts):
            found["/".join([content.name, *parts])] = path
    return found


def _add(found: dict[str, list[Use]], address: str, use: Use, own: str) -> None:
    try:
        address = urldefrag(address).url
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    is_own = bool(own) and address.startswith(own)
    if not is_own and not _EXAMPLES.fullmatch(host):
        found.setdefault(address, []).append(use)


def _of_record(draft: Draft) -> Iterator[tuple[str, Use]]:
    record = draft.record
    specs = BY_FOLDER[record.kind].specs()
    for key, entry in record.entries.items():
        label = specs[key].label if key in specs else key
        for path, text, line in _scalars(entry.value, key):
            for address in _addresses(text):
                yield address, Use(record.file, line, path, label)
    for number, address in _of_text(record.body):
        yield address, Use(record.file, record.body_line + number - 1)


def _scalars(value: Value, path: str) -> Iterator[tuple[str, str, int]]:
    """(dotted path of keys, text, line) of each scalar in a value."""
    if isinstance(value, Scalar):
        yield path, value.text, value.line
    elif isinstance(value, ListValue):
        for item in value.items:
            yield from _scalars(item, path)
    elif isinstance(value, MapValue):
        for key, entry in value.entries.items():
            yield from _scalars(entry.value, f"{path}.{key}")


def _of_text(text: str) -> Iterator[tuple[int, str]]:
    """Line number and address of each link in a text. Addresses in code are examples and left out."""
    is_code = False
    for number, line in enumerate(text.split("\n"), start=1):
        if _FENCE.match(line):
            is_code = not is_code
        elif not is_code:
            for address in _addresses(_CODE.sub("", line)):
                yield number, address


def _addresses(text: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(text):
        yield _without_sentence(match[0])


def _without_sentence(address: str) -> str:
    """The address without punctuation that belongs to the sentence or link around it: `…/a).` → `…/a`, but `…/a_(b)` stays."""
    while address and (address[-1] in ".,;:!?*_]“”" or (address[-1] == ")" and address.count(")") > address.count("("))):  # fmt: skip
        address = address[:-1]
    # [Text](https://a)[weiter]: a bracket that closes more than it opened ends the link.
    depth = 0
    for at, char in enumerate(address):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return address[:at]
    return address
