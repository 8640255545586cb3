"""Offers in the parts of an overview: by age, in the state's by district, too, and by the way they come."""

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
    """Rows under a heading inside a table; without a title they stand under none.

    `others` names offers that would belong here, too, but have their row further up.
    """

    title: str
    rows: tuple[Row, ...]
    others: str = ""


@dataclass(frozen=True)
class Section:
    """A table of offers under a heading. `note` says which ages are meant, `empty` what to do if there is nothing."""

    id: str
    title: str
    note: str
    groups: tuple[RowGroup, ...]
    empty: str = ""

    @property
    def number(self) -> int:
        return sum(len(group.rows) for group in self.groups)


class Sections:
    """Makes the parts of overviews of one listing, of offers in their order and their rows by id."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def by_way(self, offers: Sequence[Offer], row: Mapping[str, Row]) -> Iterator[RowGroup]:
        """What comes to a school or club first, then what needs no way at all, then the rest."""
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
        """The offers for an age. With `shown` they stand under their districts, each in full only once."""
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
