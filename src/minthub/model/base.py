"""The base of all kinds of records, and the description of fields.

A field is one line: type, German label, help and example. Its level follows from it: mandatory without a
default, „should“ with `should=True`, optional otherwise. Everything else (messages, template, reference page,
JSON Schema) is read from the fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from minthub.model.types import Choice, Day, Many, OldId, PartialDay, Summary, Text, Title, WebAddress

MANDATORY: Any = ...


def spec(
    label: str,
    help: str,
    example: str,
    *,
    default: Any = None,
    should: bool = False,
    alias: str | None = None,
) -> Any:
    """The description of a front-matter field.

    `default=MANDATORY` makes it mandatory; `alias` is the key editors write where Python needs another name.
    """
    return Field(
        default,
        title=label,
        description=help,
        examples=[example],
        alias=alias,
        json_schema_extra={"should": should},
    )


def many(label: str, help: str, example: str, *, should: bool = False, alias: str | None = None) -> Any:
    """An optional field with several values; empty if there are none."""
    return spec(label, help, example, default=(), should=should, alias=alias)


@dataclass(frozen=True)
class FieldSpec:
    """A field as editors need it: key, German label, help, example, level."""

    key: str
    label: str
    help: str
    example: str
    is_mandatory: bool
    is_should: bool
    is_list: bool
    list_name: str | None

    @property
    def level(self) -> str:
        return "muss" if self.is_mandatory else "soll" if self.is_should else "kann"


class FrontMatter(BaseModel):
    """A group of fields that editors write: frozen, no other fields allowed.

    Pydantic lists the fields of the last base first, so kinds name their groups from the last to the first.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @classmethod
    @cache
    def specs(cls) -> dict[str, FieldSpec]:
        """All front-matter fields in their order."""
        named = ((info.alias or name, info) for name, info in cls.model_fields.items() if not info.exclude)
        return {key: _field_spec(key, info) for key, info in named}


class RecordModel(FrontMatter):
    """A record with meaning. `id`, `path` and `text` come from the file, the rest from its front matter."""

    # Set by each kind.
    kind: ClassVar[str]
    folder: ClassVar[str]
    singular: ClassVar[str]
    plural: ClassVar[str]

    id: str = Field(exclude=True)
    path: str = Field(exclude=True)
    text: str = Field("", exclude=True)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A fast AttributeError. Code for all kinds asks each record for about ten fields that its kind does not have.

            Pydantic's own method looks for private and extra fields first, which no record has, and takes forty times
            as long.
            """
            return object.__getattribute__(self, name)

    @property
    def key(self) -> str:
        """`offers/<id>`: unique over all kinds; the `data-id` of list entries."""
        return f"{self.folder}/{self.id}"


def _field_spec(name: str, info: FieldInfo) -> FieldSpec:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return FieldSpec(
        key=name,
        label=info.title or name,
        help=info.description or "",
        example=str((info.examples or [""])[0]),
        is_mandatory=info.is_required(),
        is_should=bool(extra.get("should")),
        is_list=Ellipsis in get_args(info.annotation),
        list_name=_list_name(info),
    )


def _list_name(info: FieldInfo) -> str | None:
    """The closed list a field takes its values from, wherever the type is nested."""
    pending: list[Any] = [info.annotation, *info.metadata]
    while pending:
        part = pending.pop()
        if isinstance(part, Choice):
            return part.list_name
        pending += [*get_args(part), *getattr(part, "__metadata__", ())]
    return None


class Head(RecordModel):
    """The first fields of every record."""

    title: Title = spec(
        "Titel", "Wie es heißt, höchstens 90 Zeichen.", "Robotik-AG im Jugendhaus", default=MANDATORY
    )
    summary: Summary = spec(
        "Kurzbeschreibung",
        "Ein bis zwei Sätze, höchstens 200 Zeichen: Was passiert da, für wen?",
        "Kinder bauen und programmieren Roboter aus Baukästen.",
        default=MANDATORY,
    )


class Provenance(RecordModel):
    """Where a record is from and how fresh it is; images with their rights."""

    aliases: Many[Text] = many(
        "Andere Namen", "Wörter, unter denen Leute danach suchen.", "[Roboterclub, Lego-AG]"
    )
    redirect_from: Many[OldId] = many(
        "Frühere Adressen", "Dateinamen ohne .md, unter denen der Eintrag früher lag.", "[robotik-ag-alt]"
    )
    image: Text | None = spec(
        "Bild", "Dateiname unter content/bilder/ (jpg, png oder webp, höchstens 2 MB).", "robotik.jpg"
    )
    image_alt: Text | None = spec(
        "Bildbeschreibung",
        "Was auf dem Bild zu sehen ist, für alle, die es nicht sehen.",
        "Zwei Kinder schrauben an einem Roboter.",
    )
    image_credit: Text | None = spec("Bildurheber", "Wer das Bild gemacht hat.", "Jugendhaus Musterstadt")
    image_licence: Text | None = spec("Bildlizenz", "Unter welcher Lizenz wir es zeigen dürfen.", "CC BY 4.0")
    source: WebAddress = spec(
        "Quelle",
        "Öffentliche Seite, auf der die Angaben stehen.",
        "https://www.example.org/robotik",
        default=MANDATORY,
    )
    source_date: PartialDay | None = spec(
        "Datum der Quelle", "Von wann die Quelle ist; Jahr oder Monat genügt.", "2026-05"
    )
    checked: Day = spec(
        "Geprüft am",
        "Tag, an dem jemand die Angaben mit der Quelle verglichen hat.",
        "2026-11-21",
        default=MANDATORY,
    )
    checked_by: Annotated[str, Choice("checkers")] = spec(
        "Geprüft von", "redaktion, anbieter oder koordinierung.", "redaktion", default=MANDATORY
    )
