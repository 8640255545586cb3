"""Documents printed on both sides of a sheet and folded: the leaflet for families and the passport for children."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minthub.listing import Listing
from minthub.model.kinds import District, Offer
from minthub.paper.choice import RULES, Choice
from minthub.paper.drawing import Drawing, Drawings
from minthub.paper.rows import Entry, Row, Rows, other_name
from minthub.paths import district_path
from minthub.views.site import Link, Site
from minthub.views.typography import together
from minthub.views.wording import day

PER_PHASE = 10
IDEAS_PER_SUBJECT = 4
FIELDS_PER_SUBJECT = 3
NEEDED_SUBJECTS = 3
NAMES = 16  # in units of the leaflet's map


@dataclass(frozen=True)
class Phase:
    """The best offers of a phase of the education chain."""

    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Leaflet:
    """For families: at most ten offers a phase. The template names fewer if they don't fit."""

    path: str
    page: str
    name: str
    heading: str
    other_name: Link | None
    phases: tuple[Phase, ...]
    rules: str
    map: Drawing | None
    coordination: Entry | None
    code: str
    address: str
    stand: str


@dataclass(frozen=True)
class Subject:
    """A subject of the passport with ideas where it can be stamped: `Görlitzer Kinderakademie (Görlitz)`."""

    title: str
    note: str
    ideas: tuple[str, ...]


@dataclass(frozen=True)
class Passport:
    """For children: fields to be stamped at offers of at least `needed` subjects."""

    path: str
    page: str
    name: str
    heading: str
    other_name: Link | None
    subjects: tuple[Subject, ...]
    fields: int
    needed: int
    code: str
    address: str
    stand: str


class Folded:
    """Makes leaflets and passports of one listing."""

    def __init__(self, listing: Listing, site: Site, drawings: Drawings, rows: Rows) -> None:
        self.listing = listing
        self.site = site
        self.drawings = drawings
        self.rows = rows
        self.choice = Choice(listing)
        self.vocabulary = listing.catalogue.vocabulary

    def leaflet(self, district: District) -> Leaflet:
        page = district_path(district.id)
        return Leaflet(
            path=f"{page}faltblatt.pdf",
            page=page,
            name=f"{district.id}-faltblatt",
            heading=district.title,
            other_name=other_name(district),
            phases=tuple(phase for phase in self._phases(district) if phase.rows),
            rules=RULES,
            map=self.drawings.district(district, NAMES),
            coordination=self.rows.coordination(district),
            code=f"{self.site.url}{page}",
            address=self.rows.address(page),
            stand=day(self.listing.today),
        )

    def _phases(self, district: District) -> list[Phase]:
        offers = self._around(district)
        phases = []
        for group in self.vocabulary.age_groups:
            fitting = [offer for offer in offers if group.id in self.listing.groups_of(offer)]
            best = self.choice.best(fitting, PER_PHASE, district.id)
            phases.append(Phase(group.label, group.note, tuple(self.rows.offer(offer) for offer in best)))
        return phases

    def passport(self, district: District) -> Passport:
        page = district_path(district.id)
        return Passport(
            path=f"{page}entdeckerpass.pdf",
            page=page,
            name=f"{district.id}-entdeckerpass",
            heading=district.title,
            other_name=other_name(district),
            subjects=tuple(self._subjects(district)),
            fields=FIELDS_PER_SUBJECT,
            needed=NEEDED_SUBJECTS,
            code=f"{self.site.url}{page}",
            address=self.rows.address(page),
            stand=day(self.listing.today),
        )

    def _subjects(self, district: District) -> Iterator[Subject]:
        """Subjects with ideas for children of school age, nearby ones first. An offer is the idea of several subjects only if
        there is no other.
        """
        offers = [offer for offer in self._around(district) if self._is_for_pupils(offer)]
        named: set[str] = set()
        for term in self.vocabulary["subjects"]:
            fitting = [offer for offer in offers if term.id in offer.subjects]
            new = [offer for offer in fitting if offer.id not in named]
            best = self.choice.best(new or fitting, IDEAS_PER_SUBJECT, district.id)
            named.update(offer.id for offer in best)
            yield Subject(term.label, term.help, tuple(map(self._idea, best)))

    def _idea(self, offer: Offer) -> str:
        """`Görlitzer Kinderakademie (Görlitz)`, as said to children."""
        if offer.mode == "mobil":
            where = "kommt zu euch"
        elif offer.mode == "online":
            where = "online"
        else:
            where = offer.city or self.rows.place(offer)
        return together(f"{offer.title} ({where})")

    def _is_for_pupils(self, offer: Offer) -> bool:
        """Whether an offer is not only for the first age group (kindergarten) or the last two (end of school, adults)."""
        return bool(set(self.listing.groups_of(offer)) & set(self.vocabulary.age_groups.ids[1:-2]))

    def _around(self, district: District) -> list[Offer]:
        return [*self.listing.offers_in(district.id), *self.listing.offers_serving(district.id)]
