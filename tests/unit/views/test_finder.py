"""The page of the finder: which filters it has, and that what it prints is what its script reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minthub.listing import Listing
from minthub.views.finder import Finder, FinderPage
from minthub.views.site import Site
from tests.conftest import ROOT

Add = Callable[..., None]
STATE_JS = (ROOT / "theme_overrides" / "assets" / "finder" / "state.js").read_text("utf-8")


@pytest.fixture
def page(listing: Callable[[], Listing], site: Site) -> Callable[[], FinderPage]:
    return lambda: Finder(listing(), site).page()


def choices(page: FinderPage) -> dict[str, list[str]]:
    return {facet.name: [choice.value for choice in facet.choices] for facet in page.facets}


def labels(page: FinderPage, name: str) -> list[str]:
    return [choice.label for facet in page.facets if facet.name == name for choice in facet.choices]


def test_only_values_that_occur_can_be_chosen(add: Add, page: Callable[[], FinderPage]) -> None:
    add(
        "offers/a", subjects="[technik]", topics="[Robotik, Öko-Technik]", cost="kostenlos", access="[aufzug]"
    )
    add("offers/b", title="B", format="kurs", topics="[Ökologie, Robotik]", mode="hybrid", gta="ja")
    add("offers/ende", title="Zu Ende", status="beendet", format="museum", topics="[Dampf]")
    found = choices(page())
    assert found["fach"] == ["informatik", "technik"]
    assert found["thema"] == ["oeko-technik", "oekologie", "robotik"]
    assert found["format"] == ["arbeitsgemeinschaft", "kurs"]
    assert found["modus"] == ["vor-ort", "online"]
    assert found["schulen"] == ["gta"]
    assert found["zugang"] == ["stufenlos", "aufzug"]
    assert "zielgruppe" not in found


def test_values_are_in_the_order_and_words_of_the_lists(add: Add, page: Callable[[], FinderPage]) -> None:
    add("offers/a")
    made = page()
    assert labels(made, "phase")[:3] == ["Kita", "Grundschule", "Klasse 5 bis 10"]
    assert labels(made, "kreis")[:3] == ["Bautzen", "Chemnitz", "Dresden"]
    assert labels(made, "ferien")[:2] == ["in den Ferien", "Winterferien"]
    assert labels(made, "thema") == ["Robotik"]


def test_the_numbers_of_districts_say_what_they_count(add: Add, page: Callable[[], FinderPage]) -> None:
    """Tiles of the same district count only what is there."""
    add("offers/a")
    assert [(facet.name, facet.note) for facet in page().facets if facet.note] == [
        ("kreis", "Mit mobilen und landesweiten Angeboten.")
    ]


def test_kinds_without_records_can_not_be_chosen(add: Add, page: Callable[[], FinderPage]) -> None:
    add("offers/a")
    assert choices(page())["art"] == ["offers", "regions", "pages"]
    add("providers/b")
    assert choices(page())["art"] == ["offers", "providers", "regions", "pages"]


def test_without_records_the_page_still_stands(page: Callable[[], FinderPage]) -> None:
    made = page()
    assert (made.path, made.head_title, made.section) == ("angebote/", "Angebote finden", "angebote")
    assert "fach" not in choices(made)
    assert [group.title for group in made.tile_groups] == ["Nach Alter", "Nach Fach", "Nach Kreis"]


def test_every_filter_is_known_to_the_script(add: Add, page: Callable[[], FinderPage]) -> None:
    add("offers/a", for_schools="ja", audiences="[familien]")
    made = page()
    names = STATE_JS.partition("export const LISTS = [")[2].partition("]")[0].replace('"', "").split(", ")
    assert set(choices(made)) == set(names)
    assert f"RADII = {list(made.radii)}" in STATE_JS
    assert f"umkreis: {made.usual_radius}" in STATE_JS
