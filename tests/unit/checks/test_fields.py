"""Rules about single fields and about fields that must fit each other: checks/fields.py."""

from __future__ import annotations

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import DISTRICT, EVENT, FUNDING, NETWORK, NEWS

Changes = dict[str, str | None]

NO_AUDIENCE = (
    "1: Fehler M121: Feld „Alter“ (ages) fehlt, ebenso Klassen (grades) und Bildungsphasen (stages). "
    "Ergänzen Sie eines davon, zum Beispiel: ages: [8, 14]"
)
REST_MAY_BE_MISSING = "Ergänzen Sie, was Sie wissen; der Rest kann fehlen."


def missing(*fields: str) -> str:
    return f"1: Hinweis M104: Noch ohne Angabe: {', '.join(fields)}. {REST_MAY_BE_MISSING}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("offers/x.md", OFFER),
        ("events/x.md", EVENT),
        ("providers/x.md", PROVIDER),
        ("networks/x.md", NETWORK),
        ("funding/x.md", FUNDING),
        ("news/x.md", NEWS),
        ("regions/goerlitz.md", DISTRICT),
    ],
)
def test_the_records_these_tests_start_from_have_no_finding(check: Check, name: str, text: str) -> None:
    assert check(name, text) == []


# M121


@pytest.mark.parametrize(("name", "text"), [("offers/x.md", OFFER), ("events/x.md", EVENT)])
@pytest.mark.parametrize("nothing", [None, "", "[]", "null", '""'])
def test_offers_and_events_say_for_whom_they_are(
    check: Check, name: str, text: str, nothing: str | None
) -> None:
    lines = check(name, text, ages=nothing)
    at = 1 if nothing is None else 9
    assert lines == [NO_AUDIENCE.replace("1:", f"{at}:", 1)]


@pytest.mark.parametrize(("key", "value"), [("grades", "[3, 8]"), ("stages", "[grundschule, sek1]")])
@pytest.mark.parametrize(("name", "text"), [("offers/x.md", OFFER), ("events/x.md", EVENT)])
def test_grades_or_stages_are_as_good_as_ages(
    check: Check, name: str, text: str, key: str, value: str
) -> None:
    assert check(name, text, ages=None, **{key: value}) == []


def test_ages_that_cannot_be_read_are_not_missing_too(check: Check) -> None:
    assert check("offers/x.md", OFFER, ages="Kinder") == [
        "9: Fehler M112: Feld „Alter“ (ages): „Kinder“ ist keine Zahl. "
        "Schreiben Sie Ziffern: ages: ab 8 – oder: ages: [8, 14]"
    ]


def test_ages_under_a_misspelt_name_are_not_missing_too(check: Check) -> None:
    assert check("offers/x.md", OFFER, ages=None, alter="[8, 14]") == [
        "22: Fehler M103: Feld „alter“: Dieses Feld gibt es nicht. Schreiben Sie: ages: [8, 14]"
    ]


# M122


@pytest.mark.parametrize(("name", "text"), [("offers/x.md", OFFER), ("events/x.md", EVENT)])
@pytest.mark.parametrize(
    ("ages", "grades", "grade", "years"),
    [
        ("[6, 8]", "[9, 12]", 9, 14),
        ("ab 14", "[1, 4]", 1, 6),
        ("ab 14", "bis 4", 1, 6),
        ("bis 9", "ab 5", 5, 10),
        ("[8, 14]", "10", 10, 15),
        ("[8, 14]", "1", 1, 6),
        ("18", "[11, 11]", 11, 16),
    ],
)
def test_ages_and_grades_mean_the_same_children(
    check: Check, name: str, text: str, ages: str, grades: str, grade: int, years: int
) -> None:
    assert check(name, text, ages=ages, grades=grades) == [
        f"23: Hinweis M122: Feld „Klassen“ (grades): Klasse {grade} heißt etwa {years} Jahre, das passt nicht "
        "zum Alter in ages. Prüfen Sie beide Angaben; es gilt das Alter."
    ]


