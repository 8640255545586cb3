"""German sentences from parts: endless, different every time, the same for the same seed.

Words follow Zipf's law as in real texts, and go on growing: compounds are drawn from some 60,000 pairs of parts,
so that longer content has words that shorter content has not. Each theme has its own favourite parts.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

PARTS = Path(__file__).with_name("parts.txt")
# How many parts a theme favours; the share of nouns without such a part, and with one that the theme favours.
FAVOURITES = 14
ALONE, FAVOURED = 0.52, 0.33
OFFSET = 3
PHRASES = 4
_ARTICLES = {
    "dn": {"m": "der", "f": "die", "n": "das"},
    "da": {"m": "den", "f": "die", "n": "das"},
    "dd": {"m": "dem", "f": "der", "n": "dem"},
    "in": {"m": "ein", "f": "eine", "n": "ein"},
    "ia": {"m": "einen", "f": "eine", "n": "ein"},
    "id": {"m": "einem", "f": "einer", "n": "einem"},
}
# Slots: two letters of _ARTICLES: article and noun; pn, pd: plural, dative plural; ae, an: adjective; v: verb;
# c: compound; t: theme, ort: place, haus: venue, name: proper name, a, b: numbers, zeit: time of day.
_OPENERS = (
    "{dn} am Standort {haus} lädt Kinder und Jugendliche ein, {ae} {pn} zu entdecken.",
    "Wie entsteht {in}? Darum geht es bei {name} in {ort}.",
    "In {ort} öffnet {dn} und zeigt {ae} {pn}.",
    "Rund um {t} dreht sich alles in diesem Angebot: {v}, {v} und {v}.",
    "Wer gern {v} möchte, ist hier richtig.",
    "{pn} und {pn} stehen im Mittelpunkt, dazu kommt {in}.",
    "Seit {jahr} gibt es in {ort} {ia}, in dem sich vieles um {t} dreht.",
)
_MIDDLE = (
    "Die Gruppe lernt, {ia} selbst zu {v} und {ae} {pn} zu {v}.",
    "Mit {an} Mitteln und {an} {pd} entsteht Schritt für Schritt {in}.",
    "Zuerst wird {in} aufgebaut, danach geht es um {pa} und {pa}.",
    "Die Kinder dürfen {da} anfassen, {v} und mit nach Hause nehmen.",
    "In kleinen Teams untersuchen alle {ae} {pa}, bis {dn} funktioniert.",
    "Warum {pn} so {adj} sind, zeigt {in} zum Mitmachen.",
    "Eine Fachkraft von {name} erklärt {da} und beantwortet Fragen zu {pd}.",
    "Zum Programm gehören {pn}, {in} und {an} {pd} gewidmete Stunden.",
    "An {a} Stationen lassen sich {ae} {pa} {v}.",
    "Auch {c} und {c} kommen vor, wenn die Zeit reicht.",
    "Am Ende stellt jede Gruppe {ia} vor und bekommt eine Urkunde.",
    "Vorkenntnisse in {t} sind nicht nötig, Neugier auf {pa} genügt.",
    "Jugendliche ab {a} Jahren können zusätzlich {ae} {pa} {v}.",
    "Für Schulklassen gibt es {ia}, passend zum Lehrplan der Klasse {k}.",
    "Wer schon Erfahrung mit {pd} hat, baut {ia} oder hilft den Jüngeren, zu {v}.",
    "Die Ergebnisse landen in {id}, den {dn} jedes Jahr neu füllt.",
    "Draußen geht es weiter: Mit {id} werden {pn} gesucht und bestimmt.",
    "Das Thema {t} wird mit {pd}, {pd} und {id} anschaulich.",
    "Besonders beliebt ist {dn} mit {an} {pd}.",
    "Alle arbeiten mit {an} {pd}, wie sie auch bei {name} im Einsatz sind.",
    "Gemeinsam mit {name} entstand {in} für {ae} {pa}.",
    "Aus {pd} und {pd} wird {in}, der Rest wird repariert.",
)
_CLOSERS = (
    "Das Material wird gestellt; mitzubringen sind feste Schuhe.",
    "Die Plätze sind begrenzt, deshalb ist eine Anmeldung bis zwei Wochen vorher nötig.",
    "Treffpunkt ist {haus} in {ort}, jeweils um {zeit} Uhr.",
    "Fragen beantwortet das Büro von {name}.",
    "Für Gruppen bis {a} Personen lassen sich eigene Termine vereinbaren.",
    "Wer zuschauen will, kommt einfach vorbei, wenn {dn} geöffnet ist.",
)
_SUMMARIES = (
    "Kinder und Jugendliche {v} {ae} {pa} und lernen {ia} kennen.",
    "{pn}, {pn} und {in} zum Ausprobieren, für Gruppen und Familien in {ort}.",
    "Bei {name} entsteht {in}: gemeinsam {v}, {v} und staunen.",
    "{t} zum Anfassen: mit {an} {pd} und {id}.",
    "Ein Nachmittag mit {pd}, an dem alle {ia} {v} können.",
)
_TITLES = (
    "{c} {ort}",
    "{t}: {pn} {v}",
    "{v^} mit {pd}",
    "{c} bei {name}",
    "{pn} und {pn}",
    "{c} am Standort {haus}",
    "Die {ae} {c}-AG",
    "{t} in {ort}",
)
_WISHES = ("{c}", "{pa} {v}", "{c} {v}", "{t} mit {pd}", "{v} und {v}", "{c} selbst bauen")
_SLOT = re.compile(r"\{([a-zA-Z^]+)\}")


Item = TypeVar("Item")


@dataclass(frozen=True)
class Head:
    """A noun that ends a compound; its parts of speech that German needs."""

    gender: str
    singular: str
    plural: str


class Stock(Generic[Item]):
    """Items of which the first are drawn often: frequency ~ 1 / (rank + OFFSET)."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self._sums = list(accumulate(1 / (rank + OFFSET) for rank in range(len(items))))

    def draw(self, random: Random) -> Item:
        return self.items[bisect(self._sums, random.random() * self._sums[-1])]


