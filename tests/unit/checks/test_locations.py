"""Rules about places: postcode, city, district, coordinates and folder agree: checks/locations.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import DISTRICT, EVENT, NETWORK

Changes = dict[str, str | None]

POSTCODE_MISSING = "1: Hinweis M104: Noch ohne Angabe: Postleitzahl (postcode). Ergänzen Sie, was Sie wissen; der Rest kann fehlen."
UNKNOWN_CITY = (
    "Schreiben Sie den amtlichen Gemeindenamen (Ortsteil: Frohburg, OT Linda), ergänzen Sie district oder, "
    "wenn der Ort außerhalb liegt: serves: sachsenweit"
)


# M204


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [("offers/x.md", OFFER, 7), ("events/x.md", EVENT, 7), ("providers/x.md", PROVIDER, 7)],
)
@pytest.mark.parametrize("postcode", ["10115", "00000", "99999"])
def test_a_postcode_lies_in_the_state(check: Check, name: str, text: str, at: int, postcode: str) -> None:
    assert check(name, text, postcode=f'"{postcode}"') == [
        f"{at}: Fehler M204: Feld „Postleitzahl“ (postcode): {postcode} liegt nicht in Sachsen. Prüfen Sie die Ziffern; "
        "liegt der Ort anderswo, löschen Sie das Feld und schreiben Sie: serves: sachsenweit"
    ]


def test_a_network_with_a_foreign_postcode(check: Check) -> None:
    lines = check("networks/x.md", NETWORK, postcode='"10115"', city="Berlin")
    assert lines == [
        "10: Fehler M204: Feld „Postleitzahl“ (postcode): 10115 liegt nicht in Sachsen. Prüfen Sie die Ziffern; "
        "liegt der Ort anderswo, löschen Sie das Feld und schreiben Sie: serves: sachsenweit"
    ]


def test_a_foreign_postcode_says_nothing_about_the_district(check: Check) -> None:
    [line] = check("offers/x.md", OFFER, postcode='"10115"', district="dresden")
    assert line.startswith("7: Fehler M204: ")


def test_a_postcode_that_cannot_be_read_is_said_once(check: Check) -> None:
    assert check("offers/x.md", OFFER, postcode="2826") == [
        "7: Fehler M117: Feld „Postleitzahl“ (postcode): „2826“ hat nur vier Ziffern. Vermutlich fehlt die Null am "
        'Anfang. Schreiben Sie: postcode: "02826"'
    ]


# M205


@pytest.mark.parametrize(
    ("postcode", "city", "places", "first"),
    [
        ("01067", "Görlitz", "Dresden", "Dresden"),
        ("02826", "Löbau", "Görlitz", "Görlitz"),
        ("02708", "Görlitz", "Löbau oder Dürrhennersdorf oder Großschweidnitz", "Löbau"),
        ("01454", "Görlitz, OT Weinhübel", "Radeberg oder Wachau", "Radeberg"),
    ],
)
def test_a_postcode_belongs_to_the_city(
    check: Check, postcode: str, city: str, places: str, first: str
) -> None:
    assert check("offers/x.md", OFFER, postcode=f'"{postcode}"', city=city) == [
        f"7: Hinweis M205: Feld „Postleitzahl“ (postcode): {postcode} gehört zu {places}, nicht zu „{city}“. "
        f"Prüfen Sie Postleitzahl und Ort, zum Beispiel: city: {first}"
    ]


@pytest.mark.parametrize(
    ("postcode", "city"),
    [
        ("02826", "Görlitz"),
        ("02826", "görlitz"),
        ("02826", "Goerlitz"),
        ("02826", "Görlitz, OT Hagenwerder"),
        ("02826", "Görlitz (Altstadt)"),
        ("02826", "Görlitz, Stadt"),
        ("02708", "Rosenbach"),  # one of several of its postcode, one of several of its name
        ("02708", "Schönbach"),
        ("02826", "Weinhübel"),  # no municipality: perhaps a part of one
    ],
)
def test_a_postcode_and_a_city_that_may_fit(check: Check, postcode: str, city: str) -> None:
    assert check("offers/x.md", OFFER, postcode=f'"{postcode}"', city=city) == []


# M206


def test_a_postcode_lies_in_the_district(check: Check) -> None:
    assert check("offers/x.md", OFFER, district="dresden") == [
        "23: Fehler M206: Feld „Kreis“ (district): 02826 liegt im Kreis goerlitz, nicht in dresden. "
        "Schreiben Sie: district: goerlitz – oder berichtigen Sie die Postleitzahl."
    ]


def test_all_districts_of_a_postcode_are_named_the_main_one_first(check: Check) -> None:
    assert check("providers/x.md", PROVIDER, postcode='"09573"', city="Augustusburg", district="zwickau") == [
        "13: Fehler M206: Feld „Kreis“ (district): 09573 liegt im Kreis mittelsachsen oder erzgebirgskreis, "
        "nicht in zwickau. Schreiben Sie: district: mittelsachsen – oder berichtigen Sie die Postleitzahl."
    ]


@pytest.mark.parametrize(
    ("postcode", "city", "district"),
    [
        ("02826", "Görlitz", "goerlitz"),
        ("09573", "Augustusburg", "mittelsachsen"),
        ("09573", "Gornau", "erzgebirgskreis"),
        ("09573", "Leubsdorf", "Mittelsachsen"),
    ],
)
def test_a_district_of_the_postcode_is_right(check: Check, postcode: str, city: str, district: str) -> None:
    assert check("offers/x.md", OFFER, postcode=f'"{postcode}"', city=city, district=district) == []


def test_a_postcode_wrong_for_the_district_is_not_compared_with_the_city_or_the_point(check: Check) -> None:
    lines = check("offers/x.md", OFFER, postcode='"01067"', district="goerlitz", geo="[51.15, 14.98]")
    assert lines == [
        "7: Fehler M206: Feld „Postleitzahl“ (postcode): 01067 liegt im Kreis dresden, nicht in goerlitz. "
        "Berichtigen Sie die Postleitzahl; Ort und Kreis passen."
    ]


def test_an_unknown_district_is_said_once(check: Check) -> None:
    assert check("offers/x.md", OFFER, district="Görlitzz") == [
        "23: Fehler M203: Feld „Kreis“ (district): „Görlitzz“ gibt es nicht. Schreiben Sie: district: goerlitz"
    ]


def test_where_city_and_district_agree_the_postcode_is_the_odd_one_out(check: Check) -> None:
    assert check("offers/x.md", OFFER, postcode='"09573"', district="goerlitz") == [
        "7: Fehler M206: Feld „Postleitzahl“ (postcode): 09573 liegt im Kreis mittelsachsen oder erzgebirgskreis, "
        "nicht in goerlitz. Berichtigen Sie die Postleitzahl; Ort und Kreis passen."
    ]


# M218


@pytest.mark.parametrize("city", ["Görlitz", "Görlitz, OT Weinhübel"])
def test_a_city_lies_in_the_district(check: Check, city: str) -> None:
    assert check("offers/x.md", OFFER, postcode=None, city=city, district="dresden") == [
        POSTCODE_MISSING,
        f"22: Fehler M218: Feld „Kreis“ (district): „{city}“ liegt im Kreis goerlitz, nicht in dresden. "
        "Schreiben Sie: district: goerlitz",
    ]


def test_all_districts_with_a_city_of_that_name_are_named(check: Check) -> None:
    assert check("networks/x.md", NETWORK, city="Oelsnitz", district="dresden") == [
        "11: Fehler M218: Feld „Kreis“ (district): „Oelsnitz“ liegt im Kreis erzgebirgskreis oder vogtlandkreis, "
        "nicht in dresden. Schreiben Sie: district: erzgebirgskreis"
    ]


@pytest.mark.parametrize(
    ("city", "district"),
    [
        ("Oelsnitz", "vogtlandkreis"),
        ("Ölsnitz", "erzgebirgskreis"),
        ("Oelsnitz/Vogtl.", "vogtlandkreis"),
        ("Frohburg, OT Linda", "leipzig-land"),
        ("Kleinwelka", "bautzen"),  # no municipality, the editor knows better
    ],
)
def test_a_city_that_may_lie_in_the_district(check: Check, city: str, district: str) -> None:
    assert check("networks/x.md", NETWORK, city=city, district=district) == []


def test_a_postcode_speaks_before_the_city(check: Check) -> None:
    lines = check("networks/x.md", NETWORK, postcode='"01067"', city="Görlitz", district="dresden")
    assert lines == [
        "10: Hinweis M205: Feld „Postleitzahl“ (postcode): 01067 gehört zu Dresden, nicht zu „Görlitz“. "
        "Prüfen Sie Postleitzahl und Ort, zum Beispiel: city: Dresden"
    ]


# M207


@pytest.mark.parametrize(
    ("city", "districts", "first"),
    [
        ("Oelsnitz", "erzgebirgskreis, vogtlandkreis", "erzgebirgskreis"),
        ("Bernsdorf", "zwickau, bautzen", "zwickau"),
        ("Rosenbach", "vogtlandkreis, goerlitz", "vogtlandkreis"),
        ("Auerbach, OT Rebesgrün", "erzgebirgskreis, vogtlandkreis", "erzgebirgskreis"),
    ],
)
def test_a_city_of_several_districts_needs_the_district(
    check: Check, city: str, districts: str, first: str
) -> None:
    assert check("networks/x.md", NETWORK, city=city) == [
        f"10: Fehler M207: Feld „Stadt oder Gemeinde“ (city): „{city}“ gibt es in mehreren Kreisen: {districts}. "
        f"Ergänzen Sie: district: {first}"
    ]


def test_the_folder_tells_which_district_was_meant(check: Check) -> None:
    assert check("offers/vogtlandkreis/x.md", OFFER, postcode=None, city="Oelsnitz") == [
        POSTCODE_MISSING,
        "7: Fehler M207: Feld „Stadt oder Gemeinde“ (city): „Oelsnitz“ gibt es in mehreren Kreisen: "
        "erzgebirgskreis, vogtlandkreis. Ergänzen Sie: district: vogtlandkreis",
    ]


def test_a_folder_of_another_district_is_not_suggested(check: Check) -> None:
    lines = check("offers/dresden/x.md", OFFER, postcode=None, city="Oelsnitz")
    assert lines == [
        POSTCODE_MISSING,
        "7: Fehler M207: Feld „Stadt oder Gemeinde“ (city): „Oelsnitz“ gibt es in mehreren Kreisen: "
        "erzgebirgskreis, vogtlandkreis. Ergänzen Sie: district: erzgebirgskreis",
    ]


@pytest.mark.parametrize(
    ("city", "remedy"),
    [
        ("Görliz", "Schreiben Sie: city: Görlitz"),
        ("Weisswaser", "Schreiben Sie: city: Weißwasser/O.L."),
        ("Entenhausen", UNKNOWN_CITY),
        ("Łužica", UNKNOWN_CITY),
    ],
)
def test_a_city_without_a_postcode_is_a_municipality(check: Check, city: str, remedy: str) -> None:
    assert check("offers/x.md", OFFER, postcode=None, city=city) == [
        POSTCODE_MISSING,
        f"7: Fehler M207: Feld „Stadt oder Gemeinde“ (city): Die Gemeinde „{city}“ ist nicht bekannt. {remedy}",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"city": "Entenhausen", "serves": "[goerlitz]"},  # abroad, for us here
        {"city": "Entenhausen", "district": "goerlitz"},
        {"city": "Oelsnitz", "district": "vogtlandkreis"},
        {"city": "Görlitz"},
        {"city": "Auerbach/Vogtl."},
    ],
)
def test_the_district_can_be_told(check: Check, changes: Changes) -> None:
    assert check("offers/x.md", OFFER, postcode=None, **changes) == [POSTCODE_MISSING]


def test_a_wrong_postcode_hides_that_the_city_alone_would_not_do(check: Check) -> None:
    [line] = check("offers/x.md", OFFER, postcode='"10115"', city="Oelsnitz")
    assert line.startswith("7: Fehler M204: ")


# M208


@pytest.mark.parametrize(("kind", "text"), [("offers", OFFER), ("events", EVENT)])
def test_a_record_lies_in_the_folder_of_its_district(check: Check, kind: str, text: str) -> None:
    assert check(f"{kind}/dresden/x.md", text) == [
        "1: Fehler M208: Feld „Kreis“ (district): Der Eintrag liegt im Ordner dresden, gehört aber zum Kreis goerlitz. "
        "Verschieben Sie die Datei in den Ordner goerlitz – oder berichtigen Sie den Ort."
    ]


def test_a_district_alone_may_be_wrong_itself(check: Check) -> None:
    lines = check(
        "offers/dresden/x.md", OFFER, postcode=None, city=None, district="goerlitz", serves="[goerlitz]"
    )
    assert lines == [
        "21: Fehler M208: Feld „Kreis“ (district): Der Eintrag liegt im Ordner dresden, gehört aber zum Kreis goerlitz. "
        "Verschieben Sie die Datei in den Ordner goerlitz – oder schreiben Sie: district: dresden"
    ]


def test_the_folder_of_the_state_is_for_what_has_no_district(check: Check) -> None:
    assert check("offers/sachsenweit/x.md", OFFER) == [
        "1: Fehler M208: Feld „Kreis“ (district): Der Eintrag liegt im Ordner sachsenweit, gehört aber zum Kreis "
        "goerlitz. Verschieben Sie die Datei in den Ordner goerlitz."
    ]


def test_a_record_in_the_folder_of_a_district_names_a_place(check: Check) -> None:
    lines = check("offers/dresden/x.md", OFFER, postcode=None, city=None, serves="sachsenweit")
    assert lines == [
        "1: Fehler M208: Feld „Kreis“ (district): Der Eintrag liegt im Ordner dresden, nennt aber keinen Ort. "
        "Ergänzen Sie: district: dresden – oder verschieben Sie die Datei in den Ordner sachsenweit."
    ]


@pytest.mark.parametrize(
    ("folder", "changes"),
    [
        ("goerlitz", {}),
        ("sachsenweit", {"mode": "online", "postcode": None, "city": None, "serves": "sachsenweit"}),
        ("bautzen", {"mode": "mobil", "postcode": None, "city": None, "district": "bautzen", "serves": "[bautzen]"}),
        ("erzgebirgskreis", {"postcode": '"09573"', "city": "Gornau/Erzgeb."}),
        ("mittelsachsen", {"postcode": '"09573"', "city": "Augustusburg"}),
    ],
)  # fmt: skip
def test_records_in_their_folders(check: Check, folder: str, changes: Changes) -> None:
    assert check(f"offers/{folder}/x.md", OFFER, **changes) == []


def test_a_district_that_misses_the_postcode_says_nothing_about_the_folder(check: Check) -> None:
    [line] = check("offers/dresden/x.md", OFFER, district="dresden")
    assert line.startswith("23: Fehler M206: ")


def test_a_district_that_misses_the_city_says_nothing_about_the_folder(check: Check) -> None:
    lines = check("offers/bautzen/x.md", OFFER, postcode=None, district="dresden")
    assert [line.partition(": Feld")[0] for line in lines] == [
        POSTCODE_MISSING,
        "22: Fehler M218",
    ]


# M209 and M214


@pytest.mark.parametrize(
    ("geo", "km"), [("[52.52, 13.40]", "52.52, 13.40 liegt 98"), ("[0.00, 0.00]", "0.00, 0.00 liegt 5744")]
)
def test_a_point_lies_in_the_state(check: Check, geo: str, km: str) -> None:
    assert check("offers/x.md", OFFER, geo=geo) == [
        f"23: Fehler M209: Feld „Koordinaten“ (geo): {km} km außerhalb von Sachsen. "
        "Suchen Sie den Punkt auf einer Karte neu: geo: [51.05, 13.74]"
    ]


def test_a_point_more_than_three_kilometres_outside_is_refused(check: Check) -> None:
    assert check("offers/x.md", OFFER, geo="[51.154, 15.050]") == [
        "23: Fehler M209: Feld „Koordinaten“ (geo): 51.154, 15.05 liegt 3 km außerhalb von Sachsen. "
        "Suchen Sie den Punkt auf einer Karte neu: geo: [51.05, 13.74]"
    ]


def test_outlines_are_rough_so_a_point_just_outside_is_fine(check: Check) -> None:
    assert check("offers/x.md", OFFER, geo="[51.160, 15.020]") == []


def test_a_point_lies_near_its_postcode(check: Check) -> None:
    assert check("offers/x.md", OFFER, geo="[51.05, 13.74]") == [
        "23: Fehler M209: Feld „Koordinaten“ (geo): Der Punkt liegt 88 km von 02826 entfernt. "
        "Berichtigen Sie Koordinaten oder Postleitzahl."
    ]


@pytest.mark.parametrize(("geo", "is_near"), [("[51.1469, 14.7700]", True), ("[51.1469, 14.7690]", False)])
def test_a_point_may_be_fifteen_kilometres_from_its_postcode(check: Check, geo: str, is_near: bool) -> None:
    lines = check("offers/x.md", OFFER, geo=geo)
    assert lines == ([] if is_near else [
        "23: Fehler M209: Feld „Koordinaten“ (geo): Der Punkt liegt 15 km von 02826 entfernt. "
        "Berichtigen Sie Koordinaten oder Postleitzahl."
    ])  # fmt: skip


@pytest.mark.parametrize("geo", ["[51.1469, 14.9842]", "51.1469, 14.9842", "51.15 14.98"])
def test_a_point_of_the_postcode(check: Check, geo: str) -> None:
    assert check("offers/x.md", OFFER, geo=geo) == []


def test_a_point_without_a_postcode_lies_anywhere_in_the_state(check: Check) -> None:
    assert check("networks/x.md", NETWORK, city="Görlitz", geo="[51.05, 13.74]") == []


def test_of_a_postcode_that_misses_its_city_only_that_is_said(check: Check) -> None:
    [line] = check("offers/x.md", OFFER, postcode='"01067"', geo="[51.15, 14.98]")
    assert line.startswith("7: Hinweis M205: ")


def test_of_a_foreign_postcode_only_that_is_said(check: Check) -> None:
    [line] = check("offers/x.md", OFFER, postcode='"10115"', city="Berlin", geo="[51.15, 14.98]")
    assert line.startswith("7: Fehler M204: ")


@pytest.mark.parametrize(("geo", "lon", "lat"), [("[13.70, 51.05]", "13.70", "51.05"), ("14.9842, 51.1469", "14.9842", "51.1469")])  # fmt: skip
def test_latitude_comes_first(check: Check, geo: str, lon: str, lat: str) -> None:
    assert check("offers/x.md", OFFER, geo=geo) == [
        f"23: Fehler M214: Feld „Koordinaten“ (geo): {lon}, {lat} ist vertauscht: Die Breite kommt zuerst. "
        f"Schreiben Sie: geo: [{lat}, {lon}]"
    ]


# M217, the part about one record


def test_a_district_is_not_its_own_neighbour(check: Check) -> None:
    assert check("regions/goerlitz.md", DISTRICT, neighbours="[bautzen, goerlitz]") == [
        "8: Fehler M217: Feld „Nachbarkreise“ (neighbours): Der Kreis nennt sich selbst als Nachbarn. "
        "Nehmen Sie goerlitz aus der Liste."
    ]


# Half an answer of the tables would blame the wrong field


@pytest.mark.parametrize(
    "changes",
    [
        {"district": "dresden"},
        {"postcode": None, "district": "dresden"},
        {"postcode": None},
    ],
)
def test_where_a_district_has_no_key_nothing_is_said_about_its_places(
    write: Callable[..., Path], check: Check, changes: Changes
) -> None:
    write("regions/goerlitz.md", DISTRICT, ags=None)
    lines = [line for line in check("offers/x.md", OFFER, **changes) if line != POSTCODE_MISSING]
    assert lines == [
        "content/regions/goerlitz.md:1: Fehler M101: Feld „Gemeindeschlüssel“ (ags) fehlt. "
        'Ergänzen Sie im Kopfteil: ags: "14626"'
    ]


def test_a_postcode_of_two_districts_is_not_told_by_one_of_them(
    write: Callable[..., Path], check: Check
) -> None:
    write("regions/goerlitz.md", DISTRICT, ags=None)
    write("regions/erzgebirgskreis.md", "Nur Text.\n")
    lines = check("offers/dresden/x.md", OFFER, postcode='"09573"', city="Erdmannsdorf")
    assert [line.partition(": Feld")[0].partition(": Die")[0] for line in lines] == [
        "content/regions/erzgebirgskreis.md:1: Fehler M005",
        "content/regions/goerlitz.md:1: Fehler M101",
    ]
