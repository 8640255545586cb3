"""Rules about places: postcode, city, district, coordinates and folder agree."""

from __future__ import annotations

from collections.abc import Iterator

from minthub.checks.world import World, district_of
from minthub.findings import Finding
from minthub.model.convert import Draft
from minthub.places import distance

MAX_KM_OUTSIDE = 3
MAX_KM_FROM_POSTCODE = 15
_WITH_PLACE = ("offers", "events", "providers", "networks")


def check_postcode_is_inside(draft: Draft, world: World) -> Iterator[Finding]:
    """A postcode lies in the state."""
    postcode = getattr(draft.values, "postcode", None)
    if postcode and not world.places.postcode(postcode):
        yield draft.finding(
            "M204",
            "postcode",
            f"{postcode} liegt nicht in {world.vocabulary.state_name}.",
            f"Prüfen Sie die Ziffern; liegt der Ort anderswo, löschen Sie das Feld und schreiben Sie: serves: {world.vocabulary.state.id}",
        )


def check_postcode_fits_city(draft: Draft, world: World) -> Iterator[Finding]:
    """A postcode belongs to the city."""
    postcode, city = (getattr(draft.values, key, None) for key in ("postcode", "city"))
    areas = world.places.postcode(postcode) if postcode else []
    municipalities = world.places.city(city) if city else []
    if areas and municipalities and not {area.place for area in areas} & {row.name for row in municipalities}:
        names = " und ".join(dict.fromkeys(area.place for area in areas[:3]))
        yield draft.finding("M205", "postcode", f"{postcode} gehört zu {names}, nicht zu {city}.", f"Prüfen Sie Postleitzahl und Ort, zum Beispiel: city: {areas[0].place}")


def check_postcode_fits_district(draft: Draft, world: World) -> Iterator[Finding]:
    """A postcode lies in the district."""
    if draft.record.kind not in _WITH_PLACE:
        return
    postcode, district = draft.values.postcode, draft.values.district
    districts = world.postcode_districts(postcode) if postcode else []
    if district and districts and district not in districts:
        yield draft.finding("M206", "district", f"{postcode} liegt im Kreis {' oder '.join(districts)}, nicht in {district}.", f"Schreiben Sie: district: {districts[0]} – oder berichtigen Sie die Postleitzahl.")


def check_city_fits_district(draft: Draft, world: World) -> Iterator[Finding]:
    """A city whose name the state knows lies in the district; the postcode speaks first."""
    if draft.record.kind not in _WITH_PLACE:
        return
    postcode, city, district = draft.values.postcode, draft.values.city, draft.values.district
    if postcode or not city or not district:
        return
    districts = world.city_districts(city)
    if districts and district not in districts:
        yield draft.finding("M218", "district", f"{city} liegt im Kreis {' oder '.join(districts)}, nicht in {district}.", f"Schreiben Sie: district: {districts[0]}")


def check_district_can_be_told(draft: Draft, world: World) -> Iterator[Finding]:
    """A record with a place has a district, unless it names the districts it serves."""
    if draft.record.kind not in _WITH_PLACE or draft.has("district") or draft.has("serves") or not draft.values.city:
        return
    if draft.has("postcode") and not draft.values.postcode or district_of(draft, world):
        return
    districts = world.city_districts(draft.values.city)
    if districts:
        problem = f"„{draft.values.city}“ gibt es in mehreren Kreisen: {', '.join(districts)}."
        remedy = f"Ergänzen Sie: district: {districts[0]}"
    else:
        problem = f"Die Gemeinde „{draft.values.city}“ ist nicht bekannt."
        remedy = "Schreiben Sie den amtlichen Gemeindenamen (Ortsteil: Frohburg, OT Linda) oder ergänzen Sie: district: goerlitz"
    yield draft.finding("M207", "city", problem, remedy)


def check_folder_fits_district(draft: Draft, world: World) -> Iterator[Finding]:
    """A record in a district's folder belongs to that district; one in the state's folder has none."""
    folder = draft.record.folder
    if folder is None:
        return
    district = district_of(draft, world)
    if folder == world.vocabulary.state.id:
        if district:
            yield draft.finding("M208", "district", f"Der Eintrag liegt im Ordner {folder}, gehört aber zum Kreis {district}.", f"Verschieben Sie die Datei in den Ordner {district}.")
    elif district and district != folder:
        yield draft.finding("M208", "district", f"Der Eintrag liegt im Ordner {folder}, gehört aber zum Kreis {district}.", f"Schreiben Sie: district: {folder} – oder verschieben Sie die Datei in den Ordner {district}.")
    elif not district and not draft.has("district") and not draft.has("postcode") and not draft.has("city"):
        yield draft.finding("M208", "district", f"Der Eintrag liegt im Ordner {folder}, nennt aber keinen Ort.", f"Ergänzen Sie: district: {folder} – oder verschieben Sie die Datei in den Ordner {world.vocabulary.state.id}.")


def check_coordinates(draft: Draft, world: World) -> Iterator[Finding]:
    """Coordinates lie in the state and near the postcode; latitude comes first."""
    geo = getattr(draft.values, "geo", None)
    if not geo:
        return
    away = world.places.distance_to_state(geo)
    if away > MAX_KM_OUTSIDE:
        swapped = (geo[1], geo[0])
        if abs(geo[1]) <= 90 and world.places.distance_to_state(swapped) <= MAX_KM_OUTSIDE:
            yield draft.finding("M214", "geo", f"{geo[0]}, {geo[1]} ist vertauscht: Die Breite kommt zuerst.", f"Schreiben Sie: geo: [{geo[1]}, {geo[0]}]")
        else:
            yield draft.finding("M209", "geo", f"{geo[0]}, {geo[1]} liegt {away:.0f} km außerhalb von {world.vocabulary.state_name}.", "Suchen Sie den Punkt auf einer Karte neu: geo: [51.05, 13.74]")
        return
    areas = world.places.postcode(draft.values.postcode) if draft.values.postcode else []
    if areas and (nearest := min(distance(geo, area.point) for area in areas)) > MAX_KM_FROM_POSTCODE:
        yield draft.finding("M209", "geo", f"Der Punkt liegt {nearest:.0f} km von {draft.values.postcode} entfernt.", "Berichtigen Sie Koordinaten oder Postleitzahl.")


def check_neighbours(draft: Draft, world: World) -> Iterator[Finding]:
    """No district is its own neighbour. That neighbourhood is mutual is checked across records."""
    if draft.record.kind == "regions" and draft.record.id in (draft.values.neighbours or ()):
        yield draft.finding("M217", "neighbours", "Der Kreis nennt sich selbst als Nachbarn.", f"Nehmen Sie {draft.record.id} aus der Liste.")


RULES = (
    check_postcode_is_inside,
    check_postcode_fits_city,
    check_postcode_fits_district,
    check_city_fits_district,
    check_district_can_be_told,
    check_folder_fits_district,
    check_coordinates,
    check_neighbours,
)
