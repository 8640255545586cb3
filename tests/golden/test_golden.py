"""What a small catalogue looks like on its pages, compared with files beside this one.

After a wanted change: `pytest tests/golden --renew`, then read the difference like any other change.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from minthub.calendar import load_holidays
from minthub.catalogue import load
from minthub.listing import Listing
from minthub.model.base import RecordModel
from minthub.views.cards import Cards
from minthub.views.detail import Details, RecordPage
from minthub.views.districts import DistrictLists
from minthub.views.listpage import ListPage
from minthub.views.lists import Lists
from minthub.views.site import Site
from minthub.views.start import start_page
from tests.conftest import DATA, ROOT, TODAY

HERE = Path(__file__).parent
SITE = Site(
    "MINT-Wegweiser",
    url="https://mint.example.org/",
    edit_url="https://git.example.org/edit/main/",
    mail="post@example.org",
)
# Maps are too long to be read; JSON-LD is compared parsed.
_UNREADABLE = ("json_ld", "map", "map_kind")
# The words of a district's record are content and may change; tests/unit/views/test_districts.py looks at them.
_CONTENT = ("body", "description", "facts", "title_other", "edit")


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Listing:
    """The records beside this file, with the real districts."""
    content = tmp_path_factory.mktemp("golden") / "content"
    shutil.copytree(HERE / "content", content)
    shutil.copytree(ROOT / "content" / "regions", content / "regions")
    catalogue, report = load(content, DATA, TODAY)
    wrong = [found.message for found in report.errors]
    assert not wrong, wrong
    return Listing(catalogue, load_holidays(DATA / "holidays.csv"))


def records(listing: Listing) -> tuple[RecordModel, ...]:
    """All records but the districts."""
    catalogue = listing.catalogue
    return (
        *catalogue.offers,
        *catalogue.events,
        *catalogue.providers,
        *catalogue.networks,
        *catalogue.funding,
        *catalogue.news,
    )


def short(value: Any) -> Any:
    """Without what is empty; a card is its id (cards.json has them in full), a link without address is its text."""
    if isinstance(value, dict):
        if "data_id" in value and "facts" in value:
            return value["data_id"]
        kept = {key: short(item) for key, item in value.items() if item not in ("", None, False, (), [])}
        return kept["text"] if set(kept) == {"text"} else kept
    if isinstance(value, list | tuple):
        return [short(item) for item in value]
    return value


def without(model: Any, keys: Iterable[str]) -> Any:
    return short({key: value for key, value in asdict(model).items() if key not in set(keys)})


def all_cards(listing: Listing) -> Any:
    """Every card in full."""
    cards = Cards(listing)
    made = {record.key: asdict(cards.of(record)) for record in records(listing)}
    for card in made.values():
        card["facts"] = [f"{fact['id']} | {fact['label']}: {fact['text']}" for fact in card["facts"]]
        card["badges"] = [f"{badge['id']}: {badge['text']}" for badge in card["badges"]]
        card["subjects"] = [badge["id"] for badge in card["subjects"]]
        del card["data_id"]
    return {key: {name: item for name, item in card.items() if item} for key, card in made.items()}


def record_page(key: str) -> Callable[[Listing], Any]:
    def made(listing: Listing) -> Any:
        folder, _, id = key.partition("/")
        record = listing.catalogue.find(folder, id)
        page: RecordPage = Details(listing, SITE).of(record)
        found = without(page, _UNREADABLE)
        found["json_ld"] = json.loads(page.json_ld)
        return found

    return made


def remarks(listing: Listing) -> Any:
    """Badges, notices and lists of every record page: what differs between them."""
    details = Details(listing, SITE)
    return {
        record.key: short(
            {
                "badges": [badge.text for badge in page.badges],
                "notices": page.notices,
                "lists": {item.title: [card.data_id for card in item.cards] for item in page.lists},
                "head_title": page.head_title,
            }
        )
        for record in records(listing)
        for page in (details.of(record),)
    }


def district_page(listing: Listing) -> Any:
    districts = DistrictLists(listing, SITE)
    return without(districts.district(listing.catalogue.district("goerlitz")), (*_UNREADABLE, *_CONTENT))


def district_age_page(listing: Listing) -> Any:
    districts = DistrictLists(listing, SITE)
    district = listing.catalogue.district("goerlitz")
    group = listing.catalogue.vocabulary.age_groups["grundschule"]
    return without(districts.group(district, group), _UNREADABLE)


def age_page(listing: Listing) -> Any:
    pages: Iterable[ListPage] = Lists(listing, SITE).age_groups()
    page = next(page for page in pages if page.path == "alter/klasse-5-7/")
    return {**without(page, _UNREADABLE), "json_ld": json.loads(page.json_ld)}


def start(listing: Listing) -> Any:
    page = start_page(listing, SITE)
    return without(page, _UNREADABLE)


GOLDEN: dict[str, Callable[[Listing], Any]] = {
    "cards": all_cards,
    "remarks": remarks,
    "offer": record_page("offers/robotik-ag"),
    "offer-mobile": record_page("offers/mobiles-labor"),
    "event": record_page("events/werkstatt-treff"),
    "provider": record_page("providers/jugendhaus"),
    "network": record_page("networks/mint-netz-lausitz"),
    "funding": record_page("funding/technikfonds"),
    "news": record_page("news/neue-werkstatt"),
    "district": district_page,
    "district-age": district_age_page,
    "age": age_page,
    "start": start,
}


@pytest.mark.parametrize("name", GOLDEN)
def test_pages_say_what_they_said_before(name: str, listing: Listing, renew: bool) -> None:
    text = json.dumps(GOLDEN[name](listing), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    file = HERE / f"{name}.json"
    if renew:
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8"), f"{file.name}: wanted? Then: pytest tests/golden --renew"


def test_every_golden_file_is_compared() -> None:
    assert {file.stem for file in HERE.glob("*.json")} == set(GOLDEN)


def test_the_catalogue_has_every_kind_and_state_that_matters(listing: Listing) -> None:
    catalogue = listing.catalogue
    assert {offer.status for offer in catalogue.offers} == {"aktiv", "unbestaetigt", "pausiert", "beendet"}
    assert {offer.mode for offer in catalogue.offers} == {"vor-ort", "mobil", "online", "hybrid"}
    assert len({record.folder for record in records(listing)}) == 6
    assert [item.event.id for item in listing.events] == ["werkstatt-treff", "lange-nacht"]
