"""Finds the records that have to be checked again, and the organisations to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from minthub.catalogue import Catalogue
from minthub.folding import fold
from minthub.freshness import Freshness, freshness, months_between, months_later
from minthub.listing import last_day
from minthub.model.addresses import EMAIL
from minthub.model.kinds import Funding
from minthub.paths import form_path, record_path

# The first stage of ageing begins after so many months.
MONTHS_FRESH = 12
STAGES = {
    Freshness.FRESH: "bald älter als ein Jahr",
    Freshness.OLD: "mit Vermerk „Angaben älter als ein Jahr“",
    Freshness.STALE: "am Ende der Listen, mit Warnung",
    Freshness.GONE: "in keiner Liste mehr",
}


@dataclass(frozen=True)
class Due:
    """A record to check. `district`: id of a district or of the whole state. `organisation`: the one to ask."""

    record: Any
    district: str
    organisation: str
    mails: tuple[str, ...]
    stage: Freshness
    months: int

    @property
    def page(self) -> str:
        """The path of the record's page."""
        return record_path(self.record)

    @property
    def editing(self) -> str:
        """The path of the form with this record in it; empty for kinds that the form does not support."""
        return form_path(self.record.folder, self.record.id)


def due_records(catalogue: Catalogue, ahead: int = 0) -> list[Due]:
    """All records due today or in so many days, by district (the whole state last), the oldest check first."""
    ordered = [district.id for district in sorted(catalogue.districts, key=lambda one: fold(one.short_title))]
    found = [_due(record, catalogue) for record in _running(catalogue) if _is_due(record, catalogue.today, ahead)]  # fmt: skip
    place = {id: number for number, id in enumerate([*ordered, catalogue.vocabulary.state.id])}
    return sorted(
        found,
        key=lambda due: (place[due.district], due.record.checked, fold(due.record.title), due.record.key),
    )


def number_of_records(catalogue: Catalogue) -> int:
    """The number of records that are subject to ageing."""
    return sum(1 for _ in _running(catalogue))


def by_district(dues: Iterable[Due]) -> dict[str, list[Due]]:
    groups: dict[str, list[Due]] = {}
    for due in dues:
        groups.setdefault(due.district, []).append(due)
    return groups


def by_organisation(dues: Iterable[Due]) -> dict[str, list[Due]]:
    """Each organisation once, however its name is spelt, in alphabetical order."""
    groups: dict[str, list[Due]] = {}
    for due in dues:
        groups.setdefault(due.organisation, []).append(due)
    return dict(sorted(groups.items(), key=lambda item: fold(item[0])))


def district_name(id: str, catalogue: Catalogue) -> str:
    state = catalogue.vocabulary.state
    return state.label if id == state.id else catalogue.district(id).title


def _running(catalogue: Catalogue) -> Iterable[Any]:
    """The records that are not over. Funding is included after its deadline, because it may have a new one."""
    records: tuple[Any, ...] = (*catalogue.offers, *catalogue.networks, *catalogue.funding)
    for record in records:
        last = None if isinstance(record, Funding) else last_day(record)
        if record.status != "beendet" and (last is None or last >= catalogue.today):
            yield record


def _is_due(record: Any, today: date, ahead: int) -> bool:
    return today + timedelta(days=ahead) > months_later(record.checked, MONTHS_FRESH)


def _due(record: Any, catalogue: Catalogue) -> Due:
    name, mails = _organisation(record, catalogue)
    return Due(
        record=record,
        district=_district(record, catalogue),
        organisation=name,
        mails=mails,
        stage=freshness(record.checked, catalogue.today),
        months=months_between(record.checked, catalogue.today),
    )


def _district(record: Any, catalogue: Catalogue) -> str:
    """Its own, or the only one it serves; everything else concerns the whole state."""
    own = getattr(record, "district", None)
    serves = record.serves
    return own or (serves[0] if len(serves) == 1 else catalogue.vocabulary.state.id)


def _organisation(record: Any, catalogue: Catalogue) -> tuple[str, tuple[str, ...]]:
    """The organisation to ask (provider of an offer, coordinator of a network, funder), and its mail addresses."""
    name = next(
        (str(name) for key in ("provider", "coordinator", "funder") if (name := getattr(record, key, None))),
        record.title,
    )
    provider: Any = catalogue.find("providers", name)
    contacts = [*getattr(record, "contact", ()), *(provider.contact if provider else ())]
    mails = dict.fromkeys(found[0] for contact in contacts if (found := EMAIL.search(contact)))
    return provider.title if provider else name, tuple(mails)
