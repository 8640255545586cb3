"""The questions of the form, its steps, and rules between fields, as data that the browser interprets.

Labels, help, examples, types and lists come from the models and the vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Required, TypedDict

ON_SITE = ("vor-ort", "hybrid")
ELSEWHERE = ("mobil", "online")
NOT_FREE = ("teilweise", "kostenpflichtig", "unbekannt")
REGISTERED = ("empfohlen", "erforderlich")
BODY = "text"


@dataclass(frozen=True)
class Question:
    """A field of the form. `is_more`: shown under „Mehr angeben“.

    `when`: another field and the values of it for which this question is asked (none: any value). For other values it is
    hidden, or moved to „Mehr angeben“ if `is_more`. A field with a value is always shown.
    """

    key: str
    is_more: bool = False
    when: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Step:
    """A page of the form; `short` is its title in the list of steps."""

    title: str
    short: str
    lead: str
    questions: tuple[Question, ...]


def _asked(*keys: str) -> tuple[Question, ...]:
    return tuple(Question(key) for key in keys)


def _more(*keys: str) -> tuple[Question, ...]:
    return tuple(Question(key, is_more=True) for key in keys)


_PLACE = (
    Question("mode"),
    Question("venue", when=("mode", ON_SITE)),
    Question("street", when=("mode", ON_SITE)),
    Question("postcode", when=("mode", ON_SITE)),
    Question("city", when=("mode", ON_SITE)),
    Question("district", when=("mode", ON_SITE)),
    Question("serves", is_more=True, when=("mode", ELSEWHERE)),
)
# Each kind has the fields of its own in these steps; a field that a kind does not have is left out.
STEPS = (
    Step(
        "Was ist es?",
        "Was",
        "Sagen Sie in wenigen Worten, was Kinder, Jugendliche oder Erwachsene dort tun.",
        (
            *_asked("title", "summary", "format", "subjects", "topics", BODY),
            *_more("aliases", "status", "event_status"),
        ),
    ),
    Step(
        "Für wen?",
        "Für wen",
        "Alter oder Klassen genügen. So finden Familien und Schulen, was zu ihnen passt.",
        (
            *_asked("ages", "grades", "for_schools", "access"),
            *_more("stages", "audiences", "access_note", "languages", "gta", "gta_note"),
        ),
    ),
    Step(
        "Wo und wann?",
        "Wo und wann",
        "Den Kreis finden wir aus der Postleitzahl.",
        (
            *_PLACE,
            *_asked("schedule", "start", "end", "duration", "dates", "repeats"),
            Question("until", when=("repeats", ())),
            Question("except", when=("repeats", ())),
            *_more("travel", "holidays", "group_size", "expires"),
        ),
    ),
    Step(
        "Wer steht dahinter, und wie kommt man hinein?",
        "Wer und wie",
        "Nennen Sie nur Adressen der Einrichtung, keine privaten.",
        (
            *_asked("provider", "cost"),
            Question("price", when=("cost", NOT_FREE)),
            Question("registration"),
            Question("registration_url", when=("registration", REGISTERED)),
            *_asked("contact", "website", "source"),
            *_more("registration_deadline", "networks", "offer"),
        ),
    ),
)
# Help texts of the form that replace those of the model, which mention files and keys.
HELP = {
    "title": "Wie es heißt, höchstens 90 Zeichen.",
    "format": "Was am besten passt.",
    "ages": "In Jahren: von–bis, „ab 8“ oder „bis 14“.",
    "grades": "Klassenstufen von 1 bis 13: von–bis oder „ab 5“.",
    "stages": "Nur nötig, wenn Sie weder Alter noch Klassen nennen können.",
    "for_schools": "Können Schulklassen kommen oder können Schulen es buchen?",
    "gta": "Können Schulen es als Ganztagsangebot buchen?",
    "languages": "In welchen Sprachen, wenn nicht nur auf Deutsch.",
    "mode": "Wo findet es statt?",
    "district": "Nur nötig, wenn wir ihn aus Postleitzahl und Ort nicht erkennen.",
    "serves": "Kreise, in die es kommt oder für die es da ist – oder das ganze Land.",
    "start": "Tag, wenn bekannt mit Uhrzeit.",
    "dates": "Weitere Tage mit Uhrzeit, je Zeile einer. Sie dauern so lange wie der erste.",
    "repeats": "Nur wenn es sich regelmäßig wiederholt.",
    "until": "Letzter Tag der Wiederholung.",
    "except": "Tage, an denen es ausfällt, oder das Wort „ferien“.",
    "provider": "Name der Einrichtung. Bekannte Namen werden beim Tippen vorgeschlagen.",
    "cost": "Was Teilnehmende zahlen.",
    "registration": "Muss man sich vorher anmelden?",
    "contact": "E-Mail-Adresse oder Telefonnummer der Einrichtung.",
    "source": "Öffentliche Seite, auf der die Angaben stehen. Leer lassen, wenn es die Website von oben ist.",
    "networks": "Gehört es zu einem dieser Netzwerke?",
    "offer": "Gehört der Termin zu einem Angebot, das schon hier steht?",
    "status": "Läuft es noch?",
    "event_status": "Findet es statt wie geplant?",
    "topics": "Worum es geht, in bis zu fünf Stichworten, mit Komma getrennt.",
    "aliases": "Unter welchen Wörtern Leute noch danach suchen, mit Komma getrennt.",
}
EXAMPLES = {
    "start": "05.12.2026 16:00",
    "end": "05.12.2026 18:00",
    "dates": "09.01.2027 16:00",
    "until": "09.07.2027",
    "except": "24.12.2026, ferien",
    "registration_deadline": "01.12.2026",
    "expires": "31.07.2027",
    "languages": "Deutsch, Sorbisch",
}
TEXT = {
    "label": "Beschreibung",
    "help": "Zwei bis sechs Sätze: Was passiert dort, für wen, wie macht man mit?",
    "example": "Jeden Mittwoch bauen Kinder Roboter und lassen sie fahren. Wer mitmachen möchte, kommt einfach vorbei.",
}
# Fields that the form does not show; a corrected record keeps them. The form sets the last two itself.
UNASKED = (
    "geo",
    "redirect_from",
    "image",
    "image_alt",
    "image_credit",
    "image_licence",
    "source_date",
    "checked",
    "checked_by",
)


class Rule(TypedDict, total=False):
    """Code, the field to look at, and one condition, as `assistant/rules.js` reads them."""

    code: Required[str]
    key: Required[str]
    # One of these fields must be given, or none of them may be.
    any: list[str]
    none: list[str]
    # The day or time of `key` is not before that of this field, or not after the latest of these fields.
    later: list[str]
    earlier: list[str]
    # The rule applies only if each of these fields has one of the given values (an empty list: any value).
    when: dict[str, list[str]]


RULES: tuple[Rule, ...] = (
    {"code": "M121", "key": "ages", "any": ["ages", "grades", "stages"]},
    {"code": "M124", "key": "city", "any": ["city", "serves"], "when": {"mode": list(ON_SITE)}},
    {"code": "M124", "key": "serves", "any": ["serves"], "when": {"mode": list(ELSEWHERE)}},
    {"code": "M125", "key": "start", "any": ["start", "dates"]},
    {"code": "M125", "key": "start", "any": ["start"], "when": {"repeats": []}},
    {"code": "M305", "key": "until", "any": ["until"], "when": {"repeats": []}},
    {"code": "M307", "key": "duration", "none": ["end"], "when": {"duration": []}},
    {"code": "M310", "key": "until", "any": ["repeats"], "when": {"until": []}},
    {"code": "M310", "key": "except", "any": ["repeats"], "when": {"except": []}},
    {"code": "M302", "key": "end", "later": ["start"]},
    {"code": "M308", "key": "until", "later": ["start"]},
    {"code": "M303", "key": "registration_deadline", "earlier": ["start", "dates", "until"]},
)
