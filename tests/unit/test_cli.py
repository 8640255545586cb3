"""The command `minthub`: what it prints, where, and with which exit code."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from minthub import commands
from minthub.cli import main
from minthub.commands import site as site_commands
from tests.conftest import DATA, OFFER, PROVIDER, TODAY, changed

GOOD = dedent(OFFER)
WRONG = changed(GOOD, ages="ab acht", title="ROBOTIK IM JUGENDHAUS")
NOTE = (
    "content/offers/wrong.md:2: Hinweis M406: Feld „Titel“ (title): „ROBOTIK IM JUGENDHAUS“ ist durchgehend groß geschrieben."
    " Schreiben Sie groß und klein wie sonst auch, zum Beispiel: title: Robotik für Einsteiger"
)
ERROR = (
    "content/offers/wrong.md:9: Fehler M112: Feld „Alter“ (ages): „ab acht“ ist keine Zahl."
    " Schreiben Sie Ziffern: ages: ab 8 – oder: ages: [8, 14]"
)


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def hub(content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a provider and no offers; the command runs in it, on the fixed day."""
    root = content.parent
    (root / "mkdocs.yml").touch()
    (root / "data").symlink_to(DATA)
    (content / "offers").mkdir()
    (content / "providers").mkdir()
    (content / "providers" / "jugendhaus.md").write_text(dedent(PROVIDER), "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("MINT_TODAY", str(TODAY))
    return root


@pytest.fixture
def run(hub: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(*argv: str) -> Result:
        try:
            code = main(argv)
        except SystemExit as exit:
            code = exit.code if isinstance(exit.code, int) else -1
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return _run


@pytest.fixture
def wrong(hub: Path) -> Path:
    """An offer with a Fehler and a Hinweis."""
    path = hub / "content" / "offers" / "wrong.md"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.fixture
def good(hub: Path) -> Path:
    path = hub / "content" / "offers" / "goerlitz" / "good.md"
    path.parent.mkdir()
    path.write_text(GOOD, "utf-8")
    return path


# --- check -------------------------------------------------------------------------------


def test_check_without_findings_is_fine(run: Run, good: Path) -> None:
    assert run("check") == Result(0, "15 Dateien geprüft: alles in Ordnung.\n", "")


def test_check_prints_fehler_and_hinweise(run: Run, wrong: Path, good: Path) -> None:
    assert run("check") == Result(1, f"{NOTE}\n{ERROR}\n1 Fehler, 1 Hinweis in 1 Datei.\n", "")


def test_only_hinweise_are_no_failure(run: Run, wrong: Path) -> None:
    wrong.write_text(changed(WRONG, ages="ab 8"), "utf-8")
    assert run("check") == Result(0, f"{NOTE}\n1 Hinweis in 1 Datei.\n", "")


def test_hinweise_can_be_left_out(run: Run, wrong: Path) -> None:
    assert run("check", "--errors-only") == Result(1, f"{ERROR}\n1 Fehler in 1 Datei.\n", "")
    wrong.write_text(changed(WRONG, ages="ab 8"), "utf-8")
    assert run("check", "--errors-only") == Result(0, "15 Dateien geprüft: alles in Ordnung.\n", "")


def test_check_of_some_files_is_about_them_only(run: Run, wrong: Path, good: Path) -> None:
    fine = Result(0, "1 Datei geprüft: alles in Ordnung.\n", "")
    assert run("check", "content/offers/goerlitz/good.md") == fine
    assert run("check", "content/offers/wrong.md").code == 1
    assert run("check", "content/offers/goerlitz/good.md", "content/offers/wrong.md").code == 1
    assert (
        run("check", "content/providers/jugendhaus.md", str(good)).out
        == "2 Dateien geprüft: alles in Ordnung.\n"
    )


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (".", "content/offers/wrong.md"),
        (".", "./content/offers/wrong.md"),
        (".", "content/offers/../offers/wrong.md"),
        ("content", "offers/wrong.md"),
        ("content/offers", "wrong.md"),
        ("content/providers", "../offers/wrong.md"),
    ],
)
def test_files_are_named_from_any_subfolder(
    folder: str, name: str, run: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run("check", name) == Result(1, f"{NOTE}\n{ERROR}\n1 Fehler, 1 Hinweis in 1 Datei.\n", "")


def test_a_checkout_behind_a_link_is_the_same(run: Run, wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert run("check", str(tmp_path / "link" / "content" / "offers" / "wrong.md")).code == 1


@pytest.mark.parametrize("name", ["content/offers/nichts.md", "content/nichts", "/nichts.md", ""])
def test_a_file_that_is_not_there_is_wrong_use(name: str, run: Run) -> None:
    assert run("check", name) == Result(2, "", f"Diese Datei gibt es nicht: {name}\n")


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "docs/offers/x.md",
        "content/index.md",
        "content/mitmachen/felder.md",
        "data/vocabulary.yml",
    ],
)
def test_nothing_is_said_to_be_right_about_a_file_that_is_no_record(name: str, run: Run, hub: Path) -> None:
    path = hub / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.exists() or path.touch()
    assert run("check", name) == Result(
        2,
        "",
        f"{name} ist kein Eintrag."
        " Einträge liegen in: offers, events, providers, networks, regions, funding, news unter content/.\n",
    )


