"""Work of a build in several processes at once."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")

# What forked processes find when they begin.
_tasks: list[Callable[[], object]] = []


def run_all(tasks: Sequence[Callable[[], Result]], workers: int) -> list[Result]:
    """The results of all tasks in their order, from at most so many processes. Raises what a task raised.

    A forked process knows at once all that has been read and made before. Where forking is not safe (beside threads, as in a preview,
    and on other systems than Linux), this process does it all. Threads of Typst and numpy don't count: they rest, and no task calls
    what needs them. What tasks change in memory is lost; what they return goes
    through a pipe and should be small.
    """
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    workers = min(workers, len(tasks))
    if workers < 2 or not can_fork:
        return [task() for task in tasks]
    _tasks[:] = tasks
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            return list(pool.map(_run, range(len(tasks))))
    finally:
        _tasks.clear()


def _run(number: int) -> Any:
    return _tasks[number]()
