"""The page of a record: questions in the order visitors ask them, then text, then what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from minthub.freshness import Freshness, freshness
from minthub.listing import Listing
from minthub.model.base import RecordModel
from minthub.model.kinds import BY_FOLDER, Event, Funding, Network, NewsItem, Offer, Provider
from minthub.paths import SECTIONS, age_path, district_path, record_path, subject_path, topic_path
from minthub.views import jsonld, wording
from minthub.views.cards import Card, Cards
from minthub.views.site import Badge, Fact, FactGroup, Link, Site, text_fact
from minthub.views.text import render


@dataclass(frozen=True)
class CardList:
    """Cards under a heading."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None


@dataclass(frozen=True)
class RecordPage:
    """Everything the page of a record prints."""

    path: str
    title: str
    description: str
    kind: str
    data_id: str
    breadcrumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    subjects: tuple[Badge, ...]
    notices: tuple[str, ...]
    groups: tuple[FactGroup, ...]
    body: str
    lists: tuple[CardList, ...]
    report: Link | None
    edit: Link | None
    json_ld: str
    ends: str = ""
    section: str = ""
    facts_first: bool = field(default=True)


class Details:
    """Makes record pages for one listing."""

    def __init__(self, listing: Listing, site: Site) -> None:
        self.listing = listing
        self.site = site
        self.cards = Cards(listing)
        self.catalogue = listing.catalogue
        self.vocabulary = listing.catalogue.vocabulary

    def of(self, record: Any) -> RecordPage:
        """The page of any record but a district."""
        path = record_path(record)
        card = self.cards.of(record)
        section = SECTIONS[record.folder]
        return RecordPage(
            path=path,
            title=record.title,
            description=record.summary,
            kind=card.kind,
            data_id=record.key,
            breadcrumbs=(Link(BY_FOLDER[record.folder].plural, f"{section}/"),),
            badges=(*card.badges, *self._origin_badge(record)),
            subjects=card.subjects,
            notices=self._notices(record),
            groups=tuple(self._groups(record)),
            body=render(record.text),
            lists=tuple(item for item in self._lists(record) if item.cards),
            report=self.report_link(record, path),
            edit=Link("Auf GitHub bearbeiten", f"{self.site.edit_url}{record.path}") if self.site.edit_url else None,
            json_ld=jsonld.record(record, self.cards, self.site),
            ends=card.ends,
            section=section,
        )

    # Remarks

    def _origin_badge(self, record: Any) -> tuple[Badge, ...]:
        return (Badge(f"origin-{record.checked_by}", self.vocabulary["checkers"][record.checked_by].label),)

    def _notices(self, record: Any) -> tuple[str, ...]:
        """Sentences above everything else, for what is not as it seems."""
        status = getattr(record, "status", "")
        found = {
            "unbestaetigt": "Dieser Eintrag ist nicht bestätigt: Die Quelle ist älter oder zeigt nicht, ob es noch läuft. Fragen Sie vorher nach.",
            "pausiert": "Macht zurzeit Pause.",
            "beendet": "Das gibt es nicht mehr. Die Seite bleibt als Nachweis stehen.",
        }
        notices = [found[status]] if status in found else []
        expires = getattr(record, "expires", None)
        if expires and expires < self.listing.today and status != "beendet":
            notices.append(f"Das Angebot galt bis {wording.day(expires)}.")
        if isinstance(record, Event):
            notices += self._event_notices(record)
        elif isinstance(record, Offer | Network | Funding) and status != "beendet":
            stage = freshness(record.checked, self.listing.today)
            if stage is not Freshness.FRESH:
                notices.append(f"Die Angaben wurden zuletzt am {wording.day(record.checked)} geprüft und können überholt sein.")
        return tuple(notices)

    def _event_notices(self, event: Event) -> list[str]:
        texts = {"abgesagt": "Dieser Termin ist abgesagt.", "verschoben": "Dieser Termin ist verschoben.", "ausgebucht": "Dieser Termin ist ausgebucht."}
        notices = [texts[event.event_status]] if event.event_status in texts else []
        return [*notices, "Dieser Termin ist vorbei."] if self.listing.is_over(event) else notices

    # Questions and answers

    def _groups(self, record: Any) -> list[FactGroup]:
        if isinstance(record, Offer | Event):
            groups = [self._for_us(record), self._when_and_where(record), self._cost(record), self._registration(record)]
        elif isinstance(record, Provider):
            groups = [FactGroup("Wo und wie erreichbar?", (*self._place_facts(record), self._web(record), self._contact(record)))]
        elif isinstance(record, Network):
            groups = [self._network(record)]
        elif isinstance(record, Funding):
            groups = [self._funding(record)]
        else:
            groups = [self._news(record)]
        return [*groups, self._provenance(record)]

    def _for_us(self, record: Any) -> FactGroup:
        vocabulary = self.vocabulary
        ages = [wording.ages(record, vocabulary)]
        if record.ages and record.grades:
            ages.append(wording.span(record.grades, "Klasse ", ""))
        groups = [Link(vocabulary.age_groups[group].label, age_path(group)) for group in self.listing.groups_of(record)]
        facts = [
            text_fact("Für wen", *ages, wording.labels(record.audiences, "audiences", vocabulary)),
            Fact("Altersgruppen", tuple(groups)),
            Fact("Fächer", tuple(Link(term.label, subject_path(term.id)) for term in vocabulary["subjects"] if term.id in record.subjects)),
            Fact("Themen", tuple(self._topic(topic) for topic in record.topics)),
            text_fact("Für Schulklassen", _yes_no(record.for_schools)),
            *([text_fact("Ganztagsangebot", _yes_no(record.gta), record.gta_note)] if record.gta is not None or record.gta_note else []),
            *([text_fact("Sprachen", wording.languages(record.languages))] if record.languages else []),
            *([text_fact("Gruppengröße", record.group_size)] if getattr(record, "group_size", None) else []),
            text_fact("Barrierefreiheit", wording.labels(record.access, "access", vocabulary), record.access_note),
        ]
        return FactGroup("Ist das etwas für uns?", tuple(facts))

    def _topic(self, topic: str) -> Link:
        known = next((item for item in self.listing.topics if item.label == topic), None)
        return Link(topic, topic_path(known.id) if known else "")

    def _when_and_where(self, record: Any) -> FactGroup:
        if isinstance(record, Event):
            times = self._event_times(record)
            offer = self.catalogue.find("offers", record.offer)
            when = [Fact("Wann", times), *([Fact("Gehört zu", (self._record_link(offer),))] if offer else [])]
        else:
            when = [text_fact("Wann", record.schedule, wording.labels(record.holidays, "holidays", self.vocabulary))]
        return FactGroup("Wann und wo?", (*when, text_fact("Art", self.vocabulary["modes"][record.mode].label), *self._place_facts(record)))

    def _event_times(self, event: Event) -> tuple[Link, ...]:
        from minthub.calendar import occurrences

        times = occurrences(event, self.listing.holidays)
        coming = [time for time in times if time.last_day >= self.listing.today]
        return tuple(Link(wording.event_time(event, time)) for time in (coming or times)[:12])

    def _place_facts(self, record: Any) -> list[Fact]:
        facts = []
        has_place = record.venue or record.street or record.city
        if has_place or not record.serves:
            facts.append(text_fact("Ort", record.venue if record.venue != record.city else None, wording.address(record)))
        if record.travel:
            facts.append(text_fact("Anfahrt", record.travel))
        if record.district:
            district = self.catalogue.district(record.district)
            facts.append(Fact("Kreis", (Link(district.title, district_path(district.id)),)))
        if record.serves:
            facts.append(Fact("Gilt auch für" if has_place else "Gilt für", self._reach(record.serves)))
        return facts

    def _reach(self, serves: tuple[str, ...]) -> tuple[Link, ...]:
        if self.vocabulary.state.id in serves:
            return (Link(f"ganz {self.vocabulary.state_name}", "kreise/"),)
        return tuple(Link(self.catalogue.district(id).title, district_path(id)) for id in serves if self.catalogue.find("regions", id))

    def _cost(self, record: Any) -> FactGroup:
        label = self.vocabulary["costs"][record.cost].label if record.cost != "unbekannt" else None
        return FactGroup("Was kostet es?", (text_fact("Kosten", label, record.price),))

    def _registration(self, record: Any) -> FactGroup:
        label = self.vocabulary["registrations"][record.registration].label if record.registration else None
        online = (Link("Zur Anmeldung", record.registration_url),) if record.registration_url else ()
        facts = [Fact("Anmeldung", (*text_fact("", label).items, *online))]
        if record.registration_deadline:
            facts.append(text_fact("Anmeldeschluss", wording.moment(record.registration_deadline)))
        facts += [self._web(record), self._contact(record)]
        return FactGroup("Wie melde ich mich an?", tuple(facts))

    def _web(self, record: Any) -> Fact:
        return Fact("Website", (outside(record.website),) if record.website else ())

    def _contact(self, record: Any) -> Fact:
        return Fact("Kontakt", tuple(contact_link(contact) for contact in record.contact))

    def _network(self, network: Network) -> FactGroup:
        members = tuple(self._record_link(found) if (found := self.catalogue.find("providers", name)) else Link(name) for name in network.members)
        since = [f"seit {wording.partial_day(network.since)}" if network.since else None, f"bis {wording.partial_day(network.until)}" if network.until else None]
        coordinator = self.catalogue.find("providers", network.coordinator)
        facts = [
            Fact("Gilt für", self._reach(network.serves)),
            Fact("Koordination", (self._record_link(coordinator),) if coordinator else text_fact("", network.coordinator).items),
            *([Fact("Mitglieder", members)] if members else []),
            *([text_fact("Zeitraum", " ".join(part for part in since if part))] if any(since) else []),
            *(self._place_facts(network)[:1] if network.city or network.street else []),
            self._web(network),
            self._contact(network),
        ]
        return FactGroup("Wer arbeitet hier zusammen?", tuple(facts))

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
        return FactGroup("Worum geht es?", (text_fact("Datum", wording.partial_day(item.date)), Fact("Betrifft", where)))

    def _provenance(self, record: Any) -> FactGroup:
        facts = []
        if hasattr(record, "provider"):
            provider = self.catalogue.find("providers", record.provider)
            facts.append(Fact("Anbieter", (self._record_link(provider) if provider else Link(record.provider),)))
        if networks := [found for name in getattr(record, "networks", ()) if (found := self.catalogue.find("networks", name))]:
            facts.append(Fact("Netzwerke", tuple(self._record_link(found) for found in networks)))
        date = f" (Stand der Quelle: {wording.partial_day(record.source_date)})" if record.source_date else ""
        checker = self.vocabulary["checkers"][record.checked_by].label
        facts += [
            Fact("Quelle", (Link(outside(record.source).text, record.source, note=date),)),
            text_fact("Geprüft am", f"{wording.day(record.checked)}, {checker}"),
        ]
        return FactGroup("Wer steht dahinter, und wie frisch ist das?", tuple(facts))

    def _record_link(self, record: Any) -> Link:
        return Link(record.title, record_path(record))

    # What belongs to it

    def _lists(self, record: Any) -> list[CardList]:
        cards = self.cards
        if isinstance(record, Provider):
            return [CardList("Angebote und Termine", tuple(cards.of(item) for item in self.listing.of_provider(record.id)))]
        if isinstance(record, Network):
            return [CardList("Angebote und Termine in diesem Netzwerk", tuple(cards.of(item) for item in self.listing.of_network(record.id)))]
        if not isinstance(record, Offer | Event):
            return []
        lists = []
        if isinstance(record, Offer):
            lists.append(CardList("Termine dazu", tuple(cards.event(event) for event in self.listing.events_of_offer(record.id))))
        provider = self.catalogue.find("providers", record.provider)
        if provider:
            others = [item for item in self.listing.of_provider(provider.id) if item.key != record.key]
            more = Link(f"Alle Angebote: {provider.title}", record_path(provider)) if len(others) > MAX_OTHERS else None
            lists.append(CardList("Weitere Angebote desselben Anbieters", tuple(cards.of(item) for item in others[:MAX_OTHERS]), more))
        return lists

    def report_link(self, record: RecordModel, path: str) -> Link | None:
        """„Fehler melden“: an issue if there is a tracker, else a mail."""
        about = f"{self.site.url}{path}"
        title: str = getattr(record, "title", "")
        if self.site.issue_url:
            query = urlencode({"title": f"Fehler melden: {title}", "body": f"Seite: {about}\nDatei: {record.path}\n\nWas stimmt nicht?\n"}, quote_via=quote)
            return Link("Fehler melden", f"{self.site.issue_url}?{query}")
        if self.site.mail:
            return Link("Fehler melden", f"mailto:{self.site.mail}?{urlencode({'subject': f'Fehler melden: {title}', 'body': about}, quote_via=quote)}")
        return None


MAX_OTHERS = 6


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else "ja" if value else "nein"


def outside(address: str) -> Link:
    """A link whose text is the address without its beginning, so paper shows where it leads."""
    text = address.partition("://")[2].removeprefix("www.").rstrip("/")
    return Link(text if len(text) <= 70 else f"{text[:69]}…", address)


def contact_link(contact: str) -> Link:
    """A mail address or a telephone number one can tap."""
    if "@" in contact:
        return Link(contact, f"mailto:{contact}")
    digits = "".join(char for char in contact if char.isdigit() or char == "+")
    return Link(contact, f"tel:+49{digits[1:]}" if digits.startswith("0") else f"tel:{digits}")
