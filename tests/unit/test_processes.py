"""Work in several processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial

import pytest

from minthub.processes import run_all


def failing() -> int:
    raise ValueError("So nicht.")


@pytest.mark.parametrize("workers", [0, 1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    tasks: list[Callable[[], int]] = [partial(pow, number, 2) for number in range(9)]
    assert run_all(tasks, workers) == [number**2 for number in range(9)]
    assert run_all([], workers) == []


# In a program of its own: the tests' one has threads.
_ALONE = """
import os
from functools import partial
from minthub.processes import run_all

def failing():
    raise ValueError("So nicht.")

made = object()
assert os.getpid() not in run_all([os.getpid] * 4, 2)
assert run_all([partial(id, made)] * 2, 2) == [id(made)] * 2
assert run_all([partial(pow, number, 2) for number in range(9)], 3) == [number**2 for number in range(9)]
try:
    run_all([int, failing, int], 2)
except ValueError as error:
    assert str(error) == "So nicht."
else:
    raise AssertionError("nothing was raised")
assert run_all([int, int], 2) == [0, 0]
print("gut")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_others_do_the_work() -> None:
    """With what this process has made before, in the order of the tasks; what one of them raises arrives here."""
    done = subprocess.run([sys.executable, "-c", _ALONE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("gut\n", "")


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_task_raises_is_raised(workers: int) -> None:
    with pytest.raises(ValueError, match="So nicht"):
        run_all([int, failing, int], workers)
    assert run_all([int, int], workers) == [0, 0]


def test_beside_threads_nothing_is_forked() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert run_all([os.getpid] * 3, 3) == [os.getpid()] * 3
    finally:
        end.set()
        thread.join()


def test_one_task_or_one_worker_needs_no_other_process() -> None:
    assert run_all([os.getpid], 4) == [os.getpid()]
    assert run_all([os.getpid] * 2, 1) == [os.getpid()] * 2
