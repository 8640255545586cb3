"""Events with their times."""

from __future__ import annotations

from typing import Any

from minthub.calendar import Occurrence, occurrences
from minthub.model.dates import Moment
from minthub.model.kinds import Event
from minthub.views.jsonld.document import Hub, Node
from minthub.views.jsonld.organisations import named
from minthub.views.jsonld.places import location
from minthub.views.jsonld.terms import iso, taking_part

# Not EventRescheduled, which requires the former date, and no record has that. „ausgebucht“ is stated in the offer.
_STATUS = {
    "geplant": "EventScheduled",
    "abgesagt": "EventCancelled",
    "verschoben": "EventPostponed",
    "ausgebucht": "EventScheduled",
}
_ATTENDANCE = {
    "vor-ort": "OfflineEventAttendanceMode",
    "mobil": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}


def described(event: Event, hub: Hub) -> Node:
    return {
        "@type": "EducationEvent",
        "sameAs": event.website,
        **_when_and_where(event, hub),
        "superEvent": _series(event, hub),
        "organizer": named(event.provider, hub, event.contact),
        **taking_part(event, hub),
    }


def short(event: Event, hub: Hub) -> Node:
    """An event as a part of its series."""
    about = {"@type": "EducationEvent", "@id": hub.page(event), "name": event.title, "url": hub.page(event)}
    return {**about, **_when_and_where(event, hub)}


def attendance(record: Any) -> str:
    return f"https://schema.org/{_ATTENDANCE[record.mode]}"


def _when_and_where(event: Event, hub: Hub) -> Node:
    """Dates, status and location. The date is the next occurrence, or the last one if all are over, or the start if
    exceptions leave no occurrence.
    """
    first = event.start or event.dates[0]
    times = occurrences(event, hub.cards.listing.holidays) or (Occurrence(first, Moment(first.day)),)
    time = hub.cards.listing.next_time(event) or times[-1]
    has_end = time.end.at is not None or time.end.day > time.start.day
    return {
        "startDate": iso(time.start),
        "endDate": iso(time.end) if has_end else None,
        "eventStatus": f"https://schema.org/{_STATUS[event.event_status]}",
        "eventAttendanceMode": attendance(event),
        "location": location(event, hub),
    }


def _series(event: Event, hub: Hub) -> Node | None:
    """The offer an event belongs to, if that is described as a series of events."""
    offer: Any = hub.cards.catalogue.find("offers", event.offer)
    if not offer or hub.cards.vocabulary["formats"][offer.format].schema != "EventSeries":
        return None
    return {"@type": "EventSeries", "@id": hub.page(offer), "name": offer.title}
