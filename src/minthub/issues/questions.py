"""The questions of the issue forms, as one table per form. Questions for fields take label, help and values from the models."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from minthub.model.base import FieldSpec, RecordModel
from minthub.model.kinds import Event, Offer
from minthub.model.types import Lists

Shape = Literal["input", "textarea", "dropdown", "multiple", "checkbox"]
NO_ANSWER = "keine Angabe"
TEXT, MORE, CONSENT = "text", "weiteres", "einverstanden"


@dataclass(frozen=True)
class Question:
    """One question of a form. `id`: key of the field, if there is one. `options`: choices, which an issue contains as text."""

    id: str
    label: str
    help: str = ""
    example: str = ""
    shape: Shape = "input"
    is_required: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form for new issues. `model`: the kind of record that is made from its answers, if any."""

    file: str
    name: str
    about: str
    title: str
    label: str
    intro: str
    questions: tuple[Question, ...]
    model: type[RecordModel] | None = None

    def question(self, id: str) -> Question | None:
        return next((question for question in self.questions if question.id == id), None)


# Key → shape where it is not a line of text; in the order in which a person tells it.
_HEAD: dict[str, Shape] = {"title": "input", "summary": "textarea", "format": "dropdown", "provider": "input"}
_PLACE: dict[str, Shape] = {
    "mode": "dropdown", "venue": "input", "street": "input", "postcode": "input", "city": "input", "serves": "multiple",
}  # fmt: skip
_AUDIENCE: dict[str, Shape] = {
    "ages": "input", "subjects": "multiple", "topics": "input", "for_schools": "dropdown", "access": "multiple",
}  # fmt: skip
_TERMS: dict[str, Shape] = {
    "cost": "dropdown",
    "price": "input",
    "registration": "dropdown",
    "contact": "input",
}
_ORIGIN: dict[str, Shape] = {"website": "input", "source": "input", "checked_by": "dropdown"}
_OFFER = {**_HEAD, **_AUDIENCE, **_PLACE, "schedule": "input", **_TERMS, **_ORIGIN}
_EVENT = {
    **_HEAD,
    "start": "input",
    "end": "input",
    "dates": "textarea",
    **_AUDIENCE,
    **_PLACE,
    **_TERMS,
    **_ORIGIN,
}
# Help texts for forms, which must not show how lists are spelt in front matter.
_HELP = {
    "ages": ("In Jahren – oder die Klassen: „Klasse 5–7“.", "8–14, ab 8, bis 14 oder Klasse 5–7"),
    "city": ("Bei einem festen Ort. Mit Ortsteil, wenn es einen gibt.", ""),
    "postcode": ("Fünf Ziffern; daraus folgt der Kreis.", "01067"),
    "serves": (
        "Für Angebote ohne festen Ort: die Kreise, in die es kommt oder für die es da ist. Mehrere sind möglich.",
        "",
    ),
    "subjects": ("Mehrere sind möglich.", ""),
    "topics": ("Bis zu fünf Stichworte, mit Komma getrennt.", "Robotik, Programmieren"),
    "access": ("Was vorhanden ist. Mehreres ist möglich.", ""),
    "start": ("Tag und, wenn bekannt, Uhrzeit.", "05.12.2026 16:00"),
    "end": ("Letzter Tag oder Uhrzeit, zu der es endet.", "05.12.2026 18:00"),
    "dates": ("Wenn es mehrere Termine sind: je Zeile einer, gleich lang.", "09.01.2027 16:00"),
    "contact": (
        "E-Mail oder Telefon der Einrichtung, mit Komma getrennt. Bitte keine privaten: Diese Meldung ist öffentlich.",
        "info@example.org, 0341 123456",
    ),
    "source": (
        "Öffentliche Seite im Internet, auf der die Angaben stehen. Das kann dieselbe sein wie die Website.",
        "https://www.example.org/robotik",
    ),
    "checked_by": ("Woher die Angaben kommen.", ""),
}
# Questions that forms require although the fields are optional: no record can be made without them.
_ASKED_FOR = ("ages",)

_TEXT = Question(
    TEXT,
    "Text",
    "Zwei bis sechs Sätze für alle, die noch nichts davon wissen. Bitte selbst geschrieben, nicht kopiert.",
    shape="textarea",
)
_MORE = Question(
    MORE,
    "Weitere Angaben",
    "Nur wenn Sie möchten: je Zeile ein Feld und sein Wert, zum Beispiel „Anmeldeschluss: 01.12.2026“.",
    shape="textarea",
)
_CONSENT = Question(
    CONSENT,
    "Einverstanden",
    shape="checkbox",
    is_required=True,
    options=(
        "Mein Text darf unter der Lizenz CC BY 4.0 erscheinen; er nennt keine Namen oder Nummern von Privatpersonen.",
    ),
)
_INTRO = (
    "Danke, dass Sie mithelfen! Füllen Sie aus, was Sie wissen – Felder mit Stern sind nötig. "
    "Sie können nichts kaputt machen: Die Redaktion sieht alles durch, bevor es erscheint. "
    "**Was Sie hier schreiben, ist öffentlich.**"
)


