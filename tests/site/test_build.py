"""`minthub build`: what stops it, what it leaves as it is, and that the same input gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.conftest import run
from tests.site.html import read_site

pytestmark = pytest.mark.slow


_HOSTILE = "events/tag-der-technik"
_ON_ONE_PROCESSOR = """
import os, runpy
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
runpy.run_module("mkdocs", run_name="__main__")
"""


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_fehler_stops_the_build_and_leaves_the_site(own_project: Path) -> None:
    (own_project / "site").mkdir()
    (own_project / "site" / "index.html").write_text("der letzte gute Stand", "utf-8")
    record = own_project / "content" / "offers" / "goerlitz" / "robotik-ag.md"
    text = record.read_text("utf-8")
    record.write_text(text.replace("cost: kostenlos", "cost: umsonst"), "utf-8")
    line = text[: text.index("cost:")].count("\n") + 1
    done = run(own_project, "minthub", "build")
    output = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"content/offers/goerlitz/robotik-ag.md:{line}: Fehler M" in done.stdout
    assert "Einträge mit Fehlern kommen nicht auf die Website. Berichtigen Sie die Zeilen oben." in output
    assert "Die Website wurde nicht gebaut; site/ ist, wie es war." in output
    assert "Traceback" not in output
    assert files(own_project / "site") == {"index.html": b"der letzte gute Stand"}


def test_a_broken_link_in_a_page_stops_the_build(own_project: Path) -> None:
    """MkDocs' own checks count as well: `strict` is on."""
    page = own_project / "content" / "quellen.md"
    page.write_text(page.read_text("utf-8") + "\n[Ziel](gibt-es-nicht.md)\n", "utf-8")
    done = run(own_project, "minthub", "build")
    assert done.returncode == 1
    assert "gibt-es-nicht.md" in done.stdout + done.stderr
    assert not (own_project / "site").exists()


@pytest.mark.parametrize(
    ("text", "variables", "message"),
    [
        (
            "{operator.nmae}",
            {},
            "content/quellen.md: {operator.nmae} gibt es nicht. Möglich sind: {operator.name}",
        ),
        ("![Ein Bild](bilder/gibt-es-nicht.webp)", {}, "gibt-es-nicht.webp"),
        ("", {"MINT_TODAY": "morgen"}, "MINT_TODAY ist „morgen“, kein Tag wie 2026-12-31"),
    ],
)
def test_a_slip_of_an_editor_is_said_plainly(
    own_project: Path, text: str, variables: dict[str, str], message: str
) -> None:
    page = own_project / "content" / "quellen.md"
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")
    done = run(own_project, "minthub", "build", **variables)
    assert done.returncode == 1
    assert message in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_records_are_text_on_every_page(own_project: Path) -> None:
    """On the start page, too, which MkDocs renders: its templates print as it is what is not escaped."""
    record = own_project / "content" / "events" / "goerlitz" / "tag-der-technik.md"
    title, summary = "Mathe & <Logik> am <script", "Aus 3 < 4 folgt nicht 4 < 3, & so weiter."
    lines = record.read_text("utf-8").splitlines()
    lines = [f"title: '{title}'" if line.startswith("title:") else line for line in lines]
    lines = [f"summary: '{summary}'" if line.startswith("summary:") else line for line in lines]
    record.write_text("\n".join(lines), "utf-8")
    done = run(own_project, "minthub", "build")
    assert done.returncode == 0, done.stdout
    pages = read_site(own_project / "site")
    shown = [
        (
            path,
            page.texts(f'[data-id="{_HOSTILE}"] h3'),
            page.texts(f'[data-id="{_HOSTILE}"] .mint-card__summary'),
        )
        for path, page in pages.items()
        if path in ("", "termine/")
    ]
    assert shown == [(path, [title], [summary]) for path, _, _ in shown]
    assert len(shown) == 2


def test_the_same_input_gives_the_same_bytes(project: Path, site: Path, tmp_path: Path) -> None:
    """Also without our command, into another folder, and on one processor, where all is written by one process."""
    done = run(project, "python", "-c", _ON_ONE_PROCESSOR, "build", "--site-dir", str(tmp_path / "again"))
    assert done.returncode == 0, done.stderr
    first, second = files(site), files(tmp_path / "again")
    assert first.keys() == second.keys()
    # Excel files are packed with the time of day unless that is taken out.
    assert {"mitmachen/vorlage-angebote.xlsx", "mitmachen/vorlage-termine.xlsx"} <= first.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_new_build_replaces_the_old_one(own_project: Path) -> None:
    """What is gone from the content is gone from the site, and nothing unfinished stays behind."""
    (own_project / "site" / "angebote" / "weg").mkdir(parents=True)
    (own_project / "site" / "angebote" / "weg" / "index.html").write_text("alt", "utf-8")
    done = run(own_project, "minthub", "build")
    assert done.returncode == 0, done.stderr
    pages = sum(1 for _ in (own_project / "site").rglob("*.html"))
    assert f"Fertig: {pages} Seiten in site/" in done.stdout
    assert not (own_project / "site" / "angebote" / "weg").exists()
    assert [path.name for path in (own_project / ".build").iterdir()] == []


def test_nothing_is_built_outside_a_project(tmp_path: Path) -> None:
    done = run(tmp_path, "minthub", "build")
    assert done.returncode == 2
    assert (
        done.stderr == "Hier liegt kein Wegweiser: Wechseln Sie in den Ordner mit mkdocs.yml und content/.\n"
    )
