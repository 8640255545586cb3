"""`minthub serve`: faulty records are shown, the rest works, and what is saved appears."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.site.conftest import BIN, PREFIX, environment
from tests.site.html import HtmlPage

pytestmark = pytest.mark.slow

# Far beyond what is needed: only a preview that hangs reaches it.
PATIENCE = 90
_STATE = re.compile(r"livereload\((\d+), (\d+)\)")


@dataclass
class Preview:
    """A running preview of a project."""

    project: Path
    address: str

    def get(self, path: str) -> HtmlPage:
        with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
            return HtmlPage(path, answer.read().decode())

    def status(self, path: str) -> int:
        try:
            with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code

    def after_rebuild(self, page: HtmlPage) -> HtmlPage:
        """The page once it was built anew: waits as the script in the page does."""
        state = _STATE.search(page.html)
        assert state
        top = self.address.removesuffix(PREFIX)
        with urlopen(f"{top}/livereload/{state[1]}/{state[2]}", timeout=PATIENCE) as answer:
            answer.read()
        return self.get(page.path)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def preview(own_project: Path) -> Iterator[Preview]:
    """Started with a record that has a Fehler."""
    record = own_project / "content" / "offers" / "goerlitz" / "robotik-ag.md"
    record.write_text(record.read_text("utf-8").replace("cost: kostenlos", "cost: umsonst"), "utf-8")
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [str(BIN / "minthub"), "serve", "--addr", address],
        cwd=own_project,
        env={**environment(), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    watchdog = Timer(PATIENCE, os.killpg, [process.pid, signal.SIGKILL])
    watchdog.start()
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Serving on" in line:
            break
    else:
        pytest.fail("".join(lines))
    try:
        yield Preview(own_project, f"http://{address}{PREFIX}")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        rest = process.stdout.read()
        process.wait()
        process.stdout.close()
        watchdog.cancel()
    assert "Traceback" not in "".join(lines) + rest


def test_findings_are_shown_until_the_file_is_mended(preview: Preview) -> None:
    start = preview.get("")
    assert start.texts(".mint-findings h2") == ["Diese Einträge fehlen in der Vorschau"]
    [finding] = start.texts(".mint-findings li")
    assert re.match(
        r"content/offers/goerlitz/robotik-ag\.md:\d+: Fehler M\d{3}: Feld „Kosten“ \(cost\): „umsonst“",
        finding,
    )
    # On generated pages as well, and all others are there.
    assert preview.get("termine/tag-der-technik/").texts(".mint-findings li") == [finding]
    assert preview.status("angebote/robotik-ag/") == 404

    record = preview.project / "content" / "offers" / "goerlitz" / "robotik-ag.md"
    record.write_text(record.read_text("utf-8").replace("cost: umsonst", "cost: kostenlos"), "utf-8")
    mended = preview.after_rebuild(start)
    assert mended.texts(".mint-findings") == []
    assert preview.get("angebote/robotik-ag/").texts("h1") == ["Robotik-AG im Jugendhaus"]


def test_a_district_with_a_fehler_does_not_end_the_preview(preview: Preview) -> None:
    """Offers, neighbours and news refer to it."""
    start = preview.get("")
    district = preview.project / "content" / "regions" / "goerlitz.md"
    district.write_text(district.read_text("utf-8").replace("seat: Görlitz", "seat:"), "utf-8")
    page = preview.after_rebuild(start)
    assert any("regions/goerlitz.md" in finding for finding in page.texts(".mint-findings li"))
    assert preview.status("angebote/abendkurs/") == 200
    assert preview.status("kreise/bautzen/") == 200
    assert preview.status("kreise/goerlitz/") == 404
