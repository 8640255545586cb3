"""Pages of districts, and of districts by age group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from minthub.model.kinds import District, Offer
from minthub.paths import PRINT_VIEW, district_path
from minthub.views import wording
from minthub.views.facts import contact_link, outside
from minthub.views.listpage import CardGroup, ListMaker, ListPage, TileGroup, offers_text, way_of
from minthub.views.site import Fact, FactGroup, Link, Tile, text_fact
from minthub.views.text import render
from minthub.vocabulary import Term

MAX_NEWS = 6


class DistrictLists(ListMaker):
    """Makes the pages of districts."""

    def all(self) -> Iterator[ListPage]:
        yield self.index()
        for district in self.districts:
            yield self.district(district)
            for group in self.vocabulary.age_groups:
                yield self.group(district, group)

    def tiles(self) -> tuple[Tile, ...]:
        return tuple(self._tile(district) for district in self.districts)

    def _tile(self, district: District) -> Tile:
        number = offers_text(len(self.listing.offers_in(district.id)))
        note = self.maps.note(district) if self.maps else number
        return Tile(district.short_title, district_path(district.id), note, district.id)

    def index(self) -> ListPage:
        number = len(self.districts)
        return self.page(
            path="kreise/",
            title="Kreise",
            description=f"MINT-Angebote in den {number} Kreisen und Städten in {self.vocabulary.state_name}.",
            lead=f"{number} Landkreise und Kreisfreie Städte, jede mit Angeboten, Terminen, Netzwerken und Ansprechstellen.",
            section="kreise",
            tile_groups=(TileGroup("Alle Kreise", self.tiles()),),
            map=self.maps.state() if self.maps else None,
            map_kind="state",
        )

    def district(self, district: District) -> ListPage:
        neighbours = self.listing.districts_of(district.neighbours)
        return self.page(
            path=district_path(district.id),
            title=district.title,
            map=self.maps.district(district) if self.maps else None,
            map_kind="district",
            title_other=Link(district.name_hsb, lang="hsb") if district.name_hsb else None,
            description=district.summary,
            lead=self._lead(district),
            office=tuple(_coordination(district)),
            section="kreise",
            breadcrumbs=(Link("Kreise", "kreise/"),),
            body=render(district.text),
            facts=(self._facts(district, neighbours),),
            tile_groups=(TileGroup("Angebote nach Alter", self._group_tiles(district)),),
            groups=self._groups(district),
            empty="Hier sind noch keine Angebote erfasst. Sehen Sie in den Nachbarkreisen nach: "
            f"{', '.join(neighbour.short_title for neighbour in neighbours)}.",
            edit=self.site.edit_link(district.path),
            print_view=district_path(district.id, PRINT_VIEW),
        )

    def _lead(self, district: District) -> str:
        """The first sentence, which states the number of offers even if there are none."""
        local = len(self.listing.offers_in(district.id))
        text = f"{offers_text(local)} vor Ort erfasst" if local else "Vor Ort ist noch kein Angebot erfasst"
        ways = Counter(map(way_of, self.listing.offers_serving(district.id)))
        parts = [
            _counted(ways["kommt-zu-ihnen"], "kommt zu Ihnen", "kommen zu Ihnen"),
            _counted(ways["online"], "gibt es online", "gibt es online"),
            _counted(ways["anderswo"], "findet anderswo statt", "finden anderswo statt"),
        ]
        others = wording.and_list([part for part in parts if part])
        return f"{text}. Dazu: {others}." if others else f"{text}."

    def _group_tiles(self, district: District) -> tuple[Tile, ...]:
        return tuple(self._group_tile(district, term) for term in self.vocabulary.age_groups)

    def _group_tile(self, district: District, term: Term) -> Tile:
        number = offers_text(len(self._fitting(self.listing.offers_in(district.id), term)))
        return Tile(term.label, district_path(district.id, term.id), f"{term.note} · {number}", term.id)

    def _fitting(self, offers: Iterable[Offer], group: Term) -> list[Offer]:
        return [offer for offer in offers if group.id in self.listing.groups_of(offer)]

    def _facts(self, district: District, neighbours: tuple[District, ...]) -> FactGroup:
        facts = [text_fact("Art", self.vocabulary["district_kinds"][district.district_kind].label)]
        if district.name_hsb:
            facts.append(Fact("Obersorbisch", (Link(district.name_hsb, lang="hsb"),)))
        links = tuple(Link(neighbour.short_title, district_path(neighbour.id)) for neighbour in neighbours)
        facts += [
            text_fact("Sitz der Verwaltung", district.seat),
            Fact("Nachbarkreise", links),
        ]
        if not district.coordination:
            facts.append(Fact("Koordinierung", ()))
        return FactGroup("Über den Kreis", tuple(facts))

    def _groups(self, district: District) -> tuple[CardGroup, ...]:
        listing, cards, id = self.listing, self.cards, district.id
        events = tuple(cards.event(item.event, item) for item in listing.events_in(id))
        networks = (record for record in listing.networks if id in record.serves or record.district == id)
        whole_state = {id, self.vocabulary.state.id}
        funding = (record for record in listing.funding if whole_state & set(record.serves))
        news = [item for item in listing.news if id in item.districts][:MAX_NEWS]
        return (
            CardGroup("termine", "Nächste Termine", events, "termine/"),
            CardGroup("angebote", "Angebote vor Ort", tuple(map(cards.offer, listing.offers_in(id)))),
            *self.from_elsewhere(listing.offers_serving(id)),
            CardGroup("netzwerke", "Netzwerke", tuple(map(cards.network, networks)), "netzwerke/"),
            CardGroup("neuigkeiten", "Neuigkeiten", tuple(map(cards.news, news)), "neuigkeiten/"),
            CardGroup("foerderung", "Förderung", tuple(map(cards.funding, funding)), "foerderung/"),
        )

    def group(self, district: District, group: Term) -> ListPage:
        local = self._fitting(self.listing.offers_in(district.id), group)
        serving = self._fitting(self.listing.offers_serving(district.id), group)
        number = f"{offers_text(len(local))} vor Ort." if local else "Vor Ort ist noch kein Angebot erfasst."
        others = tuple(tile for tile in self._group_tiles(district) if tile.id != group.id)
        neighbours = tuple(
            Tile(neighbour.short_title, district_path(neighbour.id, group.id))
            for neighbour in self.listing.districts_of(district.neighbours)
        )
        return self.page(
            path=district_path(district.id, group.id),
            title=f"{group.label} – {district.title}",
            description=f"MINT-Angebote für {group.label} ({group.note}): {district.title}. {number}",
            lead=f"{group.help} {group.note}. {number}",
            section="kreise",
            breadcrumbs=(Link("Kreise", "kreise/"), Link(district.title, district_path(district.id))),
            groups=(
                CardGroup("vor-ort", "Angebote vor Ort", tuple(map(self.cards.offer, local))),
                *self.from_elsewhere(serving),
            ),
            tile_groups=(
                TileGroup("Anderes Alter", others),
                TileGroup(f"{group.label} in den Nachbarkreisen", neighbours),
            ),
            empty="Für dieses Alter ist hier noch kein Angebot erfasst. Vielleicht gibt es etwas im Nachbarkreis.",
        )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _coordination(district: District) -> Iterator[Link]:
    """The office with its website and contacts; nothing if none is known."""
    if office := district.coordination:
        yield Link(office.organisation)
        if office.website:
            yield outside(office.website)
        yield from map(contact_link, office.contact)
