"""Maps the columns of a list to the fields of a kind by their headings: keys, German labels, usual words, near misses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from minthub.folding import fold_key
from minthub.lists.sheets import Row, Sheet
from minthub.model.base import RecordModel
from minthub.model.keys import GERMAN_NAMES
from minthub.model.kinds import Event, Funding, Network, NewsItem, Offer, Provider

# Districts are few, fixed and nested: they stay files.
LISTED: tuple[type[RecordModel], ...] = (Offer, Event, Provider, Network, Funding, NewsItem)
ID, TEXT = "id", "text"
ID_LABEL, TEXT_LABEL = "Kennung", "Text"
_SEARCHED_ROWS = 25
# In a table with at least this many columns a row with a single filled cell is a remark or a sum.
MANY_COLUMNS = 4
# Headings used both for days and for schedules such as „mittwochs 15 Uhr“.
_VAGUE = frozenset({"wann", "zeit", "uhrzeit"})
_DAY = re.compile(r"\b\d{1,2}\.\s*(?:\d|[A-Za-zä]{3})|\b\d{4}-\d|\b\d{1,2}/\d{1,2}/\d")
_CUTOFF = 0.82
_NOISE = re.compile(r"\(.*?\)|\*|:|\bin euro\b|\bdes (?:angebots|termins)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Target:
    """The field that a column fills, or a part of one (`start` has a `day` and a `time`)."""

    key: str
    part: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a list. `target` is None if no field matches; `is_guess` if the heading matches only approximately."""

    index: int
    heading: str
    target: Target | None
    is_guess: bool = False


# Headings that lists use besides keys and labels. Of several targets the first one counts whose field the kind has.
_USUAL: dict[str, tuple[Target, ...]] = {
    "wo": (Target("city"),), "was": (Target("title"),), "wer": (Target("provider"),),
    "veranstaltung": (Target("title"),), "angebot": (Target("title"),), "termin": (Target("title"),),
    "bezeichnung": (Target("title"),), "thema": (Target("topics"),), "inhalt": (Target("summary"),),
    "kurzinfo": (Target("summary"),), "langtext": (Target(TEXT),), "text": (Target(TEXT),),
    "ausfuhrliche beschreibung": (Target(TEXT),), "id": (Target(ID),), "kennung": (Target(ID),),
    "dateiname": (Target(ID),), "wann": (Target("start"), Target("schedule")), "tag": (Target("start", "day"),),
    "datum": (Target("start", "day"), Target("date")), "von": (Target("start", "day"),),
    "datum von": (Target("start", "day"),), "datum bis": (Target("end", "day"),), "bis": (Target("until"), Target("end", "day")),
    "startdatum": (Target("start", "day"),), "enddatum": (Target("end", "day"),), "beginn datum": (Target("start", "day"),),
    "uhrzeit": (Target("start", "time"), Target("schedule")), "zeit": (Target("start", "time"), Target("schedule")),
    "beginn tag": (Target("start", "day"),), "termin datum": (Target("start", "day"),), "termin uhrzeit": (Target("start", "time"),),
    "wann datum": (Target("start", "day"),), "wann uhrzeit": (Target("start", "time"),), "datum beginn": (Target("start", "day"),),
    "datum ende": (Target("end", "day"),), "zeit von": (Target("start", "time"),), "zeit bis": (Target("end", "time"),),
    "uhrzeit beginn": (Target("start", "time"),), "uhrzeit ende": (Target("end", "time"),),
    "kontakt email": (Target("contact"),), "kontakt telefon": (Target("contact"),),
    "adresse strasse": (Target("street"),), "adresse plz": (Target("postcode"),), "adresse ort": (Target("city"),),
    "uhrzeit von": (Target("start", "time"),), "uhrzeit bis": (Target("end", "time"),),
    "beginn uhrzeit": (Target("start", "time"),), "ende uhrzeit": (Target("end", "time"),),
    "startzeit": (Target("start", "time"),), "endzeit": (Target("end", "time"),),
    "alter von": (Target("ages", "first"),), "alter bis": (Target("ages", "last"),), "alter ab": (Target("ages", "first"),),
    "mindestalter": (Target("ages", "first"),), "hochstalter": (Target("ages", "last"),),
    "klasse von": (Target("grades", "first"),), "klasse bis": (Target("grades", "last"),),
    "klassenstufe von": (Target("grades", "first"),), "klassenstufe bis": (Target("grades", "last"),),
    "e mail": (Target("contact"),), "email adresse": (Target("contact"),), "mailadresse": (Target("contact"),),
    "telefonnummer": (Target("contact"),), "tel": (Target("contact"),), "rufnummer": (Target("contact"),),
    "hausnummer": (Target("street", "number"),), "nr": (Target("street", "number"),), "hausnr": (Target("street", "number"),),
    "adresse": (Target("street", "address"),), "anschrift": (Target("street", "address"),),
    "plz ort": (Target("city", "place"),), "plz und ort": (Target("city", "place"),), "ort plz": (Target("city", "place"),),
    "breite": (Target("geo", "lat"),), "breitengrad": (Target("geo", "lat"),), "lat": (Target("geo", "lat"),),
    "lange": (Target("geo", "lon"),), "langengrad": (Target("geo", "lon"),), "lon": (Target("geo", "lon"),),
    "lng": (Target("geo", "lon"),), "veranstaltungsort": (Target("venue"),), "raum": (Target("venue"),),
    "internetseite": (Target("website"),), "internetadresse": (Target("website"),), "webadresse": (Target("website"),),
    "eintritt": (Target("cost"),), "teilnahmegebuhr": (Target("cost"),), "gebuhren": (Target("cost"),),
    "kosten pro person": (Target("cost"),), "teilnehmer": (Target("group_size"),), "max teilnehmer": (Target("group_size"),),
    "plaetze": (Target("group_size"),), "anmeldefrist": (Target("registration_deadline"),),
    "web": (Target("website"),), "www": (Target("website"),), "infos unter": (Target("website"),),
    "anmeldung erforderlich": (Target("registration"),), "anmeldepflicht": (Target("registration"),),
    "anmeldepflichtig": (Target("registration"),), "anmeldung notig": (Target("registration"),),
    "anmeldung bis": (Target("registration_deadline"),), "anmeldung unter": (Target("registration_url"),),
    "name der einrichtung": (Target("provider"), Target("title")), "institution": (Target("provider"), Target("title")),
    "fachrichtung": (Target("subjects"),), "fachbereich": (Target("subjects"),), "angebotsart": (Target("format"),),
    "angebotsform": (Target("format"),), "veranstaltungsart": (Target("format"),), "veranstaltungsform": (Target("format"),),
    "veranstalter": (Target("provider"),), "anbieter": (Target("provider"), Target("title")),
}  # fmt: skip
_SECOND_ROW = frozenset(
    {
        "von",
        "bis",
        "ab",
        "tag",
        "datum",
        "uhrzeit",
        "beginn",
        "ende",
        "strasse",
        "plz",
        "ort",
        "email",
        "telefon",
    }
)
# Names of persons have no place in the hub.
_PERSONAL = frozenset(
    {"ansprechpartner", "ansprechpartnerin", "kontaktperson", "leitung", "kursleitung", "referent"}
)


