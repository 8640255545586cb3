"""The page of a record: remarks, text, facts, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from minthub.freshness import Freshness, freshness
from minthub.listing import Listing, last_day
from minthub.model.base import RecordModel
from minthub.model.kinds import BY_FOLDER, Event, Funding, Network, Offer, Provider
from minthub.nearby import Near, Nearby
from minthub.paths import SECTIONS, form_path, image_path, record_path
from minthub.views import jsonld, wording
from minthub.views.cards import Card, cards_of
from minthub.views.facts import Facts
from minthub.views.maps import Map, Maps
from minthub.views.site import Badge, FactGroup, Link, Picture, Site
from minthub.views.text import render

MAX_OTHERS = 6
REPORT_FORM = "fehler.yml"

_STATUS_NOTICES = {
    "unbestaetigt": "Dieser Eintrag ist nicht bestätigt: Die Quelle ist älter oder zeigt nicht, ob es noch läuft.",
    "pausiert": "Macht zurzeit Pause.",
    "beendet": "Das gibt es nicht mehr. Die Seite bleibt als Nachweis stehen.",
}
_ASK = " Fragen Sie vorher nach."
_EVENT_NOTICES = {
    "abgesagt": "Dieser Termin ist abgesagt.",
    "verschoben": "Dieser Termin ist verschoben.",
    "ausgebucht": "Dieser Termin ist ausgebucht.",
}


@dataclass(frozen=True)
class CardList:
    """Cards under a heading. `distances`: how far away each is, where that matters."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    distances: tuple[str, ...] = ()

    def distance(self, number: int) -> str:
        """The distance of the card with this index."""
        return self.distances[number] if self.distances else ""


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
    tags: tuple[Link, ...]
    body: str
    lists: tuple[CardList, ...]
    corrections: tuple[Link, ...]
    edit: Link | None
    json_ld: str
    section: str
    head_title: str
    map: Map | None = None
    picture: Picture | None = None


