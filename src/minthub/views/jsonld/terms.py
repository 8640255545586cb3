"""Audience, subjects and costs, which offers and events describe in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from minthub.audience import MAX_AGE, age_numbers
from minthub.model.dates import TIMEZONE, Moment
from minthub.views.jsonld.document import Hub, Node

# As the guidelines for courses word it.
_CATEGORIES = {"kostenlos": "Free", "teilweise": "Partially Free", "kostenpflichtig": "Paid"}
_SCHEMA = "https://schema.org/"


def iso(moment: Moment) -> str:
    """A day, or a time with its offset."""
    if moment.at is None:
        return str(moment.day)
    return datetime.combine(moment.day, moment.at, TIMEZONE).isoformat(timespec="minutes")


def taking_part(record: Any, hub: Hub) -> Node:
    """The common properties. Ages are always included, because readers of OpenActive data take a missing age for adults only."""
    numbers = _ages(record, hub)
    ages = f"{numbers[0]}-{'' if numbers[-1] >= MAX_AGE else numbers[-1]}" if numbers else None
    return {
        "typicalAgeRange": ages,
        "audience": list(audience(record, hub)),
        "isAccessibleForFree": {"kostenlos": True, "kostenpflichtig": False}.get(record.cost),
        "inLanguage": languages(record),
        "about": [{"@type": "Thing", "name": name} for name in subjects(record, hub)],
        "keywords": list(record.topics),
        "offers": offer(record),
    }


def subjects(record: Any, hub: Hub) -> list[str]:
    return [hub.label("subjects", id) for id in record.subjects]


def languages(record: Any) -> list[str]:
    return list(record.languages) or ["de"]


def audience(record: Any, hub: Hub) -> Iterator[Node]:
    """Ages as numbers, then groups of people."""
    if numbers := _ages(record, hub):
        oldest = None if numbers[-1] >= MAX_AGE else numbers[-1]
        yield {"@type": "PeopleAudience", "suggestedMinAge": numbers[0], "suggestedMaxAge": oldest}
    names = [hub.label("audiences", id) for id in record.audiences]
    if record.for_schools:
        names.append("Schulklassen")
    for name in names:
        yield {"@type": "Audience", "audienceType": name}


def _ages(record: Any, hub: Hub) -> list[int]:
    stages = hub.cards.vocabulary["stages"]
    return sorted(age_numbers(record.ages, record.grades, record.stages, stages))


def offer(record: Any) -> Node | None:
    """Price and registration; None if nothing is known but the website."""
    is_free = record.cost == "kostenlos"
    deadline: Moment | None = record.registration_deadline
    known = {
        "category": _CATEGORIES.get(record.cost),
        "price": 0 if is_free else None,
        "priceCurrency": "EUR" if is_free else None,
        "description": record.price,
        "availability": _availability(record),
        "availabilityEnds": iso(deadline) if deadline else None,
        "validThrough": str(record.expires) if getattr(record, "expires", None) else None,
    }
    if not record.registration_url and all(value is None for value in known.values()):
        return None
    return {"@type": "Offer", **known, "url": record.registration_url or record.website}


def _availability(record: Any) -> str | None:
    if getattr(record, "event_status", None) == "ausgebucht":
        return f"{_SCHEMA}SoldOut"
    return f"{_SCHEMA}Discontinued" if getattr(record, "status", None) == "beendet" else None
