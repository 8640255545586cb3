"""`minthub issue-to-record`: makes a record of an issue, or says what is missing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from minthub import settings
from minthub.commands import EXIT_FINDINGS, EXIT_OK, WrongUse


def add_to(commands: Any) -> None:
    issue = commands.add_parser("issue-to-record", help="macht aus einer Meldung (Formular) einen Eintrag")
    issue.add_argument("file", nargs="?", default="-", metavar="DATEI", help="Text der Meldung; - liest die Eingabe")  # fmt: skip
    issue.add_argument("--title", default="", metavar="TITEL", help="Titel der Meldung")
    issue.add_argument("--number", type=int, metavar="NUMMER", help="Nummer der Meldung")
    issue.add_argument(
        "--format", choices=("text", "json"), default="text", help="Ausgabe: text oder json (für Abläufe)"
    )
    issue.add_argument("--dry-run", action="store_true", help="nichts schreiben, nur sagen, was würde")
    issue.set_defaults(run=_issue)


def _issue(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.calendar import load_holidays
    from minthub.catalogue import load_all
    from minthub.issues.outcome import outcome
    from minthub.listing import Listing
    from minthub.project import load_project
    from minthub.views.cards import Cards

    body = _body(arguments.file)
    loaded = load_all(folders.content, folders.data, settings.today())
    cards = Cards(Listing(loaded.catalogue, load_holidays(folders.data / "holidays.csv")))
    url = load_project(folders.root).url
    result = outcome(body, arguments.title, arguments.number, loaded, folders.content, cards, url)
    if result.action == "record" and not arguments.dry_run:
        _save(folders.root / result.path, result.text)
    if arguments.format == "json":
        print(result.as_json)
        return EXIT_OK
    if result.action == "comment":
        print(result.body)
        return EXIT_FINDINGS
    print(result.text if arguments.dry_run else f"Angelegt: {result.path}")
    return EXIT_OK


def _body(name: str) -> str:
    # Undecodable bytes are replaced, so that they do not stop an issue.
    raw = sys.stdin.buffer.read() if name == "-" else _read(Path(name))
    return raw.decode("utf-8-sig", errors="replace")


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise WrongUse(f"Diese Datei gibt es nicht: {path}")
    return path.read_bytes()


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Mode „x“ never overwrites an existing file.
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
