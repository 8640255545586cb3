"""Pictures for paper as SVG: maps, and addresses as QR codes."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

import segno

from minthub.model.kinds import District
from minthub.views.labels import Lettering, named
from minthub.views.maps import Map, Maps

# Shades that can also be told apart in grey, and are light enough for names on them.
_HERE, _OTHER, _LINE, _DOT = "#ffffff", "#ececec", "#555555", "#0b5d4b"
_FONT = "Source Sans 3"
# Average width, ascent and descent of letters relative to the font size; a little more than measured.
_LETTER, _UP, _DOWN = 0.52, 0.75, 0.2
MAX_NAMED = 6


@dataclass(frozen=True)
class Drawing:
    """An SVG with its text alternative."""

    svg: str
    alt: str


def qr_code(address: str) -> str:
    """The address as a QR code in SVG; level M survives a fold and a coffee stain. The quiet zone is part of it.

    Always the same mask: comparing all eight takes eight times as long, and readers accept any.
    """
    code = segno.make(address, error="m", micro=False, mask=2)
    return code.svg_inline(scale=1, border=4, dark="#000", light="#fff")


class Drawings:
    """Maps with names that can be read at the width they get on paper. The same map is drawn once."""

    def __init__(self, maps: Maps | None) -> None:
        self._maps = maps
        self._found: dict[str, Map | None] = {}

    def district(self, district: District, size: int) -> Drawing | None:
        """`size` is that of names, in units of the map (480 wide)."""
        if district.id not in self._found:
            self._found[district.id] = self._maps.district(district) if self._maps else None
        found = self._found[district.id]
        return map_drawing(found, size) if found else None

    def state(self, size: int) -> Drawing | None:
        found = self._maps.state() if self._maps else None
        return map_drawing(found, size) if found else None


def map_drawing(map: Map, size: int) -> Drawing:
    """A map with the names of its areas, or with its places if it has dots."""
    parts = [
        f'<path d="{area.path}" fill="{_HERE if area.is_here or not map.dots else _OTHER}" stroke="{_LINE}" '
        f'stroke-width="{1.6 if area.is_here else 0.8}" stroke-linejoin="round"/>'
        for area in sorted(map.areas, key=lambda area: area.is_here)
    ]
    parts += [
        f'<circle cx="{dot.x}" cy="{dot.y}" r="{dot.radius}" fill="{_DOT}" stroke="#fff" stroke-width="1.5"/>'
        for dot in map.dots
    ]
    if map.dots:
        parts += _names(map, size)
    else:
        parts += [
            _name(line, area.x, area.y + round(number * size * 1.1), size)
            for area in map.areas
            for number, line in enumerate(area.lines)
        ]
    body = "".join(parts)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {map.width} {map.height}" '
        f'width="{map.width}" height="{map.height}">{body}</svg>'
    )
    return Drawing(svg, _words(map))


def _names(map: Map, size: int) -> list[str]:
    """The names of places, those with most offers first, where they lie on no other name or dot."""
    names = named(map.dots, map.width, map.height, Lettering(size, _LETTER, _UP, _DOWN))
    return [_name(name.text, name.x, name.y, size, name.anchor) for name in names]


def _name(text: str, x: int, y: int, size: int, anchor: str = "middle") -> str:
    """White around the letters keeps them readable on lines and dots."""
    place = f'x="{x}" y="{y}" text-anchor="{anchor}" font-family="{_FONT}" font-size="{size}"'
    halo = f'<text {place} fill="#fff" stroke="#fff" stroke-width="3" stroke-linejoin="round">{escape(text)}</text>'
    return f'{halo}<text {place} fill="#111">{escape(text)}</text>'


def _words(map: Map) -> str:
    """The text alternative of the map, one or two sentences; the tables name the places themselves."""
    words = f"Karte: {map.title}."
    if not map.dots:
        return f"{words} {map.caption or ', '.join(area.title for area in map.areas) + '.'}"
    first = sorted(map.dots, key=lambda dot: -dot.radius)[:MAX_NAMED]
    named = ", ".join(f"{dot.title} ({dot.note})" for dot in first)
    others = len(map.dots) - len(first)
    more = f" und {others} {'weiterer Ort' if others == 1 else 'weitere Orte'}" if others else ""
    return f"{words} Orte mit Angeboten: {named}{more}."
