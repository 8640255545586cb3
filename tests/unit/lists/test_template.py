"""The empty lists for Excel."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook

from minthub.catalogue import load_all
from minthub.lists import workbook as workbook_module
from minthub.lists.columns import columns_of
from minthub.lists.template import template_bytes, write_templates
from minthub.model.kinds import Event, Offer
from minthub.model.types import Lists
from tests.conftest import DATA, TODAY
from tests.unit.lists.conftest import Run


@pytest.fixture
def templates(content: Path, tmp_path: Path) -> list[Path]:
    return write_templates(tmp_path / "out" / "mitmachen", load_all(content, DATA, TODAY).catalogue)


def headings(sheet: Any) -> dict[str, Any]:
    return {cell.value: cell for cell in sheet[1]}


def test_there_is_one_for_offers_and_one_for_events(templates: list[Path]) -> None:
    assert [path.name for path in templates] == ["vorlage-angebote.xlsx", "vorlage-termine.xlsx"]
    assert [load_workbook(path).sheetnames for path in templates] == [
        ["Angebote", "Werte", "So geht es"],
        ["Termine", "Werte", "So geht es"],
    ]


def test_the_same_input_gives_the_same_bytes(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    first = template_bytes(Offer, lists)
    later = SimpleNamespace(now=lambda tz: datetime(2030, 1, 1, tzinfo=tz))
    monkeypatch.setattr("openpyxl.writer.excel.datetime", SimpleNamespace(datetime=later, timezone=timezone))
    assert template_bytes(Offer, lists) == first
    monkeypatch.setattr(workbook_module, "_FIXED_STAMP", rb"\g<0>")
    assert template_bytes(Offer, lists) != first


def test_all_that_must_be_said_has_a_column_that_an_import_knows(templates: list[Path]) -> None:
    for path, model in zip(templates, (Offer, Event), strict=True):
        sheet = load_workbook(path).worksheets[0]
        columns = columns_of([cell.value for cell in sheet[1]], model)
        assert all(column.target and not column.is_guess for column in columns)
        known = {column.target.key for column in columns if column.target}
        assert known >= {key for key, spec in model.specs().items() if spec.is_mandatory or spec.is_should}
        assert known >= {"text", "ages", "city", "contact"}
        assert not known & {"redirect_from", "image", "id"}


def test_cells_help_and_offer_what_may_be_chosen(templates: list[Path], lists: Lists) -> None:
    workbook = load_workbook(templates[0])
    sheet, values = workbook["Angebote"], workbook["Werte"]
    cells = headings(sheet)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    by_heading = {name: rules[f"{cell.column_letter}2"] for name, cell in cells.items()}

    form = by_heading["Form *"]
    assert (form.type, form.showErrorMessage, form.error) == (
        "list",
        True,
        "Wählen Sie einen Wert aus der Liste für „Form“.",
    )
    assert offered(values, form) == [term.label for term in lists["formats"]]
    subjects = by_heading["Fächer *"]
    assert offered(values, subjects) == ["Mathematik", "Informatik", "Naturwissenschaften", "Technik"]
    assert not subjects.showErrorMessage
    assert (
        subjects.prompt
        == "Nötig. Mathematik, Informatik, Naturwissenschaften, Technik. Mehrere Werte trennt ein Semikolon."
    )
    assert offered(values, by_heading["Gilt auch für"])[0] == "sachsenweit"
    assert offered(values, by_heading["Für Schulen"]) == ["ja", "nein"]
    assert by_heading["Alter"].prompt == (
        "Alter, Klassen oder Bildungsphasen: eines davon ist nötig. Alter in Jahren: 8 bis 14, ab 8, bis 14. Beispiel: 8 bis 14"
    )
    assert by_heading["Anmeldung"].prompt == "Wählen Sie aus der Liste."
    assert all(
        rule.prompt and len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules.values()
    )

    assert values.sheet_state == "hidden"
    assert sheet.freeze_panes == "B2"
    formats = {
        name: sheet.column_dimensions[cell.column_letter].number_format for name, cell in cells.items()
    }
    assert (formats["Postleitzahl"], formats["Alter"], formats["Geprüft am *"]) == ("@", "@", "DD.MM.YYYY")


def offered(values: Any, rule: Any) -> list[str]:
    """The values that a drop-down shows."""
    area = rule.formula1.partition("!")[2].replace("$", "")
    return [cell.value for (cell,) in values[area]]


def test_a_filled_one_is_imported(run: Run, project: Path, templates: list[Path]) -> None:
    workbook = load_workbook(templates[1])
    sheet = workbook["Termine"]
    row = {
        "Titel *": "Löten", "Kurzbeschreibung *": "Kinder löten.", "Beginn": "05.12.2026 16:00", "Postleitzahl": 2826,
        "Stadt oder Gemeinde": "Görlitz", "Alter": "8 bis 12", "Fächer *": "Technik; Informatik", "Form *": "Kurs",
        "Art der Teilnahme *": "vor Ort", "Kosten *": "kostenlos", "Anbieter *": "jugendhaus", "Text": "Ein Text.",
        "Quelle *": "https://www.example.org", "Geprüft am *": "21.11.2026", "Geprüft von *": "Anbieter",
    }  # fmt: skip
    cells = headings(sheet)
    for name, value in row.items():
        sheet.cell(2, cells[name].column).value = value
    workbook.save(project / "termine.xlsx")
    code, out, err = run("import", "termine.xlsx", "--write")
    assert (code, err) == (0, ""), out
    assert "Ohne Überschriften und deshalb nicht gelesen: „So geht es“\n" in out
    assert (project / "content/events/goerlitz/loeten.md").is_file()
    assert run("check", "--errors-only")[0] == 0
