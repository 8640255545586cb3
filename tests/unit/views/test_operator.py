"""Legal pages: settings of the operator, and the remark that one is missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from minthub.views.operator import LABELS, UnknownSetting, fill_settings
from tests.conftest import ROOT

OPERATOR = {
    "name": "Bildungsverein Łužica e. V.",
    "street": "Hauptstraße 1",
    "city": "02826 Görlitz",
    "represented_by": "Erika Mustermann",
    "responsible": "Max Mustermann, Hauptstraße 1, 02826 Görlitz",
    "mail": "post@example.org",
    "phone": "03581 1234",
}


@pytest.mark.parametrize("key", LABELS)
def test_a_setting_takes_the_place_of_its_name(key: str) -> None:
    assert (
        fill_settings(f"Vor {{operator.{key}}} nach", {"operator": OPERATOR}) == f"Vor {OPERATOR[key]} nach"
    )


@pytest.mark.parametrize(
    ("key", "remark"),
    [
        ("name", "**[noch einzutragen: Name des Betreibers]**"),
        ("street", "**[noch einzutragen: Straße und Hausnummer]**"),
        ("city", "**[noch einzutragen: Postleitzahl und Ort]**"),
        ("represented_by", "**[noch einzutragen: Vertretungsberechtigte Person]**"),
        (
            "responsible",
            "**[noch einzutragen: Verantwortlich für den Inhalt nach § 18 Abs. 2 MStV, mit Anschrift]**",
        ),
        ("mail", "**[noch einzutragen: E-Mail-Adresse]**"),
        ("phone", "**[noch einzutragen: Telefonnummer]**"),
    ],
)
@pytest.mark.parametrize("kind", ["no-operator", "operator-is-none", "no-key", "empty", "none"])
def test_a_missing_setting_is_said_where_it_is_missing(key: str, remark: str, kind: str) -> None:
    extra: dict[str, dict[str, Any]] = {
        "no-operator": {},
        "operator-is-none": {"operator": None},
        "no-key": {"operator": {other: "x" for other in LABELS if other != key}},
        "empty": {"operator": {key: ""}},
        "none": {"operator": {key: None}},
    }
    assert fill_settings(f"{{operator.{key}}}", extra[kind]) == remark


def test_a_number_is_printed_as_it_is() -> None:
    assert fill_settings("{operator.phone}", {"operator": {"phone": 358112}}) == "358112"


def test_a_setting_is_not_filled_in_twice() -> None:
    assert fill_settings("{operator.name}", {"operator": {"name": "{operator.mail}"}}) == "{operator.mail}"


def test_every_place_is_filled() -> None:
    text = "{operator.name}\n{operator.city}, {operator.name}"
    assert fill_settings(text, {"operator": {"name": "A", "city": "B"}}) == "A\nB, A"


def test_an_unknown_setting_stops_the_build() -> None:
    known = "{operator.name}, {operator.street}, {operator.city}, {operator.represented_by}, {operator.responsible}"
    message = f"{{operator.nmae}} gibt es nicht. Möglich sind: {known}, {{operator.mail}}, {{operator.phone}}"
    with pytest.raises(UnknownSetting, match=f"^{re.escape(message)}$"):
        fill_settings("{operator.nmae}", {"operator": OPERATOR})


@pytest.mark.parametrize(
    "text", ["", "Text", "{name}", "{ operator.name }", "{Operator.name}", "{{ config }}"]
)
def test_other_text_stays(text: str) -> None:
    assert fill_settings(text, {"operator": OPERATOR}) == text


def _editorial() -> list[Path]:
    return sorted((ROOT / "content").glob("*.md"))


def test_the_pages_of_this_site_use_only_known_settings() -> None:
    used = {
        key for page in _editorial() for key in re.findall(r"\{operator\.([^}]*)\}", page.read_text("utf-8"))
    }
    assert used
    assert used <= set(LABELS)


def test_the_settings_of_this_site_are_the_known_ones() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    found = re.search(r"^  operator:\n(?:    .*\n)+", text, re.MULTILINE)
    assert found, "mkdocs.yml has no operator below extra"
    assert re.findall(r"^    (\w+):", found[0], re.MULTILINE) == list(LABELS)


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        (
            "https://git.example.org/a/b/",
            "Hier [melden](https://git.example.org/a/b/issues/new?template=x.yml).",
        ),
        ("", "Hier melden."),
        (None, "Hier melden."),
    ],
)
def test_links_to_the_repository_are_text_where_there_is_none(repository: str | None, expected: str) -> None:
    text = "Hier [melden]({repository}/issues/new?template=x.yml)."
    assert fill_settings(text, {"repository": repository}) == expected
