"""Markdown of records becomes safe HTML: what CommonMark can make stays, everything else goes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from minthub.views.text import render

ALLOWED_TAGS = {
    *(
        "a",
        "blockquote",
        "br",
        "code",
        "del",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
    ),
    *("strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ALLOWED_ATTRIBUTES = {"href", "title", "start", "align", "lang"}
# Anything between these is markup that a browser acts on.
HOSTILE = (
    "<script>alert(1)</script>",
    "Text <script src=https://evil.example/x.js></script> Text",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'/>",
    "![Bild](https://evil.example/zaehlpixel.gif)",
    "![x](javascript:alert(1))",
    "[![x](javascript:alert(1))](javascript:alert(2))",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></mtext><mglyph><svg><mtext><style><img src=x onerror=alert(1)></style></svg></math>",
    "<iframe src=https://evil.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=https://evil.example><input name=q><button>Los</button></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed;inset:0'>Falle</p>",
    "<p class=md-banner id=search onclick=alert(1)>Falle</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!-- <img src=x onerror=alert(1)> -->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<?php echo 1 ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<plaintext>",
    "<textarea><img src=x onerror=alert(1)>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><script>alert(1)</script></xmp>",
    "<template><script>alert(1)</script></template>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1)  )",
    "[x](<javascript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://evil.example/1)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://example.org "Titel\\" onmouseover=alert(1)")',
    '[x](https://example.org/"onmouseover="alert(1))',
    "[x](<https://example.org/\"onmouseover='alert(1)'>)",
    "| <script>alert(1)</script> | <img src=x onerror=alert(1)> |\n|---|---|\n| <b onclick=x>1</b> | 2 |",
    "- <script>alert(1)</script>\n- <img src=x onerror=alert(1)>",
    "> <iframe src=x></iframe>",
    "# <script>alert(1)</script>",
    "**<script>alert(1)</script>**",
    "```html onload=alert(1)\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "\\<script>alert(1)\\</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a\x00<script\x00>alert(1)</script>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='https://example.org' target=_blank ping=https://evil.example>x</a>",
    "</p></div></main><h1>Ende</h1>",
    "{{ config }} {% include 'x' %} {operator.name}",
)


class Tags(HTMLParser):
    """Collects every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def seen(html: str) -> Tags:
    parser = Tags()
    parser.feed(html)
    parser.close()
    return parser


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_markdown_leaves_only_harmless_tags(markdown: str) -> None:
    page = seen(render(markdown))
    assert page.tags <= ALLOWED_TAGS
    assert {name for name, _ in page.attributes} <= ALLOWED_ATTRIBUTES
    assert page.others == []


