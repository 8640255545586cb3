"""What the search knows of each record: words, facets, card, place, times."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.listing import Listing
from minthub.search.documents import Document, Documents, EditorialPage
from minthub.search.facets import spans
from tests.records import TEXTS

Add = Callable[..., None]
Listed = Callable[[], Listing]


@pytest.fixture
def document(listing: Listed) -> Callable[[str], Document]:
    """`document("offers/x")`: of what was written."""

    def _document(key: str) -> Document:
        (found,) = [document for document in Documents(listing()).all() if document.id == key]
        return found

    return _document


def test_an_offer_is_known_by_all_its_words(add: Add, document: Callable[[str], Document]) -> None:
    add("providers/jugendhaus")
    add("offers/robotik-ag", aliases="[Roboterclub, Lego-AG]", topics="[Robotik, LEGO]", gta="ja")
    texts = document("offers/robotik-ag").texts
    assert texts["title"] == "Robotik-AG im Jugendhaus"
    assert texts["aliases"] == "Roboterclub . Lego-AG"
    assert texts["topics"] == "Robotik . LEGO . Informatik . Technik . Arbeitsgemeinschaft"
    assert texts["provider"] == "Jugendhaus Görlitz"
    assert texts["place"] == "02826 . Görlitz . Jugendhaus . Landkreis Görlitz"
    assert texts["summary"] == "Kinder bauen und programmieren Roboter aus Baukästen."
    assert texts["words"].startswith("Roboter . Roboter bauen . Roboter programmieren . Mindstorms . Spike")
    assert texts["words"].endswith("GTA Ganztagsangebot Ganztag")
    assert "Jeden Mittwoch" in texts["body"]


def test_a_record_is_known_by_the_wishes_it_answers(
    add: Add, content: Path, document: Callable[[str], Document]
) -> None:
    add("providers/jugendhaus")
    add("offers/robotik-ag")
    assert document("offers/robotik-ag").texts["wishes"] == ""
    (content / "wuensche").mkdir()
    (content / "wuensche" / "alle.txt").write_text("Roboter bauen; zocken = offers/robotik-ag\n", "utf-8")
    assert document("offers/robotik-ag").texts["wishes"] == "Roboter bauen . zocken"
    assert document("providers/jugendhaus").texts["wishes"] == ""


@pytest.mark.parametrize(
    ("key", "changes", "field", "text"),
    [
        ("events/nacht", {}, "topics", "Löten . Technik . Workshop . Termin"),
        (
            "providers/haus",
            {"type": "bibliothek"},
            "words",
            "Anbieter . Einrichtung . Träger . Kooperationspartner . Bibliothek . Bücherei",
        ),
        ("networks/netz", {}, "place", "Görlitz und Bautzen"),
        (
            "networks/netz",
            {},
            "words",
            "Netzwerk . Verbund . Ansprechpartner . Koordination . Kooperation . MINT-Region",
        ),
        ("funding/fonds", {}, "place", "sachsenweit"),
        ("news/neu", {}, "place", "Görlitz"),
        ("news/neu", {"districts": None}, "place", ""),
        ("offers/x", {"provider": "Verein ohne Eintrag"}, "provider", "Verein ohne Eintrag"),
    ],
)
def test_every_kind_has_its_words(
    key: str, changes: dict[str, str], field: str, text: str, add: Add, document: Callable[[str], Document]
) -> None:
    add(key, **changes)
    assert document(key).texts[field] == text


NIGHT_FLIGHT = {
    "title": "Nachtflug",
    "summary": "Mit der Drohne über den Dächern.",
    "topics": "[Drohnen]",
    "provider": "jugendhaus",
}


def test_a_provider_is_known_by_what_it_offers(add: Add, document: Callable[[str], Document]) -> None:
    add("providers/jugendhaus")
    for name in ("w", "x", "y", "z"):
        add(f"offers/{name}", **NIGHT_FLIGHT)
    texts = document("providers/jugendhaus").texts
    assert "Nachtflug . Drohnen . Fliegen . Arbeitsgemeinschaft" in texts["words"]
    assert "über den Dächern" in texts["body"]
    assert texts["aliases"] == ""


def test_a_provider_with_few_offers_is_looked_for_as_these_are(
    add: Add, document: Callable[[str], Document]
) -> None:
    add("providers/jugendhaus", aliases="[JH]")
    add("offers/x", **NIGHT_FLIGHT, aliases="[Drohnen-AG]")
    texts = document("providers/jugendhaus").texts
    assert texts["title"] == "Jugendhaus Görlitz"
    assert texts["aliases"] == "JH . Nachtflug . Drohnen-AG"
    assert "Drohnen" in texts["topics"].split(" . ")
    assert texts["summary"].endswith(" . Mit der Drohne über den Dächern.")
    assert document("offers/x").texts["body"] in texts["body"]


def test_a_district_is_known_in_both_languages(
    write: Callable[..., Any], content: Any, document: Callable[[str], Document]
) -> None:
    text = (content / "regions" / "bautzen.md").read_text("utf-8")
    write("regions/bautzen.md", text, name_hsb="Wokrjes Budyšin", aliases="[Kreis Bautzen]")
    found = document("regions/bautzen")
    assert found.texts["title"] == "Landkreis Bautzen"
    assert found.texts["place"] == "Landkreis Bautzen . Wokrjes Budyšin"
    assert found.texts["aliases"] == "Kreis Bautzen"
    assert (found.card.kind, found.card.href) == ("Landkreis", "kreise/bautzen/")


def test_addresses_and_markup_are_no_words(
    add: Add, write: Callable[..., Any], document: Callable[[str], Document]
) -> None:
    text = (
        dedent(TEXTS["offers"]).rstrip()
        + "\nMehr [hier](https://www.example.org/quark) und auf https://www.example.com/unfug."
    )
    write("offers/x.md", text)
    body = document("offers/x").texts["body"]
    assert "hier" in body
    assert "quark" not in body
    assert "unfug" not in body


def test_an_editorial_page_is_known_by_its_text(listing: Listed) -> None:
    page = EditorialPage(
        "schulen/", "Für Schulen", "Partner finden.", "<h1>Für Schulen</h1><p>Fr&uuml;h &amp; gut</p>"
    )
    (found,) = [document for document in Documents(listing()).all([page]) if document.kind == "pages"]
    assert (found.id, found.card.href, found.card.kind) == ("pages/schulen", "schulen/", "Seite")
    assert found.texts["body"].split() == ["Für", "Schulen", "Früh", "&", "gut"]


def test_a_missing_place_is_no_word_to_search_for(
    write: Callable[..., Any], content: Any, add: Add, loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    """In a preview the district that a network is there for may be left out."""
    write("regions/bautzen.md", (content / "regions" / "bautzen.md").read_text("utf-8"), seat=None)
    add("networks/x", serves="[bautzen]")
    catalogue, report = loaded()
    assert report.has_errors
    (found,) = [document for document in Documents(Listing(catalogue)).all() if document.id == "networks/x"]
    assert found.texts["place"] == ""


@pytest.mark.parametrize(
    ("key", "changes", "is_over"),
    [
        ("offers/x", {}, False),
        ("offers/x", {"status": "pausiert"}, False),
        ("offers/x", {"status": "beendet"}, True),
        ("offers/x", {"expires": "2026-11-20"}, True),
        ("offers/x", {"expires": "2026-11-21"}, False),
        ("offers/x", {"checked": "2024-11-20"}, True),
        ("events/x", {}, False),
        ("events/x", {"start": "2026-11-20"}, True),
        ("events/x", {"start": "2026-11-21"}, False),
        ("events/x", {"event_status": "abgesagt"}, False),
        ("networks/x", {"until": "2025"}, True),
        ("networks/x", {"until": "2026"}, False),
        ("funding/x", {"status": "beendet"}, True),
        ("funding/x", {}, False),
        ("providers/x", {"checked": "2020-01-01"}, False),
        ("news/x", {}, False),
        ("news/x", {"ends": "2026-11-20"}, True),
    ],
)
def test_what_is_over_is_marked(
    key: str, changes: dict[str, str], is_over: bool, add: Add, document: Callable[[str], Document]
) -> None:
    add(key, **changes)
    assert document(key).is_over is is_over


def test_what_is_over_has_the_last_numbers_and_kinds_stand_together(add: Add, listing: Listed) -> None:
    add("offers/b", title="Ende", status="beendet")
    for key in ("offers/a", "events/c", "providers/d", "networks/e", "funding/f", "news/g"):
        add(key)
    found = [document.id for document in Documents(listing()).all()]
    assert found[-1] == "offers/b"
    assert [id.partition("/")[0] for id in found] == [
        "offers", "events", *["regions"] * 13, "networks", "providers", "funding", "news", "offers",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "facet", "values"),
    [
        ({}, "alter", ("8-14",)),
        ({}, "phase", ("grundschule", "sek1")),
        ({"ages": None, "stages": "[kita, erwachsene]"}, "alter", ("3-5", "18-120")),
        ({"ages": None, "stages": "[kita, erwachsene]"}, "phase", ("kita", "erwachsene")),
        ({"ages": None, "grades": "[5, 6]"}, "alter", ("10-11",)),
        ({}, "kreis", ("goerlitz",)),
        ({"serves": "[bautzen, goerlitz]"}, "kreis", ("goerlitz", "bautzen")),
        ({}, "fach", ("informatik", "technik")),
        ({"topics": "[3D-Druck, Künstliche Intelligenz]"}, "thema", ("3d-druck", "kuenstliche-intelligenz")),
        ({"mode": "hybrid"}, "modus", ("vor-ort", "online")),
        ({"for_schools": "ja", "gta": "ja"}, "schulen", ("klassen", "gta")),
        ({"for_schools": "nein"}, "schulen", None),
        ({"holidays": "[sommerferien]"}, "ferien", ("ja", "sommerferien")),
        ({"format": "feriencamp"}, "ferien", ("ja",)),
        ({}, "ferien", None),
        ({}, "frisch", ("ja",)),
        ({"status": "unbestaetigt"}, "frisch", None),
        ({"checked": "2025-11-01"}, "frisch", None),
    ],
)
def test_facets_of_an_offer(
    changes: dict[str, str],
    facet: str,
    values: tuple[str, ...] | None,
    add: Add,
    document: Callable[[str], Document],
) -> None:
    add("offers/x", **changes)
    assert document("offers/x").facets.get(facet) == values


def test_a_provider_is_for_whom_its_offers_are_for(add: Add, document: Callable[[str], Document]) -> None:
    """What they cost and how fresh they are says nothing about the house; ages and topics would cost too much."""
    add("providers/jugendhaus")
    add("offers/x", provider="jugendhaus", ages="[8, 10]", stages=None, gta="ja", cost="kostenlos")
    add("offers/y", provider="jugendhaus", ages="[12, 14]", stages=None, holidays="[herbstferien]")
    for name in ("y2", "y3"):
        add(f"offers/{name}", provider="jugendhaus", ages="[12, 14]", stages=None)
    facets = document("providers/jugendhaus").facets
    assert facets["phase"] == ("grundschule", "sek1")
    assert facets["schulen"] == ("gta",)
    assert facets["ferien"] == ("ja", "herbstferien")
    assert set(facets) == {"kreis", "phase", "schulen", "ferien"}


def test_a_provider_with_few_offers_has_their_facets_but_for_freshness_and_access(
    add: Add, document: Callable[[str], Document]
) -> None:
    add("providers/jugendhaus")
    add("offers/x", provider="jugendhaus", ages="[8, 10]", stages=None, cost="kostenlos")
    facets = document("providers/jugendhaus").facets
    assert (facets["alter"], facets["kosten"]) == (("8-10",), ("kostenlos",))
    assert not {"frisch", "zugang"} & set(facets)


def test_an_offer_is_known_by_its_providers_short_name(add: Add, document: Callable[[str], Document]) -> None:
    add("providers/jugendhaus", aliases="[JH]")
    add("offers/x", provider="jugendhaus")
    assert document("offers/x").texts["provider"] == "Jugendhaus Görlitz . JH"


def test_an_event_in_the_holidays_is_found_by_them(add: Add, document: Callable[[str], Document]) -> None:
    add("events/x", start="2027-07-14")
    assert document("events/x").facets["ferien"] == ("ja", "sommerferien")


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ({"start": "2026-12-05"}, (("2026-12-05", "2026-12-05"),)),
        (
            {"start": "2026-12-05 16:00", "end": "2026-12-05 18:00"},
            (("2026-12-05T16:00", "2026-12-05T18:00"),),
        ),
        ({"start": "2026-12-05 16:00"}, (("2026-12-05T16:00", ""),)),
        ({"start": "2026-12-05 23:00", "duration": '"1:30"'}, (("2026-12-05T23:00", "2026-12-06T00:30"),)),
        ({"start": "2026-12-05 16:00", "end": "2026-12-06"}, (("2026-12-05", "2026-12-06"),)),
        (
            {
                "start": "2026-12-05 16:00",
                "end": "2026-12-05 20:00",
                "dates": "[2026-12-12 22:00, 2026-12-13]",
            },
            (
                ("2026-12-05T16:00", "2026-12-05T20:00"),
                ("2026-12-12T22:00", "2026-12-13T02:00"),
                ("2026-12-13", "2026-12-13"),
            ),
        ),
        ({"start": "2026-12-05 22:00", "duration": "6 h"}, (("2026-12-05T22:00", "2026-12-06T04:00"),)),
        ({"start": "2026-12-05 16:00", "duration": "120 h"}, (("2026-12-05T16:00", "2026-12-10T16:00"),)),
        ({"start": "2026-12-05", "duration": "120 h"}, (("2026-12-05", "2026-12-10"),)),
        # Today is the 21st: what began yesterday and ends in the night goes on, what ended at midnight does not.
        (
            {"start": "2026-11-20 22:00", "duration": "6 h", "dates": "[2026-11-20 18:00]"},
            (("2026-11-20T22:00", "2026-11-21T04:00"),),
        ),
        ({"start": "2026-01-05", "dates": "[2026-12-07]"}, (("2026-12-07", "2026-12-07"),)),
        ({"start": "2026-01-05"}, (("2026-01-05", "2026-01-05"),)),
    ],
)
def test_events_have_the_times_to_come_or_else_the_last(
    changes: dict[str, str], times: tuple[tuple[str, str], ...], add: Add, document: Callable[[str], Document]
) -> None:
    add("events/x", **{"end": None, "duration": None, **changes})
    assert document("events/x").times == times


def test_it_is_known_how_many_times_of_an_event_were_before(
    add: Add, document: Callable[[str], Document]
) -> None:
    """A calendar tells times of one event by their numbers, which must not change with the days."""
    add("events/x", start="2026-01-05", end=None, duration=None, dates="[2026-02-05, 2026-12-07, 2026-12-14]")
    assert document("events/x").gone == 2


def test_a_place_has_its_point(add: Add, document: Callable[[str], Document]) -> None:
    add("offers/x")
    add(
        "offers/y",
        venue=None,
        street=None,
        postcode=None,
        city=None,
        access=None,
        mode="online",
        serves="sachsenweit",
    )
    here = document("offers/x")
    assert here.place == "Görlitz"
    assert here.point is not None
    assert here.point == pytest.approx((51.15, 14.98), abs=0.1)
    assert document("offers/y").point is None


def test_spans_are_unbroken_rows() -> None:
    assert list(spans({3, 4, 5, 18})) == ["3-5", "18-18"]
    assert list(spans(())) == []
