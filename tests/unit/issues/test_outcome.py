"""What becomes of an issue: a checked file, or a comment that says what to change."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from minthub.catalogue import load
from minthub.issues.outcome import MAX_TEXT, Outcome
from tests.conftest import DATA, OFFER, PROVIDER, TODAY
from tests.unit.issues.conftest import EVENT_ANSWERS, OFFER_ANSWERS
from tests.unit.test_inert import HOSTILE, page

Make = Callable[..., str]
Become = Callable[..., Outcome]
Write = Callable[..., Path]

RECORD = """\
---
title: Löten für Anfänger
summary: Kinder löten ihren ersten Blinker.
venue: Werkstatt
street: Hauptstraße 1
postcode: "02826"
city: Görlitz
ages: [8, 14]
subjects: [technik, informatik]
topics: [Löten, Elektronik]
for_schools: false
access: [stufenlos, induktion]
format: workshop
schedule: mittwochs 15 Uhr
mode: vor-ort
cost: kostenlos
registration: keine
contact: [info@funkenflug.example.org, 03581 12345]
website: https://www.funkenflug.example.org/loeten
provider: jugendhaus
source: https://www.funkenflug.example.org/loeten
checked: 2026-11-21
checked_by: anbieter
---
Jeden Mittwoch löten Kinder. Werkzeug ist da.
"""


@pytest.fixture(autouse=True)
def provider(write: Write) -> None:
    write("providers/jugendhaus.md", PROVIDER)


def remarks(comment: str) -> list[str]:
    """The list of the comment, without introduction and explanation."""
    return [line for line in comment.split("\n") if line.lstrip().startswith("- ")]


def test_an_offer_becomes_a_file(body: Make, become: Become) -> None:
    made = become(body("angebot.yml", OFFER_ANSWERS))
    assert (made.action, made.text) == ("record", RECORD)
    assert made.path == "content/offers/goerlitz/loeten-fuer-anfaenger.md"
    assert (made.branch, made.title) == ("meldung-12", "Angebot: Löten für Anfänger")
    assert made.labels == ("Angebot", "kreis: goerlitz")


def test_the_pull_request_shows_the_card(body: Make, become: Become) -> None:
    text = become(body("angebot.yml", OFFER_ANSWERS)).body
    assert text.startswith("Aus der Meldung #12 (closes #12).\n\n**Löten für Anfänger**\n\nWorkshop\n\n")
    assert "| Für | 8 bis 14 Jahre |\n| Wo | Görlitz, Werkstatt |" in text
    assert "- [ ] Die Angaben stehen so auf der Seite, die als Quelle genannt ist." in text
    assert "Hinweise" not in text
    claim = (
        "- [ ] Die Meldung sagt „vom Anbieter bestätigt“: Wer sie geschrieben hat, gehört wirklich dorthin."
    )
    assert text.endswith(claim)
    assert "Die Meldung sagt" not in become(body("angebot.yml", OFFER_ANSWERS, checked_by=None)).body


def test_the_file_passes_the_check(body: Make, become: Become, content: Path) -> None:
    for file, answers in (("angebot.yml", OFFER_ANSWERS), ("termin.yml", EVENT_ANSWERS)):
        made = become(body(file, answers))
        path = content.parent / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, "utf-8")
    catalogue, report = load(content, DATA, TODAY)
    assert [found.message for found in report.findings] == []
    assert [record.id for record in (*catalogue.offers, *catalogue.events)] == [
        "loeten-fuer-anfaenger",
        "lange-nacht-der-technik",
    ]


def test_an_event_with_several_dates(body: Make, become: Become) -> None:
    made = become(body("termin.yml", EVENT_ANSWERS, end=None, dates="- 09.01.2027 16:00\n- 2027-02-06 16:00"))
    assert made.path == "content/events/goerlitz/lange-nacht-der-technik.md"
    assert "start: 2026-12-05 16:00\ndates: [2027-01-09 16:00, 2027-02-06 16:00]\n" in made.text
    assert made.title == "Termin: Lange Nacht der Technik"


def test_an_offer_that_comes_to_people(body: Make, become: Become) -> None:
    nowhere: dict[str, str | None] = dict.fromkeys(("venue", "street", "postcode", "city"))
    made = become(
        body(
            "angebot.yml",
            OFFER_ANSWERS,
            mode="kommt zu Ihnen",
            serves="Landkreis Bautzen, Landkreis Görlitz",
            **nowhere,
        )
    )
    assert (made.action, made.path) == ("record", "content/offers/sachsenweit/loeten-fuer-anfaenger.md")
    assert "serves: [bautzen, goerlitz]\n" in made.text
    assert made.labels == ("Angebot",)


def test_classes_and_further_fields(body: Make, become: Become) -> None:
    more = "Anmeldeschluss: 01.12.2027\n- Sprachen: Deutsch, hsb\nholidays: [sommerferien, \"Herbstferien\"]\n\nGruppengröße: bis 12"  # fmt: skip
    made = become(body("angebot.yml", OFFER_ANSWERS, ages="Klasse 5–7", weiteres=more))
    assert made.action == "record", made.body
    for line in (
        "grades: [5, 7]",
        "registration_deadline: 2027-12-01",
        "languages: [de, hsb]",
        "holidays: [sommerferien, herbstferien]",
        "group_size: bis 12",
    ):
        assert f"\n{line}\n" in made.text
    assert "\nages:" not in made.text


@pytest.mark.parametrize(
    ("told", "grades"),
    [
        ("5. bis 7. Klasse", "[5, 7]"),
        ("1. - 4. Klasse", "[1, 4]"),
        ("5. und 6. Klasse", "[5, 6]"),
        ("ab der 5. Klasse", ""),
    ],
)
def test_classes_are_no_ages_wherever_the_word_stands(
    body: Make, become: Become, told: str, grades: str
) -> None:
    made = become(body("angebot.yml", OFFER_ANSWERS, ages=told))
    if grades:
        assert f"\ngrades: {grades}\n" in made.text, made.body
        assert "\nages:" not in made.text
    else:
        assert made.action == "comment"
        assert "ab 5" in made.body


def test_a_missing_title_is_that_of_the_issue(body: Make, become: Become) -> None:
    text = body("angebot.yml", OFFER_ANSWERS, title=None)
    assert "\ntitle: Löten im Keller\n" in become(text, "Angebot: Löten im Keller").text
    assert remarks(become(text, "Angebot: ").body) == [
        "- **Titel:** Hier fehlt eine Angabe. Zum Beispiel: Robotik-AG im Jugendhaus"
    ]


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_form(body: Make, become: Become) -> None:
    made = become(
        body(
            "angebot.yml",
            OFFER_ANSWERS,
            summary="x" * 210,
            format="Labortag",
            ages="ab acht",
            postcode="99999",
            source="funkenflug.example.org",
            einverstanden="- [ ] Mein Text darf erscheinen.",
            weiteres="Lieblingsfarbe: blau\nKosten: frei",
            text="# Groß\n\nText.",
        )
    )
    assert made.action == "comment"
    assert made.body.startswith("Vielen Dank für Ihre Meldung! Bevor daraus ein Eintrag werden kann,")
    said = remarks(made.body)
    assert [line.split("**")[1] for line in said if line.startswith("- **")] == [
        "Kurzbeschreibung:",
        "Form:",
        "Alter:",
        "Postleitzahl:",
        "Quelle:",
        "Text:",
        "Weitere Angaben:",
        "Einverstanden:",
    ]
    assert said[0] == "- **Kurzbeschreibung:** 210 Zeichen, erlaubt sind 200. Kürzen Sie um 10 Zeichen."
    assert said[1] == "- **Form:** `Labortag` gibt es nicht. Schreiben Sie: Schülerlabor"
    assert said[2] == "- **Alter:** `ab acht` ist keine Zahl. Schreiben Sie Ziffern: ab 8 – oder: 8–14"
    assert said[4] == (
        "- **Quelle:** Der Adresse `funkenflug.example.org` fehlt der Anfang https:\u200b//. "
        "Schreiben Sie: https:\u200b//funkenflug.example.org"
    )
    assert said[-4:] == [
        "- **Weitere Angaben:**",
        "  - `Lieblingsfarbe: blau` gehört zu keinem Feld. Nehmen Sie es in den Text auf.",
        "  - `Kosten` steht zweimal da. Lassen Sie es einmal stehen.",
        "- **Einverstanden:** Hier fehlt das Häkchen. Ohne Ihr Einverständnis dürfen wir nichts zeigen.",
    ]


def test_without_any_address_the_source_is_asked_for(body: Make, become: Become) -> None:
    made = become(body("angebot.yml", OFFER_ANSWERS, source=None))
    assert remarks(made.body) == [
        "- **Quelle:** Hier fehlt eine Angabe. Zum Beispiel: https:\u200b//www\u200b.example.org/robotik"
    ]


def test_addresses_without_their_beginning_are_understood(body: Make, become: Become) -> None:
    made = become(body("angebot.yml", OFFER_ANSWERS, source="www.funkenflug.example.org/a"))
    assert made.action == "record"
    assert "\nwebsite: https://www.funkenflug.example.org/a\n" in made.text
    assert "\nsource: https://www.funkenflug.example.org/a\n" in made.text


def test_no_word_of_front_matter_in_a_comment(body: Make, become: Become) -> None:
    """People see a form: no keys, no codes, no lines."""
    empty = become("### Titel\n\nLöten\n\n### Preis\n\n5 Euro")
    hand_made = become(body("angebot.yml", OFFER_ANSWERS, ages=None, cost="geschenkt", city=None, postcode=None))  # fmt: skip
    assert (
        "- **Kosten:** `geschenkt` gibt es nicht. Möglich sind: kostenlos, teilweise kostenlos, kostenpflichtig, keine Angabe"
        in hand_made.body
    )
    for made in (empty, hand_made):
        assert made.action == "comment"
        for word in ("Kopfteil", "title:", "ages", "cost:", "(city)", "M1", "content/"):
            assert word not in made.body, made.body


def test_what_cannot_be_seen_is_named_at_its_question(body: Make, become: Become) -> None:
    made = become(body("angebot.yml", OFFER_ANSWERS, venue="Werk\u202estatt", text="Ein \u2066Text."))
    assert [line.split("**")[1] for line in remarks(made.body)] == ["Ort:", "Text:"]


def test_what_is_there_already_is_named_and_not_made_again(body: Make, become: Become, write: Write) -> None:
    write("offers/goerlitz/robotik-ag.md", OFFER)
    made = become(body("angebot.yml", OFFER_ANSWERS, title="robotik-AG im Jugendhaus"))
    assert (made.action, made.path) == ("comment", "")
    first = made.body.split("\n")[0]
    assert first == (
        "Vielen Dank! Diesen Eintrag gibt es schon: `Robotik-AG im Jugendhaus` "
        "(`content/offers/goerlitz/robotik-ag.md`)."
    )


def test_similar_records_are_named_in_the_pull_request(body: Make, become: Become, write: Write) -> None:
    write("offers/robotik-ag.md", OFFER)
    made = become(body("angebot.yml", OFFER_ANSWERS, title="Robotik-AG im Jugendklub"))
    assert (
        "**Ähnliche Einträge – ist es derselbe?**\n\n- `Robotik-AG im Jugendhaus` "
        "(`content/offers/robotik-ag.md`)\n" in made.body
    )


def test_a_name_that_is_taken_gets_a_number(body: Make, become: Become, write: Write) -> None:
    write("offers/loeten-fuer-anfaenger.md", OFFER)
    made = become(body("angebot.yml", OFFER_ANSWERS))
    assert made.path == "content/offers/goerlitz/loeten-fuer-anfaenger-2.md"


def test_notes_stand_in_the_pull_request(body: Make, become: Become) -> None:
    text = become(body("angebot.yml", OFFER_ANSWERS, provider="Verein @Funkenflug", registration=None)).body
    assert (
        "- Anbieter: `Verein @Funkenflug` hat keinen eigenen Eintrag. Der Name wird ohne Link gezeigt."
        in text
    )


def test_nothing_that_was_answered_does_anything(body: Make, become: Become) -> None:
    """Neither in a comment nor in a pull request, whichever question it was written into."""
    for text in HOSTILE:
        _does_nothing(text, body, become)


def _does_nothing(text: str, body: Make, become: Become) -> None:
    free = {"title": f"Löten {text}", "summary": text, "provider": text, "venue": text, "schedule": text}
    bad = {"format": text, "ages": text, "website": text, "weiteres": text, "contact": text}
    for answers in ({**OFFER_ANSWERS, **free}, {**OFFER_ANSWERS, **bad}, {**OFFER_ANSWERS, **free, **bad}):
        made = become(body("angebot.yml", answers), f"Angebot: {text}")
        shown = page(made.body.replace("#12 (closes #12)", ""))
        assert shown.tags <= {"p", "ul", "li", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
        for word in ("@admin", "@org", "#1", "://", "www.evil", "GH-7", "\u202e"):
            assert word not in shown.free, made.body
        assert "\n" not in made.title + made.branch + made.path
        assert "#1" not in made.title


def test_an_answer_cannot_become_a_field(body: Make, become: Become) -> None:
    sly = "Löten\n---\nstatus: beendet\n\"quoted\": 'x'"
    made = become(body("angebot.yml", OFFER_ANSWERS, title=sly, venue="a: b # c", schedule="- [x]\ngta: ja"))
    assert made.action == "record", made.body
    assert "\nstatus:" not in made.text
    assert "\ngta:" not in made.text
    assert '\nvenue: "a: b # c"\n' in made.text


def test_texts_that_are_no_form(become: Become) -> None:
    for text in ("", "Hallo!", "### Titel", "\x00\ud800"):
        assert become(text).body.startswith("Vielen Dank! Aus dieser Meldung ließ sich kein Eintrag machen,")
    assert become("x" * (MAX_TEXT + 1)).body == (
        "Vielen Dank! Die Meldung ist länger als 65.536 Zeichen. Kürzen Sie sie bitte auf das Wichtigste."
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("weiteres", "Unsinn: x\n" * 5_000),
        ("weiteres", f"{' ' * 60_000}x"),
        ("contact", ", ".join(["x"] * 20_000)),
        ("topics", "\n".join(["<b>@admin</b>"] * 3_000)),
        ("schedule", "a b " * 15_000),
        ("schedule", "„" * 60_000),
        ("text", f"##{' ' * 60_000}x"),
        ("text", "@admin " * 8_000),
        ("title", "[" * 60_000),
        ("venue", "![x](" * 12_000),
    ],
)
def test_much_of_anything_is_answered_briefly(question: str, text: str, body: Make, become: Become) -> None:
    made = become(body("angebot.yml", {**OFFER_ANSWERS, question: text}))
    assert len(made.body) < 20_000
    assert len(made.title) <= 120


def test_the_first_of_many_mistakes_are_enough(body: Make, become: Become) -> None:
    made = become(
        body("angebot.yml", OFFER_ANSWERS, weiteres="\n".join(f"Unsinn {at}: x" for at in range(25)))
    )
    assert len(remarks(made.body)) == 12
    assert remarks(made.body)[-1] == "  - … und so an 15 weiteren Stellen."


def test_json_is_for_the_workflow(body: Make, become: Become) -> None:
    made = become(body("angebot.yml", OFFER_ANSWERS), number=None)
    values = json.loads(made.as_json)
    assert values == {
        "action": "record",
        "body": made.body,
        "labels": ["Angebot", "kreis: goerlitz"],
        "path": "content/offers/goerlitz/loeten-fuer-anfaenger.md",
        "branch": "meldung-loeten-fuer-anfaenger",
        "title": "Angebot: Löten für Anfänger",
    }
    assert replace(made, text="") != made
