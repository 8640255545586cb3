"""What is found out about an address, and how politely."""

from __future__ import annotations

import io
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import requests
import urllib3

from minthub.links.fetch import Fetcher, Settings
from minthub.links.pace import MAX_WAIT, Pace
from minthub.links.public import is_public
from minthub.links.verdict import Result, Verdict
from tests.unit.links.conftest import Clock, Web

Make = Callable[..., Fetcher]


@pytest.mark.parametrize(
    ("path", "verdict", "detail"),
    [
        ("/status/200", Verdict.FINE, ""),
        ("/", Verdict.FINE, ""),
        ("/no-head", Verdict.FINE, ""),
        ("/status/404", Verdict.BROKEN, "Die Seite gibt es nicht mehr (404)."),
        ("/status/410", Verdict.BROKEN, "Die Seite gibt es nicht mehr (410)."),
        ("/status/400", Verdict.BROKEN, "Der Server lehnt die Adresse ab (400)."),
        ("/status/403", Verdict.REFUSED, "Der Server lässt Programme nicht ein (403)."),
        ("/status/500", Verdict.UNREACHABLE, "Der Server meldet eine Störung (500)."),
        ("/loop", Verdict.BROKEN, "Die Weiterleitungen enden nicht."),
        ("/elsewhere", Verdict.BROKEN, "Die Adresse lässt sich nicht öffnen."),
        ("/broken", Verdict.UNREACHABLE, "Der Server war nicht zu erreichen."),
        ("/to/302/status/404", Verdict.BROKEN, "Die Seite gibt es nicht mehr (404)."),
        ("/to/302/status/200", Verdict.FINE, ""),
    ],
)
def test_verdicts(path: str, verdict: Verdict, detail: str, web: Web, fetcher: Make) -> None:
    address = f"{web.url}{path}"
    assert fetcher().check(address) == Result(address, verdict, detail)


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ("/to/301/status/200", "/status/200"),
        ("/to/308/to/301/status/200", "/status/200"),
        # What is only for now is not written into records, nor what comes behind it.
        ("/to/301/to/302/status/200", "/to/302/status/200"),
        ("/umlaut", "/tür"),
    ],
)
def test_a_page_with_a_new_address(path: str, new: str, web: Web, fetcher: Make) -> None:
    address = f"{web.url}{path}"
    assert fetcher().check(address) == Result(
        address, Verdict.MOVED, "Die Seite hat eine neue Adresse.", f"{web.url}{new}"
    )


def test_a_page_of_which_only_the_start_page_is_left(web: Web, fetcher: Make) -> None:
    result = fetcher().check(f"{web.url}/to/302/")
    assert (result.verdict, result.detail, result.moved_to) == (
        Verdict.MOVED,
        "Die Adresse führt nur noch auf die Startseite.",
        f"{web.url}/",
    )


def test_the_head_is_enough(web: Web, fetcher: Make) -> None:
    fetcher().check(f"{web.url}/status/200")
    assert web.asked == [("GET", "/robots.txt"), ("HEAD", "/status/200")]
    assert web.agents == {"wegweiser-links/1.0 (+https://w.example.org/)"}


def test_no_body_is_downloaded(web: Web, fetcher: Make) -> None:
    assert fetcher().check(f"{web.url}/huge").verdict is Verdict.FINE
    # Buffers of the machine take some of it; the rest of ten gigabytes stays where it is.
    assert web.sent < 20_000_000


def test_the_body_of_a_redirect_is_not_downloaded_either(web: Web, fetcher: Make) -> None:
    assert fetcher().check(f"{web.url}/huge-redirect").verdict is Verdict.FINE
    assert web.sent < 20_000_000


def test_a_disturbance_is_waited_out(web: Web, fetcher: Make, clock: Clock) -> None:
    assert fetcher().check(f"{web.url}/twice").verdict is Verdict.FINE
    assert clock.slept == [3.0]
    assert web.pages() == [("HEAD", "/twice"), ("GET", "/twice"), ("HEAD", "/twice")]


def test_after_three_attempts_it_is_enough(web: Web, fetcher: Make, clock: Clock) -> None:
    assert fetcher().check(f"{web.url}/status/503").verdict is Verdict.UNREACHABLE
    assert clock.slept == [3.0, 15.0]
    assert len(web.pages()) == 6


def test_a_server_says_when_to_come_again(web: Web, fetcher: Make, clock: Clock) -> None:
    assert fetcher().check(f"{web.url}/busy").verdict is Verdict.FINE
    # Too many is too many: no second question at once.
    assert web.pages() == [("HEAD", "/busy"), ("HEAD", "/busy")]
    assert clock.slept == [7.0]


