"""Writes the published forms of the format below the site's folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from minthub.catalogue import Catalogue
from minthub.output import write_file
from minthub.paths import FORM, record_path
from minthub.schema.form import form_data, place_data, source
from minthub.schema.records import schemas
from minthub.views.site import Site


def write_schemas(catalogue: Catalogue, url: str, out: Path) -> None:
    """`daten/schema/<kind>.json`, readable for people, too. Raises OSError."""
    for path, schema in schemas(catalogue, url):
        write_json(f"{out}/{path}", schema, indent=1)


def write_form(catalogue: Catalogue, site: Site, out: Path) -> None:
    """The data that the form for new records loads, and each record that it can correct, beside its page. Raises OSError."""
    write_json(f"{out}/{FORM}regeln.json", form_data(catalogue, site))
    write_json(f"{out}/{FORM}orte.json", place_data(catalogue))
    for record in (*catalogue.offers, *catalogue.events):
        write_json(f"{out}/{record_path(record)}eintrag.json", source(record))


def write_json(file: str, data: Any, indent: int | None = None) -> None:
    separators = (",", ": ") if indent else (",", ":")
    write_file(file, json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n")
