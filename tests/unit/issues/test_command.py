"""`minthub issue-to-record` as people and the workflow call it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.cli import main
from tests.conftest import DATA, PROVIDER
from tests.unit.issues.conftest import OFFER_ANSWERS

Make = Callable[..., str]


@pytest.fixture
def checkout(
    tmp_path: Path, content: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    write("providers/jugendhaus.md", PROVIDER)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "data").symlink_to(DATA)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINT_TODAY", "2026-11-21")
    return tmp_path


@pytest.fixture
def issue(checkout: Path, body: Make) -> Path:
    path = checkout / "issue.md"
    path.write_text(body("angebot.yml", OFFER_ANSWERS), "utf-8")
    return path


def test_a_file_is_written_once(checkout: Path, issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["issue-to-record", str(issue)]) == 0
    assert capsys.readouterr().out == "Angelegt: content/offers/goerlitz/loeten-fuer-anfaenger.md\n"
    written = checkout / "content/offers/goerlitz/loeten-fuer-anfaenger.md"
    before = written.read_bytes()
    assert main(["issue-to-record", str(issue)]) == 1
    assert capsys.readouterr().out.startswith("Vielen Dank! Diesen Eintrag gibt es schon: ")
    assert written.read_bytes() == before


def test_the_workflow_gets_json(checkout: Path, issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["issue-to-record", "--format", "json", "--number", "7", "--title", "x", str(issue)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["action"], told["branch"]) == ("record", "meldung-7")
    assert (checkout / told["path"]).is_file()


def test_a_dry_run_writes_nothing(checkout: Path, issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["issue-to-record", "--dry-run", str(issue)]) == 0
    assert capsys.readouterr().out.startswith("---\ntitle: Löten für Anfänger\n")
    assert not (checkout / "content/offers").exists()


def test_the_text_may_come_by_pipe_and_be_no_text(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00 ### Titel \xc3")))
    assert main(["issue-to-record"]) == 1
    assert capsys.readouterr().out.startswith("Vielen Dank! Aus dieser Meldung ließ sich kein Eintrag")


def test_a_file_that_is_not_there(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["issue-to-record", "fehlt.md"]) == 2
    assert capsys.readouterr().err == "Diese Datei gibt es nicht: fehlt.md\n"
