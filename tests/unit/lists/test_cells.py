"""Cells as people and spreadsheet programs leave them, as the values of fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from minthub.lists.cells import Filled, cell_text, fill, split
from minthub.lists.columns import Target
from minthub.lists.sheets import FormulaWithoutResult
from minthub.lists.times import start_and_end
from minthub.model.convert import plain_value
from minthub.model.kinds import Event, Offer
from minthub.model.types import Lists

Fill = Callable[..., dict[str, Any]]


@pytest.fixture
def filled(lists: Lists) -> Callable[..., Filled]:
    """The row of these cells, named by key or key.part."""

    def _filled(model: Any = Event, **cells: Any) -> Filled:
        targets = [(Target(*name.split("__")), cell) for name, cell in cells.items()]
        return fill(targets, model.specs(), lists, 7)

    return _filled


@pytest.fixture
def values(filled: Callable[..., Filled]) -> Fill:
    def _values(model: Any = Event, **cells: Any) -> dict[str, Any]:
        return {key: plain_value(entry.value) for key, entry in filled(model, **cells).entries.items()}

    return _values


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), ("  a ", "a"), (5.0, "5"), (5, "5"), (4.5, "4,5"), (True, "ja"), (False, "nein"),
        (datetime(2026, 12, 5), "2026-12-05"), (datetime(2026, 12, 5, 16, 30), "2026-12-05 16:30"),
        (datetime(2026, 12, 5, 15, 59, 59, 999_000), "2026-12-05 16:00"), (time(8, 59, 59, 990_000), "09:00"),
        (datetime(2026, 12, 4, 23, 59, 59, 999_000), "2026-12-05"), (datetime(9999, 12, 31, 23, 59, 59), "9999-12-31 23:59"),
        (date(2026, 12, 5), "2026-12-05"), (time(9), "09:00"), (timedelta(minutes=90), "1:30"),
    ],
)  # fmt: skip
def test_types_of_excel_become_texts(cell: Any, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"postcode": 1067}, {"postcode": "01067"}),
        ({"postcode": "2826"}, {"postcode": "02826"}),
        ({"postcode": 2826.0}, {"postcode": "02826"}),
        ({"postcode": "02826"}, {"postcode": "02826"}),
        ({"ages__first": 8, "ages__last": 12.0}, {"ages": "8 bis 12"}),
        ({"ages__first": 8}, {"ages": "ab 8"}),
        ({"ages__first": "ab 8"}, {"ages": "ab 8"}),
        ({"ages__last": "bis 12"}, {"ages": "bis 12"}),
        ({"ages__first": 8, "ages__last": "-"}, {"ages": "ab 8"}),
        ({"ages": "[8, 14]"}, {"ages": "8, 14"}),
        ({"ages": 8.0}, {"ages": "8"}),
        ({"geo__lat": 51.15, "geo__lon": "14,99"}, {"geo": "51.15, 14.99"}),
        ({"geo": "[51.15, 14.99]"}, {"geo": "51.15, 14.99"}),
        ({"street": "Hauptstraße", "street__number": 5.0}, {"street": "Hauptstraße 5"}),
        (
            {"street__address": "Hauptstraße 5, 02826 Görlitz"},
            {"street": "Hauptstraße 5", "postcode": "02826", "city": "Görlitz"},
        ),
        ({"street__address": "Hauptstraße 5"}, {"street": "Hauptstraße 5"}),
        ({"city__place": "02826 Görlitz"}, {"postcode": "02826", "city": "Görlitz"}),
        ({"city": "02826 Görlitz", "postcode": "02827"}, {"postcode": "02827", "city": "Görlitz"}),
        ({"cost": "5 €"}, {"cost": "kostenpflichtig", "price": "5 €"}),
        ({"cost": 5.0}, {"cost": "kostenpflichtig", "price": "5 Euro"}),
        ({"cost": "5,50 Euro pro Kind", "price": "siehe Aushang"}, {"cost": "kostenpflichtig", "price": "siehe Aushang"}),
        ({"cost": 0}, {"cost": "kostenlos"}),
        ({"cost": "0,00 €"}, {"cost": "kostenlos"}),
        ({"cost": "Kostenlos"}, {"cost": "Kostenlos"}),
        ({"cost": "nach Absprache"}, {"cost": "nach Absprache"}),
        ({"ages": "Klasse 5-7"}, {"grades": "Klasse 5-7"}),
        ({"ages": "8-12", "grades": "Klasse 5"}, {"ages": "8-12", "grades": "Klasse 5"}),
        ({"audiences": "Kl. 5 bis 7"}, {"grades": "Kl. 5 bis 7"}),
        ({"audiences": "Kinder ab 8 Jahren"}, {"ages": "ab 8 Jahren"}),
        ({"audiences": "ab 8"}, {"ages": "ab 8"}),
        ({"audiences": "Kinder von 8 bis 12 Jahren"}, {"ages": "8 bis 12 Jahren"}),
        ({"audiences": "Familien; Lehrkräfte"}, {"audiences": ("Familien", "Lehrkräfte")}),
        ({"gta": "x"}, {"gta": "ja"}),
        ({"gta": True, "for_schools": 0}, {"gta": "ja", "for_schools": "nein"}),
        ({"registration": "Ja"}, {"registration": "erforderlich"}),
        ({"registration": "nein"}, {"registration": "keine"}),
        ({"gta": "vielleicht"}, {"gta": "vielleicht"}),
        ({"website": "www.example.org"}, {"website": "https://www.example.org"}),
        ({"website": "example"}, {"website": "example"}),
        ({"contact": "E-Mail: info@example.org; Tel.: 0341 123456"}, {"contact": ("info@example.org", "0341 123456")}),
        ({"subjects": "Mathematik und Informatik"}, {"subjects": ("Mathematik", "Informatik")}),
        ({"subjects": "Technik/Informatik, Mathematik"}, {"subjects": ("Technik", "Informatik", "Mathematik")}),
        ({"subjects": "Mathe und Musik"}, {"subjects": ("Mathe und Musik",)}),
        ({"audiences": "Erzieherinnen und Erzieher"}, {"audiences": ("Erzieherinnen und Erzieher",)}),
        ({"serves": "Landkreis Görlitz; Bautzen"}, {"serves": ("Landkreis Görlitz", "Bautzen")}),
        ({"topics": "Löten, Bauen"}, {"topics": ("Löten", "Bauen")}),
        ({"topics": "Löten, Bauen; Forschen"}, {"topics": ("Löten, Bauen", "Forschen")}),
        ({"topics": '"Löten, Bauen"'}, {"topics": ("Löten, Bauen",)}),
        ({"topics": "Löten\nBauen\n"}, {"topics": ("Löten", "Bauen")}),
        ({"topics": "[Löten, Bauen]"}, {"topics": ("Löten", "Bauen")}),
        ({"dates": "12.01.2027, 16 Uhr; 19.01.2027, 16 Uhr"}, {"dates": ("12.01.2027, 16 Uhr", "19.01.2027, 16 Uhr")}),
        ({"dates": "12.01.2027, 19.01.2027"}, {"dates": ("12.01.2027", "19.01.2027")}),
        ({"except": "Ferien, 24.12.2026"}, {"except": ("Ferien", "24.12.2026")}),
        ({"venue": "'=1+1"}, {"venue": "=1+1"}),
        ({"venue": "'s Haus"}, {"venue": "'s Haus"}),
        ({"venue": "=1+1"}, {"venue": "=1+1"}),
        ({"until": "Fr, 09.07.2027"}, {"until": "09.07.2027"}),
        ({"summary": "eins\nzwei"}, {"summary": "eins zwei"}),
    ],
)  # fmt: skip
def test_cells_become_values(cells: dict[str, Any], expected: dict[str, Any], values: Fill) -> None:
    assert values(**cells) == expected


def test_an_offer_has_no_start(values: Fill) -> None:
    assert values(Offer, start__day="05.12.2026", title="a") == {"title": "a"}


def test_a_dash_takes_a_value_out_and_a_marked_one_is_a_dash(filled: Callable[..., Filled]) -> None:
    row = filled(price="-", venue="–", travel="'-", street=None)
    assert row.cleared == {"price", "venue"}
    assert {key: plain_value(entry.value) for key, entry in row.entries.items()} == {"travel": "-"}


def test_id_and_text_are_no_fields(filled: Callable[..., Filled]) -> None:
    row = filled(id=" a-b ", text="Ein Text.\n\nNoch einer.")
    assert (row.id, row.text, row.entries) == ("a-b", "Ein Text.\n\nNoch einer.", {})


def test_what_excel_made_a_date_of_is_explained(filled: Callable[..., Filled]) -> None:
    row = filled(
        ages=datetime(2026, 12, 8),
        venue=FormulaWithoutResult(),
        price="#WERT!",
        travel="x" * 2001,
        text="#####",
    )
    assert row.entries == {}
    assert row.troubles == [
        (
            "ages",
            "Hier steht ein Datum (08.12.2026); Tabellenprogramme machen aus 8-12 ein Datum.",
            "Schreiben Sie: 8 bis 12",
        ),
        (
            "venue",
            "Hier steht eine Formel, deren Ergebnis in der Datei fehlt.",
            "Kopieren Sie die Spalte und fügen Sie sie als Werte wieder ein.",
        ),
        (
            "price",
            "Das Tabellenprogramm zeigt hier einen Fehler: #WERT!",
            "Schreiben Sie den Wert selbst in die Zelle.",
        ),
        (
            "travel",
            "Die Zelle hat 2001 Zeichen, erlaubt sind 2.000.",
            "Kürzen Sie; ausführliche Beschreibungen gehören in eine Spalte „Text“.",
        ),
        (
            "text",
            "Das Tabellenprogramm zeigt hier einen Fehler: #####",
            "Schreiben Sie den Wert selbst in die Zelle.",
        ),
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ({"": ["05.12.2026"]}, {}, ("05.12.2026", "")),
        ({"day": ["05.12.2026"], "time": ["16 Uhr"]}, {}, ("05.12.2026 16:00", "")),
        ({"day": ["Sa., 05.12.2026"], "time": ["9.30 Uhr"]}, {}, ("05.12.2026 09:30", "")),
        ({"day": ["Samstag, 05.12.2026"]}, {}, ("05.12.2026", "")),
        ({"day": ["2026-12-05"], "time": ["10–12 Uhr"]}, {}, ("2026-12-05 10:00", "2026-12-05 12:00")),
        ({"day": ["05.12.2026"], "time": ["von 10:00 bis 12:30"]}, {}, ("05.12.2026 10:00", "05.12.2026 12:30")),
        ({"day": ["05.12.2026"], "time": ["10:00"]}, {"time": ["12:00"]}, ("05.12.2026 10:00", "05.12.2026 12:00")),
        ({"": ["2026-12-05 10:00"]}, {"time": ["12:00"]}, ("2026-12-05 10:00", "2026-12-05 12:00")),
        ({"day": ["5.–7.12.2026"]}, {}, ("5.12.2026", "7.12.2026")),
        ({"day": ["30.11. - 2.12.2026"]}, {}, ("30.11.2026", "2.12.2026")),
        ({"day": ["05.12.2026 bis 07.12.2026"]}, {}, ("05.12.2026", "07.12.2026")),
        ({"day": ["05.12.2026"]}, {"day": ["07.12.2026"]}, ("05.12.2026", "07.12.2026")),
        ({"day": ["05.12.2026"], "time": ["nachmittags"]}, {}, ("05.12.2026 nachmittags", "")),
        ({}, {}, ("", "")),
    ],
)  # fmt: skip
def test_days_and_times_of_several_cells_become_start_and_end(
    start: dict[str, list[str]], end: dict[str, list[str]], expected: tuple[str, str]
) -> None:
    assert start_and_end(start, end) == expected


def test_items_in_quotes_stay_whole(lists: Lists) -> None:
    text = '"a; b"; c; "d ""e"""; Haus "Sonne"; "f" g'
    assert split(text, "topics", lists, None) == ["a; b", "c", 'd "e"', 'Haus "Sonne"', '"f" g']
