"""Which words count and what is kept of them."""

from __future__ import annotations

import pytest

from minthub.folding import fold
from minthub.search.german import STOP_WORDS, WEAK_WORDS, Analyzer, stem

SAME = [
    ("Roboter", "Robotern"),
    ("Kurs", "Kurse", "Kursen", "Kurses"),
    ("Schule", "Schulen"),
    ("Garten", "Gärten"),
    ("Camp", "Camps"),
    ("Kita", "Kitas"),
    ("Forschung", "Forschen", "Forscher", "Forscherin", "Forscherinnen", "Forschungen"),
    ("Programmieren", "Programmierung", "Programmierer"),
    ("Lehrer", "Lehrerin", "Lehrerinnen"),
    ("experimentieren", "experimentiert", "experimentierte", "experimentierten"),
    ("Experiment", "Experimente", "Experimenten"),
    ("Makerspace", "Makerspaces"),
]
DIFFERENT = [
    ("Kurs", "Kur"),
    ("Bildung", "Bild"),
    ("Zeitung", "Zeit"),
    ("Haus", "Hau"),
    ("Physik", "Physis"),
    ("Eis", "Ei"),
    ("Tiert", "Tier"),
]


@pytest.mark.parametrize("forms", SAME)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(fold(form)) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_keep_theirs(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize("word", ["ei", "ern", "e", "s", "es", "in", "ung", "er"])
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Löten für Anfänger", ["lot", "anfang"]),
        ("Kinder-Uni", ["kind", "uni", "kinderuni"]),
        ("Girls'Day", ["girl", "day", "girlsday"]),
        ("3D-Druck", ["3d", "druck", "3ddruck"]),
        ("von 8 bis 14", ["14"]),
        ("2025-26", ["2025", "26"]),
        ("Łužica – Budyšin", ["luzica", "budysin"]),
        ("", []),
        ("– · …", []),
    ],
)
def test_terms_of_a_text(text: str, terms: list[str]) -> None:
    assert Analyzer(lambda word: ()).terms(text) == (terms, [])


def test_compounds_count_with_their_parts() -> None:
    analyzer = Analyzer(lambda word: ("schuler", "labor") if word == "schulerlabore" else ())
    assert analyzer.terms("Schülerlabore") == (["schulerlabor"], ["schuler", "labor"])
    assert analyzer.parts == {"schulerlabor": ("schuler", "labor")}


def test_each_word_is_split_once() -> None:
    asked: list[str] = []

    def split(word: str) -> tuple[str, ...]:
        asked.append(word)
        return ()

    analyzer = Analyzer(split)
    analyzer.terms("Chemie Chemie chemie")
    analyzer.terms("Chemie")
    assert asked == ["chemie", "chemie"]


def test_word_lists_are_folded_and_apart() -> None:
    assert {fold(word) for word in STOP_WORDS | WEAK_WORDS} == STOP_WORDS | WEAK_WORDS
    assert not STOP_WORDS & WEAK_WORDS
