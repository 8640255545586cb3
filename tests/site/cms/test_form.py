"""The editing form as an editor uses it, on a folder of this machine: what it writes passes the check, and nothing gets lost."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from minthub.catalogue import Catalogue, load
from minthub.cms.write import archive
from minthub.model.base import RecordModel
from minthub.settings import Folders
from minthub.writing import values_of, written_values
from tests.conftest import DATA, ROOT, TODAY
from tests.site.cms.folder import CHOOSE, put, take
from tests.site.conftest import PREFIX, make_project, run
from tests.site.server import serve
from tests.site.test_accessibility import violations

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def program() -> Path:
    """The program of the form; fetched if it is not there and npm can."""
    path = archive(Folders(ROOT))
    if not path.is_file():
        if not shutil.which("npm"):
            pytest.skip("Das Programm der Eingabemaske fehlt, und npm, um es zu holen, auch.")
        script = [str(ROOT / "scripts" / "fetch_cms.sh"), sys.executable]
        done = subprocess.run(script, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"Das Programm der Eingabemaske ließ sich nicht holen: {done.stderr[-200:]}")
    return path


@pytest.fixture(scope="module")
def with_form(program: Path, documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project built with the form."""
    project = make_project(tmp_path_factory.mktemp("cms") / "project", documents)
    (project / ".cache" / "cms").symlink_to(program.parent)
    done = run(project, "minthub", "build", MINT_CMS="ja")
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@dataclass
class Form:
    """The form after signing in to a local folder with the mini records. `answered` are the addresses that sent something."""

    page: Page
    address: str
    answered: list[str]


@pytest.fixture(scope="module")
def form(with_form: Path, chromium: Browser) -> Iterator[Form]:
    with serve(with_form / "site", PREFIX) as top:
        context = chromium.new_context(viewport={"width": 1280, "height": 7000}, locale="de-DE")
        context.add_init_script(CHOOSE)
        page = context.new_page()
        answered: list[str] = []
        page.on("response", lambda response: answered.append(response.url))
        page.goto(f"{top}redaktion/")
        put(page, with_form / "content")
        page.get_by_role("button", name="Mit lokalem Repository arbeiten").click()
        expect(page.get_by_role("row", name="Robotik-AG im Jugendhaus")).to_be_visible()
        yield Form(page, f"{top}redaktion/", answered)
        context.close()


def field(page: Page, label: str) -> Locator:
    # The form puts marks for the direction of writing around names.
    return page.get_by_role("group", name=re.compile(f"^Feld „\u2068?{re.escape(label)}\u2069?“$"))


def fill(page: Page, **texts: str) -> None:
    for label, text in texts.items():
        field(page, label.replace("_", " ")).get_by_role("textbox").fill(text)


def save(page: Page) -> None:
    """The form goes back to the list when the file is written."""
    page.get_by_role("button", name="Speichern").click()
    page.wait_for_url(re.compile(r"#/collections/\w+$"))
    expect(page.get_by_role("grid")).to_be_visible()


