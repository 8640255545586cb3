"""Which files of the content folder are records, and what their paths say."""

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

IMAGE_FOLDER = "bilder"
MAX_NAME = 80
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATED_PLACE_FOLDERS = ("offers", "events")


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

    Files whose name starts with a dot are left alone: they are an editor program's or the system's.
    """
    sources: list[Source] = []
    findings: list[Finding] = []
    districts = {path.stem for path in (content / "regions").glob("*.md")}
    folders = districts | {vocabulary.state.id}
    for kind in BY_FOLDER:
        for path in sorted((content / kind).rglob("*")):
            if (path.is_dir() and not path.is_symlink()) or any(
                part.startswith(".") for part in path.relative_to(content).parts
            ):
                continue
            file = f"{content.name}/{path.relative_to(content).as_posix()}"
            parts = path.relative_to(content / kind).parts
            found = list(_check_path(file, kind, parts, folders))
            findings += found
            if path.is_symlink():
                # It could lead to any file of the machine, whose text would then stand in messages.
                problem = "Die Datei ist eine Verknüpfung auf eine andere."
                findings.append(finding("M023", file, 1, problem, "Legen Sie den Eintrag selbst hier ab."))
                continue
            if path.suffix == ".md" and not any(item.code == "M022" for item in found):
                sources.append(Source(path, file, kind, path.stem, parts[0] if len(parts) == 2 else None))
    findings += _misspelt_folders(content)
    return sources, findings


def _check_path(file: str, kind: str, parts: tuple[str, ...], folders: set[str]) -> Iterator[Finding]:
    """The name is lower-case words with hyphens; offers and events may lie in a district's folder."""
    *between, name = parts
    stem, _, ending = name.rpartition(".")
    if ending != "md" or not _NAME.fullmatch(stem) or len(stem) > MAX_NAME:
        better = f"{slug(stem or name, MAX_NAME) or 'eintrag'}.md"
        problem = (
            f"Der Dateiname „{name}“ passt nicht."
            if better != name
            else f"Der Dateiname „{name}“ ist zu lang."
        )
        yield finding("M018", file, 1, problem, f"Benennen Sie die Datei um: {better}")
    if not between:
        return
    if kind not in _DATED_PLACE_FOLDERS or len(between) > 1:
        yield finding(
            "M022",
            file,
            1,
            f"Der Ordner „{'/'.join(between)}“ ist hier nicht vorgesehen.",
            f"Verschieben Sie die Datei nach content/{kind}/{name}",
        )
    elif between[0] not in folders:
        near = closest(between[0], {fold_key(folder): folder for folder in folders})
        yield finding(
            "M022",
            file,
            1,
            f"Der Ordner „{between[0]}“ ist kein Kreis.",
            f"Verschieben Sie die Datei nach content/{kind}/{near or '<kreis>'}/{name}",
        )


def _misspelt_folders(content: Path) -> Iterator[Finding]:
    """A folder beside the known ones whose name is nearly that of a kind hides its records."""
    kinds = {
        fold_key(name): folder
        for folder, model in BY_FOLDER.items()
        for name in (folder, model.plural, model.singular, model.kind)
    }
    for path in sorted(content.iterdir()) if content.is_dir() else ():
        if path.is_dir() and path.name not in BY_FOLDER and (near := closest(path.name, kinds, cutoff=0.8)):
            for file in sorted(path.rglob("*.md")):
                shown = f"{content.name}/{file.relative_to(content).as_posix()}"
                yield finding(
                    "M022",
                    shown,
                    1,
                    f"Den Ordner „{path.name}“ kennt der Hub nicht.",
                    f"Verschieben Sie die Datei nach content/{near}/{file.name}",
                )
