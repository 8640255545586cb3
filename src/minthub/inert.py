"""Makes untrusted text inert in Markdown on GitHub: it stays readable, but triggers nothing.

No mention notifies anybody, no link, heading, image or tag is created. Escaping by entities is not enough, because
GitHub looks for mentions after resolving them. So an invisible character is put behind each character that begins
markup; our own reader drops it if somebody copies the text back.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_APART = "\u200b"
# Texts that GitHub turns into links without any markup: mentions, issues, addresses.
_BEGINNINGS = re.compile(r"[@#]|://|(?<![^\W_])(?:www\.|GH-|mailto:|xmpp:)", re.IGNORECASE)
# Offset of the invisible character within these two, not behind them: GitHub accepts it as the beginning of a host name.
_CUTS = {"://": 1, "www.": 3}
_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b")
_ACTIVE_WORD = re.compile(rf"(\S*(?:{_BEGINNINGS.pattern}|{_COMMIT.pattern})\S*)", re.IGNORECASE)
# Not escaped by backslashes: with another backslash in front, a cell border would be active again.
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "&<>|[]\\`*_~"}
MAX_QUOTED = 300


def one_line(text: str) -> str:
    """The text without line breaks, control characters and bidirectional controls."""
    visible = "".join(
        char for char in _BREAKS.sub(" ", text) if unicodedata.category(char) not in ("Cf", "Cs")
    )
    return visible.strip()


def inert(text: str) -> str:
    """The text for one line of Markdown, also in a table."""
    plain = _BEGINNINGS.sub(_broken, one_line(text))
    plain = _COMMIT.sub(lambda match: f"{match[0][:4]}{_APART}{match[0][4:]}", plain).translate(_ENTITIES)
    # At the start of a line these characters begin a list or underline a heading.
    return re.sub(r"^(?=[-+](?:\s|$)|[-=]+$|\d+[.)](?:\s|$))", _APART, plain)


def _broken(match: re.Match[str]) -> str:
    sign = match[0]
    at = _CUTS.get(sign.lower(), len(sign))
    return f"{sign[:at]}{_APART}{sign[at:]}"


def copyable(text: str) -> str:
    """Like `inert`, for text to be copied into a file: words that would need invisible characters become code instead."""
    parts = _ACTIVE_WORD.split(text)
    return "".join(quoted(part, len(part)) if at % 2 else inert_part(part) for at, part in enumerate(parts))


def quoted(text: str, most: int = MAX_QUOTED) -> str:
    """The text as inline code, in which GitHub interprets nothing. Long texts are cut."""
    line = one_line(text)
    line = f"{line[:most]} …" if len(line) > most else line
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    inner = f" {line} " if line.startswith("`") or line.endswith("`") else line
    # GitHub splits table cells at bars before it looks for code.
    return f"{fence}{inner}{fence}".replace("|", "∣") if line else "–"


def title_line(text: str, most: int = 120) -> str:
    """The text as title of an issue, pull request or commit: titles have no markup, but „closes #1“ would close an issue."""
    line = _BEGINNINGS.sub(_broken, one_line(text))
    return f"{line[: most - 1]}…" if len(line) > most else line


def sentence(text: str) -> str:
    """A message of ours that quotes untrusted text in „…“: quotations become code, the rest is made inert."""
    parts = re.split(r"„([^“]*)“", text)
    return "".join(quoted(part) if at % 2 and part else inert_part(part) for at, part in enumerate(parts))


def inert_part(text: str) -> str:
    """Like `inert`, but keeps a blank at either end, for a text between others."""
    lead = " " if text[:1].isspace() else ""
    trail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{inert(text)}{trail}"
