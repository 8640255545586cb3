"""`minthub links`: checks addresses outside of the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minthub import settings
from minthub.commands import EXIT_FINDINGS, EXIT_OK, WrongUse
from minthub.commands.files import named

if TYPE_CHECKING:
    from minthub.links.fetch import Fetcher
    from minthub.links.verdict import Result


def add_to(commands: Any) -> None:
    links = commands.add_parser("links", help="prüft, ob Adressen im Netz noch stimmen (braucht Internet)")
    links.add_argument("files", nargs="*", metavar="DATEI", help="nur die Adressen in diesen Dateien")
    links.add_argument("--format", choices=("text", "csv", "issue"), default="text", help="Ausgabe: text, csv oder issue")  # fmt: skip
    links.add_argument("--save-csv", metavar="DATEI", help="zusätzlich alle Ergebnisse als Tabelle speichern")
    links.add_argument("--list", action="store_true", help="nur nennen, welche Adressen geprüft würden")
    links.set_defaults(run=_links)


def _links(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.catalogue import load_all
    from minthub.links.collect import collect, pages
    from minthub.links.exceptions import load_exceptions
    from minthub.links.reports import FORMATS, LinkReport, as_csv
    from minthub.project import load_project

    today = settings.today()
    project = load_project(folders.root)
    wanted = {named(name, folders) for name in arguments.files}
    drafts = load_all(folders.content, folders.data, today).drafts
    _expect_texts(wanted, {draft.record.file for draft in drafts} | pages(folders.content).keys())
    uses = collect(drafts, folders.content, project.url)
    if wanted:
        uses = {address: found for address, found in uses.items() if any(use.file in wanted for use in found)}
    if arguments.list:
        print("\n".join(uses))
        return EXIT_OK
    exceptions = load_exceptions(folders.data / "links-exceptions.csv", today)
    results = _check(uses, _fetcher(project.name, project.url), exceptions)
    unused = () if wanted else exceptions.unused(uses)
    report = LinkReport(results, uses, exceptions.over, unused)
    print(FORMATS[arguments.format](report), end="" if arguments.format == "csv" else "\n")
    if arguments.save_csv:
        Path(arguments.save_csv).write_text(as_csv(report), "utf-8", newline="")
    return EXIT_FINDINGS if report.has_broken else EXIT_OK


def _expect_texts(wanted: set[str], known: set[str]) -> None:
    """Raises WrongUse for files in which no addresses are searched: without results it would look like „alles in Ordnung“."""
    for file in sorted(wanted - known):
        raise WrongUse(f"In {file} lassen sich keine Adressen suchen. Nennen Sie einen lesbaren Eintrag oder eine andere .md-Datei unter content/.")  # fmt: skip


def _fetcher(name: str, url: str) -> Fetcher:
    """A fetcher whose User-Agent names us and our address, so that servers know who asks."""
    from minthub.folding import slug
    from minthub.links.fetch import Fetcher, Settings
    from minthub.links.pace import Pace

    return Fetcher(Settings(f"{slug(name) or 'minthub'}-links/1.0 (+{url})"), Pace())


def _check(uses: dict[str, Any], fetcher: Fetcher, exceptions: Any) -> list[Result]:
    """Checks all addresses; shows a progress bar on terminals, because it takes minutes."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from minthub.links.run import check_all

    if not sys.stderr.isatty():
        return check_all(uses, fetcher, exceptions)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    with progress:
        task = progress.add_task("Adressen", total=len(uses))
        return check_all(uses, fetcher, exceptions, lambda result: progress.advance(task))
