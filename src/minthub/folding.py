"""One spelling for comparing German words, and addresses made from titles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


class _Plain(dict[int, str]):
    """A table for `str.translate` that removes accents; each letter is computed once, when it first occurs."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(char for char in decomposed if not unicodedata.combining(char))
        return self[code]


# „ä“ is typed as „ä“, „ae“ or „a“; all three become „a“. Digraphs are folded after letters, so „Müller“,
# „Mueller“ and „Muller“ meet. A wrong merge („aktuell“ → „aktull“) happens on both sides and does no harm.
_LETTERS = _Plain(str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}))
_WORD = re.compile(r"[^\W_]+")
_NO_WORD = re.compile(r"[\W_]+")
_DIGRAPHS = re.compile(r"(?<=[^aeoq])ue|ae|oe|^ue")

_SLUG_LETTERS = _Plain(
    str.maketrans(
        {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "&": " und "}
    )
)
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without umlauts, accents and digraphs: `Schülerlabor` and `Schuelerlabor` → `schulerlabor`."""
    plain = text.casefold()
    # Fast path: the index folds hundreds of thousands of words, and most are plain already.
    if not plain.isascii():
        plain = plain.translate(_LETTERS)
    if "ae" not in plain and "oe" not in plain and "ue" not in plain:
        return plain
    return _DIGRAPHS.sub(lambda match: match.group()[0], plain)


def fold_key(text: str) -> str:
    """The folded text reduced to letters and digits of any script, to compare names regardless of blanks and hyphens."""
    return _NO_WORD.sub("", fold(text))


def words(text: str) -> list[str]:
    """The folded words of a text; a word is a run of letters and digits."""
    return _WORD.findall(fold(text))


@cache
def slug(title: str, limit: int = 80) -> str:
    """An address from a title: `Löten für Anfänger` → `loeten-fuer-anfaenger`. Empty if nothing is left."""
    text = unicodedata.normalize("NFC", title).casefold().translate(_SLUG_LETTERS)
    text = _NO_SLUG.sub("-", text).strip("-")
    if len(text) <= limit:
        return text
    return text[: limit + 1].rpartition("-")[0] or text[:limit]
