"""Selects and sorts the records that lists show. „Today“ is the catalogue's day."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from minthub.audience import age_groups, age_numbers
from minthub.calendar import Holiday, Occurrence, occurrences
from minthub.catalogue import Catalogue
from minthub.folding import fold, slug
from minthub.freshness import Freshness, freshness
from minthub.model.kinds import District, Event, Funding, Network, NewsItem, Offer, Provider

MIN_TOPIC_RECORDS = 3
_STATUS_ORDER = {"aktiv": 0, "unbestaetigt": 1, "pausiert": 2}


@dataclass(frozen=True)
class Topic:
    """A topic with enough offers for a page of its own."""

    id: str
    label: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Dated:
    """An event with its next occurrence."""

    event: Event
    next: Occurrence


class Listing:
    """The lists of a catalogue, without records that are over, ended or not checked for too long."""

    def __init__(self, catalogue: Catalogue, holidays: tuple[Holiday, ...] = ()) -> None:
        self.catalogue = catalogue
        self.holidays = holidays
        self.today: date = catalogue.today
        self._serving: dict[str, tuple[Offer, ...]] = {}
        self._groups: dict[tuple[Any, ...], tuple[str, ...]] = {}

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """Running offers, confirmed and fresh ones first, then by title."""
        return tuple(sorted(filter(self.is_listed, self.catalogue.offers), key=self._rank))

    @cached_property
    def events(self) -> tuple[Dated, ...]:
        """Events that are still to come or going on, by next occurrence."""
        dated = [
            Dated(event, upcoming) for event in self.catalogue.events if (upcoming := self.next_time(event))
        ]
        return tuple(sorted(dated, key=lambda item: (item.next.start.sort_key, fold(item.event.title))))

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        return tuple(sorted(filter(self.is_listed, self.catalogue.networks), key=self._rank))

    @cached_property
    def funding(self) -> tuple[Funding, ...]:
        return tuple(sorted(filter(self.is_listed, self.catalogue.funding), key=self._rank))

    @cached_property
    def providers(self) -> tuple[Provider, ...]:
        return tuple(sorted(self.catalogue.providers, key=lambda record: fold(record.title)))

    @cached_property
    def news(self) -> tuple[NewsItem, ...]:
        """News, the newest first; an item with an end leaves on the day after."""
        kept = [item for item in self.catalogue.news if not item.ends or item.ends >= self.today]
        return tuple(
            sorted(kept, key=lambda item: (item.date.first_day, item.date.day, item.id), reverse=True)
        )

    def is_listed(self, record: Any) -> bool:
        """Not ended, not past its last day, checked within two years."""
        if record.status == "beendet" or freshness(record.checked, self.today) is Freshness.GONE:
            return False
        last = last_day(record)
        return last is None or last >= self.today

    def next_time(self, event: Event) -> Occurrence | None:
        """The current or next occurrence; None if all are over."""
        return next((time for time in occurrences(event, self.holidays) if time.last_day >= self.today), None)

    def is_over(self, event: Event) -> bool:
        return self.next_time(event) is None

    def _rank(self, record: Any) -> tuple[bool, int, str]:
        """Sort key: stale records last; then confirmed, unconfirmed, pausing; then by title."""
        is_stale = freshness(record.checked, self.today) >= Freshness.STALE
        return is_stale, _STATUS_ORDER[record.status], fold(record.title)

    # By place

    def districts_of(self, ids: Iterable[str | None]) -> tuple[District, ...]:
        """The districts with these ids. One whose record has a Fehler is missing in a preview."""
        return tuple(self._districts[id] for id in ids if id in self._districts)

    @cached_property
    def _districts(self) -> dict[str | None, District]:
        return {district.id: district for district in self.catalogue.districts}

    def serves(self, record: Any, district: str) -> bool:
        """Whether a record serves the district or the whole state, but does not lie in the district."""
        return getattr(record, "district", None) != district and bool(
            {district, self.catalogue.vocabulary.state.id} & set(record.serves)
        )

    def offers_in(self, district: str) -> tuple[Offer, ...]:
        return self._offers_in_districts.get(district, ())

    @cached_property
    def _offers_in_districts(self) -> dict[str | None, tuple[Offer, ...]]:
        found: dict[str | None, list[Offer]] = defaultdict(list)
        for offer in self.offers:
            found[offer.district].append(offer)
        return {district: tuple(offers) for district, offers in found.items()}

    def offers_serving(self, district: str) -> tuple[Offer, ...]:
        if district not in self._serving:
            self._serving[district] = tuple(offer for offer in self.offers if self.serves(offer, district))
        return self._serving[district]

    def events_in(self, district: str) -> tuple[Dated, ...]:
        return tuple(
            item
            for item in self.events
            if item.event.district == district or self.serves(item.event, district)
        )

    # By audience and subject

    def groups_of(self, record: Any) -> tuple[str, ...]:
        """Ids of the age groups of an offer or event."""
        key = record.ages, record.grades, record.stages
        if key not in self._groups:
            vocabulary = self.catalogue.vocabulary
            self._groups[key] = age_groups(age_numbers(*key, vocabulary["stages"]), vocabulary.age_groups)
        return self._groups[key]

    @cached_property
    def offers_by_group(self) -> dict[str, tuple[Offer, ...]]:
        groups: dict[str, list[Offer]] = {term.id: [] for term in self.catalogue.vocabulary.age_groups}
        for offer in self.offers:
            for group in self.groups_of(offer):
                groups[group].append(offer)
        return {group: tuple(offers) for group, offers in groups.items()}

    def offers_for_audience(self, audience: str) -> tuple[Offer, ...]:
        return tuple(offer for offer in self.offers if audience in offer.audiences)

    def offers_with_subject(self, subject: str) -> tuple[Offer, ...]:
        return tuple(offer for offer in self.offers if subject in offer.subjects)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Topics with at least three offers, by name."""
        found: dict[str, list[Offer]] = defaultdict(list)
        labels: dict[str, str] = {}
        for offer in self.offers:
            for id, label in {slug(topic): topic for topic in offer.topics}.items():
                labels.setdefault(id, label)
                found[id].append(offer)
        kept = [
            Topic(id, labels[id], tuple(offers))
            for id, offers in found.items()
            if id and len(offers) >= MIN_TOPIC_RECORDS
        ]
        return tuple(sorted(kept, key=lambda topic: fold(topic.label)))

    # By reference

    @property
    def _taking_part(self) -> Iterator[Any]:
        """Listed offers, then listed events."""
        yield from self.offers
        yield from (item.event for item in self.events)

    @cached_property
    def _by_provider(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = defaultdict(list)
        for record in self._taking_part:
            if provider := self.catalogue.find("providers", record.provider):
                found[provider.id].append(record)
        return found

    def of_provider(self, provider: str) -> list[Any]:
        """Listed offers and events of a provider."""
        return self._by_provider.get(provider, [])

    def of_network(self, network: str) -> list[Any]:
        """Listed offers and events of a network."""
        return [
            record
            for record in self._taking_part
            if any(self._is_meant("networks", name, network) for name in record.networks)
        ]

    def events_of_offer(self, offer: str) -> list[Event]:
        return [item.event for item in self.events if self._is_meant("offers", item.event.offer, offer)]

    def _is_meant(self, folder: str, name: str | None, id: str) -> bool:
        found = self.catalogue.find(folder, name)
        return found is not None and found.id == id


def last_day(record: Any) -> date | None:
    """The last day of an offer or network („bis 2025“ ends on 31 December); of funding the last deadline, if all are dates."""
    if isinstance(record, Offer):
        return record.expires
    if isinstance(record, Network) and (until := record.until):
        month = until.month or 12
        return date(until.year, month, until.day or monthrange(until.year, month)[1])
    if isinstance(record, Funding) and record.deadlines:
        days = [deadline.day for deadline in record.deadlines]
        return None if None in days else max(filter(None, days))
    return None
