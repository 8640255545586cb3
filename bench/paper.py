"""How long documents take: all of the real content, cold and from the cache, and one long overview beside WeasyPrint.

Run by `make bench`. WeasyPrint sets the print view of the same district, with tags and as PDF/UA-1, in a process of its
own after its imports; both get their best of three, one after the other, so that a busy machine is unfair to neither.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.generate import TODAY  # noqa: E402  (the folder is not installed)
from bench.peers import peers_python  # noqa: E402  (bench/ is no package)
from minthub.calendar import load_holidays  # noqa: E402
from minthub.catalogue import load  # noqa: E402
from minthub.listing import Listing  # noqa: E402
from minthub.pages.shell import Shell  # noqa: E402
from minthub.pages.write import PageWriter  # noqa: E402
from minthub.paper.document import Document  # noqa: E402
from minthub.paper.documents import Documents  # noqa: E402
from minthub.paper.typeset import Typesetter  # noqa: E402
from minthub.population import load_children  # noqa: E402
from minthub.views.maps import Maps  # noqa: E402
from minthub.views.site import Site  # noqa: E402

DATA, DAY = ROOT / "data", date.fromisoformat(TODAY)
SITE = Site(name="Wegweiser", url="https://mint.example.org/")
OFFERS, ROUNDS = 300, 3
_OFFER = """\
---
title: Werkstatt Nummer {number}
summary: Bauen, löten und programmieren in kleinen Gruppen, jede Woche ein anderes Stück.
provider: Technikverein Musterstadt
venue: Haus der Technik
street: Hauptstraße {number}
postcode: "02826"
city: Görlitz
ages: [{first}, {last}]
subjects: [informatik, technik]
mode: vor-ort
format: arbeitsgemeinschaft
schedule: mittwochs 15–17 Uhr in der Schulzeit
cost: kostenlos
website: https://www.example.org/werkstatt/{number}
source: https://www.example.org/werkstatt
checked: 2026-11-01
checked_by: redaktion
---
Text.
"""
_WEASYPRINT = """\
import sys, time
from weasyprint import HTML
source, target, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
best = float("inf")
for _ in range(rounds):
    start = time.perf_counter()
    HTML(filename=source).write_pdf(target, pdf_variant="pdf/ua-1", pdf_tags=True)
    best = min(best, time.perf_counter() - start)
print(best)
"""


def documents_of(content: Path) -> tuple[Listing, Maps, list[Document]]:
    catalogue, report = load(content, DATA, DAY)
    assert not report.errors, report.errors
    listing = Listing(catalogue, load_holidays(DATA / "holidays.csv"))
    maps = Maps(listing, load_children(DATA / "population-by-age.csv"))
    return listing, maps, list(Documents(listing, SITE, maps, "Karten: © Amt.").all())


def seconds(typesetter: Typesetter, documents: list[Document], out: Path) -> float:
    start = time.perf_counter()
    outcome = typesetter.make_all(documents, out)
    assert not outcome.failures, outcome.failures
    return time.perf_counter() - start


def real(work: Path) -> None:
    """All documents of the project's own content."""
    start = time.perf_counter()
    documents = documents_of(ROOT / "content")[2]
    data = time.perf_counter() - start
    typesetter = Typesetter(ROOT / "paper", work / "cache")
    cold, warm = (seconds(typesetter, documents, work / "out") for _ in range(2))
    overviews = [work / "out" / document.path for document in documents if document.template == "overview"]
    largest = max(file.stat().st_size for file in overviews if file.parent.parent.name == "kreise")
    state = (work / "out" / "kreise" / "uebersicht.pdf").stat().st_size
    print(f"{len(documents)} Dokumente: lesen und ordnen {data:.1f} s, kalt {cold:.1f} s (höchstens 10), "
          f"unverändert {warm:.2f} s (höchstens 1), größte Kreisübersicht {largest / 1000:.0f} KB, ganzes Land {state / 1000:.0f} KB (höchstens 400)")  # fmt: skip


def long_overview(work: Path) -> None:
    """One district with 300 offers, by Typst and by WeasyPrint."""
    content = work / "content"
    (content / "offers").mkdir(parents=True)
    (content / "regions").symlink_to(ROOT / "content" / "regions")
    for number in range(OFFERS):
        first = 4 + number % 12
        text = _OFFER.format(number=number, first=first, last=first + 2)
        (content / "offers" / f"werkstatt-{number}.md").write_text(text, "utf-8")
    listing, maps, documents = documents_of(content)
    overview = [document for document in documents if document.path == "kreise/goerlitz/uebersicht.pdf"]
    ours = min(
        seconds(Typesetter(ROOT / "paper", work / f"cache-{turn}"), overview, work / "long")
        for turn in range(ROUNDS)
    )
    shell = Shell(
        '<!doctype html><html lang="de"><head><title>@@mint:title@@</title></head><body>@@mint:body@@</body></html>'
    )
    PageWriter(
        listing, SITE, lambda section, depth: shell, ROOT / "theme_overrides/records", work / "site", maps
    ).write_all()
    (work / "site" / "assets").symlink_to(ROOT / "theme_overrides" / "assets")
    page = work / "site/kreise/goerlitz/druck/index.html"
    command = [
        str(peers_python()),
        "-W",
        "ignore",
        "-c",
        _WEASYPRINT,
        str(page),
        str(work / "weasyprint.pdf"),
        str(ROUNDS),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"WeasyPrint läuft hier nicht: {done.stderr.strip().splitlines()[-1]}")
        return
    theirs = float(done.stdout)
    sizes = [
        (work / name).stat().st_size / 1000
        for name in ("long/kreise/goerlitz/uebersicht.pdf", "weasyprint.pdf")
    ]
    print(f"Übersicht mit {OFFERS} Angeboten: Typst {ours:.2f} s und {sizes[0]:.0f} KB, WeasyPrint {theirs:.2f} s und "
          f"{sizes[1]:.0f} KB, also 1/{theirs / ours:.1f} der Zeit (höchstens 1/8)")  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as work:
        real(Path(work) / "real")
        long_overview(Path(work) / "long")


if __name__ == "__main__":
    main()
