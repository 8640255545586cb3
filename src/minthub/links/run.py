"""Checks many addresses: hosts in parallel, the addresses of one host in sequence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.parse import urlsplit

from minthub.links.exceptions import Exceptions
from minthub.links.fetch import Fetcher
from minthub.links.verdict import Result, Verdict

HOSTS_AT_ONCE = 8
# After this many failures in a row, a server is not requested again in this run.
GIVE_UP_AFTER = 3
THREAD = "links"


def check_all(
    addresses: Iterable[str],
    fetcher: Fetcher,
    exceptions: Exceptions,
    on_result: Callable[[Result], None] = lambda result: None,
) -> list[Result]:
    """A result for each address, sorted by verdict and address. `on_result` is called from several threads.

    On an interrupt it stops without waiting for pending requests; their results are dropped.
    """
    by_host: dict[str, list[str]] = {}
    results: list[Result] = []
    for address in addresses:
        if reason := exceptions.reason(address):
            results.append(Result(address, Verdict.EXEMPT, reason))
            on_result(results[-1])
        else:
            by_host.setdefault(_host(address), []).append(address)
    # Hosts with many addresses take longest, so they start first.
    groups = sorted(by_host.values(), key=len, reverse=True)
    for found in _side_by_side(groups, fetcher, on_result):
        results += found
    order = list(Verdict)
    return sorted(results, key=lambda result: (order.index(result.verdict), result.address))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _side_by_side(
    groups: list[list[str]], fetcher: Fetcher, on_result: Callable[[Result], None]
) -> Iterator[list[Result]]:
    """The results of each host as they are completed. Raises the error of a failed thread.

    Uses daemon threads, because Python waits for those of a ThreadPoolExecutor even at exit, and a request may take
    minutes to time out.
    """
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    done: SimpleQueue[list[Result] | BaseException] = SimpleQueue()
    stop = Event()

    def work() -> None:
        while not stop.is_set():
            try:
                group = waiting.get_nowait()
            except Empty:
                return
            try:
                done.put(list(_results(group, fetcher, on_result, stop)))
            except BaseException as error:
                done.put(error)

    for group in groups:
        waiting.put(group)
    try:
        for _ in groups[:HOSTS_AT_ONCE]:
            Thread(target=work, name=THREAD, daemon=True).start()
        for _ in groups:
            found = done.get()
            if isinstance(found, BaseException):
                raise found
            yield found
    finally:
        stop.set()


def _results(
    addresses: list[str], fetcher: Fetcher, on_result: Callable[[Result], None], stop: Event
) -> Iterator[Result]:
    """One after the other, until all are checked or the run is stopped."""
    silent = 0
    for address in addresses:
        if stop.is_set():
            return
        if silent < GIVE_UP_AFTER:
            result = fetcher.check(address)
        else:
            result = Result(
                address,
                Verdict.UNREACHABLE,
                "Der Server hat mehrmals nicht geantwortet; nicht weiter geprüft.",
            )
        silent = silent + 1 if result.verdict is Verdict.UNREACHABLE else 0
        on_result(result)
        yield result
