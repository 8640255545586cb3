"""Rules about days and times: checks/dates.py. Today is 21 November 2026."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minthub.catalogue import load
from minthub.reporters import line
from tests.conftest import DATA, OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import DISTRICT, EVENT, FUNDING, NETWORK, NEWS

Changes = dict[str, str | None]

NO_START = "fehlt. Ergänzen Sie: start: 2026-12-05 16:00"


# M301


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("offers/x.md", OFFER, 21),
        ("events/x.md", EVENT, 21),
        ("providers/x.md", PROVIDER, 11),
        ("networks/x.md", NETWORK, 8),
        ("funding/x.md", FUNDING, 10),
        ("news/x.md", NEWS, 7),
        ("regions/goerlitz.md", DISTRICT, 10),
    ],
)
def test_nothing_was_checked_tomorrow(check: Check, name: str, text: str, at: int) -> None:
    assert check(name, text, checked="2026-11-22") == [
        f"{at}: Fehler M301: Feld „Geprüft am“ (checked): Der 22.11.2026 liegt in der Zukunft. "
        "Schreiben Sie den Tag der Prüfung, heute wäre: checked: 2026-11-21"
    ]


def test_a_record_may_have_been_checked_today(check: Check) -> None:
    assert check("offers/x.md", OFFER, checked="21.11.2026") == []


def test_a_check_in_the_next_year(check: Check) -> None:
    assert check("offers/x.md", OFFER, checked="1. Januar 2027") == [
        "21: Fehler M301: Feld „Geprüft am“ (checked): Der 01.01.2027 liegt in der Zukunft. "
        "Schreiben Sie den Tag der Prüfung, heute wäre: checked: 2026-11-21"
    ]


# M901 to M903


def aged(at: int, code: str, months: int) -> str:
    return (
        f"{at}: Hinweis {code}: Feld „Geprüft am“ (checked): zuletzt vor {months} Monaten. "
        "Prüfen Sie die Angaben an der Quelle und setzen Sie das heutige Datum."
    )


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [("offers/x.md", OFFER, 21), ("networks/x.md", NETWORK, 8), ("funding/x.md", FUNDING, 10)],
)
@pytest.mark.parametrize(
    ("checked", "code", "months"),
    [
        ("2025-11-20", "M901", 12),
        ("2025-10-22", "M901", 12),
        ("2025-10-21", "M901", 13),
        ("2025-05-21", "M901", 18),
        ("2025-05-20", "M902", 18),
        ("2024-11-21", "M902", 24),
        ("2024-11-20", "M903", 24),
        ("2016-02-29", "M903", 128),
    ],
)
def test_what_was_checked_long_ago_is_to_be_checked(
    check: Check, name: str, text: str, at: int, checked: str, code: str, months: int
) -> None:
    assert check(name, text, checked=checked) == [aged(at, code, months)]


@pytest.mark.parametrize("checked", ["2026-11-21", "2026-11-20", "2025-11-22", "2025-11-21"])
def test_the_day_that_completes_the_year_is_fresh(check: Check, checked: str) -> None:
    assert check("offers/x.md", OFFER, checked=checked) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("events/x.md", EVENT),
        ("providers/x.md", PROVIDER),
        ("news/x.md", NEWS),
        ("regions/goerlitz.md", DISTRICT),
    ],
)
def test_events_providers_news_and_districts_do_not_age(check: Check, name: str, text: str) -> None:
    assert check(name, text, checked="2016-02-29") == []


@pytest.mark.parametrize(
    ("name", "text"), [("offers/x.md", OFFER), ("networks/x.md", NETWORK), ("funding/x.md", FUNDING)]
)
def test_what_is_over_does_not_age(check: Check, name: str, text: str) -> None:
    assert check(name, text, checked="2016-02-29", status="beendet") == []


@pytest.mark.parametrize("status", ["aktiv", "unbestaetigt", "pausiert"])
def test_what_pauses_ages(check: Check, status: str) -> None:
    assert check("offers/x.md", OFFER, checked="2025-11-20", status=status) == [aged(21, "M901", 12)]


@pytest.mark.parametrize(
    ("checked", "today", "months"),
    [
        ("2023-02-28", date(2024, 2, 28), None),
        ("2023-02-28", date(2024, 2, 29), 12),
        ("2024-02-29", date(2025, 2, 28), None),
        ("2024-02-29", date(2025, 3, 1), 12),
        ("2025-12-31", date(2026, 12, 31), None),
        ("2025-12-31", date(2027, 1, 1), 12),
        ("2025-12-31", date(2027, 1, 31), 13),
    ],
)
def test_leap_days_and_the_change_of_the_year(
    check: Check, content: Path, checked: str, today: date, months: int | None
) -> None:
    check("funding/x.md", FUNDING, checked=checked)
    found = load(content, DATA, today)[1].findings
    lines = [line(each).removeprefix("content/funding/x.md:") for each in found if each.code.startswith("M9")]
    assert lines == ([] if months is None else [aged(10, "M901", months)])


# M306


def test_an_offer_does_not_end_before_it_was_checked(check: Check) -> None:
    assert check("offers/x.md", OFFER, expires="2026-10-31") == [
        "23: Fehler M306: Feld „Gilt bis“ (expires): Der 31.10.2026 liegt vor dem Prüfdatum. "
        "Berichtigen Sie den Tag; ist das Angebot vorbei, schreiben Sie: status: beendet"
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"expires": "2026-11-01"},  # the day it was checked
        {"expires": "2026-11-20"},
        {"expires": "2027-07-31"},
        {"expires": "2020-01-01", "status": "beendet"},
    ],
)
def test_an_offer_that_ends_after_it_was_checked(check: Check, changes: Changes) -> None:
    assert check("offers/x.md", OFFER, **changes) == []


def test_an_end_is_not_compared_with_a_check_in_the_future(check: Check) -> None:
    [only] = check("offers/x.md", OFFER, checked="2027-01-01", expires="2026-12-31")
    assert only.startswith("21: Fehler M301: ")


def test_an_end_is_not_compared_with_a_missing_check(check: Check) -> None:
    assert check("offers/x.md", OFFER, checked=None, expires="2026-10-31") == [
        "1: Fehler M101: Feld „Geprüft am“ (checked) fehlt. Ergänzen Sie im Kopfteil: checked: 2026-11-21"
    ]


# M125


@pytest.mark.parametrize(("start", "at"), [(None, 1), ("", 16), ("null", 16)])
def test_an_event_has_a_start(check: Check, start: str | None, at: int) -> None:
    assert check("events/x.md", EVENT, start=start) == [
        f"{at}: Fehler M125: Feld „Beginn“ (start) {NO_START}"
    ]


def test_what_repeats_has_a_start_even_beside_other_dates(check: Check) -> None:
    lines = check(
        "events/x.md", EVENT, start=None, dates="[2026-12-05]", repeats="monatlich", until="2027-05-01"
    )
    assert lines == [
        "1: Fehler M125: Feld „Beginn“ (start) fehlt, von ihm aus zählt die Wiederholung. "
        "Ergänzen Sie: start: 2026-12-05 16:00"
    ]


def test_several_dates_are_as_good_as_a_start(check: Check) -> None:
    assert check("events/x.md", EVENT, start=None, dates='["2026-12-05 16:00", 2027-01-09]') == []


def test_a_start_that_cannot_be_read_is_not_missing_too(check: Check) -> None:
    assert check("events/x.md", EVENT, start="Samstag 16 Uhr") == [
        "16: Fehler M111: Feld „Beginn“ (start): „Samstag 16 Uhr“ ist kein Zeitpunkt: Der Tag fehlt. "
        "Nennen Sie auch den Tag, zum Beispiel: start: 2026-12-05 16:00"
    ]


# M302 and M307


@pytest.mark.parametrize(
    ("start", "end", "shown_start", "shown_end"),
    [
        ("2026-12-05 16:00", "2026-12-05 15:59", "05.12.2026, 16:00 Uhr", "05.12.2026, 15:59 Uhr"),
        ("2026-12-05 16:00", "2026-12-05 16:00", "05.12.2026, 16:00 Uhr", "05.12.2026, 16:00 Uhr"),
        ("2026-12-05 16:00", "2026-12-04", "05.12.2026, 16:00 Uhr", "04.12.2026"),
        ("2026-12-05", "2026-12-04 23:00", "05.12.2026", "04.12.2026, 23:00 Uhr"),
        ("2027-01-01", "2026-12-31", "01.01.2027", "31.12.2026"),
        ("12.5.2027", "5.12.2026", "12.05.2027", "05.12.2026"),
    ],
)
def test_an_event_ends_after_its_start(
    check: Check, start: str, end: str, shown_start: str, shown_end: str
) -> None:
    assert check("events/x.md", EVENT, start=start, end=end) == [
        f"23: Fehler M302: Feld „Ende“ (end): {shown_end} liegt nicht nach dem Beginn {shown_start}. "
        "Berichtigen Sie Beginn oder Ende."
    ]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-12-05 16:00", "2026-12-05 16:01"),
        ("2026-12-05 16:00", "2026-12-05"),  # the whole day
        ("2026-12-05", "2026-12-05 10:00"),
        ("2026-12-05", "2026-12-05"),
        ("2026-12-31 22:00", "2027-01-01 01:00"),
        ("2028-02-28", "2028-02-29"),
    ],
)
def test_an_end_may_be_the_same_day(check: Check, start: str, end: str) -> None:
    assert check("events/x.md", EVENT, start=start, end=end) == []


def test_an_end_and_a_duration_are_one_too_many(check: Check) -> None:
    assert check("events/x.md", EVENT, end="2026-12-05 18:00", duration="2 h") == [
        "24: Fehler M307: Feld „Dauer“ (duration): Ende (end) und Dauer (duration) stehen beide da. "
        "Löschen Sie eines der beiden Felder."
    ]


def test_a_wrong_end_beside_a_duration_is_two_mistakes(check: Check) -> None:
    lines = check("events/x.md", EVENT, end="2026-12-05 15:00", duration="2 h")
    assert [each.partition(": Feld")[0] for each in lines] == ["23: Fehler M302", "24: Fehler M307"]


@pytest.mark.parametrize("changes", [{"duration": "90 min"}, {"end": "", "duration": "1:30"}])
def test_a_duration_alone_is_fine(check: Check, changes: Changes) -> None:
    assert check("events/x.md", EVENT, **changes) == []


# M303 and M309


@pytest.mark.parametrize(
    ("deadline", "start", "shown"),
    [
        ("2026-12-06", "2026-12-05 16:00", "06.12.2026 liegt nach dem Beginn 05.12.2026, 16:00 Uhr"),
        (
            "2026-12-05 16:01",
            "2026-12-05 16:00",
            "05.12.2026, 16:01 Uhr liegt nach dem Beginn 05.12.2026, 16:00 Uhr",
        ),
        ("2026-12-06", "2026-12-05", "06.12.2026 liegt nach dem Beginn 05.12.2026"),
        ("2027-01-01", "2026-12-31", "01.01.2027 liegt nach dem Beginn 31.12.2026"),
    ],
)
def test_registration_closes_before_the_start(check: Check, deadline: str, start: str, shown: str) -> None:
    assert check("events/x.md", EVENT, start=start, registration_deadline=deadline) == [
        f"23: Fehler M303: Feld „Anmeldeschluss“ (registration_deadline): {shown}. "
        "Berichtigen Sie Anmeldeschluss oder Beginn."
    ]


def test_registration_closes_before_the_last_of_several_starts(check: Check) -> None:
    lines = check("events/x.md", EVENT, dates="[2027-02-06, 2027-01-09]", registration_deadline="2027-02-07")
    assert lines == [
        "24: Fehler M303: Feld „Anmeldeschluss“ (registration_deadline): 07.02.2027 liegt nach dem Beginn 06.02.2027. "
        "Berichtigen Sie Anmeldeschluss oder Beginn."
    ]


WEEKLY = {"start": "2026-11-04 16:00", "repeats": "woechentlich", "until": "2027-02-24"}


def test_registration_for_a_series_closes_before_its_last_day(check: Check) -> None:
    assert check("events/x.md", EVENT, **WEEKLY, registration_deadline="2027-02-25") == [
        "25: Fehler M303: Feld „Anmeldeschluss“ (registration_deadline): "
        "25.02.2027 liegt nach dem letzten Tag der Wiederholung 24.02.2027. "
        "Berichtigen Sie Anmeldeschluss oder Wiederholung."
    ]


def test_a_further_date_may_come_after_the_last_day_of_the_series(check: Check) -> None:
    lines = check("events/x.md", EVENT, **WEEKLY, dates="[2027-03-10]", registration_deadline="2027-03-11")
    assert lines == [
        "26: Fehler M303: Feld „Anmeldeschluss“ (registration_deadline): 11.03.2027 liegt nach dem Beginn 10.03.2027. "
        "Berichtigen Sie Anmeldeschluss oder Beginn."
    ]


@pytest.mark.parametrize("wrong", [{"until": "30.02.2027"}, {"dates": "[2027-02-30]"}, {"start": "bald"}])
def test_a_day_that_can_not_be_told_is_one_mistake(check: Check, wrong: Changes) -> None:
    """Whether registration closes in time depends on it."""
    lines = check("events/x.md", EVENT, **{**WEEKLY, **wrong}, registration_deadline="2027-03-11")
    assert len(lines) == 1
    assert "Anmeldeschluss" not in lines[0]


@pytest.mark.parametrize(
    "changes",
    [
        {**WEEKLY, "registration_deadline": "2027-01-10"},
        {**WEEKLY, "registration_deadline": "2027-02-24 18:00"},
        {**WEEKLY, "until": "2026-11-18", "registration_deadline": "2026-11-03"},  # all is over
        {"registration_deadline": "2026-12-05"},
        {"registration_deadline": "2026-12-05 16:00"},
        {"registration_deadline": "2026-11-21"},  # today
        {"start": "2026-12-05", "registration_deadline": "2026-12-05 23:59"},
        {"dates": "[2027-02-06]", "registration_deadline": "2027-02-06"},
        {"start": "2026-11-20", "registration_deadline": "2026-11-19"},  # all is over
        {"start": "2026-11-20 16:00", "registration_deadline": "2026-11-20 16:00"},
    ],
)
def test_deadlines_that_are_fine(check: Check, changes: Changes) -> None:
    assert check("events/x.md", EVENT, **changes) == []


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({}, 23),
        ({"start": "2026-11-21 08:00"}, 23),
        ({"start": "2026-01-05", "dates": "[2026-11-21]"}, 24),
        (WEEKLY, 25),
    ],
)
def test_a_deadline_in_the_past_is_worth_a_look_while_the_event_is_to_come(
    check: Check, changes: Changes, at: int
) -> None:
    assert check("events/x.md", EVENT, **changes, registration_deadline="2026-11-20") == [
        f"{at}: Hinweis M309: Feld „Anmeldeschluss“ (registration_deadline): Der 20.11.2026 ist vorbei. "
        "Löschen Sie das Feld oder nennen Sie den nächsten Anmeldeschluss."
    ]


@pytest.mark.parametrize("status", ["aktiv", "unbestaetigt", "pausiert", None])
def test_a_deadline_in_the_past_of_an_offer_that_goes_on(check: Check, status: str | None) -> None:
    lines = check("offers/x.md", OFFER, registration_deadline="20.11.2026, 12 Uhr", status=status)
    assert lines == [
        "23: Hinweis M309: Feld „Anmeldeschluss“ (registration_deadline): Der 20.11.2026 ist vorbei. "
        "Löschen Sie das Feld oder nennen Sie den nächsten Anmeldeschluss."
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"registration_deadline": "2026-11-21"},
        {"registration_deadline": "2027-05-01"},
        {"registration_deadline": "2020-01-01", "status": "beendet"},
    ],
)
def test_deadlines_of_offers_that_are_fine(check: Check, changes: Changes) -> None:
    assert check("offers/x.md", OFFER, **changes) == []


# M305, M308 and M310


def test_a_repetition_has_a_last_day(check: Check) -> None:
    assert check("events/x.md", EVENT, repeats="woechentlich") == [
        "1: Fehler M305: Feld „Wiederholt bis“ (until) fehlt, der letzte Tag der Wiederholung. "
        "Ergänzen Sie im Kopfteil: until: 2027-07-09"
    ]


def test_a_last_day_needs_a_repetition(check: Check) -> None:
    assert check("events/x.md", EVENT, until="2027-07-09") == [
        "23: Fehler M310: Feld „Wiederholt bis“ (until): Das Feld gehört zu einer Wiederholung, die fehlt. "
        "Ergänzen Sie: repeats: woechentlich – oder löschen Sie die Zeile."
    ]


def test_a_last_day_that_cannot_be_read_is_said_once(check: Check) -> None:
    assert check("events/x.md", EVENT, until="bald") == [
        "23: Fehler M110: Feld „Wiederholt bis“ (until): „bald“ ist kein Datum. "
        "Schreiben Sie Jahr-Monat-Tag, zum Beispiel: until: 2026-12-31"
    ]


@pytest.mark.parametrize("value", ["[ferien]", "2026-12-24", "\n  - 2026-12-24\n  - ferien"])
def test_an_exception_needs_a_repetition(check: Check, value: str) -> None:
    assert check("events/x.md", EVENT, **{"except": value}) == [
        "23: Fehler M310: Feld „Außer“ (except): Das Feld gehört zu einer Wiederholung, die fehlt. "
        "Ergänzen Sie: repeats: woechentlich – oder löschen Sie die Zeile."
    ]


@pytest.mark.parametrize(
    ("start", "until", "shown"),
    [
        ("2026-12-05 16:00", "2026-12-04", "Der 04.12.2026 liegt vor dem Beginn 05.12.2026, 16:00 Uhr"),
        ("2027-01-01", "2026-12-31", "Der 31.12.2026 liegt vor dem Beginn 01.01.2027"),
    ],
)
def test_a_repetition_ends_after_its_start(check: Check, start: str, until: str, shown: str) -> None:
    assert check("events/x.md", EVENT, start=start, repeats="monatlich", until=until) == [
        f"24: Fehler M308: Feld „Wiederholt bis“ (until): {shown}. Berichtigen Sie einen der beiden Tage."
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"repeats": "woechentlich", "until": "2027-07-09"},
        {"repeats": "zweiwoechentlich", "until": "2026-12-05"},  # the day of the start
        {"repeats": "monatlich", "until": "2027-07-09", "except": "[ferien, 2027-01-02]"},
        {"repeats": "", "until": "", "except": "[]"},
    ],
)
def test_repetitions_that_are_fine(check: Check, changes: Changes) -> None:
    assert check("events/x.md", EVENT, **changes) == []


def test_a_repetition_that_cannot_be_read_is_not_missing(check: Check) -> None:
    assert check("events/x.md", EVENT, repeats="oft", until="2027-07-09") == [
        "23: Fehler M106: Feld „Wiederholung“ (repeats): „oft“ gibt es nicht. "
        "Möglich sind: woechentlich, zweiwoechentlich, monatlich"
    ]


def test_the_end_of_a_network_is_no_repetition(check: Check) -> None:
    assert check("networks/x.md", NETWORK, until="2025-07-31") == []


def test_the_hour_that_summer_time_leaves_out(check: Check) -> None:
    assert check("events/x.md", EVENT, start="2027-03-28 02:30") == [
        "16: Fehler M304: Feld „Beginn“ (start): „2027-03-28 02:30“ gibt es nicht: In dieser Nacht springt die Uhr von 2 "
        "auf 3 Uhr. Schreiben Sie: start: 2027-03-28 03:00"
    ]


def test_the_hour_that_winter_time_repeats(check: Check) -> None:
    assert check("events/x.md", EVENT, start="2027-10-31 02:30") == []
