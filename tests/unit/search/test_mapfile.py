"""The map of hits: its file, and that points lie on it where they should."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.places import Outline, Places, Point, load_places
from minthub.search.mapfile import WIDTH, HitMap, hit_map
from tests.conftest import DATA

Loaded = Callable[[], tuple[Catalogue, Report]]


def square(lat: float, lon: float, size: float = 0.2) -> tuple[Point, ...]:
    return (lat, lon), (lat, lon + size), (lat + size, lon + size), (lat + size, lon), (lat, lon)


WEST, EAST = Outline("14625", (square(51.0, 14.6),)), Outline("14626", (square(51.0, 14.8),))


@pytest.fixture
def drawn(loaded: Loaded) -> Callable[..., HitMap | None]:
    """The map of all districts with these outlines."""

    def _drawn(*outlines: Outline) -> HitMap | None:
        return hit_map(replace(loaded()[0], places=Places((), (), outlines)))

    return _drawn


def read(made: HitMap | None) -> dict[str, Any]:
    assert made is not None
    file: dict[str, Any] = json.loads(made.text)
    return file


def corners(path: str) -> list[tuple[int, int]]:
    """The points of a path of relative steps with one ring."""
    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    x, y = numbers[:2]
    found = [(x, y)]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


def test_the_file_has_the_districts_by_name(drawn: Callable[..., HitMap | None]) -> None:
    file = read(drawn(EAST, WEST))
    assert list(file) == ["width", "height", "km", "districts"]
    assert file["width"] == WIDTH
    assert [district["title"] for district in file["districts"]] == ["Landkreis Bautzen", "Landkreis Görlitz"]
    assert [list(district) for district in file["districts"]] == [
        ["title", "x", "y", "width", "height", "path"]
    ] * 2


def test_borders_and_points_share_their_units(drawn: Callable[..., HitMap | None]) -> None:
    made = drawn(WEST, EAST)
    assert made is not None
    west, east = (corners(district["path"]) for district in read(made)["districts"])
    assert set(west) == {made.project(point) for point in WEST.rings[0]}
    assert set(east) == {made.project(point) for point in EAST.rings[0]}
    assert len(set(west) & set(east)) == 2


def test_y_points_down_and_units_are_even(drawn: Callable[..., HitMap | None]) -> None:
    made = drawn(WEST)
    assert made is not None
    (x, y), (east_x, _), (_, north_y) = map(made.project, [(51.1, 14.7), (51.1, 14.75), (51.15, 14.7)])
    assert east_x > x
    assert north_y < y
    # 0.05 degrees are 3.5 km to the east and 5.6 km to the north here.
    km = read(made)["km"]
    assert (east_x - x) / km == pytest.approx(3.5, abs=0.1)
    assert (y - north_y) / km == pytest.approx(5.56, abs=0.1)


def test_the_name_stands_in_the_largest_part(drawn: Callable[..., HitMap | None]) -> None:
    """An exclave has fewer corners than the district."""
    (lat, lon), *others = square(51.0, 14.6)
    detailed = ((lat, lon), (lat - 0.01, lon + 0.1), *others)
    made = drawn(Outline("14625", (square(51.5, 14.0, 0.1), detailed)))
    assert made is not None
    district = read(made)["districts"][0]
    left, top = made.project((51.2, 14.6))
    right, bottom = made.project((51.0, 14.8))
    assert left < district["x"] < right
    assert top < district["y"] < bottom
    assert district["width"] == pytest.approx(right - left, rel=0.05)


def test_a_district_without_an_outline_is_left_out(drawn: Callable[..., HitMap | None]) -> None:
    assert [district["title"] for district in read(drawn(EAST))["districts"]] == ["Landkreis Görlitz"]


def test_an_outline_without_a_district_only_makes_room(drawn: Callable[..., HitMap | None]) -> None:
    alone, beside = read(drawn(WEST)), read(drawn(WEST, Outline("99999", EAST.rings)))
    assert len(beside["districts"]) == 1
    assert beside["districts"][0]["width"] < alone["districts"][0]["width"]


def test_without_outlines_there_is_no_map(drawn: Callable[..., HitMap | None]) -> None:
    assert drawn() is None


def test_each_town_lies_in_its_district(loaded: Loaded) -> None:
    """Within the extent of its outline; the geometry itself is tested elsewhere."""
    places = load_places(DATA)
    catalogue = replace(loaded()[0], places=places)
    made = hit_map(catalogue)
    assert made is not None
    titles = {district.ags: district.title for district in catalogue.districts}
    extents = {district["title"]: district for district in read(made)["districts"]}
    assert len(extents) == len(titles) == 13
    for town in places.municipalities:
        x, y = made.project(town.point)
        district = extents[titles[town.district_ags]]
        assert abs(x - district["x"]) <= district["width"], town.name
        assert abs(y - district["y"]) <= district["height"], town.name


def test_the_file_stays_small(loaded: Loaded) -> None:
    made = hit_map(replace(loaded()[0], places=load_places(DATA)))
    assert made is not None
    assert len(gzip.compress(made.text.encode())) < 6_500
