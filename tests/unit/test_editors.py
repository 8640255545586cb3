"""Files as editors really produce them (tests/editors, made by someone who did not know the code).

Each broken file has a Fehler at the line and field that must be looked at, and nowhere else; no unusual one has any.
"""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from minthub.catalogue import load
from minthub.findings import Finding
from tests.conftest import DATA, ROOT, TODAY
from tests.districts import write_districts

EDITORS = ROOT / "tests" / "editors"
# Of whom the files speak and who has a record in the content folder of the hub.
NETWORK = "---\ntitle: MINOS\nsummary: Netz.\ntype: programm\nserves: sachsenweit\nsource: https://www.example.org\nchecked: 2026-11-01\nchecked_by: redaktion\n---\nText.\n"
Place = tuple[int, str]


def expected() -> dict[str, tuple[str, set[Place]]]:
    """File → its folder below `content` and where something must be said."""
    with (EDITORS / "expected.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";"))
    places: dict[str, tuple[str, set[Place]]] = {}
    for row in rows:
        _, found = places.setdefault(row["file"], (row["folder"], set()))
        if row["line"]:
            found.add((int(row["line"]), row["field"]))
    return places


EXPECTED = expected()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """What the check says about each file, all of them lying in one content folder."""
    content = tmp_path_factory.mktemp("editors") / "content"
    shutil.copytree(ROOT / "tests" / "mini" / "content", content, ignore=shutil.ignore_patterns("regions"))
    write_districts(content / "regions")
    (content / "networks" / "minos.md").write_text(NETWORK, "utf-8")
    files = {}
    for file, (folder, _) in EXPECTED.items():
        path = content / folder / Path(file).name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EDITORS / file, path)
        files[f"content/{folder}/{path.name}"] = file
    about: dict[str, list[Finding]] = defaultdict(list)
    for one in load(content, DATA, TODAY)[1].findings:
        about[files.get(one.file, "")].append(one)
    return about


def place(one: Finding) -> Place:
    return one.line, (one.field or "").partition(".")[0]


def test_there_is_a_file_for_every_expectation_and_the_other_way_round() -> None:
    assert {f"{path.parent.name}/{path.name}" for path in EDITORS.glob("*/*.md")} == set(EXPECTED)


@pytest.mark.parametrize("file", [file for file in EXPECTED if file.startswith("broken/")])
def test_a_broken_file_is_told_what_is_wrong_where_it_is(file: str, found: dict[str, list[Finding]]) -> None:
    said = {place(one) for one in found[file]}
    # Where the table names no field, the line is what counts.
    lines = {line for line, _ in said}
    assert all(where in said or (not where[1] and where[0] in lines) for where in EXPECTED[file][1]), [
        one.message for one in found[file]
    ]


@pytest.mark.parametrize("file", [file for file in EXPECTED if file.startswith("broken/")])
def test_a_broken_file_has_no_fehler_elsewhere(file: str, found: dict[str, list[Finding]]) -> None:
    wanted = {line for line, _ in EXPECTED[file][1]}
    assert [one.message for one in found[file] if one.is_error and one.line not in wanted] == []


@pytest.mark.parametrize("file", [file for file in EXPECTED if file.startswith("unusual/")])
def test_an_unusual_file_is_right(file: str, found: dict[str, list[Finding]]) -> None:
    assert [one.message for one in found[file] if one.is_error] == []
