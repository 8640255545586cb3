"""Maps on paper: no name on another, and words that end."""

from __future__ import annotations

from minthub.paper.drawing import map_drawing
from minthub.views.maps import Area, Dot, Map


def drawn(*dots: Dot) -> tuple[str, str]:
    area = Area("a", "kreise/a/", "A", "2 Angebote", "M0 0L9 9Z", 0, 200, 200, is_here=True)
    drawing = map_drawing(Map("Kreis A", 480, 420, (area,), dots), 16)
    return drawing.svg, drawing.alt


def test_a_name_without_room_is_left_out_and_the_larger_place_keeps_its_own() -> None:
    near = [Dot(f"Kleindorf {number}", "1 Angebot", 200 + number * 14, 200, 5) for number in range(6)]
    svg, _ = drawn(*near, Dot("Großstadt", "9 Angebote", 240, 190, 14))
    assert svg.count("<circle") == 7
    assert svg.count(">Großstadt<") == 2  # the letters and their white rim
    assert svg.count(">Kleindorf") < 2 * 6


def test_a_name_at_the_edge_stays_on_the_map() -> None:
    svg, _ = drawn(Dot("Weißwasser", "1 Angebot", 200, 6, 5))
    assert 'y="26"' in svg  # below its dot


def test_words_name_the_places_with_most_offers() -> None:
    _, alt = drawn(
        *(Dot(f"Ort {number}", f"{number} Angebote", number * 40, 200, number) for number in range(5, 13))
    )
    assert alt == (
        "Karte: Kreis A. Orte mit Angeboten: Ort 12 (12 Angebote), Ort 11 (11 Angebote), Ort 10 (10 Angebote), "
        "Ort 9 (9 Angebote), Ort 8 (8 Angebote), Ort 7 (7 Angebote) und 2 weitere Orte."
    )
