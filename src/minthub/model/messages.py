"""Pydantic's errors in our words: one table from error type to code and German sentence."""

from __future__ import annotations

from typing import Any

from minthub.codes import CODES, finding
from minthub.findings import Finding
from minthub.model.base import FieldSpec
from minthub.model.kinds import Coordination
from minthub.reading.record import Record


def translate(problem: Any, record: Record, specs: dict[str, FieldSpec]) -> Finding | None:
    """A finding for one entry of `ValidationError.errors()`."""
    key, *path = problem["loc"]
    spec = specs[key]
    # Union branches put type names into the path; only keys and indexes of the front matter count.
    steps = [step for step in path if isinstance(step, int) or step in Coordination.model_fields]
    line = record.line_of(key, *steps)
    name = ".".join([key, *(step for step in steps if isinstance(step, str))])
    code, said, remedy = _sentences(problem, spec, record, bool(steps))
    return finding(code, record.file, line, said, remedy.replace("{key}", key), field=name, label=spec.label)


def _sentences(problem: Any, spec: FieldSpec, record: Record, is_inside: bool) -> tuple[str, str, str]:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind in CODES:
        return kind, context["problem"], context["remedy"]
    if kind == "missing":
        if is_inside:
            return "M129", "Hier fehlt organisation.", "Ergänzen Sie darunter, zwei Leerzeichen eingerückt: organisation: Name der Stelle"
        said = "ist leer." if spec.key in record.entries else "fehlt."
        return "M101", said, f"Ergänzen Sie im Kopfteil: {spec.key}: {spec.example}"
    if kind == "string_too_long":
        length, limit = len(problem["input"]) if isinstance(problem["input"], str) else 0, context["max_length"]
        return "M107", f"{length} Zeichen, erlaubt sind {limit}.", f"Kürzen Sie um {length - limit} Zeichen."
    if kind == "too_short":
        return "M128", "Die Liste ist leer.", f"Schreiben Sie: {spec.key}: {spec.example}"
    if kind in ("extra_forbidden", "model_type", "model_attributes_type", "dict_type"):
        return "M129", "Diese Unterfelder passen nicht.", "Möglich sind darunter: organisation, website, contact"
    return "M105", "Der Wert hat eine Form, die hier nicht passt.", f"Schreiben Sie: {spec.key}: {spec.example}"
