"""Reads the synonyms (typed word → words of records) and the filler words of free speech that carry no meaning.

A line of the list of synonyms is `trecker schlepper = Traktor, Landmaschine`: on the left typed words, blank-separated; on
the right alternatives for each of them, comma-separated, the best first. A typed phrase is joined by `_`. All words of one
alternative must occur. The relation is one-way and adds to the hits of the typed word itself. Filler words are in a list
of their own, separated by blanks or lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from minthub.folding import words
from minthub.search.german import stem

# A phrase is looked up as one word.
_JOINT = "_"
# Alternatives kept per typed word: as many as the finder uses (MOST_INSTEAD in slots.js). The list may name more, because
# an index without the first ones uses later ones.
MAX_MEANT = 2
_RIGHT = "Es fehlt „ = “ oder eine Seite davon. Richtig ist zum Beispiel: trecker schlepper = Traktoren, Landmaschinen"


@dataclass(frozen=True)
class Thesaurus:
    """`meant`: stem of a typed word → its alternatives as written in the list. `empty`: stems of filler words. `phrases`:
    keys of `meant` that are several words.
    """

    meant: Mapping[str, Sequence[str]]
    empty: frozenset[str]
    phrases: frozenset[str] = frozenset()

    def for_terms(self, terms: Collection[str], topics: Collection[str] = ()) -> dict[str, str]:
        """Typed stem → alternatives, separated by `|`; an alternative is blank-separated terms that must all occur.

        Alternatives with a term that is not in the index are dropped. A filler word maps to an empty text, unless it is one
        of `topics`: words that records are about are no fillers.
        """
        found = dict.fromkeys(self.empty.difference(topics), "")
        for typed, meant in self.meant.items():
            ways = dict.fromkeys(filter(None, (_way(entry, terms) for entry in meant)))
            ways.pop(typed, None)
            if ways:
                found[typed] = "|".join(list(ways)[:MAX_MEANT])
        return found

    def words(self, found: Mapping[str, str]) -> Iterator[str]:
        """The keys of `found`, a result of `for_terms`, that spelling correction may use: no fillers, no phrases."""
        return (typed for typed, meant in found.items() if meant and typed not in self.phrases)


class WrongSynonyms(ValueError):
    """The list of synonyms has lines that cannot be read; the message names them in German, for editors."""


NO_WORDS = Thesaurus({}, frozenset())


def read_thesaurus(synonyms: Path, fillers: Path) -> Thesaurus:
    """Reads both lists. Raises OSError, and WrongSynonyms for lines without ` = ` or with an empty side."""
    meant: defaultdict[str, dict[str, None]] = defaultdict(dict)
    phrases = set()
    wrong = []
    for number, line in _lines(synonyms):
        typed, sign, others = line.partition(" = ")
        entries = [entry.strip() for entry in others.split(",") if entry.strip()]
        if not (sign and typed.strip() and entries):
            wrong.append(f"data/{synonyms.name}:{number}: {_RIGHT}")
        for word in typed.split():
            meant[joined(word)] |= dict.fromkeys(entries)
            if _JOINT in word:
                phrases.add(joined(word))
    if wrong:
        raise WrongSynonyms("\n".join(wrong))
    empty = {stem(word) for _, line in _lines(fillers) for word in words(line)}
    return Thesaurus(
        {typed: tuple(entries) for typed, entries in meant.items()},
        frozenset(empty - meant.keys()),
        frozenset(phrases),
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if text := line.partition("#")[0].strip():
            yield number, text


def joined(text: str) -> str:
    """A word or phrase as one term: `plauener_spitze` → `plauenerspitz`, `3D-Drucker` → `3ddruck`."""
    return stem("".join(words(text.replace(_JOINT, " "))))


def _way(entry: str, terms: Collection[str]) -> str:
    """The terms of an alternative, blank-separated; empty if one is not in the index. A hyphenated word is one term if the
    index has that, else one for each part.
    """
    found: list[str] = []
    for word in entry.split():
        whole = joined(word)
        pieces = [whole] if whole in terms else list(map(stem, words(word)))
        if not all(piece in terms for piece in pieces):
            return ""
        found += pieces
    return " ".join(dict.fromkeys(found))


def by_shard(meant: Mapping[str, str], firsts: Sequence[str]) -> dict[int, dict[str, str]]:
    """Number of the term file → its part of `meant`: the typed stems that sort into it. `firsts`: first term of each file."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for typed in sorted(meant):
        found[max(0, bisect_right(firsts, typed) - 1)][typed] = meant[typed]
    return dict(found)
