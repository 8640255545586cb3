"""`minthub build` and `minthub serve`: thin calls of MkDocs."""

from __future__ import annotations

import argparse
import subprocess
import sys
from typing import Any

from minthub import settings
from minthub.commands import EXIT_FINDINGS, EXIT_OK

_MKDOCS = (sys.executable, "-m", "mkdocs")


def add_to(commands: Any) -> None:
    build = commands.add_parser("build", help="prüft alles und baut die Website nach site/")
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help="zeigt eine Vorschau, die Änderungen übernimmt")
    serve.add_argument("--addr", default="127.0.0.1:8000", help="Adresse der Vorschau")
    serve.set_defaults(run=_serve)


def _build(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    """MkDocs builds beside the site; only a finished build takes its place."""
    from minthub.swap import swap

    fresh = folders.work / "site"
    result = subprocess.run(
        [*_MKDOCS, "build", "--clean", "--site-dir", str(fresh)], cwd=folders.root, check=False
    )
    if result.returncode:
        print("Die Website wurde nicht gebaut; site/ ist, wie es war.", file=sys.stderr)
        return EXIT_FINDINGS
    swap(fresh, folders.site)
    pages = sum(1 for _ in folders.site.rglob("*.html"))
    print(f"Fertig: {pages} Seiten in site/")
    return EXIT_OK


def _serve(arguments: argparse.Namespace, folders: settings.Folders) -> int:
    return subprocess.run(
        [*_MKDOCS, "serve", "--dev-addr", arguments.addr], cwd=folders.root, check=False
    ).returncode
