"""Findings in the words of a form: no keys, no ids, no brackets, no front matter."""

from __future__ import annotations

import re

from minthub.findings import Finding
from minthub.model.base import RecordModel
from minthub.model.types import Lists

_INSTRUCTION = re.compile(r"^(?:Ergänzen Sie im Kopfteil|Ergänzen Sie eines davon, zum Beispiel): ")
_SPAN = re.compile(r"\[(\d{1,3}), (\d{1,3})\]")
_BRACKETS = re.compile(r"\[([^\[\]]{1,80})\]")


class FormWords:
    """Rewords findings about one kind of record for people who have never seen its file."""

    def __init__(self, model: type[RecordModel], lists: Lists) -> None:
        self._specs, self._lists = model.specs(), lists

    def of(self, found: Finding) -> str:
        key = (found.field or "").partition(".")[0]
        problem = found.problem
        if key and problem.startswith(("fehlt", "ist leer")):
            problem = "Hier fehlt eine Angabe."
        remedy = self._with_labels(_INSTRUCTION.sub("Zum Beispiel: ", found.remedy), key)
        return " ".join(self._without_keys(text, key) for text in (problem, remedy))

    def _with_labels(self, text: str, key: str) -> str:
        """The text with ids of closed lists replaced by the labels of the form. Only for remedies: problems quote answers."""
        spec = self._specs.get(key)
        terms = self._lists[spec.list_name] if spec and spec.list_name else ()
        labels = {term.id: term.label for term in terms}
        if key == "serves":
            labels = {term.id: term.label for term in (self._lists.vocabulary.state, *self._lists.districts)}
        return re.sub(r"[\w-]+", lambda word: labels.get(word[0], word[0]), text)

    def _without_keys(self, text: str, own: str) -> str:
        text = re.sub(rf"\b{re.escape(own)}: (?=\S)", "", text) if own else text
        for key, spec in self._specs.items():
            text = re.sub(rf" \({key}\)", "", text)
            text = re.sub(rf"(?<![\w/.@]){key}: (?=\S)", f"{spec.label}: ", text)
        text = text.replace("in eckige Klammern", "mit Komma getrennt")
        text = _SPAN.sub(r"\1–\2", text)
        return _BRACKETS.sub(lambda match: match[1].replace('"', ""), text)
