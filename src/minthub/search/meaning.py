"""What typed words mean apart from text: places, postcodes and the filters of the vocabulary."""

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
    """Stop words, districts, municipalities (with powers of two for their size) and phrases, as `finder/meaning.js` reads them."""
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
    """Where the towns are, in the order of the file above. Only who asks for a place needs it."""
    return _steps([town.point for town in _towns(catalogue)], project)


def _towns(catalogue: Catalogue) -> list[Municipality]:
    known = {district.ags for district in catalogue.districts}
    found = (town for town in catalogue.places.municipalities if town.district_ags in known)
    return sorted(found, key=lambda town: (town.name, town.ags))


def _steps(points: Iterable[Point], project: Project | None) -> str:
    """Places on the map, each as steps from the one before."""
    steps = []
    last = (0, 0)
    for x, y in map(project, points) if project else ():
        steps += [zigzag(x - last[0]), zigzag(y - last[1])]
        last = (x, y)
    return numbers(steps)


def _district(catalogue: Catalogue, district: Any, project: Project | None) -> list[Any]:
    """Id, title, other names under which people mean it, and the point of its seat."""
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
    """Facet, value, what to show for it, phrases that mean it as stems, and phrases that only prefer it, parted by `|`.

    A phrase may be a filter and prefer something, too: „Wandertag“ is for classes, and rather to a museum than to a contest.
    """
    return [
        [facet, value, typed.label, _stems(typed.phrases), *([_stems(typed.prefer)] if typed.prefer else [])]
        for facet, values in catalogue.vocabulary.typed.items()
        for value, typed in values.items()
    ]


def _stems(phrases: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(" ".join(map(_phrase_word, words(phrase))) for phrase in phrases))


def _phrase_word(word: str) -> str:
    """„Schülerinnen“ are not all „Schüler“: a woman's word keeps its ending, in one form."""
    return word.removesuffix("nen") if _FEMALE.search(word) else stem(word)


_FEMALE = re.compile(r".{3}er(?:in|innen)$")


def postcode_file(catalogue: Catalogue, zones: Path, project: Project | None) -> str:
    """All postcodes of the state with place and point, and a point for each postcode region of the country.

    A postcode may lie in several municipalities; the main one stands for it.
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
    """First two digits → place on the map, also beyond its edges; empty if there is no such table."""
    if not path.is_file() or not project:
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["zone"]: project((float(row["lat"]), float(row["lon"]))) for row in csv.DictReader(file)}
