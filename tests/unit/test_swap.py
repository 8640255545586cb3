"""A finished folder takes the place of the last one."""

from __future__ import annotations

from pathlib import Path

import pytest

from minthub.swap import swap


def folder(path: Path, text: str) -> Path:
    (path / "kreise").mkdir(parents=True)
    (path / "index.html").write_text(text, "utf-8")
    (path / "kreise" / "index.html").write_text(text, "utf-8")
    return path


def shown(path: Path) -> str:
    texts = {file.read_text("utf-8") for file in path.rglob("*.html")}
    assert len(texts) == 1, "a mixture of old and new"
    return texts.pop()


def names(path: Path) -> list[str]:
    return sorted(item.name for item in path.iterdir())


def test_the_first_folder_is_put_into_place(tmp_path: Path) -> None:
    swap(folder(tmp_path / ".build", "neu"), tmp_path / "site")
    assert shown(tmp_path / "site") == "neu"
    assert names(tmp_path) == ["site"]


def test_the_new_folder_replaces_the_old_one_wholly(tmp_path: Path) -> None:
    old = folder(tmp_path / "site", "alt")
    (old / "gone.html").write_text("alt", "utf-8")
    swap(folder(tmp_path / ".build", "neu"), old)
    assert shown(old) == "neu"
    assert not (old / "gone.html").exists()
    assert names(tmp_path) == ["site"]


def test_what_an_interrupted_swap_left_behind_is_cleared(tmp_path: Path) -> None:
    folder(tmp_path / "site.old", "uralt")
    folder(tmp_path / "site", "alt")
    swap(folder(tmp_path / ".build", "neu"), tmp_path / "site")
    assert shown(tmp_path / "site") == "neu"
    assert names(tmp_path) == ["site"]


def test_the_old_folder_stays_if_there_is_no_new_one(tmp_path: Path) -> None:
    folder(tmp_path / "site", "alt")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / ".build", tmp_path / "site")
    assert shown(tmp_path / "site") == "alt"
    assert names(tmp_path) == ["site"]


def test_without_both_there_is_an_error_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / ".build", tmp_path / "site")
    assert names(tmp_path) == []


def test_the_old_folder_comes_back_if_the_second_rename_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder(tmp_path / "site", "alt")
    fresh = folder(tmp_path / ".build", "neu")
    rename = Path.rename

    def failing(self: Path, other: Path) -> Path:
        if self == fresh:
            raise PermissionError("in use")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError, match="in use"):
        swap(fresh, target)
    assert shown(target) == "alt"
    assert shown(fresh) == "neu"
    assert names(tmp_path) == [".build", "site"]


def test_nothing_happens_if_the_first_rename_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder(tmp_path / "site", "alt")
    fresh = folder(tmp_path / ".build", "neu")

    def failing(self: Path, other: Path) -> Path:
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError, match="in use"):
        swap(fresh, target)
    assert (shown(target), shown(fresh)) == ("alt", "neu")


def test_at_no_step_there_is_half_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder(tmp_path / "site", "alt")
    fresh = folder(tmp_path / ".build", "neu")
    rename, seen = Path.rename, []

    def watched(self: Path, other: Path) -> Path:
        result = rename(self, other)
        seen.append(shown(target) if target.exists() else "")
        return result

    monkeypatch.setattr(Path, "rename", watched)
    swap(fresh, target)
    assert seen == ["", "neu"]
