"""A small hub and lists for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from minthub import cli
from minthub.catalogue import load_all
from minthub.model.types import Lists
from minthub.settings import TODAY as TODAY_VARIABLE
from tests.conftest import DATA, OFFER, PROVIDER, TODAY

# What all rows of a list need and lists seldom have.
SETTINGS = {
    "Quelle": "https://www.example.org/kurse",
    "Geprüft am": "21.11.2026",
    "Geprüft von": "anbieter",
    "Anbieter": "jugendhaus",
    "Art der Teilnahme": "vor Ort",
    "Form": "Kurs",
    "Fach": "Technik",
    "Kosten": "kostenlos",
    "Kurzbeschreibung": "Kinder bauen.",
    "Alter": "8-12",
    "Text": "Ein Text.",
}


@pytest.fixture
def project(content: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one offer and its provider."""
    root = content.parent
    (root / "mkdocs.yml").touch()
    (root / "data").symlink_to(DATA)
    write("offers/goerlitz/robotik-ag.md", OFFER)
    write("providers/jugendhaus.md", PROVIDER)
    monkeypatch.chdir(root)
    monkeypatch.setenv(TODAY_VARIABLE, str(TODAY))
    return root


@pytest.fixture
def lists(content: Path) -> Lists:
    return load_all(content, DATA, TODAY).world.lists


def save_csv(
    path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8", delimiter: str = ";"
) -> Path:
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    return path


def save_xlsx(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    path.write_bytes(out.getvalue())
    return path


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in the project: exit code, output, errors. `settings` gives all rows what they lack."""

    def _run(*argv: str, settings: dict[str, str] | None = None) -> tuple[int, str, str]:
        given = [part for key, value in (settings or {}).items() for part in ("--set", f"{key}={value}")]
        code = cli.main([*argv, *given])
        said = capsys.readouterr()
        return code, said.out, said.err

    return _run


def problems(out: str) -> list[str]:
    """The lines about problems: between the overview of the rows and the sum."""
    blocks = out.split("\n\n")
    return blocks[2].splitlines() if len(blocks) > 3 else []
