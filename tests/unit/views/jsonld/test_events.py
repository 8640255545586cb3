"""Events: when they are, and whether they take place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Add = Callable[..., None]
Described = Callable[..., dict[str, Any]]
ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "Hauptstraße 1",
    "postalCode": "02826",
    "addressLocality": "Görlitz",
    "addressRegion": "Sachsen",
    "addressCountry": "DE",
}


def test_an_event_is_an_education_event(described: Described) -> None:
    data = described("events", end="2026-12-05 18:00")
    about = {key: data[key] for key in ("sameAs", "organizer", "typicalAgeRange", "keywords")}
    assert data["@type"] == "EducationEvent"
    assert data["@id"] == data["url"] == "https://mint.example.org/termine/eins/"
    assert (data["startDate"], data["endDate"]) == ("2026-12-05T16:00+01:00", "2026-12-05T18:00+01:00")
    assert data["location"]["address"] == ADDRESS
    assert about == {
        "sameAs": "https://www.example.org/nacht",
        "organizer": {"@type": "Organization", "name": "jugendhaus"},
        "typicalAgeRange": "6-12",
        "keywords": ["Löten"],
    }


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("geplant", "EventScheduled"),
        ("abgesagt", "EventCancelled"),
        ("verschoben", "EventPostponed"),
        ("ausgebucht", "EventScheduled"),
    ],
)
def test_the_status_of_an_event(status: str, word: str, described: Described) -> None:
    assert described("events", event_status=status)["eventStatus"] == f"https://schema.org/{word}"


@pytest.mark.parametrize(
    ("changes", "start", "end"),
    [
        pytest.param({"start": "2026-12-05"}, "2026-12-05", None, id="day"),
        pytest.param({"start": "2026-12-05", "end": "2026-12-07"}, "2026-12-05", "2026-12-07", id="days"),
        pytest.param({"start": "2026-12-05 16:00"}, "2026-12-05T16:00+01:00", None, id="no-end"),
        pytest.param({"start": "2027-06-05 16:30"}, "2027-06-05T16:30+02:00", None, id="summer-time"),
        pytest.param(
            {"start": "2027-03-27 22:00", "end": "2027-03-28 05:00"},
            "2027-03-27T22:00+01:00",
            "2027-03-28T05:00+02:00",
            id="night-to-summer-time",
        ),
        pytest.param(
            {"start": "2026-12-31 22:00", "end": "2027-01-01 02:00"},
            "2026-12-31T22:00+01:00",
            "2027-01-01T02:00+01:00",
            id="over-new-year",
        ),
        pytest.param(
            {
                "start": "2026-11-04 16:00",
                "end": "2026-11-04 17:30",
                "repeats": "woechentlich",
                "until": "2026-12-16",
            },
            "2026-11-25T16:00+01:00",
            "2026-11-25T17:30+01:00",
            id="next-of-a-series",
        ),
        pytest.param(
            {
                "start": "2026-10-28 16:00",
                "end": "2026-10-28 17:30",
                "repeats": "woechentlich",
                "until": "2026-11-11",
            },
            "2026-11-11T16:00+01:00",
            "2026-11-11T17:30+01:00",
            id="last-of-a-series-that-is-over",
        ),
        pytest.param(
            {"start": None, "dates": '["2027-01-09 16:00"]'}, "2027-01-09T16:00+01:00", None, id="dates"
        ),
    ],
)
def test_the_days_of_an_event(
    changes: dict[str, str | None], start: str, end: str | None, described: Described
) -> None:
    data = described("events", **changes)
    assert (data["startDate"], data.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({"start": "2026-12-05 16:00"}, "2026-12-05T16:00+01:00", None),
        (
            {"start": "2026-12-05 16:00", "duration": "2 h"},
            "2026-12-05T16:00+01:00",
            "2026-12-05T18:00+01:00",
        ),
        (
            {"start": "2026-12-05 22:00", "duration": "6 h"},
            "2026-12-05T22:00+01:00",
            "2026-12-06T04:00+01:00",
        ),
        (
            {"start": "2026-12-05 20:00", "duration": "4 h"},
            "2026-12-05T20:00+01:00",
            "2026-12-06T00:00+01:00",
        ),
        (
            {"start": "2027-03-27 22:00", "duration": "8 h"},
            "2027-03-27T22:00+01:00",
            "2027-03-28T06:00+02:00",
        ),
        ({"start": "2026-12-05", "duration": "48 h"}, "2026-12-05", "2026-12-07"),
        (
            {"start": "2026-11-05 16:00", "end": "2026-11-05 20:00", "dates": "[2026-12-12 22:00]"},
            "2026-12-12T22:00+01:00",
            "2026-12-13T02:00+01:00",
        ),
    ],
)
def test_an_event_ends_when_it_does(
    described: Described, fields: dict[str, str], start: str, end: str | None
) -> None:
    data = described("events", **{"end": None, "duration": None, **fields})
    assert (data["startDate"], data.get("endDate")) == (start, end)


def test_an_event_whose_every_time_falls_into_holidays_is_described_too(described: Described) -> None:
    data = described(
        "events", start="2027-02-10", repeats="woechentlich", until="2027-02-17", **{"except": "ferien"}
    )
    assert data["startDate"] == "2027-02-10"


def test_an_event_in_the_past_keeps_its_own_day(described: Described) -> None:
    data = described("events", start="2026-11-01")
    assert date.fromisoformat(data["startDate"]) == date(2026, 11, 1)


def test_an_event_belongs_to_its_series(add: Add, described: Described) -> None:
    add("offers/pokal", title="Pokal", format="wettbewerb")
    assert described("events", offer="pokal")["superEvent"] == {
        "@type": "EventSeries",
        "@id": "https://mint.example.org/angebote/pokal/",
        "name": "Pokal",
    }


@pytest.mark.parametrize("offer", ["kurs", None])
def test_other_offers_are_no_series(offer: str | None, add: Add, described: Described) -> None:
    add("offers/kurs", format="kurs")
    assert "superEvent" not in described("events", offer=offer)
