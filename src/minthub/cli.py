"""The command `minthub`: its German parser and its error handling. The subcommands are in `commands`."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from minthub import commands, settings
from minthub.commands import EXIT_INTERRUPTED, EXIT_OK, EXIT_USAGE, WrongUse

# argparse's messages → ours; only those that our commands can cause.
_USAGE_ERRORS = (
    (
        r"argument (?:BEFEHL|--\w+): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"„\1“ gibt es nicht. Möglich sind: \2",
    ),
    (r"the following arguments are required: (.*)", r"Es fehlt: \1"),
    (r"unrecognized arguments: (.*)", r"Damit kann der Befehl nichts anfangen: \1"),
    (r"argument (--[\w-]+): expected one argument", r"Nach \1 fehlt ein Wert."),
    (r"argument (--[\w-]+): invalid int value: '(.*)'", r"Nach \1 gehört eine Zahl, nicht „\2“."),
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
        print(_not_readable(error), file=sys.stderr)
    except ValueError as error:
        print(f"Abgebrochen: {error}", file=sys.stderr)
    return EXIT_USAGE


def _not_readable(error: OSError) -> str:
    """The message for an OSError. Some have no file name, such as a full disk while writing."""
    if error.filename:
        return f"Abgebrochen: {error.filename} lässt sich nicht lesen oder schreiben."
    return f"Abgebrochen: Eine Datei lässt sich nicht lesen oder schreiben ({error.strerror or error})."


def _parser() -> argparse.ArgumentParser:
    parser = GermanParser(prog="minthub", description="Werkzeug des MINT-Wegweisers.")
    commands.add_all(parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True))
    return parser
