"""Filling in the form in tests, and checking the file that comes out."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from minthub.catalogue import load
from minthub.reporters import line
from tests.mini import DATA, TODAY

FORM = "mitmachen/angebot-eintragen/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OFFER: dict[str, Any] = {
    "title": "Löten für Anfänger",
    "summary": "Kinder löten blinkende Herzen.",
    "format": "workshop",
    "subjects": ["technik"],
    "topics": "Löten, Elektronik",
    "text": "Jeden Mittwoch wird gelötet. Wer mag, kommt einfach vorbei.",
}
FOR_WHOM: dict[str, Any] = {"ages": "ab 8", "for_schools": "false", "access": ["stufenlos"]}
WHO: dict[str, Any] = {
    "provider": "Jugendhaus",
    "cost": "kostenlos",
    "registration": "keine",
    "website": "https://www.example.org/loeten",
    "checked_by": "anbieter",
}


def on_the_day(page: Page) -> Page:
    """What follows happens on the tests' day, so that files don't change from day to day."""
    page.clock.set_fixed_time(datetime(TODAY.year, TODAY.month, TODAY.day, 12))
    return page


def ready(page: Page) -> Page:
    """The form is there."""
    expect(page.locator("#formular")).to_have_attribute("data-state", "ready")
    return page


def opened(page: Page, address: str) -> Page:
    on_the_day(page).goto(address)
    return ready(page)


def fill(page: Page, answers: Mapping[str, Any]) -> None:
    """Types and chooses; „Mehr angeben“ is opened where an answer needs it."""
    for key, value in answers.items():
        field = page.locator(f'.mint-field[data-key="{key}"]')
        more = page.locator(".mint-more:not([open])", has=field)
        if more.count():
            more.locator("summary").click()
        for one in value if isinstance(value, list) else [value]:
            if field.locator("input:is([type=radio], [type=checkbox])").count():
                field.locator(f'input[value="{one}"]').check()
            elif field.locator("select").count():
                field.locator("select").select_option(one)
            else:
                field.locator("input, textarea").fill(one)


def forward(page: Page, title: str) -> None:
    """To the next step; the focus goes to its heading."""
    page.get_by_role("button", name="Weiter", exact=True).click()
    expect(page.locator("#schritt")).to_have_text(title)
    expect(page.locator("#schritt")).to_be_focused()


def file(page: Page) -> tuple[str, str]:
    """Path and text of the finished record."""
    path, text = (page.locator(f".mint-file {part}").text_content() for part in ("code", "pre"))
    return str(path), str(text)


def check(project: Path, folder: Path, path: str, text: str) -> list[str]:
    """What `minthub check` says about a file among the records of a project."""
    shutil.copytree(project / "content", folder / "content")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    _, report = load(folder / "content", DATA, TODAY)
    return [line(found) for found in report.findings if path.endswith(found.file.removeprefix("content/"))]


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds; all rules, or those named."""
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    options = {"runOnly": only, "resultTypes": ["violations"]}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found]
