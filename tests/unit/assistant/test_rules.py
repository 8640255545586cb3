"""The form refuses what `minthub check` refuses, and nothing else: the same codes at the same fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from minthub.catalogue import Loaded
from minthub.checks import check_record
from minthub.findings import Severity
from minthub.model.convert import convert
from minthub.model.dates import MAX_MINUTES
from minthub.model.kinds import BY_FOLDER
from minthub.reading.frontmatter import quoted
from minthub.reading.record import ListValue, Record, Scalar, read_record
from minthub.schema.questions import RULES, Rule
from minthub.writing import spelling
from tests.conftest import OFFER, ROOT
from tests.records import EVENT

pytestmark = pytest.mark.slow

Ask = Callable[[list[Any]], list[Any]]
Case = tuple[str, dict[str, Any]]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ASSETS = ROOT / "theme_overrides" / "assets"
# What the form cannot get wrong: it has no such field, or reads no files.
UNASKED = {"redirect_from", "image", "image_alt", "image_credit", "image_licence", "geo", "source_date"}

DATES = [
    "31.12.2026", "2026-12-31", "1.2.2027", "31. Dezember 2026", "5. Dez 2026", "31.02.2026", "2026-13-01", "01/02/2026", "31.12.26",
    "morgen", "31.12.1026", "2026-12-31T00:00:00Z", "29.02.2028", "29.02.2027", "5. J 2027", "0.1.2027", "2026-1-5",
    "Do, 31.12.2026", "am Donnerstag, den 31. Dezember 2026", "Fr, 31.12.2026", "Sonnabend, 5. Dez. 2026", "„31.12.2026“", "31 Dezember 2026",
]  # fmt: skip
TIMES = [
    *DATES, "2026-12-05 16:00", "05.12.2026, 16 Uhr", "05.12.2026 um 16.30 Uhr", "05.12.2026 16", "5.12.2026 25:00", "05.12.2026 16:61",
    "2027-03-28 02:30", "2027-03-28 03:00", "2027-03-27 02:30", "Samstag 16 Uhr", "2026-12-05T16:00:00", "31.02.2026 10:00",
]  # fmt: skip
SPANS = [
    "8-14", "8–14", "8 bis 14 Jahre", "ab 8", "ab 8 Jahren", "bis 14", "8", "8+", "ab acht", "14-8", "121", "0", "-3",
    "Klasse 5 bis 10", "5.-10. Klasse", "Klassenstufe 3", "1-13", "14", "von 3 bis 6 Jahren", "8, 14", "8, 9, 10", "alle", "3 j.", "Jahrgangsstufe 5‑7", "„8–14“", "Kl. 5-10",
    "5. Klasse", "ab 5.Klasse", "3.-4. Klasse", "8 Jahre", "10-jährig", "9-10 Jahre, Klasse 4", "Fünftklässler", "5. Klässler", "18 Monate",
]  # fmt: skip
ADDRESSES = [
    "https://www.example.org", "http://www.example.org/a?b=c#d", "www.example.org", "https//example.org", "https://example", "HTTPS://Example.org",
    "ftp://example.org", "info@example.org", "mailto:info@example.org", "https://exa mple.org", "https://a@b.de", "https://müller.de/ä",
    "https://example.org:8080/x", "https://example.org/<b>", "https://example.org/a|b", "https://", "//example.org", "https://example.org./",
    "Https://www.example.org.", "https://example.org/a,", "https://example.org/Verein_e._V.", "https://example.org/a.;",
]  # fmt: skip
CONTACTS = [
    "info@example.org", "0341 123456", "+49 (0)341/12-34 56", "Tel.: 0341 123456", "E-Mail: info@example.org", "mail@example.org", "Mail mail@example.org", "Mail@example.org", "<info@example.org>", "0341–123456", "tel: 0341 123456", "mailto:info@example.org",
    "kind@gmail.com", "kind@GMX.de", "vorname.nachname@example.org", "siehe Website", "1234", "a@b", "info @example.org",
]  # fmt: skip
LANGUAGES = [
    "de",
    "hsb",
    "DE",
    "deutsch",
    "Sorbisch",
    "de-AT",
    "dt",
    "alle",
    "en-x",
    "Türkisch",
    "xyz",
    "d",
    "de-leicht",
    "Gebärdensprache",
    "DGS",
    "Leichte Sprache",
    "gsg",
]
POSTCODES = [
    "02826",
    "DE-02826",
    "PLZ 02826",
    "01067",
    "1067",
    "D-02826",
    "D 01067",
    "10115",
    "99999",
    "abcde",
    "028261",
    "09111",
]
DURATIONS = [
    "1:30",
    "90 min",
    "2 h",
    "1,5 Stunden",
    "2 Std.",
    "zwei Stunden",
    "0 min",
    "0:00",
    "1:60",
    "800 h",
    "120 h",
    "120:00",
    "744:00",
    "744:01",
    "0100:00",
    "100:30 Std.",
    "0,5 min",
    "1,5 min",
    "45 Minuten",
    "90",
]
CITIES = [
    "Görlitz",
    "Goerlitz",
    "görlitz",
    "Leipzig",
    "Frohburg, OT Linda",
    "Neustadt",
    "Atlantis",
    "Görlits",
    "Naundorf",
    "Reichenbach",
    "Dresden (Neustadt)",
    "Berlin",
]
TEXTS = [
    "Gut.", "# Titel", "## Titel", "Titel\n=====", "<b>fett</b>", "a < b > c", "<script>x</script>", "`<b>` ist Kode", "![Bild](a.png)", "[Seite](https://example.org)",
    "[Seite](seite.md)", "[Seite](javascript:x)", "https://example.org", "kind@gmail.com", "vorname.nachname@example.org", "Wort\n" * 4001, "#Hashtag", "1 # 2",
    "<https://example.org>", "</div>", "<!-- weg -->", "* Punkt\n* Punkt", "Zeile<br>Zeile", "[Post](mailto:info@example.org)", "a\n---\nb",
]  # fmt: skip


def mutations() -> Iterator[Case]:
    """Kind and changes of fields of a good record."""
    for key in ("checked", "expires"):
        yield from (("offers", {key: text}) for text in DATES)
    for key in ("start", "end", "registration_deadline"):
        yield from (("events", {key: text}) for text in TIMES)
    yield from (
        ("events", {"start": "05.12.2026 16:00", "end": text})
        for text in ("05.12.2026", "05.12.2026 15:00", "05.12.2026 16:00", "05.12.2026 16:01", "04.12.2026")
    )
    yield from (
        ("events", {"registration_deadline": text})
        for text in ("05.12.2026", "05.12.2026 16:00", "05.12.2026 16:01", "06.12.2026")
    )
    yield from (
        ("events", {"start": "05.12.2026", "registration_deadline": text})
        for text in ("05.12.2026 23:00", "06.12.2026")
    )
    yield from (
        (
            "events",
            {"start": None, "dates": ["05.12.2026 16:00", "09.01.2027 16:00"], "registration_deadline": text},
        )
        for text in ("08.01.2027", "10.01.2027")
    )
    weekly = {"start": "04.11.2026 16:00", "repeats": "woechentlich", "until": "24.02.2027"}
    yield from (
        ("events", {**weekly, **changes, "registration_deadline": text})
        for changes in (
            {},
            {"until": None},
            {"until": "30.02.2027"},
            {"repeats": None},
            {"dates": ["10.03.2027"]},
        )
        for text in ("03.11.2026", "10.01.2027", "24.02.2027 18:00", "25.02.2027", "11.03.2027")
    )
    for key in ("ages", "grades"):
        yield from (("offers", {key: text}) for text in SPANS)
    for key in ("website", "registration_url", "source"):
        yield from (("offers", {key: text}) for text in ADDRESSES)
    yield from (("offers", {"contact": [text]}) for text in CONTACTS)
    yield from (("offers", {"contact": ["info@example.org", text]}) for text in CONTACTS[6:])
    yield from (("offers", {"languages": [text]}) for text in LANGUAGES)
    yield from (
        ("offers", {"postcode": text, "city": city})
        for text in POSTCODES
        for city in (None, "Görlitz", "Dresden")
    )
    yield from (
        ("offers", {"postcode": None, "city": city, **more})
        for city in CITIES
        for more in ({}, {"district": "goerlitz"}, {"serves": ["sachsenweit"]})
    )
    yield from (
        ("offers", {"postcode": code, "district": district})
        for code in POSTCODES[:2]
        for district in ("goerlitz", "bautzen", "Landkreis Görlitz", "sachsenweit", "vogtland")
    )
    yield from (("events", {"duration": text}) for text in DURATIONS)
    yield from (("events", {"text": text}) for text in TEXTS)
    yield from conditions()


def conditions() -> Iterator[Case]:
    """Fields that depend on each other, and closed lists."""
    for mode in ("vor-ort", "mobil", "online", "hybrid", "Vor Ort", "irgendwo", None):
        for city in ("Görlitz", None):
            yield from (
                ("offers", {"mode": mode, "city": city, "postcode": None, "serves": serves})
                for serves in (None, ["goerlitz"], ["atlantis"], ["Sachsen", "goerlitz"])
            )
    series: list[dict[str, Any]] = [
        {"start": None}, {"start": None, "dates": ["2026-12-05 16:00"]}, {"repeats": "woechentlich"}, {"repeats": "woechentlich", "until": "2027-07-09"},
        {"start": None, "repeats": "woechentlich", "until": "2027-07-09", "dates": ["2026-12-05"]}, {"until": "2027-07-09"}, {"except": ["ferien"]},
        {"repeats": "monatlich", "until": "2026-01-01"}, {"repeats": "monatlich", "until": "2026-12-05", "except": ["Ferien", "24.12.2026"]},
        {"repeats": "monatlich", "until": "2026-12-05", "except": ["24.12."]}, {"repeats": "täglich", "until": "2027-07-09"}, {"end": "2026-12-05 18:00", "duration": "1:30"},
        {"dates": ["2027-01-09 16:00", "irgendwann"]}, {"event_status": "abgesagt"}, {"event_status": "voll"}, {"offer": "gibt-es-nicht"},
    ]  # fmt: skip
    yield from (("events", changes) for changes in series)
    for key in BY_FOLDER["offers"].specs():
        if key not in UNASKED:
            yield "offers", {key: None}
    yield from (
        ("offers", {key: "Quatsch"})
        for key in ("format", "cost", "registration", "status", "for_schools", "gta", "checked_by")
    )
    yield from (
        ("offers", {key: ["Quatsch"]})
        for key in ("subjects", "access", "audiences", "stages", "holidays", "networks")
    )
    yield from (
        ("offers", {"format": text}) for text in ("Schülerlabor", "schuelerlabor", "SCHÜLERLABOR", "Labor")
    )
    yield from (
        ("offers", {"title": text})
        for text in ("x" * 90, "x" * 91, "ä" * 91, "😀" * 90, "a\u200bb", "Ruf an: kind@web.de")
    )
    yield from (("offers", {"summary": text}) for text in ("x" * 200, "x" * 201))
    yield "offers", {"ages": None, "grades": None}
    yield "offers", {"ages": None, "stages": ["grundschule"]}
    yield "offers", {"expires": "2026-10-01"}
    yield "offers", {"expires": "2026-10-01", "status": "beendet"}
    yield "offers", {"gta": "Ja", "for_schools": "true"}
    yield from (("offers", {"gta": text}) for text in ("ja.", "n", "wahr", "x", "ja, gern", "„ja“"))


def good(kind: str) -> dict[str, Any]:
    """The fields of a good record, as they would be typed."""
    record, found = read_record(
        dedent(OFFER if kind == "offers" else EVENT).encode(),
        "x.md",
        kind,
        "x",
        None,
        BY_FOLDER[kind].specs(),
    )
    assert record
    assert not found
    return raw_of(record)


def raw_of(record: Record) -> dict[str, Any]:
    """The texts of a record's fields; what no form can send is left out."""
    raw: dict[str, Any] = {"text": record.body}
    for key, entry in record.entries.items():
        if isinstance(entry.value, Scalar):
            raw[key] = entry.value.text
        elif isinstance(entry.value, ListValue):
            raw[key] = [item.text for item in entry.value.items if isinstance(item, Scalar)]
    specs = BY_FOLDER[record.kind].specs()
    single = {
        key: [value] if specs[key].is_list and isinstance(value, str) else value
        for key, value in raw.items()
        if key in specs
    }
    spans = {
        key: ", ".join(value)
        for key, value in single.items()
        if key in ("ages", "grades") and isinstance(value, list)
    }
    return {"text": record.body, **single, **spans}


