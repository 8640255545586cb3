"""The workflows are well-formed, pinned and ask for no more rights than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent

# Files with a schedule, and what they start.
SCHEDULED = {"nachtlauf": "veroeffentlichen", "wochenlauf": "links", "monatslauf": "faellig"}

USES = re.compile(r"^\s*(?:-\s+)?uses:\s*(?P<action>\S+)(?P<comment>.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def load(workflow: Path) -> dict[str, Any]:
    # BaseLoader keeps the key `on` a text; YAML 1.1 would make it True.
    whole: dict[str, Any] = yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return whole


def test_the_workflows_are_there() -> None:
    expected = {"beschriften", "eintrag", "faellig", "links", "pruefen", "veroeffentlichen", *SCHEDULED}
    assert {path.stem for path in WORKFLOWS} == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
    ids=["workflows", "dependabot"],
)
def test_follows_the_schema(schema: str, files: list[Path]) -> None:
    # Built-in schemas only: the test must not depend on a network.
    done = run(BIN / "check-jsonschema", "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_zizmor_finds_nothing() -> None:
    done = run(BIN / "zizmor", "--offline", "--min-severity", "medium", "--quiet", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit(workflow: Path) -> None:
    for use in USES.finditer(workflow.read_text(encoding="utf-8")):
        if use["action"].startswith("./"):
            continue
        assert PINNED.fullmatch(use["action"]), use["action"]
        # Dependabot and people read the version from the comment.
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", use["comment"]), use[0].strip()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_per_job(workflow: Path) -> None:
    content = load(workflow)
    assert content["permissions"] == {}
    for name, job in content["jobs"].items():
        assert "permissions" in job, name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_job_has_a_time_limit(workflow: Path) -> None:
    for name, job in load(workflow)["jobs"].items():
        # A job that calls another workflow cannot have one; the called jobs do.
        assert "timeout-minutes" in job or "uses" in job, name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_checkout_leaves_no_credentials_behind(workflow: Path) -> None:
    for job in load(workflow)["jobs"].values():
        for step in job.get("steps", []):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_uploads_keep_hidden_files(workflow: Path) -> None:
    """.well-known/security.txt is part of the site, and uploads leave it out by default."""
    for job in load(workflow)["jobs"].values():
        for step in job.get("steps", []):
            if re.match(r"actions/upload-(pages-)?artifact@", step.get("uses", "")):
                assert step["with"]["include-hidden-files"] == "true"


def test_schedules_are_in_files_of_their_own() -> None:
    """GitHub switches off a whole file with a schedule when a repository is quiet for 60 days."""
    assert {path.stem for path in WORKFLOWS if "schedule" in load(path)["on"]} == set(SCHEDULED)
    for name, started in SCHEDULED.items():
        content = load(ROOT / ".github" / "workflows" / f"{name}.yml")
        assert set(content["on"]) == {"schedule", "workflow_dispatch"}
        (job,) = content["jobs"].values()
        assert job["permissions"] == {"actions": "write"}
        assert [step["run"] for step in job["steps"]] == [f"gh workflow run {started}.yml --ref main"]
        assert "workflow_dispatch" in load(ROOT / ".github" / "workflows" / f"{started}.yml")["on"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_from_outside_stands_in_a_script(workflow: Path) -> None:
    """What GitHub puts in for an expression is not quoted by anybody; variables are."""
    for name, job in load(workflow)["jobs"].items():
        for step in job.get("steps", []):
            assert "${{" not in step.get("run", ""), name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_only_the_check_runs_what_strangers_propose(workflow: Path) -> None:
    """Where rights to write meet an event from outside, nothing is checked out but the main branch, or nothing at all."""
    events = set(load(workflow)["on"])
    assert "pull_request_target" not in events
    for job in load(workflow)["jobs"].values():
        steps = job.get("steps", [])
        if "pull_request" in events:
            assert set(job["permissions"].values()) == {"read"}
        if "workflow_run" in events:
            assert [step for step in steps if "uses" in step] == []
        for step in steps:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert "ref" not in step["with"]


def test_an_issue_is_taken_over_only_by_label() -> None:
    content = load(ROOT / ".github" / "workflows" / "eintrag.yml")
    assert content["on"] == {"issues": {"types": ["labeled"]}}
    assert content["jobs"]["eintrag"]["if"] == "github.event.label.name == 'übernehmen'"


def test_every_district_may_have_an_owner() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS.example").read_text("utf-8").splitlines()
    owners = dict(line.split() for line in lines if line.strip() and not line.startswith("#"))
    for path in sorted((ROOT / "content" / "regions").glob("*.md")):
        for owned in (f"offers/{path.stem}/", f"events/{path.stem}/", f"regions/{path.name}"):
            assert owners[f"/content/{owned}"] == f"@IHRE-ORGANISATION/kreis-{path.stem}"
    folders = [path for path in owners if path.endswith("/") and path != "/.ci/"]
    assert [path for path in folders if not (ROOT / path.strip("/")).is_dir()] in (
        [],
        # A district without events has no folder for them yet.
        [
            path
            for path in folders
            if path.startswith("/content/events/") and not (ROOT / path.strip("/")).is_dir()
        ],
    )
