"""Nodes of a description, and their serialization."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from minthub.paths import record_path
from minthub.views.cards import Cards
from minthub.views.site import Site

Node = dict[str, Any]


@dataclass(frozen=True)
class Hub:
    """The context of descriptions: the cards of records, and the site."""

    cards: Cards
    site: Site

    def page(self, record: Any) -> str:
        """The address of a record's page, which is also the `@id` of the node that describes the record."""
        return f"{self.site.url}{record_path(record)}"

    def label(self, list_name: str, id: str) -> str:
        return self.cards.vocabulary[list_name][id].label


def dump(*nodes: Node) -> str:
    """The nodes as JSON, escaped so that no title can end the script element. Empty values are left out at any depth."""
    kept = [_kept(node) for node in nodes]
    data = kept[0] if len(kept) == 1 else {"@graph": kept}
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        parts = {key: _kept(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], (), {})}
    if isinstance(value, list | tuple):
        return [_kept(part) for part in value]
    return value


def single(values: list[Any]) -> Any:
    """One value as it is, several as a list."""
    return values[0] if len(values) == 1 else values
