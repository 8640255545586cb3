"""Pictures of one page of each kind, in every width and colour scheme, for looking at: `make screenshots`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import launch  # noqa: E402  (the tests' folder is not installed)
from tests.site.server import serve  # noqa: E402

SITE, OUT = ROOT / "site", ROOT / ".build" / "screenshots"
WIDTHS, SCHEMES = (360, 768, 1280), ("light", "dark")


def pages() -> list[str]:
    """The start page and the first page of each kind of folder, whatever the content is."""

    def first(pattern: str) -> list[str]:
        found = sorted(SITE.glob(f"{pattern}/index.html"))
        return [f"{found[0].parent.relative_to(SITE).as_posix()}/"] if found else []

    sections = (
        "angebote",
        "merkliste",
        "termine",
        "kreise",
        "alter",
        "faecher",
        "netzwerke",
        "anbieter",
        "foerderung",
        "neuigkeiten",
        "mitmachen",
        "gestaltung",
    )
    deeper = (
        "angebote/*",
        "termine/*",
        "kreise/*",
        "kreise/*/*",
        "alter/*",
        "faecher/*",
        "faecher/themen/*",
        "netzwerke/*",
        "anbieter/*",
        "foerderung/*",
        "neuigkeiten/*",
        "mitmachen/*",
    )
    found = [path for pattern in (*sections, *deeper) for path in first(pattern)]
    return ["", "404.html", *dict.fromkeys(found)]


def main() -> int:
    """Writes the pictures; 1 if there is no built site."""
    if not SITE.is_dir():
        print("Bauen Sie zuerst die Website: make site", file=sys.stderr)
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    with serve(SITE, "/") as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for scheme in SCHEMES:
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for path in pages():
                    page.goto(address + path)
                    name = path.strip("/").replace("/", "_").removesuffix(".html") or "start"
                    page.screenshot(path=OUT / f"{name}-{width}-{scheme}.png", full_page=True)
                page.close()
        browser.close()
    print(f"Fertig: {len(list(OUT.glob('*.png')))} Bilder in {OUT.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
