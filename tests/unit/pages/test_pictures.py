"""Pictures of editorial pages: their sizes, and what the help pages promise of theirs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from minthub.pages.pictures import picture_size, with_sizes
from tests.conftest import ROOT

HELP = ROOT / "content" / "bilder" / "hilfe"
PICTURES = sorted(HELP.iterdir())
_USED = re.compile(r"!\[([^\]]*)\]\(\.\./bilder/hilfe/([\w.-]+)\)")


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("a.png", {}),
        ("a.webp", {"quality": 50}),
        ("a.webp", {"lossless": True}),
        ("a.webp", {"quality": 50, "exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}),
    ],
)
def test_the_size_is_what_other_programs_say(tmp_path: Path, name: str, settings: dict[str, object]) -> None:
    Image.new("RGB", (301, 47), "#0b5d4a").save(tmp_path / name, **settings)
    assert picture_size(tmp_path / name) == (301, 47)


def test_other_files_have_no_size(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg xmlns="x" viewBox="0 0 9 9"/>', "utf-8")
    (tmp_path / "b.svg").write_text('<svg xmlns="x" width="36" height="20"/>', "utf-8")
    assert (picture_size(tmp_path / "a.svg"), picture_size(tmp_path / "b.svg")) == (None, (36, 20))


def test_pictures_in_pages_get_their_size(tmp_path: Path) -> None:
    (tmp_path / "hilfe").mkdir()
    Image.new("RGB", (30, 20)).save(tmp_path / "hilfe" / "a.webp")
    html = '<p><img alt="Ein Bild" src="../../bilder/hilfe/a.webp" /> <img alt="" src="../zeichen.svg"></p>'
    assert with_sizes(html, tmp_path) == (
        '<p><img alt="Ein Bild" src="../../bilder/hilfe/a.webp" width="30" height="20" loading="lazy" class="mint-shot" />'
        ' <img alt="" src="../zeichen.svg"></p>'
    )


def test_a_picture_that_is_missing_stays_without_size(tmp_path: Path) -> None:
    html = '<p><img alt="Ein Bild" src="../bilder/gibt-es-nicht.webp"></p>'
    assert 'src="../bilder/gibt-es-nicht.webp" loading' in with_sizes(html, tmp_path)


def test_pictures_of_the_help_are_small_described_and_used() -> None:
    pages = (ROOT / "content" / "mitmachen").glob("*.md")
    used = [match for page in pages for match in _USED.findall(page.read_text("utf-8"))]
    assert {name for _, name in used} == {path.name for path in PICTURES}
    assert [name for text, name in used if len(text) < 20] == []


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_of_the_help_is_light_and_has_a_size(path: Path) -> None:
    assert path.stat().st_size <= 60_000
    assert picture_size(path)
