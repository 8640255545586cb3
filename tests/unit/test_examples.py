"""Files as editors produce them: each bad example gives exactly the lines beside it, each good one none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROVIDER

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
BAD = sorted((EXAMPLES / "bad").glob("*.md"))
GOOD = sorted((EXAMPLES / "good").glob("*.md"))


@pytest.fixture
def report_of(
    content: Path, write: Callable[..., Path], messages: Callable[[], list[str]]
) -> Callable[[Path], list[str]]:
    """Loads an example as an offer of a provider that exists."""

    def _report_of(example: Path) -> list[str]:
        write("providers/jugendhaus.md", PROVIDER)
        (content / "offers").mkdir()
        (content / "offers" / example.name).write_bytes(example.read_bytes())
        return messages()

    return _report_of


@pytest.mark.parametrize("example", BAD, ids=lambda path: path.stem)
def test_a_bad_example_gives_exactly_its_messages(
    example: Path, report_of: Callable[[Path], list[str]]
) -> None:
    expected = example.with_suffix(".expected.txt").read_text("utf-8").splitlines()
    assert expected
    assert report_of(example) == expected


@pytest.mark.parametrize("example", GOOD, ids=lambda path: path.stem)
def test_a_good_example_gives_no_message(example: Path, report_of: Callable[[Path], list[str]]) -> None:
    assert report_of(example) == []


def test_every_expectation_has_its_example() -> None:
    expectations = {path.name.removesuffix(".expected.txt") for path in (EXAMPLES / "bad").glob("*.txt")}
    assert expectations == {path.stem for path in BAD}
    assert all(path.suffix == ".md" or path.is_dir() for path in (EXAMPLES / "good").iterdir())


@pytest.mark.parametrize(
    "word", ["ungültig", "Pflichtfeld", "bitte", "verboten", "Parser", "YAML", "String", "None", "Traceback"]
)
def test_no_message_uses_words_of_programs(word: str) -> None:
    """What the editor wrote is quoted as it is; our own words are not among these."""
    for path in (EXAMPLES / "bad").glob("*.txt"):
        assert word not in path.read_text("utf-8").replace("„%YAML 1.1“", ""), path.name
