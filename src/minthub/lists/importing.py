"""Plans what an import does with each row of a list, and checks the result against the existing records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from minthub.catalogue import Loaded
from minthub.checks import check_record
from minthub.checks.across import check_all
from minthub.checks.world import World, district_of
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.lists.cells import Filled, fill
from minthub.lists.columns import ID, MANY_COLUMNS, TEXT, Table, Target
from minthub.lists.matching import find_existing, is_id, list_problem
from minthub.model.base import RecordModel
from minthub.model.convert import Draft, convert
from minthub.reading.record import Entry, Record, Scalar, read_record
from minthub.writing.file import cut
from minthub.writing.proof import differing, read_back
from minthub.writing.record import body_lines, path_for, record_text
from minthub.writing.values import values_of


class State(Enum):
    """The outcome of a row."""

    NEW = "neu"
    CHANGED = "geändert"
    UNCHANGED = "unverändert"
    PROBLEM = "Problem"


@dataclass
class RowPlan:
    """A row, the record it would make or change, and its findings.

    `file` is the record's path relative to the repository, `changes` are the keys whose values would change.
    """

    table: Table
    number: int
    title: str
    draft: Draft
    existing: Draft | None = None
    state: State = State.NEW
    changes: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    body: str | None = None
    text: str = ""
    is_stray: bool = False

    @property
    def file(self) -> str:
        return self.draft.record.file

    @property
    def errors(self) -> list[Finding]:
        return [found for found in self.findings if found.is_error]


class Importer:
    """Plans the rows of all tables of a file against the records that are there."""

    def __init__(self, loaded: Loaded, root: Path, content: Path, fixed: Mapping[Target, str]) -> None:
        """`fixed` are values for all rows; a filled cell wins over them."""
        self.loaded = loaded
        self.root = root
        self.content = content
        self.fixed = fixed
        self.world = loaded.world
        self._faulty = {found.file for found in loaded.report.errors}
        self._known: dict[str, list[Draft]] = {}
        for draft in loaded.drafts:
            self._known.setdefault(draft.record.kind, []).append(draft)
        self._taken: dict[str, set[str]] = {}
        self._rows_of: dict[str, int] = {}

    def plan(self, tables: Sequence[Table]) -> list[RowPlan]:
        """The plan of each row with all findings. Writes nothing. Raises OSError."""
        plans = [self._row(table, row.number, row.cells) for table in tables for row in table.rows]
        self.world = _with_new(self.world, plans)
        for plan in (plan for plan in plans if not plan.is_stray):
            # As in `drafting`: only the first finding about a field is kept.
            said = {found.field for found in plan.findings if found.field}
            more = check_record(plan.draft, self.world)
            plan.findings += [found for found in more if found.field is None or found.field not in said]
        self._check_across(plans)
        for plan in plans:
            self._finish(plan)
        return plans

    def _row(self, table: Table, number: int, cells: Sequence[Any]) -> RowPlan:
        """The plan of one row, without checks. The draft is the existing record, if any, with the row's fields put over it."""
        model, lists = table.model, self.world.lists
        values, is_stray = self._cells(table, cells)
        filled = fill(values, model.specs(), lists, number)
        troubles = [list_problem(model, *trouble) for trouble in filled.troubles]
        wanted = filled.entries.get("title")
        title = wanted.value.text if wanted and isinstance(wanted.value, Scalar) else ""
        first, _ = convert(_record(model, filled, "", None), lists)
        existing, problems = find_existing(
            model, filled.id, first, self._known.get(model.folder, []), self.world
        )
        record = self._named(model, filled, first, existing)
        draft, findings = convert(record, lists)
        if existing:
            title = title or existing.values.title or ""
            findings = [found for found in findings if _concerns(found, filled)]
        unclear = {found.field for found in troubles}
        findings = [found for found in findings if found.field not in unclear]
        findings = [*troubles, *problems, *findings]
        if is_stray and not existing:
            problem, remedy = (
                "In dieser Zeile ist nur eine Zelle ausgefüllt.",
                "Ergänzen oder löschen Sie die Zeile.",
            )
            findings = [list_problem(model, None, problem, remedy)]
        return RowPlan(
            table, number, title, draft, existing, findings=findings, body=filled.text, is_stray=is_stray
        )

    def _cells(self, table: Table, cells: Sequence[Any]) -> tuple[list[tuple[Target, Any]], bool]:
        """The row's (target, cell) pairs, completed by the values for all rows; and whether the row is only a remark."""
        values = [
            (column.target, cells[column.index])
            for column in table.columns
            if column.target and column.index < len(cells)
        ]
        given = {target for target, cell in values if str("" if cell is None else cell).strip()}
        keys = {target.key for target in given}
        is_stray = len(keys) == 1 and keys != {ID} and len(table.keys) >= MANY_COLUMNS
        values += [
            (target, text)
            for target, text in self.fixed.items()
            if target.key not in keys or (target.part and target not in given)
        ]
        return values, is_stray

    def _named(
        self, model: type[RecordModel], filled: Filled, first: Draft, existing: Draft | None
    ) -> Record:
        """The record of a row, under the file of the existing record or a new file name."""
        if existing:
            old = existing.record
            kept = {key: entry for key, entry in old.entries.items() if key not in filled.cleared}
            body = old.body if filled.text is None else _read_body(filled.text)
            return replace(old, entries=kept | filled.entries, body=body)
        taken = self._taken.setdefault(model.folder, set())
        values = values_of(first.values)
        district = district_of(first, self.world) if hasattr(first.values, "district") else None
        state = self.world.vocabulary.state.id
        path = path_for(model, values, self.content, district=district, state=state, taken=taken)
        if is_id(filled.id):
            path = path.with_name(f"{filled.id}.md")
        taken.add(path.stem)
        folder = path.parent.name if path.parent.parent.name == model.folder else None
        shown = f"{self.content.name}/{path.relative_to(self.content).as_posix()}"
        return _record(model, _with_source(filled, model), shown, folder)

    def _check_across(self, plans: list[RowPlan]) -> None:
        """Applies the rules about several records to the existing records and those of the list together."""
        changed = {plan.file for plan in plans}
        others = [draft for draft in self.loaded.drafts if draft.record.file not in changed]
        by_file: dict[str, list[RowPlan]] = {}
        for plan in plans:
            by_file.setdefault(plan.file, []).append(plan)
        for file, same in by_file.items():
            for plan in same[1:]:
                problem = f"Zeile {same[0].number} ist derselbe Eintrag ({file})."
                remedy = "Löschen Sie eine der beiden Zeilen."
                plan.findings.append(list_problem(plan.table.model, None, problem, remedy))
        drafts = [*others, *(same[0].draft for same in by_file.values())]
        for found in check_all(drafts, self.world):
            for plan in by_file.get(found.file, ())[:1]:
                if plan.existing is None or found.is_error:
                    plan.findings.append(found)

    def _finish(self, plan: RowPlan) -> None:
        """Sets the state of a row and the text of its file."""
        if plan.existing is None:
            plan.findings += self._unread(plan)
        if plan.existing and plan.existing.record.file in self._faulty:
            problem = f"Der Eintrag {plan.file} hat selbst Fehler."
            remedy = f"Berichtigen Sie sie zuerst, siehe: minthub check {plan.file}"
            plan.findings = [list_problem(plan.table.model, None, problem, remedy)]
        if plan.existing and not plan.errors:
            self._finish_change(plan)
        elif not plan.errors:
            values = values_of(plan.draft.values)
            plan.text = record_text(plan.table.model, values, plan.body or "")
            plan.findings += self._not_as_told(plan)
        if plan.errors or not plan.draft.is_complete:
            plan.state, plan.text = State.PROBLEM, ""

    def _unread(self, plan: RowPlan) -> Iterator[Finding]:
        """A finding for each unreadable file that already has the new record's name. (A readable one would be `existing`.)"""
        model = plan.table.model
        for path in (self.content / model.folder).rglob(f"{plan.draft.record.id}.md"):
            file = f"{self.content.name}/{path.relative_to(self.content).as_posix()}"
            problem = f"Die Datei {file} gibt es schon, aber sie ist kein lesbarer Eintrag."
            remedy = (
                f"Berichtigen Sie sie, siehe: minthub check {file} – oder wählen Sie eine andere Kennung."
            )
            yield list_problem(model, ID, problem, remedy)

    def _finish_change(self, plan: RowPlan) -> None:
        """Sets the text of a changed file, in which only the lines that differ are rewritten."""
        assert plan.existing is not None
        new = values_of(plan.draft.values)
        different = {key: new[key] for key in differing(plan.draft.values, plan.existing.values)}
        changes = list(different)
        if not changes and plan.body is None:
            plan.state, plan.findings = State.UNCHANGED, []
            return
        try:
            file = cut((self.root / plan.file).read_bytes(), plan.existing.record)
        except ValueError:
            problem = f"Der Eintrag {plan.file} ist so ungewöhnlich geschrieben, dass sich einzelne Zeilen nicht ändern lassen."
            remedy = "Tragen Sie die Angaben dort von Hand ein."
            plan.findings = [list_problem(plan.table.model, None, problem, remedy)]
            return
        fresh = file.changed(different, plan.table.model.specs())
        if plan.body is not None and body_lines(plan.body) != body_lines(file.body):
            fresh = fresh.with_body(plan.body)
            changes.append(TEXT)
        plan.changes = tuple(changes)
        plan.state = State.CHANGED if changes else State.UNCHANGED
        # Hinweise about fields that the list does not change existed before and are not reported here.
        plan.findings = [found for found in plan.findings if found.is_error or found.field in changes]
        if changes:
            plan.text = fresh.text
            plan.findings += self._not_as_told(plan)

    def _not_as_told(self, plan: RowPlan) -> list[Finding]:
        """Round-trip check: findings where the new file would be read differently from the row, mostly in the text."""
        model, told = plan.table.model, plan.draft
        fresh, errors = read_back(plan.text, told.record, self.world.lists)
        if fresh is None or errors:
            return errors
        keys = list(differing(fresh.values, told.values))
        if body_lines(fresh.record.body) != body_lines(told.record.body):
            keys.append(TEXT)
        problem = f"In der Datei {plan.file} stünde etwas anderes als in der Liste."
        remedy = (
            "Schreiben Sie es einfacher – oder lassen Sie die Zelle leer und tragen Sie es dort von Hand ein."
        )
        return [list_problem(model, key, problem, remedy) for key in keys]


