"""What each kind of record is, and what is said of every page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from minthub.views import jsonld
from minthub.views.cards import Cards
from minthub.views.site import Site

Add = Callable[..., None]
Described = Callable[..., dict[str, Any]]
JUGENDHAUS = "https://mint.example.org/anbieter/jugendhaus/"


def page(path: str, checked: str, source: str, **more: str) -> dict[str, str]:
    """What is said of the page of a record."""
    return {
        "@type": "WebPage",
        "url": f"https://mint.example.org/{path}",
        "lastReviewed": checked,
        **more,
        "isBasedOn": source,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "sdDatePublished": checked,
        "sdLicense": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_a_provider_is_an_organization_with_its_own_website(described: Described) -> None:
    assert described("providers", contact='[info@example.org, "03581 123456"]') == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": "https://mint.example.org/anbieter/eins/",
        "name": "Jugendhaus Görlitz",
        "description": "Offenes Haus für Kinder und Jugendliche.",
        "url": "https://www.example.org",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Hauptstraße 1",
            "postalCode": "02826",
            "addressLocality": "Görlitz",
            "addressRegion": "Sachsen",
            "addressCountry": "DE",
        },
        "email": "info@example.org",
        "telephone": "03581 123456",
        "mainEntityOfPage": page("anbieter/eins/", "2026-11-01", "https://www.example.org"),
    }


def test_without_a_website_our_page_stands_for_the_organization(described: Described) -> None:
    assert described("providers", website=None)["url"] == "https://mint.example.org/anbieter/eins/"


def test_a_network_is_an_organization_with_members(add: Add, described: Described) -> None:
    add("providers/jugendhaus")
    data = described("networks", members="[jugendhaus, Stadtwerke]", since="2022", until="2025")
    assert "address" not in data
    assert data["url"] == "https://www.example.org/netz"
    assert data["member"] == [
        {
            "@type": "Organization",
            "name": "Jugendhaus Görlitz",
            "@id": JUGENDHAUS,
            "url": "https://www.example.org",
        },
        {"@type": "Organization", "name": "Stadtwerke"},
    ]
    assert [area["name"] for area in data["areaServed"]] == ["Landkreis Görlitz", "Landkreis Bautzen"]
    assert (data["foundingDate"], data["dissolutionDate"]) == ("2022", "2025")


def test_a_network_that_will_end_has_not_ended(described: Described) -> None:
    assert "dissolutionDate" not in described("networks", until="2027")


def test_a_funding_is_a_grant(described: Described) -> None:
    assert described("funding") == {
        "@context": "https://schema.org",
        "@type": "MonetaryGrant",
        "@id": "https://mint.example.org/foerderung/eins/",
        "name": "Technikfonds",
        "description": "Geld für Werkzeug und Material.",
        "url": "https://mint.example.org/foerderung/eins/",
        "funder": {"@type": "Organization", "name": "Stiftung Technik"},
        "sameAs": "https://www.example.org/fonds",
        "mainEntityOfPage": page("foerderung/eins/", "2026-11-01", "https://www.example.org/fonds"),
    }


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-11-10"])
def test_the_date_of_news_is_that_of_what_they_tell(day: str, described: Described) -> None:
    assert described("news", date=day) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://mint.example.org/neuigkeiten/eins/",
        "name": "Neue Werkstatt eröffnet",
        "headline": "Neue Werkstatt eröffnet",
        "description": "Im Jugendhaus steht jetzt eine Werkstatt.",
        "url": "https://mint.example.org/neuigkeiten/eins/",
        "inLanguage": "de",
        "temporalCoverage": day,
        "spatialCoverage": [{"@type": "AdministrativeArea", "name": "Landkreis Görlitz"}],
        "isBasedOn": "https://www.example.org/werkstatt",
        "mainEntityOfPage": page("neuigkeiten/eins/", "2026-11-11", "https://www.example.org/werkstatt"),
    }


def test_news_without_a_district_are_about_the_state(described: Described) -> None:
    assert described("news", districts=None)["spatialCoverage"] == [
        {"@type": "AdministrativeArea", "name": "Sachsen"}
    ]


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("aktiv", None),
        ("unbestaetigt", "nicht bestätigt"),
        ("pausiert", "macht Pause"),
        ("beendet", "beendet"),
    ],
)
@pytest.mark.parametrize("folder", ["offers", "networks", "funding"])
def test_the_page_says_how_far_the_entry_can_be_trusted(
    folder: str, status: str, word: str | None, described: Described
) -> None:
    data = described(folder, status=status)
    assert data["mainEntityOfPage"].get("creativeWorkStatus") == word
    assert data.get("creativeWorkStatus") == (word if data["@type"] == "Course" else None)


def test_an_image_is_named_with_its_rights(described: Described, content: Path) -> None:
    (content / "bilder").mkdir()
    Image.new("RGB", (8, 8)).save(content / "bilder" / "ein bild.png")
    data = described(
        "offers",
        image="ein bild.png",
        image_alt="Zwei Kinder am Roboter.",
        image_credit="Jugendhaus",
        image_licence="CC BY 4.0",
    )
    assert data["image"] == {
        "@type": "ImageObject",
        "contentUrl": "https://mint.example.org/bilder/ein%20bild.png",
        "caption": "Zwei Kinder am Roboter.",
        "creditText": "Jugendhaus, CC BY 4.0",
    }


def test_without_an_address_of_the_site_addresses_are_relative(described: Described) -> None:
    assert described("offers", Site("MINT"))["url"] == "angebote/eins/"


def test_a_title_cannot_end_the_script_element(one: Callable[..., Any]) -> None:
    """The checks refuse HTML; should they let some through, it does no harm here."""
    listing, record = one("offers")
    title = "</script><script>alert(1)</script>"
    text = jsonld.record(
        record.model_copy(update={"title": title, "topics": ("<!--",)}), Cards(listing), Site("MINT")
    )
    assert "<" not in text
    assert (json.loads(text)["name"], json.loads(text)["keywords"]) == (title, ["<!--"])
