"""Index pages: districts, age groups, subjects, topics, dates, networks, providers, funding, news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from minthub.findings import count
from minthub.folding import fold
from minthub.listing import Listing
from minthub.model.kinds import District, Offer
from minthub.paths import AGES, SUBJECTS, age_path, district_path, subject_path, topic_path
from minthub.vocabulary import Term
from minthub.views import jsonld
from minthub.views.cards import Card, Cards
from minthub.views.site import FactGroup, Link, Site, Tile


@dataclass(frozen=True)
class CardGroup:
    """Cards under a heading that can be linked to."""

    id: str
    title: str
    cards: tuple[Card, ...]
    href: str = ""
    is_compact: bool = False


@dataclass(frozen=True)
class TileGroup:
    """Big links under a heading."""

    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class ListPage:
    """Everything an index page prints. `empty` is said when no group has a card."""

    path: str
    title: str
    description: str
    lead: str
    section: str
    breadcrumbs: tuple[Link, ...] = ()
    title_other: Link | None = None
    body: str = ""
    facts: tuple[FactGroup, ...] = ()
    tile_groups: tuple[TileGroup, ...] = ()
    groups: tuple[CardGroup, ...] = ()
    empty: str = ""
    edit: Link | None = None
    json_ld: str = ""

    @property
    def cards(self) -> list[Card]:
        return [card for group in self.groups for card in group.cards]

    @property
    def shows_contents(self) -> bool:
        """A list of the groups helps when there are several."""
        return len(self.groups) > 2


class Lists:
    """Makes index pages for one listing."""

    def __init__(self, listing: Listing, site: Site) -> None:
        self.listing = listing
        self.site = site
        self.cards = Cards(listing)
        self.catalogue = listing.catalogue
        self.vocabulary = listing.catalogue.vocabulary

    def all(self) -> Iterator[ListPage]:
        """Every index page but those of districts, which have a module of their own."""
        yield self.offers()
        yield from self.age_groups()
        yield from self.subjects()
        yield from self.topics()
        yield self.events()
        yield self.networks()
        yield self.providers()
        yield self.funding()
        yield self.news()

    def page(self, **values: Any) -> ListPage:
        """A page without empty groups, with its JSON-LD."""
        groups = tuple(group for group in values.pop("groups", ()) if group.cards)
        cards = [card for group in groups for card in group.cards]
        return ListPage(groups=groups, json_ld=jsonld.item_list(cards, self.site) if cards else "", **values)

    @property
    def districts(self) -> list[District]:
        return sorted(self.catalogue.districts, key=lambda district: fold(district.short_title))

    def by_district(self, offers: Iterable[Offer], group: str = "") -> tuple[CardGroup, ...]:
        """Offers under their districts, then those without a place; `group` leads to the district's page for an age group."""
        offers = list(offers)
        state = self.vocabulary.state
        groups = [
            CardGroup(district.id, district.title, tuple(self.cards.offer(offer) for offer in offers if offer.district == district.id), district_path(district.id, group))
            for district in self.districts
        ]
        rest = tuple(self.cards.offer(offer) for offer in offers if not offer.district)
        return (*groups, CardGroup(state.id, f"Mobil, online und {state.label}", rest))

    def from_elsewhere(self, offers: Iterable[Offer]) -> CardGroup:
        """Offers that come or are there for the whole state; short, because they stand on the pages of all districts."""
        return CardGroup("von-anderswo", "Kommt zu Ihnen oder gilt landesweit", tuple(self.cards.offer(offer) for offer in offers), is_compact=True)

    def offers(self) -> ListPage:
        number = count(len(self.listing.offers), "Angebot", "Angebote")
        return self.page(
            path="angebote/",
            title="Alle Angebote",
            description=f"{number} zu Mathematik, Informatik, Naturwissenschaften und Technik in {self.vocabulary.state_name}, nach Kreisen geordnet.",
            lead=f"{number}, nach Kreisen geordnet. Schneller geht es mit der Suche oder über Alter und Fach.",
            section="angebote",
            tile_groups=(
                TileGroup("Anders suchen", (Tile("Suche", "suche/", "mit Stichwort"), Tile("Nach Alter", f"{AGES}/"), Tile("Nach Fach und Thema", f"{SUBJECTS}/"), Tile("Nach Kreis", "kreise/"))),
            ),
            groups=self.by_district(self.listing.offers),
            empty="Noch sind keine Angebote erfasst.",
        )

    def age_tiles(self) -> tuple[Tile, ...]:
        by_group = self.listing.offers_by_group
        return tuple(Tile(term.label, age_path(term.id), f"{term.note} · {offers_text(len(by_group[term.id]))}", term.id) for term in self.vocabulary.age_groups)

    def audience_tiles(self) -> tuple[Tile, ...]:
        return tuple(
            Tile(term.label, age_path(term.id), offers_text(len(self.listing.offers_for_audience(term.id))), term.id) for term in self.vocabulary["audiences"] if term.has_page
        )

    def age_groups(self) -> Iterator[ListPage]:
        yield self.page(
            path=f"{AGES}/",
            title="Nach Alter",
            description="Angebote von der Kita bis zum Studium, dazu Seiten für Familien und Lehrkräfte.",
            lead="Von der Kita bis zum Studium: Wählen Sie das Alter.",
            section=AGES,
            tile_groups=(TileGroup("Altersgruppen", self.age_tiles()), TileGroup("Außerdem", self.audience_tiles())),
        )
        for term in self.vocabulary.age_groups:
            yield self._age_page(term, self.listing.offers_by_group[term.id], f"{term.help} {term.note}.", term.id)
        for term in self.vocabulary["audiences"]:
            if term.has_page:
                yield self._age_page(term, self.listing.offers_for_audience(term.id), term.help, "")

    def _age_page(self, term: Term, offers: Sequence[Offer], lead: str, group: str) -> ListPage:
        return self.page(
            path=age_path(term.id),
            title=f"Angebote für {term.label}" if not group else f"{term.label}: Angebote",
            description=f"{offers_text(len(offers))} für {term.label}. {lead}",
            lead=f"{lead} {offers_text(len(offers))}, nach Kreisen geordnet.",
            section=AGES,
            breadcrumbs=(Link("Nach Alter", f"{AGES}/"),),
            groups=self.by_district(offers, group),
            empty="Hierfür sind noch keine Angebote erfasst.",
        )

    def subject_tiles(self) -> tuple[Tile, ...]:
        return tuple(
            Tile(term.label, subject_path(term.id), f"{term.help} {offers_text(len(self.listing.offers_with_subject(term.id)))}", term.id) for term in self.vocabulary["subjects"]
        )

    def subjects(self) -> Iterator[ListPage]:
        topics = tuple(Tile(topic.label, topic_path(topic.id), str(len(topic.offers))) for topic in self.listing.topics)
        yield self.page(
            path=f"{SUBJECTS}/",
            title="Fächer und Themen",
            description="Angebote nach Mathematik, Informatik, Naturwissenschaften und Technik und nach Themen von Astronomie bis Wasser.",
            lead="Vier Fächer und viele Themen. Ein Thema hat eine Seite, sobald es drei Angebote dazu gibt.",
            section=SUBJECTS,
            tile_groups=(TileGroup("Fächer", self.subject_tiles()), TileGroup("Themen", topics)),
        )
        for term in self.vocabulary["subjects"]:
            offers = self.listing.offers_with_subject(term.id)
            yield self.page(
                path=subject_path(term.id),
                title=f"{term.label}: Angebote",
                description=f"{offers_text(len(offers))} zum Fach {term.label}. {term.help}",
                lead=f"{term.help} {offers_text(len(offers))}, nach Kreisen geordnet.",
                section=SUBJECTS,
                breadcrumbs=(Link("Fächer und Themen", f"{SUBJECTS}/"),),
                groups=self.by_district(offers),
                empty="Zu diesem Fach sind noch keine Angebote erfasst.",
            )

    def topics(self) -> Iterator[ListPage]:
        for topic in self.listing.topics:
            yield self.page(
                path=topic_path(topic.id),
                title=f"Thema {topic.label}",
                description=f"{offers_text(len(topic.offers))} zum Thema {topic.label} in {self.vocabulary.state_name}.",
                lead=f"{offers_text(len(topic.offers))}, nach Kreisen geordnet.",
                section=SUBJECTS,
                breadcrumbs=(Link("Fächer und Themen", f"{SUBJECTS}/"),),
                groups=self.by_district(topic.offers),
            )

    def events(self) -> ListPage:
        months = groupby(self.listing.events, key=lambda item: (item.next.start.day.year, item.next.start.day.month))
        from minthub.model.dates import MONTHS

        groups = tuple(
            CardGroup(f"monat-{year}-{month:02}", f"{MONTHS[month - 1]} {year}", tuple(self.cards.event(item.event, item) for item in items)) for (year, month), items in months
        )
        return self.page(
            path="termine/",
            title="Termine",
            description=f"Kommende Termine rund um MINT in {self.vocabulary.state_name}.",
            lead="Was demnächst stattfindet. Vergangene Termine verschwinden von selbst.",
            section="termine",
            groups=groups,
            empty="Zurzeit sind keine kommenden Termine erfasst. Viele Angebote laufen das ganze Jahr: Sehen Sie unter „Angebote“ nach – oder melden Sie uns einen Termin.",
        )

    def networks(self) -> ListPage:
        state = self.vocabulary.state.id
        statewide = [record for record in self.listing.networks if state in record.serves]
        regional = [record for record in self.listing.networks if state not in record.serves]
        return self.page(
            path="netzwerke/",
            title="Netzwerke",
            description=f"Netzwerke, Cluster und Arbeitskreise der MINT-Bildung in {self.vocabulary.state_name}.",
            lead="Wer sich zusammengetan hat, um MINT-Bildung voranzubringen – im ganzen Land und in den Kreisen.",
            section="netzwerke",
            groups=(
                CardGroup("landesweit", "Im ganzen Land", tuple(self.cards.network(record) for record in statewide)),
                CardGroup("regional", "In den Kreisen", tuple(self.cards.network(record) for record in regional)),
            ),
            empty="Noch sind keine Netzwerke erfasst.",
        )

    def providers(self) -> ListPage:
        state = self.vocabulary.state
        groups = [
            CardGroup(district.id, district.title, tuple(self.cards.provider(record) for record in self.listing.providers if record.district == district.id), district_path(district.id))
            for district in self.districts
        ]
        rest = tuple(self.cards.provider(record) for record in self.listing.providers if not record.district)
        return self.page(
            path="anbieter/",
            title="Anbieter",
            description=f"Vereine, Hochschulen, Museen und andere, die in {self.vocabulary.state_name} MINT-Angebote machen.",
            lead=f"{count(len(self.listing.providers), 'Einrichtung', 'Einrichtungen')}, nach Kreisen geordnet.",
            section="anbieter",
            groups=(*groups, CardGroup(state.id, f"Anderswo und {state.label}", rest)),
            empty="Noch sind keine Anbieter erfasst.",
        )

    def funding(self) -> ListPage:
        return self.page(
            path="foerderung/",
            title="Förderung",
            description=f"Geld für MINT-Angebote in {self.vocabulary.state_name}: Programme, Stiftungen, Fristen.",
            lead="Woher Geld für Angebote kommt, wer es beantragen kann und bis wann.",
            section="foerderung",
            groups=(CardGroup("foerderung", "Programme und Stiftungen", tuple(self.cards.funding(record) for record in self.listing.funding)),),
            empty="Noch sind keine Förderungen erfasst.",
        )

    def news(self) -> ListPage:
        years = groupby(self.listing.news, key=lambda item: item.date.year)
        return self.page(
            path="neuigkeiten/",
            title="Neuigkeiten",
            description=f"Was sich in der MINT-Bildung in {self.vocabulary.state_name} getan hat, mit Datum und Quelle.",
            lead="Was sich getan hat, mit Datum und Quelle – das Neueste zuerst.",
            section="neuigkeiten",
            groups=tuple(CardGroup(f"jahr-{year}", str(year), tuple(self.cards.news(item) for item in items)) for year, items in years),
            empty="Noch gibt es keine Meldungen.",
        )


def offers_text(number: int) -> str:
    """`12 Angebote`, `1 Angebot`, `noch kein Angebot`."""
    return count(number, "Angebot", "Angebote") if number else "noch kein Angebot"
