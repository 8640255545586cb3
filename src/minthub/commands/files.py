"""Files of the content that are named on the command line."""

from __future__ import annotations

from pathlib import Path

from minthub.commands import WrongUse
from minthub.settings import Folders


def named(name: str, folders: Folders, *, or_folder: bool = False) -> str:
    """The path of a file (or folder) as findings show it: from the top of the checkout, with slashes.

    What lies elsewhere is shown as it was named. Raises WrongUse if it is not there.
    """
    # Only the folder: a record that is a link is a finding of its own.
    path = Path(name).parent.resolve() / Path(name).name
    if not (path.is_file() or (or_folder and path.is_dir())):
        raise WrongUse(f"Diese Datei gibt es nicht: {name}")
    return path.relative_to(folders.root).as_posix() if path.is_relative_to(folders.root) else name
