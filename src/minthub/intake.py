"""Finds the record files of the content folder and checks their paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key, slug
from minthub.model.kinds import BY_FOLDER
from minthub.vocabulary import Vocabulary, closest
from minthub.wishes import FOLDER as WISHES

IMAGE_FOLDER = "bilder"
IMAGE_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic")
MAX_NAME = 80
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Endings that programs append to text files; Windows hides the last one, so „x.md.txt“ looks like „x.md“.
_ENDING = re.compile(r"(?:\.(?:md|markdown|txt))+$", re.IGNORECASE)
# A file with one of these findings is not read: it is no record, or in no folder for records.
_NOT_READ = ("M022", "M023")
# Removed before comparing „Landkreis Görlitz“ or „lk-goerlitz“ with the folders, which are named „goerlitz“.
DISTRICT_WORD = re.compile(r"^(?:landkreis|lk|kreis|stadt)[ _-]+|[ _-]+(?:landkreis|kreis)$", re.IGNORECASE)
FOLDERS_BY_DISTRICT = ("offers", "events")


@dataclass(frozen=True)
class Source:
    """A file that holds a record. `file` is its path as editors see it, from the repository's top, with slashes."""

    path: Path
    file: str
    kind: str
    id: str
    folder: str | None = None


def find_sources(content: Path, vocabulary: Vocabulary) -> tuple[list[Source], list[Finding]]:
    """All record files in order of their paths, and findings about names and folders.

    Files whose name starts with a dot are ignored: they belong to editor programs or the system.
    """
    sources: list[Source] = []
    findings: list[Finding] = []
    districts = {path.stem for path in (content / "regions").glob("*.md")}
    folders = districts | {vocabulary.state.id}
    for kind in BY_FOLDER:
        for path in sorted((content / kind).rglob("*")):
            parts = path.relative_to(content / kind).parts
            if (path.is_dir() and not path.is_symlink()) or any(part.startswith(".") for part in parts):
                continue
            file = _shown(content, path)
            found = list(_check_path(path, file, kind, parts, folders))
            findings += found
            if path.suffix == ".md" and not any(item.code in _NOT_READ for item in found):
                sources.append(Source(path, file, kind, path.stem, parts[0] if len(parts) == 2 else None))
    findings += _misspelt_folders(content, folders)
    return sources, findings


def _shown(content: Path, path: Path) -> str:
    return f"{content.name}/{path.relative_to(content).as_posix()}"


def _check_path(
    path: Path, file: str, kind: str, parts: tuple[str, ...], folders: set[str]
) -> Iterator[Finding]:
    """A record file is no symbolic link, has a valid name, and is in a folder for records."""
    *between, name = parts
    if path.is_symlink():
        # A link could point to any file of the machine, whose text would then be quoted in messages.
        problem = "Die Datei ist eine Verknüpfung auf eine andere."
        yield finding("M023", file, 1, problem, "Legen Sie den Eintrag selbst hier ab.")
    elif not _ENDING.search(name) and "." in name:
        yield _foreign(file, name)
    else:
        yield from _check_name(file, name)
        if between:
            yield from _check_folder(file, kind, between, name, folders)


def _foreign(file: str, name: str) -> Finding:
    """The finding for a picture or document in a folder for records."""
    if name.lower().endswith(IMAGE_TYPES):
        return finding(
            "M022", file, 1, f"„{name}“ ist ein Bild.", f"Verschieben Sie es nach content/{IMAGE_FOLDER}/"
        )
    remedy = "Einträge sind Textdateien, die auf .md enden; löschen Sie diese Datei."
    return finding("M022", file, 1, f"„{name}“ ist kein Eintrag.", remedy)


def _check_name(file: str, name: str) -> Iterator[Finding]:
    """A file name is lower-case words with hyphens, at most 80 characters, and `.md`."""
    stem, _, ending = name.rpartition(".")
    if ending == "md" and _NAME.fullmatch(stem) and len(stem) <= MAX_NAME:
        return
    better = f"{slug(_ENDING.sub('', name), MAX_NAME) or 'eintrag'}.md"
    what = "ist zu lang" if ending == "md" and _NAME.fullmatch(stem) else "passt nicht"
    yield finding("M018", file, 1, f"Der Dateiname „{name}“ {what}.", f"Benennen Sie die Datei um: {better}")


def _check_folder(
    file: str, kind: str, between: list[str], name: str, folders: set[str]
) -> Iterator[Finding]:
    """Offers and events may be in a district's folder; there are no deeper folders."""
    first = between[0]
    if kind not in FOLDERS_BY_DISTRICT:
        problem, target = f"Der Ordner „{'/'.join(between)}“ ist hier nicht vorgesehen.", f"{kind}/{name}"
    elif first not in folders:
        near = closest(DISTRICT_WORD.sub("", first), {fold_key(folder): folder for folder in folders})
        problem, target = (
            f"Der Ordner „{first}“ ist kein Kreis.",
            f"{kind}/{near}/{name}" if near else f"{kind}/{name}",
        )
    elif len(between) > 1:
        problem, target = (
            f"Der Ordner „{'/'.join(between)}“ ist hier nicht vorgesehen.",
            f"{kind}/{first}/{name}",
        )
    else:
        return
    yield finding("M022", file, 1, problem, f"Verschieben Sie die Datei nach content/{target}")


def _misspelt_folders(content: Path, districts: set[str]) -> Iterator[Finding]:
    """No unknown folder has nearly the name of a kind or of the wishes; its files would be ignored silently."""
    known = {*BY_FOLDER, WISHES}
    names = {
        fold_key(name): folder
        for folder, model in BY_FOLDER.items()
        for name in (folder, model.plural, model.singular, model.kind)
    } | {fold_key(WISHES): WISHES}
    for path in sorted(content.iterdir()) if content.is_dir() else ():
        if path.is_dir() and path.name not in known and (near := closest(path.name, names, cutoff=0.8)):
            for file in sorted(path.rglob("*.txt" if near == WISHES else "*.md")):
                problem = f"Den Ordner „{path.name}“ gibt es hier nicht."
                district = file.parent.name if near in FOLDERS_BY_DISTRICT else ""
                target = f"{near}/{district}/{file.name}" if district in districts else f"{near}/{file.name}"
                remedy = f"Verschieben Sie die Datei nach content/{target}"
                yield finding("M022", _shown(content, file), 1, problem, remedy)
