"""Groups the offers of an overview: by age (in the state's also by district), and by the way to reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from minthub.listing import Listing
from minthub.model.kinds import Offer
from minthub.paper.rows import Row
from minthub.views.typography import NO_BREAK
from minthub.vocabulary import Term

_WAYS: tuple[tuple[str, Callable[[Offer], bool]], ...] = (
    ("Kommt zu Ihnen", lambda offer: offer.mode == "mobil"),
    ("Online", lambda offer: offer.mode == "online"),
    ("Landesweit oder anderswo", lambda offer: offer.mode not in ("mobil", "online")),
)


@dataclass(frozen=True)
class RowGroup:
    """Rows under a heading inside a table; without a title there is no heading.

    `others` names offers that also belong here, but whose row is in an earlier section.
    """

    title: str
    rows: tuple[Row, ...]
    others: str = ""


@dataclass(frozen=True)
class Section:
    """A table of offers under a heading. `note`: the ages meant; `empty`: sentence to print if there are no offers."""

    id: str
    title: str
    note: str
    groups: tuple[RowGroup, ...]
    empty: str = ""

    @property
    def number(self) -> int:
        return sum(len(group.rows) for group in self.groups)


class Sections:
    """Makes sections of overviews for one listing, from sorted offers and their rows (id → row)."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def by_way(self, offers: Sequence[Offer], row: Mapping[str, Row]) -> Iterator[RowGroup]:
        """Mobile offers that come to a school or club, then online ones, then the rest."""
        for title, fits in _WAYS:
            rows = tuple(row[offer.id] for offer in offers if fits(offer))
            if rows:
                yield RowGroup(title, rows)

    def for_age(
        self,
        term: Term,
        offers: Sequence[Offer],
        row: Mapping[str, Row],
        shown: set[str] | None,
        *,
        is_only: bool,
    ) -> Section:
        """The offers for an age group. With `shown` they are grouped by district, and offers whose ids are in `shown` are only
        named; the set is extended by those printed here.
        """
        fitting = [offer for offer in offers if term.id in self.listing.groups_of(offer)]
        groups: tuple[RowGroup, ...] = ()
        if shown is not None:
            groups = tuple(self._by_district(fitting, row, shown))
        elif fitting:
            groups = (RowGroup("", tuple(row[offer.id] for offer in fitting)),)
        empty = f"Für {term.label} ist hier vor Ort noch kein Angebot erfasst." if is_only else ""
        return Section(term.id, term.label, term.note, groups, empty)

    def _by_district(
        self, offers: Iterable[Offer], row: Mapping[str, Row], shown: set[str]
    ) -> Iterator[RowGroup]:
        titles = {district.id: district.title for district in self.listing.catalogue.districts}
        for id, some in groupby(offers, key=lambda offer: offer.district or ""):
            rows = [row[offer.id] for offer in some]
            others = ", ".join(
                f"{item.title} (Nr.{NO_BREAK}{item.number})" for item in rows if item.id in shown
            )
            new = tuple(item for item in rows if item.id not in shown)
            shown.update(item.id for item in new)
            yield RowGroup(
                titles[id], new, f"Außerdem, mit allen Angaben weiter vorn: {others}" if others else ""
            )
