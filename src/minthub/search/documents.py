"""What the search knows of each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minthub.listing import Listing
from minthub.model.kinds import BY_FOLDER, Event, NewsItem
from minthub.paths import record_path
from minthub.views.cards import Cards
from minthub.views.wording import MISSING


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
    for records in (
        catalogue.offers,
        catalogue.events,
        catalogue.providers,
        catalogue.networks,
        catalogue.districts,
        catalogue.funding,
        catalogue.news,
    ):
        for record in records:
            yield _document(record, cards, listing)


def _document(record: Any, cards: Cards, listing: Listing) -> Document:
    place, kind = _place(record, cards), BY_FOLDER[record.folder].singular
    return Document(
        id=record.key,
        title=record.title,
        summary=record.summary,
        provider=cards.provider_name(record) if hasattr(record, "provider") else "",
        place=" ".join(part for part in (place, *_place_names(record, listing)) if part != MISSING),
        topics=" ".join([*getattr(record, "topics", ()), *_words(record, listing)]),
        aliases=" ".join(record.aliases),
        kind=kind,
        href=record_path(record),
        meta=" · ".join(part for part in (kind, place) if part != MISSING),
        is_over=_is_over(record, listing),
    )


def _place(record: Any, cards: Cards) -> str:
    """As cards say it."""
    if record.folder == "regions":
        return str(record.short_title)
    if hasattr(record, "venue"):
        return cards.place(record)
    if isinstance(record, NewsItem):
        return cards.reach(record.districts or (cards.vocabulary.state.id,))
    return cards.reach(record.serves)


def _place_names(record: Any, listing: Listing) -> Iterator[str]:
    """Postcode, and the district in all its languages."""
    if postcode := getattr(record, "postcode", None):
        yield postcode
    own = record.id if record.folder == "regions" else getattr(record, "district", None)
    for district in listing.districts_of([own]):
        yield district.title
        if district.name_hsb:
            yield district.name_hsb


def _words(record: Any, listing: Listing) -> Iterator[str]:
    """Labels and synonyms of the closed-list values that people search for.

    Subjects give their label alone: with „Astronomie“ as a word for natural sciences, every chemistry lab would be a hit.
    """
    for name, value in _terms(record):
        term = listing.catalogue.vocabulary[name][value]
        yield term.label
        if name != "subjects":
            yield from term.synonyms


def _terms(record: Any) -> Iterator[tuple[str, str]]:
    if hasattr(record, "format"):
        yield "formats", record.format
    if hasattr(record, "type"):
        yield f"{record.kind}_types", record.type
    for field in ("subjects", "stages", "audiences"):
        for value in getattr(record, field, ()):
            yield field, value


def _is_over(record: Any, listing: Listing) -> bool:
    if isinstance(record, Event):
        return listing.is_over(record)
    return hasattr(record, "status") and not listing.is_listed(record)
