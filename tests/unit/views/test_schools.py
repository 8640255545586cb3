"""The page for schools: numbers of the finder's filters, sheets of districts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minthub.listing import Listing
from minthub.views.operator import UnknownSetting
from minthub.views.schools import fill_numbers

Add = Callable[..., None]
Listed = Callable[[], Listing]
NO_PLACE: dict[str, str | None] = {"venue": None, "street": None, "postcode": None, "city": None}


@pytest.mark.parametrize(
    ("name", "number"),
    [("klassen", 2), ("gta", 1), ("mobil", 1), ("online", 2), ("lehrkraefte", 1), ("erzieher", 0)],
)
def test_numbers_are_those_of_the_finder(name: str, number: int, add: Add, listing: Listed) -> None:
    add("offers/klassen", title="A", for_schools="ja", gta="ja")
    add("offers/mobil", title="B", mode="mobil", serves="[bautzen]", audiences="[lehrkraefte]")
    add("offers/online", title="C", **NO_PLACE, mode="online", serves="sachsenweit")
    add("offers/beides", title="D", mode="hybrid")
    add("offers/ende", title="E", for_schools="ja", status="beendet")
    add("events/klassen", for_schools="ja")
    text = fill_numbers(f"Klassen: {{treffer.{name}}}.", listing(), has_papers=True)
    assert text == f"Klassen: {number} Treffer."


def test_an_unknown_number_stops_the_build(listing: Listed) -> None:
    with pytest.raises(UnknownSetting) as caught:
        fill_numbers("{treffer.hort}", listing(), has_papers=True)
    assert str(caught.value) == (
        "{treffer.hort} gibt es nicht. Möglich sind: {treffer.klassen}, {treffer.gta}, {treffer.mobil}, "
        "{treffer.online}, {treffer.lehrkraefte}, {treffer.erzieher}"
    )


@pytest.mark.parametrize(
    ("has_papers", "link"),
    [(True, "../kreise/bautzen/schulen.pdf"), (False, "../kreise/bautzen/druck/")],
)
def test_every_district_has_its_sheet(has_papers: bool, link: str, listing: Listed) -> None:
    sheets = fill_numbers("{schulblaetter}", listing(), has_papers=has_papers).split(" · ")
    assert len(sheets) == 13
    assert sheets[0] == f'<a href="{link}">Bautzen</a>'


def test_other_text_stays_as_it_is(listing: Listed) -> None:
    assert fill_numbers("{andere.klammern}", listing(), has_papers=True) == "{andere.klammern}"
