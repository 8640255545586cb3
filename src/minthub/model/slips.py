"""Guesses the meaning of values that can't be parsed. Guesses only go into remedies, never into published data."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from minthub.folding import fold_key
from minthub.model.calendar_words import MONTH_NUMBERS

# Characters that copying leaves around a value: quotes, brackets of addresses, a spreadsheet's apostrophe, a comma.
_AROUND = re.compile(r"^[\s„“”»«‚‘’›‹\"'`<]+|[\s„“”»«‚‘’›‹\"'`>,;]+$")
# Letters, digits and signs as East Asian keyboards write them: „：“ for „:“.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_EXCEL_START = date(1899, 12, 30)
_EXCEL_DAYS = range(36_526, 73_051)  # 2000 to 2099
_YEAR_FIRST = re.compile(
    r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)|(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?:(?P<earlier>\d{1,2})\.?\s*(?:(?P<its_month>\d{1,2})\.\s*)?(?:[-/+&]|bis|und)\s*)?(?P<day>\d{1,2})"
    r"(?:[./,-]\s*(?P<month>\d{1,2})[./,-]\s*|\.?\s*(?P<name>[A-Za-zä]{3,9})\.?\s+)(?P<year>\d{4}|\d{2})(?!\d|\s*(?:Uhr|h\b)|[:.]\d)"
)
_TIMES = re.compile(
    r"(?<![\d.:-])(\d{1,2})(?:[:.](\d{2}))?(?=\s*(?:-|bis)\s*\d{1,2}(?:[:.]\d{2})?\s*(?:Uhr|h)\b)"
    r"|(?<![\d.:])(\d{1,2}):(\d{2})|(?<![\d.:])(\d{1,2})(?:\.(\d{2}))?\s*(?:Uhr|h)\b"
)
# The look-behind avoids quadratic time: without it, a long word without „@“ would be tried from each of its letters.
_EMAIL = re.compile(
    r"(?<![\w.+%-])([\w.+%-]+)\s*(?:@|\(\s*(?:at|ät)\s*\)|\[\s*(?:at|ät)\s*\]|\s+at\s+)\s*((?:[\w-]+[.,])+[a-zäöü]{2,})",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+\d{1,3}|\(?0)[\d\s()/.-]{4,24}\d")
_FAX = re.compile(r"(?:Tele)?fax\b[^,;|@]*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]„“”\"',;]+", re.IGNORECASE)


def plain(text: str) -> str:
    """The text with full-width characters and all kinds of hyphens made plain, and without the characters of `_AROUND`."""
    return _AROUND.sub("", hyphens(text.translate(_FULL_WIDTH)))


def hyphens(text: str) -> str:
    """The text with all kinds of hyphens, dashes and minus signs replaced by „-“."""
    return _HYPHENS.sub("-", text)


def days_in(text: str) -> list[date]:
    """The days named anywhere in the text, in any usual spelling; days that do not exist are left out."""
    text = hyphens(re.sub("(?<=[0-9])[oO](?=[0-9])|(?<=[0-9.-])[oO](?=[0-9])", "0", text))
    if re.fullmatch(r"\d{5}", text) and int(text) in _EXCEL_DAYS:
        return [_EXCEL_START + timedelta(days=int(text))]
    found: list[tuple[int, int, int]] = []
    for match in _YEAR_FIRST.finditer(text):
        year, month, day = (int(part) for part in match.groups() if part)
        found.append((year, month, day))
    for match in _DAY_FIRST.finditer(text) if not found else ():
        month = int(match["month"]) if match["month"] else MONTH_NUMBERS.get(fold_key(match["name"])[:3], 0)
        if len(match["year"]) == 2 and int(match["year"]) < 24 and text[match.start("year") - 1].isspace():
            # „5.12. 16“: 16 is more likely an hour than a year.
            continue
        year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
        if month > 12 and "/" in match[0] and not match["earlier"]:
            # Month first, as in the USA: the second number is no month.
            found.append((year, int(match["day"]), month))
            continue
        if match["earlier"]:
            found.append((year, int(match["its_month"] or month), int(match["earlier"])))
        found.append((year, month, int(match["day"])))
    return [date(*parts) for parts in dict.fromkeys(found) if _is_day(*parts)]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return 1900 <= date(year, month, day).year < 2200
    except ValueError:
        return False


def times_in(text: str) -> list[time]:
    """The times of day in the text: `16–18 Uhr`, `16:30`, `9.30 Uhr`."""
    parts = [[part for part in match.groups() if part] for match in _TIMES.finditer(hyphens(text))]
    pairs = [(int(hour), int(minute[0]) if minute else 0) for hour, *minute in parts]
    return [time(hour, minute) for hour, minute in pairs if hour < 24 and minute < 60]


def duration_in(text: str) -> str | None:
    """`1:30` for `1h30`, `1 h 30 min` or `02:00:00`; a bare number means hours up to 12 and minutes from 15 on."""
    if hours := re.fullmatch(
        r"(\d{1,3})\s*(?:h|Std\.?|Stunden?|:)\s*(\d{2})(?:\s*min\w*\.?|:00)?", text, re.IGNORECASE
    ):
        return f"{int(hours[1])}:{hours[2]}"
    if decimal := re.fullmatch(r"\D*(\d{1,3})[.,](\d)\s*(?:h|Std\.?|Stunden?)", text, re.IGNORECASE):
        return f"{decimal[1]}:{int(decimal[2]) * 6:02}"
    if number := re.fullmatch(
        r"(?:ca\.?|etwa|rund|circa)?\s*(\d{1,3})\s*(h|Std\.?|Stunden?|min\w*\.?)?", text, re.IGNORECASE
    ):
        value, unit = int(number[1]), (number[2] or "")[:1].lower()
        if unit == "m" or (not unit and value >= 15):
            return f"{value} min"
        return f"{value} h" if value and (unit or value <= 12) else None
    return None


def contacts_in(text: str) -> list[str]:
    """E-mail addresses and telephone numbers in the text, as they are written."""
    text = _FAX.sub(" ", text)
    emails = [f"{match[1]}@{match[2].replace(',', '.')}" for match in _EMAIL.finditer(text)]
    phones = [" ".join(match[0].split()) for match in _PHONE.finditer(hyphens(_EMAIL.sub(" ", text)))]
    return list(dict.fromkeys(emails + phones))


def address_in(text: str) -> str | None:
    """The only web address in the text; None if there are none or several."""
    found = list(dict.fromkeys(match[0].rstrip(".") for match in _ADDRESS.finditer(text)))
    return found[0] if len(found) == 1 else None


def span_in(text: str, lowest: int, highest: int) -> str | None:
    """A span of whole numbers: `zwischen 8 und 14 Jahren` → `[8, 14]`, `8 und älter` → `ab 8`."""
    text = hyphens(text)
    if text.startswith("-") or (
        re.search(r"\d[.,/:]\d|\d{4}", text) and not re.fullmatch(r"\D*\d{1,2}(?:/\d{1,2})+\D*", text)
    ):
        return None
    numbers = [int(part) for part in re.findall(r"\d{1,3}", text)]
    if not numbers or min(numbers) > highest or max(numbers) < lowest:
        return None
    if len(numbers) > 1 and re.search(r"\d\D*\(\D*\d|\bab\b.*\bab\b", text, re.IGNORECASE):
        # „ab 8 (mit Eltern ab 6)“: two statements, no span.
        return None
    first, last = max(min(numbers), lowest), min(max(numbers), highest)
    if len(numbers) > 1:
        return f"[{first}, {last}]"
    if re.search(r"\b(?:bis|unter|höchstens|max)", text, re.IGNORECASE):
        return f"bis {last}"
    is_open = re.search(r"\b(?:ab|über|mind|älter|aufwärts)|-$", text, re.IGNORECASE)
    return f"ab {first}" if is_open else str(first)
