"""The usual mistakes in lines that are no `key: value`, or that are indented but belong to no field above."""

from __future__ import annotations

import re
from collections.abc import Collection

from minthub.reading.boundaries import GLUED
from minthub.reading.causes import Cause
from minthub.reading.fields import Field
from minthub.reading.frontmatter import quoted

STARRED = re.compile(r"^\*+([\w -]+?):?\*+:?\s*(.*)$")
# Characters that editors put in front of a key by mistake; with one there, YAML can't parse anything below.
OPENING = "{}[]()<>\"'„“”, "
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+(\S.*)")


def of_head(found: Field, last: Field | None, keys: Collection[str]) -> Cause:
    """The reason why an unindented line is no `feldname: Wert`; `last` is the field above it."""
    line, number = found.head.rstrip(), found.number
    if glued := GLUED.match(line):
        problem = f"Nach „{glued[1]}:“ fehlt ein Leerzeichen."
        return Cause("M010", number, problem, f"Schreiben Sie: {glued[1]}: {glued[2]}", key=glued[1])
    if starred := STARRED.match(line):
        problem = "Der Feldname steht zwischen Sternchen."
        return Cause(
            "M008", number, problem, f"Schreiben Sie: {starred[1]}: {starred[2]}".rstrip(), key=starred[1]
        )
    plain = line.lstrip(OPENING)
    if plain != line and plain.partition(":")[0] in keys and ":" in plain:
        problem = f"Vor dem Feldnamen steht „{line[: -len(plain)].strip()}“."
        return Cause("M008", number, problem, f"Schreiben Sie: {plain}", key=plain.partition(":")[0])
    if line.startswith(":"):
        problem = "Vor dem Doppelpunkt fehlt der Feldname."
        return Cause("M008", number, problem, "Schreiben Sie: feldname: Wert", is_nameless=True)
    if line in ("...", "…") or re.match(r"%[A-Z]", line):
        return Cause("M008", number, f"„{line[:40]}“ gehört nicht in den Kopfteil.", "Löschen Sie die Zeile.")
    if line.startswith("//"):
        problem = "Anmerkungen beginnen hier mit einer Raute, nicht mit //."
        return Cause("M008", number, problem, f"Schreiben Sie: # {line.lstrip('/ ')}")
    if point := wrong_bullet(line):
        return Cause("M008", number, *point)
    word = re.match(r"\W*([A-Za-z_]+)", line)
    if word and word[1] in keys:
        value = line[word.end() :].strip(" \t=：;-–|")
        remedy = f"Schreiben Sie: {word[1]}: {value}".rstrip()
        return Cause("M010", number, f"Nach „{word[1]}“ fehlt der Doppelpunkt.", remedy, key=word[1])
    return _stray(line, [below.strip() for _, below in found.below], number, last, keys)


def _stray(line: str, more: list[str], number: int, last: Field | None, keys: Collection[str]) -> Cause:
    """The cause for a line without a key: it is the value of the field above, or continues it, or belongs to none."""
    is_block = last is not None and bool(re.fullmatch(r"[|>][-+\d]*", last.value))
    if last and last.key in keys and not last.value and not last.below:
        problem = f"Der Wert von {last.key} steht in einer eigenen Zeile."
        remedy = f"Schreiben Sie beides in eine Zeile: {last.key}: {line}"
        return Cause("M008", number, problem, remedy, key=last.key)
    if last and last.key in keys and last.is_done and _goes_on(last.value, line):
        problem = f"„{' '.join(line.split())[:40]}“ steht in einer eigenen Zeile."
        whole = " ".join(" ".join([last.value, line, *more]).split())
        text = quoted(whole) if ": " in whole or " #" in whole else whole
        remedy = f"Gehört es zu {last.key}, schreiben Sie alles in eine Zeile: {last.key}: {text}"
        return Cause("M008", number, problem, remedy, key=last.key)
    remedy = (
        "Setzt die Zeile das Feld darüber fort, rücken Sie sie mit zwei Leerzeichen ein; Text gehört unter "
        "den Kopfteil."
    )
    key = last.key if last and is_block else ""
    return Cause("M008", number, f"„{line[:40]}“ gehört zu keinem Feld.", remedy, key=key)


def _goes_on(value: str, line: str) -> bool:
    """Whether a line probably continues the value above, rather than being a sentence of its own."""
    is_sentence = line[0].isupper() and line[-1] in ".!?:"
    return line[0].isalnum() and not is_sentence and value[-1] not in ".!?:" and "://" not in line


def indented(number: int, line: str) -> Cause:
    """The cause for an indented field: there is no field above, or one whose value is complete."""
    remedy = f"Löschen Sie die Leerzeichen am Anfang: {line.strip()}"
    key = line.strip().partition(":")[0]
    return Cause("M008", number, "Die Zeile ist eingerückt.", remedy, key=key)


def wrong_bullet(line: str) -> tuple[str, str] | None:
    """Problem and remedy for a misspelt list item: `-Robotik`, `* Robotik`, `• Robotik`, `1. Robotik`."""
    if glued := re.match(r"-([^\W\d].*)", line):
        return "Nach dem Strich fehlt ein Leerzeichen.", f"Schreiben Sie: - {glued[1]}"
    if other := re.match(r"[*•·▪◦‣–—]\s*([^*\s].*)", line) or _NUMBERED.match(line):
        return "Punkte einer Liste beginnen hier mit einem Bindestrich.", f"Schreiben Sie: - {other[1]}"
    return None
