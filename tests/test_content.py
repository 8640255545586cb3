"""The real content: no Fehler, every record on its page, no dead link, and what became of the researched facts."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from minthub.calendar import load_holidays
from minthub.catalogue import Catalogue, load
from minthub.findings import Report
from minthub.listing import Listing
from minthub.paths import age_path, district_path, record_path
from minthub.reporters import line
from tests.conftest import DATA, NOW, ROOT
from tests.site.conftest import PREFIX, run
from tests.site.html import HtmlPage, broken_links, page_faults, read_site, repeated

CONTENT = ROOT / "content"
IMPORT = ROOT / "docs" / "content-import.csv"
# Records a file of facts held when they were taken over.
FACTS = {
    "chemnitz-and-southwest.yaml": 226,
    "leipzig-and-statewide.yaml": 173,
    "dresden-and-east.yaml": 141,
    "founding-documents.yaml": 13,
}
MIN_LOCAL_OFFERS = 6


@pytest.fixture(scope="module")
def loaded_content() -> tuple[Catalogue, Report]:
    return load(CONTENT, DATA, NOW)


@pytest.fixture(scope="module")
def listing(loaded_content: tuple[Catalogue, Report]) -> Listing:
    return Listing(loaded_content[0], load_holidays(DATA / "holidays.csv"))


def test_no_record_has_a_fehler(loaded_content: tuple[Catalogue, Report]) -> None:
    catalogue, report = loaded_content
    assert [line(found) for found in report.errors] == []
    assert sum(map(len, catalogue.records.values())) == report.files_read


def test_most_records_answer_a_wish(loaded_content: tuple[Catalogue, Report]) -> None:
    """One of them may be deleted: that is a Hinweis, and no reason not to publish."""
    assert len(loaded_content[0].wishes) > 500


def test_there_are_thirteen_districts(listing: Listing) -> None:
    assert len(listing.catalogue.districts) == 13


def test_every_age_group_has_offers(listing: Listing) -> None:
    assert [group for group, offers in listing.offers_by_group.items() if not offers] == []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site in a folder of its own; site/ is left as it is."""
    folder = tmp_path_factory.mktemp("real") / "site"
    done = run(ROOT, "python", "-m", "mkdocs", "build", "--site-dir", str(folder), MINT_TODAY=str(NOW))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, HtmlPage]:
    return read_site(built)


@pytest.mark.slow
def test_every_record_has_a_page(pages: dict[str, HtmlPage], listing: Listing) -> None:
    records = [record for records in listing.catalogue.records.values() for record in records]
    assert [record.key for record in records if record_path(record) not in pages] == []


@pytest.mark.slow
def test_every_district_says_how_many_offers_it_has(pages: dict[str, HtmlPage], listing: Listing) -> None:
    """A number below six is no fault of the site, as long as it is said."""
    for district in listing.catalogue.districts:
        page = pages[district_path(district.id)]
        number = len(listing.offers_in(district.id))
        assert number >= MIN_LOCAL_OFFERS or f"{number} Angebot" in page.texts(".mint-lead")[0], district.id
        local = page.tree.css("#angebote [data-id]")
        assert len(local) == number, district.id


@pytest.mark.slow
def test_every_age_page_lists_offers(pages: dict[str, HtmlPage], listing: Listing) -> None:
    groups = [term.id for term in listing.catalogue.vocabulary.age_groups]
    audiences = [term.id for term in listing.catalogue.vocabulary["audiences"] if term.has_page]
    assert [name for name in (*groups, *audiences) if not pages[age_path(name)].listed] == []


@pytest.mark.slow
def test_every_link_resolves(pages: dict[str, HtmlPage], built: Path) -> None:
    assert broken_links(pages, built, PREFIX) == []


@pytest.mark.slow
def test_every_page_is_well_formed(pages: dict[str, HtmlPage]) -> None:
    assert [fault for page in pages.values() for fault in page_faults(page)] == []


@pytest.mark.slow
@pytest.mark.parametrize("what", ["title", "description"])
def test_names_are_unique(pages: dict[str, HtmlPage], what: str) -> None:
    assert repeated(pages, what) == []


@pytest.fixture(scope="module")
def facts() -> list[dict[str, str]]:
    with IMPORT.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_researched_fact_is_accounted_for(facts: list[dict[str, str]]) -> None:
    assert Counter(row["file"] for row in facts) == FACTS


def test_a_fact_became_a_record_or_was_left_out_for_a_reason(facts: list[dict[str, str]]) -> None:
    """Exactly one of both. The record may be gone since: offers end, and editors delete them."""
    assert [row["fact"] for row in facts if bool(row["record"]) == bool(row["reason"])] == []


def test_no_fact_is_counted_twice(facts: list[dict[str, str]]) -> None:
    counted = Counter((row["file"], row["fact"]) for row in facts)
    assert [key for key, number in counted.items() if number > 1] == []