def test_an_hour_is_not_waited_for(web: Web, fetcher: Make, clock: Clock) -> None:
    result = fetcher().check(f"{web.url}/very-busy")
    assert (result.verdict, result.detail) == (Verdict.REFUSED, "Der Server lässt Programme nicht ein (429).")
    assert clock.slept == []


def test_a_server_that_says_nothing(web: Web, fetcher: Make) -> None:
    result = fetcher(timeout=(5.0, 0.05)).check(f"{web.url}/slow")
    assert (result.verdict, result.detail) == (
        Verdict.UNREACHABLE,
        "Der Server hat nicht rechtzeitig geantwortet.",
    )


def test_nobody_is_there(web: Web, fetcher: Make) -> None:
    # A port that was free a moment ago.
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        port = server.server_port
    result = fetcher().check(f"http://127.0.0.1:{port}/x")
    assert (result.verdict, result.detail) == (Verdict.UNREACHABLE, "Der Server war nicht zu erreichen.")


def test_what_robots_may_not_ask_is_not_asked(web: Web, fetcher: Make) -> None:
    result = fetcher().check(f"{web.url}/geheim/seite")
    assert (result.verdict, result.detail) == (
        Verdict.REFUSED,
        "Der Server möchte nicht von Programmen geprüft werden (robots.txt).",
    )
    assert web.asked == [("GET", "/robots.txt")]


def test_a_redirect_does_not_lead_past_robots(web: Web, fetcher: Make) -> None:
    assert fetcher().check(f"{web.url}/to/301/geheim/seite").verdict is Verdict.REFUSED
    assert web.pages() == [("HEAD", "/to/301/geheim/seite")]


def test_robots_are_asked_once_and_heard(web: Web, fetcher: Make, clock: Clock) -> None:
    web.robots = "User-agent: *\nCrawl-delay: 5\n"
    asker = fetcher(apart=1.0)
    for number in (1, 2):
        asker.check(f"{web.url}/seite/{number}")
    assert web.asked == [("GET", "/robots.txt"), ("HEAD", "/seite/1"), ("HEAD", "/seite/2")]
    assert clock.slept == [1.0, 5.0]


@pytest.mark.parametrize("way", ["packed", "chunks", "short", "stalled", "endless"])
def test_robots_that_cannot_be_had_forbid_nothing(way: str, web: Web, fetcher: Make) -> None:
    web.robots_way = way
    address = f"{web.url}/geheim/seite"
    assert fetcher(timeout=(5.0, 0.2)).check(address) == Result(address, Verdict.FINE)
    assert web.sent < 20_000_000


@pytest.mark.parametrize("line", ["Crawl-delay: ²", "Request-rate: ²/1", "Disallow: //["])
def test_robots_that_cannot_be_understood_forbid_nothing(line: str, web: Web, fetcher: Make) -> None:
    web.robots = f"User-agent: *\nDisallow: /geheim/\n{line}\n"
    assert fetcher().check(f"{web.url}/geheim/seite").verdict is Verdict.FINE


def test_robots_that_want_us_never_to_come_again(web: Web, fetcher: Make, clock: Clock) -> None:
    web.robots = f"User-agent: *\nCrawl-delay: {'9' * 400}\n"
    asker = fetcher(apart=1.0)
    for number in (1, 2):
        assert asker.check(f"{web.url}/seite/{number}").verdict is Verdict.FINE
    assert clock.slept == [1.0, MAX_WAIT]


def test_robots_that_have_moved_are_heard(web: Web, fetcher: Make) -> None:
    web.robots_way = "/robots-neu.txt"
    assert fetcher().check(f"{web.url}/geheim/seite").verdict is Verdict.REFUSED
    assert web.asked == [("GET", "/robots.txt"), ("GET", "/robots-neu.txt")]


@pytest.mark.parametrize("way", ["/robots.txt", "ftp://example.org/robots.txt", "http://["])
def test_robots_that_lead_nowhere_forbid_nothing(way: str, web: Web, fetcher: Make) -> None:
    web.robots_way = way
    assert fetcher().check(f"{web.url}/geheim/seite").verdict is Verdict.FINE


@pytest.mark.parametrize(
    "address",
    [
        "http://[",
        "http://[x]/",
        "https://",
        "http:///x",
        "https://\udcff.de",
        "https://a..b",
        "http://a b.de/",
    ],
)
def test_what_is_no_address(address: str, fetcher: Make) -> None:
    for make in (fetcher(), Fetcher(Settings("x"), Pace())):
        assert make.check(address) == Result(address, Verdict.BROKEN, "Die Adresse lässt sich nicht öffnen.")


# What lies inside of a network