def test_a_new_offer_passes_the_check(form: Form, with_form: Path, tmp_path: Path) -> None:
    page = form.page
    page.goto(f"{form.address}#/collections/offers/new")
    fill(
        page,
        Titel="Löten: jeden Dienstag #1",
        Kurzbeschreibung="Wir löten „Blinker“.",
        Ort="Werkstatt",
        Straße="Hauptstraße 1",
    )
    fill(page, Postleitzahl="0282", Stadt_oder_Gemeinde="Görlitz", Quelle="example.org", Zeiten="no")
    save_button = page.get_by_role("button", name="Speichern")
    save_button.click()
    # What is wrong is said at the field, in our words; what is missing, too.
    expect(field(page, "Postleitzahl")).to_contain_text("Schreiben Sie fünf Ziffern.")
    expect(field(page, "Quelle")).to_contain_text("Kopieren Sie die ganze Adresse; sie beginnt mit https://")
    expect(field(page, "Fächer")).to_contain_text("Dieses Feld ist erforderlich.")
    # That one may not zoom on phones is the program's own setting.
    found = violations(page, {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa"]})
    assert [violation for violation in found if not violation.startswith("meta-viewport")] == []
    fill(page, Postleitzahl="02826", Alter="ab 8", Themen="Löten", Quelle="https://www.example.org/a?b=c#d")
    fill(
        page, Anbieter="Jugendhaus Görlitz", Website="https://www.example.org", Text="Kommen Sie **vorbei**."
    )
    choose(page, "Kreis", "Landkreis Görlitz")
    choose(page, "Form", "Workshop")
    for label, answer in (
        ("Art der Teilnahme", "vor Ort"),
        ("Kosten", "kostenlos"),
        ("Anmeldung", "ohne Anmeldung"),
    ):
        field(page, label).get_by_role("radio", name=answer, exact=True).check()
    field(page, "Für Schulen").get_by_role("radio", name="nein", exact=True).check()
    field(page, "Fächer").get_by_role("checkbox", name="Technik").check()
    field(page, "Geprüft am").get_by_role("textbox").fill("2026-11-21")
    field(page, "Geprüft von").get_by_role("radio", name="Anbieter").check()
    save(page)

    content = shutil.copytree(with_form / "content", tmp_path / "content")
    take(page, content)
    catalogue, report = load(content, DATA, TODAY)
    file = content / "offers" / "goerlitz" / "loeten-jeden-dienstag-1.md"
    assert [line for line in file.read_text("utf-8").splitlines() if "02826" in line] == ['postcode: "02826"']
    assert report.errors == ()
    offer = next(offer for offer in catalogue.offers if offer.id == "loeten-jeden-dienstag-1")
    assert (offer.title, offer.schedule, str(offer.ages)) == ("Löten: jeden Dienstag #1", "no", "ab 8")
    assert (offer.for_schools, offer.gta, offer.status) == (False, None, "aktiv")


def kinds(catalogue: Catalogue) -> list[tuple[RecordModel, ...]]:
    return [
        catalogue.offers,
        catalogue.events,
        catalogue.providers,
        catalogue.networks,
        catalogue.districts,
        catalogue.funding,
        catalogue.news,
    ]


def written(record: RecordModel) -> dict[str, Any]:
    return written_values(type(record), values_of(record))


def choose(page: Page, label: str, answer: str) -> None:
    field(page, label).get_by_role("combobox").click()
    page.get_by_role("option", name=answer, exact=True).click()


def test_saving_a_record_again_loses_nothing(form: Form, with_form: Path, tmp_path: Path) -> None:
    """One record of each kind, the one with the most fields."""
    page = form.page
    before, _ = load(with_form / "content", DATA, TODAY)
    records = [max(of_kind, key=lambda record: len(written(record))) for of_kind in kinds(before)]
    for record in records:
        place = Path(record.path).relative_to(f"content/{record.folder}").with_suffix("").as_posix()
        page.goto(f"{form.address}#/collections/{record.folder}/entries/{place}")
        expect(field(page, "Titel").get_by_role("textbox")).to_have_value(record.title)
        fill(page, Titel=f"{record.title}!")
        save(page)
    content = shutil.copytree(with_form / "content", tmp_path / "content")
    take(page, content)
    after, report = load(content, DATA, TODAY)
    assert report.errors == ()
    for record in records:
        again = next(other for of_kind in kinds(after) for other in of_kind if other.key == record.key)
        assert written(again) == {**written(record), "title": f"{record.title}!"}
        assert again.text.strip() == record.text.strip()


def test_only_our_own_host_answers(form: Form) -> None:
    """The program would ask two others for fonts and for news; its policy keeps it from that."""
    own = form.address.removesuffix("redaktion/")
    assert len(form.answered) > 5
    assert [url for url in form.answered if not url.startswith((own, f"blob:{own[:20]}"))] == []


def test_the_form_is_only_where_it_is_wanted(site: Path, with_form: Path) -> None:
    assert not (site / "redaktion").exists()
    assert "redaktion/" not in (site / "mitmachen" / "index.html").read_text("utf-8")
    assert 'href="../redaktion/"' in (with_form / "site" / "mitmachen" / "index.html").read_text("utf-8")
    assert "redaktion/" not in (with_form / "site" / "sitemap.xml").read_text("utf-8")
