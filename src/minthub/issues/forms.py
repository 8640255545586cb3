"""The issue forms as GitHub wants them: YAML made from the questions."""

from __future__ import annotations

from typing import Any

import yaml

from minthub.issues.questions import Form, Question
from minthub.model.types import Lists

_NOTE = "# Erzeugt aus den Modellen, nicht von Hand ändern: python scripts/generate.py\n"


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def form_text(form: Form) -> str:
    """The file below `.github/ISSUE_TEMPLATE/`."""
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": form.intro}}]
    body += [_element(question) for question in form.questions]
    whole = {
        "name": form.name,
        "description": form.about,
        "title": form.title,
        "labels": [form.label],
        "body": body,
    }
    return _NOTE + yaml.dump(whole, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def _element(question: Question) -> dict[str, Any]:
    is_choice = question.shape in ("dropdown", "multiple")
    attributes: dict[str, Any] = {"label": question.label}
    if question.help:
        attributes["description"] = question.help
    if question.example:
        attributes["placeholder"] = question.example
    if question.shape == "checkbox":
        # GitHub's `checkboxes` can't be required as a whole, only each box.
        attributes["options"] = [
            {"label": option, "required": question.is_required} for option in question.options
        ]
        return {"type": "checkboxes", "id": question.id, "attributes": attributes}
    if question.shape == "multiple":
        attributes["multiple"] = True
    if is_choice:
        attributes["options"] = list(question.options)
    element = {
        "type": "dropdown" if is_choice else question.shape,
        "id": question.id,
        "attributes": attributes,
    }
    return {**element, "validations": {"required": True}} if question.is_required else element


def form_files(lists: Lists) -> dict[str, str]:
    """Name → text of all forms."""
    from minthub.issues.questions import forms

    return {form.file: form_text(form) for form in forms(lists)}
