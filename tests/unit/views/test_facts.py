"""Facts on record pages: the questions, their order, what is said and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minthub.listing import Listing
from minthub.views.facts import Facts, contact_link, outside, record_link
from minthub.views.site import FactGroup, Link

One = Callable[..., tuple[Listing, Any]]
Add = Callable[..., None]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}
MAP = "Auf der Karte ansehen (OpenStreetMap)"
WHO = "Wer steht dahinter, und wie frisch ist das?"


def groups_of(made: tuple[Listing, Any]) -> dict[str, dict[str, tuple[Link, ...]]]:
    """Facts by the title of their group and their label."""
    listing, record = made
    return {
        group.title: {fact.label: fact.items for fact in group.facts} for group in Facts(listing).of(record)
    }


def tags_of(made: tuple[Listing, Any], beginning: str) -> list[Link]:
    """Tags whose address begins like this, or those that lead nowhere."""
    listing, record = made
    return [tag for tag in Facts(listing).tags(record) if tag.href.startswith(beginning) and tag.href]


def texts(items: tuple[Link, ...]) -> list[str]:
    return [item.text for item in items]


def said(made: tuple[Listing, Any], group: str, label: str) -> list[str]:
    return texts(groups_of(made)[group][label])


# The questions


@pytest.mark.parametrize(
    ("folder", "titles"),
    [
        (
            "offers",
            ["Wann und wo?", "Was kostet es?", "Wie melde ich mich an?", "Ist das etwas für uns?", WHO],
        ),
        (
            "events",
            ["Wann und wo?", "Was kostet es?", "Wie melde ich mich an?", "Ist das etwas für uns?", WHO],
        ),
        ("providers", ["Wo und wie erreichbar?", WHO]),
        ("networks", ["Wer arbeitet hier zusammen?", WHO]),
        ("funding", ["Wer bekommt was?", WHO]),
        ("news", ["Worum geht es?", WHO]),
    ],
)
def test_the_questions_of_a_kind_in_their_order(folder: str, titles: list[str], one: One) -> None:
    assert list(groups_of(one(folder))) == titles


@pytest.mark.parametrize("folder", ["offers", "events", "providers", "networks", "funding", "news"])
def test_no_label_stands_twice_under_a_question(folder: str, one: One) -> None:
    listing, record = one(folder)
    found: list[FactGroup] = Facts(listing).of(record)
    for group in found:
        labels = [fact.label for fact in group.facts]
        assert len(labels) == len(set(labels))
        assert "" not in labels


@pytest.mark.parametrize(
    ("folder", "group", "labels"),
    [
        (
            "offers",
            "Ist das etwas für uns?",
            ["Für wen", "Für Schulklassen", "Barrierefreiheit"],
        ),
        ("offers", "Wann und wo?", ["Wann", "Art", "Ort", "Kreis"]),
        ("offers", "Was kostet es?", ["Kosten"]),
        ("offers", "Wie melde ich mich an?", ["Anmeldung", "Website", "Kontakt"]),
        ("offers", WHO, ["Anbieter", "Quelle", "Geprüft am"]),
        ("events", "Wann und wo?", ["Wann", "Art", "Ort", "Kreis"]),
        ("providers", "Wo und wie erreichbar?", ["Ort", "Kreis", "Website", "Kontakt"]),
        ("networks", "Wer arbeitet hier zusammen?", ["Gilt für", "Koordination", "Website", "Kontakt"]),
        (
            "funding",
            "Wer bekommt was?",
            ["Wer bekommt Geld", "Wie viel", "Fristen", "Fördergeber", "Gilt für", "Website"],
        ),
        ("news", "Worum geht es?", ["Datum", "Betrifft"]),
        ("news", WHO, ["Quelle", "Geprüft am"]),
    ],
)
def test_the_labels_under_a_question(folder: str, group: str, labels: list[str], one: One) -> None:
    assert list(groups_of(one(folder))[group]) == labels


# For whom


@pytest.mark.parametrize(
    ("changes", "whom"),
    [
        ({}, ["8 bis 14 Jahre"]),
        ({"grades": "[3, 8]"}, ["8 bis 14 Jahre", "Klasse 3 bis 8"]),
        ({"ages": None, "grades": "[3, 8]"}, ["Klasse 3 bis 8"]),
        ({"audiences": "[maedchen, familien]"}, ["8 bis 14 Jahre", "Familien, Mädchen"]),
        ({"ages": None, "stages": "[kita]"}, ["Kita"]),
    ],
)
def test_for_whom_it_is(changes: dict[str, str | None], whom: list[str], one: One) -> None:
    assert said(one("offers", **changes), "Ist das etwas für uns?", "Für wen") == whom


@pytest.mark.parametrize(
    ("changes", "links"),
    [
        (
            {},
            [
                Link("Grundschule", "alter/grundschule/"),
                Link("Klasse 5 bis 7", "alter/klasse-5-7/"),
                Link("Klasse 8 bis 10", "alter/klasse-8-10/"),
            ],
        ),
        ({"ages": "[3, 5]"}, [Link("Kita", "alter/kita/")]),
        ({"ages": "[5, 6]"}, [Link("Kita", "alter/kita/"), Link("Grundschule", "alter/grundschule/")]),
        ({"ages": "ab 19"}, [Link("Studium und Erwachsene", "alter/studium-erwachsene/")]),
        (
            {"ages": None, "grades": "[11, 13]"},
            [Link("Oberstufe und Ausbildung", "alter/oberstufe-ausbildung/")],
        ),
    ],
)
def test_age_groups_lead_to_their_pages(changes: dict[str, str | None], links: list[Link], one: One) -> None:
    assert tags_of(one("offers", **changes), "alter/") == links


def test_subjects_lead_to_their_pages(one: One) -> None:
    assert tags_of(one("offers", subjects="[technik, mathematik]"), "faecher/") == [
        Link("Mathematik", "faecher/mathematik/"),
        Link("Technik", "faecher/technik/"),
    ]


def test_a_topic_is_a_link_once_three_offers_share_it(one: One, add: Add) -> None:
    add("offers/a", title="Zweite AG", topics="[Robotik, Löten]")
    add("offers/b", title="Dritte AG", topics="[Robotik, Löten]")
    listing, record = one("offers", topics="[Robotik, Bionik]")
    assert Facts(listing).tags(record)[-2:] == (Link("Robotik", "faecher/themen/robotik/"), Link("Bionik"))


@pytest.mark.parametrize("folder", ["providers", "networks", "funding", "news"])
def test_only_what_one_takes_part_in_has_tags(folder: str, one: One) -> None:
    listing, record = one(folder)
    assert Facts(listing).tags(record) == ()


def test_a_topic_in_another_spelling_leads_to_the_same_page(one: One, add: Add) -> None:
    add("offers/a", title="Erste AG", topics="[3D-Druck]")
    add("offers/b", title="Zweite AG", topics="[3D-Druck]")
    made = one("offers", topics="[3D Druck]")
    assert tags_of(made, "faecher/themen/") == [Link("3D Druck", "faecher/themen/3d-druck/")]


@pytest.mark.parametrize(
    ("changes", "label", "items"),
    [
        ({"for_schools": "ja"}, "Für Schulklassen", ["ja"]),
        ({"for_schools": "nein"}, "Für Schulklassen", ["nein"]),
        ({"for_schools": None}, "Für Schulklassen", []),
        ({"gta": "ja"}, "Ganztagsangebot", ["ja"]),
        ({"gta": "nein"}, "Ganztagsangebot", ["nein"]),
        ({"gta_note": "nur im Winter"}, "Ganztagsangebot", ["nur im Winter"]),
        ({"gta": "ja", "gta_note": "nur im Winter"}, "Ganztagsangebot", ["ja", "nur im Winter"]),
        ({"languages": "[de, hsb]"}, "Sprachen", ["Deutsch, Obersorbisch"]),
        ({"group_size": "bis 12 Kinder"}, "Gruppengröße", ["bis 12 Kinder"]),
        ({"access": "[aufzug, stufenlos]"}, "Barrierefreiheit", ["stufenlos erreichbar, Aufzug"]),
        ({"access": None}, "Barrierefreiheit", []),
        ({"access": None, "access_note": "Rampe am Hof"}, "Barrierefreiheit", ["Rampe am Hof"]),
        ({"access_note": "Rampe am Hof"}, "Barrierefreiheit", ["stufenlos erreichbar", "Rampe am Hof"]),
    ],
)
def test_a_fact_about_who_fits(
    changes: dict[str, str | None], label: str, items: list[str], one: One
) -> None:
    assert said(one("offers", **changes), "Ist das etwas für uns?", label) == items


@pytest.mark.parametrize("label", ["Ganztagsangebot", "Sprachen", "Gruppengröße"])
def test_what_few_offers_have_is_not_named_where_it_is_missing(label: str, one: One) -> None:
    assert label not in groups_of(one("offers"))["Ist das etwas für uns?"]


# When and where


@pytest.mark.parametrize(
    ("changes", "items"),
    [
        ({}, ["mittwochs 15–17 Uhr"]),
        ({"holidays": "[herbstferien]"}, ["mittwochs 15–17 Uhr", "Herbstferien"]),
        ({"schedule": None, "holidays": "[herbstferien]"}, ["Herbstferien"]),
        ({"schedule": None}, []),
    ],
)
def test_when_an_offer_is(changes: dict[str, str | None], items: list[str], one: One) -> None:
    assert said(one("offers", **changes), "Wann und wo?", "Wann") == items


def test_an_event_names_its_coming_times_only(one: One) -> None:
    made = one("events", start="2026-11-07 10:00", dates='["2026-11-21 10:00", "2026-12-05 10:00"]')
    assert said(made, "Wann und wo?", "Wann") == [
        "Samstag, 21. November 2026, 10 Uhr",
        "Samstag, 5. Dezember 2026, 10 Uhr",
    ]


def test_an_event_that_is_over_names_its_past_times(one: One) -> None:
    made = one("events", start="2026-11-07 10:00", dates='["2026-11-14 10:00"]')
    assert said(made, "Wann und wo?", "Wann") == [
        "Samstag, 7. November 2026, 10 Uhr",
        "Samstag, 14. November 2026, 10 Uhr",
    ]


def test_an_event_names_twelve_times_at_most(one: One) -> None:
    made = one("events", start="2026-11-23", repeats="woechentlich", until="2027-07-09")
    named = said(made, "Wann und wo?", "Wann")
    assert (len(named), named[0], named[-1]) == (
        12,
        "Montag, 23. November 2026",
        "Montag, 8. Februar 2027",
    )


def test_an_event_leaves_the_holidays_of_the_state_out(one: One) -> None:
    made = one(
        "events", start="2026-12-14", repeats="woechentlich", until="2027-01-04", **{"except": "ferien"}
    )
    assert said(made, "Wann und wo?", "Wann") == [
        "Montag, 14. Dezember 2026",
        "Montag, 21. Dezember 2026",
        "Montag, 4. Januar 2027",
    ]


def test_an_event_leads_to_its_offer(one: One, add: Add) -> None:
    add("offers/robotik")
    groups = groups_of(one("events", offer="robotik"))
    assert groups["Wann und wo?"]["Gehört zu"] == (Link("Robotik-AG im Jugendhaus", "angebote/robotik/"),)


@pytest.mark.parametrize(
    ("mode", "text"), [("vor-ort", "vor Ort"), ("hybrid", "vor Ort und online"), ("mobil", "kommt zu Ihnen")]
)
def test_how_one_takes_part(mode: str, text: str, one: One) -> None:
    assert said(one("offers", mode=mode, serves="[bautzen]"), "Wann und wo?", "Art") == [text]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, ["Jugendhaus", "Hauptstraße 1, 02826 Görlitz", MAP]),
        ({"venue": None}, ["Hauptstraße 1, 02826 Görlitz", MAP]),
        ({"venue": "Görlitz"}, ["Hauptstraße 1, 02826 Görlitz", MAP]),
        ({"geo": "[51.15, 14.99]", "street": None}, ["Jugendhaus", "02826 Görlitz", MAP]),
        ({"street": None, "postcode": None}, ["Jugendhaus", "Görlitz"]),
    ],
)
def test_the_place(changes: dict[str, str | None], place: list[str], one: One) -> None:
    assert said(one("offers", **changes), "Wann und wo?", "Ort") == place


@pytest.mark.parametrize(
    ("changes", "href"),
    [
        ({}, "https://www.openstreetmap.org/search?query=Hauptstra%C3%9Fe+1%2C+02826+G%C3%B6rlitz"),
        (
            {"geo": "[51.15, 14.99]"},
            "https://www.openstreetmap.org/?mlat=51.15&mlon=14.99#map=17/51.15/14.99",
        ),
    ],
)
def test_a_known_point_or_address_can_be_seen_on_a_map(
    changes: dict[str, str | None], href: str, one: One
) -> None:
    assert groups_of(one("offers", **changes))["Wann und wo?"]["Ort"][-1] == Link(MAP, href)


def test_what_has_no_place_says_for_whom_it_is_there(one: One) -> None:
    group = groups_of(one("offers", **NO_PLACE, mode="online", serves="[bautzen, goerlitz]"))["Wann und wo?"]
    assert list(group) == ["Wann", "Art", "Gilt für"]
    assert group["Gilt für"] == (
        Link("Landkreis Bautzen", "kreise/bautzen/"),
        Link("Landkreis Görlitz", "kreise/goerlitz/"),
    )


def test_a_place_with_a_reach_names_both(one: One) -> None:
    group = groups_of(one("offers", serves="sachsenweit", travel="Straßenbahn 4 bis Rathaus"))["Wann und wo?"]
    assert list(group) == ["Wann", "Art", "Ort", "Anfahrt", "Kreis", "Gilt auch für"]
    assert group["Kreis"] == (Link("Landkreis Görlitz", "kreise/goerlitz/"),)
    assert group["Gilt auch für"] == (Link("sachsenweit", "kreise/"),)
    assert texts(group["Anfahrt"]) == ["Straßenbahn 4 bis Rathaus"]


# Cost and registration


@pytest.mark.parametrize(
    ("cost", "price", "items"),
    [
        ("kostenlos", None, ["kostenlos"]),
        ("teilweise", "für Schulen frei", ["teilweise kostenlos", "für Schulen frei"]),
        ("kostenpflichtig", "5 Euro (Stand 2026)", ["kostenpflichtig", "5 Euro (Stand 2026)"]),
        ("unbekannt", None, []),
        ("unbekannt", "auf Anfrage", ["auf Anfrage"]),
    ],
)
def test_what_it_costs(cost: str, price: str | None, items: list[str], one: One) -> None:
    assert said(one("offers", cost=cost, price=price), "Was kostet es?", "Kosten") == items


@pytest.mark.parametrize(
    ("changes", "links"),
    [
        ({}, [Link("ohne Anmeldung")]),
        ({"registration": "empfohlen"}, [Link("Anmeldung empfohlen")]),
        ({"registration": "erforderlich"}, [Link("mit Anmeldung")]),
        ({"registration": None}, []),
        (
            {"registration": "erforderlich", "registration_url": "https://www.example.org/anmeldung"},
            [Link("mit Anmeldung"), Link("Zur Anmeldung", "https://www.example.org/anmeldung")],
        ),
        (
            {"registration": None, "registration_url": "https://www.example.org/anmeldung"},
            [Link("Zur Anmeldung", "https://www.example.org/anmeldung")],
        ),
    ],
)
def test_how_one_registers(changes: dict[str, str | None], links: list[Link], one: One) -> None:
    assert list(groups_of(one("offers", **changes))["Wie melde ich mich an?"]["Anmeldung"]) == links


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        ("2026-12-01", "Dienstag, 1. Dezember 2026"),
        ("2026-12-01 12:00", "Dienstag, 1. Dezember 2026, 12 Uhr"),
    ],
)
def test_until_when_one_registers(deadline: str, text: str, one: One) -> None:
    made = one("events", registration_deadline=deadline)
    assert said(made, "Wie melde ich mich an?", "Anmeldeschluss") == [text]


def test_a_website_without_a_contact_says_that_it_is_missing(one: One) -> None:
    assert groups_of(one("offers"))["Wie melde ich mich an?"]["Kontakt"] == ()


@pytest.mark.parametrize("folder", ["offers", "events"])
def test_without_website_and_contact_those_of_the_provider_are_shown(folder: str, one: One, add: Add) -> None:
    add("providers/jugendhaus", website="https://www.example.org/haus", contact="haus@example.org")
    group = groups_of(one(folder, website=None))["Wie melde ich mich an?"]
    assert list(group) == ["Anmeldung", "Website des Anbieters", "Kontakt des Anbieters"]
    assert group["Website des Anbieters"] == (Link("example.org/haus", "https://www.example.org/haus"),)
    assert group["Kontakt des Anbieters"] == (Link("haus@example.org", "mailto:haus@example.org"),)


def test_its_own_contact_counts_more_than_the_provider_s(one: One, add: Add) -> None:
    add("providers/jugendhaus", website="https://www.example.org/haus", contact="haus@example.org")
    group = groups_of(one("offers", contact="ag@example.org"))["Wie melde ich mich an?"]
    assert list(group) == ["Anmeldung", "Website", "Kontakt"]
    assert texts(group["Kontakt"]) == ["ag@example.org"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {},
            "Website und Kontakt kennen wir nicht, nur den Ort: Jugendhaus, Hauptstraße 1, 02826 Görlitz.",
        ),
        (
            {"venue": None, "street": None, "postcode": None},
            "Website und Kontakt kennen wir nicht, nur den Ort: Görlitz.",
        ),
        (
            {**NO_PLACE, "mode": "online", "serves": "sachsenweit", "provider": "Technikverein"},
            "Website und Kontakt kennen wir nicht, nur den Anbieter: Technikverein.",
        ),
    ],
)
def test_one_sentence_where_nobody_can_be_asked(
    changes: dict[str, str | None], sentence: str, one: One
) -> None:
    made = one("offers", website=None, registration=None, **changes)
    group = groups_of(made)["Wie melde ich mich an?"]
    assert {label: texts(items) for label, items in group.items()} == {"Kontakt": [sentence]}


def test_what_is_known_of_signing_up_stands_before_that_sentence(one: One) -> None:
    group = groups_of(one("offers", website=None, registration="erforderlich"))["Wie melde ich mich an?"]
    assert list(group) == ["Anmeldung", "Kontakt"]


def test_contacts_can_be_used(one: One) -> None:
    group = groups_of(one("offers", contact='[info@example.org, "0341 123456"]'))["Wie melde ich mich an?"]
    assert group["Kontakt"] == (
        Link("info@example.org", "mailto:info@example.org"),
        Link("0341 123456", "tel:+49341123456"),
    )


# Networks, funding, news


def test_a_network_names_who_works_together(one: One, add: Add) -> None:
    add("providers/jugendhaus")
    made = one("networks", members="[jugendhaus, Stadtwerke Łužica]", since="2022-05", until="2027")
    group = groups_of(made)["Wer arbeitet hier zusammen?"]
    assert list(group) == ["Gilt für", "Koordination", "Mitglieder", "Zeitraum", "Website", "Kontakt"]
    assert group["Koordination"] == (Link("Jugendhaus Görlitz", "anbieter/jugendhaus/"),)
    assert group["Mitglieder"] == (
        Link("Jugendhaus Görlitz", "anbieter/jugendhaus/"),
        Link("Stadtwerke Łužica"),
    )
    assert texts(group["Zeitraum"]) == ["seit Mai 2022 bis 2027"]


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        ("2022", None, "seit 2022"),
        ("2022-05-01", None, "seit 1. Mai 2022"),
        (None, "2027-07-31", "bis 31. Juli 2027"),
        ("2022", "2027-07", "seit 2022 bis Juli 2027"),
    ],
)
def test_the_period_of_a_network(since: str | None, until: str | None, text: str, one: One) -> None:
    made = one("networks", since=since, until=until)
    assert said(made, "Wer arbeitet hier zusammen?", "Zeitraum") == [text]


def test_a_network_without_coordinator_says_that_it_is_missing(one: One) -> None:
    assert said(one("networks", coordinator=None), "Wer arbeitet hier zusammen?", "Koordination") == []


def test_a_network_with_an_office_names_its_place(one: One) -> None:
    made = one("networks", venue="Rathaus", street="Markt 1", postcode='"02826"', city="Görlitz")
    assert said(made, "Wer arbeitet hier zusammen?", "Ort") == ["Rathaus", "Markt 1, 02826 Görlitz", MAP]


def test_a_funding_names_what_it_gives_to_whom(one: One) -> None:
    group = groups_of(one("funding"))["Wer bekommt was?"]
    assert {label: texts(items) for label, items in group.items()} == {
        "Wer bekommt Geld": ["Vereine, Schulen"],
        "Wie viel": ["bis 2.000 Euro (Stand 2026)"],
        "Fristen": ["jedes Jahr bis 28. Februar", "bis 31. März 2027"],
        "Fördergeber": ["Stiftung Technik"],
        "Gilt für": ["sachsenweit"],
        "Website": ["example.org/fonds"],
    }


@pytest.mark.parametrize(
    ("districts", "links"),
    [
        (None, (Link("sachsenweit", "kreise/"),)),
        ("[goerlitz]", (Link("Landkreis Görlitz", "kreise/goerlitz/"),)),
    ],
)
def test_whom_news_concern(districts: str | None, links: tuple[Link, ...], one: One) -> None:
    assert groups_of(one("news", districts=districts))["Worum geht es?"]["Betrifft"] == links


# Who says so


def test_where_a_record_is_from(one: One, add: Add) -> None:
    add("providers/jugendhaus")
    add("networks/lausitz")
    group = groups_of(one("offers", networks="[lausitz]", source_date="2026-05", checked_by="anbieter"))[WHO]
    assert group == {
        "Anbieter": (Link("Jugendhaus Görlitz", "anbieter/jugendhaus/"),),
        "Netzwerke": (Link("MINT-Netz Lausitz", "netzwerke/lausitz/"),),
        "Quelle": (
            Link(
                "example.org/robotik",
                "https://www.example.org/robotik",
                note=" (Stand der Quelle: Mai 2026)",
            ),
        ),
        "Geprüft am": (Link("1. November 2026, vom Anbieter bestätigt"),),
    }


def test_a_provider_without_record_is_named_without_link(one: One) -> None:
    assert groups_of(one("offers", provider="Technikverein"))[WHO]["Anbieter"] == (Link("Technikverein"),)


@pytest.mark.parametrize(
    ("checker", "text"),
    [
        ("redaktion", "1. November 2026, aus öffentlicher Quelle erfasst"),
        ("anbieter", "1. November 2026, vom Anbieter bestätigt"),
        ("koordinierung", "1. November 2026, von der Koordinierung bestätigt"),
    ],
)
def test_who_checked_it(checker: str, text: str, one: One) -> None:
    assert said(one("offers", checked_by=checker), WHO, "Geprüft am") == [text]


@pytest.mark.parametrize("folder", ["offers", "networks", "funding"])
def test_of_what_is_not_confirmed_only_the_source_was_read(folder: str, one: One) -> None:
    group = groups_of(one(folder, status="unbestaetigt", checked_by="redaktion"))[WHO]
    assert "Geprüft am" not in group
    assert texts(group["Quelle gelesen am"]) == ["1. November 2026, aus öffentlicher Quelle erfasst"]


# Links


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("https://www.example.org/", "example.org"),
        ("https://www.example.org", "example.org"),
        ("http://example.org/a/b/", "example.org/a/b"),
        ("https://example.org/?q=ä#x", "example.org/?q=ä#x"),
        ("https://www2.example.org", "www2.example.org"),
        ("https://example.org/www.alt", "example.org/www.alt"),
        (f"https://example.org/{'a' * 58}", f"example.org/{'a' * 58}"),
        (f"https://example.org/{'a' * 59}", f"example.org/{'a' * 57}…"),
    ],
)
def test_an_address_outside_shows_where_it_leads(address: str, text: str) -> None:
    assert outside(address) == Link(text, address)
    assert len(text) <= 70


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("info@example.org", "mailto:info@example.org"),
        ("0341 123456", "tel:+49341123456"),
        ("(0341) 12 34-56", "tel:+49341123456"),
        ("0341/123456", "tel:+49341123456"),
        ("+49 341 123456", "tel:+49341123456"),
        ("+49 (0) 341 123456", "tel:+49341123456"),
        ("+49 (0)341 123456", "tel:+49341123456"),
        ("0049 341 123456", "tel:+49341123456"),
        ("00420 123 456 789", "tel:+420123456789"),
        ("+420 123 456 789", "tel:+420123456789"),
        ("116 117", "tel:116117"),
    ],
)
def test_a_contact_can_be_tapped(contact: str, href: str) -> None:
    assert contact_link(contact) == Link(contact, href)


@pytest.mark.parametrize(
    ("folder", "link"),
    [
        ("offers", Link("Robotik-AG im Jugendhaus", "angebote/eins/")),
        ("events", Link("Lange Nacht der Technik", "termine/eins/")),
        ("providers", Link("Jugendhaus Görlitz", "anbieter/eins/")),
        ("networks", Link("MINT-Netz Lausitz", "netzwerke/eins/")),
        ("funding", Link("Technikfonds", "foerderung/eins/")),
        ("news", Link("Neue Werkstatt eröffnet", "neuigkeiten/eins/")),
    ],
)
def test_a_link_to_a_record(folder: str, link: Link, one: One) -> None:
    assert record_link(one(folder)[1]) == link
