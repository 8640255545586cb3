"""Quotes editors' texts in messages, on one line, so that they can be read and pasted."""

from __future__ import annotations

import re

MAX_SHOWN = 160
MAX_PASTED = 200
MAX_SENTENCE = 500
MAX_WORD = 400
_QUOTE = re.compile(rf"„([^“]{{{MAX_SHOWN},}})“")
# Inner quotation marks, for texts that contain quotation marks themselves.
_WHOLE_QUOTE = re.compile(rf"„(.{{{MAX_SHOWN},}})“")
_WORD = re.compile(rf"(\S{{{MAX_WORD},}}?)([.“]*)(?=\s|$)")
# A plain YAML value must not begin with an indicator, nor contain „: “ or „ #“.
_PLAIN = re.compile(r"(?![\s&*!|>%@`\"'#,?:{}\[\]-])(?:(?!: | #).)*(?<![\s:])")


def as_value(text: str) -> str:
    """The text as it can be pasted behind `feldname: `: quoted if necessary, shortened with „…“ if too long."""
    line = " ".join(text.split())
    if len(line) > MAX_PASTED:
        return "…"
    if not line or _PLAIN.fullmatch(line):
        return line
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def one_line(sentence: str) -> str:
    """The sentence without line ends, and with very long quotes and words cut short."""
    line = _QUOTE.sub(_cut_quote, " ".join(sentence.split()))
    if len(line) > MAX_SENTENCE:
        line = _WHOLE_QUOTE.sub(_cut_quote, line)
    return _WORD.sub(lambda match: f"{match[1][: MAX_SHOWN - 1]}…{match[2]}", line)


def _cut_quote(match: re.Match[str]) -> str:
    return f"„{match[1][: MAX_SHOWN - 1].rstrip()}…“"
