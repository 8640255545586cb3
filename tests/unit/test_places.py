"""What is where: postcodes, names of municipalities, outlines and distances."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minthub.places import Municipality, Outline, Places, PostcodeArea, distance, load_places
from tests.conftest import DATA

# A made-up state: two square districts side by side, the first with a hole and an island to the north.
SQUARE = ((50.0, 12.0), (50.0, 13.0), (51.0, 13.0), (51.0, 12.0), (50.0, 12.0))
HOLE = ((50.4, 12.4), (50.4, 12.6), (50.6, 12.6), (50.6, 12.4), (50.4, 12.4))
ISLAND = ((52.0, 12.0), (52.0, 12.1), (52.1, 12.1), (52.1, 12.0), (52.0, 12.0))
EAST = ((50.0, 13.0), (50.0, 14.0), (51.0, 14.0), (51.0, 13.0), (50.0, 13.0))


def town(name: str, district: str, official: str | None = None) -> Municipality:
    return Municipality(f"{district}{len(name)}", name, official or name, district, (50.5, 12.5), 1000)


PLACES = Places(
    [
        PostcodeArea("01001", "Nebenort", "1", (50.1, 12.1), is_main=False),
        PostcodeArea("01001", "Hauptort", "1", (50.2, 12.2), is_main=True),
        PostcodeArea("02002", "Łužica", "2", (50.3, 13.3), is_main=True),
    ],
    [
        town("Hauptort", "1", "Hauptort, Stadt"),
        town("Nebenort", "1"),
        town("Łužica", "2"),
        town("Neustadt/Sa.", "1"),
        town("Neustadt", "2", "Neustadt, Bergstadt"),
        town("Groß Müßen", "2"),
    ],
    [Outline("1", (SQUARE, HOLE)), Outline("1", (ISLAND,)), Outline("2", (EAST,))],
)


@pytest.fixture(scope="module")
def saxony() -> Places:
    return load_places(DATA)


def names(found: list[Municipality]) -> list[str]:
    return [row.name for row in found]


def test_the_main_municipality_of_a_postcode_comes_first() -> None:
    assert [area.place for area in PLACES.postcode("01001")] == ["Hauptort", "Nebenort"]


@pytest.mark.parametrize("code", ["", "1001", "99999", "01001 ", "Hauptort"])
def test_a_postcode_outside_has_no_municipality(code: str) -> None:
    assert PLACES.postcode(code) == []


def test_postcodes_are_listed_once_and_in_order() -> None:
    assert PLACES.postcodes == ("01001", "02002")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Hauptort", ["Hauptort"]),
        ("hauptort", ["Hauptort"]),
        ("HAUPTORT", ["Hauptort"]),
        ("Hauptort, Stadt", ["Hauptort"]),
        ("  Hauptort ", ["Hauptort"]),
        ("Hauptort, OT Linda", ["Hauptort"]),
        ("Hauptort OT Linda", ["Hauptort"]),
        ("Hauptort, Ortsteil Linda", ["Hauptort"]),
        ("Hauptort (Linda)", ["Hauptort"]),
        ("Hauptort (OT Linda)", ["Hauptort"]),
        ("Groß Müßen", ["Groß Müßen"]),
        ("Gross Muessen", ["Groß Müßen"]),
        ("gross-mussen", ["Groß Müßen"]),
        ("Luzica", ["Łužica"]),
        ("Łužica/Lausitz", ["Łužica"]),
        ("Neustadt", ["Neustadt/Sa.", "Neustadt"]),
        ("Neustadt/Sa.", ["Neustadt/Sa."]),
        ("Neustadt, Bergstadt", ["Neustadt"]),
        ("Linda", []),
        ("Otto", []),
        ("", []),
        ("🤖", []),
        ("Haupt", []),
    ],
)
def test_municipalities_are_found_by_name(written: str, expected: list[str]) -> None:
    assert names(PLACES.city(written)) == expected


@pytest.mark.parametrize(
    ("point", "district"),
    [
        ((50.1, 12.1), "1"),
        ((50.5, 12.5), None),  # in the hole
        ((50.5, 12.7), "1"),
        ((52.05, 12.05), "1"),  # on the island
        ((50.5, 13.5), "2"),
        ((49.9, 12.5), None),
        ((50.5, 14.5), None),
        ((12.5, 50.5), None),
    ],
)
def test_a_point_lies_in_one_district_or_none(point: tuple[float, float], district: str | None) -> None:
    assert PLACES.district_at(point) == district


@pytest.mark.parametrize(
    ("point", "kilometres"),
    [
        ((50.1, 12.1), 0),
        ((49.9, 12.5), 11.12),  # a tenth of a degree south
        ((50.5, 14.1), 7.07),  # a tenth of a degree east is shorter up here
        ((49.9, 14.1), 13.23),  # off the corner
        ((50.5, 12.5), 7.07),  # in the middle of the hole
    ],
)
def test_distance_to_the_state(point: tuple[float, float], kilometres: float) -> None:
    assert PLACES.distance_to_state(point) == pytest.approx(kilometres, abs=0.01)


def test_without_outlines_everything_is_infinitely_far() -> None:
    assert Places([], [], []).distance_to_state((50, 12)) == float("inf")


@pytest.mark.parametrize(
    ("a", "b", "kilometres"),
    [
        ((51.05, 13.74), (51.05, 13.74), 0),
        ((0.0, 0.0), (0.0, 180.0), 20015.1),
        ((0.0, 0.0), (1.0, 0.0), 111.19),
        ((51.0504, 13.7373), (51.3397, 12.3731), 100.2),  # Dresden, Leipzig
    ],
)
def test_distance_between_points(a: tuple[float, float], b: tuple[float, float], kilometres: float) -> None:
    assert distance(a, b) == pytest.approx(kilometres, rel=0.002)
    assert distance(b, a) == distance(a, b)


# The real tables


def test_all_places_of_postcodes_are_municipalities(saxony: Places) -> None:
    """Otherwise the comparison of postcode and city would report what is right."""
    known = {row.name for row in saxony.municipalities}
    assert {area.place for code in saxony.postcodes for area in saxony.postcode(code)} <= known


def test_each_postcode_has_one_main_municipality(saxony: Places) -> None:
    main = [sum(area.is_main for area in saxony.postcode(code)) for code in saxony.postcodes]
    assert set(main) == {1}


def test_the_tables_mean_the_same_districts(saxony: Places) -> None:
    outlines = {outline.ags for outline in saxony.outlines}
    assert len(outlines) == 13
    assert {row.district_ags for row in saxony.municipalities} == outlines
    assert {area.district_ags for code in saxony.postcodes for area in saxony.postcode(code)} == outlines


def test_outlines_are_closed(saxony: Places) -> None:
    assert all(ring[0] == ring[-1] for outline in saxony.outlines for ring in outline.rings)


def test_municipalities_lie_in_their_districts(saxony: Places) -> None:
    """The outlines are simplified, so a point near the edge may lie just outside: within three kilometres."""
    strangers = [row for row in saxony.municipalities if saxony.district_at(row.point) != row.district_ags]
    assert len(strangers) < 10
    assert all(saxony.distance_to_state(row.point) < 3 for row in strangers)


@pytest.mark.parametrize(
    ("name", "districts"),
    [
        ("Görlitz", {"14626"}),
        ("Zhorjelc", set()),
        ("Frohburg, OT Linda", {"14729"}),
        ("Weißwasser", {"14626"}),
        ("Weisswasser/O.L.", {"14626"}),
        ("Neukirchen", {"14521", "14524"}),
        ("Neukirchen/Erzgeb.", {"14521"}),
        ("Auerbach", {"14521", "14523"}),
        ("Leipzig", {"14713"}),
        ("Aue-Bad Schlema", {"14521"}),
    ],
)
def test_names_that_editors_write_are_found(saxony: Places, name: str, districts: set[str]) -> None:
    assert {row.district_ags for row in saxony.city(name)} == districts


# Reading


def write_tables(folder: Path, geometry: dict[str, object]) -> None:
    postcodes = (
        "postcode,place,district_ags,lat,lon,main\n01001,Ort,1,50.1,12.1,1\n01001,Dorf,1,50.2,12.2,0\n"
    )
    municipalities = (
        'ags,name,official_name,district_ags,lat,lon,population\n11,Ort,"Ort, Stadt",1,50.1,12.1,42\n'
    )
    feature = {"type": "Feature", "properties": {"ags": "1"}, "geometry": geometry}
    (folder / "postcodes.csv").write_text(postcodes, "utf-8")
    (folder / "municipalities.csv").write_text(municipalities, "utf-8")
    (folder / "districts.geojson").write_text(json.dumps({"features": [feature]}), "utf-8")


def ring(points: tuple[tuple[float, float], ...]) -> list[list[float]]:
    """GeoJSON has the longitude first."""
    return [[lon, lat] for lat, lon in points]


def test_tables_are_read(tmp_path: Path) -> None:
    write_tables(tmp_path, {"type": "Polygon", "coordinates": [ring(SQUARE), ring(HOLE)]})
    places = load_places(tmp_path)
    assert places.postcode("01001")[0] == PostcodeArea("01001", "Ort", "1", (50.1, 12.1), is_main=True)
    assert places.municipalities == (Municipality("11", "Ort", "Ort, Stadt", "1", (50.1, 12.1), 42),)
    assert places.outlines == (Outline("1", (SQUARE, HOLE)),)


def test_a_district_of_several_parts_has_an_outline_for_each(tmp_path: Path) -> None:
    write_tables(
        tmp_path, {"type": "MultiPolygon", "coordinates": [[ring(SQUARE), ring(HOLE)], [ring(ISLAND)]]}
    )
    assert load_places(tmp_path).outlines == (Outline("1", (SQUARE, HOLE)), Outline("1", (ISLAND,)))


def test_a_missing_table_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_places(tmp_path)


def test_a_table_without_a_column_is_an_error_of_ours(tmp_path: Path) -> None:
    write_tables(tmp_path, {"type": "Polygon", "coordinates": [ring(SQUARE)]})
    (tmp_path / "postcodes.csv").write_text("postcode,place\n01001,Ort\n", "utf-8")
    with pytest.raises(KeyError):
        load_places(tmp_path)
