"""Bytes to text: encodings, line ends, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from minthub.codes import finding
from minthub.findings import Finding

MAX_BYTES = 200_000

# Blanks and line separators that word processors use and YAML or editors would count differently.
_BLANKS = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u0085": " ",
        "\u2028": " ",
        "\u2029": " ",
        "\v": " ",
        "\f": " ",
    }
)
# Control characters, and the two code points that are none and that PyYAML refuses.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
# A joiner behind a pictograph or its variation selector makes one emoji of two.
_ZERO_WIDTH = re.compile(
    "[\u200b\u2060\ufeff\u00ad]|(?<![\u2190-\u2bff\U0001f000-\U0001ffff\ufe0f])[\u200c\u200d]"
)


class Unreadable(Exception):
    """The bytes are no text; carries the one finding that says why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.problem)
        self.found = found


def decode(raw: bytes, file: str) -> tuple[str, list[Finding]]:
    """Clean text with `\\n` line ends, in NFC, and what had to be said about it.

    Raises Unreadable when there is no text to go on with.
    """
    if len(raw) > MAX_BYTES:
        size = f"{-(-len(raw) // 1000)} kB"
        raise Unreadable(
            finding(
                "M004",
                file,
                1,
                f"Die Datei hat {size}, erlaubt sind 200 kB.",
                "Kürzen Sie den Text oder nehmen Sie Hineinkopiertes heraus.",
            )
        )
    return clean(_to_text(raw, file).removeprefix("\ufeff"), file)


def clean(text: str, file: str) -> tuple[str, list[Finding]]:
    """The text with `\\n` line ends, in NFC, without characters that can't be seen, and findings about those."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    findings = list(_strange_characters(text, file))
    text = _ZERO_WIDTH.sub("", _BIDI.sub("", _CONTROLS.sub("", text)))
    return unicodedata.normalize("NFC", text), findings


def _to_text(raw: bytes, file: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:200].count(0) > len(raw[:200]) // 4 > 0:
        raise Unreadable(
            finding(
                "M002",
                file,
                1,
                "Die Datei ist als UTF-16 gespeichert.",
                "Speichern Sie sie als UTF-8: Speichern unter … – Codierung – UTF-8.",
            )
        )
    if b"\x00" in raw:
        line = raw[: raw.index(0)].count(b"\n") + 1
        raise Unreadable(
            finding(
                "M003",
                file,
                line,
                "Hier steht ein Null-Byte, ein Zeichen ohne Text.",
                "Löschen Sie die Zeile und tippen Sie sie neu.",
            )
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        word = _word_around(raw, error.start)
        raise Unreadable(
            finding(
                "M001",
                file,
                line,
                f"Die Datei ist nicht als UTF-8 gespeichert, das erste falsche Zeichen steht in „{word}“.",
                "Speichern Sie sie als UTF-8: Speichern unter … – Codierung – UTF-8.",
            )
        ) from None


def _word_around(raw: bytes, at: int) -> str:
    """The word that holds the bad byte, read as Windows-1252, the usual culprit."""
    start = max(raw.rfind(sep, 0, at) for sep in (b" ", b"\n", b"\t")) + 1
    ends = [end for sep in (b" ", b"\n", b"\r", b"\t") if (end := raw.find(sep, at)) >= 0]
    return raw[start : min(ends, default=len(raw))].decode("cp1252", errors="replace")[:60]


def _strange_characters(text: str, file: str) -> Iterator[Finding]:
    """One finding for each kind of strange character and line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.isprintable():
            continue
        if found := _CONTROLS.search(line):
            yield finding(
                "M003",
                file,
                number,
                f"Hier steht ein Steuerzeichen (U+{ord(found.group()):04X}).",
                "Löschen Sie die Zeile und tippen Sie sie neu.",
            )
        if found := _BIDI.search(line):
            yield finding(
                "M020",
                file,
                number,
                f"Hier steht ein unsichtbares Zeichen für die Schreibrichtung (U+{ord(found.group()):04X}).",
                "Löschen Sie die Zeile und tippen Sie sie neu.",
            )
        if _ZERO_WIDTH.search(line):
            yield finding(
                "M021",
                file,
                number,
                "Hier stehen Zeichen ohne Breite; sie werden beim Lesen weggelassen.",
                "Tippen Sie die Stelle neu, statt sie zu kopieren.",
            )
