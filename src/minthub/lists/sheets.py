"""Reads .csv and .xlsx files as rows of cells. Error messages about a file are in German."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_BYTES = 5_000_000
MAX_UNPACKED = 60_000_000
MAX_ROWS = 2_000
MAX_COLUMNS = 200
# Reading stops after this many empty rows: some sheets have formatted but empty rows down to the last possible one.
_MAX_EMPTY_ROWS = 5_000
_DELIMITERS = (";", ",", "\t")
_MIN_SHARE = 0.5


class CannotReadList(Exception):
    """The file holds no table that can be read; the message says why and what to do, in German."""


class FormulaWithoutResult:
    """Stands for a formula whose result is not stored in the file; only a spreadsheet program could compute it."""

    def __str__(self) -> str:
        return "Formel"


@dataclass(frozen=True)
class Row:
    """Cells as stored: text, number, date, time, bool or None. `number` is the row number that spreadsheet programs show."""

    number: int
    cells: tuple[Any, ...]

    @property
    def is_empty(self) -> bool:
        return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """A table. `name` is None where a file has just one."""

    name: str | None
    rows: tuple[Row, ...]


def read_sheets(path: Path) -> list[Sheet]:
    """The tables of a file, without empty rows. Raises CannotReadList or OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise CannotReadList(
            f"{path.name} ist größer als 5 MB. Löschen Sie Bilder und alles, was keine Liste ist."
        )
    raw = path.read_bytes()
    if raw.startswith(b"PK"):
        sheets = _from_workbook(raw, path.name)
    elif raw.startswith(b"\xd0\xcf\x11\xe0"):
        problem = f"{path.name} ist eine alte Excel-Datei (.xls) oder mit einem Kennwort geschützt."
        raise CannotReadList(f"{problem} Speichern Sie sie ohne Kennwort als Excel-Arbeitsmappe (.xlsx).")
    else:
        sheets = [Sheet(None, _from_text(raw, path.name))]
    if not any(sheet.rows for sheet in sheets):
        raise CannotReadList(f"{path.name} ist leer.")
    for sheet in sheets:
        if len(sheet.rows) > MAX_ROWS:
            problem = f"{path.name} hat mehr als 2.000 Zeilen."
            raise CannotReadList(f"{problem} Teilen Sie die Liste in mehrere Dateien.")
    return sheets


def _from_text(raw: bytes, name: str) -> tuple[Row, ...]:
    text = _decoded(raw, name)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return _rows(_parsed(rest, first.strip()[4], name), offset=2)
    tables = [_parsed(text, delimiter, name) for delimiter in _DELIMITERS]
    return _rows(max(tables, key=_evenness))


def _decoded(raw: bytes, name: str) -> str:
    """UTF-8, UTF-16 with a byte order mark („Unicode-Text“ of Excel), else Windows-1252."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\x00" in text or "\ufffd" in text:
        problem = f"{name} ist keine Textdatei mit einer Liste."
        raise CannotReadList(f"{problem} Speichern Sie die Liste als .xlsx oder als CSV (UTF-8).")
    return text


def _parsed(text: str, delimiter: str, name: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        problem = f"In {name} ist ein Anführungszeichen nicht geschlossen oder eine Zelle viel zu lang."
        raise CannotReadList(
            f"{problem} Speichern Sie die Liste als .xlsx und versuchen Sie es damit."
        ) from None


def _evenness(table: list[list[str]]) -> tuple[bool, float, int]:
    """Sort key for choosing the delimiter: the best parse has several columns and the same number of them in most rows."""
    widths = [len(row) for row in table[:50] if any(row)]
    usual = max(set(widths), key=widths.count, default=0)
    share = widths.count(usual) / len(widths) if widths else 0.0
    return usual > 1 and share >= _MIN_SHARE, share if usual > 1 else 0.0, usual


def _rows(table: list[list[str]], offset: int = 1) -> tuple[Row, ...]:
    rows = (Row(number, tuple(cells[:MAX_COLUMNS])) for number, cells in enumerate(table, start=offset))
    return tuple(row for row in rows if not row.is_empty)


def _from_workbook(raw: bytes, name: str) -> list[Sheet]:
    """The visible sheets of a workbook. openpyxl raises many kinds of errors for damaged files, so all are caught."""
    _check_archive(raw, name)
    from openpyxl import load_workbook

    results = formulas = None
    try:
        results = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(raw), read_only=True, data_only=False)
        visible = [sheet.title for sheet in results.worksheets if sheet.sheet_state == "visible"]
        sheets = [
            Sheet(title if len(visible) > 1 else None, _sheet_rows(results[title], formulas[title]))
            for title in visible
        ]
    except Exception:
        raise CannotReadList(_damaged(name)) from None
    finally:
        for workbook in (results, formulas):
            if workbook is not None:
                workbook.close()
    return [sheet for sheet in sheets if sheet.rows]


def _damaged(name: str) -> str:
    return (
        f"{name} ist beschädigt oder keine Excel-Datei. Öffnen Sie sie in Ihrem Programm "
        "und speichern Sie sie neu als Excel-Arbeitsmappe (.xlsx)."
    )


def _check_archive(raw: bytes, name: str) -> None:
    """Raises CannotReadList if the zip archive is a zip bomb, an OpenDocument file or otherwise no .xlsx."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            names = {member.filename for member in members}
            if unpacked > MAX_UNPACKED:
                raise CannotReadList(
                    f"{name} ist ausgepackt viel zu groß. Kopieren Sie nur die Liste in eine neue Datei."
                )
            if "mimetype" in names:
                raise CannotReadList(f"{name} ist eine OpenDocument-Tabelle. Speichern Sie sie als .xlsx.")
            is_strange = any(_declares_entities(archive, member) for member in members)
    except CannotReadList:
        raise
    except Exception:
        raise CannotReadList(_damaged(name)) from None
    if "xl/workbook.xml" not in names or is_strange:
        raise CannotReadList(_damaged(name))


def _declares_entities(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether an XML file has a document type. No spreadsheet program writes one; it may be an entity expansion attack."""
    if not member.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(member) as file:
        return b"<!DOCTYPE" in file.read(4000)


def _sheet_rows(results: Any, formulas: Any) -> tuple[Row, ...]:
    """The rows that are not empty; `formulas` is the same sheet with formulas instead of results."""
    rows: list[Row] = []
    last = 0
    limits = {"max_col": MAX_COLUMNS, "max_row": MAX_ROWS + _MAX_EMPTY_ROWS}
    pairs = zip(results.iter_rows(**limits), formulas.iter_rows(**limits), strict=False)
    for number, (cells, written) in enumerate(pairs, start=1):
        found = list(map(_cell, cells, written))
        while found and found[-1] is None:
            found.pop()
        row = Row(number, tuple(found))
        if not row.is_empty:
            rows.append(row)
            last = number
        if number - last > _MAX_EMPTY_ROWS or len(rows) > MAX_ROWS:
            break
    return tuple(rows)


def _cell(result: Any, written: Any) -> Any:
    is_lost = result.value is None and written.data_type == "f"
    return FormulaWithoutResult() if is_lost else result.value
