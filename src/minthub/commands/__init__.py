"""The commands of `minthub`, in the order of the help. Each module adds its parser and runs it.

A command gets the parsed arguments and the folders of the project and returns an exit code.
"""

from __future__ import annotations

from typing import Any

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE, EXIT_INTERRUPTED = 0, 1, 2, 130


class WrongUse(Exception):
    """The command can't be carried out as it was given; the message says why, in German."""


def add_all(commands: Any) -> None:
    """Adds every command to argparse's sub-parsers. Modules that are slow to import are imported when a command runs."""
    from minthub.commands import changed, check, export, importing, issue, links, neu, site, stale, tidy

    for module in (check, changed, neu, tidy, importing, export, issue, stale, links, site):
        module.add_to(commands)