@cache
def _names(model: type[RecordModel]) -> dict[str, Target]:
    """Folded heading → target, for one kind. Labels and keys win over usual words."""
    specs = model.specs()
    names = {fold_key(german): Target(key) for german, key in GERMAN_NAMES.items() if key in specs}
    for word, targets in _USUAL.items():
        fitting = [target for target in targets if target.key in specs or target.key in (ID, TEXT)]
        if fitting:
            names[fold_key(word)] = fitting[0]
    names |= {fold_key(spec.key): Target(spec.key) for spec in specs.values()}
    names |= {fold_key(spec.label): Target(spec.key) for spec in specs.values()}
    return names | {fold_key(ID_LABEL): Target(ID), fold_key(TEXT_LABEL): Target(TEXT)}


def columns_of(headings: Sequence[object], model: type[RecordModel]) -> list[Column]:
    """All columns that have a heading, with their targets. Of two columns for one field only the first keeps its target,
    except for contacts, which add up.
    """
    columns = [
        _column(index, " ".join(str(heading).split()), model)
        for index, heading in enumerate(headings)
        if heading is not None and str(heading).strip()
    ]
    return _without_repeats(_with_summary(_with_city(columns, model)))


def _column(index: int, heading: str, model: type[RecordModel]) -> Column:
    names = _names(model)
    whole = fold_key(heading)
    key = whole if whole in names else fold_key(_NOISE.sub(" ", heading)) or whole
    if key in _PERSONAL:
        return Column(index, heading, None)
    if key in names:
        return Column(index, heading, names[key])
    near = get_close_matches(key, names, n=1, cutoff=_CUTOFF) if len(key) > 3 else []
    return Column(index, heading, names[near[0]] if near else None, is_guess=bool(near))


def _with_city(columns: list[Column], model: type[RecordModel]) -> list[Column]:
    """„Ort“ means the town, unless another column is the town; then it means the venue."""
    has_city = any(column.target and column.target.key == "city" for column in columns)
    if has_city or "city" not in model.specs():
        return columns
    return [
        replace(column, target=Target("city")) if fold_key(column.heading) == "ort" else column
        for column in columns
    ]


def _with_summary(columns: list[Column]) -> list[Column]:
    """„Beschreibung“ means the long text if another column (such as „Kurzbeschreibung“) is the summary."""
    long = [column for column in columns if fold_key(column.heading) == "beschreibung"]
    has_text = any(column.target == Target(TEXT) for column in columns)
    others = [column for column in columns if column.target == Target("summary") and column not in long]
    if not long or not others or has_text:
        return columns
    return [replace(column, target=Target(TEXT)) if column in long else column for column in columns]


