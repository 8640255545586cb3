"""JSON-LD: what machines read about records and lists, and that no text ends its script element."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from minthub.listing import Listing
from minthub.views import jsonld
from minthub.views.cards import Card, Cards
from minthub.views.site import Site

One = Callable[..., tuple[Listing, Any]]
Add = Callable[..., None]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}
ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "Hauptstraße 1",
    "postalCode": "02826",
    "addressLocality": "Görlitz",
    "addressCountry": "DE",
}
SITE = Site("MINT", url="https://mint.example.org/")


def described(made: tuple[Listing, Any], site: Site = SITE) -> dict[str, Any]:
    listing, record = made
    data: dict[str, Any] = json.loads(jsonld.record(record, Cards(listing), site))
    return data


def test_an_offer_is_a_course(one: One) -> None:
    assert described(one("offers")) == {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Robotik-AG im Jugendhaus",
        "description": "Kinder bauen und programmieren Roboter aus Baukästen.",
        "url": "https://mint.example.org/angebote/eins/",
        "provider": {"@type": "Organization", "name": "jugendhaus"},
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "location": {"@type": "Place", "name": "Jugendhaus", "address": ADDRESS},
        },
        "typicalAgeRange": "8-14",
        "isAccessibleForFree": True,
        "inLanguage": ["de"],
        "about": ["Informatik", "Technik"],
    }


def test_an_event_is_an_education_event(one: One) -> None:
    assert described(one("events", end="2026-12-05 18:00")) == {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "name": "Lange Nacht der Technik",
        "description": "Labore und Werkstätten öffnen am Abend.",
        "url": "https://mint.example.org/termine/eins/",
        "startDate": "2026-12-05T16:00+01:00",
        "endDate": "2026-12-05T18:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Jugendhaus", "address": ADDRESS},
        "typicalAgeRange": "6-12",
        "isAccessibleForFree": True,
        "inLanguage": ["de"],
        "about": ["Technik"],
        "organizer": {"@type": "Organization", "name": "jugendhaus"},
    }


def test_a_provider_is_an_organization(one: One) -> None:
    assert described(one("providers")) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Jugendhaus Görlitz",
        "description": "Offenes Haus für Kinder und Jugendliche.",
        "url": "https://mint.example.org/anbieter/eins/",
        "sameAs": "https://www.example.org",
        "address": ADDRESS,
    }


def test_a_network_is_an_organization_without_address(one: One) -> None:
    data = described(one("networks"))
    assert (data["@type"], data["sameAs"], "address" in data) == (
        "Organization",
        "https://www.example.org/netz",
        False,
    )


def test_a_funding_is_a_grant(one: One) -> None:
    assert described(one("funding")) == {
        "@context": "https://schema.org",
        "@type": "MonetaryGrant",
        "name": "Technikfonds",
        "description": "Geld für Werkzeug und Material.",
        "url": "https://mint.example.org/foerderung/eins/",
        "funder": {"@type": "Organization", "name": "Stiftung Technik"},
        "sameAs": "https://www.example.org/fonds",
    }


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-11-10"])
def test_news_are_an_article_with_as_much_of_the_date_as_is_known(day: str, one: One) -> None:
    assert described(one("news", date=day)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "name": "Neue Werkstatt eröffnet",
        "headline": "Neue Werkstatt eröffnet",
        "description": "Im Jugendhaus steht jetzt eine Werkstatt.",
        "url": "https://mint.example.org/neuigkeiten/eins/",
        "datePublished": day,
    }


@pytest.mark.parametrize(
    ("changes", "ages"),
    [
        ({"ages": "[8, 14]"}, "8-14"),
        ({"ages": "10"}, "10-10"),
        ({"ages": "ab 8"}, "8-"),
        ({"ages": "bis 14"}, "0-14"),
        ({"ages": None, "grades": "[5, 10]"}, "10-15"),
        ({"ages": None, "stages": "[kita]"}, "3-5"),
        ({"ages": None, "stages": "[kita, sek2]"}, "3-18"),
        ({"ages": None, "stages": "[erwachsene]"}, "18-"),
    ],
)
def test_the_typical_age_is_always_there(changes: dict[str, str | None], ages: str, one: One) -> None:
    assert described(one("offers", **changes))["typicalAgeRange"] == ages


@pytest.mark.parametrize(
    ("cost", "is_free"),
    [("kostenlos", True), ("kostenpflichtig", False), ("teilweise", None), ("unbekannt", None)],
)
def test_whether_it_is_free_is_said_only_if_it_is_known(cost: str, is_free: bool | None, one: One) -> None:
    data = described(one("offers", cost=cost))
    assert data.get("isAccessibleForFree") is is_free
    assert ("isAccessibleForFree" in data) is (is_free is not None)


def test_languages_are_german_unless_others_are_named(one: One) -> None:
    assert described(one("offers", languages="[hsb, de]"))["inLanguage"] == ["hsb", "de"]


@pytest.mark.parametrize(
    ("mode", "course", "attendance"),
    [
        ("vor-ort", "onsite", "OfflineEventAttendanceMode"),
        ("mobil", "onsite", "OfflineEventAttendanceMode"),
        ("online", "online", "OnlineEventAttendanceMode"),
        ("hybrid", "blended", "MixedEventAttendanceMode"),
    ],
)
def test_the_mode(mode: str, course: str, attendance: str, one: One, add: Add) -> None:
    add("events/x", mode=mode, serves="[goerlitz]")
    listing, offer = one("offers", mode=mode, serves="[goerlitz]")
    event = listing.catalogue.find("events", "x")
    assert described((listing, offer))["hasCourseInstance"]["courseMode"] == course
    assert described((listing, event))["eventAttendanceMode"] == f"https://schema.org/{attendance}"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("geplant", "EventScheduled"),
        ("abgesagt", "EventCancelled"),
        ("verschoben", "EventRescheduled"),
        ("ausgebucht", "EventScheduled"),
    ],
)
def test_the_status_of_an_event(status: str, word: str, one: One) -> None:
    assert described(one("events", event_status=status))["eventStatus"] == f"https://schema.org/{word}"


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
def test_the_days_of_an_event(changes: dict[str, str | None], start: str, end: str | None, one: One) -> None:
    data = described(one("events", **changes))
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
def test_an_event_ends_when_it_does(one: One, fields: dict[str, str], start: str, end: str | None) -> None:
    data = described(one("events", **{"end": None, "duration": None, **fields}))
    assert (data["startDate"], data.get("endDate")) == (start, end)


def test_an_event_whose_every_time_falls_into_holidays_is_described_too(one: One) -> None:
    data = described(
        one("events", start="2027-02-10", repeats="woechentlich", until="2027-02-17", **{"except": "ferien"})
    )
    assert data["startDate"] == "2027-02-10"


def test_without_a_place_there_is_no_location(one: One) -> None:
    data = described(one("offers", **NO_PLACE, mode="online", serves="sachsenweit"))
    assert data["hasCourseInstance"] == {"@type": "CourseInstance", "courseMode": "online"}


def test_a_place_without_a_venue_is_named_after_its_city(one: One) -> None:
    data = described(one("offers", venue=None, street=None, postcode=None))
    assert data["hasCourseInstance"]["location"] == {
        "@type": "Place",
        "name": "Görlitz",
        "address": {"@type": "PostalAddress", "addressLocality": "Görlitz", "addressCountry": "DE"},
    }


def test_the_provider_is_named_by_its_record(one: One, add: Add) -> None:
    add("providers/jugendhaus")
    assert described(one("offers"))["provider"]["name"] == "Jugendhaus Görlitz"


def test_without_an_address_of_the_site_addresses_are_relative(one: One) -> None:
    assert described(one("offers"), Site("MINT"))["url"] == "angebote/eins/"


# What holds for all


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "</SCRIPT >",
        "<!--",
        "<!-- <script>",
        "--> ]]>",
        "„</script/“",
        "a < b & c > d",
        "Łužica\u2028Zeile",
        '"quoted" \\ backslash',
    ],
)
def test_no_text_ends_the_script_element_and_none_is_lost(text: str) -> None:
    written = jsonld.dump({"name": text})
    assert "<" not in written
    assert json.loads(written)["name"] == text


@pytest.mark.parametrize("empty", [None, "", [], ()])
def test_keys_without_a_value_are_left_out(empty: Any) -> None:
    assert json.loads(jsonld.dump({"name": "x", "sameAs": empty})) == {
        "@context": "https://schema.org",
        "name": "x",
    }


def test_no_and_zero_are_values() -> None:
    data = json.loads(jsonld.dump({"free": False, "number": 0}))
    assert (data["free"], data["number"]) == (False, 0)


def test_umlauts_are_written_as_they_are() -> None:
    assert jsonld.dump({"name": "Görlitz – Zhorjelc"}) == (
        '{"@context": "https://schema.org", "name": "Görlitz – Zhorjelc"}'
    )


def test_a_list_counts_from_one() -> None:
    cards = [
        Card(f"offers/{id}", f"angebote/{id}/", title, "Kurs", "", (), ())
        for id, title in (("a", "A"), ("b", "B"))
    ]
    assert json.loads(jsonld.item_list(cards, SITE)) == {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": 2,
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "A", "url": "https://mint.example.org/angebote/a/"},
            {"@type": "ListItem", "position": 2, "name": "B", "url": "https://mint.example.org/angebote/b/"},
        ],
    }


def test_an_event_in_the_past_keeps_its_own_day(one: One) -> None:
    data = described(one("events", start="2026-11-01"))
    assert date.fromisoformat(data["startDate"]) == date(2026, 11, 1)
