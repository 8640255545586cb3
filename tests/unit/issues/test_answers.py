"""Answers are found in whatever people and programs made of a form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minthub.issues.answers import choose_form, plain_line, read_answers
from minthub.issues.questions import Form
from tests.unit.issues.conftest import EVENT_ANSWERS, OFFER_ANSWERS


@pytest.fixture
def offer(all_forms: dict[str, Form]) -> Form:
    return all_forms["angebot.yml"]


def test_every_answer_is_read(body: Callable[..., str], offer: Form) -> None:
    answers = read_answers(body("angebot.yml", OFFER_ANSWERS), offer)
    assert answers.texts == OFFER_ANSWERS
    assert answers.repeated == ()


@pytest.mark.parametrize("nothing", ["_No response_", "", "keine Angabe", "Keine Angabe", "-", "–", "none"])
def test_no_answer_is_none(offer: Form, nothing: str) -> None:
    assert read_answers(f"### Ort\n\n{nothing}\n\n### Preis\n\n5 Euro", offer).texts == {"price": "5 Euro"}


def test_what_is_a_value_of_the_list_is_an_answer(offer: Form) -> None:
    answers = read_answers("### Kosten\n\nkeine Angabe\n\n### Anmeldung\n\nkeine Angabe", offer)
    assert answers.texts == {"cost": "keine Angabe"}


@pytest.mark.parametrize(
    "text",
    [
        "### Titel\r\n\r\nLöten\r\n\r\n### Preis\r\n\r\n5 Euro\r\n",
        "### Preis\n5 Euro\n### Titel\nLöten",
        "Guten Tag,\n\n## TITEL ##\n\n Löten \n\n#### preis\n\n5 Euro\n\n",
        "### title\n\nLöten\n\n### price\n\n5 Euro",
        "### Titel\n\n<!-- hier der Titel -->Löten\n\n### Preis\n\n5 Euro<!-- oder -->",
    ],
    ids=["crlf", "order", "by hand", "keys", "comments"],
)
def test_changed_by_hand_or_program(offer: Form, text: str) -> None:
    assert read_answers(text, offer).texts == {"title": "Löten", "price": "5 Euro"}


def test_a_heading_of_ones_own_stays_in_the_text(offer: Form) -> None:
    text = (
        "### Kosten\n\nkostenlos\n\n### Text\n\nErstens.\n\n### Kosten\n\nNichts.\n\n### Sonstiges\n\nEnde."
    )
    assert (
        read_answers(text, offer).texts["text"]
        == "Erstens.\n\n### Kosten\n\nNichts.\n\n### Sonstiges\n\nEnde."
    )


def test_an_answer_given_twice_is_named(offer: Form) -> None:
    text = "### Titel\n\nLöten\n\n### Preis\n\n5 Euro\n\n### Titel\n\nSchweißen"
    assert read_answers(text, offer).repeated == ("title",)


def test_an_answer_in_a_second_section_counts_if_the_first_is_empty(offer: Form) -> None:
    answers = read_answers("### Titel\n\n_No response_\n\n### Preis\n\n5\n\n### Titel\n\nSchweißen", offer)
    assert (answers.texts["title"], answers.repeated) == ("Schweißen", ())


@pytest.mark.parametrize(
    ("box", "is_ticked"),
    [
        ("- [x] ja", True),
        ("- [X] ja", True),
        ("* [x] ja", True),
        ("- [ ] ja", False),
        ("- [] ja", False),
        ("ja", False),
        ("- [x] a\n- [ ] b", False),
        ("", False),
    ],
)
def test_boxes(offer: Form, box: str, is_ticked: bool) -> None:
    assert read_answers(f"### Einverstanden\n\n{box}", offer).is_ticked("einverstanden") is is_ticked


def test_several_things(offer: Form) -> None:
    answers = read_answers("### Themen\n\n- Löten\n- **Strom**; Funk,\n", offer)
    assert answers.items("topics") == ("Löten", "Strom", "Funk")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("**Robotik**", "Robotik"),
        ("`Robotik`", "Robotik"),
        ("_Robotik_\nAG", "_Robotik_ AG"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[Seite](https://example.org/a)", "https://example.org/a"),
        ("a **b** c", "a **b** c"),
        ("", ""),
    ],
)
def test_markup_around_a_line_is_no_part_of_it(text: str, line: str) -> None:
    assert plain_line(text) == line


def test_the_form_is_known_by_its_headings(body: Callable[..., str], all_forms: dict[str, Form]) -> None:
    forms = tuple(all_forms.values())
    texts = {
        "angebot.yml": body("angebot.yml", OFFER_ANSWERS),
        "termin.yml": body("termin.yml", EVENT_ANSWERS),
        "fehler.yml": body("fehler.yml"),
        "wunsch.yml": body("wunsch.yml"),
    }
    chosen = {name: choose_form(text, forms) for name, text in texts.items()}
    assert {name: form and form.file for name, form in chosen.items()} == {name: name for name in texts}
    assert choose_form("### Titel\n\nnur einer", forms) is None
    assert choose_form("Hallo, wann öffnet das Labor?", forms) is None


@pytest.mark.parametrize(
    "text",
    ["<!--" * 16_000, "###" * 21_000, "### Titel\n" * 6_000, "[" * 60_000, "- [" * 20_000, "`" * 65_000, "\n" * 65_000],
    ids=["comments", "signs", "headings", "brackets", "boxes", "ticks", "lines"],
)  # fmt: skip
def test_much_of_one_sign_is_read(offer: Form, text: str) -> None:
    answers = read_answers(f"### Text\n\n{text}\n\n### Einverstanden\n\n- [x] ja", offer)
    assert answers.line("text") is not None
    assert answers.items("text") is not None
