"""All documents of a site, as data for their templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from minthub.listing import Listing
from minthub.paper.document import Document, as_data, file_name
from minthub.paper.overview import Overview, Overviews
from minthub.views.maps import Maps
from minthub.views.site import Site


class Documents:
    """Makes the documents of one listing. `credits` names the sources of maps and fonts."""

    def __init__(self, listing: Listing, site: Site, maps: Maps | None, credits: str = "") -> None:
        self.listing = listing
        self.site = site
        self.credits = credits
        self.overviews = Overviews(listing, site, maps)

    def all(self) -> Iterator[Document]:
        """Every document, overviews first: they take longest."""
        yield from map(self._overview, self.overviews.all())

    def _overview(self, overview: Overview) -> Document:
        return self._document(
            "overview",
            path=overview.path,
            page=overview.page,
            label=overview.label,
            name=overview.name,
            title=f"{overview.heading}: {overview.subtitle}",
            data=vars(overview),
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
    ) -> Document:
        today = self.listing.today
        shared = {"title": title, "site": self.site.name, "date": today.isoformat(), "credits": self.credits}
        return Document(
            path, page, label, file_name(name, today), title, template, as_data({**data, **shared}), today
        )
