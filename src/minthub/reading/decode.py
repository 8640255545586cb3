"""Bytes to text: encodings, line ends, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

from minthub.codes import finding
from minthub.findings import Finding

MAX_BYTES = 200_000
_SAVE_AS = "Speichern Sie sie als UTF-8: Speichern unter … – Codierung – UTF-8."
# The bytes of German texts in Windows-1252; with any other byte that guess would be wrong.
_WESTERN = frozenset(map(chr, range(9, 127))) | set("äöüÄÖÜßéèàáçñëï„“”‚‘’–—…€§°·«»›‹©®×½¼²³µ¡¿\u00a0•")
_WORD = re.compile(r"[^\s\"]+")
_MOJIBAKE = re.compile(
    "\ufffd|(?:Ã[¤¶¼Ÿ„–œŸ\u0084\u0096\u009c\u009f]|â€[“”žœ\u009e\u009c\u009d™˜¦\u0093\u0094]|â‚¬|Â[§°·\u00a0])"
)

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
# Fast path: nearly all texts consist of these characters only, which need no cleaning and are in NFC.
PLAIN = "\n\t -~äöüÄÖÜß–„“‚‘’…€²³"
_IS_PLAIN = re.compile(f"[{PLAIN}]*")


class Unreadable(Exception):
    """The bytes can't be decoded as text; carries the one finding that explains it."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.problem)
        self.found = found


def not_opened(file: str) -> Finding:
    """The finding for a file that can't be opened."""
    problem = "Die Datei lässt sich nicht öffnen."
    return finding("M023", file, 1, problem, "Prüfen Sie die Rechte der Datei oder laden Sie sie neu hoch.")


def decode(raw: bytes, file: str) -> tuple[str, list[Finding]]:
    """Clean text with `\\n` line ends, in NFC, and findings about it. Raises Unreadable if the bytes are no text."""
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
    text, findings = _to_text(raw, file)
    cleaned, more = clean(text.removeprefix("\ufeff"), file)
    return cleaned, [*findings, *more]


def clean(text: str, file: str) -> tuple[str, list[Finding]]:
    """The text with `\\n` line ends, in NFC, without invisible characters, and findings about those."""
    if _IS_PLAIN.fullmatch(text):
        return text, []
    return clean_oddities(text, file)


def clean_oddities(text: str, file: str) -> tuple[str, list[Finding]]:
    """Like `clean`, without its fast path, which makes it several times slower."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    findings = list(_strange_characters(text, file))
    if _MOJIBAKE.search(text):
        text = _WORD.sub(lambda word: _mended(word[0]) or word[0], text)
    text = _ZERO_WIDTH.sub("", _BIDI.sub("", _CONTROLS.sub("", text)))
    return unicodedata.normalize("NFC", text), findings


def _to_text(raw: bytes, file: str) -> tuple[str, list[Finding]]:
    """The decoded text and findings about its encoding. Raises Unreadable if no encoding fits."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:200].count(0) > len(raw[:200]) // 4 > 0:
        return _from_utf_16(raw, file)
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        problem = "Die Datei ist ein Dokument (Word, Excel oder PDF), kein Text."
        remedy = "Kopieren Sie den Inhalt in eine reine Textdatei, zum Beispiel mit dem Editor von Windows."
        raise Unreadable(finding("M003", file, 1, problem, remedy))
    findings = []
    if b"\x00" in raw:
        line = raw[: raw.index(0)].count(b"\n") + 1
        problem = "Hier steht ein Null-Byte, ein Zeichen ohne Text."
        findings.append(finding("M003", file, line, problem, "Löschen Sie die Zeile und tippen Sie sie neu."))
        raw = raw.replace(b"\x00", b"")
    try:
        return raw.decode("utf-8"), findings
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        word = _word_around(raw, error.start)
        problem = f"Die Datei ist nicht als UTF-8 gespeichert, das erste falsche Zeichen steht in „{word}“."
        said = finding("M001", file, line, problem, _SAVE_AS)
        text = raw.decode("cp1252", errors="replace")
        if findings or not set(text) <= _WESTERN:
            raise Unreadable(said) from None
        return text, [said]


def _from_utf_16(raw: bytes, file: str) -> tuple[str, list[Finding]]:
    said = finding("M002", file, 1, "Die Datei ist als UTF-16 gespeichert.", _SAVE_AS)
    by_mark = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
    try:
        text = raw.decode(by_mark or ("utf-16-be" if raw[0] == 0 else "utf-16-le"))
    except UnicodeDecodeError:
        raise Unreadable(said) from None
    if "---" not in text:
        raise Unreadable(said)
    return text, [said]


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
        if found := _MOJIBAKE.search(line):
            yield _broken_letters(file, number, line, found.start())
        if _ZERO_WIDTH.search(line):
            yield finding(
                "M021",
                file,
                number,
                "Hier stehen Zeichen ohne Breite; sie werden beim Lesen weggelassen.",
                "Tippen Sie die Stelle neu, statt sie zu kopieren.",
            )


def _broken_letters(file: str, number: int, line: str, at: int) -> Finding:
    """Letters that a program has saved in the wrong encoding: `GÃ¶rlitz`, or lost: `G\ufffdrlitz`."""
    start = max(line.rfind(" ", 0, at), line.rfind('"', 0, at)) + 1
    word = re.split(r'[\s"]', line[start:])[0][:60]
    meant = _mended(word)
    remedy = f"Schreiben Sie: {meant}" if meant else "Tippen Sie das Wort neu."
    return finding("M026", file, number, f"In „{word}“ sind Buchstaben zerfallen.", remedy)


def _mended(word: str) -> str | None:
    """The word with the wrong decoding undone; None if that is not possible."""
    with suppress(UnicodeError):
        return word.encode("cp1252").decode("utf-8") if _MOJIBAKE.search(word) else None
    return None
