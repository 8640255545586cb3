"""Rules about places: postcode, city, district, coordinates and folder agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minthub.checks.world import World, district_of
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.model.convert import Draft
from minthub.places import distance
from minthub.vocabulary import closest

MAX_KM_OUTSIDE = 3
MAX_KM_FROM_POSTCODE = 15
_POSTCODE_BEFORE = re.compile(r"^(?:D-?)?\d{4,5}\s+")
_WITH_PLACE = ("offers", "events", "providers", "networks")


def check_postcode_is_inside(draft: Draft, world: World) -> Iterator[Finding]:
    """A postcode lies in the state."""
    postcode = getattr(draft.values, "postcode", None)
    if postcode and not world.places.postcode(postcode):
        problem = f"{postcode} liegt nicht in {world.vocabulary.state_name}."
        remedy = (
            "Prüfen Sie die Ziffern; liegt der Ort anderswo, löschen Sie das Feld und schreiben Sie: "
            f"serves: {world.vocabulary.state.id}"
        )
        yield draft.finding("M204", "postcode", problem, remedy)


def check_postcode_fits_city(draft: Draft, world: World) -> Iterator[Finding]:
    """A postcode belongs to the city. Not reported if it does not fit the district either, which has its own finding."""
    postcode, city = (getattr(draft.values, key, None) for key in ("postcode", "city"))
    if postcode and city and not _misses_district(draft, world) and not _fits_city(postcode, city, world):
        places = list(dict.fromkeys(area.place for area in world.places.postcode(postcode)))
        problem = f"{postcode} gehört zu {' oder '.join(places[:3])}, nicht zu „{city}“."
        remedy = f"Prüfen Sie Postleitzahl und Ort, zum Beispiel: city: {places[0]}"
        yield draft.finding("M205", "postcode", problem, remedy)


def check_city_is_spelt(draft: Draft, world: World) -> Iterator[Finding]:
    """The city field holds just the name of a municipality or a part of one. An unknown name is reported if it is similar to
    a municipality of the postcode.
    """
    postcode, city = (getattr(draft.values, key, None) for key in ("postcode", "city"))
    if not postcode or not city or world.places.city(city):
        return
    areas = world.places.postcode(postcode)
    names = {fold_key(area.place): area.place for area in areas}
    written = _POSTCODE_BEFORE.sub("", city)
    near = names.get(fold_key(written)) or closest(written, names, cutoff=0.8)
    if areas and near and near not in city:
        problem = f"„{city}“ ist als Gemeinde nicht bekannt, zu {postcode} gehört {near}."
        yield draft.finding("M205", "city", problem, f"Schreiben Sie, wenn das gemeint ist: city: {near}")
    elif areas and near and written != city:
        problem = f"„{city}“ nennt die Postleitzahl mit; sie hat ein eigenes Feld."
        yield draft.finding("M205", "city", problem, f"Schreiben Sie: city: {near}")


def _fits_city(postcode: str, city: str, world: World) -> bool:
    """Whether the postcode is one of the city; also true if the tables lack one of them."""
    areas, municipalities = world.places.postcode(postcode), world.places.city(city)
    is_shared = bool({area.place for area in areas} & {row.name for row in municipalities})
    return is_shared or not areas or not municipalities


def check_postcode_fits_district(draft: Draft, world: World) -> Iterator[Finding]:
    """A postcode lies in the district. If city and district agree, the finding is about the postcode, else the district."""
    districts = _misses_district(draft, world)
    if not districts:
        return
    postcode, city, district = draft.values.postcode, draft.values.city, draft.values.district
    problem = f"{postcode} liegt im Kreis {' oder '.join(districts)}, nicht in {district}."
    if city and district in world.city_districts(city):
        yield draft.finding(
            "M206", "postcode", problem, "Berichtigen Sie die Postleitzahl; Ort und Kreis passen."
        )
    else:
        remedy = f"Schreiben Sie: district: {districts[0]} – oder berichtigen Sie die Postleitzahl."
        yield draft.finding("M206", "district", problem, remedy)


def _misses_district(draft: Draft, world: World) -> list[str]:
    """The districts of the postcode if the record's district is none of them."""
    if draft.record.kind not in _WITH_PLACE or not draft.values.postcode or not draft.values.district:
        return []
    districts = world.postcode_districts(draft.values.postcode)
    return [] if draft.values.district in districts else districts


def check_city_fits_district(draft: Draft, world: World) -> Iterator[Finding]:
    """A known city lies in the district. Only for records without a postcode, which has a rule of its own."""
    if districts := _misses_city(draft, world):
        city, district = draft.values.city, draft.values.district
        problem = f"„{city}“ liegt im Kreis {' oder '.join(districts)}, nicht in {district}."
        yield draft.finding("M218", "district", problem, f"Schreiben Sie: district: {districts[0]}")


def _misses_city(draft: Draft, world: World) -> list[str]:
    """The districts of the city if the record's district is none of them and no postcode is written."""
    if draft.record.kind not in _WITH_PLACE or draft.has("postcode"):
        return []
    city, district = draft.values.city, draft.values.district
    if not city or not district:
        return []
    districts = world.city_districts(city)
    return [] if district in districts else districts


