"""One build of the site: the state that hooks keep between MkDocs' events, and the steps they call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from minthub.calendar import load_holidays
from minthub.catalogue import Catalogue, load
from minthub.collector import without_collector
from minthub.findings import Report
from minthub.listing import Listing
from minthub.lists.template import write_templates
from minthub.model.kinds import District
from minthub.opendata.write import write_open_data
from minthub.pages.scripts import publish_scripts, publish_styles
from minthub.pages.shell import ShellProvider
from minthub.pages.sitemap import write_robots, write_sitemap
from minthub.pages.write import PageWriter
from minthub.paper.documents import Documents as PaperDocuments
from minthub.paper.shelf import Shelf
from minthub.paper.typeset import Outcome, Progress, Typesetter
from minthub.paths import is_public, record_path
from minthub.population import load_children
from minthub.processes import run_all
from minthub.reporters import line
from minthub.schema.write import write_form, write_schemas
from minthub.search.compounds import Splitter, load_words
from minthub.search.documents import Documents, EditorialPage
from minthub.search.mapfile import hit_map
from minthub.search.suggestions import suggestion_files
from minthub.search.thesaurus import read_thesaurus
from minthub.search.write import search_files, write_search
from minthub.settings import Folders
from minthub.views.maps import Maps
from minthub.views.operator import fill_settings
from minthub.views.schools import fill_numbers
from minthub.views.site import Site
from minthub.views.start import StartPage, start_page
from minthub.views.wording import short_day


@dataclass(frozen=True)
class Frame:
    """The values that the theme prints on every page."""

    today: str
    is_preview: bool
    findings: tuple[str, ...]
    state_name: str


@dataclass
class Build:
    """Made anew in on_config of every build."""

    folders: Folders
    site: Site
    catalogue: Catalogue
    report: Report
    listing: Listing
    is_preview: bool
    editorial: list[str] = field(default_factory=list)
    editorial_pages: list[EditorialPage] = field(default_factory=list)
    nav: Any = None
    render_shell: ShellProvider | None = None
    credits: str = ""
    shelf: Shelf = field(default_factory=Shelf)

    @property
    def frame(self) -> Frame:
        """The frame's values; in a preview they include the findings that keep records out."""
        findings = tuple(line(found) for found in self.report.errors) if self.is_preview else ()
        return Frame(
            short_day(self.catalogue.today), self.is_preview, findings, self.catalogue.vocabulary.state_name
        )

    def fill(self, markdown: str, extra: Mapping[str, Any]) -> str:
        """An editorial page with the values of its placeholders. Raises UnknownSetting."""
        has_papers = bool(extra.get("pdf")) and not self.is_preview
        return fill_numbers(fill_settings(markdown, extra), self.listing, has_papers=has_papers)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Remarks for the operator that do not stop a build."""
        if self.site.mail:
            return ()
        return (
            "Hinweis: Keine E-Mail-Adresse des Betreibers eingetragen (MINT_OPERATOR_MAIL). "
            "Wer kein Konto bei GitHub hat, kann keine Fehler und Wünsche schicken.",
        )

    @cached_property
    def start(self) -> StartPage:
        return start_page(self.listing, self.site, self.maps)

    @cached_property
    def maps(self) -> Maps:
        return Maps(self.listing, load_children(self.folders.data / "population-by-age.csv"))

    def write_documents(self, out: Path, progress: Progress) -> Outcome:
        """Makes the PDFs; call it before writing pages, which link only to those that were made. Skipped in a preview."""
        if self.is_preview:
            return Outcome()
        documents = tuple(PaperDocuments(self.listing, self.site, self.maps, self.credits).all())
        typesetter = Typesetter(self.folders.paper, self.folders.cache / "paper")
        outcome = typesetter.make_all(documents, out, progress)
        self.shelf = Shelf(outcome.made)
        return outcome

    @without_collector()
    def write(self, out: Path, lunr_js: Path, processes: int) -> None:
        """Writes everything made from records, in up to `processes` processes (see `run_all`). Raises OSError, WrongSynonyms."""
        assert self.render_shell is not None, "the theme's environment comes before the pages"
        writer = PageWriter(
            self.listing,
            self.site,
            cache(self.render_shell),
            self.folders.templates,
            out,
            self.maps,
            self.shelf,
        )
        search, forms = partial(self.write_search, out, lunr_js), partial(self.write_forms, out)
        # Long tasks first, and the record pages in parts, so that all processes end at about the same time.
        data = partial(write_open_data, self.listing, self.site, out)
        tasks: list[Callable[[], list[str] | None]] = [search, *writer.tasks(2 * processes), data, forms]
        paths = [*self.editorial, *(path for found in run_all(tasks, processes) for path in found or ())]
        self.write_ways(paths, out)

    def write_ways(self, paths: Iterable[str], out: Path) -> None:
        """Writes `sitemap.xml` and `robots.txt`. Record pages have the date of their last check. Raises OSError."""
        checked = {
            record_path(record): record.checked
            for folder, records in self.catalogue.records.items()
            for record in records
            if folder != District.folder  # a list, with news every day
        }
        write_sitemap({path: checked.get(path) for path in paths if is_public(path)}, self.site, out)
        write_robots(self.site, out)

    def write_forms(self, out: Path) -> None:
        """Writes the schemas, the data of the form and the empty lists by which people send records. Raises OSError."""
        write_schemas(self.catalogue, self.site.url, out)
        write_form(self.catalogue, self.site, out)
        write_templates(out / "mitmachen", self.catalogue)

    @without_collector()
    def write_search(self, out: Path, lunr_js: Path) -> None:
        """The search index over all records and editorial pages. Raises OSError."""
        documents = Documents(self.listing).all(self.editorial_pages)
        data = self.folders.data
        # Names of towns and districts are never split as compounds.
        names = [town.name for town in self.catalogue.places.municipalities]
        names += [district.title for district in self.catalogue.districts]
        splitter = Splitter(load_words(data / "woerter.txt"), names)
        search = search_files(
            documents,
            self.catalogue,
            splitter.parts,
            data / "postcode-zones.csv",
            hit_map(self.catalogue),
            suggestion_files(self.listing, self.catalogue.places),
            read_thesaurus(data / "synonyme.txt", data / "fuellwoerter.txt"),
        )
        write_search(search, out, lunr_js)

    def publish_assets(self, out: Path) -> None:
        """Scripts and style sheets of the theme as visitors get them; a preview keeps them readable."""
        if not self.is_preview:
            publish_scripts(out / "assets")
            publish_styles(out / "assets")


def load_build(
    folders: Folders, extra: Mapping[str, Any], name: str, url: str, today: date, *, is_preview: bool
) -> Build:
    """Reads and checks everything. `extra` holds the settings of `mkdocs.yml`."""
    catalogue, report = load(folders.content, folders.data, today)
    listing = Listing(catalogue, load_holidays(folders.data / "holidays.csv"))
    repository = str(extra.get("repository") or "").rstrip("/")
    operator = extra.get("operator") or {}
    site = Site(
        name=name,
        url=url if not url or url.endswith("/") else f"{url}/",
        edit_url=f"{repository}/edit/main/" if repository else "",
        issue_url=f"{repository}/issues/new" if repository else "",
        mail=str(operator.get("mail") or ""),
        operator=str(operator.get("name") or ""),
    )
    credits = str(extra.get("paper_credits") or "")
    return Build(folders, site, catalogue, report, listing, is_preview, credits=credits)
