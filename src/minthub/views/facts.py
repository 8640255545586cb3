"""Facts of a record under the questions visitors ask: when and where? what does it cost? how to join? for us? who says so?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from minthub.calendar import occurrences
from minthub.folding import slug
from minthub.listing import Listing
from minthub.model.kinds import Event, Funding, Network, NewsItem, Offer, Provider
from minthub.paths import age_path, district_path, record_path, subject_path, topic_path
from minthub.views import wording
from minthub.views.site import Fact, FactGroup, Link, text_fact

MAX_TIMES = 12
_MAP = "https://www.openstreetmap.org/"


class Facts:
    """Makes the facts of records for one listing."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.catalogue = listing.catalogue
        self.vocabulary = listing.catalogue.vocabulary

    def of(self, record: Any) -> list[FactGroup]:
        """Groups in the order of a visitor's questions; where the facts come from stands last."""
        if isinstance(record, Offer | Event):
            groups = [
                self._when_and_where(record),
                self._cost(record),
                self._registration(record),
                self._for_us(record),
            ]
        elif isinstance(record, Provider):
            groups = [self._provider(record)]
        elif isinstance(record, Network):
            groups = [self._network(record)]
        elif isinstance(record, Funding):
            groups = [self._funding(record)]
        else:
            groups = [self._news(record)]
        return [*groups, self._provenance(record)]

    def _for_us(self, record: Any) -> FactGroup:
        ages = [wording.ages(record, self.vocabulary)]
        if record.ages and record.grades:
            ages.append(wording.span(record.grades, "Klasse ", ""))
        facts = [
            text_fact("Für wen", *ages, self._labels(record.audiences, "audiences")),
            text_fact("Für Schulklassen", _yes_no(record.for_schools)),
        ]
        if record.gta is not None or record.gta_note:
            facts.append(text_fact("Ganztagsangebot", _yes_no(record.gta), record.gta_note))
        if record.languages:
            facts.append(text_fact("Sprachen", wording.languages(record.languages)))
        if isinstance(record, Offer) and record.group_size:
            facts.append(text_fact("Gruppengröße", record.group_size))
        access = self._labels(record.access, "access")
        facts.append(text_fact("Barrierefreiheit", access, record.access_note))
        return FactGroup("Ist das etwas für uns?", tuple(facts))

    def tags(self, record: Any) -> tuple[Link, ...]:
        """Age groups, subjects and topics: they lead to more of the same."""
        if not isinstance(record, Offer | Event):
            return ()
        ages = map(self._age_group, self.listing.groups_of(record))
        return (*ages, *self._subjects(record), *map(self._topic, record.topics))

    def _labels(self, ids: tuple[str, ...], list_name: str) -> str:
        return wording.labels(ids, list_name, self.vocabulary)

    def _age_group(self, group: str) -> Link:
        return Link(self.vocabulary.age_groups[group].label, age_path(group))

    def _subjects(self, record: Any) -> Iterator[Link]:
        for term in self.vocabulary["subjects"]:
            if term.id in record.subjects:
                yield Link(term.label, subject_path(term.id))

    def _topic(self, topic: str) -> Link:
        """A link if the topic has a page."""
        id = slug(topic)
        has_page = any(known.id == id for known in self.listing.topics)
        return Link(topic, topic_path(id) if has_page else "")

    def _when_and_where(self, record: Any) -> FactGroup:
        if isinstance(record, Event):
            facts = [Fact("Wann", self._event_times(record))]
            if offer := self.catalogue.find("offers", record.offer):
                facts.append(Fact("Gehört zu", (record_link(offer),)))
        else:
            facts = [text_fact("Wann", record.schedule, self._labels(record.holidays, "holidays"))]
        facts.append(text_fact("Art", self.vocabulary["modes"][record.mode].label))
        return FactGroup("Wann und wo?", (*facts, *self._place_facts(record)))

    def _event_times(self, event: Event) -> tuple[Link, ...]:
        times = occurrences(event, self.listing.holidays)
        coming = [time for time in times if time.last_day >= self.listing.today]
        return tuple(Link(wording.event_time(event, time)) for time in (coming or times)[:MAX_TIMES])

    def _place_facts(self, record: Any) -> list[Fact]:
        facts = []
        has_place = record.venue or record.street or record.city
        if has_place or not record.serves:
            venue = record.venue if record.venue != record.city else None
            place = text_fact("Ort", venue, wording.address(record))
            facts.append(Fact("Ort", (*place.items, *_on_a_map(record))))
        if record.travel:
            facts.append(text_fact("Anfahrt", record.travel))
        for district in self.listing.districts_of([record.district]):
            facts.append(Fact("Kreis", (Link(district.title, district_path(district.id)),)))
        if record.serves:
            facts.append(Fact("Gilt auch für" if has_place else "Gilt für", self._reach(record.serves)))
        return facts

    def _reach(self, serves: tuple[str, ...]) -> tuple[Link, ...]:
        if self.vocabulary.state.id in serves:
            return (Link(self.vocabulary.state.label, "kreise/"),)
        districts = self.listing.districts_of(serves)
        return tuple(Link(district.title, district_path(district.id)) for district in districts)

    def _cost(self, record: Any) -> FactGroup:
        label = self.vocabulary["costs"][record.cost].label if record.cost != "unbekannt" else None
        return FactGroup("Was kostet es?", (text_fact("Kosten", label, record.price),))

    def _registration(self, record: Any) -> FactGroup:
        label = self.vocabulary["registrations"][record.registration].label if record.registration else None
        online = (Link("Zur Anmeldung", record.registration_url),) if record.registration_url else ()
        signing_up = Fact("Anmeldung", (*text_fact("", label).items, *online))
        deadline = record.registration_deadline
        facts = [text_fact("Anmeldeschluss", wording.moment(deadline))] if deadline else []
        if self.can_be_asked(record):
            facts = [signing_up, *facts, self._web_or_provider(record), self._contact_or_provider(record)]
        else:
            # One sentence instead of several rows with „keine Angabe“.
            facts = [*([signing_up] if label else []), *facts, text_fact("Kontakt", self._only_known(record))]
        return FactGroup("Wie melde ich mich an?", tuple(facts))

    def can_be_asked(self, record: Any) -> bool:
        """Whether a website or a contact is known, of a record or of its provider."""
        provider = self._provider_of(record)
        known = (record.website, *(getattr(record, name, None) for name in ("contact", "registration_url")))
        return any(known) or bool(provider and (provider.website or provider.contact))

    def _only_known(self, record: Any) -> str:
        venue = record.venue if record.venue != record.city else None
        place = ", ".join(part for part in (venue, wording.address(record)) if part)
        provider = self._provider_of(record)
        name = provider.title if provider else record.provider
        known = f"nur den Ort: {place}" if place else f"nur den Anbieter: {name}"
        return f"Website und Kontakt kennen wir nicht, {known}."

    def _provider_of(self, record: Any) -> Any:
        return self.catalogue.find("providers", getattr(record, "provider", None))

    def _web_or_provider(self, record: Any) -> Fact:
        """The website of a record, or else that of its provider."""
        provider = self._provider_of(record)
        if not record.website and provider and provider.website:
            return Fact("Website des Anbieters", self._web(provider).items)
        return self._web(record)

    def _contact_or_provider(self, record: Any) -> Fact:
        provider = self._provider_of(record)
        if not record.contact and provider and provider.contact:
            return Fact("Kontakt des Anbieters", self._contact(provider).items)
        return self._contact(record)

    def _web(self, record: Any) -> Fact:
        return Fact("Website", (outside(record.website),) if record.website else ())

    def _contact(self, record: Any) -> Fact:
        return Fact("Kontakt", tuple(contact_link(contact) for contact in record.contact))

    def _provider(self, provider: Provider) -> FactGroup:
        facts = (*self._place_facts(provider), self._web(provider), self._contact(provider))
        return FactGroup("Wo und wie erreichbar?", facts)

    def _network(self, network: Network) -> FactGroup:
        coordinator = (self._provider_link(network.coordinator),) if network.coordinator else ()
        facts = [Fact("Gilt für", self._reach(network.serves)), Fact("Koordination", coordinator)]
        if network.members:
            facts.append(Fact("Mitglieder", tuple(map(self._provider_link, network.members))))
        if period := wording.period(network.since, network.until):
            facts.append(text_fact("Zeitraum", period))
        if network.city or network.street:
            facts += self._place_facts(network)[:1]
        return FactGroup("Wer arbeitet hier zusammen?", (*facts, self._web(network), self._contact(network)))

    def _provider_link(self, name: str) -> Link:
        """To the provider's page if there is one."""
        provider = self.catalogue.find("providers", name)
        return record_link(provider) if provider else Link(name)

    def _funding(self, funding: Funding) -> FactGroup:
        facts = (
            text_fact("Wer bekommt Geld", wording.labels(funding.eligible, "eligible", self.vocabulary)),
            text_fact("Wie viel", funding.amount),
            text_fact("Fristen", *(wording.deadline(item) for item in funding.deadlines)),
            text_fact("Fördergeber", funding.funder),
            Fact("Gilt für", self._reach(funding.serves)),
            self._web(funding),
        )
        return FactGroup("Wer bekommt was?", facts)

    def _news(self, item: NewsItem) -> FactGroup:
        where = self._reach(item.districts or (self.vocabulary.state.id,))
        facts = (text_fact("Datum", wording.partial_day(item.date)), Fact("Betrifft", where))
        return FactGroup("Worum geht es?", facts)

    def _provenance(self, record: Any) -> FactGroup:
        facts = []
        if hasattr(record, "provider"):
            facts.append(Fact("Anbieter", (self._provider_link(record.provider),)))
        names = getattr(record, "networks", ())
        if networks := [found for name in names if (found := self.catalogue.find("networks", name))]:
            facts.append(Fact("Netzwerke", tuple(map(record_link, networks))))
        date = f" (Stand der Quelle: {wording.partial_day(record.source_date)})" if record.source_date else ""
        checker = self.vocabulary["checkers"][record.checked_by].label
        facts += [
            Fact("Quelle", (Link(outside(record.source).text, record.source, note=date),)),
            text_fact(f"{wording.checked_label(record)} am", f"{wording.day(record.checked)}, {checker}"),
        ]
        return FactGroup("Wer steht dahinter, und wie frisch ist das?", tuple(facts))


