"""Files of the content that are named on the command line."""

from __future__ import annotations

from pathlib import Path

from minthub.commands import WrongUse
from minthub.settings import Folders


def named(name: str, folders: Folders, *, or_folder: bool = False) -> str:
    """The path of a file (or folder) as findings show it: from the top of the checkout, with slashes.

    A path outside of the checkout is returned as given. Raises WrongUse if it does not exist.
    """
    # Resolve only the folder: a record that is a symbolic link must keep its path, because it is reported.
    path = Path(name).parent.resolve() / Path(name).name
    if not (path.is_file() or (or_folder and path.is_dir())):
        raise WrongUse(f"Diese Datei gibt es nicht: {name}")
    return path.relative_to(folders.root).as_posix() if path.is_relative_to(folders.root) else name
