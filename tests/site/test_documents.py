"""PDFs of the built site: offered where they belong, left out where they failed; and the print view of a district."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import run
from tests.site.html import HtmlPage, read_site

pytestmark = pytest.mark.slow

OpenPage = Callable[..., Page]


def papers(page: HtmlPage) -> dict[str, str]:
    """Address to label of what a page offers for paper."""
    links = page.tree.css("#ausdrucken a")
    return {str(link.attributes["href"]): link.text() for link in links}


def test_a_district_offers_its_documents(pages: dict[str, HtmlPage], site: Path) -> None:
    offered = papers(pages["kreise/goerlitz/"])
    assert offered == {
        "../../kreise/goerlitz/uebersicht.pdf": "Übersicht aller Angebote",
        "../../kreise/goerlitz/schulen.pdf": "Übersicht für Schulen",
        "../../kreise/goerlitz/aushang.pdf": "Aushang für die Wand",
        "../../kreise/goerlitz/faltblatt.pdf": "Faltblatt für Familien",
        "../../kreise/goerlitz/entdeckerpass.pdf": "MINT-Entdeckerpass für Kinder",
        "../../kreise/goerlitz/druck/": "Teile auswählen und drucken",
    }
    names = [link.attributes.get("download") for link in pages["kreise/goerlitz/"].tree.css("#ausdrucken a")]
    assert names[:2] == ["mint-goerlitz-2026-11-21.pdf", "mint-goerlitz-schulen-2026-11-21.pdf"]


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("kreise/", "Alle Angebote in Sachsen"),
        ("kreise/goerlitz/klasse-5-7/", "Übersicht für Klasse 5 bis 7"),
        ("angebote/robotik-ag/", "Aushang mit Abreißzetteln"),
    ],
)
def test_other_pages_offer_theirs(pages: dict[str, HtmlPage], site: Path, path: str, label: str) -> None:
    (link,) = pages[path].tree.css("#ausdrucken a")
    assert link.text() == label
    file = (site / path / str(link.attributes["href"])).resolve()
    assert file.read_bytes().startswith(b"%PDF-1.7")


def test_what_comes_out_of_the_printer_is_said_before(pages: dict[str, HtmlPage]) -> None:
    notes = [note.text() for note in pages["kreise/goerlitz/"].tree.css("#ausdrucken span")]
    assert [note.rpartition(",")[0] for note in notes[:-1]] == [
        "PDF, A4",
        "PDF, A4",
        "PDF, ein Blatt A4",
        "PDF, ein Blatt A4 zum Falten",
        "PDF, ein Blatt A4 zum Falten",
    ]
    assert all(note.endswith(" KB") for note in notes[:-1])
    assert notes[-1] == "Seite im Browser"


def test_the_print_view_offers_the_ready_file_and_opens_contacts(pages: dict[str, HtmlPage]) -> None:
    tree = pages["kreise/goerlitz/druck/"].tree
    (ready,) = tree.css(".mint-sheet__hint a")
    assert ready.attributes["href"] == "../../../kreise/goerlitz/uebersicht.pdf"
    assert {str(link.attributes["href"]).partition(":")[0] for link in tree.css(".mint-sheet__contact")} <= {
        "https",
        "http",
        "mailto",
        "tel",
    }


def test_a_document_that_fails_is_named_and_not_linked(own_project: Path) -> None:
    """Outside of CI the site is built all the same."""
    (own_project / "paper").unlink()
    shutil.copytree(Path(__file__).parents[2] / "paper", own_project / "paper")
    (own_project / "paper" / "passport.typ").write_text("#kaputt()", "utf-8")
    done = run(own_project, "minthub", "build", CI="")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nicht erstellt und nicht verlinkt: kreise/bautzen/entdeckerpass.pdf" in done.stderr
    assert "kaputt" in done.stderr
    offered = papers(read_site(own_project / "site")["kreise/goerlitz/"])
    assert "../../kreise/goerlitz/entdeckerpass.pdf" not in offered
    assert "../../kreise/goerlitz/faltblatt.pdf" in offered
    in_ci = run(own_project, "minthub", "build", CI="true")
    assert in_ci.returncode == 1
    assert "Es fehlen Dokumente (siehe oben)." in in_ci.stdout + in_ci.stderr


def test_documents_can_be_left_out(own_project: Path) -> None:
    done = run(own_project, "minthub", "build", MINT_PDF="nein")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((own_project / "site").rglob("*.pdf")) == []
    assert papers(read_site(own_project / "site")["kreise/goerlitz/"]) == {
        "../../kreise/goerlitz/druck/": "Teile auswählen und drucken"
    }


@pytest.mark.browser
def test_parts_of_the_print_view_can_be_left_out(open_page: OpenPage) -> None:
    page = open_page("kreise/goerlitz/druck/")
    box = page.get_by_role("checkbox", name="Klasse 5 bis 7")
    part = page.locator('[data-teil="klasse-5-7"]')
    expect(part).to_be_visible()
    box.focus()
    page.keyboard.press("Space")
    expect(part).to_be_hidden()
    number = page.locator("[data-teil]").count()
    expect(page.get_by_role("status")).to_have_text(f"{number - 1} von {number} Teilen kommen auf das Blatt.")
    page.keyboard.press("Space")
    expect(part).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Alles kommt auf das Blatt.")


@pytest.mark.browser
def test_the_print_view_prints_its_tables_whole(open_page: OpenPage) -> None:
    page = open_page("kreise/goerlitz/druck/", width=794)
    page.emulate_media(media="print")
    expect(page.get_by_role("group", name="Was soll auf das Blatt?")).to_be_hidden()
    for table in page.locator("table").all():
        assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")
    assert page.locator('tbody th[scope="row"]').count() == page.locator("tbody tr").count()


@pytest.mark.browser
def test_the_print_view_works_without_a_script(open_page: OpenPage) -> None:
    page = open_page("kreise/goerlitz/druck/", java_script_enabled=False)
    expect(page.get_by_role("group", name="Was soll auf das Blatt?")).to_be_hidden()
    expect(page.get_by_role("heading", name="Klasse 5 bis 7")).to_be_visible()
    expect(page.get_by_text("Drucken Sie diese Seite mit Ihrem Browser")).to_be_visible()
