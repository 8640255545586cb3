"""Replies to issues that do not become records (mistakes and wishes), and the district they belong to."""

from __future__ import annotations

import re
from typing import Any

from minthub.catalogue import Loaded
from minthub.checks.world import district_of
from minthub.issues import comments
from minthub.issues.answers import Answers
from minthub.model.convert import Draft
from minthub.paths import SECTIONS, form_path

_KINDS = {section: folder for folder, section in SECTIONS.items()} | {folder: folder for folder in SECTIONS}
# „…/angebote/robotik-ag/“, „offers/robotik-ag“, „content/offers/goerlitz/robotik-ag.md“.
_PLACE = re.compile(rf"(?<![\w-])({'|'.join(_KINDS)})/(?:[\w-]+/(?=[\w-]+\.md))?([a-z0-9-]+)")


def mistake(answers: Answers, loaded: Loaded, url: str) -> tuple[str, str]:
    """The comment, and the district of the record that it is about."""
    page = answers.line("seite")
    draft = find_record(page, loaded)
    if draft is None:
        return comments.mistake_unknown(page), ""
    district = _district(draft, loaded)
    title = str(draft.values.title or draft.record.id)
    name = loaded.world.lists.districts[district].label if district else ""
    kind, id = draft.record.kind, draft.record.id
    form, page_url = form_path(kind, id), f"{url}{SECTIONS[kind]}/{id}/"
    editing = f"{url}{form}" if form else ""
    return comments.mistake_found(title, draft.record.file, name, page_url, editing), district


def find_record(page: str, loaded: Loaded) -> Draft | None:
    """The record meant by an address (`…/angebote/robotik-ag/`), a file, a key, an id, an old id or a title."""
    by_key = {(draft.record.kind, draft.record.id): draft for draft in loaded.drafts}
    for section, id in _PLACE.findall(page.strip().lower()[:500]):
        kind = _KINDS.get(section, "")
        if found := by_key.get((kind, id)) or _moved(kind, id, loaded):
            return found
    named = [by_key[kind, id] for kind in SECTIONS if (id := loaded.world.find(kind, page)) and (kind, id) in by_key]  # fmt: skip
    # An ambiguous name is ignored.
    return named[0] if len(named) == 1 else None


def _moved(kind: str, id: str, loaded: Loaded) -> Draft | None:
    return next(
        (
            draft
            for draft in loaded.drafts
            if draft.record.kind == kind and id in (draft.values.redirect_from or ())
        ),
        None,
    )


def _district(draft: Draft, loaded: Loaded) -> str:
    values: Any = draft.values
    if draft.record.kind == "regions":
        return draft.record.id
    own = district_of(draft, loaded.world) if hasattr(values, "district") else None
    serves = [id for id in getattr(values, "serves", ()) or () if id in loaded.world.lists.districts]
    return own or (serves[0] if len(serves) == 1 else "")


def wish(answers: Answers, loaded: Loaded, url: str) -> tuple[str, str]:
    """The comment, and the district of the place that was named."""
    place, world = answers.line("ort"), loaded.world
    postcode = re.search(r"\b\d{5}\b", place)
    named = world.postcode_districts(postcode[0]) if postcode else world.city_districts(place)
    found = named[0] if named and (postcode or len(named) == 1) else world.lists.districts.find(place)
    return comments.wish(place), found or ""
