"""Reports records in the folder of another kind, by one finding that names the right folder."""

from __future__ import annotations

from minthub.checks.world import World
from minthub.codes import finding
from minthub.findings import Finding
from minthub.model.base import RecordModel
from minthub.model.kinds import BY_FOLDER, KINDS, Event, Offer
from minthub.reading.record import Record, Scalar

# So many fields of another kind, and none that only this kind has, are no slips.
_ENOUGH = 3
# Offers and events share nearly all fields; these two sorts tell them apart.
_HAS_A_DAY = frozenset({"start", "dates"})
_HAS_TIMES = frozenset({"schedule", "holidays", "group_size"})
_HOW_TO_CALL = {
    "offers": ("einem Angebot", "den Angeboten"),
    "events": ("einem Termin", "den Terminen"),
    "providers": ("einem Anbieter", "den Anbietern"),
    "networks": ("einem Netzwerk", "den Netzwerken"),
    "regions": ("einem Kreis", "den Kreisen"),
    "funding": ("einer Förderung", "den Förderungen"),
    "news": ("einer Meldung", "den Meldungen"),
}


def check_kind(record: Record, world: World) -> Finding | None:
    """A record is in the folder of its kind; the kind is derived from its fields."""
    other = _kind_meant(record)
    if other is None:
        return None
    what, _ = _HOW_TO_CALL[other.folder]
    _, where = _HOW_TO_CALL[record.kind]
    target = "/".join(["content", other.folder, *_district(record, other, world), f"{record.id}.md"])
    problem = f"Das sieht nach {what} aus, liegt aber bei {where}."
    return finding("M022", record.file, 1, problem, f"Verschieben Sie die Datei nach {target}")


def _kind_meant(record: Record) -> type[RecordModel] | None:
    """The kind that the record's fields fit better than the kind of its folder; None if the folder may be right."""
    here = BY_FOLDER[record.kind]
    keys = {key for key in record.entries if any(key in model.specs() for model in KINDS)}
    foreign = keys - here.specs().keys()
    if here is Offer and foreign & _HAS_A_DAY and not keys & _HAS_TIMES:
        return Event
    if here is Event and foreign & _HAS_TIMES and not keys & (_HAS_A_DAY | {"end", "repeats"}):
        return Offer
    if len(foreign) < _ENOUGH:
        return None
    others = [model for model in KINDS if keys <= model.specs().keys()]
    if {Offer, Event} <= set(others):
        return Event if keys & _HAS_A_DAY else Offer
    return others[0] if others else None


def _district(record: Record, other: type[RecordModel], world: World) -> list[str]:
    """The district's folder as path part, for kinds that have such folders; empty if the district is unknown."""
    if other not in (Offer, Event):
        return []
    if record.folder:
        return [record.folder]
    district, postcode = (_text(record, key) for key in ("district", "postcode"))
    known = world.lists.districts.find(district) if district else None
    return [known] if known else world.postcode_districts(postcode)[:1]


def _text(record: Record, key: str) -> str:
    value = record.entries[key].value if key in record.entries else None
    return value.text if isinstance(value, Scalar) else ""
