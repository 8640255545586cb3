"""Where names of places stand on a map: none lies on another one or on a dot.

A name that has no room is left out: two on each other can't be read either, and the text beside a map names all places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

# Between a dot and its name, in units of the map.
_GAP = 4
_CORE = 0.8

# Left, top, right, bottom.
Box = tuple[float, float, float, float]


class Spot(Protocol):
    """A dot that may have a name."""

    @property
    def title(self) -> str: ...
    @property
    def x(self) -> int: ...
    @property
    def y(self) -> int: ...
    @property
    def radius(self) -> int: ...


@dataclass(frozen=True)
class Lettering:
    """The size of letters in units of the map; in parts of it their average width, and how far they reach up and down."""

    size: int
    width: float
    up: float
    down: float

    def box(self, name: Name) -> Box:
        width = len(name.text) * self.width * self.size
        left = name.x - {"start": 0.0, "middle": width / 2, "end": width}[name.anchor]
        return left, name.y - self.up * self.size, left + width, name.y + self.down * self.size


@dataclass(frozen=True)
class Name:
    """A name on a map: its base line, and which part of it stands at `x`. An extra one is there where letters are small."""

    text: str
    x: int
    y: int
    anchor: str = "middle"
    is_extra: bool = False


def named(
    dots: Sequence[Spot], width: int, height: int, lettering: Lettering, kept: Iterable[Name] = ()
) -> tuple[Name, ...]:
    """Names for dots of a map of that size, those of large dots first; `kept` names stay, only others are new."""
    kept = tuple(kept)
    taken = [*map(_around, dots), *map(lettering.box, kept)]
    done = {name.text for name in kept}
    names = []
    for dot in sorted(dots, key=lambda dot: -dot.radius):
        for name in _choices(dot, lettering):
            box = lettering.box(name)
            is_inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if dot.title not in done and is_inside and not any(overlap(box, other) for other in taken):
                taken.append(box)
                names.append(name)
                break
    return tuple(names)


def _choices(dot: Spot, lettering: Lettering) -> Iterator[Name]:
    """Above, below, right, left of its dot, then in its corners."""
    level = dot.y + round(lettering.size * 0.35)
    above = dot.y - dot.radius - max(_GAP, ceil(lettering.size * lettering.down))
    below = dot.y + dot.radius + round(lettering.size * (lettering.up + 0.1)) + 1
    left, right = dot.x - dot.radius, dot.x + dot.radius
    yield Name(dot.title, dot.x, above)
    yield Name(dot.title, dot.x, below)
    yield Name(dot.title, right + _GAP, level, "start")
    yield Name(dot.title, left - _GAP, level, "end")
    for y in (above, below):
        yield Name(dot.title, left, y, "start")
        yield Name(dot.title, right, y, "end")


def _around(dot: Spot) -> Box:
    """A little less than the square around a circle: its corners are empty."""
    half = dot.radius * _CORE
    return dot.x - half, dot.y - half, dot.x + half, dot.y + half


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
