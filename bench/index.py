"""Writes the search index of a project and prints how long that took, as JSON.

    python bench/index.py PROJECT FOLDER

A program of its own: what bench/finder.py has imported may be older than the scripts it publishes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs.contrib.search

from minthub import build, settings
from minthub.search.documents import Documents


@contextmanager
def timed(owner: Any, name: str) -> Iterator[list[float]]:
    """Seconds of one core of each call of a function, as long as the block runs."""
    original, seconds = getattr(owner, name), list[float]()

    def measured(*arguments: Any) -> Any:
        start = time.process_time()
        try:
            return original(*arguments)
        finally:
            seconds.append(time.process_time() - start)

    setattr(owner, name, measured)
    try:
        yield seconds
    finally:
        setattr(owner, name, original)


def write_index(project: Path, out: Path) -> dict[str, float]:
    """Seconds of one core, all records read already; the editorial pages are not in it.

    `index`: words, scores, cards and facets as texts; `files`: writing these, which depends on the disk. `texts`: what each record
    says on its card and to the index; `names`: what the search box suggests.
    """
    loaded = build.load_build(settings.Folders(project), {}, "", "", settings.today(), is_preview=False)
    lunr_js = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
    with (
        timed(Documents, "all") as texts,
        timed(build, "suggestion_files") as names,
        timed(build, "search_files") as index,
        timed(build, "write_search") as files,
    ):
        loaded.write_search(out, lunr_js)
    return {"index": sum(index), "files": sum(files), "texts": sum(texts), "names": sum(names)}


if __name__ == "__main__":
    print(json.dumps(write_index(Path(sys.argv[1]), Path(sys.argv[2]))))
