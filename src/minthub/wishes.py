"""Reads `content/wuensche/`: phrases in visitors' own words, and the records that answer them well.

A line is `Nähen lernen; schneidern = offers/naehkurs providers/fablab`: phrases with the same meaning, and keys of records.
Lines that begin with `#`, and texts behind ` # `, are comments. The phrases are kept apart from the records, because no
record contains such words, and a line shows at a glance whether it names all good answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.reading.conflict import find_conflict
from minthub.reading.decode import Unreadable, decode, not_opened
from minthub.vocabulary import closest

FOLDER = "wuensche"
# Comments. The hash of „C#“ does not begin one.
_REMARK = re.compile(r"(?:^\s*#| # ).*")
_FORM = "Richtig ist zum Beispiel: Nähen lernen; schneidern = offers/naehkurs providers/werkstatt"


@dataclass(frozen=True)
class Wish:
    """A line of a file: `phrases` with the same meaning, and `keys` of the records (`offers/robotik-ag`) that answer them."""

    file: str
    line: int
    phrases: tuple[str, ...]
    keys: tuple[str, ...]


def is_wishes(file: str) -> bool:
    """Whether a path relative to the repository is a file of wishes."""
    return file.startswith(f"content/{FOLDER}/") and file.endswith(".txt") and file.count("/") == 2


def read_wishes(content: Path) -> tuple[list[Wish], list[Finding]]:
    """All wishes in the order of files and lines, and findings about files and lines. Empty without the folder.

    Files whose name starts with a dot are ignored: they belong to editor programs or the system.
    """
    wishes: list[Wish] = []
    findings: list[Finding] = []
    folder = content / FOLDER
    # A link could point to any file of the machine, whose text would then be quoted in messages.
    paths = [folder] if folder.is_symlink() or folder.is_file() else sorted(folder.rglob("*"))
    for path in paths:
        if path.name.startswith(".") or (path.is_dir() and not path.is_symlink()):
            continue
        file = path.relative_to(content.parent).as_posix()
        text, found = _read(path, file)
        findings += found
        for number, line in enumerate(text.split("\n"), start=1):
            if not (said := _REMARK.sub("", line).strip()):
                continue
            wish = _wish(file, number, said)
            if isinstance(wish, Wish):
                wishes.append(wish)
            else:
                findings.append(wish)
    return wishes, findings


def _read(path: Path, file: str) -> tuple[str, list[Finding]]:
    if path.is_symlink():
        problem, remedy = (
            "Das ist eine Verknüpfung auf eine andere Stelle.",
            "Legen Sie die Datei selbst hier ab.",
        )
        return "", [finding("M023", file, 1, problem, remedy)]
    if not is_wishes(file):
        problem = f"„{path.name}“ ist keine Datei mit Wünschen."
        return "", [
            finding("M022", file, 1, problem, f"Benennen Sie sie um: content/{FOLDER}/{path.stem}.txt")
        ]
    try:
        text, findings = decode(path.read_bytes(), file)
    except OSError:
        return "", [not_opened(file)]
    except Unreadable as unreadable:
        return "", [unreadable.found]
    conflict = find_conflict(text, file)
    return ("", [conflict]) if conflict else (text, findings)


def _wish(file: str, number: int, said: str) -> Wish | Finding:
    before, sign, behind = said.rpartition("=")
    phrases = tuple(dict.fromkeys(" ".join(phrase.split()) for phrase in before.split(";") if phrase.strip()))
    keys = tuple(dict.fromkeys(behind.split()))
    if not sign:
        return finding("M027", file, number, "In der Zeile fehlt das Gleichheitszeichen.", _FORM)
    if not phrases:
        return finding("M027", file, number, "Vor dem Gleichheitszeichen steht kein Wunsch.", _FORM)
    if not keys:
        return finding("M027", file, number, "Hinter dem Gleichheitszeichen steht kein Eintrag.", _FORM)
    return Wish(file, number, phrases, keys)


def check_wishes(wishes: list[Wish], known: Mapping[str, str]) -> Iterator[Finding]:
    """A wish names only records that exist. `known`: current or former key → current key."""
    for wish in wishes:
        for key in wish.keys:
            if key not in known:
                meant = _meant(key, known)
                remedy = f"Schreiben Sie: {meant}" if meant else _near(key, known)
                yield finding("M028", wish.file, wish.line, f"Den Eintrag „{key}“ gibt es nicht.", remedy)


def _meant(key: str, known: Mapping[str, str]) -> str:
    """The key for a path as GitHub shows it (`content/offers/goerlitz/x.md`) or an id without folder; empty if unknown."""
    parts = key.removeprefix("content/").removesuffix(".md").split("/")
    if len(parts) > 1:
        return known.get(f"{parts[0]}/{parts[-1]}", "")
    named = {today for old, today in known.items() if old.partition("/")[2] == parts[0]}
    return named.pop() if len(named) == 1 else ""


def _near(key: str, known: Mapping[str, str]) -> str:
    """The remedy that suggests a similar key, worded as a question, because ids of one folder are often alike."""
    folder, _, id = key.partition("/")
    names = {
        fold_key(old.partition("/")[2]): today for old, today in known.items() if old.startswith(f"{folder}/")
    }
    near = closest(id, names, cutoff=0.85) if id else None
    return (
        f"Meinten Sie {near}? Sonst löschen Sie den Namen aus der Zeile."
        if near
        else "Löschen Sie den Namen aus der Zeile."
    )


def phrases_by_record(wishes: list[Wish], known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Current key → all phrases that the record answers; unknown keys are left out."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for wish in wishes:
        for key in wish.keys:
            if key in known:
                found[known[key]] |= dict.fromkeys(wish.phrases)
    return {key: tuple(phrases) for key, phrases in found.items()}
