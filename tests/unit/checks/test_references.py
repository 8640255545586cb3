"""Rules about names of other records: checks/references.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import EVENT, FUNDING, NETWORK, NEWS

Write = Callable[..., Path]
Messages = Callable[[], list[str]]

NOT_LINKED = (
    "Der Name wird ohne Link gezeigt. Legen Sie bei Gelegenheit unter content/providers/ einen Eintrag an."
)


# M201


@pytest.mark.parametrize(
    ("provider", "remedy"),
    [
        ("Sternwarte Entenhausen", NOT_LINKED),
        ("Šulska zwjazk Łužica", NOT_LINKED),
        ("jugendhau", "Meinen Sie jugendhaus? Dann schreiben Sie: provider: jugendhaus"),
        ("Jugendhaus Görlizt", "Meinen Sie jugendhaus? Dann schreiben Sie: provider: jugendhaus"),
    ],
)
def test_a_provider_without_a_record_is_noted(check: Check, provider: str, remedy: str) -> None:
    assert check("offers/x.md", OFFER, provider=provider) == [
        f"4: Hinweis M201: Feld „Anbieter“ (provider): „{provider}“ hat keinen eigenen Eintrag. {remedy}"
    ]


@pytest.mark.parametrize(
    "provider", ["jugendhaus", "Jugendhaus Görlitz", "JUGENDHAUS-GOERLITZ", '"  Jugendhaus   Görlitz "']
)
@pytest.mark.parametrize(("name", "text"), [("offers/x.md", OFFER), ("events/x.md", EVENT)])
def test_a_provider_is_found_by_id_or_title(check: Check, name: str, text: str, provider: str) -> None:
    assert check(name, text, provider=provider) == []


def test_a_provider_is_found_by_another_name(write: Write, messages: Messages) -> None:
    write("providers/jugendhaus.md", PROVIDER, aliases="[Haus Łužica, JuHa]")
    write("offers/x.md", OFFER, provider="haus luzica")
    assert messages() == []


def test_a_provider_with_a_mistake_of_its_own_is_still_known(write: Write, messages: Messages) -> None:
    write("providers/jugendhaus.md", PROVIDER, checked="2099-01-01")
    write("offers/x.md", OFFER)
    assert [line.partition(": Feld")[0] for line in messages()] == [
        "content/providers/jugendhaus.md:11: Fehler M301"
    ]


def test_a_provider_that_cannot_be_read_is_still_known_by_its_id(write: Write, messages: Messages) -> None:
    write("providers/jugendhaus.md", "---\ntitle: [\n---\n")
    write("offers/x.md", OFFER)
    assert [line.partition(": ")[0] for line in messages()] == ["content/providers/jugendhaus.md:2"]


# M202


@pytest.fixture
def minos(write: Write) -> None:
    write("networks/minos.md", NETWORK, title="MINT in Ostsachsen", aliases="[MinOst]")


def network(at: int, name: str, remedy: str) -> str:
    return f"{at}: Fehler M202: Feld „Netzwerke“ (networks): „{name}“ gibt es nicht. {remedy}"


NO_NETWORK = (
    "Schreiben Sie den Dateinamen eines Eintrags aus content/networks/ ohne .md oder löschen Sie den Namen."
)


@pytest.mark.usefixtures("minos")
@pytest.mark.parametrize(
    ("networks", "expected"),
    [
        ("mino", [network(23, "mino", "Schreiben Sie: networks: [minos]")]),
        ("[mino]", [network(23, "mino", "Schreiben Sie: networks: [minos]")]),
        ("[minos, mino]", [network(23, "mino", "Schreiben Sie: networks: [minos]")]),
        ("Minos", [network(23, "Minos", "Schreiben Sie: networks: [minos]")]),
        ("MINT in Ostsachen", [network(23, "MINT in Ostsachen", "Schreiben Sie: networks: [minos]")]),
        ("Astroverbund", [network(23, "Astroverbund", NO_NETWORK)]),
        (
            "\n  - minos\n  - Astroverbund\n  - mino",
            [network(25, "Astroverbund", NO_NETWORK), network(26, "mino", "Schreiben Sie: networks: [minos, Astroverbund]")],
        ),
    ],
)  # fmt: skip
def test_networks_exist(check: Check, networks: str, expected: list[str]) -> None:
    assert check("offers/x.md", OFFER, networks=networks) == expected


@pytest.mark.usefixtures("minos")
@pytest.mark.parametrize("networks", ["minos", "[minos]", "mint in ostsachsen", "MinOst", "minost", "[]"])
def test_networks_are_found_by_id_or_name(check: Check, networks: str) -> None:
    assert check("events/x.md", EVENT, networks=networks) == []


# M210


@pytest.mark.parametrize(
    ("offer", "remedy"),
    [
        ("robotik-a", "Schreiben Sie: offer: robotik-ag"),
        ("Robotik-AG im Jugendhau", "Schreiben Sie: offer: robotik-ag"),
        ("Sternstunde", "Schreiben Sie den Dateinamen eines Eintrags aus content/offers/ ohne .md."),
    ],
)
def test_the_offer_of_an_event_exists(write: Write, check: Check, offer: str, remedy: str) -> None:
    write("offers/robotik-ag.md", OFFER)
    assert check("events/x.md", EVENT, offer=offer) == [
        f"23: Fehler M210: Feld „Gehört zum Angebot“ (offer): „{offer}“ gibt es nicht. {remedy}"
    ]


@pytest.mark.parametrize("offer", ["robotik-ag", "Robotik-AG im Jugendhaus", "", None])
def test_the_offer_of_an_event_is_found_by_id_or_title(write: Write, check: Check, offer: str | None) -> None:
    write("offers/robotik-ag.md", OFFER)
    assert check("events/x.md", EVENT, offer=offer) == []


def test_an_offer_is_no_other_kind_of_record(check: Check) -> None:
    [line] = check("events/x.md", EVENT, offer="jugendhaus")
    assert line.startswith("23: Fehler M210: ")


# M219


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("[haus-der-sterne]", [(10, "haus-der-sterne")]),
        ("haus-der-sterne", [(10, "haus-der-sterne")]),
        ("\n  - Stadtwerke\n  - haus-1\n  - haus-2", [(12, "haus-1"), (13, "haus-2")]),
    ],
)
def test_a_member_that_looks_like_an_id_is_one(
    check: Check, members: str, expected: list[tuple[int, str]]
) -> None:
    assert check("networks/x.md", NETWORK, members=members) == [
        f"{at}: Hinweis M219: Feld „Mitglieder“ (members): „{name}“ hat keinen eigenen Eintrag. Schreiben Sie den "
        "Namen aus oder legen Sie unter content/providers/ einen Eintrag an."
        for at, name in expected
    ]


def test_a_misspelt_member_is_told(write: Write, check: Check) -> None:
    write("providers/haus-der-sterne.md", PROVIDER, title="Sternenhaus", website="https://www.example.net")
    assert check("networks/x.md", NETWORK, members="[haus-der-stene]") == [
        "10: Hinweis M219: Feld „Mitglieder“ (members): „haus-der-stene“ hat keinen eigenen Eintrag. "
        "Schreiben Sie: haus-der-sterne"
    ]


@pytest.mark.parametrize(
    "members",
    ["jugendhaus", "[Stadtwerke, TU-Dresden, Haus der Sterne]", "[jugendhaus, Jugendhaus Görlitz]", "[sternwarte]", "[]"],
)  # fmt: skip
def test_members_may_be_names(check: Check, members: str) -> None:
    assert check("networks/x.md", NETWORK, members=members) == []


# M215


@pytest.mark.parametrize(
    ("topic", "near"),
    [
        ("robotik", "Robotik"),
        ("ROBOTIK", "Robotik"),
        ("3D Druck", "3D-Druck"),
        ("Loeten", "Löten"),
        ("Kuenstliche Intelligenz", "Künstliche Intelligenz"),
        ("Programieren", "Programmieren"),
        ("Lego", "LEGO"),
    ],
)
def test_a_topic_is_spelt_like_the_known_one(check: Check, topic: str, near: str) -> None:
    assert check("offers/x.md", OFFER, topics=f"[Technikgeschichte, {topic}]") == [
        f"11: Hinweis M215: Feld „Themen“ (topics): „{topic}“ ähnelt dem Thema „{near}“. "
        f"Schreiben Sie, wenn dasselbe gemeint ist: {near}"
    ]


def test_a_topic_in_a_list_is_found_at_its_own_line(check: Check) -> None:
    [line] = check("events/x.md", EVENT, topics="\n  - Robotik\n  - energie")
    assert line == (
        "13: Hinweis M215: Feld „Themen“ (topics): „energie“ ähnelt dem Thema „Energie“. "
        "Schreiben Sie, wenn dasselbe gemeint ist: Energie"
    )


@pytest.mark.parametrize(
    "topics",
    ["[Robotik, 3D-Druck]", "[Wolle, Waldo]", "[Sorbische Sagen]", "[Zoologie]", "[Hysik]", "[Mobotik]"],
)
def test_other_topics_are_free(check: Check, topics: str) -> None:
    assert check("offers/x.md", OFFER, topics=topics) == []


# M212


def taken(at: int, old: str) -> str:
    return (
        f"{at}: Fehler M212: Feld „Frühere Adressen“ (redirect_from): Unter „{old}“ liegt heute ein Eintrag. "
        "Löschen Sie die Kennung aus der Liste."
    )


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [("offers/x.md", OFFER, 23), ("networks/x.md", NETWORK, 10), ("funding/x.md", FUNDING, 12), ("news/x.md", NEWS, 9)],
)  # fmt: skip
def test_an_old_address_is_not_its_own(check: Check, name: str, text: str, at: int) -> None:
    assert check(name, text, redirect_from="x") == [taken(at, "x")]


def test_an_old_address_is_not_that_of_another_record(write: Write, check: Check) -> None:
    write("offers/goerlitz/alt.md", OFFER, title="Etwas anderes")
    assert check("offers/x.md", OFFER, redirect_from="\n  - ganz-alt\n  - alt") == [taken(25, "alt")]


def test_a_record_of_another_kind_has_another_address(check: Check) -> None:
    assert check("offers/x.md", OFFER, redirect_from="[jugendhaus, ganz-alt.md]") == []
