"""Synonyms and words that say nothing: how the lists are read, and what of them an index needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.search.german import stem
from minthub.search.thesaurus import Thesaurus, WrongSynonyms, by_shard, joined, read_thesaurus
from tests.conftest import ROOT

DATA = ROOT / "data"
Read = Callable[..., Thesaurus]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(synonyms: str, fillers: str = "") -> Thesaurus:
        (tmp_path / "synonyme.txt").write_text(synonyms, "utf-8")
        (tmp_path / "fuellwoerter.txt").write_text(fillers, "utf-8")
        return read_thesaurus(tmp_path / "synonyme.txt", tmp_path / "fuellwoerter.txt")

    return _read


def test_each_typed_word_stands_for_all_on_the_right(read: Read) -> None:
    found = read("# Fahrzeuge\nTrecker Schlepper = Traktor, Landmaschinen\n")
    assert found.meant == {"treck": ("Traktor", "Landmaschinen"), "schlepp": ("Traktor", "Landmaschinen")}


def test_of_several_lines_about_a_word_the_first_ones_meaning_is_the_best(read: Read) -> None:
    found = read("Mond = Astronomie\nMond Mars = Planeten, Astronomie\n")
    assert found.meant["mond"] == ("Astronomie", "Planeten")


@pytest.mark.parametrize("line", ["Trecker", "Trecker=Traktor", "Trecker = ", " = Traktor", "Trecker = ,"])
def test_a_line_without_a_side_is_named(line: str, read: Read) -> None:
    remedy = "Es fehlt „ = “ oder eine Seite davon. Richtig ist zum Beispiel: trecker schlepper = Traktoren, Landmaschinen"
    with pytest.raises(WrongSynonyms, match="Es fehlt") as raised:
        read(f"a = b\n{line}\nc = d\nfalsch\n")
    assert str(raised.value).splitlines() == [f"data/synonyme.txt:{number}: {remedy}" for number in (2, 4)]


def test_only_what_the_index_has_is_kept(read: Read) -> None:
    found = read("Trecker = Traktor, Landmaschinen\nUfo = Raumschiff\n")
    assert found.for_terms({"landmaschin"}) == {"treck": "landmaschin"}


def test_several_words_must_all_be_there(read: Read) -> None:
    found = read("KI = künstliche Intelligenz, Chatbot\n")
    assert found.for_terms({"kunstlich", "intelligenz", "chatbot"}) == {"ki": "kunstlich intelligenz|chatbot"}
    assert found.for_terms({"intelligenz", "chatbot"}) == {"ki": "chatbot"}


def test_a_hyphenated_word_is_one_term_or_several(read: Read) -> None:
    found = read("Drucker_3D = 3D-Druck\n")
    assert found.for_terms({"3ddruck", "3d", "druck"}) == {"drucker3d": "3ddruck"}
    assert found.for_terms({"3d", "druck"}) == {"drucker3d": "3d druck"}


def test_nothing_stands_for_itself(read: Read) -> None:
    assert read("Robotik Roboter = Robotik\n").for_terms({"robotik"}) == {"robot": "robotik"}


def test_words_that_say_nothing_stand_for_an_empty_text(read: Read) -> None:
    found = read("bummeln = Ausflug\n", "bummeln irgendwie\nwünsche # höflich\n")
    assert found.for_terms({"ausflug"}) == {stem("bummeln"): "ausflug", stem("irgendwie"): "", "wunsch": ""}


def test_what_has_no_meaning_or_two_words_can_not_be_misspelt(read: Read) -> None:
    found = read("Trecker feuer_berg = Traktor\n", "irgendwie\n")
    assert list(found.words(found.for_terms({"traktor"}))) == ["treck"]


def test_words_that_records_are_about_say_something(read: Read) -> None:
    assert read("", "irgendwie abend\n").for_terms({"abend"}, topics={"abend"}) == {stem("irgendwie"): ""}


def test_a_typed_word_is_looked_up_where_its_term_would_be() -> None:
    assert by_shard({"treck": "traktor", "aal": "fisch", "x": ""}, ["", "m", "tz"]) == {
        0: {"aal": "fisch"},
        1: {"treck": "traktor"},
        2: {"x": ""},
    }


def test_a_phrase_is_one_word() -> None:
    assert joined("plauener_Spitze") == "plauenerspitz"


# Our own lists


def test_no_word_stands_twice_with_the_same_meaning() -> None:
    lines = [line for line in (DATA / "synonyme.txt").read_text("utf-8").splitlines() if " = " in line]
    pairs = Counter(
        (word, line.partition(" = ")[2]) for line in lines for word in line.partition(" = ")[0].split()
    )
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_our_own_lists_are_read() -> None:
    found = read_thesaurus(DATA / "synonyme.txt", DATA / "fuellwoerter.txt")
    assert "Landwirtschaft" in found.meant["treck"]
    assert stem("irgendwie") in found.empty
    assert not found.empty & {stem(topic) for topic in ("robotik", "museum", "ferien", "regen", "mädchen")}
