"""Offers as Course, EventSeries or Service, depending on the format of the offer (`data/vocabulary.yml`).

A museum's programme is a Service and no Museum, because half of such records are about the programme, not the house.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minthub.model.kinds import Offer
from minthub.views.jsonld import events
from minthub.views.jsonld.document import Hub, Node
from minthub.views.jsonld.organisations import named
from minthub.views.jsonld.places import areas, location
from minthub.views.jsonld.terms import audience, languages, offer, subjects, taking_part

_COURSE_MODES = {"vor-ort": "onsite", "mobil": "onsite", "online": "online", "hybrid": "blended"}


def described(record: Offer, hub: Hub) -> Node:
    kind = hub.cards.vocabulary["formats"][record.format].schema
    return {"@type": kind, "sameAs": record.website, **_SHAPES[kind](record, hub)}


def _course(record: Offer, hub: Hub) -> Node:
    instance = {
        "@type": "CourseInstance",
        "courseMode": _COURSE_MODES[record.mode],
        "location": location(record, hub),
        "courseSchedule": _schedule(record),
    }
    return {
        "provider": named(record.provider, hub, record.contact),
        "hasCourseInstance": instance,
        "spatialCoverage": areas(record.serves, hub),
        "creativeWorkStatus": status(record, hub),
        **taking_part(record, hub),
    }


def _series(record: Offer, hub: Hub) -> Node:
    return {
        "organizer": named(record.provider, hub, record.contact),
        "eventAttendanceMode": events.attendance(record),
        "eventSchedule": _schedule(record),
        "location": location(record, hub),
        "subEvent": [events.short(event, hub) for event in hub.cards.listing.events_of_offer(record.id)],
        **taking_part(record, hub),
    }


def _service(record: Offer, hub: Hub) -> Node:
    """A Service. It has no properties for ages, languages and keywords, so these go into audience, availableChannel and
    category.
    """
    where: Node = {"serviceUrl": record.website or hub.page(record)}
    if record.mode != "online":
        places = location(record, hub)
        where = {"serviceLocation": places[0] if isinstance(places, list) else places}
    return {
        "serviceType": hub.label("formats", record.format),
        "category": [*subjects(record, hub), *record.topics],
        "provider": named(record.provider, hub, record.contact),
        "audience": list(audience(record, hub)),
        "areaServed": areas(record.serves, hub),
        "availableChannel": {
            "@type": "ServiceChannel",
            "description": record.schedule,
            "availableLanguage": languages(record),
            **where,
        },
        "offers": offer(record),
    }


def _schedule(record: Any) -> Node | None:
    """The schedule as free text from the record."""
    return {"@type": "Schedule", "description": record.schedule} if record.schedule else None


def status(record: Any, hub: Hub) -> str | None:
    """The label of the status; None for active offers."""
    id = getattr(record, "status", "aktiv")
    return None if id == "aktiv" else hub.label("offer_statuses", id)


_SHAPES: dict[str, Callable[[Offer, Hub], Node]] = {
    "Course": _course,
    "EventSeries": _series,
    "Service": _service,
}
