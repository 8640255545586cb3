"""Real records, spoilt by chance: never an exception, no line that is not there, no two Fehler for one field."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from minthub.catalogue import Loaded, load_all
from minthub.checks import check_record
from minthub.findings import Finding
from minthub.model.convert import convert
from minthub.model.kinds import BY_FOLDER
from minthub.reading import read_record
from tests.conftest import DATA, ROOT, TODAY
from tests.districts import write_districts

CONTENT = ROOT / "tests" / "mini" / "content"
GOOD = sorted(path for path in CONTENT.glob("*/**/*.md") if path.parts[-2] != "regions")
SIGNS = "\t\"'[]{}:,-#*&!|>@%`?–„“\u00a0\u200b\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    content = tmp_path_factory.mktemp("real") / "content"
    shutil.copytree(CONTENT, content, ignore=shutil.ignore_patterns("regions"))
    write_districts(content / "regions")
    return load_all(content, DATA, TODAY)


def findings(text: str, path: Path, world: Loaded) -> list[Finding]:
    """What the reader, the model and the rules say about a record, each for itself."""
    kind = path.relative_to(CONTENT).parts[0]
    name = f"content/{kind}/{path.name}"
    specs = BY_FOLDER[kind].specs()
    record, found = read_record(text.encode(), name, kind, path.stem, keys=specs)
    if record is None:
        return found
    draft, more = convert(record, world.world.lists)
    return [*found, *more, *check_record(draft, world.world)]


def spoilt(text: str, chance: random.Random) -> str:
    """One to three slips of a hand: a sign left out, twice, swapped or put in, a line left out, twice or moved."""
    for _ in range(chance.randint(1, 3)):
        lines = text.split("\n")
        row = chance.randrange(len(lines))
        at = chance.randrange(len(text))
        match chance.randrange(7):
            case 0:
                text = text[:at] + text[at + 1 :]
            case 1:
                text = text[:at] + text[at : at + 1] + text[at:]
            case 2:
                text = text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
            case 3:
                text = text[:at] + chance.choice(SIGNS) + text[at:]
            case 4:
                text = "\n".join(lines[:row] + lines[row + 1 :])
            case 5:
                text = "\n".join([*lines[:row], lines[row], *lines[row:]])
            case _:
                line = lines.pop(row)
                lines.insert(chance.randrange(len(lines) + 1), line)
                text = "\n".join(lines)
    return text


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_slips_in_a_real_record_are_told(path: Path, world: Loaded) -> None:
    chance = random.Random(path.stem)
    good = path.read_text("utf-8")
    for _ in range(40):
        text = spoilt(good, chance)
        last = text.count("\n") + 1
        found = findings(text, path, world)
        assert all(1 <= one.line <= last for one in found), text
        assert all(one.problem and one.remedy and "{key}" not in one.remedy for one in found), text
        # Two Fehler of the reader about one line are two messages for one cause.
        read = Counter(one.line for one in found if one.code in ("M008", "M010", "M011", "M015"))
        twice = [line for line, count in read.items() if count > 1]
        assert not twice, "\n".join([text, *(f"{one.line}: {one.message}" for one in found)])


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_one_line_left_out_is_one_fehler_at_most(path: Path, world: Loaded) -> None:
    """Whichever field is missing: it alone is missed."""
    lines = path.read_text("utf-8").split("\n")
    end = lines.index("---", 1)
    for row in range(1, end):
        if lines[row][0] in " -":
            continue
        without = [*lines[:row], *lines[row + 1 :]]
        if row + 1 < end and lines[row + 1][0] in " -":
            continue
        errors = [one for one in findings("\n".join(without), path, world) if one.is_error]
        assert len(errors) <= 1, [one.message for one in errors]


@pytest.mark.parametrize("path", GOOD[::4], ids=lambda path: path.stem)
def test_a_colon_in_a_value_hides_nothing_else(path: Path, world: Loaded) -> None:
    """A broken title is told, and whatever else is wrong."""
    text = path.read_text("utf-8")
    broken = text.replace("title: ", "title: Neu: ", 1)
    also = broken.replace("checked: ", "checked: am ", 1)
    first = {(one.line, one.code) for one in findings(broken, path, world) if one.is_error}
    both = {(one.line, one.code) for one in findings(also, path, world) if one.is_error}
    assert {code for _, code in first} == {"M010"}
    assert {code for _, code in both} == {"M010", "M110"}