def _record(model: type[RecordModel], filled: Filled, file: str, folder: str | None) -> Record:
    id = file.rpartition("/")[2].removesuffix(".md")
    return Record(file, model.folder, id, filled.entries, _read_body(filled.text or ""), 1, folder)


def _with_source(filled: Filled, model: type[RecordModel]) -> Filled:
    """Fills an empty `source` of a new record with its website, as the form does."""
    website = filled.entries.get("website")
    if "source" not in model.specs() or "source" in filled.entries or not website:
        return filled
    source = Entry("source", website.line, website.value)
    return replace(filled, entries=filled.entries | {"source": source})


def _read_body(text: str) -> str:
    """The text as `read_record` would return it, without comments."""
    whole = "\n".join(["---", "title: x", "---", *body_lines(text)])
    record, _ = read_record(whole.encode(), "", "", "")
    return record.body if record else text


def _concerns(found: Finding, filled: Filled) -> bool:
    """Whether a finding is about a field that the row fills or clears."""
    key = (found.field or "").partition(".")[0]
    return key in filled.entries or key in filled.cleared


def _with_new(world: World, plans: Iterable[RowPlan]) -> World:
    """The world with the new records added, because rows may refer to each other."""
    ids = {kind: set(known) for kind, known in world.ids.items()}
    names = {kind: dict(known) for kind, known in world.names.items()}
    for plan in plans:
        if plan.existing is None:
            record = plan.draft.record
            ids.setdefault(record.kind, set()).add(record.id)
            names.setdefault(record.kind, {}).setdefault(fold_key(plan.title), record.id)
    return replace(world, ids={kind: frozenset(known) for kind, known in ids.items()}, names=names)
