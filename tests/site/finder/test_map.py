"""The map of hits in a page of its own: circles, zooming, keyboard, names, and what readers set for themselves."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from minthub.places import load_places
from minthub.search.mapfile import MAP_FILE, HitMap, hit_map
from tests.conftest import DATA, ROOT
from tests.mini import load_listing, write_content
from tests.site.server import serve
from tests.site.test_accessibility import ALL_RULES, COLOUR_RULES, violations

pytestmark = [pytest.mark.slow, pytest.mark.browser]

Points = list[dict[str, Any]]
OpenMap = Callable[..., Page]

# The policy of the real pages, see main.html.
PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Karte</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'">
<link rel="stylesheet" href="assets/site.css"></head><body><main class="mint-main"><h1>Karte</h1>
<div id="karte"></div><h2>Liste</h2><p id="liste">Treffer</p></main><script type="module" src="page.js"></script></body></html>"""
SCRIPT = """import { showMap } from "./assets/finder/map.js";
const base = new URL("suche/", import.meta.url);
window.picked = [];
const onPick = (docs, label) => window.picked.push([docs, label]);
const describe = ({ count, label, places }) => `${count} Angebote in ${label}${places > 1 ? " und Umgebung" : ""}`;
window.show = (points) => showMap(document.getElementById("karte"), points, { base, onPick, describe });
"""

