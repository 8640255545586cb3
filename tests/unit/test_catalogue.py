"""The one road in: what is in the catalogue, what is left out, and how mistakes stay where they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from minthub.catalogue import Catalogue, load
from minthub.findings import Report
from minthub.reporters import line
from tests.conftest import DATA, OFFER, PROVIDER, TODAY
from tests.districts import DISTRICTS
from tests.records import TEXTS

Write = Callable[..., Path]
Loaded = Callable[[], tuple[Catalogue, Report]]
Messages = Callable[[], list[str]]

DISTRICT = "content/regions/goerlitz.md"


@pytest.fixture
def town(write: Write) -> None:
    """A record of each kind."""
    for folder, text in TEXTS.items():
        write(f"{folder}/{'jugendhaus' if folder == 'providers' else 'x'}.md", text)


def mended(content: Path, old: str, new: str) -> None:
    """Changes the record of the district that the usual offer lies in."""
    path = content / "regions" / "goerlitz.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


# What is in it


@pytest.mark.usefixtures("town")
def test_all_kinds_are_loaded(loaded: Loaded) -> None:
    catalogue, report = loaded()
    assert report.findings == ()
    assert report.files_read == 6 + len(DISTRICTS)
    assert [offer.id for offer in catalogue.offers] == ["x"]
    assert [event.id for event in catalogue.events] == ["x"]
    assert [provider.id for provider in catalogue.providers] == ["jugendhaus"]
    assert [network.id for network in catalogue.networks] == ["x"]
    assert [funding.id for funding in catalogue.funding] == ["x"]
    assert [item.id for item in catalogue.news] == ["x"]
    assert [district.id for district in catalogue.districts] == sorted(id for id, *_ in DISTRICTS)
    assert catalogue.today == TODAY


def test_a_folder_with_nothing_in_it_has_no_districts(tmp_path: Path) -> None:
    catalogue, report = load(tmp_path / "content", DATA, TODAY)
    assert {found.code for found in report.findings} == {"M216"}
    assert catalogue.offers == catalogue.news == catalogue.districts == ()


def test_records_are_ordered_by_id_whatever_their_folder(write: Write, loaded: Loaded) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    for name, title in [("goerlitz/b", "B"), ("c", "C"), ("goerlitz/a", "A")]:
        write(f"offers/{name}.md", OFFER, title=title)
    assert [offer.id for offer in loaded()[0].offers] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("changes", "district"),
    [
        ({}, "goerlitz"),
        ({"postcode": None}, "goerlitz"),
        ({"postcode": None, "city": "Neukirchen", "district": "zwickau"}, "zwickau"),
        ({"postcode": '"09573"', "city": "Augustusburg"}, "mittelsachsen"),
        ({"postcode": '"09573"', "city": "Gornau/Erzgeb."}, "erzgebirgskreis"),
        (
            {"postcode": '"09573"', "city": "Gornau/Erzgeb.", "district": "Landkreis Mittelsachsen"},
            "mittelsachsen",
        ),
        ({"postcode": '"09573"', "city": "Nirgendwo"}, "mittelsachsen"),
        ({"postcode": None, "city": None, "serves": "sachsenweit"}, None),
        ({"postcode": None, "city": "Berlin", "serves": "sachsenweit"}, None),
    ],
)
def test_the_district_is_filled_in(
    write: Write, loaded: Loaded, changes: dict[str, str | None], district: str | None
) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/x.md", OFFER, **changes)
    assert [offer.district for offer in loaded()[0].offers] == [district]


def test_what_refers_to_a_name_is_found(write: Write, loaded: Loaded) -> None:
    write("providers/jugendhaus.md", PROVIDER, aliases="[JuHa, Łužica-Haus]")
    write("providers/b.md", PROVIDER, title="JuHa", website="https://b.example.org")
    catalogue, _ = loaded()
    found = {name: getattr(catalogue.find("providers", name), "id", None) for name in NAMES}
    assert found == NAMES


# Of two with one name the first by id counts.
NAMES: dict[str | None, str | None] = {
    "jugendhaus": "jugendhaus",
    "Jugendhaus Görlitz": "jugendhaus",
    "jugendhaus goerlitz": "jugendhaus",
    "luzica haus": "jugendhaus",
    "JuHa": "b",
    "Sternwarte": None,
    "🤖": None,
    "": None,
    None: None,
}


def test_a_name_counts_within_its_kind(write: Write, loaded: Loaded) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    assert loaded()[0].find("networks", "jugendhaus") is None


def test_names_of_signs_only_are_not_mixed_up(write: Write, loaded: Loaded) -> None:
    write("providers/a.md", PROVIDER, title="🤖")
    catalogue, _ = loaded()
    assert catalogue.find("providers", "🚀") is None


def test_a_district_is_found_by_id(loaded: Loaded) -> None:
    catalogue, _ = loaded()
    assert catalogue.district("goerlitz").title == "Landkreis Görlitz"
    with pytest.raises(KeyError):
        catalogue.district("atlantis")


@pytest.mark.parametrize(
    ("changes", "point"),
    [
        ({"geo": "51.16, 14.97"}, (51.16, 14.97)),
        ({}, (51.1469, 14.9842)),
        ({"postcode": None, "city": "Zittau"}, (50.89668, 14.80675)),
        ({"postcode": None, "city": "Neukirchen", "district": "zwickau"}, (50.78894, 12.39256)),
        ({"postcode": None, "city": None, "serves": "goerlitz"}, None),
    ],
)
def test_a_point_is_that_of_the_most_precise_place(
    write: Write, loaded: Loaded, changes: dict[str, str | None], point: tuple[float, float] | None
) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/x.md", OFFER, **changes)
    catalogue, _ = loaded()
    found = catalogue.point_of(catalogue.offers[0])
    assert found == (pytest.approx(point, abs=0.05) if point else None)


# What is left out


def test_a_record_with_a_fehler_is_left_out_and_the_others_stay(write: Write, loaded: Loaded) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/right.md", OFFER)
    write("offers/wrong.md", OFFER, title="Anderes", ages="ab acht")
    write("offers/unreadable.md", "title: Anderes\n")
    write("offers/unknown-field.md", OFFER, title="Drittes", farbe="blau")
    catalogue, report = loaded()
    assert [offer.id for offer in catalogue.offers] == ["right"]
    assert len({found.file for found in report.errors}) == 3


def test_a_record_with_a_hinweis_stays(write: Write, loaded: Loaded) -> None:
    write("providers/jugendhaus.md", PROVIDER, venue=None)
    catalogue, report = loaded()
    assert [found.code for found in report.findings] == ["M104"]
    assert [provider.id for provider in catalogue.providers] == ["jugendhaus"]


def test_of_two_records_with_one_name_none_is_shown(write: Write, loaded: Loaded) -> None:
    """Nobody knows here whose address it is."""
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/goerlitz/x.md", OFFER, title="Erstes")
    write("offers/x.md", OFFER, title="Zweites")
    catalogue, report = loaded()
    assert ([found.code for found in report.errors], catalogue.offers) == (["M019", "M019"], ())


def test_a_file_that_cannot_be_opened_is_a_finding(
    write: Write, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, read = write("providers/jugendhaus.md", PROVIDER), Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert messages() == [
        "content/providers/jugendhaus.md:1: Fehler M023: Die Datei lässt sich nicht öffnen. "
        "Prüfen Sie die Rechte der Datei oder laden Sie sie neu hoch."
    ]


# A mistake stays where it is


def test_a_wrong_provider_makes_no_offer_wrong(write: Write, loaded: Loaded) -> None:
    write("providers/jugendhaus.md", PROVIDER, type="Raumschiff")
    write("offers/x.md", OFFER)
    catalogue, report = loaded()
    assert {found.file for found in report.findings} == {"content/providers/jugendhaus.md"}
    assert [offer.id for offer in catalogue.offers] == ["x"]
    assert catalogue.find("providers", "jugendhaus") is None


# How the record of a district can be wrong, and the one finding about it.
FAULTY = [
    ('ags: "14626"', "ags: vierzehn", "5: Fehler M109"),
    ('ags: "14626"', 'ags: "14999"', "5: Fehler M216"),
    ('ags: "14626"', "", "1: Fehler M101"),
    ('ags: "14626"', "ags: [14626, 14625]", "5: Fehler M105"),
    ("title: Landkreis Görlitz", "titel: Landkreis Görlitz", "2: Fehler M103"),
    ("title: Landkreis Görlitz", "title: [", "2: Fehler M0"),
    ("kind: landkreis", "kind: Provinz", "6: Fehler M106"),
    ("neighbours: [bautzen]", "neighbours: [bautzn]", "8: Fehler M203"),
    ("neighbours: [bautzen]", "", "1: Fehler M101"),
    ("---\ntitle", "title", "1: Fehler M005"),
    ("\n---\nEin Kreis.", "\nEin Kreis.", "12: Fehler M006"),
]


@pytest.mark.parametrize(("old", "new", "expected"), FAULTY)
def test_a_faulty_district_makes_no_other_record_wrong(
    content: Path, write: Write, loaded: Loaded, old: str, new: str, expected: str
) -> None:
    mended(content, old, new)
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/goerlitz/a.md", OFFER)
    write("offers/goerlitz/b.md", OFFER, title="B", district="goerlitz")
    write("offers/c.md", OFFER, title="C", postcode=None, topics="[Robotik]")
    write("offers/d.md", OFFER, title="D", mode="mobil", serves="[goerlitz, bautzen]")
    write("offers/e.md", OFFER, title="E", postcode=None, city=None, district="goerlitz", serves="goerlitz")
    write("events/goerlitz/f.md", TEXTS["events"], geo="51.15, 14.98")
    write("networks/g.md", TEXTS["networks"], serves="goerlitz")
    write("news/h.md", TEXTS["news"], districts="goerlitz")
    catalogue, report = loaded()
    lines = [line(found) for found in report.findings if found.code != "M104"]
    assert len(lines) == 1
    assert lines[0].startswith(f"{DISTRICT}:{expected}")
    assert [offer.id for offer in catalogue.offers] == ["a", "b", "c", "d", "e"]


def test_in_a_preview_nothing_refers_to_a_district_that_is_left_out(
    content: Path, write: Write, loaded: Loaded
) -> None:
    """A build stops; a preview goes on without the district, and must not stumble over its name."""
    mended(content, "kind: landkreis", "kind: Provinz")
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/a.md", OFFER, district="goerlitz", serves="[goerlitz, bautzen]")
    write("news/b.md", TEXTS["news"], districts="[goerlitz]")
    catalogue, _ = loaded()
    assert [(offer.district, offer.serves) for offer in catalogue.offers] == [(None, ("bautzen",))]
    assert [item.districts for item in catalogue.news] == [()]
    assert catalogue.district("bautzen").neighbours == (
        "dresden",
        "meissen",
        "saechsische-schweiz-osterzgebirge",
    )
    assert catalogue.point_of(catalogue.offers[0]) is not None


def test_two_districts_with_one_key_make_no_offer_wrong(
    content: Path, write: Write, messages: Messages
) -> None:
    path = content / "regions" / "zwickau.md"
    path.write_text(path.read_text("utf-8").replace("14524", "14626"), "utf-8")
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/goerlitz/a.md", OFFER, district="goerlitz")
    write("offers/zwickau/b.md", OFFER, postcode='"08056"', city="Zwickau", district="zwickau")
    assert [text.partition(": Feld")[0] for text in messages()] == [
        "content/regions/zwickau.md:5: Fehler M216"
    ]


# Time and order


def test_the_day_is_a_parameter(content: Path, write: Write) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/x.md", OFFER)
    codes = [
        [found.code for found in load(content, DATA, day)[1].findings]
        for day in (
            date(2026, 10, 31),
            date(2026, 11, 1),
            date(2027, 11, 1),
            date(2027, 11, 2),
            date(2029, 1, 1),
        )
    ]
    every_district = ["M301"] * len(DISTRICTS)
    assert codes == [["M301", "M301", *every_district], [], [], ["M901"], ["M903"]]


def test_findings_come_by_file_line_and_severity(write: Write, messages: Messages) -> None:
    write(
        "providers/jugendhaus.md",
        PROVIDER,
        venue=None,
        source="http://www.example.org",
        type="Uni",
        checked="heute",
    )
    write("networks/a.md", TEXTS["networks"], members="[x-b, x-a]", type="Bund")
    places = [text.split(": ")[:2] for text in messages()]
    assert places == [
        ["content/networks/a.md:4", "Fehler M106"],
        ["content/networks/a.md:11", "Hinweis M219"],
        ["content/networks/a.md:11", "Hinweis M219"],
        ["content/providers/jugendhaus.md:1", "Hinweis M104"],
        ["content/providers/jugendhaus.md:4", "Fehler M106"],
        ["content/providers/jugendhaus.md:9", "Hinweis M115"],
        ["content/providers/jugendhaus.md:10", "Fehler M110"],
    ]


def test_missing_tables_are_an_error_of_ours(content: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(content, tmp_path, TODAY)
