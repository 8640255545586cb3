"""Addresses of pages."""

from __future__ import annotations

import re
from typing import Any

import pytest

from minthub import paths
from minthub.model.base import RecordModel
from minthub.model.kinds import KINDS, District, Event, Funding, Network, NewsItem, Offer, Provider


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Offer, "angebote/robotik-ag/"),
        (Event, "termine/robotik-ag/"),
        (Provider, "anbieter/robotik-ag/"),
        (Network, "netzwerke/robotik-ag/"),
        (District, "kreise/robotik-ag/"),
        (Funding, "foerderung/robotik-ag/"),
        (NewsItem, "neuigkeiten/robotik-ag/"),
    ],
)
def test_a_record_lies_in_the_section_of_its_kind(kind: Any, expected: str) -> None:
    assert paths.record_path(kind.model_construct(id="robotik-ag")) == expected


def test_every_kind_has_a_section_of_its_own() -> None:
    assert set(paths.SECTIONS) == {model.folder for model in KINDS}
    assert len(set(paths.SECTIONS.values())) == len(KINDS)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (paths.district_path("goerlitz"), "kreise/goerlitz/"),
        (paths.district_path("goerlitz", "kita"), "kreise/goerlitz/kita/"),
        (paths.district_path("goerlitz", ""), "kreise/goerlitz/"),
        (paths.age_path("klasse-5-7"), "alter/klasse-5-7/"),
        (paths.subject_path("informatik"), "faecher/informatik/"),
        (paths.topic_path("3d-druck"), "faecher/themen/3d-druck/"),
    ],
)
def test_addresses_are_relative_and_end_with_a_slash(path: str, expected: str) -> None:
    assert path == expected
    assert re.fullmatch(r"(?:[a-z0-9-]+/)+", path)


@pytest.mark.parametrize("kind", sorted(paths.SECTIONS))
def test_the_form_opens_with_a_record_of_a_kind_that_it_knows(kind: str) -> None:
    expected = f"mitmachen/angebot-eintragen/?eintrag={kind}/eins" if kind in ("offers", "events") else ""
    assert paths.form_path(kind, "eins") == expected


def test_a_district_record_and_its_page_have_one_address() -> None:
    record: RecordModel = District.model_construct(id="goerlitz")
    assert paths.record_path(record) == paths.district_path("goerlitz")
