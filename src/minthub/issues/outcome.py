"""Decides the outcome of an issue: a checked file for a pull request, or a comment."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from minthub.catalogue import Loaded
from minthub.changed.card import card_text
from minthub.inert import title_line
from minthub.issues import comments, replies
from minthub.issues.answers import choose_form, read_answers
from minthub.issues.candidate import Candidate, candidate
from minthub.issues.draft import USUAL_CHECKER
from minthub.issues.questions import Form, forms
from minthub.issues.wording import FormWords
from minthub.views.cards import Cards

# GitHub's limit for the text of an issue.
MAX_TEXT = 65_536


@dataclass(frozen=True)
class Outcome:
    """`action`: „record“ (`text` is a new file for `path`) or „comment“. `body`: of the pull request or comment."""

    action: Literal["record", "comment"]
    body: str
    labels: tuple[str, ...] = ()
    path: str = ""
    text: str = ""
    branch: str = ""
    title: str = ""

    @property
    def as_json(self) -> str:
        """The outcome for the workflow; all values but `body` are single lines."""
        values = {key: value for key, value in asdict(self).items() if key != "text"}
        return json.dumps(values, ensure_ascii=False, indent=2)


def outcome(
    body: str, title: str, number: int | None, loaded: Loaded, content: Path, cards: Cards, url: str
) -> Outcome:
    """The outcome of this issue. Writes nothing. `url`: the site's address, with a slash at the end."""
    if len(body) > MAX_TEXT:
        return Outcome("comment", comments.too_long(MAX_TEXT))
    form = choose_form(body, forms(loaded.world.lists))
    if form is None:
        return Outcome("comment", comments.not_ours())
    answers = read_answers(body, form)
    if form.model is not None:
        return _of_record(
            candidate(answers, form.model, title, loaded, content),
            form,
            number,
            cards,
            FormWords(form.model, loaded.world.lists),
        )
    reply = replies.mistake if form.file == "fehler.yml" else replies.wish
    text, district = reply(answers, loaded, url)
    return Outcome("comment", text, _labels(form, district))


def _of_record(made: Candidate, form: Form, number: int | None, cards: Cards, words: FormWords) -> Outcome:
    labels = _labels(form, made.district)
    if made.record is None:
        text = (
            comments.exists_already(*made.double) if made.double
            else comments.corrections(form, made.findings, made.troubles, words)
        )  # fmt: skip
        return Outcome("comment", text, labels)
    by = made.record.checked_by
    claim = cards.vocabulary["checkers"][by].label if by != USUAL_CHECKER else ""
    return Outcome(
        "record",
        comments.pull_request(card_text(cards, made.record), number, made.findings, made.similar, claim),
        labels,
        path=made.path,
        text=made.text,
        branch=f"meldung-{number or made.record.id}",
        title=title_line(f"{made.record.singular}: {made.record.title}"),
    )


def _labels(form: Form, district: str) -> tuple[str, ...]:
    """The kind of issue, and the district as the labels of pull requests name it."""
    return (form.label, f"kreis: {district}") if district else (form.label,)
