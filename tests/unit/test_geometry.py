"""From degrees to the plane against known values, and outlines as SVG paths."""

from __future__ import annotations

import random
import re
from collections import Counter
from math import cos, radians, sin, sqrt, tan

import pytest

from minthub.geometry import Flat, Sheet, path, utm, utm_zone
from minthub.places import Places, Point, distance, load_places
from tests.conftest import DATA

FALSE_EASTING = 500.0
METRE, MILLIMETRE = 1e-3, 1e-6


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places(DATA)


# Zones


@pytest.mark.parametrize(
    ("points", "zone"),
    [
        ([(51.05, 13.74)], 33),
        ([(51.0, 12.0)], 33),  # a border belongs to the zone in the east
        ([(51.0, 11.999)], 32),
        ([(51.0, 17.999)], 33),
        ([(51.0, 18.0)], 34),
        ([(50.5, 11.9), (51.0, 15.0)], 33),  # Sachsen begins in zone 32
        ([(51.0, 11.0), (51.0, 12.5)], 32),
        ([(51.0, 5.9), (51.0, 6.2)], 32),
        ([(51.0, 0.0)], 31),
        ([(51.0, -0.1)], 30),
        ([(51.0, -180.0)], 1),
        ([(51.0, 179.9)], 60),
    ],
)
def test_the_zone_is_that_of_the_middle(points: list[Point], zone: int) -> None:
    assert utm_zone(points) == zone


def test_the_zone_takes_any_iterable() -> None:
    assert utm_zone(iter([(51.0, 13.0)])) == 33


def test_the_state_lies_in_zone_33(places: Places) -> None:
    assert utm_zone(point for outline in places.outlines for ring in outline.rings for point in ring) == 33


# UTM


@pytest.mark.parametrize(
    ("name", "point", "zone", "easting", "northing"),
    [
        # Known values of WGS84 in metres.
        ("Dresden", (51.05, 13.74), 33, 411683, 5656140),
        ("Chemnitz", (50.83, 12.92), 33, 353521, 5632982),
        ("Leipzig", (51.34, 12.37), 33, 316820, 5690919),
        ("Görlitz", (51.15, 14.99), 33, 499301, 5666506),
        ("Plauen", (50.5, 12.13), 33, 296473, 5598160),
        ("Berlin, Brandenburger Tor", (52.5163, 13.3777), 33, 389918, 5819702),
        ("Paris, Tour Eiffel", (48.8582, 2.2945), 31, 448252, 5411933),
        ("Oslo", (60.0, 10.0), 32, 555776, 6651833),
        ("equator on the edge of a zone", (0.0, 12.0), 33, 166021, 0),
        ("equator on the other edge", (0.0, 18.0), 33, 833979, 0),
        ("45th parallel on the meridian", (45.0, 9.0), 32, 500000, 4982950),
        ("north end of UTM", (84.0, 15.0), 33, 500000, 9328094),
    ],
)
def test_utm_has_the_known_values(
    name: str, point: Point, zone: int, easting: float, northing: float
) -> None:
    east, north = utm(point, zone)
    assert (east + FALSE_EASTING) * 1000 == pytest.approx(easting, abs=1), name
    assert north * 1000 == pytest.approx(northing, abs=1), name


def by_redfearn(point: Point, zone: int) -> Flat:
    """The same by another way: Redfearn's series in powers of the longitude, as in old manuals (WGS84, kilometres)."""
    radius, flattening, scale = 6378.137, 1 / 298.257223563, 0.9996
    e2 = flattening * (2 - flattening)
    lat, lon = radians(point[0]), radians(point[1] - (zone * 6 - 183))
    across = radius / sqrt(1 - e2 * sin(lat) ** 2)
    t, c, a = tan(lat) ** 2, e2 / (1 - e2) * cos(lat) ** 2, lon * cos(lat)
    second = e2 / (1 - e2)
    meridian = radius * (
        (1 - e2 / 4 - 3 * e2**2 / 64 - 5 * e2**3 / 256) * lat
        - (3 * e2 / 8 + 3 * e2**2 / 32 + 45 * e2**3 / 1024) * sin(2 * lat)
        + (15 * e2**2 / 256 + 45 * e2**3 / 1024) * sin(4 * lat)
        - 35 * e2**3 / 3072 * sin(6 * lat)
    )
    east = a + (1 - t + c) * a**3 / 6 + (5 - 18 * t + t * t + 72 * c - 58 * second) * a**5 / 120
    north = (
        a**2 / 2
        + (5 - t + 9 * c + 4 * c * c) * a**4 / 24
        + (61 - 58 * t + t * t + 600 * c - 330 * second) * a**6 / 720
    )
    return scale * across * east, scale * (meridian + across * tan(lat) * north)