def test_wishes_are_checked_too(run: Run, hub: Path) -> None:
    path = hub / "content" / "wuensche" / "alle.txt"
    path.parent.mkdir()
    path.write_text("# Noch keine\n", "utf-8")
    assert run("check", "content/wuensche/alle.txt") == Result(0, "1 Datei geprüft: alles in Ordnung.\n", "")
    path.write_text("Roboter bauen = offers/gibt-es-nicht\n", "utf-8")
    assert run("check", "content/wuensche/alle.txt").out.startswith(
        "content/wuensche/alle.txt:1: Hinweis M028: "
    )


def test_a_record_in_a_misspelt_folder_gets_its_finding(run: Run, hub: Path) -> None:
    (hub / "content" / "angebote").mkdir()
    (hub / "content" / "angebote" / "x.md").write_text(GOOD, "utf-8")
    assert run("check", "content/angebote/x.md") == Result(
        1,
        "content/angebote/x.md:1: Fehler M022: Den Ordner „angebote“ gibt es hier nicht."
        " Verschieben Sie die Datei nach content/offers/x.md\n1 Fehler in 1 Datei.\n",
        "",
    )


def test_annotations_put_the_files_of_the_pull_request_first(run: Run, wrong: Path, hub: Path) -> None:
    (hub / "content" / "offers" / "later.md").write_text(changed(GOOD, ages="alt", title="Später"), "utf-8")
    (hub / "changed.txt").write_bytes(b"README.md\r\ncontent/offers/wrong.md\r\n")
    result = run("check", "--format", "github", "--changed-files", "changed.txt")
    assert result.code == 1
    assert re.findall(r"::(\w+) file=content/offers/(\w+)\.md,line=(\d+)", result.out) == [
        ("error", "wrong", "9"),
        ("notice", "wrong", "2"),
        ("error", "later", "9"),
    ]


def test_json_is_for_programs(run: Run, wrong: Path) -> None:
    result = run("check", "--format", "json")
    report = json.loads(result.out)
    assert result.code == 1
    assert (report["files"], report["errors"], report["notes"]) == (15, 1, 1)
    assert [found["code"] for found in report["findings"]] == ["M406", "M112"]


def test_the_summary_shows_what_was_written_as_text(run: Run, wrong: Path) -> None:
    wrong.write_text(changed(GOOD, ages='"<img src=x> | [a](http://b.de)"'), "utf-8")
    row = run("check", "--format", "summary").out.split("\n")[4]
    assert "<img" not in row
    assert "[a]" not in row
    assert row.count("|") == 5


# --- neu ---------------------------------------------------------------------------------

FILLED = {
    "summary": "Kinder bauen Roboter.",
    "city": "Görlitz",
    "ages": "ab 8",
    "subjects": "technik",
    "format": "workshop",
    "mode": "vor Ort",
    "cost": "kostenlos",
    "provider": "jugendhaus",
    "source": "https://www.example.org/quelle",
    "start": "2026-12-05 16:00",
    "serves": "sachsenweit",
    "short_title": "Görlitz",
    "ags": '"14626"',
    "kind": "landkreis",
    "seat": "Görlitz",
    "neighbours": "[bautzen]",
    "funder": "Land",
    "eligible": "vereine",
    "website": "https://www.example.org/seite",
}
TYPES = {"Anbieter": "verein", "Netzwerk": "buendnis"}
KINDS = [
    ("Angebot", "offers/loeten-fuer-anfaenger.md"),
    ("Termin", "events/loeten-fuer-anfaenger.md"),
    ("Anbieter", "providers/loeten-fuer-anfaenger.md"),
    ("Netzwerk", "networks/loeten-fuer-anfaenger.md"),
    ("Förderung", "funding/loeten-fuer-anfaenger.md"),
    ("Meldung", "news/2026-11-21-loeten-fuer-anfaenger.md"),
]


