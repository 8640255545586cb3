"""Descriptions of the lists on index pages, of breadcrumbs, and of the whole site."""

from __future__ import annotations

from collections.abc import Sequence

from minthub.model.kinds import BY_FOLDER
from minthub.views.cards import Card
from minthub.views.jsonld.document import Node, dump
from minthub.views.site import LICENCE, Link, Site

START = "Start"


def item_list(cards: Sequence[Card], site: Site) -> str:
    """An ItemList for each kind of record that a page lists, because consumers expect entries of one type."""
    kinds: dict[str, list[Card]] = {}
    for card in cards:
        kinds.setdefault(card.data_id.partition("/")[0], []).append(card)
    return dump(*(_list_of(folder, found, site) for folder, found in kinds.items()))


def _list_of(folder: str, cards: Sequence[Card], site: Site) -> Node:
    items = [_entry(number, card.title, card.href, site) for number, card in enumerate(cards, start=1)]
    return {
        "@type": "ItemList",
        "name": BY_FOLDER[folder].plural,
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def _entry(number: int, name: str, path: str, site: Site) -> Node:
    return {"@type": "ListItem", "position": number, "name": name, "url": f"{site.url}{path}"}


def breadcrumbs(crumbs: Sequence[Link], title: str, path: str, site: Site) -> str:
    """The breadcrumbs from the start page to a page, as shown above its title."""
    way = [(START, ""), *((crumb.text, crumb.href) for crumb in crumbs), (title, path)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{site.url}{href}"}
        for number, (name, href) in enumerate(way, start=1)
    ]
    return dump({"@type": "BreadcrumbList", "itemListElement": items})


def website(site: Site, state_name: str) -> str:
    """The site itself. The operator is a setting that may still be missing."""
    publisher = {"@type": "Organization", "name": site.operator, "email": site.mail}
    return dump(
        {
            "@type": "WebSite",
            "@id": site.url,
            "name": site.name,
            "url": site.url,
            "inLanguage": "de",
            "spatialCoverage": {"@type": "AdministrativeArea", "name": state_name},
            "license": LICENCE,
            "publisher": publisher if site.operator else None,
        }
    )
