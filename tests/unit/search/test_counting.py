"""Counts, scores and texts of postings in arrays, against plain Python that takes one word after the other."""

from __future__ import annotations

import math
import random
from collections import Counter as PlainCounter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pytest

from minthub.search.codec import numbers, rising
from minthub.search.counting import SPLIT_OFF, Counter, Counts
from minthub.search.encoding import posting_texts
from minthub.search.index import FIELDS, InvertedIndex
from minthub.search.scoring import K1, B, scores, thousandths
from tests.unit.search.plain import terms_by_field

Texts = Mapping[str, str]
# For each term, field and document: how often.
Postings = dict[tuple[str, int, int], int]

PUNCTUATION = ("", "", "", ",", ".", "!", "?)")


def analyze(text: str) -> tuple[list[str], list[str]]:
    """A word is a term; one of at least four letters is a compound of two halves."""
    found = text.replace(",", "").replace(".", "").replace("!", "").replace("?", "").replace(")", "").split()
    parts = [part for word in found if len(word) > 3 for part in (word[:2], word[2:])]
    return found, parts


def random_texts(seed: int, documents: int, letters: str = "abc") -> Iterator[Texts]:
    """Few letters make terms that many documents have, and several times."""
    choose = random.Random(seed)

    def words() -> str:
        chosen = (
            "".join(choose.choices(letters, k=choose.randint(1, 5))) for _ in range(choose.randint(0, 9))
        )
        return " ".join(word + choose.choice(PUNCTUATION) for word in chosen)

    for _ in range(documents):
        fields = [field for field in FIELDS if field != "parts" and choose.random() < 0.8]
        lists = ("aliases", "topics", "words")
        yield {
            field: " . ".join(words() for _ in range(choose.randint(0, 4))) if field in lists else words()
            for field in fields
        }


def plainly_counted(documents: Sequence[Texts]) -> tuple[Postings, PlainCounter[tuple[int, int]]]:
    """Postings, and the length of each field of each document."""
    postings: Postings = {}
    lengths: PlainCounter[tuple[int, int]] = PlainCounter()
    for document, texts in enumerate(documents):
        found = terms_by_field(texts, analyze)
        for field, name in enumerate(FIELDS):
            terms = found.get(name, [])
            lengths[field, document] = len(terms)
            postings |= {(term, field, document): often for term, often in PlainCounter(terms).items()}
    return postings, lengths


def counted(documents: Sequence[Texts]) -> Counts:
    counter = Counter(list(FIELDS), analyze)
    for texts in documents:
        counter.add(texts)
    return counter.counts()


def rows(counts: Counts) -> Iterator[tuple[str, int, int]]:
    """Term, field and document of each posting, in their order."""
    for at, term in enumerate(counts.terms):
        for slot in counts.slot[counts.first[at] : counts.first[at + 1]].tolist():
            yield term, *divmod(slot, counts.length.shape[1])


@pytest.mark.parametrize("seed", range(5))
def test_counts_are_those_of_counting_word_by_word(seed: int) -> None:
    documents = list(random_texts(seed, 40))
    postings, lengths = plainly_counted(documents)
    counts = counted(documents)
    assert list(rows(counts)) == sorted(postings)
    assert counts.count.tolist() == [postings[row] for row in sorted(postings)]
    assert {place: lengths[place] for place in lengths} == dict(np.ndenumerate(counts.length))


def test_batches_of_documents_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = list(random_texts(8, 60))
    whole = counted(documents)
    monkeypatch.setattr("minthub.search.counting.CHUNK", 50)
    in_batches = counted(documents)
    assert in_batches.terms == whole.terms
    for name in ("first", "slot", "count", "length"):
        assert getattr(in_batches, name).tolist() == getattr(whole, name).tolist(), name


def test_chunks_together_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = counted(list(random_texts(9, 60)))
    assert len(list(counts.chunks())) == 1
    monkeypatch.setattr("minthub.search.counting.CHUNK", 100)
    chunks = list(counts.chunks())
    assert len(chunks) > 5
    assert [row for chunk in chunks for row in rows(chunk)] == list(rows(counts))
    assert [often for chunk in chunks for often in chunk.count.tolist()] == counts.count.tolist()


def test_no_documents_have_no_terms() -> None:
    counts = counted([])
    assert (counts.terms, counts.first.tolist(), counts.slot.tolist()) == ([], [0], [])
    assert [*counts.chunks()] == []


def test_documents_without_words_have_none_either() -> None:
    index = InvertedIndex(analyze)
    index.add({"title": "", "body": "  "})
    index.add({})
    assert (list(index.terms), list(index.postings), index.frequencies, index.common) == ([], [], [], {})


