"""`minthub import`: what it says about lists and what it writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from minthub.lists import importing, saving
from minthub.writing.record import record_text, write_text
from tests.conftest import OFFER, changed
from tests.unit.lists.conftest import SETTINGS, Run, problems, save_csv, save_xlsx

HEADINGS = ["Titel", "Datum", "Uhrzeit", "Wo", "PLZ"]
ROW = ["Löten", "05.12.2026", "16 Uhr", "Görlitz", "02826"]


def events(project: Path) -> list[str]:
    return sorted(
        path.relative_to(project / "content").as_posix() for path in project.glob("content/events/**/*.md")
    )


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in SETTINGS.items() if name not in names}


# What is shown and written


def test_a_list_is_shown_first_and_written_then(run: Run, project: Path) -> None:
    save_csv(
        project / "kurse.csv", [["Kurse 2026"], HEADINGS, ROW, ["", "", "", "", ""], ["Bauen", *ROW[1:]]]
    )
    code, out, err = run("import", "kurse.csv", settings=SETTINGS)
    assert (code, err) == (0, "")
    assert out == (
        "Termine, 2 Zeilen\n"
        "  A „Titel“ → Titel (title)\n"
        "  B „Datum“ → Beginn, Tag (start)\n"
        "  C „Uhrzeit“ → Beginn, Uhrzeit (start)\n"
        "  D „Wo“ → Stadt oder Gemeinde (city)\n"
        "  E „PLZ“ → Postleitzahl (postcode)\n"
        "\n"
        "Zeile 3: neu: content/events/goerlitz/loeten.md – Löten\n"
        "Zeile 5: neu: content/events/goerlitz/bauen.md – Bauen\n"
        "\n"
        "Alle Zeilen: Hinweis M104: Noch ohne Angabe: Ort (venue), Straße (street), Themen (topics), Für Schulen (for_schools),"
        " Barrierefreiheit (access), Anmeldung (registration), Website (website). Ergänzen Sie, was Sie wissen; der Rest kann fehlen.\n"
        "\n"
        "2 Zeilen: 2 neu.\n"
        "Nichts geschrieben, das war die Probe. Zum Schreiben (2 Dateien): --write\n"
    )
    assert events(project) == []

    code, out, _ = run("import", "kurse.csv", "--write", settings=SETTINGS)
    assert code == 0
    assert out.endswith("\n2 Zeilen: 2 neu.\nGeschrieben: 2 Dateien. Prüfen Sie dann alles: minthub check\n")
    assert events(project) == ["events/goerlitz/bauen.md", "events/goerlitz/loeten.md"]
    assert (project / "content/events/goerlitz/loeten.md").read_text("utf-8") == (
        "---\n"
        "title: Löten\n"
        "summary: Kinder bauen.\n"
        'postcode: "02826"\n'
        "city: Görlitz\n"
        "ages: [8, 12]\n"
        "subjects: [technik]\n"
        "format: kurs\n"
        "start: 2026-12-05 16:00\n"
        "mode: vor-ort\n"
        "cost: kostenlos\n"
        "provider: jugendhaus\n"
        "source: https://www.example.org/kurse\n"
        "checked: 2026-11-21\n"
        "checked_by: anbieter\n"
        "---\n"
        "Ein Text.\n"
    )
    assert run("check", "--errors-only")[0] == 0

    code, out, _ = run("import", "kurse.csv", "--write", "--update", settings=SETTINGS)
    assert (code, "2 Zeilen: 2 unverändert.\nEs gibt nichts zu schreiben." in out) == (0, True)


def test_fifty_rows_are_imported_in_one_go(run: Run, project: Path) -> None:
    rows = [
        [f"Kurs {number}", datetime(2027, 1, 1 + number % 28), "10–12 Uhr", "Görlitz", 2826]
        for number in range(50)
    ]
    save_xlsx(project / "kurse.xlsx", Tabelle1=[HEADINGS, *rows])
    code, out, _ = run("import", "kurse.xlsx", "--write", settings=SETTINGS)
    assert (code, "50 Zeilen: 50 neu." in out) == (0, True)
    assert len(events(project)) == 50
    assert run("check", "--errors-only")[0] == 0
    assert run("tidy", "--check")[1].startswith("content/offers/goerlitz/robotik-ag.md")


def test_days_told_in_hours_are_written_as_they_are_read(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [[*HEADINGS, "Dauer"], [*ROW, "120 h"]])
    assert run("import", "kurse.csv", "--write", settings=SETTINGS)[0] == 0
    text = (project / "content/events/goerlitz/loeten.md").read_text("utf-8")
    assert "\nduration: 120:00\n" in text
    assert run("check", "--errors-only")[0] == 0


def test_sheets_may_be_of_several_kinds_and_refer_to_each_other(run: Run, project: Path) -> None:
    save_xlsx(
        project / "liste.xlsx",
        Angebote=[["Titel", "Ort", "PLZ"], ["Lötkurs", "Görlitz", "02826"]],
        Termine=[[*HEADINGS, "Gehört zum Angebot"], [*ROW, "Lötkurs"]],
        Notizen=[["Nur so"], ["Merken"]],
    )
    code, out, _ = run("import", "liste.xlsx", settings=SETTINGS)
    assert code == 0
    assert "Blatt „Angebote“: Angebote, 1 Zeilen\n" not in out
    assert "Blatt „Angebote“: Angebote, 1 Zeile\n" in out
    assert "Ohne Überschriften und deshalb nicht gelesen: „Notizen“\n" in out
    assert "Blatt „Angebote“, Zeile 2: neu: content/offers/goerlitz/loetkurs.md – Lötkurs\n" in out
    assert "Blatt „Termine“, Zeile 2: neu: content/events/goerlitz/loeten.md – Löten\n" in out


# Problems


def test_all_problems_are_said_at_once_by_row_and_column(run: Run, project: Path) -> None:
    save_csv(
        project / "kurse.csv",
        [
            ["Titel", "Datum", "Wo", "PLZ", "Alter von", "Fach", "E-Mail", "Kosten"],
            ["", "5.12.2026", "Görlitz", "02826", "8", "Technik", "", "auf Anfrage"],
            ["Löten", "31.02.2027", "Görlitz", "02826", "ab acht", "Kochen", "x@gmail.com", "kostenlos"],
            ["Bauen", "05.12.26", "Bautzen", "02826", "8", "Technik", "info@example.org", "kostenlos"],
            ["Bauen", "bald", "Nirgendwo", "", "8", "Technik", "", "kostenlos"],
        ],
    )
    code, out, _ = run(
        "import", "kurse.csv", "--write", settings=without("Alter", "Fach", "Kosten", "Quelle")
    )
    assert code == 1
    said = [line for line in problems(out) if "Hinweis M104" not in line]
    assert said[:2] == [
        "Alle Zeilen: Fehler M101: Feld „Quelle“ (source) fehlt. Ergänzen Sie eine Spalte „Quelle“ – oder geben Sie einen Wert für"
        ' alle an: --set "Quelle=…"',
        "Zeile 2, Spalte „Titel“: Fehler M101: Der Wert fehlt. Füllen Sie die Zelle aus, zum Beispiel: Robotik-AG im Jugendhaus",
    ]
    # The sentences are those of `minthub check`; that they name no keys of front matter is the matter here.
    assert [": ".join(line.split(": ")[:2]) for line in said[2:]] == [
        "Zeile 2, Spalte „Kosten“: Fehler M106",
        "Zeile 3, Spalte „Fach“: Fehler M106",
        "Zeile 3, Spalte „Datum“: Fehler M110",
        "Zeile 3, Spalte „Alter von“: Fehler M112",
        "Zeile 3, Spalte „E-Mail“: Fehler M407",
        "Zeile 4, Spalte „Datum“: Fehler M110",
        "Zeile 4, Spalte „PLZ“: Hinweis M205",
        "Zeile 5, Spalte „Datum“: Fehler M111",
        "Zeile 5, Spalte „Wo“: Fehler M207",
    ]
    assert (
        "Zeile 3, Spalte „Alter von“: Fehler M112: „ab acht“ ist keine Zahl. Schreiben Sie Ziffern: ab 8 – oder: [8, 14]"
        in said
    )
    assert not any(re.search(r"(?<!\w)(?:city|serves|start|ages|cost|postcode): ", line) for line in said)
    assert out.endswith(
        "\n4 Zeilen: 4 mit Problem.\n"
        "Nichts geschrieben, weil Zeilen Probleme haben. Berichtigen Sie die Liste – oder lassen Sie diese Zeilen aus: --skip-problems\n"
    )
    assert events(project) == []


def test_a_list_as_coordinators_keep_it(run: Run, project: Path) -> None:
    """Weekly groups below „Wann“, everyday words for closed lists, the website as source, a remark at the end."""
    save_csv(
        project / "gruppen.csv",
        [
            ["Gruppen im Kreis"],
            ["Name", "Angebotsart", "Fachrichtung", "Ort", "PLZ", "Alter von", "Kosten", "Wann", "Webseite"],
            ["Löten", "AG", "Physik", "Görlitz", "2826", "8 bis 12 J.", "keine", "mittwochs", "www.example.org/a"],
            ["Bauen", "AG", "Technik", "Görlitz", "2826", "8", "gratis", "freitags 15 Uhr", "www.example.org/b"],
            ["", "", "", "", "", "", "", "", ""],
            ["Alle Angaben ohne Gewähr", "", "", "", "", "", "", "", ""],
        ],
    )  # fmt: skip
    settings = without("Alter", "Fach", "Kosten", "Quelle", "Form")
    code, out, _ = run("import", "gruppen.csv", "--write", settings=settings)
    assert code == 0, out
    assert "Angebote, 2 Zeilen\n" in out
    assert "  Zeile 6 „Alle Angaben ohne Gewähr“ → Bemerkung unter der Liste, wird nicht übernommen\n" in out
    text = (project / "content/offers/goerlitz/loeten.md").read_text("utf-8")
    for line in (
        "ages: [8, 12]",
        "subjects: [naturwissenschaften]",
        "format: arbeitsgemeinschaft",
        "schedule: mittwochs",
        "cost: kostenlos",
        "website: https://www.example.org/a",
        "source: https://www.example.org/a",
    ):
        assert f"\n{line}\n" in text


def test_rows_with_problems_can_be_left_out(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [HEADINGS, ROW, ["Bauen", "bald", *ROW[2:]]])
    assert run("import", "kurse.csv", "--write", settings=SETTINGS)[0] == 1
    assert events(project) == []
    code, out, _ = run("import", "kurse.csv", "--write", "--skip-problems", settings=SETTINGS)
    assert code == 0
    assert "2 Zeilen: 1 neu, 1 mit Problem.\nGeschrieben: 1 Datei." in out
    assert events(project) == ["events/goerlitz/loeten.md"]


def test_the_same_row_twice_is_a_problem_only_if_it_is_the_same_record(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [["Kennung", *HEADINGS], ["a", *ROW], ["a", *ROW], ["Falsch!", *ROW]])
    _, out, _ = run("import", "kurse.csv", settings=SETTINGS)
    assert (
        "Zeile 3: Fehler: Zeile 2 ist derselbe Eintrag (content/events/goerlitz/a.md). Löschen Sie eine der beiden Zeilen."
        in out
    )
    assert (
        "Zeile 4, Spalte „Kennung“: Fehler: „Falsch!“ ist keine Kennung. Schreiben Sie Kleinbuchstaben, Ziffern und Bindestriche"
        " – oder lassen Sie die Zelle leer."
    ) in out


def test_remarks_below_the_rows_are_one_problem(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [HEADINGS, ROW, ["Summe: 1 Kurs", "", "", "", ""]])
    _, out, _ = run("import", "kurse.csv", settings=SETTINGS)
    said = [line for line in problems(out) if "M104" not in line]
    assert said == [
        "Zeile 3: Fehler: In dieser Zeile ist nur eine Zelle ausgefüllt. Ergänzen oder löschen Sie die Zeile."
    ]


def test_blanks_in_a_cell_are_nothing(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [[*HEADINGS, "Fach"], [*ROW, "  "]])
    assert run("import", "kurse.csv", settings=SETTINGS)[0] == 0


def test_two_rows_with_one_title_become_two_files(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [HEADINGS, ROW, [ROW[0], "12.12.2026", *ROW[2:]]])
    run("import", "kurse.csv", "--write", settings=SETTINGS)
    assert events(project) == ["events/goerlitz/loeten-2.md", "events/goerlitz/loeten.md"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<b>fett</b>", "Spalte „Text“: Fehler M402: Im Text steht HTML: „<b>“."),
        ("a\n\n---\ntitle: b\n---\n", "Spalte „Text“: Fehler M008: Hier beginnt ein zweiter Kopfteil."),
        (
            "[hier](javascript:alert)",
            "Spalte „Text“: Fehler M403: Der Link „hier“ führt zu „javascript:alert“.",
        ),
    ],
)
def test_texts_are_checked_like_texts_of_files(text: str, message: str, run: Run, project: Path) -> None:
    save_xlsx(project / "kurse.xlsx", Kurse=[[*HEADINGS, "Text"], [*ROW, text]])
    code, out, _ = run("import", "kurse.xlsx", settings=without("Text"))
    assert code == 1
    assert message in out


def test_formulas_are_text_and_never_more(run: Run, project: Path) -> None:
    save_csv(project / "kurse.csv", [[*HEADINGS, "Ort"], [*ROW, '=HYPERLINK("https://boese.example")']])
    assert run("import", "kurse.csv", "--write", settings=SETTINGS)[0] == 0
    text = (project / "content/events/goerlitz/loeten.md").read_text("utf-8")
    assert 'venue: "=HYPERLINK(\\"https://boese.example\\")"\n' in text


# Records that are there


UPDATE = [
    ["Titel", "PLZ", "Preis", "Zeiten", "Themen"],
    ["Robotik-AG im Jugendhaus", "02826", "5 Euro", "", "Löten"],
]


def test_nothing_is_overwritten_without_being_told(run: Run, project: Path) -> None:
    path = project / "content/offers/goerlitz/robotik-ag.md"
    before = path.read_bytes()
    save_csv(project / "a.csv", UPDATE)
    code, out, _ = run("import", "a.csv", "--write")
    assert code == 0
    assert (
        "Zeile 2: vorhanden: content/offers/goerlitz/robotik-ag.md – Robotik-AG im Jugendhaus (topics, price)\n"
        in out
    )
    assert out.endswith(
        "1 Zeile: 1 vorhanden mit anderen Angaben.\n"
        "Es gibt nichts zu schreiben.\n"
        "Vorhandene Einträge bleiben, wie sie sind. Sollen sie die Angaben der Liste bekommen: --update\n"
    )
    assert path.read_bytes() == before


def test_what_a_row_does_not_say_does_not_tell_records_apart(run: Run, project: Path) -> None:
    save_csv(project / "a.csv", [["Titel", "Preis"], ["robotik-ag im jugendhaus", "5 Euro"]])
    assert "vorhanden: content/offers/goerlitz/robotik-ag.md" in run("import", "a.csv", "--art", "Angebot")[1]
    save_csv(project / "a.csv", [["Titel", "Wo"], ["Robotik-AG im Jugendhaus", "Bautzen"]])
    assert "content/offers/bautzen/robotik-ag-im-jugendhaus.md" in run("import", "a.csv")[1]


def test_an_update_changes_only_the_lines_that_differ(
    run: Run, project: Path, write: Callable[..., Path]
) -> None:
    path = write(
        "offers/goerlitz/robotik-ag.md", OFFER, schedule="mittwochs 15–17 Uhr  # laut Aushang", price="3 Euro"
    )
    before = path.read_text("utf-8").splitlines()
    save_csv(project / "a.csv", [["Kennung", *UPDATE[0], "Straße"], ["robotik-ag", "", *UPDATE[1][1:], "-"]])
    code, out, _ = run("import", "a.csv", "--write", "--update")
    assert code == 0
    assert "1 Zeile: 1 geändert.\nGeschrieben: 1 Datei." in out
    after = path.read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == [
        "street: Hauptstraße 1",
        "topics: [Robotik]",
        "price: 3 Euro",
    ]
    assert [line for line in after if line not in before] == ["topics: [Löten]", "price: 5 Euro"]


def test_a_new_text_takes_the_place_of_the_old_one(run: Run, project: Path) -> None:
    save_csv(project / "a.csv", [["Kennung", "Text"], ["robotik-ag", "Neuer Text."]])
    run("import", "a.csv", "--write", "--update", "--art", "Angebot")
    assert (
        (project / "content/offers/goerlitz/robotik-ag.md")
        .read_text("utf-8")
        .endswith("\n---\nNeuer Text.\n")
    )


def test_a_record_with_mistakes_of_its_own_is_not_changed(
    run: Run, project: Path, write: Callable[..., Path]
) -> None:
    write("offers/goerlitz/robotik-ag.md", OFFER, ages="ab acht")
    save_csv(project / "a.csv", UPDATE)
    code, out, _ = run("import", "a.csv", "--update")
    assert code == 1
    assert (
        "Zeile 2: Fehler: Der Eintrag content/offers/goerlitz/robotik-ag.md hat selbst Fehler. "
        "Berichtigen Sie sie zuerst, siehe: minthub check content/offers/goerlitz/robotik-ag.md\n"
    ) in out


@pytest.mark.parametrize("folder", ["goerlitz", "bautzen", "kreis-goerlitz", "goerlitz/2026"])
def test_a_file_that_could_not_be_read_is_not_overwritten(run: Run, project: Path, folder: str) -> None:
    """Whatever hides the record: no front matter, or a folder that is not looked into."""
    path = project / f"content/events/{folder}/loeten-zwei.md"
    path.parent.mkdir(parents=True)
    path.write_text("Kein Kopfteil, aber viel Text.\n", "utf-8")
    save_csv(project / "kurse.csv", [["Kennung", *HEADINGS], ["loeten-zwei", *ROW]])
    code, out, _ = run("import", "kurse.csv", "--write", "--update", settings=SETTINGS)
    assert code == 1
    file = f"content/events/{folder}/loeten-zwei.md"
    assert problems(out)[0] == (
        f"Zeile 2, Spalte „Kennung“: Fehler: Die Datei {file} gibt es schon, aber sie ist kein lesbarer Eintrag. "
        f"Berichtigen Sie sie, siehe: minthub check {file} – oder wählen Sie eine andere Kennung."
    )
    assert events(project) == [f"events/{folder}/loeten-zwei.md"]
    assert path.read_text("utf-8") == "Kein Kopfteil, aber viel Text.\n"
    assert file in run("check", file)[1]

    save_csv(project / "kurse.csv", [HEADINGS, ["Löten zwei", *ROW[1:]]])
    assert run("import", "kurse.csv", "--write", settings=SETTINGS)[0] == 0
    assert len(events(project)) == 2
    assert path.read_text("utf-8") == "Kein Kopfteil, aber viel Text.\n"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            ("title: Löten", "title: Loeten"),
            "Spalte „Titel“: Fehler: In der Datei content/events/goerlitz/loeten.md stünde etwas anderes als in der Liste. "
            "Schreiben Sie es einfacher – oder lassen Sie die Zelle leer und tragen Sie es dort von Hand ein.",
        ),
        (
            ("start: 2026-12-05 16:00", "start: 2026-12-05 16:61"),
            "Spalte „Datum“: Fehler M111: Die Uhrzeit in „2026-12-05 16:61“ gibt es nicht. "
            "Stunden gehen von 0 bis 23, Minuten von 0 bis 59, zum Beispiel: 2026-12-05 16:00",
        ),
        (
            ("city: Görlitz\n", ""),
            "Spalte „Wo“: Fehler: In der Datei content/events/goerlitz/loeten.md stünde etwas anderes als in der Liste. "
            "Schreiben Sie es einfacher – oder lassen Sie die Zelle leer und tragen Sie es dort von Hand ein.",
        ),
        (
            ("Ein Text.", "Ein anderer."),
            "Spalte „Text“: Fehler: In der Datei content/events/goerlitz/loeten.md stünde etwas anderes als in der Liste. "
            "Schreiben Sie es einfacher – oder lassen Sie die Zelle leer und tragen Sie es dort von Hand ein.",
        ),
    ],
    ids=["value", "mistake", "missing", "text"],
)
def test_what_would_be_read_otherwise_is_not_written(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, wrong: tuple[str, str], message: str
) -> None:
    """A writer that does not know one of the spellings."""
    monkeypatch.setattr(importing, "record_text", lambda *given: record_text(*given).replace(*wrong))
    save_csv(project / "kurse.csv", [[*HEADINGS, "Text"], [*ROW, "Ein Text."]])
    code, out, _ = run("import", "kurse.csv", "--write", settings=without("Text"))
    assert (code, events(project)) == (1, [])
    assert problems(out)[0] == f"Zeile 2, {message}"


def test_a_file_that_can_not_be_cut_stops_no_other_row(run: Run, project: Path) -> None:
    """A line of a quoted text that looks like a comment of the next field."""
    path = project / "content/offers/goerlitz/robotik-ag.md"
    path.write_text(changed(dedent(OFFER), schedule='"mittwochs\n# 15 Uhr"'), "utf-8")
    before = path.read_bytes()
    save_csv(project / "a.csv", [["Kennung", "Preis"], ["robotik-ag", ""]])
    assert "1 Zeile: 1 unverändert.\n" in run("import", "a.csv", "--update", "--art", "Angebot")[1]
    save_csv(project / "a.csv", [["Kennung", "Preis"], ["robotik-ag", "5 Euro"]])
    code, out, err = run("import", "a.csv", "--write", "--update", "--art", "Angebot")
    assert (code, err) == (1, "")
    assert problems(out) == [
        "Zeile 2: Fehler: Der Eintrag content/offers/goerlitz/robotik-ag.md ist so ungewöhnlich geschrieben, "
        "dass sich einzelne Zeilen nicht ändern lassen. Tragen Sie die Angaben dort von Hand ein."
    ]
    assert path.read_bytes() == before


def test_of_two_records_with_one_title_the_id_tells_which(
    run: Run, project: Path, write: Callable[..., Path]
) -> None:
    write("offers/goerlitz/robotik-zwei.md", OFFER)
    save_csv(project / "a.csv", UPDATE)
    _, out, _ = run("import", "a.csv")
    assert (
        "Spalte „Titel“: Fehler: Unter diesem Titel gibt es mehrere Einträge: robotik-ag, robotik-zwei. "
        "Ergänzen Sie eine Spalte „Kennung“ mit dem richtigen Namen."
    ) in out


def test_if_one_file_can_not_be_written_none_is(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "content/offers/goerlitz/robotik-ag.md"
    before = path.read_bytes()
    save_xlsx(project / "a.xlsx", Angebote=UPDATE, Termine=[HEADINGS, ROW, ["Bauen", *ROW[1:]]])

    def write(target: Path, text: str) -> None:
        if target.stem == "bauen":
            raise OSError(28, "voll", str(target))
        write_text(target, text)

    monkeypatch.setattr(saving, "write_text", write)
    code, _, err = run(
        "import",
        "a.xlsx",
        "--write",
        "--update",
        settings=without("Zeiten", "Alter", "Text", "Kurzbeschreibung"),
    )
    assert code in (1, 2)
    code, _, err = run("import", "a.xlsx", "--write", "--update", "--skip-problems", settings=SETTINGS)
    assert (code, err.endswith("bauen.md lässt sich nicht lesen oder schreiben.\n")) == (2, True)
    assert events(project) == []
    assert path.read_bytes() == before


# Wrong use


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("fehlt.csv",), "Diese Datei gibt es nicht: fehlt.csv\n"),
        (("a.csv", "--art", "Kreis"), "Listen von „Kreis“ gibt es nicht. Möglich sind: Angebot, Termin, Anbieter, Netzwerk, Förderung, Meldung.\n"),
        (("a.csv", "--set", "Titel"), "Nach --set kommen Feld, Gleichheitszeichen und Wert, nicht „Titel“.\n"),
        (("a.csv", "--set", "Bemerkung=x"), "Ein Feld „Bemerkung“ gibt es bei Angebote nicht.\n"),
        (("leer.csv",), "Unter den Überschriften von leer.csv steht keine Zeile.\n"),
        (
            ("brief.csv",),
            "In brief.csv ist keine Zeile mit Überschriften zu finden. "
            "Über den Spalten steht zum Beispiel: Titel, Kurzbeschreibung, Ort, Alter\n",
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_explained(argv: tuple[str, ...], message: str, run: Run, project: Path) -> None:
    save_csv(project / "a.csv", UPDATE)
    save_csv(project / "leer.csv", UPDATE[:1])
    save_csv(project / "brief.csv", [["Liebe Leute"], ["anbei unser Programm"]])
    assert run("import", *argv) == (2, "", message)


def test_whatever_the_cells_hold_there_is_an_answer(run: Run, project: Path) -> None:
    """No value of any cell ends in a traceback."""
    hostile: list[Any] = [
        "", " ", "-", "=1+1", "'", '"', "[", "]", "{}", "\u202e", "x" * 30_000, 1e300, -1, float("1e-9"), True,
        datetime(1900, 1, 1), "a\nb", "0" * 40, "31.12.", "00:00", "24:00 Uhr", ";", ",", ";;", "🤖", "—", "@", "#",
    ]  # fmt: skip
    headings = ["Titel", "Alter", "Alter von", "PLZ", "Datum", "Uhrzeit", "Uhrzeit bis", "Kosten", "Fach", "E-Mail", "Adresse",
                "Breite", "Länge", "Text", "Kennung", "Weitere Termine", "Dauer", "Für Schulen", "Website", "Außer"]  # fmt: skip
    rows = [[value if at != 13 else "T" for at, _ in enumerate(headings)] for value in hostile]
    save_xlsx(project / "a.xlsx", Liste=[headings, *rows])
    code, _, err = run("import", "a.xlsx", "--write")
    assert (code, err) == (1, "")
    assert events(project) == []
    save_csv(
        project / "a.csv",
        [headings, *([str(cell).replace(";", ",") for cell in row] for row in rows)],
        "utf-8",
    )
    code, _, err = run("import", "a.csv", "--write")
    assert code in (1, 2)
    assert "Traceback" not in err
