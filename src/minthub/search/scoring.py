"""Computes lunr's scores for all postings at once.

BM25 with k1 = 1.2 and b = 0.75, rounded to three decimals. The operations are in the same order as in lunr, so that results
are equal to the last bit; a test compares every score with lunr.py's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from minthub.search.counting import Counts, Ints

K1, B = 1.2, 0.75
# A scaled score that differs from an integer by this much or more is rounded again by `round`: multiplying by 1000 may
# have moved it across the midpoint. The distance to 0.5 is larger than any such error.
_CLOSE = 0.499

Floats = NDArray[np.float64]


def scores(counts: Counts, boosts: Sequence[float]) -> Ints:
    """The score of each posting in thousandths. `boosts`: the weight of each field."""
    documents = counts.length.shape[1]
    field, document = np.divmod(counts.slot, max(1, documents))
    average = counts.length.sum(axis=1) / max(1, documents)
    length = counts.length[field, document]
    frequency = np.diff(counts.first)
    idf = np.repeat(_idf(frequency, documents), frequency)
    above = (K1 + 1) * counts.count
    below = K1 * (1 - B + B * (length / average[field])) + counts.count
    return thousandths(idf * above / below * np.array(boosts, dtype=np.float64)[field])


def _idf(frequency: Ints, documents: int) -> Floats:
    """The inverse document frequency of each term. Uses `math.log` like lunr.py; numpy's may differ in the last bit."""
    distinct, of = np.unique(frequency, return_inverse=True)
    found = [math.log(1 + abs((documents - often + 0.5) / (often + 0.5))) for often in distinct.tolist()]
    return np.array(found, dtype=np.float64)[of]


def thousandths(scores: Floats) -> Ints:
    """`round(score, 3)` in thousandths. Python's `round` is slow, so it is only used for scores near a midpoint."""
    scaled = scores * 1000
    found = np.rint(scaled)
    close = np.flatnonzero(np.abs(found - scaled) >= _CLOSE)
    found[close] = [round(round(score, 3) * 1000) for score in scores[close].tolist()]
    return found.astype(np.int64)
