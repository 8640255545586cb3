"""Records that are written are read back as they were, whatever their texts hold."""

from __future__ import annotations

import random
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from minthub.model.convert import Draft, convert
from minthub.model.dates import MAX_MINUTES, Deadline, Moment, PartialDate, parse_duration
from minthub.model.kinds import District, Event, Funding, NewsItem, Offer
from minthub.model.spans import Span
from minthub.model.types import Lists
from minthub.reading import read_record
from minthub.vocabulary import Term, TermList, load_vocabulary
from minthub.writing import path_for, record_text, spelling, values_of, write_text
from minthub.writing.values import one_text, text_spelling
from tests.conftest import DATA

DISTRICTS = TermList("districts", (Term("goerlitz", "Landkreis Görlitz"), Term("bautzen", "Bautzen")))

HOSTILE = [
    "Robotik: bauen und fahren", "Raum #5", "Raum # 5", "#1", "ends:", ": starts", "a:b", "a, b", "[x]", "{x}",
    "- eins", "-1", "? ja", "& Co", "*fett*", "!wichtig", "|", ">", "%", "@home", "`x`", '"', "'", '"ganz"', "'s Labor",
    'ein "Wort" mitten', "back\\slash", "\\u202e", "„typografisch“", "yes", "No", "ja", "nein", "on", "null", "~", "NULL",
    "true", "01067", "08058", "567", "1:30", "12:30:45", "1.5", "1e3", "0x1f", "0o17", ".5", "+49", "1_000", "2026-12-31",
    "2026-12-31 16:00", "28.02.", "31.12.2026", "=", "<<", "---", "...", "--- x", "👩‍🔬 forscht", "Wokrjes Zhorjelc – Łužica ćěř",
    "e\u0301cole", "zwei\nZeilen", "Windows\r\nEnde", "tab\there", "  Rand  ", "schmales\u202fZeichen", "null\u200bbreit",
    "rechts\u202elinks", "glocke\x07", "nul\x00", "\ufeffanfang", "x" * 500, "Straße 1, Haus 2; Tor 3", "https://a.example/?q=a:b#c",
    "a #b", "a:\tb", "[", "]", "{", "}", ",", "a]b", "a}b", "#", ":", "-", "?", "\ud800halb", "<!-- x -->", "\u2028zeile", "\x85",
]  # fmt: skip
PIECES = [
    *"abcäöüß 019.,:;#-?!&*|>%@`\"'[]{}()=~\\/_", ": ", " #", "- ", "\n", "\r\n", "\t", "no", "null", "---", "ł", "ě", "😀",
    "\u200d", "\u00a0", "é", "„", "“", "${x}", "{key}",
]  # fmt: skip


@pytest.fixture(scope="module")
def lists() -> Lists:
    return Lists(load_vocabulary(DATA / "vocabulary.yml"), DISTRICTS)


def random_texts(count: int) -> list[str]:
    chance = random.Random(6)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 12))) for _ in range(count)]
    return [text for text in texts if one_text(text)]


def read(text: str, model: Any, lists: Lists, id: str = "x") -> Draft:
    """The draft of a record; nothing may be found in it."""
    record, findings = read_record(text.encode(), f"content/{model.folder}/{id}.md", model.folder, id)
    assert findings == []
    assert record is not None
    draft, findings = convert(record, lists)
    assert findings == []
    return draft


def offer(**values: Any) -> dict[str, Any]:
    return {
        "title": "Robotik",
        "summary": "Kinder bauen.",
        "city": "Görlitz",
        "ages": Span(8, 14),
        "subjects": ("technik",),
        "format": "workshop",
        "mode": "vor-ort",
        "cost": "kostenlos",
        "provider": "jugendhaus",
        "source": "https://www.example.org/",
        "checked": date(2026, 11, 1),
        "checked_by": "redaktion",
    } | values


# Texts


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back(text: str, lists: Lists) -> None:
    wanted = one_text(text)
    given = offer(venue=text, travel=text, topics=(text, "Löten", text), price=text)
    values = read(record_text(Offer, given, "Text."), Offer, lists).values
    assert (values.venue, values.travel, values.price) == (wanted or None,) * 3
    assert [topic for topic in values.topics if topic != "Löten"] == ([wanted] * 2 if wanted else [])


