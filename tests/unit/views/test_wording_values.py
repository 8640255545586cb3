"""German words for single values: days, times, durations, deadlines, spans, lists, addresses, prices."""

from __future__ import annotations

from datetime import date, time
from types import SimpleNamespace

import pytest

from minthub.model.dates import Deadline, Moment, PartialDate
from minthub.model.spans import Span
from minthub.views import wording
from minthub.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 1, 1), "1. Januar 2026", "01.01.2026"),
        (date(2024, 2, 29), "29. Februar 2024", "29.02.2024"),
        (date(2026, 3, 31), "31. März 2026", "31.03.2026"),
        (date(2026, 4, 30), "30. April 2026", "30.04.2026"),
        (date(2026, 5, 9), "9. Mai 2026", "09.05.2026"),
        (date(2026, 6, 10), "10. Juni 2026", "10.06.2026"),
        (date(2026, 7, 11), "11. Juli 2026", "11.07.2026"),
        (date(2026, 8, 12), "12. August 2026", "12.08.2026"),
        (date(2026, 9, 13), "13. September 2026", "13.09.2026"),
        (date(2026, 10, 14), "14. Oktober 2026", "14.10.2026"),
        (date(2026, 11, 21), "21. November 2026", "21.11.2026"),
        (date(1999, 12, 31), "31. Dezember 1999", "31.12.1999"),
    ],
)
def test_a_day_is_written_out_or_short(day: date, long: str, short: str) -> None:
    assert wording.day(day) == long
    assert wording.short_day(day) == short


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PartialDate(2026), "2026"),
        (PartialDate(1890), "1890"),
        (PartialDate(2026, 5), "Mai 2026"),
        (PartialDate(2026, 12), "Dezember 2026"),
        (PartialDate(2026, 11, 1), "1. November 2026"),
        (PartialDate(2024, 2, 29), "29. Februar 2024"),
    ],
)
def test_a_partial_day_says_only_what_is_known(value: PartialDate, text: str) -> None:
    assert wording.partial_day(value) == text


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (None, ""),
        (time(0, 0), "0 Uhr"),
        (time(0, 5), "0:05 Uhr"),
        (time(8), "8 Uhr"),
        (time(9, 30), "9:30 Uhr"),
        (time(16), "16 Uhr"),
        (time(16, 5), "16:05 Uhr"),
        (time(23, 59), "23:59 Uhr"),
    ],
)
def test_a_clock_names_minutes_only_if_there_are_some(at: time | None, text: str) -> None:
    assert wording.clock(Moment(date(2026, 12, 5), at)) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment(date(2026, 11, 23)), "Montag, 23. November 2026"),
        (Moment(date(2026, 11, 24)), "Dienstag, 24. November 2026"),
        (Moment(date(2026, 11, 25)), "Mittwoch, 25. November 2026"),
        (Moment(date(2026, 11, 26)), "Donnerstag, 26. November 2026"),
        (Moment(date(2026, 11, 27)), "Freitag, 27. November 2026"),
        (Moment(date(2026, 11, 28)), "Samstag, 28. November 2026"),
        (Moment(date(2026, 11, 29)), "Sonntag, 29. November 2026"),
        (Moment(date(2026, 12, 5), time(16)), "Samstag, 5. Dezember 2026, 16 Uhr"),
        (Moment(date(2026, 12, 5), time(16, 30)), "Samstag, 5. Dezember 2026, 16:30 Uhr"),
        (Moment(date(2026, 12, 5), time(0)), "Samstag, 5. Dezember 2026, 0 Uhr"),
    ],
)
def test_a_moment_begins_with_its_weekday(moment: Moment, text: str) -> None:
    assert wording.moment(moment) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (1, "1 Minute"),
        (2, "2 Minuten"),
        (45, "45 Minuten"),
        (59, "59 Minuten"),
        (60, "1 Stunde"),
        (61, "1 Stunde 1 Minute"),
        (75, "1 Stunde 15 Minuten"),
        (89, "1 Stunde 29 Minuten"),
        (90, "90 Minuten"),
        (91, "1 Stunde 31 Minuten"),
        (120, "2 Stunden"),
        (121, "2 Stunden 1 Minute"),
        (135, "2 Stunden 15 Minuten"),
        (24 * 60, "24 Stunden"),
    ],
)
def test_a_duration_is_told_in_hours_and_minutes_but_ninety_minutes_stay(minutes: int, text: str) -> None:
    assert wording.duration(minutes) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Deadline(), "laufend möglich"),
        (Deadline(day=date(2027, 3, 31)), "bis 31. März 2027"),
        (Deadline(yearly=(2, 28)), "jedes Jahr bis 28. Februar"),
        (Deadline(yearly=(2, 29)), "jedes Jahr bis 29. Februar"),
        (Deadline(yearly=(12, 1)), "jedes Jahr bis 1. Dezember"),
    ],
)
def test_a_deadline(value: Deadline, text: str) -> None:
    assert wording.deadline(value) == text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(8, 14), "8 bis 14 Jahre"),
        (Span(0, 3), "0 bis 3 Jahre"),
        (Span(1, 3), "1 bis 3 Jahre"),
        (Span(8, None), "ab 8 Jahren"),
        (Span(1, None), "ab 1 Jahr"),
        (Span(0, None), "ab 0 Jahren"),
        (Span(None, 14), "bis 14 Jahre"),
        (Span(None, 1), "bis 1 Jahr"),
        (Span(10, 10), "10 Jahre"),
        (Span(1, 1), "1 Jahr"),
        (Span(99, 99), "99 Jahre"),
    ],
)
def test_a_span_of_ages(span: Span, text: str) -> None:
    assert wording.span(span, "", " Jahre", one=" Jahr") == text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(5, 10), "Klasse 5 bis 10"),
        (Span(5, None), "ab Klasse 5"),
        (Span(1, None), "ab Klasse 1"),
        (Span(None, 4), "bis Klasse 4"),
        (Span(7, 7), "Klasse 7"),
        (Span(1, 1), "Klasse 1"),
    ],
)
def test_a_span_of_grades(span: Span, text: str) -> None:
    assert wording.span(span, "Klasse ", "") == text


