"""Nothing that an editor can write brings a conversion down, and every answer is a usable message."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from minthub.codes import CODES
from minthub.findings import Finding
from minthub.model.convert import convert
from minthub.model.kinds import BY_FOLDER, KINDS
from minthub.model.types import Lists
from minthub.reading.record import Entry, ListValue, MapValue, Record, Scalar, Value

SEED = 20261121
ROUNDS = 25
PIECES = [
    "", " ", "\n", "a", "Ö", "ß", "🤖", "👩‍🔬", "\u0301", "Łužica", "العربية", "Ромашка", "0", "7", "²", "٣", "12", "2026",
    "99999999999999999999", "-", "–", "/", ".", ",", ":", ";", "[", "]", "{", "}", "{key}", "{0}", "%s", "\\", '"', "'",
    "„", "“", "<b>", "&amp;", "http://", "https://", "HTTPS://[", "@", "gmx.de", "a.b@c.de", "ab", "bis", "Uhr", "min",
    "T", "24:61", "31.02.", "2026-02-30", "0000-00-00", "ja", "laufend", "ferien", "sachsenweit", "goerlitz", "../",
    "\x85", "\u2028", "\u200b", "\u202e", "NaN", "inf", "1e400", "null", "x" * 3000,
]  # fmt: skip
NOT_USED = ("ungültig", "Pflichtfeld", "bitte", "verboten", "Parser", "YAML", "String")
KEYS = [(model.folder, key) for model in KINDS for key in model.specs()]


def values(chance: random.Random) -> Iterator[Value]:
    """Empty, plain, long, nested: every form a front matter can have."""
    yield Scalar("", 2)
    yield ListValue((), 2)
    yield MapValue({}, 2)
    yield Scalar("x" * 25_000, 2)
    yield ListValue(
        (ListValue((ListValue((Scalar("a", 4),), 3),), 3), MapValue({"a": entry("a", "b")}, 5)), 2
    )
    yield MapValue({key: entry(key, "x") for key in ("organisation", "website", "contact", "id", "")}, 2)
    for _ in range(ROUNDS):
        texts = [Scalar(text(chance), line) for line in range(2, 2 + chance.randint(1, 4))]
        yield texts[0]
        yield ListValue(tuple(texts), 2)
        yield MapValue({scalar.text: Entry(scalar.text, scalar.line, scalar) for scalar in texts}, 2)


def entry(key: str, written: str) -> Entry:
    return Entry(key, 3, Scalar(written, 3))


def text(chance: random.Random) -> str:
    glue = chance.choice(["", "", " "])
    return glue.join(chance.choice(PIECES) for _ in range(chance.randint(1, 5))).strip()


def complaints(found: Finding) -> list[str]:
    """What is wrong with a finding, if anything."""
    both = f"{found.problem} {found.remedy}"
    # What the editor wrote is quoted or stands behind `feldname: `, and may hold anything.
    problem = re.sub("„.*“", "„…“", found.problem)
    remedy = re.sub(r": .*$", ": Wert", found.remedy)
    checks = {
        "line": found.line >= 1,
        "severity": CODES[found.code].severity is found.severity,
        "one line": "\n" not in both and "\r" not in both,
        "problem is a sentence": bool(re.search(r"[^.!?][.!?]$", problem)),
        "remedy ends once": bool(remedy) and not re.search(r"[.,:;!?][.,;!?]$|[,;:]$", remedy),
        "placeholder": "{key}" not in problem + remedy,
        "words": not any(word.casefold() in (problem + remedy).casefold() for word in NOT_USED),
        "short": len(both) < 1000,
    }
    return [name for name, is_fine in checks.items() if not is_fine]


@pytest.mark.parametrize(("folder", "key"), KEYS, ids=[f"{folder}-{key}" for folder, key in KEYS])
def test_whatever_stands_in_a_field_is_understood_or_explained(folder: str, key: str, lists: Lists) -> None:
    record = Record(f"content/{folder}/x.md", folder, "x", body="Text.", body_line=9)
    for value in values(random.Random(f"{SEED}-{folder}-{key}")):
        draft, findings = convert(replace(record, entries={key: Entry(key, 2, value)}), lists)
        assert set(BY_FOLDER[folder].model_fields) <= set(type(draft.values).model_fields)
        bad = [(found, complaints(found)) for found in findings if complaints(found)]
        assert bad == [], value


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_whatever_a_field_is_called_is_understood_or_explained(folder: str, lists: Lists) -> None:
    record = Record(f"content/{folder}/x.md", folder, "x", body="Text.", body_line=9)
    chance = random.Random(f"{SEED}-{folder}")
    for _ in range(ROUNDS):
        key = text(chance) or "x"
        _, findings = convert(replace(record, entries={key: entry(key, "Wert")}), lists)
        assert [found.code for found in findings].count("M103") == (key not in BY_FOLDER[folder].specs())
        assert [complaints(found) for found in findings if complaints(found)] == []
