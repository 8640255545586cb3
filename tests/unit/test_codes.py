"""The table of codes: complete, explained, in plain words."""

from __future__ import annotations

import re

import pytest

from minthub.codes import CODES, MAX_SENTENCE, Code, finding
from minthub.findings import Finding, Severity

ALL = list(CODES.values())
NOT_USED = re.compile(r"ungültig|Pflichtfeld|\bbitte\b|verboten|Parser|YAML|String", re.IGNORECASE)


@pytest.mark.parametrize("code", ALL, ids=lambda code: code.id)
def test_a_code_is_explained_in_plain_words(code: Code) -> None:
    assert re.fullmatch(r"M[012349]\d\d", code.id)
    assert code.title
    assert not code.title.endswith(".")
    assert code.explanation.endswith(".") or code.explanation.endswith("“.") or code.explanation.endswith("?")
    assert not NOT_USED.search(f"{code.title} {code.explanation}")


@pytest.mark.parametrize("code", [code for code in ALL if code.wrong], ids=lambda code: code.id)
def test_a_wrong_example_has_a_right_one(code: Code) -> None:
    assert code.right
    assert code.right != code.wrong


def test_titles_are_unique() -> None:
    titles = [code.title for code in ALL]
    assert sorted(titles) == sorted(set(titles))


def test_codes_are_in_order() -> None:
    assert list(CODES) == sorted(CODES)


def test_what_depends_on_today_is_a_note() -> None:
    """A site that nobody touches must not turn red by itself; a day in the future can only get better."""
    assert {CODES[code].severity for code in ("M309", "M901", "M902", "M903")} == {Severity.NOTE}
    assert CODES["M301"].severity is Severity.ERROR


@pytest.mark.parametrize(("code", "severity"), [("M101", Severity.ERROR), ("M104", Severity.NOTE)])
def test_a_finding_has_the_severity_of_its_code(code: str, severity: Severity) -> None:
    assert finding(code, "x.md", 3, "Ist.", "Wird.", field="title", label="Titel") == Finding(
        "x.md", 3, code, severity, "Ist.", "Wird.", "title", "Titel"
    )


def test_an_unknown_code_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        finding("M999", "x.md", 1, "Ist.", "Wird.")


@pytest.mark.parametrize("length", [MAX_SENTENCE, MAX_SENTENCE + 1])
def test_a_sentence_with_a_page_in_it_is_cut(length: int) -> None:
    found = finding("M101", "x.md", 1, "a" * length, "b" * length)
    assert [len(found.problem), len(found.remedy)] == [MAX_SENTENCE, MAX_SENTENCE]
    assert found.problem.endswith("…") is (length > MAX_SENTENCE)
