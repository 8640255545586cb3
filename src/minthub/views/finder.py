"""The finder: one page to search everything, with the filters that at least one record matches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from minthub.folding import fold, slug
from minthub.listing import Listing
from minthub.paths import SECTIONS
from minthub.views.districts import DistrictLists
from minthub.views.listpage import TileGroup
from minthub.views.lists import Lists
from minthub.views.site import Site
from minthub.vocabulary import Term

GRADES = tuple(range(1, 14))
# Radii in kilometres around a place, and the default.
RADII, USUAL_RADIUS = (5, 10, 25, 50), 25
KINDS = {
    "offers": "Angebote",
    "events": "Termine",
    "providers": "Anbieter",
    "networks": "Netzwerke",
    "regions": "Kreise",
    "funding": "Förderung",
    "news": "Neuigkeiten",
    "pages": "Seiten dieser Website",
}


@dataclass(frozen=True)
class Choice:
    """A value of a filter, as in the address, and its label."""

    value: str
    label: str


@dataclass(frozen=True)
class Facet:
    """A filter: its name in the address, its title, and its values in display order. `note` explains the numbers."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    note: str = ""


@dataclass(frozen=True)
class FinderPage:
    """Everything the page prints."""

    path: str
    title: str
    description: str
    facets: tuple[Facet, ...]
    tile_groups: tuple[TileGroup, ...]
    grades: tuple[int, ...] = GRADES
    radii: tuple[int, ...] = RADII
    usual_radius: int = USUAL_RADIUS
    section: str = SECTIONS["offers"]
    json_ld: str = ""

    @property
    def head_title(self) -> str:
        return self.title


class Finder:
    """Makes the page of the finder for one listing."""

    def __init__(self, listing: Listing, site: Site) -> None:
        self.listing = listing
        self.site = site
        self.vocabulary = listing.catalogue.vocabulary
        self.districts = DistrictLists(listing, site)

    def page(self) -> FinderPage:
        lists = Lists(self.listing, self.site)
        return FinderPage(
            path=f"{SECTIONS['offers']}/",
            title="Angebote finden",
            description=f"MINT-Angebote, Termine und Partner in {self.vocabulary.state_name} suchen: nach Stichwort, Ort, Alter, Fach und mehr.",
            facets=tuple(facet for facet in self._facets() if facet.choices),
            tile_groups=(
                TileGroup("Nach Alter", lists.age_tiles()),
                TileGroup("Nach Fach", lists.subject_tiles()),
                TileGroup("Nach Kreis", self.districts.tiles()),
            ),
        )

    @cached_property
    def _records(self) -> tuple[Any, ...]:
        """Listed offers and events; only these have facets."""
        return (*self.listing.offers, *(item.event for item in self.listing.events))

    def _facets(self) -> tuple[Facet, ...]:
        """All filters, the most used first."""
        return (
            Facet("fach", "Fach", self._terms("subjects", "subjects")),
            Facet("thema", "Thema", self._topics()),
            Facet("kosten", "Kosten", self._terms("costs", "cost")),
            Facet("format", "Form", self._terms("formats", "format")),
            Facet("phase", "Bildungsphase", self._all("stages")),
            Facet("kreis", "Kreis", self._districts(), "Mit mobilen und landesweiten Angeboten."),
            Facet("modus", "Art der Teilnahme", self._modes()),
            Facet("ferien", "Ferien", (Choice("ja", "in den Ferien"), *self._all("holidays"))),
            Facet("schulen", "Für Schulen", self._schools()),
            Facet("zielgruppe", "Zielgruppe", self._terms("audiences", "audiences")),
            Facet("zugang", "Barrierefreiheit", self._terms("access", "access")),
            Facet("frisch", "Aktualität", (Choice("ja", "bestätigt und in den letzten 12 Monaten geprüft"),)),
            Facet("art", "Art des Eintrags", self._kinds()),
        )

    def _terms(self, name: str, field: str) -> tuple[Choice, ...]:
        """Values of a closed list that some record has, in the order of the list."""
        used = {value for record in self._records for value in _several(getattr(record, field))}
        return _choices(term for term in self.vocabulary[name] if term.id in used)

    def _all(self, name: str) -> tuple[Choice, ...]:
        """All values of a closed list. For facets that are computed, so that no field tells which values are used."""
        return _choices(self.vocabulary[name])

    def _topics(self) -> tuple[Choice, ...]:
        labels = {slug(topic): topic for record in self._records for topic in record.topics}
        labels.pop("", None)
        return tuple(
            Choice(value, label) for value, label in sorted(labels.items(), key=lambda item: fold(item[1]))
        )

    def _districts(self) -> tuple[Choice, ...]:
        return tuple(Choice(district.id, district.short_title) for district in self.districts.districts)

    def _modes(self) -> tuple[Choice, ...]:
        """The modes of participation in use. „hybrid“ is no choice of its own, but counts as on site and as online."""
        modes = {record.mode for record in self._records}
        used = modes | ({"vor-ort", "online"} if "hybrid" in modes else set())
        return _choices(term for term in self.vocabulary["modes"] if term.id in used and term.id != "hybrid")

    def _schools(self) -> tuple[Choice, ...]:
        found = {
            Choice("klassen", "für Schulklassen"): any(record.for_schools for record in self._records),
            Choice("gta", "als Ganztagsangebot (GTA)"): any(record.gta for record in self._records),
        }
        return tuple(choice for choice, is_used in found.items() if is_used)

    def _kinds(self) -> tuple[Choice, ...]:
        there = {
            "offers": self.listing.offers,
            "events": self.listing.events,
            "providers": self.listing.providers,
        }
        there |= {
            "networks": self.listing.networks,
            "funding": self.listing.funding,
            "news": self.listing.news,
        }
        return tuple(Choice(kind, label) for kind, label in KINDS.items() if there.get(kind, True))


def _several(value: Any) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value or ()


def _choices(terms: Iterable[Term]) -> tuple[Choice, ...]:
    return tuple(Choice(term.id, term.label) for term in terms)