@pytest.mark.parametrize(
    ("ages", "grades"),
    [
        ("[8, 14]", "[3, 8]"),
        ("[8, 14]", "9"),  # the youngest of the class
        ("[8, 14]", "2"),  # the oldest of the class
        ("bis 6", "1"),
        ("bis 10", "ab 5"),
        ("ab 19", "13"),  # a year older than most
        ("ab 14", "bis 8"),
    ],
)
def test_ages_and_grades_that_share_a_year_fit(check: Check, ages: str, grades: str) -> None:
    assert check("offers/x.md", OFFER, ages=ages, grades=grades) == []


@pytest.mark.parametrize(
    ("changes", "at", "stages", "years", "deciding", "holds"),
    [
        ({"ages": "[6, 9]", "stages": "[sek2]"}, 23, "sek2", 16, "ages", "gilt das Alter"),
        ({"ages": "ab 19", "stages": "[kita, grundschule]"}, 23, "kita, grundschule", 3, "ages", "gilt das Alter"),
        ({"ages": None, "grades": "[1, 4]", "stages": "[kita, sek2]"}, 23, "sek2", 16, "grades", "gelten die Klassen"),
        ({"ages": "bis 17", "stages": "erwachsene"}, 23, "erwachsene", 18, "ages", "gilt das Alter"),
    ],
)  # fmt: skip
def test_stages_fit_what_decides(
    check: Check, changes: Changes, at: int, stages: str, years: int, deciding: str, holds: str
) -> None:
    assert check("offers/x.md", OFFER, **changes) == [
        f"{at}: Hinweis M122: Feld „Bildungsphasen“ (stages): {stages} heißt etwa {years} Jahre und mehr, "
        f"das passt nicht zu {deciding}. Prüfen Sie beide Angaben; es {holds}."
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"ages": "bis 18", "stages": "hochschule"},
        {"ages": "[6, 9]", "stages": "[grundschule, sek2]"},
        {"ages": "ab 60", "stages": "erwachsene"},
        {"ages": "6", "stages": "kita"},  # one who starts school late
        {"ages": None, "grades": "[1, 4]", "stages": "grundschule"},
        {"ages": None, "grades": "[1, 4]", "stages": "[kita, hochschule]"},  # they say more
    ],
)
def test_stages_that_share_a_year_fit(check: Check, changes: Changes) -> None:
    assert check("offers/x.md", OFFER, **changes) == []


def test_of_grades_and_stages_that_both_miss_the_ages_one_is_said(check: Check) -> None:
    assert check("offers/x.md", OFFER, ages="[6, 8]", grades="[9, 12]", stages="sek2") == [
        "23: Hinweis M122: Feld „Klassen“ (grades): Klasse 9 heißt etwa 14 Jahre, das passt nicht zum Alter in ages. "
        "Prüfen Sie beide Angaben; es gilt das Alter."
    ]


def test_grades_that_fit_do_not_excuse_stages(check: Check) -> None:
    assert check("offers/x.md", OFFER, ages="[6, 8]", grades="[1, 3]", stages="sek2") == [
        "24: Hinweis M122: Feld „Bildungsphasen“ (stages): sek2 heißt etwa 16 Jahre und mehr, das passt nicht zu ages. "
        "Prüfen Sie beide Angaben; es gilt das Alter."
    ]


def test_an_unreadable_age_is_not_compared(check: Check) -> None:
    assert check("offers/x.md", OFFER, ages="130", grades="[9, 12]") == [
        "9: Fehler M112: Feld „Alter“ (ages): „130“: Alter 130 gibt es nicht. Erlaubt sind 0 bis 120: ages: [8, 14]"
    ]


# M124


def test_a_provider_has_a_city_or_says_whom_it_serves(check: Check) -> None:
    assert check("providers/x.md", PROVIDER, city=None) == [
        "1: Fehler M124: Feld „Stadt oder Gemeinde“ (city) fehlt. Ergänzen Sie den Ort der Einrichtung: "
        "city: Görlitz – oder, wenn sie keinen hat: serves: sachsenweit"
    ]


def test_a_network_says_which_districts_it_serves(check: Check) -> None:
    assert check("networks/x.md", NETWORK, serves=None) == [
        "1: Fehler M124: Feld „Gilt auch für“ (serves) fehlt. Ergänzen Sie Kreise oder das ganze Land: "
        "serves: sachsenweit"
    ]


