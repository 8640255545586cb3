"""Lists of records: what is in them, and that an import of one changes nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from minthub.catalogue import Loaded, load_all
from minthub.lists.cells import without_mark
from minthub.lists.columns import LISTED, table_of
from minthub.lists.exporting import csv_text, drafts_of, marked, row_of, workbook_of
from minthub.lists.importing import Importer, State
from minthub.lists.sheets import read_sheets
from minthub.model.dates import Moment
from minthub.model.kinds import Event
from minthub.model.spans import Span
from minthub.writing import record_text
from minthub.writing.file import cut
from tests.conftest import DATA, NOW, OFFER, ROOT, TODAY
from tests.records import EVENT
from tests.unit.lists.conftest import Run

HOSTILE = [
    "=1+1", "+49 341 123456", "-5 Grad", "@home", "'=1+1", "''-x", "-", "–", "'–", "a; b", "a, b", '"ganz"', 'ein "Wort"', "[x]",
    "[a; b]", "zwei  Blanks", "ja", "01067", "5,0", "1e5", "2026-12-31", "5 €", "Ende;", ";", ",", "\\", "😀", "x" * 500,
]  # fmt: skip


def _one_topic(text: str) -> str:
    """A comma or semicolon stands between two topics (M132)."""
    return " ".join(text.replace(",", " ").replace(";", " ").split()) or "Löten"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_all(ROOT / "content", DATA, NOW)


# Round trips


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_a_round_trip_of_the_real_content_changes_nothing(
    format: str, loaded: Loaded, tmp_path: Path
) -> None:
    made = []
    for model in LISTED:
        rows = []
        for draft in drafts_of(loaded, model):
            body = cut((ROOT / draft.record.file).read_bytes(), draft.record).body
            rows.append(row_of(draft, body.strip(), model, loaded.world.lists))
        made.append((model, rows))
    paths = [tmp_path / "alle.xlsx"]
    if format == "xlsx":
        paths[0].write_bytes(workbook_of(made))
    else:
        paths = [tmp_path / f"{model.folder}.csv" for model, _ in made]
        for path, (model, rows) in zip(paths, made, strict=True):
            path.write_text(csv_text(model, rows), "utf-8-sig", newline="")
    sheets = [sheet for path in paths for sheet in read_sheets(path)]
    tables = [table for sheet in sheets if (table := table_of(sheet, None))]
    assert [table.model for table in tables] == list(LISTED)
    plans = Importer(loaded, ROOT, ROOT / "content", {}).plan(tables)
    assert len(plans) == sum(len(rows) for _, rows in made) > 600
    assert [(plan.file, plan.changes) for plan in plans if plan.state is not State.UNCHANGED] == []


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_hostile_texts_come_back(format: str, run: Run, project: Path, write: Callable[..., Path]) -> None:
    values = {
        "title": "Kurs", "summary": "x", "city": "Görlitz", "ages": Span(8, None), "subjects": ("technik",), "format": "kurs",
        "mode": "vor-ort", "cost": "kostenlos", "provider": "jugendhaus", "source": "https://www.example.org",
        "checked": date(2026, 11, 1), "checked_by": "redaktion", "start": Moment(date(2026, 12, 5), time(16)), "duration": 90,
        "dates": (Moment(date(2026, 12, 12), time(16)), Moment(date(2026, 12, 19))), "geo": (51.15, 14.99),
    }  # fmt: skip
    folder = project / "content" / "events"
    folder.mkdir()
    for number, text in enumerate(HOSTILE):
        given = values | {
            "title": f"Kurs {number}",
            "venue": text,
            "price": text,
            "topics": (_one_topic(text),),
            "aliases": (text, "b", text),
        }
        body = f"{text}\n\n---\n\nText <!-- Merke: {number} -->"
        (folder / f"kurs-{number}.md").write_text(record_text(Event, given, body), "utf-8")
    assert run("check", "--errors-only")[0] == 0
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert run("export", "--art", "Termin", "-o", f"liste.{format}")[0] == 0
    code, out, _ = run("import", f"liste.{format}", "--write", "--update")
    assert (code, f"{len(HOSTILE)} Zeilen: {len(HOSTILE)} unverändert.\n" in out) == (0, True), out
    # Nothing may be skipped because it could not be told apart: without the records the list makes them anew.
    for path in before:
        path.unlink()
    run("import", f"liste.{format}", "--write")
    fresh = load_all(project / "content", DATA, TODAY).drafts
    found = {draft.record.id: draft.values for draft in fresh if draft.record.kind == "events"}
    assert [
        (found[f"kurs-{number}"].venue, found[f"kurs-{number}"].topics) for number in range(len(HOSTILE))
    ] == [(" ".join(text.split()), (_one_topic(text),)) for text in HOSTILE]


# Cells


@pytest.mark.parametrize(
    ("text", "in_csv", "in_xlsx"),
    [
        ("=1+1", "'=1+1", "=1+1"), ("+49", "'+49", "+49"), ("-5", "'-5", "-5"), ("@a", "'@a", "@a"), ("'=a", "''=a", "''=a"),
        ("-", "'-", "'-"), ("–", "'–", "'–"), ("'s Haus", "'s Haus", "'s Haus"), ("a=b", "a=b", "a=b"),
    ],
)  # fmt: skip
def test_no_program_takes_a_text_for_a_formula(text: str, in_csv: str, in_xlsx: str) -> None:
    assert (marked(text, is_csv=True), marked(text, is_csv=False)) == (in_csv, in_xlsx)
    assert without_mark(in_csv) == text
    assert without_mark(in_xlsx) == text


def test_a_list_reads_like_german(run: Run, project: Path, write: Callable[..., Path]) -> None:
    write(
        "offers/goerlitz/robotik-ag.md",
        OFFER,
        venue='"=1+1"',
        serves="[goerlitz, bautzen]",
        expires="2027-07-31",
    )
    code, out, err = run("export", "--art", "Angebot")
    assert (code, err) == (0, "")
    (row,) = csv.DictReader(io.StringIO(out), delimiter=";")
    filled = {key: value for key, value in row.items() if value}
    assert filled == {
        "Kennung": "robotik-ag",
        "Titel": "Robotik-AG im Jugendhaus",
        "Kurzbeschreibung": "Kinder bauen und programmieren Roboter aus Baukästen.",
        "Ort": "'=1+1",
        "Straße": "Hauptstraße 1",
        "Postleitzahl": "02826",
        "Stadt oder Gemeinde": "Görlitz",
        "Gilt auch für": "Landkreis Görlitz; Landkreis Bautzen",
        "Alter": "8 bis 14",
        "Fächer": "Informatik; Technik",
        "Themen": "Robotik",
        "Für Schulen": "nein",
        "Barrierefreiheit": "stufenlos erreichbar",
        "Form": "Arbeitsgemeinschaft",
        "Zeiten": "mittwochs 15–17 Uhr",
        "Status": "läuft",
        "Gilt bis": "2027-07-31",
        "Art der Teilnahme": "vor Ort",
        "Kosten": "kostenlos",
        "Anmeldung": "ohne Anmeldung",
        "Website": "https://www.example.org/robotik",
        "Anbieter": "jugendhaus",
        "Quelle": "https://www.example.org/robotik",
        "Geprüft am": "2026-11-01",
        "Geprüft von": "aus öffentlicher Quelle erfasst",
        "Text": "Jeden Mittwoch bauen Kinder Roboter. Mitmachen können alle ab acht Jahren.",
    }


def test_a_workbook_has_days_as_days_and_texts_as_texts(
    run: Run, project: Path, write: Callable[..., Path]
) -> None:
    write("events/nacht.md", EVENT, venue='"=1+1"')
    code, out, _ = run("export", "-o", "alle.xlsx")
    assert (code, out) == (0, "Geschrieben: alle.xlsx mit 3 Einträgen\n")
    workbook = load_workbook(project / "alle.xlsx")
    assert workbook.sheetnames == [model.plural for model in LISTED]
    sheet = workbook["Termine"]
    column = {cell.value: cell.column for cell in sheet[1]}
    start, venue, postcode, checked = (
        sheet.cell(2, column[name]) for name in ("Beginn", "Ort", "Postleitzahl", "Geprüft am")
    )
    assert (start.value, start.number_format) == (datetime(2026, 12, 5, 16), "DD.MM.YYYY HH:MM")
    assert (checked.value, checked.number_format) == (datetime(2026, 11, 1), "DD.MM.YYYY")
    assert (venue.value, venue.data_type) == ("=1+1", "s")
    assert (postcode.value, postcode.number_format) == ("02826", "@")
    assert sheet.freeze_panes == "B2"


# The command


def test_records_with_mistakes_are_named(run: Run, project: Path, write: Callable[..., Path]) -> None:
    write("offers/falsch.md", OFFER, ages="ab acht")
    code, out, err = run("export", "--art", "Angebote", "-o", "a.csv")
    assert (code, out) == (0, "Geschrieben: a.csv mit 1 Eintrag\n")
    assert err == "Fehlt in der Liste, weil Fehler darin sind: content/offers/falsch.md\n"
    assert (project / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfKennung;Titel;")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ((), "Nennen Sie für eine CSV-Datei die Art mit --art: Angebot, Termin, Anbieter, Netzwerk, Förderung, Meldung\n"),
        (("--format", "xlsx"), "Nennen Sie für eine Excel-Datei ihren Namen: -o liste.xlsx\n"),
        (("--art", "Kreise"), "Listen von „Kreise“ gibt es nicht. Möglich sind: Angebot, Termin, Anbieter, Netzwerk, Förderung, Meldung.\n"),
    ],
)  # fmt: skip
def test_wrong_use_is_explained(argv: tuple[str, ...], message: str, run: Run) -> None:
    assert run("export", *argv) == (2, "", message)
