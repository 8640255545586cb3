"""The usual mistakes in a single value of the front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from minthub.reading.frontmatter import quoted

_WHOLE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_UNKNOWN_ESCAPE = re.compile(r'\\[^0abt\tnvfre "/\\N_LPxuU]')
# „'s Labor“: an apostrophe, not an opening quote.
_APOSTROPHE = re.compile(r"'[a-zäöü]{1,4}\b")
_QUOTED_ITEM = re.compile(r"""(?<=[\[,])\s*(?:"[^"]*"|'(?:[^']|'')*')(?=\s*[,\]])""")
_EMPHASIZED = re.compile(r"(\*{1,3})([^*\s][^*]*)\1")
_MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\s?\(<?(?:mailto:|tel:)?([^()\s<>]+)>?\)")
_WRAPPED = re.compile(r"[„“”»«‚‘’›‹](.*)[„“”»«‚‘’›‹]")


@dataclass(frozen=True)
class Cause:
    """The reason why a line can't be read: code, line number in the file, problem, remedy.

    `key`: the field in this line, if it is one of its own, although it may seem to belong to another. `mended`: line number →
    corrected text, if the correction is certain enough to continue parsing with. `is_nameless`: the line is a field whose
    key can't be read.
    """

    code: str
    line: int
    problem: str
    remedy: str
    is_colon: bool = False
    key: str = ""
    mended: Mapping[int, str] = field(default_factory=dict)
    is_nameless: bool = False

    def at(self, line: int) -> Cause:
        return replace(self, line=line)


def of_value(prefix: str, value: str, line: int) -> Cause | None:
    """The cause in a value, if any; `prefix` is the text before it: `title: ` or `- `."""
    if not value:
        return None
    if value[-1] in ",;" and (is_whole(value[:-1]) or _is_whole_list(value[:-1])):
        problem = f"Hinter dem Wert steht noch „{value[-1]}“."
        code = "M015" if value[0] == "[" else "M011"
        return Cause(code, line, problem, f"Schreiben Sie: {prefix}{value[:-1]}")
    if value[0] in _WHOLE:
        return _quotes(prefix, value, line)
    if value[0] == "[":
        return _link(prefix, value, line) or _list(prefix, value, line)
    if set(value) <= set("-–—"):
        problem = "Statt eines Wertes steht hier nur ein Strich."
        return Cause(
            "M008", line, problem, f"Schreiben Sie den Wert: {prefix}… – oder löschen Sie die Zeile."
        )
    if _is_special(value):
        return _special(prefix, value, line)
    if value[0] != "{" and (": " in value or value.endswith(":")):
        wrapped = _WRAPPED.fullmatch(value)
        text = wrapped[1] if wrapped else value
        problem = f"Der Wert „{text[:60]}“ enthält einen Doppelpunkt."
        return Cause("M010", line, problem, f"Schreiben Sie: {prefix}{quoted(text)}", is_colon=True)
    return None


def _special(prefix: str, value: str, line: int) -> Cause:
    """The cause for a value that begins with a YAML indicator."""
    code = {"*": "M013", "&": "M013", "!": "M014"}.get(value[0], "M008")
    problem = f"Der Wert beginnt mit „{value[0]}“, das hier eine besondere Bedeutung hat."
    text = quoted(value)
    if value.startswith("- "):
        text = value[2:]
    elif emphasized := _EMPHASIZED.match(value):
        problem = f"Der Wert beginnt mit „{emphasized[1]}“: Fett und kursiv gibt es nur im Text."
        plain = f"{emphasized[2]}{value[emphasized.end() :]}"
        text = quoted(plain) if ": " in plain or " #" in plain else plain
    return Cause(code, line, problem, f"Schreiben Sie: {prefix}{text}")


def _link(prefix: str, value: str, line: int) -> Cause | None:
    """The cause for a value that is a Markdown link, `[Text](https://…)`."""
    if link := _MARKDOWN_LINK.fullmatch(value):
        problem = f"„{value[:60]}“ ist ein Link, wie er nur im Text geht."
        return Cause("M008", line, problem, f"Schreiben Sie nur die Adresse: {prefix}{link[1]}")
    return None


def _is_whole_list(value: str) -> bool:
    plain = bare(value)
    return plain.startswith("[") and _end(plain) == len(plain)


def without_comment(value: str) -> str:
    """The value without ` # …` behind it; a hash inside quotes or a list stays."""
    start = value.rfind("]") + 1 if value.startswith("[") else 0
    if sign := _WHOLE.get(value[:1]):
        whole = sign.match(value)
        start = whole.end() if whole else len(value)
    return value[:start] + re.sub(r"(?:^|(?<!\s)\s+)#.*$", "", value[start:])


