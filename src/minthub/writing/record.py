"""Writes records as files: canonical text, unused file names, atomic saving."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from minthub.folding import slug
from minthub.model.base import RecordModel
from minthub.reading.decode import clean
from minthub.writing.values import field_lines, is_empty

MAX_SLUG = 60
_IN_DISTRICT_FOLDERS = ("offers", "events")


def record_text(model: type[RecordModel], values: Mapping[str, Any], body: str) -> str:
    """The canonical text of a record.

    `values`: front matter key → value as in the model (`values_of(record)`, a draft's values). Unknown keys, empty values
    and defaults are left out. The result is valid front matter for any texts.
    """
    written = written_values(model, values)
    lines = [line for key, value in written.items() for line in field_lines(key, value)]
    return "\n".join(["---", *lines, "---", *body_lines(body), ""])


def written_values(model: type[RecordModel], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values worth a line, in the order of the model's fields."""
    defaults = {info.alias or name: info.default for name, info in model.model_fields.items()}
    given = {key: values.get(key) for key in model.specs()}
    return {key: value for key, value in given.items() if not is_empty(value) and value != defaults[key]}


def body_lines(body: str) -> list[str]:
    """The lines of a text below the front matter, without blank ones around it."""
    whole = body.encode("utf-8", "replace").decode("utf-8")
    text = clean(whole, "")[0].strip("\n")
    return text.rstrip().split("\n") if text.strip() else []


def path_for(
    model: type[RecordModel],
    values: Mapping[str, Any],
    content: Path,
    *,
    district: str | None = None,
    state: str | None = None,
    taken: Collection[str] = (),
) -> Path:
    """The path of a new record: a name made from the title, in the folder of its district. Never an existing file.

    `district`: derived from the place, if `values` has none. `state`: folder of records without a place. `taken`: ids of
    other new records.
    """
    folder = content / model.folder
    name = slug(str(values.get("title") or ""), MAX_SLUG) or slug(model.singular)
    if model.folder == "news" and values.get("date"):
        name = f"{values['date']}-{name}"
    used = {path.stem for path in folder.rglob("*.md")} | set(taken)
    free = next(name for name in _numbered(name) if name not in used)
    has_place = any(values.get(key) for key in ("district", "postcode", "city"))
    below = district or values.get("district") or (None if has_place else state)
    if below and model.folder in _IN_DISTRICT_FOLDERS:
        folder /= below
    return folder / f"{free}.md"


def _numbered(name: str) -> Iterator[str]:
    """`name`, `name-2`, `name-3` …"""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def write_text(path: Path, text: str) -> None:
    """Saves a file atomically: writes a temporary file beside it and renames that. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # With a leading dot it is no record, should the program be stopped before the rename.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
