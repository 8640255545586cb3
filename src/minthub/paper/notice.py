"""Notices: one sheet for a wall, about an offer or about a district."""

from __future__ import annotations

from dataclasses import dataclass

from minthub.listing import Listing
from minthub.model.kinds import District, Offer
from minthub.paper.choice import Choice
from minthub.paper.drawing import Drawing, Drawings
from minthub.paper.rows import Entry, Row, Rows, numbers_text, other_name
from minthub.paths import district_path, record_path
from minthub.views import wording
from minthub.views.site import Link, Site
from minthub.views.typography import together

STRIPS = 8
MAX_EXAMPLES = 8
NAMES = 22  # the map is small on this sheet


@dataclass(frozen=True)
class OfferNotice:
    """A notice with strips to tear off. `facts`: questions with their answers, without unknown ones."""

    path: str
    page: str
    name: str
    heading: str
    kind: str
    summary: str
    warning: str
    facts: tuple[tuple[str, str], ...]
    contact: tuple[Link, ...]
    provider: str
    code: str
    address: str
    strips: int
    strip: tuple[str, ...]
    stand: str


@dataclass(frozen=True)
class DistrictNotice:
    """A notice that leads to the page of a district. `examples` are a few of its offers."""

    path: str
    page: str
    name: str
    heading: str
    other_name: Link | None
    lead: str
    examples: tuple[Row, ...]
    map: Drawing | None
    coordination: Entry | None
    code: str
    address: str
    stand: str


class Notices:
    """Makes notices of one listing."""

    def __init__(self, listing: Listing, site: Site, drawings: Drawings, rows: Rows) -> None:
        self.listing = listing
        self.site = site
        self.drawings = drawings
        self.rows = rows
        self.choice = Choice(listing)
        self.vocabulary = listing.catalogue.vocabulary

    def offer(self, offer: Offer) -> OfferNotice:
        page = record_path(offer)
        row = self.rows.offer(offer)
        return OfferNotice(
            path=f"{page}aushang.pdf",
            page=page,
            name=offer.id,
            heading=together(offer.title),
            kind=self.vocabulary["formats"][offer.format].label,
            summary=together(offer.summary),
            warning=_warning(offer),
            facts=tuple(self._facts(offer, row)),
            contact=row.contact,
            provider=row.provider,
            code=f"{self.site.url}{page}",
            address=self.rows.address(page),
            strips=STRIPS,
            strip=(
                together(offer.title),
                offer.city or row.place,
                *(contact.text for contact in row.contact[:1]),
            ),
            stand=wording.day(self.listing.today),
        )

    def _facts(self, offer: Offer, row: Row) -> list[tuple[str, str]]:
        """The questions with a known answer; a notice on a wall has no empty lines."""
        registration = (
            self.vocabulary["registrations"][offer.registration].label if offer.registration else ""
        )
        if offer.registration_deadline:
            registration = f"{registration}, bis {wording.moment(offer.registration_deadline)}".lstrip(", ")
        address = wording.address(offer)
        place = ", ".join(dict.fromkeys(part for part in (offer.venue, address) if part))
        answers = [
            ("Für wen?", row.ages),
            ("Wann?", row.time),
            ("Wo?", row.place if offer.mode in ("mobil", "online") else place or row.place),
            ("Was kostet es?", row.cost),
            ("Anmelden?", registration),
        ]
        return [(question, together(answer)) for question, answer in answers if answer]

    def district(self, district: District) -> DistrictNotice:
        id, page = district.id, district_path(district.id)
        local = self.listing.offers_in(id)
        return DistrictNotice(
            path=f"{page}aushang.pdf",
            page=page,
            name=f"{id}-aushang",
            heading=district.title,
            other_name=other_name(district),
            lead=numbers_text(len(local), len(self.listing.offers_serving(id))),
            examples=tuple(map(self.rows.offer, self.choice.best(local, MAX_EXAMPLES, id))),
            map=self.drawings.district(district, NAMES),
            coordination=self.rows.coordination(district),
            code=f"{self.site.url}{page}",
            address=self.rows.address(page),
            stand=wording.day(self.listing.today),
        )


def _warning(offer: Offer) -> str:
    if offer.status == "unbestaetigt":
        return "Ob es das noch gibt, ist nicht bestätigt. Bitte vorher nachfragen."
    return "Macht zurzeit Pause." if offer.status == "pausiert" else ""
