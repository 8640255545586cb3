"""The index in files: lunr.py over the whole corpus is the oracle for scores, the codec for what is written."""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lunr.builder import Builder
from lunr.index import Index

from minthub.calendar import load_holidays
from minthub.catalogue import Catalogue, load
from minthub.folding import words
from minthub.listing import Listing
from minthub.search.codec import front_coded, numbers, rising
from minthub.search.compounds import Splitter, load_words
from minthub.search.documents import Document, Documents
from minthub.search.german import Analyzer, stem
from minthub.search.index import FIELDS, InvertedIndex
from minthub.search.mapfile import hit_map
from minthub.search.shards import SHARD_SIZE, first_terms, goes_on, shards
from minthub.search.write import SearchFiles, lunr_module, make_index, search_files, write_search
from tests.conftest import DATA, NOW, ROOT, TODAY
from tests.node import module_folder, run_node
from tests.unit.search.conftest import ENGINE, LUNR_JS, SPLITTER, ZONES, Ask
from tests.unit.search.plain import terms_by_field

Search = Callable[..., Any]


def lunr_py(documents: Sequence[Document], analyzer: Analyzer) -> Index:
    """lunr.py's own index over the terms that our analyzer makes; references are document numbers."""
    builder = Builder()
    builder.ref("id")
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for number, document in enumerate(documents):
        terms = terms_by_field(document.texts, analyzer.terms)
        builder.add({"id": str(number), **{field: " ".join(terms.get(field, ())) for field in FIELDS}})
    return builder.build()


@cache
def corpus() -> tuple[Catalogue, list[Document], Splitter]:
    """The real content."""
    catalogue, _ = load(ROOT / "content", DATA, NOW)
    listing = Listing(catalogue, load_holidays(DATA / "holidays.csv"))
    return catalogue, Documents(listing).all(), Splitter(load_words(DATA / "woerter.txt"))


@cache
def oracle() -> Index:
    _, documents, splitter = corpus()
    return lunr_py(documents, Analyzer(splitter.parts))


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = module_folder(tmp_path_factory.mktemp("real") / "site")
    catalogue, documents, splitter = corpus()
    write_search(
        search_files(documents, catalogue, splitter.parts, ZONES, hit_map(catalogue)), folder, LUNR_JS
    )
    return folder


@pytest.mark.slow
def test_every_score_is_that_of_lunr() -> None:
    _, documents, splitter = corpus()
    index = make_index(documents, Analyzer(splitter.parts))
    assert index.terms == sorted(oracle().inverted_index)
    expected = {
        (oracle_term, field, int(document)): score
        for oracle_term, field, document, score in _scores_of_lunr(oracle())
    }
    ours = {
        (term, list(FIELDS)[scored.field], document): score / 1000
        for term in index.terms
        for scored in index.scored(term)
        for document, score in zip(scored.documents, scored.scores, strict=True)
    }
    assert ours == expected


def _scores_of_lunr(index: Index) -> Any:
    names = {posting["_index"]: term for term, posting in index.inverted_index.items()}
    for ref, vector in index.field_vectors.items():
        field, _, document = ref.partition("/")
        elements = vector.elements
        for at in range(0, len(elements), 2):
            yield names[elements[at]], field, document, elements[at + 1]


@pytest.mark.slow
def test_lunr_js_answers_from_shards_as_lunr_py_from_the_whole(real_site: Path) -> None:
    terms = sorted(oracle().inverted_index)
    choose = random.Random(7)
    queries = [
        [
            {"term": term, "boost": choose.choice([1, 2.5, 10])}
            for term in choose.sample(terms, choose.randint(1, 6))
        ]
        for _ in range(150)
    ]
    questions = [{"do": "clauses", "clauses": clauses} for clauses in queries]
    for clauses, answer in zip(queries, run_node(ENGINE, str(real_site), questions=questions), strict=True):
        expected = pytest.approx(dict(_ask_oracle(clauses)), rel=1e-9)
        assert dict(map(tuple, answer["lunr"])) == expected, clauses
        assert dict(map(tuple, answer["all"])) == expected, clauses


