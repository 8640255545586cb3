"""Index pages of offers: by age and audience, by subject and topic. All of them are in the finder (finder.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minthub.model.kinds import Offer
from minthub.paths import AGES, SUBJECTS, age_path, subject_path, topic_path
from minthub.views.listpage import CardGroup, ListMaker, ListPage, NearSearch, TileGroup, offers_text
from minthub.views.site import Link, Tile
from minthub.vocabulary import Term


class Lists(ListMaker):
    """Makes the index pages of offers."""

    def all(self) -> Iterator[ListPage]:
        yield from self.age_groups()
        yield from self.subjects()
        yield from self.topics()

    def age_tiles(self) -> tuple[Tile, ...]:
        by_group = self.listing.offers_by_group
        return tuple(self._age_tile(term, len(by_group[term.id])) for term in self.vocabulary.age_groups)

    def _age_tile(self, term: Term, number: int) -> Tile:
        return Tile(term.label, age_path(term.id), f"{term.note} · {offers_text(number)}", term.id)

    def audience_tiles(self) -> tuple[Tile, ...]:
        return tuple(
            Tile(term.label, age_path(term.id), offers_text(len(offers)), term.id)
            for term, offers in self._audiences()
        )

    def _audiences(self) -> Iterator[tuple[Term, tuple[Offer, ...]]]:
        """Audiences with a page of their own, and their offers."""
        for term in self.vocabulary["audiences"]:
            if term.has_page:
                yield term, self.listing.offers_for_audience(term.id)

    def age_groups(self) -> Iterator[ListPage]:
        yield self.page(
            path=f"{AGES}/",
            title="Nach Alter",
            description="Angebote von der Kita bis zum Studium, dazu Seiten für Familien und Lehrkräfte.",
            lead="Von der Kita bis zum Studium: Wählen Sie das Alter.",
            section=AGES,
            tile_groups=(
                TileGroup("Altersgruppen", self.age_tiles()),
                TileGroup("Außerdem", self.audience_tiles()),
            ),
        )
        for term in self.vocabulary.age_groups:
            offers = self.listing.offers_by_group[term.id]
            title, lead = f"{term.label}: Angebote", f"{term.help} {term.note}."
            groups = self.offers_by_district(offers, term.id)
            yield self._age_page(term, title, lead, offers, groups, _near_age(term))
        for term, offers in self._audiences():
            title = f"Angebote für {term.label}"
            near = NearSearch((("zielgruppe", term.id),))
            yield self._age_page(term, title, term.help, offers, self.offers_by_district(offers), near)

    def _age_page(
        self,
        term: Term,
        title: str,
        lead: str,
        offers: Sequence[Offer],
        groups: tuple[CardGroup, ...],
        near: NearSearch,
    ) -> ListPage:
        return self.page(
            path=age_path(term.id),
            title=title,
            description=f"{offers_text(len(offers))} für {term.label}. {lead}",
            lead=f"{lead} {offers_text(len(offers))}, nach Kreisen geordnet.",
            section=AGES,
            breadcrumbs=(Link("Nach Alter", f"{AGES}/"),),
            groups=groups,
            near=near if offers else None,
            empty="Hierfür sind noch keine Angebote erfasst.",
        )

    def subject_tiles(self) -> tuple[Tile, ...]:
        return tuple(self._subject_tile(term) for term in self.vocabulary["subjects"])

    def _subject_tile(self, term: Term) -> Tile:
        number = len(self.listing.offers_with_subject(term.id))
        return Tile(term.label, subject_path(term.id), f"{term.help} {offers_text(number)}", term.id)

    def subjects(self) -> Iterator[ListPage]:
        topics = tuple(
            Tile(topic.label, topic_path(topic.id), str(len(topic.offers))) for topic in self.listing.topics
        )
        yield self.page(
            path=f"{SUBJECTS}/",
            title="Fächer und Themen",
            description="Angebote nach Mathematik, Informatik, Naturwissenschaften und Technik und nach Themen von Astronomie bis Wasser.",
            lead="Vier Fächer und viele Themen. Ein Thema hat eine Seite, sobald es drei Angebote dazu gibt.",
            section=SUBJECTS,
            tile_groups=(TileGroup("Fächer", self.subject_tiles()), TileGroup("Themen", topics)),
        )
        for term in self.vocabulary["subjects"]:
            yield self._subject_page(term)

    def _subject_page(self, term: Term) -> ListPage:
        offers = self.listing.offers_with_subject(term.id)
        return self.page(
            path=subject_path(term.id),
            title=f"{term.label}: Angebote",
            description=f"{offers_text(len(offers))} zum Fach {term.label}. {term.help}",
            lead=f"{term.help} {offers_text(len(offers))}, nach Kreisen geordnet.",
            section=SUBJECTS,
            breadcrumbs=(Link("Fächer und Themen", f"{SUBJECTS}/"),),
            groups=self.offers_by_district(offers),
            near=NearSearch((("fach", term.id),)) if offers else None,
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
                groups=self.offers_by_district(topic.offers),
                near=NearSearch((("thema", topic.id),)),
            )


def _near_age(group: Term) -> NearSearch:
    """The search near a place for an age group. The finder takes one age; for an open-ended group it is the lowest."""
    assert group.ages is not None, "an age group is a span of ages"
    first, last = group.ages
    if last is None:
        return NearSearch((("alter", str(first)),))
    return NearSearch(ages=tuple(range(first, last + 1)))
