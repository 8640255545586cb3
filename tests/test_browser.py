"""The browser for the tests starts and renders; what it needs is explained when it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import browser, browser_setup

PAGE = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Görlitz</title>
<h1 hidden>x</h1><script>document.querySelector("h1").hidden = false</script>"""


@pytest.mark.browser
@pytest.mark.slow
def test_renders_a_file(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "seite.html").write_text(PAGE, encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "seite.html").as_uri())
    title, is_visible = page.title(), page.locator("h1").is_visible()
    page.close()
    # The heading is only visible once the page's script has run.
    assert (title, is_visible) == ("Görlitz", True)


def test_missing_browser_is_skipped_on_an_own_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^Grund$"):
        browser.give_up("Grund")


def test_missing_browser_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"^Grund$"):
        browser.give_up("Grund")


def test_setup_explains_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(browser_setup, "RECORD", tmp_path / "browser-path")
    monkeypatch.setattr(browser_setup, "find", lambda: None)
    monkeypatch.setattr(browser_setup, "install", lambda: None)
    assert browser_setup.main() == 0
    assert "MINT_BROWSER=" in capsys.readouterr().err
    assert not (tmp_path / "browser-path").exists()


def test_setup_records_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(browser_setup, "RECORD", tmp_path / "browser-path")
    monkeypatch.setattr(browser_setup, "find", lambda: Path("/opt/chromium"))
    assert browser_setup.main() == 0
    assert (tmp_path / "browser-path").read_text(encoding="utf-8") == "/opt/chromium\n"
