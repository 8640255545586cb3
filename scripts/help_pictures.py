"""Takes the pictures of the help pages from our own pages: of the small catalogue of the tests, on a fixed day.

`python scripts/help_pictures.py` writes them to content/bilder/hilfe/ and says their sizes, which the pages must name.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import launch  # noqa: E402  (the tests' folder is not installed)
from tests.site.conftest import make_project, run  # noqa: E402
from tests.site.server import serve  # noqa: E402

OUT = ROOT / "content" / "bilder" / "hilfe"
# A narrow window, so that texts can be read on a phone, and more than one pixel per CSS pixel for sharpness.
WIDTH, SHARPNESS, QUALITY = 480, 1.5, 75
FORM, OFFER = "mitmachen/angebot-eintragen/", "angebote/robotik-ag/"
RECORD = "content/offers/goerlitz/robotik-ag.md"


def form(page: Page, top: str, project: Path) -> FloatRect:
    """The form as it begins."""
    page.goto(top + FORM)
    page.locator("#formular[data-state=ready]").wait_for()
    return below(page.locator("h1"), 620)


def form_with_mistakes(page: Page, top: str, project: Path) -> FloatRect:
    """The form's list of mistakes if only the title is filled in."""
    form(page, top, project)
    page.get_by_role("textbox", name="Titel").fill("Löten für Anfänger")
    page.get_by_role("button", name="Weiter").click()
    page.get_by_role("alert").wait_for()
    page.evaluate("scrollTo(0, 0)")
    return below(page.get_by_role("alert"), 190)


def record(page: Page, top: str, project: Path) -> FloatRect:
    """An offer from its title on."""
    page.goto(top + OFFER)
    return below(page.locator("h1"), 620)


def checked(page: Page, top: str, project: Path) -> FloatRect:
    """The facts about source and freshness of a record."""
    page.goto(top + OFFER)
    return around(
        page.locator(".mint-record__facts > *")
        .filter(has=page.get_by_role("heading", name="Wer steht dahinter"))
        .last
    )


def message(page: Page, top: str, project: Path) -> FloatRect:
    """The real message of `minthub check` for a common mistake, in the design of our pages."""
    file = project / RECORD
    text = file.read_text("utf-8")
    file.write_text(text.replace("ages: [8, 14]", "ages: ab acht"), "utf-8")
    found = run(project, "minthub", "check", "--errors-only", RECORD).stdout.splitlines()[0]
    file.write_text(text, "utf-8")
    page.goto(top + "mitmachen/")
    page.locator("h1").evaluate(
        "(h1, found) => { const pre = document.createElement('pre'); pre.textContent = found; h1.after(pre); }",
        found,
    )
    return around(page.locator("main pre").first)


PICTURES: dict[str, Callable[[Page, str, Path], FloatRect]] = {
    "formular": form,
    "formular-fehler": form_with_mistakes,
    "eintrag": record,
    "geprueft": checked,
    "meldung": message,
}


def below(first: Locator, height: int) -> FloatRect:
    """A clip of the page's width and this height, starting a little above an element."""
    box = first.bounding_box()
    assert box
    return {"x": 0, "y": box["y"] - 12, "width": WIDTH, "height": height}


def around(element: Locator) -> FloatRect:
    box = element.bounding_box()
    assert box
    return {"x": 0, "y": box["y"] - 12, "width": WIDTH, "height": round(box["height"] + 24)}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = make_project(Path(folder) / "project")
        done = run(project, "minthub", "build")
        assert done.returncode == 0, done.stdout + done.stderr
        browser = launch(playwright)
        with serve(project / "site", "/") as top:
            for name, prepare in PICTURES.items():
                # Taller than any page, so that nothing has to be scrolled and no sticky element covers the content.
                page = browser.new_page(
                    viewport={"width": WIDTH, "height": 9000}, device_scale_factor=SHARPNESS, locale="de-DE"
                )
                clip = prepare(page, top, project)
                picture = Image.open(io.BytesIO(page.screenshot(clip=clip)))
                file = OUT / f"{name}.webp"
                picture.save(file, quality=QUALITY, method=6)
                print(f"{file.name}: width={WIDTH} height={clip['height']}, {file.stat().st_size // 1000} kB")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
