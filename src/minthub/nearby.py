"""Which other offers are near one: similar ones, and what comes after it along the chain of education."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, floor, radians

from minthub.listing import Listing
from minthub.model.kinds import Offer
from minthub.places import KM_PER_DEGREE, Point, distance

MAX_KM = 40.0
# A shared topic is worth this way.
TOPIC_KM = 10
# Side of a cell of a grid. Small ones would be empty mostly, of large ones too much would be looked at.
_CELL_KM = 8.0


@dataclass(frozen=True)
class Near:
    """An offer and how far away it is, in kilometres as the crow flies."""

    offer: Offer
    km: float


@dataclass(frozen=True)
class _Spot:
    """An offer with what is asked of it again and again."""

    offer: Offer
    point: Point
    provider: str
    groups: frozenset[str]
    subjects: frozenset[str]
    topics: frozenset[str]


@dataclass
class _Grid:
    """Offers by cells of a net that is nowhere narrower than `_CELL_KM`; `scale` is about the cosine of the northernmost latitude."""

    scale: float
    cells: defaultdict[tuple[int, int], list[_Spot]] = field(default_factory=lambda: defaultdict(list))

    def add(self, spot: _Spot) -> None:
        self.cells[self._cell(spot.point)].append(spot)

    def around(self, point: Point) -> Iterator[tuple[float, Iterable[_Spot]]]:
        """Ring after ring of cells up to MAX_KM: how many kilometres away they are at least, and who is there."""
        row, column = self._cell(point)
        for steps in range(int(MAX_KM / _CELL_KM) + 2):
            for place in _ring(row, column, steps):
                if place in self.cells:
                    yield (steps - 1) * _CELL_KM, self.cells[place]

    def _cell(self, point: Point) -> tuple[int, int]:
        return (
            floor(point[0] * KM_PER_DEGREE / _CELL_KM),
            floor(point[1] * KM_PER_DEGREE * self.scale / _CELL_KM),
        )


def _ring(row: int, column: int, steps: int) -> Iterator[tuple[int, int]]:
    """The cells that a king reaches on a chessboard in so many steps and not in fewer."""
    for down in range(-steps, steps + 1):
        is_edge = abs(down) == steps
        for right in range(-steps, steps + 1, 1 if is_edge or not steps else 2 * steps):
            yield row + down, column + right


class _Search:
    """The first few by rank, found ring by ring; what cannot be among them any more is not looked at."""

    def __init__(self, own: _Spot, most: int, fits: Callable[[_Spot], bool]) -> None:
        self.own, self.most, self.fits = own, most, fits
        self.seen = {own.offer.id}
        self.found: list[tuple[int, str, Near]] = []

    def look(self, grid: _Grid, topics: int) -> None:
        """`topics`: so many at most does anybody in this grid share who has not been seen."""
        for least, spots in grid.around(self.own.point):
            # Ranks are rounded, so half a kilometre decides nothing.
            if least > MAX_KM or least - TOPIC_KM * topics - 0.5 > self.worst:
                return
            for spot in spots:
                self.consider(spot)

    @property
    def worst(self) -> float:
        return self.found[-1][0] if len(self.found) == self.most else float("inf")

    def consider(self, spot: _Spot) -> None:
        own, id = self.own, spot.offer.id
        if id in self.seen or own.subjects.isdisjoint(spot.subjects) or not self.fits(spot):
            return
        self.seen.add(id)
        km = distance(own.point, spot.point)
        if km <= MAX_KM:
            insort(
                self.found, (round(km) - TOPIC_KM * len(own.topics & spot.topics), id, Near(spot.offer, km))
            )
            del self.found[self.most :]


class Nearby:
    """Looks for neighbours among the listed offers of a listing that have a place."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def similar(self, offer: Offer, most: int = 3) -> list[Near]:
        """Offers of other providers for some of the same ages in a subject of its own: near ones and those with shared topics."""
        own = self._spot(offer)
        if own is None or not most:
            return []

        def fits(other: _Spot) -> bool:
            return other.provider != own.provider and not own.groups.isdisjoint(other.groups)

        search = _Search(own, most, fits)
        # Those with shared topics may come from afar. Of these, each topic leaves those that only have the later ones.
        for left, topic in zip(range(len(own.topics), 0, -1), own.topics, strict=True):
            search.look(self._grids["topic", topic], left)
        for subject in own.subjects:
            search.look(self._grids["subject", subject], 0)
        return [near for _, _, near in search.found]

    def next_phase(self, offer: Offer, most: int = 3) -> list[Near]:
        """Offers for the age group after the last one of this offer, which are not for its own ages; the nearest first."""
        order = self.listing.catalogue.vocabulary.age_groups.ids
        groups = self.listing.groups_of(offer)
        later = order[order.index(groups[-1]) + 1 :] if groups else ()
        own = self._spot(offer, topics=())
        if own is None or not later or not most:
            return []
        search = _Search(own, most, lambda other: own.groups.isdisjoint(other.groups))
        search.look(self._grids["group", later[0]], 0)
        return [near for _, _, near in search.found]

    @cached_property
    def _grids(self) -> defaultdict[tuple[str, str], _Grid]:
        """All listed offers with a place by each of their topics, subjects and age groups."""
        spots = [spot for offer in self.listing.offers if (spot := self._spot(offer))]
        # A little less than the cosine, for offers farther north that are not listed but have neighbours.
        scale = 0.99 * min((cos(radians(spot.point[0])) for spot in spots), default=1.0)
        grids: defaultdict[tuple[str, str], _Grid] = defaultdict(lambda: _Grid(scale))
        for spot in spots:
            for kind, values in (("topic", spot.topics), ("subject", spot.subjects), ("group", spot.groups)):
                for value in values:
                    grids[kind, value].add(spot)
        return grids

    def _spot(self, offer: Offer, topics: Iterable[str] | None = None) -> _Spot | None:
        """Where an offer takes place; None if it is nowhere. `topics`: instead of its own."""
        point = self.listing.catalogue.point_of(offer) if offer.city else None
        if point is None:
            return None
        # The provider's id, however the editor named it.
        provider = self.listing.catalogue.find("providers", offer.provider)
        return _Spot(
            offer,
            point,
            provider.id if provider else offer.provider,
            frozenset(self.listing.groups_of(offer)),
            frozenset(offer.subjects),
            frozenset(offer.topics if topics is None else topics),
        )
