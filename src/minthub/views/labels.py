"""Places the names on a map so that none overlaps another one or a dot.

A name without room is left out, because overlapping names can't be read, and the text beside the map names all places.
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
    """`size`: of letters in map units. `width`, `up`, `down`: average width, ascent and descent as fractions of it."""

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
    """A name on a map. `y`: base line. `anchor`: the part of the text at `x`. `is_extra`: only shown with small letters."""

    text: str
    x: int
    y: int
    anchor: str = "middle"
    is_extra: bool = False


def named(
    dots: Sequence[Spot], width: int, height: int, lettering: Lettering, kept: Iterable[Name] = ()
) -> tuple[Name, ...]:
    """Names for the dots of a map of that size; those of large dots get room first. Returns new names only, which keep clear
    of the `kept` ones.
    """
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
    """The possible positions of a name, the best first: above, below, right, left of its dot, then at its corners."""
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
    """The box that names must not overlap: a little less than the square around the circle, because its corners are empty."""
    half = dot.radius * _CORE
    return dot.x - half, dot.y - half, dot.x + half, dot.y + half


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
