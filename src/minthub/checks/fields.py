"""Rules about single fields and about fields that must fit each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minthub.audience import GRADE_TO_AGE, age_numbers, is_school
from minthub.checks.world import World
from minthub.findings import Finding
from minthub.model.addresses import EMAIL, is_person_like
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER

MAX_CAPITALS = 10
_TAKEN_PART_IN = ("offers", "events")
_PLACE = ("venue", "street", "postcode")
# A positive amount: not „0 Euro“, and not „2 Euro Pfand“, which is returned.
_PRICE = re.compile(
    r"(?<![\d.,])(?!0+(?:[.,]0+)?\s*(?:€|Eur))\d+(?:[.,]\d+)?\s*(?:€|Euro?\b)(?!\s*(?:Pfand|Kaution))",
    re.IGNORECASE,
)
_WEB_FIELDS = ("website", "source")


def check_audience(draft: Draft, world: World) -> Iterator[Finding]:
    """One of ages, grades and stages is there."""
    is_given = any(draft.has(key) for key in ("ages", "grades", "stages"))
    if draft.record.kind in _TAKEN_PART_IN and not is_given:
        problem = "fehlt, ebenso Klassen (grades) und Bildungsphasen (stages)."
        yield draft.finding("M121", "ages", problem, "Ergänzen Sie eines davon, zum Beispiel: ages: [8, 14]")


def check_audience_agrees(draft: Draft, world: World) -> Iterator[Finding]:
    """Ages, grades and stages mean roughly the same children; ages decide, then grades."""
    if draft.record.kind not in _TAKEN_PART_IN:
        return
    ages, grades, stages = draft.values.ages, draft.values.grades, draft.values.stages
    by_grade = age_numbers(None, grades)
    stage_list = world.vocabulary["stages"]
    # A stage outside of school adds to grades and does not contradict them.
    compared = stages if ages else [stage for stage in stages if is_school(stage_list[stage])]
    by_stage = age_numbers(None, None, compared, stage_list)
    known, deciding = (age_numbers(ages), "ages") if ages else (by_grade, "grades")
    word = "Alter" if ages else "Klassen"
    if ages and grades and not _overlap(known, by_grade):
        grade = grades.first or 1
        problem = (
            f"Klasse {grade} heißt etwa {grade + GRADE_TO_AGE} Jahre, das passt nicht zum Alter in ages."
        )
        yield draft.finding("M122", "grades", problem, "Prüfen Sie beide Angaben; es gilt das Alter.")
    elif known and by_stage and not _overlap(known, by_stage):
        problem = (
            f"{', '.join(compared)} heißt etwa {min(by_stage)} Jahre und mehr, das passt nicht zu {deciding}."
        )
        remedy = f"Prüfen Sie beide Angaben; es {'gilt das' if ages else 'gelten die'} {word}."
        yield draft.finding("M122", "stages", problem, remedy)


def _overlap(known: frozenset[int], other: frozenset[int]) -> bool:
    """Whether both mean some of the same ages; `other` also a year later, because every class has some older children."""
    return bool(known & (other | {age + 1 for age in other}))


def check_place_given(draft: Draft, world: World) -> Iterator[Finding]:
    """An offer on site has a city; one without a place names the districts it serves."""
    kind, state = draft.record.kind, world.vocabulary.state.id
    needed, remedy = "", ""
    if kind == "providers":
        needed = "city"
        remedy = (
            "Ergänzen Sie den Ort der Einrichtung: city: Görlitz – oder, wenn sie keinen hat: "
            f"serves: {state}"
        )
    elif kind == "networks":
        needed = "serves"
        remedy = f"Ergänzen Sie Kreise oder das ganze Land: serves: {state}"
    elif kind in _TAKEN_PART_IN and draft.values.mode in ("vor-ort", "hybrid"):
        needed = "city"
        remedy = f"Ergänzen Sie den Ort: city: Görlitz – oder, wenn es viele Orte sind: serves: {state}"
    elif kind in _TAKEN_PART_IN and draft.values.mode:
        needed = "serves"
        remedy = (
            f"Nennen Sie die Kreise, für die es da ist: serves: [goerlitz, bautzen] – oder: serves: {state}"
        )
    if needed and not draft.has(needed) and not draft.has("serves"):
        yield draft.finding("M124", needed, "fehlt.", remedy)


def check_should_fields(draft: Draft, world: World) -> Iterator[Finding]:
    """Recommended fields are filled in; one Hinweis for all that are missing."""
    values, kind = draft.values, draft.record.kind
    is_over = kind == "events" and _is_past(draft, world)
    if is_over or getattr(values, "status", None) == "beendet":
        return
    is_everywhere = draft.has("serves") and not draft.has("city")
    has_no_place = is_everywhere or kind == "networks" or getattr(values, "mode", None) in ("mobil", "online")
    specs = [spec for spec in BY_FOLDER[kind].specs().values() if spec.is_should and not draft.has(spec.key)]
    missing = [f"{spec.label} ({spec.key})" for spec in specs if not (has_no_place and spec.key in _PLACE)]
    if missing:
        remedy = "Ergänzen Sie, was Sie wissen; der Rest kann fehlen."
        yield draft.finding("M104", None, f"Noch ohne Angabe: {', '.join(missing)}.", remedy)


def _is_past(draft: Draft, world: World) -> bool:
    moments = [moment for moment in (draft.values.start, draft.values.end, *draft.values.dates) if moment]
    days = [moment.day for moment in moments] + [day for day in (draft.values.until,) if day]
    return bool(days) and max(days) < world.today


def check_terms_agree(draft: Draft, world: World) -> Iterator[Finding]:
    """A free offer has no price, and one without registration has no address for it."""
    values = draft.values
    price, address = getattr(values, "price", None), getattr(values, "registration_url", None)
    if getattr(values, "cost", None) == "kostenlos" and price and _PRICE.search(price):
        problem = f"„{price}“ nennt einen Betrag, unter cost steht aber kostenlos."
        remedy = "Prüfen Sie beides; kostet es manchmal etwas, schreiben Sie: cost: teilweise"
        yield draft.finding("M131", "price", problem, remedy)
    if getattr(values, "registration", None) == "keine" and address:
        problem = "Hier steht eine Adresse zur Anmeldung, unter registration aber keine."
        remedy = "Prüfen Sie beides; ist eine Anmeldung möglich, schreiben Sie: registration: empfohlen"
        yield draft.finding("M131", "registration_url", problem, remedy)


def check_encrypted_addresses(draft: Draft, world: World) -> Iterator[Finding]:
    """Addresses begin with https://."""
    for key in _WEB_FIELDS:
        yield from _encrypted(draft, key, getattr(draft.values, key, None), key)
    if office := getattr(draft.values, "coordination", None):
        yield from _encrypted(draft, "coordination.website", office.website, "website", "website")


