"""The pages for editors that are made from the models and the codes: fields, and messages."""

from __future__ import annotations

from dataclasses import dataclass

from minthub.codes import CODES, Code
from minthub.model.base import FieldSpec
from minthub.model.kinds import KINDS
from minthub.views.site import Link
from minthub.vocabulary import Vocabulary


@dataclass(frozen=True)
class FieldRow:
    """A field of a kind. `values` are id and label of a closed list."""

    key: str
    label: str
    level: str
    help: str
    example: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KindRows:
    """All fields of a kind."""

    id: str
    title: str
    folder: str
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True)
class ReferencePage:
    """A page of the reference. `rows` are kinds with their fields, or codes."""

    path: str
    title: str
    description: str
    rows: tuple[KindRows, ...] | tuple[Code, ...]
    section: str = "mitmachen"
    breadcrumbs: tuple[Link, ...] = (Link("Mitmachen", "mitmachen/"),)
    json_ld: str = ""

    @property
    def head_title(self) -> str:
        return self.title


def field_page(vocabulary: Vocabulary) -> ReferencePage:
    description = "Alle Felder eines Eintrags mit Beispielen und erlaubten Werten."
    return ReferencePage("mitmachen/felder/", "Felder", description, field_reference(vocabulary))


def code_page() -> ReferencePage:
    description = "Was die Meldungen der Prüfung bedeuten und was zu tun ist."
    return ReferencePage("mitmachen/fehler/", "Meldungen der Prüfung", description, code_reference())


def field_reference(vocabulary: Vocabulary) -> tuple[KindRows, ...]:
    """Every kind with its fields in their order."""
    return tuple(
        KindRows(
            model.kind,
            model.singular,
            model.folder,
            tuple(_row(spec, vocabulary) for spec in model.specs().values()),
        )
        for model in KINDS
    )


def _row(spec: FieldSpec, vocabulary: Vocabulary) -> FieldRow:
    terms = vocabulary[spec.list_name] if spec.list_name in vocabulary.lists and spec.list_name else ()
    return FieldRow(
        spec.key,
        spec.label,
        spec.level,
        spec.help,
        f"{spec.key}: {spec.example}",
        tuple((term.id, term.label) for term in terms),
    )


def code_reference() -> tuple[Code, ...]:
    """Every kind of finding, by code."""
    return tuple(CODES[code] for code in sorted(CODES))
