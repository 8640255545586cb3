"""Runs the site's browser modules in the Node that Playwright brings along: quick, and there on every machine that runs the tests."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

from tests.conftest import ROOT

ASSETS = ROOT / "theme_overrides" / "assets"


def module_folder(folder: Path) -> Path:
    """A copy of the assets that Node takes for modules; `suche/` may be put beside it."""
    shutil.copytree(ASSETS, folder / "assets")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder


def run_node(script: Path, *arguments: str, questions: Any = None) -> Any:
    """What a script prints as JSON; `questions` are its standard input."""
    node = compute_driver_executable()[0]
    done = subprocess.run(
        [str(node), str(script), *arguments],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
