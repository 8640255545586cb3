"""The start page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minthub.findings import count
from minthub.listing import Listing
from minthub.model.kinds import Offer
from minthub.views import jsonld
from minthub.views.cards import Card, cards_of
from minthub.views.districts import DistrictLists
from minthub.views.lists import Lists
from minthub.views.maps import Map, Maps
from minthub.views.site import Site, Tile

MAX_EVENTS, MAX_OFFERS, MAX_NEWS = 3, 6, 3


@dataclass(frozen=True)
class StartPage:
    """What the start page prints beside its own text."""

    numbers: str
    ages: tuple[Tile, ...]
    audiences: tuple[Tile, ...]
    districts: tuple[Tile, ...]
    subjects: tuple[Tile, ...]
    events: tuple[Card, ...]
    offers: tuple[Card, ...]
    news: tuple[Card, ...]
    map: Map | None = None
    json_ld: str = ""


def start_page(listing: Listing, site: Site, maps: Maps | None = None) -> StartPage:
    """Numbers, ways in, the next dates, freshly checked offers of different places, the latest news."""
    lists, districts, cards = Lists(listing, site), DistrictLists(listing, site), cards_of(listing)
    offers = count(len(listing.offers), "Angebot", "Angebote")
    providers = count(len(listing.providers), "Einrichtung", "Einrichtungen")
    return StartPage(
        numbers=f"{offers} von {providers} in {len(districts.districts)} Kreisen",
        ages=lists.age_tiles(),
        audiences=lists.audience_tiles(),
        districts=districts.tiles(),
        subjects=lists.subject_tiles(),
        events=tuple(cards.event(item.event, item) for item in listing.events[:MAX_EVENTS]),
        offers=tuple(map(cards.offer, _fresh_offers(listing.offers))),
        news=tuple(map(cards.news, listing.news[:MAX_NEWS])),
        map=maps.state() if maps else None,
        json_ld=jsonld.website(site, listing.catalogue.vocabulary.state_name),
    )


def _fresh_offers(offers: Iterable[Offer]) -> list[Offer]:
    """The most recently checked running offers, one a district, so that no place fills the page."""
    running = [offer for offer in offers if offer.status == "aktiv"]
    chosen: dict[str, Offer] = {}
    for offer in sorted(running, key=lambda offer: (-offer.checked.toordinal(), offer.id)):
        if offer.district:
            chosen.setdefault(offer.district, offer)
    return list(chosen.values())[:MAX_OFFERS]
