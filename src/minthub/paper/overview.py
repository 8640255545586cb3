"""Overviews: everything in a district, or in the whole state, on sheets that one pins up or lays out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from minthub.folding import fold, slug
from minthub.listing import Dated, Listing
from minthub.model.kinds import District, Offer
from minthub.paper.drawing import Drawing, map_drawing, qr_code
from minthub.paper.rows import Entry, Row, Rows, numbers_text
from minthub.paths import SECTIONS, district_path
from minthub.views.maps import Map, Maps
from minthub.views.site import Link, Site
from minthub.views.wording import day
from minthub.vocabulary import Term

SCHOOLS = "schulen"


@dataclass(frozen=True)
class RowGroup:
    """Rows under a heading inside a table; without a title they stand under none."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Section:
    """A table of offers under a heading. `note` says which ages are meant, `empty` what to do if there is nothing."""

    id: str
    title: str
    note: str
    groups: tuple[RowGroup, ...]
    empty: str = ""

    @property
    def number(self) -> int:
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True)
class Overview:
    """Everything an overview prints. Lists may be empty; then their heading is missing, too."""

    path: str
    page: str
    label: str
    name: str
    heading: str
    subtitle: str
    other_name: Link | None
    lead: str
    stand: str
    address: str
    qr: Drawing
    map: Drawing | None
    coordination: Entry | None
    sections: tuple[Section, ...]
    elsewhere: tuple[Row, ...]
    events: tuple[Row, ...]
    networks: tuple[Entry, ...]
    funding: tuple[Entry, ...]
    register: tuple[Row, ...]
    offers_address: str


