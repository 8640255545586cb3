"""Writes the search index of a project and prints how long that took.

    python bench/index.py PROJECT FOLDER

A program of its own: what bench/finder.py has imported may be older than the scripts it publishes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import mkdocs.contrib.search

from minthub import settings
from minthub.build import load_build


def write_index(project: Path, out: Path) -> float:
    """Seconds of one core for the index, all records read already; the editorial pages are not in it."""
    build = load_build(settings.Folders(project), {}, "", "", settings.today(), is_preview=False)
    lunr_js = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
    start = time.process_time()
    build.write_search(out, lunr_js)
    return time.process_time() - start


if __name__ == "__main__":
    print(write_index(Path(sys.argv[1]), Path(sys.argv[2])))
