"""Long German words on narrow screens: no label is broken inside a word that has no hyphen there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]

# Words of labels that stand on two lines.
BROKEN = """() => [...document.querySelectorAll("main dt")].flatMap((label) => {
  const text = label.firstChild;
  return [...text.data.matchAll(/\\p{L}+/gu)].filter(({ 0: word, index }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
  }).map(([word]) => word);
})"""
PAGES = [
    "foerderung/",
    "foerderung/werkstattfonds/",
    "netzwerke/",
    "angebote/robotik-ag/",
    "angebote/?q=werkstattfonds",
]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_labels_are_whole_words(open_page: Callable[..., Page], path: str, width: int) -> None:
    page = open_page(path, width=width)
    if "?q=" in path:
        expect(page.locator("#treffer dt")).not_to_have_count(0)
    assert page.locator("main dt").count() > 3
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
