"""What the search box offers: the files as they are written, and what the browser's module makes of them in Node."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minthub.folding import words
from minthub.listing import Listing
from minthub.search.mapfile import hit_map
from minthub.search.suggestions import ALL, BEST, NAMES, Entry, _beginnings, _pack, suggestion_files
from tests.node import module_folder, run_node

Suggest = Callable[..., Any]

SCRIPT = Path(__file__).with_name("suggest.mjs")


@pytest.fixture(scope="module")
def files(catalogue_listing: Listing) -> dict[str, str]:
    return suggestion_files(catalogue_listing, catalogue_listing.catalogue.places)


@pytest.fixture(scope="module")
def names(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[NAMES])
    return found


@pytest.fixture(scope="module")
def answers(files: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Suggest:
    """`answers("gö", …)`: for each text what is suggested and which files were fetched for it."""
    site = module_folder(tmp_path_factory.mktemp("suggest") / "site")
    (site / "suche" / "abc").mkdir(parents=True)
    (site / "suche" / "stand.json").write_text('{"folder": "abc"}', "utf-8")
    for name, text in files.items():
        (site / "suche" / "abc" / name).write_text(text, "utf-8")
    return lambda *texts: run_node(SCRIPT, str(site), questions=texts)


@pytest.fixture(scope="module")
def suggest(answers: Suggest) -> Suggest:
    """`suggest("gö")`: label, kind, and where each suggestion leads."""
    return lambda text: answers(text)[0]["found"]


def rows(files: dict[str, str]) -> dict[str, list[str]]:
    count = len(files) - 1
    return {key: text.split("\n") for at in range(count) for key, text in json.loads(files[f"n{at}.json"])}


# The files


def test_towns_with_something_to_take_part_in_come_first(names: dict[str, Any]) -> None:
    assert names["towns"].split("|")[:7] == [
        "Görlitz",
        "Dresden",
        "Chemnitz",
        "Bautzen",
        "Löbau",
        "Leipzig",
        "Zwickau",
    ]


def test_towns_of_one_name_are_told_apart(names: dict[str, Any]) -> None:
    towns = names["towns"].split("|")
    assert {(towns[int(at)], district) for at, district in names["twice"].items()} == {
        ("Bernsdorf", "Landkreis Bautzen"),
        ("Bernsdorf", "Landkreis Zwickau"),
    }


def test_values_that_nobody_offers_are_left_out(names: dict[str, Any]) -> None:
    values = [value for value in names["values"] if value[0] != "kreis"]
    assert [value[:4] for value in values if value[0] in ("fach", "format")] == [
        ["fach", "mathematik", "Mathematik", 1],
        ["fach", "informatik", "Informatik", 1],
        ["fach", "naturwissenschaften", "Naturwissenschaften", 2],
        ["fach", "technik", "Technik", 3],
        ["format", "schuelerlabor", "Schülerlabor", 1],
        ["format", "arbeitsgemeinschaft", "Arbeitsgemeinschaft", 2],
        ["format", "kurs", "Kurs", 1],
        ["format", "sternwarte", "Sternwarte oder Planetarium", 1],
        ["format", "vortrag", "Vortrag", 1],
    ]


def test_rows_say_kind_address_title_and_place(files: dict[str, str]) -> None:
    found = rows(files)
    assert found["be"] == ["0sternwarte\tBeobachtungsabend\tBautzen"]
    assert found["lo"] == ["0loetkurs\tLöten für Anfänger\tDresden"]
    # By another name: it follows.
    assert found["sl"] == ["2slub\tSächsische Landesbibliothek\tDresden\tSLUB"]
    # What is over comes last.
    assert found["ro"] == [
        "0robotik-ag\tRobotik-AG im Jugendhaus\tGörlitz",
        "0robotik-frueher\tRoboterwerkstatt\tnicht mehr aktuell",
    ]
    assert found["as"] == ["1vorbei\tAstronomietag\tvorbei"]
    # Events say when they are.
    assert found["br"] == ["1bauen\tWir bauten eine Brücke\t05.12.2026, Görlitz"]


def test_words_that_say_nothing_are_no_beginnings(files: dict[str, str]) -> None:
    """Unless a title begins with them."""
    found = rows(files)
    assert "fu" not in found
    assert found["wi"] == ["1bauen\tWir bauten eine Brücke\t05.12.2026, Görlitz"]


# Many records


def look_up(files: dict[str, str], firsts: str, typed: str) -> list[str]:
    """As the browser does it: one file, and in it the greatest key that is not above what was typed."""
    at = max((at for at, first in enumerate(firsts.split("|")) if first <= typed), default=-1)
    if at < 0:
        return []
    keys = [(key, text) for key, text in json.loads(files[f"n{at}.json"]) if key <= typed]
    return keys[-1][1].split("\n") if keys and typed.startswith(keys[-1][0]) else []


@pytest.fixture(scope="module")
def many() -> tuple[list[Entry], dict[str, str], str]:
    """Two thousand titles in which many begin alike, a hundred of them the same."""
    heads = ["robotik", "roboter", "robo", "stadtbibliothek", "stadt", "sternwarte", "ag", "agentur", "zoo"]
    tails = ["", "leipzig", "leisnig", "lei", "dresden nord", "im haus der jugend", "2"]
    titles = [f"{head} {tail} {at % 23}".replace("  ", " ").strip() for at, (head, tail) in
              enumerate((head, tail) for _ in range(32) for head in heads for tail in tails)]  # fmt: skip
    titles += ["girls day"] * 100
    entries = sorted(Entry(title, (False, False, at), str(at)) for at, title in enumerate(titles))
    files, firsts = _pack(_beginnings(entries))
    return entries, files, firsts


def test_each_beginning_leads_to_its_records_by_one_file(
    many: tuple[list[Entry], dict[str, str], str],
) -> None:
    entries, files, firsts = many
    texts = {entry.text for entry in entries}
    typed = {text[:length] for text in texts for length in range(2, len(text) + 1)}
    for text in typed:
        meant = {entry.row for entry in entries if entry.text.startswith(text)}
        found = look_up(files, firsts, text)
        if len(meant) <= BEST:
            assert meant <= set(found), text
        else:
            assert len(meant & set(found)) >= BEST, text


@pytest.mark.parametrize("text", ["aa", "zz", "robz", "robotikz", "stadtbibliothek x", "girls dayz"])
def test_what_begins_no_name_finds_none(text: str, many: tuple[list[Entry], dict[str, str], str]) -> None:
    entries, files, firsts = many
    texts = {entry.row: entry.text for entry in entries}
    assert [row for row in look_up(files, firsts, text) if texts[row].startswith(text)] == []


def test_files_stay_small(many: tuple[list[Entry], dict[str, str], str]) -> None:
    _, files, firsts = many
    assert max(len(text) for text in files.values()) < 8000
    assert len(firsts) < 40 * len(files)
    assert all(len(text.split("\n")) <= ALL for file in files.values() for _, text in json.loads(file))


# What is suggested

GOERLITZ = ["Görlitz", "Ort", {"ort": "Görlitz"}]


@pytest.mark.parametrize("text", ["gö", "GÖ", "goe", "go", "görl", " Görlitz "])
def test_places_with_and_without_umlauts(text: str, suggest: Suggest) -> None:
    assert suggest(text)[0] == GOERLITZ


def test_who_types_an_umlaut_means_it(suggest: Suggest) -> None:
    labels = [label for label, kind, _ in suggest("gö") if kind == "Ort"]
    assert labels == ["Görlitz", "Göda"]


EXACT: dict[str, list[list[Any]]] = {
    # Too little
    "": [],
    "g": [],
    "-": [],
    # A town before its district, then what has the name of the town
    "görlitz": [
        GOERLITZ,
        ["Landkreis Görlitz", "Kreis", {"kreis": "goerlitz"}],
        ["Jugendhaus Görlitz", "Anbieter, Görlitz", "anbieter/jugendhaus/"],
    ],
    "0282": [
        ["02826 Görlitz", "Postleitzahl", {"ort": "02826"}],
        ["02827 Görlitz", "Postleitzahl", {"ort": "02827"}],
        ["02828 Görlitz", "Postleitzahl", {"ort": "02828"}],
        ["02829 Markersdorf", "Postleitzahl", {"ort": "02829"}],
    ],
    "bernsd": [
        ["Bernsdorf (Landkreis Bautzen)", "Ort", {"ort": "Bernsdorf (Landkreis Bautzen)"}],
        ["Bernsdorf (Landkreis Zwickau)", "Ort", {"ort": "Bernsdorf (Landkreis Zwickau)"}],
    ],
    "mathe": [["Mathematik", "Fach", {"fach": "mathematik"}]],
    "vorles": [["Vortrag (Vorlesung)", "Form", {"format": "vortrag"}]],
    # Records by title, by a later word, by another name
    "beob": [["Beobachtungsabend", "Angebot, Bautzen", "angebote/sternwarte/"]],
    "loetku": [],
    "anfaenger": [["Löten für Anfänger", "Angebot, Dresden", "angebote/loetkurs/"]],
    "löten für a": [["Löten für Anfänger", "Angebot, Dresden", "angebote/loetkurs/"]],
    "anfänger löten": [["Löten für Anfänger", "Angebot, Dresden", "angebote/loetkurs/"]],
    "slub": [["Sächsische Landesbibliothek (SLUB)", "Anbieter, Dresden", "anbieter/slub/"]],
    "astronomiet": [["Astronomietag", "Termin, vorbei", "termine/vorbei/"]],
    "technikf": [["Technikfonds", "Förderung", "foerderung/fonds/"]],
    "luzica": [["MINT-Netz Lausitz (Łužica)", "Netzwerk", "netzwerke/lausitz/"]],
    # What, and where
    "robotik gör": [
        ["robotik · Görlitz", "Ort", {"q": "robotik", "ort": "Görlitz"}],
        ["robotik · Landkreis Görlitz", "Kreis", {"q": "robotik", "kreis": "goerlitz"}],
    ],
    "Löten in Coswig": [["Löten · Coswig", "Ort", {"q": "Löten", "ort": "Coswig"}]],
    "xyz": [],
}


@pytest.mark.parametrize("text", EXACT)
def test_what_is_suggested(text: str, suggest: Suggest) -> None:
    assert suggest(text) == EXACT[text]


def test_what_is_current_stands_before_what_is_over(suggest: Suggest) -> None:
    assert [label for label, *_ in suggest("rob")] == ["Robotik-AG im Jugendhaus", "Roboterwerkstatt"]


def test_never_more_than_eight(suggest: Suggest) -> None:
    assert len(suggest("be")) == 8


def test_a_keystroke_costs_one_small_file_and_none_twice(answers: Suggest) -> None:
    fetched = [answer["fetched"] for answer in answers("lö", "löt", "löten", "löten f", "zx")]
    assert [len(names) for names in fetched] == [1, 0, 0, 0, 0]


def test_every_title_suggests_itself(catalogue_listing: Listing, answers: Suggest) -> None:
    records = [record for folder, found in catalogue_listing.catalogue.records.items() for record in found if folder not in ("regions", "news")]  # fmt: skip
    texts = [" ".join(words(record.title)) for record in records]
    for record, answer in zip(records, answers(*texts), strict=True):
        assert any(str(lead).endswith(f"/{record.id}/") for _, _, lead in answer["found"]), record.title


@pytest.mark.parametrize(
    ("district", "id"), [("Landkreis Bautzen", "bautzen"), ("Landkreis Zwickau", "zwickau")]
)
def test_the_finder_knows_towns_of_one_name_by_their_districts(
    district: str, id: str, search: Callable[..., dict[str, Any]], catalogue_listing: Listing
) -> None:
    found = search(ort=f"Bernsdorf ({district})")
    catalogue = catalogue_listing.catalogue
    (town,) = [
        town for town in catalogue.places.city("Bernsdorf") if town.district_ags == catalogue.district(id).ags
    ]
    project = hit_map(catalogue).project  # type: ignore[union-attr]
    assert (found["notes"], found["place"]["point"]) == ([], list(project(town.point)))
