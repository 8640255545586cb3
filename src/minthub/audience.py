"""Derives years of age and age groups from a record's ages, grades or stages."""

from __future__ import annotations

from collections.abc import Iterable

from minthub.model.spans import AGES, GRADES, Span
from minthub.vocabulary import Term, TermList

GRADE_TO_AGE = 5  # children in class 1 are mostly six years old
MAX_AGE = AGES.highest


def age_numbers(
    ages: Span | None,
    grades: Span | None = None,
    stages: Iterable[str] = (),
    stage_list: TermList | None = None,
) -> frozenset[int]:
    """All ages in years that something is for; empty if unknown.

    Ages win over grades and stages; an open „ab 5“ ends with the oldest of the stages, if there are any. Grades cover
    school only, so „Klasse 3 bis 12“ with the stage „Kita“ means both. Stages alone mean their ages.
    """
    terms = [stage_list[stage] for stage in stages] if stage_list else []
    by_stage = set().union(*map(_years, terms))
    if ages:
        numbers = ages.numbers(AGES.lowest, MAX_AGE)
        limited = (
            {age for age in numbers if age <= max(by_stage)} if ages.last is None and by_stage else set()
        )
        return frozenset(limited or numbers)
    if grades:
        in_school = {grade + GRADE_TO_AGE for grade in grades.numbers(GRADES.lowest, GRADES.highest)}
        return frozenset(in_school.union(*(_years(term) for term in terms if not is_school(term))))
    return frozenset(by_stage)


def is_school(stage: Term) -> bool:
    """Whether a stage is part of school, where grades are numbered."""
    first, last = stage.ages or (None, None)
    return (
        first is not None
        and last is not None
        and GRADES.lowest + GRADE_TO_AGE <= first <= last <= GRADES.highest + GRADE_TO_AGE
    )


def beside_school(stages: Iterable[str], stage_list: TermList) -> tuple[list[Term], list[Term]]:
    """Stages that come before school, and those beside and after it."""
    others = [stage_list[stage] for stage in stages if not is_school(stage_list[stage])]
    before = [term for term in others if term.ages and term.ages[0] < GRADES.lowest + GRADE_TO_AGE]
    return before, [term for term in others if term not in before]


def _years(stage: Term) -> set[int]:
    if not stage.ages:
        return set()
    first, last = stage.ages
    return set(range(first, (MAX_AGE if last is None else last) + 1))


def age_groups(numbers: frozenset[int], groups: TermList) -> tuple[str, ...]:
    """Ids of the age groups that share an age with these numbers, in their order."""
    return tuple(
        term.id
        for term in groups
        if term.ages
        and any(term.ages[0] <= age <= (MAX_AGE if term.ages[1] is None else term.ages[1]) for age in numbers)
    )
