"""Which addresses are checked, what is said about them, and the command."""

from __future__ import annotations

import csv
import io
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import PIPE

import pytest

from minthub.catalogue import load_all
from minthub.cli import main
from minthub.links.collect import Use, collect
from minthub.links.exceptions import Exceptions, Exempt, load_exceptions
from minthub.links.fetch import Fetcher
from minthub.links.reports import MAX_ISSUE, LinkReport, as_csv, as_issue, as_text, remedy
from minthub.links.run import GIVE_UP_AFTER, THREAD, check_all
from minthub.links.verdict import Result, Verdict
from tests.conftest import DATA, OFFER, PROVIDER, ROOT, TODAY
from tests.unit.links.conftest import Web
from tests.unit.test_inert import page

Write = Callable[..., Path]
DAY = date(2027, 1, 1)


def found(content: Path, own: str = "") -> dict[str, list[Use]]:
    return collect(load_all(content, DATA, TODAY).drafts, content, own)


def uses_without_districts(content: Path, own: str = "") -> dict[str, list[str]]:
    places = {address: [use.place for use in uses if "/regions/" not in use.file] for address, uses in found(content, own).items()}  # fmt: skip
    return {address: named for address, named in places.items() if named}


def test_addresses_with_their_places(content: Path, write: Write) -> None:
    text = OFFER.replace("https://www.example.org", "https://verein.de").replace(
        "Jeden Mittwoch",
        "Siehe [Plan](https://verein.de/plan_(neu)), https://verein.de/a#oben. Jeden Mittwoch",
    )
    write("offers/goerlitz/x.md", text, contact="[info@verein.de, 03581 1]")
    write("offers/goerlitz/kaputt.md", text, title=None, source="http://alt.de")
    write(
        "mitmachen/index.md",
        "# Hilfe\n\n`https://code.de` und <https://verein.de/a>\n\n```\nhttps://zaun.de\n```\nhttps://w.de/",
    )
    assert uses_without_districts(content, "https://w.de/") == {
        "http://alt.de": ["content/offers/goerlitz/kaputt.md:19, Feld „Quelle“ (source)"],
        "https://verein.de/a": [
            "content/mitmachen/index.md:3, im Text",
            "content/offers/goerlitz/kaputt.md:23, im Text",
            "content/offers/goerlitz/x.md:25, im Text",
        ],
        "https://verein.de/plan_(neu)": [
            "content/offers/goerlitz/kaputt.md:23, im Text",
            "content/offers/goerlitz/x.md:25, im Text",
        ],
        "https://verein.de/robotik": [
            "content/offers/goerlitz/kaputt.md:18, Feld „Website“ (website)",
            "content/offers/goerlitz/x.md:19, Feld „Website“ (website)",
            "content/offers/goerlitz/x.md:20, Feld „Quelle“ (source)",
        ],
    }


def test_examples_are_nobodys_addresses(content: Path, write: Write) -> None:
    write("offers/x.md", OFFER.replace("Jeden Mittwoch", "https://a.example.com, http://x.test/ und http://localhost:1/ Jeden"))  # fmt: skip
    assert uses_without_districts(content) == {}


def test_every_address_of_the_content_is_found() -> None:
    uses = found(ROOT / "content")
    assert len(uses) > 500
    assert all(address.startswith(("https://", "http://")) for address in uses)
    for address, places in uses.items():
        for use in places:
            line = (ROOT / use.file).read_text("utf-8").split("\n")[use.line - 1]
            assert address in line, use


def exceptions_file(folder: Path, *rows: str) -> Path:
    path = folder / "links-exceptions.csv"
    path.write_text("\n".join(["address,reason,until", *rows, ""]), "utf-8")
    return path


