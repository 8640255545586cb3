"""Writes files of the site: there are thousands of them."""

from __future__ import annotations

import os
from errno import ENOSPC


def write_file(path: str, text: str | bytes) -> None:
    """Writes a file, text in UTF-8, and makes the folders that it needs. Raises OSError.

    Opening a file by `Path.write_text` and asking for its folder each time takes several times as long as writing it.
    """
    try:
        _write(path, text)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _write(path, text)


def _write(path: str, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    with open(path, "wb", buffering=0) as file:
        if file.write(data) < len(data):
            # A full disk may raise no error; it only writes fewer bytes.
            raise OSError(ENOSPC, os.strerror(ENOSPC), path)
