"""Overviews: everything in a district, or in the whole state, on sheets to pin up or lay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from minthub.folding import fold, slug
from minthub.listing import Dated, Listing
from minthub.model.kinds import District, Funding, Network, Offer
from minthub.paper.drawing import Drawing, Drawings
from minthub.paper.rows import Entry, Row, Rows, numbers_text, other_name
from minthub.paper.sections import RowGroup, Section, Sections
from minthub.paths import PRINT_VIEW, SECTIONS, district_path
from minthub.views.site import Link, Site
from minthub.views.wording import day
from minthub.vocabulary import Term

SCHOOLS = "schulen"
LEGEND = "Ein Strich (–) heißt: Dazu haben wir keine Angabe. Fragen Sie am besten bei denen, die es anbieten."
# Widths of maps in millimetres, and sizes of names in units of the maps, so that they are about 7 points high.
DISTRICT_MAP, STATE_MAP = 74, 100
DISTRICT_NAMES, STATE_NAMES = 16, 15


@dataclass(frozen=True)
class Overview:
    """Everything an overview prints. Lists may be empty; then their heading is missing, too.

    `code` is the address in the QR code, `offers` the one of all offers, to which a row's id is added. With `links`
    contacts in tables can be opened. `legend` says what a dash means, if there is one.
    """

    path: str
    page: str
    view: str
    label: str
    name: str
    heading: str
    subtitle: str
    other_name: Link | None
    lead: str
    stand: str
    address: str
    code: str
    map: Drawing | None
    map_width: int
    coordination: Entry | None
    legend: str
    sections: tuple[Section, ...]
    elsewhere: tuple[RowGroup, ...]
    events: tuple[Row, ...]
    networks: tuple[Entry, ...]
    funding: tuple[Entry, ...]
    register: tuple[Row, ...]
    links: bool
    offers: str
    offers_address: str


@dataclass(frozen=True)
class _Wanted:
    """The parameters of one overview. Without a district it is the state's."""

    path: str
    page: str
    label: str
    name: str
    heading: str
    local: Iterable[Offer]
    elsewhere: Iterable[Offer]
    events: Iterable[Dated]
    district: District | None = None
    group: Term | None = None
    drawn: Drawing | None = None
    networks: Iterable[Network] = ()
    funding: Iterable[Funding] = ()
    view: str = ""


