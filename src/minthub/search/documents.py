"""Makes search documents from records and editorial pages: texts to index, card, facets and place of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from minthub.calendar import Occurrence, occurrences
from minthub.folding import fold
from minthub.listing import Listing
from minthub.model.dates import Moment
from minthub.model.kinds import Event
from minthub.places import Point
from minthub.search.facets import Facets
from minthub.search.words import FEW_OFFERS, SearchWords
from minthub.views.cards import Card, cards_of

PAGES = "pages"
MAX_TIMES = 12
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|https?://\S+")


@dataclass(frozen=True)
class EditorialPage:
    """A page of MkDocs: its address below the top, title, description, and its HTML."""

    path: str
    title: str
    description: str
    html: str


@dataclass(frozen=True)
class Document:
    """A possible hit. `times`: start and end as ISO texts, for calendars; `gone`: number of earlier occurrences left out."""

    id: str
    kind: str
    card: Card
    texts: dict[str, str]
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    point: Point | None = None
    place: str = ""
    times: tuple[tuple[str, str], ...] = ()
    gone: int = 0
    is_over: bool = False
    is_unconfirmed: bool = False


class Documents:
    """Makes the documents of a listing."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.catalogue = listing.catalogue
        self.cards = cards_of(listing)
        self.words = SearchWords(listing, self.cards)
        self.facets = Facets(listing)

    def all(self, pages: Sequence[EditorialPage] = ()) -> list[Document]:
        """All documents in index order: current before ended, then by kind, confirmed before unconfirmed, by place, by title.

        Documents at the same place get consecutive numbers, which keeps the tables of places and districts short.
        """
        return sorted([*self._records(), *map(_page, pages)], key=_order)

    def _records(self) -> Iterator[Document]:
        catalogue = self.catalogue
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
                yield self._record(record)

    def _record(self, record: Any) -> Document:
        point = self.catalogue.point_of(record) if getattr(record, "city", None) else None
        gone, times = self._times(record) if isinstance(record, Event) else (0, ())
        return Document(
            id=record.key,
            kind=record.folder,
            card=self.cards.of(record),
            texts={**self.words.of(record), "body": _MARKUP.sub(" ", " ".join(self._bodies(record)))},
            facets=self.facets.of(record),
            point=point,
            place=record.city if point else "",
            times=times,
            gone=gone,
            is_over=self._is_over(record),
            is_unconfirmed=getattr(record, "status", "") == "unbestaetigt",
        )

    def _bodies(self, record: Any) -> Iterator[str]:
        """The record's text; for a provider also the summaries of its offers. Their whole texts are indexed only for up to
        FEW_OFFERS offers; for all providers they would make the index a quarter larger.
        """
        yield record.text
        if record.folder == "providers":
            own_offers = self.listing.of_provider(record.id)
            yield from (own.text if len(own_offers) <= FEW_OFFERS else own.summary for own in own_offers)

    def _times(self, event: Event) -> tuple[int, tuple[tuple[str, str], ...]]:
        """The number of past occurrences left out, and the coming ones. Of an event that is over the last occurrence is
        kept, so that a saved entry can say when it was.
        """
        all_times = occurrences(event, self.listing.holidays)
        times = [time for time in all_times if time.last_day >= self.listing.today] or all_times[-1:]
        gone = all_times.index(times[0]) if times else 0
        return gone, tuple(map(_time, times[:MAX_TIMES]))

    def _is_over(self, record: Any) -> bool:
        if isinstance(record, Event):
            return self.listing.is_over(record)
        if ends := getattr(record, "ends", None):
            return bool(ends < self.listing.today)
        return hasattr(record, "status") and not self.listing.is_listed(record)


_KINDS = ("offers", "events", PAGES, "regions", "networks", "providers", "funding", "news")


def _order(document: Document) -> tuple[Any, ...]:
    districts = document.facets.get("kreis", ())
    return (
        document.is_over,
        _KINDS.index(document.kind),
        document.is_unconfirmed,
        districts[:1],
        document.point or (0.0, 0.0),
        fold(document.card.title),
        document.id,
    )


def _time(time: Occurrence) -> tuple[str, str]:
    """Start and end. If there are no times of day, or several days without an end time, both are days, the last included."""
    start, end = time.start, time.end
    if start.at is None or (end.at is None and end.day > start.day):
        return start.day.isoformat(), end.day.isoformat()
    return _minute(start), "" if end.at is None else _minute(end)


def _minute(moment: Moment) -> str:
    """`2026-12-05T16:00`."""
    return str(moment).replace(" ", "T")


def _page(page: EditorialPage) -> Document:
    text = html.unescape(_MARKUP.sub(" ", page.html))
    card = Card(
        data_id=f"{PAGES}/{page.path.strip('/')}" if page.path else PAGES,
        href=page.path,
        title=page.title,
        kind="Seite",
        summary=page.description,
        facts=(),
        badges=(),
    )
    texts = {"title": page.title, "summary": page.description, "body": text}
    return Document(id=card.data_id, kind=PAGES, card=card, texts=texts)
