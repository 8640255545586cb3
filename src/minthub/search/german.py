"""German for the index: tokenizing, stop words and stemming.

`assets/finder/german.js` does the same to typed text; a test compares both on all words of the content.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from minthub.folding import fold

# A word with its parts around hyphens and apostrophes: „Kinder-Uni“, „Girls'Day“, „3D-Druck“.
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‐‑-][^\W_]+)*")
# Separates the entries of a list within one text.
SEPARATOR = " . "
_JOINTS = re.compile(r"['’ʼ‐‑-]")

# Stop words, folded: they carry no meaning in queries or in descriptions.
_STOP = """
    aber alle allem allen aller alles als also am an andere auch auf aus bei beim bin bis bitte da dabei dafur damit dann
    daran darauf das dass dazu dein deine dem den denn der des die dies diese diesem diesen dieser dieses doch dort du
    durch ein eine einem einen einer eines er es etwa etwas euch euer fur gab geben gern gerne gibt habe haben hat hier
    ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes kann konnen kommt
    man mehr mein meine meinem meinen meiner mich mir mit mochte mochten muss mussen nach nicht noch nur ob oder ohne
    sehr seid sein seine seinem seinen seiner seit selbst sich sie sind so sowie suche suchen und uns unser unsere unserem
    unseren unter viel viele vom von vor wann war waren was weil welche welchem welchen welcher welches wenn wer werden
    wie wieder will wir wird wo wollen woher wohin wurde wurden zu zum zur zwischen the of and for
interessiert interessieren langweilt langweilen mag liebt begeistert soll sollen sollte darf durfen gehen geht finde finden braucht brauche
selber selbst welche passt passend passende uber um wegen hinter statt ausser mal ganz ganze ganzen ganzes
"""
STOP_WORDS = frozenset(_STOP.split())

# Weak words, folded: they fit nearly every record. In a query they raise the score of documents that have them, but
# exclude no others.
_WEAK = """
    abend abends adresse aktion aktionen aktivitat aktivitaten aktull aktulle alt alte alten alter altes
    angebot angebote angucken anmelden anmeldung anschauen ausflug ausfluge ausprobieren bald bauen bekommen
    beobachten beschaftigen beschaftigung besichtigen besser beste besten besuch besuchen bruder buchen cool
    coole dienstag dienstags dinge donnerstag donnerstags dran draussen drin drinnen echte echten eigene
    eigenen eigenes einfach einfache eintritt eltern enkel enkelin enkelkind entdecken erfahren erklaren
    erklart erleben erreichbar erste ersten exkursion freie freitag freitags freizeit freund freunde
    freundin gefallt gegend geschwister gesucht grosse grosseltern grossen grosser gucken gut gute guten
    guter gutes gymnasium heute hilfe hilft idee ideen information informationen interessant interessante
    interessantes interesse interessen jahr jahre jahrige jahrigen jahriger jugend jugendliche junge jungen
    jungs kennenlernen kids kind kinder kindern klasse klassen klein kleine kleinen kontakt kreativ kreative
    lassen lernen leute losgehen lustig lustige machen mama meist menschen mint mitmachen mittwoch mittwochs
    moglichkeit moglichkeiten monat montag montags morgen nachmittag nachmittags nachste nachsten nachstes
    nahe naher neu neue neuen neuer neues offnungszeit offnungszeiten oma opa papa partner platz preis
    preise probieren programm richtig richtige sache sachen sachunterricht sammeln samstag samstags schauen
    schon schone schones schuler schulerin schulkind schulkinder schwester sehen sohn sonntags spannend
    spannende spannendes spass spater stadt sucht super tage teenager teilnehmen telefon thema tipp tipps
    tochter toll tolle tolles treffen tun tut umgebung ungefahr unternehmen unterricht veranstaltung
    veranstaltungen verschiedene verstehen vielleicht vorbei vormittags webseite weiss woche wochenende
    schulerinnen zeigen zeit zweite feier feiern planen organisieren reservieren reinschauen reingehen rein gemeinsam lang leicht gunstig gunstige billig gast