@dataclass
class Setting:
    """What the sentences of one record share."""

    theme: str
    place: str
    venue: str
    name: str


class Writer:
    """Writes titles, summaries and texts; every draw comes from one random generator."""

    def __init__(self, random: Random) -> None:
        self.random = random
        parts = _read_parts()
        raw = parts["heads"]
        heads = [Head(*raw[at : at + 3]) for at in range(0, len(raw), 3)]
        self._heads = Stock(random.sample(heads, len(heads)))
        self._modifiers, self._verbs, self._adjectives = (
            Stock(random.sample(parts[name], len(parts[name])))
            for name in ("modifiers", "verbs", "adjectives")
        )
        self._first, self._last = parts["first"], parts["last"]
        self._themes: dict[str, Stock[str]] = {}
        self._setting = Setting("", "", "", "")

    def surname(self) -> str:
        return self.random.choice(self._first) + self.random.choice(self._last)

    def compound(self, theme: str = "") -> str:
        """One noun from two parts."""
        return _joined(*self._noun(theme))

    def title(self, setting: Setting) -> str:
        return self._write(_TITLES, setting)

    def summary(self, setting: Setting) -> str:
        return self._write(_SUMMARIES, setting)

    def wish(self, theme: str) -> list[str]:
        """Phrases that mean the same, as visitors say it."""
        setting = Setting(theme, "", "", "")
        return [self._fill(template, setting) for template in self.random.sample(_WISHES, PHRASES)]

    def text(self, setting: Setting, length: int) -> str:
        """Whole sentences, `length` words or a few more, in two paragraphs."""
        middle = self.random.sample(_MIDDLE, len(_MIDDLE))
        sentences = [self._write(_OPENERS, setting)]
        closer = self._write(_CLOSERS, setting)
        count = len(f"{sentences[0]} {closer}".split())
        while count < length and middle:
            sentences.append(self._fill(middle.pop(), setting))
            count += sentences[-1].count(" ") + 1
        half = (len(sentences) + 1) // 2
        return " ".join(sentences[:half]) + "\n\n" + " ".join([*sentences[half:], closer])

    def _write(self, templates: Sequence[str], setting: Setting) -> str:
        return self._fill(self.random.choice(templates), setting)

    def _fill(self, template: str, setting: Setting) -> str:
        self._setting = setting
        text = _SLOT.sub(self._slot, template)
        return text[0].upper() + text[1:]

    def _slot(self, match: re.Match[str]) -> str:
        slot, setting, random = match[1], self._setting, self.random
        if slot in _ARTICLES:
            head, part = self._noun(setting.theme)
            return f"{_ARTICLES[slot][head.gender]} {_joined(head, part)}"
        if slot in ("pn", "pa", "pd"):
            return self._plural(slot)
        if slot in ("ae", "an", "adj"):
            adjective = self._adjectives.draw(random)
            return adjective + {"ae": "e", "an": "en", "adj": ""}[slot]
        if slot in ("v", "v^"):
            return self._verbs.draw(random)
        fixed = {"t": setting.theme, "ort": setting.place, "haus": setting.venue, "name": setting.name}
        if slot in fixed:
            return fixed[slot]
        if slot == "c":
            return self.compound(setting.theme)
        low, high = {"a": (6, 25), "k": (1, 12), "jahr": (1991, 2026), "zeit": (9, 18)}[slot]
        return str(random.randint(low, high))

    def _plural(self, slot: str) -> str:
        head, part = self._noun(self._setting.theme)
        plural = part + head.plural.lower() if part else head.plural
        return plural + "n" if slot == "pd" and plural[-1] not in "ns" else plural

    def _noun(self, theme: str) -> tuple[Head, str]:
        """A head and the part before it: none, one of the theme's, or any of the language."""
        head = self._heads.draw(self.random)
        roll = self.random.random()
        if roll < ALONE:
            return head, ""
        parts = self._favourites(theme) if roll < ALONE + FAVOURED else self._modifiers
        return head, parts.draw(self.random)

    def _favourites(self, theme: str) -> Stock[str]:
        if theme not in self._themes:
            self._themes[theme] = Stock(Random(theme).sample(sorted(set(self._modifiers.items)), FAVOURITES))
        return self._themes[theme]


def _joined(head: Head, part: str) -> str:
    return part + head.singular.lower() if part else head.singular


def _read_parts() -> dict[str, list[str]]:
    """The words of each section of the list."""
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in PARTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.replace(";", " ").split()
    return sections
