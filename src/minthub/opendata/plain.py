"""Records as values of JSON: keys and spellings of the front matter, as the published schemas describe them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from minthub.audience import MAX_AGE, age_numbers
from minthub.listing import Listing
from minthub.model.kinds import Event, Offer
from minthub.model.spans import Span
from minthub.paths import record_path
from minthub.places import Point
from minthub.views.site import Site
from minthub.writing.values import is_empty, spelling, values_of

Item = dict[str, Any]


def item(record: Any, listing: Listing, site: Site) -> Item:
    """A record: `id`, `url`, its fields, `text` (Markdown), and `derived` (values computed from the fields)."""
    fields = {key: plain(value) for key, value in values_of(record).items() if not is_empty(value)}
    made = {"id": record.id, "url": f"{site.url}{record_path(record)}", **fields}
    if record.text.strip():
        made["text"] = record.text.strip()
    if derived := _derived(record, listing, site):
        made["derived"] = derived
    return made


def plain(value: Any) -> Any:
    """A value for JSON: a boolean, a list, else the text as in the front matter."""
    if isinstance(value, bool | float):
        return value
    if isinstance(value, BaseModel):
        return {key: plain(part) for key, part in values_of(value).items() if not is_empty(part)}
    if isinstance(value, Span) and value.first is not None and value.last is not None:
        return [value.first, value.last]
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return [plain(part) for part in value]
    return spelling(value)


def point_of(record: Any, listing: Listing) -> Point | None:
    """Latitude and longitude; those of the postcode or the town if the record has no coordinates."""
    return listing.catalogue.point_of(record) if getattr(record, "city", None) else None


def _derived(record: Any, listing: Listing, site: Site) -> Item:
    found: Item = {}
    if point := point_of(record, listing):
        found["point"] = list(point)
        found["point_is_exact"] = bool(record.geo)
    if isinstance(record, Offer | Event):
        numbers = age_numbers(
            record.ages, record.grades, record.stages, listing.catalogue.vocabulary["stages"]
        )
        if numbers:
            oldest = max(numbers)
            # Always present, because readers of OpenActive data take a missing age for adults only.
            found["age_range"] = [min(numbers), None if oldest >= MAX_AGE else oldest]
        found["age_groups"] = list(listing.groups_of(record))
        if provider := listing.catalogue.find("providers", record.provider):
            found["provider_url"] = f"{site.url}{record_path(provider)}"
    if isinstance(record, Event) and (upcoming := listing.next_time(record)):
        found["next"] = str(upcoming.start)
    return found
