"""The text of a record as safe HTML."""

from __future__ import annotations

import cmarkgfm
import nh3

# The elements that CommonMark with tables and strikethrough can produce. The renderer already drops raw HTML; this list
# is a second safeguard.
_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
# „*“ removes nh3's default attributes for all tags: `lang` on <pre> would be the name of a programming language.
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}


def render(text: str) -> str:
    """CommonMark (GFM) to HTML."""
    plain = text.strip()
    if not plain:
        return ""
    html = cmarkgfm.github_flavored_markdown_to_html(plain)
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
