"""Where it is: there is always something to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Add = Callable[..., None]
Described = Callable[..., dict[str, Any]]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}
WEBSITE = {"@type": "VirtualLocation", "url": "https://www.example.org/nacht"}


def region(name: str) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "addressRegion": "Sachsen", "addressCountry": "DE"}
    return {"@type": "Place", "name": name, "address": address}


@pytest.mark.parametrize(
    ("mode", "course", "attendance"),
    [
        ("vor-ort", "onsite", "OfflineEventAttendanceMode"),
        ("mobil", "onsite", "OfflineEventAttendanceMode"),
        ("online", "online", "OnlineEventAttendanceMode"),
        ("hybrid", "blended", "MixedEventAttendanceMode"),
    ],
)
def test_the_mode(mode: str, course: str, attendance: str, described: Described) -> None:
    offer = described("offers", mode=mode, serves="[goerlitz]")
    event = described("events", mode=mode, serves="[goerlitz]")
    assert offer["hasCourseInstance"]["courseMode"] == course
    assert event["eventAttendanceMode"] == f"https://schema.org/{attendance}"


def test_an_event_in_the_net_is_at_its_website(described: Described) -> None:
    data = described("events", **NO_PLACE, mode="online", serves="sachsenweit")
    assert data["location"] == WEBSITE


def test_else_where_one_registers_else_at_our_page(described: Described) -> None:
    changes = {**NO_PLACE, "mode": "online", "serves": "sachsenweit", "website": None}
    assert described("events", **changes, registration_url="https://www.example.org/a")["location"][
        "url"
    ] == ("https://www.example.org/a")
    assert described("events", **changes)["location"]["url"] == "https://mint.example.org/termine/eins/"


def test_what_is_in_both_worlds_is_at_two_places(described: Described) -> None:
    place, net = described("events", mode="hybrid")["location"]
    assert (place["name"], net) == ("Jugendhaus", WEBSITE)


@pytest.mark.parametrize(
    ("serves", "name"),
    [("sachsenweit", "Sachsen"), ("[goerlitz, bautzen]", "Görlitz und Bautzen"), ("[goerlitz]", "Görlitz")],
)
@pytest.mark.parametrize("mode", ["vor-ort", "mobil"])
def test_what_has_no_house_is_in_its_region(mode: str, serves: str, name: str, described: Described) -> None:
    data = described("events", **NO_PLACE, mode=mode, serves=serves)
    assert data["location"] == region(name)


def test_what_comes_to_the_people_is_not_where_its_provider_is(described: Described) -> None:
    assert described("events", mode="mobil", serves="[bautzen]")["location"] == region("Bautzen")


def test_a_place_without_a_venue_is_named_after_its_city(described: Described) -> None:
    place = described("events", venue=None, street=None, postcode=None, access=None)["location"]
    del place["geo"]
    assert place == {
        "@type": "Place",
        "name": "Görlitz",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Görlitz",
            "addressRegion": "Sachsen",
            "addressCountry": "DE",
        },
    }


def test_exact_coordinates_are_given_as_they_are(described: Described) -> None:
    geo = described("events", geo="[51.1528, 14.9872]")["location"]["geo"]
    assert geo == {"@type": "GeoCoordinates", "latitude": 51.1528, "longitude": 14.9872}


def test_those_of_a_postcode_are_rounded_and_said_to_be(described: Described) -> None:
    geo = described("events")["location"]["geo"]
    assert (geo["latitude"], geo["longitude"]) == (51.15, 14.98)
    assert geo["description"] == "Mitte des Postleitzahlgebiets oder der Gemeinde, nicht die genaue Adresse"
