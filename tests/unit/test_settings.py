"""Where things are, and which day it is."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from minthub import settings
from minthub.settings import Folders, find_root, today


def test_folders_lie_in_the_checkout() -> None:
    folders = Folders(Path("/hub"))
    assert folders.content == Path("/hub/content")
    assert folders.data == Path("/hub/data")
    assert folders.site == Path("/hub/site")
    assert folders.templates == Path("/hub/theme_overrides/records")
    assert folders.work == Path("/hub/.build")


def test_unfinished_output_lies_beside_the_site() -> None:
    """So that a rename puts it into place."""
    folders = Folders(Path("hub"))
    assert folders.work.parent == folders.site.parent


# The root


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "hub"
    (root / "content" / "offers" / "chemnitz").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Hub\n", "utf-8")
    return root


@pytest.mark.parametrize(
    "inside", [".", "content", "content/offers", "content/offers/chemnitz", "missing/folder"]
)
def test_the_root_is_found_from_anywhere_inside(checkout: Path, inside: str) -> None:
    assert find_root(checkout / inside) == checkout


def test_above_the_root_there_is_none(checkout: Path) -> None:
    assert find_root(checkout.parent) is None


def test_the_nearest_root_counts(checkout: Path) -> None:
    inner = checkout / "content" / "offers" / "copy"
    (inner / "content").mkdir(parents=True)
    (inner / "mkdocs.yml").write_text("", "utf-8")
    assert find_root(inner / "content") == inner
    assert find_root(inner.parent) == checkout


def test_a_root_needs_both_file_and_folder(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert find_root(tmp_path) is None
    (tmp_path / "mkdocs.yml").mkdir()  # a folder of that name is no settings file
    assert find_root(tmp_path) is None
    (tmp_path / "mkdocs.yml").rmdir()
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    assert find_root(tmp_path) == tmp_path
    (tmp_path / "content").rmdir()
    (tmp_path / "content").write_text("", "utf-8")
    assert find_root(tmp_path) is None


# The day


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2026-11-21", date(2026, 11, 21)),
        ("2028-02-29", date(2028, 2, 29)),
        ("2026-12-31", date(2026, 12, 31)),
        ("2027-01-01", date(2027, 1, 1)),
    ],
)
def test_the_day_can_be_given(given: str, day: date) -> None:
    assert today({"MINT_TODAY": given}) == day


@pytest.mark.parametrize(
    "given",
    ["heute", "21.11.2026", "2026-13-01", "2027-02-29", "2026-11-21T00:00", "20261121", "2026-11", " "],
)
def test_another_spelling_is_an_error(given: str) -> None:
    message = f"MINT_TODAY ist „{given}“, kein Tag wie 2026-12-31"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        today({"MINT_TODAY": given})


class Clock(datetime):
    """Stands still, half an hour before midnight in Greenwich."""

    instant = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        assert tz is not None, "the day depends on the time zone"
        return cls.instant.astimezone(tz)


@pytest.mark.parametrize("environ", [{}, {"MINT_TODAY": ""}])
@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),  # an hour ahead in winter
        (datetime(2027, 6, 30, 21, 59, tzinfo=UTC), date(2027, 6, 30)),
        (datetime(2027, 6, 30, 22, 0, tzinfo=UTC), date(2027, 7, 1)),  # two hours in summer
    ],
)
def test_otherwise_it_is_the_day_in_germany(
    environ: dict[str, str], instant: datetime, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "datetime", Clock)
    monkeypatch.setattr(Clock, "instant", instant)
    assert today(environ) == day


def test_the_day_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "MINT_TODAY", "2031-05-06")
    assert today() == date(2031, 5, 6)


def test_addresses_come_from_the_surroundings() -> None:
    github = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "x/y", "GITHUB_SHA": "abc"}
    assert settings.source_address(github) == "https://github.com/x/y/blob/abc/"
    assert settings.source_address(github | {"GITHUB_SHA": ""}) == ""
    assert settings.site_address({"MINT_SITE_URL": "https://mint.example.org"}) == "https://mint.example.org/"
    assert settings.site_address({}) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ja", True), ("true", True), (True, True), ("1", True), ("Nein", False), ("", False), (None, False)],
)
def test_switches_take_yes_and_no(text: object, expected: bool) -> None:
    assert settings.is_yes("MINT_PDF", text) is expected


def test_a_switch_says_what_it_takes() -> None:
    with pytest.raises(ValueError, match=r"^MINT_PDF ist „vielleicht“\. Schreiben Sie: ja – oder: nein$"):
        settings.is_yes("MINT_PDF", "vielleicht")


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("1", True), ("false", False), ("", False)])
def test_services_that_build_by_themselves_set_ci(value: str, expected: bool) -> None:
    assert settings.is_ci({"CI": value}) is expected


def test_only_processors_that_may_be_used_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build in a container has fewer than the machine."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 3}, raising=False)
    assert settings.processors() == 2
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert settings.processors() == 1