def record_link(record: Any) -> Link:
    return Link(record.title, record_path(record))


def _on_a_map(record: Any) -> Iterator[Link]:
    """A link to an external map; nothing is requested from there before a visitor follows it."""
    if record.geo:
        lat, lon = record.geo
        query = f"?{urlencode({'mlat': lat, 'mlon': lon})}#map=17/{lat}/{lon}"
    elif record.street and record.city:
        query = f"search?{urlencode({'query': wording.address(record)})}"
    else:
        return
    yield Link("Auf der Karte ansehen (OpenStreetMap)", f"{_MAP}{query}")


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else "ja" if value else "nein"


def outside(address: str) -> Link:
    """A link whose text is the address without its scheme, so that its target can be read on paper."""
    text = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return Link(text if len(text) <= 70 else f"{text[:69]}…", address)


def contact_link(contact: str) -> Link:
    """A mail address or a telephone number one can tap."""
    if "@" in contact:
        return Link(contact, f"mailto:{contact}")
    # „+49 (0) 341“: the zero in brackets is not dialled from abroad.
    digits = re.sub(r"[^+\d]", "", contact.replace("(0)", ""))
    if digits.startswith("00"):
        return Link(contact, f"tel:+{digits[2:]}")
    return Link(contact, f"tel:+49{digits[1:]}" if digits.startswith("0") else f"tel:{digits}")
