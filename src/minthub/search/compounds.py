"""Splits German compounds into their parts by a word list: `schulerforschungszentrum` → schuler, forschung, zentrum.

A line of the list is a base form. A hyphen says where the word may stand: `experimentier-` only before another part and
without a linking element, `-freundlich` only at the end, `-frei-` both. All other words stand anywhere, are linked and
inflected. Words of the list are never split themselves, so a compound that must stay whole is simply listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from minthub import folding
from minthub.folding import fold

SHORTEST = 3
# Nouns of this length and shorter take „-er“ (Kinder, Länder, Häuser); after longer ones it makes another word.
_LONGEST_WITH_ER = 6

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


# The length of the last part, and the parts.
_Cover = tuple[int, list[str]]


class _Entry(NamedTuple):
    """A folded word of the list: whether it stands before other parts, at the end, and always as it is (`bare`)."""

    base: str
    leads: bool
    ends: bool
    bare: bool

    @classmethod
    def of(cls, word: str) -> _Entry:
        leads, ends = word.endswith("-"), word.startswith("-")
        bare = leads or ends
        return cls(fold(word.strip("-")), leads or not bare, ends or not bare, bare)


class Splitter:
    """Knows the parts of compounds. `names` are words that stay whole whatever they look like, such as names of towns."""

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        entries = [_Entry.of(word) for word in words]
        # Each form of a word with the word itself: before another part, and at the end of a compound.
        self._before = _by_form((entry.base, _forms_before(entry)) for entry in entries if entry.leads)
        self._last = _by_form((entry.base, _forms_last(entry)) for entry in entries if entry.ends)
        self._names = _name_forms(names)
        self._lengths = _lengths_by_head(self._before)

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded word in their base form, or nothing if it is no compound.

        The parts cover the word fully. As few as possible; of several ways the one with the longest last part.
        """
        if word in self._names or word in self._before or word in self._last:
            return ()
        if found := self._two(word):
            return found
        cover = self._cover(word, 0, {})
        return tuple(cover[1]) if cover else ()

    def _two(self, word: str) -> tuple[str, str] | None:
        """Most compounds have two parts, and none that has could have fewer: the shortest first one leaves the longest last one."""
        for length in self._lengths.get(word[:SHORTEST], ()):
            if (base := self._before.get(word[:length])) and (last := self._last.get(word[length:])):
                return base, last
        return None

    def _cover(self, word: str, start: int, known: dict[int, _Cover | None]) -> _Cover | None:
        """The best way to cover the word from `start` on; `known` holds the answers for this word."""
        if start in known:
            return known[start]
        best: _Cover | None = None
        if base := self._last.get(word[start:]):
            best = len(word) - start, [base]
        else:
            for length in self._lengths.get(word[start : start + SHORTEST], ()):
                end = start + length
                if end > len(word) - SHORTEST:
                    break
                base = self._before.get(word[start:end])
                if base and (rest := self._cover(word, end, known)):
                    cover = rest[0], [base, *rest[1]]
                    if best is None or _rank(cover) > _rank(best):
                        best = cover
        known[start] = best
        return best


def _rank(cover: _Cover) -> tuple[int, int]:
    return -len(cover[1]), cover[0]


def _lengths_by_head(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long forms are, rising, by their first letters: at most places of a word none begins, so nothing else is looked up."""
    found: dict[str, set[int]] = {}
    for form in forms:
        found.setdefault(form[:SHORTEST], set()).add(len(form))
    return {head: tuple(sorted(lengths)) for head, lengths in found.items()}


def _by_form(entries: Iterable[tuple[str, Iterator[str]]]) -> dict[str, str]:
    """Of two words with the same form the closer one counts: „leiter“ is no form of „leit-“, „rund“ none of „Runde“."""
    found: dict[str, str] = {}
    for base, forms in entries:
        for form in forms:
            if len(form) >= SHORTEST and (
                form == base or (found.get(form) != form and len(base) > len(found.get(form, "")))
            ):
                found[form] = base
    return found


def _forms_before(entry: _Entry) -> Iterator[str]:
    """A word as it stands before another part: verbs and adjectives as they are, nouns with a linking element."""
    base = entry.base
    yield base
    if entry.bare:
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
    if not base.endswith(("a", "e", "i", "o", "u", "y")):
        yield from (base + "e", base + "es")
        if not base.endswith(("er", "el")):
            yield base + "en"
        if len(base) <= _LONGEST_WITH_ER:
            yield base + "er"
    yield from _foreign_plurals(base)


def _forms_last(entry: _Entry) -> Iterator[str]:
    """A word as it stands at the end, in any number and case."""
    base = entry.base
    yield base
    for ending in _ADJECTIVE_ENDINGS if entry.bare else _NOUN_ENDINGS:
        yield base + ending
    if entry.bare:
        return
    if base.endswith("e"):
        yield from (base[:-1] + "in", base[:-1] + "innen")
    if len(base) <= _LONGEST_WITH_ER:
        yield from (base + "er", base + "ern")
    yield from _foreign_plurals(base)


def _foreign_plurals(base: str) -> Iterator[str]:
    for ending, plurals in _FOREIGN_ENDINGS.items():
        if base.endswith(ending) and len(base) >= len(ending) + SHORTEST:
            yield from (base[: -len(ending)] + plural for plural in plurals)


def _name_forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(
        word + ending for name in names for word in folding.words(name) for ending in _NAME_ENDINGS
    )
