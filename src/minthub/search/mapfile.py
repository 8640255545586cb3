"""The map of hits: outlines of the districts, and where a point lies on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from minthub.catalogue import Catalogue
from minthub.folding import fold
from minthub.geometry import Flat, Sheet, middle, path, utm, utm_zone
from minthub.model.kinds import District
from minthub.places import Point
from minthub.search.shards import dumps

MAP_FILE = "map.json"
# About 140 m to a unit in a state of 220 km: borders look right as far as one can zoom in.
WIDTH = 1600


@dataclass(frozen=True)
class HitMap:
    """`text`: the file. `project`: WGS84 point → whole map units, y pointing down. `km`: map units per kilometre."""

    text: str
    project: Callable[[Point], tuple[int, int]]
    km: float


def hit_map(catalogue: Catalogue) -> HitMap | None:
    """The map of the districts that have an outline; None without any.

    The file: `width` and `height` in units, `km` (units in a kilometre), and `districts`, each with `title`, the point
    for it (`x`, `y`), the extent of its largest part, and the SVG `path`.
    """
    outlines = catalogue.places.outlines
    if not outlines:
        return None
    zone = utm_zone(point for outline in outlines for ring in outline.rings for point in ring)
    rings: dict[str, list[list[Flat]]] = defaultdict(list)
    for outline in outlines:
        rings[outline.ags] += [[utm(point, zone) for point in ring] for ring in outline.rings]
    sheet = Sheet.around([point for found in rings.values() for ring in found for point in ring], WIDTH)
    districts = sorted(catalogue.districts, key=lambda district: fold(district.short_title))
    file = {
        "width": sheet.width,
        "height": sheet.height,
        "km": round(sheet.units_per_km, 3),
        "districts": [
            _district(district, rings[district.ags], sheet) for district in districts if district.ags in rings
        ],
    }
    return HitMap(dumps(file), lambda point: sheet.place(utm(point, zone)), sheet.units_per_km)


def _district(district: District, rings: Sequence[Sequence[Flat]], sheet: Sheet) -> dict[str, Any]:
    largest = max(rings, key=len)
    x, y = sheet.place(middle(largest))
    xs, ys = zip(*map(sheet.place, largest), strict=True)
    return {
        "title": district.title,
        "x": x,
        "y": y,
        "width": max(xs) - min(xs),
        "height": max(ys) - min(ys),
        "path": path(rings, sheet),
    }
