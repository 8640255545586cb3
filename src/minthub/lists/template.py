"""Empty lists for Excel: a column for each field that providers know, with help and drop-downs, made from the models."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minthub.catalogue import Catalogue
from minthub.lists.columns import TEXT, TEXT_LABEL
from minthub.lists.exporting import put_headings
from minthub.lists.workbook import DAY_FORMAT, MOMENT_FORMAT, TEXT_FORMAT, put, workbook_bytes
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.kinds import Event, Offer
from minthub.model.types import Lists
from minthub.vocabulary import Term, TermList

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

TEMPLATES: dict[str, type[RecordModel]] = {"vorlage-angebote.xlsx": Offer, "vorlage-termine.xlsx": Event}
ROWS = 500
# Excel's limits for the title and the text of a help message.
_MAX_TITLE, _MAX_PROMPT = 32, 255
_LISTS = "Werte"
# Fields that editors of the hub fill in; the template does not ask for them.
_NOT_ASKED = frozenset(
    [
        "redirect_from",
        "aliases",
        "image",
        "image_alt",
        "image_credit",
        "image_licence",
        "status",
        "networks",
        "offer",
    ]
)
# The first columns, whatever the level of their fields; rules ask for some that are optional by themselves.
_FIRST = ("title", "summary", "start", "end", "venue", "street", "postcode", "city", "ages", "grades")
_DAYS = ("expires", "until", "checked", "registration_deadline")
_MOMENTS = ("start", "end")
# Fields that are optional by themselves, but that a rule requires: how their help begins.
_NEEDED = {
    "start": "Nötig. ",
    "city": "Nötig, wenn es vor Ort stattfindet. ",
    "ages": "Alter, Klassen oder Bildungsphasen: eines davon ist nötig. ",
    "serves": "Nötig, wenn es keinen festen Ort hat. ",
}
_SPAN = re.compile(r"\[(\d+), (\d+)\]")
_TEXT_HELP = "Zwei bis sechs Sätze: Was passiert dort, für wen, wie macht man mit?"


def write_templates(out: Path, catalogue: Catalogue) -> list[Path]:
    """Writes the empty lists for offers and events to a folder and returns their paths. Raises OSError."""
    districts = tuple(Term(district.id, district.title) for district in catalogue.districts)
    lists = Lists(catalogue.vocabulary, TermList("districts", districts))
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, model in TEMPLATES.items():
        paths.append(out / name)
        paths[-1].write_bytes(template_bytes(model, lists))
    return paths


def template_bytes(model: type[RecordModel], lists: Lists) -> bytes:
    """The empty list of a kind as .xlsx; equal models and vocabulary give equal bytes."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet: Any = workbook.worksheets[0]
    sheet.title = model.plural
    values = workbook.create_sheet(_LISTS)
    values.sheet_state = "hidden"
    specs = _asked(model)
    put_headings(sheet, [(spec.key, _heading(spec)) for spec in specs])
    sheet.row_dimensions[1].height = 32
    for column, spec in enumerate(specs, start=1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].number_format = _format(spec.key)
        _mark_level(sheet.cell(1, column), spec)
        rule = _rule(spec, _source(values, spec, lists), _help(spec, lists))
        rule.add(f"{letter}2:{letter}{ROWS + 1}")
        sheet.add_data_validation(rule)
    _add_explanation(workbook, model)
    return workbook_bytes(workbook)


def _asked(model: type[RecordModel]) -> list[FieldSpec]:
    """The fields to ask for: those of _FIRST, then mandatory, recommended and optional ones. The text follows the
    recommended fields.
    """
    specs = [spec for spec in model.specs().values() if spec.key not in _NOT_ASKED]
    order = {"muss": 1, "soll": 2, "kann": 3}

    def place(spec: FieldSpec) -> int:
        return _FIRST.index(spec.key) - len(_FIRST) if spec.key in _FIRST else order[spec.level]

    text = FieldSpec(TEXT, TEXT_LABEL, _TEXT_HELP, "", False, True, False, None)
    fields = sorted(specs, key=place)
    last = max(number for number, spec in enumerate(fields) if spec.level == "soll")
    return [*fields[: last + 1], text, *fields[last + 1 :]]


def _heading(spec: FieldSpec) -> str:
    return f"{spec.label} *" if spec.is_mandatory else spec.label


def _mark_level(cell: Any, spec: FieldSpec) -> None:
    """Makes the heading of a mandatory column dark, so that it is seen without reading the star."""
    from openpyxl.styles import Font, PatternFill

    if spec.is_mandatory:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E79")


