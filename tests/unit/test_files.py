"""Files that are named on the command line are shown as findings show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from minthub.commands import WrongUse
from minthub.commands.files import named
from minthub.settings import Folders


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    root = tmp_path / "hub"
    (root / "content" / "offers").mkdir(parents=True)
    (root / "content" / "offers" / "x.md").touch()
    (root / "content" / "offers" / "link.md").symlink_to("x.md")
    (tmp_path / "anderswo.md").touch()
    (tmp_path / "zweiter-weg").symlink_to(root)
    monkeypatch.chdir(root)
    return Folders(root)


@pytest.mark.parametrize(
    ("folder", "name", "shown"),
    [
        (".", "content/offers/x.md", "content/offers/x.md"),
        ("content", "offers/../offers/x.md", "content/offers/x.md"),
        (".", "../zweiter-weg/content/offers/x.md", "content/offers/x.md"),
        # A link is not followed: it is a finding of its own.
        (".", "content/offers/link.md", "content/offers/link.md"),
        (".", "../anderswo.md", "../anderswo.md"),
    ],
)
def test_names(folder: str, name: str, shown: str, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert named(name, folders) == shown
    assert named(name, folders, or_folder=True) == shown


def test_folders_where_they_are_of_use(folders: Folders) -> None:
    assert named("content/offers/", folders, or_folder=True) == "content/offers"
    with pytest.raises(WrongUse, match=r"^Diese Datei gibt es nicht: content/offers$"):
        named("content/offers", folders)


@pytest.mark.parametrize("or_folder", [True, False])
def test_what_is_not_there(or_folder: bool, folders: Folders) -> None:
    with pytest.raises(WrongUse, match=r"^Diese Datei gibt es nicht: content/offers/y\.md$"):
        named("content/offers/y.md", folders, or_folder=or_folder)
