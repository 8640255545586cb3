"""The scripts inside the workflows, run with a stand-in for GitHub's command `gh` that notes how it was called."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from tests.conftest import DATA, OFFER, PROVIDER, ROOT, changed
from tests.districts import write_districts
from tests.unit.issues.conftest import OFFER_ANSWERS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed"),
    pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed"),
]

# Answers with what the test laid down for a call, through jq as gh does it.
GH = """\
#!{python}
import json, subprocess, sys
arguments = sys.argv[1:]
with open({calls!r}, "a") as calls:
    calls.write(json.dumps(arguments) + "\\n")
with open({answers!r}) as file:
    answers = json.load(file)
line = " ".join(arguments)
found = next((value for key, value in answers.items() if key in line), None)
if found is not None and "--jq" in arguments:
    query = arguments[arguments.index("--jq") + 1]
    sys.exit(subprocess.run(["jq", "-r", query], input=json.dumps(found), text=True).returncode)
"""


@dataclass
class Runner:
    """A folder like that of a workflow's job."""

    root: Path
    environ: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def temp(self) -> Path:
        return self.root / "temp"

    def run(self, workflow: str, step: str, **environ: str) -> list[list[str]]:
        """Runs one step as GitHub does (`bash -e -o pipefail`) and returns the calls of gh."""
        (self.root / "answers").write_text(json.dumps(self.answers))
        calls = self.root / "calls"
        calls.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script(workflow, step)],
            cwd=self.root,
            env={**self.environ, **environ},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in calls.read_text().splitlines()]


def script(workflow: str, step: str) -> str:
    whole = yaml.load((ROOT / ".github" / "workflows" / workflow).read_text("utf-8"), Loader=yaml.BaseLoader)
    steps = [one for job in whole["jobs"].values() for one in job["steps"]]
    return str(next(one["run"] for one in steps if one.get("name") == step))


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    content = tmp_path / "content"
    write_districts(content / "regions")
    (tmp_path / "mkdocs.yml").write_text("site_name: Wegweiser\nsite_url: https://w.example.org/\n")
    (tmp_path / "data").symlink_to(DATA)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "minthub").symlink_to(Path(sys.executable).parent / "minthub")
    (tmp_path / "temp").mkdir()
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(
        GH.format(python=sys.executable, calls=str(tmp_path / "calls"), answers=str(tmp_path / "answers"))
    )
    gh.chmod(0o755)
    environ = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("MINT_", "GITHUB_"))},
        "PATH": f"{gh.parent}:{os.environ['PATH']}",
        "MINT_TODAY": "2026-11-21",
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GH_REPO": "org/wegweiser",
        "NUMBER": "12",
    }
    return Runner(tmp_path, environ)


@pytest.fixture
def record(runner: Runner) -> Callable[..., None]:
    def _record(name: str, text: str, **changes: str) -> None:
        path = runner.root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed(dedent(text), **changes), "utf-8")

    return _record


LABELS = {"title": "Titel", "summary": "Kurzbeschreibung", "format": "Form", "provider": "Anbieter", "ages": "Alter"} | {
    "subjects": "Fächer", "mode": "Art der Teilnahme", "city": "Stadt oder Gemeinde", "postcode": "Postleitzahl",
    "cost": "Kosten", "source": "Quelle", "text": "Text", "einverstanden": "Einverstanden",
}  # fmt: skip


def event(root: Path, body: str | None) -> str:
    path = root / "event.json"
    path.write_text(json.dumps({"issue": {"body": body}}))
    return str(path)


def outputs(root: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in (root / "output").read_text("utf-8").splitlines())


def test_an_issue_becomes_outputs(runner: Runner) -> None:
    answers = {**OFFER_ANSWERS, "title": "Löten $(touch pwned) `touch pwned`"}
    body = "\r\n\r\n".join(f"### {label}\r\n\r\n{answers[id]}" for id, label in LABELS.items())
    title = "--help $(touch pwned)\"; touch pwned; '"
    runner.run("eintrag.yml", "Meldung lesen", TITLE=title, GITHUB_EVENT_PATH=event(runner.root, body))
    assert outputs(runner.root) == {
        "action": "record",
        "path": "content/offers/goerlitz/loeten-touch-pwned-touch-pwned.md",
        "branch": "meldung-12",
        "title": "Angebot: Löten $(touch pwned) `touch pwned`",
    }
    assert (runner.root / outputs(runner.root)["path"]).is_file()
    assert not (runner.root / "pwned").exists()
    assert (runner.temp / "text.md").read_text("utf-8").startswith("Aus der Meldung #12 (closes #12).")
    calls = runner.run("eintrag.yml", "Schilder setzen")
    assert [call for call in calls if call[:2] == ["issue", "edit"]] == [
        ["issue", "edit", "12", "--add-label", "Angebot"],
        ["issue", "edit", "12", "--add-label", "kreis: goerlitz"],
        ["issue", "edit", "12", "--remove-label", "übernehmen"],
    ]
    calls = runner.run("eintrag.yml", "Prüfung anstoßen", BRANCH="meldung-12", PROPOSAL="13")
    assert calls[:3] == [
        ["pr", "edit", "13", "--add-label", "Angebot"],
        ["pr", "edit", "13", "--add-label", "kreis: goerlitz"],
        ["workflow", "run", "pruefen.yml", "--ref", "meldung-12"],
    ]
    assert calls[3][:3] == ["issue", "comment", "12"]
    assert calls[3][-1].endswith("durchsieht: #13")


