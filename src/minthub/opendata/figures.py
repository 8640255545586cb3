"""Counts offers by district and by age, subject and criteria for schools, which also shows where offers are missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minthub.csvfile import MARK, table
from minthub.folding import fold
from minthub.listing import Listing
from minthub.model.kinds import District, Offer
from minthub.paths import age_path, district_path, subject_path
from minthub.views.site import Link

Test = Callable[[Offer], bool]


@dataclass(frozen=True)
class Column:
    """A property by which offers are counted. `facet` and `id` are its names in CSV; `href` leads to its page.

    `is_in_districts`: each district has a page of it, too, named by its id.
    """

    facet: str
    id: str
    label: str
    test: Test
    href: str = ""
    is_in_districts: bool = False


# What matters to schools and families beside age and subject.
_OTHERS = (
    Column("alle", "alle", "Angebote vor Ort", lambda offer: True),
    Column("bestaetigt", "ja", "davon bestätigt", lambda offer: offer.status == "aktiv"),
    Column("schulen", "klassen", "für Schulklassen", lambda offer: bool(offer.for_schools)),
    Column("schulen", "gta", "als Ganztagsangebot", lambda offer: bool(offer.gta)),
    Column("kosten", "kostenlos", "kostenlos", lambda offer: offer.cost == "kostenlos"),
    Column("ferien", "ja", "in den Ferien", lambda offer: bool(offer.holidays)),
)


@dataclass(frozen=True)
class FigureRow:
    """A district with its numbers, each linked to its page if there is one. `href` is empty in the row of totals."""

    title: str
    href: str
    cells: tuple[Link, ...]


@dataclass(frozen=True)
class FigureTable:
    """Districts as rows under columns."""

    id: str
    title: str
    columns: tuple[Link, ...]
    rows: tuple[FigureRow, ...]
    sums: FigureRow


class Figures:
    """Counts the listed offers of each district, also mobile ones that are at home there; statewide offers belong to none."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.districts = sorted(listing.catalogue.districts, key=lambda district: fold(district.short_title))

    def tables(self) -> tuple[FigureTable, ...]:
        return (
            self._table("alter", "Nach Alter", self._ages()),
            self._table("fach", "Nach Fach", self._subjects()),
            self._table("schulen", "Für Schulen, kostenlos, in den Ferien", _OTHERS),
        )

    def as_csv(self) -> str:
        """One number per line: `kreis`, `name`, `merkmal`, `wert`, `bezeichnung`, `angebote`."""
        columns = (*_OTHERS, *self._ages(), *self._subjects())
        rows = (
            (district.id, district.short_title, column.facet, column.id, column.label, str(self._count(district, column)))
            for district in self.districts
            for column in columns
        )  # fmt: skip
        return MARK + table(("kreis", "name", "merkmal", "wert", "bezeichnung", "angebote"), rows)

    def _table(self, id: str, title: str, columns: Sequence[Column]) -> FigureTable:
        rows = tuple(self._row(district, columns) for district in self.districts)
        local = [offer for district in self.districts for offer in self.listing.offers_in(district.id)]
        sums = tuple(Link(str(sum(map(column.test, local)))) for column in columns)
        heads = tuple(Link(column.label, column.href) for column in columns)
        return FigureTable(id, title, heads, rows, FigureRow("Alle Kreise", "", sums))

    def _row(self, district: District, columns: Sequence[Column]) -> FigureRow:
        def cell(column: Column) -> Link:
            number = self._count(district, column)
            page = district_path(district.id, column.id) if column.is_in_districts else ""
            return Link(str(number), page)

        return FigureRow(district.short_title, district_path(district.id), tuple(map(cell, columns)))

    def _count(self, district: District, column: Column) -> int:
        return sum(map(column.test, self.listing.offers_in(district.id)))

    def _ages(self) -> list[Column]:
        def of(group: str) -> Test:
            return lambda offer: group in self.listing.groups_of(offer)

        groups = self.listing.catalogue.vocabulary.age_groups
        return [
            Column("alter", term.id, term.label, of(term.id), age_path(term.id), is_in_districts=True)
            for term in groups
        ]

    def _subjects(self) -> list[Column]:
        def of(subject: str) -> Test:
            return lambda offer: subject in offer.subjects

        subjects = self.listing.catalogue.vocabulary["subjects"]
        return [Column("fach", term.id, term.label, of(term.id), subject_path(term.id)) for term in subjects]