def fill(path: Path, kind: str) -> None:
    """What an editor does: writes behind the open fields, and a text in place of the comment."""
    values = FILLED | ({"type": TYPES[kind]} if kind in TYPES else {})
    text = re.sub(
        r"^(\w+):  # Beispiel: .*$",
        lambda match: f"{match[1]}: {values[match[1]]}",
        path.read_text("utf-8"),
        flags=re.M,
    )
    path.write_text(re.sub(r"^<!-- .* -->$", "Ein Satz über das Löten.", text, flags=re.M), "utf-8")


def test_a_folder_is_checked_as_its_files(run: Run, wrong: Path) -> None:
    assert run("check", "content/offers") == Result(
        1, f"{NOTE}\n{ERROR}\n1 Fehler, 1 Hinweis in 1 Datei.\n", ""
    )


@pytest.mark.parametrize("told", ["goerlitz", "Görlitz", "Landkreis Görlitz", "gorlitz"])
def test_neu_takes_the_district(told: str, run: Run, hub: Path) -> None:
    (hub / "content" / "regions").mkdir(exist_ok=True)
    (hub / "content" / "regions" / "goerlitz.md").touch()
    assert run("neu", "Angebot", "Löten", "--kreis", told).code == 0
    assert (hub / "content" / "offers" / "goerlitz" / "loeten.md").is_file()


def test_neu_names_the_districts_there_are(run: Run, hub: Path) -> None:
    (hub / "content" / "regions").mkdir(exist_ok=True)
    for path in (hub / "content" / "regions").glob("*.md"):
        path.unlink()
    (hub / "content" / "regions" / "goerlitz.md").touch()
    result = run("neu", "Angebot", "Löten", "--kreis", "Prag")
    assert (result.code, result.err) == (2, "„Prag“ ist kein Kreis. Möglich sind: goerlitz, sachsenweit.\n")
    result = run("neu", "Anbieter", "Löten", "--kreis", "goerlitz")
    assert (result.code, result.err) == (
        2,
        "Anbieter liegen nicht in Ordnern der Kreise. Lassen Sie --kreis weg.\n",
    )


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_neu_makes_a_file_that_only_wants_its_fields(kind: str, name: str, run: Run, hub: Path) -> None:
    file = f"content/{name}"
    told = f"Angelegt: {file}\nFüllen Sie die Felder aus und prüfen Sie dann: minthub check {file}\n"
    if kind in ("Angebot", "Termin"):
        told += (
            "Findet es in einem Kreis statt, gehört die Datei in dessen Ordner; beim Anlegen: --kreis NAME\n"
        )
    assert run("neu", kind, "Löten für Anfänger") == Result(0, told, "")
    codes = {found["code"] for found in json.loads(run("check", file, "--format", "json").out)["findings"]}
    # Mandatory fields and the one of ages, grades and stages; should-fields; text of a record and of news.
    assert codes <= {"M101", "M104", "M121", "M124", "M125", "M401", "M411"}
    fill(hub / file, kind)
    result = run("check", file, "--errors-only")
    assert result == Result(0, "1 Datei geprüft: alles in Ordnung.\n", "")
    assert run("check").code == 0


