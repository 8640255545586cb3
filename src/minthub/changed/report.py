"""A change as Markdown: the card of each record, and its earlier values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from minthub.catalogue import Loaded
from minthub.changed.card import card_text
from minthub.changed.compare import FieldChange, draft_of, field_changes
from minthub.changed.history import ChangedFile
from minthub.findings import count
from minthub.inert import inert, quoted
from minthub.model.base import RecordModel
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER
from minthub.views.cards import Cards

# A step summary may have a mebibyte, but nobody reads more than this.
MAX_RECORDS = 40
MAX_SHOWN = 200

_WISHES = (
    "### Für die Redaktion: noch ohne Wünsche\n\n"
    "Was tippen Leute, denen das hilft? Schreiben Sie es in eine Datei unter `content/wuensche/`, dann findet die Suche "
    "den Eintrag auch damit."
)

# The bytes of a file as it was before; None if it was not there.
Past = Callable[[str], bytes | None]


class ChangeReport:
    """Describes changed files, using the current catalogue."""

    def __init__(self, loaded: Loaded, cards: Cards, past: Past) -> None:
        self._cards, self._past = cards, past
        self._lists = loaded.world.lists
        self._wishes = loaded.catalogue.wishes
        self._drafts = {draft.record.file: draft for draft in loaded.drafts}
        self._records: dict[str, RecordModel] = {
            record.path: record for records in loaded.catalogue.records.values() for record in records
        }

    def text(self, files: Sequence[ChangedFile]) -> str:
        """The whole summary; records first, other files as a list of names."""
        ours = [file for file in files if _is_record(file.path)]
        others = [file.path for file in files if not _is_record(file.path)]
        parts = [f"## Was sich ändert: {_sum(ours)}"]
        parts += [self._record(file) for file in ours[:MAX_RECORDS]]
        if rest := ours[MAX_RECORDS:]:
            parts.append("### Und außerdem\n\n" + _names(file.path for file in rest))
        if others:
            parts.append("### Andere Dateien\n\n" + _names(others))
        if wishless := self._wishless(ours):
            parts.append(f"{_WISHES}\n\n{_names(wishless)}")
        return "\n\n".join(parts)

    def _wishless(self, files: Sequence[ChangedFile]) -> list[str]:
        """Keys of the changed records that no wish names yet, so that no phrases of visitors lead to them."""
        records = [record for file in files if (record := self._records.get(file.new or ""))]
        return [record.key for record in records if record.key not in self._wishes]

    def _record(self, file: ChangedFile) -> str:
        raw = self._past(file.old) if file.old else None
        before = draft_of(raw, file.old or "", self._lists) if raw is not None else None
        after = self._drafts.get(file.new or "")
        word = "Gelöscht" if file.new is None else "Neu" if file.old is None else "Geändert"
        kind = BY_FOLDER[file.path.split("/")[1]].singular
        parts = [f"### {word}: {kind}", quoted(file.path)]
        if file.old and file.new and file.old != file.new:
            parts.append(f"Hieß vorher {quoted(file.old)}.")
        if file.new is None:
            parts.append(_title(before))
        elif record := self._records.get(file.new):
            parts.append(card_text(self._cards, record))
        else:
            parts += [_title(after), "Hier sind noch Fehler; die Inhaltsprüfung sagt, was zu ändern ist."]
        if file.new and raw is not None and after:
            parts.append(_table(list(field_changes(before, after))))
        return "\n\n".join(filter(None, parts))


def _is_record(path: str) -> bool:
    parts = path.split("/")
    return len(parts) > 2 and parts[1] in BY_FOLDER and path.endswith(".md")


def _sum(files: Sequence[ChangedFile]) -> str:
    new = sum(file.old is None for file in files)
    gone = sum(file.new is None for file in files)
    changed = len(files) - new - gone
    named = ((new, "neu"), (changed, "geändert"), (gone, "gelöscht"))
    said = [f"{number} {word}" for number, word in named if number]
    return f"{count(len(files), 'Eintrag', 'Einträge')} ({', '.join(said)})" if said else "kein Eintrag"


def _names(paths: Iterable[str]) -> str:
    return "\n".join(f"- {quoted(path)}" for path in paths)


def _title(draft: Draft | None) -> str:
    return f"**{inert(str(draft.values.title))}**" if draft and draft.values.title else ""


def _table(changes: Sequence[FieldChange]) -> str:
    if not changes:
        return "An den Angaben ändert sich nichts."
    rows = [f"| {inert(one.label)} | {_cell(one.before)} | {_cell(one.after)} |" for one in changes]
    return "\n".join(["| Feld | vorher | nachher |", "| --- | --- | --- |", *rows])


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return inert(f"{line[:MAX_SHOWN]} …" if len(line) > MAX_SHOWN else line) or "–"
