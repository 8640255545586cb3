"""The models describe themselves: what templates, reference page and messages are made from."""

from __future__ import annotations

from typing import Any

import pytest

from minthub.model.base import FieldSpec
from minthub.model.kinds import BY_FOLDER, KINDS, Coordination
from minthub.model.types import Lists
from tests.unit.model.conftest import Converted

FIELDS = [(model.folder, spec) for model in KINDS for spec in model.specs().values()]
IDS = [f"{folder}-{spec.key}" for folder, spec in FIELDS]

MANDATORY = {
    "offers": "title summary subjects format mode cost provider source checked checked_by",
    "events": "title summary subjects format mode cost provider source checked checked_by",
    "providers": "title summary type source checked checked_by",
    "networks": "title summary type source checked checked_by",
    "regions": "title summary short_title ags kind seat neighbours source checked checked_by",
    "funding": "title summary funder eligible serves website source checked checked_by",
    "news": "title summary date source checked checked_by",
}
SHOULD = {
    "offers": "venue street postcode topics for_schools access schedule registration website",
    "events": "venue street postcode topics for_schools access registration website",
    "providers": "venue street postcode website",
    "networks": "venue street postcode website",
    "regions": "",
    "funding": "",
    "news": "",
}


@pytest.mark.parametrize(("folder", "spec"), FIELDS, ids=IDS)
def test_a_field_has_label_help_and_example(folder: str, spec: FieldSpec) -> None:
    assert spec.label
    assert spec.label != spec.key
    assert spec.help.endswith((".", "?"))
    assert spec.example


@pytest.mark.parametrize(("folder", "spec"), FIELDS, ids=IDS)
def test_the_example_of_a_field_is_right(folder: str, spec: FieldSpec, converted: Converted) -> None:
    _, findings = converted(folder, f"{spec.key}: {spec.example}")
    assert [found.message for found in findings if (found.field or "").partition(".")[0] == spec.key] == []


@pytest.mark.parametrize(("folder", "spec"), FIELDS, ids=IDS)
def test_the_values_that_a_help_text_names_exist(folder: str, spec: FieldSpec, lists: Lists) -> None:
    """„aktiv, unbestaetigt, pausiert oder beendet.“ and the list of statuses are the same."""
    ids = lists[spec.list_name].ids if spec.list_name else ()
    named = [word for word in spec.help.rstrip(".").replace(" oder ", ", ").split(", ") if word in ids]
    assert len(named) in (0, 1, len(ids)) or spec.help.startswith("Zum Beispiel")


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.folder)
def test_labels_are_unique_within_a_kind(model: type) -> None:
    labels = [spec.label for spec in BY_FOLDER[model.folder].specs().values()]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_fields_come_in_a_sensible_order(folder: str) -> None:
    keys = list(BY_FOLDER[folder].specs())
    assert keys[:2] == ["title", "summary"]
    assert keys[-4:] == ["source", "source_date", "checked", "checked_by"]
    assert not {"id", "path", "text", "excluded", "district_kind"} & set(keys)


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_mandatory_and_should_are_those_of_the_format(folder: str) -> None:
    specs = BY_FOLDER[folder].specs().values()
    assert [spec.key for spec in specs if spec.level == "muss"] == MANDATORY[folder].split()
    assert [spec.key for spec in specs if spec.level == "soll"] == SHOULD[folder].split()


def test_fields_with_several_values_are_known() -> None:
    lists = {spec.key for _, spec in FIELDS if spec.is_list}
    expected = (
        "access aliases audiences contact dates deadlines districts eligible except holidays languages members "
        "neighbours networks redirect_from serves stages subjects topics"
    )
    assert sorted(lists) == expected.split()


def test_closed_lists_are_found_wherever_the_type_is_nested(lists: Lists) -> None:
    named = {spec.key: spec.list_name for _, spec in FIELDS if spec.list_name}
    assert named["format"] == "formats"
    assert named["district"] == "districts"
    assert named["holidays"] == "holidays"
    assert named["registration"] == "registrations"
    assert "title" not in named
    assert "ages" not in named
    assert all(len(lists[name]) > 1 for name in named.values())


def test_subfields_describe_themselves_too() -> None:
    assert list(Coordination.specs()) == ["organisation", "website", "contact"]


def test_records_are_frozen() -> None:
    assert all(model.model_config.get("frozen") for model in KINDS)


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.folder)
def test_what_a_kind_does_not_have_is_missing(model: Any) -> None:
    """`RecordModel` answers that itself, because records have neither private nor additional fields."""
    record = model.model_construct(id="a", path="a.md")
    assert getattr(record, "salary", None) is None
    with pytest.raises(AttributeError, match=f"'{model.__name__}' object has no attribute 'salary'"):
        _ = record.salary
    assert not model.__private_attributes__
    assert model.model_config.get("extra") == "forbid"
