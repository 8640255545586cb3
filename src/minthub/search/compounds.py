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
# Nouns up to this length may take the plural or linking „-er“ (Kinder, Länder, Häuser); longer ones with „-er“ are other words.
_LONGEST_WITH_ER = 6

_NOUN_ENDINGS = ("e", "en", "n", "s", "es", "in", "innen")
_ADJECTIVE_ENDINGS = ("e", "em", "en", "er", "es")
# Names of places are inflected (-s) and derived from („Leipziger“: -er, -ern, -ers).
_NAME_ENDINGS = ("", "s", "er", "ern", "ers")
# Museum – Museen, Praktikum – Praktika, Thema – Themen, Firma – Firmen, Organismus – Organismen
_FOREIGN_ENDINGS = {"um": ("en", "a"), "ma": ("men",), "us": ("en",)}


def load_words(path: Path) -> tuple[str, ...]:
    """The entries of a word list, one a line; `#` starts a comment. Raises OSError."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)


# A way to split a word: the length of its last part, and the base forms of the parts.
_Cover = tuple[int, list[str]]


class _Entry(NamedTuple):
    """A folded word of the list. It may precede other parts (`leads`), stand at the end (`ends`); `bare`: without linking element."""

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
    """Splits compounds. `names` are words that are never split, such as names of towns."""

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        entries = [_Entry.of(word) for word in words]
        # Form → base form: of words before another part, and of words at the end of a compound.
        self._before = _by_form((entry.base, _forms_before(entry)) for entry in entries if entry.leads)
        self._last = _by_form((entry.base, _forms_last(entry)) for entry in entries if entry.ends)
        self._names = _name_forms(names)
        self._lengths = _lengths_by_head(self._before)

    def parts(self, word: str) -> tuple[str, ...]:
        """The base forms of the parts of a folded word; empty if it is no compound.

        The parts cover the whole word. Of several ways to split it the one with the fewest parts wins, then the one with the
        longest last part.
        """
        if word in self._names or word in self._before or word in self._last:
            return ()
        if found := self._two(word):
            return found
        cover = self._cover(word, 0, {})
        return tuple(cover[1]) if cover else ()

    def _two(self, word: str) -> tuple[str, str] | None:
        """The split into two parts, if there is one: a fast path, because most compounds have two. Two parts are the fewest
        possible, and trying the shortest first part first gives the longest last part.
        """
        for length in self._lengths.get(word[:SHORTEST], ()):
            if (base := self._before.get(word[:length])) and (last := self._last.get(word[length:])):
                return base, last
        return None

    def _cover(self, word: str, start: int, known: dict[int, _Cover | None]) -> _Cover | None:
        """The best split of the rest of the word from `start` on; `known` memoizes results by `start`."""
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
    """First SHORTEST letters → lengths of the forms with that prefix, ascending. Most positions in a word have no such
    prefix and need no further lookup.
    """
    found: dict[str, set[int]] = {}
    for form in forms:
        found.setdefault(form[:SHORTEST], set()).add(len(form))
    return {head: tuple(sorted(lengths)) for head, lengths in found.items()}


def _by_form(entries: Iterable[tuple[str, Iterator[str]]]) -> dict[str, str]:
    """Form → base form. If two words share a form, the longer base wins, and a word that equals the form always does:
    „leiter“ is no form of „leit-“, „rund“ none of „Runde“.
    """
    found: dict[str, str] = {}
    for base, forms in entries:
        for form in forms:
            if len(form) >= SHORTEST and (
                form == base or (found.get(form) != form and len(base) > len(found.get(form, "")))
            ):
                found[form] = base
    return found


def _forms_before(entry: _Entry) -> Iterator[str]:
    """The forms of a word before another part: a `bare` one unchanged, a noun with each possible linking element."""
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
    """The forms of a word at the end of a compound, in any number and case."""
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
