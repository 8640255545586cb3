"""Pages, pictures and other files beside the records: checks/rest.py and `check_other_pictures`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.project import load_pages
from tests.conftest import ROOT

Messages = Callable[[], list[str]]
CONFLICT = "<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n"


@pytest.fixture
def put(content: Path) -> Callable[[str, bytes], None]:
    (content.parent / "mkdocs.yml").write_text(
        "nav:\n  - Start: index.md\n  - Mehr:\n    - mehr/a.md\n", "utf-8"
    )

    def _put(name: str, raw: bytes) -> None:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(raw)

    return _put


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("robotik.md", b"---\n", "1: Fehler M022: Das ist keine Seite, die mkdocs.yml unter nav nennt"),
        ("mehr/notizen.md", b"x", "1: Fehler M022: Das ist keine Seite, die mkdocs.yml unter nav nennt"),
        ("liste.xlsx", b"PK", "1: Fehler M022: „liste.xlsx“ ist weder Eintrag noch Seite."),
        ("mehr/notizen.txt", b"x", "1: Fehler M022: „notizen.txt“ ist weder Eintrag noch Seite."),
        (
            "index.md",
            "Für alle".encode("cp1252"),
            "1: Fehler M001: Die Datei ist nicht als UTF-8 gespeichert",
        ),
        (
            "index.md",
            CONFLICT.encode(),
            "1: Fehler M008: Hier sind zwei Fassungen der Datei stehen geblieben.",
        ),
        ("mehr/a.md", b"---\ntitle: A\n\n# A\n", "1: Fehler M006: Der Kopfteil endet nicht"),
        ("bilder/a.jpg", b"", "1: Fehler M213: Die Datei ist leer."),
        ("bilder/a.jpg", b"<html>", "1: Fehler M213: Die Datei ist kein Bild."),
        (
            "bilder/a.png",
            b"\xff\xd8\xff\xe0",
            "1: Fehler M213: Die Datei ist ein Bild in einem anderen Format.",
        ),
        ("bilder/IMG.HEIC", b"x", "1: Fehler M213: Das ist kein Bild im Format jpg, png oder webp."),
        (
            "bilder/gross.jpg",
            b"\xff\xd8\xff" + bytes(2_000_000),
            "1: Fehler M213: Das Bild hat 2,1 MB, erlaubt sind 2 MB.",
        ),
    ],
)
def test_what_lies_beside_the_records(
    put: Callable[[str, bytes], None], messages: Messages, name: str, raw: bytes, said: str
) -> None:
    put(name, raw)
    [line] = messages()
    assert line.startswith(f"content/{name}:{said}")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("index.md", b"---\ntitle: A\n---\n# A\n"),
        ("mehr/a.md", b"# A\n"),
        ("README.md", b"x"),
        ("bilder/hilfe/a.png", b"\x89PNG\r\n\x1a\n"),
        ("video/film.mp4", b"x"),
        (".DS_Store", b"x"),
        ("bilder/.DS_Store", b"x"),
    ],
)
def test_what_belongs_there(
    put: Callable[[str, bytes], None], messages: Messages, name: str, raw: bytes
) -> None:
    put(name, raw)
    assert messages() == []


def test_the_pages_are_those_of_the_settings() -> None:
    pages = load_pages(ROOT)
    assert pages is not None
    assert {"index.md", "mitmachen/listen.md"} <= pages
    assert all((ROOT / "content" / page).is_file() for page in pages)
