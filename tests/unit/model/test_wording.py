"""What was written, in one line of a message."""

from __future__ import annotations

import pytest

from minthub.model.wording import MAX_PASTED, MAX_SHOWN, as_value, one_line
from tests.unit.model.conftest import Converted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robotik-AG", "Robotik-AG"),
        ("Łužica & Co. (e. V.)", "Łužica & Co. (e. V.)"),
        ("mittwochs 15:30 Uhr", "mittwochs 15:30 Uhr"),
        ("https://www.example.org/#a", "https://www.example.org/#a"),
        ("Robotik: bauen", '"Robotik: bauen"'),
        ("Robotik:", '"Robotik:"'),
        ("AG # 3", '"AG # 3"'),
        ("#MINT", '"#MINT"'),
        ("- eins", '"- eins"'),
        ("*fett*", '"*fett*"'),
        ("[a, b]", '"[a, b]"'),
        ("{a}", '"{a}"'),
        ("@haus", '"@haus"'),
        ("100 % sicher", "100 % sicher"),
        ("% sicher", '"% sicher"'),
        ('"Robotik"', '"\\"Robotik\\""'),
        ("C:\\Bilder: neu", '"C:\\\\Bilder: neu"'),
        ("eins\n  zwei", "eins zwei"),
        ("", ""),
        ("x" * MAX_PASTED, "x" * MAX_PASTED),
        ("x" * (MAX_PASTED + 1), "…"),
    ],
)
def test_a_value_can_be_pasted_behind_its_key(text: str, expected: str) -> None:
    assert as_value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Robotik: bauen",
        "AG # 3",
        "#MINT",
        "- eins",
        "*x*",
        "[a, b]",
        "&a",
        "!x",
        "|",
        ">",
        '"a" b',
        "a\\b: c",
    ],
)
def test_a_pasted_value_is_read_as_the_same_text(converted: Converted, text: str) -> None:
    draft, _ = converted("offers", f"title: {as_value(text)}")
    assert draft.values.title == text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("„kurz“ gibt es nicht.", "„kurz“ gibt es nicht."),
        ("„zwei\nZeilen“ gibt es nicht.", "„zwei Zeilen“ gibt es nicht."),
        (f"„{'a' * (MAX_SHOWN - 1)}“ ist lang.", f"„{'a' * (MAX_SHOWN - 1)}“ ist lang."),
        (f"„{'a' * MAX_SHOWN}“ ist lang.", f"„{'a' * (MAX_SHOWN - 1)}…“ ist lang."),
        (f"„a“ und „{'b' * 900}“.", f"„a“ und „{'b' * (MAX_SHOWN - 1)}…“."),
        (f"„a“ {'b' * 300}", f"„a“ {'b' * 300}"),
        (f"Nehmen Sie {'b' * 900}.", f"Nehmen Sie {'b' * (MAX_SHOWN - 1)}…."),
        (f"„{'wort “ ' * 100}“ ist lang.", f"„{('wort “ ' * 100)[: MAX_SHOWN - 1].rstrip()}…“ ist lang."),
    ],
)
def test_long_quotes_are_cut(sentence: str, expected: str) -> None:
    assert one_line(sentence) == expected
