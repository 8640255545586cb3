"""The issue forms ask what records need, and are what GitHub takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from minthub.issues.forms import form_text
from minthub.issues.questions import CONSENT, MORE, TEXT, Form
from minthub.model.kinds import Event, Offer
from tests.conftest import ROOT

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
NAMES = ["angebot.yml", "fehler.yml", "termin.yml", "wunsch.yml"]


def elements(name: str) -> dict[str, dict[str, Any]]:
    whole = yaml.safe_load((FORMS / name).read_text("utf-8"))
    return {element["id"]: element for element in whole["body"] if "id" in element}


def is_required(element: dict[str, Any]) -> bool:
    return bool(element.get("validations", {}).get("required"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "names"),
    [("vendor.github-issue-forms", NAMES), ("vendor.github-issue-config", ["config.yml"])],
)
def test_the_forms_follow_the_schema(schema: str, names: list[str]) -> None:
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--builtin-schema", schema]
    done = subprocess.run(
        [*command, *(str(FORMS / name) for name in names)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_forms_are_there() -> None:
    assert sorted(path.name for path in FORMS.glob("*.yml")) == sorted([*NAMES, "config.yml"])


@pytest.mark.parametrize(("name", "model"), [("angebot.yml", Offer), ("termin.yml", Event)])
def test_ids_are_keys_and_labels_are_labels(name: str, model: Any) -> None:
    specs = model.specs()
    for id, element in elements(name).items():
        if id not in (TEXT, MORE, CONSENT):
            assert element["attributes"]["label"] == specs[id].label


@pytest.mark.parametrize(("name", "model"), [("angebot.yml", Offer), ("termin.yml", Event)])
def test_what_is_mandatory_is_asked_and_required(name: str, model: Any) -> None:
    asked = elements(name)
    # The day of the check is the day on which it is taken over; who checked has a usual answer.
    mandatory = {spec.key for spec in model.specs().values() if spec.is_mandatory}
    assert mandatory - {"checked"} <= set(asked)
    required = {id for id, element in asked.items() if is_required(element)}
    assert mandatory - {"checked"} <= required
    assert required - mandatory == ({"ages", "start"} if model is Event else {"ages"})


def test_mistakes_and_wishes_ask_little() -> None:
    assert list(elements("fehler.yml")) == ["seite", "was", "quelle", "kontakt"]
    assert list(elements("wunsch.yml")) == ["was", "ort", "alter", "wer"]
    required = {id for id, element in elements("fehler.yml").items() if is_required(element)}
    assert required == {"seite", "was"}
    assert [id for id, element in elements("wunsch.yml").items() if is_required(element)] == ["was"]


def test_choices_are_german_and_may_be_left_open() -> None:
    asked = elements("angebot.yml")
    assert asked["for_schools"]["attributes"]["options"] == ["keine Angabe", "ja", "nein"]
    assert asked["registration"]["attributes"]["options"][0] == "keine Angabe"
    assert asked["cost"]["attributes"]["options"] == [
        "kostenlos", "teilweise kostenlos", "kostenpflichtig", "keine Angabe",
    ]  # fmt: skip
    assert asked["subjects"]["attributes"]["multiple"] is True
    assert asked["serves"]["attributes"]["options"][:2] == ["sachsenweit", "Landkreis Bautzen"]


def test_no_choice_of_several_holds_a_comma() -> None:
    """GitHub joins what was chosen with commas."""
    for name in NAMES:
        for element in elements(name).values():
            if element["attributes"].get("multiple"):
                assert not [option for option in element["attributes"]["options"] if "," in option]


def test_who_writes_is_told_that_it_is_public() -> None:
    for name in NAMES:
        intro = yaml.safe_load((FORMS / name).read_text("utf-8"))["body"][0]
        assert intro["type"] == "markdown"
        assert "**Was Sie hier schreiben, ist öffentlich.**" in intro["attributes"]["value"]


def test_the_text_of_a_form(all_forms: dict[str, Form]) -> None:
    lines = form_text(all_forms["wunsch.yml"]).splitlines()
    assert lines[:6] == [
        "# Erzeugt aus den Modellen, nicht von Hand ändern: python scripts/generate.py",
        "name: Das fehlt hier",
        "description: Ein Angebot, das Sie gesucht und nicht gefunden haben.",
        "title: 'Wunsch: '",
        "labels:",
        "  - Wunsch",
    ]
