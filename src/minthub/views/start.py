"""The start page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from minthub.findings import count
from minthub.freshness import Freshness, freshness, months_later
from minthub.listing import Listing
from minthub.model.kinds import NewsItem, Offer
from minthub.views import jsonld
from minthub.views.cards import Card, cards_of
from minthub.views.districts import DistrictLists
from minthub.views.lists import Lists
from minthub.views.maps import Map, Maps
from minthub.views.site import Site, Tile

MAX_EVENTS, MAX_OFFERS, MAX_NEWS = 3, 6, 3
# Older news is not shown, except for the newest item.
NEWS_MONTHS = 9
# Value of `checked_by` for facts from a public source; all others have them at first hand.
_EDITORS = "redaktion"
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class StartPage:
    """The values that the start page prints besides its own text."""

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
    """Numbers, ways in, the next dates, a choice of offers of different places, the latest news."""
    lists, districts, cards = Lists(listing, site), DistrictLists(listing, site, maps), cards_of(listing)
    offers = count(len(listing.offers), "Angebot", "Angebote")
    names = {cards.provider_name(offer) for offer in listing.offers}
    providers = count(len(names), "Einrichtung", "Einrichtungen")
    return StartPage(
        numbers=f"{offers} von {providers} in {len(districts.districts)} Kreisen",
        ages=lists.age_tiles(),
        audiences=lists.audience_tiles(),
        districts=districts.tiles(),
        subjects=lists.subject_tiles(),
        events=tuple(cards.event(item.event, item) for item in listing.events[:MAX_EVENTS]),
        offers=tuple(map(cards.offer, _offers_of_the_day(listing))),
        news=tuple(map(cards.news, _recent_news(listing))),
        map=maps.state() if maps else None,
        json_ld=jsonld.website(site, listing.catalogue.vocabulary.state_name),
    )


def _recent_news(listing: Listing) -> Sequence[NewsItem]:
    recent = [
        item for item in listing.news if months_later(item.date.first_day, NEWS_MONTHS) >= listing.today
    ]
    return recent[:MAX_NEWS] or listing.news[:1]


def _offers_of_the_day(listing: Listing) -> list[Offer]:
    """Running, freshly checked offers, one a district, of many subjects: confirmed ones first, then another choice each day."""
    left = [offer for offer in listing.offers if _is_presentable(offer, listing)]
    left.sort(key=lambda offer: crc32(f"{listing.today} {offer.id}".encode()))
    chosen: list[Offer] = []
    subjects: Counter[str] = Counter()
    while left and len(chosen) < MAX_OFFERS:
        best = min(left, key=lambda offer: (offer.checked_by == _EDITORS, _familiarity(offer, subjects)))
        chosen.append(best)
        subjects.update(best.subjects)
        left = [offer for offer in left if offer.district != best.district]
    return chosen


def _familiarity(offer: Offer, shown: Counter[str]) -> float:
    """The average number of times that the offer's subjects have been shown already."""
    return sum(shown[subject] for subject in offer.subjects) / max(1, len(offer.subjects))


def _is_presentable(offer: Offer, listing: Listing) -> bool:
    """Whether an offer has a district, is running and checked within a year, and does not name past years only."""
    years = [
        int(year)
        for text in (offer.title, offer.summary, offer.schedule, offer.price)
        for year in _YEAR.findall(text or "")
    ]
    return (
        offer.district is not None
        and offer.status == "aktiv"
        and freshness(offer.checked, listing.today) is Freshness.FRESH
        and (not years or max(years) >= listing.today.year)
    )
