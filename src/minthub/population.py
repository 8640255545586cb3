"""How many children live in each district, from the official table."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

# The bands of the table that cover kindergarten and school age (3 to 17).
_BANDS = ("age_3_5", "age_6_9", "age_10_14", "age_15_17")


def load_children(path: Path) -> Mapping[str, int]:
    """Children and teenagers from 3 to 17 by AGS of the district, newest year. Raises OSError, KeyError or ValueError."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["year"])
    return {row["district_ags"]: sum(int(row[band]) for band in _BANDS) for row in rows}
