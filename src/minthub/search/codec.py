"""Numbers as short texts: what the index files are written in, and `assets/finder/codec.js` reads.

A number is a row of base-64 digits of five bits each, the lowest first; the sixth bit says that another one follows.
Such texts compress nearly as well as bits and need no decoder for bytes in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@lru_cache(maxsize=65536)
def number(value: int) -> str:
    """0 → `A`, 31 → `f`, 32 → `gB`."""
    text = ""
    while value > 31:
        text += DIGITS[value & 31 | 32]
        value >>= 5
    return text + DIGITS[value]


def numbers(values: Iterable[int]) -> str:
    return "".join(map(number, values))


def rising(values: Iterable[int]) -> str:
    """Rising numbers as steps less one: neighbours cost an `A` each."""
    text = []
    last = -1
    for value in values:
        text.append(number(value - last - 1))
        last = value
    return "".join(text)


def front_coded(texts: Sequence[str]) -> list[str]:
    """Sorted texts without what each shares with the one before; a digit in front says how many letters that are."""
    found = []
    last = ""
    for text in texts:
        most = min(len(last), len(text), len(DIGITS) - 1)
        shared = next((at for at in range(most) if last[at] != text[at]), most)
        found.append(DIGITS[shared] + text[shared:])
        last = text
    return found
