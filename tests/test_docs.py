"""What is documented exists, and what exists is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minthub.codes import CODES
from minthub.model.kinds import KINDS
from minthub.views.reference import KindRows, code_page, field_page
from minthub.vocabulary import load_vocabulary
from tests.conftest import DATA, ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TEMPLATES = sorted((ROOT / "theme_overrides" / "records").glob("*.html"))
_CODE = re.compile(r"[\"'](M\d{3})[\"']")
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s]+)\)")


def test_every_code_in_use_is_explained_and_no_other() -> None:
    modules = [path for path in (ROOT / "src").rglob("*.py") if path.name != "codes.py"]
    used = {code for path in modules for code in _CODE.findall(path.read_text("utf-8"))}
    assert used == set(CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_every_code_has_an_explanation(code: object) -> None:
    assert code.title  # type: ignore[attr-defined]
    assert code.explanation  # type: ignore[attr-defined]


def test_the_page_of_messages_is_complete() -> None:
    rows = code_page().rows
    assert [code.id for group in rows for code in getattr(group, "codes", ())] == sorted(CODES)


def test_the_page_of_fields_is_complete() -> None:
    rows = field_page(load_vocabulary(DATA / "vocabulary.yml")).rows
    shown = {kind.folder: [row.key for row in kind.rows] for kind in rows if isinstance(kind, KindRows)}
    assert shown == {model.folder: [spec.key for spec in model.specs().values()] for model in KINDS}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_of_records_do_not_read_page_meta(template: Path) -> None:
    """MkDocs' own reading has the wrong postcodes."""
    assert "page.meta" not in template.read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_in_documents_lead_somewhere(document: Path) -> None:
    links = _LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link.partition("#")[0]).exists()] == []
