"""Due checks as text, as a table and as an issue for each district."""

from __future__ import annotations

from collections.abc import Sequence

from minthub.catalogue import Catalogue
from minthub.csvfile import MARK, table
from minthub.findings import count
from minthub.inert import inert, quoted
from minthub.model.kinds import BY_FOLDER
from minthub.stale.due import STAGES, Due, by_district, district_name, number_of_records
from minthub.views.wording import short_day

_HEADINGS = ("Kreis", "Art", "Titel", "Geprüft am", "Monate", "Stand", "Anbieter", "E-Mail", "Quelle", "Seite", "Ändern", "Datei")  # fmt: skip
# An issue holds 65,536 characters; an entry has 400 to 600.
MAX_ITEMS = 80


def as_text(dues: Sequence[Due], catalogue: Catalogue, url: str) -> str:
    """Three lines a record, below the name of its district, and the sum."""
    lines: list[str] = []
    for district, group in by_district(dues).items():
        lines += [f"{district_name(district, catalogue)}: {count(len(group), 'Eintrag', 'Einträge')}"]
        for due in group:
            lines += [
                f"  {_kind(due)}: {due.record.title} ({due.organisation})",
                f"    geprüft am {short_day(due.record.checked)}, {_ago(due)}; {STAGES[due.stage]}",
                f"    {due.record.path} · {url}{due.page}",
            ]
        lines.append("")
    whole = number_of_records(catalogue)
    if not dues:
        return f"Nichts zu prüfen: {count(whole, 'Eintrag ist', 'Einträge sind')} aktuell."
    verb = "ist" if len(dues) == 1 else "sind"
    return "\n".join([*lines, f"{len(dues)} von {count(whole, 'Eintrag', 'Einträgen')} {verb} zu prüfen."])


def _kind(due: Due) -> str:
    return BY_FOLDER[due.record.folder].singular


def _ago(due: Due) -> str:
    return f"vor {count(due.months, 'Monat', 'Monaten')}"


def as_csv(dues: Sequence[Due], catalogue: Catalogue, url: str) -> str:
    """One row a record."""
    rows = (
        (
            district_name(due.district, catalogue), _kind(due), due.record.title, short_day(due.record.checked), str(due.months),
            STAGES[due.stage], due.organisation, ", ".join(due.mails), due.record.source, f"{url}{due.page}", f"{url}{due.editing}" if due.editing else "",
            due.record.path,
        )
        for due in dues
    )  # fmt: skip
    return f"{MARK}{table(_HEADINGS, rows)}"


def as_list(dues: Sequence[Due], catalogue: Catalogue, url: str) -> str:
    """One line a district with something due: id, name and number with tabs between; for the workflow."""
    return "\n".join(
        f"{id}\t{district_name(id, catalogue)}\t{len(group)}" for id, group in by_district(dues).items()
    )


def as_issue(dues: Sequence[Due], catalogue: Catalogue, url: str) -> str:
    """The text of a district's issue: a box to tick for each record."""
    if not dues:
        return ""
    shown = dues[:MAX_ITEMS]
    parts = [
        f"Bei {count(len(dues), 'Eintrag', 'Einträgen')} ist die letzte Prüfung mehr als ein Jahr her oder bald so lange. "
        f"So geht es: Quelle öffnen, mit der Seite vergleichen, {_way(shown)} berichtigen und dort das heutige "
        "Datum als Prüftag setzen – auch wenn alles stimmt. Diese Liste schreibt sich jeden Monat neu."
    ]
    for district, group in by_district(shown).items():
        items = "\n".join(_item(due, url) for due in group)
        parts.append(f"### {inert(district_name(district, catalogue))}\n\n{items}")
    if rest := len(dues) - len(shown):
        parts.append(f"… und {rest} weitere; sie kommen an die Reihe, wenn diese geprüft sind.")
    return "\n\n".join(parts)


def _way(dues: Sequence[Due]) -> str:
    """The sentence part on where to correct records, because the form does not support all kinds."""
    ways = {bool(due.editing) for due in dues}
    if ways == {True}:
        return "über „Angaben ändern“"
    return "in der genannten Datei" if ways == {False} else "über „Angaben ändern“ oder, wo das fehlt, in der genannten Datei"  # fmt: skip


def _item(due: Due, url: str) -> str:
    way = f"[Angaben ändern]({url}{due.editing})" if due.editing else quoted(due.record.path)
    links = f"[Seite]({url}{due.page}) · [Quelle](<{due.record.source}>) · {way}"
    told = f"{_kind(due)}, {inert(due.organisation)}; geprüft am {short_day(due.record.checked)}, {_ago(due)}"
    return f"- [ ] **{inert(due.record.title)}** – {told}; {STAGES[due.stage]}. {links}"


FORMATS = {"text": as_text, "csv": as_csv, "issue": as_issue, "list": as_list}
