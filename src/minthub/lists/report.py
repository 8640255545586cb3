"""The report of an import: the field of each column, the outcome of each row, and the problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from minthub.findings import Finding
from minthub.lists.columns import ID, ID_LABEL, TEXT, TEXT_LABEL, Table, Target
from minthub.lists.importing import RowPlan, State
from minthub.model.base import RecordModel
from minthub.model.wording import one_line

MAX_TITLE = 60
_PART_NAMES = {
    "day": "Tag", "time": "Uhrzeit", "first": "von", "last": "bis", "number": "Hausnummer", "address": "Adresse",
    "place": "PLZ und Ort", "lat": "Breite", "lon": "Länge",
}  # fmt: skip
_TEXT_CODES = re.compile(r"M4\d\d|M0\d\d|M115")
_NO_TEXT = ("M401", "M411")
_IN_FILES = (
    ("Ergänzen Sie im Kopfteil: ", "Ergänzen Sie: "),
    ("Löschen Sie die Zeile", "Leeren Sie die Zelle"),
)


@dataclass(frozen=True)
class RowLine:
    """A row of the overview."""

    place: str
    state: str
    file: str
    detail: str

    def __str__(self) -> str:
        return f"{self.place}: {self.state}: {self.file} – {self.detail}"


def column_lines(table: Table, fixed: Collection[str] = ()) -> Iterator[str]:
    """„A „Titel“ → Titel (title)“ for each column; `fixed` are keys that have a value for all rows."""
    specs = table.model.specs()
    for column in table.columns:
        meaning = (
            "wird nicht übernommen" if column.target is None else _target_name(column.target, table.model)
        )
        guess = " – geraten, prüfen Sie das" if column.is_guess and column.target else ""
        yield f"{letters(column.index)} „{one_line(column.heading)}“ → {meaning}{guess}"
    for row in table.remarks:
        text = next(str(cell) for cell in row.cells if str(cell or "").strip())
        yield f"Zeile {row.number} „{one_line(text)[:MAX_TITLE]}“ → Bemerkung unter der Liste, wird nicht übernommen"
    known = table.keys | set(fixed)
    if "website" in known:
        # See `importing`.
        known |= {"source"}
    missing = [spec.label for key, spec in specs.items() if spec.is_mandatory and key not in known]
    if missing:
        yield f"Keine Spalte für: {', '.join(missing)}"


def letters(index: int) -> str:
    """The name that spreadsheet programs give a column: 0 → A, 26 → AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def _target_name(target: Target, model: type[RecordModel]) -> str:
    label = {ID: ID_LABEL, TEXT: TEXT_LABEL}.get(target.key) or model.specs()[target.key].label
    part = f", {_PART_NAMES[target.part]}" if target.part else ""
    return f"{label}{part} ({target.key})"


def place(plan: RowPlan) -> str:
    """„Zeile 7“, with the sheet where there are several."""
    return f"{_sheet(plan.table)}Zeile {plan.number}"


def _sheet(table: Table) -> str:
    return f"Blatt „{table.sheet.name}“, " if table.sheet.name else ""


def row_lines(plans: Iterable[RowPlan], *, is_update: bool) -> Iterator[RowLine]:
    for plan in plans:
        title = one_line(plan.title) or "ohne Titel"
        title = f"{title[: MAX_TITLE - 1]}…" if len(title) > MAX_TITLE else title
        state = str(plan.state.value)
        if plan.state is State.CHANGED and not is_update:
            state = "vorhanden"
        detail = f"{title} ({', '.join(plan.changes)})" if plan.changes else title
        yield RowLine(place(plan), state, plan.file, detail)