def scheme(address: str) -> str:
    """What a browser takes for the scheme: it drops control characters first; no scheme means a place on our own site."""
    plain = re.sub(r"[\x00-\x20]", "", address)
    found = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", plain)
    return found[0].lower() if found else ""


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_markdown_leaves_only_links_that_lead_to_pages_mail_or_telephone(markdown: str) -> None:
    schemes = {scheme(value) for name, value in seen(render(markdown)).attributes if name == "href"}
    assert schemes <= {"", "https", "http", "mailto", "tel"}


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\t\n ", "", id="blanks"),
        pytest.param("Ein Satz.", "<p>Ein Satz.</p>\n", id="paragraph"),
        pytest.param("\n\n  Ein Satz.\n\n", "<p>Ein Satz.</p>\n", id="blank-lines-around"),
        pytest.param("Eins.\n\nZwei.", "<p>Eins.</p>\n<p>Zwei.</p>\n", id="two-paragraphs"),
        pytest.param("Eins\nzwei", "<p>Eins\nzwei</p>\n", id="line-end-is-no-break"),
        pytest.param("Eins  \nzwei", "<p>Eins<br>\nzwei</p>\n", id="two-blanks-break"),
        pytest.param("Eins\\\nzwei", "<p>Eins<br>\nzwei</p>\n", id="backslash-breaks"),
        pytest.param("## Ablauf", "<h2>Ablauf</h2>\n", id="heading-2"),
        pytest.param("### Ablauf ###", "<h3>Ablauf</h3>\n", id="heading-3"),
        pytest.param("###### Ablauf", "<h6>Ablauf</h6>\n", id="heading-6"),
        pytest.param("Ablauf\n---", "<h2>Ablauf</h2>\n", id="underlined-heading"),
        pytest.param("# Titel", "Titel\n", id="no-second-h1"),
        pytest.param("Titel\n=====", "Titel\n", id="no-second-underlined-h1"),
        pytest.param("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n", id="marks"),
        pytest.param("_a_ __b__", "<p><em>a</em> <strong>b</strong></p>\n", id="underscores"),
        pytest.param("a_b_c", "<p>a_b_c</p>\n", id="underscores-inside-words"),
        pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", id="list"),
        pytest.param("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n', id="numbers-from-three"),
        pytest.param("1) a", "<ol>\n<li>a</li>\n</ol>\n", id="numbers-with-bracket"),
        pytest.param("> Zitat", "<blockquote>\n<p>Zitat</p>\n</blockquote>\n", id="quotation"),
        pytest.param("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n", id="rule"),
        pytest.param("a\n\n    <b>", "<p>a</p>\n<pre><code>&lt;b&gt;\n</code></pre>\n", id="indented-code"),
        pytest.param("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n", id="code"),
        pytest.param("Größe < 5 & > 3", "<p>Größe &lt; 5 &amp; &gt; 3</p>\n", id="signs-of-html"),
        pytest.param("&copy; &amp; &nbsp;x", "<p>© &amp; &nbsp;x</p>\n", id="entities"),
        pytest.param("Wokrjes Zhorjelc, Łužica, čěśćow", "<p>Wokrjes Zhorjelc, Łužica, čěśćow</p>\n", id="sorbian"),
        pytest.param("„Tüftler“ – 3 × 4 🤖", "<p>„Tüftler“ – 3 × 4 🤖</p>\n", id="german-quotes-and-emoji"),
        pytest.param("a\x00b", "<p>a\ufffdb</p>\n", id="nul"),
        pytest.param("a\r\nb\r\n\r\nc", "<p>a\nb</p>\n<p>c</p>\n", id="windows-line-ends"),
    ],
)  # fmt: skip
def test_markdown_becomes(markdown: str, html: str) -> None:
    assert render(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[x](https://example.org)", '<p><a href="https://example.org">x</a></p>\n'),
        ("[x](http://example.org)", '<p><a href="http://example.org">x</a></p>\n'),
        ("[x](HTTPS://example.org)", '<p><a href="HTTPS://example.org">x</a></p>\n'),
        ('[x](https://example.org "T")', '<p><a href="https://example.org" title="T">x</a></p>\n'),
        ("[x](mailto:info@example.org)", '<p><a href="mailto:info@example.org">x</a></p>\n'),
        ("[x](tel:+49341123)", '<p><a href="tel:+49341123">x</a></p>\n'),
        ("<https://example.org>", '<p><a href="https://example.org">https://example.org</a></p>\n'),
        ("https://example.org/ä", '<p><a href="https://example.org/%C3%A4">https://example.org/ä</a></p>\n'),
        ("www.example.org", '<p><a href="http://www.example.org">www.example.org</a></p>\n'),
        ("info@example.org", '<p><a href="mailto:info@example.org">info@example.org</a></p>\n'),
        ("[x](ftp://example.org)", "<p><a>x</a></p>\n"),
        ("[x](javascript:alert(1))", '<p><a href="">x</a></p>\n'),
        ("![Bild](https://example.org/x.png)", "<p></p>\n"),
        ("a <b>fett</b> c", "<p>a fett c</p>\n"),
        ("<a href='https://example.org'>x</a>", "<p>x</p>\n"),
        ("<!-- nur für uns -->", "\n"),
    ],
)
def test_links_and_images_become(markdown: str, html: str) -> None:
    assert render(markdown) == html


def test_a_table_keeps_the_alignment_of_its_columns() -> None:
    html = render("| Tag | Uhr | Raum |\n|:--|:-:|--:|\n| Mo | 15 | 1 |")
    assert html == (
        "<table>\n<thead>\n<tr>\n"
        '<th align="left">Tag</th>\n<th align="center">Uhr</th>\n<th align="right">Raum</th>\n'
        "</tr>\n</thead>\n<tbody>\n<tr>\n"
        '<td align="left">Mo</td>\n<td align="center">15</td>\n<td align="right">1</td>\n'
        "</tr>\n</tbody>\n</table>\n"
    )


def test_a_task_list_has_no_boxes_to_tick() -> None:
    assert "<input" not in render("- [ ] offen\n- [x] fertig")


def test_an_open_tag_does_not_swallow_what_follows() -> None:
    assert "<p>danach</p>" in render("<div><b><table>\n\ndanach")


@pytest.mark.parametrize(
    "markdown", ["*" * 5_000, "[" * 5_000, "> " * 2_000, "<" * 5_000, "`" * 5_001, "|" * 5_000]
)
def test_endless_marks_are_text_and_no_trap(markdown: str) -> None:
    assert seen(render(markdown)).tags <= ALLOWED_TAGS
