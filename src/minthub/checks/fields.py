"""Rules about single fields and about fields that must fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from minthub.audience import age_numbers
from minthub.checks.world import World
from minthub.findings import Finding
from minthub.model.addresses import EMAIL, is_person_like
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER

_PLACE = ("venue", "street", "postcode")
_WEB_FIELDS = ("website", "source")


def check_audience(draft: Draft, world: World) -> Iterator[Finding]:
    """One of ages, grades and stages is there."""
    if draft.record.kind in ("offers", "events") and not any(draft.has(key) for key in ("ages", "grades", "stages")):
        yield draft.finding("M121", "ages", "fehlt, ebenso Klassen (grades) und Bildungsphasen (stages).", "Ergänzen Sie eines davon, zum Beispiel: ages: [8, 14]")


def check_audience_agrees(draft: Draft, world: World) -> Iterator[Finding]:
    """Ages and grades mean roughly the same children."""
    ages, grades = (getattr(draft.values, key, None) for key in ("ages", "grades"))
    if ages and grades and not age_numbers(ages) & age_numbers(None, grades):
        first = (grades.first or 1) + 5
        yield draft.finding("M122", "grades", f"Klasse {grades.first or 1} heißt etwa {first} Jahre, das passt nicht zum Alter in ages.", "Prüfen Sie beide Angaben; es gilt das Alter.")


def check_place_given(draft: Draft, world: World) -> Iterator[Finding]:
    """On site means a city; without a place it says which districts it serves."""
    kind, values = draft.record.kind, draft.values
    if kind == "providers":
        if not draft.has("city") and not draft.has("serves"):
            yield draft.finding("M124", "city", "fehlt.", f"Ergänzen Sie den Ort der Einrichtung: city: Görlitz – oder, wenn sie keinen hat: serves: {world.vocabulary.state.id}")
        return
    if kind == "networks":
        if not draft.has("serves"):
            yield draft.finding("M124", "serves", "fehlt.", f"Ergänzen Sie Kreise oder das ganze Land: serves: {world.vocabulary.state.id}")
        return
    if kind not in ("offers", "events") or not values.mode:
        return
    if values.mode in ("vor-ort", "hybrid") and not draft.has("city") and not draft.has("serves"):
        yield draft.finding("M124", "city", "fehlt.", f"Ergänzen Sie den Ort: city: Görlitz – oder, wenn es viele Orte sind: serves: {world.vocabulary.state.id}")
    if values.mode in ("mobil", "online") and not draft.has("serves"):
        yield draft.finding("M124", "serves", "fehlt.", f"Nennen Sie, für welche Kreise das Angebot da ist: serves: [goerlitz, bautzen] – oder: serves: {world.vocabulary.state.id}")


def check_should_fields(draft: Draft, world: World) -> Iterator[Finding]:
    """Fields that help visitors are there; one note for all that are not."""
    if getattr(draft.values, "status", None) == "beendet" or draft.record.kind == "events" and _is_past(draft, world):
        return
    has_no_place = getattr(draft.values, "mode", None) in ("mobil", "online") or draft.record.kind == "networks"
    specs = BY_FOLDER[draft.record.kind].specs().values()
    missing = [spec for spec in specs if spec.is_should and not draft.has(spec.key) and not (has_no_place and spec.key in _PLACE)]
    if missing:
        named = ", ".join(f"{spec.label} ({spec.key})" for spec in missing)
        yield draft.finding("M104", None, f"Noch ohne Angabe: {named}.", "Ergänzen Sie, was Sie wissen; der Rest kann fehlen.")


def _is_past(draft: Draft, world: World) -> bool:
    moments = [moment for moment in (draft.values.start, draft.values.end, *draft.values.dates) if moment]
    days = [moment.day for moment in moments] + [day for day in (draft.values.until,) if day]
    return bool(days) and max(days) < world.today


def check_encrypted_addresses(draft: Draft, world: World) -> Iterator[Finding]:
    """Addresses begin with https://."""
    for key in _WEB_FIELDS:
        address = getattr(draft.values, key, None)
        if address and address.startswith("http://"):
            yield draft.finding("M115", key, f"„{address}“ beginnt mit http://.", f"Probieren Sie, ob es auch verschlüsselt geht: {key}: https://{address.removeprefix('http://')}")


def check_contact_is_no_person(draft: Draft, world: World) -> Iterator[Finding]:
    """Contacts name an organisation, not a person."""
    for contact in getattr(draft.values, "contact", ()):
        if EMAIL.fullmatch(contact) and is_person_like(contact):
            yield draft.finding("M408", "contact", f"„{contact}“ nennt eine Person.", f"Nehmen Sie, wenn es sie gibt, eine allgemeine Adresse: contact: info@{contact.partition('@')[2]}")


def check_title_case(draft: Draft, world: World) -> Iterator[Finding]:
    """A title is not written in capitals throughout; a name like INSPIRATA inside is fine."""
    title = draft.values.title or ""
    letters = [char for char in title if char.isalpha()]
    if len(letters) > 10 and " " in title.strip() and all(char.isupper() or char == "ß" for char in letters):
        yield draft.finding("M406", "title", f"„{title}“ ist durchgehend groß geschrieben.", f"Schreiben Sie: title: {title.title()}")


RULES = (
    check_audience,
    check_audience_agrees,
    check_place_given,
    check_should_fields,
    check_encrypted_addresses,
    check_contact_is_no_person,
    check_title_case,
)