NAMES = {
    "public.example.org": ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
    "half.example.org": ["93.184.215.14", "10.0.0.1"],
    "127.0.0.1.nip.io": ["127.0.0.1"],
    "many.example.org": ["224.0.0.1"],
    "mapped.example.org": ["::ffff:127.0.0.1"],
    "xn--strae-oqa.example.org": ["10.0.0.1"],
    "strasse.example.org": ["93.184.215.14"],
}


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name service without a network. Numbers in any spelling are what the system takes them for."""
    system = socket.getaddrinfo

    def resolve(host: str, port: object, **settings: int) -> list[tuple[object, ...]]:
        numbers = NAMES.get(host)
        if numbers is None:
            return system(host, None, flags=socket.AI_NUMERICHOST, **settings)  # type: ignore[return-value]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 0)) for number in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://2130706433/", "http://169.254.169.254/latest", "http://10.0.0.1/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://localhost/", "http://localhost./", "http://localhost:80/a.b", "https://intranet/",
        "http://a.b@localhost/", "http://a.b:c.d@localhost:8080/", "http://127.0.0.1.nip.io/", "https://half.example.org/",
        "http://many.example.org/", "http://mapped.example.org/",
        # requests looks this name up as xn--strae-oqa, Python itself would look up strasse.
        "http://straße.example.org/",
        # A host or a path with a backslash: what requests takes it for counts.
        "http://10.0.0.1\\@public.example.org/",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_never_asked(address: str) -> None:
    def refuse() -> object:
        raise AssertionError("asked")

    result = Fetcher(Settings("x"), Pace(), refuse).check(address)  # type: ignore[arg-type]
    assert result == Result(address, Verdict.BROKEN, "Das ist keine Adresse im öffentlichen Netz.")


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    "address",
    [
        "https://public.example.org/", "http://public.example.org:8080/a", "http://93.184.215.14/", "http://[2606:2800:21f:cb07::1]/",
        # Nobody knows it; that is said by the request.
        "https://unbekannt.example.org/", "https://xn--.example.org/",
    ],
)  # fmt: skip
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public(address)


class Web301(requests.adapters.BaseAdapter):
    """Stands for all servers: one path leads into a network, the others are there."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.asked = path, list[str]()

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:  # type: ignore[override]
        self.asked.append(str(request.url))
        response = requests.Response()
        response.status_code = 301 if request.path_url == self.path else 200
        response.headers["Location"] = "http://127.0.0.1.nip.io/geheim"
        response.url, response.request, response.raw = (
            str(request.url),
            request,
            urllib3.HTTPResponse(io.BytesIO(), preload_content=False),
        )
        return response

    def close(self) -> None:
        pass


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("path", "detail"), [("/robots.txt", ""), ("/seite", "Die Adresse lässt sich nicht öffnen.")]
)
def test_no_redirect_leads_into_a_network(path: str, detail: str, clock: Clock) -> None:
    """Neither that of a page nor that of robots.txt."""
    servers = Web301(path)

    def session() -> requests.Session:
        made = requests.Session()
        made.mount("https://", servers)
        made.mount("http://", servers)
        return made

    fetcher = Fetcher(Settings("x"), Pace(0.0, lambda: clock.now, clock.sleep), session)
    assert fetcher.check("https://public.example.org/seite").detail == detail
    assert servers.asked == ["https://public.example.org/robots.txt", "https://public.example.org/seite"]


@pytest.fixture
def self_signed(tmp_path: Path) -> Iterator[str]:
    """A server whose certificate nobody vouches for."""
    pem = tmp_path / "pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=localhost",
        "-days",
        "1",
    ]
    subprocess.run([*command, "-keyout", pem, "-out", tmp_path / "crt"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "crt", pem)
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_certificate_of_ones_own_is_refused(self_signed: str, fetcher: Make) -> None:
    result = fetcher().check(self_signed)
    assert (result.verdict, result.detail) == (
        Verdict.BROKEN,
        "Das Zertifikat gilt nicht; Browser warnen davor.",
    )


def test_a_host_is_asked_once_a_second(clock: Clock) -> None:
    pace = Pace(1.0, lambda: clock.now, clock.sleep)
    for host in ("a", "a", "b", "a"):
        with pace.turn(host):
            pass
    assert clock.slept == [1.0, 1.0]


def test_at_most_two_at_once(clock: Clock) -> None:
    pace = Pace(0.0, lambda: clock.now, clock.sleep)
    entered, gate = threading.Semaphore(0), threading.Event()

    def ask() -> None:
        with pace.turn("a"):
            entered.release()
            gate.wait(5)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert entered.acquire(timeout=5)
    assert entered.acquire(timeout=5)
    assert not entered.acquire(timeout=0.1)
    gate.set()
    assert entered.acquire(timeout=5)
    for thread in threads:
        thread.join(5)
