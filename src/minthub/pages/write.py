"""Every record page and index page, rendered into the frame and written below the site's folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from minthub.listing import Listing
from minthub.opendata.catalog import beside, media_type
from minthub.opendata.page import OpenData
from minthub.output import write_file
from minthub.pages.cardhtml import CardHtml
from minthub.pages.shell import ShellProvider
from minthub.paper.printview import PrintViews
from minthub.paper.shelf import Shelf
from minthub.paths import is_public
from minthub.views import jsonld
from minthub.views.detail import Details
from minthub.views.districts import DistrictLists
from minthub.views.finder import Finder
from minthub.views.gallery import gallery
from minthub.views.lists import Lists
from minthub.views.maps import Maps
from minthub.views.overviews import Overviews
from minthub.views.reference import code_page, field_page
from minthub.views.site import Site
from minthub.views.wording import short_day


def environment_of(templates: Path) -> Environment:
    """The templates of records; `html` makes their cards."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["html"] = CardHtml(environment)
    return environment


class PageWriter:
    """Writes all pages of a listing. Templates are compiled once."""

    def __init__(
        self,
        listing: Listing,
        site: Site,
        shells: ShellProvider,
        templates: Path,
        out: Path,
        maps: Maps | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self.listing = listing
        self.site = site
        self.shells = shells
        self.out = out
        self.maps = maps
        self.shelf = shelf or Shelf()
        self._files = beside(listing)
        self._details = Details(listing, site, maps)
        self.environment = environment_of(templates)

    def write_all(self) -> list[str]:
        """Writes all pages and returns their paths, in the order they were made."""
        return [*self._write_records(0, 1), *self._write_lists()]

    def tasks(self, parts: int) -> list[Callable[[], list[str]]]:
        """`write_all` as independent tasks: one for all index pages, then `parts` tasks for the pages of records."""
        return [self._write_lists, *(partial(self._write_records, part, parts) for part in range(parts))]

    def _write_records(self, part: int, parts: int) -> list[str]:
        template = self.environment.get_template("record.html")
        catalogue = self.listing.catalogue
        records = (
            *catalogue.offers,
            *catalogue.events,
            *catalogue.providers,
            *catalogue.networks,
            *catalogue.funding,
            *catalogue.news,
        )
        return [self._write(template, self._details.of(record)) for record in records[part::parts]]

    def _write_lists(self) -> list[str]:
        return [self._write(template, page) for template, pages in self._lists() for page in pages]

    def _lists(self) -> Iterator[tuple[Template, Iterator[Any]]]:
        template = self.environment.get_template
        catalogue = self.listing.catalogue
        yield template("finder.html"), iter([Finder(self.listing, self.site).page()])
        for maker in (Lists, Overviews, DistrictLists):
            yield template("list.html"), maker(self.listing, self.site, self.maps).all()
        yield template("print.html"), PrintViews(self.listing, self.site, self.maps).all()
        if self.maps:
            yield template("gallery.html"), iter([gallery(self.listing, self.site, self.maps)])
        data = OpenData(self.listing, self.site)
        yield template("opendata.html"), iter([data.data()])
        yield template("figures.html"), iter([data.figures()])
        yield template("fields.html"), iter([field_page(catalogue.vocabulary)])
        yield template("codes.html"), iter([code_page()])

    def _write(self, template: Template, page: Any) -> str:
        depth = page.path.count("/")
        body = template.render(
            page=page,
            papers=self.shelf.of(page.path),
            files=self._files.get(page.path, ()),
            base="../" * depth,
            today=short_day(self.listing.today),
        )
        html = self.shells(page.section, depth).fill(
            title=page.head_title,
            description=page.description,
            canonical=f"{self.site.url}{page.path}",
            path=page.path,
            robots=robots(page.path),
            json_ld=f"{self._alternates(page)}{self._json_ld(page)}",
            body=body,
        )
        write_file(f"{self.out}/{page.path}index.html", html)
        return str(page.path)

    def _alternates(self, page: Any) -> str:
        """`<link rel="alternate">` elements for other formats of the page, which browsers and feed readers look for."""
        up = "../" * page.path.count("/")
        return "".join(
            f'<link rel="alternate" type="{media_type(file)}" title="{escape(file.text)}" href="{up}{file.href}">'
            for file in self._files.get(page.path, ())
        )

    def _json_ld(self, page: Any) -> str:
        """The JSON-LD of the page, and of its breadcrumbs if it shows them."""
        crumbs = getattr(page, "breadcrumbs", None)
        way = "" if crumbs is None else jsonld.breadcrumbs(crumbs, page.title, page.path, self.site)
        return f"{_script(page.json_ld)}{_script(way)}"


def robots(path: str) -> str:
    """The `<meta name="robots">` element for a page that search engines should not list; else empty."""
    return "" if is_public(path) else '<meta name="robots" content="noindex">'


def _script(json_ld: str) -> str:
    """A script element with JSON-LD; empty without any, because an empty element would be invalid JSON."""
    return f'<script type="application/ld+json">{json_ld}</script>' if json_ld else ""