def test_exceptions(tmp_path: Path) -> None:
    path = exceptions_file(
        tmp_path,
        "https://a.de/x,lässt Programme nicht ein,2027-01-01",
        'https://b.de/*,"immer, wirklich immer, langsam",2027-06-30',
        "https://c.de/,im Umbau,2026-12-31",
    )
    exceptions = load_exceptions(path, DAY)
    assert exceptions.reason("https://a.de/x") == "lässt Programme nicht ein"
    assert exceptions.reason("https://a.de/x/y") == ""
    assert exceptions.reason("https://b.de/y/z") == "immer, wirklich immer, langsam"
    assert exceptions.reason("https://c.de/") == ""
    assert [exempt.address for exempt in exceptions.over] == ["https://c.de/"]
    assert [exempt.address for exempt in exceptions.unused(["https://a.de/x"])] == ["https://b.de/*"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a.de,Grund,2027-01-01", "links-exceptions.csv:2: Es fehlt die Adresse oder der Grund."),
        ("https://a.de,,2027-01-01", "links-exceptions.csv:2: Es fehlt die Adresse oder der Grund."),
        ("https://a.de,Grund,bald", "links-exceptions.csv:2: „bald“ ist kein Tag wie 2027-12-31."),
        ("https://a.de,Grund", "links-exceptions.csv:2: „“ ist kein Tag wie 2027-12-31."),
    ],
)
def test_wrong_exceptions(row: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the message is looked at below
        load_exceptions(exceptions_file(tmp_path, row), DAY)
    assert str(raised.value) == message


def test_wrong_columns_and_no_file(tmp_path: Path) -> None:
    path = tmp_path / "links-exceptions.csv"
    assert load_exceptions(path, DAY) == Exceptions()
    path.write_text("adresse;grund\n")
    with pytest.raises(ValueError, match="Die erste Zeile muss heißen: address,reason,until"):
        load_exceptions(path, DAY)


def test_the_real_exceptions_can_be_read() -> None:
    load_exceptions(DATA / "links-exceptions.csv", TODAY)


def test_a_run(web: Web, fetcher: Callable[..., Fetcher]) -> None:
    addresses = [f"{web.url}/{name}" for name in ("gut", "status/404", "to/301/gut", "still")]
    exceptions = Exceptions((Exempt(addresses[-1], "im Umbau", DAY),))
    seen: list[str] = []
    results = check_all(addresses, fetcher(), exceptions, lambda result: seen.append(result.address))
    assert [(result.verdict.value, result.address.removeprefix(web.url)) for result in results] == [
        ("Defekt", "/status/404"),
        ("Umgezogen", "/to/301/gut"),
        ("Ausgenommen", "/still"),
        ("In Ordnung", "/gut"),
    ]
    assert sorted(seen) == sorted(addresses)
    assert "/still" not in {path for _, path in web.asked}


def test_a_server_that_is_down_is_left_alone(web: Web, fetcher: Callable[..., Fetcher]) -> None:
    addresses = [f"{web.url}/status/500?{number}" for number in range(GIVE_UP_AFTER + 2)]
    results = check_all(addresses, fetcher(), Exceptions())
    assert {result.verdict for result in results} == {Verdict.UNREACHABLE}
    assert [result.detail for result in results[-2:]] == [
        "Der Server hat mehrmals nicht geantwortet; nicht weiter geprüft."
    ] * 2
    assert len({path for _, path in web.pages()}) == GIVE_UP_AFTER


class Interrupted:
    """Stands for a fetcher: while one server keeps us waiting, an interruption comes at another."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_waiting, self.release = threading.Event(), threading.Event()

    def check(self, address: str) -> Result:
        self.asked.append(address)
        if address == "https://a.de/":
            self.is_waiting.wait(5)
            raise KeyboardInterrupt
        self.is_waiting.set()
        self.release.wait(5)
        return Result(address, Verdict.FINE)


def test_an_interrupted_run_waits_for_no_server_and_asks_no_more() -> None:
    fetcher = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        check_all(["https://a.de/", "https://b.de/1", "https://b.de/2"], fetcher, Exceptions())  # type: ignore[arg-type]
    waiting = [thread for thread in threading.enumerate() if thread.name == THREAD and thread.is_alive()]
    assert waiting
    fetcher.release.set()
    for thread in waiting:
        thread.join(5)
    assert sorted(fetcher.asked) == ["https://a.de/", "https://b.de/1"]


SOURCE = Use("content/offers/x.md", 18, "source", "Quelle")
SIGN_UP = Use("content/offers/x.md", 20, "registration_url", "Adresse der Anmeldung")
OFFICE = Use("content/regions/goerlitz.md", 9, "coordination.website", "Koordinierung")
TEXT = Use("content/mitmachen/index.md", 3)
GONE = Result("https://a.de/x", Verdict.BROKEN, "Die Seite gibt es nicht mehr (404).")
MOVED = Result("https://b.de/", Verdict.MOVED, "Die Seite hat eine neue Adresse.", "https://c.de/")
DOWN = Result("https://d.de/", Verdict.UNREACHABLE, "Der Server war nicht zu erreichen.")
FINE = Result("https://e.de/", Verdict.FINE)
REPORT = LinkReport(
    [GONE, DOWN, MOVED, FINE],
    {"https://a.de/x": [SOURCE, TEXT], "https://b.de/": [OFFICE, TEXT], "https://d.de/": [SIGN_UP], "https://e.de/": [TEXT]},
    over=(Exempt("https://f.de/*", "im @Umbau", DAY),),
    unused=(Exempt("https://g.de/", "x", DAY),),
)  # fmt: skip


def test_as_text() -> None:
    assert as_text(REPORT).split("\n") == [
        "Defekt: https://a.de/x – Die Seite gibt es nicht mehr (404).",
        "  content/offers/x.md:18, Feld „Quelle“ (source): Suchen Sie die neue Adresse und schreiben Sie: source: https://… "
        "– gibt es das Angebot nicht mehr, setzen Sie: status: beendet",
        "  content/mitmachen/index.md:3, im Text: Suchen Sie die neue Adresse oder nehmen Sie den Link heraus.",
        "Zurzeit nicht erreichbar: https://d.de/ – Der Server war nicht zu erreichen.",
        "  content/offers/x.md:20, Feld „Adresse der Anmeldung“ (registration_url): Öffnen Sie die Seite in einigen Tagen im "
        "Browser; bleibt es so, suchen Sie die neue Adresse.",
        "Umgezogen: https://b.de/ – Die Seite hat eine neue Adresse.",
        "  content/regions/goerlitz.md:9, Feld „Koordinierung“ (coordination.website): Schreiben Sie: website: https://c.de/",
        "  content/mitmachen/index.md:3, im Text: Ändern Sie den Link: https://c.de/",
        "Ausnahme abgelaufen: https://f.de/* (im @Umbau)",
        "Ausnahme ohne Adresse: https://g.de/ steht in keinem Text mehr.",
        "4 Adressen geprüft: 1 defekt, 1 zurzeit nicht erreichbar, 1 umgezogen, 1 in Ordnung.",
    ]  # fmt: skip


def test_nothing_to_do() -> None:
    fine = LinkReport([FINE], {"https://e.de/": [TEXT]})
    assert as_text(fine) == "1 Adresse geprüft: 1 in Ordnung."
    assert as_issue(fine) == ""
    assert as_text(LinkReport([], {})) == "Keine Adressen gefunden."


def test_other_remedies() -> None:
    assert (
        remedy(GONE, SIGN_UP) == "Suchen Sie die neue Adresse und schreiben Sie: registration_url: https://…"
    )


def test_as_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(REPORT).removeprefix("\ufeff")), delimiter=";"))
    assert [(row["Stand"], row["Adresse"], row["Zeile"], row["Neue Adresse"]) for row in rows] == [
        ("Defekt", "https://a.de/x", "18", ""),
        ("Defekt", "https://a.de/x", "3", ""),
        ("Zurzeit nicht erreichbar", "https://d.de/", "20", ""),
        ("Umgezogen", "https://b.de/", "9", "https://c.de/"),
        ("Umgezogen", "https://b.de/", "3", "https://c.de/"),
        ("In Ordnung", "https://e.de/", "3", ""),
    ]


def test_as_issue() -> None:
    text = as_issue(REPORT)
    assert (
        "### Defekt (1)\n\n- [ ] `https://a.de/x` – Die Seite gibt es nicht mehr (404).\n  - content/" in text
    )
    assert "- `https://f.de/*`: im @\u200bUmbau" in text
    shown = page(text)
    assert shown.tags == {"p", "code", "h3", "ul", "li"}
    assert "@Umbau" not in shown.free


def test_an_issue_has_an_end() -> None:
    results = [Result(f"https://a.de/{number}", Verdict.BROKEN, "Weg.") for number in range(2_000)]
    text = as_issue(LinkReport(results, {result.address: [SOURCE] for result in results}))
    assert len(text) < MAX_ISSUE + 100
    assert text.endswith("\n\n… und weitere; alle nennt die Tabelle, die der Ablauf bereitstellt.")


@pytest.fixture
def checkout(tmp_path: Path, content: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    write("providers/jugendhaus.md", PROVIDER)
    write("offers/x.md", OFFER, website="https://verein.de/x")
    (tmp_path / "mkdocs.yml").write_text("site_name: Wegweiser Süd\nsite_url: https://w.example.org/\n")
    (tmp_path / "data").symlink_to(DATA)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINT_TODAY", "2026-11-21")
    return tmp_path


def test_the_command_asks_for_what_the_files_name(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def check(self: Fetcher, address: str) -> Result:
        asked.append(address)
        return Result(address, Verdict.BROKEN, f"Gefragt von {self._settings.user_agent}.")

    monkeypatch.setattr(Fetcher, "check", check)
    assert main(["links", "--save-csv", "alle.csv", "content/offers/x.md"]) == 1
    table = (checkout / "alle.csv").read_bytes().decode("utf-8-sig")
    assert table.startswith(
        "Stand;Adresse;Was ist;Neue Adresse;Datei;Zeile;Feld;Was tun\r\nDefekt;https://verein.de/x;"
    )
    assert asked == ["https://verein.de/x"]
    out = capsys.readouterr().out
    assert out.startswith(
        "Defekt: https://verein.de/x – Gefragt von wegweiser-sued-links/1.0 (+https://w.example.org/).\n"
    )
    assert out.endswith("1 Adresse geprüft: 1 defekt.\n")


# A shell in the background starts programs that no Ctrl-C reaches, so the handler is set by hand.
INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from minthub.cli import main
from minthub.commands import links
from minthub.links.fetch import Fetcher, Settings
from minthub.links.pace import Pace

links._fetcher = lambda name, url: Fetcher(Settings("x", (5, 20), allows_local=True), Pace())
raise SystemExit(main(["links", "content/mitmachen/index.md"]))
"""


@pytest.mark.slow
def test_the_command_can_be_interrupted(checkout: Path, web: Web) -> None:
    """A server that does not answer is not waited for, not even when the program ends."""
    page = checkout / "content" / "mitmachen" / "index.md"
    page.parent.mkdir()
    page.write_text(f"{web.url}/slow\n", "utf-8")
    with subprocess.Popen([sys.executable, "-c", INTERRUPTIBLE], stdout=PIPE, stderr=PIPE, text=True) as run:
        try:
            wait_until(lambda: bool(web.pages()) or run.poll() is not None)
            run.send_signal(signal.SIGINT)
            out, err = run.communicate(timeout=10)
        finally:
            web.release.set()
            run.kill()
    assert (run.returncode, out, err) == (130, "", "")


def wait_until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_is_no_address_is_named_where_it_stands(
    checkout: Path,
    web: Web,
    fetcher: Callable[..., Fetcher],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    help = checkout / "content" / "mitmachen" / "index.md"
    help.parent.mkdir()
    help.write_text(f"# Hilfe\n\nSiehe [hier](https://[Adresse/x#y) und {web.url}/status/404.\n", "utf-8")
    monkeypatch.setattr("minthub.commands.links._fetcher", lambda name, url: fetcher())
    assert main(["links", "content/mitmachen/index.md"]) == 1
    assert capsys.readouterr().out.split("\n") == [
        f"Defekt: {web.url}/status/404 – Die Seite gibt es nicht mehr (404).",
        "  content/mitmachen/index.md:3, im Text: Suchen Sie die neue Adresse oder nehmen Sie den Link heraus.",
        "Defekt: https://[Adresse/x#y – Die Adresse lässt sich nicht öffnen.",
        "  content/mitmachen/index.md:3, im Text: Suchen Sie die neue Adresse oder nehmen Sie den Link heraus.",
        "2 Adressen geprüft: 2 defekt.",
        "",
    ]


@pytest.mark.parametrize("name", ["content/offers/nichts.md", "content/offers", "nosuch.md"])
def test_a_file_that_is_not_there_has_no_right_addresses(
    name: str, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", "content/offers/x.md", name]) == 2
    assert capsys.readouterr() == ("", f"Diese Datei gibt es nicht: {name}\n")


@pytest.mark.parametrize("name", ["mkdocs.yml", "README.md", "content/offers/unlesbar.md"])
def test_nothing_is_said_to_be_right_about_a_file_without_addresses_to_check(
    name: str, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "README.md").write_text("https://verein.de/weg\n", "utf-8")
    (checkout / "content/offers/unlesbar.md").write_bytes(b"\xff\xfe\x00")
    assert main(["links", name]) == 2
    expected = (
        f"In {name} lassen sich keine Adressen suchen. "
        "Nennen Sie einen lesbaren Eintrag oder eine andere .md-Datei unter content/.\n"
    )
    assert capsys.readouterr() == ("", expected)


def test_a_page_without_addresses_is_fine(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "content" / "index.md").write_text("# Start\n", "utf-8")
    assert main(["links", "content/index.md"]) == 0
    assert capsys.readouterr().out == "Keine Adressen gefunden.\n"


def test_the_command_lists_without_asking(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--list", "content/offers/x.md"]) == 0
    assert capsys.readouterr().out == "https://verein.de/x\n"
