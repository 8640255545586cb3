"""The closed lists: reading them, and finding what an editor meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minthub.folding import fold_key, slug
from minthub.vocabulary import Term, TermList, Vocabulary, closest, load_vocabulary

COLOURS = TermList(
    "colours",
    (
        Term("gruen", "grün", synonyms=("Gras", "Öko")),
        Term("rot", "hellrot", synonyms=("Blut", "Warnfarbe")),
        Term("gelb", "zitronengelb", synonyms=("Warnfarbe",)),
        Term("himmelblau", "blau wie der Himmel"),
    ),
)


# Lists


def test_a_list_keeps_its_order() -> None:
    assert COLOURS.ids == ("gruen", "rot", "gelb", "himmelblau")
    assert [term.id for term in COLOURS] == list(COLOURS.ids)
    assert len(COLOURS) == 4


def test_values_are_looked_up_by_id() -> None:
    assert COLOURS["rot"].label == "hellrot"
    assert "rot" in COLOURS
    assert "hellrot" not in COLOURS
    assert None not in COLOURS
    with pytest.raises(KeyError):
        COLOURS["blau"]


def test_an_empty_list_finds_nothing() -> None:
    empty = TermList("none", ())
    assert (len(empty), empty.ids, list(empty)) == (0, (), [])
    assert empty.find("rot") is None
    assert empty.closest("rot") is None


def test_names_are_id_label_and_synonyms() -> None:
    assert COLOURS["gruen"].names == ("gruen", "grün", "Gras", "Öko")
    assert COLOURS["himmelblau"].names == ("himmelblau", "blau wie der Himmel")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("rot", "rot"),
        ("ROT", "rot"),
        (" rot ", "rot"),
        ("hellrot", "rot"),
        ("Hell-Rot", "rot"),
        ("grün", "gruen"),
        ("Gruen", "gruen"),
        ("grun", "gruen"),
        ("blau wie der himmel", "himmelblau"),
        ("Himmel blau", "himmelblau"),
        ("Blut", None),  # synonyms are only suggested
        ("rott", None),
        ("", None),
        ("–", None),
    ],
)
def test_ids_and_labels_are_found_in_any_spelling(text: str, id: str | None) -> None:
    assert COLOURS.find(text) == id


def test_a_synonym_names_a_value_if_only_one_has_it() -> None:
    assert COLOURS.named("Hell-Rot") == "rot"
    assert COLOURS.named("gras") == "gruen"
    assert COLOURS.named("rott") is None
    both = TermList(
        "both", (Term("rot", "rot", synonyms=("bunt",)), Term("blau", "blau", synonyms=("bunt",)))
    )
    assert both.named("bunt") is None


def test_of_two_values_with_one_name_the_first_counts() -> None:
    terms = TermList(
        "twins",
        (
            Term("a", "Zwilling"),
            Term("b", "Zwilling", synonyms=("Paar",)),
            Term("c", "C", synonyms=("Paar",)),
        ),
    )
    assert terms.find("zwilling") == "a"
    assert terms.closest("Paar") == "b"


def test_an_exact_id_goes_before_the_label_of_another_value() -> None:
    terms = TermList("mixed", (Term("a", "b"), Term("b", "a")))
    assert terms.find("a") == "a"
    assert terms.find("b") == "b"
    assert terms.find("B") == "a"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Blut", "rot"),
        ("oeko", "gruen"),
        ("Gras", "gruen"),
        ("warnfarbe", "rot"),  # the first of two
        ("helrot", "rot"),
        ("zitronengleb", "gelb"),
        ("himelblau", "himmelblau"),
        ("Zitrone", "gelb"),  # a clear beginning
        ("himmelblaues Kleid", "himmelblau"),
        ("zitr", None),  # too short for a beginning
        ("violett", None),
        ("", None),
        ("!!!", None),
    ],
)
def test_the_closest_value_is_suggested(text: str, id: str | None) -> None:
    assert COLOURS.closest(text) == id


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("landk", None),  # two begin like this
        ("Landkreis Leip", 1),
        ("landkreisleipzig", 1),
        ("Landkreis Meißen", 2),
        ("Landkreis Meisen", 2),
        ("stadt", 3),
        ("stadtwald", None),
        ("kurz", 4),
        ("kurzer Name", None),  # the name is too short to be a beginning
    ],
)
def test_a_beginning_counts_if_it_is_clear(text: str, value: int | None) -> None:
    names = {"landkreisleipzig": 1, "landkreismeissen": 2, "stadtchemnitz": 3, "kurz": 4}
    found = closest(text, {name: str(number) for name, number in names.items()})
    assert found == (None if value is None else str(value))


def test_a_beginning_counts_if_all_names_have_one_value() -> None:
    assert closest("Erzgebirge", {"erzgebirgskreisost": "a", "erzgebirgskreiswest": "b"}) is None
    assert closest("Erzgeb", {"erzgebirgskreisost": "a", "erzgebirgskreiswest": "a"}) == "a"


@pytest.mark.parametrize(("cutoff", "expected"), [(0.5, "a"), (0.95, None)])
def test_how_near_a_miss_must_be_can_be_chosen(cutoff: float, expected: str | None) -> None:
    assert closest("rbotik", {"robotik": "a"}, cutoff) == expected


# The file

SMALL = """\
state: {id: musterland, label: landesweit, name: Musterland, help: Überall., synonyms: [ganzes Land]}
topics: [Robotik, 3D-Druck, 2026]
age_groups:
  - {id: jung, label: Jung, note: bis 12, ages: [3, 12], help: Für Junge.}
  - {id: alt, label: Alt, ages: [13, null], page: true}