def test_random_texts_come_back(lists: Lists) -> None:
    texts = random_texts(3000)
    for at in range(0, len(texts), 60):
        some = tuple(texts[at : at + 60])
        given = offer(venue=some[0], travel=some[-1], topics=some, aliases=some)
        values = read(record_text(Offer, given, "Text."), Offer, lists).values
        wanted = tuple(map(one_text, some))
        assert (values.topics, values.aliases) == (wanted, wanted)
        assert (values.venue, values.travel) == (wanted[0], wanted[-1])


def test_other_readers_of_yaml_take_them_for_the_same_texts() -> None:
    """GitHub's preview and editors' programs do not read as we do."""
    for text in [*HOSTILE, *random_texts(1500)]:
        line = one_text(text)
        for written in (f"key: {text_spelling(text)}", f"key: [{text_spelling(text, is_in_list=True)}, z]"):
            for loader in (yaml.SafeLoader, yaml.CSafeLoader):
                value = yaml.load(written, Loader=loader)["key"]
                assert value in (line, [line, "z"]), written


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Jugendhaus, Werkstatt im Erdgeschoss", "Jugendhaus, Werkstatt im Erdgeschoss"),
        ("Robotik: bauen", '"Robotik: bauen"'),
        ("Uhrzeit 15:30", "Uhrzeit 15:30"),
        ("https://www.example.org/#a", "https://www.example.org/#a"),
        ("Raum #5", '"Raum #5"'),
        ("01067", '"01067"'),
        ("0341 123456", "0341 123456"),
        ("12", '"12"'),
        ("no", '"no"'),
        ("nein", "nein"),
        ('das „Haus"', 'das „Haus"'),
        ('"Haus"', '"\\"Haus\\""'),
        ("2026-12-31", '"2026-12-31"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, spelt: str) -> None:
    assert text_spelling(text) == spelt


def test_in_a_list_commas_and_brackets_want_quotes() -> None:
    assert text_spelling("Kita, Hort", is_in_list=True) == '"Kita, Hort"'
    assert text_spelling("Kita (Hort)", is_in_list=True) == "Kita (Hort)"


# Types and order


def test_a_record_is_spelt_canonically_in_the_order_of_the_models(lists: Lists) -> None:
    given = offer(
        postcode="02826",
        geo=(51.1, 14.98765),
        grades=Span(5, None),
        for_schools=False,
        gta=True,
        topics=(),
        price="",
        status="aktiv",
        contact=("info@example.org", "0341 123456"),
        expires=date(2027, 7, 31),
        source_date=PartialDate(2026, 5),
        unknown="x",
    )
    shuffled = dict(sorted(given.items(), reverse=True))
    text = record_text(Offer, shuffled, "\n\nEin Text.\r\n\r\nNoch einer.\n\n")
    assert text == (
        "---\n"
        "title: Robotik\n"
        "summary: Kinder bauen.\n"
        'postcode: "02826"\n'
        "city: Görlitz\n"
        "geo: [51.10, 14.98765]\n"
        "ages: [8, 14]\n"
        "grades: ab 5\n"
        "subjects: [technik]\n"
        "for_schools: false\n"
        "gta: true\n"
        "format: workshop\n"
        "expires: 2027-07-31\n"
        "mode: vor-ort\n"
        "cost: kostenlos\n"
        "contact: [info@example.org, 0341 123456]\n"
        "provider: jugendhaus\n"
        "source: https://www.example.org/\n"
        "source_date: 2026-05\n"
        "checked: 2026-11-01\n"
        "checked_by: redaktion\n"
        "---\n"
        "Ein Text.\n"
        "\n"
        "Noch einer.\n"
    )
    assert record_text(Offer, values_of(read(text, Offer, lists).values), "Ein Text.\n\nNoch einer.") == text


def test_an_event_keeps_its_times(lists: Lists) -> None:
    given = offer(
        start=Moment(date(2026, 12, 5), time(16)),
        duration=375,
        dates=(Moment(date(2027, 1, 9), time(16)), Moment(date(2027, 2, 6))),
        repeats="woechentlich",
        until=date(2027, 7, 9),
        **{"except": ("ferien", date(2027, 3, 5))},
        registration_deadline=Moment(date(2026, 12, 1)),
        event_status="geplant",
    )
    text = record_text(Event, given, "Text.")
    assert (
        "start: 2026-12-05 16:00\n"
        "duration: 6:15\n"
        "dates: [2027-01-09 16:00, 2027-02-06]\n"
        "repeats: woechentlich\n"
        "until: 2027-07-09\n"
        "except: [ferien, 2027-03-05]\n"
        "mode:"
    ) in text
    values = values_of(read(text, Event, lists).values)
    assert {key: values[key] for key in given} == given


def test_every_duration_comes_back() -> None:
    assert [
        minutes for minutes in range(1, MAX_MINUTES + 1) if parse_duration(spelling(minutes)) != minutes
    ] == []


def test_deadlines_and_subfields(lists: Lists) -> None:
    deadlines = (Deadline(yearly=(2, 28)), Deadline(date(2027, 3, 31)), Deadline())
    funding = record_text(Funding, {"title": "Fonds", "deadlines": deadlines}, "")
    assert funding == "---\ntitle: Fonds\ndeadlines: [28.02., 2027-03-31, laufend]\n---\n"

    office = {"organisation": "Stelle: eins", "website": None, "contact": ("info@example.org",)}
    district = record_text(District, {"ags": "14626", "kind": "landkreis", "coordination": office}, "")
    below = 'coordination:\n  organisation: "Stelle: eins"\n  contact: [info@example.org]\n'
    assert district == f'---\nags: "14626"\nkind: landkreis\n{below}---\n'


@pytest.mark.parametrize("number", [51.0, 51.05, 0.00001, -0.5, 14.123456789012345])
def test_coordinates_come_back(number: float, lists: Lists) -> None:
    assert read(record_text(Offer, offer(geo=(number, 13.74)), "T."), Offer, lists).values.geo == (
        number,
        13.74,
    )


def test_what_has_no_spelling_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="no spelling for object"):
        record_text(Offer, {"title": object()}, "")


