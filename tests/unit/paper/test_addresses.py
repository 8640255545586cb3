"""Addresses on paper: what opens them, what is copied, where their lines end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minthub.paper.addresses import as_uri, website
from minthub.views.site import Link
from tests.unit.paper.pdf import Pdf
from tests.unit.paper.test_structure import ALL_KINDS

Add = Callable[..., None]
Make = Callable[[str], Pdf]

MAIL = "kontakt.schueler-labor_1@naturwissenschaftlich-technisches-zentrum.example.org"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\x07"


@pytest.fixture
def written(add: Add) -> None:
    add(
        "offers/robotik",
        gta="ja",
        for_schools="ja",
        contact=MAIL,
        schedule="mittwochs 15–17 Uhr, freitags 9:30–11:30 Uhr",
    )
    add("networks/netz", contact=MAIL)
    add("events/nacht", for_schools="ja")  # fmt: skip


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", ALL_KINDS)
def test_nothing_invisible_is_copied(make: Make, path: str) -> None:
    assert set(INVISIBLE) & set(make(path).copied()) == set()


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", ["kreise/goerlitz/uebersicht.pdf", "angebote/robotik/aushang.pdf"])
def test_addresses_are_copied_whole_from_narrow_columns(make: Make, path: str) -> None:
    """With their hyphens: one at the end of a line is taken for that of a broken word, and left out."""
    assert MAIL in make(path).copied()


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/wir-über-uns/", "https://example.org/wir-%C3%BCber-uns/"),
        ("https://example.org/a%20b/ü?q=ä&r=%C3%B6#ß", "https://example.org/a%20b/%C3%BC?q=%C3%A4&r=%C3%B6#%C3%9F"),
        ("https://www.grün.example.org:8443/", "https://www.xn--grn-ioa.example.org:8443/"),
        ("mailto:büro@example.org", "mailto:b%C3%BCro@example.org"),
    ],
)  # fmt: skip
def test_links_hold_ascii_only(written: str, uri: str) -> None:
    assert as_uri(written) == uri


def test_a_website_is_shown_as_people_read_it() -> None:
    assert website("https://www.grün.example.org/über") == Link(
        "grün.example.org", "https://www.xn--grn-ioa.example.org/%C3%BCber"
    )


def test_links_of_a_document_are_ascii(add: Add, make: Make) -> None:
    add("offers/robotik", website="https://www.example.org/wir-über-uns/")
    for path in ("kreise/goerlitz/uebersicht.pdf", "angebote/robotik/aushang.pdf"):
        pdf = make(path)
        addresses = [bytes(link.A.URI).decode() for link in pdf.links() if "/A" in link]
        assert "https://www.example.org/wir-%C3%BCber-uns/" in addresses
        assert all(address.isascii() for address in addresses)


def test_abbreviations_units_and_ranges_stay_on_one_line(add: Add, make: Make) -> None:
    """In narrow columns and in large letters, wherever they would break."""
    for number in range(30):
        words = "x" * (number % 10 + 1)
        add(
            f"offers/a{number}",
            title=f"Natur{'x' * number} e. V.",
            schedule=f"{words} {words} mittwochs 9:30–13:30 Uhr, Klasse 5–7",
        )
    for path in ("kreise/goerlitz/uebersicht.pdf", "angebote/a7/aushang.pdf"):
        lines = make(path).lines()
        assert [line for line in lines if line.endswith((" e.", "–", "Klasse"))] == []
        assert any("9:30–13:30 Uhr" in line.replace("\u00a0", " ") for line in lines)
