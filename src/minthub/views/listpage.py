"""The parts of index pages: cards under headings, tiles, and the page itself."""

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

# Groups of offers from elsewhere, in this order: those without a way to go come first.
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
    """A form that searches the finder for the page's offers near a place. `ages`: choices. `hidden`: fixed filters."""

    hidden: tuple[tuple[str, str], ...] = ()
    ages: tuple[int, ...] = ()

    @property
    def finder(self) -> str:
        """The path of the same search without a place; empty if an age must be chosen first."""
        return "" if self.ages else finder_path(self.hidden)


@dataclass(frozen=True)
class ListPage:
    """Everything an index page prints. `empty`: sentence if no group has a card, followed by `empty_links`.

    `print_view`: path of a page for printing. `office`: contacts for all questions.
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
        """The title for tabs and bookmarks."""
        return self.title

    @property
    def shows_contents(self) -> bool:
        """Whether to show a table of contents: only if there are more than two groups."""
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
        """The districts in alphabetical order, with `Ö` sorted as `O`."""
        return sorted(self.catalogue.districts, key=lambda district: fold(district.short_title))

    def by_district(
        self, records: Iterable[Any], make: Callable[[Any], Card], rest: str, age_group: str = ""
    ) -> tuple[CardGroup, ...]:
        """Records grouped by district, then those without one under the title `rest`. Compact, because there are hundreds.

        The headings link to the districts, or with `age_group` to their pages for that group.
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
        """Offers from other places, grouped by `way_of`. Compact, because they are on the pages of all districts."""
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
    """The way in which an offer from another place can be reached: a key of `WAYS`."""
    return {"mobil": "kommt-zu-ihnen", "vor-ort": "anderswo"}.get(offer.mode, "online")


def finder_path(filters: Iterable[tuple[str, str]]) -> str:
    """The path of the finder with these filters chosen (see HACKING.md)."""
    return f"{SECTIONS['offers']}/?{urlencode(list(filters))}"


def offers_text(number: int) -> str:
    """`12 Angebote`, `1 Angebot`, `noch kein Angebot`."""
    return count(number, "Angebot", "Angebote") if number else "noch kein Angebot"
