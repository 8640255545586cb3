"""Draws the preview picture of shared links and the icons for home screens of phones.

`python scripts/share_pictures.py` writes them to theme_overrides/assets/, made from the site's logo, name and description.
"""

from __future__ import annotations

import base64
import io
import sys
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import launch  # noqa: E402  (the tests' folder is not installed)

ASSETS, FONTS = ROOT / "theme_overrides" / "assets", ROOT / "paper" / "fonts"
# Sizes in pixels that social networks and phones require.
PREVIEW, TOUCH = (1200, 630), (180, 180)
COLOURS = 48  # of the palette: flat areas and the edges of letters need no more

STYLE = """
body { margin: 0; font-family: Mint; background: #faf8f3; color: #14211d; }
.preview { box-sizing: border-box; width: 1200px; height: 630px; padding: 0 80px; display: flex; align-items: center; gap: 64px;
  border-bottom: 24px solid #0b5d4b; }
.preview svg { flex: none; width: 260px; }
.preview h1 { margin: 0 0 24px; font-size: 84px; line-height: 1.05; letter-spacing: -0.01em; }
.preview p { margin: 0; font-size: 38px; line-height: 1.3; color: #48574f; }
.touch { width: 180px; height: 180px; display: grid; place-items: center; }
.touch svg { width: 140px; }
"""


def font(weight: int, name: str) -> str:
    data = base64.b64encode((FONTS / name).read_bytes()).decode()
    return f"@font-face {{ font-family: Mint; font-weight: {weight}; src: url(data:font/ttf;base64,{data}) }}"


def setting(name: str) -> str:
    """A setting of mkdocs.yml; the file has tags that only MkDocs reads."""
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()
    return next(line.partition(":")[2].strip() for line in lines if line.startswith(f"{name}:"))


def draw(browser: Browser, size: tuple[int, int], body: str) -> bytes:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    fonts = font(400, "SourceSans3_400Regular.ttf") + font(700, "SourceSans3_700Bold.ttf")
    page.set_content(f"<!doctype html><style>{fonts}{STYLE}</style>{body}")
    page.evaluate("document.fonts.ready")
    image = (
        Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    )
    page.close()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> int:
    sign = (ASSETS / "zeichen.svg").read_text("utf-8")
    name, description = escape(setting("site_name")), escape(setting("site_description"))
    preview = f'<div class="preview">{sign}<div><h1>{name}</h1><p>{description}</p></div></div>'
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for file, size, body in (
            ("vorschau.png", PREVIEW, preview),
            ("zeichen-180.png", TOUCH, f'<div class="touch">{sign}</div>'),
        ):
            data = draw(browser, size, body)
            (ASSETS / file).write_bytes(data)
            print(f"{file}: {len(data) / 1000:.1f} KB")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