def test_neu_makes_a_district(run: Run, hub: Path) -> None:
    path = hub / "content" / "regions" / "goerlitz.md"
    path.unlink()
    assert run("neu", "Kreis", "Görlitz").code == 0
    fill(path, "Kreis")
    assert run("check", "--errors-only") == Result(0, "14 Dateien geprüft: alles in Ordnung.\n", "")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Löten: Teil 1", "loeten-teil-1"),
        ('Die "tolle" AG', "die-tolle-ag"),
        ("Max' Labor", "max-labor"),
        ("#MINT @home", "mint-home"),
        ("C:\\Robotik", "c-robotik"),
        ("*Stern* & Co.", "stern-und-co"),
        ("Łužiske dźěći", "luziske-dzeci"),
        ("<Logik> 3 < 5 -->", "logik-3-5"),
        ("--- - [a]", "a"),
    ],
)
def test_neu_keeps_any_title(title: str, name: str, run: Run, hub: Path) -> None:
    assert run("neu", "Angebot", title).code == 0
    path = hub / "content" / "offers" / f"{name}.md"
    fill(path, "Angebot")
    assert run("check", str(path), "--errors-only").code == 0
    from minthub.reading import Scalar, read_record

    record, _ = read_record(path.read_bytes(), "x.md", "offers", name)
    assert record is not None
    value = record.entries["title"].value
    assert isinstance(value, Scalar)
    assert value.text == title


def test_neu_never_overwrites(run: Run, good: Path) -> None:
    assert run("neu", "Angebot", "Good!") == Result(
        2, "", "Diesen Eintrag gibt es schon: content/offers/goerlitz/good.md\n"
    )
    assert good.read_text("utf-8") == GOOD
    assert not (good.parents[1] / "good.md").exists()


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (
            ("Kurs", "Löten"),
            "„Kurs“ ist keine Art von Eintrag."
            " Möglich sind: Angebot, Termin, Anbieter, Netzwerk, Kreis, Förderung, Meldung.",
        ),
        (
            ("Angebot", "🙂"),
            "Aus „🙂“ lässt sich kein Dateiname machen. Nennen Sie einen Titel mit Buchstaben.",
        ),
        (("Angebot", ""), "Aus „“ lässt sich kein Dateiname machen. Nennen Sie einen Titel mit Buchstaben."),
    ],
)
def test_neu_explains_what_it_cannot_do(argv: tuple[str, str], message: str, run: Run) -> None:
    assert run("neu", *argv) == Result(2, "", f"{message}\n")


# --- wrong use ---------------------------------------------------------------------------


def command_names() -> str:
    """In the order of the help."""
    parsers = argparse.ArgumentParser().add_subparsers()
    commands.add_all(parsers)
    return ", ".join(parsers.choices)


@pytest.mark.parametrize(
    ("argv", "message", "help"),
    [
        ((), "Es fehlt: BEFEHL", "minthub"),
        (("neu",), "Es fehlt: ART, TITEL", "minthub neu"),
        (("neu", "Angebot"), "Es fehlt: TITEL", "minthub neu"),
        (("neu", "Angebot", "Löten", "für"), "Damit kann der Befehl nichts anfangen: für", "minthub"),
        (("prüfen",), f"„prüfen“ gibt es nicht. Möglich sind: {command_names()}", "minthub"),
        (
            ("check", "--format", "xml"),
            "„xml“ gibt es nicht. Möglich sind: github, json, summary, text",
            "minthub check",
        ),
        (("check", "--format"), "Nach --format fehlt ein Wert.", "minthub check"),
        (("check", "--changed-files"), "Nach --changed-files fehlt ein Wert.", "minthub check"),
        (("check", "--errors"), "Damit kann der Befehl nichts anfangen: --errors", "minthub"),
        (("check", "--errors-only=ja"), "--errors-only steht allein, ohne Wert.", "minthub check"),
        (("serve", "--addr"), "Nach --addr fehlt ein Wert.", "minthub serve"),
    ],
)
def test_wrong_use_is_explained_in_german(argv: tuple[str, ...], message: str, help: str, run: Run) -> None:
    assert run(*argv) == Result(2, "", f"{message}\nHilfe: {help} --help\n")


