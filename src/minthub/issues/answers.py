"""Parses the text of an issue, made by a form and possibly edited by hand, into answers per question.

The text is untrusted: sections may be missing, repeated or in another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from minthub.folding import fold_key
from minthub.issues.questions import NO_ANSWER, Form, Question
from minthub.reading.record import without_comments

# Longer lines are no headings of ours; matching them would let a hostile text use up time.
_MAX_HEADING = 200
_HEADING = re.compile(r" {0,3}#{2,4}[ \t]+(.{1,80}?)[ \t]*#*[ \t]*")
_NOTHING = {"_no response_", "no response", "_keine antwort_", "keine antwort", "none", "-", "–", "—"}
_BOX = re.compile(r"[ \t]*[-*+][ \t]*\[([ xX]?)\][ \t]*(.*)")
_BULLET = re.compile(r"[ \t]*(?:[-*+•–]|\d{1,2}[.)])[ \t]+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?(?:\s[^()]*)?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>", re.IGNORECASE)
_AROUND = ("**", "__", "`", "*", "_")


@dataclass(frozen=True)
class Answers:
    """Answers by question id, without the empty ones. `repeated` are ids of questions that were answered twice."""

    form: Form
    texts: dict[str, str] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()

    def line(self, id: str) -> str:
        """The answer on one line, without markup around it; empty if there is none."""
        return plain_line(self.texts.get(id, ""))

    def items(self, id: str, separators: str = r"[,;\n]") -> tuple[str, ...]:
        """The parts of an answer that names several things."""
        parts = (_BULLET.sub("", part, count=1) for part in re.split(separators, self.texts.get(id, "")))
        return tuple(line for part in parts if (line := plain_line(part)))

    def is_ticked(self, id: str) -> bool:
        boxes = [box for line in self.texts.get(id, "").split("\n") if (box := _BOX.fullmatch(line))]
        return bool(boxes) and all(box[1] in "xX" and box[1] for box in boxes)


def choose_form(body: str, forms: Iterable[Form]) -> Form | None:
    """The form with the most headings in the text; None if no form has at least two."""
    headings = {fold_key(name) for line in _lines(body) if (name := _heading(line))}

    def share(form: Form) -> tuple[int, float]:
        known = {fold_key(question.label) for question in form.questions}
        return len(known & headings), len(known & headings) / len(known)

    best = max(forms, key=share, default=None)
    return best if best and share(best)[0] >= 2 else None


def read_answers(body: str, form: Form) -> Answers:
    """The answers below the form's headings."""
    by_heading = {fold_key(name): ask for ask in form.questions for name in (ask.id, ask.label)}
    texts: dict[str, str] = {}
    repeated: list[str] = []
    for question, text in _sections(without_comments(body), by_heading):
        if not text:
            continue
        if question.id in texts:
            repeated.append(question.id)
        else:
            texts[question.id] = text
    return Answers(form, texts, tuple(dict.fromkeys(repeated)))


def _sections(body: str, by_heading: dict[str, Question]) -> Iterable[tuple[Question, str]]:
    """Each question with the text below its heading.

    A heading inside a long answer whose question has occurred before is part of the answer: „### Kosten“ above a paragraph.
    """
    current: Question | None = None
    seen: set[str] = set()
    lines: list[str] = []
    for line in _lines(body):
        heading = _heading(line)
        question = by_heading.get(fold_key(heading)) if heading else None
        is_own = question and question.id in seen and current and current.shape == "textarea"
        if question and not is_own:
            if current:
                yield current, _answer(current, lines)
            current, lines = question, []
            seen.add(question.id)
        else:
            lines.append(line)
    if current:
        yield current, _answer(current, lines)


def _heading(line: str) -> str:
    """The words of a heading; empty if the line is none."""
    found = _HEADING.fullmatch(line) if len(line) <= _MAX_HEADING else None
    return found[1] if found else ""


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _answer(question: Question, lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines).strip()
    is_nothing = text.casefold() in _NOTHING
    if not (question.is_required and NO_ANSWER in question.options):
        # For questions with this value in their list it is an answer: „Kosten: keine Angabe“.
        is_nothing = is_nothing or fold_key(text) == fold_key(NO_ANSWER)
    return "" if is_nothing else text


def plain_line(text: str) -> str:
    """A line without the markup that programs add: `**Robotik**`, `<https://…>`, `[Seite](https://…)`."""
    line = _AUTOLINK.sub(r"\1", " ".join(text.split()))
    # A line that is just a link becomes its address, which forms ask for; within a text, link text and address are kept.
    whole = _LINK.fullmatch(line)
    line = whole[2] if whole else line
    for sign in _AROUND:
        if len(line) > 2 * len(sign) and line.startswith(sign) and line.endswith(sign):
            line = line[len(sign) : -len(sign)].strip()
    return line
