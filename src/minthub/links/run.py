"""Checks many addresses: hosts beside one another, the addresses of a host one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from urllib.parse import urlsplit

from minthub.links.exceptions import Exceptions
from minthub.links.fetch import Fetcher
from minthub.links.verdict import Result, Verdict

HOSTS_AT_ONCE = 8
# A server that has not answered so often in a row is not asked again this time.
GIVE_UP_AFTER = 3


def check_all(
    addresses: Iterable[str],
    fetcher: Fetcher,
    exceptions: Exceptions,
    on_result: Callable[[Result], None] = lambda result: None,
) -> list[Result]:
    """A result for each address, in the order of verdicts and addresses. `on_result` is called from several threads."""
    by_host: dict[str, list[str]] = {}
    results: list[Result] = []
    for address in addresses:
        if reason := exceptions.reason(address):
            results.append(Result(address, Verdict.EXEMPT, reason))
            on_result(results[-1])
        else:
            by_host.setdefault(_host(address), []).append(address)
    # Hosts with many addresses take longest, so they begin.
    groups = sorted(by_host.values(), key=len, reverse=True)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        try:
            for found in pool.map(_check_host, groups, repeat(fetcher), repeat(on_result)):
                results += found
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    order = list(Verdict)
    return sorted(results, key=lambda result: (order.index(result.verdict), result.address))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _check_host(addresses: list[str], fetcher: Fetcher, on_result: Callable[[Result], None]) -> list[Result]:
    return list(_results(addresses, fetcher, on_result))


def _results(addresses: list[str], fetcher: Fetcher, on_result: Callable[[Result], None]) -> Iterator[Result]:
    silent = 0
    for address in addresses:
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
