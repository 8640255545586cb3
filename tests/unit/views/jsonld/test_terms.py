"""For whom it is and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Add = Callable[..., None]
Described = Callable[..., dict[str, Any]]


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
def test_the_typical_age_is_always_there(
    changes: dict[str, str | None], ages: str, described: Described
) -> None:
    assert described("offers", **changes)["typicalAgeRange"] == ages


@pytest.mark.parametrize(
    ("cost", "is_free"),
    [("kostenlos", True), ("kostenpflichtig", False), ("teilweise", None), ("unbekannt", None)],
)
def test_whether_it_is_free_is_said_only_if_it_is_known(
    cost: str, is_free: bool | None, described: Described
) -> None:
    data = described("offers", cost=cost)
    assert data.get("isAccessibleForFree") is is_free
    assert ("isAccessibleForFree" in data) is (is_free is not None)


def test_languages_are_german_unless_others_are_named(described: Described) -> None:
    assert described("offers", languages="[hsb, de]")["inLanguage"] == ["hsb", "de"]


@pytest.mark.parametrize(
    ("ages", "lowest", "highest"), [("[8, 14]", 8, 14), ("ab 8", 8, None), ("bis 14", 0, 14), ("10", 10, 10)]
)
def test_the_audience_is_said_in_numbers(
    ages: str, lowest: int, highest: int | None, described: Described
) -> None:
    (audience,) = described("offers", ages=ages)["audience"]
    assert audience.pop("@type") == "PeopleAudience"
    assert audience == {
        key: value
        for key, value in (("suggestedMinAge", lowest), ("suggestedMaxAge", highest))
        if value is not None
    }


def test_groups_of_people_are_audiences_too(described: Described) -> None:
    data = described("offers", audiences="[familien, maedchen]", for_schools="ja")
    assert [audience.get("audienceType") for audience in data["audience"]] == [
        None,
        "Familien",
        "Mädchen",
        "Schulklassen",
    ]


@pytest.mark.parametrize(
    ("changes", "offer"),
    [
        pytest.param(
            {"cost": "kostenlos"}, {"category": "Free", "price": 0, "priceCurrency": "EUR"}, id="free"
        ),
        pytest.param(
            {"cost": "teilweise", "price": "freitags frei"},
            {"category": "Partially Free", "description": "freitags frei"},
            id="partly",
        ),
        pytest.param(
            {"cost": "kostenpflichtig", "price": "5 Euro"},
            {"category": "Paid", "description": "5 Euro"},
            id="paid",
        ),
        pytest.param(
            {"cost": "unbekannt", "status": "beendet"},
            {"availability": "https://schema.org/Discontinued"},
            id="ended",
        ),
        pytest.param(
            {"cost": "unbekannt", "expires": "2027-07-31"}, {"validThrough": "2027-07-31"}, id="expires"
        ),
        pytest.param(
            {"cost": "unbekannt", "registration_deadline": "2026-12-01"},
            {"availabilityEnds": "2026-12-01"},
            id="deadline",
        ),
    ],
)
def test_the_price_and_what_else_decides_about_a_place(
    changes: dict[str, str], offer: dict[str, Any], described: Described
) -> None:
    expected = {"@type": "Offer", "url": "https://www.example.org/robotik", **offer}
    assert described("offers", **changes)["offers"] == expected


def test_one_registers_where_the_record_says(described: Described) -> None:
    data = described("offers", cost="unbekannt", registration_url="https://www.example.org/anmeldung")
    assert data["offers"] == {"@type": "Offer", "url": "https://www.example.org/anmeldung"}


def test_nothing_is_offered_if_only_the_website_is_known(described: Described) -> None:
    assert "offers" not in described("offers", cost="unbekannt")


def test_an_event_without_places_is_sold_out(described: Described) -> None:
    data = described("events", event_status="ausgebucht")
    assert data["offers"]["availability"] == "https://schema.org/SoldOut"