def test_the_text_below_may_hold_rules_and_anything_else(lists: Lists) -> None:
    body = "---\n\nWort: nach der Linie\n\n---\n\n```\n---\n```\n😀 <b>"
    assert read(record_text(Offer, offer(), body), Offer, lists).record.body == f"{body}\n"


# Names


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"title": "Löten für Anfänger", "district": "goerlitz"}, "offers/goerlitz/loeten-fuer-anfaenger.md"),
        ({"title": "Löten", "postcode": "02826"}, "offers/bautzen/loeten.md"),
        ({"title": "Schon da", "district": "goerlitz"}, "offers/goerlitz/schon-da-2.md"),
        ({"title": "Schon Planung"}, "offers/bautzen/schon-planung-2.md"),
        ({"title": "数学"}, "offers/bautzen/angebot.md"),
        ({}, "offers/bautzen/angebot.md"),
        ({"title": "../../etc/passwd\x00"}, "offers/bautzen/etc-passwd.md"),
    ],
)
def test_a_new_record_gets_a_free_name_in_its_district(
    values: dict[str, str], path: str, tmp_path: Path
) -> None:
    there = tmp_path / "offers" / "bautzen" / "schon-da.md"
    there.parent.mkdir(parents=True)
    there.touch()
    district = None if values.get("district") else "bautzen"
    found = path_for(Offer, values, tmp_path, district=district, taken={"schon-planung"})
    assert found == tmp_path / path


def test_what_has_no_place_goes_to_the_folder_of_the_state(tmp_path: Path) -> None:
    assert path_for(Offer, {"title": "A"}, tmp_path, state="land") == tmp_path / "offers/land/a.md"
    elsewhere = {"title": "A", "city": "Berlin"}
    assert path_for(Offer, elsewhere, tmp_path, state="land") == tmp_path / "offers/a.md"


def test_news_have_their_day_in_their_name(tmp_path: Path) -> None:
    values = {"title": "Neu", "date": PartialDate(2026, 11, 21)}
    assert path_for(NewsItem, values, tmp_path, state="land") == tmp_path / "news/2026-11-21-neu.md"


# Saving


def test_saving_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "neu" / "a.md"
    write_text(path, "eins\n")
    assert path.read_bytes() == b"eins\n"

    def broken(self: Path, target: Path) -> None:
        raise OSError("voll")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="voll"):
        write_text(path, "zwei\n")
    assert path.read_bytes() == b"eins\n"
    assert [found.name for found in path.parent.iterdir()] == ["a.md"]
