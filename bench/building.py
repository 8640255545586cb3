"""How long a site of 10,000 generated offers takes to build, and how much memory, beside stock MkDocs with Material.

    python bench/building.py [ROUNDS]

Both build from nothing, without PDFs, one after the other in each round; the best of each counts. Ours checks all records, makes the
lists, the search and the form's files; Material makes the pages of the offers and its search.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.generate import TODAY, generate  # noqa: E402  (the folder is not installed)
from bench.peers import CACHE, MATERIAL_BUILD, material_source  # noqa: E402

OFFERS = 10_000
SHARE = 0.15
_ENVIRON = {**os.environ, "MINT_TODAY": TODAY, "MINT_PDF": "nein", "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of the clock, and megabytes of its largest process at most."""

    seconds: float
    megabytes: float


def cost(command: list[str], folder: Path) -> Cost:
    """Runs a command in a folder. Raises CalledProcessError."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=_ENVIRON, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    # Kilobytes, but bytes on a Mac.
    return Cost(time.perf_counter() - start, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    project, out = CACHE / f"project-{OFFERS}", CACHE / "building"
    generate(OFFERS, project)
    source = material_source(project, out / "material")
    commands = {
        "Wegweiser": ([str(Path(sys.executable).with_name("minthub")), "build"], project),
        "Material": ([*MATERIAL_BUILD, str(out / "material")], source),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, folder) in commands.items():
            for site in (project / "site", out / "material"):
                shutil.rmtree(site, ignore_errors=True)
            costs[name].append(cost(command, folder))
    best = {name: min(found, key=lambda one: one.seconds) for name, found in costs.items()}
    for name, one in best.items():
        print(f"{name:10} {OFFERS} Angebote: {one.seconds:5.1f} s, {one.megabytes:.0f} MB")
    share = best["Wegweiser"].seconds / best["Material"].seconds
    print(f"also das {share:.2f}-Fache (höchstens {SHARE})".replace(".", ","))


if __name__ == "__main__":
    main()
