"""Rules that look at all records at once: checks/across.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.records import DISTRICT, EVENT, FUNDING, NETWORK, NEWS

Write = Callable[..., Path]
Messages = Callable[[], list[str]]
Changes = dict[str, str | None]

MERGE = "Ist es dasselbe, führen Sie beide Einträge zusammen; sonst machen Sie die Titel unterscheidbar."
OFFER_TITLES = {
    "offers": "Robotik-AG im Jugendhaus",
    "events": "Robotik-Nachmittag",
    "networks": "MINT-Netz Neiße",
    "funding": "Werkstattgeld",
}
MERGE_PROVIDERS = "Ist es dieselbe Einrichtung, führen Sie beide Einträge zusammen."


@pytest.fixture
def provider(write: Write) -> None:
    write("providers/jugendhaus.md", PROVIDER)


# M019


@pytest.mark.usefixtures("provider")
def test_a_file_name_is_used_once_in_a_kind(write: Write, messages: Messages) -> None:
    write("offers/goerlitz/robotik.md", OFFER)
    write("offers/bautzen/robotik.md", OFFER, postcode='"02977"', city="Hoyerswerda", title="Anderes")
    write("offers/robotik.md", OFFER, title="Noch etwas")
    assert messages() == [
        f"content/offers/{folder}robotik.md:1: Fehler M019: Den Dateinamen robotik.md hat auch "
        f"content/offers/{first}robotik.md und content/offers/{second}robotik.md. "
        f"Benennen Sie die neuere Datei um; ist es diese, zum Beispiel in: robotik-{better}.md"
        for folder, first, second, better in (
            ("bautzen/", "goerlitz/", "", "bautzen"),
            ("goerlitz/", "bautzen/", "", "goerlitz"),
            ("", "bautzen/", "goerlitz/", "neu"),
        )
    ]


def test_records_of_different_kinds_may_have_the_same_file_name(write: Write, messages: Messages) -> None:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/jugendhaus.md", OFFER)
    write("events/jugendhaus.md", EVENT)
    assert messages() == []


# M211, titles


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize(
    ("kind", "text", "title"),
    [
        ("offers", OFFER, "Robotik-AG im Jugendhaus"),
        ("offers", OFFER, "ROBOTIK AG im Jugendhaus"),
        ("events", EVENT, "Robotik Nachmittag"),
        ("networks", NETWORK, "MINT-Netz Neisse"),
        ("funding", FUNDING, "Werkstatt-Geld"),
    ],
)
def test_two_records_with_one_title_in_one_district(
    write: Write, messages: Messages, kind: str, text: str, title: str
) -> None:
    write(f"{kind}/a.md", text)
    write(f"{kind}/b.md", text, title=title)
    assert messages() == [
        f"content/{kind}/{name}.md:2: Hinweis M211: Feld „Titel“ (title): „{shown}“ steht auch in content/{kind}/{other}.md. {MERGE}"
        for name, other, shown in (("a", "b", OFFER_TITLES[kind]), ("b", "a", title))
    ]


@pytest.mark.usefixtures("provider")
def test_each_record_with_one_title_names_the_others(write: Write, messages: Messages) -> None:
    for name in ("c", "b", "a"):
        write(f"offers/{name}.md", OFFER)
    assert messages() == [
        f"content/offers/{name}.md:2: Hinweis M211: Feld „Titel“ (title): „Robotik-AG im Jugendhaus“ steht auch in "
        f"content/offers/{first}.md und content/offers/{second}.md. {MERGE}"
        for name, first, second in (("a", "b", "c"), ("b", "a", "c"), ("c", "a", "b"))
    ]


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize(
    ("kind", "text", "changes"),
    [
        ("offers", OFFER, {"postcode": '"01067"', "city": "Dresden"}),
        ("offers", OFFER, {"title": "Robotik-AG im Jugendhaus 2"}),
        ("events", EVENT, {"start": "2026-12-06 16:00"}),
        ("events", EVENT, {"start": "2026-12-05 17:00"}),
        ("events", EVENT, {"start": "2026-12-05"}),
        ("news", NEWS, {}),
    ],
)
def test_the_same_title_elsewhere_or_at_another_time_is_fine(
    write: Write, messages: Messages, kind: str, text: str, changes: Changes
) -> None:
    write(f"{kind}/a.md", text)
    write(f"{kind}/b.md", text, **changes)
    assert messages() == []


@pytest.mark.usefixtures("provider")
def test_titles_of_signs_only_are_compared_as_they_are(write: Write, messages: Messages) -> None:
    write("offers/a.md", OFFER, title='"+++"')
    write("offers/b.md", OFFER, title='"???"')
    write("offers/c.md", OFFER, title='"+++"')
    assert messages() == [
        f"content/offers/{name}.md:2: Hinweis M211: Feld „Titel“ (title): „+++“ steht auch in content/offers/{other}.md. {MERGE}"
        for name, other in ("ac", "ca")
    ]


# M211, websites


@pytest.mark.parametrize(
    "website",
    ["https://www.example.org", "https://example.org/", "https://WWW.example.org", "https://Example.org"],
)
def test_two_providers_do_not_share_a_website(write: Write, messages: Messages, website: str) -> None:
    write("providers/a.md", PROVIDER)
    write("providers/b.md", PROVIDER, title="Technikhaus", website=website)
    expected = (
        "content/providers/b.md:9: Hinweis M211: Feld „Website“ (website): Dieselbe Website nennt auch "
        f"content/providers/a.md. {MERGE_PROVIDERS}"
    )
    assert messages() == [expected]


def test_an_address_without_encryption_is_the_same(write: Write, messages: Messages) -> None:
    write("providers/a.md", PROVIDER, website="http://example.org", source="https://example.org")
    write("providers/b.md", PROVIDER, title="Technikhaus")
    assert [line.partition(": Feld")[0] for line in messages()] == [
        "content/providers/a.md:9: Hinweis M115",
        "content/providers/b.md:9: Hinweis M211",
    ]


def test_of_two_providers_with_one_title_only_that_is_said(write: Write, messages: Messages) -> None:
    write("providers/a.md", PROVIDER)
    write("providers/b.md", PROVIDER)
    assert messages() == [
        f"content/providers/{name}.md:2: Hinweis M211: Feld „Titel“ (title): „Jugendhaus Görlitz“ steht auch in "
        f"content/providers/{other}.md. {MERGE}"
        for name, other in ("ab", "ba")
    ]


def test_pages_of_one_house_are_different_websites(write: Write, messages: Messages) -> None:
    write("providers/a.md", PROVIDER, website="https://www.example.org/a")
    write("providers/b.md", PROVIDER, website="https://www.example.org/b", title="Technikhaus")
    assert messages() == []


@pytest.mark.usefixtures("provider")
def test_offers_may_share_a_website(write: Write, messages: Messages) -> None:
    write("offers/a.md", OFFER)
    write("offers/b.md", OFFER, title="Löten")
    assert messages() == []


# M212 across records


@pytest.mark.usefixtures("provider")
def test_an_old_address_leads_to_one_record(write: Write, messages: Messages) -> None:
    write("offers/a.md", OFFER, redirect_from="[alt]")
    write("offers/b.md", OFFER, title="Löten", redirect_from="\n  - aelter\n  - alt")
    assert messages() == [
        "content/offers/b.md:25: Fehler M212: Feld „Frühere Adressen“ (redirect_from): „alt“ nennt auch "
        "content/offers/a.md. Löschen Sie die Kennung hier oder dort."
    ]


@pytest.mark.usefixtures("provider")
def test_an_old_address_may_be_used_once_in_each_kind_and_twice_in_one_record(
    write: Write, messages: Messages
) -> None:
    write("offers/a.md", OFFER, redirect_from="[alt, alt]")
    write("events/b.md", EVENT, redirect_from="[alt]")
    assert messages() == []


# M216


def test_a_key_has_one_district(write: Write, messages: Messages) -> None:
    write("regions/goerlitz-land.md", DISTRICT, title="Kreis Görlitz", neighbours="[bautzen]")
    neighbours = "[dresden, goerlitz, goerlitz-land, meissen, saechsische-schweiz-osterzgebirge]"
    write("regions/bautzen.md", DISTRICT, title="Kreis Bautzen", ags='"14625"', neighbours=neighbours)
    assert messages() == [
        "content/regions/goerlitz.md:5: Fehler M216: Feld „Gemeindeschlüssel“ (ags): Den Schlüssel 14626 hat schon "
        "content/regions/goerlitz-land.md. Berichtigen Sie den Schlüssel."
    ]


def test_a_key_is_on_the_map(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", DISTRICT, ags='"14999"')
    assert messages() == [
        "content/regions/goerlitz.md:5: Fehler M216: Feld „Gemeindeschlüssel“ (ags): Den Schlüssel 14999 gibt es in "
        "data/districts.geojson nicht. Berichtigen Sie den Schlüssel."
    ]


def test_each_district_of_the_map_has_a_record(content: Path, write: Write, messages: Messages) -> None:
    (content / "regions" / "goerlitz.md").unlink()
    write("regions/bautzen.md", DISTRICT, title="Bautzen", short_title="Bautzen", ags='"14625"',
          neighbours="[dresden, meissen, saechsische-schweiz-osterzgebirge]")  # fmt: skip
    assert messages() == [
        "content/regions:1: Fehler M216: Der Kreis mit dem Schlüssel 14626 hat keinen Eintrag. "
        'Legen Sie den Kreis an: ags: "14626"'
    ]


def test_without_any_district_each_is_missing(content: Path, messages: Messages) -> None:
    for path in (content / "regions").iterdir():
        path.unlink()
    lines = messages()
    assert len(lines) == 13
    assert lines[0] == (
        "content/regions:1: Fehler M216: Der Kreis mit dem Schlüssel 14511 hat keinen Eintrag. "
        'Legen Sie den Kreis an: ags: "14511"'
    )


def test_a_district_that_cannot_be_read_is_not_missing_too(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", "Nur Text.\n")
    [line] = messages()
    assert line.startswith("content/regions/goerlitz.md:1: Fehler M005: ")


def test_a_district_without_a_key_is_not_missing_too(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", DISTRICT, ags=None)
    assert messages() == [
        "content/regions/goerlitz.md:1: Fehler M101: Feld „Gemeindeschlüssel“ (ags) fehlt. "
        'Ergänzen Sie im Kopfteil: ags: "14626"'
    ]


# M217


def test_neighbourhood_is_mutual(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", DISTRICT, neighbours="[bautzen, dresden]")
    assert messages() == [
        "content/regions/dresden.md:8: Fehler M217: Feld „Nachbarkreise“ (neighbours): goerlitz nennt diesen Kreis als "
        "Nachbarn, umgekehrt fehlt es. Ergänzen Sie goerlitz in der Liste."
    ]


def test_several_neighbours_that_are_missing_are_one_finding(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", DISTRICT, neighbours="[bautzen, dresden]")
    write("regions/zwickau.md", DISTRICT, title="Zwickau", short_title="Zwickau", ags='"14524"',
          neighbours="[chemnitz, dresden, erzgebirgskreis, mittelsachsen, vogtlandkreis]")  # fmt: skip
    [line] = messages()
    assert line.startswith("content/regions/dresden.md:8: Fehler M217: Feld „Nachbarkreise“ (neighbours): ")
    assert line.endswith(" Ergänzen Sie goerlitz und zwickau in der Liste.")


def test_a_district_that_forgets_all_its_neighbours_is_told_once(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", DISTRICT, neighbours="[]")
    [line] = messages()
    assert line == (
        "content/regions/goerlitz.md:8: Fehler M128: Feld „Nachbarkreise“ (neighbours): Die Liste ist leer. "
        "Schreiben Sie: neighbours: [bautzen]"
    )


def test_a_neighbour_left_out_is_found_where_it_is_missing(write: Write, messages: Messages) -> None:
    write("regions/goerlitz.md", DISTRICT, neighbours="[zwickau]")
    assert messages() == [
        "content/regions/goerlitz.md:8: Fehler M217: Feld „Nachbarkreise“ (neighbours): bautzen nennt diesen Kreis als "
        "Nachbarn, umgekehrt fehlt es. Ergänzen Sie bautzen in der Liste.",
        "content/regions/zwickau.md:8: Fehler M217: Feld „Nachbarkreise“ (neighbours): goerlitz nennt diesen Kreis als "
        "Nachbarn, umgekehrt fehlt es. Ergänzen Sie goerlitz in der Liste.",
    ]
