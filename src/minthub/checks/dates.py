"""Rules about days and times. Those that depend on today are notes, unless waiting can only mend them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from minthub.checks.world import World
from minthub.findings import Finding
from minthub.freshness import Freshness, freshness, months_between
from minthub.model.convert import Draft
from minthub.model.dates import Moment

_AGEING = ("offers", "networks", "funding")
_STAGE_CODES = {Freshness.OLD: "M901", Freshness.STALE: "M902", Freshness.GONE: "M903"}


def check_checked_is_past(draft: Draft, world: World) -> Iterator[Finding]:
    """`checked` is today or earlier."""
    checked = draft.values.checked
    if checked and checked > world.today:
        yield draft.finding("M301", "checked", f"Der {checked:%d.%m.%Y} liegt in der Zukunft.", f"Schreiben Sie den Tag der Prüfung, heute wäre: checked: {world.today}")


def check_freshness(draft: Draft, world: World) -> Iterator[Finding]:
    """Offers, networks and funding are checked once a year."""
    checked = draft.values.checked
    if draft.record.kind not in _AGEING or not checked or draft.values.status == "beendet":
        return
    stage = freshness(checked, world.today)
    if stage is not Freshness.FRESH:
        months = months_between(checked, world.today)
        yield draft.finding(_STAGE_CODES[stage], "checked", f"zuletzt vor {months} Monaten.", "Prüfen Sie die Angaben an der Quelle und setzen Sie das heutige Datum.")


def check_expires(draft: Draft, world: World) -> Iterator[Finding]:
    """`expires` is not before `checked`."""
    expires, checked = getattr(draft.values, "expires", None), draft.values.checked
    if expires and checked and expires < checked:
        yield draft.finding("M306", "expires", f"Der {expires:%d.%m.%Y} liegt vor dem Prüfdatum.", "Berichtigen Sie den Tag; ist das Angebot vorbei, schreiben Sie: status: beendet")


def check_start(draft: Draft, world: World) -> Iterator[Finding]:
    """An event has a start or several dates."""
    if draft.record.kind == "events" and not draft.has("start") and not draft.has("dates"):
        yield draft.finding("M125", "start", "fehlt.", "Ergänzen Sie: start: 2026-12-05 16:00")


def check_end(draft: Draft, world: World) -> Iterator[Finding]:
    """An event ends after it starts, and says so once."""
    if draft.record.kind != "events":
        return
    start, end = draft.values.start, draft.values.end
    if draft.has("end") and draft.has("duration"):
        yield draft.finding("M307", "duration", "Ende (end) und Dauer (duration) stehen beide da.", "Löschen Sie eines der beiden Felder.")
    if start and end and _is_before(end, start):
        yield draft.finding("M302", "end", f"{end} liegt vor dem Beginn {start}.", "Berichtigen Sie Beginn oder Ende.")


def _is_before(end: Moment, start: Moment) -> bool:
    """An end without a time is the whole day."""
    if end.at is None or start.at is None:
        return end.day < start.day
    return (end.day, end.at) <= (start.day, start.at)


def check_deadline(draft: Draft, world: World) -> Iterator[Finding]:
    """Registration closes before the event starts; a deadline in the past is worth a look."""
    deadline = getattr(draft.values, "registration_deadline", None)
    if not deadline:
        return
    starts = [moment for moment in (getattr(draft.values, "start", None), *getattr(draft.values, "dates", ())) if moment]
    last = max(starts, key=lambda moment: moment.sort_key, default=None)
    if last and (deadline.day, deadline.at or time.min) > (last.day, last.at or time.max):
        yield draft.finding("M303", "registration_deadline", f"{deadline} liegt nach dem Beginn {last}.", "Berichtigen Sie Anmeldeschluss oder Beginn.")
    elif deadline.day < world.today and (draft.record.kind == "offers" or last and last.day >= world.today):
        yield draft.finding("M309", "registration_deadline", f"Der {deadline.day:%d.%m.%Y} ist vorbei.", "Löschen Sie das Feld oder nennen Sie den nächsten Anmeldeschluss.")


def check_repetition(draft: Draft, world: World) -> Iterator[Finding]:
    """A repetition has a last day after its start; without one there is nothing to end or except."""
    if draft.record.kind != "events":
        return
    values = draft.values
    if draft.has("repeats") and not draft.has("until"):
        yield draft.finding("M305", "repeats", "Der letzte Tag der Wiederholung fehlt.", "Ergänzen Sie: until: 2027-07-09")
    for key in ("until", "except"):
        if draft.has(key) and not draft.has("repeats"):
            yield draft.finding("M310", key, "Das Feld gehört zu einer Wiederholung, die fehlt.", "Ergänzen Sie: repeats: woechentlich – oder löschen Sie die Zeile.")
    if values.until and values.start and values.until < values.start.day:
        yield draft.finding("M308", "until", f"Der {values.until:%d.%m.%Y} liegt vor dem Beginn {values.start}.", "Berichtigen Sie einen der beiden Tage.")


RULES = (
    check_checked_is_past,
    check_freshness,
    check_expires,
    check_start,
    check_end,
    check_deadline,
    check_repetition,
)
