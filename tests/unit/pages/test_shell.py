"""The frame with its gaps."""

from __future__ import annotations

import re

import pytest

from minthub.pages.shell import GAPS, HTML_GAPS, Shell, gap

FRAME = (
    "<title>@@mint:title@@ – MINT</title>@@mint:json_ld@@"
    '<meta content="@@mint:description@@"><h1>@@mint:title@@</h1><main>@@mint:body@@</main>'
)
VALUES = {"title": "Robotik", "json_ld": "", "description": "Roboter bauen.", "body": "<p>Text</p>"}


def test_a_gap_is_a_mark_of_its_own() -> None:
    assert gap("title") == "@@mint:title@@"
    assert {gap(name) for name in GAPS} == {f"@@mint:{name}@@" for name in GAPS}


def test_values_fill_all_their_gaps() -> None:
    assert Shell(FRAME).fill(**VALUES) == (
        '<title>Robotik – MINT</title><meta content="Roboter bauen."><h1>Robotik</h1><main><p>Text</p></main>'
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Mathe & Physik", "Mathe &amp; Physik"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('Das "Labor"', "Das &quot;Labor&quot;"),
        ("Peter's Club", "Peter&#x27;s Club"),
        ("&amp;", "&amp;amp;"),
        ("Łužica – „Größe“", "Łužica – „Größe“"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("name", ["title", "description", "canonical", "path"])
def test_text_is_escaped(name: str, text: str, escaped: str) -> None:
    values = {"title": "", "body": "", name: text}
    shell = Shell(f"@@mint:title@@|@@mint:body@@|[@@mint:{name}@@]")
    assert shell.fill(**values).endswith(f"[{escaped}]")


@pytest.mark.parametrize("name", ["body", "json_ld", "robots"])
def test_html_is_not_escaped(name: str) -> None:
    assert name in HTML_GAPS
    shell = Shell(f"@@mint:title@@@@mint:body@@@@mint:{name}@@")
    html = '<p class="x">A & B</p>'
    assert shell.fill(**{"title": "", "body": "", name: html}).endswith(html)


def test_a_value_that_looks_like_a_gap_stays_text() -> None:
    """Editors could write it; it must not pull another value in."""
    values = {**VALUES, "title": "@@mint:body@@", "body": "@@mint:title@@ @@mint:path@@ \\1 \\g<0>"}
    html = Shell(FRAME).fill(**values)
    assert "<h1>@@mint:body@@</h1><main>@@mint:title@@ @@mint:path@@ \\1 \\g<0></main>" in html


def test_a_frame_is_filled_again_and_again() -> None:
    shell = Shell(FRAME)
    first = shell.fill(**VALUES)
    assert "<h1>Anderes</h1>" in shell.fill(**{**VALUES, "title": "Anderes"})
    assert shell.fill(**VALUES) == first


def test_a_gap_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="json_ld"):
        Shell(FRAME).fill(title="", description="", body="")


def test_a_value_without_a_gap_is_left_over() -> None:
    assert Shell("@@mint:title@@@@mint:body@@").fill(title="a", body="b", path="c") == "ab"


@pytest.mark.parametrize(
    ("frame", "missing"),
    [
        ("", "body, title"),
        ("<title>@@mint:title@@</title>", "body"),
        ("<main>@@mint:body@@</main>", "title"),
        ("@@mint:Title@@ @@mint:body@@", "title"),
        ("@mint:title@ @@mint:body@@", "title"),
    ],
)
def test_a_frame_without_its_main_gaps_is_an_error(frame: str, missing: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(f'the frame has no gap for {missing}')}$"):
        Shell(frame)


def test_everything_around_the_gaps_stays_to_the_letter() -> None:
    frame = "\n\t<a>ä @@ mint @@mint @@mint:title@@\r\n{{ x }}@@mint:body@@\n"
    assert Shell(frame).fill(title="1", body="2") == "\n\t<a>ä @@ mint @@mint 1\r\n{{ x }}2\n"