def python_says(real: Loaded, kind: str, raw: dict[str, Any]) -> set[tuple[str, str]]:
    """Code and field of each Fehler; the text of the record is the field „text“."""
    specs = BY_FOLDER[kind].specs()
    lines = ["---"]
    for key, value in raw.items():
        if key != "text":
            lines.append(
                f"{key}: [{', '.join(map(quoted, value))}]"
                if isinstance(value, list)
                else f"{key}: {quoted(value)}"
            )
    text = "\n".join([*lines, "---", raw["text"], ""])
    record, found = read_record(text.encode(), f"content/{kind}/x.md", kind, "x", None, specs)
    assert record, found
    drafted, findings = convert(record, real.world.lists)
    fields = {one.field for one in findings if one.field}
    findings += [one for one in check_record(drafted, real.world) if one.field not in fields]
    wrong = (one for one in findings if one.severity is Severity.ERROR)
    # The last day of a series is missing at the series or at the day: both are asked together.
    at = {"M305": "until"}
    return {(one.code, at.get(one.code, one.field or "text")) for one in wrong if one.field not in UNASKED}


def differences(ask: Ask, real: Loaded, cases: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """Where the two don't agree. The form names one problem a field; Python may name more."""
    answers = ask([{"do": "check", "kind": kind, "raw": raw} for kind, raw in cases])
    found = []
    for (kind, raw), answer in zip(cases, answers, strict=True):
        theirs, ours = python_says(real, kind, raw), {(code, key) for code, key in answer}
        if not ours <= theirs or {key for _, key in ours} != {key for _, key in theirs}:
            found.append(
                f"{kind} { {key: value for key, value in raw.items() if good(kind).get(key) != value} }: minthub {sorted(theirs)}, form {sorted(ours)}"
            )
    return found


def test_both_refuse_the_same_values(ask: Ask, real: Loaded) -> None:
    cases = []
    for kind, changes in mutations():
        raw = {**good(kind), "provider": "Jugendhaus", **changes}
        cases.append((kind, {key: value for key, value in raw.items() if value is not None}))
    assert len(cases) > 400
    found = differences(ask, real, cases)
    assert found == [], "\n".join(found)


def test_the_form_knows_every_part_of_a_rule() -> None:
    """Code and field stand in the rules as data for whoever tells what they found."""
    script = (ASSETS / "assistant" / "rules.js").read_text("utf-8")
    read = set(re.findall(r"\brule\.(\w+)", script))
    assert read | {"code"} == set(Rule.__annotations__)
    assert {key for rule in RULES for key in rule} == set(Rule.__annotations__)
    said = script.partition("const SAID = {")[2].partition("\n};")[0]
    assert {rule["code"] for rule in RULES} <= set(re.findall(r"^  (M\d+):", said, re.MULTILINE))


def test_both_spell_a_duration_alike(ask: Ask) -> None:
    """What the form writes it reads again, up to the longest."""
    minutes = [1, 59, 60, 90, 99 * 60 + 59, 100 * 60, 120 * 60 + 5, MAX_MINUTES]
    sources = [{"kind": "events", "values": {"duration": f"{one} min"}, "body": ""} for one in minutes] + [
        {"kind": "events", "values": {"duration": spelling(one)}, "body": ""} for one in minutes
    ]
    answers = ask([{"do": "retyped", "source": source} for source in sources])
    assert [answer.get("duration") for answer in answers] == [spelling(one) for one in minutes] * 2


def test_both_say_the_same_about_the_examples(ask: Ask, real: Loaded) -> None:
    """All files that can be read at all; those about spelling of files have nothing to compare."""
    cases = []
    for path in sorted(EXAMPLES.rglob("*.md")):
        kind = path.parent.name if path.parent.name in ("offers", "events") else "offers"
        if path.parent.name in BY_FOLDER and kind != path.parent.name:
            continue
        record, findings = read_record(path.read_bytes(), path.name, kind, "x", None, BY_FOLDER[kind].specs())
        if record and not findings and not set(record.entries) - set(BY_FOLDER[kind].specs()):
            cases.append((kind, {"text": "", **raw_of(record)}))
    assert len(cases) > 40
    found = differences(ask, real, cases)
    assert found == [], "\n".join(found)


def test_sentences_say_what_to_write(ask: Ask) -> None:
    bad = {
        "title": "",
        "ages": "ab acht",
        "postcode": "1067",
        "website": "www.example.org",
        "checked": "31.02.2026",
        "format": "",
        "mode": "vor-ort",
    }
    said = dict(ask([{"do": "messages", "kind": "offers", "raw": bad}])[0])
    assert said["title"] == "Hier fehlt „Titel“."
    assert said["format"] == "Wählen Sie bei „Form“ etwas aus."
    assert (
        said["ages"] == "„ab acht“ ist keine Zahl und keine Spanne. Schreiben Sie Ziffern: 8–14 – oder: ab 8"
    )
    assert said["postcode"] == "„1067“ ist keine Postleitzahl. Vermutlich fehlt die Null am Anfang: 01067"
    assert (
        said["website"]
        == "Der Adresse „www.example.org“ fehlt der Anfang. Schreiben Sie: https://www.example.org"
    )
    assert said["checked"] == "„31.02.2026“ steht nicht im Kalender: Der Februar 2026 hat 28 Tage."
    assert (
        said["city"]
        == "Hier fehlt die Stadt oder Gemeinde. Sind es viele Orte, nennen Sie weiter unten bei „Gilt auch für“ die Kreise."
    )