@pytest.mark.parametrize(
    ("ages", "grades", "stages", "text"),
    [
        (Span(8, 14), Span(3, 8), ("grundschule",), "8 bis 14 Jahre"),
        (None, Span(3, 8), ("grundschule",), "Klasse 3 bis 8"),
        (None, None, ("grundschule",), "Grundschule"),
        (None, None, ("kita", "grundschule"), "Kita, Grundschule"),
        (None, None, ("sek2", "hochschule"), "Oberstufe, Studium"),
        (None, None, (), "keine Angabe"),
    ],
)
def test_ages_come_before_grades_before_stages(
    ages: Span | None, grades: Span | None, stages: tuple[str, ...], text: str, vocabulary: Vocabulary
) -> None:
    record = SimpleNamespace(ages=ages, grades=grades, stages=stages)
    assert wording.ages(record, vocabulary) == text


@pytest.mark.parametrize(
    ("ids", "list_name", "text"),
    [
        ((), "subjects", ""),
        (("technik",), "subjects", "Technik"),
        (("technik", "mathematik"), "subjects", "Mathematik, Technik"),
        (("aufzug", "stufenlos", "induktion"), "access", "stufenlos erreichbar, Aufzug, Hörhilfe (Induktionsschleife)"),
        (("lehrkraefte", "familien"), "audiences", "Familien, Lehrkräfte"),
        (("unbekannt",), "access", ""),
    ],
)  # fmt: skip
def test_labels_stand_in_the_order_of_their_list(
    ids: tuple[str, ...], list_name: str, text: str, vocabulary: Vocabulary
) -> None:
    assert wording.labels(ids, list_name, vocabulary) == text


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ((), ""),
        (("de",), "Deutsch"),
        (("de", "hsb"), "Deutsch, Obersorbisch"),
        (("hsb", "de"), "Obersorbisch, Deutsch"),
        (("cs", "pl", "uk"), "Tschechisch, Polnisch, Ukrainisch"),
        (("sgn",), "sgn"),
        (("de-CH",), "de-CH"),
    ],
)
def test_languages_have_german_names_and_unknown_ones_their_code(codes: tuple[str, ...], text: str) -> None:
    assert wording.languages(codes) == text


@pytest.mark.parametrize(
    ("street", "postcode", "city", "text"),
    [
        ("Hauptstraße 1", "02826", "Görlitz", "Hauptstraße 1, 02826 Görlitz"),
        (None, "02826", "Görlitz", "02826 Görlitz"),
        ("Hauptstraße 1", None, "Görlitz", "Hauptstraße 1, Görlitz"),
        ("Hauptstraße 1", "02826", None, "Hauptstraße 1, 02826"),
        ("Hauptstraße 1", None, None, "Hauptstraße 1"),
        (None, None, "Frohburg, OT Linda", "Frohburg, OT Linda"),
        (None, None, None, ""),
    ],
)
def test_an_address_leaves_out_what_is_missing(
    street: str | None, postcode: str | None, city: str | None, text: str
) -> None:
    assert wording.address(SimpleNamespace(street=street, postcode=postcode, city=city)) == text


@pytest.mark.parametrize(
    ("cost", "price", "text"),
    [
        ("kostenlos", None, "kostenlos"),
        ("kostenlos", "Material 2 Euro", "kostenlos: Material 2 Euro"),
        ("teilweise", None, "teilweise kostenlos"),
        ("kostenpflichtig", None, "kostenpflichtig"),
        ("kostenpflichtig", "5 Euro je Kind (Stand 2026)", "kostenpflichtig: 5 Euro je Kind (Stand 2026)"),
        ("unbekannt", None, "keine Angabe"),
        ("unbekannt", "auf Anfrage", "auf Anfrage"),
    ],
)
def test_a_cost_has_its_price_behind_it(
    cost: str, price: str | None, text: str, vocabulary: Vocabulary
) -> None:
    assert wording.cost(SimpleNamespace(cost=cost, price=price), vocabulary) == text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["Bautzen"], "Bautzen"),
        (["Bautzen", "Görlitz"], "Bautzen und Görlitz"),
        (["Bautzen", "Görlitz", "Meißen"], "Bautzen, Görlitz und Meißen"),
    ],
)
def test_a_list_in_words(parts: list[str], text: str) -> None:
    assert wording.and_list(parts) == text


def test_every_language_an_editor_can_name_in_german_has_a_german_name_on_the_page() -> None:
    from minthub.model.addresses import LANGUAGES

    assert set(LANGUAGES.values()) <= set(wording.LANGUAGES)
