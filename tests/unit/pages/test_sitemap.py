"""What search engines ask for first."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from minthub.pages.sitemap import write_robots, write_sitemap
from minthub.views.site import Site

SITE = Site("MINT", url="https://mint.example.org/hub/")
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(folder: Path) -> list[str]:
    root = ET.parse(folder / "sitemap.xml").getroot()
    assert root.tag == f"{NAMESPACE}urlset"
    return [str(found.text) for found in root.iter(f"{NAMESPACE}loc")]


def test_the_sitemap_has_every_page_in_order(tmp_path: Path) -> None:
    write_sitemap(dict.fromkeys(["kreise/", "angebote/b/", "", "angebote/a/"]), SITE, tmp_path)
    assert addresses(tmp_path) == [
        "https://mint.example.org/hub/",
        "https://mint.example.org/hub/angebote/a/",
        "https://mint.example.org/hub/angebote/b/",
        "https://mint.example.org/hub/kreise/",
    ]


def test_it_says_since_when_a_page_is_as_it_is_if_that_is_known(tmp_path: Path) -> None:
    write_sitemap({"a/": date(2026, 11, 1), "b/": None}, SITE, tmp_path)
    assert (tmp_path / "sitemap.xml").read_text("utf-8") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://mint.example.org/hub/a/</loc><lastmod>2026-11-01</lastmod></url>\n"
        "<url><loc>https://mint.example.org/hub/b/</loc></url>\n"
        "</urlset>\n"
    )


def test_addresses_are_escaped(tmp_path: Path) -> None:
    write_sitemap({"a&b/": None, "<c>/": None}, SITE, tmp_path)
    assert addresses(tmp_path) == ["https://mint.example.org/hub/<c>/", "https://mint.example.org/hub/a&b/"]


def test_an_empty_sitemap_is_one_too(tmp_path: Path) -> None:
    write_sitemap({}, SITE, tmp_path)
    assert addresses(tmp_path) == []


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    write_sitemap({"a/": None}, Site("MINT"), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("site", [SITE, Site("MINT")])
def test_the_packed_sitemap_of_mkdocs_goes_away(site: Site, tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml.gz").write_bytes(b"gz")
    write_sitemap({"a/": None}, site, tmp_path)
    assert not (tmp_path / "sitemap.xml.gz").exists()


@pytest.mark.parametrize(
    ("site", "where"), [(SITE, "\nSitemap: https://mint.example.org/hub/sitemap.xml\n"), (Site("MINT"), "")]
)
def test_programs_may_read_everything_and_learn_where_the_sitemap_is(
    site: Site, where: str, tmp_path: Path
) -> None:
    write_robots(site, tmp_path)
    assert (tmp_path / "robots.txt").read_text("utf-8") == f"User-agent: *\nDisallow:\n{where}"
