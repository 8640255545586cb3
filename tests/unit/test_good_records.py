"""Records of every kind, each notable field in a spelling that editors use: none has a Fehler."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.model.kinds import BY_FOLDER

GOOD = Path(__file__).resolve().parents[1] / "examples" / "good"
EXAMPLES = sorted(path.relative_to(GOOD) for folder in BY_FOLDER for path in (GOOD / folder).glob("*.md"))


@pytest.fixture
def all_loaded(content: Path, loaded: Callable[[], tuple[Catalogue, Report]]) -> tuple[Catalogue, Report]:
    """All examples in one content folder, as they refer to each other."""
    for folder in BY_FOLDER:
        shutil.copytree(GOOD / folder, content / folder, dirs_exist_ok=True)
    (content / "bilder").mkdir()
    (content / "bilder" / "werkstatt.jpg").write_bytes(b"\xff\xd8\xff no real image")
    return loaded()


def test_good_records_have_no_finding(all_loaded: tuple[Catalogue, Report]) -> None:
    assert [
        f"{found.file}:{found.line} {found.code} {found.message}" for found in all_loaded[1].findings
    ] == []


def test_all_good_records_are_in_the_catalogue(all_loaded: tuple[Catalogue, Report]) -> None:
    found = {f"{record.key}.md" for records in all_loaded[0].records.values() for record in records}
    assert {path.as_posix() for path in EXAMPLES} <= found


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_every_field_of_a_kind_stands_in_a_good_record(folder: str) -> None:
    """Fields that all kinds share need one example altogether."""
    written = {kind: keys(kind) for kind in BY_FOLDER}
    own = set(BY_FOLDER[folder].specs())
    shared = own & set(BY_FOLDER["offers"].specs())
    assert own - written[folder] - shared == set()
    assert shared - written["offers"] == set()


def keys(folder: str) -> set[str]:
    texts = (path.read_text("utf-8").split("\n---\n")[0] for path in (GOOD / folder).glob("*.md"))
    return {key for text in texts for key in re.findall(r"^(\w+):", text, re.MULTILINE)}


@pytest.mark.parametrize(
    ("key", "name", "expected"),
    [
        ("offers/alter-spanne", "ages", "[8, 14]"),
        ("offers/alter-worte", "ages", "[8, 14]"),
        ("offers/alter-ab", "ages", "ab 8"),
        ("offers/alter-bis", "ages", "bis 14"),
        ("offers/alter-eines", "ages", "8"),
        ("offers/klassen", "grades", "[5, 10]"),
        ("offers/phasen", "stages", "('grundschule', 'sek1')"),
        ("offers/mobil", "mode", "mobil"),
        ("offers/mobil", "district", "None"),
        ("offers/online", "format", "online"),
        ("offers/viele-orte", "serves", "('sachsenweit',)"),
        ("offers/ortsteil", "district", "leipzig-land"),
        ("offers/doppelter-ortsname", "district", "zwickau"),
        ("offers/viele-felder", "district", "goerlitz"),
        ("offers/viele-felder", "geo", "(51.15, 14.98)"),
        ("offers/viele-felder", "source_date", "2026-05"),
        ("offers/viele-felder", "expires", "2027-07-31"),
        ("offers/viele-felder", "contact", "('03581 123456', 'info@example.org')"),
        ("events/mit-uhrzeit", "start", "2026-12-05 16:00"),
        ("events/dauer", "duration", "90"),
        ("events/wiederholung", "repeats", "woechentlich"),
        ("funding/geld", "eligible", "('vereine', 'schulen', 'kitas')"),
        ("networks/netzwerk-technik", "until", "2027-12"),
        ("regions/goerlitz", "district_kind", "landkreis"),
        ("news/2026-11-01-werkstatt", "date", "2026-11-01"),
    ],
)
def test_spellings_become_canonical(
    all_loaded: tuple[Catalogue, Report], key: str, name: str, expected: str
) -> None:
    folder, _, id = key.partition("/")
    record = next(record for record in all_loaded[0].records[folder] if record.id == id)
    assert str(getattr(record, name)) == expected
