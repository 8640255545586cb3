"""Wishes: which records they lead to, and what is said about lines that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from tests.conftest import OFFER, PROVIDER

Wishes = Callable[..., tuple[Catalogue, list[str]]]
FORM = "Richtig ist zum Beispiel: Nähen lernen; schneidern = offers/naehkurs providers/werkstatt"
AT = "content/wuensche/alle.txt"


@pytest.fixture
def wish(
    content: Path,
    write: Callable[..., Path],
    loaded: Callable[[], tuple[Catalogue, Report]],
    messages: Callable[[], list[str]],
) -> Wishes:
    """`wish("a = offers/x", …)`: the catalogue with these lines and two records, and what is said about it."""
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/robotik-ag.md", OFFER, redirect_from="[roboter-ag]")

    def _wish(*lines: str, raw: bytes | None = None) -> tuple[Catalogue, list[str]]:
        file = content / "wuensche" / "alle.txt"
        file.parent.mkdir()
        file.write_bytes("\n".join(lines).encode() if raw is None else raw)
        return loaded()[0], messages()

    return _wish


def test_phrases_belong_to_each_record_of_their_line(wish: Wishes) -> None:
    catalogue, said = wish(
        "# Tätigkeiten",
        "",
        "  Roboter bauen;  Lego   und Motoren ;= offers/robotik-ag   providers/jugendhaus # gesehen",
        "nach der Schule = providers/jugendhaus",
        "Roboter bauen = providers/jugendhaus",
    )
    assert said == []
    assert catalogue.wishes == {
        "offers/robotik-ag": ("Roboter bauen", "Lego und Motoren"),
        "providers/jugendhaus": ("Roboter bauen", "Lego und Motoren", "nach der Schule"),
    }


def test_a_former_name_still_leads_there(wish: Wishes) -> None:
    catalogue, said = wish("Roboter bauen = offers/roboter-ag")
    assert said == []
    assert catalogue.wishes == {"offers/robotik-ag": ("Roboter bauen",)}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Nähen lernen: naehkurs", "In der Zeile fehlt das Gleichheitszeichen."),
        (" ; = offers/robotik-ag", "Vor dem Gleichheitszeichen steht kein Wunsch."),
        ("Nähen lernen =", "Hinter dem Gleichheitszeichen steht kein Eintrag."),
    ],
)
def test_a_line_of_another_form_is_named_and_the_others_count(wish: Wishes, line: str, problem: str) -> None:
    catalogue, said = wish("# Zeile 1", line, "Roboter bauen = offers/robotik-ag", line)
    assert said == [f"{AT}:{number}: Fehler M027: {problem} {FORM}" for number in (2, 4)]
    assert catalogue.wishes == {"offers/robotik-ag": ("Roboter bauen",)}


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("offers/robotk-ag", "Meinten Sie offers/robotik-ag? Sonst löschen Sie den Namen aus der Zeile."),
        ("offers/robotre-ag", "Meinten Sie offers/robotik-ag? Sonst löschen Sie den Namen aus der Zeile."),
        ("providers/robotik-a", "Löschen Sie den Namen aus der Zeile."),
        ("offers/sternwarte", "Löschen Sie den Namen aus der Zeile."),
        ("content/offers/goerlitz/robotik-ag.md", "Schreiben Sie: offers/robotik-ag"),
        ("offers/robotik-ag.md", "Schreiben Sie: offers/robotik-ag"),
        ("robotik-ag", "Schreiben Sie: offers/robotik-ag"),
        ("roboter-ag", "Schreiben Sie: offers/robotik-ag"),
        ("offers/", "Löschen Sie den Namen aus der Zeile."),
        ("/", "Löschen Sie den Namen aus der Zeile."),
    ],
)
def test_a_record_that_is_not_there_is_named_and_the_others_count(
    wish: Wishes, key: str, remedy: str
) -> None:
    catalogue, said = wish(f"Roboter bauen = {key} providers/jugendhaus")
    assert said == [f"{AT}:1: Hinweis M028: Den Eintrag „{key}“ gibt es nicht. {remedy}"]
    assert catalogue.wishes == {"providers/jugendhaus": ("Roboter bauen",)}


def test_a_record_with_a_fehler_is_there(wish: Wishes, write: Callable[..., Path]) -> None:
    """It is said once, about the record."""
    write("offers/robotik-ag.md", OFFER, format="labortag")
    _, said = wish("Roboter bauen = offers/robotik-ag")
    assert [line.split(": ")[1] for line in said] == ["Fehler M106"]


def test_a_file_in_another_encoding_is_named_and_still_read(wish: Wishes) -> None:
    catalogue, said = wish(raw="Nähen = offers/robotik-ag".encode("cp1252"))
    assert [line.split(": ")[:2] for line in said] == [[f"{AT}:1", "Fehler M001"]]
    assert catalogue.wishes == {"offers/robotik-ag": ("Nähen",)}


def test_a_document_of_another_program_is_named(wish: Wishes) -> None:
    catalogue, said = wish(raw=b"PK\x03\x04 Nahen = offers/robotik-ag")
    assert [line.split(": ")[:2] for line in said] == [[f"{AT}:1", "Fehler M003"]]
    assert catalogue.wishes == {}


@pytest.mark.parametrize("phrase", ["Programmieren in C# lernen", "E=mc² verstehen", "a#b"])
def test_signs_of_the_form_may_stand_in_a_phrase(wish: Wishes, phrase: str) -> None:
    catalogue, said = wish(f"{phrase} = offers/robotik-ag")
    assert said == []
    assert catalogue.wishes == {"offers/robotik-ag": (phrase,)}


@pytest.mark.parametrize("line", ["#x = offers/robotik-ag", "  # x = offers/robotik-ag"])
def test_a_remark_is_no_wish(wish: Wishes, line: str) -> None:
    catalogue, said = wish(line)
    assert said == []
    assert catalogue.wishes == {}


@pytest.mark.parametrize("name", ["A.TXT", "b.md", "sub/c.txt", "d"])
def test_other_files_are_named(content: Path, messages: Callable[[], list[str]], name: str) -> None:
    file = content / "wuensche" / name
    file.parent.mkdir(parents=True)
    file.write_text("geheim\n", "utf-8")
    (content / "wuensche" / ".DS_Store").touch()
    stem = file.stem
    assert messages() == [
        f"content/wuensche/{name}:1: Fehler M022: „{file.name}“ ist keine Datei mit Wünschen."
        f" Benennen Sie sie um: content/wuensche/{stem}.txt"
    ]


LINK = "Das ist eine Verknüpfung auf eine andere Stelle. Legen Sie die Datei selbst hier ab."


def test_links_to_other_files_are_not_followed(
    content: Path, tmp_path: Path, messages: Callable[[], list[str]]
) -> None:
    (tmp_path / "geheim.txt").write_text("geheim\n", "utf-8")
    (content / "wuensche").mkdir()
    (content / "wuensche" / "alle.txt").symlink_to(tmp_path / "geheim.txt")
    assert messages() == [f"{AT}:1: Fehler M023: {LINK}"]


def test_links_to_other_folders_are_not_followed(
    content: Path, tmp_path: Path, messages: Callable[[], list[str]]
) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "alle.txt").write_text("geheim\n", "utf-8")
    (content / "wuensche").symlink_to(tmp_path / "geheim")
    assert messages() == [f"content/wuensche:1: Fehler M023: {LINK}"]


def test_two_versions_of_a_file_of_wishes_are_one_mistake(wish: Wishes) -> None:
    catalogue, said = wish("a = offers/x", "<<<<<<< HEAD", "b = y", "=======", "c = z", ">>>>>>> main")
    assert catalogue.wishes == {}
    assert [line.partition(" Behalten")[0] for line in said] == [
        f"{AT}:2: Fehler M008: Hier sind zwei Fassungen der Datei stehen geblieben."
    ]
