"""Every code about the content of records is produced by a real record: none is only a promise of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from minthub.catalogue import Catalogue
from minthub.codes import CODES
from minthub.findings import Report, Severity
from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.records import DISTRICT, EVENT, FUNDING, NETWORK, NEWS, with_body

# M0 is about files and has its own tests in tests/unit/reading and tests/unit/test_intake.py.
ABOUT_CONTENT = [code for code in CODES if not code.startswith("M0")]


@dataclass(frozen=True)
class Case:
    """A record that is right but for what its changes do."""

    name: str
    text: str
    changes: dict[str, str | None] = field(default_factory=dict)


def offer(**changes: str | None) -> Case:
    return Case("offers/x.md", OFFER, changes)


def event(**changes: str | None) -> Case:
    return Case("events/x.md", EVENT, changes)


def network(**changes: str | None) -> Case:
    return Case("networks/x.md", NETWORK, changes)


def district(**changes: str | None) -> Case:
    return Case("regions/goerlitz.md", DISTRICT, changes)


def body(text: str) -> Case:
    return Case("offers/x.md", with_body(OFFER, text))


CASES = {
    "M101": offer(provider=None),
    "M103": offer(quatsch="ja"),
    "M104": offer(venue=None),
    "M105": offer(title="[Robotik, AG]"),
    "M106": offer(format="labortag"),
    "M107": offer(title="Robotik " * 12),
    "M108": offer(gta="vielleicht"),
    "M109": district(ags="vierzehn"),
    "M110": offer(checked="31.02.2026"),
    "M111": event(start="Samstag 16 Uhr"),
    "M112": offer(ages="ab acht"),
    "M113": offer(grades="Oberstufe"),
    "M114": offer(website="www.example.org"),
    "M115": offer(website="http://www.example.org"),
    "M116": offer(geo="51, 13"),
    "M117": offer(postcode="1067"),
    "M118": event(duration="zwei Stunden"),
    "M119": offer(contact="siehe Website"),
    "M120": offer(languages="alle"),
    "M121": offer(ages=None),
    "M122": offer(ages="[6, 8]", grades="[9, 12]"),
    "M123": offer(image_alt="Ein Roboter."),
    "M124": offer(city=None),
    "M125": event(start=None),
    "M126": offer(image="https://www.example.org/a.jpg"),
    "M127": Case("funding/x.md", FUNDING, {"deadlines": "bald"}),
    "M128": offer(subjects="[]"),
    "M129": district(coordination="RKO"),
    "M130": offer(redirect_from="/angebote/robotik-ag/"),
    "M131": offer(cost="kostenlos", price="5 Euro je Kind"),
    "M132": offer(topics="Robotik; Löten"),
    "M201": offer(provider="Sternwarte Entenhausen"),
    "M202": offer(networks="[mino]"),
    "M203": offer(district="vogtland"),
    "M204": offer(postcode='"10115"'),
    "M205": offer(postcode='"01067"'),
    "M206": offer(district="dresden"),
    "M207": offer(postcode=None, city="Oelsnitz"),
    "M208": Case("offers/dresden/x.md", OFFER),
    "M209": offer(geo="[52.52, 13.40]"),
    "M210": event(offer="sternstunde"),
    "M211": Case("providers/x.md", PROVIDER),
    "M212": offer(redirect_from="x"),
    "M213": offer(image="fehlt.jpg"),
    "M214": offer(geo="[14.98, 51.15]"),
    "M215": offer(topics="[robotik]"),
    "M216": district(ags='"14999"'),
    "M217": district(neighbours="[bautzen, dresden]"),
    "M218": offer(postcode=None, district="dresden"),
    "M219": network(members="[haus-der-sterne]"),
    "M301": offer(checked="2026-11-22"),
    "M302": event(end="2026-12-05 15:00"),
    "M303": event(registration_deadline="2026-12-06"),
    "M304": event(start="2027-03-28 02:30"),
    "M305": event(repeats="woechentlich"),
    "M306": offer(expires="2026-10-31"),
    "M307": event(end="2026-12-05 18:00", duration="2 h"),
    "M308": event(repeats="woechentlich", until="2026-12-04"),
    "M309": offer(registration_deadline="2026-11-20"),
    "M310": event(until="2027-07-09"),
    "M401": body("\n"),
    "M402": body("<b>Robotik</b>\n"),
    "M403": body("[Ablauf](ablauf.md)\n"),
    "M404": body("# Ablauf\n"),
    "M405": body("![Roboter](roboter.jpg)\n"),
    "M406": offer(title="ROBOTIK FÜR ALLE"),
    "M407": offer(contact="robotik@gmail.com"),
    "M408": offer(contact="erika.muster@example.org"),
    "M409": body("[hier](https://www.example.org)\n"),
    "M410": body("Wir bauen Roboter.\n" * 1100),
    "M411": Case("news/x.md", with_body(NEWS, "\n")),
    "M901": offer(checked="2025-11-20"),
    "M902": offer(checked="2025-05-20"),
    "M903": offer(checked="2024-11-20"),
}


# Wrong in two ways at once, because one cannot be had without the other.
WITH_ANOTHER = {"M126": "M123", "M207": "M104", "M213": "M123", "M218": "M104"}

Load = Callable[[], tuple[Catalogue, Report]]
Codes = Callable[[Case], set[str]]


@pytest.fixture
def codes(write: Callable[..., Path], loaded: Load) -> Codes:
    """The codes of everything that is found when the record of a case is the only one with a mistake."""

    def _codes(case: Case) -> set[str]:
        write("providers/jugendhaus.md", PROVIDER)
        write(case.name, case.text, **case.changes)
        return {found.code for found in loaded()[1].findings}

    return _codes


def test_every_code_about_content_is_in_the_table() -> None:
    assert list(CASES) == ABOUT_CONTENT


@pytest.mark.parametrize("code", CASES)
def test_a_record_produces_the_code_and_no_other(codes: Codes, code: str) -> None:
    assert codes(CASES[code]) == {code, WITH_ANOTHER.get(code, code)}


@pytest.mark.parametrize("code", CASES)
def test_only_a_record_with_a_fehler_is_left_out(codes: Codes, loaded: Load, code: str) -> None:
    found = codes(CASES[code])
    catalogue, report = loaded()
    refused = {item.file for item in report.errors}
    kept = {record.path for records in catalogue.records.values() for record in records}
    assert bool(refused) is any(CODES[each].severity is Severity.ERROR for each in found)
    assert not refused & kept
    assert {CASES[code].name, "providers/jugendhaus.md"} <= {
        path.removeprefix("content/") for path in refused | kept
    }
