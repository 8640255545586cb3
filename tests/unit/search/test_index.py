"""What is found for what is typed, and in which order."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lunr.index import Index

from minthub import folding
from minthub.folding import words
from minthub.listing import Listing
from minthub.search.documents import Document, documents
from minthub.search.index import FIELDS, build_index, write_search
from tests.conftest import ROOT

Ask = Callable[[str], list[str]]
PAGE_JS = ROOT / "theme_overrides" / "assets" / "suche.js"

# What is typed → the ids that are found, whatever their order.
FOUND = {
    # Spellings of umlauts and ß
    "löten": {"offers/loetkurs"},
    "loeten": {"offers/loetkurs"},
    "loten": {"offers/loetkurs"},
    "LÖTEN": {"offers/loetkurs"},
    "lo\u0308ten": {"offers/loetkurs"},
    "Schülerlabor": {"offers/schuelerlabor"},
    "Schuelerlabor": {"offers/schuelerlabor"},
    "schulerlabor": {"offers/schuelerlabor"},
    "Brücke": {"events/bauen"},
    "Bruecke": {"events/bauen"},
    "Löbau": {"offers/neue-quelle"},
    "Loebau": {"offers/neue-quelle"},
    "Übermut": {"offers/neue-quelle"},
    "Uebermut": {"offers/neue-quelle"},
    # Words with ue, eu, au that are no umlauts
    "Quelle": {"offers/neue-quelle"},
    "neue quelle": {"offers/neue-quelle"},
    "Bauern": {"offers/neue-quelle"},
    "Duell": {"offers/neue-quelle"},
    # Beginnings of words
    "robo": {"offers/robotik-ag", "offers/robotik-frueher"},
    "rob": {"offers/robotik-ag", "offers/robotik-frueher"},
    "beobacht": {"offers/sternwarte"},
    "elektr": {"offers/loetkurs"},
    # Inside of words, only if no word begins like that
    "bibliothek": {"offers/loetkurs", "providers/slub"},
    "club": {"offers/robotik-ag"},
    # A synonym of workshops, too; „Roboterwerkstatt“ is one.
    "werkstatt": {
        "offers/robotik-frueher",
        "events/bauen",
        "events/vorbei",
        "news/werkstatt",
        "providers/slub",
    },
    "anderesabend": set(),
    "tungsabend": {"offers/sternwarte"},
    # Typing errors, only if nothing else is found
    "Robotk": {"offers/robotik-ag", "offers/robotik-frueher"},
    "Schuelerlabr": {"offers/schuelerlabor"},
    "Beobachtugnsabend": {"offers/sternwarte"},
    "Bautzen": {"offers/sternwarte", "regions/bautzen", "networks/lausitz"},  # and not „bauten“
    # Synonyms of closed lists
    "Mathe": {"offers/neue-quelle"},
    "Programmieren": {"offers/robotik-ag"},
    "Planetarium": {"offers/sternwarte"},
    "Großeltern": {"offers/sternwarte"},
    "Bücherei": {"providers/slub"},
    "Lernlabor": {"offers/schuelerlabor"},
    # Places
    "02625": {"offers/sternwarte"},
    "01069": {"offers/loetkurs", "providers/slub"},
    "0262": {"offers/sternwarte"},
    "Landkreis Bautzen": {"offers/sternwarte", "regions/bautzen"},
    "Chemnitz": {"offers/schuelerlabor", "regions/chemnitz"},
    "sachsenweit": {"funding/fonds"},
    # Sorbian
    "Budyšin": {"offers/sternwarte", "regions/bautzen"},
    "budysin": {"offers/sternwarte", "regions/bautzen"},
    "BUDYŠIN": {"offers/sternwarte", "regions/bautzen"},
    "Wokrjes Budyšin": {"offers/sternwarte", "regions/bautzen"},
    "Łužica": {"networks/lausitz"},
    "luzica": {"networks/lausitz"},
    # Aliases
    "Roboterclub": {"offers/robotik-ag"},
    "SLUB": {"providers/slub"},
    # Providers by the title of their record
    "Sächsische Landesbibliothek": {"offers/loetkurs", "providers/slub"},
    "saechsische landesbibliothek": {"offers/loetkurs", "providers/slub"},
    "Sternfreunde": {"offers/sternwarte"},
    # Several words: those records that have the most of them
    "Robotik Görlitz": {"offers/robotik-ag", "offers/robotik-frueher"},
    "löten dresden": {"offers/loetkurs"},
    "astronomie familien": {"offers/sternwarte"},
    "astronomie quatsch": {"offers/sternwarte", "events/vorbei"},
    "Löten, Elektronik!": {"offers/loetkurs"},
    # Nothing
    "": set(),
    "  – ": set(),
    "xyz": set(),
    "Unterwasserrugby": set(),
    "Angabe": set(),
}


@pytest.mark.parametrize("query", FOUND)
def test_what_is_typed_finds(query: str, ask: Ask) -> None:
    assert set(ask(query)) == FOUND[query]


# What is typed → the ids that stand first.
FIRST = {
    "Robotik": ["offers/robotik-ag"],
    "Roboter": ["offers/robotik-ag"],
    "Schülerlabor Chemie": ["offers/schuelerlabor"],
    "SLUB": ["providers/slub"],
    "Bautzen": ["regions/bautzen"],
    "Chemnitz": ["regions/chemnitz", "offers/schuelerlabor"],
    "Technikfonds": ["funding/fonds"],
    "MINT-Netz Lausitz": ["networks/lausitz"],
    # Its topic, a synonym of its subject, a title that is over.
    "astronomie": ["offers/sternwarte", "events/vorbei"],
    "Jugendhaus Görlitz": ["providers/jugendhaus"],
}


@pytest.mark.parametrize("query", FIRST)
def test_what_stands_first(query: str, ask: Ask) -> None:
    assert ask(query)[: len(FIRST[query])] == FIRST[query]


def test_what_is_over_stands_last_even_with_the_word_in_its_title(ask: Ask) -> None:
    assert ask("Roboter")[-1] == "offers/robotik-frueher"
    assert ask("Astronomietag") == ["events/vorbei"]
    assert ask("astronomie")[-1] == "events/vorbei"


def test_every_record_is_found_by_its_title(ask: Ask, catalogue_listing: Listing) -> None:
    for document in documents(catalogue_listing):
        assert document.id in ask(document.title)[:3], document.title


# The index


def document(id: str = "offers/x", **fields: Any) -> Document:
    filled = dict.fromkeys(
        ("title", "summary", "provider", "place", "topics", "aliases", "kind", "href", "meta"), ""
    )
    return Document(id=id, **{**filled, "is_over": False, **fields})


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_searched(field: str) -> None:
    index = build_index([document("offers/a", **{field: "Größe"}), document("offers/b")])
    assert [hit["ref"] for hit in index.search("grosse")] == ["offers/a"]


@pytest.mark.parametrize("field", ["kind", "href", "meta"])
def test_what_is_only_shown_is_not_searched(field: str) -> None:
    assert build_index([document(**{field: "Unikum"})]).search("unikum") == []


def test_weights_order_the_fields() -> None:
    assert FIELDS == {"title": 6, "aliases": 5, "topics": 3, "place": 3, "provider": 2, "summary": 1}
    fields = ["title", "aliases", "topics", "provider", "summary"]
    index = build_index([document(f"offers/{field}", **{field: "wort"}) for field in reversed(fields)])
    assert [hit["ref"].partition("/")[2] for hit in index.search("wort")] == fields


@pytest.mark.parametrize("word", ["und", "der", "die", "für", "the", "and", "running", "Brücken", "Bücher"])
def test_no_word_is_left_out_or_shortened(word: str) -> None:
    """Both pipelines are empty: no stop words, no stems."""
    (term,) = words(word)
    index = build_index([document(title=word)])
    assert [hit["ref"] for hit in index.search(term)] == ["offers/x"]
    assert list(index.inverted_index) == [term]


def test_an_empty_catalogue_has_an_index() -> None:
    index = build_index([])
    assert index.search("wort") == []
    assert Index.load(index.serialize()).search("wort*") == []


# The files


def test_the_page_gets_index_hits_and_lunr(search_folder: Path, data: dict[str, Any]) -> None:
    assert sorted(path.name for path in search_folder.iterdir()) == ["index.json", "lunr.js"]
    assert set(data) == {"index", "hits"}
    assert data["index"]["version"].startswith("2.3")
    assert data["index"]["fields"] == list(FIELDS)
    assert data["index"]["pipeline"] == []


def test_hits_have_what_the_page_shows(data: dict[str, Any]) -> None:
    assert data["hits"]["offers/robotik-ag"] == {
        "title": "Robotik-AG im Jugendhaus",
        "href": "angebote/robotik-ag/",
        "meta": "Angebot · Görlitz, Jugendhaus",
        "summary": "Kinder bauen und programmieren Roboter aus Baukästen.",
    }


def test_only_what_is_over_says_so(data: dict[str, Any]) -> None:
    over = {id for id, hit in data["hits"].items() if "over" in hit}
    assert over == {"offers/robotik-frueher", "events/vorbei"}
    assert all(data["hits"][id]["over"] is True for id in over)


def test_index_and_hits_have_the_same_ids(data: dict[str, Any], catalogue_listing: Listing) -> None:
    refs = {ref.partition("/")[2] for ref, _ in data["index"]["fieldVectors"]}
    assert refs == set(data["hits"]) == {document.id for document in documents(catalogue_listing)}


def test_the_written_index_is_the_built_one(tmp_path: Path) -> None:
    (tmp_path / "lunr.js").write_text("// lunr", "utf-8")
    found = [document("offers/a", title="Łužica"), document("offers/b", title="Größe", is_over=True)]
    write_search(found, tmp_path / "out", tmp_path / "lunr.js")
    data = json.loads((tmp_path / "out" / "suche" / "index.json").read_text("utf-8"))
    assert [hit["ref"] for hit in Index.load(data["index"]).search("luzica")] == ["offers/a"]
    assert data["hits"]["offers/b"]["over"] is True
    assert (tmp_path / "out" / "suche" / "lunr.js").read_text("utf-8") == "// lunr"


def test_the_files_are_compact_and_readable(search_folder: Path) -> None:
    text = (search_folder / "index.json").read_text("utf-8")
    assert "\\u" not in text
    assert '": ' not in re.sub(r'"(?:title|meta|summary)":"[^"]*"', "", text)


def test_the_same_records_give_the_same_bytes(catalogue_listing: Listing, tmp_path: Path) -> None:
    (tmp_path / "lunr.js").write_text("", "utf-8")
    for name in ("one", "two"):
        write_search(list(documents(catalogue_listing)), tmp_path / name, tmp_path / "lunr.js")
    one, two = ((tmp_path / name / "suche" / "index.json").read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_second_build_replaces_the_files(tmp_path: Path) -> None:
    (tmp_path / "lunr.js").write_text("", "utf-8")
    write_search([document("offers/a", title="alt")], tmp_path, tmp_path / "lunr.js")
    write_search([document("offers/b", title="neu")], tmp_path, tmp_path / "lunr.js")
    assert list(json.loads((tmp_path / "suche" / "index.json").read_text("utf-8"))["hits"]) == ["offers/b"]


def test_without_lunr_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_search([], tmp_path, tmp_path / "lunr.js")


# The page


def test_the_page_folds_with_the_same_table() -> None:
    text = PAGE_JS.read_text("utf-8")
    letters = re.search(r"const LETTERS = \{(.*?)\};", text)
    digraphs = re.search(r"\.replace\(/(\(\?<=.*?)/g, ", text)
    assert letters
    assert digraphs
    table = {ord(one): other for one, other in re.findall(r'"(.)": "(\w+)"', letters[1])}
    assert table == folding._LETTERS
    assert digraphs[1] == folding._DIGRAPHS.pattern


WORDS = [
    "Schülerlabor", "Schuelerlabor", "Müller", "MÜLLER", "Straße", "STRAẞE", "Łužica", "Budyšin", "Wokrjes Zhorjelc",
    "Úterý", "Đorđe", "Ærøskøbing", "3D-Druck", "snake_case", "C++", "Uebung", "offene Uebung", "neue", "Quelle", "Bauer",
    "aktuell", "Zoë", "Böe", "Duell", "Mathe–Physik", "02826", "„Jugend forscht“", "a\u0308ra", "Физика", "日本", "½", "",
    "Bläue", "Blaeue", "Goethe", "Israel", "Poesie", "Museum", "Äußeres", "Œuvre", "e. V.", "İstanbul",
]  # fmt: skip


def test_the_page_folds_every_word_alike() -> None:
    node = shutil.which("node")
    if not node:
        pytest.skip("needs Node")
    text = PAGE_JS.read_text("utf-8")
    start, end = text.index("const LETTERS"), text.index("const words")
    code = text[start : text.index("\n", end)]
    script = f"{code}\nconsole.log(JSON.stringify({json.dumps(WORDS)}.map(words)));"
    done = subprocess.run([node, "-"], input=script, capture_output=True, text=True, check=True)
    assert dict(zip(WORDS, json.loads(done.stdout), strict=True)) == {word: words(word) for word in WORDS}


def test_the_page_shows_what_lunr_py_finds(ask_page: Callable[[list[str]], list[dict[str, Any]]]) -> None:
    answers = dict(zip(FOUND, ask_page(list(FOUND)), strict=True))
    assert {query: {hit["id"] for hit in answer["hits"]} for query, answer in answers.items()} == FOUND


def test_the_page_has_the_same_first_hits(ask_page: Callable[[list[str]], list[dict[str, Any]]]) -> None:
    answers = dict(zip(FIRST, ask_page(list(FIRST)), strict=True))
    first = {
        query: [hit["id"] for hit in answer["hits"]][: len(FIRST[query])] for query, answer in answers.items()
    }
    assert first == FIRST


def test_the_page_says_how_many_there_are(ask_page: Callable[[list[str]], list[dict[str, Any]]]) -> None:
    queries = ["Robotik", "Schülerlabor", "Unterwasserrugby", "", "astronomie"]
    robotics, one, none, nothing, astronomy = ask_page(queries)
    assert robotics["status"] == "2 Treffer"
    assert one["status"] == "1 Treffer"
    assert none["status"] == (
        "Kein Treffer. Versuchen Sie ein anderes Wort oder wählen Sie unten Kreis, Alter oder Fach."
    )
    assert none["hits"] == []
    assert nothing == {"status": "", "hits": []}
    assert robotics["hits"][0] == {
        "id": "offers/robotik-ag",
        "href": "../angebote/robotik-ag/",
        "texts": [
            "Robotik-AG im Jugendhaus",
            "Angebot · Görlitz, Jugendhaus",
            "Kinder bauen und programmieren Roboter aus Baukästen.",
        ],
    }
    assert [hit["texts"][1] for hit in astronomy["hits"]] == [
        "Angebot · Bautzen, Hügel",
        "Termin · Görlitz, Jugendhaus · nicht mehr aktuell",
    ]