def is_whole(value: str) -> bool:
    """Whether the value is one complete quoted scalar, so that nothing may follow in the next line."""
    return bool(value) and value[0] in _WHOLE and bool(_WHOLE[value[0]].fullmatch(value))


def _is_special(value: str) -> bool:
    if value[0] == "{":
        return value.count("{") != value.count("}")
    return value[0] in "*&!%@`|>}]," or value.startswith(("- ", "? "))


def _quotes(prefix: str, value: str, line: int) -> Cause | None:
    """A value that begins with a straight quote."""
    sign = value[0]
    if _WHOLE[sign].fullmatch(value):
        if sign == '"' and _UNKNOWN_ESCAPE.search(value):
            problem = "Der Rückstrich \\ hat zwischen doppelten Anführungszeichen eine besondere Bedeutung."
            return Cause("M011", line, problem, f"Schreiben Sie: {prefix}{quoted(value[1:-1])}")
        return None
    if value.count(sign) == 1:
        shown = value[1:].rstrip("“”«‹")[:40]
        problem = f"Das Anführungszeichen vor „{shown}“ ist nicht geschlossen."
        text = value if _APOSTROPHE.match(value) else value[1:].rstrip("“”«‹’‘")
        return Cause("M011", line, problem, f"Schreiben Sie: {prefix}{quoted(text)}")
    inner = value[1:-1] if value.endswith(sign) else value
    text = inner if sign == "'" and value.endswith(sign) else _typographic(inner, sign)
    problem = "Innerhalb des Wertes stehen noch einmal gerade Anführungszeichen."
    return Cause("M011", line, problem, f"Schreiben Sie: {prefix}{quoted(text)}")


def _typographic(text: str, sign: str) -> str:
    """`Die "tolle" AG` → `Die „tolle“ AG`; a quote without a counterpart is dropped."""
    return re.sub(f"{sign}([^{sign}]*){sign}", r"„\1“", text).replace(sign, "")


def bare(value: str) -> str:
    """The list with each quoted item replaced by as many x, so that its brackets and commas are not counted."""
    return _QUOTED_ITEM.sub(lambda match: "x" * len(match.group()), value)


def _list(prefix: str, value: str, line: int) -> Cause | None:
    """The cause in a value that begins with a square bracket."""
    plain = bare(value)
    if sign := re.search(r"[\[,]\s*([\"'])", plain):
        problem = "In der Liste ist ein Anführungszeichen nicht geschlossen."
        return Cause("M011", line, problem, f"Schreiben Sie: {prefix}{value.replace(sign[1], '')}")
    end = _end(plain)
    if end is None:
        closed = value.rstrip(")}>, ") + "]" * (plain.count("[") - plain.count("]"))
        problem = f"Die Liste „{value[:40]}“ ist nicht geschlossen."
        return Cause("M015", line, problem, f"Schreiben Sie: {prefix}{closed}")
    if rest := value[end:].strip():
        remedy = f"Schreiben Sie: {prefix}{value[:end]}"
        if rest.strip("] "):
            remedy += f" – oder, wenn alles ein Text ist: {prefix}{quoted(value)}"
        return Cause("M015", line, f"Hinter der Liste steht noch „{rest[:40]}“.", remedy)
    return _items(prefix, value, plain, line)


def _end(plain: str) -> int | None:
    """The offset behind the closing bracket of the list; None if it is not closed."""
    depth = 0
    for at, char in enumerate(plain):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return at + 1
    return None


def _items(prefix: str, value: str, plain: str, line: int) -> Cause | None:
    """The cause in the items of a closed list."""
    if re.search(r"[\[,]\s*,", plain):
        fixed = re.sub(r",(?:\s*,)+", ",", re.sub(r"\[\s*,\s*", "[", value))
        problem = "In der Liste fehlt zwischen zwei Kommas ein Wert."
        return Cause("M015", line, problem, f"Schreiben Sie: {prefix}{fixed}")
    if special := re.search(r"[\[,]\s*([*&!%@`|>][^,\]]*)", plain):
        problem = (
            f"In der Liste beginnt ein Wert mit „{special[1][0]}“, das hier eine besondere Bedeutung hat."
        )
        fixed = value.replace(special[1], quoted(special[1].strip()), 1)
        return Cause("M008", line, problem, f"Schreiben Sie: {prefix}{fixed}")
    return None
