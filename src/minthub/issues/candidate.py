"""A record from an issue on its way to a file: checked as answered, written, and checked again as it would be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from minthub.catalogue import Loaded
from minthub.checks import check_record
from minthub.checks.across import check_duplicates
from minthub.checks.world import World, district_of
from minthub.findings import Finding
from minthub.folding import fold
from minthub.issues.answers import Answers
from minthub.issues.draft import TEXT_LINE, Told, Trouble, to_record
from minthub.model.base import RecordModel
from minthub.model.convert import Draft, convert
from minthub.reading.record import read_record
from minthub.writing import path_for, record_text, values_of

_SIMILAR = 0.8
MAX_SIMILAR = 3


@dataclass(frozen=True)
class Candidate:
    """`record` is set if there are no Fehler; otherwise `findings` and `troubles` give the reasons.

    `double` and `similar`: title and file of records that may be the same. With a record, `findings` are only Hinweise.
    """

    findings: tuple[Finding, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    district: str = ""
    record: Any = None
    path: str = ""
    text: str = ""
    double: tuple[str, str] | None = None
    similar: tuple[tuple[str, str], ...] = ()


def candidate(
    answers: Answers, model: type[RecordModel], title: str, loaded: Loaded, content: Path
) -> Candidate:
    """The record that these answers make, checked with all others."""
    world = loaded.world
    told = to_record(answers, model, title, world.today)
    draft, findings = convert(told.record, world.lists)
    findings = _unclean(told, model) + _checked(findings, draft, world)
    district = district_of(draft, world) or ""
    # Mistakes are reported at the answers, before the record is written.
    errors = tuple(found for found in findings if found.is_error and found.field not in told.copied)
    if errors or told.troubles:
        return Candidate(errors, told.troubles, district)
    path = path_for(model, values_of(draft.values), content, district=district, state=world.vocabulary.state.id)  # fmt: skip
    shown = f"{content.name}/{path.relative_to(content).as_posix()}"
    text = record_text(model, values_of(draft.values), told.record.body)
    return _written(Candidate(district=district, path=shown, text=text), model, loaded)


def _written(made: Candidate, model: type[RecordModel], loaded: Loaded) -> Candidate:
    """The candidate as read back from the text of its file, as the next `minthub check` will do."""
    parts = made.path.split("/")
    folder = parts[2] if len(parts) == 4 else None
    id = parts[-1].removesuffix(".md")
    record, findings = read_record(made.text.encode(), made.path, model.folder, id, folder, model.specs())
    if record is None:
        return replace(made, findings=_located(findings, 0))
    draft, converted = convert(record, loaded.world.lists)
    located = _located(findings + _checked(converted, draft, loaded.world), record.body_line)
    if errors := tuple(found for found in located if found.is_error):
        return replace(made, findings=errors)
    if double := _double(draft, loaded):
        return replace(made, double=double)
    values: Any = draft.values
    if made.district and hasattr(values, "district"):
        values = values.model_copy(update={"district": made.district})
    return replace(made, record=values, findings=located, similar=tuple(_similar(draft, loaded)))


def _checked(findings: list[Finding], draft: Draft, world: World) -> list[Finding]:
    """The findings extended by those of the rules, for fields without one: an unreadable field is not reported as missing."""
    fields = {found.field for found in findings if found.field}
    return findings + [found for found in check_record(draft, world) if found.field not in fields]


def _unclean(told: Told, model: type[RecordModel]) -> list[Finding]:
    """Findings about invisible characters in the answers, at the field or the text."""
    specs = model.specs()
    return [
        replace(found, field=id, label=specs[id].label, line=1)
        if id in specs
        else replace(found, line=TEXT_LINE)
        for id, found in told.unclean
    ]


def _located(findings: Iterable[Finding], body_line: int) -> tuple[Finding, ...]:
    """The findings with line numbers as in `draft`: those about the text are moved to where its lines begin."""
    return tuple(
        replace(found, line=TEXT_LINE) if body_line and found.line >= body_line else found
        for found in findings
    )


def _double(draft: Draft, loaded: Loaded) -> tuple[str, str] | None:
    """The record with the same title at the same place (and time)."""
    others = [other for other in loaded.drafts if other.record.kind == draft.record.kind]
    for other in others:
        if any(check_duplicates([other, draft], loaded.world)):
            return _named(other)
    return None


def _similar(draft: Draft, loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Records with a similar title or the same website, the most similar first."""
    world, title = loaded.world, fold(str(draft.values.title))
    place = _places(draft, world)
    ranked: list[tuple[float, str, Draft]] = []
    for other in loaded.drafts:
        if other.record.kind != draft.record.kind or not other.values.title:
            continue
        ratio = SequenceMatcher(None, title, fold(str(other.values.title))).ratio()
        is_same_site = bool(draft.values.website) and draft.values.website == other.values.website
        if is_same_site or (ratio >= _SIMILAR and place & _places(other, world)):
            ranked.append((-ratio, other.record.file, other))
    for _, _, other in sorted(ranked, key=lambda item: item[:2])[:MAX_SIMILAR]:
        yield _named(other)


def _places(draft: Draft, world: World) -> set[str]:
    own = district_of(draft, world)
    return {own} if own else set(draft.values.serves)


def _named(draft: Draft) -> tuple[str, str]:
    return str(draft.values.title), draft.record.file
