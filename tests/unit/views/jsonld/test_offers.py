"""Offers: what their form makes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minthub.vocabulary import SCHEMA_TYPES, Vocabulary

Add = Callable[..., None]
Described = Callable[..., dict[str, Any]]
PLACE = {
    "@type": "Place",
    "name": "Jugendhaus",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Hauptstraße 1",
        "postalCode": "02826",
        "addressLocality": "Görlitz",
        "addressRegion": "Sachsen",
        "addressCountry": "DE",
    },
    "geo": {
        "@type": "GeoCoordinates",
        "latitude": 51.15,
        "longitude": 14.98,
        "description": "Mitte des Postleitzahlgebiets oder der Gemeinde, nicht die genaue Adresse",
    },
    "amenityFeature": [
        {"@type": "LocationFeatureSpecification", "name": "stufenlos erreichbar", "value": True}
    ],
}
AUDIENCE = [{"@type": "PeopleAudience", "suggestedMinAge": 8, "suggestedMaxAge": 14}]
FREE = {
    "@type": "Offer",
    "category": "Free",
    "price": 0,
    "priceCurrency": "EUR",
    "url": "https://www.example.org/robotik",
}
# What courses and events say alike.
TAKING_PART = {
    "typicalAgeRange": "8-14",
    "audience": AUDIENCE,
    "isAccessibleForFree": True,
    "inLanguage": ["de"],
    "about": [{"@type": "Thing", "name": "Informatik"}, {"@type": "Thing", "name": "Technik"}],
    "keywords": ["Robotik"],
    "offers": FREE,
}
SCHEDULE = {"@type": "Schedule", "description": "mittwochs 15–17 Uhr"}


def own(data: dict[str, Any]) -> dict[str, Any]:
    """Without what all kinds of records say."""
    common = {"@context", "@id", "name", "description", "url", "mainEntityOfPage"}
    return {key: value for key, value in data.items() if key not in common}


def test_a_club_is_a_course(described: Described) -> None:
    assert own(described("offers", contact="[info@example.org]")) == {
        "@type": "Course",
        "sameAs": "https://www.example.org/robotik",
        "provider": {
            "@type": "Organization",
            "name": "jugendhaus",
            "contactPoint": {"@type": "ContactPoint", "email": "info@example.org"},
        },
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "location": PLACE,
            "courseSchedule": SCHEDULE,
        },
        **TAKING_PART,
    }


def test_a_competition_is_a_series_of_events(described: Described) -> None:
    assert own(described("offers", format="wettbewerb")) == {
        "@type": "EventSeries",
        "sameAs": "https://www.example.org/robotik",
        "organizer": {"@type": "Organization", "name": "jugendhaus"},
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventSchedule": SCHEDULE,
        "location": PLACE,
        **TAKING_PART,
    }


def test_what_a_museum_offers_is_a_service(described: Described) -> None:
    """It says in its own words for whom it is, what about and in which language."""
    assert own(described("offers", format="museum", serves="[goerlitz]")) == {
        "@type": "Service",
        "sameAs": "https://www.example.org/robotik",
        "serviceType": "Museum",
        "category": ["Informatik", "Technik", "Robotik"],
        "provider": {"@type": "Organization", "name": "jugendhaus"},
        "audience": AUDIENCE,
        "areaServed": [{"@type": "AdministrativeArea", "name": "Landkreis Görlitz"}],
        "availableChannel": {
            "@type": "ServiceChannel",
            "description": "mittwochs 15–17 Uhr",
            "availableLanguage": ["de"],
            "serviceLocation": PLACE,
        },
        "offers": FREE,
    }


def test_a_service_in_the_net_has_an_address_there(described: Described) -> None:
    channel = described("offers", format="museum", mode="online", serves="sachsenweit")["availableChannel"]
    assert channel["serviceUrl"] == "https://www.example.org/robotik"
    assert "serviceLocation" not in channel


def test_a_service_here_and_in_the_net_is_at_its_place(described: Described) -> None:
    channel = described("offers", format="museum", mode="hybrid")["availableChannel"]
    assert channel["serviceLocation"] == PLACE


def test_every_form_can_be_described(described: Described, vocabulary: Vocabulary) -> None:
    kinds = {term.id: described("offers", format=term.id)["@type"] for term in vocabulary["formats"]}
    assert kinds == {term.id: term.schema for term in vocabulary["formats"]}
    assert set(kinds.values()) == set(SCHEMA_TYPES)


def test_a_series_names_its_next_events(add: Add, described: Described) -> None:
    add("events/finale", title="Finale", offer="eins")
    (event,) = described("offers", format="wettbewerb")["subEvent"]
    assert event["location"]["name"] == "Jugendhaus"
    assert {key: event[key] for key in ("@type", "@id", "name", "startDate")} == {
        "@type": "EducationEvent",
        "@id": "https://mint.example.org/termine/finale/",
        "name": "Finale",
        "startDate": "2026-12-05T16:00+01:00",
    }


def test_the_provider_is_the_one_that_has_a_page(described: Described, add: Add) -> None:
    add("providers/jugendhaus")
    assert described("offers")["provider"] == {
        "@type": "Organization",
        "@id": "https://mint.example.org/anbieter/jugendhaus/",
        "name": "Jugendhaus Görlitz",
        "url": "https://www.example.org",
    }


def test_a_course_says_which_districts_it_is_for(described: Described) -> None:
    assert described("offers", serves="sachsenweit")["spatialCoverage"] == [
        {"@type": "AdministrativeArea", "name": "Sachsen"}
    ]
