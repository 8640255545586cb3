"""How descriptions are written: no text ends its script element, and nothing empty is said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minthub.views import jsonld


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "</SCRIPT >",
        "<!--",
        "<!-- <script>",
        "--> ]]>",
        "„</script/“",
        "a < b & c > d",
        "Łužica\u2028Zeile",
        '"quoted" \\ backslash',
    ],
)
def test_no_text_ends_the_script_element_and_none_is_lost(text: str) -> None:
    written = jsonld.dump({"name": text})
    assert "<" not in written
    assert json.loads(written)["name"] == text


@pytest.mark.parametrize("empty", [None, "", [], ()])
def test_keys_without_a_value_are_left_out(empty: Any) -> None:
    assert json.loads(jsonld.dump({"name": "x", "sameAs": empty})) == {
        "@context": "https://schema.org",
        "name": "x",
    }


def test_no_and_zero_are_values() -> None:
    data = json.loads(jsonld.dump({"free": False, "number": 0}))
    assert (data["free"], data["number"]) == (False, 0)


def test_umlauts_are_written_as_they_are() -> None:
    assert jsonld.dump({"name": "Görlitz – Zhorjelc"}) == (
        '{"@context": "https://schema.org", "name": "Görlitz – Zhorjelc"}'
    )


def test_nor_are_empty_ones_deeper_down() -> None:
    node = {"@type": "Place", "name": "x", "address": {"city": None}, "geo": {}, "about": [{"a": ""}]}
    assert json.loads(jsonld.dump({"location": node})) == {
        "@context": "https://schema.org",
        "location": {"@type": "Place", "name": "x", "about": [{}]},
    }


def test_several_things_stand_side_by_side() -> None:
    assert json.loads(jsonld.dump({"name": "a"}, {"name": "b"})) == {
        "@context": "https://schema.org",
        "@graph": [{"name": "a"}, {"name": "b"}],
    }
