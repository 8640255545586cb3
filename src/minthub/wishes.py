"""What people look for in their own words, and the records that answer it well: the files of `content/wuensche/`.

A line is `Nähen lernen; schneidern = offers/naehkurs providers/fablab`: phrases that mean the same, and the keys of records. The rest of
a line behind `#` is a remark. Such words stand in no record, and a wish shows at a glance whether all good answers stand behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.reading.decode import Unreadable, decode
from minthub.vocabulary import closest

FOLDER = "wuensche"
_FORM = "Richtig ist zum Beispiel: Nähen lernen; schneidern = offers/naehkurs providers/werkstatt"


@dataclass(frozen=True)
class Wish:
    """A line of a file: `phrases` mean the same, `keys` are records (`offers/robotik-ag`) of which each answers them."""

    file: str
    line: int
    phrases: tuple[str, ...]
    keys: tuple[str, ...]


def is_wishes(file: str) -> bool:
    """Whether a path, as editors see it, is one of these files."""
    return file.startswith(f"content/{FOLDER}/") and file.endswith(".txt") and file.count("/") == 2


def read_wishes(content: Path) -> tuple[list[Wish], list[Finding]]:
    """All wishes in the order of files and lines, and what is wrong with files and lines. Without the folder there are none."""
    wishes: list[Wish] = []
    findings: list[Finding] = []
    for path in sorted((content / FOLDER).glob("*.txt")):
        file = f"{content.name}/{FOLDER}/{path.name}"
        text, found = _read(path, file)
        findings += found
        for number, line in enumerate(text.split("\n"), start=1):
            if not (said := line.partition("#")[0].strip()):
                continue
            wish = _wish(file, number, said)
            if isinstance(wish, Wish):
                wishes.append(wish)
            else:
                findings.append(wish)
    return wishes, findings


def _read(path: Path, file: str) -> tuple[str, list[Finding]]:
    if path.is_symlink():
        # It could lead to any file of the machine, whose text would then stand in messages.
        problem, remedy = (
            "Die Datei ist eine Verknüpfung auf eine andere.",
            "Legen Sie die Datei selbst hier ab.",
        )
        return "", [finding("M023", file, 1, problem, remedy)]
    try:
        return decode(path.read_bytes(), file)
    except OSError:
        problem = "Die Datei lässt sich nicht öffnen."
        return "", [
            finding("M023", file, 1, problem, "Prüfen Sie die Rechte der Datei oder laden Sie sie neu hoch.")
        ]
    except Unreadable as unreadable:
        return "", [unreadable.found]


def _wish(file: str, number: int, said: str) -> Wish | Finding:
    before, sign, behind = said.partition("=")
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
    """Names of records that there are not. `known`: the key of today for each key that a record has or had."""
    names = {fold_key(key): key for key in known}
    for wish in wishes:
        for key in wish.keys:
            if key in known:
                continue
            near = closest(key, names, cutoff=0.8)
            remedy = f"Schreiben Sie: {known[near]}" if near else "Löschen Sie den Namen aus der Zeile."
            yield finding("M028", wish.file, wish.line, f"Den Eintrag „{key}“ gibt es nicht.", remedy)


def phrases_by_record(wishes: list[Wish], known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """All phrases that a record answers, by its key; of records that there are not, none."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for wish in wishes:
        for key in wish.keys:
            if key in known:
                found[known[key]] |= dict.fromkeys(wish.phrases)
    return {key: tuple(phrases) for key, phrases in found.items()}
