"""Excel files that are the same, byte for byte, for the same content: openpyxl writes the time of day into them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

TEXT_FORMAT = "@"
DAY_FORMAT = "DD.MM.YYYY"
MOMENT_FORMAT = "DD.MM.YYYY HH:MM"
# The oldest day that a zip file can name.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIXED_STAMP = rb"\g<1>2000-01-01T00:00:00Z"


def workbook_bytes(workbook: Workbook) -> bytes:
    """The file of a workbook, without traces of when it was made."""
    made = io.BytesIO()
    workbook.save(made)
    fixed = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "docProps/core.xml":
                content = _STAMP.sub(_FIXED_STAMP, content)
            entry = zipfile.ZipInfo(member.filename, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
    return fixed.getvalue()


def put(sheet: Any, row: int, column: int, value: Any, number_format: str = TEXT_FORMAT) -> Any:
    """Sets a cell. A text stays a text, also if it begins with „=“."""
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.number_format = number_format
    return cell