def forms(lists: Lists) -> tuple[Form, ...]:
    """All forms, with today's closed lists."""
    return (_offer(lists), _event(lists), _mistake(), _wish())


def _offer(lists: Lists) -> Form:
    return Form(
        "angebot.yml", "Angebot melden", "Etwas, das regelmäßig oder auf Anfrage stattfindet.", "Angebot: ", "Angebot",
        _INTRO, _record_questions(Offer, _OFFER, lists), Offer,
    )  # fmt: skip


def _event(lists: Lists) -> Form:
    return Form(
        "termin.yml", "Termin melden", "Eine Veranstaltung mit Datum.", "Termin: ", "Termin",
        _INTRO, _record_questions(Event, _EVENT, lists), Event,
    )  # fmt: skip


def _record_questions(
    model: type[RecordModel], shapes: dict[str, Shape], lists: Lists
) -> tuple[Question, ...]:
    specs = model.specs()
    asked = [_of_field(specs[key], shape, lists) for key, shape in shapes.items()]
    return (*asked, _TEXT, _MORE, _CONSENT)


def _of_field(spec: FieldSpec, shape: Shape, lists: Lists) -> Question:
    help, example = _HELP.get(spec.key, (spec.help, spec.example.strip("\"'[]")))
    # Forms ask for events with a start; in the model it is optional, because `dates` may be used instead.
    is_required = spec.is_mandatory or spec.key in _ASKED_FOR or spec.key == "start"
    question = Question(spec.key, spec.label, help, "", shape, is_required)
    if shape in ("dropdown", "multiple"):
        return replace(question, options=_options(spec, lists, shape, is_required=is_required))
    return replace(question, example=example)


def _options(spec: FieldSpec, lists: Lists, shape: Shape, *, is_required: bool) -> tuple[str, ...]:
    if spec.key == "serves":
        return (lists.vocabulary.state.label, *(term.label for term in lists.districts))
    labels = tuple(term.label for term in lists[spec.list_name]) if spec.list_name else ("ja", "nein")
    # A multiple choice may stay empty; a single choice needs an option for „no answer“.
    return labels if shape == "multiple" or is_required else (NO_ANSWER, *labels)


def _mistake() -> Form:
    questions = (
        Question(
            "seite",
            "Seite",
            "Adresse der Seite oder Kennung des Eintrags.",
            "angebote/robotik-ag",
            is_required=True,
        ),
        Question("was", "Was stimmt nicht?", "Was da steht, und was richtig wäre.", "", "textarea", True),
        Question(
            "quelle", "Wo steht es richtig?", "Öffentliche Seite im Internet.", "https://www.example.org"
        ),
        Question(
            "kontakt",
            "Rückfragen an",
            "Nur wenn Sie möchten, am besten die Adresse einer Einrichtung. Diese Meldung ist öffentlich.",
        ),
    )
    intro = "Danke fürs Melden! Ein Satz genügt. **Was Sie hier schreiben, ist öffentlich.**"
    about = "Eine Angabe stimmt nicht mehr, oder eine Adresse führt ins Leere."
    return Form("fehler.yml", "Fehler melden", about, "Fehler: ", "Fehler", intro, questions)


def _wish() -> Form:
    questions = (
        Question("was", "Was fehlt?", "Was Sie gesucht und nicht gefunden haben.", "", "textarea", True),
        Question("ort", "Wo?", "Stadt, Gemeinde oder Postleitzahl.", "01067"),
        Question("alter", "Für welches Alter?", "In Jahren oder Klassen.", "10–12"),
        Question("wer", "Wer sucht?", "Zum Beispiel Familie, Schule, Hort – keine Namen.", "Schule"),
    )
    intro = (
        "Sagen Sie uns, was es noch nicht gibt oder was im Wegweiser fehlt: Damit sehen Kreise und Anbieter, wo "
        "etwas gebraucht wird. **Was Sie hier schreiben, ist öffentlich.**"
    )
    about = "Ein Angebot, das Sie gesucht und nicht gefunden haben."
    return Form("wunsch.yml", "Das fehlt hier", about, "Wunsch: ", "Wunsch", intro, questions)
