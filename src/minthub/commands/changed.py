"""`minthub changed`: shows what a change does to records."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minthub import settings
from minthub.commands import EXIT_OK, WrongUse

if TYPE_CHECKING:
    from minthub.changed.history import ChangedFile


def add_to(commands: Any) -> None:
    changed = commands.add_parser("changed", help="zeigt geänderte Einträge als Karten, mit vorher und nachher")  # fmt: skip
    changed.add_argument(
        "--base", metavar="STAND", help="früherer Stand in Git, zum Beispiel main oder HEAD^1"
    )
    changed.add_argument("--changed-files", metavar="DATEI", help="statt dessen: Liste von Pfaden, je Zeile einer")  # fmt: skip
    changed.set_defaults(run=_changed)


def _changed(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.calendar import load_holidays
    from minthub.catalogue import load_all
    from minthub.changed.history import NoSuchState, bytes_at, changed_since
    from minthub.changed.report import ChangeReport
    from minthub.listing import Listing
    from minthub.views.cards import Cards

    base = arguments.base
    try:
        if arguments.changed_files:
            paths = Path(arguments.changed_files).read_text("utf-8", errors="replace").splitlines()
            files = [_listed(path, base, folders.root) for path in filter(None, paths)]
        elif base:
            files = changed_since(folders.root, base, folders.content.name)
        else:
            raise WrongUse("Nennen Sie einen früheren Stand (--base HEAD^1) oder eine Liste (--changed-files).")  # fmt: skip
    except NoSuchState as error:
        raise WrongUse(str(error)) from None
    loaded = load_all(folders.content, folders.data, settings.today())
    cards = Cards(Listing(loaded.catalogue, load_holidays(folders.data / "holidays.csv")))
    report = ChangeReport(loaded, cards, lambda path: bytes_at(folders.root, base, path) if base else None)
    print(report.text(files))
    return EXIT_OK


def _listed(path: str, base: str | None, root: Path) -> ChangedFile:
    """A changed file from the list; without `base` it is treated as changed, because it may or may not be new."""
    from minthub.changed.history import ChangedFile, bytes_at

    was_there = base is None or bytes_at(root, base, path) is not None
    return ChangedFile(path if was_there else None, path if (root / path).is_file() else None)
