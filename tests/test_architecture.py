"""What keeps the core movable: it knows no MkDocs and nothing about one state."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src" / "minthub").rglob("*.py"))
HOOKS = sorted((ROOT / "hooks").glob("*.py"))

_STATE = re.compile(
    r"sachsen|sächs|saechs|dresden|leipzig|chemnitz|zwickau|görlitz|goerlitz|bautzen|meißen|lausitz"
    r"|vogtland|erzgebirg|plauen|freiberg|pirna|torgau",
    re.IGNORECASE,
)
# Examples for editors: names of places say more than „Musterstadt“, and none of them is compared with anything.
MAY_NAME_PLACES = {
    "codes.py": "examples of the page of messages",
    "model/groups.py": "examples of fields",
    "model/kinds.py": "examples of fields",
    "checks/fields.py": "remedies that show how a field is written",
}

IMPORT_ALL = """
import importlib, pkgutil, sys
import minthub
for module in pkgutil.walk_packages(minthub.__path__, "minthub."):
    importlib.import_module(module.name)
print(sorted({name.partition(".")[0] for name in sys.modules} & {"mkdocs", "material", "mkdocs_material"}))
"""

CHECK = """
import sys
from minthub.cli import main
print(main(["check", "--errors-only"]), "numpy" in sys.modules)
"""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "minthub").as_posix()


def strings(path: Path) -> list[str]:
    """All texts of a module but docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings
    )
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.slow
def test_the_core_imports_no_mkdocs() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr


@pytest.mark.slow
def test_checking_loads_no_numpy() -> None:
    """Only the search index is worked out in arrays; who checks a record need not wait for that."""
    done = subprocess.run(
        [sys.executable, "-c", CHECK], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1:] == ["0 False"], done.stderr


def test_the_core_names_no_place_of_the_state() -> None:
    """Another state takes the software by exchanging content and data."""
    named = {name_of(path) for path in SOURCES if any(map(_STATE.search, strings(path)))}
    assert named == set(MAY_NAME_PLACES)


@pytest.mark.parametrize("path", HOOKS, ids=lambda path: path.stem)
def test_hooks_stay_thin(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 60


def functions(path: Path) -> list[ast.FunctionDef]:
    return [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    long = [node.name for node in functions(path) if node.end_lineno and node.end_lineno - node.lineno >= 40]
    assert long == []
    # codes.py is a table, not logic.
    assert path.name == "codes.py" or len(path.read_text("utf-8").splitlines()) <= 300