def check_district_can_be_told(draft: Draft, world: World) -> Iterator[Finding]:
    """A record with a place in the state has a district: as written, or derived from postcode or city."""
    if draft.record.kind not in _WITH_PLACE or draft.has("district") or draft.has("postcode"):
        return
    city = draft.values.city
    if not city or district_of(draft, world):
        return
    districts = world.city_districts(city)
    if districts:
        folder = draft.record.folder if draft.record.folder in districts else districts[0]
        problem = f"„{city}“ gibt es in mehreren Kreisen: {', '.join(districts)}."
        yield draft.finding("M207", "city", problem, f"Ergänzen Sie: district: {folder}")
    elif not draft.has("serves") and not world.places.city(city):
        yield draft.finding(
            "M207", "city", f"Die Gemeinde „{city}“ ist nicht bekannt.", _known_city(city, world)
        )


def _known_city(city: str, world: World) -> str:
    names = {fold_key(row.name): row.name for row in world.places.municipalities}
    if near := closest(city, names, cutoff=0.8):
        return f"Schreiben Sie: city: {near}"
    return (
        "Schreiben Sie den amtlichen Gemeindenamen (Ortsteil: Frohburg, OT Linda), ergänzen Sie district "
        f"oder, wenn der Ort außerhalb liegt: serves: {world.vocabulary.state.id}"
    )


def check_folder_fits_district(draft: Draft, world: World) -> Iterator[Finding]:
    """A record in a district's folder belongs to that district; one in the state's folder has none."""
    folder, state = draft.record.folder, world.vocabulary.state.id
    # A district that does not fit the place has been reported already.
    if folder is None or _misses_district(draft, world) or _misses_city(draft, world):
        return
    district = district_of(draft, world)
    has_place = any(draft.has(key) for key in ("district", "postcode", "city"))
    if district and district != folder:
        problem = f"Der Eintrag liegt im Ordner {folder}, gehört aber zum Kreis {district}."
        is_told_by_place = draft.has("postcode") or draft.has("city")
        other = "berichtigen Sie den Ort." if is_told_by_place else f"schreiben Sie: district: {folder}"
        remedy = f"Verschieben Sie die Datei in den Ordner {district}" + (
            f" – oder {other}" if folder != state else "."
        )
        yield draft.finding("M208", "district", problem, remedy)
    elif not has_place and folder != state:
        problem = f"Der Eintrag liegt im Ordner {folder}, nennt aber keinen Ort."
        remedy = f"Ergänzen Sie: district: {folder} – oder verschieben Sie die Datei in den Ordner {state}."
        yield draft.finding("M208", "district", problem, remedy)


def check_coordinates(draft: Draft, world: World) -> Iterator[Finding]:
    """Coordinates lie in the state and near the postcode; latitude comes first."""
    geo = getattr(draft.values, "geo", None)
    if not geo:
        return
    away = world.places.distance_to_state(geo)
    if away > MAX_KM_OUTSIDE:
        yield _outside(draft, geo, away, world)
        return
    postcode, city = draft.values.postcode, draft.values.city
    # A postcode that does not fit city or district has been reported already.
    if not postcode or _misses_district(draft, world) or (city and not _fits_city(postcode, city, world)):
        return
    nearest = min((distance(geo, area.point) for area in world.places.postcode(postcode)), default=0.0)
    if nearest > MAX_KM_FROM_POSTCODE:
        problem = f"Der Punkt liegt {nearest:.0f} km von {postcode} entfernt."
        yield draft.finding("M209", "geo", problem, "Berichtigen Sie Koordinaten oder Postleitzahl.")


def _outside(draft: Draft, geo: tuple[float, float], away: float, world: World) -> Finding:
    lat, lon = (_degrees(number) for number in geo)
    if world.places.distance_to_state((geo[1], geo[0])) <= MAX_KM_OUTSIDE:
        problem = f"{lat}, {lon} ist vertauscht: Die Breite kommt zuerst."
        return draft.finding("M214", "geo", problem, f"Schreiben Sie: geo: [{lon}, {lat}]")
    problem = f"{lat}, {lon} liegt {away:.0f} km außerhalb von {world.vocabulary.state_name}."
    return draft.finding(
        "M209", "geo", problem, "Suchen Sie den Punkt auf einer Karte neu: geo: [51.05, 13.74]"
    )


def _degrees(number: float) -> str:
    """The number with at least the two decimals that the format requires."""
    whole, _, decimals = str(number).partition(".")
    return f"{whole}.{decimals:0<2}"


def check_neighbours(draft: Draft, world: World) -> Iterator[Finding]:
    """No district is its own neighbour. `across` checks that neighbours name each other."""
    if draft.record.kind == "regions" and draft.record.id in (draft.values.neighbours or ()):
        remedy = f"Nehmen Sie {draft.record.id} aus der Liste."
        yield draft.finding("M217", "neighbours", "Der Kreis nennt sich selbst als Nachbarn.", remedy)


RULES = (
    check_postcode_is_inside,
    check_postcode_fits_city,
    check_city_is_spelt,
    check_postcode_fits_district,
    check_city_fits_district,
    check_district_can_be_told,
    check_folder_fits_district,
    check_coordinates,
    check_neighbours,
)
