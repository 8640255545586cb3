"""The pages for editors that are made from the models and the codes: fields, and messages."""

from __future__ import annotations

from dataclasses import dataclass

from minthub.codes import CODES, Code
from minthub.model.base import FieldSpec
from minthub.model.kinds import KINDS
from minthub.schema.shapes import Shape, shape_of
from minthub.views.site import Link
from minthub.vocabulary import Vocabulary

# Shape → accepted spellings besides the canonical one.
_ACCEPTED = {
    "text": "Text in einer oder mehreren Zeilen",
    "choice": "ein Wert der Liste oder seine deutsche Bezeichnung, groß oder klein geschrieben",
    "reach": "Kreise oder {state}; auch ihre deutschen Namen",
    "yesno": "ja oder nein, true oder false, yes oder no",
    "day": "2026-12-31, 31.12.2026, 31. Dezember 2026 oder Do, 31. Dez. 2026",
    "partialday": "2026, 2026-05, Mai 2026 oder ein Tag wie 2026-05-31",
    "moment": "Tag oder Tag mit Uhrzeit: 2026-12-05 16:00, 05.12.2026 16 Uhr oder Sa, 5. Dezember 2026, 16 Uhr; immer deutsche Zeit",
    "duration": "1:30, 90 min oder 2 h",
    "deadline": "2026-12-31, jedes Jahr 28.02. oder laufend",
    "exceptday": "Tage wie 2026-12-31 oder das Wort ferien",
    "ages": "[8, 14], 8-14, 8 bis 14 Jahre, ab 8, bis 14 oder 8; nur Ziffern",
    "grades": "[5, 10], 5-10, Klasse 5 bis 7, ab 5 oder 5; nur Ziffern",
    "address": "vollständig mit https:// am Anfang, auch <https://…>; ein Punkt oder Komma am Ende zählt nicht dazu",
    "secureaddress": "vollständig, und nur mit https:// am Anfang",
    "contact": "E-Mail oder Telefonnummer der Einrichtung, keine private",
    "language": "Kürzel wie de, en, hsb, cs, pl, uk oder der deutsche Name der Sprache; Gebärdensprache und Leichte Sprache gehören zu access",
    "postcode": 'fünf Ziffern, am besten in Anführungszeichen: "01067"; auch D-01067',
    "oldid": "frühere Dateinamen ohne .md",
    "geo": "Breite, Länge mit Punkt und mindestens zwei Nachkommastellen",
    "number": "Ziffern",
    "fields": "eigene Unterfelder, zwei Leerzeichen eingerückt",
}
_LEVELS = (("muss", "Muss"), ("soll", "Soll"), ("kann", "Kann"))
_GROUPS = (
    ("M0", "Datei und Kopfteil", "Die Datei lässt sich nicht oder nicht ganz lesen."),
    ("M1", "Felder", "Ein Feld fehlt, heißt anders oder hat einen Wert, der dort nicht geht."),
    (
        "M2",
        "Orte, Anbieter, Netzwerke",
        "Angaben passen nicht zueinander oder nennen etwas, das es nicht gibt.",
    ),
    ("M3", "Tage und Uhrzeiten", "Angaben zur Zeit passen nicht zueinander."),
    ("M4", "Texte, Links, Bilder", "Der Text unter dem Kopfteil, Adressen und Titel."),
    ("M9", "Wie frisch die Angaben sind", "Die Angaben sind lange nicht geprüft worden."),
)


@dataclass(frozen=True)
class FieldRow:
    """A field of a kind. `values` are id and label of a closed list, `accepted` says how a value may be spelt."""

    key: str
    label: str
    level: str
    help: str
    example: str
    values: tuple[tuple[str, str], ...]
    accepted: str = ""


@dataclass(frozen=True)
class LevelRows:
    """The fields of a kind with the same level (mandatory, recommended, optional), for the table of contents."""

    title: str
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True)
class KindRows:
    """All fields of a kind."""

    id: str
    title: str
    folder: str
    rows: tuple[FieldRow, ...]

    @property
    def levels(self) -> tuple[LevelRows, ...]:
        by_level = {id: tuple(row for row in self.rows if row.level == id) for id, _ in _LEVELS}
        return tuple(LevelRows(title, by_level[id]) for id, title in _LEVELS if by_level[id])


@dataclass(frozen=True)
class CodeRows:
    """Codes with the same prefix, which is the `id`."""

    id: str
    title: str
    help: str
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class ReferencePage:
    """A page of the reference. `rows` are kinds with their fields, or groups of codes."""

    path: str
    title: str
    description: str
    rows: tuple[KindRows, ...] | tuple[CodeRows, ...]
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
            tuple(_row(spec, shapes[spec.key], vocabulary) for spec in model.specs().values()),
        )
        for model in KINDS
        for shapes in [
            {
                info.alias or name: shape_of(info)
                for name, info in model.model_fields.items()
                if not info.exclude
            }
        ]
    )


def _row(spec: FieldSpec, shape: Shape, vocabulary: Vocabulary) -> FieldRow:
    terms = vocabulary[spec.list_name] if spec.list_name in vocabulary.lists and spec.list_name else ()
    return FieldRow(
        spec.key,
        spec.label,
        spec.level,
        spec.help,
        f"{spec.key}: {spec.example}",
        tuple((term.id, term.label) for term in terms),
        _accepted(shape, vocabulary.state.id),
    )


def _accepted(shape: Shape, state: str) -> str:
    """How a value may be spelt, and that there may be several."""
    limit = f", höchstens {shape.max_length} Zeichen" if shape.max_length else ""
    several = "; mehrere in eckigen Klammern, durch Kommas getrennt" if shape.is_list else ""
    spelt = _ACCEPTED[shape.name].replace("{state}", state)
    return f"{spelt}{limit}{several}"


def code_reference() -> tuple[CodeRows, ...]:
    """Every kind of finding, by code, in groups."""
    codes = [CODES[code] for code in sorted(CODES)]
    return tuple(
        CodeRows(id, title, help, tuple(code for code in codes if code.id.startswith(id)))
        for id, title, help in _GROUPS
    )
