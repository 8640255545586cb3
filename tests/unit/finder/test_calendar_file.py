"""The calendar file of the Merkliste, line by line (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Answer = Callable[..., Any]

TOP = "https://mint.example.org/repo/"
NOW = "2026-11-21T09:30:00Z"
TODAY = "2026-11-21"


def card(**changes: Any) -> dict[str, Any]:
    return {
        "id": "events/tag-der-technik",
        "href": "termine/tag-der-technik/",
        "title": "Tag der Technik",
        "kind": "Aktionstag",
        "summary": "Stationen zum Ausprobieren.",
        "facts": [
            ["time", "Wann", "Samstag, 5. Dezember 2026"],
            ["place", "Wo", "Görlitz, Jugendhaus"],
            ["ages", "Für", "6 bis 14 Jahre"],
            ["cost", "Kosten", "kostenlos"],
            ["provider", "Anbieter", "Jugendhaus"],
            ["checked", "Geprüft", "01.11.2026"],
        ],
        "badges": [],
        "times": [["2026-12-05T10:00", "2026-12-05T16:00"]],
        **changes,
    }


@pytest.fixture
def lines(answer: Answer) -> Callable[..., list[str]]:
    """The unfolded lines of the file for some cards."""

    def _lines(*cards: dict[str, Any]) -> list[str]:
        text = answer("calendar", cards=cards, top=TOP, now=NOW, today="2026-01-01")["text"]
        assert text.endswith("\r\n")
        assert "\n" not in text.replace("\r\n", "")
        folded = text.split("\r\n")
        assert max(len(line.encode()) for line in folded) <= 75
        unfolded: list[str] = text.replace("\r\n ", "").split("\r\n")
        return unfolded

    return _lines


def event(lines: list[str]) -> list[str]:
    return lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT") + 1]


def test_an_event_with_times_of_day(lines: Callable[..., list[str]]) -> None:
    assert event(lines(card())) == [
        "BEGIN:VEVENT",
        "UID:events-tag-der-technik@mint.example.org",
        "DTSTAMP:20261121T093000Z",
        "DTSTART;TZID=Europe/Berlin:20261205T100000",
        "DTEND;TZID=Europe/Berlin:20261205T160000",
        "SUMMARY:Tag der Technik",
        "LOCATION:Görlitz\\, Jugendhaus",
        "DESCRIPTION:Stationen zum Ausprobieren.\\nFür: 6 bis 14 Jahre\\nKosten: kostenlos\\nAnbieter: Jugendhaus"
        "\\nhttps://mint.example.org/repo/termine/tag-der-technik/",
        "URL:https://mint.example.org/repo/termine/tag-der-technik/",
        "END:VEVENT",
    ]


@pytest.mark.parametrize(
    ("time", "wanted"),
    [
        (["2026-12-05", "2026-12-05"], ["DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261206"]),
        (["2026-12-31", "2027-01-02"], ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270103"]),
        (["2028-02-28", ""], ["DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280229"]),
        (["2026-03-28", "2026-03-29"], ["DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330"]),
        (["2026-12-05T18:00", ""], ["DTSTART;TZID=Europe/Berlin:20261205T180000"]),
        (
            ["2026-12-05T22:00", "2026-12-06T01:00"],
            ["DTSTART;TZID=Europe/Berlin:20261205T220000", "DTEND;TZID=Europe/Berlin:20261206T010000"],
        ),
    ],
    ids=[
        "a day",
        "days over the year",
        "before a leap day",
        "days over the change of time",
        "no end",
        "a night",
    ],
)
def test_start_and_end(lines: Callable[..., list[str]], time: list[str], wanted: list[str]) -> None:
    found = [line for line in event(lines(card(times=[time]))) if line.startswith(("DTSTART", "DTEND"))]
    assert found == wanted


def test_every_time_is_an_event_of_its_own(answer: Answer, lines: Callable[..., list[str]]) -> None:
    times = [["2026-12-02T16:00", ""], ["2026-12-09T16:00", ""]]
    found = [line for line in lines(card(times=times), card(times=[])) if line.startswith("UID:")]
    assert found == [
        "UID:events-tag-der-technik@mint.example.org",
        "UID:events-tag-der-technik-2@mint.example.org",
    ]
    assert answer("calendar", cards=[card(times=times)], top=TOP, now=NOW, today=TODAY)["dates"] == 2


def test_a_time_keeps_its_number_when_others_are_over(lines: Callable[..., list[str]]) -> None:
    """Else the calendar would take the next time for the last one, moved."""
    found = lines(card(times=[["2026-12-09T16:00", ""]], gone=1))
    assert "UID:events-tag-der-technik-2@mint.example.org" in found


def test_what_is_over_is_left_out_and_counted(answer: Answer) -> None:
    times = [["2026-11-14", "2026-11-14"], ["2026-11-28", "2026-11-28"]]
    cards = [card(times=times), card(times=times[:1]), card(times=[])]
    made = answer("calendar", cards=cards, top=TOP, now=NOW, today=TODAY)
    assert (made["dates"], made["past"]) == (1, 1)
    assert "UID:events-tag-der-technik-2@" in made["text"]


def test_it_is_a_file_and_no_invitation(lines: Callable[..., list[str]]) -> None:
    """METHOD:PUBLISH needs an organizer (RFC 5546) and opens a calendar of its own in Outlook."""
    assert not [line for line in lines(card()) if line.startswith("METHOD")]


def test_what_is_cancelled_is_cancelled_in_the_calendar(lines: Callable[..., list[str]]) -> None:
    assert "STATUS:CANCELLED" in lines(card(badges=[["status", "abgesagt"]]))


def test_the_frame_names_the_time_zone(lines: Callable[..., list[str]]) -> None:
    found = lines(card())
    assert found[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//MINT-Wegweiser//Merkliste//DE"]
    assert found[-2:] == ["END:VCALENDAR", ""]
    zone = found[found.index("BEGIN:VTIMEZONE") : found.index("END:VTIMEZONE") + 1]
    assert "TZID:Europe/Berlin" in zone
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in zone
    assert "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" in zone
    assert [line.partition(":")[2] for line in zone if line.startswith("BEGIN")] == [
        "VTIMEZONE",
        "DAYLIGHT",
        "STANDARD",
    ]


def test_values_are_escaped(answer: Answer) -> None:
    text = "Bauen; löten, \\ messen\r\nEND:VEVENT\nBEGIN:VALARM\x07"
    assert answer("escaped", text=text) == "Bauen\\; löten\\, \\\\ messen\\nEND:VEVENT\\nBEGIN:VALARM "


@pytest.mark.parametrize(
    "line", ["x" * 75, "x" * 76, "x" * 400, "ä" * 120, "SUMMARY:" + "🤖" * 60, "x" * 74 + "ä", ""]
)
def test_lines_are_folded_between_characters(answer: Answer, line: str) -> None:
    folded = answer("folded", line=line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
