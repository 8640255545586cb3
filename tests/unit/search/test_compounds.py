"""German compounds and their parts: by the real word list, and the rules by small ones."""

from __future__ import annotations

import csv
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from minthub.folding import fold
from minthub.search.compounds import SHORTEST, Splitter, load_words
from tests.conftest import ROOT

WORDS = ROOT / "data" / "woerter.txt"

COMPOUNDS = """
    schulerlabor schuler labor
    schulerlabore schuler labor
    schulerforschungszentrum schuler forschung zentrum
    schulerforschungszentren schuler forschung zentrum
    schulerrechenzentrum schuler rechen zentrum
    schulerwettbewerb schuler wettbewerb
    schuleruni schuler uni
    schulgarten schule garten
    schulsternwarte schule stern warte
    grundschulklassen grund schule klasse
    oberschule ober schule
    berufsschulzentrum beruf schule zentrum
    volkshochschule volk hochschule
    ganztagsangebot ganztag angebot
    ganztagsangebote ganztag angebot
    lehrplan lehr plan
    lernort lern ort
    lernroboter lern roboter
    sternwarte stern warte
    sternenhimmel stern himmel
    sonnenuhren sonne uhr
    planetenweg planet weg
    planetariumskuppel planetarium kuppel
    himmelsbeobachtung himmel beobachtung
    raumfahrtausstellung raumfahrt ausstellung
    ferienprogramm ferien programm
    feriencamps ferien camp
    herbstferienwoche herbst ferien woche
    osterferien oster ferien
    familiennachmittage familie nachmittag
    kindergeburtstag kind geburt tag
    naturwissenschaften natur wissenschaft
    naturwissenschaftliche natur wissenschaftlich
    naturschutzstation natur schutz station
    naturlehrpfad natur lehr pfad
    umweltbildung umwelt bildung
    umweltpadagoginnen umwelt padagoge
    walderlebniszentrum wald erlebnis zentrum
    experimentierkasten experimentier kasten
    experimentiertage experimentier tag
    mitmachausstellung mitmach ausstellung
    roboterwettbewerb roboter wettbewerb
    roboterkafern roboter kafer
    robotikkurse robotik kurs
    programmierkurs programmier kurs
    lotkurs lot kurs
    nahmaschine nah maschine
    laserschneiden laser schneiden
    solarenergie solar energie
    solarautorennen solar auto rennen
    energiequellen energie quelle
    wasserstofftechnik wasserstoff technik
    brennstoffzellen brennstoff zelle
    kunststoffrecycling kunststoff recycling
    girlsday girls day
    makerspace maker space
    hackdays hack day
    kinderuniversitat kind universitat
    kinderuni kind uni
    bergbaumuseum bergbau museum
    besucherbergwerk besucher bergwerk
    braunkohlentagebau braun kohle tagebau
    feldbahnmuseum feld bahn museum
    dampfmaschine dampf maschine
    bauernhof bauer hof
    streuobstwiese streu obst wiese
    honigbienen honig biene
    fledermausnacht fledermaus nacht
    volkerkunde volk kunde
    stadtbibliothek stadt bibliothek
    gewachshauser gewachs haus
    landeswettbewerb land wettbewerb
    bundesweite bund weit
    barrierefreie barriere frei
    zweistundige zwei stundig
    wochentags woche tag
    zukunftsthemen zukunft thema
    laborpraktika labor praktikum
    jugendverein jugend verein
    fordermittel forder mittel
    fordermittelantrag forder mittel antrag
    fahrtkosten fahrt kosten
    fachkrafteallianz fachkraft allianz
    elternbeitrag eltern beitrag
    anmeldefrist anmelde frist
    wettbewerbsbeitrag wettbewerb beitrag
    mathematikolympiade mathematik olympiade
    girlsdaytermine girls day termin
"""

WHOLE = """
    dresden freiberg chemnitz leipzig zwickau görlitz radeberg annaberg schneeberg altenberg oberlausitz vogtland
    reichenbach königstein rosenthal neukirchen frankenberger augustusburg sachsen mittelsachsen
    robotik informatik mathematik elektronik biologie astronomie technik physikalische statistik thematischen
    computer roboter programm programmieren experiment experimentierten planeten labor museum museen zentren
    montag dienstag donnerstag samstagen freitag sonntag mittwoch
    handwerk handwerker fahrzeug werkzeuge spielzeug landkreis werkstatt wettbewerb netzwerk kindergarten
    hochschule bergwerk wasserstoff kunststoffe frühstück haushalt freizeit bahnhof
    arbeiteten starteten gestalten gehört gelesen betrachten erreichen stattfinden vorsitzende folgende
    wissenschaft gesellschaft landschaft mannschaft partnerschaften forschung führungen unterricht vortrag
    schülerinnen lehrerin interesse material apparat transport
    hinterhermsdorf zusammenarbeit vielleicht regelmäßig österreich xyz
"""


def cases() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in COMPOUNDS.split("\n"):
        word, *parts = line.split() or ["", ""]
        if word:
            yield word, tuple(parts)


@pytest.fixture(scope="module")
def entries() -> tuple[str, ...]:
    return load_words(WORDS)


