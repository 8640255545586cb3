"""Maps as inline SVG: the state with its districts, and a district with its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from minthub.findings import count
from minthub.folding import fold
from minthub.geometry import Flat, Sheet, middle, path, utm, utm_zone
from minthub.listing import Listing
from minthub.model.kinds import District
from minthub.paths import district_path
from minthub.views.labels import Lettering, Name, named

STATE_WIDTH, DISTRICT_WIDTH, DISTRICT_HEIGHT = 600, 480, 420
DISTRICT_MARGIN = 30
SHADES = 4
MIN_DOT, MAX_DOT = 5, 14
MAX_LINE = 12
# Sizes of names as in site.css: on small screens, on large ones, and on the small map of a record. System fonts differ;
# these widths and heights are those of the widest.
SMALL_SCREEN, LARGE_SCREEN, SMALL_MAP = (Lettering(size, 0.67, 0.93, 0.25) for size in (18, 14, 22))


@dataclass(frozen=True)
class Area:
    """A district on a map: its outline, where it leads, what it is called and how dark it is (0 to 3)."""

    id: str
    href: str
    title: str
    note: str
    path: str
    shade: int
    x: int
    y: int
    is_here: bool = False

    @property
    def label(self) -> str:
        return f"{self.title}: {self.note}"

    @property
    def lines(self) -> tuple[str, ...]:
        """The title in short lines, broken after blanks and hyphens."""
        lines = [""]
        for part in re.findall(r"[^ -]+[ -]?", self.title):
            if lines[-1] and len(lines[-1]) + len(part) > MAX_LINE:
                lines.append("")
            lines[-1] += part
        return tuple(line.strip() for line in lines)


@dataclass(frozen=True)
class Dot:
    """A municipality with offers. `radius` grows with their number; the list beside the map says the same."""

    title: str
    note: str
    x: int
    y: int
    radius: int


@dataclass(frozen=True)
class Map:
    """A drawing with its parts in alphabetical order, and the legend of its shades."""

    title: str
    width: int
    height: int
    areas: tuple[Area, ...]
    dots: tuple[Dot, ...] = ()
    names: tuple[Name, ...] = ()
    legend: tuple[str, ...] = ()
    legend_title: str = ""
    caption: str = ""
    id: str = "state"

    @property
    def has_links(self) -> bool:
        """Whether an area leads somewhere else."""
        return any(not area.is_here for area in self.areas)


class Maps:
    """Draws maps for one listing. `children` is the number of children by AGS of the district."""

    def __init__(self, listing: Listing, children: Mapping[str, int]) -> None:
        self.listing = listing
        self.catalogue = listing.catalogue
        self.children = children
        outlines = self.catalogue.places.outlines
        self._zone = (
            utm_zone([point for outline in outlines for ring in outline.rings for point in ring])
            if outlines
            else 0
        )
        self._rings: dict[str, list[list[Flat]]] = {}
        self._drawn: dict[str, tuple[Sheet, Area]] = {}
        for outline in outlines:
            self._rings.setdefault(outline.ags, []).extend(
                [self._flat(point) for point in ring] for ring in outline.rings
            )

    def _flat(self, point: tuple[float, float]) -> Flat:
        return utm(point, self._zone)

    def state(self) -> Map | None:
        """All districts, shaded by offers for 1,000 children; None without outlines."""
        districts = [district for district in self._sorted() if district.ags in self._rings]
        if not districts:
            return None
        sheet = Sheet.around(
            [point for rings in self._rings.values() for ring in rings for point in ring], STATE_WIDTH
        )
        limits = self._limits(districts)
        areas = tuple(
            replace(
                self._area(district, sheet, sum(self._density(district) >= limit for limit in limits)),
                note=self.note(district),
            )
            for district in districts
        )
        title = f"{count(len(areas), 'Kreis', 'Kreise')} in {self.catalogue.vocabulary.state_name}"
        return Map(
            title,
            sheet.width,
            sheet.height,
            areas,
            legend=_legend(limits),
            legend_title="Angebote vor Ort je 1.000 Kinder und Jugendliche (3 bis 17 Jahre)",
        )

    def district(self, district: District) -> Map | None:
        """The district with its neighbours and the municipalities that have offers; None without an outline."""
        if district.ags not in self._rings:
            return None
        sheet = self._district_sheet(district)
        shown = [
            other
            for other in self._sorted()
            if other.id == district.id or (other.id in district.neighbours and other.ags in self._rings)
        ]
        areas = tuple(self._area(other, sheet, 0, is_here=other.id == district.id) for other in shown)
        dots = self._dots(district, sheet)
        places = ", ".join(f"{dot.title} ({dot.note})" for dot in dots)
        caption = (
            f"Orte mit Angeboten: {places}" if dots else "Hier sind noch keine Orte mit Angeboten erfasst."
        )
        title = f"{district.title} mit Nachbarkreisen"
        names = named_twice(dots, sheet.width, sheet.height)
        return Map(title, sheet.width, sheet.height, areas, dots, names, caption=caption, id="district")

    def place(self, record: Any) -> Map | None:
        """The district's map with one dot for the record; None without a place inside an outline."""
        point = self.catalogue.point_of(record) if record.city and record.district else None
        if point is None or self.catalogue.district(record.district).ags not in self._rings:
            return None
        district = self.catalogue.district(record.district)
        sheet, area = self._here(district)
        dot = Dot(record.city, "", *sheet.place(self._flat(point)), radius=MAX_DOT)
        caption = f"{record.city} auf der Karte: {district.title}"
        names = named([dot], sheet.width, sheet.height, SMALL_MAP)
        return Map(caption, sheet.width, sheet.height, (area,), (dot,), names, caption=caption, id="place")

    def _here(self, district: District) -> tuple[Sheet, Area]:
        """The map of a district without dots. Cached, because every record in the district uses it."""
        if district.id not in self._drawn:
            sheet = self._district_sheet(district)
            self._drawn[district.id] = sheet, self._area(district, sheet, 0, is_here=True)
        return self._drawn[district.id]

    def _district_sheet(self, district: District) -> Sheet:
        points = [point for ring in self._rings[district.ags] for point in ring]
        return Sheet.around(points, DISTRICT_WIDTH, DISTRICT_MARGIN, DISTRICT_HEIGHT)

    def _sorted(self) -> list[District]:
        return sorted(self.catalogue.districts, key=lambda district: fold(district.short_title))

    def _area(self, district: District, sheet: Sheet, shade: int, *, is_here: bool = False) -> Area:
        number = len(self.listing.offers_in(district.id))
        rings = self._rings[district.ags]
        x, y = sheet.place(middle(max(rings, key=len)))
        note = count(number, "Angebot", "Angebote") if number else "noch kein Angebot"
        return Area(
            district.id,
            district_path(district.id),
            district.short_title,
            note,
            path(rings, sheet),
            shade,
            x,
            y,
            is_here,
        )

    def _density(self, district: District) -> float:
        """Offers per 1,000 children, rounded as printed, so that shade and number agree."""
        children = self.children.get(district.ags, 0)
        return round(len(self.listing.offers_in(district.id)) / children * 1000, 1) if children else 0.0

    def note(self, district: District) -> str:
        """`27 Angebote (0,6 je 1.000)`: number of offers and, if known, the density that the shade shows, without line break."""
        number = len(self.listing.offers_in(district.id))
        text = count(number, "Angebot", "Angebote") if number else "noch kein Angebot"
        if not self.children.get(district.ags):
            return text
        density = f"{_decimal(self._density(district))} je 1.000".replace(" ", "\N{NO-BREAK SPACE}")
        return f"{text} ({density})"

    def _limits(self, districts: Sequence[District]) -> list[float]:
        """Rounded limits that divide the districts about evenly among the shades."""
        values = sorted(self._density(district) for district in districts)
        return sorted({round(values[len(values) * step // SHADES], 1) for step in range(1, SHADES)} - {0.0})

    def _dots(self, district: District, sheet: Sheet) -> tuple[Dot, ...]:
        numbers: Counter[str] = Counter()
        points: dict[str, tuple[float, float]] = {}
        for offer in self.listing.offers_in(district.id):
            municipality = next(
                (
                    row
                    for row in self.catalogue.places.city(offer.city or "")
                    if row.district_ags == district.ags
                ),
                None,
            )
            if municipality:
                numbers[municipality.name] += 1
                points[municipality.name] = municipality.point
        most = max(numbers.values(), default=1)
        return tuple(
            self._dot(name, numbers[name], most, sheet.place(self._flat(points[name])))
            for name in sorted(numbers)
        )

    def _dot(self, name: str, number: int, most: int, place: tuple[int, int]) -> Dot:
        """A dot whose area, not radius, grows with the number, because people compare circles by area."""
        share = (number / most) ** 0.5
        return Dot(
            name,
            count(number, "Angebot", "Angebote"),
            *place,
            radius=round(MIN_DOT + (MAX_DOT - MIN_DOT) * share),
        )


def named_twice(dots: Sequence[Dot], width: int, height: int) -> tuple[Name, ...]:
    """The names that have room on small screens, then extra ones for large screens, where letters are smaller."""
    small = named(dots, width, height, SMALL_SCREEN)
    large = named(dots, width, height, LARGE_SCREEN, small)
    return (*small, *(replace(name, is_extra=True) for name in large))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _legend(limits: Sequence[float]) -> tuple[str, ...]:
    """`unter 0,5`, `0,5 bis unter 0,8`, …, `ab 1,2`."""
    words = list(map(_decimal, limits))
    if not words:
        return ()
    between = [f"{low} bis unter {high}" for low, high in pairwise(words)]
    return (f"unter {words[0]}", *between, f"ab {words[-1]}")
