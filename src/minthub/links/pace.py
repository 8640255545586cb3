"""Rate limits: how often, and by how many threads at once, one host is requested."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS_APART = 1.0
MAX_AT_ONCE = 2
# A host that asks for longer waits is not requested any more.
MAX_WAIT = 60.0


class Pace:
    """Starts requests to one host at least a second apart, and runs at most two at once. Thread-safe."""

    def __init__(
        self,
        apart: float = SECONDS_APART,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.sleep = sleep
        self._apart, self._clock = apart, clock
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._own: dict[str, float] = {}
        self._at_once: dict[str, threading.BoundedSemaphore] = {}

    def ask_less(self, host: str, seconds: float) -> None:
        """Sets the host's interval between requests in seconds, from its robots.txt."""
        with self._lock:
            self._own[host] = min(max(seconds, self._apart), MAX_WAIT)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Waits until the host may be requested again."""
        with self._lock:
            gate = self._at_once.setdefault(host, threading.BoundedSemaphore(MAX_AT_ONCE))
        with gate:
            with self._lock:
                now = self._clock()
                start = max(now, self._next.get(host, now))
                self._next[host] = start + self._own.get(host, self._apart)
            if start > now:
                self.sleep(start - now)
            yield
