"""`minthub import`: makes records of a list."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minthub import settings
from minthub.commands import EXIT_FINDINGS, EXIT_OK, WrongUse

if TYPE_CHECKING:
    from minthub.lists.columns import Table, Target
    from minthub.lists.importing import RowPlan
    from minthub.model.base import RecordModel

_EPILOG = """\
Ohne --write wird nur gezeigt, was geschähe. Die Spalten dürfen heißen wie die Felder (Titel, Ort, Alter …) oder
wie in Listen üblich (Wo, Alter von, Alter bis, Datum, Uhrzeit, PLZ, E-Mail). Mehrere Werte in einer Zelle trennt
ein Semikolon. Eine leere Zelle lässt die Angabe eines vorhandenen Eintrags, wie sie ist; ein Strich (-) nimmt sie heraus.
Vorhandene Einträge werden an der Spalte „Kennung“ erkannt (dem Dateinamen ohne .md), sonst an Titel, Kreis und Beginn."""


def add_to(commands: Any) -> None:
    command = commands.add_parser(
        "import", help="macht aus einer Liste (.csv, .xlsx) Einträge", epilog=_EPILOG
    )
    command.add_argument("file", metavar="LISTE", help="Datei mit der Liste")
    command.add_argument(
        "--art", metavar="ART", help="Angebot, Termin, Anbieter … (sonst sagen es die Spalten)"
    )
    command.add_argument(
        "--set",
        metavar="FELD=WERT",
        action="append",
        default=[],
        help="ein Wert für alle Zeilen, mehrfach möglich",
    )
    command.add_argument("--write", action="store_true", help="schreiben statt nur zeigen")
    command.add_argument("--update", action="store_true", help="vorhandene Einträge mit der Liste ändern")
    command.add_argument(
        "--skip-problems",
        action="store_true",
        help="Zeilen mit Problemen auslassen und die anderen schreiben",
    )
    command.set_defaults(run=_import)


def _import(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.catalogue import load_all
    from minthub.lists.importing import Importer, State
    from minthub.lists.report import problem_lines, summary
    from minthub.lists.saving import to_write, write_all

    tables, skipped = _tables(Path(arguments.file), arguments.art)
    loaded = load_all(folders.content, folders.data, settings.today())
    fixed = _fixed(arguments.set, tables[0].model)
    importer = Importer(loaded, folders.root, folders.content, fixed)
    plans = importer.plan(tables)
    _show(tables, skipped, plans, fixed, is_update=arguments.update)
    problems = list(problem_lines(plans))
    print("\n".join([*problems, *([""] if problems else []), summary(plans, is_update=arguments.update)]))
    ready = list(to_write(plans, is_update=arguments.update))
    has_problems = any(plan.state is State.PROBLEM for plan in plans)
    may_write = arguments.write and (arguments.skip_problems or not has_problems)
    if may_write:
        write_all(ready, folders.root)
    print(_outcome(arguments, len(ready), may_write=may_write, has_problems=has_problems))
    if any(plan.state is State.CHANGED for plan in plans) and not arguments.update:
        print(
            "Vorhandene Einträge bleiben, wie sie sind. Sollen sie die Angaben der Liste bekommen: --update"
        )
    return EXIT_FINDINGS if has_problems and not may_write else EXIT_OK


def _outcome(arguments: argparse.Namespace, ready: int, *, may_write: bool, has_problems: bool) -> str:
    files = "1 Datei" if ready == 1 else f"{ready} Dateien"
    if not ready and (may_write or not has_problems):
        return "Es gibt nichts zu schreiben."
    if may_write:
        return f"Geschrieben: {files}. Prüfen Sie dann alles: minthub check"
    if has_problems:
        advice = "Berichtigen Sie die Liste – oder lassen Sie diese Zeilen aus: --skip-problems"
        return f"Nichts geschrieben, weil Zeilen Probleme haben. {advice}"
    return f"Nichts geschrieben, das war die Probe. Zum Schreiben ({files}): --write"


def _tables(path: Path, kind: str | None) -> tuple[list[Table], list[str]]:
    """The tables of a file, and the names of sheets that hold none. Raises WrongUse."""
    from minthub.lists.columns import table_of
    from minthub.lists.sheets import CannotReadList, read_sheets

    model = kind_of(kind) if kind else None
    if not path.is_file():
        raise WrongUse(f"Diese Datei gibt es nicht: {path}")
    try:
        sheets = read_sheets(path)
    except CannotReadList as error:
        raise WrongUse(str(error)) from None
    found = [(sheet, table_of(sheet, model)) for sheet in sheets]
    tables = [table for _, table in found if table and table.rows]
    if any(table for _, table in found) and not tables:
        raise WrongUse(f"Unter den Überschriften von {path.name} steht keine Zeile.")
    if not tables:
        raise WrongUse(
            f"In {path.name} ist keine Zeile mit Überschriften zu finden. "
            "Über den Spalten steht zum Beispiel: Titel, Kurzbeschreibung, Ort, Alter"
        )
    return tables, [sheet.name for sheet, table in found if not table and sheet.name]


def kind_of(name: str) -> type[RecordModel]:
    """The kind of that name. Raises WrongUse."""
    from minthub.folding import fold_key
    from minthub.lists.columns import LISTED
    from minthub.scaffold import kind_names

    model = kind_names().get(fold_key(name))
    if model not in LISTED:
        kinds = ", ".join(listed.singular for listed in LISTED)
        raise WrongUse(f"Listen von „{name}“ gibt es nicht. Möglich sind: {kinds}.")
    return model


def _fixed(given: Sequence[str], model: type[RecordModel]) -> dict[Target, str]:
    """„Quelle=https://…“ → target and value. Raises WrongUse."""
    from minthub.lists.columns import columns_of

    fixed: dict[Target, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        columns = columns_of([name], model)
        target = columns[0].target if columns else None
        if not equals or not value.strip():
            raise WrongUse(f"Nach --set kommen Feld, Gleichheitszeichen und Wert, nicht „{text}“.")
        if target is None:
            raise WrongUse(f"Ein Feld „{name}“ gibt es bei {model.plural} nicht.")
        fixed[target] = value.strip()
    return fixed


def _show(
    tables: Sequence[Table],
    skipped: list[str],
    plans: Sequence[RowPlan],
    fixed: dict[Target, str],
    *,
    is_update: bool,
) -> None:
    from minthub.findings import count
    from minthub.lists.report import column_lines, row_lines

    for table in tables:
        sheet = f"Blatt „{table.sheet.name}“: " if table.sheet.name else ""
        print(f"{sheet}{table.model.plural}, {count(len(table.rows), 'Zeile', 'Zeilen')}")
        print("\n".join(f"  {line}" for line in column_lines(table, {target.key for target in fixed})))
    if skipped:
        print(f"Ohne Überschriften und deshalb nicht gelesen: {', '.join(f'„{name}“' for name in skipped)}")
    print()
    rows = list(row_lines(plans, is_update=is_update))
    if not sys.stdout.isatty():
        print("\n".join(map(str, rows)) + "\n")
        return
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable("Stelle", "Was")
    for heading in ("Datei", "Eintrag"):
        shown.add_column(heading, overflow="fold")
    styles = {"neu": "green", "geändert": "yellow", "Problem": "bold red"}
    for row in rows:
        # As Text objects, because Rich would read brackets in a title as markup.
        shown.add_row(row.place, Text(row.state, styles.get(row.state, "")), Text(row.file), Text(row.detail))
    Console(highlight=False).print(shown, "")
