"""Splits German compounds into their parts by a word list: `schulerforschungszentrum` → schuler, forschung, zentrum.

A line of the list is a base form. A hyphen says where the word may stand: `experimentier-` only before another part and
without a linking element, `-freundlich` only at the end, `-frei-` both. All other words stand anywhere, are linked and
inflected. Words of the list are never split themselves, so a compound that must stay whole is simply listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from minthub.folding import fold, words

SHORTEST = 3
# Nouns of this length and shorter take „-er“ (Kinder, Länder, Häuser); after longer ones it makes another word.
_LONGEST_WITH_ER = 5
_LONGEST_ENDING = 3

_NOUN_ENDINGS = ("e", "en", "n", "s", "es", "in", "innen")
_ADJECTIVE_ENDINGS = ("e", "em", "en", "er", "es")
# Of names, for what comes from there: „-er“, „-ern“.
_NAME_ENDINGS = ("", "s", "er", "ern", "ers")
# Museum – Museen, Praktikum – Praktika, Thema – Themen, Firma – Firmen, Organismus – Organismen
_FOREIGN_ENDINGS = {"um": ("en", "a"), "ma": ("men",), "us": ("en",)}


def load_words(path: Path) -> tuple[str, ...]:
    """The entries of a word list, one a line; `#` starts a comment. Raises OSError."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)


class Splitter:
    """Knows the parts of compounds. `names` are words that stay whole whatever they look like, such as names of towns."""

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        entries = [(fold(word.strip("-")), word.startswith("-"), word.endswith("-")) for word in words]
        # Each form of a word with the word itself: before another part, and at the end of a compound.
        self._before = _by_form(
            (base, _forms_before(base, last or first)) for base, last, first in entries if first or not last
        )
        self._last = _by_form(
            (base, _forms_last(base, last or first)) for base, last, first in entries if last or not first
        )
        self._names = _name_forms(names)
        self._longest = max(map(len, self._before), default=0)

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded word in their base form, or nothing if it is no compound.

        The parts cover the word fully. As few as possible; of several ways the one with the longest last part.
        """
        if word in self._names or word in self._before or word in self._last:
            return ()
        found = self._cover(word, 0, {})
        return tuple(found[1]) if found else ()

    def _cover(self, word: str, start: int, known: dict[int, _Cover | None]) -> _Cover | None:
        """The best way to cover the word from `start` on: the length of its last part, and the parts."""
        if start in known:
            return known[start]
        best: _Cover | None = None
        if base := self._last.get(word[start:]):
            best = len(word) - start, [base]
        else:
            for end in range(start + SHORTEST, min(len(word) - SHORTEST, start + self._longest) + 1):
                base = self._before.get(word[start:end])
                if base and (rest := self._cover(word, end, known)):
                    cover = rest[0], [base, *rest[1]]
                    if best is None or _rank(cover) > _rank(best):
                        best = cover
        known[start] = best
        return best


_Cover = tuple[int, list[str]]


def _rank(cover: _Cover) -> tuple[int, int]:
    return -len(cover[1]), cover[0]


def _by_form(entries: Iterable[tuple[str, Iterator[str]]]) -> dict[str, str]:
    """Of two words with the same form the one counts that is closer to it: „leiter“ is no form of „leit“."""
    found: dict[str, str] = {}
    for base, forms in entries:
        for form in forms:
            if len(form) >= SHORTEST and (
                form == base or (found.get(form) != form and len(base) > len(found.get(form, "")))
            ):
                found[form] = base
    return found


def _forms_before(base: str, bare: bool) -> Iterator[str]:
    """A word as it stands before another part: `bare` (verbs, adjectives) as it is, nouns with a linking element."""
    yield base
    if bare:
        return
    if base.endswith("e"):
        yield base + "n"
        yield base + "ns"
        if len(base) > SHORTEST + 1:
            yield base[:-1]
    elif base.endswith(("er", "el", "ar")):
        yield base + "n"
    if not base.endswith(("s", "x", "z", "sch", "e")):
        yield base + "s"
    if base[-1] not in "aeiouy":
        yield from (base + "e", base + "es")
        if not base.endswith(("er", "el")):
            yield base + "en"
        if len(base) <= _LONGEST_WITH_ER:
            yield base + "er"
    yield from _foreign_plurals(base)


def _forms_last(base: str, bare: bool) -> Iterator[str]:
    """A word as it stands at the end, in any number and case."""
    yield base
    for ending in _ADJECTIVE_ENDINGS if bare else _NOUN_ENDINGS:
        yield base + ending
    if not bare and base.endswith("e"):
        yield from (base[:-1] + "in", base[:-1] + "innen")
    if not bare and len(base) <= _LONGEST_WITH_ER:
        yield from (base + "er", base + "ern")
    yield from _foreign_plurals(base)


def _foreign_plurals(base: str) -> Iterator[str]:
    for ending, plurals in _FOREIGN_ENDINGS.items():
        if base.endswith(ending) and len(base) >= len(ending) + SHORTEST:
            yield from (base[: -len(ending)] + plural for plural in plurals)


def _name_forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word + ending for name in names for word in words(name) for ending in _NAME_ENDINGS)
