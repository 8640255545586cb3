"""Cards: how a record looks in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from minthub.freshness import Freshness, freshness
from minthub.listing import Dated, Listing
from minthub.model.base import RecordModel
from minthub.model.kinds import District, Event, Funding, Network, NewsItem, Offer, Provider
from minthub.paths import record_path
from minthub.views import wording
from minthub.views.site import Badge

PROVIDER, ASK_PROVIDER = "Anbieter", "beim Anbieter erfragen"


@dataclass(frozen=True)
class CardFact:
    """A line of a card. `id` chooses the icon, `label` is its text alternative for screen readers."""

    id: str
    label: str
    text: str

    @property
    def in_line(self) -> str:
        """The text for cards on one line, which show no labels: numbers get their label, prices are shortened."""
        if self.id == "offers":
            return f"{self.label}: {self.text}"
        return self.text.partition(": ")[0] if self.id == "cost" else self.text


@dataclass(frozen=True)
class Card:
    """A list entry. `facts`: all facts, of which lists show `brief`. `ends`: the browser hides the card after this day."""

    data_id: str
    href: str
    title: str
    kind: str
    summary: str
    facts: tuple[CardFact, ...]
    badges: tuple[Badge, ...]
    subjects: tuple[Badge, ...] = ()
    ends: str = ""
    is_quiet: bool = False

    @property
    def brief(self) -> tuple[CardFact, ...]:
        """The facts, with several unknown ones merged into one that says whom to ask, at the place of the first one."""
        unknown = [fact for fact in self.facts if fact.text == wording.MISSING]
        if len(unknown) < 2:
            return self.facts
        has_provider = any(fact.label == PROVIDER for fact in self.facts)
        text = ASK_PROVIDER if has_provider else wording.MISSING
        shared = CardFact("unknown", ", ".join(fact.label for fact in unknown), text)
        shown = (shared if fact is unknown[0] else fact for fact in self.facts)
        return tuple(fact for fact in shown if fact not in unknown)

    @property
    def line(self) -> str:
        """The card on one line: known facts and badges, without provider and day of the check."""
        known = [fact for fact in self.facts if fact.id not in ("provider", "checked")]
        texts = [fact.in_line for fact in known if fact.text != wording.MISSING]
        # Offers omit their kind, which their title mostly implies.
        kind = [] if self.data_id.startswith("offers/") else [self.kind]
        return " · ".join([*kind, *texts, *(badge.text for badge in self.badges)])


@lru_cache(maxsize=1)
def cards_of(listing: Listing) -> Cards:
    """The shared maker for all pages of a build, so that the card of a record that is in twenty lists is made once."""
    return Cards(listing)


class Cards:
    """Makes cards for one listing."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.catalogue = listing.catalogue
        self.vocabulary = listing.catalogue.vocabulary
        self._offers: dict[str, Card] = {}

    def of(self, record: RecordModel) -> Card:
        """The card of any record."""
        if isinstance(record, Offer):
            return self.offer(record)
        if isinstance(record, Event):
            return self.event(record)
        if isinstance(record, Provider):
            return self.provider(record)
        if isinstance(record, Network):
            return self.network(record)
        if isinstance(record, Funding):
            return self.funding(record)
        if isinstance(record, District):
            return self.district(record)
        assert isinstance(record, NewsItem)
        return self.news(record)

    def offer(self, offer: Offer) -> Card:
        if offer.id not in self._offers:
            self._offers[offer.id] = self._offer(offer)
        return self._offers[offer.id]

    def _offer(self, offer: Offer) -> Card:
        facts = [
            CardFact("ages", "Für", wording.ages(offer, self.vocabulary)),
            CardFact("place", "Wo", self.place(offer)),
            CardFact("time", "Wann", offer.schedule or self._holidays(offer) or wording.MISSING),
            CardFact("cost", "Kosten", wording.cost(offer, self.vocabulary)),
            CardFact("provider", PROVIDER, self.provider_name(offer)),
            _checked(offer),
        ]
        return self._card(
            offer,
            self.vocabulary["formats"][offer.format].label,
            facts,
            self.badges(offer),
            ends=str(offer.expires or ""),
        )

    def event(self, event: Event, dated: Dated | None = None) -> Card:
        time = dated.next if dated else self.listing.next_time(event)
        facts = [
            CardFact("time", "Wann", wording.event_time(event, time) if time else "vorbei"),
            CardFact("place", "Wo", self.place(event)),
            CardFact("ages", "Für", wording.ages(event, self.vocabulary)),
            CardFact("cost", "Kosten", wording.cost(event, self.vocabulary)),
            CardFact("provider", PROVIDER, self.provider_name(event)),
            _checked(event),
        ]
        return self._card(
            event,
            self.vocabulary["formats"][event.format].label,
            facts,
            self.badges(event),
            ends=str(time.last_day if time else ""),
        )

    def provider(self, provider: Provider) -> Card:
        number = len(self.listing.of_provider(provider.id))
        facts = [
            CardFact("place", "Wo", self.place(provider)),
            CardFact("offers", "Angebote", str(number) if number else "noch keine erfasst"),
        ]
        return self._card(provider, self.vocabulary["provider_types"][provider.type].label, facts, ())

    def network(self, network: Network) -> Card:
        facts = [CardFact("place", "Wo", self.reach(network.serves))]
        if network.coordinator:
            facts.append(CardFact("provider", "Koordination", self._organisation(network.coordinator)))
        facts.append(_checked(network))
        return self._card(
            network, self.vocabulary["network_types"][network.type].label, facts, self.badges(network)
        )

    def funding(self, funding: Funding) -> Card:
        facts = [
            CardFact("ages", "Für", wording.labels(funding.eligible, "eligible", self.vocabulary)),
            CardFact("cost", "Höhe", funding.amount or wording.MISSING),
            CardFact("time", "Frist", "; ".join(map(wording.deadline, funding.deadlines)) or wording.MISSING),
            CardFact("provider", "Fördergeber", funding.funder),
            _checked(funding),
        ]
        return self._card(funding, "Förderung", facts, self.badges(funding))

    def district(self, district: District) -> Card:
        number = len(self.listing.offers_in(district.id))
        facts = [CardFact("offers", "Angebote", str(number) if number else "noch keine erfasst")]
        return self._card(
            district, self.vocabulary["district_kinds"][district.district_kind].label, facts, ()
        )

    def news(self, item: NewsItem) -> Card:
        facts = [
            CardFact("time", "Datum", wording.partial_day(item.date)),
            CardFact("place", "Betrifft", self.reach(item.districts or (self.vocabulary.state.id,))),
        ]
        return self._card(item, "Meldung", facts, (), ends=str(item.ends or ""))

    def _card(
        self, record: Any, kind: str, facts: list[CardFact], badges: tuple[Badge, ...], ends: str = ""
    ) -> Card:
        subjects = getattr(record, "subjects", ())
        return Card(
            data_id=record.key,
            href=record_path(record),
            title=record.title,
            kind=kind,
            summary=record.summary,
            facts=tuple(facts),
            badges=badges,
            subjects=tuple(
                Badge(term.id, term.label) for term in self.vocabulary["subjects"] if term.id in subjects
            ),
            ends=ends,
            is_quiet=getattr(record, "status", "aktiv") != "aktiv",
        )

    def badges(self, record: Any) -> tuple[Badge, ...]:
        """The badges that warn visitors before they read on, the most important first."""
        found = [Badge("status", text) for text in (self._status_text(record),) if text]
        if getattr(record, "for_schools", None):
            found.append(Badge("schools", "für Schulklassen"))
        if getattr(record, "gta", None):
            found.append(Badge("gta", "als Ganztagsangebot"))
        if "maedchen" in getattr(record, "audiences", ()):
            found.append(Badge("audience", self.vocabulary["audiences"]["maedchen"].label))
        return tuple(found)

    def _status_text(self, record: Any) -> str:
        if isinstance(record, Event):
            if record.event_status != "geplant":
                return self.vocabulary["event_statuses"][record.event_status].label
            return "vorbei" if self.listing.is_over(record) else ""
        if record.status != "aktiv":
            return self.vocabulary["offer_statuses"][record.status].label
        is_fresh = freshness(record.checked, self.listing.today) is Freshness.FRESH
        return "" if is_fresh else "Angaben älter als ein Jahr"

    def place(self, record: Any) -> str:
        """`Görlitz, Jugendhaus`, `kommt zu Ihnen: Bautzen und Görlitz`, `online, sachsenweit`, `sachsenweit`."""
        mode = getattr(record, "mode", "vor-ort")
        reach = self.reach(record.serves or (record.district,))
        if mode == "online":
            return f"online, {reach}"
        if mode == "mobil":
            return f"kommt zu Ihnen: {reach}"
        parts = dict.fromkeys(part for part in (record.city, record.venue) if part)
        return ", ".join(parts) or reach

    def reach(self, serves: Iterable[str | None]) -> str:
        """Short titles of districts, or the word for the whole state."""
        serves = tuple(id for id in serves if id)
        if self.vocabulary.state.id in serves:
            return self.vocabulary.state.label
        titles = [district.short_title for district in self.listing.districts_of(serves)]
        return wording.and_list(titles) or wording.MISSING

    def provider_name(self, record: Any) -> str:
        return self._organisation(record.provider)

    def _organisation(self, name: str) -> str:
        """The title of the provider's record, else the name as written."""
        provider: Any = self.catalogue.find("providers", name)
        return str(provider.title if provider else name)

    def _holidays(self, offer: Offer) -> str:
        if len(offer.holidays) == len(self.vocabulary["holidays"]):
            return "in den Ferien"
        return wording.labels(offer.holidays, "holidays", self.vocabulary)


def _checked(record: Any) -> CardFact:
    return CardFact("checked", wording.checked_label(record), wording.short_day(record.checked))
