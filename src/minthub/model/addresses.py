"""Web addresses, contacts, languages, postcodes and coordinates as editors write them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from minthub.folding import fold_key
from minthub.model.trouble import trouble
from minthub.places import Point

# Mail services for private persons: an address there is a person's, not an organisation's.
FREE_MAIL = frozenset(
    "gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de yahoo.de yahoo.com hotmail.de hotmail.com "
    "outlook.de outlook.com live.de live.com freenet.de arcor.de aol.com aol.de icloud.com me.com mail.de posteo.de "
    "mailbox.org proton.me protonmail.com online.de 1und1.de kabelmail.de vodafone.de online.ms email.de".split()
)
EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"^(?:Tel(?:efon)?\.?:?\s*)?\+?[\d\s()/.–-]{5,30}$")
_LANGUAGES = {
    "deutsch": "de", "englisch": "en", "sorbisch": "hsb", "obersorbisch": "hsb", "niedersorbisch": "dsb", "tschechisch": "cs",
    "polnisch": "pl", "ukrainisch": "uk", "russisch": "ru", "arabisch": "ar", "franzosisch": "fr", "spanisch": "es",
    "turkisch": "tr", "persisch": "fa", "vietnamesisch": "vi", "kurdisch": "ku", "italienisch": "it", "rumanisch": "ro",
}  # fmt: skip
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


def parse_web_address(text: str) -> str:
    """An address with https:// or http://. Raises M114."""
    if re.match(r"^[\w.+-]+@", text) or text.lower().startswith("mailto:"):
        raise trouble("M114", f"„{text}“ ist eine E-Mail-Adresse.", f"E-Mail-Adressen stehen im Feld contact: {text.removeprefix('mailto:')}")
    if re.search(r"\s", text):
        raise trouble("M114", f"„{text}“ enthält Leerzeichen.", f"Schreiben Sie: {{key}}: {''.join(text.split())}")
    scheme, separator, rest = text.partition("://")
    if not separator:
        plain = text.lstrip("/")
        example = plain if re.match(r"^[\w-]+(\.[\w-]+)+", plain) else "www.example.org"
        raise trouble("M114", f"Der Adresse „{text}“ fehlt der Anfang https://.", f"Schreiben Sie: {{key}}: https://{example}")
    if scheme.lower() not in ("https", "http"):
        raise trouble("M114", f"„{text}“ beginnt mit {scheme}://.", "Nehmen Sie eine Adresse, die mit https:// beginnt.")
    try:
        host = (urlsplit(text).hostname or "").removesuffix(".")
    except ValueError:
        host = ""
    if not re.match(r"^[\w-]+(\.[\w-]+)+$", host) or re.search(r"[<>\"`{}|\\^]", rest):
        raise trouble("M114", f"„{text}“ ist keine vollständige Internetadresse.", "Kopieren Sie die Adresse aus der Adresszeile des Browsers: {key}: https://www.example.org")
    return text


def parse_secure_address(text: str) -> str:
    """As `parse_web_address`, but https only: people type personal data there."""
    address = parse_web_address(text)
    if not address.startswith("https://"):
        raise trouble("M114", f"„{text}“ überträgt Anmeldedaten unverschlüsselt.", f"Schreiben Sie: {{key}}: https://{address.partition('://')[2]}")
    return address


def parse_contact(text: str) -> str:
    """An e-mail address or telephone number of an organisation. Raises M119 or M407."""
    plain = text.removeprefix("mailto:").removeprefix("tel:").strip()
    if EMAIL.fullmatch(plain):
        if plain.rpartition("@")[2].lower() in FREE_MAIL:
            raise trouble("M407", f"„{plain}“ ist eine Adresse für Privatpersonen.", "Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website.")
        return plain
    if _PHONE.match(plain) and sum(char.isdigit() for char in plain) >= 5:
        return re.sub(r"^Tel\w*\.?:?\s*", "", plain)
    raise trouble("M119", f"„{text}“ ist weder E-Mail-Adresse noch Telefonnummer.", 'Schreiben Sie: {key}: [info@example.org, "0341 123456"]')


def is_person_like(address: str) -> bool:
    """True for `vorname.nachname@…`, which names a person."""
    local = address.partition("@")[0]
    return bool(re.fullmatch(r"[a-zäöüß-]{2,}[._][a-zäöüß-]{3,}", local, re.IGNORECASE)) and not re.search(
        r"info|post|kontakt|service|office|team|schul|museum|bildung|anmeld|verwaltung|mail|umwelt|labor|stadt|kinder|jugend|mint|natur", local, re.IGNORECASE
    )


def parse_language(text: str) -> str:
    """A BCP 47 code. A German name of a language is understood too. Raises M120."""
    if _LANGUAGE.match(text):
        return text
    if code := _LANGUAGES.get(fold_key(text)):
        return code
    raise trouble("M120", f"„{text}“ ist kein Sprachkürzel.", "Schreiben Sie zum Beispiel de, en, hsb, cs oder pl: {key}: [de, hsb]")


def parse_postcode(text: str) -> str:
    """Five digits. Raises M117, with the digit that spreadsheets drop."""
    plain = re.sub(r"^D[\s-]*", "", text)
    if re.fullmatch(r"\d{5}", plain):
        return plain
    if re.fullmatch(r"\d{4}", plain):
        raise trouble("M117", f"„{text}“ hat nur vier Ziffern.", f'Vermutlich fehlt die Null am Anfang. Schreiben Sie: {{key}}: "0{plain}"')
    raise trouble("M117", f"„{text}“ ist keine Postleitzahl.", 'Schreiben Sie fünf Ziffern: {key}: "01067"')


def parse_point(value: str | tuple[str, ...]) -> Point:
    """`51.05, 13.74`: latitude and longitude in degrees with two decimals or more. Raises M116."""
    text = value if isinstance(value, str) else ", ".join(value)
    parts = [part for part in re.split(r"[,;\s]+", text.strip("[]() ")) if part]
    if len(parts) != 2 or not all(re.fullmatch(r"-?\d{1,3}\.\d{2,}", part) for part in parts):
        decimals = re.findall(r"\d{1,2},\d{2,}", text)
        example = f"[{decimals[0].replace(',', '.')}, {decimals[1].replace(',', '.')}]" if len(decimals) == 2 else "[51.05, 13.74]"
        raise trouble("M116", f"„{text}“ sind keine Koordinaten.", f"Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: {{key}}: {example}")
    lat, lon = float(parts[0]), float(parts[1])
    if abs(lat) > 90 or abs(lon) > 180:
        raise trouble("M116", f"„{text}“ liegt nicht auf der Erde.", "Die Breite liegt zwischen -90 und 90, die Länge zwischen -180 und 180: {key}: [51.05, 13.74]")
    return lat, lon
