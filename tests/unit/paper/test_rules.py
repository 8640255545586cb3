"""Rules of PDF/UA-1 (ISO 14289-1) that can be checked without veraPDF, for every kind of document. None claims it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from tests.unit.paper.pdf import Pdf
from tests.unit.paper.test_structure import ALL_KINDS

Add = Callable[..., None]
Make = Callable[[str], Pdf]

# What may stand directly in what (ISO 32000-1, 14.8.4).
_PARENTS = {
    "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "THead": {"Table"}, "TBody": {"Table"},
}  # fmt: skip
_CHILDREN = {
    "L": {"LI", "L", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
}


@pytest.fixture(params=ALL_KINDS)
def pdf(request: pytest.FixtureRequest, add: Add, make: Make) -> Pdf:
    add("offers/robotik", gta="ja", for_schools="ja", contact="[robotik@example.org, 03581 1234]")
    add("offers/mobil", title="Mobiles Labor", mode="mobil", venue=None, street=None, postcode=None, city=None,
        serves="[goerlitz]", for_schools="ja")  # fmt: skip
    add("events/nacht", for_schools="ja")
    add("networks/netz")
    add("funding/fonds")
    return make(request.param)


def kind(item: Any) -> str:
    return str(item.S)[1:]


def test_rules(pdf: Pdf) -> None:
    """All on one document: setting it costs more than reading it."""
    no_marks_of_doubt(pdf)
    title_is_shown_and_the_same_everywhere(pdf)
    headings_start_at_one_and_skip_no_level(pdf)
    parts_of_lists_and_tables_stand_in_their_place(pdf)
    content_and_structure_name_each_other(pdf)
    every_link_is_in_the_structure_and_has_words(pdf)
    letters_can_be_read_out(pdf)
    figures_say_where_they_are(pdf)


def no_marks_of_doubt(pdf: Pdf) -> None:
    assert not pdf.root.MarkInfo.get("/Suspects", False)
    assert not any(
        str(part).startswith("/Nonstandard") for part in pdf.root.StructTreeRoot.get("/RoleMap", {})
    )


def title_is_shown_and_the_same_everywhere(pdf: Pdf) -> None:
    with pdf.pdf.open_metadata() as meta:
        assert meta["dc:title"] == pdf.title


def headings_start_at_one_and_skip_no_level(pdf: Pdf) -> None:
    levels = [
        int(kind(item)[1:]) for item in pdf.elements() if kind(item)[0] == "H" and kind(item)[1:].isdigit()
    ]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def parts_of_lists_and_tables_stand_in_their_place(pdf: Pdf) -> None:
    for item in pdf.elements():
        if kind(item) in _PARENTS:
            assert kind(item.P) in _PARENTS[kind(item)]
        if kind(item) in _CHILDREN:
            assert {kind(part) for part in item.K} <= _CHILDREN[kind(item)]


def content_and_structure_name_each_other(pdf: Pdf) -> None:
    """Nothing is read twice, nothing is left out."""
    named = pdf.named_content()
    assert len(named) == len(set(named))
    assert set(named) == set(pdf.marked_content())


def every_link_is_in_the_structure_and_has_words(pdf: Pdf) -> None:
    links = pdf.links()
    assert links
    assert {link.objgen for link in pdf.tagged_links()} == {link.objgen for link in links}
    for link in links:
        assert (link.Subtype, "/StructParent" in link) == (Name.Link, True)
        assert len(str(link.Contents)) > 8
    assert {page.get("/Tabs") for page in pdf.pdf.pages if "/Annots" in page} == {Name.S}


def letters_can_be_read_out(pdf: Pdf) -> None:
    fonts = [
        item for item in pdf.pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == Name.Font
    ]
    whole = [font for font in fonts if font.Subtype not in (Name.CIDFontType0, Name.CIDFontType2)]
    assert whole
    assert all("/ToUnicode" in font for font in whole)


def figures_say_where_they_are(pdf: Pdf) -> None:
    for figure in pdf.elements("Figure"):
        attributes = figure.A if isinstance(figure.A, Array) else [figure.A]
        assert any("/BBox" in part for part in attributes)
        assert 10 <= len(str(figure.Alt)) <= 400
