"""Tables for German Excel: signs, ends of lines and formulas."""

from __future__ import annotations

import csv
import io

import pytest

from minthub.csvfile import MARK, guarded, table
from tests.conftest import ROOT


def test_a_table_byte_for_byte() -> None:
    rows = [("Löten", "a;b", 'ein "Wort"'), ("=1+1", "zwei\nZeilen", "")]
    text = f"{MARK}{table(('Titel', 'Ort', 'Text'), rows)}"
    assert text.encode() == (
        b"\xef\xbb\xbfTitel;Ort;Text\r\n"
        b'L\xc3\xb6ten;"a;b";"ein ""Wort"""\r\n'
        b"'=1+1;\"zwei\nZeilen\";\r\n"
    )  # fmt: skip
    assert list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=";"))[1] == [*rows[0]]


@pytest.mark.parametrize("text", ["=1+1", "+49 341", "-5 Grad", "@home", "\t=1", "\r=1"])
def test_no_program_takes_a_cell_for_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert table(("a",), [(text,)]) == table(("a",), [(guarded(text),)])


@pytest.mark.parametrize("text", ["", "5", "a=b", " =1", "– fünf", "'=1", "https://a.de/?x=-1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_all_tables_are_made_here() -> None:
    makers = [path.name for path in (ROOT / "src").rglob("*.py") if "csv.writer" in path.read_text("utf-8")]
    assert makers == ["csvfile.py"]
