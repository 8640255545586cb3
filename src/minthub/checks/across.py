"""Rules that look at all records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from minthub.checks.world import World, district_of
from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.model.convert import Draft
from minthub.reading.record import Record


def check_unique_ids(records: Iterable[Record]) -> Iterator[Finding]:
    """An id is unique within its kind, in whatever folder it lies."""
    seen: dict[tuple[str, str], str] = {}
    for record in sorted(records, key=lambda record: record.file):
        first = seen.setdefault((record.kind, record.id), record.file)
        if first != record.file:
            yield finding("M019", record.file, 1, f"Den Dateinamen {record.id}.md hat schon {first}.", f"Benennen Sie die Datei um, zum Beispiel: {record.id}-{record.folder or 'neu'}.md")


def check_duplicates(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Two records of a kind don't have the same title at the same place, or the same website and nearly the same title."""
    groups: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: draft.record.file):
        if draft.record.kind in ("regions", "news") or not draft.values.title:
            continue
        has_place = draft.record.kind in ("offers", "events", "providers", "networks")
        place = (district_of(draft, world) or "") if has_place else ""
        when = str(getattr(draft.values, "start", "") or "")
        groups[draft.record.kind, fold_key(draft.values.title), place, when].append(draft)
    for first, *others in groups.values():
        for other in others:
            yield other.finding("M211", "title", f"„{other.values.title}“ steht auch in {first.record.file}.", "Ist es dasselbe, führen Sie beide Einträge zusammen; sonst machen Sie die Titel unterscheidbar.")


def check_same_website(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Two providers don't share a website: they are probably one."""
    seen: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda draft: draft.record.file):
        website = getattr(draft.values, "website", None)
        if draft.record.kind != "providers" or not website:
            continue
        key = website.partition("://")[2].removeprefix("www.").rstrip("/").lower()
        first = seen.setdefault(key, draft)
        if first is not draft:
            yield draft.finding("M211", "website", f"Dieselbe Website nennt auch {first.record.file}.", "Ist es dieselbe Einrichtung, führen Sie beide Einträge zusammen.")


def check_districts(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Every district of the map has one record, and neighbourhood is mutual."""
    districts = {draft.record.id: draft for draft in drafts if draft.record.kind == "regions"}
    by_ags: dict[str, Draft] = {}
    for draft in districts.values():
        ags = draft.values.ags
        if ags and by_ags.setdefault(ags, draft) is not draft:
            yield draft.finding("M216", "ags", f"Den Schlüssel {ags} hat schon {by_ags[ags].record.file}.", "Berichtigen Sie den Schlüssel.")
        if ags and world.places.outlines and ags not in {outline.ags for outline in world.places.outlines}:
            yield draft.finding("M216", "ags", f"Den Schlüssel {ags} gibt es in data/districts.geojson nicht.", "Berichtigen Sie den Schlüssel.")
        for neighbour in draft.values.neighbours or ():
            other = districts.get(neighbour)
            if other and draft.record.id not in (other.values.neighbours or ()) and neighbour != draft.record.id:
                yield other.finding("M217", "neighbours", f"{draft.record.id} nennt diesen Kreis als Nachbarn, umgekehrt fehlt es.", f"Ergänzen Sie {draft.record.id} in der Liste.")


def check_all(drafts: list[Draft], world: World) -> Iterator[Finding]:
    """All findings that need more than one record."""
    yield from check_unique_ids(draft.record for draft in drafts)
    yield from check_duplicates(drafts, world)
    yield from check_same_website(drafts, world)
    yield from check_districts(drafts, world)