def test_a_word_with_a_comma_is_analyzed_as_the_word() -> None:
    asked: list[str] = []

    def ask(text: str) -> tuple[list[str], list[str]]:
        asked.append(text)
        return [text], []

    counter = Counter(list(FIELDS), ask)
    counter.add({"body": "chemie, chemie chemie. „chemie“ physik!"})
    assert asked == ["chemie", "physik"]
    assert counter.counts().count.tolist() == [4, 1]


def test_parts_of_compounds_stand_in_a_field_of_their_own_or_beside_their_words() -> None:
    assert "title" in SPLIT_OFF
    assert "body" not in SPLIT_OFF
    names = list(FIELDS)
    for field, of_parts in (("provider", "parts"), ("body", "body")):
        found = {term: names[number] for term, number, _ in rows(counted([{field: "abcd"}]))}
        assert found == {"ab": of_parts, "abcd": field, "cd": of_parts}


# Scores


def plainly_scored(documents: Sequence[Texts]) -> dict[tuple[str, int, int], float]:
    """The formula, posting by posting."""
    postings, lengths = plainly_counted(documents)
    frequency = PlainCounter(term for term, _, _ in postings)
    total = PlainCounter[int]()
    for (field, _), length in lengths.items():
        total[field] += length
    found = {}
    for (term, field, document), often in postings.items():
        idf = math.log(1 + abs((len(documents) - frequency[term] + 0.5) / (frequency[term] + 0.5)))
        length = lengths[field, document] / (total[field] / len(documents))
        score = idf * ((K1 + 1) * often) / (K1 * (1 - B + B * length) + often) * list(FIELDS.values())[field]
        found[term, field, document] = round(score, 3)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_scores_are_those_of_the_formula(seed: int) -> None:
    documents = list(random_texts(seed, 50))
    expected = plainly_scored(documents)
    counts = counted(documents)
    found = scores(counts, list(FIELDS.values())).tolist()
    assert found == [round(expected[row] * 1000) for row in sorted(expected)]


def test_scores_of_some_terms_are_those_of_the_whole() -> None:
    counts = counted(list(random_texts(6, 50)))
    boosts = list(FIELDS.values())
    middle = len(counts.terms) // 2
    halves = [counts.between(0, middle), counts.between(middle, len(counts.terms))]
    assert [score for half in halves for score in scores(half, boosts).tolist()] == scores(
        counts, boosts
    ).tolist()


def test_thousandths_are_rounded_as_python_rounds() -> None:
    """Half-way values are where a multiplication by 1000 first would round the other way."""
    choose = random.Random(4)
    values = [(number + 0.5) / 1000 for number in range(5000)]
    values += [math.nextafter(value, side) for value in values for side in (0, math.inf)]
    values += [choose.uniform(0, 60) for _ in range(5000)]
    assert thousandths(np.array(values)).tolist() == [round(round(value, 3) * 1000) for value in values]


# Texts of postings


def plainly_written(counts: Counts, found: Sequence[int]) -> dict[str, str]:
    """Field by field and number by number."""
    texts: dict[str, str] = dict.fromkeys(counts.terms, "")
    lists: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for (term, field, document), score in zip(rows(counts), found, strict=True):
        lists.setdefault((term, field), []).append((document, score))
    for (term, field), entries in lists.items():
        often = PlainCounter(score for _, score in entries)
        distinct = [score for score, _ in often.most_common()]
        texts[term] += numbers([field, len(distinct), *distinct, len(entries)])
        texts[term] += rising([document for document, _ in entries])
        if len(distinct) > 1:
            texts[term] += numbers(distinct.index(score) for _, score in entries)
    return texts


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("highest", [1, 4, 40, 40_000, 2**40])
def test_texts_are_those_of_writing_number_by_number(seed: int, highest: int) -> None:
    """Few distinct scores are often equally frequent, many need several digits for their places."""
    counts = counted(list(random_texts(seed, 100, letters="ab")))
    choose = random.Random(seed)
    chosen = [choose.randint(0, highest) for _ in counts.slot]
    expected = plainly_written(counts, chosen)
    assert posting_texts(counts, np.array(chosen)) == list(expected.values())


def test_large_steps_are_written_with_several_digits() -> None:
    counts = counted([{"body": "xx"} if number in (0, 40, 3000) else {} for number in range(3001)])
    assert posting_texts(counts, np.array([7, 7, 9])) == [
        numbers([list(FIELDS).index("body"), 2, 7, 9, 3]) + rising([0, 40, 3000]) + numbers([0, 0, 1])
    ]
