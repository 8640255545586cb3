"""The command `minthub`: check records, start new ones, build and preview the site."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from minthub import settings
from minthub.findings import Report, Severity
from minthub.reporters import FORMATS

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE, EXIT_INTERRUPTED = 0, 1, 2, 130
_MKDOCS = (sys.executable, "-m", "mkdocs")


# What argparse says, and what we say: only what can happen with the commands below.
_USAGE_ERRORS = (
    (
        r"argument (?:BEFEHL|--\w+): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"„\1“ gibt es nicht. Möglich sind: \2",
    ),
    (r"the following arguments are required: (.*)", r"Es fehlt: \1"),
    (r"unrecognized arguments: (.*)", r"Damit kann der Befehl nichts anfangen: \1"),
    (r"argument (--[\w-]+): expected one argument", r"Nach \1 fehlt ein Wert."),
    (r"argument (--[\w-]+): ignored explicit argument .*", r"\1 steht allein, ohne Wert."),
)


class _GermanHelp(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class GermanParser(argparse.ArgumentParser):
    """argparse with its few fixed words in German."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_GermanHelp, **settings)
        # argparse offers no other way to name its groups.
        self._positionals.title = "Angaben"
        self._optionals.title = "Schalter"
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        for english, german in _USAGE_ERRORS:
            if found := re.fullmatch(english, message):
                message = found.expand(german).replace("'", "")
                break
        print(f"{message}\nHilfe: {self.prog} --help", file=sys.stderr)
        raise SystemExit(EXIT_USAGE)


class WrongUse(Exception):
    """The command can't be carried out as it was given; the message says why, in German."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 fine, 1 Fehler in records, 2 wrong use."""
    arguments = _parser().parse_args(argv)
    root = settings.find_root(Path.cwd().resolve())
    try:
        if root is None:
            raise WrongUse(
                "Hier liegt kein Wegweiser: Wechseln Sie in den Ordner mit mkdocs.yml und content/."
            )
        code = int(arguments.run(arguments, settings.Folders(root)))
        # Here and not at the end of the program, where a closed pipe would be a message in English.
        sys.stdout.flush()
        return code
    except WrongUse as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except OSError as error:
        print(f"Abgebrochen: {error.filename} lässt sich nicht lesen oder schreiben.", file=sys.stderr)
    except ValueError as error:
        print(f"Abgebrochen: {error}", file=sys.stderr)
    return EXIT_USAGE


def _parser() -> argparse.ArgumentParser:
    parser = GermanParser(prog="minthub", description="Werkzeug des MINT-Wegweisers.")
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)

    check = commands.add_parser("check", help="prüft Einträge und sagt, was zu ändern ist")
    check.add_argument(
        "files", nargs="*", metavar="DATEI", help="nur diese Dateien melden (gelesen werden immer alle)"
    )
    check.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="Ausgabe: text, github, json oder summary"
    )
    check.add_argument("--errors-only", action="store_true", help="nur Fehler zeigen, keine Hinweise")
    check.add_argument(
        "--changed-files",
        metavar="DATEI",
        help="Liste von Pfaden (je Zeile einer), die bei --format github zuerst kommen",
    )
    check.set_defaults(run=_check)

    new = commands.add_parser("neu", help="legt einen neuen Eintrag mit Vorlage an")
    new.add_argument(
        "kind", metavar="ART", help="Angebot, Termin, Anbieter, Netzwerk, Kreis, Förderung oder Meldung"
    )
    new.add_argument("title", metavar="TITEL", help="Titel in Anführungszeichen")
    new.set_defaults(run=_new)

    build = commands.add_parser("build", help="prüft alles und baut die Website nach site/")
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help="zeigt eine Vorschau, die Änderungen übernimmt")
    serve.add_argument("--addr", default="127.0.0.1:8000", help="Adresse der Vorschau")
    serve.set_defaults(run=_serve)
    return parser


def _check(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.catalogue import load  # pydantic is slow to import; help and usage errors need it not

    wanted = [_from_root(name, folders) for name in arguments.files]
    changed: list[str] = []
    if arguments.changed_files:
        changed = Path(arguments.changed_files).read_text("utf-8", errors="replace").splitlines()
    _, report = load(folders.content, folders.data, settings.today())
    if wanted:
        report = report.only(wanted)
        for file in wanted:
            _expect_record(file, report)
    code = EXIT_FINDINGS if report.has_errors else EXIT_OK
    if arguments.errors_only:
        report = report.without_notes()
    text = FORMATS[arguments.format](report, changed)
    if arguments.format == "text" and sys.stdout.isatty():
        _print_coloured(text)
    else:
        print(text)
    return code


def _print_coloured(text: str) -> None:
    """On a terminal what keeps a record out stands out. Lines stay whole: they are copied and clicked on."""
    from rich.console import Console
    from rich.text import Text

    shown = Text(text)
    for severity, style in ((Severity.ERROR, "bold red"), (Severity.NOTE, "yellow")):
        shown.highlight_regex(rf"(?<=: ){severity} M\d+", style)
    Console(soft_wrap=True, highlight=False).print(shown)


def _from_root(name: str, folders: settings.Folders) -> str:
    """The path of a file as findings show it."""
    # Only the folder: a record that is a link is a finding of its own.
    path = Path(name).parent.resolve() / Path(name).name
    if not path.is_file():
        raise WrongUse(f"Diese Datei gibt es nicht: {name}")
    return path.relative_to(folders.root).as_posix() if path.is_relative_to(folders.root) else name


def _expect_record(file: str, report: Report) -> None:
    """Of a file that is no record nothing is said, which must not look like „alles in Ordnung“."""
    from minthub.model.kinds import BY_FOLDER

    content, _, rest = file.partition("/")
    is_record = content == "content" and rest.partition("/")[0] in BY_FOLDER
    if not is_record and not any(found.file == file for found in report.findings):
        raise WrongUse(f"{file} ist kein Eintrag. Einträge liegen in: {', '.join(BY_FOLDER)} unter content/.")


def _new(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.scaffold import CannotScaffold, new_record
    from minthub.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(folders.data / "vocabulary.yml")
    try:
        path = new_record(arguments.kind, arguments.title, folders.content, vocabulary, settings.today())
    except CannotScaffold as error:
        raise WrongUse(str(error)) from None
    file = path.relative_to(folders.root).as_posix()
    print(f"Angelegt: {file}\nFüllen Sie die Felder aus und prüfen Sie dann: minthub check {file}")
    return EXIT_OK


def _build(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    """MkDocs builds beside the site; only a finished build takes its place."""
    from minthub.swap import swap

    fresh = folders.work / "site"
    result = subprocess.run(
        [*_MKDOCS, "build", "--clean", "--site-dir", str(fresh)], cwd=folders.root, check=False
    )
    if result.returncode:
        print("Die Website wurde nicht gebaut; site/ ist, wie es war.", file=sys.stderr)
        return EXIT_FINDINGS
    swap(fresh, folders.site)
    pages = sum(1 for _ in folders.site.rglob("*.html"))
    print(f"Fertig: {pages} Seiten in site/")
    return EXIT_OK


def _serve(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    return subprocess.run(
        [*_MKDOCS, "serve", "--dev-addr", arguments.addr], cwd=folders.root, check=False
    ).returncode
