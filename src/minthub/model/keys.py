"""Which field an editor meant: German names, labels and misspellings."""

from __future__ import annotations

from minthub.folding import fold_key
from minthub.model.base import FieldSpec
from minthub.model.kinds import KINDS
from minthub.vocabulary import closest

# German words that people write instead of the English keys, besides the labels of the fields.
GERMAN_NAMES = {
    "name": "title", "ueberschrift": "title", "beschreibung": "summary", "kurztext": "summary",
    "zusammenfassung": "summary", "teaser": "summary", "altersgruppe": "ages", "alter": "ages",
    "jahre": "ages", "age": "ages", "klasse": "grades", "klassenstufe": "grades", "stufe": "stages",
    "zielgruppe": "audiences", "fach": "subjects", "fachgebiet": "subjects", "thema": "topics",
    "schlagworte": "topics", "tags": "topics", "veranstalter": "provider", "traeger": "provider",
    "einrichtung": "provider", "organisation": "provider", "plz": "postcode", "ort": "city", "stadt": "city",
    "gemeinde": "city", "adresse": "street", "strasse": "street", "veranstaltungsort": "venue",
    "haus": "venue", "landkreis": "district", "kreis": "district", "region": "district", "koordinaten": "geo",
    "preis": "price", "gebuehr": "price", "kosten": "cost", "anmeldung": "registration",
    "anmeldelink": "registration_url", "anmeldeschluss": "registration_deadline", "link": "website",
    "url": "website", "homepage": "website", "webseite": "website", "internet": "website", "email": "contact",
    "mail": "contact", "telefon": "contact", "ansprechpartner": "contact", "datum": "start",
    "beginn": "start", "uhrzeit": "start", "ende": "end", "dauer": "duration", "termine": "dates",
    "zeit": "schedule", "zeiten": "schedule", "oeffnungszeiten": "schedule", "turnus": "schedule",
    "art": "format", "typ": "format", "kategorie": "format", "ferien": "holidays",
    "teilnehmerzahl": "group_size", "barrierefrei": "access", "sprache": "languages", "quelle": "source",
    "stand": "checked", "geprueft": "checked", "aktualisiert": "checked", "foto": "image", "bild": "image",
    "netzwerk": "networks", "fuerschulen": "for_schools", "schule": "for_schools", "ganztag": "gta",
    "modus": "mode", "teilnahme": "mode", "type": "format", "date": "start", "districts": "serves",
    "amount": "price", "foerdergeber": "funder", "frist": "deadlines", "betrag": "amount",
    "mitglieder": "members", "tel": "contact", "phone": "contact", "telefonnummer": "contact",
}  # fmt: skip


def suggest_key(key: str, specs: dict[str, FieldSpec]) -> str | None:
    """The key that was probably meant, out of those this kind of record has; None if nothing is near."""
    names = {fold_key(spec.label): spec.key for spec in specs.values()}
    names |= {fold_key(german): english for german, english in GERMAN_NAMES.items() if english in specs}
    names |= {fold_key(spec.key): spec.key for spec in specs.values()}
    if fold_key(key) not in names and kinds_with(key):
        # A correct key of another kind is no misspelling: „start“ in an offer is not „stadt“.
        return None
    return closest(key, names, cutoff=0.75)


def kinds_with(key: str) -> list[str]:
    """German names of the kinds that have this field."""
    return [model.plural for model in KINDS if key in model.specs()]
