"""All documents of a site, as data for their templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from minthub.listing import Listing
from minthub.paper.document import Document, as_data, file_name
from minthub.paper.drawing import Drawings
from minthub.paper.folded import Folded, Leaflet, Passport
from minthub.paper.notice import DistrictNotice, Notices, OfferNotice
from minthub.paper.overview import Overview, Overviews
from minthub.paper.rows import Rows
from minthub.views.maps import Maps
from minthub.views.site import Site
from minthub.views.typography import NO_BREAK

_SHEETS = {
    "overview": "A4",
    "notice-district": "ein Blatt A4",
    "notice-offer": "ein Blatt A4",
    "leaflet": "ein Blatt A4 zum Falten",
    "passport": "ein Blatt A4 zum Falten",
}


class Documents:
    """Makes the documents of one listing. `credits` names the licence of texts, and whose maps and fonts they use."""

    def __init__(self, listing: Listing, site: Site, maps: Maps | None, credits: str = "") -> None:
        self.listing = listing
        self.site = site
        self.credits = credits
        rows, drawings = Rows(listing, site), Drawings(maps)
        self.overviews = Overviews(listing, site, drawings, rows)
        self.notices = Notices(listing, site, drawings, rows)
        self.folded = Folded(listing, site, drawings, rows)

    def all(self) -> Iterator[Document]:
        """Every document, overviews first: they take longest."""
        yield from map(self._overview, self.overviews.all())
        for district in self.listing.catalogue.districts:
            yield self._sheet("notice-district", self.notices.district(district), "Aushang für die Wand")
            yield self._sheet("leaflet", self.folded.leaflet(district), "Faltblatt für Familien")
            yield self._sheet("passport", self.folded.passport(district), "MINT-Entdeckerpass für Kinder")
        for offer in self.listing.offers:
            yield self._sheet("notice-offer", self.notices.offer(offer), "Aushang mit Abreißzetteln")

    def _overview(self, overview: Overview) -> Document:
        return self._document(
            "overview",
            path=overview.path,
            page=overview.page,
            label=overview.label,
            name=overview.name,
            title=f"{overview.heading}: {overview.subtitle}",
            data=vars(overview),
            also_on=overview.view,
        )

    def _sheet(
        self, template: str, sheet: OfferNotice | DistrictNotice | Leaflet | Passport, label: str
    ) -> Document:
        # A name that programs list and look for has plain blanks.
        title = f"{label}: {sheet.heading.replace(NO_BREAK, ' ')}"
        return self._document(
            template,
            path=sheet.path,
            page=sheet.page,
            label=label,
            name=sheet.name,
            title=title,
            data=vars(sheet),
        )

    def _document(
        self,
        template: str,
        *,
        path: str,
        page: str,
        label: str,
        name: str,
        title: str,
        data: Mapping[str, Any],
        also_on: str = "",
    ) -> Document:
        today = self.listing.today
        shared = {"title": title, "site": self.site.name, "date": today.isoformat(), "credits": self.credits}
        saved = file_name(name, today)
        values = as_data({**data, **shared})
        return Document(
            path=path,
            page=page,
            label=label,
            download=saved,
            title=title,
            template=template,
            data=values,
            date=today,
            code=data["code"],
            also_on=also_on,
            sheets=_SHEETS[template],
            rights=self.credits,
        )
