"""Records whose check is due: which, for whom, and in which words."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.calendar import load_holidays
from minthub.catalogue import Catalogue
from minthub.cli import main
from minthub.findings import Report
from minthub.freshness import Freshness
from minthub.listing import Listing
from minthub.project import Project
from minthub.stale.due import Due, by_organisation, due_records
from minthub.stale.mail import RULE, mails
from minthub.stale.reports import MAX_ITEMS, as_csv, as_issue, as_list, as_text
from minthub.views.cards import Cards
from tests.conftest import DATA, OFFER, PROVIDER
from tests.unit.test_inert import page

URL = "https://w.example.org/"
PROJECT = Project("Wegweiser", URL, "", "")
Add = Callable[..., None]
Load = Callable[[], tuple[Catalogue, Report]]


@pytest.fixture
def records(add: Add, write: Callable[..., Path]) -> None:
    """One of each stage, and what is not to be checked."""
    write("providers/jugendhaus.md", PROVIDER, contact="[info@jugendhaus.example.org, 03581 1]")
    write("offers/goerlitz/alt.md", OFFER, title="Alt @admin", checked="2025-11-20")
    write("offers/goerlitz/eben-noch.md", OFFER, title="Eben noch frisch", checked="2025-11-21")
    write("offers/bautzen/sehr-alt.md", OFFER, title="Sehr alt", checked="2025-05-20", city="Bautzen", postcode='"02625"')  # fmt: skip
    write("offers/vorbei.md", OFFER, title="Beendet", checked="2024-01-01", status="beendet")
    write("offers/abgelaufen.md", OFFER, title="Abgelaufen", checked="2024-01-01", expires="2026-11-20")
    write("events/vorbei.md", OFFER, title="Ein Termin", checked="2024-01-01", start="2024-02-01", schedule=None)  # fmt: skip
    add("networks/netz", checked="2024-11-20")
    add("funding/fonds", checked="2025-01-31", funder="=Stiftung")


@pytest.fixture
def dues(records: None, loaded: Load) -> list[Due]:
    return due_records(loaded()[0])


def test_what_is_due_by_district_and_age(dues: list[Due]) -> None:
    assert [(due.district, due.record.key, due.stage, due.months) for due in dues] == [
        ("bautzen", "offers/sehr-alt", Freshness.STALE, 18),
        ("goerlitz", "offers/alt", Freshness.OLD, 12),
        ("sachsenweit", "networks/netz", Freshness.GONE, 24),
        ("sachsenweit", "funding/fonds", Freshness.STALE, 21),
    ]


def test_the_day_that_completes_the_year_is_still_fresh(records: None, loaded: Load) -> None:
    catalogue = loaded()[0]
    keys = {due.record.key for due in due_records(catalogue, ahead=1)}
    assert keys - {due.record.key for due in due_records(catalogue)} == {"offers/eben-noch"}


def test_who_is_asked(dues: list[Due]) -> None:
    groups = by_organisation(dues)
    assert {name: [due.record.id for due in group] for name, group in groups.items()} == {
        "=Stiftung": ["fonds"],
        "Jugendhaus Görlitz": ["sehr-alt", "alt", "netz"],
    }
    assert groups["Jugendhaus Görlitz"][0].mails == ("info@jugendhaus.example.org",)


def test_as_text(dues: list[Due], loaded: Load) -> None:
    lines = as_text(dues, loaded()[0], URL).split("\n")
    assert lines[:5] == [
        "Landkreis Bautzen: 1 Eintrag",
        "  Angebot: Sehr alt (Jugendhaus Görlitz)",
        "    geprüft am 20.05.2025, vor 18 Monaten; am Ende der Listen, mit Warnung",
        "    content/offers/bautzen/sehr-alt.md · https://w.example.org/angebote/sehr-alt/",
        "",
    ]
    assert lines[-1] == "4 von 5 Einträgen sind zu prüfen."
    assert as_text([], loaded()[0], URL) == "Nichts zu prüfen: 5 Einträge sind aktuell."


def test_as_csv(dues: list[Due], loaded: Load) -> None:
    text = as_csv(dues, loaded()[0], URL)
    assert text.startswith("\ufeffKreis;Art;Titel;")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[1]["E-Mail"] == "info@jugendhaus.example.org"
    assert rows[1]["Ändern"] == "https://w.example.org/mitmachen/angebot-eintragen/?eintrag=offers/alt"
    assert rows[3]["Anbieter"] == "'=Stiftung"


def test_as_list(dues: list[Due], loaded: Load) -> None:
    assert as_list(dues, loaded()[0], URL).split("\n") == [
        "bautzen\tLandkreis Bautzen\t1",
        "goerlitz\tLandkreis Görlitz\t1",
        "sachsenweit\tsachsenweit\t2",
    ]


def test_as_issue(dues: list[Due], loaded: Load) -> None:
    text = as_issue(dues[1:2], loaded()[0], URL)
    assert text.startswith("Bei 1 Eintrag ist die letzte Prüfung mehr als ein Jahr her oder bald so lange. ")
    assert text.split("\n")[-1] == (
        "- [ ] **Alt @\u200badmin** – Angebot, Jugendhaus Görlitz; geprüft am 20.11.2025, vor 12 Monaten; mit Vermerk "
        "„Angaben älter als ein Jahr“. [Seite](https://w.example.org/angebote/alt/) · "
        "[Quelle](<https://www.example.org/robotik>) · "
        "[Angaben ändern](https://w.example.org/mitmachen/angebot-eintragen/?eintrag=offers/alt)"
    )
    assert page(text).tags == {"p", "h3", "ul", "li", "strong", "a"}
    assert as_issue([], loaded()[0], URL) == ""


def test_an_issue_with_records_that_have_no_form(dues: list[Due], loaded: Load) -> None:
    catalogue = loaded()[0]
    text = as_issue(dues, catalogue, URL)
    assert (
        "vergleichen, über „Angaben ändern“ oder, wo das fehlt, in der genannten Datei berichtigen und "
        in text
    )
    assert [line.partition("(<")[2] for line in text.split("\n") if line.startswith("- [ ]")] == [
        "https://www.example.org/robotik>) · [Angaben ändern](https://w.example.org/mitmachen/angebot-eintragen/?eintrag=offers/sehr-alt)",
        "https://www.example.org/robotik>) · [Angaben ändern](https://w.example.org/mitmachen/angebot-eintragen/?eintrag=offers/alt)",
        "https://www.example.org/netz>) · `content/networks/netz.md`",
        "https://www.example.org/fonds>) · `content/funding/fonds.md`",
    ]  # fmt: skip
    assert "vergleichen, in der genannten Datei berichtigen und " in as_issue(dues[2:], catalogue, URL)
    assert "Angaben ändern" not in as_issue(dues[2:], catalogue, URL)


def test_an_issue_has_an_end(dues: list[Due], loaded: Load) -> None:
    text = as_issue(dues[1:2] * (MAX_ITEMS + 5), loaded()[0], URL)
    assert text.endswith("… und 5 weitere; sie kommen an die Reihe, wenn diese geprüft sind.")
    assert len(text) < 65_536


def test_a_mail_to_each_organisation(dues: list[Due], loaded: Load) -> None:
    cards = Cards(Listing(loaded()[0], load_holidays(DATA / "holidays.csv")))
    foundation, house = mails(dues, cards, PROJECT).split(f"{RULE}\n")
    assert foundation.startswith(
        "An: (keine Adresse bekannt, siehe https://www.example.org/fonds)\n"
        "Betreff: Stimmt das noch? „Technikfonds“ im Wegweiser\n\nGuten Tag,\n\n"
    )
    # The form knows offers; of money only the page can be named.
    assert "Angaben ändern" not in foundation
    assert house.lstrip().startswith(
        "An: info@jugendhaus.example.org\nBetreff: Stimmt das noch? 3 Einträge im Wegweiser\n"
    )
    assert (
        "2. Alt @admin\n   Für: 8 bis 14 Jahre\n   Wo: Görlitz, Jugendhaus\n   Wann: mittwochs 15–17 Uhr\n"
        "   Kosten: kostenlos\n   Website: https://www.example.org/robotik\n"
        "   Unsere Seite: https://w.example.org/angebote/alt/\n"
        "   Angaben ändern: https://w.example.org/mitmachen/angebot-eintragen/?eintrag=offers/alt\n" in house
    )
    assert "am 20. November 2024 geprüft" in " ".join(house.split())


def test_nothing_due_is_no_mail(loaded: Load) -> None:
    assert mails([], Cards(Listing(loaded()[0])), PROJECT) == ""


@pytest.fixture
def checkout(tmp_path: Path, records: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Wegweiser\nsite_url: https://w.example.org/\n")
    (tmp_path / "data").symlink_to(DATA)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINT_TODAY", "2026-11-21")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ([], "Landkreis Bautzen: 1 Eintrag\n"),
        (["--kreis", "goerlitz"], "Landkreis Görlitz: 1 Eintrag\n"),
        (["--kreis", "goerlitz", "--ahead", "1", "--format", "list"], "goerlitz\tLandkreis Görlitz\t2\n"),
        (["--mail", "--kreis", "goerlitz"], "An: info@jugendhaus.example.org\n"),
        (["--format", "csv"], "\ufeffKreis;"),
        (["--format", "issue", "--kreis", "chemnitz"], "\n"),
    ],
)
def test_the_command(arguments: list[str], start: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    assert main(["stale", *arguments]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(start)
    assert said.err == ""


def test_an_unknown_district(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stale", "--kreis", "Görlitz"]) == 2
    assert capsys.readouterr().err.startswith("Den Kreis „Görlitz“ gibt es nicht. Möglich sind: bautzen, ")


def test_addresses_that_nobody_can_open_are_named(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "mkdocs.yml").write_text("site_name: Wegweiser\nsite_url: http://127.0.0.1:8000/\n")
    assert main(["stale", "--mail"]) == 0
    expected = "Die Adressen der Website beginnen mit http://127.0.0.1:8000/; setzen Sie MINT_SITE_URL.\n"
    assert capsys.readouterr().err == expected


@pytest.mark.parametrize("days", ["3651", "9999999999", "-1", "-9999999999"])
def test_days_have_an_end(days: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stale", "--ahead", days]) == 2
    assert capsys.readouterr() == ("", f"Nach --ahead gehört eine Zahl von 0 bis 3650, nicht „{days}“.\n")


@pytest.mark.parametrize(("days", "number"), [("0", 1), ("3650", 2)])
def test_days_up_to_ten_years(
    days: str, number: int, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stale", "--ahead", days, "--kreis", "goerlitz", "--format", "list"]) == 0
    assert capsys.readouterr().out == f"goerlitz\tLandkreis Görlitz\t{number}\n"


def test_days_are_a_number(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["stale", "--ahead", "bald"])
    assert capsys.readouterr().err.startswith("Nach --ahead gehört eine Zahl, nicht „bald“.\n")