@pytest.mark.parametrize(("name", "text"), [("offers/x.md", OFFER), ("events/x.md", EVENT)])
@pytest.mark.parametrize("mode", ["vor-ort", "hybrid"])
def test_what_is_on_site_names_the_city(check: Check, name: str, text: str, mode: str) -> None:
    assert check(name, text, mode=mode, city=None) == [
        "1: Fehler M124: Feld „Stadt oder Gemeinde“ (city) fehlt. Ergänzen Sie den Ort: city: Görlitz – oder, "
        "wenn es viele Orte sind: serves: sachsenweit"
    ]


@pytest.mark.parametrize(("name", "text"), [("offers/x.md", OFFER), ("events/x.md", EVENT)])
@pytest.mark.parametrize("mode", ["mobil", "online"])
def test_what_has_no_site_names_districts_even_beside_a_city(
    check: Check, name: str, text: str, mode: str
) -> None:
    assert check(name, text, mode=mode) == [
        "1: Fehler M124: Feld „Gilt auch für“ (serves) fehlt. Nennen Sie die Kreise, für die es da ist: "
        "serves: [goerlitz, bautzen] – oder: serves: sachsenweit"
    ]


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        ("providers/x.md", PROVIDER, {"city": None, "serves": "sachsenweit"}),
        ("networks/x.md", NETWORK, {"serves": "sachsenweit"}),
        ("offers/x.md", OFFER, {"city": None, "serves": "[goerlitz]"}),
        ("offers/x.md", OFFER, {"mode": "hybrid", "city": None, "serves": "[goerlitz]"}),
        ("offers/x.md", OFFER, {"mode": "mobil", "serves": "[goerlitz]"}),
        ("offers/x.md", OFFER, {"mode": "mobil", "city": None, "serves": "[goerlitz]"}),
        ("events/x.md", EVENT, {"mode": "online", "city": None, "serves": "landesweit"}),
    ],
)
def test_serves_stands_for_a_place(check: Check, name: str, text: str, changes: Changes) -> None:
    assert check(name, text, **changes) == []


def test_without_a_mode_nothing_is_said_about_the_place(check: Check) -> None:
    assert check("offers/x.md", OFFER, mode=None, city=None) == [
        "1: Fehler M101: Feld „Art der Teilnahme“ (mode) fehlt. Ergänzen Sie im Kopfteil: mode: vor-ort"
    ]


def test_a_district_for_serves_that_is_unknown_is_not_missing_too(check: Check) -> None:
    assert check("networks/x.md", NETWORK, serves="[atlantis]") == [
        "5: Fehler M203: Feld „Gilt auch für“ (serves): „atlantis“ gibt es nicht. "
        "Möglich sind zum Beispiel bautzen, chemnitz, dresden; alle Werte nennt die Seite „Felder“ unter serves."
    ]


# M104


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("venue", "Ort"),
        ("street", "Straße"),
        ("postcode", "Postleitzahl"),
        ("topics", "Themen"),
        ("for_schools", "Für Schulen"),
        ("access", "Barrierefreiheit"),
        ("schedule", "Zeiten"),
        ("registration", "Anmeldung"),
        ("website", "Website"),
    ],
)
@pytest.mark.parametrize("nothing", [None, ""])
def test_a_field_that_helps_visitors_is_noted_when_it_is_missing(
    check: Check, key: str, label: str, nothing: str | None
) -> None:
    assert check("offers/x.md", OFFER, **{key: nothing}) == [missing(f"{label} ({key})")]


ALL_SHOULD = dict.fromkeys(
    ("venue", "street", "postcode", "topics", "for_schools", "access", "schedule", "registration", "website")
)


def test_one_note_names_all_missing_fields_in_the_order_of_the_reference(check: Check) -> None:
    assert check("offers/x.md", OFFER, **ALL_SHOULD) == [
        missing(
            "Ort (venue)",
            "Straße (street)",
            "Postleitzahl (postcode)",
            "Themen (topics)",
            "Für Schulen (for_schools)",
            "Barrierefreiheit (access)",
            "Zeiten (schedule)",
            "Anmeldung (registration)",
            "Website (website)",
        )
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": "online", "city": None, "serves": "sachsenweit"},
        {"mode": "mobil", "city": "Görlitz", "serves": "[goerlitz]"},
        {"mode": "vor-ort", "city": None, "serves": "sachsenweit"},
    ],
)
def test_what_has_no_place_is_not_asked_for_one(check: Check, changes: Changes) -> None:
    lines = check("offers/x.md", OFFER, **{**ALL_SHOULD, **changes})
    assert lines == [
        missing(
            "Themen (topics)",
            "Für Schulen (for_schools)",
            "Barrierefreiheit (access)",
            "Zeiten (schedule)",
            "Anmeldung (registration)",
            "Website (website)",
        )
    ]


