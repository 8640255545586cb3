"""Postcodes, municipalities and outlines of a state, from the tables in `data/`.

Coordinates are WGS84, latitude first, in degrees; distances are kilometres.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

from minthub.folding import fold_key

EARTH_RADIUS = 6371.0
KM_PER_DEGREE = 111.2
_LOCALITY = re.compile(r"\s*(?:,\s*(?:OT|Ortsteil)\b|\s(?:OT|Ortsteil)\s|\().*$")
_SUFFIX = re.compile(r"\s*(?:/|,\s*(?:Stadt|Bergstadt|Hochschulstadt)).*$")

Point = tuple[float, float]


@dataclass(frozen=True)
class PostcodeArea:
    """A postcode in one municipality; a postcode may have several. `is_main` marks the municipality to show for it."""

    postcode: str
    place: str
    district_ags: str
    point: Point
    is_main: bool


@dataclass(frozen=True)
class Municipality:
    """A town or village with its own council."""

    ags: str
    name: str
    official_name: str
    district_ags: str
    point: Point
    population: int


@dataclass(frozen=True)
class Outline:
    """The outline of a district: rings of points, the first one outside."""

    ags: str
    rings: tuple[tuple[Point, ...], ...]

    @cached_property
    def _box(self) -> tuple[Point, Point]:
        """The southernmost and westernmost, and the northernmost and easternmost degrees."""
        lats, lons = zip(*(point for ring in self.rings for point in ring), strict=True)
        return (min(lats), min(lons)), (max(lats), max(lons))

    @cached_property
    def _sides(self) -> tuple[tuple[Point, Point], ...]:
        return tuple(side for ring in self.rings for side in pairwise((*ring, ring[0])))

    def holds(self, point: Point) -> bool:
        """Even-odd rule over all rings, so holes count as outside."""
        lat, lon = point
        (south, west), (north, east) = self._box
        # Fast path: most points are far from most outlines, which have hundreds of sides.
        if not (south <= lat <= north and west <= lon <= east):
            return False
        crossed = (
            lon < (lon2 - lon1) * (lat - lat1) / (lat2 - lat1) + lon1
            for (lat1, lon1), (lat2, lon2) in self._sides
            if (lat1 > lat) != (lat2 > lat)
        )
        return sum(crossed) % 2 == 1


class Places:
    """Geographic lookups: by exact code, or by name regardless of case, umlauts and suffixes."""

    def __init__(
        self,
        areas: Iterable[PostcodeArea],
        municipalities: Iterable[Municipality],
        outlines: Iterable[Outline],
    ) -> None:
        self._areas: dict[str, list[PostcodeArea]] = defaultdict(list)
        for area in areas:
            self._areas[area.postcode].append(area)
        self.municipalities = tuple(municipalities)
        self.outlines = tuple(outlines)

    @property
    def postcodes(self) -> tuple[str, ...]:
        return tuple(sorted(self._areas))

    @cached_property
    def _by_name(self) -> dict[str, list[Municipality]]:
        names: dict[str, list[Municipality]] = defaultdict(list)
        for municipality in self.municipalities:
            for name in dict.fromkeys(
                (municipality.name, _SUFFIX.sub("", municipality.name), municipality.official_name)
            ):
                if municipality not in names[fold_key(name)]:
                    names[fold_key(name)].append(municipality)
        return names

    def postcode(self, code: str) -> list[PostcodeArea]:
        """The municipalities of a postcode, the main one first; empty if the code is not in the state."""
        return sorted(self._areas.get(code, ()), key=lambda area: not area.is_main)

    def city(self, name: str) -> list[Municipality]:
        """The municipalities of that name; „Frohburg, OT Linda“ is looked up as Frohburg."""
        plain = _LOCALITY.sub("", name).strip()
        return self._by_name.get(fold_key(plain)) or self._by_name.get(fold_key(_SUFFIX.sub("", plain)), [])

    def district_at(self, point: Point) -> str | None:
        """The AGS of the district a point lies in."""
        return next((outline.ags for outline in self.outlines if outline.holds(point)), None)

    def distance_to_state(self, point: Point) -> float:
        """0 inside; else the distance to the nearest outline."""
        if self.district_at(point):
            return 0.0
        return min(
            (_distance_to_ring(point, ring) for outline in self.outlines for ring in outline.rings),
            default=float("inf"),
        )


def load_places(folder: Path) -> Places:
    """Reads the tables of postcodes, municipalities and outlines. Raises OSError, KeyError or ValueError."""
    areas = [
        PostcodeArea(
            row["postcode"],
            row["place"],
            row["district_ags"],
            (float(row["lat"]), float(row["lon"])),
            row["main"] == "1",
        )
        for row in _rows(folder / "postcodes.csv")
    ]
    municipalities = [
        Municipality(
            row["ags"],
            row["name"],
            row["official_name"],
            row["district_ags"],
            (float(row["lat"]), float(row["lon"])),
            int(row["population"]),
        )
        for row in _rows(folder / "municipalities.csv")
    ]
    features = json.loads((folder / "districts.geojson").read_text("utf-8"))["features"]
    return Places(areas, municipalities, [outline for feature in features for outline in _outlines(feature)])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _outlines(feature: dict[str, Any]) -> list[Outline]:
    geometry = feature["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [Outline(feature["properties"]["ags"], tuple(map(_points, polygon))) for polygon in polygons]


def _points(ring: list[tuple[float, float]]) -> tuple[Point, ...]:
    """GeoJSON has the longitude first."""
    return tuple((lat, lon) for lon, lat in ring)


def distance(a: Point, b: Point) -> float:
    """Great-circle distance in kilometres (haversine)."""
    lat1, lon1, lat2, lon2 = (radians(value) for value in (*a, *b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))


def _distance_to_ring(point: Point, ring: tuple[Point, ...]) -> float:
    """Plane geometry is exact enough for the few kilometres that matter here."""
    scale = cos(radians(point[0]))
    flat = [((lon - point[1]) * scale * KM_PER_DEGREE, (lat - point[0]) * KM_PER_DEGREE) for lat, lon in ring]
    return min(_distance_to_segment(a, b) for a, b in pairwise(flat))


def _distance_to_segment(a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(a[0] * dx + a[1] * dy) / length)) if length else 0.0
    return hypot(a[0] + along * dx, a[1] + along * dy)
