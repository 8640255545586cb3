"""The command `minthub`: check records, start new ones, build and preview the site."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from minthub import settings
from minthub.reporters import FORMATS

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE = 0, 1, 2
_MKDOCS = (sys.executable, "-m", "mkdocs")


class GermanParser(argparse.ArgumentParser):
    """argparse with its few fixed words in German."""

    def error(self, message: str) -> None:  # type: ignore[override]
        words = {
            "the following arguments are required:": "Es fehlt:",
            "unrecognized arguments:": "Unbekannt:",
            "invalid choice:": "gibt es nicht:",
            "choose from": "möglich sind",
            "expected one argument": "braucht einen Wert",
            "argument": "Angabe",
        }
        for english, german in words.items():
            message = message.replace(english, german)
        print(f"{message}\nHilfe: {self.prog} --help", file=sys.stderr)
        raise SystemExit(EXIT_USAGE)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 fine, 1 Fehler in records, 2 wrong use."""
    arguments = _parser().parse_args(argv)
    root = settings.find_root(Path.cwd().resolve())
    if root is None:
        print(
            "Hier liegt kein Wegweiser: Wechseln Sie in den Ordner mit mkdocs.yml und content/.",
            file=sys.stderr,
        )
        return EXIT_USAGE
    try:
        return int(arguments.run(arguments, settings.Folders(root)))
    except BrokenPipeError:
        # The reader (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        return 130
    except (OSError, ValueError) as error:
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
    if missing := [
        name
        for name, path in zip(arguments.files, wanted, strict=True)
        if not (folders.root / path).is_file()
    ]:
        print(f"Diese Datei gibt es nicht: {', '.join(missing)}", file=sys.stderr)
        return EXIT_USAGE
    changed: list[str] = []
    if arguments.changed_files:
        changed = Path(arguments.changed_files).read_text("utf-8").split("\n")
    _, report = load(folders.content, folders.data, settings.today())
    if wanted:
        report = report.only(wanted)
    code = EXIT_FINDINGS if report.has_errors else EXIT_OK
    if arguments.errors_only:
        report = report.without_notes()
    print(FORMATS[arguments.format](report, changed))
    return code


def _from_root(name: str, folders: settings.Folders) -> str:
    """The path as findings show it."""
    path = Path(os.path.abspath(name))
    return path.relative_to(folders.root).as_posix() if path.is_relative_to(folders.root) else name


def _new(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    from minthub.scaffold import CannotScaffold, new_record
    from minthub.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(folders.data / "vocabulary.yml")
    try:
        path = new_record(arguments.kind, arguments.title, folders.content, vocabulary, settings.today())
    except CannotScaffold as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
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