def _without_repeats(columns: list[Column]) -> list[Column]:
    """Clears the target of columns that repeat another one; an exact heading wins over a guess. Columns for contacts
    („E-Mail“, „Telefon“) may repeat.
    """
    best: dict[Target, Column] = {}
    for column in sorted(columns, key=lambda column: (column.is_guess, column.index)):
        if column.target and column.target.key != "contact":
            best.setdefault(column.target, column)
    kept = set(best.values())
    return [
        column
        if column in kept or column.target is None or column.target.key == "contact"
        else replace(column, target=None)
        for column in columns
    ]


@dataclass(frozen=True)
class Table:
    """A sheet with its kind and columns, and the rows below the headings. `remarks`: rows at the end that are no records."""

    sheet: Sheet
    model: type[RecordModel]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Row, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(column.target.key for column in self.columns if column.target)

    def column_for(self, key: str) -> Column | None:
        """The first column whose target is this field or a part of it."""
        return next((column for column in self.columns if column.target and column.target.key == key), None)


def table_of(sheet: Sheet, model: type[RecordModel] | None) -> Table | None:
    """The table on a sheet; the row with most known headings is its head. None if no row has at least two.

    If `model` is None, the kind is taken from the name of the sheet, else it is the one with the best `_fit`.
    """
    models = (model,) if model else _named(sheet.name) or LISTED
    tables = [found for candidate in models for found in _candidates(sheet, candidate)]
    return max(tables, key=_fit, default=None)


def _named(name: str | None) -> tuple[type[RecordModel], ...]:
    key = fold_key(name or "")
    return tuple(
        model for model in LISTED if key and key in (fold_key(model.singular), fold_key(model.plural))
    )


def _candidates(sheet: Sheet, model: type[RecordModel]) -> Iterable[Table]:
    for position, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        below = sheet.rows[position + 1].cells if position + 1 < len(sheet.rows) else ()
        is_double = _is_second_row(below)
        columns = tuple(columns_of(_joined(row.cells, below) if is_double else row.cells, model))
        known = [column for column in columns if column.target and not column.is_guess]
        if len(known) >= 2:
            rest = sheet.rows[position + 1 + is_double :]
            # Long lists may repeat the row of headings on every page.
            rows, remarks = _without_remarks([other for other in rest if other.cells != row.cells], columns)
            yield Table(sheet, model, columns, tuple(rows), tuple(remarks))


def _without_remarks(rows: list[Row], columns: Sequence[Column]) -> tuple[list[Row], list[Row]]:
    """Splits off remarks: rows with a single cell after an empty row at the end, such as „Alle Angaben ohne Gewähr“."""
    end = len(rows)
    while end and sum(bool(str(cell or "").strip()) for cell in rows[end - 1].cells) == 1:
        end -= 1
    is_apart = 0 < end < len(rows) and rows[end].number > rows[end - 1].number + 1
    return (rows[:end], rows[end:]) if is_apart and len(columns) >= MANY_COLUMNS else (rows, [])


def _is_second_row(cells: Sequence[object]) -> bool:
    """Whether the row continues the headings above, such as „von“ and „bis“ below „Alter“."""
    words = [fold_key(str(cell)) for cell in cells if cell is not None and str(cell).strip()]
    return len(words) >= 2 and all(word in _SECOND_ROW for word in words)


def _joined(above: Sequence[object], below: Sequence[object]) -> list[str]:
    """Joins two rows of headings: „Alter“ over „von“ and „bis“ → „Alter von“, „Alter bis“. An upper heading also holds
    for the empty cells to its right.
    """
    headings: list[str] = []
    last = ""
    for index in range(max(len(above), len(below))):
        upper = str(above[index] if index < len(above) and above[index] is not None else "").strip()
        lower = str(below[index] if index < len(below) and below[index] is not None else "").strip()
        last = upper or last
        headings.append(f"{last if lower else upper} {lower}".strip())
    return headings


def _fit(table: Table) -> tuple[int, int, int]:
    """Sort key for choosing a table: number of recognised columns, of filled mandatory fields, then the order of LISTED."""
    sure = sum(column.target is not None and not column.is_guess for column in table.columns)
    specs = table.model.specs()
    mandatory = sum(spec.is_mandatory and key in table.keys for key, spec in specs.items())
    # Events and offers share nearly all fields. A column of days makes an event; „mittwochs“ below „Wann“ is no day.
    own = 0
    if "start" in table.keys and table.model is Event:
        own = 1 if _has_days(table) else -2
    return sure + own, mandatory, -LISTED.index(table.model)


def _has_days(table: Table) -> bool:
    """Whether a column holds start days: by an unambiguous heading, else if at least half of the filled cells are days.
    Also true if no cell is filled.
    """
    columns = [column for column in table.columns if column.target and column.target.key == "start"]
    if any(fold_key(column.heading) not in _VAGUE for column in columns):
        return True
    cells = [row.cells[one.index] for row in table.rows for one in columns if one.index < len(row.cells)]
    given = [cell for cell in cells if str(cell or "").strip()]
    days = [cell for cell in given if not isinstance(cell, str) or _DAY.search(cell)]
    return 2 * len(days) >= len(given)
