"""Text of strangers in Markdown that GitHub shows: it can be read, and it does nothing.

No mention rings anybody's bell, no link leads anywhere, no heading, picture or tag begins. Entities alone would not
do: GitHub looks for mentions after it has resolved them. So signs that begin something get an invisible
sign behind them, which our own reader drops if somebody copies the text back.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_APART = "\u200b"
# What GitHub makes links of without any markup: mentions, issues, addresses.
_BEGINNINGS = re.compile(r"[@#]|://|(?<![^\W_])(?:www\.|GH-|mailto:|xmpp:)", re.IGNORECASE)
# Where these are cut, not behind them: to GitHub an invisible sign may begin the name of a server.
_CUTS = {"://": 1, "www.": 3}
_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b")
_ACTIVE_WORD = re.compile(rf"(\S*(?:{_BEGINNINGS.pattern}|{_COMMIT.pattern})\S*)", re.IGNORECASE)
# No backslashes: one before a backslash before a cell border would free the border again.
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>|[]\\`*_~"}
MAX_QUOTED = 300


def one_line(text: str) -> str:
    """The text without line breaks, controls and signs that turn the direction of writing."""
    visible = "".join(
        char for char in _BREAKS.sub(" ", text) if unicodedata.category(char) not in ("Cf", "Cs")
    )
    return visible.strip()


def inert(text: str) -> str:
    """The text for one line of Markdown, also in a table."""
    plain = _BEGINNINGS.sub(_broken, one_line(text))
    plain = _COMMIT.sub(lambda match: f"{match[0][:4]}{_APART}{match[0][4:]}", plain).translate(_ENTITIES)
    # At the start of a line these would begin a list or underline a heading.
    return re.sub(r"^(?=[-+](?:\s|$)|[-=]+$|\d+[.)](?:\s|$))", _APART, plain)


def _broken(match: re.Match[str]) -> str:
    sign = match[0]
    at = _CUTS.get(sign.lower(), len(sign))
    return f"{sign[:at]}{_APART}{sign[at:]}"


def copyable(text: str) -> str:
    """As `inert`, for what is to be copied into a file: no invisible signs in it, words that need them stand as code."""
    parts = _ACTIVE_WORD.split(text)
    return "".join(quoted(part, len(part)) if at % 2 else inert_part(part) for at, part in enumerate(parts))


def quoted(text: str, most: int = MAX_QUOTED) -> str:
    """What somebody wrote, as code: nothing in it is looked at. Long texts are cut."""
    line = one_line(text)
    line = f"{line[:most]} …" if len(line) > most else line
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    inner = f" {line} " if line.startswith("`") or line.endswith("`") else line
    # GitHub cuts a table's cells at a bar before it looks for code.
    return f"{fence}{inner}{fence}".replace("|", "∣") if line else "–"


def title_line(text: str, most: int = 120) -> str:
    """The text as title of an issue, a pull request or a commit: no markup there, but words like „closes #1“ do something."""
    line = _BEGINNINGS.sub(_broken, one_line(text))
    return f"{line[: most - 1]}…" if len(line) > most else line


def sentence(text: str) -> str:
    """A message of ours that quotes somebody in „…“: the quotations as code, the rest harmless as well."""
    parts = re.split(r"„([^“]*)“", text)
    return "".join(quoted(part) if at % 2 and part else inert_part(part) for at, part in enumerate(parts))


def inert_part(text: str) -> str:
    """As `inert`, with a blank at either end kept, because something stands before and behind."""
    lead = " " if text[:1].isspace() else ""
    trail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{inert(text)}{trail}"
