"""Requests an address while causing little load: HEAD first, no body, few retries."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests

from minthub.links.pace import MAX_WAIT, Pace
from minthub.links.public import host_of, is_public
from minthub.links.verdict import Result, Verdict

MAX_HOPS = 8
ATTEMPTS = 3
# Seconds to connect and between bytes; seconds before the second and the third attempt.
TIMEOUT = (10.0, 20.0)
BACK_OFF = (3.0, 15.0)
_MAX_ROBOTS = 100_000
_PIECE = 10_000
_PERMANENT = (301, 308)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)
_NOT_FOR_PROGRAMS = (401, 402, 403, 405, 406, 407, 418, 429, 451, 999)
_AGAIN = (408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524)


@dataclass(frozen=True)
class Settings:
    """`allows_local` is for tests; without it, private addresses are never requested."""

    user_agent: str
    timeout: tuple[float, float] = TIMEOUT
    back_off: tuple[float, ...] = BACK_OFF
    allows_local: bool = False


@dataclass(frozen=True)
class _Reply:
    """The last response of a chain of redirects; `moved_to` is set if all redirects were permanent."""

    status: int
    last: str
    moved_to: str = ""
    wait: float = 0.0
    is_forbidden: bool = False


class Fetcher:
    """Checks addresses. Thread-safe: one fetcher for all threads, with a session per thread."""

    def __init__(self, settings: Settings, pace: Pace, session: Callable[[], requests.Session] = requests.Session) -> None:  # fmt: skip
        self._settings, self._pace, self._make = settings, pace, session
        self._local = threading.local()
        self._lock = threading.Lock()
        self._robots: dict[str, RobotFileParser] = {}

    def check(self, address: str) -> Result:
        """The result for an address. Never raises, whatever the address is or the server sends."""
        result = Result(address, Verdict.BROKEN, "Die Adresse lässt sich nicht öffnen.")
        if not host_of(address):
            return result
        if not self._is_public(address):
            return Result(address, Verdict.BROKEN, "Das ist keine Adresse im öffentlichen Netz.")
        for attempt in range(ATTEMPTS):
            wait = self._settings.back_off[min(attempt, len(self._settings.back_off) - 1)]
            try:
                reply = self._follow(address)
                result = _judge(address, reply)
                if reply.status not in _AGAIN or reply.wait > MAX_WAIT:
                    return result
                wait = max(wait, reply.wait)
            except requests.exceptions.SSLError:
                return Result(address, Verdict.BROKEN, "Das Zertifikat gilt nicht; Browser warnen davor.")
            except requests.exceptions.TooManyRedirects:
                return Result(address, Verdict.BROKEN, "Die Weiterleitungen enden nicht.")
            except requests.exceptions.Timeout:
                result = Result(address, Verdict.UNREACHABLE, "Der Server hat nicht rechtzeitig geantwortet.")
            except requests.exceptions.ConnectionError:
                result = Result(address, Verdict.UNREACHABLE, "Der Server war nicht zu erreichen.")
            except (requests.exceptions.RequestException, ValueError, LookupError):
                return Result(address, Verdict.BROKEN, "Die Adresse lässt sich nicht öffnen.")
            if attempt < ATTEMPTS - 1:
                self._pace.sleep(wait)
        return result

    def _is_public(self, address: str) -> bool:
        return self._settings.allows_local or is_public(address)

    def _follow(self, address: str) -> _Reply:
        """Follows redirects one by one, because each host has its own pace and its own robots.txt."""
        current, moved_to, is_lasting = address, "", True
        for _ in range(MAX_HOPS):
            if not self._may_ask(current):
                return _Reply(0, current, is_forbidden=True)
            response = self._ask(current)
            onward = self._onward(current, response)
            if not onward:
                return _Reply(response.status_code, current, moved_to, _wait(response))
            current = onward
            is_lasting = is_lasting and response.status_code in _PERMANENT
            moved_to = current if is_lasting else moved_to
        raise requests.exceptions.TooManyRedirects

    def _onward(self, current: str, response: requests.Response) -> str:
        """The target of a redirect; empty if the response is none. Raises InvalidURL for a target that must not be requested."""
        location = response.headers.get("Location")
        if response.status_code not in _REDIRECTS or not location:
            return ""
        # requests decodes headers as Latin-1, but servers send UTF-8.
        onward = urljoin(current, location.encode("latin-1", "replace").decode("utf-8", "replace"))
        if not onward.startswith(("http://", "https://")) or not self._is_public(onward):
            raise requests.exceptions.InvalidURL(onward)
        return onward

    def _ask(self, address: str) -> requests.Response:
        """The response to HEAD; if the server does not support that, to GET, without reading the body."""
        response = self._request("HEAD", address)
        # Many servers answer HEAD with some error, so GET is tried next, but not after 429 („too many requests“).
        if response.status_code >= 400 and response.status_code != 429:
            response = self._request("GET", address)
        return response

    def _request(self, method: str, address: str) -> requests.Response:
        with self._pace.turn(urlsplit(address).hostname or ""):
            response = self._open(method, address)
            # Close without reading the body, which may be very long.
            response.close()
            return response

    def _open(self, method: str, address: str) -> requests.Response:
        """The response to one request, with the body still unread (that of a redirect is dropped)."""
        return self._session.request(
            method, address, allow_redirects=False, stream=True, timeout=self._settings.timeout
        )

    @property
    def _session(self) -> requests.Session:
        if not hasattr(self._local, "session"):
            self._local.session = self._make()
            self._local.session.headers.update(
                {"User-Agent": self._settings.user_agent, "Accept": "text/html,*/*", "Accept-Language": "de"}
            )
            self._local.session.hooks["response"].append(_without_redirect_body)
        session: requests.Session = self._local.session
        return session

    def _may_ask(self, address: str) -> bool:
        """Whether the host's robots.txt allows our program to request this address."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            known = self._robots.get(site)
        if known is None:
            known = self._read_robots(site, parts.hostname or "")
            with self._lock:
                self._robots[site] = known
        return known.can_fetch(self._settings.user_agent, address)

    def _read_robots(self, site: str, host: str) -> RobotFileParser:
        """The rules of robots.txt. If it is missing, can't be fetched or can't be parsed, everything is allowed."""
        rules = RobotFileParser()
        try:
            rules.parse(self._robots_text(f"{site}/robots.txt").decode("utf-8", "replace").splitlines())
        except (requests.exceptions.RequestException, OSError, ValueError):
            # The parser itself raises ValueError, for example for „²“, which it takes for a number.
            rules = RobotFileParser()
            rules.parse([])
        if delay := rules.crawl_delay(self._settings.user_agent):
            self._pace.ask_less(host, min(int(delay), MAX_WAIT))
        return rules

    def _robots_text(self, address: str) -> bytes:
        """The beginning of robots.txt; its redirects are followed by the same rules as those of pages."""
        for _ in range(MAX_HOPS):
            with self._pace.turn(urlsplit(address).hostname or ""), self._open("GET", address) as response:
                onward = self._onward(address, response)
                if not onward:
                    return _beginning(response) if response.status_code == 200 else b""
            address = onward
        return b""


