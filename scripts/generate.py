"""Writes the generated files of the repository from the models and lists; `--check` only names those out of date.

To add a file, add a line to GENERATED: its path and a function that makes its text from the loaded content.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from minthub import settings
from minthub.catalogue import Loaded, load_all
from minthub.issues.forms import form_files
from minthub.model.base import RecordModel
from minthub.model.kinds import KINDS
from minthub.vscode import SNIPPETS, schema_file, schema_text, snippets_text

ROOT = Path(__file__).resolve().parents[1]


def _form(name: str) -> Callable[[Loaded], str]:
    return lambda loaded: form_files(loaded.world.lists)[name]


def _schema(model: type[RecordModel]) -> Callable[[Loaded], str]:
    return lambda loaded: schema_text(model, loaded.world.lists)


GENERATED: dict[str, Callable[[Loaded], str]] = {
    f".github/ISSUE_TEMPLATE/{name}": _form(name)
    for name in ("angebot.yml", "termin.yml", "fehler.yml", "wunsch.yml")
}
GENERATED |= {schema_file(model): _schema(model) for model in KINDS}
GENERATED[SNIPPETS] = lambda loaded: snippets_text(loaded.world.lists)


def texts() -> dict[str, str]:
    """Path → text of every generated file, for today's content."""
    loaded = load_all(ROOT / "content", ROOT / "data", settings.today())
    return {path: make(loaded) for path, make in GENERATED.items()}


def outdated(made: dict[str, str]) -> list[str]:
    """The paths whose files are missing or have another content."""

    def is_current(path: str, text: str) -> bool:
        file = ROOT / path
        return file.is_file() and file.read_text("utf-8") == text

    return [path for path, text in made.items() if not is_current(path, text)]


def main(arguments: list[str]) -> int:
    """Writes all files and returns 0. With `--check` writes nothing and returns 1 if some are out of date."""
    made = texts()
    old = outdated(made)
    for path in old:
        print(f"out of date: {path}" if "--check" in arguments else f"written: {path}")
    if "--check" in arguments:
        return 1 if old else 0
    for path in old:
        file = ROOT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made[path], "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