def _format(key: str) -> str:
    """The number format of a column: date, date and time, else text, so that Excel changes no zero, comma or hyphen."""
    if key in _MOMENTS:
        return MOMENT_FORMAT
    return DAY_FORMAT if key in _DAYS else TEXT_FORMAT


def _source(values: Any, spec: FieldSpec, lists: Lists) -> str | None:
    """Writes the labels of a field's closed list to the hidden sheet and returns their cell range as a formula; None
    without a closed list.
    """
    labels = [term.label for term in _terms(spec, lists)]
    if spec.key in ("for_schools", "gta"):
        labels = ["ja", "nein"]
    if not labels:
        return None
    from openpyxl.utils import get_column_letter

    column = values.max_column + (values.cell(1, 1).value is not None)
    letter = get_column_letter(column)
    for row, text in enumerate([spec.label, *labels], start=1):
        put(values, row, column, text)
    return f"{_LISTS}!${letter}$2:${letter}${len(labels) + 1}"


def _terms(spec: FieldSpec, lists: Lists) -> tuple[Term, ...]:
    if spec.key == "serves":
        return (lists.vocabulary.state, *lists.districts)
    return tuple(lists[spec.list_name]) if spec.list_name else ()


def _rule(spec: FieldSpec, source: str | None, help: str) -> DataValidation:
    """The help that Excel shows at a cell, and a drop-down for closed lists.

    Fields with several values accept other input than the drop-down's, because values may be typed with semicolons.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type="list" if source else None,
        formula1=source,
        allow_blank=True,
        showErrorMessage=bool(source) and not spec.is_list,
        errorTitle="Nicht in der Liste",
        error=f"Wählen Sie einen Wert aus der Liste für „{spec.label}“."[:_MAX_PROMPT],
    )
    rule.promptTitle = spec.label[:_MAX_TITLE]
    rule.prompt = help
    rule.showInputMessage = True
    return rule


def _help(spec: FieldSpec, lists: Lists) -> str:
    level = _NEEDED.get(spec.key) or {"muss": "Nötig. ", "soll": "", "kann": "Freiwillig. "}[spec.level]
    # The model's help names ids, but the list shows labels.
    names_ids = any(re.search(rf"\b{term.id}\b", spec.help) for term in _terms(spec, lists))
    help = "Wählen Sie aus der Liste." if names_ids else _SPAN.sub(r"\1 bis \2", spec.help)
    several = " Mehrere Werte trennt ein Semikolon." if spec.is_list else ""
    example = f" Beispiel: {_example(spec)}" if spec.example and not _terms(spec, lists) else ""
    return f"{level}{help}{several}{example}"[:_MAX_PROMPT]


def _example(spec: FieldSpec) -> str:
    """The field's example without brackets, quotes and ISO dates."""
    if spec.key in ("ages", "grades"):
        return "8 bis 14" if spec.key == "ages" else "5 bis 10"
    if spec.key in (*_DAYS, *_MOMENTS):
        year, month, day = spec.example[:10].split("-")
        return f"{day}.{month}.{year}{spec.example[10:]}"
    items = spec.example.strip("[]").replace('"', "")
    return items.replace(", ", "; ") if spec.is_list else items


def _add_explanation(workbook: Any, model: type[RecordModel]) -> None:
    """Adds a sheet of instructions. It has no headings, so an import ignores it."""
    sheet = workbook.create_sheet("So geht es")
    lines = (
        f"Eine Zeile ist {'ein Termin' if model is Event else 'ein Angebot'}. Löschen und verschieben dürfen Sie Spalten, wie Sie möchten; nur die Überschriften behalten ihre Namen.",
        "Dunkle Spalten mit Stern sind nötig. Alles andere hilft Familien und Schulen, kann aber leer bleiben.",
        "Von Alter, Klassen und Bildungsphasen genügt eines.",
        "Mehrere Werte in einer Zelle trennt ein Semikolon: Informatik; Technik",
        "Wer eine Zelle anklickt, sieht, was hineingehört. Viele Zellen haben rechts einen Pfeil mit allen möglichen Werten.",
        "Nennen Sie keine Namen, Telefonnummern und Adressen von Privatpersonen, nur die der Einrichtung.",
    )
    for row, line in enumerate(lines, start=1):
        put(sheet, row, 1, line)
    sheet.column_dimensions["A"].width = 120
