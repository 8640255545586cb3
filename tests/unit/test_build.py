"""One build: settings in, pages and search out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minthub.build import Build, Frame, load_build
from minthub.pages.shell import Shell
from minthub.paths import GALLERY
from minthub.search.documents import EditorialPage
from minthub.settings import Folders
from minthub.views.site import Site
from tests.conftest import ROOT, TODAY

Add = Callable[..., None]
Load = Callable[..., Build]


@pytest.fixture
def load(content: Path, tmp_path: Path) -> Load:
    """`load(extra, url=…, is_preview=…)`: a build of what was written, with the real tables and templates."""
    for name in ("data", "paper", "theme_overrides"):
        (tmp_path / name).symlink_to(ROOT / name)

    def _load(
        extra: dict[str, Any] | None = None, url: str = "https://mint.example.org/", **kept: Any
    ) -> Build:
        options: dict[str, Any] = {"today": TODAY, "is_preview": False, **kept}
        return load_build(Folders(tmp_path), extra or {}, "Wegweiser", url, **options)

    return _load


# Settings


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://mint.example.org/", "https://mint.example.org/"),
        ("https://mint.example.org", "https://mint.example.org/"),
        ("https://mint.example.org/hub", "https://mint.example.org/hub/"),
        ("", ""),
    ],
)
def test_the_address_of_the_site_ends_with_a_slash(url: str, expected: str, load: Load) -> None:
    assert load(url=url).site == Site("Wegweiser", url=expected)


@pytest.mark.parametrize("repository", ["https://git.example.org/hub", "https://git.example.org/hub/"])
def test_edit_links_follow_from_the_repository(repository: str, load: Load) -> None:
    site = load({"repository": repository}).site
    assert site.edit_url == "https://git.example.org/hub/edit/main/"
    assert site.issue_url == "https://git.example.org/hub/issues/new"


@pytest.mark.parametrize("extra", [{}, {"repository": ""}, {"repository": None}])
def test_without_a_repository_there_are_no_edit_links(extra: dict[str, Any], load: Load) -> None:
    site = load(extra).site
    assert (site.edit_url, site.issue_url) == ("", "")


@pytest.mark.parametrize(
    ("extra", "mail"),
    [
        ({"operator": {"mail": "redaktion@example.org"}}, "redaktion@example.org"),
        ({"operator": {"mail": None}}, ""),
        ({"operator": {}}, ""),
        ({"operator": None}, ""),
        ({}, ""),
    ],
)
def test_the_mail_address_is_the_operators(extra: dict[str, Any], mail: str, load: Load) -> None:
    assert load(extra).site.mail == mail


def test_the_operator_is_a_setting(load: Load) -> None:
    assert load({"operator": {"name": "Verein"}}).site.operator == "Verein"
    assert load({"operator": {"name": None}}).site.operator == ""


@pytest.mark.parametrize(
    ("pdf", "is_preview", "sheet"),
    [(True, False, "schulen.pdf"), (False, False, "druck/"), (True, True, "druck/")],
)
def test_editorial_pages_get_their_numbers(pdf: bool, is_preview: bool, sheet: str, load: Load) -> None:
    build = load(is_preview=is_preview)
    text = build.fill("{operator.name}: {treffer.gta}, {schulblaetter}", {"pdf": pdf})
    assert text.startswith("**[noch einzutragen: Name des Betreibers]**: 0 Treffer, ")
    assert f'href="../kreise/bautzen/{sheet}"' in text


def test_a_missing_mail_address_is_remarked(load: Load) -> None:
    (remark,) = load().remarks
    assert remark.startswith("Hinweis: Keine E-Mail-Adresse des Betreibers eingetragen (MINT_OPERATOR_MAIL).")
    assert load({"operator": {"mail": "redaktion@example.org"}}).remarks == ()


# What is read


def test_records_and_holidays_are_read_for_the_day(add: Add, load: Load) -> None:
    add("events/x", start="2026-12-16", repeats="woechentlich", until="2027-01-06", **{"except": "[ferien]"})
    build = load(today=date(2026, 12, 20))
    assert build.catalogue.today == build.listing.today == date(2026, 12, 20)
    assert [str(item.next.start) for item in build.listing.events] == ["2027-01-06"]
    assert build.listing.catalogue is build.catalogue


def test_each_build_is_new(load: Load) -> None:
    one, other = load(), load()
    one.editorial.append("impressum/")
    assert other.editorial == []
    assert one.catalogue is not other.catalogue


# The frame


def test_the_frame_says_day_and_state(load: Load) -> None:
    assert load().frame == Frame("21.11.2026", False, (), "Sachsen")


def test_a_preview_shows_findings_that_keep_records_out(add: Add, load: Load) -> None:
    add("offers/x", cost="viel")  # a Fehler, and the unknown provider is a Hinweis
    frame = load(is_preview=True).frame
    assert frame.is_preview
    (finding,) = frame.findings
    assert finding.startswith(
        "content/offers/x.md:17: Fehler M106: Feld „Kosten“ (cost): „viel“ gibt es nicht."
    )


def test_otherwise_findings_are_not_shown(add: Add, load: Load) -> None:
    add("offers/x", cost="viel")
    build = load()
    assert build.report.has_errors
    assert build.frame.findings == ()


# What comes out


def test_the_start_page_is_made_once(add: Add, load: Load) -> None:
    add("providers/jugendhaus")
    add("offers/x")
    build = load()
    assert build.start is build.start
    assert build.start.numbers.startswith("1 Angebot ")


def test_pages_need_the_frame_of_the_theme(load: Load, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="environment comes before the pages"):
        load().write(tmp_path / "site", tmp_path / "lunr.js", 1)


Asked = list[tuple[str, int]]


@pytest.fixture
def written(add: Add, load: Load, tmp_path: Path) -> tuple[Path, Asked]:
    """The folder of a finished site, and for which sections and depths a frame was rendered."""
    add("providers/jugendhaus")
    add("offers/x")
    add("offers/y", title="Noch eines")
    (tmp_path / "lunr.js").write_text("// lunr", "utf-8")
    build, asked, out = load(), [], tmp_path / "site"

    def render(section: str, depth: int) -> Shell:
        asked.append((section, depth))
        return Shell(f"<title>@@mint:title@@</title><i>{section}</i>@@mint:body@@")

    build.editorial = ["", "impressum/", "merkliste/", "mitmachen/"]
    build.render_shell = render
    out.mkdir()
    build.write(out, tmp_path / "lunr.js", 1)
    return out, asked


def test_all_that_is_made_of_records_is_written(written: tuple[Path, Asked]) -> None:
    out, _ = written
    for name in (
        "sitemap.xml",
        "robots.txt",
        "angebote/y/index.html",
        "angebote/y/eintrag.json",
        "suche/stand.json",
        "daten/schema/offer.json",
        "mitmachen/vorlage-angebote.xlsx",
    ):
        assert (out / name).is_file(), name


def test_pages_are_written_in_their_frame(written: tuple[Path, Asked]) -> None:
    out, _ = written
    html = (out / "angebote" / "x" / "index.html").read_text("utf-8")
    assert html.startswith("<title>Robotik-AG im Jugendhaus")
    assert "<i>angebote</i>" in html


def test_a_frame_is_rendered_once_for_section_and_depth(written: tuple[Path, Asked]) -> None:
    _, asked = written
    assert len(asked) == len(set(asked))
    assert ("angebote", 2) in asked


def test_the_sitemap_has_editorial_pages_and_all_others(written: tuple[Path, Asked]) -> None:
    text = (written[0] / "sitemap.xml").read_text("utf-8")
    for path in (
        "",
        "impressum/",
        "mitmachen/",
        "angebote/",
        "angebote/x/",
        "kreise/goerlitz/",
        "anbieter/jugendhaus/",
    ):
        assert f"<loc>https://mint.example.org/{path}</loc>" in text, path


def test_every_page_but_hidden_ones_is_in_the_sitemap(written: tuple[Path, Asked]) -> None:
    out, _ = written
    pages = {file.parent.relative_to(out).as_posix() + "/" for file in out.rglob("index.html")}
    text = (out / "sitemap.xml").read_text("utf-8")
    missing = {path for path in pages if f"<loc>https://mint.example.org/{path}</loc>" not in text}
    assert missing == {GALLERY, *(path for path in pages if path.endswith("/druck/"))}
    assert "merkliste/" not in text


def test_the_sitemap_says_when_records_were_checked(written: tuple[Path, Asked]) -> None:
    """Lists change with every record in them, so nothing is said of those."""
    text = (written[0] / "sitemap.xml").read_text("utf-8")
    assert "angebote/x/</loc><lastmod>2026-11-01</lastmod>" in text
    assert {line for line in text.splitlines() if "lastmod" in line} == {
        f"<url><loc>https://mint.example.org/{path}/</loc><lastmod>2026-11-01</lastmod></url>"
        for path in ("angebote/x", "angebote/y", "anbieter/jugendhaus")
    }


def test_search_files_are_written(add: Add, load: Load, tmp_path: Path) -> None:
    add("providers/jugendhaus")
    add("offers/x")
    (tmp_path / "lunr.js").write_text("// lunr", "utf-8")
    build = load()
    build.editorial_pages.append(EditorialPage("hilfe/", "Hilfe", "", "<p>So geht es.</p>"))
    build.write_search(tmp_path / "site", tmp_path / "lunr.js")
    top = tmp_path / "site" / "suche"
    folder = top / json.loads((top / "stand.json").read_text("utf-8"))["folder"]
    cards = [card for file in folder.glob("b*.json") for card in json.loads(file.read_text("utf-8"))]
    assert {"offers/x", "providers/jugendhaus", "regions/goerlitz", "pages/hilfe"} <= {id for id, *_ in cards}
    assert len(cards) == json.loads((folder / "root.json").read_text("utf-8"))["documents"] == 16
    assert (folder / "map.json").is_file()


@pytest.mark.parametrize(("is_preview", "text"), [(False, "let a=1;"), (True, "// why\nlet a = 1;")])
def test_published_scripts_have_no_comments(is_preview: bool, text: str, load: Load, tmp_path: Path) -> None:
    script = tmp_path / "assets" / "a.js"
    script.parent.mkdir()
    script.write_text("// why\nlet a = 1;", "utf-8")
    load(is_preview=is_preview).publish_assets(tmp_path)
    assert script.read_text("utf-8") == text


def test_missing_tables_are_an_error(content: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_build(Folders(tmp_path), {}, "Wegweiser", "", TODAY, is_preview=False)
