"""The table of bench/finder.py: what was measured, the budget, and whether it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

Numbers = dict[str, dict[str, Any]]
OURS, PAGEFIND, MATERIAL = "wegweiser", "pagefind", "material"
SMALL, LARGE = 1_000, 10_000


def table(numbers: Numbers) -> Iterator[str]:
    """Lines of the table; rows of what was not measured are left out."""
    yield f"{'Bei 10.000 Angeboten':52} {'gemessen':>12} {'Budget':>9}"
    for label, value, unit, budget in _rows(numbers):
        limit = "" if budget is None else f"≤ {_number(budget)}"
        mark = "  !" if budget is not None and value > budget else ""
        yield f"{label:52} {_number(value):>9} {unit:2} {limit:>9}{mark}"
    yield ""
    yield f"{'Suche':12} {'Angebote':>9} {'erste KB':>9} {'ms':>7} {'weitere KB':>11} {'ms':>7} {'95 % KB':>9} {'ms':>7} {'Index s':>8}"
    for name, one in numbers.items():
        search, _, size = name.rpartition("-")
        further = (one["further_kb"]["median"], one["further_ms"]["median"])
        most = (one["further_kb"]["p95"], one["further_ms"]["p95"])
        yield (
            f"{search:12} {size:>9} {_number(one['first_kb']):>9} {one['first_ms']:7.0f} {_number(further[0]):>11} "
            f"{further[1]:7.0f} {_number(most[0]):>9} {most[1]:7.0f} {one['index_s']:8.1f}"
        )


def _rows(numbers: Numbers) -> Iterator[tuple[str, float, str, float | None]]:
    """Label, measured, unit and budget."""
    ours = numbers[f"{OURS}-{LARGE}"]
    first = ours["first_kb"]
    yield "Bis zum ersten Treffer", first, "KB", None
    for peer, share in ((PAGEFIND, 6), (MATERIAL, 80)):
        if f"{peer}-{LARGE}" in numbers:
            limit = numbers[f"{peer}-{LARGE}"]["first_kb"] / share
            yield f"  daneben 1/{share} von {peer.title()}", first, "KB", limit
    for name, size in ours["first_parts_kb"].items():
        yield f"  davon {name}", size, "KB", None
    yield "  danach im Hintergrund", ours["background_kb"], "KB", None
    yield "  Wachstum von 1.000 auf 10.000", first / numbers[f"{OURS}-{SMALL}"]["first_kb"], "×", 1.3
    yield "Weitere Frage, Median", ours["further_ms"]["median"], "ms", 20
    yield "  95 %", ours["further_ms"]["p95"], "ms", None
    yield "  im selben Besuch nach vielen anderen, Median", ours["in_series"]["median"], "ms", None
    yield "  Median", ours["further_kb"]["median"], "KB", 20
    yield "  95 %", ours["further_kb"]["p95"], "KB", 80
    yield from _longest_tasks(ours["longest_task_ms"])
    page = ours["page_kb"]
    scripts = sum(page[name] for name in ("Seite und Gestaltung", "Skripte", "lunr.js"))
    yield "Seite /angebote/ mit allen Skripten und lunr.js", scripts, "KB", 45
    for name in ("Seite und Gestaltung", "Skripte", "lunr.js"):
        yield f"  davon {name}", page[name], "KB", None
    empty = ours["empty_page_kb"]
    yield "  ohne Frage geöffnet, samt erster Karten", sum(empty.values()), "KB", None
    yield "Index bauen, ein Kern", ours["index_s"], "s", 3
    yield "  dazu Dateien schreiben", ours["files_s"], "s", None
    yield "  dazu Texte und Karten der Einträge", ours["texts_s"], "s", None
    yield "  dazu Vorschläge des Suchfelds", ours["names_s"], "s", None


def _longest_tasks(tasks: dict[str, tuple[float, ...]]) -> Iterator[tuple[str, float, str, float | None]]:
    """The median of the visits and the worst of them."""
    for moment, label in (("opening", "beim Öffnen"), ("asking", "beim Fragen")):
        found = tasks[moment]
        yield f"Längste Aufgabe (CPU 4 × langsamer) {label}, Median", median(found), "ms", 50
        yield f"  im schlechtesten von {len(found)} Besuchen", max(found), "ms", 50


def _number(value: float) -> str:
    text = f"{value:,.0f}" if value >= 1000 else f"{value:.1f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")
