"""Pydantic's errors in our words: one table from error type to code and German sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from minthub.codes import CODES, finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.model.base import FieldSpec
from minthub.model.kinds import Coordination
from minthub.model.types import SEPARATORS
from minthub.model.wording import as_value, one_line
from minthub.reading.record import ListValue, MapValue, Record, Scalar, Value

# Codes for which a single value may turn out to be several values: not on the list, no date, no language, no deadline …
_LISTED = frozenset({"M106", "M110", "M111", "M120", "M127", "M203"})
_MAX_COMPARED = 100
_SPLIT_HERE = frozenset({"M120", "M127"})
_AMOUNT = re.compile(r"(?:ab |bis |ca\. |je )?[0-9][^()]*")
_NOTHING = frozenset(
    {
        "keine",
        "kein",
        "nein",
        "nichts",
        "unbekannt",
        "ka",
        "keineangabe",
        "keineangaben",
        "entfallt",
        "offen",
        "unbegrenzt",
    }
)

Steps = tuple[int | str, ...]


def translate(problems: Iterable[Any], record: Record, specs: dict[str, FieldSpec]) -> Iterator[Finding]:
    """Findings for `ValidationError.errors()`, one per cause: a misspelt subfield is not reported as missing, too."""
    problems = list(problems)
    misspelt = {problem["loc"][:-1] for problem in problems if problem["type"] == "extra_forbidden"}
    for problem in problems:
        if problem["type"] != "missing" or problem["loc"][:-1] not in misspelt:
            yield _translate(problem, record, specs)


def _translate(problem: Any, record: Record, specs: dict[str, FieldSpec]) -> Finding:
    key = str(problem["loc"][0])
    steps = _written_steps(record, problem["loc"])
    subfields = [step for step in steps if isinstance(step, str)]
    code, said, remedy = _sentences(problem, specs[key], record)
    if _is_one_of_several(record, key, steps):
        # The remedy is about one item of a list: pasting `key: value` would drop the others.
        remedy = re.sub(r"\{key\}: (?:\[([^\]]*)\])?", r"\1", remedy)
        remedy = _without_repeated(remedy, record, key, steps)
    remedy = remedy.replace("{key}", subfields[-1] if subfields else key)
    line = record.line_of(key, *steps)
    name = ".".join([key, *subfields])
    return finding(
        code, record.file, line, one_line(said), one_line(remedy), field=name, label=specs[key].label
    )


def _written_steps(record: Record, loc: tuple[int | str, ...]) -> Steps:
    """The steps of pydantic's path that exist in the written value; the others are names of types."""
    entry = record.entries.get(str(loc[0]))
    value = entry.value if entry else None
    steps: list[int | str] = []
    for step in loc[1:]:
        if isinstance(value, ListValue) and isinstance(step, int) and step < len(value.items):
            value = value.items[step]
        elif isinstance(value, MapValue) and step in value.entries:
            value = value.entries[str(step)].value
        else:
            continue
        steps.append(step)
    return tuple(steps)


def _is_one_of_several(record: Record, key: str, steps: Steps) -> bool:
    entry = record.entries.get(key)
    is_long = entry is not None and isinstance(entry.value, ListValue) and len(entry.value.items) > 1
    return is_long and bool(steps)


def _without_repeated(remedy: str, record: Record, key: str, steps: Steps) -> str:
    """The remedy without values that the list already contains."""
    told = re.fullmatch(r"(?:Schreiben Sie|Nennen Sie die Kreise): ((?:(?! – ).)+)", remedy)
    value = record.entries[key].value
    others = value.items if isinstance(value, ListValue) else ()
    # Each item is compared with all others, which takes too long for a list of thousands.
    if not told or len(others) > _MAX_COMPARED:
        return remedy
    written = {
        fold_key(item.text) for at, item in enumerate(others) if isinstance(item, Scalar) and at != steps[0]
    }
    values = [one.strip() for one in told[1].split(",")]
    new = [one for one in values if fold_key(one) not in written]
    if len(new) == len(values):
        return remedy
    if not new:
        return f"Löschen Sie diesen Wert; {' und '.join(values)} steht schon in der Liste."
    return f"{'Nennen Sie die Kreise' if len(new) > 1 else 'Schreiben Sie'}: {', '.join(new)}"


