"""Issue texts as GitHub makes them of our forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.calendar import load_holidays
from minthub.catalogue import Loaded, load_all
from minthub.issues.outcome import Outcome, outcome
from minthub.issues.questions import Form, forms
from minthub.listing import Listing
from minthub.views.cards import Cards
from tests.conftest import DATA, TODAY
from tests.districts import write_districts

OFFER_ANSWERS = {
    "title": "Löten für Anfänger",
    "summary": "Kinder löten ihren ersten Blinker.",
    "format": "Workshop",
    "provider": "jugendhaus",
    "ages": "8–14",
    "subjects": "Technik, Informatik",
    "topics": "Löten, Elektronik",
    "for_schools": "nein",
    "access": "stufenlos erreichbar, Hörhilfe (Induktionsschleife)",
    "mode": "vor Ort",
    "venue": "Werkstatt",
    "street": "Hauptstraße 1",
    "postcode": "02826",
    "city": "Görlitz",
    "schedule": "mittwochs 15 Uhr",
    "cost": "kostenlos",
    "registration": "ohne Anmeldung",
    "contact": "info@funkenflug.example.org, 03581 12345",
    "source": "https://www.funkenflug.example.org/loeten",
    "checked_by": "vom Anbieter bestätigt",
    "text": "Jeden Mittwoch löten Kinder. Werkzeug ist da.",
    "einverstanden": "- [x] Mein Text darf erscheinen.",
}
EVENT_ANSWERS = {
    **{key: text for key, text in OFFER_ANSWERS.items() if key != "schedule"},
    "title": "Lange Nacht der Technik",
    "start": "05.12.2026 16:00",
    "end": "05.12.2026 20:00",
}


def load_in(content: Path) -> Loaded:
    return load_all(content, DATA, TODAY)


@pytest.fixture(scope="session")
def all_forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Form]:
    content = tmp_path_factory.mktemp("forms") / "content"
    write_districts(content / "regions")
    return {form.file: form for form in forms(load_in(content).world.lists)}


@pytest.fixture
def body(all_forms: dict[str, Form]) -> Callable[..., str]:
    """The text of an issue: a form's name and answers by id; what is not answered says so as GitHub does."""

    def _body(file: str, answers: dict[str, str] | None = None, **changes: str | None) -> str:
        given = {**(answers or {}), **changes}
        unanswered = {"dropdown": "keine Angabe"}
        sections = [
            f"### {ask.label}\n\n{given.get(ask.id) or unanswered.get(ask.shape, '_No response_')}"
            for ask in all_forms[file].questions
        ]
        return "\n\n".join(sections)

    return _body


@pytest.fixture
def become(content: Path) -> Callable[..., Outcome]:
    """What becomes of an issue's text, in the content folder as it is at the first call."""
    kept: list[Loaded] = []

    def _become(text: str, title: str = "", number: int | None = 12) -> Outcome:
        loaded = kept[0] if kept else load_in(content)
        kept.append(loaded)
        cards = Cards(Listing(loaded.catalogue, load_holidays(DATA / "holidays.csv")))
        return outcome(text, title, number, loaded, content, cards, "https://w.example.org/")

    return _become
