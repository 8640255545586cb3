"""Dates as iCalendar (RFC 5545, with the names of RFC 7986): one file for all, for a district, for a single event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit

from icalendar import Calendar, Timezone, vDuration
from icalendar import Event as Entry

from minthub.calendar import Occurrence, occurrences
from minthub.listing import Listing
from minthub.model.dates import TIMEZONE
from minthub.model.kinds import Event, Provider
from minthub.paths import record_path
from minthub.views import wording
from minthub.views.site import Site

# Refresh interval for calendar programs: the site is built once a night.
_REFRESH = timedelta(days=1)
_STATUS = {
    "geplant": "CONFIRMED",
    "ausgebucht": "CONFIRMED",
    "abgesagt": "CANCELLED",
    "verschoben": "TENTATIVE",
}
# The rules since 1996; icalendar's own table would list every change up to 2038.
_TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def calendar(name: str, events: Iterable[Event], listing: Listing, site: Site, path: str) -> bytes:
    """A calendar to subscribe to, with the occurrences of events that are not over; `path`: of the file."""
    made = Calendar()
    made.add("prodid", f"-//{site.name}//DE")
    made.add("version", "2.0")
    for key in ("name", "x-wr-calname"):
        made.add(key, name)
    made.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(_REFRESH))
    made.add("source", f"{site.url}{path}", parameters={"VALUE": "URI"})
    made.add_component(Timezone.from_ical(_TIMEZONE))
    for event in events:
        for number, when in enumerate(occurrences(event, listing.holidays)):
            if when.last_day >= listing.today:
                made.add_component(_entry(event, when, number, listing, site))
    return bytes(made.to_ical())


def _entry(event: Event, when: Occurrence, number: int, listing: Listing, site: Site) -> Entry:
    url = f"{site.url}{record_path(event)}"
    stamp = datetime.combine(event.checked, time(), UTC)
    made = Entry()
    # UIDs don't contain the date, so that calendars replace an event that is moved instead of showing it twice. Further
    # occurrences are numbered from 2, as in calendar.js.
    further = f"-{number + 1}" if number else ""
    made.add("uid", f"events-{event.id}{further}@{urlsplit(site.url).hostname or 'localhost'}")
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    for key, value in _span(when).items():
        made.add(key, value)
    made.add("summary", event.title)
    made.add("description", "\n".join([event.summary, *_lines(event, listing), url]))
    if place := ", ".join(part for part in (event.venue, event.street, event.city) if part):
        made.add("location", place)
    if event.geo:
        made.add("geo", event.geo)
    made.add("url", url)
    made.add("status", _STATUS[event.event_status])
    made.add(
        "categories", [listing.catalogue.vocabulary["subjects"][subject].label for subject in event.subjects]
    )
    return made


def _span(when: Occurrence) -> dict[str, Any]:
    """DTSTART and DTEND. Whole days end with the day after the last one (excluded). Several days are whole days, too, if the
    time of the end is unknown.
    """
    start, end = when.start, when.end
    if start.at is None or (end.at is None and end.day > start.day):
        return {"dtstart": start.day, "dtend": when.last_day + timedelta(days=1)}
    times = {"dtstart": datetime.combine(start.day, start.at, TIMEZONE)}
    if end.at is not None:
        times["dtend"] = datetime.combine(end.day, end.at, TIMEZONE)
    return times


def _lines(event: Event, listing: Listing) -> list[str]:
    vocabulary = listing.catalogue.vocabulary
    provider = listing.catalogue.find("providers", event.provider)
    return [
        f"Für: {wording.ages(event, vocabulary)}",
        f"Kosten: {wording.cost(event, vocabulary)}",
        f"Anbieter: {provider.title if isinstance(provider, Provider) else event.provider}",
    ]
