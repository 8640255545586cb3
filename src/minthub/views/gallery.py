"""The page that shows every component once, for audits and for work on the design."""

from __future__ import annotations

from dataclasses import dataclass

from minthub.listing import Listing
from minthub.paths import GALLERY
from minthub.views.cards import Card, Cards, cards_of
from minthub.views.detail import Details, RecordPage
from minthub.views.listpage import CardGroup, TileGroup
from minthub.views.lists import Lists
from minthub.views.maps import Map, Maps
from minthub.views.site import Badge, Link, Site

COLOURS = ("ink", "ink-soft", "paper", "surface", "accent", "accent-soft", "sun", "notice")


@dataclass(frozen=True)
class Gallery:
    """Components made of real records, the first of each kind."""

    path: str
    title: str
    description: str
    head_title: str
    section: str
    breadcrumbs: tuple[Link, ...]
    colours: tuple[str, ...]
    badges: tuple[Badge, ...]
    subjects: tuple[Badge, ...]
    cards: CardGroup
    entries: CardGroup
    tile_groups: tuple[TileGroup, ...]
    record: RecordPage | None
    map: Map | None
    district_map: Map | None
    json_ld: str = ""


def gallery(listing: Listing, site: Site, maps: Maps) -> Gallery:
    """The components in the order of the style sheet."""
    vocabulary = listing.catalogue.vocabulary
    lists = Lists(listing, site)
    shown = _one_of_each(listing, cards_of(listing))
    details = Details(listing, site, maps)
    districts = listing.catalogue.districts
    return Gallery(
        path=GALLERY,
        title="Gestaltung",
        description="Alle Bausteine der Seiten auf einen Blick.",
        head_title="Gestaltung",
        section="gestaltung",
        breadcrumbs=(),
        colours=(*COLOURS, *vocabulary["subjects"].ids),
        badges=tuple(dict.fromkeys(badge for card in shown for badge in card.badges)),
        subjects=tuple(Badge(term.id, term.label) for term in vocabulary["subjects"]),
        cards=CardGroup("karten", "Karten", shown),
        entries=CardGroup("zeilen", "Zeilen", shown, is_compact=True),
        tile_groups=(TileGroup("Kacheln", lists.subject_tiles()),),
        record=details.of(listing.offers[0]) if listing.offers else None,
        map=maps.state(),
        district_map=maps.district(districts[0]) if districts else None,
    )


def _one_of_each(listing: Listing, cards: Cards) -> tuple[Card, ...]:
    """A running and an unconfirmed offer, and the first record of the other kinds."""
    offers = [
        next((offer for offer in listing.offers if offer.status == status), None)
        for status in ("aktiv", "unbestaetigt")
    ]
    kinds = (listing.catalogue.events, listing.providers, listing.networks, listing.funding, listing.news)
    firsts = [records[0] for records in kinds if records]
    return tuple(cards.of(record) for record in (*offers, *firsts) if record)
