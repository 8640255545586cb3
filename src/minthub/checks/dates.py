"""Rules about days and times. Those that depend on today are Hinweise, unless time can only resolve the mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from minthub.checks.world import World
from minthub.findings import Finding
from minthub.freshness import Freshness, freshness, months_between
from minthub.model.convert import Draft
from minthub.model.dates import Moment

_AGEING = ("offers", "networks", "funding")
_STARTS = ("start", "dates", "until")
_STAGE_CODES = {Freshness.OLD: "M901", Freshness.STALE: "M902", Freshness.GONE: "M903"}


def check_checked_is_past(draft: Draft, world: World) -> Iterator[Finding]:
    """`checked` is today or earlier."""
    checked = draft.values.checked
    if checked and checked > world.today:
        remedy = f"Schreiben Sie den Tag der Prüfung, heute wäre: checked: {world.today}"
        yield draft.finding("M301", "checked", f"Der {checked:%d.%m.%Y} liegt in der Zukunft.", remedy)


def with_today(found: Finding, today: date) -> Finding:
    """The finding with today as example for `checked`: the most likely value, and never a day in the future."""
    example = re.search(r"zum Beispiel: checked: (\d{4}-\d\d-\d\d)", found.remedy)
    if found.code != "M110" or not example or example[1] <= str(today):
        return found
    return replace(found, remedy=f"Schreiben Sie den Tag der Prüfung, heute wäre: checked: {today}")


def check_freshness(draft: Draft, world: World) -> Iterator[Finding]:
    """Offers, networks and funding are checked once a year."""
    checked = draft.values.checked
    if draft.record.kind not in _AGEING or not checked or draft.values.status == "beendet":
        return
    if code := _STAGE_CODES.get(freshness(checked, world.today)):
        problem = f"zuletzt vor {months_between(checked, world.today)} Monaten."
        remedy = "Prüfen Sie die Angaben an der Quelle und setzen Sie das heutige Datum."
        yield draft.finding(code, "checked", problem, remedy)


def check_expires(draft: Draft, world: World) -> Iterator[Finding]:
    """`expires` is not before `checked`, unless the offer is said to be over."""
    expires, checked = getattr(draft.values, "expires", None), draft.values.checked
    if not expires or not checked or checked > world.today or draft.values.status == "beendet":
        return
    if expires < checked:
        remedy = "Berichtigen Sie den Tag; ist das Angebot vorbei, schreiben Sie: status: beendet"
        yield draft.finding("M306", "expires", f"Der {expires:%d.%m.%Y} liegt vor dem Prüfdatum.", remedy)


def check_start(draft: Draft, world: World) -> Iterator[Finding]:
    """An event has a start or dates; a repeated event has a start."""
    if draft.record.kind != "events" or draft.has("start"):
        return
    if draft.has("repeats"):
        problem = "fehlt, von ihm aus zählt die Wiederholung."
        yield draft.finding("M125", "start", problem, "Ergänzen Sie: start: 2026-12-05 16:00")
    elif not draft.has("dates"):
        yield draft.finding("M125", "start", "fehlt.", "Ergänzen Sie: start: 2026-12-05 16:00")


def check_end(draft: Draft, world: World) -> Iterator[Finding]:
    """An event ends after it starts, and has an end or a duration, not both."""
    if draft.record.kind != "events":
        return
    start, end = draft.values.start, draft.values.end
    if draft.has("end") and draft.has("duration"):
        problem = "Ende (end) und Dauer (duration) stehen beide da."
        yield draft.finding("M307", "duration", problem, "Löschen Sie eines der beiden Felder.")
    if start and end and not _is_after(end, start):
        problem = f"{_german(end)} liegt nicht nach dem Beginn {_german(start)}."
        yield draft.finding("M302", "end", problem, "Berichtigen Sie Beginn oder Ende.")


def _german(moment: Moment) -> str:
    """`05.12.2026, 16:00 Uhr`, the German spelling for sentences."""
    return f"{moment.day:%d.%m.%Y}" + (f", {moment.at:%H:%M} Uhr" if moment.at else "")


def _is_after(end: Moment, start: Moment) -> bool:
    """An end without a time is the whole day."""
    if end.at is None or start.at is None:
        return end.day >= start.day
    return end.sort_key > start.sort_key


def check_deadline(draft: Draft, world: World) -> Iterator[Finding]:
    """Registration closes before the last start; a past deadline of an event that still goes on is a Hinweis.

    The last start of a repeated event is the last day of the repetition. Not checked while one of the days is unreadable.
    """
    deadline = getattr(draft.values, "registration_deadline", None)
    start, dates, until = (getattr(draft.values, key, None) for key in _STARTS)
    if not deadline or any(draft.has(key) and not getattr(draft.values, key, None) for key in _STARTS):
        return
    starts = [start, *(dates or ()), Moment(until) if until else None]
    last = max((one for one in starts if one), key=lambda one: one.sort_key, default=None)
    if last and deadline.sort_key > (last.day, last.at or time.max):
        is_series = until and last == Moment(until)
        what = "letzten Tag der Wiederholung" if is_series else "Beginn"
        problem = f"{_german(deadline)} liegt nach dem {what} {_german(last)}."
        remedy = f"Berichtigen Sie Anmeldeschluss oder {'Wiederholung' if is_series else 'Beginn'}."
        yield draft.finding("M303", "registration_deadline", problem, remedy)
        return
    goes_on = last.day >= world.today if last else getattr(draft.values, "status", "") not in ("", "beendet")
    if deadline.day < world.today and goes_on:
        problem = f"Der {deadline.day:%d.%m.%Y} ist vorbei."
        remedy = "Löschen Sie das Feld oder nennen Sie den nächsten Anmeldeschluss."
        yield draft.finding("M309", "registration_deadline", problem, remedy)


def check_repetition(draft: Draft, world: World) -> Iterator[Finding]:
    """A repetition has a last day after its start; only repetitions have a last day and exceptions."""
    if draft.record.kind != "events":
        return
    start, until = draft.values.start, draft.values.until
    if draft.has("repeats") and not draft.has("until"):
        problem = "fehlt, der letzte Tag der Wiederholung."
        yield draft.finding("M305", "until", problem, "Ergänzen Sie im Kopfteil: until: 2027-07-09")
    alone = [key for key in ("until", "except") if draft.has(key) and not draft.has("repeats")]
    if alone:
        problem = "Das Feld gehört zu einer Wiederholung, die fehlt."
        remedy = "Ergänzen Sie: repeats: woechentlich – oder löschen Sie die Zeile."
        yield draft.finding("M310", alone[0], problem, remedy)
    if until and start and until < start.day:
        problem = f"Der {until:%d.%m.%Y} liegt vor dem Beginn {_german(start)}."
        yield draft.finding("M308", "until", problem, "Berichtigen Sie einen der beiden Tage.")


RULES = (
    check_checked_is_past,
    check_freshness,
    check_expires,
    check_start,
    check_end,
    check_deadline,
    check_repetition,
)
