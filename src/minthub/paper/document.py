"""A document before typesetting: address, template and flat data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Document:
    """A PDF to make. `path` is its lasting address below the site, `page` the page that offers it as `label`;
    `download` is the name it is saved under. `also_on` is a second page that offers it; `sheets` says what
    comes out of the printer, `rights` what may be done with it.

    `data` is JSON for the template `paper/<template>.typ`, `code` the address in its QR code, if it has one; equal
    data and templates give equal bytes.
    """

    path: str
    page: str
    label: str
    download: str
    title: str
    template: str
    data: str
    date: date
    code: str = ""
    also_on: str = ""
    sheets: str = "A4"
    rights: str = ""


def as_data(data: Mapping[str, Any]) -> str:
    """JSON of flat data, which may hold dataclasses."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=vars)


def file_name(name: str, today: date) -> str:
    """The file name for saving a document: `mint-goerlitz-2026-11-21.pdf`."""
    return f"mint-{name}-{today}.pdf"
