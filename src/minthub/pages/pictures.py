"""Adds sizes and lazy loading to pictures in editorial pages, so that the layout does not shift when they are loaded."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

_IMAGE = re.compile(r'<img alt="[^"]*" src="(?:\.\./)*bilder/([\w/.-]+)"')
_SVG_SIZE = re.compile(rb'<svg[^>]* width="(\d+)" height="(\d+)"')
_HEADER = 512


def with_sizes(html: str, pictures: Path) -> str:
    """The page with width, height and lazy loading at each picture of `content/bilder/`."""

    def dressed(match: re.Match[str]) -> str:
        file = pictures / match[1]
        # MkDocs reports missing pictures.
        size = picture_size(file) if file.is_file() else None
        given = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'{match[0]}{given} loading="lazy" class="mint-shot"'

    return _IMAGE.sub(dressed, html)


def picture_size(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels of a WebP, PNG or SVG file; None for others. Raises OSError."""
    with file.open("rb") as opened:
        head = opened.read(_HEADER)
    if head.startswith(b"\x89PNG"):
        return _number(head[16:20], "big"), _number(head[20:24], "big")
    if head[8:16] == b"WEBPVP8 ":
        return _number(head[26:28]) & 0x3FFF, _number(head[28:30]) & 0x3FFF
    if head[8:16] == b"WEBPVP8L":
        bits = _number(head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if head[8:16] == b"WEBPVP8X":
        return _number(head[24:27]) + 1, _number(head[27:30]) + 1
    found = _SVG_SIZE.search(head)
    return (int(found[1]), int(found[2])) if found else None


def _number(data: bytes, order: Literal["little", "big"] = "little") -> int:
    return int.from_bytes(data, order)
