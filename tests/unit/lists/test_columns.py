"""Headings of lists and the fields that they mean."""

from __future__ import annotations

import pytest

from minthub.lists.columns import LISTED, Target, columns_of, table_of
from minthub.lists.exporting import headings
from minthub.lists.report import letters
from minthub.lists.sheets import Row, Sheet
from minthub.model.kinds import Event, NewsItem, Offer, Provider


def meaning(heading: str, model: type = Event) -> str:
    """`key` or `key.part`; with a question mark if it was a guess; empty if it is nothing."""
    (column,) = columns_of([heading], model)
    if column.target is None:
        return ""
    name = f"{column.target.key}.{column.target.part}".rstrip(".")
    return f"{name}?" if column.is_guess else name


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("title", "title"), ("Titel", "title"), ("TITEL *", "title"), ("Titel:", "title"), ("Name", "title"),
        ("Was", "title"), ("Wo", "city"), ("Wer", "provider"), ("PLZ", "postcode"), ("Plz ", "postcode"),
        ("Postleitzahl", "postcode"), ("E-Mail", "contact"), ("eMail", "contact"), ("Tel.", "contact"),
        ("Alter von", "ages.first"), ("Alter (von)", "ages.first"), ("Alter bis", "ages.last"), ("Alterr", "ages?"),
        ("Mindestalter", "ages.first"), ("Datum", "start.day"), ("Uhrzeit", "start.time"), ("Beginn", "start"),
        ("Uhrzeit bis", "end.time"), ("Enddatum", "end.day"), ("Kosten (in Euro)", "cost"), ("Kosten in Euro", "cost"),
        ("Stand des Termins", "event_status"), ("Fach", "subjects"), ("Adresse", "street.address"),
        ("PLZ/Ort", "city.place"), ("Breitengrad", "geo.lat"), ("except", "except"), ("Außer", "except"),
        ("Postleizahl", "postcode?"), ("Kurzbeschreibnug", "summary?"), ("Veranstaltr", "provider?"),
        ("Anmeldeschluß", "registration_deadline"), ("Bemerkung", ""), ("Ansprechpartner", ""), ("Nr.", "street.number"),
        ("Kennung", "id"), ("Text", "text"), ("xyz", ""), ("ß", ""),
    ],
)  # fmt: skip
def test_headings_mean_fields(heading: str, key: str) -> None:
    assert meaning(heading) == key


def test_what_a_word_means_depends_on_the_kind() -> None:
    assert meaning("Datum", NewsItem) == "date"
    assert meaning("Name der Einrichtung", Provider) == "title"
    assert meaning("Uhrzeit", Offer) == "schedule"


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model.folder)
def test_what_export_writes_import_knows(model: type) -> None:
    columns = columns_of([label for _, label in headings(model)], model)
    wanted = [Target(key) for key, _ in headings(model)]
    # „Datum“ of news and „Ende“ of events are whole fields in exported lists.
    assert [column.target for column in columns] == wanted
    assert not any(column.is_guess for column in columns)


def test_ort_is_the_town_unless_there_is_a_column_for_it() -> None:
    assert [column.target for column in columns_of(["Titel", "Ort"], Event)][1] == Target("city")
    assert [column.target for column in columns_of(["Ort", "Stadt"], Event)] == [
        Target("venue"),
        Target("city"),
    ]


def test_of_two_descriptions_one_is_the_text() -> None:
    columns = columns_of(["Beschreibung", "Kurzbeschreibung"], Event)
    assert [column.target for column in columns] == [Target("text"), Target("summary")]


def test_of_two_columns_for_one_field_the_sure_one_counts_and_contacts_add_up() -> None:
    columns = columns_of(["Titell", "Titel", None, "Name", "E-Mail", "Telefon"], Event)
    found = [(column.index, column.target and column.target.key) for column in columns]
    assert found == [(0, None), (1, "title"), (3, None), (4, "contact"), (5, "contact")]


def table(*rows: tuple[str | None, ...], name: str | None = None, model: type | None = None):
    """As `read_sheets` does: rows are counted, empty ones left out."""
    counted = (Row(number, cells) for number, cells in enumerate(rows, start=1))
    return table_of(Sheet(name, tuple(row for row in counted if not row.is_empty)), model)


def test_the_headings_need_not_be_in_the_first_row() -> None:
    found = table(
        ("Unser Programm 2027", None, None),
        ("Stand: 1.11.2026", None, None),
        ("Titel", "Datum", "Ort"),
        ("Löten", "5.12.2026", "Görlitz"),
        ("Titel", "Datum", "Ort"),
        ("Bauen", "6.12.2026", "Görlitz"),
    )
    assert found is not None
    assert found.model is Event
    assert [row.number for row in found.rows] == [4, 6]


def test_headings_may_have_a_second_row() -> None:
    found = table(
        ("Titel", "Alter", None, "Datum", "Kontakt", None),
        (None, "von", "bis", None, "E-Mail", "Telefon"),
        ("Löten", "8", "12", "5.12.2026", "a@example.org", "0341 123456"),
    )
    assert found is not None
    assert [column.target for column in found.columns] == [
        Target("title"),
        Target("ages", "first"),
        Target("ages", "last"),
        Target("start", "day"),
        Target("contact"),
        Target("contact"),
    ]
    assert [row.number for row in found.rows] == [3]


@pytest.mark.parametrize(
    ("cells", "name", "kind"),
    [
        (("Titel", "Datum", "Uhrzeit"), None, "events"),
        (("Titel", "Zeiten", "Alter", "Kosten"), None, "offers"),
        (("Titel", "Wann", "Alter", "Kosten"), None, "offers"),
        (("Titel", "Art der Einrichtung", "Website"), None, "providers"),
        (("Titel", "Ort"), "Termine", "events"),
        (("Titel", "Ort"), "Anbieter", "providers"),
        (("Titel", "Fördergeber", "Fristen"), None, "funding"),
    ],
)
def test_the_kind_follows_from_sheet_and_columns(cells: tuple[str, ...], name: str | None, kind: str) -> None:
    found = table(cells, ("x",) * len(cells), name=name)
    assert found is not None
    assert found.model.folder == kind


def test_days_below_wann_make_events() -> None:
    found = table(
        ("Titel", "Wann", "Alter"), ("Löten", "Sa, 5. Dezember 2026", "8"), ("Bauen", "12.12.2026", "8")
    )
    assert found is not None
    assert found.model is Event


@pytest.mark.parametrize("last", [("Summe", None, None, None), (None, None, None, "Stand: heute")])
def test_a_remark_below_the_list_is_no_row(last: tuple[str | None, ...]) -> None:
    head, row = ("Titel", "Datum", "Ort", "PLZ"), ("Löten", "5.12.2026", "Görlitz", "02826")
    apart = table(head, row, (), last)
    assert apart is not None
    assert [[one.number for one in rows] for rows in (apart.rows, apart.remarks)] == [[2], [4]]
    # Without an empty row before, it may be a row that is not filled in.
    close = table(head, row, last)
    assert close is not None
    assert [[one.number for one in rows] for rows in (close.rows, close.remarks)] == [[2, 3], []]


def test_without_two_known_headings_there_is_no_table() -> None:
    assert table(("Liebe Leute,",), ("hier ist unser Programm", "x"), ("Titel", "Hallo")) is None


def test_columns_have_letters() -> None:
    assert [letters(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
