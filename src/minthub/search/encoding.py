"""Encodes the postings of all terms at once, in arrays, as the texts of the index files; `codec` defines the number format.

A term's text is the concatenation of its posting *lists*, one for each field it occurs in: number of the field, number of
distinct scores, these scores (most frequent first, ties in order of appearance), number of documents, the documents as
steps, and, if there are several distinct scores, for each document the index of its score.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from minthub.search.codec import DIGITS
from minthub.search.counting import Counts, Ints

_BITS = 5
_MORE = 1 << _BITS
_DIGITS = np.frombuffer(DIGITS.encode("ascii"), dtype=np.uint8)


def posting_texts(counts: Counts, scores: Ints) -> list[str]:
    """The text of each term. `scores` has one for each posting."""
    documents = max(1, counts.length.shape[1])
    term = np.repeat(np.arange(len(counts.terms)), np.diff(counts.first))
    field, document = np.divmod(counts.slot, documents)
    # A list begins where the term or the field changes.
    begins = np.flatnonzero(np.diff(term, prepend=-1) | np.diff(field, prepend=-1))
    values, starts = _rows(begins, field[begins], document, scores)
    digits, ends = _digits(values)
    # The offset of each term's text, and the end of the last one.
    firsts = starts[np.searchsorted(begins, counts.first)]
    cuts = np.concatenate(([0], ends))[firsts].tolist()
    text = digits.tobytes().decode("ascii")
    return [text[start:end] for start, end in pairwise(cuts)]


def _rows(begins: Ints, field: Ints, document: Ints, scores: Ints) -> tuple[Ints, Ints]:
    """The numbers of all lists, concatenated, and the offsets of the lists (one more than lists: the last is the end).

    `begins` and `field`: first posting and field of each list. `document` and `scores`: of each posting.
    """
    size = np.diff(begins, append=len(document))
    of = np.repeat(np.arange(len(begins)), size)
    distinct, score_list, place = _distinct(of, scores)
    has_places = np.bincount(score_list, minlength=len(begins)) > 1
    kinds = np.bincount(score_list, minlength=len(begins))
    width = 3 + kinds + size + np.where(has_places, size, 0)
    starts = np.concatenate(([0], np.cumsum(width)))
    rows = np.empty(starts[-1], dtype=np.int64)
    start, first = starts[:-1], starts[:-1] + 3 + kinds
    rows[start] = field
    rows[start + 1] = kinds
    rows[start + 2 + kinds] = size
    rows[(start + 2)[score_list] + _within(score_list, kinds)] = distinct
    at = first[of] + _within(of, size)
    rows[at] = _steps(document, begins)
    several = has_places[of]
    rows[(at + size[of])[several]] = place[several]
    return rows, starts


def _within(of: Ints, size: Ints) -> Ints:
    """The index of each member within its group: 0, 1, 2, …  `of`: group of each member, ascending. `size`: of each group."""
    return np.arange(len(of)) - (np.cumsum(size) - size)[of]


def _steps(document: Ints, begins: Ints) -> Ints:
    """Delta-coded documents: the first one of each list as it is, then differences minus one."""
    steps = np.diff(document, prepend=0) - 1
    steps[begins] = document[begins]
    return steps


def _distinct(of: Ints, scores: Ints) -> tuple[Ints, Ints, Ints]:
    """The distinct scores of all lists in the order of the format (see above), the list that each belongs to, and for each
    posting the index of its score within its list. `of`: list of each posting.
    """
    width = scores.max(initial=0) + 1
    order = np.argsort(of * width + scores)
    runs = np.flatnonzero(np.diff((of * width + scores)[order], prepend=-1))
    often = np.diff(runs, append=len(order))
    met = np.minimum.reduceat(order, runs) if len(runs) else runs
    run_of = of[order[runs]]
    ranked = np.lexsort((met, -often, run_of))
    place = np.empty(len(runs), dtype=np.int64)
    place[ranked] = _within(run_of, np.bincount(run_of))
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.repeat(place, often)
    return scores[order[runs]][ranked], run_of, places


def _digits(values: Ints) -> tuple[NDArray[np.uint8], Ints]:
    """The base-64 digits of all numbers, concatenated, and the end offset of each number."""
    length = np.ones(len(values), dtype=np.int64)
    rest = values >> _BITS
    while rest.any():
        length += rest > 0
        rest >>= _BITS
    ends = np.cumsum(length)
    digits = np.empty(ends[-1] if len(ends) else 0, dtype=np.uint8)
    at, rest = ends - length, values
    while len(rest):
        has_more = rest >= _MORE
        digits[at] = _DIGITS[rest & (_MORE - 1) | np.where(has_more, _MORE, 0)]
        at, rest = at[has_more] + 1, rest[has_more] >> _BITS
    return digits, ends
