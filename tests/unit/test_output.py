"""Writing files of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from minthub.output import write_file


def test_folders_are_made_when_they_are_needed(tmp_path: Path) -> None:
    for name in ("eins/zwei/index.html", "eins/zwei/eintrag.json", "oben.txt"):
        write_file(f"{tmp_path}/{name}", f"Grüße aus {name}\n")
        assert (tmp_path / name).read_bytes() == f"Grüße aus {name}\n".encode()


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    for text in ("lang und alt", "neu"):
        write_file(f"{tmp_path}/datei", text)
    assert (tmp_path / "datei").read_text("utf-8") == "neu"


def test_what_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    with pytest.raises(NotADirectoryError):
        write_file(f"{tmp_path}/datei/index.html", "")


def test_what_is_written_in_part_is_an_error(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(OSError, match=r"index\.html"):
            write_file(f"{tmp_path}/index.html", "zu lang für den Platz")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))
