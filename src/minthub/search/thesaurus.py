"""What people call things: typed words that stand for others, and words of free speech that say nothing.

A line of the list of synonyms is `trecker schlepper = Traktor, Landmaschine`: typed words, blank-separated, and what is meant by each of
them, the best first. Two neighbouring words are joined by `_`. Of what is meant several words must all occur. The relation goes
one way; it adds to what the typed word finds itself. Words that say nothing stand in a list of their own, blank- or line-separated.
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
# Ways that a word may stand for: as many as the finder asks for (MOST_INSTEAD in slots.js). The list may name more for smaller contents.
MAX_MEANT = 2
_RIGHT = "Es fehlt „ = “ oder eine Seite davon. Richtig ist zum Beispiel: trecker schlepper = Traktoren, Landmaschinen"


@dataclass(frozen=True)
class Thesaurus:
    """Stems of typed words, each with what it stands for as written in the list; stems that say nothing; which are phrases."""

    meant: Mapping[str, Sequence[str]]
    empty: frozenset[str]
    phrases: frozenset[str] = frozenset()

    def for_terms(self, terms: Collection[str], topics: Collection[str] = ()) -> dict[str, str]:
        """By typed stem the terms of an index it stands for: ways parted by `|`, of which one must be met, in each all the terms.

        What the index does not have is left out. A word that says nothing stands for an empty text, unless it is one of the topics:
        words that records are about say something.
        """
        found = dict.fromkeys(self.empty.difference(topics), "")
        for typed, meant in self.meant.items():
            ways = dict.fromkeys(filter(None, (_way(entry, terms) for entry in meant)))
            ways.pop(typed, None)
            if ways:
                found[typed] = "|".join(list(ways)[:MAX_MEANT])
        return found

    def words(self, found: Mapping[str, str]) -> Iterator[str]:
        """Of what `for_terms` has found the words that may be misspelt, or be parts of compounds."""
        return (typed for typed, meant in found.items() if meant and typed not in self.phrases)


class WrongSynonyms(ValueError):
    """Lines of the list of synonyms that cannot be read; says which, for editors."""


NO_WORDS = Thesaurus({}, frozenset())


def read_thesaurus(synonyms: Path, fillers: Path) -> Thesaurus:
    """Raises OSError, and WrongSynonyms that names all lines of synonyms without ` = ` or with nothing on one side."""
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
    """The terms of an entry, blank-separated; empty if one is missing. A hyphenated word is one term or several."""
    found: list[str] = []
    for word in entry.split():
        whole = joined(word)
        pieces = [whole] if whole in terms else list(map(stem, words(word)))
        if not all(piece in terms for piece in pieces):
            return ""
        found += pieces
    return " ".join(dict.fromkeys(found))


def by_shard(meant: Mapping[str, str], firsts: Sequence[str]) -> dict[int, dict[str, str]]:
    """For each file of terms, by its place, the typed stems that are looked up there. `firsts`: what each file begins with."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for typed in sorted(meant):
        found[max(0, bisect_right(firsts, typed) - 1)][typed] = meant[typed]
    return dict(found)
