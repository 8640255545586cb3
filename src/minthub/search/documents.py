"""What the search knows of each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minthub.listing import Listing
from minthub.model.kinds import BY_FOLDER
from minthub.paths import record_path
from minthub.views.cards import Cards


@dataclass(frozen=True)
class Document:
    """The searchable texts of a record, and what a hit shows."""

    id: str
    title: str
    summary: str
    provider: str
    place: str
    topics: str
    aliases: str
    kind: str
    href: str
    meta: str
    is_over: bool


def documents(listing: Listing) -> Iterator[Document]:
    """One document a record; what has ended stays findable and says so."""
    cards = Cards(listing)
    catalogue = listing.catalogue
    for records in (catalogue.offers, catalogue.events, catalogue.providers, catalogue.networks, catalogue.districts, catalogue.funding, catalogue.news):
        for record in records:
            yield _document(record, cards, listing)


def _document(record: Any, cards: Cards, listing: Listing) -> Document:
    vocabulary = listing.catalogue.vocabulary
    is_district = record.folder == "regions"
    place = record.short_title if is_district else cards.place(record) if hasattr(record, "venue") else cards.reach(getattr(record, "serves", ()) or getattr(record, "districts", ()))
    district = listing.catalogue.district(record.district) if getattr(record, "district", None) else None
    terms = [vocabulary[name][value] for name, value in _terms(record)]
    over = not listing.is_listed(record) if hasattr(record, "status") else record.folder == "events" and listing.is_over(record)
    kind = BY_FOLDER[record.folder].singular
    return Document(
        id=record.key,
        title=record.title,
        summary=record.summary,
        provider=cards.provider_name(record) if hasattr(record, "provider") else "",
        place=" ".join(part for part in (place, getattr(record, "postcode", "") or "", district.title if district else "", (district.name_hsb or "") if district else "") if part),
        topics=" ".join([*getattr(record, "topics", ()), *(word for term in terms for word in (term.label, *term.synonyms))]),
        aliases=" ".join(record.aliases),
        kind=kind,
        href=record_path(record),
        meta=" · ".join(part for part in (kind, place) if part and part != "keine Angabe"),
        is_over=bool(over),
    )


def _terms(record: Any) -> Iterator[tuple[str, str]]:
    """The closed-list values whose labels and synonyms people search for."""
    for field, name in (("format", "formats"), ("type", "")):
        if name and getattr(record, field, None):
            yield name, getattr(record, field)
    for field in ("subjects", "stages", "audiences"):
        for value in getattr(record, field, ()):
            yield field, value
