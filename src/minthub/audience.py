"""For which ages something is: from ages, grades or stages to years and age groups."""

from __future__ import annotations

from collections.abc import Iterable

from minthub.model.spans import AGES, GRADES, Span
from minthub.vocabulary import TermList

GRADE_TO_AGE = 5  # children in class 1 are mostly six years old
MAX_AGE = AGES.highest


def age_numbers(
    ages: Span | None,
    grades: Span | None = None,
    stages: Iterable[str] = (),
    stage_list: TermList | None = None,
) -> frozenset[int]:
    """Every age in years it is for. Ages decide, then grades, then stages; empty if nothing is known."""
    if ages:
        return frozenset(ages.numbers(AGES.lowest, MAX_AGE))
    if grades:
        return frozenset(grade + GRADE_TO_AGE for grade in grades.numbers(GRADES.lowest, GRADES.highest))
    found: set[int] = set()
    for stage in stages:
        span = stage_list[stage].ages if stage_list else None
        if span:
            found |= set(range(span[0], (MAX_AGE if span[1] is None else span[1]) + 1))
    return frozenset(found)


def age_groups(numbers: frozenset[int], groups: TermList) -> tuple[str, ...]:
    """Ids of the age groups that share an age with these numbers, in their order."""
    return tuple(
        term.id
        for term in groups
        if term.ages
        and any(term.ages[0] <= age <= (MAX_AGE if term.ages[1] is None else term.ages[1]) for age in numbers)
    )
