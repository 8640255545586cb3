"""Reads a built site and lists what is wrong with it: links, headings, titles. Each fault is a sentence with its page."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

NOT_FOUND = "404.html"
# Attributes that hold one address.
ADDRESSES = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action", "source": "src"}


@dataclass(frozen=True)
class HtmlPage:
    """A page of a site; `path` is its address below the top: `angebote/x/`, empty for the start page."""

    path: str
    html: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    def texts(self, selector: str) -> list[str]:
        return [text_of(node) for node in self.tree.css(selector)]

    def all(self, selector: str, attribute: str) -> list[str]:
        """The values of an attribute; elements without it are left out."""
        return [
            value for node in self.tree.css(selector) if (value := node.attributes.get(attribute)) is not None
        ]

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(self.all("[id]", "id"))

    @property
    def title(self) -> str:
        return " ".join(self.texts("title"))

    @property
    def description(self) -> str:
        return " ".join(self.all('meta[name="description"]', "content"))

    @property
    def listed(self) -> list[str]:
        """Ids of the records that stand in lists of the page."""
        return self.all(".mint-card[data-id], .mint-entry[data-id]", "data-id")

    @property
    def links(self) -> list[str]:
        """Everything the page points to."""
        return [address for tag, name in ADDRESSES.items() for address in self.all(tag, name)]


Site = Mapping[str, HtmlPage]


def text_of(node: LexborNode) -> str:
    return " ".join(node.text().split())


def read_site(folder: Path) -> dict[str, HtmlPage]:
    """All HTML pages by path."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix().removesuffix("index.html")
        pages[path] = HtmlPage(path, file.read_text("utf-8"))
    return pages


def broken_links(site: Site, folder: Path, prefix: str = "/") -> list[str]:
    """Links inside the site that lead nowhere, climb above its top or start with a slash.

    Relative links work under every prefix. Only the 404 page, which is served at any depth, must not have any.
    """
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    return [
        f"{page.path or 'Start'}: {link} {fault}"
        for page in site.values()
        for link in dict.fromkeys(page.links)
        if (fault := _link_fault(page, link, site, files, prefix))
    ]


def _link_fault(page: HtmlPage, link: str, site: Site, files: set[str], prefix: str) -> str:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return ""
    if link.startswith("#"):
        return "" if address.fragment in page.ids else "has no such anchor"
    if page.path == NOT_FOUND:
        if not link.startswith(prefix):
            return "does not start with the prefix of the site"
        path = address.path.removeprefix(prefix)
    elif address.path.startswith("/"):
        return "starts with a slash"
    else:
        path = _resolved(page.path, address.path)
    if path.startswith(".."):
        return "climbs above the site"
    path = unquote(path)
    is_page = path in ("", ".") or path.endswith("/")
    target = "" if path == "." else path
    if (f"{target}index.html" if is_page else target) not in files:
        return "does not exist"
    if address.fragment and is_page and address.fragment not in site[target].ids:
        return "has no such anchor"
    return ""


def _resolved(base: str, path: str) -> str:
    """The path from the top of the site; a trailing slash is kept."""
    if not path:
        return base
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base) or ".", path))
    is_folder = path.endswith(("/", ".", ".."))
    return f"{joined}/" if is_folder and joined != "." else joined


def page_faults(page: HtmlPage) -> Iterator[str]:
    """What every page must have: one h1, ordered headings, names, language, landmarks."""
    tree = page.tree
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) != 1:
        yield f"{page.path}: {levels.count(1)} h1"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"{page.path}: h{after} after h{before}"
    if page.all("html", "lang") != ["de"]:
        yield f"{page.path}: no lang=de"
    for wanted in ("title", "main#inhalt", 'meta[name="description"]', 'a.mint-skip[href="#inhalt"]'):
        if len(tree.css(wanted)) != 1:
            yield f"{page.path}: {len(tree.css(wanted))} {wanted}"
    if not page.title or not page.description:
        yield f"{page.path}: title or description is empty"
    for node in tree.css("a, button, h1, h2, h3, dt"):
        if not text_of(node) and not node.attributes.get("aria-label"):
            yield f"{page.path}: empty {node.html}"
    for node in tree.css("img:not([alt])"):
        yield f"{page.path}: no alt {node.html}"
    ids = page.all("[id]", "id")
    for id in {id for id in ids if ids.count(id) > 1}:
        yield f"{page.path}: id {id} twice"
    if "@@" in page.html or "{{" in page.html or "None" in page.title:
        yield f"{page.path}: a gap or template is left"


def repeated(site: Site, what: str) -> list[str]:
    """Titles or descriptions that several pages share; readers of lists and screens can't tell those apart."""
    pages = defaultdict(list)
    for page in site.values():
        pages[getattr(page, what)].append(page.path)
    return [f"{', '.join(paths)}: {text}" for text, paths in pages.items() if len(paths) > 1]
