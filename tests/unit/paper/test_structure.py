"""Documents as those read them who can't see them, and as telephones read their codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name

from tests.unit.paper.conftest import CREDITS
from tests.unit.paper.pdf import Pdf, scope, span

OVERVIEW = "kreise/goerlitz/uebersicht.pdf"
ALL_KINDS = (
    OVERVIEW,
    "kreise/uebersicht.pdf",
    "kreise/goerlitz/grundschule/uebersicht.pdf",
    "kreise/goerlitz/schulen.pdf",
    "kreise/goerlitz/aushang.pdf",
    "kreise/goerlitz/faltblatt.pdf",
    "kreise/goerlitz/entdeckerpass.pdf",
    "angebote/robotik/aushang.pdf",
)

Add = Callable[..., None]
Make = Callable[[str], Pdf]


@pytest.fixture
def written(add: Add) -> None:
    """One of each; the offer lies in a district with a Sorbian name and a coordination."""
    add("offers/robotik", gta="ja", for_schools="ja")
    add("offers/mobil", title="Mobiles Labor", mode="mobil", venue=None, street=None, postcode=None, city=None,
        serves="[goerlitz]")  # fmt: skip
    add("events/nacht", for_schools="ja")
    add("networks/netz")
    add("funding/fonds")
    add("providers/jugendhaus")


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", ALL_KINDS)
def test_every_kind_of_document_is_tagged(make: Make, path: str) -> None:
    pdf = make(path)
    assert pdf.root.Lang == "de-DE"
    assert pdf.root.MarkInfo.Marked
    assert pdf.root.ViewerPreferences.DisplayDocTitle
    assert "Görlitz" in pdf.title or "Robotik-AG" in pdf.title or "Sachsen" in pdf.title
    assert [str(item.S) for item in pdf.elements()].count("/H1") == 1
    assert all(str(figure.Alt) for figure in pdf.elements("Figure"))
    assert pdf.untagged() == []


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", ALL_KINDS)
def test_the_code_leads_to_the_page(make: Make, path: str) -> None:
    address = {
        "kreise/uebersicht.pdf": "kreise/",
        "kreise/goerlitz/grundschule/uebersicht.pdf": "kreise/goerlitz/grundschule/",
        "angebote/robotik/aushang.pdf": "angebote/robotik/",
    }.get(path, "kreise/goerlitz/")
    assert make(path).qr_codes() == {f"https://mint.example.org/repo/{address}"}


@pytest.mark.usefixtures("written")
def test_tables_have_headers_of_columns_and_rows(make: Make) -> None:
    pdf = make(OVERVIEW)
    tables = pdf.elements("Table")
    assert len(tables) == 5  # three age groups, what comes, dates
    for row in pdf.elements("TR"):
        kinds = [str(cell.S)[1:] for cell in row.K]
        scopes = [scope(cell) for cell in row.K]
        if set(kinds) == {"TH"}:
            assert set(scopes) == {"Column"}
        else:
            assert (kinds[0], scopes[0]) == ("TH", "Row")
            assert set(kinds[1:]) == {"TD"}
    # Explicit lists of headers would take precedence over the scopes and name columns only.
    assert not any("/Headers" in part for cell in pdf.elements("TD") for part in cell.get("/A", ()))


@pytest.mark.usefixtures("written")
def test_the_overview_reads_in_the_order_of_its_parts(make: Make) -> None:
    pdf = make(OVERVIEW)
    assert pdf.bookmarks == [
        "MINT-Angebote Landkreis Görlitz",
        "Grundschule 6 bis 10 Jahre",
        "Klasse 5 bis 7 10 bis 13 Jahre",
        "Klasse 8 bis 10 13 bis 16 Jahre",
        "Kommt zu Ihnen, online oder landesweit",
        "Nächste Termine",
        "Netzwerke",
        "Förderung",
        "Alle Angebote von A bis Z",
    ]
    text = pdf.text()
    order = ["MINT-Angebote", "1 Angebot vor Ort", "21. November 2026", "Grundschule", "Robotik-AG im Jugendhaus",
             "Klasse 5 bis 7", "Mobiles Labor", "Lange Nacht der Technik", "MINT-Netz Lausitz", "Technikfonds",
             "Alle Angebote von A bis Z", "Karten: © Amt."]  # fmt: skip
    places = [text.find(part) for part in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)


@pytest.mark.usefixtures("written")
def test_sorbian_names_are_marked_as_such(make: Make, content: Path) -> None:
    record = content / "regions" / "goerlitz.md"
    text = record.read_text("utf-8")
    record.write_text(text.replace("kind:", "name_hsb: Wokrjes Zhorjelc\nkind:", 1), "utf-8")
    pdf = make(OVERVIEW)
    assert pdf.marked_languages() == {"hsb"}
    assert "Wokrjes Zhorjelc" in pdf.text()


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", ["kreise/uebersicht.pdf", OVERVIEW])
def test_rows_of_a_table_are_equally_wide(make: Make, path: str) -> None:
    """Titles of groups and lines of references span the table; none of them is the header of a row of nothing."""
    pdf = make(path)
    for table in pdf.elements("Table"):
        rows = [row for part in table.K for row in (part.K if part.S != Name.TR else [part])]
        widths = {sum(span(cell) for cell in row.K) for row in rows}
        assert widths in ({6}, {7})
        assert all(scope(row.K[0]) == "Column" for row in rows if len(row.K) == 1 and row.K[0].S == Name.TH)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", ALL_KINDS)
def test_metadata_name_the_licence_and_claim_nothing_that_nobody_checked(make: Make, path: str) -> None:
    pdf = make(path)
    about = pdf.root.Metadata.read_bytes()
    assert b"pdfuaid" not in about
    with pdf.pdf.open_metadata() as meta:
        assert meta["dc:rights"] == CREDITS
        assert meta["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by/4.0/"
        assert meta["xmpRights:Marked"] == "True"


@pytest.mark.usefixtures("written")
def test_fonts_are_embedded(make: Make) -> None:
    pdf = make(OVERVIEW)
    descriptors = [
        item
        for item in pdf.pdf.objects
        if isinstance(item, Dictionary) and item.get("/Type") == Name.FontDescriptor
    ]
    assert descriptors
    for descriptor in descriptors:
        assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
        assert "SourceSans3" in str(descriptor.FontName)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("name", "front", "back", "inside"),
    [
        ("entdeckerpass", "Ich heiße", "So geht es", ("Mathematik", "Technik")),
        (
            "faltblatt",
            "für Kinder, Jugendliche und Familien",
            "Ausgewählt nach",
            ("Grundschule", "Klasse 5 bis 7"),
        ),
    ],
)
def test_a_folded_sheet_has_its_pages_in_order(
    make: Make, name: str, front: str, back: str, inside: tuple[str, str]
) -> None:
    """Turned over the short edge, the left half of the second side lies behind the right half of the first."""
    pdf = make(f"kreise/goerlitz/{name}.pdf")
    behind_front, behind_back = pdf.half(1, 0), pdf.half(1, 1)
    assert front in pdf.half(0, 1)
    assert back in pdf.half(0, 0)
    assert (inside[0] in behind_front, inside[1] in behind_back) == (True, True)
    # Nothing lies on the fold: both halves together are the whole.
    for page in (0, 1):
        assert len(pdf.half(page, 0) + pdf.half(page, 1)) >= len(pdf.text(page)) - 2
