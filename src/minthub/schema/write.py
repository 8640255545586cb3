"""Writes the published forms of the format below the site's folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from minthub.catalogue import Catalogue
from minthub.schema.records import schemas


def write_schemas(catalogue: Catalogue, url: str, out: Path) -> None:
    """`daten/schema/<kind>.json`, readable for people, too. Raises OSError."""
    for path, schema in schemas(catalogue, url):
        write_json(out / path, schema, indent=1)


def write_json(file: Path, data: Any, indent: int | None = None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    separators = (",", ": ") if indent else (",", ":")
    file.write_text(
        json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n", "utf-8"
    )
