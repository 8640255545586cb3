"""Web addresses, contacts, languages, postcodes and coordinates as editors write them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from minthub.folding import fold_key, slug
from minthub.model.slips import address_in, contacts_in, hyphens
from minthub.model.trouble import trouble
from minthub.model.wording import as_value
from minthub.places import Point
from minthub.vocabulary import closest

# Mail services for private persons: an address there is a person's, not an organisation's.
FREE_MAIL = frozenset(
    """
    gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de yahoo.de yahoo.com hotmail.de
    hotmail.com outlook.de outlook.com live.de live.com freenet.de arcor.de aol.com aol.de icloud.com me.com
    mail.de posteo.de mailbox.org proton.me protonmail.com online.de 1und1.de kabelmail.de vodafone.de
    online.ms email.de
    """.split()  # noqa: SIM905 - a list of 33 lines says no more
)
# The look-behind avoids quadratic time: without it, a long word without „@“ would be tried from each of its letters.
EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_TWO_NAMES = re.compile(r"[a-zäöüß-]{2,}[._][a-zäöüß-]{3,}", re.IGNORECASE)
_OFFICE = re.compile(
    "info|post|kontakt|service|office|team|schul|museum|bildung|anmeld|verwaltung|mail|umwelt|labor|stadt|kinder"
    "|jugend|mint|natur",
    re.IGNORECASE,
)
_PHONE = re.compile(r"^\+?[\d\s()/.-]{5,30}$")
# Labels in front of an address or number. The „mail“ of „mail@example.org“ is none.
_CONTACT_WORD = re.compile(
    r"^(?:(?:mailto|tel):|(?:E-?Mail(?:-Adresse)?|Mail|Tel(?:efon)?(?:nummer)?)\b(?![\w.+%-]*@)\.?:?)\s*",
    re.IGNORECASE,
)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")
# The scheme, including usual misspellings: „https//“, „https:/“, „//“.
_SCHEME = re.compile(r"^(?:https?(?:://|:/?|//?))?/*")
# „…/Technik_e._V.“: the full stop is part of the address.
_OWN_STOP = re.compile(r"[._][A-Za-z]$")
_OLD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"([a-z]{2,3})(-[A-Za-z0-9]{2,8})*")
LANGUAGES = {
    "deutsch": "de", "englisch": "en", "sorbisch": "hsb", "obersorbisch": "hsb", "niedersorbisch": "dsb",
    "tschechisch": "cs", "polnisch": "pl", "ukrainisch": "uk", "russisch": "ru", "arabisch": "ar",
    "franzosisch": "fr", "spanisch": "es", "turkisch": "tr", "persisch": "fa", "vietnamesisch": "vi",
    "kurdisch": "ku", "italienisch": "it", "rumanisch": "ro",
}  # fmt: skip
# Entries that people make as languages, but that are values of `access`.
_NO_LANGUAGES = {
    "gebardensprache": "gebaerdensprache", "deutschegebardensprache": "gebaerdensprache", "dgs": "gebaerdensprache",
    "leichtesprache": "leichte-sprache", "leichtesdeutsch": "leichte-sprache", "deleicht": "leichte-sprache",
    "einfachesprache": "leichte-sprache", "deeinfach": "leichte-sprache", "deeasy": "leichte-sprache",
}  # fmt: skip
# ISO 639-1, because „dt“ or „gr“ would make screen readers fall silent. Longer codes are not looked up.
TWO_LETTERS = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
    io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml
    mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd
    se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi
    vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905
)


def parse_web_address(text: str) -> str:
    """An address with https:// or http://, without the stop of the sentence behind it. Raises M114."""
    plain = text.rstrip(".,;")
    text = text if _OWN_STOP.search(plain) else plain
    if re.match(r"^[\w.+-]+@", text) or text.lower().startswith("mailto:"):
        remedy = (
            f"E-Mail-Adressen stehen im Feld contact: {re.sub('^mailto:', '', text, flags=re.IGNORECASE)}"
        )
        raise trouble("M114", f"„{text}“ ist eine E-Mail-Adresse.", remedy)
    if " " in text:
        raise trouble("M114", f"„{text}“ enthält Leerzeichen.", _without_blanks(text))
    scheme, separator, rest = text.partition("://")
    if not separator:
        raise _without_scheme(text)
    if scheme.lower() not in ("https", "http"):
        raise trouble("M114", f"„{text}“ beginnt mit „{scheme}://“.", _with_scheme(text, scheme, rest))
    if not _HOST.fullmatch(_host(text)) or re.search(r"[<>\"`{}|\\^]", rest):
        remedy = "Kopieren Sie die Adresse aus der Adresszeile des Browsers: {key}: https://www.example.org"
        if meant := _whole_address(text):
            remedy = f"Schreiben Sie: {{key}}: {meant}"
        raise trouble("M114", f"„{text}“ ist keine vollständige Internetadresse.", remedy)
    return f"{scheme.lower()}://{rest}"


