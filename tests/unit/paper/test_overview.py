"""What stands in an overview, and how it is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from minthub.paper.documents import Documents

Add = Callable[..., None]


def data(documents: Callable[[], Documents], path: str) -> dict[str, Any]:
    (found,) = [document for document in documents().all() if document.path == path]
    result: dict[str, Any] = json.loads(found.data)
    return result


def titles(rows: list[dict[str, Any]]) -> list[str]:
    return [row["title"] for row in rows]


def test_offers_stand_in_every_age_group_they_fit_ordered_by_place(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("offers/b", title="B", ages="[8, 11]", city="Zittau", postcode='"02763"')
    add("offers/c", title="C", ages="[8, 9]")
    add("offers/a", title="A", ages="[6, 9]", city="Zittau", postcode='"02763"')
    overview = data(documents, "kreise/goerlitz/uebersicht.pdf")
    assert {s["id"]: titles(s["groups"][0]["rows"]) for s in overview["sections"]} == {
        "grundschule": ["C", "A", "B"],
        "klasse-5-7": ["B"],
    }
    assert [(row["number"], row["title"]) for row in overview["register"]] == [(1, "A"), (2, "B"), (3, "C")]


def test_the_overview_of_the_state_is_ordered_by_district(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("offers/b", title="B", ages="[8, 9]")
    add("offers/a", title="A", ages="[8, 9]", city="Bautzen", postcode='"02625"')
    overview = data(documents, "kreise/uebersicht.pdf")
    assert [(g["title"], titles(g["rows"])) for g in overview["sections"][0]["groups"]] == [
        ("Landkreis Bautzen", ["A"]),
        ("Landkreis Görlitz", ["B"]),
    ]


def test_schools_get_what_comes_to_them_or_takes_classes(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("offers/a", title="A", for_schools="ja")
    add("offers/b", title="B", gta="ja")
    add("offers/c", title="C")
    add("funding/fonds")
    add("funding/verein", title="Nur Vereine", eligible="[vereine]")
    overview = data(documents, "kreise/goerlitz/schulen.pdf")
    assert titles(overview["register"]) == ["A", "B"]
    assert titles(overview["funding"]) == ["Technikfonds"]


def test_contact_is_the_offers_then_its_website_then_the_providers(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("providers/jugendhaus", contact="info@jugendhaus.example.org")
    add("offers/a", title="A", contact="[robotik@example.org, 03581 1234]")
    add("offers/b", title="B", website="https://www.xn--grn-ioa.example.org/kurse/b")
    add("offers/c", title="C", website=None)
    add("offers/d", title="D", website=None, provider="Verein ohne Eintrag")
    rows = data(documents, "kreise/goerlitz/uebersicht.pdf")["register"]
    assert {row["title"]: [(link["text"], link["href"]) for link in row["contact"]] for row in rows} == {
        "A": [("robotik@example.org", "mailto:robotik@example.org"), ("03581 1234", "tel:+4935811234")],
        "B": [("grün.example.org", "https://www.xn--grn-ioa.example.org/kurse/b")],
        "C": [("info@jugendhaus.example.org", "mailto:info@jugendhaus.example.org")],
        "D": [],
    }


def test_the_place_names_town_house_and_street(add: Add, documents: Callable[[], Documents]) -> None:
    add("offers/a", title="A")
    add("offers/b", title="B", venue=None, street=None)
    rows = data(documents, "kreise/goerlitz/uebersicht.pdf")["register"]
    assert [row["place"] for row in rows] == ["Görlitz, Jugendhaus, Hauptstraße 1", "Görlitz"]


def test_a_notice_leaves_out_what_nobody_knows(add: Add, documents: Callable[[], Documents]) -> None:
    add("offers/a", schedule=None, cost="unbekannt", registration=None, status="unbestaetigt")
    notice = data(documents, "angebote/a/aushang.pdf")
    assert [question for question, _ in notice["facts"]] == ["Für wen?", "Wo?"]
    assert notice["warning"] == "Ob es das noch gibt, ist nicht bestätigt. Bitte vorher nachfragen."


def test_a_passport_names_an_offer_once_if_there_are_others(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("offers/a", title="A", subjects="[mathematik, informatik]")
    add("offers/b", title="B", subjects="[informatik]")
    passport = data(documents, "kreise/goerlitz/entdeckerpass.pdf")
    assert [(subject["title"], subject["ideas"]) for subject in passport["subjects"]] == [
        ("Mathematik", ["A (Görlitz)"]),
        ("Informatik", ["B (Görlitz)"]),
        ("Naturwissenschaften", []),
        ("Technik", []),
    ]


def test_names_for_saving_say_district_and_day(add: Add, documents: Callable[[], Documents]) -> None:
    add("offers/a")
    names = {document.path: document.download for document in documents().all()}
    assert names["kreise/goerlitz/uebersicht.pdf"] == "mint-goerlitz-2026-11-21.pdf"
    assert names["kreise/goerlitz/kita/uebersicht.pdf"] == "mint-goerlitz-kita-2026-11-21.pdf"
    assert names["kreise/uebersicht.pdf"] == "mint-sachsen-2026-11-21.pdf"
    assert names["angebote/a/aushang.pdf"] == "mint-a-2026-11-21.pdf"


def test_the_sum_says_what_comes_from_elsewhere(add: Add, documents: Callable[[], Documents]) -> None:
    add("offers/a", title="A")
    add(
        "offers/b",
        title="B",
        mode="online",
        venue=None,
        street=None,
        postcode=None,
        city=None,
        serves="sachsenweit",
    )
    leads = {
        path: data(documents, f"kreise/{path}.pdf")["lead"]
        for path in ("goerlitz/uebersicht", "zwickau/aushang")
    }
    assert leads == {
        "goerlitz/uebersicht": "1 Angebot vor Ort, dazu 1, das von anderswo kommt oder landesweit gilt.",
        "zwickau/aushang": "Noch kein Angebot vor Ort, dazu 1, das von anderswo kommt oder landesweit gilt.",
    }


def test_the_overview_of_the_state_shows_each_offer_once_and_names_it_at_other_ages(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("offers/b", title="B", ages="[8, 11]")
    add("offers/a", title="A", ages="[10, 12]")
    sections = data(documents, "kreise/uebersicht.pdf")["sections"]
    assert [(s["id"], titles(s["groups"][0]["rows"]), s["groups"][0]["others"]) for s in sections] == [
        ("grundschule", ["B"], ""),
        ("klasse-5-7", ["A"], "Außerdem, mit allen Angaben weiter vorn: B (Nr.\u00a02)"),
    ]


def test_what_comes_from_elsewhere_is_ordered_by_how_it_comes(
    add: Add, documents: Callable[[], Documents]
) -> None:
    nowhere = {"venue": None, "street": None, "postcode": None, "city": None, "serves": "sachsenweit"}
    add("offers/a", title="A", **nowhere)
    add("offers/b", title="B", mode="online", **nowhere)
    add("offers/c", title="C", mode="mobil", **nowhere)
    overview = data(documents, "kreise/goerlitz/uebersicht.pdf")
    assert [(group["title"], titles(group["rows"])) for group in overview["elsewhere"]] == [
        ("Kommt zu Ihnen", ["C"]),
        ("Online", ["B"]),
        ("Landesweit oder anderswo", ["A"]),
    ]


def test_a_legend_says_what_a_dash_means_if_there_is_one(
    add: Add, documents: Callable[[], Documents]
) -> None:
    add("offers/a")
    add("offers/b", schedule=None, cost="unbekannt", city="Bautzen", postcode='"02625"')
    whole, gaps = (data(documents, f"kreise/{id}/uebersicht.pdf") for id in ("goerlitz", "bautzen"))
    assert whole["legend"] == ""
    assert gaps["legend"].startswith("Ein Strich (–) heißt: Dazu haben wir keine Angabe.")
    assert (gaps["register"][0]["time"], gaps["register"][0]["cost"]) == ("", "")


def test_children_are_told_that_something_comes_to_them(add: Add, documents: Callable[[], Documents]) -> None:
    add("offers/a", title="A", mode="mobil", subjects="[technik]", venue=None, street=None, postcode=None, city=None,
        serves="[goerlitz]")  # fmt: skip
    passport = data(documents, "kreise/goerlitz/entdeckerpass.pdf")
    assert [subject["ideas"] for subject in passport["subjects"] if subject["ideas"]] == [
        ["A (kommt zu euch)"]
    ]
