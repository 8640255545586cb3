"""Record pages: notices, badges, what belongs to a record, links for corrections."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from minthub.listing import Listing
from minthub.views.cards import CardFact
from minthub.views.detail import Details, RecordPage
from minthub.views.site import Badge, Link, Site

One = Callable[..., tuple[Listing, Any]]
Add = Callable[..., None]
OUTDATED = "Die Angaben wurden zuletzt am 20. November 2025 geprüft und können überholt sein."
UNCONFIRMED = (
    "Dieser Eintrag ist nicht bestätigt: Die Quelle ist älter oder zeigt nicht, ob es noch läuft. "
    "Fragen Sie vorher nach."
)
ALONE = "Dieser Eintrag ist nicht bestätigt: Die Quelle ist älter oder zeigt nicht, ob es noch läuft."
UNREAD = "Die Quelle wurde zuletzt am 20. November 2025 gelesen; die Angaben können überholt sein."
PAUSED = "Macht zurzeit Pause."
ENDED = "Das gibt es nicht mehr. Die Seite bleibt als Nachweis stehen."


def page_of(made: tuple[Listing, Any], site: Site | None = None) -> RecordPage:
    listing, record = made
    return Details(listing, site or Site("MINT", url="https://mint.example.org/")).of(record)


def lists_of(page: RecordPage) -> dict[str, list[str]]:
    return {found.title: [card.data_id for card in found.cards] for found in page.lists}


@pytest.mark.parametrize(
    ("folder", "path", "section", "breadcrumb", "head"),
    [
        (
            "offers",
            "angebote/eins/",
            "angebote",
            Link("Angebote", "angebote/"),
            "Robotik-AG im Jugendhaus – Angebot in Görlitz",
        ),
        (
            "events",
            "termine/eins/",
            "termine",
            Link("Termine", "termine/"),
            "Lange Nacht der Technik – Termin in Görlitz",
        ),
        (
            "providers",
            "anbieter/eins/",
            "anbieter",
            Link("Anbieter", "anbieter/"),
            "Jugendhaus Görlitz – Anbieter in Görlitz",
        ),
        (
            "networks",
            "netzwerke/eins/",
            "netzwerke",
            Link("Netzwerke", "netzwerke/"),
            "MINT-Netz Lausitz – Netzwerk",
        ),
        (
            "funding",
            "foerderung/eins/",
            "foerderung",
            Link("Förderungen", "foerderung/"),
            "Technikfonds – Förderung",
        ),
        (
            "news",
            "neuigkeiten/eins/",
            "neuigkeiten",
            Link("Meldungen", "neuigkeiten/"),
            "Neue Werkstatt eröffnet – Meldung",
        ),
    ],
)
def test_the_frame_of_a_page(
    folder: str, path: str, section: str, breadcrumb: Link, head: str, one: One
) -> None:
    page = page_of(one(folder))
    assert (page.path, page.section, page.breadcrumbs, page.head_title) == (
        path,
        section,
        (breadcrumb,),
        head,
    )
    assert page.data_id == f"{folder}/eins"
    assert json.loads(page.json_ld)["@id"] == f"https://mint.example.org/{path}"
    assert page.body.startswith("<p>")


def test_title_description_and_kind_are_those_of_the_record(one: One) -> None:
    page = page_of(one("offers"))
    assert (page.title, page.description, page.kind) == (
        "Robotik-AG im Jugendhaus",
        "Kinder bauen und programmieren Roboter aus Baukästen.",
        "Arbeitsgemeinschaft",
    )
    assert page.body == (
        "<p>Jeden Mittwoch bauen Kinder Roboter. Mitmachen können alle ab acht Jahren.</p>\n"
    )
    assert page.subjects == (Badge("informatik", "Informatik"), Badge("technik", "Technik"))


def test_a_record_whose_city_is_unknown_has_a_shorter_title(one: One) -> None:
    page = page_of(one("offers", venue=None, street=None, postcode=None, city=None, serves="[goerlitz]"))
    assert page.head_title == "Robotik-AG im Jugendhaus – Angebot"


@pytest.mark.parametrize(
    ("checker", "badge"),
    [
        ("redaktion", Badge("origin-redaktion", "aus öffentlicher Quelle erfasst")),
        ("anbieter", Badge("origin-anbieter", "vom Anbieter bestätigt")),
        ("koordinierung", Badge("origin-koordinierung", "von der Koordinierung bestätigt")),
    ],
)
@pytest.mark.parametrize("folder", ["offers", "events", "providers", "networks", "funding", "news"])
def test_where_the_facts_are_from_stands_behind_the_other_badges(
    folder: str, checker: str, badge: Badge, one: One
) -> None:
    assert page_of(one(folder, checked_by=checker)).badges[-1] == badge


def test_the_badges_of_the_card_come_first(one: One) -> None:
    badges = page_of(one("offers", status="pausiert", for_schools="ja")).badges
    assert [badge.id for badge in badges] == ["status", "schools", "origin-redaktion"]


# Notices


@pytest.mark.parametrize(
    ("folder", "changes", "notices"),
    [
        ("offers", {}, ()),
        ("offers", {"status": "unbestaetigt"}, (UNCONFIRMED,)),
        ("offers", {"status": "unbestaetigt", "website": None}, (ALONE,)),
        ("offers", {"status": "unbestaetigt", "checked": "2025-11-20"}, (UNCONFIRMED, UNREAD)),
        ("offers", {"status": "pausiert"}, (PAUSED,)),
        ("offers", {"status": "beendet"}, (ENDED,)),
        ("offers", {"checked": "2025-11-21"}, ()),
        ("offers", {"checked": "2025-11-20"}, (OUTDATED,)),
        ("offers", {"status": "pausiert", "checked": "2025-11-20"}, (PAUSED, OUTDATED)),
        ("offers", {"status": "beendet", "checked": "2025-11-20"}, (ENDED,)),
        ("offers", {"expires": "2026-11-21"}, ()),
        ("offers", {"expires": "2026-11-20"}, ("Das gab es bis 20. November 2026.",)),
        (
            "offers",
            {"expires": "2025-12-31", "checked": "2025-11-20"},
            ("Das gab es bis 31. Dezember 2025.", OUTDATED),
        ),
        ("offers", {"expires": "2026-11-20", "status": "beendet"}, (ENDED,)),
        ("networks", {}, ()),
        ("networks", {"status": "beendet"}, (ENDED,)),
        ("networks", {"until": "2026"}, ()),
        ("networks", {"until": "2026-11"}, ()),
        ("networks", {"until": "2026-11-21"}, ()),
        ("networks", {"until": "2026-11-20"}, ("Das gab es bis 20. November 2026.",)),
        ("networks", {"until": "2026-10"}, ("Das gab es bis 31. Oktober 2026.",)),
        ("networks", {"until": "2025"}, ("Das gab es bis 31. Dezember 2025.",)),
        ("networks", {"until": "2024-02"}, ("Das gab es bis 29. Februar 2024.",)),
        ("funding", {"checked": "2025-11-20"}, (OUTDATED,)),
        ("funding", {"status": "unbestaetigt"}, (UNCONFIRMED,)),
        ("events", {}, ()),
        ("events", {"event_status": "abgesagt"}, ("Dieser Termin ist abgesagt.",)),
        ("events", {"event_status": "verschoben"}, ("Dieser Termin ist verschoben.",)),
        ("events", {"event_status": "ausgebucht"}, ("Dieser Termin ist ausgebucht.",)),
        ("events", {"start": "2026-11-21"}, ()),
        ("events", {"start": "2026-11-20"}, ("Dieser Termin ist vorbei.",)),
        (
            "events",
            {"start": "2026-11-20", "event_status": "abgesagt"},
            ("Dieser Termin ist abgesagt.", "Dieser Termin ist vorbei."),
        ),
        ("events", {"checked": "2025-11-20"}, ()),
        ("providers", {"checked": "2025-11-20"}, ()),
        ("news", {"checked": "2025-11-20"}, ()),
    ],
)
def test_notices_say_what_is_not_as_it_seems(
    folder: str, changes: dict[str, str | None], notices: tuple[str, ...], one: One
) -> None:
    assert page_of(one(folder, **changes)).notices == notices


# What belongs to it


def test_a_provider_lists_its_offers_then_its_events(one: One, add: Add) -> None:
    add("events/nacht", provider="eins")
    add("offers/b", provider="eins", title="Zweite AG")
    add("offers/a", provider="eins", title="Erste AG")
    add("offers/c", provider="anderer", title="Fremde AG")
    add("offers/d", provider="eins", title="Alte AG", status="beendet")
    assert lists_of(page_of(one("providers"))) == {
        "Angebote und Termine": ["offers/a", "offers/b", "events/nacht"]
    }


def test_a_network_lists_what_names_it(one: One, add: Add) -> None:
    add("offers/a", networks="[eins]")
    add("offers/b", title="Zweite AG", networks="[MINT-Netz Lausitz]")
    add("offers/c", title="Dritte AG")
    add("events/nacht", networks="[eins]")
    assert lists_of(page_of(one("networks"))) == {
        "Angebote und Termine in diesem Netzwerk": ["offers/a", "offers/b", "events/nacht"]
    }


def test_an_offer_lists_its_coming_events(one: One, add: Add) -> None:
    add("events/spaeter", title="Später", offer="eins", start="2027-01-09")
    add("events/frueher", title="Früher", offer="eins", start="2026-12-01")
    add("events/vorbei", title="Vorbei", offer="eins", start="2026-11-01")
    add("events/anderer", title="Anderer")
    assert lists_of(page_of(one("offers")))["Termine dazu"] == ["events/frueher", "events/spaeter"]


def test_an_offer_lists_other_offers_of_its_provider_without_itself(one: One, add: Add) -> None:
    add("providers/jugendhaus")
    add("offers/zwei", title="Zweite AG")
    assert lists_of(page_of(one("offers"))) == {"Weitere Angebote desselben Anbieters": ["offers/zwei"]}


@pytest.mark.parametrize(("others", "has_more"), [(5, False), (6, False), (7, True)])
def test_six_others_of_a_provider_are_enough(others: int, has_more: bool, one: One, add: Add) -> None:
    add("providers/jugendhaus")
    for number in range(others):
        add(f"offers/weitere-{number}", title=f"Weitere AG {number}")
    found = next(item for item in page_of(one("offers")).lists if item.title.startswith("Weitere"))
    assert len(found.cards) == min(others, 6)
    assert found.more == (
        Link("Alle Angebote: Jugendhaus Görlitz", "anbieter/jugendhaus/") if has_more else None
    )


def test_an_offer_of_a_provider_without_record_has_no_list(one: One, add: Add) -> None:
    add("offers/zwei", title="Zweite AG")
    assert "Weitere Angebote desselben Anbieters" not in lists_of(page_of(one("offers")))


def test_similar_offers_of_others_say_how_far_away_they_are(one: One, add: Add) -> None:
    add("offers/nah", title="Nahe AG", provider="Verein A")
    add(
        "offers/fern",
        title="Ferne AG",
        provider="Verein B",
        postcode='"02763"',
        city="Zittau",
        topics="[Löten]",
    )
    add("offers/sport", title="Andere Fächer", provider="Verein C", subjects="[mathematik]")
    page = page_of(one("offers"))
    assert lists_of(page) == {"Ähnliche Angebote in der Nähe": ["offers/nah", "offers/fern"]}
    assert page.lists[0].cards[0].facts[1] == CardFact("place", "Wo", "Görlitz, Jugendhaus")
    near, far = page.lists[0].distances
    assert near == "am selben Ort"
    assert re.fullmatch("etwa 3. km", far)


def test_what_comes_after_is_for_the_next_age(one: One, add: Add) -> None:
    add("offers/spaeter", title="Für Große", ages="[16, 18]")
    add("offers/viel-spaeter", title="Für Erwachsene", ages="ab 19")
    assert lists_of(page_of(one("offers")))["Wie geht es weiter? Für das nächste Alter"] == ["offers/spaeter"]


@pytest.mark.parametrize("folder", ["funding", "news"])
def test_funding_and_news_have_no_lists(folder: str, one: One) -> None:
    assert page_of(one(folder)).lists == ()


def test_lists_without_cards_are_left_out(one: One) -> None:
    for folder in ("offers", "providers", "networks"):
        assert page_of(one(folder)).lists == ()


# Corrections


def test_what_needs_no_account_comes_first(one: One) -> None:
    site = Site("MINT", url="https://m.example/", issue_url="https://git.example/issues/new", mail="a@b.de")
    assert [link.text for link in page_of(one("offers"), site).corrections] == [
        "Angaben ändern",
        "Fehler per E-Mail melden",
        "Fehler auf GitHub melden (mit Konto)",
    ]


def test_a_mistake_is_reported_by_a_form_that_knows_the_record(one: One) -> None:
    site = Site("MINT", url="https://m.example/", issue_url="https://git.example/issues/new", mail="a@b.de")
    link = page_of(one("offers", title="AG „Löten & Mehr“"), site).corrections[-1]
    address = urlsplit(link.href)
    assert (link.text, f"{address.scheme}://{address.netloc}{address.path}") == (
        "Fehler auf GitHub melden (mit Konto)",
        "https://git.example/issues/new",
    )
    assert parse_qs(address.query) == {
        "template": ["fehler.yml"],
        "title": ["Fehler: AG „Löten & Mehr“"],
        "seite": ["offers/eins"],
    }


def test_a_mistake_is_reported_by_mail(one: One) -> None:
    site = Site("MINT", url="https://m.example/", mail="post@example.org")
    (link,) = page_of(one("news"), site).corrections
    assert link == Link(
        "Fehler per E-Mail melden",
        "mailto:post@example.org?subject=Fehler%20melden%3A%20Neue%20Werkstatt%20er%C3%B6ffnet"
        "&body=Seite%3A%20https%3A%2F%2Fm.example%2Fneuigkeiten%2Feins%2F%0ADatei%3A%20content%2Fnews%2Feins.md",
    )


def test_without_tracker_and_mail_nothing_can_be_reported(one: One) -> None:
    assert page_of(one("news"), Site("MINT")).corrections == ()


@pytest.mark.parametrize("folder", ["offers", "events"])
def test_offers_and_events_can_be_changed_in_the_form(one: One, folder: str) -> None:
    assert page_of(one(folder)).corrections == (
        Link("Angaben ändern", f"mitmachen/angebot-eintragen/?eintrag={folder}/eins"),
    )


@pytest.mark.parametrize("folder", ["providers", "networks", "funding", "news"])
def test_other_kinds_have_no_form(one: One, folder: str) -> None:
    assert page_of(one(folder)).corrections == ()


def test_an_edit_link_leads_to_the_file(write: Callable[..., Path], one: One) -> None:
    site = Site("MINT", edit_url="https://git.example/edit/main/")
    assert page_of(one("offers"), site).edit == Link(
        "Auf GitHub bearbeiten", "https://git.example/edit/main/content/offers/eins.md"
    )


def test_hostile_text_reaches_the_page_without_markup_of_its_own(one: One) -> None:
    listing, record = one("offers")
    hostile = record.model_copy(
        update={"title": "</script><b>", "text": "<script>alert(1)</script>\n\n[x](javascript:alert(1))"}
    )
    page = page_of((listing, hostile))
    assert page.body == '\n<p><a href="">x</a></p>\n'
    assert "<" not in page.json_ld
