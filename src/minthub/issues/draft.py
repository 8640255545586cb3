"""Turns the answers of an issue into the fields of a record, as if an editor had written them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.issues.answers import Answers, plain_line
from minthub.issues.questions import CONSENT, MORE, TEXT, Form
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.spans import is_about_grades
from minthub.reading.decode import clean
from minthub.reading.record import Entry, ListValue, Record, Scalar
from minthub.writing.values import whole_address

# Line number at which the text begins in these records: lower ones belong to fields, higher ones to the text.
TEXT_LINE = 1_000
USUAL_CHECKER = "redaktion"
_TWO_CLASSES = re.compile(r"\b(\d{1,2})\.?\s*(?:und|u\.|\+|&|/)\s*(\d{1,2})\b")
_MAX_LABEL = 40
# If only one of these two addresses is answered, it is used for both.
_COPIED = {"source": "website", "website": "source"}
_ADDRESSES = ("website", "source", "registration_url")
NOT_HERE = ("checked", "image", "image_alt", "image_credit", "image_licence", "redirect_from")


@dataclass(frozen=True)
class Trouble:
    """A problem with an answer that is no finding about the record. `id`: of the question; empty: about the whole issue."""

    id: str
    sentence: str


@dataclass(frozen=True)
class Told:
    """The record as answered, and the problems found. `copied`: fields that were filled from another answer."""

    record: Record
    troubles: tuple[Trouble, ...]
    copied: frozenset[str] = frozenset()
    unclean: tuple[tuple[str, Finding], ...] = ()


def to_record(answers: Answers, model: type[RecordModel], title: str, today: date) -> Told:
    """The record made from the answers; `title` is the issue's, used if the form's title was not filled in."""
    written, troubles = _written(answers, model, title, today)
    entries: dict[str, Entry] = {}
    unclean: list[tuple[str, Finding]] = []
    for line, (key, parts) in enumerate(written.items(), start=2):
        cleaned = [clean(part, "") for part in parts]
        unclean += [(key, found) for _, findings in cleaned for found in findings if found.is_error]
        scalars = tuple(Scalar(" ".join(text.split()), line) for text, _ in cleaned)
        is_one = len(scalars) == 1
        entries[key] = Entry(key, line, scalars[0] if is_one else ListValue(scalars, line))
    body, about_body = clean(answers.texts.get(TEXT, ""), "")
    unclean += [(TEXT, found) for found in about_body if found.is_error]
    record = Record("", model.folder, "neu", entries, body, TEXT_LINE)
    asked = answers.texts.keys()
    copied = frozenset(key for key, other in _COPIED.items() if key not in asked and other in asked)
    return Told(record, tuple(troubles), copied, tuple(unclean))


def _written(
    answers: Answers, model: type[RecordModel], title: str, today: date
) -> tuple[dict[str, tuple[str, ...]], list[Trouble]]:
    """Key → texts, and the problems with answers that could not be used."""
    specs = model.specs()
    troubles = [Trouble(id, "Das steht zweimal da. Lassen Sie es einmal stehen.") for id in answers.repeated]
    if not answers.is_ticked(CONSENT):
        troubles.append(
            Trouble(CONSENT, "Hier fehlt das Häkchen. Ohne Ihr Einverständnis dürfen wir nichts zeigen.")
        )
    written = _asked(answers, specs)
    more, about_more = _more(answers.texts.get(MORE, ""), specs, set(written))
    written |= more
    own_title = plain_line(title.removeprefix(answers.form.title.strip()))
    if own_title:
        written.setdefault("title", (own_title,))
    _fill_in(written)
    written["checked"] = (str(today),)
    written.setdefault("checked_by", (USUAL_CHECKER,))
    return {key: written[key] for key in specs if key in written}, troubles + about_more


def _asked(answers: Answers, specs: dict[str, FieldSpec]) -> dict[str, tuple[str, ...]]:
    written: dict[str, tuple[str, ...]] = {}
    for question in answers.form.questions:
        spec = specs.get(question.id)
        if spec is None or question.id not in answers.texts:
            continue
        if question.shape == "textarea" and spec.is_list:
            parts = answers.items(question.id, r"[;\n]")
        elif spec.is_list:
            parts = answers.items(question.id)
        else:
            parts = (answers.line(question.id),)
        if parts:
            written[question.id] = parts
    return written


def _more(
    text: str, specs: dict[str, FieldSpec], known: set[str]
) -> tuple[dict[str, tuple[str, ...]], list[Trouble]]:
    """Further fields, one a line, by German label or key."""
    keys = {fold_key(name): spec.key for spec in specs.values() for name in (spec.label, spec.key)}
    written: dict[str, tuple[str, ...]] = {}
    troubles = []
    for line in filter(str.strip, text.split("\n")):
        name, _, value = line.partition(":")
        key = keys.get(fold_key(name)) if len(name) <= _MAX_LABEL else None
        if key is None or key in NOT_HERE:
            troubles.append(
                Trouble(MORE, f"„{line.strip()}“ gehört zu keinem Feld. Nehmen Sie es in den Text auf.")
            )
        elif key in known or key in written:
            troubles.append(
                Trouble(MORE, f"„{specs[key].label}“ steht zweimal da. Lassen Sie es einmal stehen.")
            )
        elif parts := _values(value, specs[key]):
            written[key] = parts
    return written, troubles


def _values(text: str, spec: FieldSpec) -> tuple[str, ...]:
    """One value or several, also as front matter writes them: `[a, "b"]`."""
    line = text.strip()
    is_bracketed = line.startswith("[") and line.endswith("]")
    parts = line[1:-1].split(",") if is_bracketed else re.split("[,;]", line) if spec.is_list else [line]
    return tuple(part for raw in parts if (part := plain_line(raw.strip().strip("\"'"))))


def _fill_in(written: dict[str, tuple[str, ...]]) -> None:
    """Derives fields from other answers, in place: grades answered as age, one address for source and website, `www.`
    without scheme.
    """
    for key in _ADDRESSES:
        if key in written:
            written[key] = (whole_address(written[key][0]), *written[key][1:])
    if "ages" in written and is_about_grades(written["ages"][0]) and "grades" not in written:
        written["grades"] = tuple(_TWO_CLASSES.sub(_span_of_two, text) for text in written.pop("ages"))
    for key, other in _COPIED.items():
        if key not in written and other in written:
            written[key] = written[other]


def _span_of_two(found: re.Match[str]) -> str:
    """`5. und 6.` becomes a span; `5. und 7.` is left unchanged, because 6 is not meant."""
    return f"{found[1]}-{found[2]}" if int(found[2]) == int(found[1]) + 1 else found[0]


def question_of(found: Finding, form: Form) -> str:
    """The id of the question that a finding is about; empty for none."""
    if found.field is None:
        return TEXT if found.line >= TEXT_LINE else ""
    key = found.field.partition(".")[0]
    key = "ages" if key == "grades" else key
    return key if form.question(key) else MORE
