"""What others read of a page: search engines, networks where it is shared, phones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from minthub.paths import GALLERY, SAVED, is_public
from tests.mini import SITE
from tests.site.html import NOT_FOUND, HtmlPage
from tests.site.schema_org import KNOWN

pytestmark = pytest.mark.slow

Pages = dict[str, HtmlPage]
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def described(page: HtmlPage) -> list[dict[str, Any]]:
    """All that a page says in JSON-LD."""
    scripts = [json.loads(node.text()) for node in page.tree.css('script[type="application/ld+json"]')]
    assert all(data.pop("@context") == "https://schema.org" for data in scripts)
    return [node for data in scripts for node in data.get("@graph", [data])]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in what is said, however deep."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(part)


def tag(page: HtmlPage, name: str) -> list[str]:
    return page.all(f'meta[property="{name}"], meta[name="{name}"]', "content")


def size_of(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as image:
        return image.size


# JSON-LD


def test_only_words_of_schema_org_are_used(pages: Pages) -> None:
    """An unknown word is lost on every reader without a sound."""
    used = {
        (str(node.get("@type")), key)
        for page in pages.values()
        for node in nodes(described(page))
        for key in node
        if not key.startswith("@")
    }
    assert len(used) > 100
    assert {(kind, key) for kind, key in used if key not in KNOWN.get(kind, "").split()} == set()


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("", ["WebSite"]),
        ("kreise/goerlitz/", ["ItemList", "ItemList", "ItemList", "BreadcrumbList"]),
        ("angebote/robotik-ag/", ["Course", "BreadcrumbList"]),
        ("angebote/", []),
        ("impressum/", []),
    ],
)
def test_pages_say_what_they_are_about(path: str, kinds: list[str], pages: Pages) -> None:
    found = [node["@type"] for node in described(pages[path])]
    assert [*dict.fromkeys(found)] == [*dict.fromkeys(kinds)]


def test_each_list_is_of_one_kind(pages: Pages) -> None:
    for page in pages.values():
        for node in described(page):
            if node["@type"] == "ItemList":
                sections = {
                    item["url"].removeprefix(SITE.url).split("/")[0] for item in node["itemListElement"]
                }
                assert len(sections) == 1, page.path


def test_the_way_to_a_page_is_said_wherever_it_is_shown(pages: Pages) -> None:
    for page in pages.values():
        shown = page.texts(".mint-crumbs li")
        said = [
            item["name"]
            for node in described(page)
            if node["@type"] == "BreadcrumbList"
            for item in node["itemListElement"]
        ]
        assert said == [" ".join(name.split()) for name in shown], page.path


def test_every_event_has_what_readers_of_events_ask_for(pages: Pages) -> None:
    events = [
        node for page in pages.values() for node in described(page) if node["@type"] == "EducationEvent"
    ]
    assert len(events) >= 5
    for event in events:
        assert event["name"]
        assert event["startDate"]
        places = event["location"] if isinstance(event["location"], list) else [event["location"]]
        assert all(place.get("url") or place["address"] for place in places), event["name"]


# Head


def test_canonical_addresses_are_absolute(pages: Pages) -> None:
    """All but the 404 page, which has no address of its own."""
    for path, page in pages.items():
        expected = [] if path == NOT_FOUND else [f"{SITE.url}{path}"]
        assert page.all('link[rel="canonical"]', "href") == expected, path


def test_a_shared_link_shows_what_the_page_says_of_itself(pages: Pages) -> None:
    """Titles with signs of HTML among them."""
    for path, page in pages.items():
        if path == NOT_FOUND:
            assert page.tree.css('meta[property^="og:"]') == []
            continue
        (title,) = tag(page, "og:title")
        assert page.title in (f"{title} – MINT-Wegweiser Sachsen", f"{title} – {page.description}"), path
        assert tag(page, "og:description") == [page.description], path
        assert tag(page, "og:url") == [f"{SITE.url}{path}"], path
        assert [tag(page, f"og:{name}") for name in ("type", "locale", "site_name")] == [
            ["website"],
            ["de_DE"],
            ["MINT-Wegweiser Sachsen"],
        ]
        assert tag(page, "twitter:card") == ["summary_large_image"]


def test_the_picture_of_a_shared_link_is_there(pages: Pages, site: Path) -> None:
    for path, page in pages.items():
        assert tag(page, "og:image") == ([] if path == NOT_FOUND else [f"{SITE.url}assets/vorschau.png"])
    page = pages["angebote/"]
    sizes = tuple(int(tag(page, f"og:image:{name}")[0]) for name in ("width", "height"))
    picture = site / "assets" / "vorschau.png"
    assert size_of(picture) == sizes == (1200, 630)
    assert picture.stat().st_size < 60_000
    assert tag(page, "og:image:alt")[0].startswith("MINT-Wegweiser Sachsen: ")


def test_phones_get_a_sign_of_their_own(pages: Pages, site: Path) -> None:
    for page in pages.values():
        (address,) = page.all('link[rel="apple-touch-icon"]', "href")
        assert address.endswith("assets/zeichen-180.png")
    assert size_of(site / "assets" / "zeichen-180.png") == (180, 180)


# What search engines should list


def test_the_sitemap_lists_every_page_that_may_be_found(pages: Pages, site: Path) -> None:
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    listed = [str(element.text) for element in root.iter(f"{NAMESPACE}loc")]
    wanted = [path for path in pages if is_public(path) and path != NOT_FOUND]
    assert sorted(listed) == sorted(f"{SITE.url}{path}" for path in wanted)
    assert len(pages) - len(wanted) == 13 + len([GALLERY, SAVED, NOT_FOUND])


def test_pages_that_are_not_in_the_sitemap_ask_not_to_be_listed(pages: Pages) -> None:
    for path, page in pages.items():
        assert tag(page, "robots") == ([] if is_public(path) else ["noindex"]), path


def test_the_sitemap_is_named_to_programs(site: Path) -> None:
    assert f"Sitemap: {SITE.url}sitemap.xml" in (site / "robots.txt").read_text("utf-8").splitlines()
