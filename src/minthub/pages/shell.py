"""The frame of a page, rendered once by the theme with gaps for what differs from page to page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

_GAP = re.compile(r"@@mint:([a-z_]+)@@")

# Gaps whose values are HTML; values of all others are text and get escaped.
HTML_GAPS = frozenset({"body", "json_ld", "robots"})
GAPS = ("title", "description", "canonical", "path", "robots", "json_ld", "body")


def gap(name: str) -> str:
    """The placeholder that the theme prints for a value."""
    return f"@@mint:{name}@@"


class Shell:
    """A rendered frame, cut at its gaps."""

    def __init__(self, html: str) -> None:
        self._parts = _GAP.split(html)
        missing = {"title", "body"} - set(self._parts[1::2])
        if missing:
            raise ValueError(f"the frame has no gap for {', '.join(sorted(missing))}")

    def fill(self, **values: str) -> str:
        """The page. Text values are escaped. Raises KeyError for a gap without a value."""
        parts = list(self._parts)
        for index in range(1, len(parts), 2):
            name = parts[index]
            parts[index] = values[name] if name in HTML_GAPS else escape(values[name])
        return "".join(parts)


# Gives the frame of a section for pages that lie `depth` folders deep: links in it are relative.
ShellProvider = Callable[[str, int], Shell]
