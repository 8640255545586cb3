"""The settings of the editing form: one collection for each kind of record, made from the models."""

from __future__ import annotations

from typing import Any

import yaml

from minthub.catalogue import Catalogue
from minthub.cms.widgets import Widget, widgets
from minthub.model.base import RecordModel
from minthub.model.kinds import KINDS
from minthub.model.types import Lists
from minthub.schema.records import lists_of
from minthub.views.site import Site

MAX_SLUG = 60
# Kinds in which editors must not create records: districts are fixed.
_FIXED = ("regions",)
_IN_DISTRICT_FOLDERS = ("offers", "events")
# Fields that hold ids of other records → folder of these records, and help text.
_NAMES_OF = {
    "networks": ("networks", "Die Netzwerke, zu denen es gehört."),
    "offer": ("offers", "Das Angebot, zu dem der Termin gehört."),
}
_DISTRICT = "Der Kreis, in dem es stattfindet: Danach richtet sich der Ordner. Leer nur, wenn es keinen festen Ort gibt."
_BUTTONS = [
    "bold",
    "italic",
    "link",
    "heading-two",
    "heading-three",
    "bulleted-list",
    "numbered-list",
    "quote",
]


class NotOnGitHub(Exception):
    """The form can only write to a repository on GitHub; the message says so, in German."""


def config(catalogue: Catalogue, site: Site, repository: str, logo: str) -> str:
    """The text of `config.yml`. `repository` is its web address. Raises NotOnGitHub."""
    return yaml.safe_dump(
        settings(catalogue, site, repository, logo), allow_unicode=True, sort_keys=False, width=120
    )


def settings(catalogue: Catalogue, site: Site, repository: str, logo: str) -> dict[str, Any]:
    lists = lists_of(catalogue)
    return {
        "backend": {
            "name": "github",
            "repo": _owner_and_name(repository),
            "branch": "main",
            # People without write access propose changes from a fork.
            "open_authoring": True,
            "auth_scope": "public_repo",
            # Sign in by token, because the alternative needs a server.
            "auth_methods": ["token"],
            "commit_messages": {
                "create": "Neu: {{collection}} „{{slug}}“",
                "update": "Ändere {{collection}} „{{slug}}“",
                "delete": "Lösche {{collection}} „{{slug}}“",
                "uploadMedia": "Lade Bild {{path}} hoch",
                "deleteMedia": "Lösche Bild {{path}}",
            },
        },
        "publish_mode": "editorial_workflow",
        "app_title": site.name,
        **({"site_url": site.url, "display_url": site.url} if site.url else {}),
        "logo": {"src": logo},
        "show_preview_links": False,
        "editor": {"preview": False},
        "media_folder": "content/bilder",
        "public_folder": "/bilder",
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MAX_SLUG, "timezone": "local"},
        # Without these two the form writes `end: ''` and `time: 15:30`, which YAML parsers read as an empty text and as 930.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": [_collection(model, lists) for model in KINDS],
    }


def _collection(model: type[RecordModel], lists: Lists) -> dict[str, Any]:
    has_folders = model.folder in _IN_DISTRICT_FOLDERS
    return {
        "name": model.folder,
        "label": model.plural,
        "label_singular": model.singular,
        "folder": f"content/{model.folder}",
        "create": model.folder not in _FIXED,
        "delete": False,
        "slug": "{{date}}-{{title}}" if model.folder == "news" else "{{title}}",
        "identifier_field": "title",
        # Records without a place are in the folder of the state.
        **(
            {"path": f"{{{{district | default('{lists.vocabulary.state.id}')}}}}/{{{{slug}}}}"}
            if has_folders
            else {}
        ),
        # By default the form takes `aliases` for former addresses; ours are other names of an offer.
        "aliases_field": False,
        "thumbnail": False,
        "fields": [*(_adapted(field, has_folders) for field in widgets(model, lists)), _body(model)],
    }


def _body(model: type[RecordModel]) -> Widget:
    return {
        "name": "body",
        "label": "Text",
        "widget": "richtext",
        "hint": "Zwei bis sechs Sätze für alle, die noch nichts davon wissen.",
        "required": model.folder == "news",
        "buttons": _BUTTONS,
        "editor_components": [],
    }


def _adapted(field: Widget, has_folders: bool) -> Widget:
    """The widget adapted to this form: ids of records are chosen by title; the district is the folder of a new file."""
    if field["name"] == "district" and has_folders:
        return {**field, "hint": _DISTRICT}
    if field["name"] not in _NAMES_OF:
        return field
    other, hint = _NAMES_OF[field["name"]]
    several = {"multiple": True} if field["widget"] == "list" else {}
    chosen = {
        "widget": "relation",
        "collection": other,
        "value_field": "{{slug}}",
        "display_fields": ["title"],
    }
    return {**field, **chosen, **several, "hint": hint}


def _owner_and_name(repository: str) -> str:
    host, _, path = repository.removeprefix("https://").rstrip("/").partition("/")
    if host != "github.com" or path.count("/") != 1:
        raise NotOnGitHub(
            f"Die Eingabemaske braucht ein Repository auf GitHub; eingestellt ist „{repository}“ (MINT_REPOSITORY)."
        )
    return path
