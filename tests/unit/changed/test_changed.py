"""What a change does to records: its card, and what was there before."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from minthub.cli import main
from tests.conftest import DATA, OFFER, PROVIDER, changed
from tests.unit.test_inert import page

Write = Callable[..., Path]
Say = Callable[..., str]


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def checkout(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose last commit has an offer in Görlitz and one without a place of its own."""
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/goerlitz/robotik-ag.md", OFFER)
    write("offers/zweites.md", OFFER, title="Zweites Angebot")
    wishes = tmp_path / "content" / "wuensche" / "technik.txt"
    wishes.parent.mkdir()
    wishes.write_text("Roboter bauen = offers/robotik-ag offers/zweites providers/jugendhaus\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "data").symlink_to(DATA)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-q", "-m", "x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINT_TODAY", "2026-11-21")
    return tmp_path


@pytest.fixture
def say(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    def _say(*arguments: str) -> str:
        # New files are only known to Git once they are added, as in every pull request.
        git(checkout, "add", "content")
        assert main(["changed", *(arguments or ("--base", "HEAD"))]) == 0
        return capsys.readouterr().out.rstrip("\n")

    return _say


def test_a_changed_record(write: Write, say: Say) -> None:
    write(
        "offers/goerlitz/robotik-ag.md",
        OFFER.replace("Jeden Mittwoch", "Jeden Donnerstag"),
        ages="ab 9",
        price="5 Euro | @admin",
        access=None,
        subjects="[Informatik, technik]",
        checked="21.11.2026",
    )
    assert say() == dedent("""\
        ## Was sich ändert: 1 Eintrag (1 geändert)

        ### Geändert: Angebot

        `content/offers/goerlitz/robotik-ag.md`

        **Robotik-AG im Jugendhaus**

        Arbeitsgemeinschaft

        Kinder bauen und programmieren Roboter aus Baukästen.

        | Angabe | So erscheint sie |
        | --- | --- |
        | Für | ab 9 Jahren |
        | Wo | Görlitz, Jugendhaus |
        | Wann | mittwochs 15–17 Uhr |
        | Kosten | kostenlos: 5 Euro &#124; @\u200badmin |
        | Anbieter | Jugendhaus Görlitz |
        | Geprüft | 21.11.2026 |

        | Feld | vorher | nachher |
        | --- | --- | --- |
        | Alter | 8, 14 | ab 9 |
        | Barrierefreiheit | stufenlos | – |
        | Preis | – | 5 Euro &#124; @\u200badmin |
        | Geprüft am | 2026-11-01 | 21.11.2026 |
        | Text | Jeden Mittwoch bauen Kinder Roboter. Mitmachen können alle ab acht Jahren. | \
Jeden Donnerstag bauen Kinder Roboter. Mitmachen können alle ab acht Jahren. |""")


def test_a_new_record_has_no_before(write: Write, say: Say) -> None:
    write("offers/goerlitz/neues.md", OFFER, title="Neues Angebot", gta="ja")
    text = say()
    assert text.startswith("## Was sich ändert: 1 Eintrag (1 neu)\n\n### Neu: Angebot\n\n")
    assert "**Neues Angebot**\n\nArbeitsgemeinschaft · als Ganztagsangebot\n" in text
    assert "vorher" not in text


def test_a_record_with_a_mistake_is_named_with_what_was(write: Write, say: Say) -> None:
    write("offers/goerlitz/robotik-ag.md", OFFER, ages="ab acht")
    text = say()
    assert "Hier sind noch Fehler; die Inhaltsprüfung sagt, was zu ändern ist." in text
    assert "| Alter | 8, 14 | ab acht |" in text


def test_a_file_that_cannot_be_read(write: Write, say: Say) -> None:
    write("offers/goerlitz/robotik-ag.md", "kein Kopfteil")
    assert say().endswith("Hier sind noch Fehler; die Inhaltsprüfung sagt, was zu ändern ist.")


def test_gone_moved_and_merely_tidied(checkout: Path, write: Write, say: Say) -> None:
    (checkout / "content/offers/goerlitz/robotik-ag.md").unlink()
    (checkout / "content/offers/zweites.md").rename(checkout / "content/offers/goerlitz/zweites.md")
    write("providers/jugendhaus.md", changed(dedent(PROVIDER), title='"Jugendhaus Görlitz"'))
    text = say()
    assert text.startswith("## Was sich ändert: 3 Einträge (2 geändert, 1 gelöscht)\n")
    assert (
        "### Gelöscht: Angebot\n\n`content/offers/goerlitz/robotik-ag.md`\n\n**Robotik-AG im Jugendhaus**\n"
        in text
    )
    assert "Hieß vorher `content/offers/zweites.md`.\n\n**Zweites Angebot**" in text
    assert text.count("An den Angaben ändert sich nichts.") == 2


def test_other_files_are_named(write: Write, say: Say) -> None:
    write("mitmachen/neu.md", "# Neu")
    assert say() == "## Was sich ändert: kein Eintrag\n\n### Andere Dateien\n\n- `content/mitmachen/neu.md`"


def test_many_records_are_cut(write: Write, say: Say) -> None:
    for number in range(45):
        write(f"offers/goerlitz/nr-{number:02}.md", OFFER, title=f"Nummer {number}")
    text = say()
    assert text.count("### Neu: Angebot") == 40
    rest = "\n".join(f"- `content/offers/goerlitz/nr-{at}.md`" for at in range(40, 45))
    assert f"\n\n### Und außerdem\n\n{rest}\n\n" in text


def test_records_that_no_wish_names_are_said_to_the_editors(checkout: Path, write: Write, say: Say) -> None:
    write("offers/goerlitz/neues.md", OFFER, title="Neues Angebot")
    write("offers/goerlitz/kaputt.md", OFFER, ages="ab acht")
    write("offers/goerlitz/robotik-ag.md", OFFER, ages="ab 9")
    assert say().endswith(
        "\n\n### Für die Redaktion: noch ohne Wünsche\n\nWas tippen Leute, denen das hilft? Schreiben Sie es in eine Datei "
        "unter `content/wuensche/`, dann findet die Suche den Eintrag auch damit.\n\n- `offers/neues`"
    )
    (checkout / "content/wuensche/neu.txt").write_text("löten = offers/neues\n", "utf-8")
    assert "Wünsche" not in say()


def test_nothing_in_a_record_does_anything(write: Write, say: Say) -> None:
    write(
        "offers/goerlitz/robotik-ag.md", OFFER, title='"@admin <b> [x](https://evil.example.org) `#1`"', price='"<script>"'
    )  # fmt: skip
    shown = page(say())
    assert shown.tags == {"h2", "h3", "p", "code", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert "@admin" not in shown.free


def test_a_list_of_files(checkout: Path, write: Write, say: Say) -> None:
    write("offers/goerlitz/robotik-ag.md", OFFER, ages="ab 9")
    write("offers/goerlitz/neues.md", OFFER, title="Neues Angebot")
    names = checkout / "names"
    names.write_text("content/offers/goerlitz/robotik-ag.md\n\ncontent/offers/goerlitz/neues.md\n")
    alone = say("--changed-files", str(names))
    assert alone.count("### Geändert: Angebot") == 2
    assert "vorher" not in alone
    compared = say("--changed-files", str(names), "--base", "HEAD")
    assert "### Neu: Angebot" in compared
    assert "| Alter | 8, 14 | ab 9 |" in compared


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Nennen Sie einen früheren Stand (--base HEAD^1) oder eine Liste (--changed-files).\n"),
        (["--base", "gibt-es-nicht"], "Diesen früheren Stand kennt Git hier nicht. Nennen Sie zum Beispiel: --base HEAD^1\n"),
        (["--base=--output=/tmp/x"], "Diesen früheren Stand kennt Git hier nicht. Nennen Sie zum Beispiel: --base HEAD^1\n"),
    ],
)  # fmt: skip
def test_wrong_use(
    arguments: list[str], message: str, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changed", *arguments]) == 2
    assert capsys.readouterr().err == message