def _ask_oracle(clauses: list[dict[str, Any]]) -> Any:
    query = oracle().create_query()
    for clause in clauses:
        query.term(clause["term"], boost=clause["boost"], use_pipeline=False)
    return [(int(hit["ref"]), hit["score"]) for hit in oracle().query(query)]


@pytest.mark.slow
def test_a_root_in_pages_leads_to_the_same_files(
    real_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a large index has it; what is typed gives the same answers."""
    monkeypatch.setattr("minthub.search.write.MAX_ROOT", 4)
    monkeypatch.setattr("minthub.search.write.PAGE", 3)
    catalogue, documents, splitter = corpus()
    folder = module_folder(tmp_path)
    write_search(
        search_files(documents, catalogue, splitter.parts, ZONES, hit_map(catalogue)), folder, LUNR_JS
    )
    questions = [
        {"do": "search", "state": {"q": query}}
        for query in (
            "robotik",
            "sch",
            "a",
            "zzz",
            "sternwrte",
            "chemie labor",
            "roboterkurs",
            "0",
            "3d druck",
        )
    ]
    in_pages, whole = (run_node(ENGINE, str(site), questions=questions) for site in (folder, real_site))
    for answer in (*in_pages, *whole):
        del answer["base"]
    assert in_pages == whole


@pytest.mark.slow
def test_stems_are_the_same_in_the_browser(real_site: Path) -> None:
    """On all words of the content."""
    _, documents, _ = corpus()
    texts = sorted(
        {word for document in documents for text in document.texts.values() for word in text.split()}
    )
    answer = run_node(ENGINE, str(real_site), questions=[{"do": "stems", "texts": texts}])[0]
    differing = [
        (text, stems)
        for text, stems in zip(texts, answer, strict=True)
        if stems != list(map(stem, words(text)))
    ]
    assert differing == []


def test_idf_and_lengths_are_those_of_the_formula() -> None:
    index = InvertedIndex(lambda text: (text.split(), []))
    index.add({"summary": "a a b"})
    index.add({"summary": "b"})
    (scored,) = index.scored("a")
    idf = math.log(1 + abs((2 - 1 + 0.5) / (1 + 0.5)))
    expected = idf * (2.2 * 2) / (1.2 * (1 - 0.75 + 0.75 * (3 / 2)) + 2) * FIELDS["summary"]
    assert (list(FIELDS)[scored.field], list(scored.documents)) == ("summary", [0])
    assert list(scored.scores) == [round(expected * 1000)]


@pytest.mark.parametrize("field", [field for field in FIELDS if field != "parts"])
def test_every_field_is_searched(field: str) -> None:
    index = InvertedIndex(Analyzer(lambda word: ()).terms)
    index.add({field: "Größe"})
    assert "gross" in index.terms


def test_parts_of_compounds_in_short_fields_weigh_less_than_words() -> None:
    index = InvertedIndex(Analyzer(SPLITTER.parts).terms)
    index.add({"title": "Schülerlabor"})
    index.add({"body": "Schülerlabor"})
    fields = list(FIELDS)
    assert [(fields[found.field], list(found.documents)) for found in index.scored("labor")] == [
        ("parts", [0]),
        ("body", [1]),
    ]
    assert FIELDS["parts"] < FIELDS["title"]


def test_a_whole_title_is_a_term_too() -> None:
    index = InvertedIndex(Analyzer(SPLITTER.parts).terms)
    index.add({"title": "Für Schulen"})
    assert index.terms == ["furschulen", "schul"]


def test_short_fields_weigh_more_than_bodies() -> None:
    assert max(FIELDS, key=lambda field: FIELDS[field]) == "title"
    assert min(FIELDS, key=lambda field: FIELDS[field]) == "body"


# Files


def test_numbers_survive_the_way_to_the_browser(ask: Ask) -> None:
    values = [0, 1, 31, 32, 33, 1023, 1024, 99999, 2**31]
    steps = [0, 1, 2, 40, 41, 5000]
    texts = ["", "a", "ab", "schul", "schuler", "schulerlabor", "x" * 70, "x" * 70 + "y"]
    question = {
        "do": "decode",
        "numbers": numbers(values),
        "rising": rising(steps),
        "texts": front_coded(texts),
    }
    assert ask(question) == [{"numbers": values, "rising": steps, "texts": texts}]


def test_neighbours_cost_a_letter_each() -> None:
    assert rising([3, 4, 5, 6]) == "DAAA"
    assert numbers([0, 31, 32]) == "AfgB"


def test_shards_are_sorted_small_and_whole() -> None:
    _, documents, splitter = corpus()
    analyzer = Analyzer(splitter.parts)
    index = make_index(documents, analyzer)
    found = list(shards(index, analyzer.parts))
    assert [term for shard in found for term in shard.terms] == index.terms
    assert all(len(shard.terms) == 1 or sum(map(len, shard.postings)) <= SHARD_SIZE for shard in found)
    firsts = first_terms(found)
    for number, shard in enumerate(found):
        assert firsts[number] <= shard.terms[0]
        assert number == 0 or found[number - 1].terms[-1] < firsts[number]


def test_the_beginning_of_a_shard_says_where_a_frequent_term_needs_no_more() -> None:
    """„stern“ occurs in twenty documents, „stein“ in nineteen."""
    index = InvertedIndex(lambda text: (words(text), []))
    for number in range(20):
        index.add({"title": f"stern sternwarte{number}", "body": "stein" if number else ""})
    firsts = ["", "stei", "steine", "stern1", "sternwarte12", "sternwarte2", "t"]
    # Only the file right behind it; the files before hold no more than „stern“ and what is below.
    marked = [first for first, mark in zip(firsts, goes_on(firsts, index), strict=True) if mark]
    assert marked == ["stern1"]


def test_the_folder_is_named_by_its_contents(catalogue_listing: Listing) -> None:
    one, same, other = (SearchFiles({"a.json": text}) for text in ("[1]", "[1]", "[2]"))
    assert one.folder == same.folder != other.folder
    assert len(one.folder) == 12


def test_the_same_records_give_the_same_files(catalogue_listing: Listing) -> None:
    catalogue = catalogue_listing.catalogue
    first, second = (
        search_files(Documents(catalogue_listing).all(), catalogue, SPLITTER.parts, ZONES) for _ in range(2)
    )
    assert first.files == second.files


def test_the_folder_is_found_by_its_pointer(search_site: Path) -> None:
    folder = json.loads((search_site / "suche" / "stand.json").read_text("utf-8"))["folder"]
    assert (search_site / "suche" / folder / "root.json").is_file()
    assert sorted(path.name for path in (search_site / "suche").iterdir()) == sorted(
        [folder, "lunr.js", "stand.json"]
    )


def test_all_files_are_json(search_site: Path) -> None:
    files = list((search_site / "suche").glob("*/*.json"))
    assert len(files) > 10
    for file in files:
        json.loads(file.read_text("utf-8"))


def test_lunr_becomes_a_module() -> None:
    text = lunr_module(LUNR_JS.read_text("utf-8"))
    assert text.endswith(";export default module.exports;")
    assert "/**" not in text
    assert not {"tokenizer", "QueryParser", "QueryLexer"} & set(re.findall(r"\w+", text)), (
        "nobody asks for these"
    )


def test_without_lunr_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_search(SearchFiles({}), tmp_path, tmp_path / "lunr.js")


def test_an_empty_catalogue_has_an_index(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    catalogue, _ = load(content, DATA, TODAY)
    files = search_files([], catalogue, SPLITTER.parts, ZONES).files
    assert json.loads(files["root.json"])["documents"] == 0


def test_titles_and_aliases_of_several_words_are_terms_of_their_own() -> None:
    found = terms_by_field(
        {"title": "Kinder forschen", "aliases": "Haus der Forscher . WHZ"}, lambda text: (words(text), [])
    )
    assert found["title"] == ["kinder", "forschen", "kinderforschen"]
    assert found["aliases"] == ["haus", "der", "forscher", "whz", "hausderforscher"]
