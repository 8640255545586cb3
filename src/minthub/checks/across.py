"""Rules that look at all records at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from minthub.checks.images import MAX_BYTES, megabytes
from minthub.checks.world import World, district_of
from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.intake import IMAGE_FOLDER
from minthub.model.convert import Draft
from minthub.reading.record import Record

One = TypeVar("One")
# Formats of cameras and scanners that browsers do not show.
_NOT_SHOWN = (".bmp", ".heic", ".heif", ".tif", ".tiff")
_WITH_PLACE = ("offers", "events", "providers", "networks")


def check_unique_ids(records: Iterable[Record]) -> Iterator[Finding]:
    """An id is unique within its kind, in whatever folder it lies."""
    same: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        same[record.kind, record.id].append(record)
    for record, others in _each_with_others(same.values()):
        # The older record should keep its published address, but the files don't tell which one that is.
        problem = f"Den Dateinamen {record.id}.md hat auch {_files(others)}."
        remedy = (
            f"Benennen Sie die neuere Datei um; ist es diese, zum Beispiel in: "
            f"{record.id}-{record.folder or 'neu'}.md"
        )
        yield finding("M019", record.file, 1, problem, remedy)


def _each_with_others(groups: Iterable[list[One]]) -> Iterator[tuple[One, list[One]]]:
    """Each member of a group of several, with the others, so that the finding is reported at all of them."""
    for group in groups:
        for at, one in enumerate(group) if len(group) > 1 else ():
            yield one, [*group[:at], *group[at + 1 :]]


def _files(records: list[Record]) -> str:
    """`a.md`, „a.md und b.md“; of more than two only the first ones."""
    files = [record.file for record in records]
    return " und ".join([*files[:2], *(["weitere"] if len(files) > 2 else [])])


def check_duplicates(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Two records of a kind don't have the same title in the same district (and at the same time)."""
    same: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if key := _title_key(draft, world):
            same[key].append(draft)
    remedy = "Ist es dasselbe, führen Sie beide Einträge zusammen; sonst machen Sie die Titel unterscheidbar."
    for draft, others in _each_with_others(same.values()):
        files = _files([other.record for other in others])
        yield draft.finding("M211", "title", f"„{draft.values.title}“ steht auch in {files}.", remedy)


def _title_key(draft: Draft, world: World) -> tuple[str, ...] | None:
    """The key that duplicates share; None if the rule does not apply to the kind or there is no title."""
    kind, title = draft.record.kind, draft.values.title
    if kind in ("regions", "news") or not title:
        return None
    place = (district_of(draft, world) or "") if kind in _WITH_PLACE else ""
    return kind, fold_key(title) or title, place, str(getattr(draft.values, "start", "") or "")


def check_same_website(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Two providers don't have the same website; otherwise they are probably one. Not reported if they share the title."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        website = getattr(draft.values, "website", None)
        if draft.record.kind != "providers" or not website:
            continue
        key = website.lower().partition("://")[2].removeprefix("www.").rstrip("/")
        other = first.setdefault(key, draft)
        if other is not draft and _title_key(other, world) != _title_key(draft, world):
            remedy = "Ist es dieselbe Einrichtung, führen Sie beide Einträge zusammen."
            yield draft.finding(
                "M211", "website", f"Dieselbe Website nennt auch {other.record.file}.", remedy
            )


def check_shared_redirects(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """An old address leads to one record."""
    first: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        for index, old in enumerate(draft.values.redirect_from):
            other = first.setdefault((draft.record.kind, old), draft)
            if other is not draft:
                problem = f"„{old}“ nennt auch {other.record.file}."
                yield draft.finding(
                    "M212", "redirect_from", problem, "Löschen Sie die Kennung hier oder dort.", index
                )


def check_map(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Every district of the map has one record, and every record a district of the map."""
    districts = [draft for draft in drafts if draft.record.kind == "regions"]
    on_map = {outline.ags for outline in world.places.outlines}
    seen: dict[str, Draft] = {}
    for draft in districts:
        ags = draft.values.ags
        if ags and seen.setdefault(ags, draft) is not draft:
            problem = f"Den Schlüssel {ags} hat schon {seen[ags].record.file}."
            yield draft.finding("M216", "ags", problem, "Berichtigen Sie den Schlüssel.")
        elif ags and on_map and ags not in on_map:
            problem = f"Den Schlüssel {ags} gibt es in data/districts.geojson nicht."
            yield draft.finding("M216", "ags", problem, "Berichtigen Sie den Schlüssel.")
    # Only if all records are matched: one that is unreadable or has a wrong AGS may be the missing one.
    is_each_on_map = len(on_map & seen.keys()) == len(world.ids.get("regions", ()))
    for ags in sorted(on_map - seen.keys()) if is_each_on_map else ():
        remedy = f'Legen Sie den Kreis an: ags: "{ags}"'
        yield finding(
            "M216", _folder(districts), 1, f"Der Kreis mit dem Schlüssel {ags} hat keinen Eintrag.", remedy
        )


def _folder(districts: list[Draft]) -> str:
    return districts[0].record.file.rpartition("/")[0] if districts else "content/regions"


def check_mutual_neighbours(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """If a district names another one as neighbour, that one names it, too."""
    neighbours = {draft.record.id: draft for draft in drafts if draft.record.kind == "regions"}
    missing: dict[str, list[str]] = defaultdict(list)
    for id, draft in neighbours.items():
        for other in draft.values.neighbours or ():
            # A district without any valid neighbours has been reported already.
            known = neighbours[other].values.neighbours if other in neighbours else ()
            if known and id not in known and other != id:
                missing[other].append(id)
    for other, ids in missing.items():
        verb = "nennt" if len(ids) == 1 else "nennen"
        problem = f"{' und '.join(ids)} {verb} diesen Kreis als Nachbarn, umgekehrt fehlt es."
        remedy = f"Ergänzen Sie {' und '.join(ids)} in der Liste."
        yield neighbours[other].finding("M217", "neighbours", problem, remedy)


def check_other_pictures(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """Unused pictures are small and of a type that browsers show, because they are published as well."""
    used = {draft.values.image for draft in drafts if getattr(draft.values, "image", None)}
    for name in sorted(world.images.keys() - used):
        file = f"content/{IMAGE_FOLDER}/{name}"
        if name.rpartition("/")[2].startswith("."):
            continue
        if name.lower().endswith(_NOT_SHOWN):
            remedy = "Speichern Sie es als jpg oder löschen Sie es."
            yield finding("M213", file, 1, "Das ist kein Bild im Format jpg, png oder webp.", remedy)
        elif world.images[name] > MAX_BYTES:
            remedy = "Verkleinern Sie das Bild auf etwa 1600 Pixel Breite, oder löschen Sie es."
            yield finding(
                "M213",
                file,
                1,
                f"Das Bild hat {megabytes(world.images[name])} MB, erlaubt sind 2 MB.",
                remedy,
            )


def check_all(drafts: Iterable[Draft], world: World) -> Iterator[Finding]:
    """All findings that need more than one record."""
    ordered = sorted(drafts, key=lambda draft: draft.record.file)
    yield from check_unique_ids(draft.record for draft in ordered)
    yield from check_duplicates(ordered, world)
    yield from check_same_website(ordered, world)
    yield from check_shared_redirects(ordered)
    yield from check_map(ordered, world)
    yield from check_mutual_neighbours(ordered)
    yield from check_other_pictures(ordered, world)
