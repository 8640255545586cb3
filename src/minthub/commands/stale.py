"""`minthub stale`: records whose check is due."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from minthub import settings
from minthub.commands import EXIT_OK, WrongUse

# Ten years: every record is due by then, and dates stay within the range of `date`.
MAX_AHEAD = 3650


def add_to(commands: Any) -> None:
    stale = commands.add_parser("stale", help="nennt Einträge, deren Prüfung fällig ist")
    stale.add_argument(
        "--kreis", metavar="KENNUNG", help="nur dieser Kreis, zum Beispiel der Name seines Ordners"
    )
    stale.add_argument("--ahead", type=int, default=0, metavar="TAGE", help="auch, was in so vielen Tagen fällig wird")  # fmt: skip
    stale.add_argument("--format", choices=("text", "csv", "issue", "list"), default="text", help="Ausgabe: text, csv, issue oder list")  # fmt: skip
    stale.add_argument("--mail", action="store_true", help="fertige E-Mails, eine je Anbieter")
    stale.set_defaults(run=_stale)


def _stale(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.calendar import load_holidays
    from minthub.catalogue import Catalogue, load
    from minthub.listing import Listing
    from minthub.project import load_project
    from minthub.stale.due import due_records
    from minthub.stale.mail import mails
    from minthub.stale.reports import FORMATS
    from minthub.views.cards import Cards

    if not 0 <= arguments.ahead <= MAX_AHEAD:
        raise WrongUse(f"Nach --ahead gehört eine Zahl von 0 bis {MAX_AHEAD}, nicht „{arguments.ahead}“.")
    catalogue: Catalogue
    catalogue, _ = load(folders.content, folders.data, settings.today())
    dues = due_records(catalogue, arguments.ahead)
    if arguments.kreis:
        known = [*(district.id for district in catalogue.districts), catalogue.vocabulary.state.id]
        if arguments.kreis not in known:
            raise WrongUse(f"Den Kreis „{arguments.kreis}“ gibt es nicht. Möglich sind: {', '.join(known)}")
        dues = [due for due in dues if due.district == arguments.kreis]
    project = load_project(folders.root)
    if project.is_local and arguments.format != "list":
        print(
            f"Die Adressen der Website beginnen mit {project.url}; setzen Sie MINT_SITE_URL.", file=sys.stderr
        )
    if arguments.mail:
        print(mails(dues, Cards(Listing(catalogue, load_holidays(folders.data / "holidays.csv"))), project))
    else:
        text = FORMATS[arguments.format](dues, catalogue, project.url)
        print(text, end="" if arguments.format == "csv" else "\n")
    return EXIT_OK
