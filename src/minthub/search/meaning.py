"""Makes the tables by which the finder understands typed words as places, postcodes or filters instead of text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from minthub.catalogue import Catalogue
from minthub.folding import words
from minthub.places import Municipality, Point
from minthub.search.codec import front_coded, numbers, rising, zigzag
from minthub.search.german import STOP_WORDS, WEAK_WORDS, stem
from minthub.search.shards import dumps
from minthub.search.tables import Project


def meaning_file(catalogue: Catalogue, project: Project | None) -> str:
    """`meaning.json`, read by `finder/meaning.js`: stop words, districts, municipalities (`size`: bit length of the
    population) and phrases of filters.
    """
    vocabulary = catalogue.vocabulary
    districts = _districts(catalogue)
    place = {district.ags: at for at, district in enumerate(districts)}
    towns = _towns(catalogue)
    return dumps(
        {
            "stop": " ".join(front_coded(sorted(STOP_WORDS))),
            "weak": " ".join(front_coded(sorted(WEAK_WORDS))),
            "state": [vocabulary.state.id, vocabulary.state_name],
            "districts": [_district(catalogue, district, project) for district in districts],
            "places": front_coded([town.name for town in towns]),
            "size": numbers(town.population.bit_length() for town in towns),
            "in": numbers(place[town.district_ags] for town in towns),
            "phrases": _phrases(catalogue),
        }
    )


def _districts(catalogue: Catalogue) -> list[Any]:
    return sorted(catalogue.districts, key=lambda district: district.id)


def town_points(catalogue: Catalogue, project: Project | None) -> str:
    """The points of the towns in the order of `places` in `meaning.json`. Separate, because only searches for a place need them."""
    return _steps([town.point for town in _towns(catalogue)], project)


def _towns(catalogue: Catalogue) -> list[Municipality]:
    known = {district.ags for district in catalogue.districts}
    found = (town for town in catalogue.places.municipalities if town.district_ags in known)
    return sorted(found, key=lambda town: (town.name, town.ags))


def _steps(points: Iterable[Point], project: Project | None) -> str:
    """Points in map units, delta-coded (zigzag)."""
    steps = []
    last = (0, 0)
    for x, y in map(project, points) if project else ():
        steps += [zigzag(x - last[0]), zigzag(y - last[1])]
        last = (x, y)
    return numbers(steps)


def _district(catalogue: Catalogue, district: Any, project: Project | None) -> list[Any]:
    """Id, title, other names separated by `|`, and the point of its seat."""
    seat = _seat(catalogue, district)
    names = dict.fromkeys((district.short_title, *district.aliases, district.name_hsb or ""))
    return [
        district.id,
        district.title,
        "|".join(filter(None, names)),
        *(project(seat) if seat and project else ()),
    ]


def _seat(catalogue: Catalogue, district: Any) -> Point | None:
    towns: list[Municipality] = catalogue.places.city(district.seat)
    own = [town for town in towns if town.district_ags == district.ags]
    return next((town.point for town in (*own, *towns)), None)


def _phrases(catalogue: Catalogue) -> list[list[Any]]:
    """Rows of facet, value, label, phrases that set the filter, and phrases that only rank its documents higher. Phrases
    are stemmed and separated by `|`.

    A phrase may do both: „Wandertag“ sets the filter for school classes and ranks museums above contests.
    """
    return [
        [facet, value, typed.label, _stems(typed.phrases), *([_stems(typed.prefer)] if typed.prefer else [])]
        for facet, values in catalogue.vocabulary.typed.items()
        for value, typed in values.items()
    ]


def _stems(phrases: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(" ".join(map(_phrase_word, words(phrase))) for phrase in phrases))


def _phrase_word(word: str) -> str:
    """The stem of a word; a feminine word keeps its ending in the singular, so that „Schülerinnen“ differs from „Schüler“."""
    return word.removesuffix("nen") if _FEMALE.search(word) else stem(word)


_FEMALE = re.compile(r".{3}er(?:in|innen)$")


def postcode_file(catalogue: Catalogue, zones: Path, project: Project | None) -> str:
    """`postcodes.json`: all postcodes of the state with town and point, and a point for each two-digit postcode region
    of the country. A postcode that several municipalities share has the point of the main one.
    """
    places = catalogue.places
    district_of = {district.ags: at for at, district in enumerate(_districts(catalogue))}
    areas = [
        area for code in places.postcodes if (area := places.postcode(code)[0]).district_ags in district_of
    ]
    names = sorted({area.place for area in areas})
    at = {name: index for index, name in enumerate(names)}
    return dumps(
        {
            "codes": rising([int(area.postcode) for area in areas]),
            "places": front_coded(names),
            "at": numbers(at[area.place] for area in areas),
            "in": numbers(district_of[area.district_ags] for area in areas),
            "points": _steps([area.point for area in areas], project),
            "zones": _zones(zones, project),
        }
    )


def _zones(path: Path, project: Project | None) -> dict[str, tuple[int, int]]:
    """First two digits → point in map units, possibly outside the map; empty without the table or the map."""
    if not path.is_file() or not project:
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["zone"]: project((float(row["lat"]), float(row["lon"]))) for row in csv.DictReader(file)}