class Details:
    """Makes record pages for one listing."""

    def __init__(self, listing: Listing, site: Site, maps: Maps | None = None) -> None:
        self.listing = listing
        self.site = site
        self.maps = maps
        self.nearby = Nearby(listing)
        self.cards = cards_of(listing)
        self.facts = Facts(listing)
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
            groups=tuple(self.facts.of(record)),
            tags=self.facts.tags(record),
            body=render(record.text),
            lists=tuple(item for item in self._lists(record) if item.cards),
            corrections=tuple(self._corrections(record, path)),
            edit=self.site.edit_link(record.path),
            json_ld=jsonld.record(record, self.cards, self.site),
            section=section,
            head_title=_head_title(record),
            picture=_picture(record),
            map=self.maps.place(record) if self.maps and hasattr(record, "venue") else None,
        )

    # Remarks

    def _origin_badge(self, record: Any) -> tuple[Badge, ...]:
        return (Badge(f"origin-{record.checked_by}", self.vocabulary["checkers"][record.checked_by].label),)

    def _notices(self, record: Any) -> tuple[str, ...]:
        """Warnings above everything else, for example that a record is over or unconfirmed."""
        if isinstance(record, Event):
            return tuple(self._event_notices(record))
        if not isinstance(record, Offer | Network | Funding):
            return ()
        if record.status == "beendet":
            return (_STATUS_NOTICES["beendet"],)
        notices = [self._status_notice(record)] if record.status in _STATUS_NOTICES else []
        last = last_day(record)
        if last and last < self.listing.today:
            is_funding = isinstance(record, Funding)
            said = "Die letzte bekannte Frist war am" if is_funding else "Das gab es bis"
            notices.append(f"{said} {wording.day(last)}.")
        if freshness(record.checked, self.listing.today) is not Freshness.FRESH:
            notices.append(_outdated(record))
        return tuple(notices)

    def _status_notice(self, record: Any) -> str:
        """The sentence about the record's status; it advises to ask only if a contact or website is known."""
        can_ask = record.status == "unbestaetigt" and self.facts.can_be_asked(record)
        return _STATUS_NOTICES[record.status] + (_ASK if can_ask else "")

    def _event_notices(self, event: Event) -> Iterator[str]:
        if event.event_status in _EVENT_NOTICES:
            yield _EVENT_NOTICES[event.event_status]
        if self.listing.is_over(event):
            yield "Dieser Termin ist vorbei."

    # What belongs to it

    def _lists(self, record: Any) -> Iterator[CardList]:
        listing = self.listing
        if isinstance(record, Provider):
            yield self._card_list("Angebote und Termine", listing.of_provider(record.id))
        if isinstance(record, Network):
            yield self._card_list("Angebote und Termine in diesem Netzwerk", listing.of_network(record.id))
        if isinstance(record, Offer):
            yield self._card_list("Termine dazu", self._events_of(record))
            yield self._near_list("Ähnliche Angebote in der Nähe", self.nearby.similar(record))
            yield self._near_list("Wie geht es weiter? Für das nächste Alter", self.nearby.next_phase(record))
        if isinstance(record, Offer | Event):
            yield from self._same_provider(record)

    def _events_of(self, record: Offer | Event) -> list[Event]:
        return self.listing.events_of_offer(record.id) if isinstance(record, Offer) else []

    def _same_provider(self, record: Offer | Event) -> Iterator[CardList]:
        provider: Any = self.catalogue.find("providers", record.provider)
        if provider:
            shown = {record.key, *(event.key for event in self._events_of(record))}
            others = [item for item in self.listing.of_provider(provider.id) if item.key not in shown]
            more = Link(f"Alle Angebote: {provider.title}", record_path(provider))
            yield self._card_list(
                "Weitere Angebote desselben Anbieters",
                others[:MAX_OTHERS],
                more if len(others) > MAX_OTHERS else None,
            )

    def _card_list(self, title: str, records: Iterable[RecordModel], more: Link | None = None) -> CardList:
        return CardList(title, tuple(map(self.cards.of, records)), more)

    def _near_list(self, title: str, found: Iterable[Near]) -> CardList:
        """Cards that say how far away they are."""
        near = tuple(found)
        cards = tuple(self.cards.offer(one.offer) for one in near)
        return CardList(title, cards, distances=tuple(_distance(one.km) for one in near))

    def _corrections(self, record: Any, path: str) -> Iterator[Link]:
        """Links for reporting mistakes, those without need of an account first."""
        if form := form_path(record.folder, record.id):
            yield Link("Angaben ändern", form)
        if self.site.mail:
            about = f"Seite: {self.site.url}{path}\nDatei: {record.path}"
            query = {"subject": f"Fehler melden: {record.title}", "body": about}
            yield Link("Fehler per E-Mail melden", f"mailto:{self.site.mail}?{_query(query)}")
        if self.site.issue_url:
            query = {"template": REPORT_FORM, "title": f"Fehler: {record.title}", "seite": record.key}
            yield Link("Fehler auf GitHub melden (mit Konto)", f"{self.site.issue_url}?{_query(query)}")


def _query(values: dict[str, str]) -> str:
    return urlencode(values, quote_via=quote)


def _outdated(record: Any) -> str:
    checked = wording.day(record.checked)
    if record.status == "unbestaetigt":
        return f"Die Quelle wurde zuletzt am {checked} gelesen; die Angaben können überholt sein."
    return f"Die Angaben wurden zuletzt am {checked} geprüft und können überholt sein."


def _picture(record: Any) -> Picture | None:
    """The image of a record, if any; the checks guarantee that its rights are named."""
    if not record.image:
        return None
    return Picture(
        image_path(record.image), record.image_alt, f"Bild: {record.image_credit}, {record.image_licence}"
    )


def _distance(km: float) -> str:
    """Less than a kilometre is „am selben Ort“."""
    return f"etwa {km:.0f} km" if km >= 1 else "am selben Ort"


def _head_title(record: Any) -> str:
    """`Robotik-AG – Angebot in Görlitz`: a provider and its offer often share their name."""
    city = f" in {record.city}" if getattr(record, "city", None) else ""
    return f"{record.title} – {record.singular}{city}"