colours:
  - {id: rot, label: Rot, synonyms: [Blut, 7]}
"""


def from_text(folder: Path, text: str) -> Vocabulary:
    file = folder / "vocabulary.yml"
    file.write_text(text, "utf-8")
    return load_vocabulary(file)


def test_a_file_is_read(tmp_path: Path) -> None:
    found = from_text(tmp_path, SMALL)
    assert set(found.lists) == {"age_groups", "colours"}
    assert found.topics == ("Robotik", "3D-Druck", "2026")
    assert found.state == Term("musterland", "landesweit", help="Überall.", synonyms=("ganzes Land",))
    assert found.state_name == "Musterland"
    assert found.age_groups is found["age_groups"]
    assert found.age_groups.terms == (
        Term("jung", "Jung", help="Für Junge.", note="bis 12", ages=(3, 12)),
        Term("alt", "Alt", ages=(13, None), has_page=True),
    )
    assert found["colours"] == TermList("colours", (Term("rot", "Rot", synonyms=("Blut", "7")),))


def test_a_format_may_say_what_it_is_for_search_engines(tmp_path: Path) -> None:
    found = from_text(
        tmp_path, f"{SMALL}formats:\n- {{id: a, label: A}}\n- {{id: b, label: B, schema: Course}}\n"
    )
    assert [term.schema for term in found["formats"]] == ["Service", "Course"]


def test_a_state_without_a_name_is_called_by_its_label(tmp_path: Path) -> None:
    assert from_text(tmp_path, SMALL.replace("name: Musterland, ", "")).state_name == "landesweit"


def test_an_unknown_list_is_an_error(vocabulary: Vocabulary) -> None:
    with pytest.raises(KeyError):
        vocabulary["farben"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "vocabulary: state or topics is missing"),
        ("[]", "vocabulary: state or topics is missing"),
        ("nur Text", "vocabulary: state or topics is missing"),
        ("topics: []", "vocabulary: state or topics is missing"),
        ("state: {id: a, label: A}", "vocabulary: state or topics is missing"),
        (f"{SMALL}numbers: 7\n", "vocabulary: numbers is no list of values with id and label"),
        (f"{SMALL}numbers: [a, b]\n", "vocabulary: numbers is no list of values with id and label"),
        (f"{SMALL}numbers: {{a: b}}\n", "vocabulary: numbers is no list of values with id and label"),
        (f"{SMALL}numbers:\n", "vocabulary: numbers is no list of values with id and label"),
        (f"{SMALL}  - {{id: rot, label: Röter}}\n", "vocabulary: colours: rot appears twice"),
        (
            f"{SMALL}  - {{id: blau}}\n",
            "vocabulary: colours: {'id': 'blau'} has unknown keys [] or lacks id or label",
        ),
        (
            f"{SMALL}  - {{id: blau, label: Blau, farbe: ja}}\n",
            "vocabulary: colours: {'id': 'blau', 'label': 'Blau', 'farbe': 'ja'} "
            "has unknown keys ['farbe'] or lacks id or label",
        ),
        (
            f"{SMALL}  - {{id: blau, label: Blau, schema: Museum}}\n",
            "vocabulary: colours: blau has a schema other than Service, Course, EventSeries",
        ),
        (
            SMALL.replace("label: landesweit, ", ""),
            "vocabulary: state: {'id': 'musterland', 'help': 'Überall.', 'synonyms': ['ganzes Land']} "
            "has unknown keys [] or lacks id or label",
        ),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        from_text(tmp_path, text)


@pytest.mark.parametrize(
    "text", ["state: [a", "\tstate: a", "state: !!python/object:os.system {}\ntopics: []"]
)
def test_what_is_no_yaml_is_an_error_with_its_place(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"^vocabulary: (?s:.)*line [12], column \d+"):
        from_text(tmp_path, text)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_vocabulary(tmp_path / "vocabulary.yml")


# The real lists


@pytest.mark.parametrize(
    ("list_name", "text", "id"),
    [
        ("subjects", "Mathe", "mathematik"),
        ("subjects", "informatk", "informatik"),
        ("subjects", "Kunst", None),
        ("formats", "AG", "arbeitsgemeinschaft"),
        ("formats", "feriencmp", "feriencamp"),
        ("formats", "Tag der offenen", "tag-der-offenen-tuer"),
        ("formats", "wett", None),
        ("formats", "wettb", "wettbewerb"),
        ("formats", "Werkstatt", "workshop"),  # also a synonym of makerspace, which comes later
        ("stages", "Gymnasium", "sek1"),
        ("stages", "Oberschule", "sek1"),
        ("costs", "gratis", "kostenlos"),
        ("access", "barrierefrei", "stufenlos"),
        ("event_statuses", "fällt aus", "abgesagt"),
    ],
)
def test_what_editors_write_is_understood(
    vocabulary: Vocabulary, list_name: str, text: str, id: str | None
) -> None:
    assert vocabulary[list_name].closest(text) == id


@pytest.mark.parametrize(
    ("list_name", "text", "id"),
    [
        ("formats", "Schülerlabor", "schuelerlabor"),
        ("formats", "Tag der offenen Tür", "tag-der-offenen-tuer"),
        ("audiences", "Lehrkräfte", "lehrkraefte"),
        ("modes", "vor Ort", "vor-ort"),
        ("costs", "keine Angabe", "unbekannt"),
        ("offer_statuses", "läuft", "aktiv"),
        ("repeats", "wöchentlich", "woechentlich"),
        ("access", "Hörhilfe (Induktionsschleife)", "induktion"),
        ("formats", "Sternwarte", "sternwarte"),
        ("formats", "Labor", None),
    ],
)
def test_german_labels_are_accepted(
    vocabulary: Vocabulary, list_name: str, text: str, id: str | None
) -> None:
    assert vocabulary[list_name].find(text) == id


def test_ids_are_addresses(vocabulary: Vocabulary) -> None:
    for terms in vocabulary.lists.values():
        for term in terms:
            assert term.id == slug(term.id), terms.name


def test_no_two_values_of_a_list_have_one_label(vocabulary: Vocabulary) -> None:
    for terms in vocabulary.lists.values():
        assert len({fold_key(term.label) for term in terms}) == len(terms), terms.name


def test_no_label_is_the_id_of_another_value(vocabulary: Vocabulary) -> None:
    for terms in vocabulary.lists.values():
        for term in terms:
            assert terms.find(term.label) == term.id, terms.name


def test_only_some_values_have_a_page_of_their_own(vocabulary: Vocabulary) -> None:
    pages = {(name, term.id) for name, terms in vocabulary.lists.items() for term in terms if term.has_page}
    assert pages == {("audiences", "familien"), ("audiences", "lehrkraefte")}


def test_spans_of_age_are_in_order(vocabulary: Vocabulary) -> None:
    with_ages = {name for name, terms in vocabulary.lists.items() if any(term.ages for term in terms)}
    assert with_ages == {"stages", "age_groups"}
    for name in with_ages:
        for term in vocabulary[name]:
            assert term.ages, term.id
            assert term.ages[1] is None or term.ages[0] <= term.ages[1]


def test_topics_are_written_in_one_way(vocabulary: Vocabulary) -> None:
    assert len({slug(topic) for topic in vocabulary.topics}) == len(vocabulary.topics)
    assert "" not in {slug(topic) for topic in vocabulary.topics}


def test_the_state_is_a_reach(vocabulary: Vocabulary) -> None:
    assert vocabulary.state.id == "sachsenweit"
    assert vocabulary.state_name == "Sachsen"