def test_an_offer_that_also_serves_others_is_still_asked_for_its_place(check: Check) -> None:
    assert check("offers/x.md", OFFER, venue=None, street=None, serves="[bautzen]") == [
        missing("Ort (venue)", "Straße (street)")
    ]


def test_an_offer_that_is_over_is_asked_for_nothing(check: Check) -> None:
    assert check("offers/x.md", OFFER, status="beendet", **ALL_SHOULD) == []


@pytest.mark.parametrize("status", ["aktiv", "unbestaetigt", "pausiert"])
def test_an_offer_that_may_go_on_is_asked(check: Check, status: str) -> None:
    assert check("offers/x.md", OFFER, status=status, venue=None) == [missing("Ort (venue)")]


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "2026-11-20"},
        {"start": "2026-11-19", "end": "2026-11-20 23:59"},
        {"start": None, "dates": "[2026-01-09, 2026-11-20]"},
        {"start": "2026-01-05", "repeats": "woechentlich", "until": "2026-11-20"},
    ],
)
def test_an_event_that_is_past_is_asked_for_nothing(check: Check, changes: Changes) -> None:
    assert check("events/x.md", EVENT, venue=None, **changes) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "2026-11-21"},
        {"start": "2026-11-19", "end": "2026-11-21"},
        {"start": "2026-01-09", "dates": "[2026-02-09, 2026-11-21]"},
        {"start": "2026-01-05", "repeats": "woechentlich", "until": "2026-11-21"},
    ],
)
def test_an_event_of_today_is_asked(check: Check, changes: Changes) -> None:
    assert check("events/x.md", EVENT, venue=None, **changes) == [missing("Ort (venue)")]


@pytest.mark.parametrize(
    ("name", "text", "changes", "expected"),
    [
        (
            "providers/x.md",
            PROVIDER,
            {"venue": None, "street": None, "postcode": None, "website": None},
            ["Ort (venue)", "Straße (street)", "Postleitzahl (postcode)", "Website (website)"],
        ),
        ("providers/x.md", PROVIDER, {"venue": None, "city": None, "serves": "sachsenweit", "website": None}, ["Website (website)"]),
        ("networks/x.md", NETWORK, {"website": None}, ["Website (website)"]),
        ("events/x.md", EVENT, {"website": None, "registration": None}, ["Anmeldung (registration)", "Website (website)"]),
    ],
)  # fmt: skip
def test_other_kinds_are_asked_for_their_own_fields(
    check: Check, name: str, text: str, changes: Changes, expected: list[str]
) -> None:
    assert check(name, text, **changes) == [missing(*expected)]


# M115


@pytest.mark.parametrize(
    ("name", "text", "key", "at", "label"),
    [
        ("offers/x.md", OFFER, "website", 19, "Website"),
        ("offers/x.md", OFFER, "source", 20, "Quelle"),
        ("providers/x.md", PROVIDER, "website", 9, "Website"),
        ("funding/x.md", FUNDING, "website", 8, "Website"),
        ("news/x.md", NEWS, "source", 6, "Quelle"),
        ("regions/goerlitz.md", DISTRICT, "website", 12, "Website"),
    ],
)
def test_addresses_begin_with_https(
    check: Check, name: str, text: str, key: str, at: int, label: str
) -> None:
    assert check(name, text, **{key: "http://www.example.net/ä?a=1#b"}) == [
        f"{at}: Hinweis M115: Feld „{label}“ ({key}): „http://www.example.net/ä?a=1#b“ beginnt mit http://. "
        f"Probieren Sie, ob es auch verschlüsselt geht: {key}: https://www.example.net/ä?a=1#b"
    ]