def problem_lines(plans: Sequence[RowPlan]) -> Iterator[str]:
    """One line per message; rows with the same message share a line."""
    rows: dict[tuple[str, str], list[int]] = {}
    totals: dict[str, int] = {}
    for plan in plans:
        sheet = _sheet(plan.table)
        totals[sheet] = totals.get(sheet, 0) + 1
        for found in sorted(
            set(plan.findings), key=lambda found: (not found.is_error, found.code, found.problem)
        ):
            rows.setdefault((sheet, _message(found, plan.table)), []).append(plan.number)
    for sheet, total in totals.items():
        mine = [(message, numbers) for (name, message), numbers in rows.items() if name == sheet]
        for message, numbers in sorted(
            mine, key=lambda row: (-len(row[1]) if len(row[1]) == total else 0, row[1][0])
        ):
            where = "Alle Zeilen" if len(numbers) == total > 1 else _numbers(numbers)
            yield f"{sheet}{where}{message}"


def _numbers(numbers: list[int]) -> str:
    """„Zeile 7“, „Zeilen 3, 5–8“."""
    if len(numbers) == 1:
        return f"Zeile {numbers[0]}"
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number])
    shown = ", ".join("–".join(map(str, span)) for span in spans)
    return f"Zeilen {shown}"


def _message(found: Finding, table: Table) -> str:
    """Problem and remedy for a cell: the sentences of `minthub check` without file and line."""
    kind = f"{found.severity} {found.code}".rstrip()
    key = (found.field or "").partition(".")[0] or (TEXT if _TEXT_CODES.fullmatch(found.code) else "")
    column = table.column_for(key) if key else None
    is_missing = found.problem.startswith(("fehlt", "ist leer"))
    problem, remedy = found.problem, _remedy(found, key, table)
    if found.code in _NO_TEXT:
        problem, remedy = "Der Text fehlt.", remedy if column else f"{remedy} (Spalte „{TEXT_LABEL}“)"
    if column:
        problem = f"Der Wert {problem}" if is_missing else problem
        if found.code == "M101":
            remedy = remedy.replace("Ergänzen Sie: ", "Füllen Sie die Zelle aus, zum Beispiel: ")
        return f", Spalte „{one_line(column.heading)}“: {kind}: {problem} {remedy}"
    if found.code == "M101" and found.label:
        fixed = f'--set "{found.label}=…"'
        remedy = f"Ergänzen Sie eine Spalte „{found.label}“ – oder geben Sie einen Wert für alle an: {fixed}"
    name = f"Feld „{found.label}“ ({found.field})" if found.label else ""
    joiner = "" if not name else " " if is_missing else ": "
    return f": {kind}: {name}{joiner}{problem} {remedy}"


def _remedy(found: Finding, key: str, table: Table) -> str:
    """The remedy reworded for cells: values without key and quotes; other fields are named by their columns."""
    remedy = found.remedy
    for in_file, in_list in _IN_FILES:
        remedy = remedy.replace(in_file, in_list)

    def cell(match: re.Match[str]) -> str:
        value = match[2] or ""
        if match[1] == key:
            return value
        other = table.column_for(match[1])
        heading = other.heading if other else table.model.specs()[match[1]].label
        return f"in Spalte „{one_line(heading)}“: {value}"

    keys = "|".join(map(re.escape, table.model.specs()))
    named = re.sub(rf'(?<!\w)({keys}): (?:"([^"]*)")?', cell, remedy)
    return re.sub(r"(Beispiel|[Ss]chreiben Sie): in Spalte „", r"\1 in Spalte „", named)


def summary(plans: Sequence[RowPlan], *, is_update: bool) -> str:
    """„50 Zeilen: 47 neu, 2 unverändert, 1 mit Problem.“"""
    count = {state: sum(plan.state is state for plan in plans) for state in State}
    changed = "geändert" if is_update else "vorhanden mit anderen Angaben"
    parts = [
        f"{count[state]} {word}"
        for state, word in (
            (State.NEW, "neu"),
            (State.CHANGED, changed),
            (State.UNCHANGED, "unverändert"),
            (State.PROBLEM, "mit Problem"),
        )
        if count[state]
    ]
    return f"{len(plans)} {'Zeile' if len(plans) == 1 else 'Zeilen'}: {', '.join(parts)}."
