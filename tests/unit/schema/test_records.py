"""The published schemas: valid themselves, generous to every record of the site, strict with mistakes."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from minthub.catalogue import Catalogue, load
from minthub.model.base import RecordModel
from minthub.model.kinds import BY_FOLDER, KINDS, Event, Offer
from minthub.schema import schemas
from minthub.schema.write import write_schemas
from minthub.writing import record_text, values_of
from tests.conftest import DATA, NOW, OFFER, ROOT
from tests.records import EVENT

URL = "https://mint.example.org/repo/"


class Yaml12(yaml.SafeLoader):
    """Numbers and truth values only, as in YAML 1.2: what editors' programs read."""


Yaml12.yaml_implicit_resolvers = {}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"(-?[1-9][0-9]*|0)$"), list("-0123456789"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789"))


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "content", DATA, NOW)[0]


@cache
def validator(kind: str) -> Draft202012Validator:
    paths = dict(schemas(catalogue(), URL))
    return Draft202012Validator(json.loads(json.dumps(paths[f"daten/schema/{kind}.json"])))


def front_matter(text: str) -> Any:
    return yaml.load(text.split("\n---\n")[0].removeprefix("---\n"), Loader=Yaml12)


def complaints(kind: str, record: Any) -> list[str]:
    return [f"{error.json_path} {error.validator}" for error in validator(kind).iter_errors(record)]


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind)
def test_a_schema_is_one_and_names_itself(model: type[RecordModel]) -> None:
    schema = validator(model.kind).schema
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{URL}daten/schema/{model.kind}.json"
    assert schema["title"] == model.singular


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.kind)
def test_a_schema_has_every_field_in_order_with_german_words(model: type[RecordModel]) -> None:
    properties = validator(model.kind).schema["properties"]
    specs = model.specs()
    assert list(properties) == list(specs)
    assert [field["x-order"] for field in properties.values()] == list(range(1, len(specs) + 1))
    for key, spec in specs.items():
        assert properties[key]["title"] == spec.label
        assert spec.help in properties[key]["description"]
        assert spec.example in properties[key]["description"]
    assert validator(model.kind).schema["required"] == [
        key for key, spec in specs.items() if spec.is_mandatory
    ]


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_every_record_of_the_site_fits_its_schema(folder: str) -> None:
    model = BY_FOLDER[folder]
    for record in catalogue().records[folder]:
        text = record_text(model, values_of(record), "")
        assert complaints(model.kind, front_matter(text)) == [], record.path


def test_closed_lists_have_their_labels() -> None:
    fields = validator("offer").schema["properties"]
    assert {"const": "schuelerlabor", "title": "Schülerlabor"}.items() <= fields["format"]["oneOf"][0].items()
    assert fields["district"]["oneOf"][0].keys() >= {"const", "title"}
    assert fields["serves"]["anyOf"][1]["oneOf"][0]["const"] == "sachsenweit"
    assert fields["status"]["default"] == "aktiv"
    assert fields["title"]["maxLength"] == 90


def changed(text: str, **changes: Any) -> Any:
    record = front_matter("\n".join(line.strip() for line in text.split("\n")))
    return {key: value for key, value in {**record, **changes}.items() if value is not None}


def test_the_examples_fit() -> None:
    assert complaints("offer", changed(OFFER)) == []
    assert complaints("event", changed(EVENT)) == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"titel": "x"}, "$ additionalProperties"),
        ({"title": None}, "$ required"),
        ({"title": "x" * 91}, "$.title maxLength"),
        ({"format": "labortag"}, "$.format oneOf"),
        ({"ages": [8, 14, 20]}, "$.ages anyOf"),
        ({"ages": 121}, "$.ages anyOf"),
        ({"ages": None}, "$ anyOf"),
        ({"city": None}, "$ anyOf"),
        ({"mode": "mobil"}, "$ anyOf"),
        ({"postcode": 2826}, "$.postcode type"),
        ({"website": "www.example.org"}, "$.website pattern"),
        ({"registration_url": "http://www.example.org"}, "$.registration_url pattern"),
        ({"checked": "21.11.2026"}, "$.checked pattern"),
        ({"geo": [51.05]}, "$.geo minItems"),
        ({"subjects": []}, "$.subjects anyOf"),
        ({"serves": ["atlantis"]}, "$.serves anyOf"),
        ({"image": "a.jpg"}, "$ dependentRequired"),
    ],
)
def test_a_mistake_does_not_fit(changes: dict[str, Any], complaint: str) -> None:
    assert complaint in complaints(Offer.kind, changed(OFFER, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"start": None},
        {"start": "Samstag"},
        {"repeats": "woechentlich"},
        {"until": "2027-01-01"},
        {"end": "2026-12-05 18:00", "duration": "1:30"},
    ],
)
def test_a_mistake_in_an_event_does_not_fit(changes: dict[str, Any]) -> None:
    assert complaints(Event.kind, changed(EVENT, **changes))


def test_schemas_are_published_as_readable_json(tmp_path: Path) -> None:
    write_schemas(catalogue(), URL, tmp_path)
    files = sorted(tmp_path.rglob("*.json"))
    assert [file.name for file in files] == sorted(f"{model.kind}.json" for model in KINDS)
    assert json.loads(files[0].read_text("utf-8"))["$id"] == f"{URL}daten/schema/{files[0].name}"
    write_schemas(catalogue(), "", tmp_path)
    assert "$id" not in json.loads(files[0].read_text("utf-8"))