@pytest.mark.parametrize("argv", [(), ("check",), ("neu",), ("build",), ("serve",)])
def test_help_is_german(argv: tuple[str, ...], run: Run) -> None:
    result = run(*argv, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Aufruf: {' '.join(('minthub', *argv))} [-h]")
    assert "zeigt diese Hilfe" in result.out
    assert not re.search(r"usage|options|positional|show this|error", result.out.replace("--errors-only", ""))


def test_outside_of_a_checkout_it_says_where_to_go(
    tmp_path_factory: pytest.TempPathFactory, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("anderswo"))
    assert run("check") == Result(
        2, "", "Hier liegt kein Wegweiser: Wechseln Sie in den Ordner mit mkdocs.yml und content/.\n"
    )


def test_a_list_of_changed_files_that_is_not_there_is_named(run: Run) -> None:
    assert run("check", "--changed-files", "nichts.txt") == Result(
        2, "", "Abgebrochen: nichts.txt lässt sich nicht lesen oder schreiben.\n"
    )


def test_a_wrong_day_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINT_TODAY", "21.11.2026")
    assert run("check") == Result(
        2, "", "Abgebrochen: MINT_TODAY ist „21.11.2026“, kein Tag wie 2026-12-31\n"
    )


def test_a_mistake_in_the_vocabulary_is_no_traceback(run: Run, hub: Path) -> None:
    (hub / "data").unlink()
    (hub / "data").mkdir()
    (hub / "data" / "vocabulary.yml").write_text("state: [", "utf-8")
    result = run("check")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Abgebrochen: vocabulary: ")


def test_an_interrupted_command_says_so_by_its_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minthub.settings.today", interrupt)
    assert run("check") == Result(130, "", "")


@pytest.mark.slow
def test_a_reader_that_leaves_early_gets_no_traceback(hub: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", "from minthub.cli import main; raise SystemExit(main(['check']))"]
    # With a buffer the closed pipe is noticed only at the end.
    buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    try:
        done = subprocess.run(
            command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, env=buffered
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


# --- build and serve ---------------------------------------------------------------------


@dataclass
class MkDocs:
    """Stands in for MkDocs: writes a site, or fails."""

    code: int = 0
    calls: list[tuple[list[str], Path]] | None = None

    def __call__(self, command: list[str], *, cwd: Path, check: bool) -> subprocess.CompletedProcess[str]:
        assert not check
        self.calls = [*(self.calls or []), (command[1:], cwd)]
        if not self.code and "--site-dir" in command:
            fresh = Path(command[command.index("--site-dir") + 1])
            (fresh / "angebote").mkdir(parents=True)
            (fresh / "index.html").write_text("neu", "utf-8")
            (fresh / "angebote" / "index.html").write_text("neu", "utf-8")
        return subprocess.CompletedProcess(command, self.code)


@pytest.fixture
def mkdocs(monkeypatch: pytest.MonkeyPatch) -> MkDocs:
    fake = MkDocs()
    monkeypatch.setattr(site_commands.subprocess, "run", fake)
    return fake


def test_build_puts_the_finished_site_in_place(run: Run, hub: Path, mkdocs: MkDocs) -> None:
    (hub / "site").mkdir()
    (hub / "site" / "alt.html").touch()
    assert run("build") == Result(0, "Fertig: 2 Seiten in site/\n", "")
    assert sorted(path.name for path in (hub / "site").iterdir()) == ["angebote", "index.html"]
    fresh = str(hub / ".build" / "site")
    assert mkdocs.calls == [(["-m", "mkdocs", "build", "--clean", "--site-dir", fresh], hub)]


def test_a_failed_build_leaves_the_site_as_it_was(run: Run, hub: Path, mkdocs: MkDocs) -> None:
    (hub / "site").mkdir()
    (hub / "site" / "alt.html").touch()
    mkdocs.code = 1
    assert run("build") == Result(1, "", "Die Website wurde nicht gebaut; site/ ist, wie es war.\n")
    assert [path.name for path in (hub / "site").iterdir()] == ["alt.html"]


@pytest.mark.parametrize(
    ("argv", "address"), [((), "127.0.0.1:8000"), (("--addr", "0.0.0.0:9000"), "0.0.0.0:9000")]
)
def test_serve_shows_a_preview(
    argv: tuple[str, ...], address: str, run: Run, hub: Path, mkdocs: MkDocs
) -> None:
    mkdocs.code = 3
    assert run("serve", *argv) == Result(3, "", "")
    assert mkdocs.calls == [(["-m", "mkdocs", "serve", "--dev-addr", address], hub)]


def test_a_full_disk_is_said_without_a_name(run: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has a disk that is always full")
    result = run("export", "--art", "Anbieter", "--format", "csv", "-o", "/dev/full")
    assert (result.code, result.out) == (2, "")
    assert re.fullmatch(
        r"Abgebrochen: Eine Datei lässt sich nicht lesen oder schreiben \(.+\)\.\n", result.err
    )