def _without_scheme(text: str) -> Exception:
    plain = _SCHEME.sub("", text).rstrip(".,;")
    if _HOST.match(plain):
        problem, remedy = (
            f"Der Adresse „{text}“ fehlt der Anfang https://.",
            f"Schreiben Sie: {{key}}: https://{plain}",
        )
    else:
        problem = f"„{text}“ ist keine Internetadresse."
        remedy = (
            "Kopieren Sie die Adresse aus der Adresszeile des Browsers: {key}: https://www.example.org – "
            "oder löschen Sie die Zeile, wenn es keine gibt."
        )
    return trouble("M114", problem, remedy)


def _with_scheme(text: str, scheme: str, rest: str) -> str:
    """The remedy for a wrong scheme: `htps://…` is a typing error, `ftp://…` is not supported, and mail programs write
    links as `www.a.de<http://a.de>`.
    """
    if re.fullmatch(r"\W*h[tps]{2,6}\W*", scheme.lower()) and _HOST.match(rest):
        return f"Schreiben Sie: {{key}}: https://{rest.rstrip('>,;')}"
    if address := address_in(text):
        return f"Schreiben Sie nur die Adresse: {{key}}: {address}"
    return "Nehmen Sie eine Adresse, die mit https:// beginnt: {key}: https://www.example.org"


def _whole_address(text: str) -> str | None:
    """`https://https://a.de` and `https://a..de/` as they were meant."""
    plain = re.sub(r"^(?:https?:/*)+", "", text, flags=re.IGNORECASE).rstrip('.,;>"')
    host, slash, path = plain.partition("/")
    address = f"https://{re.sub('[.]{2,}', '.', host)}{slash}{path}"
    return address if _HOST.fullmatch(_host(address)) and not re.search(r"[<>\"`{}|\\^]", plain) else None


def _without_blanks(text: str) -> str:
    """The remedy for an address with blanks: a single one is a typing error, more mean that there is other text as well."""
    parts = text.split()
    plain = _SCHEME.sub("", parts[0])
    is_slip = len(parts) == 2 and not re.match(r"https?://|www\.|\W*$|[(<\[–-]", parts[1])
    if is_slip and _HOST.match(plain.partition("/")[0]) and "/" in plain and not plain.endswith("/"):
        return f"Schreiben Sie: {{key}}: https://{plain}%20{parts[1]}"
    if is_slip and _HOST.match(_SCHEME.sub("", "".join(parts))):
        return f"Schreiben Sie: {{key}}: https://{_SCHEME.sub('', ''.join(parts))}"
    address = next((part for part in parts if re.match(r"https?://", part)), "https://www.example.org")
    return f"Nennen Sie genau eine Adresse und keinen Text dazu: {{key}}: {address.rstrip('.,;')}"


def _host(address: str) -> str:
    """The host; empty if there is none, or if the address has a user name before an „@“, which may imitate a host."""
    try:
        parts = urlsplit(address)
        return "" if "@" in parts.netloc else (parts.hostname or "").removesuffix(".")
    except ValueError:
        return ""


def parse_secure_address(text: str) -> str:
    """As `parse_web_address`, but https only: people type personal data there."""
    address = parse_web_address(text)
    if not address.startswith("https://"):
        raise trouble(
            "M114",
            f"„{text}“ überträgt Anmeldedaten unverschlüsselt.",
            f"Schreiben Sie: {{key}}: https://{address.partition('://')[2]}",
        )
    return address


def parse_contact(text: str) -> str:
    """An e-mail address or telephone number of an organisation. Raises M119 or M407."""
    plain = _CONTACT_WORD.sub("", hyphens(text))
    if EMAIL.fullmatch(plain):
        if plain.rpartition("@")[2].lower() in FREE_MAIL:
            remedy = (
                "Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website."
            )
            raise trouble("M407", f"„{plain}“ ist eine Adresse für Privatpersonen.", remedy)
        return plain
    if _PHONE.match(plain) and sum(char.isdigit() for char in plain) >= 5:
        return plain
    remedy = 'Schreiben Sie: {key}: info@example.org – oder: {key}: "0341 123456"'
    if found := [as_value(contact) for contact in contacts_in(text)]:
        remedy = f"Schreiben Sie: {{key}}: {_as_list(found)}"
    elif re.match(r"(?:https?://|www\.)", text):
        remedy = "Internetadressen stehen im Feld website; löschen Sie die Zeile oder schreiben Sie: {key}: info@example.org"
    raise trouble("M119", f"„{text}“ ist weder E-Mail-Adresse noch Telefonnummer.", remedy)