class Overviews:
    """Makes overviews of one listing."""

    def __init__(self, listing: Listing, site: Site, drawings: Drawings, rows: Rows) -> None:
        self.listing = listing
        self.site = site
        self.drawings = drawings
        self.rows = rows
        self.sections = Sections(listing)
        self.vocabulary = listing.catalogue.vocabulary

    def all(self) -> Iterator[Overview]:
        """The state's, then each district's: whole, by age group, for schools."""
        yield self.state()
        for district in self.listing.catalogue.districts:
            yield self.district(district)
            for group in self.vocabulary.age_groups:
                yield self.group(district, group)
            yield self.schools(district)

    def state(self) -> Overview:
        return self._overview(
            _Wanted(
                path="kreise/uebersicht.pdf",
                page="kreise/",
                name=slug(self.vocabulary.state_name),
                label=f"Alle Angebote in {self.vocabulary.state_name}",
                heading=f"MINT-Angebote in {self.vocabulary.state_name}",
                local=[offer for some in self._local.values() for offer in some],
                elsewhere=sorted(
                    (offer for offer in self.listing.offers if not offer.district),
                    key=lambda o: self._ranks[o.id],
                ),
                events=self.listing.events,
                drawn=self.drawings.state(STATE_NAMES),
                networks=self.listing.networks,
                funding=self.listing.funding,
            )
        )

    def district(self, district: District) -> Overview:
        id = district.id
        whole_state = {id, self.vocabulary.state.id}
        return self._overview(
            _Wanted(
                path=f"{district_path(id)}uebersicht.pdf",
                page=district_path(id),
                name=id,
                view=district_path(id, PRINT_VIEW),
                label="Übersicht aller Angebote",
                heading="MINT-Angebote",
                district=district,
                local=self._local[id],
                elsewhere=self._elsewhere[id],
                events=self.listing.events_in(id),
                drawn=self.drawings.district(district, DISTRICT_NAMES),
                networks=[item for item in self.listing.networks if id in {*item.serves, item.district}],
                funding=[item for item in self.listing.funding if whole_state & set(item.serves)],
            )
        )

    def group(self, district: District, group: Term) -> Overview:
        """The offers of one age group, without networks and funding, which its readers don't need."""

        def fits(record: Any) -> bool:
            return group.id in self.listing.groups_of(record)

        id = district.id
        return self._overview(
            _Wanted(
                path=f"{district_path(id, group.id)}uebersicht.pdf",
                page=district_path(id, group.id),
                name=f"{id}-{group.id}",
                label=f"Übersicht für {group.label}",
                heading=f"MINT-Angebote für {group.label}",
                district=district,
                group=group,
                local=filter(fits, self._local[id]),
                elsewhere=filter(fits, self._elsewhere[id]),
                events=[dated for dated in self.listing.events_in(id) if fits(dated.event)],
            )
        )

    def schools(self, district: District) -> Overview:
        """The offers that come to schools or admit classes and groups."""

        def fits(record: Any) -> bool:
            return bool(record.for_schools or record.gta)

        id = district.id
        whole_state = {id, self.vocabulary.state.id}
        return self._overview(
            _Wanted(
                path=f"{district_path(id)}schulen.pdf",
                page=district_path(id),
                name=f"{id}-{SCHOOLS}",
                label="Übersicht für Schulen",
                heading="MINT-Angebote für Schulen",
                district=district,
                local=filter(fits, self._local[id]),
                elsewhere=filter(fits, self._elsewhere[id]),
                events=[dated for dated in self.listing.events_in(id) if fits(dated.event)],
                networks=[item for item in self.listing.networks if id in {*item.serves, item.district}],
                funding=[
                    item
                    for item in self.listing.funding
                    if whole_state & set(item.serves) and SCHOOLS in item.eligible
                ],
            )
        )

    def _overview(self, wanted: _Wanted) -> Overview:
        district, group = wanted.district, wanted.group
        local, elsewhere = list(wanted.local), list(wanted.elsewhere)
        register = self._register([*local, *elsewhere])
        row = {item.id: item for item in register}
        terms = [group] if group else list(self.vocabulary.age_groups)
        shown: set[str] | None = None if district else set()
        sections = [self.sections.for_age(term, local, row, shown, is_only=bool(group)) for term in terms]
        dates = tuple(self.rows.event(dated) for dated in wanted.events)
        return Overview(
            path=wanted.path,
            page=wanted.page,
            view=wanted.view,
            label=wanted.label,
            name=wanted.name,
            heading=wanted.heading,
            subtitle=district.title if district else "Alle Kreise",
            other_name=other_name(district) if district else None,
            lead=numbers_text(len(local), len(elsewhere), group.note if group else ""),
            stand=day(self.listing.today),
            address=self.rows.address(wanted.page),
            code=f"{self.site.url}{wanted.page}",
            map=wanted.drawn,
            map_width=DISTRICT_MAP if district else STATE_MAP,
            coordination=self.rows.coordination(district) if district else None,
            legend=LEGEND if any(item.has_gaps for item in (*register, *dates)) else "",
            sections=tuple(section for section in sections if section.groups or group),
            elsewhere=tuple(self.sections.by_way(elsewhere, row)),
            events=dates,
            networks=tuple(self.rows.network(network) for network in wanted.networks),
            funding=tuple(self.rows.funding(item) for item in wanted.funding),
            register=register,
            links=district is not None,
            offers=f"{self.site.url}{SECTIONS['offers']}/",
            offers_address=self.rows.address(f"{SECTIONS['offers']}/"),
        )

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """Id → rank in alphabetical order. Cached, because an offer is in about ten documents."""
        ordered = sorted(self.listing.offers, key=lambda offer: (fold(offer.title), offer.id))
        return {offer.id: rank for rank, offer in enumerate(ordered)}

    @cached_property
    def _local(self) -> dict[str, list[Offer]]:
        """District → its offers by place, then title."""
        return {
            district.id: sorted(self.listing.offers_in(district.id), key=self._by_place)
            for district in self.listing.catalogue.districts
        }

    @cached_property
    def _elsewhere(self) -> dict[str, list[Offer]]:
        """District → offers from elsewhere that serve it, by title."""
        return {
            district.id: sorted(self.listing.offers_serving(district.id), key=lambda o: self._ranks[o.id])
            for district in self.listing.catalogue.districts
        }

    def _by_place(self, offer: Offer) -> tuple[str, int]:
        return fold(offer.city or ""), self._ranks[offer.id]

    def _register(self, offers: Iterable[Offer]) -> tuple[Row, ...]:
        """All offers in alphabetical order, with short codes that are numbered in the same order."""
        ordered = sorted(offers, key=lambda offer: self._ranks[offer.id])
        return tuple(self.rows.offer(offer, number) for number, offer in enumerate(ordered, start=1))
