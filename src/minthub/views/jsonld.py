"""schema.org descriptions of records and lists, as JSON-LD for a script element."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from minthub.audience import MAX_AGE, age_numbers
from minthub.calendar import Occurrence, occurrences
from minthub.model.dates import TIMEZONE, Moment
from minthub.model.kinds import Event, Funding, Network, NewsItem, Offer, Provider
from minthub.paths import record_path
from minthub.views.cards import Card, Cards
from minthub.views.site import Site

_EVENT_STATUS = {
    "geplant": "EventScheduled",
    "abgesagt": "EventCancelled",
    "verschoben": "EventRescheduled",
    "ausgebucht": "EventScheduled",
}
_ATTENDANCE = {
    "vor-ort": "OfflineEventAttendanceMode",
    "mobil": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}


def dump(data: dict[str, Any]) -> str:
    """JSON that can't end its script element, whatever a title holds. Keys without a value are left out."""
    kept = {key: value for key, value in data.items() if value not in (None, "", [], ())}
    text = json.dumps({"@context": "https://schema.org", **kept}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def item_list(cards: Sequence[Card], site: Site) -> str:
    """An ItemList of what a page lists."""
    items = [
        {"@type": "ListItem", "position": number, "name": card.title, "url": f"{site.url}{card.href}"}
        for number, card in enumerate(cards, start=1)
    ]
    return dump({"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items})


def record(record: Any, cards: Cards, site: Site) -> str:
    """The description of one record."""
    common = {"name": record.title, "description": record.summary, "url": f"{site.url}{record_path(record)}"}
    return dump({**common, **_own(record, cards)})


def _own(record: Any, cards: Cards) -> dict[str, Any]:
    """What the kind of a record adds."""
    if isinstance(record, Offer):
        provider = _organisation(cards.provider_name(record))
        course = {"@type": "Course", "provider": provider, "hasCourseInstance": _instance(record)}
        return {**course, **_taking_part(record, cards)}
    if isinstance(record, Event):
        organizer = _organisation(cards.provider_name(record))
        return {**_event(record, cards), **_taking_part(record, cards), "organizer": organizer}
    if isinstance(record, Provider | Network):
        return {"@type": "Organization", "sameAs": record.website, "address": _address(record)}
    if isinstance(record, Funding):
        funder = _organisation(record.funder)
        return {"@type": "MonetaryGrant", "funder": funder, "sameAs": record.website}
    assert isinstance(record, NewsItem)
    return {"@type": "NewsArticle", "headline": record.title, "datePublished": str(record.date)}


def _taking_part(record: Any, cards: Cards) -> dict[str, Any]:
    """Ages always: readers of OpenActive data take a missing age for adults only."""
    numbers = sorted(age_numbers(record.ages, record.grades, record.stages, cards.vocabulary["stages"]))
    ages = f"{numbers[0]}-{'' if numbers[-1] >= MAX_AGE else numbers[-1]}" if numbers else None
    return {
        "typicalAgeRange": ages,
        "isAccessibleForFree": {"kostenlos": True, "kostenpflichtig": False}.get(record.cost),
        "inLanguage": list(record.languages) or ["de"],
        "about": [cards.vocabulary["subjects"][subject].label for subject in record.subjects],
    }


def _organisation(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name}


def _instance(record: Any) -> dict[str, Any]:
    modes = {"vor-ort": "onsite", "mobil": "onsite", "online": "online", "hybrid": "blended"}
    instance: dict[str, Any] = {"@type": "CourseInstance", "courseMode": modes[record.mode]}
    if place := _place(record):
        instance["location"] = place
    return instance


def _event(event: Event, cards: Cards) -> dict[str, Any]:
    """With the next time of a series, or the last one if all are over, or its start if exceptions leave none."""
    first = event.start or event.dates[0]
    times = occurrences(event, cards.listing.holidays) or (Occurrence(first, Moment(first.day)),)
    time = cards.listing.next_time(event) or times[-1]
    has_end = time.end.at is not None or time.end.day > time.start.day
    return {
        "@type": "EducationEvent",
        "startDate": _iso(time.start),
        "endDate": _iso(time.end) if has_end else None,
        "eventStatus": f"https://schema.org/{_EVENT_STATUS[event.event_status]}",
        "eventAttendanceMode": f"https://schema.org/{_ATTENDANCE[event.mode]}",
        "location": _place(event),
    }


def _iso(moment: Moment) -> str:
    """A day, or a time with its offset."""
    if moment.at is None:
        return str(moment.day)
    return datetime.combine(moment.day, moment.at, TIMEZONE).isoformat(timespec="minutes")


def _place(record: Any) -> dict[str, Any] | None:
    address = _address(record)
    return {"@type": "Place", "name": record.venue or record.city, "address": address} if address else None


def _address(record: Any) -> dict[str, Any] | None:
    if not record.city:
        return None
    parts = {
        "streetAddress": record.street,
        "postalCode": record.postcode,
        "addressLocality": record.city,
        "addressCountry": "DE",
    }
    return {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}
