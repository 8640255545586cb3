"""Pages as files, with templates and frame of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from minthub.listing import Listing
from minthub.model.kinds import KINDS
from minthub.pages.shell import GAPS, Shell, gap
from minthub.pages.write import PageWriter, robots
from minthub.paths import SECTIONS
from minthub.views.site import Site
from tests.conftest import ROOT

Add = Callable[..., None]
Writer = Callable[..., PageWriter]

SITE = Site("MINT", url="https://mint.example.org/hub/")
TEMPLATE = "{name}|{{{{ page.title }}}}|{{{{ base }}}}|{{{{ today }}}}"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """One line a page: template, title, way to the top, day."""
    folder = tmp_path / "templates"
    folder.mkdir()
    for name in ("record", "finder", "list", "print", "opendata", "figures", "fields", "codes"):
        (folder / f"{name}.html").write_text(TEMPLATE.format(name=name), "utf-8")
    return folder


@pytest.fixture
def records(add: Add) -> None:
    add("providers/jugendhaus")
    add("offers/robotik-ag", title="Robotik & Löten")
    for key in ("events/nacht", "networks/netz", "funding/fonds", "news/neu"):
        add(key)


@pytest.fixture
def writer(listing: Callable[[], Listing], templates: Path, tmp_path: Path) -> Writer:
    """`writer(frame)`: writes below `tmp_path/site`; the frame knows its section and depth."""

    def _writer(frame: str = "@@mint:title@@@@mint:body@@", site: Site = SITE) -> PageWriter:
        def shells(section: str, depth: int) -> Shell:
            return Shell(frame.replace("SECTION", section).replace("DEPTH", str(depth)))

        return PageWriter(listing(), site, shells, templates, tmp_path / "site")

    return _writer


def page(tmp_path: Path, path: str) -> str:
    return (tmp_path / "site" / path / "index.html").read_text("utf-8")


@pytest.mark.usefixtures("records")
def test_every_page_is_written_where_its_path_says(writer: Writer, tmp_path: Path) -> None:
    paths = writer().write_all()
    written = {
        file.parent.relative_to(tmp_path / "site").as_posix() + "/"
        for file in tmp_path.glob("site/**/*.html")
    }
    assert written == set(paths)
    assert len(paths) == len(set(paths)), "a page is written twice"
    assert all(re.fullmatch(r"(?:[a-z0-9-]+/)+", path) for path in paths)


@pytest.mark.usefixtures("records")
def test_every_record_and_every_section_has_a_page(writer: Writer) -> None:
    paths = writer().write_all()
    assert paths[:6] == [
        "angebote/robotik-ag/",
        "termine/nacht/",
        "anbieter/jugendhaus/",
        "netzwerke/netz/",
        "foerderung/fonds/",
        "neuigkeiten/neu/",
    ]
    assert {f"{SECTIONS[model.folder]}/" for model in KINDS} <= set(paths)
    assert {"kreise/goerlitz/", "kreise/chemnitz/", "alter/kita/", "faecher/technik/"} <= set(paths)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("angebote/robotik-ag/", "record|Robotik &amp; Löten|../../|21.11.2026"),
        ("angebote/", "finder|Angebote finden|../|21.11.2026"),
        ("kreise/goerlitz/", "list|Landkreis Görlitz|../../|21.11.2026"),
    ],
)
def test_templates_get_page_base_and_day(path: str, body: str, writer: Writer, tmp_path: Path) -> None:
    writer("@@mint:title@@@@mint:body@@").write_all()
    assert page(tmp_path, path).endswith(body)


@pytest.mark.usefixtures("records")
def test_every_kind_of_page_has_its_template(writer: Writer, tmp_path: Path) -> None:
    paths = writer("@@mint:body@@<!--@@mint:title@@-->").write_all()
    kinds = {page(tmp_path, path).partition("|")[0] for path in paths}
    assert kinds == {"record", "finder", "list", "print", "opendata", "figures", "fields", "codes"}
    assert page(tmp_path, "mitmachen/felder/").startswith("fields|")
    assert page(tmp_path, "mitmachen/fehler/").startswith("codes|")


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("path", "section", "depth"),
    [
        ("angebote/robotik-ag/", "angebote", 2),
        ("termine/nacht/", "termine", 2),
        ("kreise/", "kreise", 1),
        ("kreise/goerlitz/", "kreise", 2),
        ("kreise/goerlitz/grundschule/", "kreise", 3),
        ("alter/grundschule/", "alter", 2),
        ("mitmachen/felder/", "mitmachen", 2),
    ],
)
def test_the_frame_is_that_of_section_and_depth(
    path: str, section: str, depth: int, writer: Writer, tmp_path: Path
) -> None:
    writer("SECTION/DEPTH/@@mint:title@@@@mint:body@@").write_all()
    assert page(tmp_path, path).startswith(f"{section}/{depth}/")


@pytest.mark.usefixtures("records")
def test_the_frame_gets_title_description_and_address(writer: Writer, tmp_path: Path) -> None:
    frame = "".join(f"{name}=[{gap(name)}]\n" for name in GAPS)
    writer(frame).write_all()
    lines = page(tmp_path, "angebote/robotik-ag/").split("\n")
    assert lines[0].startswith("title=[Robotik &amp; Löten")
    assert lines[1] == "description=[Kinder bauen und programmieren Roboter aus Baukästen.]"
    assert lines[2] == "canonical=[https://mint.example.org/hub/angebote/robotik-ag/]"
    assert lines[3] == "path=[angebote/robotik-ag/]"
    assert lines[4] == "robots=[]"
    assert lines[5].startswith('json_ld=[<script type="application/ld+json">{')
    assert lines[5].endswith("}</script>]")


def described(text: str) -> list[dict[str, Any]]:
    """What the scripts of a page say."""
    return [
        json.loads(found) for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    ]


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("angebote/robotik-ag/", ["Course", "BreadcrumbList"]),
        ("alter/grundschule/", ["ItemList", "BreadcrumbList"]),
        ("mitmachen/felder/", ["BreadcrumbList"]),
    ],
)
def test_a_page_says_what_it_is_about_and_the_way_to_it(
    path: str, kinds: list[str], writer: Writer, tmp_path: Path
) -> None:
    writer("@@mint:title@@@@mint:body@@@@mint:json_ld@@").write_all()
    assert [data["@type"] for data in described(page(tmp_path, path))] == kinds


@pytest.mark.usefixtures("records")
def test_the_finder_shows_no_way_and_has_no_empty_script(writer: Writer, tmp_path: Path) -> None:
    writer("@@mint:title@@@@mint:body@@[@@mint:json_ld@@]").write_all()
    assert page(tmp_path, "angebote/").endswith("[]")


@pytest.mark.usefixtures("records")
def test_the_way_is_that_of_the_page(writer: Writer, tmp_path: Path) -> None:
    writer("@@mint:title@@@@mint:body@@@@mint:json_ld@@").write_all()
    way = described(page(tmp_path, "kreise/goerlitz/grundschule/"))[-1]["itemListElement"]
    assert [item["item"].removeprefix(SITE.url) for item in way] == [
        "",
        "kreise/",
        "kreise/goerlitz/",
        "kreise/goerlitz/grundschule/",
    ]
    assert [item["name"] for item in way][:3] == ["Start", "Kreise", "Landkreis Görlitz"]


@pytest.mark.usefixtures("records")
def test_search_engines_are_told_what_not_to_list(writer: Writer, tmp_path: Path) -> None:
    paths = writer("@@mint:title@@@@mint:body@@[@@mint:robots@@]").write_all()
    hidden = [
        path for path in paths if page(tmp_path, path).endswith('[<meta name="robots" content="noindex">]')
    ]
    assert len(hidden) == 13
    assert all(path.endswith("/druck/") for path in hidden)


@pytest.mark.parametrize(
    ("path", "is_listed"),
    [("", True), ("angebote/merkliste/", True), ("merkliste/", False), ("gestaltung/", False)],
)
def test_so_they_are_about_single_pages(path: str, is_listed: bool) -> None:
    assert (robots(path) == "") is is_listed


@pytest.mark.usefixtures("records")
def test_without_an_address_the_site_still_has_pages(writer: Writer, tmp_path: Path) -> None:
    writer("@@mint:title@@@@mint:body@@[@@mint:canonical@@]", Site("MINT")).write_all()
    assert page(tmp_path, "angebote/robotik-ag/").endswith("[angebote/robotik-ag/]")


@pytest.mark.usefixtures("records")
def test_writing_again_replaces_pages(writer: Writer, add: Add, tmp_path: Path) -> None:
    writer().write_all()
    add("offers/robotik-ag", title="Neuer Titel")
    writer().write_all()
    assert "record|Neuer Titel|" in page(tmp_path, "angebote/robotik-ag/")


@pytest.mark.usefixtures("records")
def test_the_same_records_give_the_same_bytes(writer: Writer, tmp_path: Path) -> None:
    def pages() -> dict[Path, bytes]:
        writer("@@mint:title@@@@mint:json_ld@@@@mint:body@@").write_all()
        return {file: file.read_bytes() for file in tmp_path.glob("site/**/*.html")}

    assert pages() == pages()


@pytest.mark.usefixtures("records")
def test_a_misspelt_value_in_a_template_is_an_error(writer: Writer, templates: Path) -> None:
    (templates / "record.html").write_text("{{ page.titel }}", "utf-8")
    with pytest.raises(UndefinedError, match="titel"):
        writer().write_all()


@pytest.mark.usefixtures("records")
def test_a_missing_template_is_an_error(writer: Writer, templates: Path) -> None:
    (templates / "list.html").unlink()
    with pytest.raises(TemplateNotFound, match=r"list\.html"):
        writer().write_all()


@pytest.mark.usefixtures("records")
def test_templates_escape_by_themselves(writer: Writer, add: Add, tmp_path: Path) -> None:
    add("offers/boese", title="'<Logik> & Zahl'")
    writer().write_all()
    assert "record|&lt;Logik&gt; &amp; Zahl|" in page(tmp_path, "angebote/boese/")


@pytest.mark.usefixtures("records")
def test_lines_of_blocks_leave_no_blank_lines(writer: Writer, templates: Path, tmp_path: Path) -> None:
    (templates / "record.html").write_text(
        "<ul>\n  {% for x in [1, 2] %}\n<li>{{ x }}</li>\n  {% endfor %}\n</ul>", "utf-8"
    )
    writer().write_all()
    assert page(tmp_path, "angebote/robotik-ag/").endswith("<ul>\n<li>1</li>\n<li>2</li>\n</ul>")


def test_without_records_there_are_still_lists(writer: Writer) -> None:
    paths = writer().write_all()
    assert {"angebote/", "termine/", "kreise/goerlitz/", "mitmachen/felder/"} <= set(paths)
    assert not [path for path in paths if path.startswith("angebote/") and path != "angebote/"]


@pytest.mark.usefixtures("records")
def test_the_real_templates_fill_every_page(listing: Callable[[], Listing], tmp_path: Path) -> None:
    out = tmp_path / "site"
    shells = Shell("<title>@@mint:title@@</title>@@mint:body@@")
    real = ROOT / "theme_overrides" / "records"
    paths = PageWriter(listing(), SITE, lambda section, depth: shells, real, out).write_all()
    for path in paths:
        html = page(tmp_path, path)
        assert html.count("<h1>") == 1, path
        assert not re.search(r"\{\{|\{%|@@mint|None|Undefined", html), path
