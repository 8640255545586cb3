"""A mini catalogue with something to find, its search files, and the finder's engine to ask them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import mkdocs.contrib.search
import pytest

from minthub.calendar import load_holidays
from minthub.catalogue import load
from minthub.listing import Listing
from minthub.search.compounds import Splitter
from minthub.search.documents import Documents, EditorialPage
from minthub.search.mapfile import hit_map
from minthub.search.thesaurus import read_thesaurus
from minthub.search.write import search_files, write_search
from tests.conftest import DATA, TODAY, changed
from tests.districts import write_districts
from tests.node import module_folder, run_node
from tests.records import TEXTS

Ask = Callable[..., Any]

LUNR_JS = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
ENGINE = Path(__file__).with_name("engine.mjs")
ZONES = DATA / "postcode-zones.csv"
SPLITTER = Splitter(
    (
        "schüler",
        "labor",
        "stern",
        "warte",
        "roboter",
        "werkstatt",
        "klub",
        "kurs",
        "chemie",
        "abend",
        "beobachtung",
    )
)
HELP = EditorialPage("hilfe/", "Hilfe", "So geht es.", "<p>Wie Lehrkräfte ein <b>Wundertier</b> melden.</p>")

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
        "summary": "Erste Schaltungen mit Kolben und Zinn, auch für Familien.",
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
        "aliases": "[Großes Fernrohr Plauen]",
        "postcode": '"02625"',
        "city": "Bautzen",
        "audiences": "[familien]",
    },
    "offers/schuelerlabor": {
        "title": "Schülerlabor Chemie",
        "summary": "Ganze Klassen experimentieren. Für die Fahrt gibt es einen Zuschuss.",
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
    "offers/raeder": {
        "title": "Werkbank auf Rädern",
        "summary": "Kommt mit Baukästen in die Schule.",
        "topics": "[Robotik]",
        "subjects": "[technik]",
        "provider": "Fahrende Leute",
        "mode": "mobil",
        "status": "unbestaetigt",
        "format": "arbeitsgemeinschaft",
        "serves": "[goerlitz]",
        "venue": None,
        "city": None,
        "postcode": None,
        "district": None,
    },
    "offers/neue-quelle": {
        "title": "Neue Quelle – Bauern, Duell und Museum",
        "summary": "Ein Titel voller Wörter mit ue.",
        "cost": "teilweise",
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
    "networks/huettennetz": {
        "title": "Hüttennetz",
        "summary": "Wer mitmacht, bekommt Baukästen geliehen.",
        "city": "Freiberg",
        "district": "mittelsachsen",
        "serves": "[mittelsachsen, bautzen]",
    },
    "funding/fonds": {},
    "news/werkstatt": {"summary": "Im Jugendhaus steht jetzt eine Werkstatt, dank einer Förderung."},
}
WISHES = "Kribbelkram; schrecklich gern = offers/robotik-ag\n"
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
    (folder / "wuensche").mkdir()
    (folder / "wuensche" / "alle.txt").write_text(WISHES, "utf-8")
    catalogue, report = load(folder, DATA, TODAY)
    assert not report.errors, [found.message for found in report.errors]
    return Listing(catalogue, load_holidays(DATA / "holidays.csv"))


@pytest.fixture(scope="session")
def search_site(catalogue_listing: Listing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The browser's modules and beside them `suche/` as the build writes it."""
    folder = module_folder(tmp_path_factory.mktemp("search-site") / "site")
    found = Documents(catalogue_listing).all([HELP])
    catalogue = catalogue_listing.catalogue
    thesaurus = read_thesaurus(DATA / "synonyme.txt", DATA / "fuellwoerter.txt")
    files = search_files(found, catalogue, SPLITTER.parts, ZONES, hit_map(catalogue), thesaurus=thesaurus)
    write_search(files, folder, LUNR_JS)
    return folder


@pytest.fixture(scope="session")
def ask(search_site: Path) -> Ask:
    """Answers of the finder's engine: `ask({"do": "search", "state": {"q": "robotik"}}, …)`."""

    def _ask(*questions: dict[str, Any]) -> Any:
        return run_node(ENGINE, str(search_site), questions=questions)

    return _ask


@pytest.fixture(scope="session")
def search(ask: Ask) -> Callable[..., dict[str, Any]]:
    """`search("robotik", alter=12)`: the answer to one search."""

    def _search(q: str = "", **state: Any) -> dict[str, Any]:
        found: dict[str, Any] = ask({"do": "search", "state": {"q": q, **state}})[0]
        return found

    return _search


def ids(found: dict[str, Any]) -> list[str]:
    """The ids of the hits of an answer, the best first."""
    return [hit["card"]["id"] for hit in found["hits"]]
