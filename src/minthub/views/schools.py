"""Fills numbers of hits and links to the districts' sheets into the page for schools."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

from minthub.folding import fold
from minthub.listing import Listing
from minthub.paths import PRINT_VIEW, district_path
from minthub.views.operator import UnknownSetting

SHEETS = "{schulblaetter}"
_HITS = re.compile(r"\{treffer\.([a-z]+)\}")
# Counted like the finder's filters (search/facets.py): „hybrid“ counts as online, too.
_FILTERS: dict[str, Callable[[Any], bool]] = {
    "klassen": lambda record: bool(record.for_schools),
    "gta": lambda record: bool(record.gta),
    "mobil": lambda record: record.mode == "mobil",
    "online": lambda record: record.mode in ("online", "hybrid"),
    "lehrkraefte": lambda record: "lehrkraefte" in record.audiences,
    "erzieher": lambda record: "erzieher" in record.audiences,
}


def fill_numbers(markdown: str, listing: Listing, *, has_papers: bool) -> str:
    """Replaces `{treffer.gta}` by `12 Treffer`, and `{schulblaetter}` by links to a sheet for each district.

    Raises UnknownSetting for another number. Without papers the links lead to the view that prints from a browser.
    """
    records = (*listing.offers, *(item.event for item in listing.events))

    def hits(match: re.Match[str]) -> str:
        if match[1] not in _FILTERS:
            known = ", ".join(f"{{treffer.{name}}}" for name in _FILTERS)
            raise UnknownSetting(f"{match[0]} gibt es nicht. Möglich sind: {known}")
        return f"{sum(map(_FILTERS[match[1]], records))} Treffer"

    text = _HITS.sub(hits, markdown)
    return text.replace(SHEETS, _sheets(listing, has_papers=has_papers)) if SHEETS in text else text


def _sheets(listing: Listing, *, has_papers: bool) -> str:
    # HTML links, because MkDocs would look for targets of Markdown links among its own files.
    districts = sorted(listing.catalogue.districts, key=lambda district: fold(district.short_title))
    return " · ".join(
        f'<a href="../{_sheet(district.id, has_papers=has_papers)}">{escape(district.short_title)}</a>'
        for district in districts
    )


def _sheet(district: str, *, has_papers: bool) -> str:
    return f"{district_path(district)}schulen.pdf" if has_papers else district_path(district, PRINT_VIEW)
