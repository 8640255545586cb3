"""Names on maps: on no other name and no dot, inside the map, large places first."""

from __future__ import annotations

from itertools import combinations

import pytest

from minthub.geometry import Sheet, utm
from minthub.places import load_places
from minthub.views.labels import Box, Lettering, Name, named, overlap
from minthub.views.maps import LARGE_SCREEN, SMALL_MAP, SMALL_SCREEN, Dot, named_twice
from tests.conftest import DATA

WIDTH, HEIGHT = 480, 420
LETTERS = Lettering(10, 0.5, 0.8, 0.2)


def crowd(district: str) -> tuple[Dot, ...]:
    """All municipalities of a real district, as if each had offers: many more than any map will show."""
    rows = [row for row in load_places(DATA).municipalities if row.district_ags == district]
    points = [utm(row.point, 33) for row in rows]
    sheet = Sheet.around(points, WIDTH, 30, HEIGHT)
    return tuple(
        Dot(row.name, "1 Angebot", *sheet.place(point), radius=5 + index % 10)
        for index, (row, point) in enumerate(zip(rows, points, strict=True))
    )


def core(dot: Dot) -> Box:
    half = dot.radius * 0.7
    return dot.x - half, dot.y - half, dot.x + half, dot.y + half


@pytest.mark.parametrize("lettering", [SMALL_SCREEN, LARGE_SCREEN, SMALL_MAP], ids=["18", "14", "22"])
@pytest.mark.parametrize("district", ["14521", "14523", "14625", "14628"])
def test_in_a_crowd_no_name_lies_on_another_or_on_a_dot(district: str, lettering: Lettering) -> None:
    dots = crowd(district)
    names = named(dots, WIDTH, HEIGHT, lettering)
    boxes = [lettering.box(name) for name in names]
    assert 3 < len(names) < len(dots)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert [box for box in boxes for dot in dots if overlap(box, core(dot))] == []
    assert all(
        left >= 0 and top >= 0 and right <= WIDTH and down <= HEIGHT for left, top, right, down in boxes
    )


def test_large_screens_have_the_names_of_small_ones_and_some_more() -> None:
    names = named_twice(crowd("14521"), WIDTH, HEIGHT)
    small = [name for name in names if not name.is_extra]
    assert [name.text for name in small] == [
        name.text for name in named(crowd("14521"), WIDTH, HEIGHT, SMALL_SCREEN)
    ]
    assert 0 < len(small) < len(names) == len({name.text for name in names})
    for shown, lettering in ((small, SMALL_SCREEN), (names, LARGE_SCREEN)):
        boxes = [lettering.box(name) for name in shown]
        assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_the_larger_place_keeps_its_name() -> None:
    dots = Dot("Dorf", "1 Angebot", 200, 200, 5), Dot("Großstadt", "9 Angebote", 206, 203, 14)
    assert named(dots, WIDTH, HEIGHT, LETTERS)[0].text == "Großstadt"


@pytest.mark.parametrize(
    ("x", "y", "name"),
    [
        pytest.param(200, 200, Name("Weißwasser", 200, 191), id="above"),
        pytest.param(200, 6, Name("Weißwasser", 200, 21), id="below-at-the-upper-edge"),
        pytest.param(8, 200, Name("Weißwasser", 17, 204, "start"), id="right-at-the-left-edge"),
        pytest.param(472, 200, Name("Weißwasser", 463, 204, "end"), id="left-at-the-right-edge"),
    ],
)
def test_a_name_stays_on_the_map(x: int, y: int, name: Name) -> None:
    assert named([Dot("Weißwasser", "1 Angebot", x, y, 5)], WIDTH, HEIGHT, LETTERS) == (name,)


def test_a_name_longer_than_the_map_is_left_out() -> None:
    assert named([Dot("Weißwasser" * 10, "1 Angebot", 200, 200, 5)], WIDTH, HEIGHT, LETTERS) == ()


@pytest.mark.parametrize(
    ("anchor", "box"),
    [("start", (100, 92, 120, 102)), ("middle", (90, 92, 110, 102)), ("end", (80, 92, 100, 102))],
)
def test_the_room_that_a_name_takes(anchor: str, box: Box) -> None:
    assert LETTERS.box(Name("Aue!", 100, 100, anchor)) == box