def _sentences(problem: Any, spec: FieldSpec, record: Record) -> tuple[str, str, str]:
    """Code, problem and remedy."""
    kind, context = problem["type"], problem.get("ctx", {})
    if more := _of_several_values(problem, spec, record, context):
        return more
    if kind == "M106" and spec.list_name == "costs" and (amount := _AMOUNT.search(str(problem["input"]))):
        paid = f"kostenpflichtig – und: price: {as_value(amount[0].strip())}"
        is_free = not re.search("[1-9]", amount[0])
        return kind, context["problem"], f"Schreiben Sie: {{key}}: {'kostenlos' if is_free else paid}"
    is_told = kind in ("M106", "M203") and context["remedy"].startswith("Schreiben Sie: ")
    if (
        kind in CODES
        and not spec.is_mandatory
        and not is_told
        and fold_key(str(problem["input"])) in _NOTHING
    ):
        return kind, context["problem"], "Gibt es nichts anzugeben, löschen Sie die Zeile."
    if kind in CODES:
        return kind, context["problem"], context["remedy"]
    if kind == "missing":
        return _missing(spec, record, is_inside=len(problem["loc"]) > 1)
    if kind == "string_too_long":
        length, limit = len(problem["input"]), context["max_length"]
        return "M107", f"{length} Zeichen, erlaubt sind {limit}.", f"Kürzen Sie um {length - limit} Zeichen."
    subfields = ", ".join(Coordination.specs())
    if kind == "extra_forbidden":
        said = f"„{problem['loc'][-1]}“ ist hier kein Unterfeld."
        return "M129", said, f"Möglich sind darunter: {subfields}"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "M129", "Hier fehlen die Unterfelder.", f"Möglich sind darunter: {subfields}"
    return (
        "M105",
        "Der Wert hat eine Form, die hier nicht passt.",
        f"Schreiben Sie: {spec.key}: {spec.example}",
    )


def _of_several_values(
    problem: Any, spec: FieldSpec, record: Record, context: Any
) -> tuple[str, str, str] | None:
    """Code, problem and remedy for several values written as one, or a list in place of one value; None otherwise."""
    kind = problem["type"]
    if kind in CODES and spec.is_list and (several := _several(problem, context)):
        remedy = f"Schreiben Sie mehrere Werte in eckige Klammern: {{key}}: [{', '.join(several)}]"
        if not SEPARATORS.search(problem["input"]):
            remedy = f"Schreiben Sie zwischen zwei Werte ein Komma: {{key}}: [{', '.join(several)}]"
        return kind, context["problem"], remedy
    if kind == "M105" and spec.is_list and isinstance(problem["input"], tuple):
        # A nested list: a remedy for its first item alone would lose the others.
        return kind, "Hier steht eine Liste in der Liste.", _flat(spec, record)
    if remedy := _one_of_days(problem, spec, context):
        return kind, context["problem"], remedy
    return None


def _several(problem: Any, context: Any) -> list[str]:
    """The values that a text without brackets seems to list; empty if it is a single value."""
    written = problem["input"]
    if not isinstance(written, str) or problem["type"] not in _LISTED:
        return []
    values = list(context.get("several") or ())
    if problem["type"] in _SPLIT_HERE:
        values = [part for part in SEPARATORS.split(written.strip("()")) if part]
    values = list(dict.fromkeys(values))
    return [as_value(value) for value in values] if len(values) > 1 else []


def _flat(spec: FieldSpec, record: Record) -> str:
    """The remedy that writes all values of the field, nested ones included, as one list."""
    texts = [as_value(text) for text in _texts(record.entries[spec.key].value)]
    return f"Schreiben Sie das ganze Feld so: {spec.key}: [{', '.join(dict.fromkeys(texts))}]"


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield from [value.text] if value.text else ()
    elif isinstance(value, ListValue):
        for item in value.items:
            yield from _texts(item)


def _one_of_days(problem: Any, spec: FieldSpec, context: Any) -> str:
    """The remedy for several days in a field for one; further days of `start` go into `dates`. Empty in other cases."""
    written = problem["input"]
    if problem["type"] == "M105" and spec.key == "start" and isinstance(written, tuple):
        if not all(isinstance(day, str) for day in written):
            return ""
        told = "Schreiben Sie den ersten Tag hierher und die anderen ins Feld dates"
        return (
            f"{told}: {{key}}: {as_value(written[0])} – und: dates: [{', '.join(map(as_value, written[1:]))}]"
        )
    if problem["type"] != "M111" or spec.is_list or spec.key == "start" or len(context["several"]) < 2:
        return ""
    return f"Schreiben Sie nur einen Tag: {' – oder: '.join(f'{{key}}: {day}' for day in context['several'])}"


def _missing(spec: FieldSpec, record: Record, *, is_inside: bool) -> tuple[str, str, str]:
    if is_inside:
        remedy = "Ergänzen Sie darunter, zwei Leerzeichen eingerückt: organisation: Name der Stelle"
        return "M129", "Hier fehlt organisation.", remedy
    entry = record.entries.get(spec.key)
    if entry and isinstance(entry.value, ListValue):
        return "M128", "Die Liste ist leer.", f"Schreiben Sie: {spec.key}: {spec.example}"
    said = "ist leer." if entry else "fehlt."
    return "M101", said, f"Ergänzen Sie im Kopfteil: {spec.key}: {spec.example}"
