"""Loads a content folder into a catalogue of records and a report of findings. All programs read the content through here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from minthub.checks.across import check_all
from minthub.checks.rest import check_rest
from minthub.checks.world import World, district_of
from minthub.collector import without_collector
from minthub.drafting import drafts_of
from minthub.findings import Finding, Report
from minthub.folding import fold_key
from minthub.intake import IMAGE_FOLDER, Source, find_sources
from minthub.model.base import FieldSpec, RecordModel
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER, District, Event, Funding, Network, NewsItem, Offer, Provider
from minthub.model.types import Lists
from minthub.places import Places, Point, load_places
from minthub.project import load_pages
from minthub.reading.decode import not_opened
from minthub.reading.frontmatter import OR_AS_LIST
from minthub.reading.record import Record, Scalar, read_record
from minthub.vocabulary import Term, TermList, Vocabulary, load_vocabulary
from minthub.wishes import check_wishes, phrases_by_record, read_wishes

Model = TypeVar("Model", bound=RecordModel)


@dataclass(frozen=True)
class Catalogue:
    """All records without a Fehler, and the tables they refer to. Frozen; every build creates a new one."""

    vocabulary: Vocabulary
    places: Places
    today: date
    records: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    # Key of a record → phrases of visitors that it answers (see `wishes`).
    wishes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def offers(self) -> tuple[Offer, ...]:
        return self.records.get("offers", ())

    @property
    def events(self) -> tuple[Event, ...]:
        return self.records.get("events", ())

    @property
    def providers(self) -> tuple[Provider, ...]:
        return self.records.get("providers", ())

    @property
    def networks(self) -> tuple[Network, ...]:
        return self.records.get("networks", ())

    @property
    def districts(self) -> tuple[District, ...]:
        return self.records.get("regions", ())

    @property
    def funding(self) -> tuple[Funding, ...]:
        return self.records.get("funding", ())

    @property
    def news(self) -> tuple[NewsItem, ...]:
        return self.records.get("news", ())

    @cached_property
    def _by_key(self) -> dict[str, RecordModel]:
        return {record.key: record for records in self.records.values() for record in records}

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], RecordModel]:
        """(folder, folded id, title or alias) → record. If two share a name, the first by id wins."""
        names: dict[tuple[str, str], RecordModel] = {}
        for records in self.records.values():
            for record in records:
                for name in (record.id, record.title, *record.aliases):
                    if key := fold_key(name):
                        names.setdefault((record.folder, key), record)
        return names

    def find(self, folder: str, name: str | None) -> RecordModel | None:
        """The record with this id, title or alias."""
        if not name:
            return None
        return self._by_key.get(f"{folder}/{name}") or self._by_name.get((folder, fold_key(name)))

    def district(self, id: str) -> District:
        """Raises KeyError for an unknown district."""
        district = self._by_key[f"regions/{id}"]
        assert isinstance(district, District)
        return district

    def point_of(self, record: Any) -> Point | None:
        """Coordinates, else the point of the postcode, else that of the municipality."""
        if record.geo:
            return record.geo  # type: ignore[no-any-return]
        if record.postcode and (areas := self.places.postcode(record.postcode)):
            return areas[0].point
        ags = self.district(record.district).ags if record.district else None
        found = [row for row in self.places.city(record.city or "") if ags in (None, row.district_ags)]
        return found[0].point if found else None


@dataclass(frozen=True)
class Loaded:
    """A catalogue with the intermediate results it was made from, for commands that write records.

    `drafts` are all readable records as written, including those with a Fehler.
    """

    catalogue: Catalogue
    report: Report
    drafts: tuple[Draft, ...]
    world: World


def load(content: Path, data: Path, today: date) -> tuple[Catalogue, Report]:
    """Reads everything below `content` and `data`.

    Records with a Fehler are in the report and not in the catalogue. Raises OSError or ValueError only if
    the tables in `data` are missing or wrong.
    """
    loaded = load_all(content, data, today)
    return loaded.catalogue, loaded.report


@without_collector()
def load_all(content: Path, data: Path, today: date) -> Loaded:
    """Like `load`, but also returns the drafts and the world that new records are checked against."""
    vocabulary, places = load_vocabulary(data / "vocabulary.yml"), load_places(data)
    sources, findings = find_sources(content, vocabulary)
    told = {found.file for found in findings}
    findings += [one for one in check_rest(content, load_pages(content.parent)) if one.file not in told]
    records: list[Record] = []
    for source in sources:
        record, found = _read(source)
        findings += found
        if record:
            records.append(record)
    lists = Lists(vocabulary, _districts(records, sources))
    world = _world(content, lists, places, records, sources, today)
    lists = replace(lists, districts_of=world.districts_named)
    world = replace(world, lists=lists)
    drafts, found = drafts_of(records, world, findings)
    findings += [*found, *check_all(drafts, world)]
    wishes, found = read_wishes(content)
    keys = _keys(drafts, world)
    findings += [*found, *check_wishes(wishes, keys)]
    report = Report.of(findings, files_read=len(sources))
    catalogue = Catalogue(
        vocabulary, places, today, _accepted(drafts, report, world), phrases_by_record(wishes, keys)
    )
    return Loaded(catalogue, report, tuple(drafts), world)


def _keys(drafts: Iterable[Draft], world: World) -> dict[str, str]:
    """Current or former key → current key, of all records."""
    current = {f"{kind}/{id}": f"{kind}/{id}" for kind, ids in world.ids.items() for id in ids}
    former = {
        f"{draft.record.kind}/{id}": f"{draft.record.kind}/{draft.record.id}"
        for draft in drafts
        for id in draft.values.redirect_from
    }
    return {**former, **current}


def _read(source: Source) -> tuple[Record | None, list[Finding]]:
    try:
        raw = source.path.read_bytes()
    except OSError:
        return None, [not_opened(source.file)]
    specs = BY_FOLDER[source.kind].specs()
    record, findings = read_record(raw, source.file, source.kind, source.id, source.folder, specs)
    return record, [_labelled(found, specs) for found in findings]


def _labelled(found: Finding, specs: Mapping[str, FieldSpec]) -> Finding:
    """The finding with the field's German label, and without the advice to write a list if the field takes one value.
    The reader knows neither, only keys.
    """
    spec = specs.get(found.field or "")
    if found.code == "M012" and OR_AS_LIST in found.remedy and not (spec and spec.is_list):
        found = replace(found, remedy=f"{found.remedy.partition(OR_AS_LIST)[0]}.")
    return replace(found, label=spec.label) if spec else found


def _texts(record: Record, key: str) -> list[str]:
    """The texts in a field as written, unchecked."""
    entry = record.entries.get(key)
    value = entry.value if entry else None
    items = [value] if isinstance(value, Scalar) else getattr(value, "items", ())
    return [item.text for item in items if isinstance(item, Scalar) and item.text]


def _districts(records: list[Record], sources: list[Source]) -> TermList:
    """The closed list of districts from their records: id, title, short names.

    An unreadable record still counts with its id, so that references to it are not reported as well.
    """
    readable = {record.id: record for record in records if record.kind == "regions"}
    terms = []
    for source in sources:
        if source.kind == "regions":
            record = readable.get(source.id, Record(source.file, source.kind, source.id))
            title = next(iter(_texts(record, "title")), record.id)
            names = [name for key in ("short_title", "aliases", "name_hsb") for name in _texts(record, key)]
            terms.append(Term(record.id, title, synonyms=tuple(names)))
    return TermList("districts", tuple(terms))


def _world(
    content: Path, lists: Lists, places: Places, records: list[Record], sources: list[Source], today: date
) -> World:
    ids: dict[str, set[str]] = {folder: set() for folder in BY_FOLDER}
    for source in sources:
        ids[source.kind].add(source.id)
    names: dict[str, dict[str, str]] = {folder: {} for folder in BY_FOLDER}
    for record in records:
        for name in (*_texts(record, "title"), *_texts(record, "aliases")):
            names[record.kind].setdefault(fold_key(name), record.id)
    keys = [
        (ags, record.id) for record in records if record.kind == "regions" for ags in _texts(record, "ags")
    ]
    count = Counter(ags for ags, _ in keys)
    # An AGS that two districts claim is reported elsewhere; it is not used to find the district of a place.
    by_ags = {ags: id for ags, id in keys if count[ags] == 1}
    all_ids = {kind: frozenset(found) for kind, found in ids.items()}
    return World(lists, places, by_ags, today, all_ids, names, _images(content / IMAGE_FOLDER))


def _images(folder: Path) -> dict[str, int]:
    """File name → size in bytes. Symbolic links are skipped, because they may point outside the folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}


