"""The overview of a district as a web page to print, of which visitors can choose the parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minthub.listing import Listing
from minthub.paper.drawing import Drawings
from minthub.paper.overview import Overview, Overviews
from minthub.paper.rows import Rows
from minthub.paper.sections import Section
from minthub.paths import PRINT_VIEW, district_path
from minthub.views.maps import Map, Maps
from minthub.views.site import Link, Site


@dataclass(frozen=True)
class Part:
    """A part of the sheet that can be left out; `number` is how many entries it has."""

    id: str
    title: str
    number: int


@dataclass(frozen=True)
class PrintView:
    """Everything the print view of a district shows."""

    path: str
    title: str
    head_title: str
    description: str
    breadcrumbs: tuple[Link, ...]
    overview: Overview
    parts: tuple[Part, ...]
    map: Map | None
    section: str = "kreise"
    json_ld: str = ""


class PrintViews:
    """Makes the print views of one listing."""

    def __init__(self, listing: Listing, site: Site, maps: Maps | None) -> None:
        self.listing = listing
        self.maps = maps
        self.overviews = Overviews(listing, site, Drawings(maps), Rows(listing, site))

    def all(self) -> Iterator[PrintView]:
        for district in self.listing.catalogue.districts:
            overview = self.overviews.district(district)
            yield PrintView(
                path=district_path(district.id, PRINT_VIEW),
                title="Zum Ausdrucken",
                head_title=f"Zum Ausdrucken: {district.title}",
                description=f"Alle MINT-Angebote auf Papier: {district.title}. Was auf das Blatt kommt, wählen Sie selbst.",
                breadcrumbs=(Link("Kreise", "kreise/"), Link(district.title, district_path(district.id))),
                overview=overview,
                parts=tuple(_parts(overview)),
                map=self.maps.district(district) if self.maps else None,
            )


def _parts(overview: Overview) -> Iterator[Part]:
    if overview.map:
        yield Part("karte", "Karte", 0)
    yield from map(_of_section, overview.sections)
    elsewhere = [row for group in overview.elsewhere for row in group.rows]
    lists: tuple[tuple[str, str, Sequence[object]], ...] = (
        ("von-anderswo", "Kommt zu Ihnen, online oder landesweit", elsewhere),
        ("termine", "Nächste Termine", overview.events),
        ("netzwerke", "Netzwerke", overview.networks),
        ("foerderung", "Förderung", overview.funding),
    )
    for id, title, entries in lists:
        if entries:
            yield Part(id, title, len(entries))


def _of_section(section: Section) -> Part:
    return Part(section.id, f"{section.title}, {section.note}", section.number)
