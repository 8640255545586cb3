"""From the first question to a file that `minthub check` takes, in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site.assistant.form import (
    FOR_WHOM,
    FORM,
    OFFER,
    WHO,
    check,
    file,
    fill,
    forward,
    on_the_day,
    opened,
    ready,
    violations,
)

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

STEPS = ("Für wen?", "Wo und wann?", "Wer steht dahinter, und wie kommt man hinein?", "Abschicken")


def type_in(page: Page, key: str, text: str) -> None:
    """By keyboard only: on to the field, then its letters."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.mint-field')?.dataset.key") == key:
            break
    else:
        raise AssertionError(f"the keyboard does not reach {key}")
    if page.evaluate("document.activeElement.type") in ("radio", "checkbox"):
        for _ in range(int(text)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
    else:
        page.keyboard.type(text)


def press(page: Page, name: str) -> None:
    """On to a button, then the space bar."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == name:
            page.keyboard.press("Space")
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def test_an_offer_by_keyboard_on_a_phone(
    open_page: OpenPage, address: str, project: Path, tmp_path: Path
) -> None:
    page = opened(open_page(None, width=360), f"{address}{FORM}")
    for key, text in (
        ("title", "Löten für Anfänger"),
        ("summary", "Kinder löten Herzen."),
        ("format", "Workshop"),
        ("subjects", "0"),
        ("topics", "Löten"),
    ):
        type_in(page, key, text)
    page.keyboard.press("Tab")
    page.keyboard.type("Jeden Mittwoch wird gelötet.")
    press(page, "Weiter")
    expect(page.locator("#schritt")).to_be_focused()
    type_in(page, "ages", "8 bis 14 Jahre")
    page.keyboard.press("Enter")
    expect(page.locator("#schritt")).to_have_text(STEPS[1])
    for key, text in (
        ("mode", "0"),
        ("venue", "Jugendhaus"),
        ("street", "Hauptstraße 1"),
        ("postcode", "02826"),
    ):
        type_in(page, key, text)
    expect(page.locator("#feld-city")).to_have_value("Görlitz")
    expect(page.locator('[data-key="city"] .mint-field__note')).to_have_text("Kreis: Landkreis Görlitz")
    type_in(page, "schedule", "mittwochs 15–17 Uhr")
    page.keyboard.press("Enter")
    for key, text in (
        ("provider", "Jugendhaus"),
        ("cost", "0"),
        ("registration", "0"),
        ("website", "https://www.example.org/loeten"),
        ("checked_by", "0"),
    ):
        type_in(page, key, text)
    expect(page.locator('[data-key="provider"] .mint-field__note')).to_have_text(
        "Bekannt: Jugendhaus Görlitz"
    )
    page.keyboard.press("Enter")
    expect(page.locator("#schritt")).to_have_text("Abschicken")
    path, text = file(page)
    assert path == "content/offers/goerlitz/loeten-fuer-anfaenger.md"
    assert "ages: [8, 14]\n" in text
    assert "checked: 2026-11-21\nchecked_by: anbieter\n---\nJeden Mittwoch wird gelötet.\n" in text
    errors = [said for said in check(project, tmp_path, path, text) if "Fehler" in said]
    assert errors == []
    link = page.get_by_role("link", name="Ausgefüllte Datei auf GitHub öffnen").get_attribute("href") or ""
    assert link.startswith(
        "https://github.com/mint-wegweiser-sachsen/wegweiser/new/main/content/offers/goerlitz?"
    )
    assert parse_qs(urlsplit(link).query) == {"filename": ["loeten-fuer-anfaenger.md"], "value": [text]}
    issue = parse_qs(
        urlsplit(
            page.get_by_role("link", name="Formular auf GitHub öffnen").get_attribute("href") or ""
        ).query
    )
    assert (issue["template"], issue["title"], issue["mode"], issue["ages"]) == (
        ["angebot.yml"],
        ["Löten für Anfänger"],
        ["vor Ort"],
        ["8–14"],
    )


def test_an_offer_that_comes_to_schools_is_saved_as_a_file(
    open_page: OpenPage, address: str, project: Path, tmp_path: Path
) -> None:
    page = opened(open_page(None, width=360), f"{address}{FORM}")
    place: dict[str, Any] = {"mode": "mobil", "serves": ["goerlitz", "bautzen"], "schedule": "auf Anfrage"}
    for answers, title in zip((OFFER, FOR_WHOM, place, WHO), STEPS, strict=True):
        fill(page, answers)
        forward(page, title)
    expect(page.locator(".mint-preview .mint-card__fact--place dd")).to_have_text(
        "kommt zu Ihnen: Bautzen und Görlitz"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Datei herunterladen").click()
    path, text = file(page)
    assert path == "content/offers/sachsenweit/loeten-fuer-anfaenger.md"
    assert download.value.suggested_filename == "loeten-fuer-anfaenger.md"
    assert Path(download.value.path()).read_text("utf-8") == text
    assert check(project, tmp_path, path, text) == []


def test_a_course_with_several_days(open_page: OpenPage, address: str, project: Path, tmp_path: Path) -> None:
    page = opened(open_page(None, width=1280), f"{address}{FORM}?art=termin")
    when: dict[str, Any] = {
        "mode": "vor-ort", "venue": "Jugendhaus", "street": "Hauptstraße 1", "postcode": "02826", "start": "05.12.2026, 16 Uhr", "duration": "90 min",
        "dates": "12.12.2026 16:00\n09.01.2027 16:00", "repeats": "woechentlich", "until": "27.02.2027", "except": "ferien, 20.02.2027",
    }  # fmt: skip
    for answers, title in zip(
        (
            {**OFFER, "text": "Fünf Sätze. " * 500},
            FOR_WHOM,
            when,
            {**WHO, "registration_deadline": "01.12.2026"},
        ),
        STEPS,
        strict=True,
    ):
        fill(page, answers)
        forward(page, title)
    path, text = file(page)
    assert path == "content/events/goerlitz/loeten-fuer-anfaenger.md"
    assert (
        "start: 2026-12-05 16:00\nduration: 1:30\ndates: [2026-12-12 16:00, 2027-01-09 16:00]\nrepeats: woechentlich\nuntil: 2027-02-27\nexcept: [ferien, 2027-02-20]\n"
        in text
    )
    assert check(project, tmp_path, path, text) == []
    # Too long for an address: it is copied.
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.get_by_text("Der Text ist kopiert.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text
    empty = page.get_by_role("link", name="Leere Datei auf GitHub öffnen").get_attribute("href") or ""
    assert parse_qs(urlsplit(empty).query) == {"filename": ["loeten-fuer-anfaenger.md"]}


def test_a_correction_keeps_what_nobody_touches(
    open_page: OpenPage, address: str, project: Path, tmp_path: Path
) -> None:
    page = on_the_day(open_page("angebote/robotik-ag/", width=360))
    page.get_by_role("link", name="Angaben ändern").click()
    expect(ready(page).locator("h1")).to_have_text("Angaben ändern")
    expect(page).to_have_title("Was ist es? – Angaben ändern – MINT-Wegweiser Sachsen")
    before = (
        (project / "content/offers/goerlitz/robotik-ag.md")
        .read_text("utf-8")
        .replace('"03581 123456"', "03581 123456")
    )
    fill(page, {"title": "Robotik-AG für alle"})
    # Who has one thing to say need not go through all steps.
    page.get_by_role("button", name="3 Wo und wann").click()
    expect(page.locator("#schritt")).to_have_text(STEPS[1])
    expect(page.locator(".mint-steps__where")).to_have_text("Schritt 3 von 4")
    fill(page, {"schedule": "donnerstags 15–17 Uhr"})
    forward(page, STEPS[2])
    fill(page, {"checked_by": "koordinierung"})
    forward(page, STEPS[3])
    path, text = file(page)
    assert path == "content/offers/goerlitz/robotik-ag.md"
    assert check(project, tmp_path, path, text) == []
    touched = ("title:", "schedule:", "checked:", "checked_by:", "for_schools:")
    assert sorted(kept(text, touched)) == sorted(kept(before, touched))
    rows = page.locator(".mint-changes > div")
    assert rows.locator("dt").all_text_contents() == ["Titel", "Zeiten", "Geprüft am", "Geprüft von"]
    assert rows.first.locator("dd").all_text_contents() == ["Robotik-AG im Jugendhaus", "Robotik-AG für alle"]
    edit = page.get_by_role("link", name="Datei bearbeiten").get_attribute("href")
    assert (
        edit
        == "https://github.com/mint-wegweiser-sachsen/wegweiser/edit/main/content/offers/goerlitz/robotik-ag.md"
    )
    told = parse_qs(
        urlsplit(
            page.get_by_role("link", name="Formular auf GitHub öffnen").get_attribute("href") or ""
        ).query
    )
    assert (told["template"], told["seite"]) == (["fehler.yml"], ["offers/robotik-ag"])
    assert "- Titel: Robotik-AG im Jugendhaus → Robotik-AG für alle\n" in told["was"][0]


def kept(text: str, touched: tuple[str, ...]) -> list[str]:
    return [line for line in text.split("\n") if not line.startswith(touched)]


def test_nothing_is_lost_on_the_way_back_and_nothing_kept_unasked(open_page: OpenPage, address: str) -> None:
    page = opened(open_page(None, width=360), f"{address}{FORM}")
    fill(page, OFFER)
    forward(page, STEPS[0])
    fill(page, FOR_WHOM)
    page.go_back()
    expect(page.locator("#feld-title")).to_have_value(OFFER["title"])
    page.go_forward()
    expect(page.locator("#feld-ages")).to_have_value("ab 8")
    page.goto(f"{address}impressum/")
    page.go_back()
    expect(ready(page).locator("#feld-ages")).to_have_value("ab 8")
    page.reload()
    expect(ready(page).locator("#feld-ages")).to_have_value("ab 8")
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    page.get_by_role("button", name="Entwurf in diesem Browser behalten").click()
    expect(page.get_by_role("button", name="Entwurf löschen")).to_be_focused()
    fill(page, {"ages": "ab 9"})
    other = page.context.new_page()
    page.close()
    opened(other, f"{address}{FORM}")
    expect(other.locator(".mint-drafts")).to_contain_text(
        f"Es gibt einen Entwurf vom 21.11.2026: „{OFFER['title']}“."
    )
    other.get_by_role("button", name="Weiter daran arbeiten").click()
    expect(other.locator("#feld-title")).to_have_value(OFFER["title"])
    other.reload()
    expect(ready(other).locator("#feld-title")).to_have_value(OFFER["title"])
    forward(other, STEPS[0])
    expect(other.locator("#feld-ages")).to_have_value("ab 9")
    other.get_by_role("button", name="Entwurf löschen").click()
    assert other.context.storage_state()["origins"] == []


def test_mistakes_are_named_above_and_at_the_field_in_light_and_dark(
    open_page: OpenPage, address: str
) -> None:
    page = opened(open_page(None, width=320), f"{address}{FORM}")
    found = violations(page)
    page.get_by_role("button", name="Weiter", exact=True).click()
    summary = page.locator(".mint-errors")
    expect(summary).to_be_focused()
    said = [
        "Hier fehlt „Titel“.",
        "Hier fehlt „Kurzbeschreibung“.",
        "Wählen Sie bei „Form“ etwas aus.",
        "Wählen Sie bei „Fächer“ etwas aus.",
    ]
    assert summary.locator("li").all_text_contents() == said
    assert page.title().startswith("Noch nicht vollständig: Was ist es? –")
    summary.get_by_role("link", name=said[0]).click()
    title = page.locator("#feld-title")
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(
        "Wie es heißt, höchstens 90 Zeichen. Zum Beispiel: Robotik-AG im Jugendhaus Fehler: Hier fehlt „Titel“."
    )
    found += violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, "color-contrast", "link-in-text-block")
    page.keyboard.type("Löten")
    expect(page.locator(".mint-field.is-wrong")).to_have_count(3)
    fill(page, OFFER)
    expect(page.locator(".mint-field.is-wrong")).to_have_count(0)
    for answers, heading in zip((FOR_WHOM, {"mode": "vor-ort", "city": "Görlitz"}, WHO), STEPS, strict=False):
        forward(page, heading)
        page.locator(".mint-more summary").click() if page.locator(".mint-more").is_visible() else None
        found += violations(page)
        fill(page, answers)
    forward(page, STEPS[3])
    page.locator(".mint-file summary").click()
    found += violations(page)
    # What is emptied later is asked for again before it goes out.
    page.get_by_role("button", name="3 Wo und wann").click()
    fill(page, {"postcode": "01920", "city": ""})
    page.get_by_role("button", name="Crostwitz").click()
    expect(page.locator("#feld-city")).to_have_value("Crostwitz")
    fill(page, {"postcode": "", "city": "Atlantis"})
    page.get_by_role("button", name="Abschicken", exact=True).click()
    expect(summary.locator("li")).to_have_text(re.compile("^Die Gemeinde „Atlantis“ kennen wir nicht"))
    fill(page, {"district": "bautzen"})
    expect(page.locator(".mint-field.is-wrong")).to_have_count(0)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_missing_can_be_wished_for(open_page: OpenPage, address: str) -> None:
    page = opened(open_page(None, width=360), f"{address}{FORM}?wunsch=1&ort=Zittau&alter=12")
    expect(page.locator("h1")).to_have_text("Das fehlt hier")
    expect(page).to_have_title("Das fehlt hier – MINT-Wegweiser Sachsen")
    # What is said of records does not stand below a wish.
    expect(page.locator(".mint-form__other")).to_be_hidden()
    page.get_by_role("button", name="Weiter").click()
    expect(page.locator(".mint-errors")).to_be_focused()
    assert violations(page) == []
    page.get_by_label("Was fehlt?").fill("Robotik für Mädchen")
    page.get_by_role("button", name="Weiter").click()
    link = page.get_by_role("link", name="Auf GitHub absenden (mit Konto)")
    expect(link).to_be_focused()
    asked = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert asked == {
        "template": ["wunsch.yml"],
        "title": ["Wunsch: Robotik für Mädchen"],
        "was": ["Robotik für Mädchen"],
        "ort": ["Zittau"],
        "alter": ["12"],
    }


def with_mail(page: Page) -> Page:
    """As if the operator had an address for mails."""

    def answer(route: Route) -> None:
        data = route.fetch().json()
        data["site"]["mail"] = "redaktion@example.org"
        route.fulfill(json=data)

    page.route("**/regeln.json", answer)
    return page


def test_a_wish_needs_no_account(open_page: OpenPage, address: str) -> None:
    for page, first in ((with_mail(open_page(None)), "Als E-Mail senden"), (open_page(None), None)):
        opened(page, f"{address}{FORM}?wunsch=1")
        page.get_by_label("Was fehlt?").fill("Robotik")
        page.get_by_role("button", name="Weiter").click()
        row = page.locator(".mint-wish__ways .mint-way__row")
        assert row.locator("a").all_text_contents() == [
            *([first] if first else []),
            "Auf GitHub absenden (mit Konto)",
        ]
        expect(row.get_by_role("button", name="Text kopieren")).to_have_count(0 if first else 1)
        assert violations(page) == []


def test_mail_comes_first_where_there_is_an_address(open_page: OpenPage, address: str) -> None:
    for page, titles in (
        (with_mail(open_page(None)), ["Mit einer E-Mail", "Auf GitHub vorschlagen"]),
        (open_page(None), ["Auf GitHub vorschlagen", "Mit einem Formular auf GitHub melden"]),
    ):
        opened(page, f"{address}{FORM}?eintrag=offers/robotik-ag")
        page.get_by_role("button", name="3 Wo und wann").click()
        forward(page, STEPS[2])
        fill(page, {"checked_by": "koordinierung"})
        forward(page, STEPS[3])
        found = page.locator(".mint-way h3").all_text_contents()
        assert found[:2] == titles
        assert ("Als Text weitergeben" in found) is (titles[0] != "Mit einer E-Mail")
        expect(page.locator(".mint-way .mint-button--strong")).to_have_count(1)


def test_rubbish_in_the_storage_does_no_harm(open_page: OpenPage, address: str) -> None:
    page = opened(open_page(None), f"{address}{FORM}")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    for text in ("{", "null", "7", "[]", '{"kind": 7}'):
        page.evaluate("text => localStorage.setItem('angebot-entwurf', text)", text)
        ready(page).reload()
        expect(ready(page).locator(".mint-drafts")).to_be_hidden()
    odd = '{"kind": "offers", "raw": {"title": 7, "city": {}, "summary": "Gut."}, "source": 3}'
    page.evaluate("text => localStorage.setItem('angebot-entwurf', text)", odd)
    page.reload()
    ready(page).get_by_role("button", name="Weiter daran arbeiten").click()
    expect(page.locator("#feld-summary")).to_have_value("Gut.")
    fill(page, OFFER)
    forward(page, STEPS[0])
    assert errors == []


@pytest.mark.parametrize("key", ["offers/gibt-es-nicht", "offers/../../daten"])
def test_a_record_that_is_not_there_is_said_to_be_so(open_page: OpenPage, address: str, key: str) -> None:
    page = open_page(f"{FORM}?eintrag={key}")
    expect(page.get_by_role("alert")).to_contain_text("Diesen Eintrag gibt es nicht")


def test_without_javascript_the_other_ways_are_there(open_page: OpenPage) -> None:
    page = open_page(FORM, width=360, java_script_enabled=False)
    expect(page.get_by_text("Das Formular braucht JavaScript.")).to_be_visible()
    expect(
        page.get_by_role("link", name="ein Angebot, einen Termin oder einen Fehler melden")
    ).to_be_visible()
    expect(page.get_by_role("link", name="Vorlage zum Kopieren")).to_be_visible()
