"""What is listed, where and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minthub.calendar import Holiday
from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.listing import MIN_TOPIC_RECORDS, Listing, last_day
from minthub.model.dates import PartialDate
from minthub.model.kinds import Network, Offer, Provider
from tests.conftest import TODAY

Add = Callable[..., None]
Listed = Callable[[], Listing]


def ids(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]


def event_ids(listing: Listing) -> list[str]:
    return [item.event.id for item in listing.events]


@pytest.fixture(autouse=True)
def provider(add: Add) -> None:
    add("providers/jugendhaus")


# What is listed


@pytest.mark.parametrize(
    ("changes", "is_listed"),
    [
        ({}, True),
        ({"status": "aktiv"}, True),
        ({"status": "unbestaetigt"}, True),
        ({"status": "pausiert"}, True),
        ({"status": "beendet"}, False),
        ({"expires": "2026-11-21"}, True),  # the last day belongs to it
        ({"expires": "2026-11-20"}, False),
        ({"expires": "2027-07-31"}, True),
        ({"checked": "2025-11-20"}, True),  # old
        ({"checked": "2024-11-21"}, True),  # stale: two years to the day
        ({"checked": "2024-11-20"}, False),
        ({"checked": "2024-11-20", "status": "pausiert"}, False),
        ({"checked": "2025-11-01", "expires": "2026-11-22", "status": "beendet"}, False),
    ],
)
def test_offers_leave_when_they_end_expire_or_are_two_years_old(
    changes: dict[str, str], is_listed: bool, add: Add, listing: Listed
) -> None:
    add("offers/x", **changes)
    made = listing()
    assert ids(made.catalogue.offers) == ["x"]  # its page stays in any case
    assert ids(made.offers) == (["x"] if is_listed else [])


@pytest.mark.parametrize(
    ("changes", "is_listed"),
    [
        ({}, True),
        ({"until": "2026"}, True),  # until the end of the year
        ({"until": "2025"}, False),
        ({"until": "2026-11"}, True),
        ({"until": "2026-10"}, False),
        ({"until": "2026-11-21"}, True),
        ({"until": "2026-11-20"}, False),
        ({"status": "beendet"}, False),
        ({"checked": "2024-11-20"}, False),
        ({"since": "2016"}, True),
    ],
)
def test_networks_leave_after_their_last_day(
    changes: dict[str, str], is_listed: bool, add: Add, listing: Listed
) -> None:
    add("networks/x", **changes)
    assert ids(listing().networks) == (["x"] if is_listed else [])


@pytest.mark.parametrize(
    ("until", "day"),
    [
        (PartialDate(2026), date(2026, 12, 31)),
        (PartialDate(2026, 1), date(2026, 1, 31)),
        (PartialDate(2026, 4), date(2026, 4, 30)),
        (PartialDate(2027, 2), date(2027, 2, 28)),
        (PartialDate(2028, 2), date(2028, 2, 29)),
        (PartialDate(2028, 2, 29), date(2028, 2, 29)),
        (PartialDate(2026, 7, 5), date(2026, 7, 5)),
        (None, None),
    ],
)
def test_a_month_or_year_lasts_until_its_end(until: PartialDate | None, day: date | None) -> None:
    assert last_day(Network.model_construct(until=until)) == day


def test_the_last_day_of_an_offer_is_its_own() -> None:
    assert last_day(Offer.model_construct(expires=date(2027, 7, 31))) == date(2027, 7, 31)
    assert last_day(Offer.model_construct()) is None
    assert last_day(Provider.model_construct()) is None


@pytest.mark.parametrize(
    ("changes", "is_listed"),
    [
        ({}, True),
        ({"status": "beendet"}, False),
        ({"checked": "2024-11-20"}, False),
        ({"deadlines": "[2026-11-20]"}, False),
        ({"deadlines": "[2026-11-21]"}, True),
        ({"deadlines": "[2026-03-01, 2027-03-01]"}, True),
        ({"deadlines": "[2026-03-01, 28.02.]"}, True),  # every year
        ({"deadlines": "laufend"}, True),
    ],
)
def test_funding_leaves_when_it_ends_its_deadlines_have_passed_or_it_is_two_years_old(
    changes: dict[str, str], is_listed: bool, add: Add, listing: Listed
) -> None:
    add("funding/x", **changes)
    assert ids(listing().funding) == (["x"] if is_listed else [])


@pytest.mark.parametrize(
    ("changes", "is_listed"),
    [
        ({}, True),
        ({"ends": "2026-11-21"}, True),
        ({"ends": "2026-11-20"}, False),
        ({"date": "2020"}, True),  # news without an end stay
        ({"checked": "2020-01-01"}, True),
    ],
)
def test_news_leave_on_the_day_after_their_end(
    changes: dict[str, str], is_listed: bool, add: Add, listing: Listed
) -> None:
    add("news/x", **changes)
    assert ids(listing().news) == (["x"] if is_listed else [])


def test_providers_are_listed_however_old(add: Add, listing: Listed) -> None:
    add("providers/jugendhaus", checked="2020-01-01")
    assert ids(listing().providers) == ["jugendhaus"]


def test_the_day_decides_and_not_the_clock(add: Add, listing: Listed) -> None:
    add("offers/x", expires="2027-01-31")
    catalogue = listing().catalogue
    assert ids(Listing(replace(catalogue, today=date(2027, 1, 31))).offers) == ["x"]
    assert ids(Listing(replace(catalogue, today=date(2027, 2, 1))).offers) == []


# Events


@pytest.mark.parametrize(
    ("changes", "next_day"),
    [
        ({}, "2026-12-05"),
        ({"start": "2026-11-21 09:00"}, "2026-11-21"),  # today, even if the hour has passed
        ({"start": "2026-11-20"}, None),
        ({"start": "2026-11-19", "end": "2026-11-21"}, "2026-11-19"),  # going on
        ({"start": "2026-11-19", "end": "2026-11-20"}, None),
        ({"start": "2026-11-20 22:00", "duration": "6 h"}, "2026-11-20"),  # until four this morning
        ({"start": "2026-11-20 20:00", "duration": "4 h"}, None),  # until midnight
        (
            {"start": "2026-11-10 16:00", "end": "2026-11-10 20:00", "dates": "[2026-11-20 22:00]"},
            "2026-11-20",
        ),
        ({"start": "2026-10-01", "dates": "[2026-11-20, 2026-11-22, 2027-01-01]"}, "2026-11-22"),
        ({"start": None, "dates": "[2027-01-09, 2026-12-12]"}, "2026-12-12"),
        ({"start": "2026-11-04", "repeats": "woechentlich", "until": "2027-01-31"}, "2026-11-25"),
        ({"start": "2026-11-04", "repeats": "woechentlich", "until": "2026-11-20"}, None),
        (
            {
                "start": "2026-11-04",
                "repeats": "woechentlich",
                "until": "2027-01-31",
                "except": "[2026-11-25]",
            },
            "2026-12-02",
        ),
        ({"event_status": "abgesagt"}, "2026-12-05"),  # stays in the list and says so
        ({"checked": "2020-01-01"}, "2026-12-05"),  # events do not age, they end
    ],
)
def test_the_next_time_of_an_event(
    changes: dict[str, str | None], next_day: str | None, add: Add, listing: Listed
) -> None:
    add("events/x", **changes)
    made = listing()
    (event,) = made.catalogue.events
    assert made.is_over(event) is (next_day is None)
    assert [str(item.next.start.day) for item in made.events] == ([next_day] if next_day else [])
    assert (made.next_time(event) is None) is (next_day is None)


def test_holidays_of_the_listing_are_left_out(add: Add, listing: Listed) -> None:
    add("events/x", start="2026-11-25", repeats="woechentlich", until="2026-12-31", **{"except": "[ferien]"})
    catalogue = listing().catalogue
    on_23rd = replace(catalogue, today=date(2026, 12, 23))
    assert [str(item.next.start) for item in Listing(on_23rd).events] == ["2026-12-23"]
    holiday = Holiday("Weihnachtsferien", date(2026, 12, 23), date(2027, 1, 2))
    assert Listing(on_23rd, (holiday,)).events == ()


def test_the_next_event_comes_first(add: Add, listing: Listed) -> None:
    add("events/spaet", title="Am Abend", start="2026-12-05 19:00")
    add("events/frueh", title="Am Morgen", start="2026-12-05 9:00")
    add("events/ganztags", title="Den ganzen Tag", start="2026-12-05")
    add("events/naechstes-jahr", title="Im Januar", start="2027-01-02")
    add("events/laeuft", title="Seit gestern", start="2026-11-20", end="2026-11-30")
    add("events/wieder", title="Jede Woche", start="2026-09-02", repeats="woechentlich", until="2027-01-31")
    assert event_ids(listing()) == ["laeuft", "wieder", "ganztags", "frueh", "spaet", "naechstes-jahr"]


def test_events_at_one_time_are_ordered_by_title(add: Add, listing: Listed) -> None:
    add("events/a", title="Zirkel")
    add("events/b", title="Übung")
    add("events/c", title="ufer")
    add("events/d", title="Abend")
    assert event_ids(listing()) == ["d", "b", "c", "a"]


# Order


def test_offers_are_ordered_by_age_status_and_title(add: Add, listing: Listed) -> None:
    add("offers/a", title="Alt, aber aktiv", checked="2025-05-20")
    add("offers/b", title="Alt und unbestätigt", checked="2025-05-20", status="unbestaetigt")
    add("offers/c", title="Pause", status="pausiert")
    add("offers/d", title="Offen", status="unbestaetigt")
    add("offers/e", title="Zoo")
    add("offers/f", title="Älter als ein Jahr", checked="2025-05-21")  # not stale yet
    add("offers/g", title="äpfel")
    add("offers/h", title="Apfelbaum")
    assert ids(listing().offers) == ["f", "g", "h", "e", "d", "c", "a", "b"]


def test_titles_are_ordered_without_regard_to_case_and_umlauts(add: Add, listing: Listed) -> None:
    titles = ["zebra", "Österreich", "Ofen", "Łužica", "Luft", "Straße", "strasse B", "Ähre", "3D-Druck"]
    for number, title in enumerate(titles):
        add(f"offers/o{number}", title=title)
    assert [offer.title for offer in listing().offers] == [
        "3D-Druck", "Ähre", "Luft", "Łužica", "Ofen", "Österreich", "Straße", "strasse B", "zebra",
    ]  # fmt: skip


@pytest.mark.parametrize("folder", ["networks", "funding"])
def test_networks_and_funding_have_the_same_order(folder: str, add: Add, listing: Listed) -> None:
    add(f"{folder}/a", title="Alt", checked="2025-05-20")
    add(f"{folder}/b", title="Pause", status="pausiert")
    add(f"{folder}/c", title="Zirkel")
    add(f"{folder}/d", title="Übung")
    assert ids(getattr(listing(), folder)) == ["d", "c", "b", "a"]


def test_providers_are_ordered_by_title(add: Add, listing: Listed) -> None:
    add("providers/z", title="Ökohaus", website="https://a.example.org")
    add("providers/y", title="Offene Werkstatt", website="https://b.example.org")
    assert ids(listing().providers) == ["jugendhaus", "y", "z"]


def test_the_newest_news_come_first(add: Add, listing: Listed) -> None:
    for name, day in {
        "jahr": "2026", "monat": "2026-11", "erster": "2026-11-01", "tag": "2026-11-10", "auch": "2026-11-10",
        "silvester": "2025-12-31", "altes-jahr": "2025", "neujahr": "2026-01-01",
    }.items():  # fmt: skip
        add(f"news/{name}", date=day)
    assert ids(listing().news) == [
        "tag", "auch", "erster", "monat", "neujahr", "jahr", "silvester", "altes-jahr",
    ]  # fmt: skip


# By place


def test_districts_are_found_in_the_order_asked_for(listing: Listed) -> None:
    made = listing()
    assert ids(made.districts_of(["goerlitz", "bautzen"])) == ["goerlitz", "bautzen"]
    assert ids(made.districts_of(["sachsenweit", "goerlitz", None, "atlantis"])) == ["goerlitz"]
    assert made.districts_of([]) == ()


def test_offers_lie_in_their_district_and_serve_others(add: Add, listing: Listed) -> None:
    add("offers/hier", title="Nur hier")
    add("offers/auch-hier", title="Hier und in Bautzen", serves="[goerlitz, bautzen]")
    add("offers/dort", title="In Bautzen", postcode='"02625"', city="Bautzen", serves="goerlitz")
    add("offers/land", title="Im ganzen Land", postcode='"01067"', city="Dresden", serves="sachsenweit")
    made = listing()
    assert ids(made.offers_in("goerlitz")) == ["auch-hier", "hier"]
    assert ids(made.offers_serving("goerlitz")) == ["land", "dort"]
    assert ids(made.offers_in("bautzen")) == ["dort"]
    assert ids(made.offers_serving("bautzen")) == ["auch-hier", "land"]
    assert ids(made.offers_in("dresden")) == ["land"]
    assert ids(made.offers_serving("dresden")) == []
    assert ids(made.offers_serving("chemnitz")) == ["land"]


def test_an_offer_online_lies_nowhere_and_serves(add: Add, listing: Listed) -> None:
    online = {"mode": "online", "venue": None, "street": None, "postcode": None, "city": None, "access": None}
    add("offers/online", **online, serves="sachsenweit")
    made = listing()
    assert [ids(made.offers_in(district.id)) for district in made.catalogue.districts] == [[]] * 13
    assert [ids(made.offers_serving(district.id)) for district in made.catalogue.districts] == [
        ["online"]
    ] * 13


def test_what_has_ended_is_nowhere(add: Add, listing: Listed) -> None:
    add("offers/x", status="beendet", serves="bautzen")
    made = listing()
    assert made.offers_in("goerlitz") == made.offers_serving("bautzen") == ()


def test_events_in_a_district_are_those_there_and_those_for_it(add: Add, listing: Listed) -> None:
    add("events/hier", start="2026-12-06")
    add("events/dort", start="2026-12-05", postcode='"02625"', city="Bautzen", serves="goerlitz")
    add("events/land", start="2026-12-04", postcode='"01067"', city="Dresden", serves="sachsenweit")
    add("events/vorbei", start="2026-11-04")
    made = listing()
    assert [item.event.id for item in made.events_in("goerlitz")] == ["land", "dort", "hier"]
    assert [item.event.id for item in made.events_in("bautzen")] == ["land", "dort"]
    assert [item.event.id for item in made.events_in("dresden")] == ["land"]


def test_records_without_a_district_serve_as_well(add: Add, listing: Listed) -> None:
    add("funding/x", serves="[goerlitz]")
    add("funding/y", title="Anderes Geld", serves="sachsenweit")
    made = listing()
    x, y = made.catalogue.funding
    assert [made.serves(x, "goerlitz"), made.serves(x, "bautzen")] == [True, False]
    assert [made.serves(y, "goerlitz"), made.serves(y, "bautzen")] == [True, True]


# By audience and subject


@pytest.mark.parametrize(
    ("changes", "groups"),
    [
        ({"ages": "[8, 14]"}, ("grundschule", "klasse-5-7", "klasse-8-10")),
        ({"ages": "ab 16"}, ("oberstufe-ausbildung", "studium-erwachsene")),
        ({"ages": "bis 5"}, ("kita",)),
        ({"ages": "2"}, ()),
        ({"ages": None, "grades": "[8, 10]"}, ("klasse-8-10",)),
        ({"ages": None, "stages": "[kita, sek1]"}, ("kita", "klasse-5-7", "klasse-8-10")),
    ],
)
def test_age_groups_of_an_offer(
    changes: dict[str, str | None], groups: tuple[str, ...], add: Add, listing: Listed
) -> None:
    add("offers/x", **changes)
    made = listing()
    assert made.groups_of(made.offers[0]) == groups
    assert tuple(group for group, offers in made.offers_by_group.items() if offers) == groups


def test_every_age_group_is_a_key_even_without_offers(listing: Listed) -> None:
    made = listing()
    assert tuple(made.offers_by_group) == made.catalogue.vocabulary.age_groups.ids
    assert set(made.offers_by_group.values()) == {()}


def test_offers_of_a_group_keep_the_order_of_the_list(add: Add, listing: Listed) -> None:
    add("offers/a", title="Zoo", ages="[3, 5]")
    add("offers/b", title="Aquarium", ages="[4, 99]")
    add("offers/c", title="Ende", ages="[3, 5]", status="beendet")
    groups = listing().offers_by_group
    assert ids(groups["kita"]) == ["b", "a"]
    assert ids(groups["grundschule"]) == ["b"]


def test_offers_for_an_audience_and_a_subject(add: Add, listing: Listed) -> None:
    add("offers/a", title="A", audiences="[familien, maedchen]", subjects="[technik]")
    add("offers/b", title="B", audiences="[lehrkraefte]", subjects="[mathematik, informatik]")
    add("offers/c", title="C", subjects="[informatik]")
    made = listing()
    assert ids(made.offers_for_audience("familien")) == ["a"]
    assert ids(made.offers_for_audience("lehrkraefte")) == ["b"]
    assert ids(made.offers_for_audience("migration")) == []
    assert ids(made.offers_with_subject("informatik")) == ["b", "c"]
    assert ids(made.offers_with_subject("naturwissenschaften")) == []


# Topics


def test_topics_need_three_offers(add: Add, listing: Listed) -> None:
    assert MIN_TOPIC_RECORDS == 3
    add("offers/a", title="A", topics="[Robotik, Löten]")
    add("offers/b", title="B", topics="[Robotik, Löten]")
    assert listing().topics == ()
    add("offers/c", title="C", topics="[Robotik]")
    (topic,) = listing().topics
    assert (topic.id, topic.label, ids(topic.offers)) == ("robotik", "Robotik", ["a", "b", "c"])


def test_spellings_of_a_topic_count_together_and_the_first_is_shown(add: Add, listing: Listed) -> None:
    add("offers/b", title="B", topics="[3d-druck]")
    add("offers/a", title="A", topics="[3D-Druck]")
    add("offers/c", title="C", topics="[3D Druck]")
    (topic,) = listing().topics
    assert (topic.id, topic.label) == ("3d-druck", "3D-Druck")


def test_an_offer_counts_once_for_a_topic(add: Add, listing: Listed) -> None:
    add("offers/a", title="A", topics="[Robotik, robotik]")
    add("offers/b", title="B", topics="[Robotik]")
    assert listing().topics == ()


def test_ended_offers_do_not_count_for_a_topic(add: Add, listing: Listed) -> None:
    for name in "abc":
        add(
            f"offers/{name}",
            title=name.upper(),
            topics="[Robotik]",
            status="beendet" if name == "b" else "aktiv",
        )
    assert listing().topics == ()


def test_topics_are_ordered_by_name(add: Add, listing: Listed) -> None:
    for name in "abc":
        add(f"offers/{name}", title=name.upper(), topics="[Robotik, Ökologie, Optik, Löten]")
    assert [topic.id for topic in listing().topics] == ["loeten", "oekologie", "optik", "robotik"]


# By reference


@pytest.mark.parametrize("name", ["jugendhaus", "Jugendhaus Görlitz", "jugendhaus goerlitz", "JuHa"])
def test_a_provider_is_meant_by_id_title_or_alias(name: str, add: Add, listing: Listed) -> None:
    add("providers/jugendhaus", aliases="[JuHa]")
    add("offers/a", provider=name)
    add("events/b", provider=name)
    add("events/vorbei", provider=name, start="2026-01-01")
    made = listing()
    assert [record.key for record in made.of_provider("jugendhaus")] == ["offers/a", "events/b"]


def test_a_provider_without_offers_has_none(add: Add, listing: Listed) -> None:
    add("offers/a", provider="Verein ohne Eintrag")
    made = listing()
    assert made.of_provider("jugendhaus") == []
    assert made.of_provider("unbekannt") == []


def test_offers_and_events_of_a_network(add: Add, listing: Listed) -> None:
    add("networks/lausitz", aliases="[Netz im Osten]")
    add("networks/anderes", title="Anderes Netz")
    add("offers/a", title="A", networks="[lausitz, anderes]")
    add("offers/b", title="B", networks="[Netz im Osten]")
    add("offers/c", title="C", networks="[lausitz]", status="beendet")
    add("offers/d", title="D")
    add("events/e", networks="[MINT-Netz Lausitz]")
    made = listing()
    assert [record.key for record in made.of_network("lausitz")] == ["offers/a", "offers/b", "events/e"]
    assert [record.key for record in made.of_network("anderes")] == ["offers/a"]
    assert made.of_network("unbekannt") == []


def test_a_network_named_twice_counts_once(add: Add, listing: Listed) -> None:
    add("networks/lausitz")
    add("offers/a", networks="[lausitz, MINT-Netz Lausitz]")
    assert ids(listing().of_network("lausitz")) == ["a"]


def test_events_of_an_offer_are_those_to_come(add: Add, listing: Listed) -> None:
    add("offers/robotik")
    add("offers/anderes", title="Anderes")
    add("events/b", offer="robotik", start="2027-01-05")
    add("events/a", offer="Robotik-AG im Jugendhaus", start="2026-12-05")
    add("events/vorbei", offer="robotik", start="2026-11-05")
    add("events/fremd", offer="anderes", title="Fremd")
    add("events/frei", title="Frei")
    made = listing()
    assert ids(made.events_of_offer("robotik")) == ["a", "b"]
    assert ids(made.events_of_offer("anderes")) == ["fremd"]
    assert made.events_of_offer("unbekannt") == []


# Leave-outs of a preview


def test_records_with_a_fehler_are_in_no_list(
    add: Add, loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    add("offers/gut", title="Gut")
    add("offers/falsch", title="Falsch", cost="viel")
    catalogue, report = loaded()
    assert report.has_errors
    assert ids(Listing(catalogue).offers) == ["gut"]


def test_an_empty_catalogue_has_empty_lists(listing: Listed) -> None:
    catalogue = replace(listing().catalogue, records={})
    made = Listing(catalogue)
    assert made.today == TODAY
    for name in ("offers", "events", "networks", "funding", "providers", "news", "topics"):
        assert getattr(made, name) == (), name
    assert made.districts_of(["goerlitz"]) == ()
    assert made.offers_in("goerlitz") == made.events_in("goerlitz") == ()