@pytest.mark.parametrize("lat", [50.0, 50.17, 50.5, 51.05, 51.34, 51.69, 52.0])
@pytest.mark.parametrize("lon", [11.87, 12.0, 12.5, 13.74, 15.0, 15.04])
def test_utm_agrees_with_redfearn_to_a_millimetre(lat: float, lon: float) -> None:
    assert utm((lat, lon), 33) == pytest.approx(by_redfearn((lat, lon), 33), abs=MILLIMETRE)


@pytest.mark.parametrize("zone", [1, 31, 32, 33, 60])
@pytest.mark.parametrize("lat", [0.0, 10.0, 51.05, 84.0])
def test_the_central_meridian_is_zero(lat: float, zone: int) -> None:
    east, north = utm((lat, zone * 6 - 183), zone)
    assert east == 0
    assert north == pytest.approx(utm((lat, 15.0), 33)[1], abs=MILLIMETRE)


def test_the_equator_is_zero() -> None:
    assert utm((0.0, 13.0), 33)[1] == pytest.approx(0, abs=MILLIMETRE)


@pytest.mark.parametrize("away", [0.01, 0.5, 1.26, 3.0])
def test_east_and_west_of_the_meridian_mirror_each_other(away: float) -> None:
    west, east = utm((51.05, 15.0 - away), 33), utm((51.05, 15.0 + away), 33)
    assert west[0] == pytest.approx(-east[0], abs=MILLIMETRE)
    assert west[1] == pytest.approx(east[1], abs=MILLIMETRE)
    assert west[0] < 0 < east[0]


def test_north_grows_with_the_latitude_and_east_with_the_longitude() -> None:
    lats = [utm((50 + step / 10, 13.0), 33)[1] for step in range(20)]
    lons = [utm((51.0, 11 + step / 10), 33)[0] for step in range(50)]
    assert lats == sorted(set(lats))
    assert lons == sorted(set(lons))


def test_lengths_are_shortened_on_the_meridian_and_true_some_180_km_beside() -> None:
    """The scale 0.9996 on the central meridian is what UTM is defined by."""
    degree = 111.2295  # kilometres from 50.5 to 51.5 degrees on the ellipsoid
    assert utm((51.5, 15.0), 33)[1] - utm((50.5, 15.0), 33)[1] == pytest.approx(0.9996 * degree, abs=0.02)
    (x1, y1), (x2, y2) = utm((50.5, 12.45), 33), utm((51.5, 12.45), 33)
    assert sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) == pytest.approx(degree, abs=0.02)


def test_distances_in_the_plane_are_those_on_the_globe() -> None:
    dresden, leipzig = (51.05, 13.74), (51.34, 12.37)
    (x1, y1), (x2, y2) = utm(dresden, 33), utm(leipzig, 33)
    assert sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) == pytest.approx(distance(dresden, leipzig), rel=0.005)


# Sheets


def test_a_sheet_just_holds_the_points() -> None:
    sheet = Sheet.around([(-100.0, 5600.0), (-50.0, 5625.0), (0.0, 5610.0)], width=108)
    assert sheet == Sheet(west=-104.0, north=5629.0, units_per_km=1.0, width=108, height=33)
    assert [sheet.place(point) for point in ((-100.0, 5600.0), (-50.0, 5625.0), (0.0, 5610.0))] == [
        (4, 29),
        (54, 4),
        (104, 19),
    ]


@pytest.mark.parametrize(("margin", "height"), [(0, 50), (1, 51), (4, 54), (10, 60)])
def test_the_margin_is_on_all_sides(margin: int, height: int) -> None:
    points = [(0.0, 0.0), (10.0, 5.0)]
    sheet = Sheet.around(points, width=100, margin=margin)
    assert (sheet.width, sheet.height) == (100, height)
    assert sheet.place(points[0]) == (margin, height - margin)
    assert sheet.place(points[1]) == (100 - margin, margin)


def test_y_points_down_and_x_to_the_right() -> None:
    sheet = Sheet(west=0.0, north=100.0, units_per_km=2.0, width=200, height=200)
    assert sheet.place((0.0, 100.0)) == (0, 0)
    assert sheet.place((10.0, 100.0)) == (20, 0)
    assert sheet.place((0.0, 90.0)) == (0, 20)
    assert sheet.place((-1.0, 101.0)) == (-2, -2)


def test_places_are_whole_units() -> None:
    sheet = Sheet(west=0.0, north=0.0, units_per_km=1.0, width=10, height=10)
    assert sheet.place((1.4, -1.6)) == (1, 2)
    assert all(isinstance(value, int) for value in sheet.place((1.4, -1.6)))


