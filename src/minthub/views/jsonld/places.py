"""Locations: an address, a region, or online."""

from __future__ import annotations

from typing import Any

from minthub.views.jsonld.document import Hub, Node

COUNTRY = "DE"
# Decimals of rough coordinates, about a kilometre, so that the middle of a postcode does not look like a house.
_ROUGH = 2
_ROUGH_REMARK = "Mitte des Postleitzahlgebiets oder der Gemeinde, nicht die genaue Adresse"


def location(record: Any, hub: Hub) -> Node | list[Node]:
    """The location of an offer or event. Never empty, because consumers of events require it."""
    if record.mode == "online":
        return _virtual(record, hub)
    place = _place(record, hub) or _region(record, hub)
    return [place, _virtual(record, hub)] if record.mode == "hybrid" else place


def address(record: Any, hub: Hub) -> Node | None:
    if not record.city:
        return None
    return {
        "@type": "PostalAddress",
        "streetAddress": record.street,
        "postalCode": record.postcode,
        "addressLocality": record.city,
        # Without a district the address is outside of the state.
        "addressRegion": hub.cards.vocabulary.state_name if record.district else None,
        "addressCountry": COUNTRY,
    }


def areas(ids: tuple[str, ...], hub: Hub) -> list[Node]:
    """The districts that are served, or the whole state."""
    vocabulary = hub.cards.vocabulary
    if vocabulary.state.id in ids:
        return [_area(vocabulary.state_name)]
    return [_area(district.title) for district in hub.cards.listing.districts_of(ids)]


def _area(name: str) -> Node:
    return {"@type": "AdministrativeArea", "name": name}


def _virtual(record: Any, hub: Hub) -> Node:
    return {
        "@type": "VirtualLocation",
        "url": record.website or record.registration_url or hub.page(record),
    }


def _place(record: Any, hub: Hub) -> Node | None:
    """The venue; None without a city, and for mobile offers, whose city is that of the provider."""
    if not record.city or record.mode == "mobil":
        return None
    return {
        "@type": "Place",
        "name": record.venue or record.city,
        "address": address(record, hub),
        "geo": _geo(record, hub),
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": hub.label("access", id), "value": True}
            for id in record.access
        ],
    }


def _region(record: Any, hub: Hub) -> Node:
    """The districts or the state as a Place; its address has only state and country."""
    state = hub.cards.vocabulary.state
    ids = tuple(id for id in (record.serves or (record.district,)) if id)
    name = hub.cards.reach(ids) if ids and state.id not in ids else hub.cards.vocabulary.state_name
    return {
        "@type": "Place",
        "name": name,
        "address": {
            "@type": "PostalAddress",
            "addressRegion": hub.cards.vocabulary.state_name,
            "addressCountry": COUNTRY,
        },
    }


def _geo(record: Any, hub: Hub) -> Node | None:
    """The coordinates, rounded and with a remark if they are only those of the postcode or the town."""
    point = hub.cards.catalogue.point_of(record) if record.geo or record.district else None
    if point is None:
        return None
    if record.geo:
        return {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]}
    rough = [round(degrees, _ROUGH) for degrees in point]
    return {
        "@type": "GeoCoordinates",
        "latitude": rough[0],
        "longitude": rough[1],
        "description": _ROUGH_REMARK,
    }
