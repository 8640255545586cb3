"""Files with lists: what is read, and what is said about those that can't be."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from minthub.lists import sheets
from minthub.lists.sheets import CannotReadList, FormulaWithoutResult, read_sheets
from tests.unit.lists.conftest import save_csv, save_xlsx

TABLE = [["Titel", "Ort"], ["Löten für Größere", "Görlitz"], ["", ""], ["Kurs; mit Zeichen", "Löbau"]]
CSV = [["Titel", "Ort"], ["Löten für Größere", "Görlitz"], ["", ""], ["Kurs", "Löbau"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters_are_found_out(encoding: str, delimiter: str, tmp_path: Path) -> None:
    (sheet,) = read_sheets(save_csv(tmp_path / "a.csv", CSV, encoding, delimiter))
    assert sheet.name is None
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("Titel", "Ort")),
        (2, ("Löten für Größere", "Görlitz")),
        (4, ("Kurs", "Löbau")),
    ]


def test_quotes_keep_delimiters_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sep=,\nTitel,Ort\n"Löten, Bauen","Haus\nam Markt"\n"a ""b""",\n', "utf-8")
    (sheet,) = read_sheets(path)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("Titel", "Ort")),
        (3, ("Löten, Bauen", "Haus\nam Markt")),
        (4, ('a "b"', "")),
    ]


def test_a_workbook_gives_values_of_its_visible_sheets(tmp_path: Path) -> None:
    workbook = Workbook()
    first = workbook.worksheets[0]
    first.title = "Termine"
    first["A2"], first["B2"], first["C2"], first["D2"] = "Titel", 5.0, datetime(2026, 12, 5, 16), True
    first["A3"] = "=1+1"
    first.merge_cells("A5:D5")
    first["A5"] = "Verbunden"
    workbook.create_sheet("Leer")
    workbook.create_sheet("Angebote").append(["a"])
    hidden = workbook.create_sheet("Werte")
    hidden.append(["a"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    workbook.save(path)
    first_sheet, second = read_sheets(path)
    assert (first_sheet.name, second.name) == ("Termine", "Angebote")
    rows = {row.number: row.cells for row in first_sheet.rows}
    assert rows[2] == ("Titel", 5, datetime(2026, 12, 5, 16), True)
    assert isinstance(rows[3][0], FormulaWithoutResult)
    assert rows[5][0] == "Verbunden"


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


DAMAGED = (
    "a.xlsx ist beschädigt oder keine Excel-Datei. Öffnen Sie sie in Ihrem Programm "
    "und speichern Sie sie neu als Excel-Arbeitsmappe (.xlsx)."
)
BOMB = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><a>&lol;</a>'


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "a.xlsx ist leer."),
        (b"\n \n;;\n", "a.xlsx ist leer."),
        (b"PK\x03\x04kaputt", DAMAGED),
        (packed(x=b"y"), DAMAGED),
        (packed(**{"xl__workbook.xml": b"<a>"}), DAMAGED),
        (packed(**{"xl__workbook.xml": BOMB}), DAMAGED),
        (packed(mimetype=b"application/vnd.oasis"), "a.xlsx ist eine OpenDocument-Tabelle. Speichern Sie sie als .xlsx."),
        (
            packed(**{"xl__workbook.xml": b"x" * 70_000_000}),
            "a.xlsx ist ausgepackt viel zu groß. Kopieren Sie nur die Liste in eine neue Datei.",
        ),
        (
            b"\xd0\xcf\x11\xe0alt",
            "a.xlsx ist eine alte Excel-Datei (.xls) oder mit einem Kennwort geschützt. "
            "Speichern Sie sie ohne Kennwort als Excel-Arbeitsmappe (.xlsx).",
        ),
        (
            b"%PDF\x00\x01",
            "a.xlsx ist keine Textdatei mit einer Liste. Speichern Sie die Liste als .xlsx oder als CSV (UTF-8).",
        ),
        (
            b'Titel;Ort\n"' + b"x" * 200_000,
            "In a.xlsx ist ein Anführungszeichen nicht geschlossen oder eine Zelle viel zu lang. "
            "Speichern Sie die Liste als .xlsx und versuchen Sie es damit.",
        ),
        (b"a;b\n" * 2001, "a.xlsx hat mehr als 2.000 Zeilen. Teilen Sie die Liste in mehrere Dateien."),
        (b"x" * 5_000_001, "a.xlsx ist größer als 5 MB. Löschen Sie Bilder und alles, was keine Liste ist."),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_no_list_is_said_in_german(raw: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(raw)
    with pytest.raises(CannotReadList) as error:
        read_sheets(path)
    assert str(error.value) == message


def test_thousands_of_empty_rows_with_formats_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "_MAX_EMPTY_ROWS", 50)
    rows = [["Titel", "Ort"], ["a", "b"], *[[""]] * 80, ["zu weit unten", "x"]]
    (sheet,) = read_sheets(save_xlsx(tmp_path / "a.xlsx", Tabelle=rows))
    assert [row.number for row in sheet.rows] == [1, 2]