@pytest.fixture(scope="module")
def splitter(entries: tuple[str, ...]) -> Splitter:
    """With the names of all municipalities, as the build makes it."""
    with (ROOT / "data" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        towns = [row["name"] for row in csv.DictReader(file)]
    return Splitter(entries, towns)


@pytest.mark.parametrize(("word", "parts"), tuple(cases()))
def test_compounds_are_split(splitter: Splitter, word: str, parts: tuple[str, ...]) -> None:
    assert splitter.parts(word) == parts


@pytest.mark.parametrize("word", WHOLE.split())
def test_other_words_stay_whole(splitter: Splitter, word: str) -> None:
    assert splitter.parts(fold(word)) == ()


def test_the_list_has_each_word_once(entries: tuple[str, ...]) -> None:
    bases = Counter(fold(entry.strip("-")) for entry in entries)
    assert [base for base, count in bases.items() if count > 1] == []


def test_the_list_is_lower_case_and_has_no_short_words(entries: tuple[str, ...]) -> None:
    odd = [entry for entry in entries if not re.fullmatch(r"-?[a-zäöüßé]{3,}-?", entry)]
    assert odd == []
    assert [entry for entry in entries if len(fold(entry.strip("-"))) < SHORTEST] == []


def test_the_list_is_sorted_below_its_headings() -> None:
    *_, head = (
        block for block in WORDS.read_text("utf-8").split("\n\n") if not block.startswith("# Wörter,")
    )
    assert head.startswith("# ")
    for block in WORDS.read_text("utf-8").split("\n\n")[1:]:
        heading, *words = block.splitlines()
        assert heading.startswith("# "), heading
        assert words == sorted(words, key=lambda word: fold(word.strip("-"))), heading


def test_a_file_of_words_may_have_comments_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# Schule\nschüler\n\nlern-  # Verb\n-frei\n", "utf-8")
    assert load_words(path) == ("schüler", "lern-", "-frei")


@pytest.mark.parametrize(
    ("words", "word", "parts"),
    [
        (["tag", "buch"], "tagebuch", ("tag", "buch")),
        (["kind", "haus"], "kinderhauser", ("kind", "haus")),
        (["bund", "land"], "bundeslandern", ("bund", "land")),
        (["name", "schild"], "namensschilder", ("name", "schild")),
        (["schwingung", "zahl"], "schwingungszahlen", ("schwingung", "zahl")),
        (["planet", "weg"], "planetenweg", ("planet", "weg")),
        (["bauer", "hof"], "bauernhofs", ("bauer", "hof")),
        (["schule", "hof"], "schulhof", ("schule", "hof")),
        (["museum", "werk"], "museenwerk", ("museum", "werk")),
        # No letter may be left over, and what is left must be a word.
        (["tag", "buch"], "tagxbuch", ()),
        (["tag"], "tagebuch", ()),
        # Fewest parts first, then the longest last part.
        (["wind", "kraft", "werk", "kraftwerk"], "windkraftwerk", ("wind", "kraftwerk")),
        (["bildung", "port", "sport"], "bildungsport", ("bildung", "sport")),
        # „leit-“ takes no linking element and does not end a word; „-frei“ does not begin one.
        (["leit-", "kurs"], "leitskurs", ()),
        (["leit-", "kurs"], "leitkurs", ("leit", "kurs")),
        (["kurs", "leit-"], "kursleit", ()),
        (["-frei", "kosten"], "kostenfreies", ("kosten", "frei")),
        (["-frei", "kosten"], "freikosten", ()),
        (["-frei-", "kosten", "raum"], "freiraum", ("frei", "raum")),
        # What is listed stays whole, in all its forms.
        (["hand", "werk", "handwerk"], "handwerks", ()),
        # A word is preferred to a form of another one.
        (["rund-", "runde", "brief"], "rundbrief", ("rund", "brief")),
    ],
)
def test_rules(words: list[str], word: str, parts: tuple[str, ...]) -> None:
    assert Splitter(words).parts(word) == parts


def test_names_stay_whole_and_so_do_people_from_there() -> None:
    splitter = Splitter(["alt", "-berg", "frei-", "stadt"], names=["Freiberg", "Altstadt an der Weide"])
    assert [splitter.parts(word) for word in ("freiberg", "freiberger", "altstadt", "freistadt")] == [
        (),
        (),
        (),
        ("frei", "stadt"),
    ]


def plain_parts(splitter: Splitter, word: str) -> tuple[str, ...]:
    """All ways to cover a word, tried out letter by letter; then the best one."""
    if word in splitter._names or word in splitter._before or word in splitter._last:
        return ()

    def ways(rest: str) -> Iterator[tuple[str, ...]]:
        # What is a word as a whole is not taken apart, at the end neither.
        if rest in splitter._last:
            yield (rest,)
            return
        for end in range(SHORTEST, len(rest)):
            if rest[:end] in splitter._before:
                yield from ((rest[:end], *others) for others in ways(rest[end:]))

    found = sorted(ways(word), key=lambda way: (len(way), -len(way[-1])))
    if not found:
        return ()
    *before, last = found[0]
    return (*(splitter._before[form] for form in before), splitter._last[last])


def test_parts_are_those_of_trying_out_all_ways() -> None:
    """On chains of random syllables, most of which are ambiguous."""
    choose = random.Random(5)
    syllables = [first + vowel + last for first in "kst" for vowel in "ae" for last in ("n", "rn", "se")]
    for _ in range(200):
        words = ["".join(choose.choices(syllables, k=choose.randint(1, 2))) for _ in range(12)]
        splitter = Splitter(dict.fromkeys(words))
        for _ in range(20):
            word = "".join(choose.choices([*words, *syllables], k=choose.randint(2, 4)))
            assert splitter.parts(word) == plain_parts(splitter, word), (words, word)


def test_splitting_is_fast(splitter: Splitter) -> None:
    many = [
        word + other for word, _ in cases() for other in ("", "s", "x", "kurs", "fest", "qzw", "tagen")
    ] * 100
    # 60,000 words take 0.3 s on an idle machine.
    start = time.process_time()
    for word in many[:60_000]:
        splitter.parts(word)
    assert time.process_time() - start < 2
