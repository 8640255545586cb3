"""`minthub export`: writes records as a list."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minthub import settings
from minthub.commands import EXIT_OK, WrongUse
from minthub.commands.importing import kind_of

if TYPE_CHECKING:
    from minthub.catalogue import Loaded
    from minthub.model.base import RecordModel


def add_to(commands: Any) -> None:
    command = commands.add_parser("export", help="schreibt Einträge als Liste (.csv, .xlsx)")
    command.add_argument(
        "--art",
        metavar="ART",
        help="Angebot, Termin, Anbieter … (sonst alle; eine CSV-Datei fasst nur eine Art)",
    )
    command.add_argument("--format", choices=["csv", "xlsx"], help="sonst sagt es die Endung von -o")
    command.add_argument("-o", dest="output", metavar="DATEI", help="Datei; ohne sie wird CSV ausgegeben")
    command.set_defaults(run=_export)


def _export(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.catalogue import load_all
    from minthub.csvfile import MARK
    from minthub.lists.columns import LISTED
    from minthub.lists.exporting import csv_text, drafts_of, row_of, workbook_of
    from minthub.writing.file import cut

    format = arguments.format or ("xlsx" if str(arguments.output).lower().endswith(".xlsx") else "csv")
    models = [kind_of(arguments.art)] if arguments.art else list(LISTED)
    if format == "csv" and len(models) > 1:
        kinds = ", ".join(model.singular for model in models)
        raise WrongUse(f"Nennen Sie für eine CSV-Datei die Art mit --art: {kinds}")
    if format == "xlsx" and not arguments.output:
        raise WrongUse("Nennen Sie für eine Excel-Datei ihren Namen: -o liste.xlsx")
    loaded = load_all(folders.content, folders.data, settings.today())
    tables: list[tuple[type[RecordModel], list[list[Any]]]] = []
    for model in models:
        drafts = drafts_of(loaded, model)
        bodies = [cut((folders.root / draft.record.file).read_bytes(), draft.record).body for draft in drafts]
        rows = [
            row_of(draft, body.strip(), model, loaded.world.lists)
            for draft, body in zip(drafts, bodies, strict=True)
        ]
        tables.append((model, rows))
    _say_what_is_missing(loaded, models)
    if format == "xlsx":
        return _save(Path(arguments.output), workbook_of(tables), tables)
    text = csv_text(*tables[0])
    if arguments.output:
        return _save(Path(arguments.output), f"{MARK}{text}".encode(), tables)
    sys.stdout.write(text.replace("\r\n", "\n"))
    return EXIT_OK


def _save(path: Path, content: bytes, tables: list[tuple[type[RecordModel], list[list[Any]]]]) -> int:
    path.write_bytes(content)
    count = sum(len(rows) for _, rows in tables)
    print(f"Geschrieben: {path} mit {count} {'Eintrag' if count == 1 else 'Einträgen'}")
    return EXIT_OK


def _say_what_is_missing(loaded: Loaded, models: list[type[RecordModel]]) -> None:
    """Names on stderr the files that are missing from the list because they have a Fehler."""
    folders = tuple(f"/{model.folder}/" for model in models)
    faulty = {found.file for found in loaded.report.errors if any(folder in found.file for folder in folders)}
    for file in sorted(faulty):
        print(f"Fehlt in der Liste, weil Fehler darin sind: {file}", file=sys.stderr)
