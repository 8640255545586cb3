"""Mistakes and wishes become no record: they are answered and sorted by district."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.issues.outcome import Outcome
from tests.conftest import OFFER, PROVIDER

Make = Callable[..., str]
Become = Callable[..., Outcome]
Write = Callable[..., Path]

FOUND = "Vielen Dank fürs Melden! Es geht um `Robotik-AG im Jugendhaus` (`content/offers/goerlitz/robotik-ag.md`). Zuständig: Landkreis Görlitz."  # fmt: skip


@pytest.fixture(autouse=True)
def records(write: Write) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/goerlitz/robotik-ag.md", OFFER, redirect_from="[roboter-klub]")


@pytest.mark.parametrize(
    "page",
    [
        "https://wegweiser.example.org/angebote/robotik-ag/",
        "https://org.github.io/wegweiser/angebote/robotik-ag/?q=1#anmeldung",
        "<https://wegweiser.example.org/angebote/robotik-ag/>",
        "angebote/robotik-ag",
        "offers/robotik-ag",
        "content/offers/goerlitz/robotik-ag.md",
        "/angebote/roboter-klub/",
        "robotik-ag",
        "Robotik-AG im Jugendhaus",
        "Die Seite angebote/robotik-ag/ ist falsch",
    ],
)
def test_the_record_is_found(page: str, body: Make, become: Become) -> None:
    made = become(body("fehler.yml", seite=page, was="Der Preis stimmt nicht."))
    assert (made.action, made.path, made.labels) == ("comment", "", ("Fehler", "kreis: goerlitz"))
    assert made.body.split("\n")[:3] == [
        FOUND,
        "",
        "[Seite ansehen](https://w.example.org/angebote/robotik-ag/) · "
        "[Angaben ändern](https://w.example.org/mitmachen/angebot-eintragen/?eintrag=offers/robotik-ag)",
    ]


def test_a_district_is_responsible_for_itself(body: Make, become: Become) -> None:
    made = become(body("fehler.yml", seite="/kreise/bautzen/", was="Die Website ist neu."))
    assert made.labels == ("Fehler", "kreis: bautzen")
    assert "\n\n[Seite ansehen](https://w.example.org/kreise/bautzen/)\n\n" in made.body


@pytest.mark.parametrize(
    "page", ["", "angebote/gibt-es-nicht/", "@admin <b>", "x" * 5_000, "../../etc/passwd"]
)
def test_an_unknown_page_is_asked_for(page: str, body: Make, become: Become) -> None:
    made = become(body("fehler.yml", seite=page, was="Da stimmt etwas nicht.", quelle="https://example.org"))
    assert made.labels == ("Fehler",)
    assert made.body.startswith("Vielen Dank fürs Melden! Zur Angabe unter „Seite“")
    assert "haben wir keinen Eintrag gefunden. Kopieren Sie bitte die Adresse der Seite" in made.body


@pytest.mark.parametrize(
    ("place", "label"),
    [
        ("Zittau", "kreis: goerlitz"),
        ("02826", "kreis: goerlitz"),
        ("in 04103 Leipzig", "kreis: leipzig-stadt"),
        ("Landkreis Bautzen", "kreis: bautzen"),
    ],
)
def test_a_wish_belongs_to_the_district_of_its_place(
    place: str, label: str, body: Make, become: Become
) -> None:
    made = become(body("wunsch.yml", was="Ein Roboterklub", ort=place, alter="10"))
    assert made.labels == ("Wunsch", label)
    assert made.body.startswith(f"Vielen Dank! Ihr Wunsch ist notiert ({place}).")


@pytest.mark.parametrize("place", ["", "Atlantis", "99999"])
def test_a_wish_from_nowhere_is_a_wish(place: str, body: Make, become: Become) -> None:
    made = become(body("wunsch.yml", was="Ein Roboterklub", ort=place, alter="10"))
    assert (made.action, made.labels) == ("comment", ("Wunsch",))
