"""Finds offers near another one: similar ones, and those for the next phase of the education chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from minthub.listing import Listing
from minthub.model.kinds import Offer
from minthub.places import EARTH_RADIUS, Point, distance

MAX_KM = 40.0
# In the ranking, each shared topic counts like being this much nearer.
TOPIC_KM = 10

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Near:
    """An offer and how far away it is, in kilometres as the crow flies."""

    offer: Offer
    km: float


class _Table:
    """Offers that have a place, sorted by id, as columns for queries with numpy."""

    def __init__(self, offers: list[tuple[Offer, Point]]) -> None:
        self.offers = offers
        self.points = _on_the_globe([point for _, point in offers])
        self._columns: dict[str, dict[str, NDArray[np.intp]]] = {}
        self._masks: dict[tuple[str, tuple[str, ...]], Mask] = {}

    def add(self, name: str, values: Iterable[Iterable[str]]) -> None:
        """Adds a column; each offer may have several values in it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for row, own in enumerate(values):
            for value in set(own):
                found[value].append(row)
        self._columns[name] = {value: np.array(rows, dtype=np.intp) for value, rows in found.items()}

    def rows(self, name: str, value: str) -> NDArray[np.intp]:
        """The indexes of the offers that have this value."""
        return self._columns[name].get(value, _NONE)

    def having(self, name: str, values: tuple[str, ...]) -> Mask:
        """A mask of the offers that have any of the values. Cached, because few combinations occur, so don't change it."""
        key = name, values
        if key not in self._masks:
            mask = np.zeros(len(self.offers), dtype=np.bool_)
            for value in values:
                mask[self.rows(name, value)] = True
            self._masks[key] = mask
        return self._masks[key]

    def kilometres(self, point: Point, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """The distances of these rows from a point. Computed from chord lengths, which is as exact as `distance` but faster."""
        way = self.points[rows] - _on_the_globe([point])
        half: NDArray[np.float64] = np.sqrt(np.einsum("ij,ij->i", way, way)) / 2
        return np.arcsin(np.minimum(half, 1)) * (2 * EARTH_RADIUS)


_NONE = np.array([], dtype=np.intp)


def _on_the_globe(points: list[Point]) -> NDArray[np.float64]:
    """The points on a sphere of radius 1, as rows of x, y, z."""
    latitude, longitude = np.radians(np.array(points, dtype=np.float64).reshape(-1, 2)).T
    across = np.cos(latitude)
    return np.stack([across * np.cos(longitude), across * np.sin(longitude), np.sin(latitude)], axis=1)


class Nearby:
    """Looks for neighbours among the listed offers of a listing that have a place."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def similar(self, offer: Offer, most: int = 3) -> list[Near]:
        """Offers of other providers that share an age group and a subject with this one, ranked by distance and shared topics."""
        table = self._table
        fits = table.having("group", self.listing.groups_of(offer)).copy()
        fits[table.rows("provider", self._provider(offer))] = False
        return self._nearest(offer, fits, most, set(offer.topics))

    def next_phase(self, offer: Offer, most: int = 3) -> list[Near]:
        """Offers that share a subject and are for the next age group but for none of this offer's own, the nearest first."""
        order = self.listing.catalogue.vocabulary.age_groups.ids
        groups = self.listing.groups_of(offer)
        later = order[order.index(groups[-1]) + 1 :] if groups else ()
        if not later:
            return []
        fits = self._table.having("group", later[:1]) & ~self._table.having("group", groups)
        return self._nearest(offer, fits, most)

    def _nearest(self, offer: Offer, fits: Mask, most: int, topics: Iterable[str] = ()) -> list[Near]:
        """The best `most` offers within MAX_KM among those of `fits` that share a subject. Rank: whole kilometres minus
        TOPIC_KM per shared topic; ties by id.
        """
        table, point = self._table, self._point(offer)
        if point is None:
            return []
        rows = np.flatnonzero(fits & table.having("subject", offer.subjects))
        km = table.kilometres(point, rows)
        is_near = km <= MAX_KM
        rows = rows[is_near]
        shared = np.zeros(len(table.offers))
        for topic in topics:
            shared[table.rows("topic", topic)] += 1
        rank = np.rint(km[is_near]) - TOPIC_KM * shared[rows]
        chosen = [table.offers[row] for row in rows[np.argsort(rank, kind="stable")[: most + 1]]]
        return [Near(other, distance(point, there)) for other, there in chosen if other.id != offer.id][:most]

    @cached_property
    def _table(self) -> _Table:
        """All listed offers with a place."""
        placed = [(offer, point) for offer in self.listing.offers if (point := self._point(offer))]
        table = _Table(sorted(placed, key=lambda pair: pair[0].id))
        offers = [offer for offer, _ in table.offers]
        table.add("group", map(self.listing.groups_of, offers))
        table.add("subject", (offer.subjects for offer in offers))
        table.add("topic", (offer.topics for offer in offers))
        table.add("provider", ([self._provider(offer)] for offer in offers))
        return table

    def _point(self, offer: Offer) -> Point | None:
        """The point where an offer takes place; None if it has no place."""
        return self.listing.catalogue.point_of(offer) if offer.city else None

    def _provider(self, offer: Offer) -> str:
        """The provider's id, however the editor named it."""
        provider = self.listing.catalogue.find("providers", offer.provider)
        return provider.id if provider else offer.provider
