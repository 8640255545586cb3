"""Turns the cells of a row into front matter values: undoes what spreadsheets change, joins columns into one field.

The models then parse the values, or explain what is wrong, as for a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from minthub.csvfile import FORMULA
from minthub.folding import fold_key
from minthub.lists.columns import ID, TEXT, Target
from minthub.lists.sheets import FormulaWithoutResult
from minthub.lists.times import plain_day, start_and_end
from minthub.model.base import FieldSpec
from minthub.model.types import Lists
from minthub.reading.record import Entry, ListValue, Scalar, Value
from minthub.vocabulary import TermList
from minthub.writing.values import one_text, whole_address

MAX_CELL = 2_000
# A cell with one of these removes the field from an existing record; an empty cell leaves the field as it is.
CLEAR = frozenset({"-", "–", "—"})
# Texts that an export marks with a leading apostrophe: possible formulas, and the texts of CLEAR.
MARKED = re.compile(rf"'+(?:{FORMULA.pattern}|[–—])")
_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:;|$)')
_DATES = re.compile(
    r"\s*[,;\n]\s*(?=\d{1,2}\.\s*(?:\d|[A-Za-z])|\d{4}-|ferien|laufend|jederzeit)", re.IGNORECASE
)
_ADDRESS = re.compile(r"^(?:(?P<street>.+?)\s*[,;\n]\s*)?(?P<postcode>\d{5})\s+(?P<city>[^\d,;]+)$")
_PRICE = re.compile(
    r"^(?:ca\.\s*|ab\s+)?\d+(?:[.,]\d{1,2}|,-)?\s*(?:€|eur(?:o\b|\b)).*$|^€\s*\d", re.IGNORECASE
)
_MAIL_LABEL = re.compile(r"^(?:e-?mail|mail|telefon|tel\.?|fon)\s*:\s*", re.IGNORECASE)
_TRUE = frozenset({"x", "ja", "wahr", "true", "1", "✓", "✔"})
_FALSE = frozenset({"nein", "falsch", "false", "0"})
_ANY_DAY, _LAST = date(2000, 1, 1), datetime(9999, 12, 31)
_BROKEN = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|BEZUG!|NV|WERT!|ZAHL!|#+)")
# Field → the values that yes and no stand for in its column („Anmeldung?“).
_ANSWERS = {
    "for_schools": ("ja", "nein"),
    "gta": ("ja", "nein"),
    "registration": ("erforderlich", "keine"),
    "cost": ("kostenpflichtig", "kostenlos"),
}
_NO_COST = frozenset({"keine", "keine kosten"})
_SPANS = ("ages", "grades")
_DATE_LISTS = ("dates", "except", "deadlines")
_DAYS = ("registration_deadline", "checked", "expires", "until", "date", "ends")


@dataclass
class Filled:
    """The fields of one row. `cleared`: keys of fields to remove. `troubles`: cells that can't be used, each as key,
    problem and remedy, both in German.
    """

    id: str = ""
    text: str | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    troubles: list[tuple[str, str, str]] = field(default_factory=list)


def fill(cells: Iterable[tuple[Target, Any]], specs: dict[str, FieldSpec], lists: Lists, line: int) -> Filled:
    """The fields of a row; `line` is the row's number."""
    filled = Filled()
    parts: dict[str, dict[str, list[str]]] = {}
    for target, cell in cells:
        if isinstance(cell, FormulaWithoutResult):
            remedy = "Kopieren Sie die Spalte und fügen Sie sie als Werte wieder ein."
            filled.troubles.append(
                (target.key, "Hier steht eine Formel, deren Ergebnis in der Datei fehlt.", remedy)
            )
        elif target.key in _SPANS and isinstance(cell, date | datetime):
            problem = f"Hier steht ein Datum ({cell:%d.%m.%Y}); Tabellenprogramme machen aus 8-12 ein Datum."
            filled.troubles.append((target.key, problem, "Schreiben Sie: 8 bis 12"))
        elif _BROKEN.fullmatch(text := cell_text(cell, target.key)):
            problem = f"Das Tabellenprogramm zeigt hier einen Fehler: {text}"
            filled.troubles.append((target.key, problem, "Schreiben Sie den Wert selbst in die Zelle."))
        elif len(text) > MAX_CELL and target.key != TEXT:
            problem = f"Die Zelle hat {len(text)} Zeichen, erlaubt sind 2.000."
            remedy = "Kürzen Sie; ausführliche Beschreibungen gehören in eine Spalte „Text“."
            filled.troubles.append((target.key, problem, remedy))
        elif text:
            parts.setdefault(target.key, {}).setdefault(target.part, []).append(text)
    filled.cleared = {
        key for key, found in parts.items() if all(text in CLEAR for text in chain(*found.values()))
    }
    texts = {key: _without_dashes(found) for key, found in parts.items() if key not in filled.cleared}
    filled.id = " ".join(chain(*texts.pop(ID, {}).values()))
    filled.text = "\n\n".join(texts.pop(TEXT, {}).get("", [])) or None
    for key, found in _composed(texts, lists, specs).items():
        filled.entries[key] = Entry(key, line, _value(key, found, specs[key], lists, line))
    return filled


