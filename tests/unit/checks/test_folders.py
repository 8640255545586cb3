"""A record in the folder of another kind gets one sentence: checks/folders.py."""

from __future__ import annotations

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import EVENT, FUNDING, NETWORK, NEWS


@pytest.mark.parametrize(
    ("name", "text", "changes", "said"),
    [
        (
            "providers/robotik.md",
            OFFER,
            {},
            "nach einem Angebot aus, liegt aber bei den Anbietern. Verschieben Sie die Datei nach content/offers/goerlitz/robotik.md",
        ),
        (
            "networks/robotik.md",
            EVENT,
            {"postcode": None, "district": "Landkreis Görlitz"},
            "nach einem Termin aus, liegt aber bei den Netzwerken. Verschieben Sie die Datei nach content/events/goerlitz/robotik.md",
        ),
        (
            "offers/goerlitz/nachmittag.md",
            EVENT,
            {},
            "nach einem Termin aus, liegt aber bei den Angeboten. Verschieben Sie die Datei nach content/events/goerlitz/nachmittag.md",
        ),
        (
            "events/robotik.md",
            OFFER,
            {"schedule": "mittwochs", "city": "Nirgends", "postcode": None},
            "nach einem Angebot aus, liegt aber bei den Terminen. Verschieben Sie die Datei nach content/offers/robotik.md",
        ),
        (
            "news/geld.md",
            FUNDING,
            {},
            "nach einer Förderung aus, liegt aber bei den Meldungen. Verschieben Sie die Datei nach content/funding/geld.md",
        ),
    ],
)
def test_a_record_among_those_of_another_kind(
    check: Check, name: str, text: str, changes: dict[str, str | None], said: str
) -> None:
    lines = [line for line in check(name, text, **changes) if "Fehler" in line]
    assert lines == [f"1: Fehler M022: Das sieht {said}"]


@pytest.mark.parametrize(
    ("name", "text", "changes"),
    [
        ("offers/x.md", OFFER, {"ende": "2027-01-01", "funder": "Stadt"}),
        ("offers/x.md", OFFER, {"start": "2026-12-05", "schedule": "mittwochs"}),
        ("events/x.md", EVENT, {"schedule": "mittwochs"}),
        ("networks/x.md", NETWORK, {}),
        ("news/x.md", NEWS, {}),
        ("providers/x.md", PROVIDER, {"cost": "kostenlos", "ages": "8"}),
    ],
)
def test_single_fields_of_another_kind_are_told_one_by_one(
    check: Check, name: str, text: str, changes: dict[str, str | None]
) -> None:
    assert not [line for line in check(name, text, **changes) if "M022" in line]
