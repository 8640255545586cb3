"""Cards: what a list says about a record of each kind, and which remarks it carries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minthub.listing import Listing
from minthub.views.cards import Card, CardFact, Cards
from minthub.views.site import Badge

One = Callable[..., tuple[Listing, Any]]
Add = Callable[..., None]

# What a record needs beside its mode to be without a Fehler.
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}


def card_of(made: tuple[Listing, Any]) -> Card:
    listing, record = made
    return Cards(listing).of(record)


def fact(card: Card, id: str) -> str:
    return next(fact.text for fact in card.facts if fact.id == id)


def badges(card: Card) -> list[str]:
    return [badge.text for badge in card.badges]


# Every kind once, in full


def test_the_card_of_an_offer(one: One) -> None:
    assert card_of(one("offers")) == Card(
        data_id="offers/eins",
        href="angebote/eins/",
        title="Robotik-AG im Jugendhaus",
        kind="Arbeitsgemeinschaft",
        summary="Kinder bauen und programmieren Roboter aus Baukästen.",
        facts=(
            CardFact("ages", "Für", "8 bis 14 Jahre"),
            CardFact("place", "Wo", "Görlitz, Jugendhaus"),
            CardFact("time", "Wann", "mittwochs 15–17 Uhr"),
            CardFact("cost", "Kosten", "kostenlos"),
            CardFact("provider", "Anbieter", "jugendhaus"),
            CardFact("checked", "Geprüft", "01.11.2026"),
        ),
        badges=(),
        subjects=(Badge("informatik", "Informatik"), Badge("technik", "Technik")),
    )


def test_the_card_of_an_event_begins_with_its_time(one: One) -> None:
    assert card_of(one("events")) == Card(
        data_id="events/eins",
        href="termine/eins/",
        title="Lange Nacht der Technik",
        kind="Workshop",
        summary="Labore und Werkstätten öffnen am Abend.",
        facts=(
            CardFact("time", "Wann", "Samstag, 5. Dezember 2026, 16 Uhr"),
            CardFact("place", "Wo", "Görlitz, Jugendhaus"),
            CardFact("ages", "Für", "6 bis 12 Jahre"),
            CardFact("cost", "Kosten", "kostenlos"),
            CardFact("provider", "Anbieter", "jugendhaus"),
            CardFact("checked", "Geprüft", "01.11.2026"),
        ),
        badges=(),
        subjects=(Badge("technik", "Technik"),),
        ends="2026-12-05",
    )


def test_the_card_of_a_provider(one: One) -> None:
    assert card_of(one("providers")) == Card(
        data_id="providers/eins",
        href="anbieter/eins/",
        title="Jugendhaus Görlitz",
        kind="Verein",
        summary="Offenes Haus für Kinder und Jugendliche.",
        facts=(
            CardFact("place", "Wo", "Görlitz, Jugendhaus"),
            CardFact("offers", "Angebote", "noch keine erfasst"),
        ),
        badges=(),
    )


def test_the_card_of_a_network(one: One) -> None:
    assert card_of(one("networks")) == Card(
        data_id="networks/eins",
        href="netzwerke/eins/",
        title="MINT-Netz Lausitz",
        kind="MINT-Region",
        summary="Vereine und Schulen der Lausitz arbeiten zusammen.",
        facts=(
            CardFact("place", "Wo", "Görlitz und Bautzen"),
            CardFact("provider", "Koordination", "jugendhaus"),
            CardFact("checked", "Geprüft", "01.11.2026"),
        ),
        badges=(),
    )


def test_the_card_of_a_funding(one: One) -> None:
    assert card_of(one("funding")) == Card(
        data_id="funding/eins",
        href="foerderung/eins/",
        title="Technikfonds",
        kind="Förderung",
        summary="Geld für Werkzeug und Material.",
        facts=(
            CardFact("ages", "Für", "Vereine, Schulen"),
            CardFact("cost", "Höhe", "bis 2.000 Euro (Stand 2026)"),
            CardFact("time", "Frist", "jedes Jahr bis 28. Februar; bis 31. März 2027"),
            CardFact("provider", "Fördergeber", "Stiftung Technik"),
            CardFact("checked", "Geprüft", "01.11.2026"),
        ),
        badges=(),
    )


@pytest.mark.parametrize("folder", ["offers", "networks", "funding"])
def test_of_what_is_not_confirmed_only_the_source_was_read(folder: str, one: One) -> None:
    listing, record = one(folder, status="unbestaetigt")
    assert Cards(listing).of(record).facts[-1] == CardFact("checked", "Quelle gelesen", "01.11.2026")


def test_the_card_of_news(one: One) -> None:
    assert card_of(one("news")) == Card(
        data_id="news/eins",
        href="neuigkeiten/eins/",
        title="Neue Werkstatt eröffnet",
        kind="Meldung",
        summary="Im Jugendhaus steht jetzt eine Werkstatt.",
        facts=(CardFact("time", "Datum", "10. November 2026"), CardFact("place", "Betrifft", "Görlitz")),
        badges=(),
    )


# Place


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        pytest.param({}, "Görlitz, Jugendhaus", id="city-and-venue"),
        pytest.param({"venue": None}, "Görlitz", id="city"),
        pytest.param({"venue": "Görlitz"}, "Görlitz", id="venue-is-the-city"),
        pytest.param({"city": "Görlitz, OT Hagenwerder"}, "Görlitz, OT Hagenwerder, Jugendhaus", id="locality"),
        pytest.param({**NO_PLACE, "serves": "sachsenweit"}, "sachsenweit", id="many-places"),
        pytest.param({**NO_PLACE, "serves": "[bautzen]"}, "Bautzen", id="one-district"),
        pytest.param({**NO_PLACE, "serves": "[bautzen]", "venue": "Bücherbus"}, "Bücherbus", id="venue"),
        pytest.param(
            {**NO_PLACE, "mode": "mobil", "serves": "[bautzen, goerlitz, meissen]"},
            "kommt zu Ihnen: Bautzen, Görlitz und Meißen",
            id="mobile",
        ),
        pytest.param({**NO_PLACE, "mode": "mobil", "serves": "sachsenweit"}, "kommt zu Ihnen: sachsenweit", id="mobile-state"),
        pytest.param({"mode": "mobil", "serves": "[bautzen]"}, "kommt zu Ihnen: Bautzen", id="mobile-with-seat"),
        pytest.param({**NO_PLACE, "mode": "online", "serves": "sachsenweit"}, "online, sachsenweit", id="online"),
        pytest.param({"mode": "online", "serves": "[goerlitz]"}, "online, Görlitz", id="online-with-seat"),
        pytest.param({"mode": "hybrid"}, "Görlitz, Jugendhaus", id="hybrid"),
        pytest.param({"serves": "sachsenweit"}, "Görlitz, Jugendhaus", id="place-and-reach"),
    ],
)  # fmt: skip
def test_the_place_of_an_offer(changes: dict[str, str | None], place: str, one: One) -> None:
    assert fact(card_of(one("offers", **changes)), "place") == place


@pytest.mark.parametrize(
    ("serves", "reach"),
    [
        ("sachsenweit", "sachsenweit"),
        ("ganz Sachsen", "sachsenweit"),
        ("[goerlitz, sachsenweit]", "sachsenweit"),
        ("[meissen]", "Meißen"),
        ("[meissen, bautzen]", "Meißen und Bautzen"),
        ("[leipzig-stadt, leipzig-land, bautzen]", "Leipzig (Stadt), Leipzig (Landkreis) und Bautzen"),
    ],
)
def test_the_reach_of_a_network(serves: str, reach: str, one: One) -> None:
    assert fact(card_of(one("networks", serves=serves)), "place") == reach


@pytest.mark.parametrize(
    ("districts", "reach"),
    [(None, "sachsenweit"), ("[goerlitz, bautzen]", "Görlitz und Bautzen"), ("[dresden]", "Dresden")],
)
def test_news_without_districts_concern_the_whole_state(districts: str | None, reach: str, one: One) -> None:
    assert fact(card_of(one("news", districts=districts)), "place") == reach


@pytest.mark.parametrize("ids", [(), (None,), ("nirgendwo",)])
def test_a_reach_of_nothing_known_is_missing(ids: tuple[str | None, ...], one: One) -> None:
    listing, _ = one("offers")
    assert Cards(listing).reach(ids) == "keine Angabe"


def test_an_unknown_district_is_left_out_of_a_reach(one: One) -> None:
    listing, _ = one("offers")
    assert Cards(listing).reach(("bautzen", "nirgendwo", None)) == "Bautzen"


# Time


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"schedule": "nach Absprache"}, "nach Absprache"),
        ({"schedule": "montags", "holidays": "ja"}, "montags"),
        ({"schedule": None, "holidays": "ja"}, "in den Ferien"),
        ({"schedule": None, "holidays": "[sommerferien, winterferien]"}, "Winterferien, Sommerferien"),
        ({"schedule": None}, "keine Angabe"),
    ],
)
def test_when_an_offer_is(changes: dict[str, str | None], text: str, one: One) -> None:
    assert fact(card_of(one("offers", **changes)), "time") == text


@pytest.mark.parametrize(
    ("changes", "text", "ends"),
    [
        pytest.param({"start": "2026-11-20"}, "vorbei", "", id="yesterday"),
        pytest.param({"start": "2026-11-21 08:00"}, "Samstag, 21. November 2026, 8 Uhr", "2026-11-21", id="today"),
        pytest.param({"start": "2026-11-19", "end": "2026-11-21"}, "19. bis 21. November 2026", "2026-11-21", id="last-day"),
        pytest.param({"start": "2026-11-18", "end": "2026-11-20"}, "vorbei", "", id="day-after"),
        pytest.param(
            {"start": "2026-11-10 16:00", "duration": "60 min", "repeats": "woechentlich", "until": "2026-12-08"},
            "Dienstag, 24. November 2026, 16 Uhr (1 Stunde)",
            "2026-11-24",
            id="next-of-a-series",
        ),
        pytest.param(
            {"start": None, "dates": '["2026-11-01", "2027-01-09 16:00"]'},
            "Samstag, 9. Januar 2027, 16 Uhr",
            "2027-01-09",
            id="next-of-dates",
        ),
    ],
)  # fmt: skip
def test_an_event_shows_its_next_time_and_ends_with_it(
    changes: dict[str, str | None], text: str, ends: str, one: One
) -> None:
    card = card_of(one("events", **changes))
    assert (fact(card, "time"), card.ends) == (text, ends)


def test_an_offer_leaves_lists_after_its_last_day(one: One) -> None:
    assert card_of(one("offers", expires="2027-07-31")).ends == "2027-07-31"


def test_news_leave_lists_after_their_last_day(one: One) -> None:
    assert card_of(one("news", ends="2026-12-31")).ends == "2026-12-31"


@pytest.mark.parametrize(
    ("day", "text"), [("2026", "2026"), ("2026-05", "Mai 2026"), ("2026-05-01", "1. Mai 2026")]
)
def test_news_say_their_day_as_far_as_it_is_known(day: str, text: str, one: One) -> None:
    assert fact(card_of(one("news", date=day)), "time") == text


# Remarks


@pytest.mark.parametrize(
    ("changes", "texts", "is_quiet"),
    [
        ({}, [], False),
        ({"status": "unbestaetigt"}, ["nicht bestätigt"], True),
        ({"status": "pausiert"}, ["macht Pause"], True),
        ({"status": "beendet"}, ["beendet"], True),
        ({"checked": "2025-11-21"}, [], False),
        ({"checked": "2025-11-20"}, ["Angaben älter als ein Jahr"], False),
        ({"checked": "2025-05-01"}, ["Angaben älter als ein Jahr"], False),
        ({"checked": "2020-01-01"}, ["Angaben älter als ein Jahr"], False),
        ({"status": "pausiert", "checked": "2025-01-01"}, ["macht Pause"], True),
        ({"for_schools": "ja"}, ["für Schulklassen"], False),
        ({"for_schools": "nein"}, [], False),
        ({"for_schools": None}, [], False),
        ({"gta": "ja"}, ["als Ganztagsangebot"], False),
        ({"gta": "nein"}, [], False),
        ({"audiences": "[maedchen]"}, ["Mädchen"], False),
        ({"audiences": "[familien]"}, [], False),
        (
            {"status": "pausiert", "for_schools": "ja", "gta": "ja", "audiences": "[maedchen]"},
            ["macht Pause", "für Schulklassen", "als Ganztagsangebot", "Mädchen"],
            True,
        ),
    ],
)
def test_the_remarks_of_an_offer(
    changes: dict[str, str | None], texts: list[str], is_quiet: bool, one: One
) -> None:
    card = card_of(one("offers", **changes))
    assert (badges(card), card.is_quiet) == (texts, is_quiet)


@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({}, []),
        ({"event_status": "abgesagt"}, ["abgesagt"]),
        ({"event_status": "verschoben"}, ["verschoben"]),
        ({"event_status": "ausgebucht"}, ["ausgebucht"]),
        ({"start": "2026-11-20"}, ["vorbei"]),
        ({"start": "2026-11-20", "event_status": "abgesagt"}, ["abgesagt"]),
        ({"checked": "2024-01-01"}, []),
        ({"for_schools": "ja", "gta": "ja"}, ["für Schulklassen", "als Ganztagsangebot"]),
    ],
)
def test_the_remarks_of_an_event(changes: dict[str, str | None], texts: list[str], one: One) -> None:
    assert badges(card_of(one("events", **changes))) == texts


@pytest.mark.parametrize("folder", ["networks", "funding"])
@pytest.mark.parametrize(
    ("changes", "texts"),
    [
        ({}, []),
        ({"status": "pausiert"}, ["macht Pause"]),
        ({"status": "beendet"}, ["beendet"]),
        ({"checked": "2025-11-20"}, ["Angaben älter als ein Jahr"]),
    ],
)
def test_the_remarks_of_networks_and_funding(
    folder: str, changes: dict[str, str | None], texts: list[str], one: One
) -> None:
    assert badges(card_of(one(folder, **changes))) == texts


@pytest.mark.parametrize("folder", ["providers", "news"])
def test_providers_and_news_carry_no_remarks_however_old(folder: str, one: One) -> None:
    assert card_of(one(folder, checked="2020-01-01")).badges == ()


def test_the_id_of_a_remark_chooses_its_look(one: One) -> None:
    card = card_of(one("offers", status="pausiert", for_schools="ja", gta="ja", audiences="[maedchen]"))
    assert [badge.id for badge in card.badges] == ["status", "schools", "gta", "audience"]


# Missing and other values


@pytest.mark.parametrize(
    ("folder", "changes", "id", "text"),
    [
        ("offers", {"cost": "unbekannt"}, "cost", "keine Angabe"),
        ("offers", {"cost": "kostenpflichtig", "price": "5 Euro (Stand 2026)"}, "cost", "kostenpflichtig: 5 Euro (Stand 2026)"),
        ("offers", {"ages": None, "grades": "[5, 10]"}, "ages", "Klasse 5 bis 10"),
        ("offers", {"ages": None, "stages": "[sek1, grundschule]"}, "ages", "Klasse 5 bis 10, Grundschule"),
        ("offers", {"ages": "ab 1"}, "ages", "ab 1 Jahr"),
        ("events", {"cost": "teilweise"}, "cost", "teilweise kostenlos"),
        ("funding", {"amount": None}, "cost", "keine Angabe"),
        ("funding", {"deadlines": None}, "time", "keine Angabe"),
        ("funding", {"deadlines": "laufend"}, "time", "laufend möglich"),
        ("funding", {"eligible": "[schulen, vereine, kitas]"}, "ages", "Vereine, Schulen, Kitas"),
    ],
)  # fmt: skip
def test_a_fact_of_a_card(folder: str, changes: dict[str, str | None], id: str, text: str, one: One) -> None:
    assert fact(card_of(one(folder, **changes)), id) == text


def test_a_network_without_coordinator_says_nothing_about_one(one: One) -> None:
    assert [fact.id for fact in card_of(one("networks", coordinator=None)).facts] == ["place", "checked"]


def test_the_provider_is_named_by_its_record(one: One, add: Add) -> None:
    add("providers/jugendhaus")
    assert fact(card_of(one("offers")), "provider") == "Jugendhaus Görlitz"


def test_the_coordinator_of_a_network_is_named_by_its_record(one: One, add: Add) -> None:
    add("providers/jugendhaus")
    assert fact(card_of(one("networks")), "provider") == "Jugendhaus Görlitz"


@pytest.mark.parametrize("name", ["jugendhaus", "Jugendhaus Görlitz", "jugendhaus goerlitz", "Juha"])
def test_a_provider_is_found_by_id_title_or_other_name(name: str, one: One, add: Add) -> None:
    add("providers/jugendhaus", aliases="[Juha]")
    assert fact(card_of(one("offers", provider=name)), "provider") == "Jugendhaus Görlitz"


def test_a_provider_counts_its_offers_and_coming_events(one: One, add: Add) -> None:
    add("offers/a", provider="eins")
    add("offers/b", provider="eins", title="Eine andere AG", status="beendet")
    add("events/c", provider="eins")
    add("events/d", provider="eins", title="Gestern", start="2026-11-20")
    assert fact(card_of(one("providers")), "offers") == "2"


def test_subjects_stand_in_the_order_of_the_vocabulary(one: One) -> None:
    card = card_of(one("offers", subjects="[technik, mathematik, naturwissenschaften]"))
    assert [badge.id for badge in card.subjects] == ["mathematik", "naturwissenschaften", "technik"]


def test_umlauts_and_sorbian_letters_stay(one: One) -> None:
    card = card_of(one("offers", title="Łužiska technika žłobje", summary='"Großes & „Kleines“ <Logik>"'))
    assert card.title == "Łužiska technika žłobje"
    assert card.summary == "Großes & „Kleines“ <Logik>"


@pytest.mark.parametrize(
    ("folder", "changes", "line"),
    [
        ("offers", {}, "8 bis 14 Jahre · Görlitz, Jugendhaus · mittwochs 15–17 Uhr · kostenlos"),
        ("offers", {"schedule": None, "cost": "unbekannt"}, "8 bis 14 Jahre · Görlitz, Jugendhaus"),
        (
            "offers",
            {"status": "pausiert", "for_schools": "ja", "cost": "kostenpflichtig", "price": "5 Euro je Kind"},
            "8 bis 14 Jahre · Görlitz, Jugendhaus · mittwochs 15–17 Uhr · kostenpflichtig · macht Pause · für Schulklassen",
        ),
        (
            "events",
            {"event_status": "abgesagt"},
            "Workshop · Samstag, 5. Dezember 2026, 16 Uhr · Görlitz, Jugendhaus · 6 bis 12 Jahre · kostenlos · abgesagt",
        ),
        ("providers", {}, "Verein · Görlitz, Jugendhaus · Angebote: noch keine erfasst"),
        (
            "funding",
            {},
            "Förderung · Vereine, Schulen · bis 2.000 Euro (Stand 2026) · jedes Jahr bis 28. Februar; bis 31. März 2027",
        ),
        ("news", {}, "Meldung · 10. November 2026 · Görlitz"),
    ],
)
def test_a_card_in_one_line(folder: str, changes: dict[str, str | None], line: str, one: One) -> None:
    assert card_of(one(folder, **changes)).line == line


# What nobody knows


def test_what_is_unknown_shares_a_line_in_lists(one: One) -> None:
    card = card_of(one("offers", schedule=None, cost="unbekannt"))
    assert (fact(card, "time"), fact(card, "cost")) == ("keine Angabe", "keine Angabe")
    assert card.brief == (
        *card.facts[:2],
        CardFact("unknown", "Wann, Kosten", "beim Anbieter erfragen"),
        *card.facts[4:],
    )


@pytest.mark.parametrize(
    "changes", [{}, {"schedule": None}, {"cost": "unbekannt"}], ids=["all", "time", "cost"]
)
def test_one_unknown_fact_keeps_its_line(changes: dict[str, str | None], one: One) -> None:
    card = card_of(one("offers", **changes))
    assert card.brief == card.facts


def test_nobody_is_sent_to_a_provider_that_is_not_named(one: One) -> None:
    card = card_of(one("funding", amount=None, deadlines=None))
    assert CardFact("unknown", "Höhe, Frist", "keine Angabe") in card.brief
    assert len(card.brief) == len(card.facts) - 1
