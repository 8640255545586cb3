"""`minthub tidy`: puts fields in order and spells values canonically."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from minthub import settings
from minthub.commands import EXIT_FINDINGS, EXIT_OK, WrongUse
from minthub.commands.files import named


def add_to(commands: Any) -> None:
    tidy = commands.add_parser("tidy", help="ordnet die Felder und vereinheitlicht die Schreibweise")
    tidy.add_argument(
        "files", nargs="*", metavar="DATEI", help="nur diese Dateien oder Ordner (sonst alle Einträge)"
    )
    tidy.add_argument("--check", action="store_true", help="nur zeigen, was zu ändern wäre")
    tidy.set_defaults(run=_tidy)


def _tidy(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.catalogue import load_all
    from minthub.tidy import State, summary, tidy_all
    from minthub.writing import write_text

    loaded = load_all(folders.content, folders.data, settings.today())
    known = {draft.record.file for draft in loaded.drafts} | {found.file for found in loaded.report.errors}
    wanted = frozenset(_wanted(arguments.files, known, folders))
    results = list(tidy_all(loaded, folders.root, wanted))
    for result in results:
        if result.state is not State.TIDY:
            print(result.line)
        if result.state is State.CHANGED and not arguments.check:
            write_text(folders.root / result.file, result.text)
    print(summary(results, is_check=arguments.check))
    bad = {State.FAULTY, State.UNSAFE} | ({State.CHANGED} if arguments.check else set())
    return EXIT_FINDINGS if any(result.state in bad for result in results) else EXIT_OK


def _wanted(names: Iterable[str], known: set[str], folders: settings.Folders) -> Iterable[str]:
    """The records among the named files and folders. Raises WrongUse for a file that is no record."""
    for name in names:
        shown = named(name, folders, or_folder=True)
        found = [file for file in known if file == shown or file.startswith(f"{shown}/")]
        if not found:
            raise WrongUse(f"{shown} ist kein Eintrag und kein Ordner mit Einträgen.")
        yield from found
