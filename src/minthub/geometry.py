"""From degrees to the plane: UTM, and outlines as short SVG paths."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, atanh, cos, cosh, radians, sin, sinh, sqrt

from minthub.places import Point

# WGS84 and the UTM scale; Krüger's series to the third order is exact to a millimetre inside a zone.
_RADIUS, _FLATTENING, _SCALE = 6378.137, 1 / 298.257223563, 0.9996
_N = _FLATTENING / (2 - _FLATTENING)
_MERIDIAN = _RADIUS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (_N / 2 - 2 / 3 * _N**2 + 5 / 16 * _N**3, 13 / 48 * _N**2 - 3 / 5 * _N**3, 61 / 240 * _N**3)

Flat = tuple[float, float]


def utm_zone(points: Iterable[Point]) -> int:
    """The zone in which the middle of these points lies."""
    longitudes = [lon for _, lon in points]
    return int(((min(longitudes) + max(longitudes)) / 2 + 180) // 6) + 1


def utm(point: Point, zone: int) -> Flat:
    """Easting and northing in kilometres (without false easting), northern hemisphere."""
    lat, lon = radians(point[0]), radians(point[1] - (zone * 6 - 183))
    root = 2 * sqrt(_N) / (1 + _N)
    t = sinh(atanh(sin(lat)) - root * atanh(root * sin(lat)))
    xi, eta = atan2(t, cos(lon)), atanh(sin(lon) / sqrt(1 + t * t))
    east = eta + sum(a * cos(2 * j * xi) * sinh(2 * j * eta) for j, a in enumerate(_ALPHA, start=1))
    north = xi + sum(a * sin(2 * j * xi) * cosh(2 * j * eta) for j, a in enumerate(_ALPHA, start=1))
    return _SCALE * _MERIDIAN * east, _SCALE * _MERIDIAN * north


@dataclass(frozen=True)
class Sheet:
    """A drawing area of whole units: where a point of the plane lies on it. y points down."""

    west: float
    north: float
    units_per_km: float
    width: int
    height: int

    @classmethod
    def around(
        cls, points: Sequence[Flat], width: int, margin: int = 4, max_height: int | None = None
    ) -> Sheet:
        """The smallest sheet of that width that holds the points; narrower if it would exceed `max_height`."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        across, down = max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
        scale = (width - 2 * margin) / across
        if max_height is not None:
            scale = min(scale, (max_height - 2 * margin) / down)
        fitting = round(across * scale) + 2 * margin
        height = round(down * scale) + 2 * margin
        return cls(min(xs) - margin / scale, max(ys) + margin / scale, scale, fitting, height)

    def place(self, point: Flat) -> tuple[int, int]:
        return round((point[0] - self.west) * self.units_per_km), round(
            (self.north - point[1]) * self.units_per_km
        )


def path(rings: Iterable[Sequence[Flat]], sheet: Sheet) -> str:
    """The rings as an SVG path with relative integer steps.

    A border that two shapes share is drawn the same in both: points are rounded independently, and dropping points on a
    straight line does not depend on the direction of the ring.
    """
    return "".join(_ring([sheet.place(point) for point in ring]) for ring in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    kept = _without_straight_points(_without_repeats(points))
    if len(kept) < 3:
        return ""
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in itertools.pairwise(kept)]
    return (
        f"M{kept[0][0]} {kept[0][1]}l"
        + "".join(_step(dx, dy, index) for index, (dx, dy) in enumerate(steps))
        + "z"
    )


def _step(dx: int, dy: int, index: int) -> str:
    """One step of the path; no blank before a minus sign, which separates numbers by itself."""
    first = f"{dx}" if dx < 0 or index == 0 else f" {dx}"
    return first + (f"{dy}" if dy < 0 else f" {dy}")


def _without_repeats(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]


def _without_straight_points(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(points) > 1 and points[0] == points[-1]:
        points = points[:-1]
    count = len(points)
    return [points[i] for i in range(count) if _turn(points[i - 1], points[i], points[(i + 1) % count])]


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) != (b[1] - a[1]) * (c[0] - a[0])


def middle(ring: Sequence[Flat]) -> Flat:
    """The centroid of a ring."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    return (x / (3 * area), y / (3 * area)) if area else ring[0]