def _without_redirect_body(response: requests.Response, **_: Any) -> None:
    """Drops the body of a redirect, which requests would otherwise read, however long it is."""
    if response.is_redirect:
        response.close()


def _beginning(response: requests.Response) -> bytes:
    text = b""
    for piece in response.iter_content(_PIECE):
        text += piece
        if len(text) >= _MAX_ROBOTS:
            break
    return text[:_MAX_ROBOTS]


def _wait(response: requests.Response) -> float:
    """The seconds of `Retry-After`; a date there counts as none."""
    given = response.headers.get("Retry-After", "")
    return float(given) if given.isascii() and given.isdigit() else 0.0


def _judge(address: str, reply: _Reply) -> Result:
    status = reply.status
    if reply.is_forbidden:
        return Result(address, Verdict.REFUSED, "Der Server möchte nicht von Programmen geprüft werden (robots.txt).")  # fmt: skip
    if status in (404, 410):
        return Result(address, Verdict.BROKEN, f"Die Seite gibt es nicht mehr ({status}).")
    if status in _NOT_FOR_PROGRAMS:
        return Result(address, Verdict.REFUSED, f"Der Server lässt Programme nicht ein ({status}).")
    if status >= 500:
        return Result(address, Verdict.UNREACHABLE, f"Der Server meldet eine Störung ({status}).")
    if status >= 400:
        return Result(address, Verdict.BROKEN, f"Der Server lehnt die Adresse ab ({status}).")
    if _path(reply.last) == "/" != _path(address):
        # A redirect to the start page usually means that the page is gone; sometimes it is just another name of the start page.
        return Result(address, Verdict.MOVED, "Die Adresse führt nur noch auf die Startseite.", reply.last)
    if reply.moved_to:
        return Result(address, Verdict.MOVED, "Die Seite hat eine neue Adresse.", reply.moved_to)
    return Result(address, Verdict.FINE)


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path or '/'}{'?' if parts.query else ''}"
