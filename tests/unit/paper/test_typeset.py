"""Making files: equal ones from equal data, from a cache, and what is said of those that fail."""

from __future__ import annotations

import builtins
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from minthub.paper.document import Document, as_data, file_name
from minthub.paper.shelf import Paper, Shelf
from minthub.paper.typeset import Failure, Made, Typesetter, missing_documents

TODAY = date(2026, 11, 21)
TEMPLATE = """\
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: "de")
= #data.title
"""


def document(name: str = "blatt", template: str = "sheet", **data: Any) -> Document:
    values = {"title": f"Blatt {name}", **data}
    return Document(
        f"kreise/{name}.pdf",
        "kreise/",
        "Ein Blatt",
        file_name(name, TODAY),
        f"Blatt {name}",
        template,
        as_data(values),
        TODAY,
    )


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    (folder / "fonts").mkdir(parents=True)
    (folder / "sheet.typ").write_text(TEMPLATE, "utf-8")
    (folder / "broken.typ").write_text("#no-such-function()", "utf-8")
    return folder


@pytest.fixture
def typesetter(templates: Path, tmp_path: Path) -> Typesetter:
    return Typesetter(templates, tmp_path / "cache")


def test_a_document_lies_at_its_address(typesetter: Typesetter, tmp_path: Path) -> None:
    outcome = typesetter.make_all([document()], tmp_path / "out")
    file = tmp_path / "out" / "kreise" / "blatt.pdf"
    assert outcome.made == (Made(document(), file.stat().st_size, is_fresh=True),)
    assert outcome.failures == ()
    assert file.read_bytes().startswith(b"%PDF-1.7")


def test_equal_data_give_equal_bytes(templates: Path, tmp_path: Path) -> None:
    for run in ("a", "b"):
        Typesetter(templates, tmp_path / f"cache-{run}").make_all([document()], tmp_path / run)
    assert (tmp_path / "a/kreise/blatt.pdf").read_bytes() == (tmp_path / "b/kreise/blatt.pdf").read_bytes()


def test_the_date_is_the_day_of_the_build(typesetter: Typesetter, tmp_path: Path) -> None:
    typesetter.make_all([document()], tmp_path / "out")
    made = pikepdf.open(tmp_path / "out/kreise/blatt.pdf")
    assert str(made.docinfo["/CreationDate"]).startswith("D:20261121000000")


def test_an_unchanged_document_comes_from_the_cache(typesetter: Typesetter, tmp_path: Path) -> None:
    both = [document("eins"), document("zwei")]
    typesetter.make_all(both, tmp_path / "first")
    again = typesetter.make_all([both[0], document("zwei", text="neu")], tmp_path / "second")
    assert [made.is_fresh for made in again.made] == [False, True]
    assert (tmp_path / "first/kreise/eins.pdf").read_bytes() == (
        tmp_path / "second/kreise/eins.pdf"
    ).read_bytes()


def test_a_changed_template_makes_documents_anew(templates: Path, tmp_path: Path) -> None:
    Typesetter(templates, tmp_path / "cache").make_all([document()], tmp_path / "out")
    (templates / "sheet.typ").write_text(TEMPLATE + "Mehr.", "utf-8")
    again = Typesetter(templates, tmp_path / "cache").make_all([document()], tmp_path / "out")
    assert [made.is_fresh for made in again.made] == [True]


def test_the_cache_forgets_what_is_no_longer_made(typesetter: Typesetter, tmp_path: Path) -> None:
    typesetter.make_all([document("gestern")], tmp_path / "out")
    typesetter.make_all([document("heute")], tmp_path / "out")
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_document_that_fails_keeps_no_other_from_being_made(typesetter: Typesetter, tmp_path: Path) -> None:
    broken = document("kaputt", template="broken")
    outcome = typesetter.make_all([document("eins"), broken, document("zwei")], tmp_path / "out")
    assert [made.document.path for made in outcome.made] == ["kreise/eins.pdf", "kreise/zwei.pdf"]
    assert [failure.document for failure in outcome.failures] == [broken]
    assert "no-such-function" in outcome.failures[0].reason
    assert not (tmp_path / "out/kreise/kaputt.pdf").exists()


def test_without_typst_nothing_is_made_and_the_reason_is_said(
    typesetter: Typesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    outcome = typesetter.make_all([document("eins"), document("zwei")], tmp_path / "out")
    monkeypatch.undo()
    assert outcome.made == ()
    assert missing_documents(outcome.failures) == (
        "Nicht erstellt und nicht verlinkt: kreise/eins.pdf, kreise/zwei.pdf\n"
        "  Grund: Das Programm Typst fehlt. Richten Sie die Umgebung neu ein: make clean site"
    )


def test_many_failures_of_one_reason_are_one_message() -> None:
    failures = [Failure(document(str(number)), "Platte voll.") for number in range(5)]
    assert missing_documents(failures) == (
        "Nicht erstellt und nicht verlinkt: kreise/0.pdf, kreise/1.pdf, kreise/2.pdf und 2 weitere\n"
        "  Grund: Platte voll."
    )


def test_progress_counts_to_the_end(typesetter: Typesetter, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    typesetter.make_all(
        [document("eins"), document("zwei")], tmp_path / "out", lambda *step: steps.append(step)
    )
    assert steps == [(1, 2), (2, 2)]


def test_the_shelf_offers_what_was_made_on_its_page() -> None:
    shelf = Shelf([Made(document(), 262_700, is_fresh=True)])
    assert shelf.of("kreise/") == (
        Paper("Ein Blatt", "kreise/blatt.pdf", "mint-blatt-2026-11-21.pdf", "PDF, A4, 263 KB"),
    )
    assert shelf.of("alter/") == ()
