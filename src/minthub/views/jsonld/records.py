"""The description of a record, and of our page about it."""

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
    """The properties that are specific to the kind; they override the common ones."""
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
    """A news item. Its date is that of the reported event, possibly only a year; there is no date of publication."""
    return {
        "@type": "NewsArticle",
        "headline": item.title,
        "inLanguage": "de",
        "temporalCoverage": str(item.date),
        "spatialCoverage": areas(item.districts or (hub.cards.vocabulary.state.id,), hub),
        "isBasedOn": item.source,
    }


def _page(record: Any, hub: Hub) -> Node:
    """Our page, with the day of the last check. These properties belong to the page, not to the thing described."""
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
    """The image, if any; the checks guarantee that its rights are named."""
    if not record.image:
        return None
    return {
        "@type": "ImageObject",
        "contentUrl": f"{site.url}{image_path(record.image)}",
        "caption": record.image_alt,
        "creditText": f"{record.image_credit}, {record.image_licence}",
    }
