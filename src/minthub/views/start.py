"""The start page."""

from __future__ import annotations

from dataclasses import dataclass

from minthub.findings import count
from minthub.views.cards import Card
from minthub.views.districts import DistrictLists
from minthub.views.site import Tile

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


def start_page(lists: DistrictLists) -> StartPage:
    """Numbers, ways in, the next dates, freshly checked offers of different places, the latest news."""
    listing, cards = lists.listing, lists.cards
    return StartPage(
        numbers=f"{count(len(listing.offers), 'Angebot', 'Angebote')} von {count(len(listing.providers), 'Einrichtung', 'Einrichtungen')} in {len(lists.districts)} Kreisen",
        ages=lists.age_tiles(),
        audiences=lists.audience_tiles(),
        districts=lists.tiles(),
        subjects=lists.subject_tiles(),
        events=tuple(cards.event(item.event, item) for item in listing.events[:MAX_EVENTS]),
        offers=_fresh_offers(lists),
        news=tuple(cards.news(item) for item in listing.news[:MAX_NEWS]),
    )


def _fresh_offers(lists: DistrictLists) -> tuple[Card, ...]:
    """The most recently checked running offers, one a district, so that no place fills the page."""
    running = [offer for offer in lists.listing.offers if offer.status == "aktiv" and offer.district]
    chosen = {}
    for offer in sorted(running, key=lambda offer: (-offer.checked.toordinal(), offer.id)):
        chosen.setdefault(offer.district, offer)
    return tuple(lists.cards.offer(offer) for offer in list(chosen.values())[:MAX_OFFERS])
