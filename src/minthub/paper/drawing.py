"""Pictures for paper as SVG: maps, and addresses as QR codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

import segno

from minthub.views.maps import Map

# Distinct in grey, too; light enough for the names on them.
_HERE, _OTHER, _LINE, _DOT = "#ffffff", "#ececec", "#555555", "#0b5d4b"
_FONT = "Source Sans 3"


@dataclass(frozen=True)
class Drawing:
    """An SVG with the words for those who can't see it."""

    svg: str
    alt: str


@cache
def qr_code(address: str) -> Drawing:
    """The address as a QR code; level M survives a fold and a coffee stain. The quiet zone is part of it.

    One mask for all: to weigh all eight takes eight times as long, and readers take any.
    """
    code = segno.make(address, error="m", micro=False, mask=2)
    return Drawing(code.svg_inline(scale=1, border=4, dark="#000", light="#fff"), f"QR-Code: {address}")


def map_drawing(map: Map) -> Drawing:
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
        parts += [_name(dot.title, dot.x, dot.y - dot.radius - 4, 13) for dot in map.dots]
    else:
        parts += [
            _name(line, area.x, area.y + number * 14, 12)
            for area in map.areas
            for number, line in enumerate(area.lines)
        ]
    body = "".join(parts)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {map.width} {map.height}" '
        f'width="{map.width}" height="{map.height}">{body}</svg>'
    )
    return Drawing(svg, _words(map))


def _name(text: str, x: int, y: int, size: int) -> str:
    """White around the letters keeps them readable on lines and dots."""
    place = f'x="{x}" y="{y}" text-anchor="middle" font-family="{_FONT}" font-size="{size}"'
    halo = f'<text {place} fill="#fff" stroke="#fff" stroke-width="3" stroke-linejoin="round">{escape(text)}</text>'
    return f'{halo}<text {place} fill="#111">{escape(text)}</text>'


def _words(map: Map) -> str:
    words = f"Karte: {map.title}."
    if map.caption:
        return f"{words} {map.caption}"
    return f"{words} {'; '.join(area.label for area in map.areas)}."
