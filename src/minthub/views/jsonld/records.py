"""The description of a record: what it is, and what is known about our page of it."""

from __future__ import annotations

from typing import Any

from minthub.model.kinds import Event, Funding, Network, NewsItem, Offer, Provider
from minthub.paths import image_path
from minthub.views.cards import Cards
from minthub.views.jsonld import events, offers, organisations
from minthub.views.jsonld.document import Hub, Node, dump
from minthub.views.jsonld.places import areas
from minthub.views.site import LICENCE, Site


def record(record: Any, cards: Cards, site: Site) -> str:
    """The description of one record, of any kind but a district."""
    hub = Hub(cards, site)
    common = {
        "@id": hub.page(record),
        "name": record.title,
        "description": record.summary,
        "url": hub.page(record),
        "image": _image(record, site),
    }
    return dump({**common, **_own(record, hub), "mainEntityOfPage": _page(record, hub)})


def _own(record: Any, hub: Hub) -> Node:
    """What the kind of a record adds, or knows better."""
    if isinstance(record, Offer):
        return offers.described(record, hub)
    if isinstance(record, Event):
        return events.described(record, hub)
    if isinstance(record, Provider | Network):
        return organisations.organisation(record, hub)
    if isinstance(record, Funding):
        return organisations.funding(record, hub)
    assert isinstance(record, NewsItem)
    return _news(record, hub)


def _news(item: NewsItem, hub: Hub) -> Node:
    """The date is that of what is told, sometimes only a year; when we wrote about it nobody noted."""
    return {
        "@type": "NewsArticle",
        "headline": item.title,
        "inLanguage": "de",
        "temporalCoverage": str(item.date),
        "spatialCoverage": areas(item.districts or (hub.cards.vocabulary.state.id,), hub),
        "isBasedOn": item.source,
    }


def _page(record: Any, hub: Hub) -> Node:
    """How far the entry can be trusted. Said of the page, because things and organisations are not checked but written about."""
    return {
        "@type": "WebPage",
        "url": hub.page(record),
        "lastReviewed": str(record.checked),
        "creativeWorkStatus": offers.status(record, hub),
        "isBasedOn": record.source,
        "license": LICENCE,
        "sdDatePublished": str(record.checked),
        "sdLicense": LICENCE,
    }


def _image(record: Any, site: Site) -> Node | None:
    """The checks see to it that its rights are named."""
    if not record.image:
        return None
    return {
        "@type": "ImageObject",
        "contentUrl": f"{site.url}{image_path(record.image)}",
        "caption": record.image_alt,
        "creditText": f"{record.image_credit}, {record.image_licence}",
    }
