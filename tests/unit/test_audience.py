"""From ages, grades and stages to years of age and age groups."""

from __future__ import annotations

import pytest

from minthub.audience import GRADE_TO_AGE, MAX_AGE, age_groups, age_numbers
from minthub.model.spans import Span
from minthub.vocabulary import Term, TermList, Vocabulary

GROUPS = ("kita", "grundschule", "klasse-5-7", "klasse-8-10", "oberstufe-ausbildung", "studium-erwachsene")


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        (Span(8, 14), range(8, 15)),
        (Span(8, 8), range(8, 9)),
        (Span(None, 5), range(0, 6)),
        (Span(0, 2), range(0, 3)),
        (Span(16, None), range(16, MAX_AGE + 1)),
        (Span(0, 120), range(0, 121)),
        (Span(None, None), range(0, 121)),
        (Span(118, 130), range(118, 121)),
        (Span(None, 0), range(0, 1)),
    ],
)
def test_ages_are_years_with_both_ends(ages: Span, expected: range) -> None:
    assert age_numbers(ages) == frozenset(expected)


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        (Span(1, 4), range(6, 10)),
        (Span(5, 10), range(10, 16)),
        (Span(11, 13), range(16, 19)),
        (Span(1, 1), range(6, 7)),
        (Span(None, 4), range(6, 10)),
        (Span(9, None), range(14, 19)),
        (Span(1, 13), range(6, 19)),
    ],
)
def test_a_class_is_its_number_and_five_years(grades: Span, expected: range) -> None:
    assert GRADE_TO_AGE == 5
    assert age_numbers(None, grades) == frozenset(expected)


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (("kita",), {3, 4, 5}),
        (("grundschule",), {6, 7, 8, 9}),
        (("kita", "grundschule"), set(range(3, 10))),
        (("sek1",), set(range(10, 16))),
        (("sek2", "kita"), {3, 4, 5, 16, 17, 18}),
        (("berufsbildung",), {16, 17, 18, 19, 20}),
        (("hochschule",), set(range(18, 121))),
        (("erwachsene",), set(range(18, 121))),
        ((), set()),
    ],
)
def test_stages_are_united(stages: tuple[str, ...], expected: set[int], vocabulary: Vocabulary) -> None:
    assert age_numbers(None, None, stages, vocabulary["stages"]) == expected


def test_ages_decide_before_grades_and_grades_before_stages(vocabulary: Vocabulary) -> None:
    stages = vocabulary["stages"]
    assert age_numbers(Span(3, 4), Span(9, 9), ("hochschule",), stages) == {3, 4}
    assert age_numbers(None, Span(9, 9), ("sek2",), stages) == {14}


@pytest.mark.parametrize(
    ("grades", "stages", "expected"),
    [
        (Span(3, 12), ("kita", "grundschule", "sek1", "sek2"), {3, 4, 5, *range(8, 18)}),
        (Span(3, 4), ("grundschule", "erwachsene"), {8, 9, *range(18, MAX_AGE + 1)}),
        (Span(9, 10), ("sek1", "berufsbildung"), {14, 15, *range(16, 21)}),
    ],
)
def test_grades_speak_of_school_only(
    grades: Span, stages: tuple[str, ...], expected: set[int], vocabulary: Vocabulary
) -> None:
    assert age_numbers(None, grades, stages, vocabulary["stages"]) == expected


@pytest.mark.parametrize(
    ("ages", "stages", "expected"),
    [
        (Span(6, None), ("grundschule", "sek1"), range(6, 16)),
        (Span(6, None), ("grundschule", "erwachsene"), range(6, MAX_AGE + 1)),
        (Span(10, None), ("kita",), range(10, MAX_AGE + 1)),  # a contradiction: the age decides
        (Span(6, 12), ("kita", "sek2"), range(6, 13)),
    ],
)
def test_an_open_age_ends_with_the_oldest_stage(
    ages: Span, stages: tuple[str, ...], expected: range, vocabulary: Vocabulary
) -> None:
    assert age_numbers(ages, None, stages, vocabulary["stages"]) == frozenset(expected)


def test_nothing_known_is_nobody(vocabulary: Vocabulary) -> None:
    assert age_numbers(None) == frozenset()
    assert age_numbers(None, None, ("kita",)) == frozenset()
    without_ages = TermList("stages", (Term("alle", "alle"),))
    assert age_numbers(None, None, ("alle",), without_ages) == frozenset()
    assert age_groups(frozenset(), vocabulary.age_groups) == ()


@pytest.mark.parametrize(
    ("numbers", "groups"),
    [
        ({0, 1, 2}, ()),  # below the first group
        ({2, 3}, ("kita",)),
        ({5}, ("kita",)),
        ({6}, ("grundschule",)),
        ({9}, ("grundschule",)),
        ({10}, ("klasse-5-7",)),
        ({12}, ("klasse-5-7",)),
        ({13}, ("klasse-8-10",)),
        ({15}, ("klasse-8-10",)),
        ({16}, ("oberstufe-ausbildung",)),
        ({18}, ("oberstufe-ausbildung",)),
        ({19}, ("studium-erwachsene",)),
        ({120}, ("studium-erwachsene",)),
        ({18, 19}, ("oberstufe-ausbildung", "studium-erwachsene")),
        ({5, 6}, ("kita", "grundschule")),
        ({99, 4}, ("kita", "studium-erwachsene")),  # in the order of the list
        (set(range(121)), GROUPS),
    ],
)
def test_age_groups_share_an_age(numbers: set[int], groups: tuple[str, ...], vocabulary: Vocabulary) -> None:
    assert age_groups(frozenset(numbers), vocabulary.age_groups) == groups


@pytest.mark.parametrize(
    ("ages", "grades", "stages", "groups"),
    [
        (Span(8, 14), None, (), GROUPS[1:4]),
        (Span(6, None), None, (), GROUPS[1:]),
        (None, Span(5, 10), (), GROUPS[2:4]),
        (None, Span(1, 4), (), GROUPS[1:2]),
        (None, Span(8, 8), (), GROUPS[3:4]),
        (None, Span(7, 7), (), GROUPS[2:3]),
        (None, Span(13, 13), (), GROUPS[4:5]),
        (None, None, ("sek1", "sek2"), GROUPS[2:5]),
        (None, None, ("erwachsene",), GROUPS[4:]),
    ],
)
def test_groups_of_what_editors_write(
    ages: Span | None,
    grades: Span | None,
    stages: tuple[str, ...],
    groups: tuple[str, ...],
    vocabulary: Vocabulary,
) -> None:
    numbers = age_numbers(ages, grades, stages, vocabulary["stages"])
    assert age_groups(numbers, vocabulary.age_groups) == groups


def test_groups_without_ages_take_nobody() -> None:
    groups = TermList(
        "age_groups", (Term("a", "A"), Term("b", "B", ages=(0, None)), Term("c", "C", ages=(7, 8)))
    )
    assert age_groups(frozenset({7}), groups) == ("b", "c")
    assert age_groups(frozenset({9}), groups) == ("b",)


def test_age_groups_follow_each_other_without_gap_and_overlap(vocabulary: Vocabulary) -> None:
    spans = [term.ages for term in vocabulary.age_groups]
    ends = [last for _, last in spans]
    assert vocabulary.age_groups.ids == GROUPS
    assert ends[-1] is None
    assert [first for first, _ in spans[1:]] == [last + 1 for last in ends[:-1]]
