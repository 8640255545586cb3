"""Maps in a browser: letters are as large as the core thinks they are, so no name lies on another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from minthub.pages.write import environment_of
from minthub.views.maps import Area, Map, named_twice
from tests.conftest import ROOT
from tests.unit.views.test_labels import HEIGHT, WIDTH, crowd

pytestmark = [pytest.mark.slow, pytest.mark.browser]

TEMPLATES, CSS = ROOT / "theme_overrides" / "records", ROOT / "theme_overrides" / "assets" / "site.css"
# Names that are shown, and pairs of them whose boxes overlap.
NAMES = """() => {
  const shown = [...document.querySelectorAll(".mint-map__place")].filter((name) => getComputedStyle(name).display !== "none");
  const boxes = shown.map((name) => [name.textContent, name.getBoundingClientRect()]);
  const pairs = boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => `${one} / ${other}`));
  return [shown.length, pairs];
}"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("district", ["14521", "14523"])
def test_names_of_a_crowded_district_do_not_overlap(
    open_page: Callable[..., Page], district: str, width: int
) -> None:
    dots = crowd(district)
    area = Area("x", "kreise/x/", "X", "2 Angebote", "M0 0l480 0 0 420z", 0, 1, 2, is_here=True)
    map = Map("X", WIDTH, HEIGHT, (area,), dots, named_twice(dots, WIDTH, HEIGHT), id="district")
    drawn = environment_of(TEMPLATES).get_template("maps.html").module.district(map, "")  # type: ignore[attr-defined]
    page = open_page(None, width=width)
    page.set_content(f'<main class="mint-main"><div class="mint-where">{drawn}<div></div></div></main>')
    page.add_style_tag(path=CSS)
    number, overlapping = page.evaluate(NAMES)
    assert number > 5
    assert overlapping == []
