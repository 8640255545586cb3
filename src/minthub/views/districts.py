"""Pages of districts, and of districts by age group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minthub.findings import count
from minthub.model.kinds import District, Offer
from minthub.paths import district_path
from minthub.views.detail import contact_link, outside
from minthub.views.lists import CardGroup, ListPage, Lists, TileGroup, offers_text
from minthub.views.site import Fact, FactGroup, Link, Tile, text_fact
from minthub.views.text import render
from minthub.vocabulary import Term

MAX_NEWS = 6


class DistrictLists(Lists):
    """Makes the pages of districts."""

    def all(self) -> Iterator[ListPage]:
        yield self.index()
        for district in self.districts:
            yield self.district(district)
            for group in self.vocabulary.age_groups:
                yield self.group(district, group)

    def tiles(self) -> tuple[Tile, ...]:
        return tuple(Tile(district.short_title, district_path(district.id), offers_text(len(self.listing.offers_in(district.id))), district.id) for district in self.districts)

    def index(self) -> ListPage:
        return self.page(
            path="kreise/",
            title="Kreise",
            description=f"MINT-Angebote in den {len(self.districts)} Kreisen und Städten in {self.vocabulary.state_name}.",
            lead=f"{len(self.districts)} Landkreise und Kreisfreie Städte, jede mit Angeboten, Terminen, Netzwerken und Ansprechstellen.",
            section="kreise",
            tile_groups=(TileGroup("Alle Kreise", self.tiles()),),
        )

    def district(self, district: District) -> ListPage:
        local = self.listing.offers_in(district.id)
        return self.page(
            path=district_path(district.id),
            title=district.title,
            title_other=Link(district.name_hsb, lang="hsb") if district.name_hsb else None,
            description=district.summary,
            lead=self._lead(district, len(local)),
            section="kreise",
            breadcrumbs=(Link("Kreise", "kreise/"),),
            body=render(district.text),
            facts=(self._facts(district),),
            tile_groups=(TileGroup("Angebote nach Alter", self._group_tiles(district)),),
            groups=self._groups(district),
            empty=f"Hier sind noch keine Angebote erfasst. Sehen Sie in den Nachbarkreisen nach: {', '.join(self.catalogue.district(id).short_title for id in district.neighbours)}.",
            edit=Link("Auf GitHub bearbeiten", f"{self.site.edit_url}{district.path}") if self.site.edit_url else None,
        )

    def _lead(self, district: District, number: int) -> str:
        """Says honestly how many offers there are."""
        more = len(self.listing.offers_serving(district.id))
        text = f"{offers_text(number)} vor Ort erfasst".replace("noch kein Angebot vor Ort erfasst", "Vor Ort ist noch kein Angebot erfasst")
        return f"{text}, dazu {count(more, 'Angebot, das', 'Angebote, die')} von anderswo {'kommt oder landesweit gilt' if more == 1 else 'kommen oder landesweit gelten'}." if more else f"{text}."

    def _group_tiles(self, district: District) -> tuple[Tile, ...]:
        local = self.listing.offers_in(district.id)
        return tuple(
            Tile(term.label, district_path(district.id, term.id), f"{term.note} · {offers_text(sum(term.id in self.listing.groups_of(offer) for offer in local))}", term.id)
            for term in self.vocabulary.age_groups
        )

    def _facts(self, district: District) -> FactGroup:
        neighbours = tuple(Link(self.catalogue.district(id).short_title, district_path(id)) for id in district.neighbours if self.catalogue.find("regions", id))
        coordination = district.coordination
        contacts: list[Link] = []
        if coordination:
            contacts = [Link(coordination.organisation), *([outside(coordination.website)] if coordination.website else []), *map(contact_link, coordination.contact)]
        return FactGroup(
            "Über den Kreis",
            (
                text_fact("Art", self.vocabulary["district_kinds"][district.district_kind].label),
                *([Fact("Obersorbisch", (Link(district.name_hsb, lang="hsb"),))] if district.name_hsb else []),
                text_fact("Sitz der Verwaltung", district.seat),
                Fact("Nachbarkreise", neighbours),
                Fact("Koordinierung", tuple(contacts)),
            ),
        )

    def _groups(self, district: District) -> tuple[CardGroup, ...]:
        listing, cards, id = self.listing, self.cards, district.id
        networks = [record for record in listing.networks if id in record.serves or record.district == id]
        funding = [record for record in listing.funding if id in record.serves or self.vocabulary.state.id in record.serves]
        news = [item for item in listing.news if id in item.districts][:MAX_NEWS]
        return (
            CardGroup("termine", "Nächste Termine", tuple(cards.event(item.event, item) for item in listing.events_in(id)), "termine/"),
            CardGroup("angebote", "Angebote vor Ort", tuple(cards.offer(offer) for offer in listing.offers_in(id))),
            CardGroup("netzwerke", "Netzwerke", tuple(cards.network(record) for record in networks), "netzwerke/"),
            CardGroup("neuigkeiten", "Neuigkeiten", tuple(cards.news(item) for item in news), "neuigkeiten/"),
            CardGroup("foerderung", "Förderung", tuple(cards.funding(record) for record in funding), "foerderung/"),
            self.from_elsewhere(listing.offers_serving(id)),
        )

    def group(self, district: District, group: Term) -> ListPage:
        def fitting(offers: Iterable[Offer]) -> list[Offer]:
            return [offer for offer in offers if group.id in self.listing.groups_of(offer)]

        local, serving = fitting(self.listing.offers_in(district.id)), fitting(self.listing.offers_serving(district.id))
        others = tuple(tile for tile in self._group_tiles(district) if tile.id != group.id)
        neighbours = tuple(Tile(self.catalogue.district(id).short_title, district_path(id, group.id)) for id in district.neighbours if self.catalogue.find("regions", id))
        return self.page(
            path=district_path(district.id, group.id),
            title=f"{group.label} – {district.title}",
            description=f"MINT-Angebote für {group.label} ({group.note}): {district.title}. {offers_text(len(local))} vor Ort.",
            lead=f"{group.help} {group.note}. " + (f"{offers_text(len(local))} vor Ort." if local else "Vor Ort ist noch kein Angebot erfasst."),
            section="kreise",
            breadcrumbs=(Link("Kreise", "kreise/"), Link(district.title, district_path(district.id))),
            groups=(CardGroup("vor-ort", "Angebote vor Ort", tuple(map(self.cards.offer, local))), self.from_elsewhere(serving)),
            tile_groups=(TileGroup("Anderes Alter", others), TileGroup(f"{group.label} in den Nachbarkreisen", neighbours)),
            empty="Für dieses Alter ist hier noch kein Angebot erfasst. Vielleicht gibt es etwas im Nachbarkreis.",
        )
