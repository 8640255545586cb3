"""Lists the published files: for people on the page `/daten/`, for portals as DCAT and as a schema.org DataCatalog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from minthub.folding import fold
from minthub.listing import Listing
from minthub.model.kinds import District
from minthub.opendata.tables import Dataset, dumps
from minthub.paths import DATA, district_path, record_path
from minthub.schema.records import schema_path
from minthub.views.site import LICENCE, Link, Site

# IANA media types.
MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "ics": "text/calendar",
    "atom": "application/atom+xml",
}
_LABELS = {"json": "JSON", "csv": "CSV", "geojson": "GeoJSON", "ics": "iCalendar", "atom": "Atom"}
CALENDAR, NEWS_FEED = "termine/termine.ics", "neuigkeiten/neuigkeiten.atom"
# File names beside the page of an event, and of a district.
EVENT_CALENDAR = "termin.ics"
_OF_DISTRICT = ("angebote.csv", "termine.ics", "neuigkeiten.atom")
FIGURES, CATALOG = f"{DATA}zahlen.csv", f"{DATA}katalog.jsonld"
_IANA = "https://www.iana.org/assignments/media-types/"
# The European list of themes: education, culture and sport.
_THEME = "http://publications.europa.eu/resource/authority/data-theme/EDUC"
_DAILY = "http://publications.europa.eu/resource/authority/frequency/DAILY"
_DCAT_LICENCE = "http://dcat-ap.de/def/licenses/cc-by/4.0"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Published:
    """The published files of a kind or of a district by format, and the schema of the fields."""

    id: str
    title: str
    number: int
    files: tuple[Link, ...]
    schema: str = ""
    href: str = ""


def path_of(data: Dataset, format: str) -> str:
    """`daten/angebote.json`."""
    return f"{DATA}{data.name}.{format}"


def district_file(district: District, name: str) -> str:
    """`kreise/goerlitz/angebote.csv`: files of a district lie beside its page."""
    return f"{district_path(district.id)}{name}"


def published(sets: list[Dataset]) -> list[Published]:
    """The files of each kind."""
    found = []
    for data in sets:
        formats = ["json", "csv", *(["geojson"] if data.has_places else [])]
        paths = [path_of(data, format) for format in formats]
        paths += {"termine": [CALENDAR], "neuigkeiten": [NEWS_FEED]}.get(data.name, [])
        found.append(
            Published(
                data.name,
                data.model.plural,
                len(data.records),
                tuple(map(_file, paths)),
                schema_path(data.model),
            )
        )
    return found


def of_districts(listing: Listing) -> list[Published]:
    """The files of each district, in alphabetical order."""
    return [
        Published(
            district.id,
            district.short_title,
            len(listing.offers_in(district.id)),
            tuple(_file(district_file(district, name)) for name in _OF_DISTRICT),
            href=district_path(district.id),
        )
        for district in sorted(listing.catalogue.districts, key=lambda district: fold(district.short_title))
    ]


def beside(listing: Listing) -> dict[str, tuple[Link, ...]]:
    """Path of a page → files with the same content, which the page links in its text and in its head."""
    found: dict[str, tuple[Link, ...]] = {
        "termine/": (_named("Termine abonnieren", CALENDAR),),
        "neuigkeiten/": (_named("Neuigkeiten abonnieren", NEWS_FEED),),
    }
    for dated in listing.events:
        page = record_path(dated.event)
        found[page] = (_named("In den Kalender eintragen", f"{page}{EVENT_CALENDAR}"),)
    labels = ("Angebote als Tabelle", "Termine abonnieren", "Neuigkeiten abonnieren")
    for district in listing.catalogue.districts:
        paths = [district_file(district, name) for name in _OF_DISTRICT]
        found[district_path(district.id)] = tuple(map(_named, labels, paths))
    return found


def _named(label: str, path: str) -> Link:
    return Link(label, path, note=_LABELS[_format(path)])


def media_type(file: Link) -> str:
    return MEDIA_TYPES[_format(file.href)]


def _file(path: str) -> Link:
    return Link(_LABELS[_format(path)], path)


def _format(path: str) -> str:
    return path.rpartition(".")[2]


def dcat(sets: list[Dataset], listing: Listing, site: Site) -> str:
    """DCAT (W3C) in JSON-LD, with the properties that DCAT-AP.de asks for: title, description, publisher, licence, files."""
    publisher = {"@type": "foaf:Agent", "foaf:name": site.name}
    datasets = [
        {
            "@id": f"{site.url}{DATA}#{one.id}",
            "@type": "dcat:Dataset",
            "dct:title": _german(f"{one.title} – {site.name}"),
            "dct:description": _german(describe(one, listing)),
            "dct:publisher": publisher,
            "dct:modified": {"@type": "xsd:date", "@value": str(listing.today)},
            "dct:accrualPeriodicity": {"@id": _DAILY},
            "dcat:theme": {"@id": _THEME},
            "dcat:landingPage": {"@id": f"{site.url}{DATA}"},
            "dcat:distribution": [_distribution(one, file, site) for file in one.files],
        }
        for one in published(sets)
    ]
    return dumps(
        {
            "@context": _CONTEXT,
            "@id": f"{site.url}{DATA}",
            "@type": "dcat:Catalog",
            "dct:title": _german(f"Daten des {site.name}"),
            "dct:publisher": publisher,
            "dcat:dataset": datasets,
        }
    )


def _distribution(one: Published, file: Link, site: Site) -> dict[str, Any]:
    address = {"@id": f"{site.url}{file.href}"}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _german(f"{one.title} ({file.text})"),
        "dct:license": {"@id": _DCAT_LICENCE},
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": f"{_IANA}{media_type(file)}"},
    }


def _german(text: str) -> dict[str, str]:
    return {"@language": "de", "@value": text}


def describe(one: Published, listing: Listing) -> str:
    return f"{one.title} der MINT-Bildung in {listing.catalogue.vocabulary.state_name}: {one.number}, Stand {listing.today}."


def data_catalog(sets: list[Dataset], listing: Listing, site: Site) -> dict[str, Any]:
    """The catalogue as schema.org DataCatalog, for search engines."""
    return {
        "@type": "DataCatalog",
        "name": f"Daten des {site.name}",
        "url": f"{site.url}{DATA}",
        "license": LICENCE,
        "dataset": [
            {
                "@type": "Dataset",
                "name": f"{one.title} – {site.name}",
                "description": describe(one, listing),
                "url": f"{site.url}{DATA}#{one.id}",
                "license": LICENCE,
                "isAccessibleForFree": True,
                "creator": {"@type": "Organization", "name": site.name},
                "dateModified": str(listing.today),
                "distribution": [
                    {
                        "@type": "DataDownload",
                        "encodingFormat": media_type(file),
                        "contentUrl": f"{site.url}{file.href}",
                    }
                    for file in one.files
                ],
            }
            for one in published(sets)
        ],
    }
