"""Rules about records. Each rule is a generator of findings; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minthub.checks import dates, fields, images, locations, references, texts
from minthub.checks.world import World
from minthub.findings import Finding
from minthub.model.convert import Draft

Rule = Callable[[Draft, World], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    *fields.RULES,
    *locations.RULES,
    *references.RULES,
    *dates.RULES,
    *images.RULES,
    *texts.RULES,
)


def check_record(draft: Draft, world: World) -> Iterator[Finding]:
    """All findings of all rules about one record."""
    for rule in RULES:
        yield from rule(draft, world)
