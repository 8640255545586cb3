"""Which other offers are near one: similar ones, and what comes after it along the chain of education."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import floor

from minthub.listing import Listing
from minthub.model.kinds import Offer
from minthub.places import Point, distance

MAX_KM = 40.0
# A shared topic is worth this way.
TOPIC_KM = 10
# Cells of about 28 × 17 km: all points within 40 km lie in the cells up to two or three steps away.
_CELL = 0.25
_STEPS_LAT, _STEPS_LON = 2, 3


@dataclass(frozen=True)
class Near:
    """An offer and how far away it is, in kilometres as the crow flies."""

    offer: Offer
    km: float


class Nearby:
    """Looks for neighbours among the listed offers of a listing that have a place."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    @cached_property
    def _points(self) -> dict[str, Point]:
        found = (
            (offer.id, self.listing.catalogue.point_of(offer)) for offer in self.listing.offers if offer.city
        )
        return {id: point for id, point in found if point}

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[Offer]]:
        cells: dict[tuple[int, int], list[Offer]] = defaultdict(list)
        for offer in self.listing.offers:
            if point := self._points.get(offer.id):
                cells[_cell(point)].append(offer)
        return cells

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        return {offer.id: frozenset(self.listing.groups_of(offer)) for offer in self.listing.offers}

    def _provider(self, offer: Offer) -> str:
        """The provider's id, however the editor named it."""
        found = self.listing.catalogue.find("providers", offer.provider)
        return found.id if found else offer.provider

    def similar(self, offer: Offer, most: int = 3) -> list[Near]:
        """Offers of other providers for some of the same ages in a subject of its own: near ones and those with shared topics."""
        groups = frozenset(self.listing.groups_of(offer))
        provider = self._provider(offer)

        def fits(other: Offer) -> bool:
            return self._provider(other) != provider and bool(groups & self._groups[other.id])

        found = self._near(offer, fits)
        found.sort(
            key=lambda near: (
                round(near.km) - TOPIC_KM * len(set(near.offer.topics) & set(offer.topics)),
                near.offer.id,
            )
        )
        return found[:most]

    def next_phase(self, offer: Offer, most: int = 3) -> list[Near]:
        """Offers for the age group after the last one of this offer, which are not for its own ages; the nearest first."""
        order = self.listing.catalogue.vocabulary.age_groups.ids
        groups = self.listing.groups_of(offer)
        later = order[order.index(groups[-1]) + 1 :] if groups else ()
        if not later:
            return []

        def fits(other: Offer) -> bool:
            return later[0] in self._groups[other.id] and not set(groups) & self._groups[other.id]

        return sorted(self._near(offer, fits), key=lambda near: (round(near.km), near.offer.id))[:most]

    def _near(self, offer: Offer, fits: Callable[[Offer], bool]) -> list[Near]:
        """Fitting offers in a shared subject within MAX_KM, the offer itself left out."""
        here = self._points.get(offer.id) or (self.listing.catalogue.point_of(offer) if offer.city else None)
        if here is None:
            return []
        candidates = (
            other
            for other in self._around(here)
            if other.id != offer.id and set(other.subjects) & set(offer.subjects) and fits(other)
        )
        near = (Near(other, distance(here, self._points[other.id])) for other in candidates)
        return [item for item in near if item.km <= MAX_KM]

    def _around(self, point: Point) -> Iterator[Offer]:
        row, column = _cell(point)
        for lat in range(row - _STEPS_LAT, row + _STEPS_LAT + 1):
            for lon in range(column - _STEPS_LON, column + _STEPS_LON + 1):
                yield from self._cells.get((lat, lon), ())


def _cell(point: Point) -> tuple[int, int]:
    return floor(point[0] / _CELL), floor(point[1] / _CELL)
