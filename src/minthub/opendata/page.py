"""The page about open data, and the page of figures."""

from __future__ import annotations

from dataclasses import dataclass

from minthub.listing import Listing
from minthub.opendata import catalog
from minthub.opendata.catalog import Published
from minthub.opendata.figures import Figures, FigureTable
from minthub.opendata.tables import datasets
from minthub.paths import DATA
from minthub.views import jsonld
from minthub.views.site import LICENCE, Link, Site

FIGURES_PAGE = f"{DATA}zahlen/"


@dataclass(frozen=True)
class OpenDataPage:
    """Files by kind and by district, or tables of figures."""

    path: str
    title: str
    description: str
    breadcrumbs: tuple[Link, ...]
    kinds: tuple[Published, ...] = ()
    districts: tuple[Published, ...] = ()
    tables: tuple[FigureTable, ...] = ()
    figures: str = ""
    catalog: str = ""
    licence: str = LICENCE
    attribution: str = ""
    json_ld: str = ""
    section: str = "daten"

    @property
    def head_title(self) -> str:
        return self.title


class OpenData:
    """Makes both pages."""

    def __init__(self, listing: Listing, site: Site) -> None:
        self.listing = listing
        self.site = site

    def data(self) -> OpenDataPage:
        sets = datasets(self.listing)
        return OpenDataPage(
            path=DATA,
            title="Offene Daten",
            description=f"Alle Angebote, Termine, Anbieter und Netzwerke der MINT-Bildung in {self._state} als JSON, CSV, GeoJSON, iCalendar und Atom.",
            breadcrumbs=(),
            kinds=tuple(catalog.published(sets)),
            districts=tuple(catalog.of_districts(self.listing)),
            figures=FIGURES_PAGE,
            catalog=catalog.CATALOG,
            attribution=self.site.name,
            json_ld=jsonld.dump(catalog.data_catalog(sets, self.listing, self.site)),
        )

    def figures(self) -> OpenDataPage:
        return OpenDataPage(
            path=FIGURES_PAGE,
            title="Was es gibt und was fehlt",
            description=f"Wie viele MINT-Angebote es in den Kreisen von {self._state} gibt: nach Alter, nach Fach und für Schulen.",
            breadcrumbs=(Link("Offene Daten", DATA),),
            tables=Figures(self.listing).tables(),
            figures=catalog.FIGURES,
        )

    @property
    def _state(self) -> str:
        return self.listing.catalogue.vocabulary.state_name
