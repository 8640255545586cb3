"""The modules of the Merkliste, asked without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.node import module_folder, run_node

SCRIPT = Path(__file__).with_name("saved.mjs")


@pytest.fixture(scope="session")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """`answer("csv", rows=[…])`: what one function of the modules returns."""
    site = module_folder(tmp_path_factory.mktemp("saved") / "site")

    def _answer(do: str, **arguments: Any) -> Any:
        return run_node(SCRIPT, str(site), questions=[{"do": do, **arguments}])[0]

    return _answer
