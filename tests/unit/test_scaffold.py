"""Templates for new records."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minthub.catalogue import Catalogue
from minthub.findings import Report
from minthub.model.kinds import KINDS, District, Event, Funding, Network, NewsItem, Offer, Provider
from minthub.scaffold import CannotScaffold, kind_names, new_record, template
from minthub.vocabulary import Term, TermList, Vocabulary
from tests.conftest import TODAY


@pytest.fixture
def new(content: Path, vocabulary: Vocabulary) -> Callable[..., Path]:
    return lambda kind, title, today=TODAY: new_record(kind, title, content, vocabulary, today)


# Kinds and names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Angebot", Offer),
        ("angebote", Offer),
        ("offer", Offer),
        ("offers", Offer),
        ("Termin", Event),
        ("Termine", Event),
        ("event", Event),
        ("Anbieter", Provider),
        ("providers", Provider),
        ("Netzwerk", Network),
        ("NETZWERKE", Network),
        ("Kreis", District),
        ("regions", District),
        ("district", District),
        ("Förderung", Funding),
        ("Foerderungen", Funding),
        ("funding", Funding),
        ("Meldung", NewsItem),
        ("news", NewsItem),
    ],
)
def test_kinds_are_known_by_german_and_english_names(
    name: str, kind: Any, new: Callable[..., Path], content: Path
) -> None:
    path = new(name, "Etwas Neues")
    assert path.parent == content / kind.folder
    assert path.read_text("utf-8").startswith(f"---\n# {kind.singular}: ")


def test_no_two_kinds_share_a_name() -> None:
    assert set(kind_names().values()) == set(KINDS)
    names = [{model.singular, model.plural, model.kind, model.folder} for model in KINDS]
    assert sum(map(len, names)) == len(set().union(*names))


@pytest.mark.parametrize("kind", ["Verein", "", "–"])
def test_an_unknown_kind_is_explained(kind: str, new: Callable[..., Path]) -> None:
    message = (
        f"„{kind}“ ist keine Art von Eintrag. "
        "Möglich sind: Angebot, Termin, Anbieter, Netzwerk, Kreis, Förderung, Meldung."
    )
    with pytest.raises(CannotScaffold, match=f"^{re.escape(message)}$"):
        new(kind, "Etwas")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Robotik-AG", "robotik-ag.md"),
        ("Löten für Anfänger & Profis", "loeten-fuer-anfaenger-und-profis.md"),
        ("Serbske lěto w Budyšinje", "serbske-leto-w-budysinje.md"),
        ("Straße: der „Weg“", "strasse-der-weg.md"),
        (" ".join(["lang"] * 30), "-".join(["lang"] * 12) + ".md"),  # up to 60 characters
    ],
)
def test_the_title_gives_the_file_name(title: str, name: str, new: Callable[..., Path]) -> None:
    assert new("Angebot", title).name == name


@pytest.mark.parametrize("title", ["", "…", "日本"])
def test_a_title_without_letters_is_explained(title: str, new: Callable[..., Path], content: Path) -> None:
    message = f"Aus „{title}“ lässt sich kein Dateiname machen. Nennen Sie einen Titel mit Buchstaben."
    with pytest.raises(CannotScaffold, match=f"^{re.escape(message)}$"):
        new("Angebot", title)
    assert not (content / "offers").exists()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 21), "2026-11-21-neue-werkstatt.md"),
        (date(2027, 1, 1), "2027-01-01-neue-werkstatt.md"),
        (date(2028, 2, 29), "2028-02-29-neue-werkstatt.md"),
    ],
)
def test_the_name_of_news_begins_with_the_day(day: date, name: str, new: Callable[..., Path]) -> None:
    path = new("Meldung", "Neue Werkstatt", day)
    assert path.name == name
    assert f"\ndate: {day}\n" in path.read_text("utf-8")


# Never overwrite


def test_an_existing_record_stays_as_it_is(new: Callable[..., Path], content: Path) -> None:
    path = new("Angebot", "Robotik-AG")
    path.write_text("von Hand", "utf-8")
    message = "Diesen Eintrag gibt es schon: content/offers/robotik-ag.md"
    with pytest.raises(CannotScaffold, match=f"^{re.escape(message)}$"):
        new("Angebot", "Robotik AG")
    assert path.read_text("utf-8") == "von Hand"


def test_a_record_in_a_subfolder_counts_too(new: Callable[..., Path], content: Path) -> None:
    existing = content / "offers" / "chemnitz" / "robotik-ag.md"
    existing.parent.mkdir(parents=True)
    existing.write_text("---", "utf-8")
    with pytest.raises(
        CannotScaffold, match=r"^Diesen Eintrag gibt es schon: content/offers/chemnitz/robotik-ag\.md$"
    ):
        new("Angebot", "Robotik-AG")


def test_kinds_do_not_disturb_each_other(new: Callable[..., Path]) -> None:
    assert new("Angebot", "Jugendhaus") != new("Anbieter", "Jugendhaus")


def test_news_of_two_days_do_not_disturb_each_other(new: Callable[..., Path]) -> None:
    assert new("Meldung", "Neu", date(2026, 12, 31)) != new("Meldung", "Neu", date(2027, 1, 1))


# The text


@pytest.mark.parametrize("model", KINDS)
def test_every_field_is_there_with_its_explanation(model: Any, vocabulary: Vocabulary) -> None:
    text = template(model, "Ein Titel", vocabulary, TODAY)
    for spec in model.specs().values():
        assert f"\n# {spec.label} ({spec.level}): {spec.help}" in text
        assert len(re.findall(rf"^(?:# )?{spec.key}:", text, re.MULTILINE)) == 1, spec.key


@pytest.mark.parametrize("model", KINDS)
def test_mandatory_fields_are_open_and_all_others_comments(model: Any, vocabulary: Vocabulary) -> None:
    text = template(model, "Ein Titel", vocabulary, TODAY)
    open_keys = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    assert {spec.key for spec in model.specs().values() if spec.is_mandatory} <= open_keys
    usual = {
        "offers": {"city", "ages"},
        "events": {"city", "ages", "start"},
        "providers": {"city"},
        "networks": {"serves"},
    }
    optional = {spec.key for spec in model.specs().values() if not spec.is_mandatory}
    assert open_keys & optional == usual.get(model.folder, set())


def test_the_template_of_an_offer(vocabulary: Vocabulary) -> None:
    lines = template(Offer, "Robotik-AG", vocabulary, TODAY).split("\n")
    assert lines[:7] == [
        "---",
        "# Angebot: Zeilen mit # am Anfang sind Erklärungen und dürfen weg.",
        "# muss = ohne geht es nicht · soll = hilft sehr · kann = freiwillig",
        "# Titel (muss): Wie es heißt, höchstens 90 Zeichen.",
        'title: "Robotik-AG"',
        "# Kurzbeschreibung (muss): Ein bis zwei Sätze, höchstens 200 Zeichen: Was passiert da, für wen?",
        "summary:  # Beispiel: Kinder bauen und programmieren Roboter aus Baukästen.",
    ]
    assert lines[-4:] == [
        "checked_by: redaktion",
        "---",
        "<!-- Ersetzen Sie diese Zeile durch zwei bis sechs Sätze für alle, die noch nichts davon wissen. -->",
        "",
    ]
    for line in (
        "checked: 2026-11-21",
        "ages:  # Beispiel: [8, 14]",
        "city:  # Beispiel: Görlitz",
        '# postcode: "01067"',
        "# Kosten (muss): kostenlos, teilweise, kostenpflichtig oder unbekannt. "
        "Möglich: kostenlos, teilweise, kostenpflichtig, unbekannt.",
        "cost:  # Beispiel: kostenlos",
        "# status: aktiv",
    ):
        assert line in lines, line


def test_events_have_an_open_start_and_the_key_except(vocabulary: Vocabulary) -> None:
    lines = template(Event, "Lange Nacht", vocabulary, TODAY).split("\n")
    assert "start:  # Beispiel: 2026-12-05 16:00" in lines
    assert "# except: [ferien]" in lines
    assert not [line for line in lines if "excluded" in line]


def test_districts_have_no_closed_list_to_choose_from(vocabulary: Vocabulary) -> None:
    """Districts are records, not part of the vocabulary."""
    lines = template(District, "Kreis", vocabulary, TODAY).split("\n")
    assert "# Nachbarkreise (muss): Kreise im Land, die angrenzen." in lines
    assert "kind:  # Beispiel: landkreis" in lines


def test_long_lists_are_cut(vocabulary: Vocabulary) -> None:
    many = TermList("formats", tuple(Term(f"form-{number}", str(number)) for number in range(30)))
    changed = Vocabulary({**vocabulary.lists, "formats": many}, (), vocabulary.state, "Sachsen")
    line = next(
        line for line in template(Offer, "A", changed, TODAY).split("\n") if line.startswith("# Form ")
    )
    assert line.endswith("form-22, form-23.")
    assert line.count("form-") == 24


@pytest.mark.parametrize(
    "title",
    [
        "Robotik: bauen und fahren",
        'Das "Labor"',
        "Pfad C:\\Labor",
        "# Raute",
        "- Strich",
        "ja",
        "2026",
        "„Jugend forscht“ – Łužica",
        "[Klammer]",
        "a: b # c",
    ],
)
def test_any_title_is_read_back_as_it_was(
    title: str, new: Callable[..., Path], loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    path = new("Angebot", title)
    text = path.read_text("utf-8")
    filled = (
        re.sub(r"^([a-z_]+):  # Beispiel: ", r"\1: ", text, flags=re.MULTILINE)
        .replace("<!-- ", "")
        .replace(" -->", "")
    )
    path.write_text(filled, "utf-8")
    catalogue, _ = loaded()
    assert [offer.title for offer in catalogue.offers] == [title]


def test_line_ends_are_those_of_unix(new: Callable[..., Path]) -> None:
    assert b"\r" not in new("Angebot", "Robotik-AG").read_bytes()


# A template, checked


# Whether a city is missing is only known with the mode.
EXPECTED = {
    "Angebot": ["summary", "ages", "subjects", "mode", "cost", "provider", "format"],
    "Termin": ["summary", "ages", "subjects", "mode", "cost", "provider", "format", "start"],
    "Anbieter": ["summary", "type", "city"],
    "Förderung": ["summary", "funder", "eligible", "serves", "website"],
    "Meldung": ["summary"],
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_an_unfilled_template_misses_what_is_mandatory_and_nothing_else_is_wrong(
    kind: str, new: Callable[..., Path], loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    new(kind, "Etwas Neues")
    _, report = loaded()
    about = {found.field for found in report.errors if found.field}
    assert set(EXPECTED[kind]) | {"source"} == about
    assert {found.code[:2] for found in report.errors if found.field} == {"M1"}


@pytest.mark.parametrize("kind", ["Angebot", "Termin", "Anbieter", "Netzwerk", "Förderung", "Meldung"])
def test_a_template_filled_with_its_examples_has_no_error(
    kind: str, new: Callable[..., Path], loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    path = new(kind, "Etwas Neues")
    text = re.sub(r"^([a-z_]+):  # Beispiel: ", r"\1: ", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(re.sub(r"<!--.*-->", "Ein Satz.", text), "utf-8")
    catalogue, report = loaded()
    assert [found.message for found in report.errors] == []
    assert [record.title for record in catalogue.records[path.parent.name]] == ["Etwas Neues"]
