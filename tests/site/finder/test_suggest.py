"""The search box of every page and what it suggests, as visitors use it: typing, keys, mouse, touch, and when something fails."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.site.test_accessibility import ALL_RULES, COLOUR_RULES, violations

pytestmark = [pytest.mark.slow, pytest.mark.browser]

OpenPage = Callable[..., Page]

PAGE = "kreise/goerlitz/"
# Pages with a large box of their own, and one without.
BOXES = {"start": "", "finder": "angebote/", "not-found": "gibt/es/nicht/", "others": PAGE}
WIDTHS = [320, 768, 1280]
TITLES = re.compile(r"/n\d+\.json$")


def box(page: Page) -> Locator:
    return page.locator("input[data-suggest]")


def popup(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Vorschläge")


def options(page: Page) -> Locator:
    return popup(page).get_by_role("option")


def suggested(page: Page, text: str) -> list[str]:
    """Types into the box and returns what is suggested: names with their kinds."""
    box(page).press_sequentially(text)
    expect(options(page).first).to_be_visible()
    expect(page.locator(".mint-combo [aria-live]")).to_contain_text("Vorschl")
    return [text.replace("\n", " ") for text in options(page).all_inner_texts()]


def active(page: Page) -> str:
    """The text of the active suggestion, as assistive technology gets it."""
    found: str = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.innerText ?? ''"
    )
    return found.replace("\n", " ")


ROBOTS = [
    "Robotik Thema",
    "Roboter-Camp für Mädchen Angebot, Dresden",
    "Robotik-AG im Jugendhaus Angebot, Görlitz",
    "Robotik-Treff Termin, 25.11.2026, Görlitz",
]


def test_two_letters_suggest_topics_and_records(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    box(page).press_sequentially("r")
    expect(popup(page)).to_be_hidden()
    assert suggested(page, "obo") == ROBOTS


@pytest.mark.parametrize("path", BOXES.values(), ids=BOXES)
def test_every_page_has_one_search_box_with_suggestions(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page(path)
    expect(box(page)).to_have_count(1)
    expect(page.get_by_role("search")).to_have_count(1)
    assert suggested(page, "görl")[0] == "Görlitz Ort"
    expect(box(page)).to_have_role("combobox")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    options(page).first.click()
    expect(page).to_have_url(f"{address}angebote/?ort=G%C3%B6rlitz")


@pytest.mark.parametrize(
    ("text", "name", "leads_to"),
    [
        ("goerl", "Görlitz Ort", "angebote/?ort=G%C3%B6rlitz"),
        ("görl", "Landkreis Görlitz Kreis", "angebote/?kreis=goerlitz"),
        ("0282", "02826 Görlitz Postleitzahl", "angebote/?ort=02826"),
        ("infor", "Informatik Fach", "angebote/?fach=informatik"),
        ("robot", "Robotik Thema", "angebote/?thema=robotik"),
        ("robotik dres", "robotik · Dresden Ort", "angebote/?q=robotik&ort=Dresden"),
        ("hochsch", "Hochschule Musterstadt Anbieter, Dresden", "anbieter/hochschule-musterstadt/"),
        ("camp", "Roboter-Camp für Mädchen Angebot, Dresden", "angebote/roboter-camp/"),
        ("netz im", "Netz im Osten Netzwerk", "netzwerke/netz-im-osten/"),
        ("werkstattf", "Werkstattfonds Förderung", "foerderung/werkstattfonds/"),
    ],
)
def test_a_suggestion_leads_to_what_it_says(
    open_page: OpenPage, address: str, text: str, name: str, leads_to: str
) -> None:
    page = open_page(PAGE)
    found = suggested(page, text)
    assert name in found
    options(page).nth(found.index(name)).click()
    expect(page).to_have_url(address + leads_to)


def test_the_finder_takes_a_suggestion_over_without_loading(open_page: OpenPage, address: str) -> None:
    page = open_page("angebote/?alter=12")
    page.evaluate("window.isSame = true")
    suggested(page, "robotik dres")
    options(page).first.click()
    expect(page).to_have_url(f"{address}angebote/?q=robotik&ort=Dresden&alter=12")
    assert page.evaluate("window.isSame")
    expect(box(page)).to_have_value("robotik")
    expect(popup(page)).to_be_hidden()


# Keyboard


def test_the_keyboard_walks_through_the_list(open_page: OpenPage, address: str) -> None:
    page = open_page(PAGE)
    found = suggested(page, "rob")
    press = page.keyboard.press
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"):
        press(key)
        walked.append(active(page))
    assert walked == [found[0], found[1], found[0], found[-1], found[0]]
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("rob")
    expect(popup(page).locator("[aria-selected=true]")).to_have_count(1)
    press("ArrowDown")
    press("Enter")
    expect(page).to_have_url(f"{address}angebote/roboter-camp/")


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_keys_of_the_text_go_back_to_it(open_page: OpenPage, key: str) -> None:
    page = open_page(PAGE)
    suggested(page, "rob")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert active(page) == ""
    expect(popup(page)).to_be_visible()
    page.keyboard.press("x")
    expect(box(page)).to_have_value({"Home": "xrob", "ArrowLeft": "roxb"}.get(key, "robx"))


def test_escape_closes_then_clears(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    suggested(page, "rob")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(popup(page)).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", "")
    expect(box(page)).to_have_value("rob")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()


def test_a_closed_list_opens_again_with_the_arrows(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    found = suggested(page, "rob")
    for key, wanted in (("ArrowDown", found[0]), ("ArrowUp", found[-1]), ("Alt+ArrowDown", "")):
        page.keyboard.press("Escape")
        expect(popup(page)).to_be_hidden()
        page.keyboard.press(key)
        expect(popup(page)).to_be_visible()
        assert active(page) == wanted
    page.keyboard.press("Alt+ArrowUp")
    expect(popup(page)).to_be_hidden()


def test_enter_without_a_choice_searches(open_page: OpenPage, address: str) -> None:
    page = open_page(PAGE)
    suggested(page, "rob")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}angebote/?q=rob")


def test_tab_leaves_to_the_button(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    suggested(page, "rob")
    page.keyboard.press("Tab")
    expect(popup(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Suchen")).to_be_focused()


def test_typing_on_makes_no_choice(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    suggested(page, "robo")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("ter")
    expect(options(page)).to_have_text(["Robotik (Roboter) Thema", ROBOTS[1]][::-1])
    assert active(page) == ""
    page.keyboard.type("xyz")
    expect(popup(page)).to_be_hidden()


def test_keys_belong_to_the_input_method_while_it_composes(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    suggested(page, "rob")
    box(page).evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true }))"
    )
    assert active(page) == ""


# Mouse and touch


def test_a_press_on_the_list_keeps_the_focus_in_the_box(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    suggested(page, "rob")
    options(page).first.hover()
    page.mouse.down()
    expect(box(page)).to_be_focused()
    # Dragged away from the list: nothing is chosen.
    page.mouse.move(5, 600)
    page.mouse.up()
    assert page.url.endswith(PAGE)
    page.mouse.click(5, 600)
    expect(popup(page)).to_be_hidden()


def test_a_tap_picks(open_page: OpenPage, address: str) -> None:
    page = open_page(PAGE, width=360, has_touch=True)
    box(page).tap()
    suggested(page, "roboter-c")
    options(page).first.tap()
    expect(page).to_have_url(f"{address}angebote/roboter-camp/")


# What visitors hear and see


def test_the_number_of_suggestions_is_announced(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    said = page.locator(".mint-combo [aria-live=polite]")
    suggested(page, "robo")
    expect(said).to_have_text("4 Vorschläge")
    page.keyboard.type("tik-a")
    expect(said).to_have_text("1 Vorschlag")
    page.keyboard.type("xyz")
    expect(said).to_be_empty()


@pytest.mark.parametrize("path", BOXES.values(), ids=BOXES)
def test_no_violation_with_the_list_open(open_page: OpenPage, path: str) -> None:
    page = open_page(path, height=900)
    found = []
    for scheme, rules in (("light", ALL_RULES), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            box(page).fill("")
            suggested(page, "rob")
            page.keyboard.press("ArrowDown")
            found += [f"{scheme} {width}: {violation}" for violation in violations(page, rules)]
            page.keyboard.press("Escape")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", BOXES.values(), ids=BOXES)
def test_the_list_is_seen_as_a_whole(open_page: OpenPage, path: str, width: int) -> None:
    """Below the box, within the page, not under anything, and wide enough to be read; suggestions are large enough to tap."""
    page = open_page(path, width=width, height=1400)
    suggested(page, "be")
    expect(options(page)).to_have_count(8)
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_be_in_viewport(ratio=1)
    list_box, input_box = popup(page).bounding_box(), box(page).bounding_box()
    assert list_box
    assert input_box
    assert list_box["y"] >= input_box["y"] + input_box["height"]
    assert list_box["x"] >= 0
    assert list_box["x"] + list_box["width"] <= width
    assert list_box["width"] >= 250
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for option in options(page).all():
        on_top = option.evaluate(
            "option => { const { x, y, width, height } = option.getBoundingClientRect();"
            " return height >= 40 && option.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"
        )
        assert on_top


def test_at_400_percent_the_active_suggestion_is_in_view(open_page: OpenPage) -> None:
    """1280 × 800 pixels at 400 % are 320 × 200."""
    page = open_page(PAGE, width=320, height=200)
    for _ in suggested(page, "be"):
        page.keyboard.press("ArrowDown")
        expect(page.locator("[aria-selected=true]")).to_be_in_viewport(ratio=0.9)


def test_the_choice_shows_in_forced_colours(open_page: OpenPage) -> None:
    page = open_page(PAGE, forced_colors="active")
    suggested(page, "rob")
    page.keyboard.press("ArrowDown")
    colours = options(page).evaluate_all(
        "options => options.map(option => getComputedStyle(option).backgroundColor)"
    )
    assert colours[0] != colours[1]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_with_the_script(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width)
    place = "['main', '.mint-find', '.mint-saved-link'].map(one => JSON.stringify(document.querySelector(one).getBoundingClientRect())).join()"
    before = page.evaluate(place)
    suggested(page, "rob")
    assert page.evaluate(place) == before


@pytest.mark.parametrize("width", [1056, 1280])
def test_on_wide_screens_the_box_stands_beside_the_menu(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width)
    menu, form = page.locator(".mint-nav").bounding_box(), page.locator(".mint-find").bounding_box()
    assert menu
    assert form
    assert form["x"] >= menu["x"] + menu["width"]
    assert form["y"] < menu["y"] + menu["height"]


# What a page costs, and what happens when something is missing


def test_a_page_fetches_nothing_for_suggestions_before_they_are_wanted(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(None)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(address + PAGE, wait_until="networkidle")
    assert not {"suggest.js", "names.json", "stand.json"} & set(fetched)
    fetched.clear()
    suggested(page, "rob")
    page.keyboard.type("otik")
    expect(options(page)).to_have_count(3)
    assert {"suggest.js", "stand.json", "names.json", "n0.json"} <= set(fetched)
    # All letters after the first two came from the same file.
    assert sorted(name for name in fetched if name.endswith(".json")) == [
        "n0.json",
        "names.json",
        "stand.json",
    ]


@pytest.mark.parametrize("path", [PAGE, ""], ids=["header", "start"])
def test_without_javascript_the_form_leads_to_the_finder(
    open_page: OpenPage, address: str, path: str
) -> None:
    page = open_page(path, java_script_enabled=False)
    box(page).fill("robotik görlitz")
    page.get_by_role("button", name="Suchen").click()
    expect(page).to_have_url(f"{address}angebote/?q=robotik+g%C3%B6rlitz")


@pytest.mark.parametrize("missing", ["suggest.js", "stand.json", "names.json"])
def test_without_a_file_the_box_is_a_plain_one(open_page: OpenPage, address: str, missing: str) -> None:
    page = open_page(None)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(address + PAGE)
    box(page).focus()
    with page.expect_event("requestfailed"):
        box(page).press_sequentially("rob")
    expect(popup(page)).to_have_count(0) if missing == "suggest.js" else expect(popup(page)).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}angebote/?q=rob")
    assert errors == []


def test_without_the_titles_places_and_topics_are_left(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    page.route(TITLES, lambda route: route.abort())
    page.goto(address + PAGE)
    assert suggested(page, "rob") == ROBOTS[:1]


def test_slow_titles_are_not_waited_for(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    held: list[Route] = []
    page.route(TITLES, lambda route: held.append(route))
    page.goto(address + PAGE)
    assert suggested(page, "rob") == ROBOTS[:1]
    # Those for fewer letters have been given up.
    held[-1].continue_()
    expect(options(page)).to_have_count(len(ROBOTS))


def test_what_comes_late_does_not_open_a_box_that_was_left(open_page: OpenPage, address: str) -> None:
    page = open_page(None)
    held: list[Route] = []
    page.route("**/names.json", lambda route: held.append(route))
    page.goto(address + PAGE)
    with page.expect_request("**/names.json"):
        box(page).press_sequentially("rob")
    page.keyboard.press("Tab")
    with page.expect_response("**/names.json"):
        for route in held:
            route.continue_()
    page.wait_for_timeout(400)
    expect(popup(page)).to_be_hidden()
