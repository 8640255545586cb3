"""What must hold for the repository as a whole: clean files, complete locks, documented commands."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements"
LOCKS = ["site", "test", "lock", "bench"]

# In pieces, so that this file does not contain what it looks for.
REGISTRY_HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npmjs" + ".org",
    "deb.debian" + ".org",
    "archive.ubuntu" + ".com",
    "crates" + ".io/api",
]
# Not inside an address (https://example.org/work/…), therefore nothing wordlike before it.
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:root|work|opt/wheels|opt/pypi)" + r"\b(?=[/\s\"'`]|$)")

PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^\s;\\]+)", re.MULTILINE)


def repository_files() -> list[Path]:
    """Tracked files and those that would be with `git add`."""
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in done.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def texts() -> dict[str, str]:
    """Path and content of every text file."""
    found = {}
    for path in repository_files():
        data = path.read_bytes()
        if b"\0" not in data:
            found[str(path.relative_to(ROOT))] = data.decode("utf-8", errors="replace")
    return found


def pins(text: str) -> dict[str, set[str]]:
    """Versions per package; a universal lock may hold two for different Pythons."""
    found: dict[str, set[str]] = {}
    for match in PIN.finditer(text.lower()):
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def lock(name: str) -> str:
    return (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")


def test_no_registry_is_named() -> None:
    """Where packages come from is a setting of the machine, not of the project."""
    hits = [f"{name}: {host}" for name, text in texts().items() for host in REGISTRY_HOSTS if host in text]
    assert hits == []


def test_no_path_of_a_machine_is_named() -> None:
    hits = [f"{name}: {match[0]}" for name, text in texts().items() for match in MACHINE_PATH.finditer(text)]
    assert hits == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("cd /" + "work/main", True),
        ('"/' + 'root"', True),
        ("https://example.org/" + "work/x", False),
        ("content/" + "work/x", False),
        ("/" + "workshop/", False),
    ],
)
def test_the_pattern_for_paths(text: str, is_found: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) is is_found


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert [path.name for path in repository_files() if path.stat().st_size > 1_000_000] == []


def test_the_licences_are_there() -> None:
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "CC BY 4.0" in (ROOT / "LICENSE-CONTENT.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    assert "http" not in lock(name)
    assert "file:" not in lock(name)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    # One requirement is one logical line, continued by backslashes.
    lines = [line for line in lock(name).replace("\\\n", " ").splitlines() if not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line[:60]


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_is_up_to_date(name: str) -> None:
    wanted = pins((REQUIREMENTS / f"{name}.in").read_text(encoding="utf-8"))
    locked = pins(lock(name))
    assert wanted
    assert {package: locked.get(package) for package in wanted} == wanted, "make lock"


def test_tests_run_with_the_versions_of_the_site() -> None:
    site, test = pins(lock("site")), pins(lock("test"))
    assert {package: test.get(package) for package in site} == site


def test_every_command_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "test" in targets
    assert [target for target in targets if f"make {target}" not in readme] == []


def test_ci_runs_what_the_readme_says() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test" in script.read_text(encoding="utf-8")
