"""The same offers under other searches: Pagefind over our own pages, and stock MkDocs with Material's search."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "bench"
_LOCK = ROOT / "requirements" / "bench.txt"
# Not the whole <main>: the cards of similar offers below a record would only make Pagefind heavier.
_RECORD = re.compile(r"<article (?=class=\"mint-record\")")
_MATERIAL = """\
site_name: Angebote
docs_dir: docs
nav: [index.md]
not_in_nav: /angebote/
theme: {name: material, language: de, font: false}
plugins: [{search: {lang: de}}]
"""
# The smallest page that Pagefind can be used from: its own interface would only add to its bytes.
_PAGEFIND_PAGE = """\
<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Pagefind</title><link rel="icon" href="data:,"></head>
<body><script type="module">window.load = () => import("./pagefind/pagefind.js");</script></body></html>
"""


def pagefind_site(site: Path, out: Path) -> float:
    """Our pages of offers with an index by Pagefind; returns the seconds of indexing."""
    shutil.rmtree(out, ignore_errors=True)
    for page in (site / "angebote").glob("*/index.html"):
        target = out / page.relative_to(site)
        target.parent.mkdir(parents=True)
        marked = _RECORD.sub("<article data-pagefind-body ", page.read_text(encoding="utf-8"), count=1)
        target.write_text(marked, encoding="utf-8")
    start = time.perf_counter()
    subprocess.run(
        [str(peers_python()), "-m", "pagefind", "--site", str(out), "--quiet"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - start
    (out / "index.html").write_text(_PAGEFIND_PAGE, encoding="utf-8")
    return seconds


def peers_python() -> Path:
    """The Python that has Pagefind and WeasyPrint; made at the first call, from the lock."""
    folder = CACHE / "venv"
    python = folder / "bin" / "python"
    stamp = folder / "stamp"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != _LOCK.read_text(encoding="utf-8"):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        install = (
            "-m",
            "pip",
            "install",
            "-qq",
            "--no-input",
            "--disable-pip-version-check",
            "--require-hashes",
        )
        subprocess.run([str(python), *install, "-r", str(_LOCK)], check=True)
        stamp.write_text(_LOCK.read_text(encoding="utf-8"), encoding="utf-8")
    return python


MATERIAL_BUILD = (sys.executable, "-m", "mkdocs", "build", "-q", "--clean", "--site-dir")


def material_site(project: Path, out: Path) -> float:
    """The offers of a project with Material's search; returns the seconds of the whole build."""
    source = material_source(project, out)
    start = time.perf_counter()
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*MATERIAL_BUILD, str(out)], cwd=source, check=True, env=environ)
    return time.perf_counter() - start


def material_source(project: Path, out: Path) -> Path:
    """The offers of a project as plain Markdown pages outside the menu, beside the site `out`."""
    source = out.with_name(f"{out.name}-source")
    shutil.rmtree(source, ignore_errors=True)
    (source / "docs" / "angebote").mkdir(parents=True)
    (source / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    (source / "docs" / "index.md").write_text("# Angebote\n", encoding="utf-8")
    for file in (project / "content" / "offers").rglob("*.md"):
        _, head, text = file.read_text(encoding="utf-8").split("---\n", 2)
        page = _as_page(yaml.load(head, Loader=yaml.CSafeLoader), text)
        (source / "docs" / "angebote" / file.name).write_text(page, encoding="utf-8")
    return source


def _as_page(entries: dict[str, object], text: str) -> str:
    """Title, summary, text and facts: what our pages say, too."""
    hidden = ("title", "summary", "source", "geo", "checked", "checked_by")
    facts = "\n".join(f"- {key}: {_plain(value)}" for key, value in entries.items() if key not in hidden)
    return f"# {entries['title']}\n\n{entries['summary']}\n\n{text.strip()}\n\n{facts}\n"


def _plain(value: object) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)
