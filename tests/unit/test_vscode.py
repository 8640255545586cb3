"""What Visual Studio Code offers to editors: snippets that pass the check, and a task whose messages can be clicked on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minthub.catalogue import Catalogue
from minthub.codes import CODES
from minthub.findings import Report
from minthub.model.kinds import BY_FOLDER, KINDS, RecordModel
from minthub.reporters import as_text, line
from minthub.schema.records import lists_of
from minthub.vscode import schema_file, snippets_text
from tests.conftest import ROOT, TODAY

FOLDER = ROOT / ".vscode"
STARTED = [model for model in KINDS if model.folder != "regions"]


def settings(name: str) -> Any:
    """The file without its comments, which Visual Studio Code allows."""
    text = (FOLDER / name).read_text("utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def expanded(body: list[str]) -> str:
    """What stands there if the editor takes every first choice and every example."""
    text = "\n".join(body)
    text = re.sub(r"\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE", str(TODAY), text)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text.replace("$0", ""))


@pytest.mark.parametrize("model", STARTED, ids=lambda model: model.kind)
def test_a_snippet_passes_the_check(
    model: type[RecordModel], content: Path, loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    snippets = json.loads(snippets_text(lists_of(loaded()[0])))
    body = snippets[f"{model.singular} (neuer Eintrag)"]["body"]
    name = f"{TODAY}-neu" if model.folder == "news" else "neu"
    file = content / model.folder / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(expanded(body), "utf-8")
    report = loaded()[1]
    assert [line(found) for found in report.errors] == []
    assert "$" not in file.read_text("utf-8")


def test_places_to_stop_at_are_numbered_without_gaps() -> None:
    for snippet in json.loads((ROOT / ".vscode" / "mint.code-snippets").read_text("utf-8")).values():
        stops = [int(number) for number in re.findall(r"\$\{?(\d+)", "\n".join(snippet["body"]))]
        assert stops == [*range(1, len(stops)), 0]


def problems(text: str) -> list[tuple[str, str, str, str, str]]:
    """Severity, file, line, code and message as the task's matchers find them, line by line."""
    task = next(task for task in settings("tasks.json")["tasks"] if task["label"] == "Inhalte prüfen")
    found = []
    for row in text.splitlines():
        for matcher in task["problemMatcher"]:
            pattern = matcher["pattern"]
            if match := re.search(pattern["regexp"], row):
                parts = (match[pattern[part]] for part in ("file", "line", "code", "message"))
                found.append((matcher["severity"], *parts))
    return found  # type: ignore[return-value]


def test_the_task_finds_every_message(
    write: Callable[..., Path], loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    from tests.conftest import OFFER

    write(
        "offers/goerlitz/a.md",
        OFFER,
        title="Auf: 12:30: Fehler M101: so heißt es",
        topics=None,
        ages="ab acht",
    )
    write("offers/goerlitz/b.md", "Kein Kopfteil\n")
    report = loaded()[1]
    severities = {"Fehler": "error", "Hinweis": "warning"}
    assert {str(found.severity) for found in report.findings} == set(severities)
    assert problems(as_text(report)) == [
        (severities[str(found.severity)], found.file, str(found.line), found.code, found.message)
        for found in report.findings
    ]


def test_the_task_takes_every_code_and_not_the_sum() -> None:
    rows = [f"content/offers/a.md:1: Hinweis {code}: Was ist. Was stattdessen." for code in CODES]
    assert [code for _, _, _, code, _ in problems("\n".join(rows))] == list(CODES)
    assert problems("3 Fehler, 1 Hinweis in 2 Dateien.\nAlles in Ordnung.") == []


def test_schemas_are_there_for_every_folder() -> None:
    schemas = settings("settings.json")["yaml.schemas"]
    assert {path: pattern.split("/")[1] for path, pattern in schemas.items()} == {
        schema_file(model): folder for folder, model in BY_FOLDER.items()
    }
    assert settings("extensions.json")["recommendations"]
