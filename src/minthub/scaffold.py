"""Templates for new records, made from the models."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from minthub.folding import fold_key, slug
from minthub.intake import DISTRICT_WORD
from minthub.intake import FOLDERS_BY_DISTRICT as FOLDERS_BY_DISTRICT
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.kinds import KINDS
from minthub.reading.frontmatter import quoted
from minthub.vocabulary import Vocabulary, closest

MAX_VALUES = 24
_BODY = "<!-- Ersetzen Sie diese Zeile durch zwei bis sechs Sätze für alle, die noch nichts davon wissen. -->"
# Optional by themselves, but a rule requires one of several fields, of which these are the usual ones.
USUAL = {
    "offers": ("city", "ages"),
    "events": ("city", "ages", "start"),
    "providers": ("city",),
    "networks": ("serves",),
}


class CannotScaffold(Exception):
    """No template can be written; the message says why, in German."""


def kind_names() -> dict[str, type[RecordModel]]:
    """Folded German and English names of all kinds."""
    return {
        fold_key(name): model
        for model in KINDS
        for name in (model.singular, model.plural, model.kind, model.folder)
    }


def new_record(
    kind: str, title: str, content: Path, vocabulary: Vocabulary, today: date, district: str = ""
) -> Path:
    """Writes a commented template and returns its path. Never overwrites. Raises CannotScaffold or OSError."""
    model = kind_names().get(fold_key(kind))
    if model is None:
        kinds = ", ".join(model.singular for model in KINDS)
        raise CannotScaffold(f"„{kind}“ ist keine Art von Eintrag. Möglich sind: {kinds}.")
    name = slug(title, 60)
    if not name:
        problem = f"Aus „{title}“ lässt sich kein Dateiname machen."
        raise CannotScaffold(f"{problem} Nennen Sie einen Titel mit Buchstaben.")
    if model.folder == "news":
        name = f"{today}-{name}"
    path = content / model.folder / _district(district, model, content, vocabulary) / f"{name}.md"
    if existing := next((content / model.folder).rglob(f"{name}.md"), None):
        shown = f"{content.name}/{existing.relative_to(content).as_posix()}"
        raise CannotScaffold(f"Diesen Eintrag gibt es schon: {shown}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(template(model, title, vocabulary, today))
    return path


def _district(name: str, model: type[RecordModel], content: Path, vocabulary: Vocabulary) -> str:
    """The folder of a district, by its id or a similar name. Raises CannotScaffold."""
    if not name:
        return ""
    if model.folder not in FOLDERS_BY_DISTRICT:
        raise CannotScaffold(f"{model.plural} liegen nicht in Ordnern der Kreise. Lassen Sie --kreis weg.")
    ids = [*sorted(path.stem for path in (content / "regions").glob("*.md")), vocabulary.state.id]
    found = closest(DISTRICT_WORD.sub("", name), {fold_key(id): id for id in ids})
    if found is None:
        raise CannotScaffold(f"„{name}“ ist kein Kreis. Möglich sind: {', '.join(ids)}.")
    return found


def template(model: type[RecordModel], title: str, vocabulary: Vocabulary, today: date) -> str:
    """The text of a new record: mandatory fields to fill in, the others as comments with an example."""
    return "\n".join(["---", *_fields(model, title, vocabulary, today), "---", _BODY, ""])


def _fields(model: type[RecordModel], title: str, vocabulary: Vocabulary, today: date) -> Iterator[str]:
    ready = {"title": quoted(title), "checked": str(today), "checked_by": "redaktion", "date": str(today)}
    yield f"# {model.singular}: Zeilen mit # am Anfang sind Erklärungen und dürfen weg."
    yield "# muss = ohne geht es nicht · soll = hilft sehr · kann = freiwillig"
    for spec in model.specs().values():
        yield f"# {spec.label} ({spec.level}): {spec.help}{_values(spec, vocabulary)}"
        if spec.key in ready:
            yield f"{spec.key}: {ready[spec.key]}"
        elif spec.is_mandatory or spec.key in USUAL.get(model.folder, ()):
            yield f"{spec.key}:  # Beispiel: {spec.example}"
        else:
            yield f"# {spec.key}: {spec.example}"


def _values(spec: FieldSpec, vocabulary: Vocabulary) -> str:
    if spec.list_name is None or spec.list_name not in vocabulary.lists:
        return ""
    ids = vocabulary[spec.list_name].ids
    return f" Möglich: {', '.join(ids[:MAX_VALUES])}."
