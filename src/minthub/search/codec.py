"""Numbers as short texts: what the index files are written in, and `assets/finder/codec.js` reads.

A number is a row of base-64 digits of five bits each, the lowest first; the sixth bit says that another one follows.
Such texts compress nearly as well as bits and need no decoder for bytes in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def number(value: int) -> str:
    """0 → `A`, 31 → `f`, 32 → `gB`."""
    return _SMALL[value] if value < len(_SMALL) else _written(value)


def _written(value: int) -> str:
    text = ""
    while value > 31:
        text += DIGITS[value & 31 | 32]
        value >>= 5
    return text + DIGITS[value]


# Nearly all numbers of an index are small; looking them up is several times as fast as making them.
_SMALL = [_written(value) for value in range(1 << 14)]
_STEPS = ["", *_SMALL]


def numbers(values: Iterable[int]) -> str:
    small, count = _SMALL, len(_SMALL)
    return "".join([small[value] if value < count else _written(value) for value in values])


def rising(values: Sequence[int]) -> str:
    """Ascending numbers, delta-coded: the first one, then differences minus one, so consecutive numbers cost one `A` each."""
    if not values:
        return ""
    steps = map(sub, values[1:], values)
    if values[-1] < len(_STEPS):
        # The usual case. An index has millions of these, and `map` is faster than any loop in Python.
        return number(values[0]) + "".join(map(_STEPS.__getitem__, steps))
    return number(values[0]) + numbers([step - 1 for step in steps])


def zigzag(value: int) -> int:
    """0, -1, 1, -2 → 0, 1, 2, 3: numbers near zero of either sign become small numbers."""
    return value << 1 if value >= 0 else (-value << 1) - 1


def front_coded(texts: Sequence[str]) -> list[str]:
    """Sorted texts, front-coded: each without the prefix it shares with the one before; a leading digit gives its length."""
    found = []
    last = ""
    for text in texts:
        shared = _shared(last, text)
        found.append(DIGITS[shared] + text[shared:])
        last = text
    return found


def _shared(one: str, other: str) -> int:
    """The length of the common prefix, at most what one digit can hold (63)."""
    shared = 0
    for letter, same in zip(one, other, strict=False):
        if letter != same or shared == len(DIGITS) - 1:
            break
        shared += 1
    return shared
