"""A small web on this machine: each path answers in its own way, and remembers how it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from minthub.links.fetch import Fetcher, Settings
from minthub.links.pace import Pace

ROBOTS = "User-agent: *\nDisallow: /geheim/\n"
HUGE = 10_000_000_000


@dataclass
class Web:
    """`asked` are methods and paths in their order, `agents` how the asker named itself.

    `robots_way` is the mistake that the server makes with its robots.txt, or where it sends the asker.
    """

    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    robots: str = ROBOTS
    robots_way: str = ""
    sent: int = 0
    release: threading.Event = field(default_factory=threading.Event)

    def pages(self) -> list[tuple[str, str]]:
        return [asked for asked in self.asked if asked[1] != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    web: Web

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        if self.path in ("/robots.txt", "/robots-neu.txt"):
            self.web.asked.append(("GET", self.path))
            self._robots(self.web.robots_way if self.path == "/robots.txt" else "", self.web.robots.encode())
        else:
            self._answer()

    def _robots(self, way: str, text: bytes) -> None:
        if "/" in way:
            self._send(301, location=way)
        elif way == "packed":
            self._send(200, text, Content_Encoding="gzip")
        elif way == "chunks":
            self._send(200, b"keine Zahl\r\n" + text, Transfer_Encoding="chunked")
        elif way in ("short", "stalled"):
            self.send_response(200)
            self.send_header("Content-Length", str(len(text) + 10))
            self.end_headers()
            self.wfile.write(text)
            if way == "stalled":
                self.web.release.wait(20)
        elif way == "endless":
            self._huge()
        else:
            self._send(200, text)

    def _answer(self) -> None:
        web, path = self.web, self.path
        web.asked.append((self.command, path))
        web.agents.add(self.headers.get("User-Agent", ""))
        times = sum(asked[1] == path for asked in web.asked)
        if path.startswith("/status/"):
            self._send(int(path.split("/")[2].partition("?")[0]))
        elif path.startswith("/to/"):
            _, _, code, target = path.split("/", 3)
            self._send(int(code), location=f"/{target}")
        elif path == "/loop":
            self._send(301, location="/loop")
        elif path == "/elsewhere":
            self._send(301, location="ftp://example.org/x")
        elif path == "/umlaut":
            self._send(301, location="/tür".encode().decode("latin-1"))
        elif path == "/no-head":
            self._send(405 if self.command == "HEAD" else 200)
        elif path == "/twice":
            self._send(503 if times <= 2 else 200)
        elif path == "/busy":
            self._send(429 if times == 1 else 200, retry_after="7")
        elif path == "/very-busy":
            self._send(429, retry_after="3600")
        elif path == "/slow":
            web.release.wait(20)
        elif path == "/huge":
            self._huge()
        elif path == "/huge-redirect":
            self._huge(302, "/gut")
        elif path == "/broken":
            self.wfile.write(b"kein HTTP\r\n\r\n")
        else:
            self._send(200)

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Transfer_Encoding" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def _huge(self, status: int = 200, location: str = "") -> None:
        self.send_response(405 if self.command == "HEAD" else status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(HUGE if self.command == "GET" else 0))
        self.end_headers()
        try:
            while self.command == "GET" and self.web.sent < 50_000_000:
                self.wfile.write(b"x" * 100_000)
                self.web.sent += 100_000
        except OSError:
            # The asker has gone, which is what the test wants.
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Web]:
    web = Web()
    handler = type("Handler", (_Handler,), {"web": web})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    web.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield web
    web.release.set()
    server.shutdown()
    thread.join()
    server.server_close()


def session() -> requests.Session:
    """One that no proxy of the machine gets between."""
    made = requests.Session()
    made.trust_env = False
    return made


@dataclass
class Clock:
    """Time that passes only while somebody sleeps."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Callable[..., Fetcher]:
    """A fetcher that may ask this machine; it waits on the test's clock."""

    def _fetcher(apart: float = 0.0, timeout: tuple[float, float] = (5.0, 5.0)) -> Fetcher:
        settings = Settings("wegweiser-links/1.0 (+https://w.example.org/)", timeout, (3.0, 15.0), allows_local=True)  # fmt: skip
        return Fetcher(settings, Pace(apart, lambda: clock.now, clock.sleep), session)

    return _fetcher