"""
WEAK_WORDS = frozenset(_WEAK.split())

# Minimum lengths of stems: three letters, five for nouns made from verbs („-ung“). The stemmer uses no regular
# expressions: they took a third of the time of indexing.
_SHORTEST = 3
_SHORTEST_VERB = 5
_LONG_VERB = 8
_WITH_S = frozenset("abdfghklmnopt")
_KEPT = ("ier", "schuler", "lehrer")


@cache
def stem(word: str) -> str:
    """A folded word without its inflection (number and case): a light stemmer after J. Savoy (UniNE), for search only.

    `roboter`, `robotern` → `robot`; `forschung`, `forschen`, `forscherin` → `forsch`; `kurs` stays, `kurse` → `kurs`.
    Schüler and Lehrer keep their ending, because Schule and Lehre (apprenticeship) mean something else.
    """
    return _without_t(_without_ending(_without_ung(_without_in(word))))


def _without_t(word: str) -> str:
    """Cuts the „t“ of verb forms: `experimentiert`, `experimentierte` → `experimentier`, like `experimentieren`."""
    return word[:-1] if word.endswith("iert") and len(word) >= _LONG_VERB else word


def _without_in(word: str) -> str:
    """Cuts the feminine ending, so that both forms find each other: `forscherin`, `forscherinnen` → `forscher`."""
    if word.endswith("erin") and len(word) >= len("in") + 6:
        return word[: -len("in")]
    if word.endswith("erinnen") and len(word) >= len("innen") + 6:
        return word[: -len("innen")]
    return word


def _without_ung(word: str) -> str:
    if word.endswith("ung") and len(word) >= len("ung") + _SHORTEST_VERB:
        return word[: -len("ung")]
    if word.endswith("ungen") and len(word) >= len("ungen") + _SHORTEST_VERB:
        return word[: -len("ungen")]
    return word


def _without_ending(word: str) -> str:
    """Cuts the ending of number and case, trying the longest first."""
    if word.endswith("ern") and len(word) >= _SHORTEST + 3:
        return word[:-3]
    if len(word) >= _SHORTEST + 2 and (
        word.endswith(("em", "en", "es")) or (word.endswith("er") and not word.endswith(_KEPT))
    ):
        return word[:-2]
    if len(word) > _SHORTEST and (
        word.endswith("e") or word.endswith("eln") or (word.endswith("s") and word[-2] in _WITH_S)
    ):
        return word[:-1]
    return word


class Analyzer:
    """Turns texts into index terms. Each distinct word is folded, split and stemmed once.

    `split` gives the parts of a folded compound, or nothing.
    """

    def __init__(self, split: Callable[[str], tuple[str, ...]]) -> None:
        self._split = split
        self._of_word = cache(self._of)
        self.parts: dict[str, tuple[str, ...]] = {}

    def terms(self, text: str) -> tuple[list[str], list[str]]:
        """The stems of the words of a text in order, and those of the parts of its compounds."""
        stems: list[str] = []
        parts: list[str] = []
        for word in _WORD.findall(text):
            own, own_parts = self._of_word(word)
            stems += own
            parts += own_parts
        return stems, parts

    def _of(self, word: str) -> tuple[list[str], list[str]]:
        """The stems of a word and of the parts of its compounds. A hyphenated word is indexed by its parts and as one
        word: „Kinder-Uni“ is also „kinderuni“.
        """
        pieces = [fold(piece) for piece in _JOINTS.split(word)]
        stems: list[str] = []
        parts: list[str] = []
        for piece in filter(_is_word, pieces):
            stems.append(stem(piece))
            parts += self._parts_of(piece, stems[-1])
        if len(pieces) > 1:
            whole = stem("".join(pieces))
            if not whole.isdigit():
                if len(stems) > 1:
                    self.parts.setdefault(whole, tuple(stems))
                stems.append(whole)
        return stems, parts

    def _parts_of(self, word: str, whole: str) -> list[str]:
        """The stems of the parts of a compound; `whole` is its own stem."""
        parts = tuple(map(stem, self._split(word)))
        if parts:
            self.parts.setdefault(whole, parts)
        return [part for part in parts if part != whole]


def _is_word(word: str) -> bool:
    return len(word) > 1 and word not in STOP_WORDS
