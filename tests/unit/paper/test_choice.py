"""The rules of choosing, each with a case that only this rule decides."""

from __future__ import annotations

from collections.abc import Callable

from minthub.listing import Listing
from minthub.paper.choice import Choice

Add = Callable[..., None]
Lists = Callable[[], Listing]


def chosen(lists: Lists, number: int = 10) -> list[str]:
    listing = lists()
    return [offer.id for offer in Choice(listing).best(listing.offers, number, "goerlitz")]


def test_confirmed_and_fresh_ones_come_first(add: Add, listing: Lists) -> None:
    add("offers/a", title="A", status="unbestaetigt")
    add("offers/b", title="B", checked="2025-06-01")
    add("offers/c", title="C")
    assert chosen(listing) == ["c", "a", "b"]


def test_those_in_the_district_come_before_others(add: Add, listing: Lists) -> None:
    add("offers/a", title="A", city="Bautzen", postcode='"02625"')
    add("offers/b", title="B")
    assert chosen(listing) == ["b", "a"]


def test_places_and_subjects_take_turns(add: Add, listing: Lists) -> None:
    add("offers/a", title="A", subjects="[technik]")
    add("offers/b", title="B", subjects="[technik]")
    add("offers/c", title="C", subjects="[mathematik]")
    add("offers/d", title="D", subjects="[technik]", city="Zittau", postcode='"02763"')
    assert chosen(listing) == ["a", "c", "d", "b"]


def test_what_is_for_few_ages_goes_before_what_is_for_all(add: Add, listing: Lists) -> None:
    add("offers/a", title="A", ages="ab 3")
    add("offers/b", title="B", ages="[8, 10]")
    assert chosen(listing, 1) == ["b"]


def test_the_choice_does_not_depend_on_the_order_of_files(add: Add, listing: Lists) -> None:
    for name in ("z", "m", "a"):
        add(f"offers/{name}", title=f"Titel {name}")
    assert chosen(listing) == ["a", "m", "z"]


def test_never_more_than_wanted(add: Add, listing: Lists) -> None:
    for number in range(12):
        add(f"offers/o{number:02}", title=f"Titel {number:02}")
    assert len(chosen(listing)) == 10
