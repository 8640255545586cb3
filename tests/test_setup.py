"""The set-up repairs itself, is skipped when it is done, and explains in German what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "scripts" / "make_venv.sh"


def make_venv(venv: Path, *options: str, path: Path | str) -> subprocess.CompletedProcess[str]:
    # Absolute: with the given path alone there may be no `sh` to be found.
    return subprocess.run(
        ["/bin/sh", str(SCRIPT), str(venv), *options],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def stub(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def test_says_that_python_is_missing(tmp_path: Path) -> None:
    done = make_venv(tmp_path / "venv", path=tmp_path)
    assert done.returncode == 1
    assert "Es fehlt Python 3.11 oder neuer (gefunden: kein python3)." in done.stderr
    assert "sudo apt install python3 python3-venv" in done.stderr


def test_says_that_python_is_too_old(tmp_path: Path) -> None:
    stub(tmp_path / "python3", '[ "$1" = --version ] && echo "Python 3.9.2" || exit 1')
    done = make_venv(tmp_path / "venv", path=tmp_path)
    assert done.returncode == 1
    assert "(gefunden: Python 3.9.2)" in done.stderr


def test_says_that_venv_is_missing(tmp_path: Path) -> None:
    """Debian's python3 comes without python3-venv."""
    stub(tmp_path / "python3", 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11 ;; esac')
    done = make_venv(tmp_path / "venv", path=tmp_path)
    assert done.returncode == 1
    assert "Zu Python 3.11 fehlt das Modul venv." in done.stderr
    assert "apt install python3-venv" in done.stderr


def test_stubs_of_version_managers_are_passed_over(tmp_path: Path) -> None:
    stub(tmp_path / "python3.13", "exit 127")
    # Goes on to python3 and fails only there: the stub was not taken for a Python.
    stub(tmp_path / "python3", 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.12 ;; esac')
    assert "Zu Python 3.12 fehlt" in make_venv(tmp_path / "venv", path=tmp_path).stderr


@pytest.fixture
def whole_venv(tmp_path: Path) -> Path:
    """A stand-in: making a real one takes seconds, and only its Python matters here."""
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    (tmp_path / "venv" / "bin" / "python").symlink_to(sys.executable)
    return tmp_path / "venv"


def test_a_whole_environment_is_kept(whole_venv: Path) -> None:
    (whole_venv / "mark").touch()
    assert make_venv(whole_venv, "--keep", path=os.environ["PATH"]).returncode == 0
    assert (whole_venv / "mark").exists()


@pytest.mark.slow
def test_a_broken_environment_is_made_anew(whole_venv: Path) -> None:
    (whole_venv / "mark").touch()
    (whole_venv / "bin" / "python").unlink()
    assert make_venv(whole_venv, "--keep", path=os.environ["PATH"]).returncode == 0
    assert not (whole_venv / "mark").exists()
    assert (whole_venv / "bin" / "pip").exists()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the set-up depends on, with an environment on record as complete."""
    project = tmp_path / "projekt mit leerzeichen"
    for name in ["Makefile", "pyproject.toml", "requirements", "scripts"]:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        else:
            project.mkdir(exist_ok=True)
            shutil.copy2(source, project / name)
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (project / ".venv" / "location").write_text(f"{project.resolve()}\n", encoding="utf-8")
    for stamp in ["site", "tools", "package"]:
        (project / ".venv" / f"{stamp}.stamp").touch()
    return project


def planned(project: Path, target: str) -> str:
    """The commands `make` would run."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    done = subprocess.run(
        ["make", "--dry-run", target],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_finished_setup_is_not_repeated(project: Path) -> None:
    assert planned(project, "site").split() == [".venv/bin/minthub", "build"]


def test_a_new_lock_is_installed_into_the_old_environment(project: Path) -> None:
    os.utime(project / "requirements" / "site.txt", (4_000_000_000, 4_000_000_000))
    plan = planned(project, "site")
    assert "-r requirements/site.txt" in plan
    assert "--editable" in plan


def test_a_moved_folder_is_set_up_again(project: Path) -> None:
    moved = project.rename(project.with_name("umbenannt"))
    plan = planned(moved, "site")
    assert "scripts/make_venv.sh" in plan
    assert "-r requirements/site.txt" in plan


def test_a_broken_off_setup_is_started_afresh(project: Path) -> None:
    (project / ".venv" / "site.stamp").unlink()
    assert "scripts/make_venv.sh" in planned(project, "site")


def test_the_site_needs_no_test_tools(project: Path) -> None:
    (project / ".venv" / "tools.stamp").unlink()
    assert "test.txt" not in planned(project, "site")
    assert "test.txt" in planned(project, "check")