# Name, latitude, longitude, documents. Leipzig and Schkeuditz are 12 km apart, the two points of Dresden 5 km.
TOWNS = [
    ("Leipzig", 51.34, 12.37, [0, 1, 2, 3]),
    ("Schkeuditz", 51.396, 12.22, [4]),
    ("Dresden", 51.05, 13.74, [5, 6]),
    ("Dresden", 51.09, 13.77, [7]),
    ("Görlitz", 51.15, 14.98, [8]),
    ("Zittau", 50.897, 14.81, [9, 10]),
]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> HitMap:
    folder = tmp_path_factory.mktemp("map") / "content"
    write_content(folder)
    made = hit_map(load_listing(folder).catalogue)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def top(drawn: HitMap, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of one page with the map and nothing else: quick, and whole if another part of the finder is not."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "assets").symlink_to(ROOT / "theme_overrides" / "assets")
    (folder / "suche").mkdir()
    (folder / "suche" / MAP_FILE).write_text(drawn.text, "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "page.js").write_text(SCRIPT, "utf-8")
    with serve(folder, "/repo/") as address:
        yield address


@pytest.fixture(scope="module")
def points(drawn: HitMap) -> Points:
    return [point(drawn, *town) for town in TOWNS]


def point(drawn: HitMap, label: str, lat: float, lon: float, docs: list[int]) -> dict[str, Any]:
    x, y = drawn.project((lat, lon))
    return {"x": x, "y": y, "label": label, "count": len(docs), "docs": docs}


@pytest.fixture(scope="module")
def crowd(drawn: HitMap) -> Points:
    """300 towns with up to 120 hits each, the same in every run."""
    rng = random.Random(4)
    towns = rng.sample(load_places(DATA).municipalities, 300)
    return [
        point(drawn, town.name, *town.point, list(range(1 + town.population * rng.randrange(100) // 500_000)))
        for town in towns
    ]


@pytest.fixture
def open_map(chromium: Browser, top: str) -> Iterator[OpenMap]:
    """`open_map(points, width=360)`: the page with these points shown; None: nothing shown yet."""
    contexts = []

    def _open(shown: Points | None, width: int = 800, **settings: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 800}, locale="de-DE", **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(top)
        page.wait_for_function("() => Boolean(window.show)")
        if shown is not None:
            show(page, shown)
        return page

    yield _open
    for context in contexts:
        context.close()


def show(page: Page, shown: Points) -> None:
    """Names are placed a moment after the circles."""
    page.evaluate("async (points) => { await show(points); await new Promise(setTimeout); }", shown)


def circles(page: Page) -> Locator:
    return page.get_by_role("list", name="Orte auf der Karte").get_by_role("button")


def names(page: Page) -> list[str]:
    return [circle.get_attribute("aria-label") or "" for circle in circles(page).all()]


def circle(page: Page, name: str) -> Locator:
    return circles(page).and_(page.get_by_role("button", name=name, exact=True))


def tool(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Ausschnitt der Karte").get_by_role("button", name=name)


def status(page: Page) -> str:
    return page.get_by_role("status").text_content() or ""


WHOLE = [
    "3 Angebote in Dresden",
    "1 Angebote in Görlitz",
    "5 Angebote in Leipzig und Umgebung",
    "2 Angebote in Zittau",
]


# What is shown


def test_places_close_to_each_other_are_one_circle(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    assert names(page) == WHOLE
    assert status(page) == "11 Treffer an 5 Orten"
    expect(page.get_by_text("Die Liste darunter zeigt dieselben Treffer")).to_be_visible()


def test_large_maps_show_more_circles(open_map: OpenMap, crowd: Points) -> None:
    page = open_map(crowd, width=360)
    small = circles(page).count()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(circles(page)).not_to_have_count(small)
    assert 8 < small < 30
    assert circles(page).count() > 2 * small


def test_the_order_of_points_changes_nothing(open_map: OpenMap, crowd: Points) -> None:
    page = open_map(crowd)
    before = names(page)
    show(page, crowd[::-1])
    assert names(page) == before


def test_without_names_of_their_own_circles_count_hits(open_map: OpenMap, points: Points) -> None:
    page = open_map(None)
    many = {**points[4], "label": "Görlitz", "count": 1234}
    script = "async (points) => { const { showMap } = await import('./assets/finder/map.js'); await showMap(document.getElementById('karte'), points, { base: new URL('suche/', location), onPick() {} }); }"
    page.evaluate(script, [many])
    assert names(page) == ["1.234 Treffer in Görlitz"]
    assert status(page) == "1.234 Treffer an 1 Ort"


def test_no_hit_with_a_place_is_said(open_map: OpenMap) -> None:
    page = open_map([])
    assert (names(page), status(page)) == ([], "Kein Treffer hat einen festen Ort.")


def test_places_off_the_map_are_counted_and_not_drawn(
    open_map: OpenMap, drawn: HitMap, points: Points
) -> None:
    page = open_map([*points[4:], point(drawn, "Berlin", 52.52, 13.4, [11])])
    assert names(page) == ["1 Angebote in Görlitz", "2 Angebote in Zittau"]
    assert status(page) == "3 von 4 Treffern an 2 Orten"


# Using it


def test_several_places_come_apart_and_one_is_picked(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    circle(page, "5 Angebote in Leipzig und Umgebung").click()
    assert names(page) == ["4 Angebote in Leipzig", "1 Angebote in Schkeuditz"]
    assert status(page) == "5 von 11 Treffern an 2 Orten"
    assert page.evaluate("picked") == []
    circle(page, "1 Angebote in Schkeuditz").click()
    assert page.evaluate("picked") == [[[4], "Schkeuditz"]]
    tool(page, "Ganze Karte").click()
    assert names(page) == WHOLE


def test_a_town_with_several_points_is_one_place_until_it_is_large(open_map: OpenMap, points: Points) -> None:
    page = open_map(points)
    circle(page, "3 Angebote in Dresden").click()
    assert page.evaluate("picked") == [[[5, 6, 7], "Dresden"]]
    for _ in range(4):
        tool(page, "Ausschnitt vergrößern").click()
    assert names(page) == ["2 Angebote in Dresden", "1 Angebote in Dresden"]
    # One name for the town is enough.
    expect(page.locator(".mint-hitmap__label:visible")).to_have_text(["Dresden"])


def test_places_that_can_not_come_apart_are_picked_together(open_map: OpenMap, points: Points) -> None:
    page = open_map([points[4], {**points[4], "label": "Zgorzelec", "docs": [20]}])
    circle(page, "2 Angebote in Görlitz und Umgebung").click()
    assert page.evaluate("picked") == [[[8, 20], "Görlitz und Umgebung"]]


def test_a_tap_beside_the_circles_goes_nearer(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    box = page.locator(".mint-hitmap__box").bounding_box()
    assert box
    page.mouse.click(box["x"] + 20, box["y"] + 20)
    assert status(page) == "5 von 11 Treffern an 2 Orten"
    tool(page, "Ganze Karte").click()
    # Where nothing is, it goes to what is nearest.
    page.mouse.click(box["x"] + 20, box["y"] + box["height"] - 20)
    assert status(page) == "5 von 11 Treffern an 2 Orten"


def test_the_wheel_scrolls_the_page(open_map: OpenMap, points: Points) -> None:
    page = open_map(points)
    page.set_viewport_size({"width": 800, "height": 400})
    before = names(page)
    page.locator(".mint-hitmap__box").hover()
    page.mouse.wheel(0, 150)
    page.wait_for_function("scrollY > 0")
    assert names(page) == before


# The keyboard


def focused(page: Page) -> str:
    name: str = page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent")
    return name


def test_everything_is_reached_in_order(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    tools = ["Ausschnitt vergrößern", "Ausschnitt verkleinern", "Ganze Karte"]
    assert stops == [*tools, "Orte auf der Karte überspringen", *WHOLE]


def test_the_circles_can_be_skipped(open_map: OpenMap, crowd: Points) -> None:
    page = open_map(crowd)
    skip = page.get_by_role("button", name="Orte auf der Karte überspringen")
    skip.focus()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert focused(page).startswith("Die Liste darunter")


def test_enter_zooms_and_the_focus_stays_with_the_place(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    circle(page, "5 Angebote in Leipzig und Umgebung").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "4 Angebote in Leipzig"
    page.keyboard.press("Enter")
    assert page.evaluate("picked") == [[[0, 1, 2, 3], "Leipzig"]]


def test_the_tools_keep_the_focus_at_their_ends(open_map: OpenMap, points: Points) -> None:
    page = open_map(points)
    closer, wider = tool(page, "Ausschnitt vergrößern"), tool(page, "Ausschnitt verkleinern")
    expect(wider).to_be_disabled()
    closer.focus()
    for _ in range(9):
        page.keyboard.press("Enter")
    expect(closer).to_be_focused()
    expect(closer).to_be_disabled()
    # There is always something to see.
    assert names(page) != []
    for _ in range(9):
        wider.click(force=True)
    expect(wider).to_be_disabled()
    assert names(page) == WHOLE or status(page) == "11 Treffer an 5 Orten"


# New points


def test_new_points_keep_the_part_that_is_shown_and_the_focus(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    circle(page, "5 Angebote in Leipzig und Umgebung").click()
    circle(page, "1 Angebote in Schkeuditz").focus()
    show(page, [{**point, "count": point["count"] + 1} for point in points])
    assert names(page) == ["5 Angebote in Leipzig", "2 Angebote in Schkeuditz"]
    assert focused(page) == "2 Angebote in Schkeuditz"
    show(page, [points[0], *points[2:]])
    assert focused(page) == "4 Angebote in Leipzig"


def test_with_nothing_left_in_view_the_whole_map_is_shown(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360)
    circle(page, "5 Angebote in Leipzig und Umgebung").click()
    show(page, points[4:])
    assert names(page) == ["1 Angebote in Görlitz", "2 Angebote in Zittau"]
    # The nearest one; Leipzig is gone.
    assert focused(page) == "2 Angebote in Zittau"
    show(page, [])
    assert focused(page) == "Ganze Karte"


def test_in_a_hidden_part_of_the_page_it_waits(open_map: OpenMap, points: Points) -> None:
    page = open_map(None)
    page.evaluate("document.getElementById('karte').hidden = true")
    show(page, points)
    page.evaluate("document.getElementById('karte').hidden = false")
    expect(circles(page)).to_have_count(5)


# Loading


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_below_moves_while_it_loads(open_map: OpenMap, points: Points, width: int) -> None:
    page = open_map(None, width=width)
    top = "document.getElementById('liste').getBoundingClientRect().top"
    before = page.evaluate(f"(points) => {{ show(points); return {top}; }}", points)
    expect(circles(page)).not_to_have_count(0)
    # The browser rounds to 1/64 of a pixel.
    assert page.evaluate(top) == pytest.approx(before, abs=0.1)


def test_without_outlines_it_says_so_and_tries_again(open_map: OpenMap, points: Points) -> None:
    page = open_map(None)

    def fail(route: Route) -> None:
        route.fulfill(status=404)

    page.route(f"**/{MAP_FILE}", fail)
    show(page, points)
    assert status(page) == "Die Karte lässt sich gerade nicht laden."
    expect(page.get_by_text("Die Liste darunter zeigt dieselben Treffer")).to_be_visible()
    page.unroute(f"**/{MAP_FILE}")
    show(page, points)
    expect(circles(page)).to_have_count(5)


def test_it_loads_its_parts_once_and_keeps_the_policy(open_map: OpenMap, points: Points) -> None:
    page = open_map(None)
    messages: list[str] = []
    addresses: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("request", lambda request: addresses.append(request.url.rpartition("/")[2]))
    show(page, points)
    show(page, points[1:])
    assert sorted(addresses) == ["map.css", "map.json"]
    assert messages == []


# How it looks

OVERLAPS = """() => {
  const rects = (selector) => [...document.querySelectorAll(selector)].map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() })).filter(({ box }) => box.width);
  const circles = rects(".mint-hitmap__places button").map(({ text, box }) => ({ text, x: box.x + box.width / 2, y: box.y + box.height / 2, half: box.width / 2 }));
  const names = rects(".mint-hitmap__label, .mint-hitmap__names span");
  const found = [];
  circles.forEach((a, i) => circles.slice(i + 1).forEach((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.half + b.half && found.push(`${a.text} ${b.text}`)));
  names.forEach(({ text, box }, i) => {
    const away = ({ x, y }) => Math.hypot(x - Math.min(box.right, Math.max(box.left, x)), y - Math.min(box.bottom, Math.max(box.top, y)));
    found.push(...circles.filter((circle) => away(circle) < circle.half - 1.5).map((circle) => `${text} ${circle.text}`));
    found.push(...names.slice(i + 1).filter(({ box: other }) => box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 1 && other.top < box.bottom - 1).map((other) => `${text} ${other.text}`));
  });
  return { found, smallest: Math.min(...circles.map(({ half }) => 2 * half)), names: names.length };
}"""


@pytest.mark.parametrize("text_size", ["100%", "200%"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_circles_and_names_do_not_overlap(
    open_map: OpenMap, crowd: Points, width: int, text_size: str
) -> None:
    page = open_map(None, width=width)
    page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text_size)
    show(page, crowd)
    seen = page.evaluate(OVERLAPS)
    assert seen["found"] == []
    assert seen["smallest"] >= 24
    assert seen["names"] >= (3 if text_size == "100%" else 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("zoomed", [False, True], ids=["whole", "zoomed"])
def test_no_violation_in_light_and_dark_small_and_large(
    open_map: OpenMap, crowd: Points, zoomed: bool
) -> None:
    page = open_map(crowd, width=320)
    if zoomed:
        tool(page, "Ausschnitt vergrößern").click()
    found = []
    for scheme, rules in (("light", ALL_RULES), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{scheme} {width}: {violation}" for violation in violations(page, rules)]
    assert found == []


def test_on_paper_circles_stay_and_tools_go(open_map: OpenMap, points: Points) -> None:
    page = open_map(points)
    page.emulate_media(media="print")
    expect(tool(page, "Ganze Karte")).to_be_hidden()
    expect(circles(page).first).to_be_visible()
    assert violations(page, COLOUR_RULES) == []


def test_forced_colours_keep_circles_borders_and_focus(open_map: OpenMap, points: Points) -> None:
    page = open_map(points, width=360, forced_colors="active")
    style = "(element, name) => getComputedStyle(element)[name]"
    several, one = circle(page, WHOLE[2]), circle(page, WHOLE[0])
    assert several.evaluate(style, "borderTopStyle") == "double"
    assert one.evaluate(style, "borderTopColor") != one.evaluate(style, "backgroundColor")
    path = page.locator(".mint-hitmap__box > svg path").first
    assert path.evaluate(style, "stroke") != path.evaluate(style, "fill")
    page.keyboard.press("Tab")
    one.focus()
    assert one.evaluate(style, "outlineStyle") == "solid"
