"""Records as a list: a row each, a column for each field, spelt so that an import reads them back as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from minthub.catalogue import Loaded
from minthub.csvfile import guarded, table
from minthub.lists.cells import CLEAR, MARKED
from minthub.lists.columns import ID, ID_LABEL, TEXT, TEXT_LABEL
from minthub.lists.workbook import DAY_FORMAT, MOMENT_FORMAT, TEXT_FORMAT, put, workbook_bytes
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.convert import Draft
from minthub.model.dates import Moment
from minthub.model.spans import Span
from minthub.model.types import Lists
from minthub.writing.values import spelling, values_of

_WIDTHS = {
    "title": 40,
    "summary": 60,
    TEXT: 80,
    "topics": 30,
    "venue": 30,
    "provider": 30,
    "source": 40,
    "website": 40,
}
_WIDTH = 18


def headings(model: type[RecordModel]) -> list[tuple[str, str]]:
    """Key and heading of each column."""
    fields = [(key, spec.label) for key, spec in model.specs().items()]
    return [(ID, ID_LABEL), *fields, (TEXT, TEXT_LABEL)]


def drafts_of(loaded: Loaded, model: type[RecordModel]) -> list[Draft]:
    """The records of a kind that have no Fehler, by id."""
    accepted = {record.id for record in loaded.catalogue.records.get(model.folder, ())}
    mine = [draft for draft in loaded.drafts if draft.record.kind == model.folder]
    return sorted((draft for draft in mine if draft.record.id in accepted), key=lambda draft: draft.record.id)


def row_of(draft: Draft, body: str, model: type[RecordModel], lists: Lists) -> list[Any]:
    """The cells of a record: texts, days and times. `body` is the text as the file has it, with its comments."""
    return _row(values_of(draft.values) | {ID: draft.record.id, TEXT: body}, model, lists)


def record_row(record: Any, model: type[RecordModel], lists: Lists) -> list[Any]:
    """The same cells for a published record; its text is without comments."""
    return _row(values_of(record) | {ID: record.id, TEXT: record.text.strip()}, model, lists)


def _row(values: dict[str, Any], model: type[RecordModel], lists: Lists) -> list[Any]:
    specs = model.specs()
    return [_cell(values[key], specs.get(key), lists) for key, _ in headings(model)]


def _cell(value: Any, spec: FieldSpec | None, lists: Lists) -> Any:
    """The value as text, date or datetime; None if it is empty."""
    if value is None or value == () or value == "":
        return None
    if isinstance(value, Moment):
        return datetime.combine(value.day, value.at) if value.at else value.day
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Span):
        # Not „8-14“, which Excel would turn into 8 August 2014.
        return f"{value.first} bis {value.last}" if str(value).startswith("[") else str(value)
    if isinstance(value, tuple) and spec and spec.is_list:
        return _joined([_item(item, spec, lists) for item in value])
    if isinstance(value, str):
        return _item(value, spec, lists)
    return spelling(value).strip("[]")


def _item(value: Any, spec: FieldSpec | None, lists: Lists) -> str:
    """The value as text; a value of a closed list as its German label."""
    name = spec.list_name if spec else None
    if name and value in lists[name]:
        return lists[name][value].label
    if spec and spec.key == "serves":
        state = lists.vocabulary.state
        return state.label if value == state.id else lists.districts[value].label
    return value if isinstance(value, str) else str(value)


def _joined(items: Sequence[str]) -> str:
    """The items joined by semicolons; an item that an import would split is put in quotes."""
    is_single = len(items) == 1
    return "; ".join(_quoted(item) if _wants_quotes(item, is_single=is_single) else item for item in items)


def _wants_quotes(item: str, *, is_single: bool) -> bool:
    return ";" in item or item.startswith(('"', "[")) or (is_single and "," in item)


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'


def marked(text: str, *, is_csv: bool) -> str:
    """The text with a leading apostrophe if an import would misread it (see MARKED, CLEAR) or, in a CSV file, if a
    spreadsheet program could run it as a formula. Excel files store the type of a cell, so there it is safe.
    """
    if MARKED.match(text) or text in CLEAR:
        return f"'{text}"
    return guarded(text) if is_csv else text


def csv_text(model: type[RecordModel], rows: Iterable[Sequence[Any]]) -> str:
    """The records of a kind as CSV."""
    return table([label for _, label in headings(model)], ([_csv_cell(cell) for cell in row] for row in rows))


def _csv_cell(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return f"{cell:%Y-%m-%d}" if isinstance(cell, date) else marked(str(cell), is_csv=True)


def workbook_of(tables: Iterable[tuple[type[RecordModel], Iterable[Sequence[Any]]]]) -> bytes:
    """An Excel file with a sheet for each kind."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for model, rows in tables:
        sheet = workbook.create_sheet(model.plural)
        put_headings(sheet, headings(model))
        for number, row in enumerate(rows, start=2):
            for column, cell in enumerate(row, start=1):
                if cell is not None:
                    text = marked(cell, is_csv=False) if isinstance(cell, str) else cell
                    put(sheet, number, column, text, format_of(cell))
    return workbook_bytes(workbook)


def format_of(cell: Any) -> str:
    if isinstance(cell, datetime):
        return DAY_FORMAT if cell.time() == time() else MOMENT_FORMAT
    return DAY_FORMAT if isinstance(cell, date) else TEXT_FORMAT


def put_headings(sheet: Any, named: Iterable[tuple[str, str]]) -> None:
    """Writes a bold, frozen first row, and makes the columns wide enough to read."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for column, (key, label) in enumerate(named, start=1):
        cell = put(sheet, 1, column, label)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DCE9F2")
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(key, _WIDTH)
    sheet.freeze_panes = "B2"
