"""What the index counts, in plain Python: one document after the other, for comparing."""

from __future__ import annotations

from collections.abc import Mapping

from minthub.search.counting import PARTS, SPLIT_OFF, Terms, whole_names


def terms_by_field(texts: Mapping[str, str], terms: Terms) -> dict[str, list[str]]:
    """What is indexed of a document: for each field its terms. The rule that `Counter` follows for all documents at once."""
    found: dict[str, list[str]] = {}
    parts: list[str] = []
    for field, text in texts.items():
        own, own_parts = terms(text)
        if field in SPLIT_OFF:
            parts += own_parts
        else:
            own = own + own_parts
        found[field] = [*own, *whole_names(field, text)]
    return {**found, PARTS: parts}