class Overviews:
    """Makes overviews of one listing."""

    def __init__(self, listing: Listing, site: Site, maps: Maps | None, rows: Rows) -> None:
        self.listing = listing
        self.site = site
        self.maps = maps
        self.rows = rows
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
        offers = self.listing.offers
        return self._overview(
            path="kreise/uebersicht.pdf",
            page="kreise/",
            name=slug(self.vocabulary.state_name),
            label=f"Alle Angebote in {self.vocabulary.state_name}",
            heading=f"MINT-Angebote in {self.vocabulary.state_name}",
            local=[offer for offer in offers if offer.district],
            elsewhere=[offer for offer in offers if not offer.district],
            events=self.listing.events,
            drawn=self.maps.state() if self.maps else None,
            networks=self.listing.networks,
            funding=self.listing.funding,
            by_district=True,
        )

    def district(self, district: District) -> Overview:
        id = district.id
        whole_state = {id, self.vocabulary.state.id}
        return self._overview(
            path=f"{district_path(id)}uebersicht.pdf",
            page=district_path(id),
            name=id,
            label="Übersicht aller Angebote",
            heading="MINT-Angebote",
            district=district,
            local=self.listing.offers_in(id),
            elsewhere=self.listing.offers_serving(id),
            events=self.listing.events_in(id),
            drawn=self.maps.district(district) if self.maps else None,
            networks=[item for item in self.listing.networks if id in {*item.serves, item.district}],
            funding=[item for item in self.listing.funding if whole_state & set(item.serves)],
        )

    def group(self, district: District, group: Term) -> Overview:
        """The offers of one age group; networks and funding are not what it is pinned up for."""

        def fits(record: Any) -> bool:
            return group.id in self.listing.groups_of(record)

        id = district.id
        return self._overview(
            path=f"{district_path(id, group.id)}uebersicht.pdf",
            page=district_path(id, group.id),
            name=f"{id}-{group.id}",
            label=f"Übersicht für {group.label}",
            heading=f"MINT-Angebote für {group.label}",
            district=district,
            group=group,
            local=filter(fits, self.listing.offers_in(id)),
            elsewhere=filter(fits, self.listing.offers_serving(id)),
            events=[dated for dated in self.listing.events_in(id) if fits(dated.event)],
        )

    def schools(self, district: District) -> Overview:
        """What comes to schools or takes classes and groups."""

        def fits(record: Any) -> bool:
            return bool(record.for_schools or record.gta)

        id = district.id
        whole_state = {id, self.vocabulary.state.id}
        return self._overview(
            path=f"{district_path(id)}schulen.pdf",
            page=district_path(id),
            name=f"{id}-{SCHOOLS}",
            label="Übersicht für Schulen",
            heading="MINT-Angebote für Schulen",
            district=district,
            local=filter(fits, self.listing.offers_in(id)),
            elsewhere=filter(fits, self.listing.offers_serving(id)),
            events=[dated for dated in self.listing.events_in(id) if fits(dated.event)],
            networks=[item for item in self.listing.networks if id in {*item.serves, item.district}],
            funding=[
                item
                for item in self.listing.funding
                if whole_state & set(item.serves) and SCHOOLS in item.eligible
            ],
        )

    def _overview(
        self,
        *,
        path: str,
        page: str,
        label: str,
        name: str,
        heading: str,
        local: Iterable[Offer],
        elsewhere: Iterable[Offer],
        events: Iterable[Dated],
        district: District | None = None,
        group: Term | None = None,
        drawn: Map | None = None,
        networks: Iterable[Any] = (),
        funding: Iterable[Any] = (),
        by_district: bool = False,
    ) -> Overview:
        local, elsewhere = list(local), list(elsewhere)
        numbers = self._numbers([*local, *elsewhere])
        row = self._numbered(numbers)
        terms = [group] if group else list(self.vocabulary.age_groups)
        sections = [self._section(term, local, row, by_district, is_only=bool(group)) for term in terms]
        return Overview(
            path=path,
            page=page,
            label=label,
            name=name,
            heading=heading,
            subtitle=district.title if district else "Alle Kreise",
            other_name=Link(district.name_hsb, lang="hsb") if district and district.name_hsb else None,
            lead=numbers_text(len(local), len(elsewhere), group.note if group else ""),
            stand=day(self.listing.today),
            address=self.rows.address(page),
            qr=qr_code(f"{self.site.url}{page}"),
            map=map_drawing(drawn) if drawn else None,
            coordination=self.rows.coordination(district) if district else None,
            sections=tuple(section for section in sections if section.groups or group),
            elsewhere=tuple(map(row, elsewhere)),
            events=tuple(self.rows.event(dated) for dated in events),
            networks=tuple(self.rows.network(network) for network in networks),
            funding=tuple(self.rows.funding(item) for item in funding),
            register=tuple(row(offer) for offer in sorted([*local, *elsewhere], key=lambda o: numbers[o.id])),
            offers_address=self.rows.address(f"{SECTIONS['offers']}/"),
        )

    def _numbers(self, offers: Sequence[Offer]) -> dict[str, int]:
        """Short codes in the order of the alphabet, so that the register needs no second order."""
        ordered = sorted(offers, key=lambda offer: (fold(offer.title), offer.id))
        return {offer.id: number for number, offer in enumerate(ordered, start=1)}

    def _numbered(self, numbers: dict[str, int]) -> Callable[[Offer], Row]:
        return lambda offer: self.rows.offer(offer, numbers[offer.id])

    def _section(
        self,
        term: Term,
        offers: Sequence[Offer],
        row: Callable[[Offer], Row],
        by_district: bool,
        *,
        is_only: bool,
    ) -> Section:
        fitting = [offer for offer in offers if term.id in self.listing.groups_of(offer)]
        fitting.sort(key=lambda offer: (fold(offer.city or ""), fold(offer.title)))
        groups: tuple[RowGroup, ...] = ()
        if by_district:
            titles = {d.id: d.title for d in self.listing.catalogue.districts}
            fitting.sort(key=lambda offer: fold(titles.get(offer.district or "", "")))
            groups = tuple(
                RowGroup(titles.get(id or "", ""), tuple(map(row, some)))
                for id, some in groupby(fitting, key=lambda offer: offer.district)
            )
        elif fitting:
            groups = (RowGroup("", tuple(map(row, fitting))),)
        empty = f"Für {term.label} ist hier vor Ort noch kein Angebot erfasst." if is_only else ""
        return Section(term.id, term.label, term.note, groups, empty)