def _as_list(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


def is_person_like(address: str) -> bool:
    """True for `vorname.nachname@…`, which names a person."""
    local = address.partition("@")[0]
    return bool(_TWO_NAMES.fullmatch(local)) and not _OFFICE.search(local)


def parse_language(text: str) -> str:
    """A BCP 47 code. A German name of a language is understood too. Raises M120."""
    if id := _NO_LANGUAGES.get(fold_key(text)):
        problem = f"„{text}“ ist hier keine Sprache, sondern gehört zur Barrierefreiheit."
        raise trouble("M120", problem, f"Nehmen Sie es hier heraus und schreiben Sie: access: [{id}]")
    code = _LANGUAGE.fullmatch(text) or _LANGUAGE.fullmatch(text.lower())
    if code and (len(code[1]) == 3 or code[1] in TWO_LETTERS):
        return code[0]
    if known := LANGUAGES.get(fold_key(text)):
        return known
    remedy = "Schreiben Sie zum Beispiel de, en, hsb, cs oder pl: {key}: hsb"
    if near := closest(text, LANGUAGES):
        remedy = f"Schreiben Sie: {{key}}: {near}"
    raise trouble("M120", f"„{text}“ ist kein Sprachkürzel.", remedy)


def parse_old_id(text: str) -> str:
    """A former file name, without its ending. Raises M130."""
    plain = text.removesuffix(".md")
    if _OLD_ID.fullmatch(plain):
        return plain
    last = plain.rstrip("/").rpartition("/")[2].removesuffix(".md")
    example = last if _OLD_ID.fullmatch(last) else slug(last) or "robotik-ag-alt"
    raise trouble("M130", f"„{text}“ ist kein früherer Dateiname.", f"Schreiben Sie: {{key}}: {example}")


def parse_postcode(text: str) -> str:
    """Five digits. Raises M117, with the digit that spreadsheets drop."""
    plain = re.sub(r"^(?:D|DE|PLZ)\b[\s:.-]*", "", text)
    if re.fullmatch("[0-9]{5}", plain):
        return plain
    digits = re.sub(r"\.0+$", "", plain.replace("O", "0").replace("o", "0"))
    digits = "".join(re.findall("[0-9]", digits if len(digits) <= 8 else plain))
    if re.fullmatch(r"[0-9]{4}(?:[.,]0)?", plain):
        remedy = f'Vermutlich fehlt die Null am Anfang. Schreiben Sie: {{key}}: "0{plain[:4]}"'
        raise trouble("M117", f"„{text}“ hat nur vier Ziffern.", remedy)
    if len(digits) == 5:
        place = re.sub(r"^[\W\d]+", "", plain)
        remedy = f'Schreiben Sie nur die fünf Ziffern: {{key}}: "{digits}"'
        if re.match(r"[A-ZÄÖÜ][a-zäöüß]{2}", place):
            remedy += f" – und: city: {place}"
        raise trouble("M117", f"„{text}“ ist keine Postleitzahl.", remedy)
    raise trouble("M117", f"„{text}“ ist keine Postleitzahl.", 'Schreiben Sie fünf Ziffern: {key}: "01067"')


def parse_point(value: str | tuple[str, ...]) -> Point:
    """`51.05, 13.74`: latitude and longitude in degrees with two decimals or more. Raises M116."""
    text = value if isinstance(value, str) else ", ".join(value)
    parts = [part for part in re.split(r"[,;\s]+", text.strip("[]() ")) if part]
    if len(parts) != 2 or not all(re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{2,}", part) for part in parts):
        problem = f"„{text}“ sind keine Koordinaten."
        if len(parts) == 2 and all(re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9])?", part) for part in parts):
            problem = f"„{text}“ ist zu ungenau."
        remedy = "Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: {key}: "
        raise trouble("M116", problem, remedy + _with_points(text))
    lat, lon = float(parts[0]), float(parts[1])
    if abs(lat) > 90 or abs(lon) > 180:
        remedy = (
            "Die Breite liegt zwischen -90 und 90, die Länge zwischen -180 und 180: {key}: [51.05, 13.74]"
        )
        raise trouble("M116", f"„{text}“ liegt nicht auf der Erde.", remedy)
    return lat, lon


def _with_points(text: str) -> str:
    """The coordinates that were meant by decimal commas, degrees and minutes or a map link; an example if there are none."""
    number = r"[0-9]{1,2}[.,][0-9]{2,}"
    decimals = [part.replace(",", ".") for part in re.findall(number, text.partition("#")[2] or text)]
    if len(decimals) == 2:
        return f"[{', '.join(decimals)}]"
    degrees = re.findall(r"(\d{1,2})°\s*(\d{1,2})['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)(?:[\"″”]|''))?", text)
    if len(degrees) == 2:
        values = (
            int(whole) + int(minutes) / 60 + float((seconds or "0").replace(",", ".")) / 3600
            for whole, minutes, seconds in degrees
        )
        return f"[{', '.join(f'{value:.4f}' for value in values)}]"
    return "[51.05, 13.74]"
