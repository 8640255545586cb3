"""One spelling for comparing German and Sorbian words, and addresses made from titles."""

from __future__ import annotations

import random
import unicodedata

import pytest

from minthub.folding import fold, fold_key, slug, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Robotik", "robotik"),
        ("Schülerlabor", "schulerlabor"),
        ("Schuelerlabor", "schulerlabor"),
        ("Schulerlabor", "schulerlabor"),
        ("MÄDCHEN", "madchen"),
        ("Löten", "loten"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("GROẞ", "gross"),
        ("Übung", "ubung"),
        ("Café", "cafe"),
        ("Łužica", "luzica"),
        ("Budyšin", "budysin"),
        ("Wokrjes Zhorjelc", "wokrjes zhorjelc"),
        ("Hornja Łužica – Delnja Łužyca", "hornja luzica – delnja luzyca"),
        ("Česká Kamenice", "ceska kamenice"),
        ("Đorđe", "dorde"),
        ("šěžćńó", "sezcno"),
        ("a\u0301\u0308b", "ab"),
        ("Øresund", "oresund"),
        ("İstanbul", "istanbul"),
        ("3D-Druck", "3d-druck"),
        ("C++", "c++"),
        ("日本", "日本"),
    ],
)
def test_folding_gives_lower_case_without_umlauts_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ("Müller", "Mueller", "Muller", "MÜLLER", "Mu\u0308ller"),
        ("Görlitz", "Goerlitz", "Gorlitz"),
        ("Löbau", "Loebau", "Lobau"),
        ("Gänse", "Gaense", "Ganse"),
        ("Übung", "Uebung", "Ubung"),
        ("offene Übung", "offene Uebung"),
        ("Straße", "Strasse", "STRASSE", "STRAẞE"),
        ("Bläue", "Blaeue"),
        ("Künstliche Größen", "Kuenstliche Groessen", "Kunstliche Grossen"),
    ],
)
def test_all_usual_spellings_of_a_word_meet(spellings: tuple[str, ...]) -> None:
    assert len({fold(text) for text in spellings}) == 1


@pytest.mark.parametrize("word", ["quelle", "bauer", "neue", "treue", "steuer", "frequenz", "museum"])
def test_ue_that_is_no_umlaut_stays(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize(("word", "folded"), [("aktuell", "aktull"), ("Poel", "pol"), ("Israel", "isral")])
def test_wrong_merges_are_the_same_on_both_sides(word: str, folded: str) -> None:
    """They do no harm, because what is typed is folded in the same way."""
    assert fold(word) == folded == fold(word.upper())


@pytest.mark.parametrize("text", ["Schülerlabor", "Łužica", "Straße", "3D-Druck", "", "Ærø"])
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("  ", ""),
        ("–/–", ""),
        ("3D-Druck", "3ddruck"),
        ("3D Druck", "3ddruck"),
        ("vor_ort", "vorort"),
        ("vor Ort", "vorort"),
        ("e. V.", "ev"),
        ("Sächsische Schweiz-Osterzgebirge", "sachsischeschweizosterzgebirge"),
        ("saechsische-schweiz-osterzgebirge", "sachsischeschweizosterzgebirge"),
        ("Łužica (Lausitz)", "luzicalausitz"),
        ("Физика", "физика"),
    ],
)
def test_keys_have_letters_and_digits_only(text: str, key: str) -> None:
    assert fold_key(text) == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" – · … ", []),
        ("Robotik", ["robotik"]),
        ("Robotik-AG im Jugendhaus", ["robotik", "ag", "im", "jugendhaus"]),
        ("Bauen & Löten, ab 8!", ["bauen", "loten", "ab", "8"]),
        ("snake_case", ["snake", "case"]),
        ("01067 Dresden", ["01067", "dresden"]),
        ("C++ und C#", ["c", "und", "c"]),
        ("Wokrjes Budyšin", ["wokrjes", "budysin"]),
        ("Zeile\nUebung\tMüll", ["zeile", "ubung", "mull"]),
        ("„Jugend forscht“", ["jugend", "forscht"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Löten für Anfänger", "loeten-fuer-anfaenger"),
        ("Lo\u0308ten fu\u0308r Anfa\u0308nger", "loeten-fuer-anfaenger"),
        ("Straße & Brücke", "strasse-und-bruecke"),
        ("A&B", "a-und-b"),
        ("  – Robotik! –  ", "robotik"),
        ("„MINT“ (für alle)", "mint-fuer-alle"),
        ("3D-Druck", "3d-druck"),
        ("Łužica", "luzica"),
        ("Serbski institut Budyšin", "serbski-institut-budysin"),
        ("Škoda, Čeština, Ærø", "skoda-cestina-aero"),
        ("ÜBUNG", "uebung"),
        ("C++", "c"),
        ("…", ""),
        ("", ""),
        ("日本", ""),
        ("😀 Spaß", "spass"),
    ],
)
def test_addresses_spell_umlauts_with_e(title: str, expected: str) -> None:
    assert slug(title) == expected


@pytest.mark.parametrize(
    ("title", "limit", "expected"),
    [
        ("eins zwei drei", 14, "eins-zwei-drei"),
        ("eins zwei drei", 13, "eins-zwei"),
        ("eins zwei drei", 9, "eins-zwei"),  # just behind a word: the whole word stays
        ("eins zwei drei", 8, "eins"),
        ("eins zwei drei", 4, "eins"),
        ("eins zwei drei", 3, "ein"),  # no word fits: cut inside it
        ("ü" * 5, 9, "ueueueueu"),
        ("Donaudampfschifffahrt", 10, "donaudampf"),
    ],
)
def test_long_addresses_end_at_a_word(title: str, limit: int, expected: str) -> None:
    assert slug(title, limit) == expected


def test_addresses_have_up_to_80_characters() -> None:
    assert slug("a" * 80) == "a" * 80
    assert slug("a" * 81) == "a" * 80
    assert slug(" ".join(["wort"] * 30)) == "-".join(["wort"] * 16)  # 79 characters


@pytest.mark.parametrize("title", ["Robotik-AG im Jugendhaus", "Löten & Bauen", "Łužica – Hornja", "x" * 200])
def test_an_address_of_an_address_is_itself(title: str) -> None:
    assert slug(slug(title)) == slug(title)


def test_letters_lose_their_marks_one_by_one_as_in_the_whole_text() -> None:
    """Each letter is looked up alone; decomposing the whole text also puts its marks in order, which makes no difference."""
    choose = random.Random(3)
    codes = (*range(0x20, 0x590), *range(0x1E00, 0x2000), *range(0xAC00, 0xAC20))
    # Danish „ǽ“ and „ǿ“ lose their marks only; alone the letters are „a“ and „o“.
    letters = [chr(code) for code in codes if chr(code) not in "ǽǾǿǼǣǢ"]
    for _ in range(2000):
        text = "".join(choose.choices(letters, k=choose.randint(1, 12))).casefold()
        decomposed = unicodedata.normalize("NFD", text)
        assert fold(text) == fold("".join(char for char in decomposed if not unicodedata.combining(char)))
