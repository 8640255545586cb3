"""Every record of the site goes through the form and comes out as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from minthub.calendar import load_holidays, occurrences
from minthub.catalogue import Loaded
from minthub.folding import slug
from minthub.issues.questions import forms
from minthub.listing import Listing
from minthub.model.dates import parse_duration, parse_moment
from minthub.model.kinds import BY_FOLDER, Event
from minthub.schema.form import source
from minthub.views.cards import Cards
from minthub.views.wording import event_time
from minthub.writing import record_text, spelling, values_of
from tests.conftest import DATA, NOW

pytestmark = pytest.mark.slow

Ask = Callable[[list[Any]], list[Any]]


def records(real: Loaded) -> tuple[Any, ...]:
    return (*real.catalogue.offers, *real.catalogue.events)


def test_files_are_written_as_minthub_does(ask: Ask, real: Loaded) -> None:
    written = ask([{"do": "written", "source": source(record)} for record in records(real)])
    for record, text in zip(records(real), written, strict=True):
        assert text == record_text(type(record), values_of(record), record.text), record.path


def test_what_is_not_touched_stays(ask: Ask, real: Loaded) -> None:
    """Loaded and saved without a change: no problem, no change, the same file in the same place (the district that follows from the
    postcode need not be written)."""
    # Who confirms today what ended yesterday is asked about it.
    ended = [record for record in real.catalogue.offers if record.expires and record.expires < NOW]
    current = [record for record in records(real) if record not in ended]
    answers = ask([{"do": "again", "source": source(record)} for record in current])
    for record, answer in zip(current, answers, strict=True):
        assert answer["problems"] == [], record.path
        kept = {**values_of(record), "checked": real.catalogue.today}
        without = record_text(type(record), {**kept, "district": None}, record.text)
        assert answer["text"] in (record_text(type(record), kept, record.text), without), record.path
        assert (answer["path"], answer["id"], answer["moves"]) == (record.path, record.id, False)
        told = [label for label, _, _ in answer["changes"] if label != "Geprüft am"]
        assert told == [], record.path


def test_who_confirms_takes_back_that_nobody_did(ask: Ask, real: Loaded) -> None:
    record = next(one for one in real.catalogue.offers if one.status == "unbestaetigt")
    told = {"do": "again", "source": source(record)}
    provider, coordination, reader = ask(
        [told | {"who": who} for who in ("anbieter", "koordinierung", "redaktion")]
    )
    row = ["Status", "nicht bestätigt", "läuft"]
    assert row in provider["changes"]
    assert row in coordination["changes"]
    assert "\nstatus:" not in provider["text"]
    assert row not in reader["changes"]


def test_values_shown_for_typing_are_understood_as_the_same(ask: Ask, real: Loaded) -> None:
    answers = ask([{"do": "retyped", "source": source(record)} for record in records(real)])
    hidden = {
        "provider",
        "geo",
        "source_date",
        "image",
        "image_alt",
        "image_credit",
        "image_licence",
        "redirect_from",
    }
    for record, answer in zip(records(real), answers, strict=True):
        values = source(record)["values"]
        # A title or address may hold a comma; it is kept as long as nobody touches it.
        shown = {key: answer[key] for key in values if key not in hidden}
        assert shown == {key: value for key, value in values.items() if key not in hidden}, record.path


def test_cards_look_as_they_will(ask: Ask, real: Loaded) -> None:
    """But for events that repeat: the form shows their first time, lists the next one."""
    cards = Cards(Listing(real.catalogue, load_holidays(DATA / "holidays.csv")))
    simple = [record for record in records(real) if not _is_series(record)]
    answers = ask(
        [{"do": "card", "kind": record.folder, "values": source(record)["values"]} for record in simple]
    )
    for record, card in zip(simple, answers, strict=True):
        expected = cards.of(record)
        assert card["facts"] == [[fact.id, fact.label, fact.text] for fact in expected.facts], record.path
        assert card["badges"] == [
            [badge.id, badge.text] for badge in expected.badges if badge.text != "Angaben älter als ein Jahr"
        ]
        assert card["subjects"] == [[badge.id, badge.text] for badge in expected.subjects]
        assert (card["title"], card["kind"], card["quiet"]) == (
            expected.title,
            expected.kind,
            expected.is_quiet,
        )


def test_times_are_told_as_they_will(ask: Ask) -> None:
    """Days, hours, nights, whichever way the end is written."""
    starts = ("2026-12-05", "2026-12-05 16:00", "2026-12-05 20:00", "2026-12-31 22:30")
    ends = (
        "2026-12-05",
        "2026-12-05 21:15",
        "2026-12-06",
        "2026-12-06 01:00",
        "2027-01-01 02:00",
        "2027-02-01",
    )
    lengths = (
        "0:01",
        "1:00",
        "1:30",
        "2:15",
        "3:30",
        "4:00",
        "6:00",
        "23:59",
        "24:00",
        "25:30",
        "28:00",
        "48:00",
        "120:00",
        "744:00",
    )
    times: list[dict[str, str]] = [
        *({"start": start} for start in starts),
        *({"start": start, "end": end} for start in starts for end in ends if end >= start[:10]),
        *({"start": start, "duration": length} for start in starts for length in lengths),
    ]
    answers = ask([{"do": "card", "kind": "events", "values": values} for values in times])
    for values, card in zip(times, answers, strict=True):
        event = Event.model_construct(
            start=parse_moment(values["start"]),
            end=parse_moment(values["end"]) if "end" in values else None,
            duration=parse_duration(values["duration"]) if "duration" in values else None,
            dates=(),
            excluded=(),
        )
        (expected,) = (event_time(event, time) for time in occurrences(event, ()))
        assert {id: text for id, _, text in card["facts"]}["time"] == expected, values


def _is_series(record: Any) -> bool:
    """Repeated, several, or over: lists know the day."""
    return isinstance(record, Event) and bool(
        record.repeats or record.dates or (record.start and record.start.day.year < 2027)
    )


def test_names_and_texts_are_spelt_as_minthub_does(ask: Ask, real: Loaded) -> None:
    odd = [
        "Löten für Anfänger", "Łužica & Smjeŕć", "  ", "A" * 90, "ein-sehr-langes-wort " * 8, "Straße 12 – Ümläut",
        "yes", "Null", "~", "12", "1:30", "01067", "2026-12-31", "2026-12-31 16:00", "1e5", "0x1f", ".5", "-", "- a",
        "a: b", "a #b", "#a", "a,b", "[a]", "{a}", "ab?", "'a'", '"a"', "a\\b", "=", "<<", ".inf", "a:", "@a", "%a", "`a`",
        "ja", "on", "Off", "+49 341 123456", "0341 123456", "0341/123456", "10.000 Euro", "3D-Druck", "e. V.", "a\u200bb",
    ]  # fmt: skip
    titles = [record.title for record in records(real)]
    slugs = ask([{"do": "slug", "text": text} for text in (*odd, *titles)])
    assert slugs == [slug(text, 60) for text in (*odd, *titles)]
    for is_in_list in (False, True):
        spelt = ask([{"do": "spelled", "text": text, "isInList": is_in_list} for text in odd])
        assert spelt == [spelling(text, is_in_list=is_in_list) for text in odd]


def test_every_field_is_asked_for_once_or_kept() -> None:
    from minthub.schema.questions import STEPS, UNASKED

    asked = [question.key for step in STEPS for question in step.questions]
    assert len(asked) == len(set(asked))
    for folder in ("offers", "events"):
        assert set(BY_FOLDER[folder].specs()) <= {*asked, *UNASKED}


def test_what_people_leave_out_is_added_and_a_mistake_is_said_once(ask: Ask) -> None:
    raws = [
        {"website": "www.example.org/a", "price": "5", "cost": "kostenpflichtig"},
        {"website": "jugendhaus", "price": "5 bis 7", "source": ""},
        {"website": "", "price": "2,50"},
        {"website": "https://example.org", "source": "example.org/b"},
    ]
    done, wrong, without, both = ask([{"do": "draft", "kind": "offers", "raw": raw} for raw in raws])
    address = "https://www.example.org/a"
    assert done == {"website": address, "source": address, "price": "5 Euro", "problems": []}
    said = "„jugendhaus“ ist keine Internetadresse. Kopieren Sie sie aus der Adresszeile des Browsers."
    assert (wrong["price"], wrong["problems"]) == ("5 bis 7", [["website", said]])
    said = "Nennen Sie eine öffentliche Seite, auf der die Angaben stehen: hier oder bei „Website“."
    assert (without["price"], without["problems"]) == ("2,50 Euro", [["source", said]])
    said = "Der Adresse „example.org/b“ fehlt der Anfang. Schreiben Sie: https://example.org/b"
    assert both["problems"] == [["source", said]]


def test_issue_forms_are_answered_with_their_own_words(ask: Ask, real: Loaded) -> None:
    """A dropdown takes nothing but its options; what a form does not ask stands in its field for more."""
    asked = {form.model: form for form in forms(real.world.lists) if form.model}
    answers = ask(
        [{"do": "answers", "kind": record.folder, "source": source(record)} for record in records(real)]
    )
    for record, told in zip(records(real), answers, strict=True):
        form = asked[type(record)]
        for question in form.questions:
            options = [option for option in question.options if question.shape in ("dropdown", "multiple")]
            value = told.get(question.id, "")
            parts = value.split(", ") if question.shape == "multiple" and value else [value] if value else []
            assert not options or set(parts) <= set(options), f"{record.path}: {question.id}: {value}"
        assert set(told) <= {question.id for question in form.questions}
        assert told["title"] == record.title
        assert ("Gruppengröße: " in told["weiteres"]) is bool(getattr(record, "group_size", None))


def test_addresses_stay_short(ask: Ask) -> None:
    """What is too long for an address is copied; no answer is cut in the middle."""
    long = "Wort " * 1500
    answers = ask(
        [
            {"do": "newFile", "file": {"path": "content/offers/goerlitz/x.md", "text": "ä & #\n"}},
            {"do": "newFile", "file": {"path": "content/offers/goerlitz/x.md", "text": long}},
            {"do": "issue", "template": "angebot.yml", "title": "T", "answers": {"title": "T", "text": long, "city": "Görlitz", "price": ""}},
            {"do": "mail", "subject": "Angebot: T", "text": "a\nb"},
            {"do": "mail", "subject": "Angebot: T", "text": long},
        ]
    )  # fmt: skip
    top = "https://git.example.org"
    empty = f"{top}/new/main/content/offers/goerlitz?filename=x.md"
    assert answers[0] == {"full": f"{empty}&value=%C3%A4%20%26%20%23%0A", "empty": empty}
    assert answers[1] == {"full": "", "empty": empty}
    assert answers[2] == f"{top}/issues/new?template=angebot.yml&title=T&city=G%C3%B6rlitz"
    assert answers[3] == {
        "href": "mailto:redaktion@example.org?subject=Angebot%3A%20T&body=a%0D%0Ab",
        "isWhole": True,
    }
    assert (len(answers[4]["href"]) < 200, answers[4]["isWhole"]) == (True, False)
