"""Files made from the models and lists are what the models and lists say today."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from tests.conftest import ROOT


def script() -> ModuleType:
    found = importlib.util.spec_from_file_location("generate", ROOT / "scripts" / "generate.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    return script()


@pytest.fixture(scope="module")
def made(generate: ModuleType) -> dict[str, str]:
    texts: dict[str, str] = generate.texts()
    return texts


def test_generated_files_are_up_to_date(generate: ModuleType, made: dict[str, str]) -> None:
    assert generate.outdated(made) == [], "run: .venv/bin/python scripts/generate.py"


def test_a_file_that_says_something_else_is_out_of_date(generate: ModuleType) -> None:
    path = ".github/ISSUE_TEMPLATE/angebot.yml"
    assert generate.outdated({path: "name: ganz anders\n"}) == [path]
    assert generate.outdated({"gibt/es/nicht.yml": ""}) == ["gibt/es/nicht.yml"]
