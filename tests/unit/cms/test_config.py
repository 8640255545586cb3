"""Settings of the editing form: made from the models, valid for the program, and only where they are wanted."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from minthub.catalogue import Catalogue
from minthub.cms.config import NotOnGitHub, config
from minthub.cms.package import FILE, Package, PackageMissing, integrity
from minthub.cms.widgets import widgets
from minthub.cms.write import about, archive
from minthub.model.kinds import KINDS, Offer
from minthub.schema.records import lists_of
from minthub.settings import Folders
from minthub.views.site import Site
from tests.conftest import ROOT

SITE = Site("Wegweiser", "https://mint.example.org/repo/")
REPOSITORY = "https://github.com/owner/name"
ARCHIVE = archive(Folders(ROOT))


@pytest.fixture
def catalogue(loaded: object) -> Catalogue:
    return loaded()[0]  # type: ignore[operator,no-any-return]


def test_every_field_of_every_kind_can_be_filled_in(catalogue: Catalogue) -> None:
    collections = yaml.safe_load(config(catalogue, SITE, REPOSITORY, "logo.svg"))["collections"]
    fields = {one["name"]: [field["name"] for field in one["fields"]] for one in collections}
    assert fields == {model.folder: [*model.specs(), "body"] for model in KINDS}


def test_fields_are_what_their_types_are(catalogue: Catalogue) -> None:
    fields = {widget["name"]: widget for widget in widgets(Offer, lists_of(catalogue))}
    assert fields["title"] == {
        "name": "title",
        "label": "Titel",
        "hint": "Wie es heißt, höchstens 90 Zeichen. Beispiel: Robotik-AG im Jugendhaus",
        "required": True,
        "widget": "string",
        "maxlength": 90,
    }
    assert fields["summary"]["widget"] == "text"
    assert fields["postcode"]["pattern"] == [r"^\d{5}$", "Schreiben Sie fünf Ziffern."]
    assert fields["for_schools"]["options"] == [
        {"label": "ja", "value": True},
        {"label": "nein", "value": False},
    ]
    assert fields["subjects"]["multiple"] is True
    assert fields["subjects"]["options"][0] == {"label": "Mathematik", "value": "mathematik"}
    assert fields["serves"]["options"][0]["value"] == catalogue.vocabulary.state.id
    assert (fields["ages"]["widget"], fields["ages"]["max"]) == ("list", 2)
    assert (fields["checked"]["widget"], fields["checked"]["type"]) == ("datetime", "date")
    assert fields["status"]["default"] == "aktiv"


def test_files_lie_where_the_check_wants_them(catalogue: Catalogue) -> None:
    settings = yaml.safe_load(config(catalogue, SITE, REPOSITORY, "logo.svg"))
    collections = {one["name"]: one for one in settings["collections"]}
    state = catalogue.vocabulary.state.id
    assert collections["events"]["path"] == f"{{{{district | default('{state}')}}}}/{{{{slug}}}}"
    assert "path" not in collections["providers"]
    assert collections["regions"]["create"] is False
    assert settings["backend"]["repo"] == "owner/name"


def test_other_records_are_chosen_by_their_titles(catalogue: Catalogue) -> None:
    settings = yaml.safe_load(config(catalogue, SITE, REPOSITORY, "logo.svg"))
    fields = {field["name"]: field for field in settings["collections"][1]["fields"]}
    assert fields["offer"] == {
        "name": "offer",
        "label": "Gehört zum Angebot",
        "hint": "Das Angebot, zu dem der Termin gehört.",
        "required": False,
        "widget": "relation",
        "collection": "offers",
        "value_field": "{{slug}}",
        "display_fields": ["title"],
    }
    assert (fields["networks"]["collection"], fields["networks"]["multiple"]) == ("networks", True)


@pytest.mark.skipif(not ARCHIVE.is_file(), reason="Das Programm der Eingabemaske fehlt: make cms")
def test_the_program_takes_the_settings(catalogue: Catalogue) -> None:
    settings = yaml.safe_load(config(catalogue, SITE, REPOSITORY, "logo.svg"))
    validator = jsonschema.Draft7Validator(Package(ARCHIVE).schema)
    assert [error.message for error in validator.iter_errors(settings)] == []
    settings["slug"]["encoding"] = "none-such"
    assert not validator.is_valid(settings)


@pytest.mark.parametrize("repository", ["", "https://git.example.org/owner/name", "https://github.com/owner"])
def test_the_form_needs_a_repository_on_github(catalogue: Catalogue, repository: str) -> None:
    with pytest.raises(NotOnGitHub) as problem:
        config(catalogue, SITE, repository, "logo.svg")
    assert str(problem.value) == (
        "Die Eingabemaske braucht ein Repository auf GitHub; eingestellt ist "
        f"„{repository}“ (MINT_REPOSITORY)."
    )


def test_another_archive_is_not_used(tmp_path: Path) -> None:
    with pytest.raises(PackageMissing, match=r"fehlt \(sveltia-cms-.*\)\. Holen Sie es mit: make cms"):
        Package(tmp_path / FILE)
    (tmp_path / FILE).write_bytes(b"something else")
    with pytest.raises(PackageMissing, match=r"ist nicht die Datei, die geprüft wurde\."):
        Package(tmp_path / FILE)


def test_integrity_is_what_npm_writes() -> None:
    empty = "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="
    assert integrity(b"") == f"sha512-{empty}"


def test_pages_speak_of_the_form_where_there_is_one() -> None:
    page = "Eins.\n\n{redaktion} [Maske](../redaktion/)\n\nZwei.\n"
    assert about(page, is_on=True) == "Eins.\n\n[Maske](../redaktion/)\n\nZwei.\n"
    assert about(page, is_on=False) == "Eins.\n\nZwei.\n"
