"""`minthub tidy`: fields in the order of the models, values in canonical spelling, everything else as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from minthub.catalogue import Loaded
from minthub.findings import count
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER
from minthub.model.types import Lists
from minthub.model.wording import one_line
from minthub.writing.file import Block, RecordFile, cut
from minthub.writing.proof import differing, read_back
from minthub.writing.values import values_of

MAX_SHOWN = 60


class State(Enum):
    """The outcome for a file."""

    TIDY = "in Ordnung"
    CHANGED = "aufgeräumt"
    FAULTY = "mit Fehlern"
    UNSAFE = "nicht sicher"


@dataclass(frozen=True)
class Tidied:
    """A file and its new text; `changes` say in German what is different, one a field."""

    file: str
    state: State
    text: str = ""
    changes: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """„PFAD: was geändert wurde“, or why nothing was."""
        if self.state is State.FAULTY:
            return f"{self.file}: nicht angefasst, weil Fehler darin sind. Was zu ändern ist, sagt: minthub check {self.file}"
        if self.state is State.UNSAFE:
            return f"{self.file}: nicht angefasst, weil die Schreibweise zu ungewöhnlich ist; ordnen Sie die Felder von Hand."
        return f"{self.file}: {'; '.join(self.changes)}"


def tidy_all(loaded: Loaded, root: Path, wanted: frozenset[str] = frozenset()) -> Iterator[Tidied]:
    """The tidied text of all records, or of the `wanted` files. Writes nothing. Raises OSError."""
    faulty = {found.file for found in loaded.report.errors if found.file.endswith(".md")}
    drafts = {draft.record.file: draft for draft in loaded.drafts}
    for file in sorted(drafts.keys() | faulty):
        if wanted and file not in wanted:
            continue
        if file in faulty:
            yield Tidied(file, State.FAULTY)
        else:
            yield tidy(drafts[file], (root / file).read_bytes(), loaded.world.lists)


def tidy(draft: Draft, raw: bytes, lists: Lists) -> Tidied:
    """The tidied text of a record without a Fehler; `raw` is its file."""
    file = draft.record.file
    try:
        before = cut(raw, draft.record)
    except ValueError:
        return Tidied(file, State.UNSAFE)
    after = before.spelt(values_of(draft.values)).ordered(BY_FOLDER[draft.record.kind].specs())
    if after.text.encode() == raw:
        return Tidied(file, State.TIDY)
    if not _means_the_same(draft, after.text, lists):
        return Tidied(file, State.UNSAFE)
    return Tidied(
        file, State.CHANGED, after.text, tuple(_changes(before, after)) or ("Leerzeichen berichtigt",)
    )


def _means_the_same(draft: Draft, text: str, lists: Lists) -> bool:
    """Round-trip check: whether the new text is read as the same record. Otherwise the file is not written."""
    fresh, errors = read_back(text, draft.record, lists)
    if fresh is None or errors or any(differing(fresh.values, draft.values)):
        return False
    return fresh.record.body == draft.record.body


def _changes(before: RecordFile, after: RecordFile) -> Iterator[str]:
    if [block.key for block in before.blocks] != [block.key for block in after.blocks]:
        yield "Felder geordnet"
    new = {block.key: block for block in after.blocks}
    for block in before.blocks:
        fresh = new[block.key]
        if (block.head, block.below) != (fresh.head, fresh.below):
            old_value, new_value = _value(block), _value(fresh)
            is_seen = old_value != new_value
            yield f"{block.key}: {old_value} → {new_value}" if is_seen else f"{block.key}: neu geschrieben"


def _value(block: Block) -> str:
    """The value on one line, cut short."""
    text = one_line(" ".join([block.head, *block.below])).partition(":")[2].strip()
    return f"{text[: MAX_SHOWN - 1]}…" if len(text) > MAX_SHOWN else text


def summary(results: list[Tidied], *, is_check: bool) -> str:
    """„312 Dateien angesehen: 3 aufgeräumt, 1 mit Fehlern nicht angefasst.“"""
    changed = sum(result.state is State.CHANGED for result in results)
    left = sum(result.state in (State.FAULTY, State.UNSAFE) for result in results)
    parts = []
    if changed:
        parts.append(f"{changed} {'aufzuräumen' if is_check else 'aufgeräumt'}")
    if left:
        parts.append(f"{left} nicht angefasst")
    return f"{count(len(results), 'Datei', 'Dateien')} angesehen: {', '.join(parts) or 'alles ordentlich'}."
