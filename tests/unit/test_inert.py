"""What strangers wrote can be read on GitHub and does nothing there."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import cmarkgfm
import pytest
from markdown_it import MarkdownIt

from minthub.inert import copyable, inert, one_line, quoted, sentence, title_line

HOSTILE = [
    "@admin @org/team",
    "info@example.org",
    "siehe #12 und owner/repo#3, GH-7",
    "closes #1",
    "https://evil.example.org/x?y=1",
    "www.evil.example.org",
    "(www.evil.example.org/x) _www.evil.example.org_",
    "mailto:a@b.de",
    "[klick](https://evil.example.org)",
    "![bild](https://evil.example.org/a.png)",
    "<img src=x onerror=alert(1)>",
    "<!-- versteckt",
    "`code` ``mehr`` @admin",
    "``` @admin",
    "a | b | c",
    "\\| @admin \\",
    "# Überschrift",
    "- [x] erledigt",
    "1. eins",
    "===",
    "**fett** _kursiv_ ~~weg~~",
    "zeile\n# neue Zeile\n@admin",
    "\u202etfel hcan sthcer nov\u202c",
    "“ @admin „",
    "&#64;admin &commat;admin",
    "0123456789abcdef0123456789abcdef01234567",
    "&lt;b&gt;",
]


class Page(HTMLParser):
    """Tags, and the text outside of code, where GitHub looks for mentions, issues and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.free = ""
        self.all = ""
        self._code = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.all += data
        self.free += "" if self._code else data


def page(markdown: str) -> Page:
    return Page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def github_page(markdown: str) -> Page:
    """As GitHub renders it, which also makes links of bare addresses."""
    return Page(cmarkgfm.github_flavored_markdown_to_html(markdown))


_ACTS = re.compile(
    r"@\w|#\d|\bGH-\d|://\S|www\.\w|mailto:\w|\b[0-9a-f]{40}\b|[\u202a-\u202e\u2066-\u2069]", re.IGNORECASE
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "make", [inert, quoted, copyable, lambda text: sentence(f"„{text}“ gibt es nicht: {text}")]
)
def test_text_does_nothing(text: str, make: object) -> None:
    markdown = f"Davor: {make(text)} danach.\n\n| a |\n| - |\n| {make(text)} |\n"  # type: ignore[operator]
    for shown in (page(markdown), github_page(markdown)):
        assert shown.tags <= {"p", "code", "table", "thead", "tbody", "tr", "th", "td"}
        assert not _ACTS.search(shown.free), shown.free


@pytest.mark.parametrize("text", HOSTILE)
def test_text_at_the_start_of_a_line_begins_nothing(text: str) -> None:
    for render in (page, github_page):
        assert render(inert(text)).tags <= {"p"}
        assert render(copyable(text)).tags <= {"p", "code"}


@pytest.mark.parametrize(
    "text", ["Löten für Anfänger – 8 bis 14 Jahre", "21.11.2026", "5 % & mehr", "-5 Grad"]
)
def test_plain_text_is_read_as_it_is(text: str) -> None:
    assert page(f"x {inert(text)}").all.strip() == f"x {text}"
    assert page(quoted(text)).all.strip() == text


def test_what_is_read_is_what_was_written_but_for_signs_that_cannot_be_seen() -> None:
    text = "Fragen an @admin, siehe https://example.org/#5 [hier](x)"
    assert page(inert(text)).all.strip().replace("\u200b", "") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schreiben Sie: website: https://a.de/x – oder: nein", "Schreiben Sie: website: `https://a.de/x` – oder: nein"),
        ("contact: [info@a.de, 03581 1234567]", "contact: `[info@a.de,` 03581 `1234567]`"),
        ("Schreiben Sie: title: <b>", "Schreiben Sie: title: &#60;b&#62;"),
        (f"https://a.de/{'x' * 400}", f"`https://a.de/{'x' * 400}`"),
    ],
)  # fmt: skip
def test_what_is_to_be_copied_has_no_invisible_signs(text: str, expected: str) -> None:
    assert copyable(text) == expected
    assert github_page(expected).all.strip() == text


def test_a_quotation_is_cut() -> None:
    assert quoted("a" * 400) == f"`{'a' * 300} …`"
    assert quoted("") == "–"


def test_a_title_closes_no_issue_and_has_an_end() -> None:
    assert title_line("Kurs closes #12\n@admin") == "Kurs closes #\u200b12 @\u200badmin"
    assert title_line("a" * 200) == "a" * 119 + "…"


def test_lines_are_joined_and_controls_dropped() -> None:
    assert one_line(" a\r\n\u2028b\x00c\u200b\ud800 ") == "a b c"
