"""Whatever the bytes: there is a record or a finding, never an exception."""

from __future__ import annotations

import random
from textwrap import dedent

import pytest

from minthub.reading import read_record
from minthub.reading.frontmatter import ListValue, MapValue, Scalar, Value
from tests.conftest import OFFER

GOOD = (
    dedent(OFFER)
    .replace("topics: [Robotik]", "topics:\n  - Robotik\n  - 'Löten'\nprice: >-\n  fünf\n  Euro")
    .replace("website:", "coordination:\n  organisation: „Haus“\nwebsite:")
    .encode()
)
# What has a meaning somewhere, so that mutations get past the first line.
TOKENS = [
    *(bytes([number]) for number in b"\t\n\r :-#\"'[]{}&*!|>%@`,?\\\x00\x0b\x1b\xff\xc3"),
    *(
        text.encode()
        for text in ("---\n", "\n---\n", "...\n", ": ", "\n- ", "\n  ", "<<: *a", "<!--", "-->", "%YAML 1.1")
    ),
    *(
        text.encode()
        for text in ("\ufeff", "\u200b", "\u2028", "\u202e", "\ufffe", "👨‍👩‍👧", "\U0010ffff", "e\u0301", "ß")
    ),
]


def values(value: Value) -> list[Scalar]:
    if isinstance(value, Scalar):
        return [value]
    inner = value.items if isinstance(value, ListValue) else [entry.value for entry in value.entries.values()]
    return [scalar for item in inner for scalar in values(item)]


def check(raw: bytes) -> None:
    """A record or at least one finding; every line exists; texts are clean."""
    record, findings = read_record(raw, "x.md", "offers", "x", keys=("title", "city"))
    assert record is not None or findings, raw
    # A UTF-16 file has line ends that only its reader sees; it is reported at line 1.
    last = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= found.line <= last for found in findings), (raw, findings)
    assert all("\n" not in found.code and found.problem and found.remedy for found in findings)
    if record is not None:
        texts = values(MapValue(record.entries, 1))
        assert all(1 <= scalar.line <= last for scalar in texts), raw
        assert not any(
            "\x00" in text or "\r" in text for text in (record.body, *(scalar.text for scalar in texts))
        )


def mutated(random: random.Random) -> bytes:
    raw = bytearray(GOOD)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(raw) + 1)
        match random.randrange(4):
            case 0:
                raw[at : at + random.randint(0, 3)] = random.choice(TOKENS)
            case 1:
                raw[at:at] = random.choice(TOKENS)
            case 2:
                del raw[at : at + random.randint(1, 40)]
            case _:
                raw[at : at + 1] = bytes([random.randrange(256)])
    return bytes(raw)


def test_the_file_that_is_mutated_is_good() -> None:
    record, findings = read_record(GOOD, "x.md", "offers", "x")
    assert record is not None
    assert findings == []


def test_every_beginning_of_a_file_is_read_or_refused() -> None:
    for length in range(len(GOOD) + 1):
        check(GOOD[:length])


def test_every_end_of_a_file_is_read_or_refused() -> None:
    for start in range(len(GOOD)):
        check(GOOD[start:])


@pytest.mark.parametrize("seed", range(8))
def test_mutations_of_a_file_are_read_or_refused(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(500):
        check(mutated(source))


@pytest.mark.parametrize("seed", range(4))
def test_any_bytes_are_read_or_refused(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(300):
        body = b"".join(
            source.choice(TOKENS) if source.random() < 0.7 else source.randbytes(2) for _ in range(30)
        )
        check(body)
        check(b"---\n" + body + b"\n---\nText\n")
