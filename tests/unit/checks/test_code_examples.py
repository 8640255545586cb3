"""The wrong example of a code gives it, the right one does not; all mistakes at once are each told once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest

from minthub.catalogue import load
from minthub.codes import CODES, Code
from minthub.model.kinds import KINDS
from tests.conftest import PROVIDER, ROOT, TODAY
from tests.records import TEXTS
from tests.unit.checks.records import DISTRICT

BASES = {**TEXTS, "regions": DISTRICT}
EXAMPLES = ROOT / "tests" / "examples"
PRINTED = re.compile(r"\d+: (?:Fehler|Hinweis) (M\d{3}):")
# M0 is about files and has tests of its own, below.
WITH_EXAMPLE = [code for id, code in CODES.items() if code.right and not id.startswith("M0")]


def test_all_mistakes_at_once_are_each_told_once(
    write: Callable[..., Path], content: Path, messages: Callable[[], list[str]]
) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    (content / "offers").mkdir()
    shutil.copy(EXAMPLES / "all-mistakes.md", content / "offers")
    assert messages() == (EXAMPLES / "all-mistakes.expected.txt").read_text("utf-8").splitlines()


@pytest.fixture
def codes_of(write: Callable[..., Path], messages: Callable[[], list[str]]) -> Callable[[str, str], set[str]]:
    """The codes that a record gets when its lines are replaced by these; without a field name it is the text."""

    def _codes_of(folder: str, lines: str) -> set[str]:
        write("providers/jugendhaus.md", PROVIDER)
        write("networks/minos.md", TEXTS["networks"], title="MINOS", website="https://minos.example.org")
        write("offers/robotik-ag.md", TEXTS["offers"], title="Anderer Titel")
        name = "regions/goerlitz.md" if folder == "regions" else f"{folder}/x.md"
        changes = {} if re.match(r"[#\[<!]", lines) else fields(lines)
        path = write(name, BASES[folder], **changes)
        if not changes:
            path.write_text(path.read_text("utf-8") + f"\n{lines}\n", "utf-8")
        about = [line for line in messages() if line.startswith(f"content/{name}:")]
        return {code for line in about for code in PRINTED.findall(line)}

    return _codes_of


def fields(lines: str) -> dict[str, str | None]:
    """`ages: 8` → {"ages": "8"}; lines below belong to their field."""
    parts = re.findall(r"^(\w+):[ ]?((?:.|\n(?!\w))*)", lines, re.MULTILINE)
    return {key: f"\n{value.lstrip(chr(10))}" if value.startswith("\n") else value for key, value in parts}


def folder_of(code: Code) -> str:
    """The kind that the example is about: the first that has its field."""
    key = next(iter(fields(code.right)), "title")
    return next(model.folder for model in KINDS if key in model.specs())


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=lambda code: code.id)
def test_the_wrong_example_of_a_code_gives_it(code: Code, codes_of: Callable[[str, str], set[str]]) -> None:
    """No wrong example: leaving the right one out is the mistake."""
    if code.wrong:
        assert code.id in codes_of(folder_of(code), code.wrong)
    else:
        assert code.id in codes_of(folder_of(code), "\n".join(f"{key}:" for key in fields(code.right)))


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=lambda code: code.id)
def test_the_right_example_of_a_code_mends_it(code: Code, codes_of: Callable[[str, str], set[str]]) -> None:
    assert code.id not in codes_of(folder_of(code), code.right)


FILES = [code for id, code in CODES.items() if code.right and id.startswith("M0")]


def file_codes(code: Code, example: str) -> set[str]:
    """The codes of a file that an example of M0 stands for: its name, the whole file, or lines of its front matter."""
    name, text = "robotik-ag", dedent(TEXTS["offers"])
    if code.id == "M018":
        name = example.removesuffix(".md")
    elif code.id in ("M005", "M006"):
        text = example
    elif code.id == "M007":
        text = f"---\n{example}\n---\nText\n"
    else:
        key = example.lstrip("-").partition(":")[0]
        text = re.sub(rf"^{key}: .*$", lambda _: example, text, flags=re.MULTILINE)
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        (content / "offers").mkdir(parents=True)
        (content / "offers" / f"{name}.md").write_text(text, "utf-8")
        if code.id in ("M027", "M028"):
            (content / "offers" / "naehkurs.md").write_text(text, "utf-8")
            (content / "wuensche").mkdir()
            (content / "wuensche" / "alle.txt").write_text(f"{example}\n", "utf-8")
        return {found.code for found in load(content, ROOT / "data", TODAY)[1].findings}


@pytest.mark.parametrize("code", FILES, ids=lambda code: code.id)
def test_the_wrong_example_of_a_file_gives_its_code(code: Code) -> None:
    assert code.id in file_codes(code, code.wrong)


@pytest.mark.parametrize("code", FILES, ids=lambda code: code.id)
def test_the_right_example_of_a_file_mends_it(code: Code) -> None:
    assert code.id not in file_codes(code, code.right)
