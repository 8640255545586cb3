"""Rules about images and the right to show them: checks/images.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import DISTRICT, NEWS

Changes = dict[str, str | None]

RIGHTS = {"image_alt": "Zwei Kinder am Roboter.", "image_credit": "Jugendhaus", "image_licence": "CC BY 4.0"}


# How pictures begin.
STARTS = {"png": b"\x89PNG\r\n\x1a\n", "ebp": b"RIFF"}


@pytest.fixture(autouse=True)
def images(content: Path) -> Path:
    folder = content / "bilder"
    (folder / "labor").mkdir(parents=True)
    for name in ("robotik.jpg", "labor/raum.webp", "GROSS.JPG", "haus.png", "tür.jpeg", "notiz.txt"):
        (folder / name).write_bytes(STARTS.get(name[-3:].lower(), b"\xff\xd8\xff"))
    return folder


# M123


_ALT = "image_alt: Was auf dem Bild zu sehen ist"
_CREDIT = "image_credit: Wer das Bild gemacht hat"
_LICENCE = "image_licence: Unter welcher Lizenz es steht"


@pytest.mark.parametrize(
    ("changes", "first", "others", "to_paste"),
    [
        (
            {"image": "robotik.jpg"},
            "1: Fehler M123: Feld „Bildbeschreibung“ (image_alt)",
            ", ebenso Bildurheber (image_credit), Bildlizenz (image_licence)",
            f"{_ALT} – und: {_CREDIT} – und: {_LICENCE}",
        ),
        (
            {"image_alt": "Kinder."},
            "1: Fehler M123: Feld „Bild“ (image)",
            ", ebenso Bildurheber (image_credit), Bildlizenz (image_licence)",
            f"image: robotik.jpg – und: {_CREDIT} – und: {_LICENCE}",
        ),
        (
            {"image": "robotik.jpg", **RIGHTS, "image_alt": None},
            "1: Fehler M123: Feld „Bildbeschreibung“ (image_alt)",
            "",
            _ALT,
        ),
        (
            {"image": "robotik.jpg", **RIGHTS, "image_alt": ""},
            "24: Fehler M123: Feld „Bildbeschreibung“ (image_alt)",
            "",
            _ALT,
        ),
        (
            {"image": "robotik.jpg", **RIGHTS, "image_credit": '""'},
            "25: Fehler M123: Feld „Bildurheber“ (image_credit)",
            "",
            _CREDIT,
        ),
        (RIGHTS, "1: Fehler M123: Feld „Bild“ (image)", "", "image: robotik.jpg"),
    ],
)
def test_a_picture_has_all_its_fields_or_none(
    check: Check, changes: Changes, first: str, others: str, to_paste: str
) -> None:
    assert check("offers/x.md", OFFER, **changes) == [
        f"{first} fehlt zum Bild{others}. Ergänzen Sie im Kopfteil: {to_paste} – "
        "ohne Rechte am Bild löschen Sie alle Bildfelder."
    ]


def test_a_misspelt_picture_field_is_not_missing_too(check: Check) -> None:
    changes = {"image": "robotik.jpg", **RIGHTS, "image_credit": None, "image_credits": "Jugendhaus"}
    [line] = check("offers/x.md", OFFER, **changes)
    assert line == (
        "26: Fehler M103: Feld „image_credits“: Dieses Feld gibt es nicht. Schreiben Sie: image_credit: Jugendhaus"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("offers/x.md", OFFER),
        ("providers/x.md", PROVIDER),
        ("news/x.md", NEWS),
        ("regions/goerlitz.md", DISTRICT),
    ],
)
@pytest.mark.parametrize("image", ["robotik.jpg", "labor/raum.webp", "GROSS.JPG", "haus.png", "tür.jpeg"])
def test_a_picture_of_ours_with_its_rights(check: Check, name: str, text: str, image: str) -> None:
    assert check(name, text, image=image, **RIGHTS) == []


def test_a_name_with_a_decomposed_umlaut_is_the_same(check: Check) -> None:
    assert check("offers/x.md", OFFER, image="tu\u0308r.jpeg", **RIGHTS) == []


# M126


@pytest.mark.parametrize(
    "image",
    [
        "https://www.example.org/a.jpg",
        "http://www.example.org/a.jpg",
        "data:image/png;base64,AAAA",
        "/etc/passwd",
        "../geheim.jpg",
        "labor/../../geheim.jpg",
        r"C:\Bilder\a.jpg",
        r"labor\raum.webp",
        "//example.org/a.jpg",
    ],
)
def test_a_picture_lies_in_our_folder(check: Check, image: str) -> None:
    assert check("offers/x.md", OFFER, image=image, **RIGHTS) == [
        f"23: Fehler M126: Feld „Bild“ (image): „{image}“ liegt nicht unter content/bilder/. "
        "Legen Sie das Bild dort ab und schreiben Sie nur den Dateinamen: image: robotik.jpg"
    ]


@pytest.mark.parametrize(
    ("image", "name"),
    [
        ("bilder/robotik.jpg", "robotik.jpg"),
        ("content/bilder/robotik.jpg", "robotik.jpg"),
        ("bilder/labor/raum.webp", "labor/raum.webp"),
    ],
)
def test_the_folder_is_not_named(check: Check, image: str, name: str) -> None:
    assert check("offers/x.md", OFFER, image=image, **RIGHTS) == [
        f"23: Fehler M126: Feld „Bild“ (image): „{image}“ nennt den Ordner mit. "
        f"Schreiben Sie nur den Dateinamen: image: {name}"
    ]


# M213


@pytest.mark.parametrize(
    ("image", "better"),
    [
        ("logo.svg", "logo.jpg"),
        ("Labor Löbau.tiff", "labor-loebau.jpg"),
        ("robotik", "robotik.jpg"),
        ("notiz.txt", "notiz.jpg"),
        ("robotik.jpg.html", "robotik-jpg.jpg"),
        ("☃.gif", "bild.jpg"),
    ],
)
def test_a_picture_has_a_usable_type(check: Check, image: str, better: str) -> None:
    assert check("offers/x.md", OFFER, image=image, **RIGHTS) == [
        f"23: Fehler M213: Feld „Bild“ (image): „{image}“ ist kein Bild im Format jpg, png oder webp. "
        f"Speichern Sie es als jpg: image: {better}"
    ]


@pytest.mark.parametrize(
    ("image", "remedy"),
    [
        ("robotk.jpg", "Schreiben Sie: image: robotik.jpg"),
        ("Robotik.JPG", "Schreiben Sie: image: robotik.jpg"),
        ("gross.jpg", "Schreiben Sie: image: GROSS.JPG"),
        ("seifenblase.webp", "Laden Sie das Bild dort hoch oder berichtigen Sie den Namen."),
    ],
)
def test_a_picture_is_there(check: Check, image: str, remedy: str) -> None:
    assert check("offers/x.md", OFFER, image=image, **RIGHTS) == [
        f"23: Fehler M213: Feld „Bild“ (image): „{image}“ liegt nicht unter content/bilder/. {remedy}"
    ]


def test_a_link_to_a_picture_is_no_picture(check: Check, images: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.jpg").write_bytes(b"x")
    (images / "zeichnung.jpg").symlink_to(tmp_path / "geheim.jpg")
    assert check("offers/x.md", OFFER, image="zeichnung.jpg", **RIGHTS) == [
        "23: Fehler M213: Feld „Bild“ (image): „zeichnung.jpg“ liegt nicht unter content/bilder/. "
        "Laden Sie das Bild dort hoch oder berichtigen Sie den Namen."
    ]


@pytest.mark.parametrize(
    ("size", "shown"),
    [(2_000_001, "2,1"), (2_100_000, "2,1"), (2_100_001, "2,2"), (12_000_000, "12,0")],
)
def test_a_picture_is_not_too_large(check: Check, images: Path, size: int, shown: str) -> None:
    with (images / "robotik.jpg").open("r+b") as file:
        file.truncate(size)
    assert check("offers/x.md", OFFER, image="robotik.jpg", **RIGHTS) == [
        f"23: Fehler M213: Feld „Bild“ (image): „robotik.jpg“ hat {shown} MB, erlaubt sind 2 MB. "
        "Verkleinern Sie das Bild auf etwa 1600 Pixel Breite."
    ]


def test_two_megabytes_are_fine(check: Check, images: Path) -> None:
    with (images / "robotik.jpg").open("r+b") as file:
        file.truncate(2_000_000)
    assert check("offers/x.md", OFFER, image="robotik.jpg", **RIGHTS) == []


def test_missing_rights_and_a_missing_file_are_two_findings(check: Check) -> None:
    lines = check("offers/x.md", OFFER, image="seifenblase.webp")
    assert [line.partition(": Feld")[0] for line in lines] == ["1: Fehler M123", "23: Fehler M213"]