def _accepted(drafts: list[Draft], report: Report, world: World) -> dict[str, tuple[RecordModel, ...]]:
    """Folder → records made from complete drafts without a Fehler, with the district filled in, sorted by id."""
    refused = {found.file for found in report.errors}
    complete = [draft for draft in drafts if draft.is_complete and draft.record.file not in refused]
    known = {draft.record.id for draft in complete if draft.record.kind == "regions"} | {
        world.vocabulary.state.id
    }
    accepted: dict[str, list[RecordModel]] = {folder: [] for folder in BY_FOLDER}
    for draft in complete:
        accepted[draft.record.kind].append(_with_districts(draft, world, known))
    return {
        folder: tuple(sorted(records, key=lambda record: record.id)) for folder, records in accepted.items()
    }


def _with_districts(draft: Draft, world: World, known: set[str]) -> RecordModel:
    """The record with its district filled in, and without references to districts that are not in the catalogue."""
    record: RecordModel = draft.values
    updates: dict[str, Any] = {}
    if hasattr(record, "district"):
        district = district_of(draft, world)
        updates["district"] = district if district in known else None
    for key in ("serves", "districts", "neighbours"):
        ids = getattr(record, key, ())
        updates |= {key: tuple(id for id in ids if id in known)} if ids else {}
    changed = {key: value for key, value in updates.items() if value != getattr(record, key)}
    return record.model_copy(update=changed) if changed else record
