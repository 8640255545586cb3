"""The data of the form for new and corrected records, for the browser: questions, fields, lists, names, places."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from minthub.audience import beside_school
from minthub.catalogue import Catalogue
from minthub.issues.draft import NOT_HERE
from minthub.issues.questions import Form, forms
from minthub.model.addresses import FREE_MAIL, LANGUAGES, TWO_LETTERS
from minthub.model.base import RecordModel
from minthub.model.dates import MONTHS
from minthub.model.kinds import BY_FOLDER
from minthub.paths import FORM_KINDS, SECTIONS
from minthub.schema.questions import BODY, EXAMPLES, HELP, RULES, STEPS, TEXT, Question, Step
from minthub.schema.records import lists_of
from minthub.schema.shapes import Shape, shape_of
from minthub.views.site import Site
from minthub.vocabulary import Term, TermList
from minthub.writing import spelling, values_of, written_values

Data = dict[str, Any]

MODELS: tuple[type[RecordModel], ...] = tuple(BY_FOLDER[kind] for kind in FORM_KINDS)
# Types whose values are written without quotes.
_BARE = frozenset({"yesno", "day", "partialday", "moment", "duration", "ages", "grades", "geo", "exceptday"})


def form_data(catalogue: Catalogue, site: Site) -> Data:
    """`regeln.json`. Lists and names are arrays of [id, label, …], to be short."""
    lists = lists_of(catalogue)
    names = {shape.list_name for model in MODELS for shape in _shapes(model).values() if shape.list_name}
    state = catalogue.vocabulary.state
    asked = {form.model: _issue_form(form) for form in forms(lists)}
    return {
        "site": {
            "name": site.name,
            "new": site.new_url,
            "edit": site.edit_url,
            "issue": site.issue_url,
            "mail": site.mail,
        },
        "state": {
            "id": state.id,
            "label": state.label,
            "name": catalogue.vocabulary.state_name,
            "names": list(state.names),
        },
        "kinds": {model.folder: _kind(model) | {"form": asked.get(model, {})} for model in MODELS},
        "steps": [_step(step) for step in STEPS],
        "text": TEXT,
        "rules": list(RULES),
        "lists": {name: _terms(lists[name]) for name in sorted(names)},
        "notInIssues": list(NOT_HERE),
        "besideSchool": _beside_school(lists["stages"]),
        "topics": list(catalogue.vocabulary.topics),
        "names": {
            "providers": [[item.id, item.title, *item.aliases] for item in catalogue.providers],
            "networks": [[item.id, item.title, *item.aliases] for item in catalogue.networks],
            "offers": [[item.id, item.title, *item.aliases] for item in catalogue.offers],
        },
        "events": [item.id for item in catalogue.events],
        "months": list(MONTHS),
        "freeMail": sorted(FREE_MAIL),
        "languages": LANGUAGES,
        "twoLetters": " ".join(sorted(TWO_LETTERS)),
        "districts": {district.id: district.short_title for district in catalogue.districts},
    }


def _beside_school(stages: TermList) -> Data:
    """The stages that grades do not cover."""
    before, after = beside_school([stage.id for stage in stages], stages)
    return {"before": [stage.id for stage in before], "after": [stage.id for stage in after]}


@cache
def _shapes(model: type[RecordModel]) -> dict[str, Shape]:
    return {
        info.alias or name: shape_of(info) for name, info in model.model_fields.items() if not info.exclude
    }


def _kind(model: type[RecordModel]) -> Data:
    """`fields` in the order in which they are written."""
    shapes, specs = _shapes(model), model.specs()
    defaults = {info.alias or name: info.default for name, info in model.model_fields.items()}
    return {
        "folder": model.folder,
        "singular": model.singular,
        "section": SECTIONS[model.folder],
        "fields": [
            {
                "key": key,
                "label": spec.label,
                "help": HELP.get(key, spec.help),
                "example": EXAMPLES.get(key, spec.example),
                "level": spec.level,
                "shape": shapes[key].name,
                **({"many": True} if spec.is_list else {}),
                **({"list": shapes[key].list_name} if shapes[key].list_name else {}),
                **({"max": shapes[key].max_length} if shapes[key].max_length else {}),
                **({"default": defaults[key]} if isinstance(defaults[key], str) else {}),
                **({"bare": True} if shapes[key].name in _BARE else {}),
            }
            for key, spec in specs.items()
        ],
    }


def _issue_form(form: Form) -> Data:
    """The issue form for the same kind of record; fields that it has no question for go into its field `more`."""
    return {"file": form.file, "keys": [question.id for question in form.questions]}


def _step(step: Step) -> Data:
    return {
        "title": step.title,
        "short": step.short,
        "lead": step.lead,
        "questions": [_question(one) for one in step.questions],
    }


def _question(question: Question) -> Data:
    return {
        "key": question.key,
        **({"more": True} if question.is_more else {}),
        **({"when": [question.when[0], list(question.when[1])]} if question.when else {}),
        **({"body": True} if question.key == BODY else {}),
    }


def _terms(terms: Iterable[Term]) -> list[list[str]]:
    """Id, label, help and other names."""
    return [[term.id, term.label, term.help, *term.synonyms] for term in terms]


def place_data(catalogue: Catalogue) -> Data:
    """`orte.json`: the municipalities as [name, official name or "", district], and those of each postcode by number, the main
    one first."""
    by_ags = {district.ags: district.id for district in catalogue.districts}
    known = [row for row in catalogue.places.municipalities if row.district_ags in by_ags]
    postcodes = {
        code: [[area.place, by_ags.get(area.district_ags, "")] for area in catalogue.places.postcode(code)]
        for code in catalogue.places.postcodes
    }
    towns = [
        [row.name, row.official_name if row.official_name != row.name else "", by_ags[row.district_ags]]
        for row in known
    ]
    return {"towns": towns, "postcodes": postcodes}


def source(record: RecordModel) -> Data:
    """`eintrag.json`: a record's file with every value in canonical spelling, as text or as a list of texts."""
    shapes = _shapes(type(record))
    values = written_values(type(record), values_of(record))
    return {
        "kind": record.folder,
        "id": record.id,
        "path": record.path,
        "values": {key: _spelt(value, shapes[key]) for key, value in values.items()},
        "body": record.text.strip("\n"),
    }


def _spelt(value: Any, shape: Shape) -> str | list[str]:
    if shape.is_list:
        return [_spelt_one(item, shape) for item in value]
    return _spelt_one(value, shape)


def _spelt_one(value: Any, shape: Shape) -> str:
    """One value in canonical spelling. Texts stay unquoted, because quotes are added when the file is written."""
    return value if isinstance(value, str) else spelling(value)
