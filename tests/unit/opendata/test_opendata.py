"""What others take from the site: each file is read by somebody else's reader, or against the published schema."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from minthub.csvfile import MARK
from minthub.listing import Listing
from minthub.model.dates import TIMEZONE
from minthub.opendata import catalog
from minthub.opendata.atom import feed
from minthub.opendata.calendars import calendar
from minthub.opendata.figures import Figures
from minthub.opendata.tables import as_csv, as_geojson, as_json, datasets
from minthub.opendata.write import write_open_data
from minthub.schema.records import lists_of, record_schema
from tests.mini import SITE, load_listing, write_content

Add = Callable[..., None]
Listed = Callable[[], Listing]
# What is in an entry beside the fields of its kind.
OURS = {"id", "url", "text", "derived"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Listing:
    folder = tmp_path_factory.mktemp("mini") / "content"
    folder.mkdir()
    write_content(folder)
    return load_listing(folder)


def entries(kind: str, listing: Listing) -> list[dict[str, Any]]:
    data = next(data for data in datasets(listing) if data.name == kind)
    items: list[dict[str, Any]] = json.loads(as_json(data, listing, SITE))["items"]
    return items


def test_entries_are_what_the_published_schema_says(mini: Listing) -> None:
    for data in datasets(mini):
        validator = Draft202012Validator(record_schema(data.model, lists_of(mini.catalogue)))
        for entry in entries(data.name, mini):
            fields = {key: value for key, value in entry.items() if key not in OURS}
            assert [error.message for error in validator.iter_errors(fields)] == [], entry["id"]


def test_a_file_says_whose_and_of_which_day_it_is(mini: Listing) -> None:
    offers = datasets(mini)[0]
    said = json.loads(as_json(offers, mini, SITE))
    assert {key: value for key, value in said.items() if key != "items"} == {
        "title": "Angebote – Wegweiser",
        "url": SITE.url,
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "attribution": "Wegweiser",
        "date": "2026-11-21",
        "schema": "https://mint.example.org/repo/daten/schema/offer.json",
        "count": len(mini.offers),
    }
    assert [entry["id"] for entry in said["items"]] == [record.id for record in offers.records]


def test_what_follows_from_the_fields_is_said(mini: Listing) -> None:
    robots = next(entry for entry in entries("angebote", mini) if entry["id"] == "robotik-ag")
    assert robots["ages"] == [8, 14]
    assert robots["derived"]["age_range"] == [8, 14]
    assert robots["derived"]["age_groups"] == ["grundschule", "klasse-5-7", "klasse-8-10"]
    assert robots["derived"]["provider_url"] == "https://mint.example.org/repo/anbieter/jugendhaus/"
    assert all("age_range" in entry["derived"] for entry in entries("angebote", mini))


def test_what_is_over_is_in_no_file(mini: Listing) -> None:
    published = {record.key for data in datasets(mini) for record in data.records}
    ended = {record.key for record in mini.catalogue.offers if record.status == "beendet"}
    past = {event.key for event in mini.catalogue.events if mini.is_over(event)}
    assert ended
    assert past
    assert not published & (ended | past)


def test_points_have_longitude_first(mini: Listing) -> None:
    offers = datasets(mini)[0]
    collection = json.loads(as_geojson(offers, mini, SITE))
    assert collection["type"] == "FeatureCollection"
    assert 0 < len(collection["features"]) < len(offers.records)  # online there is no place
    for feature in collection["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (11 < longitude < 16, 50 < latitude < 52) == (True, True)
        assert feature["properties"]["title"]
    assert len({feature["id"] for feature in collection["features"]}) == len(collection["features"])


def test_a_table_has_a_row_for_each_record(mini: Listing) -> None:
    for data in datasets(mini):
        text = as_csv(data.model, data.records, mini)
        assert text.startswith(MARK)
        rows = list(csv.DictReader(io.StringIO(text.removeprefix(MARK)), delimiter=";"))
        assert [row["Kennung"] for row in rows] == [record.id for record in data.records]
        assert [row["Titel"].lstrip("'") for row in rows] == [record.title for record in data.records]


# Dates


def times(add: Add, listing: Listed, **changes: Any) -> list[tuple[Any, Any]]:
    add("events/treff", **changes)
    made = Calendar.from_ical(calendar("Termine", listing().catalogue.events, listing(), SITE, "x.ics"))
    assert made.errors == []
    return [
        (entry["dtstart"].dt, entry["dtend"].dt if "dtend" in entry else None)
        for entry in made.walk("VEVENT")
    ]


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=TIMEZONE)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"start": "2026-12-05"}, [(date(2026, 12, 5), date(2026, 12, 6))]),
        ({"start": "2026-12-05", "end": "2026-12-07"}, [(date(2026, 12, 5), date(2026, 12, 8))]),
        ({"start": "2026-12-05 16:00"}, [(at(5, 16), None)]),
        ({"start": "2026-12-05 16:00", "duration": "2 h"}, [(at(5, 16), at(5, 18))]),
        ({"start": "2026-12-05 22:00", "duration": "6 h"}, [(at(5, 22), at(6, 4))]),
        ({"start": "2026-12-05 10:00", "end": "2026-12-07"}, [(date(2026, 12, 5), date(2026, 12, 8))]),
        (
            {"start": "2026-12-05 16:00", "end": "2026-12-05 18:00", "dates": "[2026-12-12 10:00]"},
            [(at(5, 16), at(5, 18)), (at(12, 10), at(12, 12))],
        ),
        # What is over is left out, the number of what is to come stays.
        ({"start": "2026-11-05", "dates": "[2026-12-12]"}, [(date(2026, 12, 12), date(2026, 12, 13))]),
    ],
)
def test_calendars_know_start_and_end(
    changes: dict[str, str], expected: list[Any], add: Add, listing: Listed
) -> None:
    add("providers/jugendhaus")
    assert times(add, listing, **changes) == expected


def test_a_time_keeps_its_name_when_it_is_moved(add: Add, listing: Listed) -> None:
    add("providers/jugendhaus")
    add("events/treff", start="2026-11-05", dates="[2026-12-12, 2026-12-19]")
    made = Calendar.from_ical(calendar("x", listing().catalogue.events, listing(), SITE, "x.ics"))
    assert [str(entry["uid"]) for entry in made.walk("VEVENT")] == [
        "events-treff-2@mint.example.org",
        "events-treff-3@mint.example.org",
    ]


def test_a_calendar_keeps_to_the_standard(mini: Listing) -> None:
    events = [dated.event for dated in mini.events]
    written = calendar("Termine – Wegweiser", events, mini, SITE, "termine/termine.ics")
    lines = written.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert b"METHOD" not in written  # would need an organizer (RFC 5546)
    made = Calendar.from_ical(written)
    found = made.walk("VEVENT")
    assert len(found) >= len(events) > 0
    for entry in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "STATUS"} <= set(entry)
    assert len({entry["uid"] for entry in found}) == len(found)
    assert [zone["tzid"] for zone in made.walk("VTIMEZONE")] == ["Europe/Berlin"]
    assert str(made["source"]) == "https://mint.example.org/repo/termine/termine.ics"


def test_a_cancelled_event_says_so(add: Add, listing: Listed) -> None:
    add("providers/jugendhaus")
    add("events/treff", start="2026-12-05", event_status="abgesagt")
    made = Calendar.from_ical(calendar("x", listing().catalogue.events, listing(), SITE, "x.ics"))
    assert [str(entry["status"]) for entry in made.walk("VEVENT")] == ["CANCELLED"]


# News


def test_a_feed_keeps_to_the_standard(mini: Listing) -> None:
    written = feed("Neuigkeiten", mini.news, mini, SITE, "neuigkeiten/neuigkeiten.atom", "neuigkeiten/")
    root = ElementTree.fromstring(written)
    assert root.tag == f"{{{ATOM['a']}}}feed"
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links == {
        "self": "https://mint.example.org/repo/neuigkeiten/neuigkeiten.atom",
        "alternate": "https://mint.example.org/repo/neuigkeiten/",
    }
    assert root.findtext("a:id", namespaces=ATOM) == links["self"]
    found = root.findall("a:entry", ATOM)
    assert [entry.findtext("a:title", namespaces=ATOM) for entry in found] == [one.title for one in mini.news]
    for entry in [root, *found]:
        assert datetime.fromisoformat(entry.findtext("a:updated", "", ATOM)).tzinfo
        assert entry.findtext("a:id", "", ATOM).startswith(SITE.url)


def test_titles_are_text_in_a_feed(add: Add, listing: Listed) -> None:
    add("news/meldung", title="Mathe & <Logik>")
    written = feed("x", listing().news, listing(), SITE, "x.atom", "x/")
    assert ElementTree.fromstring(written).findtext("a:entry/a:title", namespaces=ATOM) == "Mathe & <Logik>"


# Figures and the catalogue


def test_figures_count_what_lies_in_a_district(mini: Listing) -> None:
    figures = Figures(mini)
    rows = list(csv.DictReader(io.StringIO(figures.as_csv().removeprefix(MARK)), delimiter=";"))
    goerlitz = {
        (row["merkmal"], row["wert"]): int(row["angebote"]) for row in rows if row["kreis"] == "goerlitz"
    }
    local = mini.offers_in("goerlitz")
    assert goerlitz["alle", "alle"] == len(local) > 0
    assert goerlitz["alter", "klasse-5-7"] == sum("klasse-5-7" in mini.groups_of(offer) for offer in local)
    assert goerlitz["bestaetigt", "ja"] == sum(offer.status == "aktiv" for offer in local)


def test_tables_of_figures_add_up(mini: Listing) -> None:
    for table in Figures(mini).tables():
        assert len(table.rows) == len(mini.catalogue.districts)
        for number, total in enumerate(table.sums.cells):
            assert sum(int(row.cells[number].text) for row in table.rows) == int(total.text)
    ages = Figures(mini).tables()[0]
    goerlitz = next(row for row in ages.rows if row.title == "Görlitz")
    assert goerlitz.cells[0].href == "kreise/goerlitz/kita/"


def test_the_catalogue_names_every_file_with_its_licence(mini: Listing) -> None:
    sets = datasets(mini)
    files = [link.href for one in catalog.published(sets) for link in one.files]
    described = json.loads(catalog.dcat(sets, mini, SITE))["dcat:dataset"]
    distributions = [part for one in described for part in one["dcat:distribution"]]
    assert [part["dcat:downloadURL"]["@id"] for part in distributions] == [
        f"{SITE.url}{file}" for file in files
    ]
    assert {part["dct:license"]["@id"] for part in distributions} == {
        "http://dcat-ap.de/def/licenses/cc-by/4.0"
    }
    for one in described:
        assert one["dct:title"]["@value"]
        assert one["dct:description"]["@value"]
        assert one["dct:publisher"]


def test_files_of_every_kind_and_district_are_written(mini: Listing, tmp_path: Path) -> None:
    write_open_data(mini, SITE, tmp_path)
    named = [
        link.href
        for one in (*catalog.published(datasets(mini)), *catalog.of_districts(mini))
        for link in one.files
    ]
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(named) <= written
    assert "termine/robotik-treff/termin.ics" in written
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and not path.stat().st_size]
