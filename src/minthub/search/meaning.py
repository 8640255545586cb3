"""What typed words mean apart from text: places, postcodes and the filters of the vocabulary."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from minthub.catalogue import Catalogue
from minthub.folding import words
from minthub.places import Municipality, Point
from minthub.search.codec import front_coded, number, numbers, rising
from minthub.search.german import STOP_WORDS, WEAK_WORDS, stem
from minthub.search.shards import dumps

# Points are whole hundredths of a degree above the south-west corner of the state: about a kilometre, for a radius of at least five.
SCALE = 100


def meaning_file(catalogue: Catalogue) -> str:
    """Stop words, districts, municipalities (with powers of two for their size) and phrases, as `finder/meaning.js` reads them."""
    vocabulary = catalogue.vocabulary
    districts = sorted(catalogue.districts, key=lambda district: district.id)
    place = {district.ags: at for at, district in enumerate(districts)}
    towns = sorted(
        (town for town in catalogue.places.municipalities if town.district_ags in place),
        key=lambda town: (town.name, town.ags),
    )
    south, west = _corner([town.point for town in towns])
    return dumps(
        {
            "stop": " ".join(sorted(STOP_WORDS)),
            "weak": " ".join(sorted(WEAK_WORDS)),
            "state": [vocabulary.state.id, vocabulary.state_name],
            "corner": [south, west],
            "districts": [_district(catalogue, district) for district in districts],
            "places": front_coded([town.name for town in towns]),
            "size": numbers(town.population.bit_length() for town in towns),
            "points": numbers(value for town in towns for value in _steps(town.point, south, west)),
            "in": numbers(place[town.district_ags] for town in towns),
            "phrases": _phrases(catalogue),
            "same": _same_words(catalogue),
        }
    )


def _same_words(catalogue: Catalogue) -> dict[str, str]:
    """Stem of a typed word → stems of the words it stands for as well."""
    found: dict[str, dict[str, None]] = {}
    for word, others in catalogue.vocabulary.same_words.items():
        stems = found.setdefault(_stem(word), {})
        stems |= dict.fromkeys(_stem(other) for other in others)
    return {word: " ".join(others) for word, others in sorted(found.items())}


def _stem(word: str) -> str:
    return stem("".join(words(word)))


def _corner(points: list[Point]) -> tuple[float, float]:
    return (
        round(min((lat for lat, _ in points), default=0.0), 3),
        round(min((lon for _, lon in points), default=0.0), 3),
    )


def _steps(point: Point, south: float, west: float) -> tuple[int, int]:
    return max(0, round((point[0] - south) * SCALE)), max(0, round((point[1] - west) * SCALE))


def _district(catalogue: Catalogue, district: Any) -> list[Any]:
    """Id, title, other names under which people mean it, and the point of its seat."""
    point = _seat(catalogue, district)
    names = dict.fromkeys((district.short_title, *district.aliases, district.name_hsb or ""))
    return [district.id, district.title, "|".join(filter(None, names)), *(point or (0, 0))]


def _seat(catalogue: Catalogue, district: Any) -> Point | None:
    towns: list[Municipality] = catalogue.places.city(district.seat)
    own = [town for town in towns if town.district_ags == district.ags]
    return next(((round(town.point[0], 3), round(town.point[1], 3)) for town in (*own, *towns)), None)


def _phrases(catalogue: Catalogue) -> list[list[str]]:
    """Folded words of a phrase, facet, value and what to show for it; the longest phrases first."""
    rows = {
        " ".join(words(phrase)): [facet, value, typed.label]
        for facet, values in catalogue.vocabulary.typed.items()
        for value, typed in values.items()
        for phrase in typed.phrases
    }
    return [
        [phrase, *row] for phrase, row in sorted(rows.items(), key=lambda row: (-row[0].count(" "), row[0]))
    ]


def postcode_file(catalogue: Catalogue, zones: Path) -> str:
    """All postcodes of the state with place and point, and a point for each postcode region of the country.

    A postcode may lie in several municipalities; the main one stands for it.
    """
    places = catalogue.places
    areas = [places.postcode(code)[0] for code in places.postcodes]
    names = sorted({area.place for area in areas})
    at = {name: index for index, name in enumerate(names)}
    south, west = _corner([area.point for area in areas])
    return dumps(
        {
            "corner": [south, west],
            "codes": rising([int(area.postcode) for area in areas]),
            "places": front_coded(names),
            "at": "".join(number(at[area.place]) for area in areas),
            "points": numbers(value for area in areas for value in _steps(area.point, south, west)),
            "zones": _zones(zones),
        }
    )


def _zones(path: Path) -> dict[str, list[float]]:
    """First two digits → point; empty if there is no such table."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["zone"]: [float(row["lat"]), float(row["lon"])] for row in csv.DictReader(file)}
