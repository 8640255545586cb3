"""Records of a kind as JSON, as a table for spreadsheets, and as points of a map."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minthub.csvfile import MARK
from minthub.folding import fold
from minthub.listing import Listing
from minthub.lists.exporting import csv_text, record_row
from minthub.model.base import RecordModel
from minthub.model.kinds import Event, Funding, Network, NewsItem, Offer, Provider
from minthub.opendata.plain import Item, item, point_of
from minthub.paths import SECTIONS
from minthub.schema.records import lists_of, schema_path
from minthub.views.site import LICENCE, Site


@dataclass(frozen=True)
class Dataset:
    """The listed records of a kind; `name` begins its files: `angebote.json`."""

    model: type[RecordModel]
    records: tuple[Any, ...]

    @property
    def name(self) -> str:
        return SECTIONS[self.model.folder]

    @property
    def has_places(self) -> bool:
        return self.model in (Offer, Event, Provider)


def datasets(listing: Listing) -> list[Dataset]:
    """The datasets of all kinds but districts, which are few and fixed. Sorted by title; news and events by day."""
    return [
        Dataset(Offer, _by_title(listing.offers)),
        Dataset(Event, tuple(dated.event for dated in listing.events)),
        Dataset(Provider, _by_title(listing.providers)),
        Dataset(Network, _by_title(listing.networks)),
        Dataset(Funding, _by_title(listing.funding)),
        Dataset(NewsItem, listing.news),
    ]


def _by_title(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: (fold(record.title), record.id)))


def as_json(data: Dataset, listing: Listing, site: Site) -> str:
    """The records with metadata: publisher, date, licence, schema."""
    head = {
        "title": f"{data.model.plural} – {site.name}",
        "url": site.url,
        "licence": LICENCE,
        "attribution": site.name,
        "date": str(listing.today),
        "schema": f"{site.url}{schema_path(data.model)}",
        "count": len(data.records),
    }
    items = [item(record, listing, site) for record in data.records]
    return dumps({**head, "items": items})


def as_csv(model: type[RecordModel], records: Iterable[Any], listing: Listing) -> str:
    """CSV with the columns of `minthub export`, so that `minthub import` reads it."""
    lists = lists_of(listing.catalogue)
    return MARK + csv_text(model, (record_row(record, model, lists) for record in records))


def as_geojson(data: Dataset, listing: Listing, site: Site) -> str:
    """A FeatureCollection (RFC 7946) of the records whose place is known: longitude first."""
    features = [
        _feature(record, item(record, listing, site))
        for record in data.records
        if point_of(record, listing) is not None
    ]
    return dumps(
        {"type": "FeatureCollection", "licence": LICENCE, "date": str(listing.today), "features": features}
    )


def _feature(record: Any, known: Item) -> Item:
    derived = known.pop("derived")
    latitude, longitude = derived["point"]
    known.pop("text", None)
    return {
        "type": "Feature",
        "id": f"{record.folder}/{record.id}",
        "geometry": {"type": "Point", "coordinates": [round(longitude, 6), round(latitude, 6)]},
        "properties": {**known, "point_is_exact": derived["point_is_exact"]},
    }


def dumps(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
