"""What the search knows of each record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.listing import Listing
from minthub.search.documents import Document, documents

Add = Callable[..., None]
Listed = Callable[[], Listing]


@pytest.fixture
def document(listing: Listed) -> Callable[[str], Document]:
    """`document("offers/x")`: of what was written."""

    def _document(key: str) -> Document:
        (found,) = [document for document in documents(listing()) if document.id == key]
        return found

    return _document


def test_an_offer_is_known_by_all_its_words(add: Add, document: Callable[[str], Document]) -> None:
    add("providers/jugendhaus")
    add("offers/robotik-ag", aliases="[Roboterclub, Lego-AG]", topics="[Robotik, LEGO]")
    assert document("offers/robotik-ag") == Document(
        id="offers/robotik-ag",
        title="Robotik-AG im Jugendhaus",
        summary="Kinder bauen und programmieren Roboter aus Baukästen.",
        provider="Jugendhaus Görlitz",
        place="Görlitz, Jugendhaus 02826 Landkreis Görlitz",
        topics=("Robotik LEGO Arbeitsgemeinschaft AG Club Verein Gruppe Zirkel Treff Informatik Technik"),
        aliases="Roboterclub Lego-AG",
        kind="Angebot",
        href="angebote/robotik-ag/",
        meta="Angebot · Görlitz, Jugendhaus",
        is_over=False,
    )


@pytest.mark.parametrize(
    ("key", "changes", "expected"),
    [
        (
            "events/nacht",
            {},
            {
                "title": "Lange Nacht der Technik",
                "place": "Görlitz, Jugendhaus 02826 Landkreis Görlitz",
                "topics": "Löten Workshop Projekttag Seminar Werkstatt Technik",
                "kind": "Termin",
                "href": "termine/nacht/",
                "meta": "Termin · Görlitz, Jugendhaus",
            },
        ),
        (
            "providers/haus",
            {"title": "Technikhaus", "type": "bibliothek"},
            {
                "provider": "",
                "topics": "Bibliothek Bücherei",
                "kind": "Anbieter",
                "href": "anbieter/haus/",
                "meta": "Anbieter · Görlitz, Jugendhaus",
            },
        ),
        (
            "networks/netz",
            {},
            {
                "place": "Görlitz und Bautzen",
                "topics": "MINT-Region",
                "kind": "Netzwerk",
                "href": "netzwerke/netz/",
                "meta": "Netzwerk · Görlitz und Bautzen",
            },
        ),
        (
            "funding/fonds",
            {},
            {
                "place": "sachsenweit",
                "kind": "Förderung",
                "href": "foerderung/fonds/",
                "meta": "Förderung · sachsenweit",
            },
        ),
        (
            "news/neu",
            {},
            {
                "place": "Görlitz",
                "topics": "",
                "kind": "Meldung",
                "href": "neuigkeiten/neu/",
                "meta": "Meldung · Görlitz",
            },
        ),
    ],
)
def test_every_kind_has_its_words(
    key: str, changes: dict[str, str], expected: dict[str, Any], add: Add, document: Callable[[str], Document]
) -> None:
    add(key, **changes)
    found = document(key)
    assert {name: getattr(found, name) for name in expected} == expected


def test_a_district_is_known_in_both_languages(
    write: Callable[..., Any], content: Any, document: Callable[[str], Document]
) -> None:
    text = (content / "regions" / "bautzen.md").read_text("utf-8")
    write("regions/bautzen.md", text, name_hsb="Wokrjes Budyšin", aliases="[Kreis Bautzen]")
    found = document("regions/bautzen")
    assert found.title == "Landkreis Bautzen"
    assert found.place == "Bautzen Landkreis Bautzen Wokrjes Budyšin"
    assert found.aliases == "Kreis Bautzen"
    assert (found.kind, found.href, found.meta) == ("Kreis", "kreise/bautzen/", "Kreis · Bautzen")


def test_what_lies_in_a_district_is_known_by_its_sorbian_name(
    write: Callable[..., Any], content: Any, add: Add, document: Callable[[str], Document]
) -> None:
    text = (content / "regions" / "goerlitz.md").read_text("utf-8")
    write("regions/goerlitz.md", text, name_hsb="Wokrjes Zhorjelc")
    add("offers/x")
    assert document("offers/x").place == "Görlitz, Jugendhaus 02826 Landkreis Görlitz Wokrjes Zhorjelc"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"mode": "mobil", "serves": "[goerlitz, bautzen]"}, "kommt zu Ihnen: Görlitz und Bautzen"),
        ({"mode": "hybrid"}, "Görlitz, Jugendhaus"),
        ({"venue": None}, "Görlitz"),
        ({"venue": "Görlitz"}, "Görlitz"),
    ],
)
def test_the_place_is_what_the_card_says(
    changes: dict[str, str | None], place: str, add: Add, document: Callable[[str], Document]
) -> None:
    add("offers/x", **changes)
    found = document("offers/x")
    assert found.meta == f"Angebot · {place}"
    assert found.place.startswith(f"{place} ")


def test_an_offer_online_has_no_postcode(add: Add, document: Callable[[str], Document]) -> None:
    nowhere = {"venue": None, "street": None, "postcode": None, "city": None, "access": None}
    add("offers/x", mode="online", serves="sachsenweit", **nowhere)
    assert document("offers/x").place.split() == ["online,", "sachsenweit"]


def test_news_for_the_whole_state_name_no_missing_place(
    add: Add, document: Callable[[str], Document]
) -> None:
    add("news/x", districts=None)
    found = document("news/x")
    assert (found.place, found.meta) == ("sachsenweit", "Meldung · sachsenweit")


def test_a_missing_place_is_no_word_to_search_for(
    write: Callable[..., Any], content: Any, add: Add, loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    """In a preview the district that a network is there for may be left out."""
    write("regions/bautzen.md", (content / "regions" / "bautzen.md").read_text("utf-8"), seat=None)
    add("networks/x", serves="[bautzen]")
    catalogue, report = loaded()
    assert report.has_errors
    (found,) = [document for document in documents(Listing(catalogue)) if document.id == "networks/x"]
    assert (found.place, found.meta) == ("", "Netzwerk")


def test_a_record_named_like_a_district_does_not_lie_in_it(
    add: Add, document: Callable[[str], Document]
) -> None:
    add("networks/dresden", serves="[goerlitz]")
    assert document("networks/dresden").place == "Görlitz"


def test_stages_and_audiences_are_known_by_their_synonyms(
    add: Add, document: Callable[[str], Document]
) -> None:
    add("offers/x", ages=None, stages="[kita]", audiences="[familien]", topics=None, subjects="[mathematik]")
    assert document("offers/x").topics == (
        "Arbeitsgemeinschaft AG Club Verein Gruppe Zirkel Treff Mathematik "
        "Kita Kindergarten Vorschule Krippe Kindertagesstätte Familien Eltern Großeltern Familie Wochenende"
    )


def test_a_provider_without_a_record_is_known_by_its_name(
    add: Add, document: Callable[[str], Document]
) -> None:
    add("offers/x", provider="Verein ohne Eintrag")
    assert document("offers/x").provider == "Verein ohne Eintrag"


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
    ],
)
def test_what_is_over_is_marked(
    key: str, changes: dict[str, str], is_over: bool, add: Add, document: Callable[[str], Document]
) -> None:
    add(key, **changes)
    assert document(key).is_over is is_over


def test_there_is_one_document_a_record_over_or_not(add: Add, listing: Listed) -> None:
    add("offers/a")
    add("offers/b", title="Ende", status="beendet")
    for key in ("events/c", "providers/d", "networks/e", "funding/f", "news/g"):
        add(key)
    found = [document.id for document in documents(listing())]
    assert found[:5] == ["offers/a", "offers/b", "events/c", "providers/d", "networks/e"]
    assert found[-2:] == ["funding/f", "news/g"]
    assert [id.partition("/")[0] for id in found[5:-2]] == ["regions"] * 13