def _encrypted(draft: Draft, field: str, address: str | None, key: str, *path: str) -> Iterator[Finding]:
    if address and address.startswith("http://"):
        better = f"{key}: https://{address.removeprefix('http://')}"
        remedy = f"Probieren Sie, ob es auch verschlüsselt geht: {better}"
        yield draft.finding("M115", field, f"„{address}“ beginnt mit http://.", remedy, *path)


def check_contact_is_no_person(draft: Draft, world: World) -> Iterator[Finding]:
    """Contacts name an organisation, not a person."""
    for index, contact in enumerate(getattr(draft.values, "contact", ())):
        yield from _person(draft, "contact", contact, index)
    if office := getattr(draft.values, "coordination", None):
        for index, contact in enumerate(office.contact):
            yield from _person(draft, "coordination.contact", contact, "contact", index)


def _person(draft: Draft, field: str, contact: str, *path: int | str) -> Iterator[Finding]:
    if EMAIL.fullmatch(contact) and is_person_like(contact):
        better = f"contact: info@{contact.partition('@')[2]}"
        remedy = f"Nehmen Sie, wenn es sie gibt, eine allgemeine Adresse: {better}"
        yield draft.finding("M408", field, f"„{contact}“ nennt eine Person.", remedy, *path)


def check_title_case(draft: Draft, world: World) -> Iterator[Finding]:
    """A title is not written in capitals throughout; a name like INSPIRATA inside is fine."""
    title = draft.values.title or ""
    letters = [char for char in title if char.isalpha()]
    if (
        len(letters) > MAX_CAPITALS
        and " " in title
        and all(char.isupper() or char == "ß" for char in letters)
    ):
        remedy = "Schreiben Sie groß und klein wie sonst auch, zum Beispiel: title: Robotik für Einsteiger"
        yield draft.finding("M406", "title", f"„{title}“ ist durchgehend groß geschrieben.", remedy)


RULES = (
    check_audience,
    check_audience_agrees,
    check_place_given,
    check_should_fields,
    check_terms_agree,
    check_encrypted_addresses,
    check_contact_is_no_person,
    check_title_case,
)