@pytest.mark.parametrize(
    ("max_height", "width", "height"),
    [
        (None, 108, 58),
        (58, 108, 58),
        (100, 108, 58),
        (57, 106, 57),  # too high by one: all of it is drawn smaller
        (33, 58, 33),
        (18, 28, 18),
    ],
)
def test_a_sheet_that_would_be_too_high_gets_narrower(
    max_height: int | None, width: int, height: int
) -> None:
    points = [(0.0, 0.0), (10.0, 5.0)]
    sheet = Sheet.around(points, width=108, max_height=max_height)
    assert (sheet.width, sheet.height) == (width, height)
    assert sheet.place(points[0]) == (4, height - 4)
    assert sheet.place(points[1]) == (width - 4, 4)


def test_a_column_fits_into_its_greatest_height() -> None:
    points = [(5.0, 0.0), (5.0, 10.0)]
    sheet = Sheet.around(points, width=100, max_height=58)
    assert (sheet.width, sheet.height) == (8, 58)
    assert [sheet.place(point) for point in points] == [(4, 54), (4, 4)]


def test_a_single_point_does_not_divide_by_zero() -> None:
    sheet = Sheet.around([(5.0, 7.0)], width=100)
    assert (sheet.width, sheet.height) == (100, 100)
    assert sheet.place((5.0, 7.0)) == (4, 4)


def test_every_point_of_the_state_lies_on_its_sheet(places: Places) -> None:
    flat = [utm(point, 33) for outline in places.outlines for ring in outline.rings for point in ring]
    sheet = Sheet.around(flat, width=600)
    placed = [sheet.place(point) for point in flat]
    assert (min(x for x, _ in placed), max(x for x, _ in placed)) == (4, 596)
    assert (min(y for _, y in placed), max(y for _, y in placed)) == (4, sheet.height - 4)
    assert 400 < sheet.height < 600


# Paths

SHEET = Sheet(west=0.0, north=0.0, units_per_km=1.0, width=100, height=100)


def drawn(*points: tuple[int, int]) -> str:
    """The path of one ring given in units of the sheet, y down."""
    return path([[(float(x), float(-y)) for x, y in points]], SHEET)


SYNTAX = re.compile(r"(?:M\d+ \d+l-?\d+(?:[ -]\d+)*z)*")


def corners(text: str) -> list[list[tuple[int, int]]]:
    """The corners of each ring of a path, read as a browser reads them."""
    assert SYNTAX.fullmatch(text), text
    rings = []
    for part in text.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        assert len(numbers) % 2 == 0
        x, y = numbers[:2]
        ring = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(0, 0), (10, 0), (10, 10), (0, 10)], "M0 0l10 0 0 10-10 0z"),
        # Closed rings as in GeoJSON: the last point is the first.
        ([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)], "M0 0l10 0 0 10-10 0z"),
        ([(5, 20), (15, 30), (5, 40)], "M5 20l10 10-10 10z"),
        # A minus sign needs no blank before it.
        ([(20, 20), (10, 10), (30, 5)], "M20 20l-10-10 20-5z"),
        ([(20, 20), (10, 30), (5, 5)], "M20 20l-10 10-5-25z"),
        # Points on a straight line are left out, also around the start.
        ([(5, 0), (10, 0), (10, 10), (0, 10), (0, 0)], "M10 0l0 10-10 0 0-10z"),
        ([(0, 0), (5, 0), (10, 0), (10, 5), (10, 10), (0, 10)], "M0 0l10 0 0 10-10 0z"),
        # So are repeated points.
        ([(0, 0), (0, 0), (10, 0), (10, 0), (10, 10), (0, 10), (0, 10)], "M0 0l10 0 0 10-10 0z"),
        # What has no area is not drawn.
        ([(0, 0), (10, 0)], ""),
        ([(0, 0), (5, 5), (10, 10)], ""),
        ([(3, 3), (3, 3), (3, 3)], ""),
        ([(3, 3)], ""),
        ([], ""),
        # There and back on the same line.
        ([(0, 0), (10, 0), (20, 0), (10, 0)], ""),
    ],
)
def test_paths_have_relative_whole_steps(points: list[tuple[int, int]], expected: str) -> None:
    assert drawn(*points) == expected


def test_several_rings_follow_each_other() -> None:
    outer = [(0.0, 0.0), (9.0, 0.0), (9.0, -9.0), (0.0, -9.0)]
    hole = [(3.0, -3.0), (3.0, -6.0), (6.0, -6.0), (6.0, -3.0)]
    assert path([outer, hole], SHEET) == "M0 0l9 0 0 9-9 0zM3 3l0 3 3 0 0-3z"
    assert path([outer, [(1.0, 1.0)], hole], SHEET) == path([outer, hole], SHEET)
    assert path([], SHEET) == ""


