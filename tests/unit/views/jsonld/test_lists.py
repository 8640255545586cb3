"""Index pages, ways to pages, and the site."""

from __future__ import annotations

import json
from typing import Any

from minthub.views import jsonld
from minthub.views.cards import Card
from minthub.views.site import Link, Site

SITE = Site("MINT", url="https://mint.example.org/")


def card(id: str, title: str) -> Card:
    return Card(id, f"weg/{id}/", title, "Art", "", (), ())


def listed(kind: str, *items: tuple[str, str]) -> dict[str, Any]:
    return {
        "@type": "ItemList",
        "name": kind,
        "numberOfItems": len(items),
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": title,
                "url": f"https://mint.example.org/weg/{id}/",
            }
            for number, (id, title) in enumerate(items, start=1)
        ],
    }


def test_a_list_counts_from_one() -> None:
    cards = [card("offers/a", "A"), card("offers/b", "B")]
    assert json.loads(jsonld.item_list(cards, SITE)) == {
        "@context": "https://schema.org",
        **listed("Angebote", ("offers/a", "A"), ("offers/b", "B")),
    }


def test_every_kind_has_a_list_of_its_own() -> None:
    cards = [card("events/t", "T"), card("offers/a", "A"), card("news/n", "N"), card("offers/b", "B")]
    assert json.loads(jsonld.item_list(cards, SITE)) == {
        "@context": "https://schema.org",
        "@graph": [
            listed("Termine", ("events/t", "T")),
            listed("Angebote", ("offers/a", "A"), ("offers/b", "B")),
            listed("Meldungen", ("news/n", "N")),
        ],
    }


def test_the_way_to_a_page_begins_at_the_start_and_ends_at_the_page() -> None:
    data = json.loads(jsonld.breadcrumbs((Link("Kreise", "kreise/"),), "Görlitz", "kreise/goerlitz/", SITE))
    assert data["@type"] == "BreadcrumbList"
    assert [(item["position"], item["name"], item["item"]) for item in data["itemListElement"]] == [
        (1, "Start", "https://mint.example.org/"),
        (2, "Kreise", "https://mint.example.org/kreise/"),
        (3, "Görlitz", "https://mint.example.org/kreise/goerlitz/"),
    ]


def test_the_site_says_what_it_is_and_who_runs_it() -> None:
    site = Site(SITE.name, SITE.url, mail="post@example.org", operator="Verein")
    assert json.loads(jsonld.website(site, "Sachsen")) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "https://mint.example.org/",
        "name": "MINT",
        "url": "https://mint.example.org/",
        "inLanguage": "de",
        "spatialCoverage": {"@type": "AdministrativeArea", "name": "Sachsen"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "publisher": {"@type": "Organization", "name": "Verein", "email": "post@example.org"},
    }


def test_as_long_as_nobody_is_named_nobody_publishes_it() -> None:
    assert "publisher" not in json.loads(jsonld.website(SITE, "Sachsen"))
