"""Collects the searchable texts of a record: its own words, and synonyms from the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from minthub.listing import Listing
from minthub.model.kinds import BY_FOLDER, NewsItem
from minthub.search.german import SEPARATOR
from minthub.views.cards import Cards
from minthub.views.wording import MISSING

# Field → closed list whose labels and synonyms are indexed. Subjects are not here; only their labels are indexed: with
# „Astronomie“ as a synonym of natural sciences, every chemistry lab would be a hit.
_LISTS = {
    "stages": "stages",
    "audiences": "audiences",
    "eligible": "eligible",
    "holidays": "holidays",
    "access": "access",
    "format": "formats",
}

# Up to this many offers, a provider is indexed with their words, too. Facets allow one more; here it would make
# each query fetch a kilobyte more.
FEW_OFFERS = 2
# The fields of these offers that are added to the provider's.
_OF_FEW_OFFERS = ("aliases", "topics", "summary", "words")


def _list(texts: Iterable[str]) -> str:
    """The texts in one field, separated so that no phrase runs from one into the next."""
    return SEPARATOR.join(filter(None, texts))


class SearchWords:
    """Makes the searchable texts of records, by field of the index; the body is not among them."""

    def __init__(self, listing: Listing, cards: Cards) -> None:
        self.listing = listing
        self.vocabulary = listing.catalogue.vocabulary
        self.cards = cards
        # Cached: thousands of records share these values.
        self._words_of_value = cache(self._make_words_of_value)
        self._words_of_topic = cache(self._make_words_of_topic)

    def of(self, record: Any) -> dict[str, str]:
        """Field of the index → text. A provider with up to FEW_OFFERS offers gets their words as well."""
        texts = self._own(record)
        for offered in self._few_offers(record):
            own = self._own(offered)
            own["aliases"] = _list((own["title"], own["aliases"]))
            for field in _OF_FEW_OFFERS:
                texts[field] = _list((texts[field], own[field]))
        return texts

    def _few_offers(self, record: Any) -> Sequence[Any]:
        own = self.listing.of_provider(record.id) if record.folder == "providers" else ()
        return own if len(own) <= FEW_OFFERS else ()

    def _own(self, record: Any) -> dict[str, str]:
        return {
            "title": record.title,
            "aliases": _list(record.aliases),
            "topics": _list(self._topics(record)),
            "place": _list(part for part in self._places(record) if part != MISSING),
            "provider": _list(self._organisations(record)),
            "summary": record.summary,
            "wishes": _list(self.listing.catalogue.wishes.get(record.key, ())),
            "words": _list(self._other_words(record)),
        }

    def _topics(self, record: Any) -> Iterator[str]:
        yield from getattr(record, "topics", ())
        for subject in getattr(record, "subjects", ()):
            yield self.vocabulary["subjects"][subject].label
        if hasattr(record, "format"):
            yield self.vocabulary["formats"][record.format].label
        # Not „Angebot“: nearly every record would match it.
        if record.folder != "offers":
            yield BY_FOLDER[record.folder].singular

    def _places(self, record: Any) -> Iterator[str]:
        """Postcode, town, venue and the district's name in all its languages; without a district, the area it serves."""
        yield from (getattr(record, name, None) or "" for name in ("postcode", "city", "venue"))
        own = record.id if record.folder == "regions" else getattr(record, "district", None)
        for district in self.listing.districts_of([own]):
            yield district.title
            yield district.name_hsb or ""
        if isinstance(record, NewsItem):
            yield self.cards.reach(record.districts)
        elif not own and hasattr(record, "serves"):
            yield self.cards.reach(record.serves)

    def _organisations(self, record: Any) -> Iterator[str]:
        if hasattr(record, "provider"):
            yield self.cards.provider_name(record)
            # People who know a provider by its short name search for its offers by that name.
            provider: Any = self.listing.catalogue.find("providers", record.provider)
            yield from provider.aliases if provider else ()
        for name in ("coordinator", "funder"):
            if value := getattr(record, name, None):
                yield value

    def _other_words(self, record: Any) -> Iterator[str]:
        yield from self.vocabulary.kind_words.get(record.folder, ())
        yield from map(self._words_of_topic, getattr(record, "topics", ()))
        for field, name in _LISTS.items():
            values = getattr(record, field, None) or ()
            for value in (values,) if isinstance(values, str) else values:
                yield self._words_of_value(name, value)
        yield from self._offered(record)
        if hasattr(record, "type"):
            yield self._words_of_value(f"{record.kind}_types", record.type)
        if getattr(record, "gta", None):
            yield "GTA Ganztagsangebot Ganztag"
        if getattr(record, "for_schools", None):
            yield "Schulklassen"

    def _make_words_of_value(self, name: str, value: str) -> str:
        """The label and synonyms of a value of a closed list."""
        term = self.vocabulary[name][value]
        return _list((term.label, *term.synonyms))

    def _make_words_of_topic(self, topic: str) -> str:
        """The everyday words for a topic; empty if there are none."""
        return _list(self.vocabulary.topic_words.get(topic, ()))

    def _offered(self, record: Any) -> Iterator[str]:
        """For a provider the titles, aliases, topics and formats of its offers."""
        if record.folder != "providers":
            return
        for own in self.listing.of_provider(record.id):
            yield own.title
            yield from own.aliases
            yield from own.topics
            yield from map(self._words_of_topic, own.topics)
            yield self.vocabulary["formats"][own.format].label
