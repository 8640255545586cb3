"""`minthub check`: checks records and says what to change."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from minthub import settings
from minthub.commands import EXIT_FINDINGS, EXIT_OK, WrongUse
from minthub.commands.files import named
from minthub.findings import Report, Severity
from minthub.reporters import FORMATS, Links, as_summary


def add_to(commands: Any) -> None:
    check = commands.add_parser("check", help="prüft Einträge und sagt, was zu ändern ist")
    check.add_argument(
        "files",
        nargs="*",
        metavar="DATEI",
        help="nur diese Dateien oder Ordner melden (gelesen werden immer alle)",
    )
    check.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="Ausgabe: text, github, json oder summary"
    )
    check.add_argument("--errors-only", action="store_true", help="nur Fehler zeigen, keine Hinweise")
    check.add_argument(
        "--changed-files",
        metavar="DATEI",
        help="Liste von Pfaden (je Zeile einer), die bei --format github und summary zuerst kommen",
    )
    check.set_defaults(run=_check)


def _check(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.catalogue import load  # pydantic is slow to import; help and usage errors need it not

    wanted = [file for name in arguments.files for file in _files(name, folders)]
    changed: list[str] = []
    if arguments.changed_files:
        changed = Path(arguments.changed_files).read_text("utf-8", errors="replace").splitlines()
    _, report = load(folders.content, folders.data, settings.today())
    if wanted:
        report = report.only(wanted)
        for file in wanted:
            # A file that was named must be a record; a folder may contain other files.
            if len(wanted) == len(arguments.files):
                _expect_record(file, report)
    code = EXIT_FINDINGS if report.has_errors else EXIT_OK
    if arguments.errors_only:
        report = report.without_notes()
    if arguments.format == "summary":
        text = as_summary(report, changed, Links(settings.site_address(), settings.source_address()))
    else:
        text = FORMATS[arguments.format](report, changed)
    if arguments.format == "text" and sys.stdout.isatty():
        _print_coloured(text)
    else:
        print(text)
    return code


def _files(name: str, folders: settings.Folders) -> list[str]:
    """The named file, or all files in the named folder except hidden ones."""
    path = Path(name).resolve()
    if not name or not path.is_dir() or not path.is_relative_to(folders.content):
        return [named(name, folders)]
    found = (one for one in sorted(path.rglob("*")) if one.is_file() or one.is_symlink())
    return [one.relative_to(folders.root).as_posix() for one in found if not one.name.startswith(".")]


def _print_coloured(text: str) -> None:
    """Prints the report with Fehler coloured on terminals. Lines are not wrapped, so that they can be copied and clicked."""
    from rich.console import Console
    from rich.text import Text

    shown = Text(text)
    for severity, style in ((Severity.ERROR, "bold red"), (Severity.NOTE, "yellow")):
        shown.highlight_regex(rf"(?<=: ){severity} M\d+", style)
    Console(soft_wrap=True, highlight=False).print(shown)


def _expect_record(file: str, report: Report) -> None:
    """Raises WrongUse for a file that is no record: without findings it would look like „alles in Ordnung“."""
    from minthub.model.kinds import BY_FOLDER
    from minthub.wishes import is_wishes

    content, _, rest = file.partition("/")
    is_record = content == "content" and rest.partition("/")[0] in BY_FOLDER
    if not (is_record or is_wishes(file)) and not any(found.file == file for found in report.findings):
        raise WrongUse(f"{file} ist kein Eintrag. Einträge liegen in: {', '.join(BY_FOLDER)} unter content/.")
