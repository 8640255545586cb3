"""Records as rows of tables and lists on paper: plain texts, and links for reading the PDF on a screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from minthub.findings import count
from minthub.listing import Dated, Listing
from minthub.model.kinds import District, Event, Funding, Network, Offer
from minthub.paper.addresses import as_uri, short, website
from minthub.views import wording
from minthub.views.cards import Card, cards_of
from minthub.views.facts import contact_link
from minthub.views.site import Link, Site
from minthub.views.typography import together


@dataclass(frozen=True)
class Row:
    """An offer or a date. `number` is its short code in this document, `id` the last part of its page's address.

    Texts are empty if nothing is known.
    """

    number: int
    title: str
    provider: str
    ages: str
    place: str
    time: str
    cost: str
    contact: tuple[Link, ...]
    remarks: tuple[str, ...]
    id: str

    @property
    def has_gaps(self) -> bool:
        """Whether a table has to show that something is not known."""
        return not all((self.ages, self.place, self.time, self.cost, self.contact))


@dataclass(frozen=True)
class Entry:
    """An entry of a list: name, details and contact."""

    title: str
    texts: tuple[str, ...]
    contact: tuple[Link, ...]


class Rows:
    """Makes lines for one listing."""

    def __init__(self, listing: Listing, site: Site) -> None:
        self.listing = listing
        self.site = site
        self.cards = cards_of(listing)
        # Cached, because an offer is in many documents.
        self._offers: dict[str, Row] = {}
        self.vocabulary = listing.catalogue.vocabulary

    def offer(self, offer: Offer, number: int = 0) -> Row:
        if offer.id not in self._offers:
            self._offers[offer.id] = self._row(self.cards.offer(offer), offer)
        return replace(self._offers[offer.id], number=number)

    def event(self, dated: Dated) -> Row:
        return self._row(self.cards.event(dated.event, dated), dated.event)

    def _row(self, card: Card, record: Any) -> Row:
        facts = {fact.id: "" if fact.text == wording.MISSING else fact.text for fact in card.facts}
        return Row(
            number=0,
            title=together(record.title),
            provider=together(facts["provider"]),
            ages=together(facts["ages"]),
            place=together(self.place(record)),
            time=together(facts["time"]),
            cost=together(facts["cost"]),
            contact=self.contact(record),
            remarks=tuple(together(badge.text) for badge in card.badges),
            id=record.id,
        )

    def place(self, record: Offer | Event) -> str:
        """Town, venue and street; for mobile and online offers the area they serve."""
        text = self.cards.place(record)
        has_street = record.street and record.city and record.mode not in ("online", "mobil")
        return f"{text}, {record.street}" if has_street else text

    def contact(self, record: Any) -> tuple[Link, ...]:
        """The record's contacts, else its website, else those of its provider."""
        provider: Any = self.listing.catalogue.find("providers", getattr(record, "provider", None))
        for known in (record, provider):
            if known is not None and known.contact:
                return tuple(map(_contact, known.contact))
            if known is not None and known.website:
                return (website(known.website),)
        return ()

    def address(self, path: str) -> str:
        """The address of a page as one types it: without scheme and the slash at the end."""
        return short(f"{self.site.url}{path}")

    def network(self, network: Network) -> Entry:
        card = self.cards.network(network)
        facts = [fact.text for fact in card.facts if fact.id in ("place", "provider")]
        return _entry(network.title, (card.kind, *facts), self.contact(network))

    def funding(self, funding: Funding) -> Entry:
        deadlines = "; ".join(map(wording.deadline, funding.deadlines))
        texts = (
            funding.funder,
            f"für {wording.labels(funding.eligible, 'eligible', self.vocabulary)}",
            funding.amount or "",
            f"Frist: {deadlines}" if deadlines else "",
        )
        return _entry(funding.title, texts, (website(funding.website),))

    def coordination(self, district: District) -> Entry | None:
        """The office of a district that coordinates offers."""
        office = district.coordination
        if office is None:
            return None
        more = (website(office.website),) if office.website else ()
        return _entry(office.organisation, (), (*map(_contact, office.contact), *more))


def _entry(title: str, texts: Iterable[str], contact: tuple[Link, ...]) -> Entry:
    """Without the texts that are empty."""
    return Entry(together(title), tuple(together(text) for text in texts if text), contact)


def _contact(text: str) -> Link:
    link = contact_link(text)
    return replace(link, href=as_uri(link.href))


def numbers_text(local: int, elsewhere: int, ages: str = "") -> str:
    """`16 Angebote vor Ort, dazu 35, die von anderswo kommen oder landesweit gelten.`"""
    here = f"{count(local, 'Angebot', 'Angebote')} vor Ort" if local else "Noch kein Angebot vor Ort"
    here += f" ({ages})" if ages else ""
    if not elsewhere:
        return f"{here}."
    if elsewhere == 1:
        return f"{here}, dazu 1, das von anderswo kommt oder landesweit gilt."
    return f"{here}, dazu {elsewhere}, die von anderswo kommen oder landesweit gelten."


def other_name(district: District) -> Link | None:
    """The name in the district's second language, marked as such."""
    return Link(district.name_hsb, lang="hsb") if district.name_hsb else None