def _without_dashes(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The texts of a field by part, without dashes (they count only if all columns of the field have one) and without
    the apostrophe of exported texts.
    """
    kept = {
        part: [without_mark(text) for text in texts if text not in CLEAR] for part, texts in found.items()
    }
    return {part: texts for part, texts in kept.items() if texts}


def cell_text(cell: Any, key: str = "") -> str:
    """The cell as text, as a person sees it; days and times in the spelling of the front matter, 5.0 as 5."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, datetime):
        # Spreadsheets store times as fractions of a day: 16:00 may be read as 15:59:59.9.
        moment = cell + timedelta(seconds=30) if cell < _LAST else cell
        return f"{moment:%Y-%m-%d}" if (moment.hour, moment.minute) == (0, 0) else f"{moment:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, time):
        return f"{datetime.combine(_ANY_DAY, cell) + timedelta(seconds=30):%H:%M}"
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(cell, float):
        plain = str(int(cell)) if cell.is_integer() else repr(cell)
        return plain if key == "geo" else plain.replace(".", ",")
    return str(cell).strip()


def without_mark(text: str) -> str:
    """Without the apostrophe that keeps spreadsheet programs from taking a text for a formula; see `exporting`."""
    return text[1:] if MARKED.match(text) else text


def _composed(
    parts: dict[str, dict[str, list[str]]], lists: Lists, specs: dict[str, FieldSpec]
) -> dict[str, list[str]]:
    """Key → texts, with the parts of each field composed; several texts of one key are items of a list."""
    _split_address(parts)
    fields: dict[str, list[str]] = {}
    for key, found in parts.items():
        if key in _SPANS:
            fields[key] = [_span(found)]
        elif key in ("start", "end"):
            continue
        elif key == "geo" and "lat" in found and "lon" in found:
            fields[key] = [f"{found['lat'][0].replace(',', '.')}, {found['lon'][0].replace(',', '.')}"]
        elif key == "street":
            fields[key] = [
                " ".join(text for part in ("address", "", "number") for text in found.get(part, ()))
            ]
        else:
            fields[key] = [text for texts in found.values() for text in texts]
    start, end = start_and_end(parts.get("start", {}), parts.get("end", {}))
    fields |= {key: [text] for key, text in (("start", start), ("end", end)) if text}
    _set_span(fields)
    _set_price(fields, lists, specs)
    return {key: texts for key, texts in fields.items() if key in specs}


def _split_address(parts: dict[str, dict[str, list[str]]]) -> None:
    """Splits „Hauptstraße 1, 02826 Görlitz“ and „02826 Görlitz“ into street, postcode and city; a column of their own wins."""
    for key, part in (("street", "address"), ("city", "place"), ("city", "")):
        texts = parts.get(key, {}).get(part)
        if not texts or not (found := _ADDRESS.match(texts[0])) or (key == "city" and found["street"]):
            continue
        del parts[key][part]
        for name in ("street", "postcode", "city"):
            if found[name] and not parts.get(name):
                parts[name] = {"": [found[name].strip()]}
    for key in ("street", "city"):
        if key in parts and not parts[key]:
            del parts[key]


def _span(found: dict[str, list[str]]) -> str:
    """Joins „Alter von“ and „Alter bis“ into one span; a column with the whole span wins."""
    if "" in found:
        return found[""][0].strip("[]() ")
    first, last = (found.get(part, [""])[0] for part in ("first", "last"))
    if first and last:
        return f"{first} bis {last}"
    return (
        (first if re.match(r"ab |.*\d\D+\d", first) else f"ab {first}")
        if first
        else f"bis {last.removeprefix('bis ')}"
    )


def _set_span(fields: dict[str, list[str]]) -> None:
    """Moves „Klasse 5–7“ from the ages or the audience to the grades, and „ab 8 Jahren“ from the audience to the ages."""
    for key in ("ages", "audiences"):
        text = fields.get(key, [""])[0]
        if (
            "grades" not in fields
            and re.search(r"\bkl(?:asse|\.)", text, re.IGNORECASE)
            and re.search(r"\d", text)
        ):
            fields["grades"] = fields.pop(key)
    text = fields.get("audiences", [""])[0]
    if "ages" not in fields and re.fullmatch(r"\D{0,12}\d.*\bjahren?|ab \d+", text, re.IGNORECASE):
        ages = re.search(r"(?:ab|bis)?\s*\d.*", fields.pop("audiences")[0], re.IGNORECASE)
        fields["ages"] = [ages[0] if ages else text]


def _set_price(fields: dict[str, list[str]], lists: Lists, specs: dict[str, FieldSpec]) -> None:
    """Moves a price from the cost to the price, and sets the cost to „kostenpflichtig“, or „kostenlos“ for a price of 0."""
    cost = fields.get("cost", [""])[0]
    if "price" not in specs or not cost or lists["costs"].find(cost):
        return
    amount = f"{cost} Euro" if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", cost) else cost
    if not _PRICE.match(amount):
        return
    is_free = not re.search("[1-9]", amount)
    fields["cost"] = ["kostenlos" if is_free else "kostenpflichtig"]
    if not is_free:
        fields.setdefault("price", [amount])


def _value(key: str, found: list[str], spec: FieldSpec, lists: Lists, line: int) -> Value:
    if spec.is_list:
        terms = spec.list_name
        items = [item for text in found for item in split(text, key, lists, terms)]
        return ListValue(tuple(Scalar(_item(key, item), line) for item in items), line)
    text = one_text(found[0]) if key in _SPANS or len(found) == 1 else one_text(", ".join(found))
    if spec.key == "postcode" and re.fullmatch(r"\d{4}", text):
        # Spreadsheets treat postcodes as numbers and drop the leading zero.
        text = f"0{text}"
    if key in _ANSWERS:
        yes, no = _ANSWERS[key]
        text = yes if text.lower() in _TRUE else no if text.lower() in _FALSE else text
    if key == "cost" and text.lower() in _NO_COST:
        text = "kostenlos"
    if spec.list_name:
        text = _term(text, lists[spec.list_name])
    if key in ("website", "source", "registration_url"):
        text = whole_address(text)
    if key == "geo":
        text = text.strip("[]() ")
    if key in _DAYS:
        text = plain_day(text)
    return Scalar(text, line)


def _item(key: str, item: str) -> str:
    return _MAIL_LABEL.sub("", item) if key == "contact" else item


def split(text: str, key: str, lists: Lists, list_name: str | None) -> list[str]:
    """The items of a cell, split at semicolons and line ends, else at commas; an item in straight quotes stays whole.

    „Mathematik und Informatik“ becomes two items if the closed list has both.
    """
    text = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    if key in _DATE_LISTS:
        return [one_text(item) for item in _DATES.split(text) if item.strip(" ;,")]
    items = list(_semicolons(text))
    if len(items) == 1 and not _QUOTED.fullmatch(text):
        items = [item for item in text.split(",") if item.strip()]
    if list_name or key == "serves":
        terms = lists[list_name or "districts"]
        parts = [part for item in items for part in _und(one_text(item), terms)]
        items = [_term(part, terms) for part in parts] if list_name else parts
    return [line for item in items if (line := one_text(item))]


def _term(text: str, terms: TermList) -> str:
    """The value that an unambiguous synonym stands for; any other text unchanged."""
    return text if terms.find(text) else terms.named(text) or text


def _semicolons(text: str) -> Iterator[str]:
    """Items between semicolons or line ends. Reads the quotes that an export puts around an item with a semicolon: `"a; b"; c`."""
    at = 0
    while at < len(text):
        if found := _QUOTED.match(text, at):
            yield found[1].replace('""', '"')
            at = found.end()
        else:
            end = re.compile(r"[;\n]|$").search(text, at)
            stop = end.start() if end else len(text)
            if text[at:stop].strip():
                yield text[at:stop]
            at = stop + 1


def _und(item: str, terms: TermList) -> list[str]:
    """„Mathematik und Informatik“, „Mathematik/Informatik“ → both, if both are on the list."""
    if terms.named(item):
        return [item]
    parts = [part.strip() for part in re.split(r"/|&|\bund\b", item)]
    return parts if len(parts) > 1 and all(fold_key(part) and terms.named(part) for part in parts) else [item]
