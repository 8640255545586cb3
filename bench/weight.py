"""What a first visit costs: requests and compressed bytes of one page of each kind, beside the budget of bytes.

Run by `make bench` on the built site. Bytes are bodies as a server with gzip (level 6, as GitHub Pages) sends them,
layout shift is Chromium's own measure at 360 px.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.serving import serve  # noqa: E402  (neither folder is installed)
from tests.browser import launch  # noqa: E402

SITE = ROOT / "site"
# Kind of page, where to find one, budget in KB.
PAGES = (
    ("Start", "", 45),
    ("Angebot", "angebote/*/", 28),
    ("Kreis", "kreise/goerlitz/", 45),
    ("Kreis × Alter", "kreise/*/*/", 45),
    ("Altersgruppe", "alter/*/", 60),
    ("Netzwerk", "netzwerke/*/", 28),
    ("Meldung", "neuigkeiten/*/", 28),
    ("Suche ohne Eingabe", "angebote/", 45),
    ("404", "404.html", 28),
)
_SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400);
})"""


def heaviest(pattern: str) -> str:
    """The path of the largest page of a kind."""
    if "*" not in pattern:
        return pattern
    found = max(SITE.glob(f"{pattern}index.html"), key=lambda file: file.stat().st_size)
    return f"{found.parent.relative_to(SITE).as_posix()}/"


def measure(browser: Browser, address: str) -> tuple[int, float, float]:
    """Requests, compressed bytes and layout shift of a first visit."""
    sizes: list[int] = []

    def note(response: Response) -> None:
        sizes.append(int(response.headers.get("content-length", "0")))

    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    shift = float(page.evaluate(_SHIFT))
    context.close()
    return len(sizes), sum(sizes) / 1000, shift


def main() -> int:
    """Prints the table; 1 if there is no built site."""
    if not SITE.is_dir():
        print("Bauen Sie zuerst die Website: make site", file=sys.stderr)
        return 1
    print(f"{'Seite':20} {'Anfragen':>9} {'KB':>7} {'Budget KB':>10} {'Verschiebung':>13}  Pfad")
    with sync_playwright() as playwright, serve(SITE) as host:
        browser = launch(playwright)
        for name, pattern, budget in PAGES:
            path = heaviest(pattern)
            requests, size, shift = measure(browser, host.address + path)
            print(f"{name:20} {requests:9} {size:7.1f} {budget:10} {shift:13.3f}  /{path}")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
