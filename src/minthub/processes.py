"""Runs the tasks of a build in several processes."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")

# Set before forking, so that child processes inherit the tasks instead of unpickling them.
_tasks: list[Callable[[], object]] = []


def run_all(tasks: Sequence[Callable[[], Result]], workers: int) -> list[Result]:
    """The results of all tasks in their order, computed by up to `workers` processes. Raises the error of a failed task.

    Forked processes share everything loaded so far. Where forking is not safe (with other threads running, as in a
    preview, or not on Linux), all tasks run in this process. Threads of Typst and numpy don't count: they are idle, and
    no task uses them. Changes that a task makes in memory are lost; its result goes through a pipe and should be small.
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