def test_points_closer_than_a_unit_fall_together() -> None:
    ring = [(0.1, 0.0), (0.2, 0.1), (10.0, 0.3), (10.2, -9.8), (10.4, -10.1), (0.0, -10.0)]
    assert path([ring], SHEET) == "M0 0l10 0 0 10-10 0z"


@pytest.mark.parametrize("seed", range(20))
def test_a_path_leads_through_the_rounded_points(seed: int) -> None:
    rolled = random.Random(seed)
    ring = [(rolled.uniform(0, 100), rolled.uniform(-100, 0)) for _ in range(40)]
    (found,) = corners(path([ring], SHEET))
    places = [SHEET.place(point) for point in ring]
    assert set(found) <= set(places)
    # Random points lie on a line so seldom that nearly all of them stay.
    assert len(found) >= 35
    order = [place for place in places if place in set(found)]
    assert found == order


def edges(text: str) -> Counter[frozenset[tuple[int, int]]]:
    """The edges of a path, whatever their direction."""
    return Counter(
        frozenset(pair) for ring in corners(text) for pair in zip(ring, (*ring[1:], ring[0]), strict=True)
    )


@pytest.mark.parametrize("seed", range(10))
def test_a_shared_border_is_the_same_in_both_outlines(seed: int) -> None:
    """Two neighbours with the same border in opposite directions, beginning anywhere."""
    rolled = random.Random(seed)
    border = [(50 + rolled.uniform(-8, 8), -float(step)) for step in range(0, 91)]
    west = [(0.0, 0.0), *border, (0.0, -90.0)]
    east = [(99.0, -90.0), *reversed(border), (99.0, 0.0)]
    first, second = rolled.randrange(len(west)), rolled.randrange(len(east))
    one = edges(path([west[first:] + west[:first]], SHEET))
    other = edges(path([east[second:] + east[:second]], SHEET))
    top, bottom = SHEET.place(border[0]), SHEET.place(border[-1])
    outside = {
        frozenset(pair)
        for pair in [
            ((0, 0), top),
            ((0, 90), bottom),
            ((0, 0), (0, 90)),
            ((99, 0), top),
            ((99, 90), bottom),
            ((99, 0), (99, 90)),
        ]
    }
    assert len(set(one) & set(other)) > 60
    assert (set(one) ^ set(other)) == outside


def test_a_straight_point_of_a_shared_border_is_left_out_on_both_sides() -> None:
    west = edges(drawn((0, 0), (10, 0), (12, 10), (14, 20), (0, 20)))
    east = edges(drawn((14, 20), (12, 10), (10, 0), (30, 0), (30, 20)))
    assert set(west) & set(east) == {frozenset({(10, 0), (14, 20)})}


@pytest.fixture(scope="module")
def outlines(places: Places) -> dict[str, str]:
    """The paths of all districts by AGS, on the sheet of the state."""
    rings: dict[str, list[list[Flat]]] = {}
    for outline in places.outlines:
        rings.setdefault(outline.ags, []).extend([utm(point, 33) for point in ring] for ring in outline.rings)
    sheet = Sheet.around([point for found in rings.values() for ring in found for point in ring], 600)
    return {ags: path(found, sheet) for ags, found in rings.items()}


def test_every_district_is_drawn_in_valid_syntax(outlines: dict[str, str]) -> None:
    assert len(outlines) == 13
    for ags, text in outlines.items():
        assert SYNTAX.fullmatch(text), ags
        assert text.count("M") == text.count("z") >= 1
        assert all(len(ring) >= 3 for ring in corners(text))


def test_all_corners_of_the_districts_lie_on_the_sheet(outlines: dict[str, str]) -> None:
    xs, ys = zip(
        *(corner for text in outlines.values() for ring in corners(text) for corner in ring), strict=True
    )
    assert (min(xs), max(xs)) == (4, 596)
    assert min(ys) == 4


def test_no_border_of_districts_is_drawn_in_two_ways(outlines: dict[str, str]) -> None:
    """An edge lies in two outlines (a border inside) or in one (the border of the state); the latter make a closed line."""
    counted: Counter[frozenset[tuple[int, int]]] = Counter()
    for text in outlines.values():
        counted.update(set(edges(text)))
    assert set(counted.values()) == {1, 2}
    outside = [edge for edge, number in counted.items() if number == 1]
    ends = Counter(corner for edge in outside for corner in edge)
    assert {corner: number for corner, number in ends.items() if number % 2} == {}
    # Inner borders are about as long as the outer one: were they drawn twice, hardly any edge would be shared.
    assert len(counted) - len(outside) > 200


def test_paths_of_the_state_are_short(outlines: dict[str, str]) -> None:
    assert sum(map(len, outlines.values())) < 20_000
