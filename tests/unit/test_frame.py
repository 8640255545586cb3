"""The frame of all pages."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.conftest import ROOT

FOOTER = [
    {"title": "Impressum", "path": "impressum/"},
    {"title": "Gebärdensprache", "path": "gebaerdensprache/", "needs": "sign_language"},
]


@pytest.mark.parametrize(("file", "is_linked"), [("", False), ("bilder/dgs.mp4", True)])
def test_the_foot_promises_no_video_that_is_not_there(file: str, is_linked: bool) -> None:
    environment = Environment(loader=FileSystemLoader(ROOT / "theme_overrides"), autoescape=True)
    environment.filters["url"] = str
    config = SimpleNamespace(
        extra={"footer": FOOTER, "sign_language": {"file": file}}, site_url="https://mint.example.org/"
    )
    foot = environment.get_template("partials/fuss.html").render(
        config=config, mint=SimpleNamespace(today="22.11.2026")
    )
    assert 'href="impressum/"' in foot
    assert ('href="gebaerdensprache/"' in foot) is is_linked
