"""What index pages are made of: cards under headings, tiles, and the page around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from minthub.findings import count
from minthub.folding import fold
from minthub.listing import Listing
from minthub.model.kinds import District, Offer
from minthub.paths import SECTIONS, district_path
from minthub.views import jsonld
from minthub.views.cards import Card, cards_of
from minthub.views.maps import Map, Maps
from minthub.views.site import FactGroup, Link, Site, Tile

# Offers of other places: what needs no way comes first.
WAYS = {
    "kommt-zu-ihnen": "Kommt zu Ihnen",
    "online": "Online",
    "anderswo": "Auch für Ihren Kreis – findet anderswo statt",
}


@dataclass(frozen=True)
class CardGroup:
    """Cards under a heading that can be linked to."""

    id: str
    title: str
    cards: tuple[Card, ...]
    href: str = ""
    is_compact: bool = False


@dataclass(frozen=True)
class TileGroup:
    """Big links under a heading."""

    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class NearSearch:
    """Asks the finder for what the page lists near a place. `ages` can be chosen, `hidden` are filters of the finder."""

    hidden: tuple[tuple[str, str], ...] = ()
    ages: tuple[int, ...] = ()

    @property
    def finder(self) -> str:
        """The same without a place; empty if an age is still to be chosen."""
        return "" if self.ages else finder_path(self.hidden)


@dataclass(frozen=True)
class ListPage:
    """Everything an index page prints. `empty` is said when no group has a card, `empty_links` lead on.

    `print_view` leads to a page for paper; `office` is who can be asked about everything here.
    """

    path: str
    title: str
    description: str
    lead: str
    section: str
    breadcrumbs: tuple[Link, ...] = ()
    title_other: Link | None = None
    body: str = ""
    facts: tuple[FactGroup, ...] = ()
    tile_groups: tuple[TileGroup, ...] = ()
    groups: tuple[CardGroup, ...] = ()
    empty: str = ""
    empty_links: tuple[Link, ...] = ()
    edit: Link | None = None
    json_ld: str = ""
    office: tuple[Link, ...] = ()
    near: NearSearch | None = None
    map: Map | None = None
    map_kind: str = ""
    print_view: str = ""

    @property
    def head_title(self) -> str:
        """What tabs and bookmarks show."""
        return self.title

    @property
    def shows_contents(self) -> bool:
        """A list of the groups helps when there are several."""
        return len(self.groups) > 2


class ListMaker:
    """Makes index pages for one listing; the kinds of pages are in lists.py, overviews.py and districts.py."""

    def __init__(self, listing: Listing, site: Site, maps: Maps | None = None) -> None:
        self.listing = listing
        self.site = site
        self.maps = maps
        self.cards = cards_of(listing)
        self.catalogue = listing.catalogue
        self.vocabulary = listing.catalogue.vocabulary

    def page(self, **values: Any) -> ListPage:
        """A page without empty groups, with its JSON-LD."""
        groups = tuple(group for group in values.pop("groups", ()) if group.cards)
        cards = [card for group in groups for card in group.cards]
        return ListPage(groups=groups, json_ld=jsonld.item_list(cards, self.site) if cards else "", **values)

    @property
    def districts(self) -> list[District]:
        """In the order of the alphabet, `Ö` beside `O`."""
        return sorted(self.catalogue.districts, key=lambda district: fold(district.short_title))

    def by_district(
        self, records: Iterable[Any], make: Callable[[Any], Card], rest: str, age_group: str = ""
    ) -> tuple[CardGroup, ...]:
        """Records under their districts, then those without one under the title `rest`; a line each, because they are hundreds.

        The headings lead to the districts, with `age_group` to their pages for it.
        """
        cards: dict[str | None, list[Card]] = defaultdict(list)
        for record in records:
            cards[record.district].append(make(record))
        groups = [
            CardGroup(
                district.id,
                district.title,
                tuple(cards[district.id]),
                district_path(district.id, age_group),
                is_compact=True,
            )
            for district in self.districts
        ]
        return (*groups, CardGroup(self.vocabulary.state.id, rest, tuple(cards[None]), is_compact=True))

    def offers_by_district(self, offers: Iterable[Offer], age_group: str = "") -> tuple[CardGroup, ...]:
        rest = f"Mobil, online und {self.vocabulary.state.label}"
        return self.by_district(offers, self.cards.offer, rest, age_group)

    def from_elsewhere(self, offers: Iterable[Offer]) -> tuple[CardGroup, ...]:
        """Offers of other places, by the way one has to go for them; short, because they stand on the pages of all districts."""
        found = list(offers)
        return tuple(
            CardGroup(
                id,
                title,
                tuple(self.cards.offer(offer) for offer in found if way_of(offer) == id),
                is_compact=True,
            )
            for id, title in WAYS.items()
        )


def way_of(offer: Offer) -> str:
    """Which way an offer of another place comes: one of `WAYS`."""
    return {"mobil": "kommt-zu-ihnen", "vor-ort": "anderswo"}.get(offer.mode, "online")


def finder_path(filters: Iterable[tuple[str, str]]) -> str:
    """The finder with these filters chosen (see HACKING.md)."""
    return f"{SECTIONS['offers']}/?{urlencode(list(filters))}"


def offers_text(number: int) -> str:
    """`12 Angebote`, `1 Angebot`, `noch kein Angebot`."""
    return count(number, "Angebot", "Angebote") if number else "noch kein Angebot"
