"""No rule breaks on what the reader and the models let through."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.model.kinds import BY_FOLDER
from tests.conftest import PROVIDER
from tests.records import TEXTS
from tests.unit.checks.records import DISTRICT

SEED = 20261121
ROUNDS = 12
VALUES = [
    "", "[]", "x", "ja", "8", "ab 8", "[8, 14]", "bis 4", "5", "kita", "erwachsene", "technik", "vor-ort", "mobil", "online",
    "2026-12-05", "2025-01-01 10:00", "2199-12-31", "1800-01-01", "[2026-12-05, 2020-01-01]", "woechentlich", "ferien",
    "goerlitz", "[goerlitz, bautzen]", "sachsenweit", '"01067"', '"10115"', "Görlitz", "Neukirchen", "Frohburg, OT Linda", "🤖",
    "[51.15, 14.98]", "[14.98, 51.15]", "[89.99, -179.99]", "https://www.example.org", "http://www.example.org", "info@example.org",
    "[anna.mueller@example.org, 0341 123456]", "jugendhaus", "x-y-z", "[x-y-z, jugendhaus]", "../a.jpg", "a.jpg", "beendet",
    "1:30", "laufend", "14626", "{organisation: A, website: http://a.example.org}", "AB CDEFGH IJKLMN", "Ромашка", "2026",
]  # fmt: skip
TEXT = ["", " ", "\n", "\n\n", "#", "# A", "=====", "<b>", "</b>", "<", "![a](b)", "[hier](http://a.de)", "[](x)", "`", "``",
        "> ", "- ", "1. ", "|a|b|\n|-|-|\n|", "a@gmx.de", "http://a.de", "<!--", "-->", "*", "~~", "\\", "ä", "🤖", "    x"]  # fmt: skip
BASES = {**TEXTS, "regions": DISTRICT}


@pytest.mark.parametrize("folder", BY_FOLDER)
@pytest.mark.parametrize("number", range(ROUNDS))
def test_any_fields_together_can_be_checked(
    folder: str,
    number: int,
    write: Callable[..., Path],
    loaded: Callable[[], tuple[Catalogue, Report]],
) -> None:
    """A record with five fields changed by chance, two more of its kind to compare it with, and a text of markup."""
    chance = random.Random(f"{SEED}-{folder}-{number}")
    write("providers/jugendhaus.md", PROVIDER)
    for name in ("x", "y", "z") if folder != "regions" else ("goerlitz", "bautzen"):
        keys = chance.sample(list(BY_FOLDER[folder].specs()), 5)
        path = write(f"{folder}/{name}.md", BASES[folder], **{key: chance.choice(VALUES) for key in keys})
        body = "".join(chance.choice(TEXT) for _ in range(30))
        path.write_text(path.read_text("utf-8") + body, "utf-8")
    catalogue, report = loaded()
    files = {found.file for found in report.errors}
    lines = {file: len((catalogue_root(path) / file).read_text("utf-8").split("\n")) for file in files}
    assert all(1 <= found.line <= lines.get(found.file, 10_000) for found in report.findings)
    assert all(found.problem and found.remedy for found in report.findings)
    kept = {record.path for records in catalogue.records.values() for record in records}
    assert not files & kept


def catalogue_root(record: Path) -> Path:
    """The folder above `content`, from which the paths of findings count."""
    return next(parent.parent for parent in record.parents if parent.name == "content")
