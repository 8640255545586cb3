"""What is stored, how it is ordered, how a list becomes a link or a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Answer = Callable[..., Any]

TOP = "https://mint.example.org/repo/"
TODAY = "2026-11-21"


def entry(id: str, title: str = "", saved: str = TODAY) -> dict[str, str]:
    return {"id": id, "title": title or id, "saved": saved}


def card(id: str, title: str, **changes: Any) -> dict[str, Any]:
    section = "termine" if id.startswith("events/") else "angebote"
    href = f"{section}/{id.partition('/')[2]}/"
    plain: dict[str, Any] = {
        "facts": [],
        "badges": [],
        "times": [],
        "over": False,
        "ends": "",
        "summary": "",
        "kind": "Kurs",
    }
    return {**plain, "id": id, "href": href, "title": title, **changes}


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "null",
        "7",
        '"x"',
        "{}",
        "[null, 3, [], {}]",
        '[{"id": 7}]',
        '[{"id": "news/x"}]',
        '[{"id": "offers/../x"}]',
    ],
)
def test_rubbish_is_an_empty_list(answer: Answer, text: str | None) -> None:
    assert answer("entries", text=text) == []


def test_what_can_be_understood_of_the_stored_text_is_kept(answer: Answer) -> None:
    stored = [
        {"id": "offers/a", "title": "A", "saved": "2026-11-20", "more": 1},
        {"id": "offers/a", "title": "again", "saved": "2026-11-21"},
        {"id": "events/b", "title": "  ", "saved": "gestern"},
        "x",
    ]
    assert answer("entries", text=json.dumps(stored)) == [
        entry("offers/a", "A", "2026-11-20"),
        entry("events/b", saved=""),
    ]


def rows(answer: Answer) -> list[dict[str, Any]]:
    """Saved in this order: something current, two dates, something gone, something over, something that ended yesterday."""
    cards = [
        card("offers/zirkel", "Zirkel"),
        card("events/spaeter", "Später", times=[["2026-12-20", "2026-12-20"]]),
        card("events/bald", "Bald", times=[["2026-11-18", "2026-11-18"], ["2026-11-25T16:00", ""]]),
        None,
        card("offers/alt", "Alt", over=True),
        card("events/gestern", "Gestern", ends="2026-11-20", times=[["2026-11-20", "2026-11-20"]]),
    ]
    days = ["2026-11-20", "2026-11-20", "2026-11-21", "2026-11-21", "2026-11-01", "2026-11-19"]
    ids = ["offers/zirkel", "events/spaeter", "events/bald", "offers/weg", "offers/alt", "events/gestern"]
    entries = [entry(id, id.partition("/")[2].title(), day) for id, day in zip(ids, days, strict=True)]
    found: list[dict[str, Any]] = answer("rows", entries=entries, cards=cards, today=TODAY, top=TOP)
    return found


def test_rows_say_how_things_stand(answer: Answer) -> None:
    assert [(row["title"], row["state"], row["next"]) for row in rows(answer)] == [
        ("Zirkel", "aktuell", ""),
        ("Später", "aktuell", "2026-12-20"),
        ("Bald", "aktuell", "2026-11-25T16:00"),
        ("Weg", "gibt es nicht mehr", ""),
        ("Alt", "nicht mehr aktuell", ""),
        ("Gestern", "nicht mehr aktuell", ""),
    ]


@pytest.mark.parametrize(
    ("time", "is_next"),
    [
        (["2026-11-20", "2026-11-20"], False),
        (["2026-11-20T22:00", ""], False),
        (["2026-11-20T22:00", "2026-11-21T04:00"], True),
        (["2026-11-20T20:00", "2026-11-21T00:00"], False),  # it ended at midnight
        (["2026-11-20T20:00", "2026-11-22T00:00"], True),
        (["2026-11-20", "2026-11-21"], True),
    ],
)
def test_what_goes_on_is_next(answer: Answer, time: list[str], is_next: bool) -> None:
    cards = [card("events/nacht", "Nacht", times=[time])]
    (row,) = answer("rows", entries=[entry("events/nacht", "Nacht")], cards=cards, today=TODAY, top=TOP)
    assert row["next"] == (time[0] if is_next else "")


def test_without_cards_the_titles_and_addresses_are_left(answer: Answer) -> None:
    found = answer("rows", entries=[entry("events/bald", "Bald")], cards=None, today=TODAY, top=TOP)
    assert [(row["title"], row["state"], row["address"]) for row in found] == [
        ("Bald", "nicht geladen", f"{TOP}termine/bald/")
    ]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("gemerkt", ["Bald", "Später", "Zirkel", "Weg", "Gestern", "Alt"]),
        ("geteilt", ["Zirkel", "Später", "Bald", "Weg", "Alt", "Gestern"]),
        ("name", ["Bald", "Später", "Zirkel", "Alt", "Gestern", "Weg"]),
        ("termin", ["Bald", "Später", "Zirkel", "Alt", "Gestern", "Weg"]),
    ],
)
def test_in_every_order_the_past_comes_last(answer: Answer, order: str, wanted: list[str]) -> None:
    assert answer("ordered", rows=rows(answer), order=order) == wanted


IDS = ["offers/robotik-ag", "events/tag-der-technik", "offers/mathe-online"]


def test_a_list_is_read_from_the_link_it_was_written_into(answer: Answer) -> None:
    text = answer("written", ids=IDS)
    assert text == "robotik-ag,termine/tag-der-technik,mathe-online"
    assert answer("shared", search=f"?ids={text}") == IDS


@pytest.mark.parametrize(
    ("search", "wanted"),
    [
        ("", None),
        ("?sortierung=name", None),
        ("?ids=", []),
        ("?ids=robotik-ag%2Ctermine%2Fx", ["offers/robotik-ag", "events/x"]),
        ("?ids=offers/a, angebote/b/,events/c", ["offers/a", "offers/b", "events/c"]),
        ("?ids=a,a,A!,news/x,../x,<b>", ["offers/a"]),
        (
            "?ids=" + ",".join(f"x{number}" for number in range(300)),
            [f"offers/x{number}" for number in range(200)],
        ),
    ],
    ids=["none", "other", "empty", "encoded", "other spellings", "rubbish", "too many"],
)
def test_links_of_others_are_read_with_care(answer: Answer, search: str, wanted: list[str] | None) -> None:
    assert answer("shared", search=search) == wanted


def test_cells_are_quoted_and_never_calculated(answer: Answer) -> None:
    cells = ["a;b", 'sagt "ja"', "zwei\nZeilen", "=1+1", "+49 351", "-5", "@x", "\tx", "\rx", " x", "x", ""]
    text = answer("csv", rows=[cells, ["zweite"]])
    assert text.startswith("\ufeff")
    assert text.endswith("\r\nzweite\r\n")
    guarded = [f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in cells]
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert read == [guarded, ["zweite"]]


def test_the_table_has_a_row_for_each_entry(answer: Answer) -> None:
    facts = [
        ["ages", "Für", "8 bis 14 Jahre"],
        ["place", "Wo", "Görlitz, Jugendhaus"],
        ["time", "Wann", "mittwochs"],
        ["cost", "Kosten", "kostenlos"],
        ["provider", "Anbieter", "Jugendhaus"],
        ["checked", "Geprüft", "01.11.2026"],
    ]
    cards = [card("offers/robotik-ag", "Robotik-AG", summary="Bauen; messen", facts=facts), None]
    entries = [entry("offers/robotik-ag"), entry("offers/weg", "Weg")]
    found = answer("rows", entries=entries, cards=cards, today=TODAY, top=TOP)
    text = answer("table", rows=found)
    assert text.removeprefix("\ufeff").split("\r\n") == [
        "Titel;Art;Stand;Wann;Beginn;Ende;Wo;Für;Kosten;Anbieter;Kurz gesagt;Geprüft;Gemerkt am;Adresse",
        'Robotik-AG;Kurs;aktuell;mittwochs;;;Görlitz, Jugendhaus;8 bis 14 Jahre;kostenlos;Jugendhaus;"Bauen; messen"'
        f";2026-11-01;2026-11-21;{TOP}angebote/robotik-ag/",
        f"Weg;;gibt es nicht mehr;;;;;;;;;;2026-11-21;{TOP}angebote/weg/",
        "",
    ]


def test_the_table_has_the_next_time_or_else_the_last_for_machines(answer: Answer) -> None:
    text = answer("table", rows=rows(answer)).removeprefix("\ufeff")
    found = {row["Titel"]: row for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")}
    assert (found["Bald"]["Beginn"], found["Bald"]["Ende"]) == ("2026-11-25T16:00", "")
    assert (found["Gestern"]["Beginn"], found["Gestern"]["Ende"]) == ("2026-11-20", "2026-11-20")
    assert found["Zirkel"]["Beginn"] == ""


def test_a_shared_id_makes_a_title(answer: Answer) -> None:
    assert answer("title", id="offers/robotik-ag-im-hort") == "Robotik ag im hort"
