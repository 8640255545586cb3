"""Writes all open data below the site's folder."""

from __future__ import annotations

from pathlib import Path

from minthub.listing import Listing
from minthub.model.kinds import District, Offer
from minthub.opendata import catalog
from minthub.opendata.atom import feed
from minthub.opendata.calendars import calendar
from minthub.opendata.figures import Figures
from minthub.opendata.tables import as_csv, as_geojson, as_json, datasets
from minthub.output import write_file
from minthub.paths import district_path, record_path
from minthub.views.site import Site


def write_open_data(listing: Listing, site: Site, out: Path) -> None:
    """Records, dates, news and figures, for the state and for each district. Raises OSError."""
    sets = datasets(listing)
    for data in sets:
        write_file(f"{out}/{catalog.path_of(data, 'json')}", as_json(data, listing, site))
        write_file(f"{out}/{catalog.path_of(data, 'csv')}", as_csv(data.model, data.records, listing))
        if data.has_places:
            write_file(f"{out}/{catalog.path_of(data, 'geojson')}", as_geojson(data, listing, site))
    write_file(f"{out}/{catalog.CATALOG}", catalog.dcat(sets, listing, site))
    write_file(f"{out}/{catalog.FIGURES}", Figures(listing).as_csv())
    _write_dates(listing, site, out)
    path = catalog.NEWS_FEED
    title = f"Neuigkeiten – {site.name}"
    write_file(f"{out}/{path}", feed(title, listing.news, listing, site, path, "neuigkeiten/"))
    for district in listing.catalogue.districts:
        _write_district(district, listing, site, out)


def _write_dates(listing: Listing, site: Site, out: Path) -> None:
    """A calendar of all dates, and of each event beside its page."""
    events = [dated.event for dated in listing.events]
    path = catalog.CALENDAR
    write_file(f"{out}/{path}", calendar(f"Termine – {site.name}", events, listing, site, path))
    for event in events:
        path = f"{record_path(event)}{catalog.EVENT_CALENDAR}"
        write_file(f"{out}/{path}", calendar(event.title, [event], listing, site, path))


def _write_district(district: District, listing: Listing, site: Site, out: Path) -> None:
    path = catalog.district_file(district, "angebote.csv")
    write_file(f"{out}/{path}", as_csv(Offer, listing.offers_in(district.id), listing))
    path = catalog.district_file(district, "termine.ics")
    events = [dated.event for dated in listing.events_in(district.id)]
    write_file(f"{out}/{path}", calendar(f"Termine {district.short_title}", events, listing, site, path))
    path = catalog.district_file(district, "neuigkeiten.atom")
    news = [item for item in listing.news if district.id in item.districts]
    title = f"Neuigkeiten {district.short_title} – {site.name}"
    page = district_path(district.id)
    write_file(f"{out}/{path}", feed(title, news, listing, site, path, page))