def test_a_scheme_in_capitals_is_unencrypted_too(check: Check) -> None:
    assert check("offers/x.md", OFFER, website="HTTP://www.example.org") == [
        "19: Hinweis M115: Feld „Website“ (website): „http://www.example.org“ beginnt mit http://. "
        "Probieren Sie, ob es auch verschlüsselt geht: website: https://www.example.org"
    ]


def test_the_address_of_a_coordination_is_found_at_its_own_line(check: Check) -> None:
    coordination = "\n  organisation: Koordinierungsstelle\n  website: http://www.example.org/ko"
    assert check("regions/goerlitz.md", DISTRICT, coordination=coordination) == [
        "14: Hinweis M115: Feld „Koordinierung“ (coordination.website): „http://www.example.org/ko“ beginnt mit http://. "
        "Probieren Sie, ob es auch verschlüsselt geht: website: https://www.example.org/ko"
    ]


# M408


def person(at: int, address: str, field: str = "„Kontakt“ (contact)") -> str:
    return (
        f"{at}: Hinweis M408: Feld {field}: „{address}“ nennt eine Person. Nehmen Sie, wenn es sie gibt, "
        f"eine allgemeine Adresse: contact: info@{address.partition('@')[2]}"
    )


@pytest.mark.parametrize(
    "address", ["erika.muster@example.org", "k_wićaz@example.org", "Jörg.Müller@example.org"]
)
def test_a_contact_names_no_person(check: Check, address: str) -> None:
    expected = [person(23, address)] if not address.startswith("k_") else []
    assert check("offers/x.md", OFFER, contact=address) == expected


def test_a_person_in_a_list_is_found_at_its_own_line(check: Check) -> None:
    contact = '\n  - info@example.org\n  - erika.muster@example.org\n  - "0341 123456"'
    assert check("providers/x.md", PROVIDER, contact=contact) == [person(15, "erika.muster@example.org")]


@pytest.mark.parametrize(
    "contact",
    ["info@example.org", "muster@example.org", "mint.team@example.org", '"0341 123456"', "[]", "jugend.haus@example.org"],
)  # fmt: skip
def test_an_office_is_no_person(check: Check, contact: str) -> None:
    assert check("offers/x.md", OFFER, contact=contact) == []


def test_a_coordination_names_no_person(check: Check) -> None:
    coordination = (
        "\n  organisation: Koordinierungsstelle\n  contact: [info@example.org, erika.muster@example.org]"
    )
    assert check("regions/goerlitz.md", DISTRICT, coordination=coordination) == [
        person(14, "erika.muster@example.org", "„Koordinierung“ (coordination.contact)")
    ]


# M406


@pytest.mark.parametrize(
    "title", ["ROBOTIK FÜR ALLE", "GROßE FORSCHER", "MINT TREFFEN", "3D-DRUCK & LÖTEN FÜR ALLE", "ŁUŽICA ŽIVA ŠULA"]
)  # fmt: skip
def test_a_title_is_not_written_in_capitals(check: Check, title: str) -> None:
    assert check("offers/x.md", OFFER, title=title) == [
        f"2: Hinweis M406: Feld „Titel“ (title): „{title}“ ist durchgehend groß geschrieben. Schreiben Sie groß und "
        "klein wie sonst auch, zum Beispiel: title: Robotik für Einsteiger"
    ]


@pytest.mark.parametrize(
    "title",
    [
        "MINT TREFFS",  # ten letters: names may be that long
        "INSPIRATAZENTRUM",  # one word is a name
        "INSPIRATA in LEIPZIG UND DRESDEN",
        "ROBOTIK FÜR ALLe",
        '"2026 1234567890"',
        "Łužica Živa Šula",
    ],
)
def test_a_name_in_capitals_is_fine(check: Check, title: str) -> None:
    assert check("offers/x.md", OFFER, title=title) == []


@pytest.mark.parametrize(
    ("name", "text"), [("news/x.md", NEWS), ("funding/x.md", FUNDING), ("networks/x.md", NETWORK)]
)
def test_titles_of_all_kinds_are_looked_at(check: Check, name: str, text: str) -> None:
    [line] = check(name, text, title="ALLES IST NEU HEUTE")
    assert line.startswith("2: Hinweis M406: Feld „Titel“ (title): „ALLES IST NEU HEUTE“ ")
