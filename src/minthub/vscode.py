"""Makes settings for editing records in Visual Studio Code: snippets with choices, and the mapping to JSON schemas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count

from minthub.folding import slug
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.kinds import KINDS
from minthub.model.types import Lists
from minthub.scaffold import USUAL
from minthub.schema import Shape, record_schema, shape_of
from minthub.vocabulary import Term

SNIPPETS = ".vscode/mint.code-snippets"
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
# Fields whose placeholder is the current day instead of an example.
_DAYS_OF_TODAY = ("checked", "date")
_TEXT = "Zwei bis sechs Sätze für alle, die noch nichts davon wissen."


def schema_file(model: type[RecordModel]) -> str:
    return f".vscode/schemas/{model.kind}.json"


def schema_text(model: type[RecordModel], lists: Lists) -> str:
    return _json(record_schema(model, lists))


def snippets_text(lists: Lists) -> str:
    """One snippet for each kind of record that editors start."""
    return _json(
        {
            f"{model.singular} (neuer Eintrag)": {
                "scope": "markdown",
                "prefix": [f"mint-{slug(model.singular)}", slug(model.singular)],
                "description": f"{model.singular}: alle nötigen und wichtigen Felder. Mit Tab geht es zum nächsten.",
                "body": list(_body(model, lists)),
            }
            for model in KINDS
            if model.folder != "regions"
        }
    )


def _body(model: type[RecordModel], lists: Lists) -> Iterator[str]:
    stops = count(1)
    named = {info.alias or name: info for name, info in model.model_fields.items() if not info.exclude}
    yield "---"
    for key, spec in model.specs().items():
        if spec.is_mandatory or spec.is_should or key in USUAL.get(model.folder, ()):
            yield f"{key}: {_value(spec, shape_of(named[key]), lists, stops)}"
    yield from ("---", f"${{{next(stops)}:{_plain(_TEXT)}}}", "$0")


def _value(spec: FieldSpec, shape: Shape, lists: Lists, stops: Iterator[int]) -> str:
    """The snippet text behind the colon: a tab stop with choices, today's date or the example."""
    if spec.key in _DAYS_OF_TODAY:
        return f"${{{next(stops)}:{_TODAY}}}"
    if shape.name in ("choice", "reach"):
        state = [lists.vocabulary.state] if shape.name == "reach" else []
        choices = _choices([*state, *(lists[shape.list_name or "districts"])], next(stops))
        return f"[{choices}]" if shape.is_list else choices
    if shape.name == "yesno":
        return f"${{{next(stops)}|false,true|}}"
    if spec.example.startswith(("[", '"')) and spec.example.endswith(("]", '"')):
        first, last = spec.example[0], spec.example[-1]
        return f"{first}${{{next(stops)}:{_plain(spec.example[1:-1])}}}{last}"
    return f"${{{next(stops)}:{_plain(spec.example)}}}"


def _choices(terms: Iterable[Term], stop: int) -> str:
    return f"${{{stop}|{','.join(term.id for term in terms)}|}}"


def _plain(text: str) -> str:
    """The text with the characters escaped that have a meaning in snippets."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
