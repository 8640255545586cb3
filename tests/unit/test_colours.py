"""Colours of the look that no tool weighs rightly: names on maps lie on every shade, in light and dark."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.conftest import ROOT

CSS = (ROOT / "theme_overrides" / "assets" / "site.css").read_text("utf-8")
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", block)) for block in CSS.split(":root {")[1:3])
SCHEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}}
SHADES = [f"shade-{number}" for number in range(4)]


def luminance(colour: str) -> float:
    """Of `#abc` or `#aabbcc`, as WCAG 2.2 counts it."""
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    parts = [int(pair, 16) / 255 for pair in pairs]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("one", "other", "ratio"), [("#fff", "#000", 21.0), ("#767676", "#ffffff", 4.54)])
def test_contrast_is_counted_as_in_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shade", SHADES)
def test_names_can_be_read_on_every_shade_without_their_halo(scheme: str, shade: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours["ink"], colours[shade]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_shade_differs_from_the_next_one(scheme: str) -> None:
    colours = SCHEMES[scheme]
    steps = [contrast(colours[one], colours[next]) for one, next in pairwise(SHADES)]
    assert min(steps) >= 1.25
    assert contrast(colours[SHADES[0]], colours[SHADES[-1]]) >= 2.5
