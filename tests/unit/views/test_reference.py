"""The reference pages for editors: every field, every message."""

from __future__ import annotations

import pytest

from minthub.codes import CODES
from minthub.model.base import RecordModel
from minthub.model.kinds import KINDS
from minthub.views.reference import (
    FieldRow,
    KindRows,
    code_page,
    code_reference,
    field_page,
    field_reference,
)
from minthub.views.site import Link
from minthub.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def kinds(vocabulary: Vocabulary) -> dict[str, KindRows]:
    return {kind.id: kind for kind in field_reference(vocabulary)}


def row(kinds: dict[str, KindRows], kind: str, key: str) -> FieldRow:
    return next(row for row in kinds[kind].rows if row.key == key)


def test_kinds_stand_in_their_order_with_their_folders(kinds: dict[str, KindRows]) -> None:
    assert [(kind.id, kind.title, kind.folder) for kind in kinds.values()] == [
        ("offer", "Angebot", "offers"),
        ("event", "Termin", "events"),
        ("provider", "Anbieter", "providers"),
        ("network", "Netzwerk", "networks"),
        ("district", "Kreis", "regions"),
        ("funding", "Förderung", "funding"),
        ("news", "Meldung", "news"),
    ]


@pytest.mark.parametrize("model", KINDS)
def test_a_kind_has_a_row_for_every_field_in_its_order(
    model: type[RecordModel], kinds: dict[str, KindRows]
) -> None:
    assert [row.key for row in kinds[model.kind].rows] == list(model.specs())


@pytest.mark.parametrize("model", KINDS)
def test_what_comes_from_the_file_is_no_field(model: type[RecordModel], kinds: dict[str, KindRows]) -> None:
    assert not {"id", "path", "text"} & {row.key for row in kinds[model.kind].rows}


@pytest.mark.parametrize("model", KINDS)
def test_every_row_has_label_help_and_an_example_to_copy(
    model: type[RecordModel], kinds: dict[str, KindRows]
) -> None:
    for found in kinds[model.kind].rows:
        assert found.label
        assert found.help.endswith((".", "?"))
        assert found.example.startswith(f"{found.key}: ")
        assert len(found.example) > len(found.key) + 2


@pytest.mark.parametrize(
    ("kind", "key", "level"),
    [
        ("offer", "title", "muss"),
        ("offer", "mode", "muss"),
        ("offer", "schedule", "soll"),
        ("offer", "access", "soll"),
        ("offer", "price", "kann"),
        ("offer", "status", "kann"),
        ("event", "start", "kann"),
        ("event", "except", "kann"),
        ("provider", "website", "soll"),
        ("network", "type", "muss"),
        ("district", "kind", "muss"),
        ("funding", "website", "muss"),
        ("news", "date", "muss"),
        ("news", "source", "muss"),
    ],
)
def test_the_level_of_a_field(kind: str, key: str, level: str, kinds: dict[str, KindRows]) -> None:
    assert row(kinds, kind, key).level == level


@pytest.mark.parametrize(
    ("kind", "key", "values"),
    [
        (
            "offer",
            "cost",
            (
                ("kostenlos", "kostenlos"),
                ("teilweise", "teilweise kostenlos"),
                ("kostenpflichtig", "kostenpflichtig"),
                ("unbekannt", "keine Angabe"),
            ),
        ),
        (
            "event",
            "repeats",
            (
                ("woechentlich", "jede Woche"),
                ("zweiwoechentlich", "alle zwei Wochen"),
                ("monatlich", "jeden Monat"),
            ),
        ),
        ("district", "kind", (("landkreis", "Landkreis"), ("kreisfreie-stadt", "Kreisfreie Stadt"))),
        ("offer", "title", ()),
        ("offer", "district", ()),
    ],
)
def test_a_field_with_a_closed_list_shows_its_values(
    kind: str, key: str, values: tuple[tuple[str, str], ...], kinds: dict[str, KindRows]
) -> None:
    assert row(kinds, kind, key).values == values


@pytest.mark.parametrize(
    "key", ["subjects", "stages", "audiences", "access", "holidays", "mode", "format", "status"]
)
def test_lists_show_all_values_of_the_vocabulary(
    key: str, kinds: dict[str, KindRows], vocabulary: Vocabulary
) -> None:
    names = {"mode": "modes", "format": "formats", "status": "offer_statuses"}
    terms = vocabulary[names.get(key, key)]
    assert row(kinds, "offer", key).values == tuple((term.id, term.label) for term in terms)


def test_an_example_is_a_line_to_copy(kinds: dict[str, KindRows]) -> None:
    assert row(kinds, "offer", "title") == FieldRow(
        "title",
        "Titel",
        "muss",
        "Wie es heißt, höchstens 90 Zeichen.",
        "title: Robotik-AG im Jugendhaus",
        (),
        "Text in einer oder mehreren Zeilen, höchstens 90 Zeichen",
    )


@pytest.mark.parametrize("model", KINDS)
def test_every_row_says_how_its_value_may_be_spelt(
    model: type[RecordModel], kinds: dict[str, KindRows]
) -> None:
    assert all(row.accepted for row in kinds[model.kind].rows)


def test_a_list_says_how_several_values_are_written(kinds: dict[str, KindRows]) -> None:
    assert row(kinds, "offer", "contact").accepted == (
        "E-Mail oder Telefonnummer der Einrichtung, keine private; "
        "mehrere in eckigen Klammern, durch Kommas getrennt"
    )


def test_the_list_to_jump_from_has_every_field_once(kinds: dict[str, KindRows]) -> None:
    levels = kinds["offer"].levels
    assert [level.title for level in levels] == ["Muss", "Soll", "Kann"]
    listed = [row.key for level in levels for row in level.rows]
    assert sorted(listed) == sorted(row.key for row in kinds["offer"].rows)


def test_messages_stand_in_the_order_of_their_codes() -> None:
    groups = code_reference()
    codes = [code.id for group in groups for code in group.codes]
    assert all(code.id.startswith(group.id) for group in groups for code in group.codes)
    assert codes == sorted(codes)
    assert set(codes) == set(CODES)


@pytest.mark.parametrize("page", [field_page, code_page])
def test_reference_pages_lie_below_mitmachen(page: object, vocabulary: Vocabulary) -> None:
    made = field_page(vocabulary) if page is field_page else code_page()
    assert made.section == "mitmachen"
    assert made.breadcrumbs == (Link("Mitmachen", "mitmachen/"),)
    assert made.path.startswith("mitmachen/")
    assert made.path.endswith("/")
    assert made.head_title == made.title
    assert made.json_ld == ""
    assert made.rows


def test_the_names_of_the_reference_pages(vocabulary: Vocabulary) -> None:
    assert (field_page(vocabulary).path, field_page(vocabulary).title) == ("mitmachen/felder/", "Felder")
    assert (code_page().path, code_page().title) == ("mitmachen/fehler/", "Meldungen der Prüfung")
