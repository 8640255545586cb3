"""What real records will do to a sheet one day: long names, hundreds of offers, none at all, signs of all kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.paper.pdf import Pdf

Add = Callable[..., None]
Make = Callable[[str], Pdf]

LONG_TITLE = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsklub e. V."[
    :90
]
LONG_PLACE = (
    "Naturwissenschaftlich-technisches Schülerforschungszentrum „Johann Friedrich Böttger“ im Haus der Jugend"
)
LONG_SITE = "https://www.naturwissenschaftlich-technisches-schuelerforschungszentrum-oberlausitz.example.org/"
A4, A4_FLAT = (210, 297), (297, 210)


def is_blank_at_the_edge(pdf: Pdf, page: int) -> bool:
    """Nothing is cut off: a strip of three millimetres around the sheet is white."""
    picture: Any = pdf.picture(page, 1.0).convert("L")
    width, height = picture.size
    strip = round(3 / 25.4 * 72)
    edges = (
        (0, 0, width, strip),
        (0, height - strip, width, height),
        (0, 0, strip, height),
        (width - strip, 0, width, height),
    )
    return all(picture.crop(edge).getextrema()[0] > 240 for edge in edges)


@pytest.fixture
def extreme(add: Add) -> None:
    add(
        "offers/lang",
        title=LONG_TITLE,
        summary=f"„{'Wir bauen, löten und programmieren zusammen ' * 4}“"[:200],
        venue=f'"{LONG_PLACE}"',
        street="Straße der Völkerfreundschaft und des internationalen Austauschs 123 a–c, Hinterhaus, 4. Etage links",
        schedule=f"montags bis freitags 15–18 Uhr, {'außer in den Ferien und an Feiertagen, ' * 6}nach Absprache",
        cost="kostenpflichtig",
        price="5 Euro, ermäßigt 3 Euro, Familien 12 Euro, Gruppen ab zehn Personen 2 Euro, mit Sachsenpass frei",
        website=LONG_SITE,
        contact="kontakt.schuelerforschungszentrum.oberlausitz@naturwissenschaftlich-technisches-zentrum.example.org",
    )


@pytest.mark.usefixtures("extreme")
@pytest.mark.parametrize(
    ("path", "pages", "size"),
    [
        ("angebote/lang/aushang.pdf", 1, A4),
        ("kreise/goerlitz/aushang.pdf", 1, A4),
        ("kreise/goerlitz/faltblatt.pdf", 2, A4_FLAT),
        ("kreise/goerlitz/entdeckerpass.pdf", 2, A4_FLAT),
        ("kreise/goerlitz/uebersicht.pdf", 2, A4),
    ],
)
def test_long_texts_stay_on_their_sheet(make: Make, path: str, pages: int, size: tuple[int, int]) -> None:
    pdf = make(path)
    assert (pdf.number_of_pages, pdf.page_sizes) == (pages, {size})
    # Cuts between the strips of a notice are meant to go to the edge, texts are not.
    if path != "angebote/lang/aushang.pdf":
        assert all(is_blank_at_the_edge(pdf, page) for page in range(pages))
    for page in range(pages):
        beside, below = pdf.margins(page)
        assert beside >= 5
        assert below >= 6
    assert "Donaudampf" in pdf.text()


def test_a_district_without_offers_says_so_and_has_no_empty_tables(make: Make) -> None:
    pdf = make("kreise/zwickau/uebersicht.pdf")
    assert pdf.number_of_pages == 1
    assert pdf.elements("Table") == []
    assert pdf.bookmarks == ["MINT-Angebote Landkreis Zwickau"]
    assert "Noch kein Angebot vor Ort." in pdf.text()


def test_an_age_group_without_offers_says_so(make: Make, add: Add) -> None:
    add("offers/robotik")
    pdf = make("kreise/goerlitz/kita/uebersicht.pdf")
    assert pdf.elements("Table") == []
    assert "Für Kita ist hier vor Ort noch kein Angebot erfasst." in pdf.text()


@pytest.mark.parametrize("name", ["aushang", "faltblatt", "entdeckerpass"])
def test_sheets_of_a_district_without_offers_are_whole(make: Make, name: str) -> None:
    pdf = make(f"kreise/zwickau/{name}.pdf")
    assert pdf.number_of_pages == (1 if name == "aushang" else 2)
    assert "Zum Beispiel" not in pdf.text()
    assert "Ideen:" not in pdf.text()


def test_an_offer_without_place_is_in_the_overview_and_has_a_notice(make: Make, add: Add) -> None:
    add("offers/online", title="Mathe im Netz", mode="online", venue=None, street=None, postcode=None, city=None,
        serves="sachsenweit")  # fmt: skip
    assert "Mathe im Netz" in make("kreise/zwickau/uebersicht.pdf").text()
    assert "online, sachsenweit" in make("angebote/online/aushang.pdf").text()


def test_signs_that_no_font_has_are_left_out(make: Make, add: Add) -> None:
    add("offers/smile", title="Robotik 🤖 für alle – č ě ř ł ń š ž ⁺ Ω", venue="Jugendhaus 𓀀 語")
    text = make("angebote/smile/aushang.pdf").text()
    assert "für alle – č ě ř ł ń š ž ⁺ Ω" in text
    assert "𓀀" not in text


def test_texts_are_never_read_as_markup(make: Make, add: Add) -> None:
    add("offers/hack", title="'#panic() $x$ *fett* `code` @ref 3 < 5 \\ [link]'")
    assert "#panic() $x$ *fett* `code` @ref 3 < 5 \\ [link]" in make("angebote/hack/aushang.pdf").text()


@pytest.mark.slow
def test_three_hundred_offers_in_a_district(make: Make, add: Add) -> None:
    for number in range(300):
        add(f"offers/a{number:03}", title=f"Werkstatt Nummer {number:03}", website=f"https://www.example.org/{number}",
            ages="[10, 12]")  # fmt: skip
    pdf = make("kreise/goerlitz/uebersicht.pdf")
    assert pdf.size <= 400_000
    text = pdf.text()
    assert all(f"Werkstatt Nummer {number:03}" in text for number in range(300))
    assert all(is_blank_at_the_edge(pdf, page) for page in range(pdf.number_of_pages))
    # A heading is never the last line of a page: its table's head stands on the same one.
    for page in range(pdf.number_of_pages):
        lines = pdf.text(page)
        for heading in ("10 bis 13 Jahre", "Alle Angebote von A bis Z"):
            if heading in lines:
                assert "Werkstatt Nummer" in lines.partition(heading)[2]
    leaflet = make("kreise/goerlitz/faltblatt.pdf")
    assert leaflet.number_of_pages == 2
    assert leaflet.text().count("Werkstatt Nummer") == 10