@pytest.mark.parametrize("body", [None, "😀" * 60_000], ids=["empty", "long"])
def test_an_issue_without_a_form_is_answered(body: str | None, runner: Runner) -> None:
    runner.run("eintrag.yml", "Meldung lesen", TITLE="", GITHUB_EVENT_PATH=event(runner.root, body))
    assert outputs(runner.root) == {"action": "comment", "path": "", "branch": "", "title": ""}
    assert (runner.temp / "text.md").read_text("utf-8").startswith("Vielen Dank! ")


def test_districts_get_an_issue_each(runner: Runner, record: Callable[..., None]) -> None:
    record("providers/jugendhaus.md", PROVIDER)
    record("offers/goerlitz/alt.md", OFFER, checked="2025-06-01")
    record(
        "offers/bautzen/alt-2.md", OFFER, checked="2025-06-01", city="Bautzen", postcode='"02625"', title="B"
    )
    runner.answers = {
        "--label kreis: goerlitz --json number": [{"number": 7}],
        "--label kreis: bautzen --json number": [],
        "--limit 100": [
            {"number": 7, "labels": [{"name": "prüfung-fällig"}, {"name": "kreis: goerlitz"}]},
            {"number": 8, "labels": [{"name": "kreis: dresden"}, {"name": "prüfung-fällig"}]},
        ],
    }
    calls = runner.run("faellig.yml", "Aufgaben schreiben")
    acted = [call[:-1] if "--body-file" in call else call for call in calls if call[1] in ("edit", "create", "close")]  # fmt: skip
    assert [call for call in acted if call[0] == "issue"] == [
        ["issue", "create", "--title", "Zu prüfen: Landkreis Bautzen", "--label", "prüfung-fällig", "--label", "kreis: bautzen", "--body-file"],
        ["issue", "edit", "7", "--body-file"],
        ["issue", "close", "8", "--comment", "Alles geprüft – vielen Dank!"],
    ]  # fmt: skip
    assert "**Robotik-AG im Jugendhaus**" in (runner.temp / "body.md").read_text("utf-8")


def test_nothing_due_makes_no_issue(runner: Runner) -> None:
    runner.answers = {"--limit 100": []}
    calls = runner.run("faellig.yml", "Aufgaben schreiben")
    assert [call[:2] for call in calls] == [["label", "create"], ["issue", "list"]]


@pytest.mark.parametrize(
    ("body", "open_issues", "expected"),
    [
        ("- [ ] x\n", [], ["issue", "create"]),
        ("- [ ] x\n", [{"number": 5}], ["issue", "edit", "5"]),
        ("\n", [{"number": 5}], ["issue", "close", "5"]),
        ("\n", [], []),
    ],
)
def test_links_have_one_issue(body: str, open_issues: list[Any], expected: list[str], runner: Runner) -> None:
    (runner.temp / "body.md").write_text(body)
    runner.answers = {"issue list": open_issues}
    calls = runner.run("links.yml", "Aufgabe schreiben")
    assert [call[: len(expected)] for call in calls[2:]] == ([expected] if expected else [])


def test_broken_addresses_are_a_result_and_a_crash_is_one(runner: Runner) -> None:
    minthub = runner.root / ".venv" / "bin" / "minthub"
    for code, is_fine in ((0, True), (1, True), (2, False)):
        minthub.unlink()
        minthub.write_text(f"#!/bin/sh\necho Liste\nexit {code}\n")
        minthub.chmod(0o755)
        environ = {"GITHUB_STEP_SUMMARY": str(runner.root / "summary")}
        if is_fine:
            runner.run("links.yml", "Adressen prüfen", **environ)
            assert (runner.temp / "body.md").read_text() == "Liste\n"
        else:
            with pytest.raises(AssertionError):
                runner.run("links.yml", "Adressen prüfen", **environ)


def test_proposals_get_the_label_of_their_district(runner: Runner) -> None:
    names = [
        "content/offers/goerlitz/neu.md",
        "content/events/goerlitz/neu.md",
        "content/regions/bautzen.md",
        "content/offers/sachsenweit/neu.md",
        "content/offers/erfunden/neu.md",
        "content/offers/x\ncontent/offers/dresden/y.md",
        "content/offers/chemnitz/$(touch pwned).md",
        "src/content/offers/zwickau/x.md",
        "content/news/leipzig.md",
    ]
    runner.answers = {
        "pulls?state=open": [
            {"number": 3, "head": {"sha": "b" * 40}},
            {"number": 4, "head": {"sha": "a" * 40}},
        ],
        "contents/content/offers": [
            {"name": name} for name in ("goerlitz", "sachsenweit", "chemnitz", "dresden")
        ],
        "contents/content/regions": [{"name": name} for name in ("goerlitz.md", "bautzen.md", "zwickau.md")],
        "pulls/4/files": [{"filename": name} for name in names],
    }
    calls = runner.run("beschriften.yml", "Schilder setzen", SHA="a" * 40)
    assert [call for call in calls if call[0] == "pr"] == [
        ["pr", "edit", "4", "--add-label", f"kreis: {id}"]
        for id in ("bautzen", "dresden", "goerlitz", "sachsenweit")
    ]
    assert not (runner.root / "pwned").exists()


def test_a_proposal_that_is_closed_gets_none(runner: Runner) -> None:
    runner.answers = {"pulls?state=open": []}
    assert len(runner.run("beschriften.yml", "Schilder setzen", SHA="a" * 40)) == 1
