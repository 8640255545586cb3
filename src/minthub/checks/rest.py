"""Checks the files in the content folder that are no records: pages of the site, pictures, stray files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from minthub.codes import finding
from minthub.findings import Finding
from minthub.intake import IMAGE_FOLDER
from minthub.model.kinds import BY_FOLDER
from minthub.reading.conflict import find_conflict
from minthub.reading.decode import Unreadable, decode, not_opened
from minthub.wishes import FOLDER as WISHES

# Files that people save beside a text by mistake. Pictures, videos and their captions are allowed.
_DOCUMENTS = (
    *(".csv", ".doc", ".docx", ".numbers", ".ods", ".odt", ".pages", ".pptx"),
    *(".rtf", ".txt", ".xls", ".xlsx", ".zip"),
)
_STARTS = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
}


def check_rest(content: Path, pages: Collection[str] | None) -> Iterator[Finding]:
    """Pages can be read and are in the menu of `mkdocs.yml`, pictures are pictures, and nothing else is there.

    `pages` are the files that the site's settings name; None if there are no settings.
    """
    for path in sorted(content.rglob("*")):
        below = path.relative_to(content)
        is_hidden = any(part.startswith(".") for part in below.parts)
        if is_hidden or path.is_symlink() or not path.is_file() or below.parts[0] in (*BY_FOLDER, WISHES):
            continue
        file, suffix = f"{content.name}/{below.as_posix()}", path.suffix.lower()
        if suffix == ".md" and path.name != "README.md":
            yield from _page(path, file, below.as_posix(), pages)
        elif suffix in _DOCUMENTS and below.parts[0] != IMAGE_FOLDER:
            remedy = "Löschen Sie sie hier; Einträge und Seiten sind Textdateien, die auf .md enden."
            yield finding("M022", file, 1, f"„{path.name}“ ist weder Eintrag noch Seite.", remedy)
        elif below.parts[0] == IMAGE_FOLDER and suffix in _STARTS:
            yield from _picture(path, file, suffix)


def _page(path: Path, file: str, uri: str, pages: Collection[str] | None) -> Iterator[Finding]:
    """A page is in UTF-8, its front matter ends, and the site's settings name it."""
    if pages is not None and uri not in pages:
        problem = "Das ist keine Seite, die mkdocs.yml unter nav nennt, und kein Eintrag."
        remedy = (
            "Verschieben Sie einen Eintrag in den Ordner seiner Art, zum Beispiel nach "
            f"content/offers/{path.name} – oder nennen Sie eine neue Seite in mkdocs.yml."
        )
        yield finding("M022", file, 1, problem, remedy)
        return
    try:
        text, findings = decode(path.read_bytes(), file)
    except OSError:
        yield not_opened(file)
        return
    except Unreadable as unreadable:
        yield unreadable.found
        return
    yield from (found for found in findings if found.is_error)
    lines = text.split("\n")
    if conflict := find_conflict(text, file):
        yield conflict
    elif lines[0].rstrip() == "---" and not any(line.rstrip() == "---" for line in lines[1:]):
        problem = "Der Kopfteil endet nicht: Nach dem letzten Feld fehlt die Zeile ---."
        yield finding("M006", file, 1, problem, "Fügen Sie nach dem letzten Feld eine Zeile ein: ---")


def _picture(path: Path, file: str, suffix: str) -> Iterator[Finding]:
    """The first bytes of a picture match its file extension."""
    try:
        with path.open("rb") as opened:
            start = opened.read(12)
    except OSError:
        yield not_opened(file)
        return
    if start.startswith(_STARTS[suffix]):
        return
    is_other = any(start.startswith(starts) for starts in _STARTS.values())
    what = "ein Bild in einem anderen Format" if is_other else "kein Bild" if start else "leer"
    remedy = f"Speichern Sie das Bild neu als {suffix[1:]} und laden Sie es noch einmal hoch."
    yield finding("M213", file, 1, f"Die Datei ist {what}.", remedy)
