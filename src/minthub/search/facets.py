"""The facets of records: the properties that filters use. Their names are those in the address (`?alter=12&kosten=kostenlos`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from minthub.audience import age_groups, age_numbers
from minthub.folding import slug
from minthub.freshness import Freshness, freshness
from minthub.listing import Listing
from minthub.model.kinds import Event, NewsItem
from minthub.model.spans import Span

ANY_HOLIDAYS = "ja"
# The facets that a provider inherits from its offers: the audience only. Ages, topics and subjects would make the files
# of these facets half as large again, and providers are found by the words of their topics anyway. Cost, access and
# freshness of one offer say nothing about the provider's other offers.
_OF_OFFERS = ("phase", "schulen", "ferien", "zielgruppe")
_OF_FEW_OFFERS = (*_OF_OFFERS, "alter", "fach", "thema", "format", "kosten", "modus")
# Up to this many offers, visitors look for the provider (a museum, say) by the same filters as for its offers.
_FEW_OFFERS = 3


class Facets:
    """The facet values of records. A facet without a value means unknown, not „nein“."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.vocabulary = listing.catalogue.vocabulary
        # Cached: many offers share a few spans.
        self._ages = cache(self._ages_of)
        self._known: dict[str, dict[str, tuple[str, ...]]] = {}
        self._holiday_ids = {term.label: term.id for term in self.vocabulary["holidays"]}

    def of(self, record: Any) -> dict[str, tuple[str, ...]]:
        """Facet → values. Cached, because the facets of offers are needed again for their providers."""
        if record.key not in self._known:
            self._known[record.key] = self._of(record)
        return self._known[record.key]

    def _of(self, record: Any) -> dict[str, tuple[str, ...]]:
        found = {"kreis": self._districts(record), "zielgruppe": tuple(getattr(record, "audiences", ()))}
        if hasattr(record, "subjects"):
            found |= self._of_taking_part(record)
        if record.folder == "providers":
            found |= self._of_offers(record)
        return {name: values for name, values in found.items() if values}

    def _of_taking_part(self, record: Any) -> dict[str, tuple[str, ...]]:
        ages, groups = self._ages(record.ages, record.grades, record.stages)
        return {
            "alter": ages,
            "phase": record.stages or groups,
            "fach": record.subjects,
            "thema": tuple(filter(None, map(slug, record.topics))),
            "format": (record.format,),
            "kosten": (record.cost,),
            "modus": ("vor-ort", "online") if record.mode == "hybrid" else (record.mode,),
            "schulen": tuple(self._for_schools(record)),
            "ferien": tuple(self._holidays(record)),
            "zugang": record.access,
            "frisch": ("ja",) if self._is_fresh(record) else (),
        }

    def _ages_of(
        self, ages: Span | None, grades: Span | None, stages: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Years of age as `first-last` texts, and the ids of the stages that overlap them."""
        numbers = age_numbers(ages, grades, stages, self.vocabulary["stages"])
        return tuple(spans(numbers)), age_groups(numbers, self.vocabulary["stages"])

    def _of_offers(self, provider: Any) -> dict[str, tuple[str, ...]]:
        """The facets that a provider inherits from its offers, so that „Robotik Klasse 6“ finds it, too: the audience,
        and nearly all facets if it has at most _FEW_OFFERS offers.
        """
        own_offers = self.listing.of_provider(provider.id)
        names = _OF_OFFERS if len(own_offers) > _FEW_OFFERS else _OF_FEW_OFFERS
        found: dict[str, dict[str, None]] = {name: {} for name in names}
        for own in own_offers:
            facets = self.of(own)
            for name in names:
                found[name] |= dict.fromkeys(facets.get(name, ()))
        return {name: tuple(values) for name, values in found.items()}

    def _districts(self, record: Any) -> tuple[str, ...]:
        """The district the record lies in, then those it serves; the state's id stands for all districts."""
        if record.folder == "regions":
            return (record.id,)
        if isinstance(record, NewsItem):
            return record.districts or (self.vocabulary.state.id,)
        own = getattr(record, "district", None)
        return tuple(dict.fromkeys([*([own] if own else []), *getattr(record, "serves", ())]))

    def _for_schools(self, record: Any) -> Iterator[str]:
        if record.for_schools:
            yield "klassen"
        if record.gta:
            yield "gta"

    def _holidays(self, record: Any) -> Iterator[str]:
        found = set(getattr(record, "holidays", ()))
        if isinstance(record, Event) and (time := self.listing.next_time(record)):
            found |= {
                self._holiday_ids[holiday.name]
                for holiday in self.listing.holidays
                if holiday.name in self._holiday_ids and time.start.day in holiday
            }
        if found or record.format == "feriencamp":
            yield ANY_HOLIDAYS
        yield from sorted(found)

    def _is_fresh(self, record: Any) -> bool:
        is_confirmed = getattr(record, "status", "aktiv") == "aktiv"
        return is_confirmed and freshness(record.checked, self.listing.today) is Freshness.FRESH


def spans(numbers: Iterable[int]) -> Iterator[str]:
    """Each run of consecutive numbers as `first-last`: {3, 4, 5, 18} → `3-5`, `18-18`."""
    for _, row in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        values = [value for _, value in row]
        yield f"{values[0]}-{values[-1]}"
