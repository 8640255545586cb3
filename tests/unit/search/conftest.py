"""A mini catalogue with something to find, its search files, and two ways to ask them: lunr.py and the real page."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import mkdocs.contrib.search
import pytest
from lunr.index import Index
from lunr.query import Query

from minthub.calendar import load_holidays
from minthub.catalogue import load
from minthub.folding import words
from minthub.listing import Listing
from minthub.search.documents import documents
from minthub.search.index import write_search
from tests.conftest import DATA, ROOT, TODAY, changed
from tests.districts import write_districts
from tests.records import TEXTS

LUNR_JS = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
PAGE_JS = ROOT / "theme_overrides" / "assets" / "suche.js"

RECORDS: dict[str, dict[str, str | None]] = {
    "providers/jugendhaus": {},
    "providers/slub": {
        "title": "Sächsische Landesbibliothek",
        "summary": "Bücher und eine Werkstatt am Campus.",
        "type": "bibliothek",
        "venue": "Bibliothek",
        "postcode": '"01069"',
        "city": "Dresden",
        "aliases": "[SLUB]",
        "website": "https://slub.example.org",
    },
    "offers/robotik-ag": {"topics": "[Robotik, LEGO]", "aliases": "[Roboterclub]"},
    "offers/loetkurs": {
        "title": "Löten für Anfänger",
        "summary": "Erste Schaltungen mit Kolben und Zinn.",
        "topics": "[Löten, Elektronik]",
        "subjects": "[technik]",
        "format": "kurs",
        "provider": "slub",
        "venue": "Bibliothek",
        "postcode": '"01069"',
        "city": "Dresden",
    },
    "offers/sternwarte": {
        "title": "Beobachtungsabend",
        "summary": "Mond und Planeten im Fernrohr.",
        "topics": "[Astronomie]",
        "subjects": "[naturwissenschaften]",
        "format": "sternwarte",
        "provider": "Sternfreunde",
        "venue": "Hügel",
        "postcode": '"02625"',
        "city": "Bautzen",
        "audiences": "[familien]",
    },
    "offers/schuelerlabor": {
        "title": "Schülerlabor Chemie",
        "summary": "Ganze Klassen experimentieren.",
        "topics": "[Chemie]",
        "subjects": "[naturwissenschaften]",
        "format": "schuelerlabor",
        "provider": "Hochschule",
        "venue": "Haus 3",
        "postcode": '"09111"',
        "city": "Chemnitz",
        "for_schools": "ja",
    },
    "offers/robotik-frueher": {
        "title": "Roboterwerkstatt",
        "summary": "Gibt es nicht mehr.",
        "topics": "[Robotik]",
        "format": "workshop",
        "status": "beendet",
    },
    "offers/neue-quelle": {
        "title": "Neue Quelle – Bauern, Duell und Museum",
        "summary": "Ein Titel voller Wörter mit ue.",
        "topics": "[Geschichte]",
        "subjects": "[mathematik]",
        "format": "vortrag",
        "postcode": '"02708"',
        "city": "Löbau",
        "venue": "Saal",
        "provider": "Verein Übermut",
    },
    "events/bauen": {
        "title": "Wir bauten eine Brücke",
        "summary": "Modelle aus Holz.",
        "topics": "[Brücken]",
        "subjects": "[technik]",
    },
    "events/vorbei": {"title": "Astronomietag", "topics": "[Astronomie]", "start": "2026-03-28"},
    "networks/lausitz": {"aliases": "[Łužica]"},
    "funding/fonds": {},
    "news/werkstatt": {},
}
SORBIAN = {"bautzen": "Wokrjes Budyšin", "goerlitz": "Wokrjes Zhorjelc"}


@pytest.fixture(scope="session")
def catalogue_listing(tmp_path_factory: pytest.TempPathFactory) -> Listing:
    folder = tmp_path_factory.mktemp("search") / "content"
    write_districts(folder / "regions")
    for id, name in SORBIAN.items():
        path = folder / "regions" / f"{id}.md"
        path.write_text(changed(path.read_text("utf-8"), name_hsb=name), "utf-8")
    for key, changes in RECORDS.items():
        path = folder / f"{key}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(changed(dedent(TEXTS[key.partition("/")[0]]), **changes), "utf-8")
    catalogue, report = load(folder, DATA, TODAY)
    assert not report.errors, [found.message for found in report.errors]
    return Listing(catalogue, load_holidays(DATA / "holidays.csv"))


@pytest.fixture(scope="session")
def search_folder(catalogue_listing: Listing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `write_search` has put its files."""
    out = tmp_path_factory.mktemp("site")
    write_search(list(documents(catalogue_listing)), out, LUNR_JS)
    return out / "suche"


@pytest.fixture(scope="session")
def data(search_folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((search_folder / "index.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def ask(data: dict[str, Any]) -> Callable[[str], list[str]]:
    """Ids for a query, best first, by lunr.py over the written index; the same steps as in suche.js."""
    index = Index.load(data["index"])

    def term_hits(term: str) -> list[Any]:
        ways: list[list[dict[str, int]]] = [
            [{"boost": 10}, {"boost": 4, "wildcard": Query.WILDCARD_TRAILING}]
        ]
        if len(term) > 3:
            ways += [
                [{"wildcard": Query.WILDCARD_LEADING | Query.WILDCARD_TRAILING}],
                [{"edit_distance": 2 if len(term) > 7 else 1}],
            ]
        for clauses in ways:
            query = index.create_query()
            for clause in clauses:
                query.term(term, **clause)
            if hits := index.query(query):
                return list(hits)
        return []

    def _ask(text: str) -> list[str]:
        found: dict[str, tuple[int, float]] = {}
        for term in words(text):
            for hit in term_hits(term):
                terms, score = found.get(hit["ref"], (0, 0.0))
                found[hit["ref"]] = terms + 1, score + hit["score"]
        most = max((terms for terms, _ in found.values()), default=0)
        best = sorted((-score, ref) for ref, (terms, score) in found.items() if terms == most)
        return sorted((ref for _, ref in best), key=lambda ref: bool(data["hits"][ref].get("over")))

    return _ask


@pytest.fixture(scope="session")
def ask_page(search_folder: Path) -> Callable[[list[str]], list[dict[str, Any]]]:
    """What the real page shows for each query: status and hits."""
    node = shutil.which("node")
    if not node:
        pytest.skip("needs Node")

    def _ask(queries: list[str]) -> list[dict[str, Any]]:
        script = Path(__file__).with_name("ask.js")
        command = [node, str(script), str(LUNR_JS), str(PAGE_JS), str(search_folder / "index.json")]
        done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
        answers: list[dict[str, Any]] = json.loads(done.stdout)
        return answers

    return _ask
