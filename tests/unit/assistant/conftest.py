"""The form's modules with the data of the real content, asked without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minthub.catalogue import Loaded, load_all
from minthub.paths import FORM
from minthub.schema.form import form_data, place_data
from minthub.schema.write import write_json
from tests.conftest import DATA, NOW, ROOT
from tests.mini import SITE
from tests.node import module_folder, run_node

SCRIPT = Path(__file__).with_name("ask.mjs")


@pytest.fixture(scope="session")
def real() -> Loaded:
    """The site's own records."""
    return load_all(ROOT / "content", DATA, NOW)


@pytest.fixture(scope="session")
def ask(real: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Any]], list[Any]]:
    """Answers to questions, see ask.mjs."""
    site = module_folder(tmp_path_factory.mktemp("form") / "site")
    write_json(f"{site}/{FORM}regeln.json", form_data(real.catalogue, SITE))
    write_json(f"{site}/{FORM}orte.json", place_data(real.catalogue))
    return lambda questions: run_node(SCRIPT, str(site), str(NOW), questions=questions)
