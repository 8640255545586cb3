"""Writes the search below `suche/`: one folder named by a hash of its contents, and `stand.json`, which names that folder.

Any change to a record changes every file of the folder, because scores depend on all records. So the folder as a whole
is addressed by content: a browser never mixes files of two builds, and can cache each file for ever.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rjsmin

from minthub.catalogue import Catalogue
from minthub.output import write_file
from minthub.search.cardfiles import CardFiles
from minthub.search.codec import front_coded
from minthub.search.documents import Document
from minthub.search.german import Analyzer
from minthub.search.index import FIELDS, InvertedIndex
from minthub.search.mapfile import MAP_FILE, HitMap
from minthub.search.meaning import meaning_file, postcode_file, town_points
from minthub.search.shards import LEXICON_LENGTHS, dumps, first_terms, goes_on, lexicon, shards
from minthub.search.tables import facet_files, ids, ranges
from minthub.search.thesaurus import NO_WORDS, Thesaurus, by_shard

FOLDER = "suche"
# Every visitor fetches `root.json`. It lists the first terms of up to MAX_ROOT term files itself. A larger index splits
# that list into pages of PAGE entries (`r*.json`), of which a query fetches those it needs. `terms.json` repeats the
# whole list; the browser fetches it once the first hits are shown, so that later words need no further page.
MAX_ROOT = 256
PAGE = 64


@dataclass(frozen=True)
class SearchFiles:
    """All files of a search by name."""

    files: Mapping[str, str]

    @property
    def folder(self) -> str:
        """The name made from the contents: twelve hexadecimal digits."""
        digest = hashlib.sha256()
        for name, text in sorted(self.files.items()):
            digest.update(f"{name}\0{text}\0".encode())
        return digest.hexdigest()[:12]


def make_index(documents: Sequence[Document], analyzer: Analyzer) -> InvertedIndex:
    index = InvertedIndex(analyzer.terms)
    for document in documents:
        index.add(document.texts)
    return index


def search_files(
    documents: Sequence[Document],
    catalogue: Catalogue,
    split: Callable[[str], tuple[str, ...]],
    zones: Path,
    hits: HitMap | None = None,
    more: Mapping[str, str] | None = None,
    thesaurus: Thesaurus = NO_WORDS,
) -> SearchFiles:
    """Root, terms `t*.json`, cards `b*.json`, ids `i*.json`, `ids.json`, lexicon `l*.json`, `y*.json`, facets, meanings, postcodes.

    Without the map `hits` there are no coordinates, so the finder has no distances. `more`: further files to add, by name.
    """
    project = hits.project if hits else None
    analyzer = Analyzer(split)
    index = make_index(documents, analyzer)
    cut = list(shards(index, analyzer.parts))
    firsts = first_terms(cut)
    marks = goes_on(firsts, index)
    same = thesaurus.for_terms(set(index.terms), set(index.said_in_short()))
    same_by_shard = by_shard(same, firsts)
    cards = CardFiles(documents)
    id_files, first_ids = ids(documents)
    files = {
        "root.json": dumps({**_root(documents, cards, hits), **_first_terms(firsts, marks)}),
        **_term_pages(firsts, marks),
        **_numbered("t", [shard.text(same_by_shard.get(at, {})) for at, shard in enumerate(cut)]),
        **_numbered("b", cards.files),
        "ids.json": dumps(front_coded(first_ids)),
        **_numbered("i", id_files),
        **_numbered("l", lexicon(index.common)),
        **_numbered("y", lexicon(dict.fromkeys(thesaurus.words(same), 1))),
        "meaning.json": meaning_file(catalogue, project),
        "postcodes.json": postcode_file(catalogue, zones, project),
        **({MAP_FILE: hits.text} if hits else {}),
        **(more or {}),
    }
    facets = facet_files(documents, project, town_points(catalogue, project))
    return SearchFiles({**files, **{f"{name}.json": text for name, text in facets.items()}})


def _numbered(letter: str, texts: Sequence[str]) -> dict[str, str]:
    return {f"{letter}{at}.json": text for at, text in enumerate(texts)}


def _root(documents: Sequence[Document], cards: CardFiles, hits: HitMap | None) -> dict[str, Any]:
    return {
        "documents": len(documents),
        "fields": list(FIELDS),
        "ranges": ranges(documents),
        "cards": cards.root,
        "lexicon": LEXICON_LENGTHS,
        "km": round(hits.km, 4) if hits else 1,
    }


def _first_terms(firsts: Sequence[str], marks: Sequence[bool]) -> dict[str, Any]:
    """The part of `root.json` that tells which file holds a term: the first term of each term file, shortened and
    front-coded. With more than MAX_ROOT files only the first term of each page; `_term_pages` writes the pages.
    """
    if len(firsts) <= MAX_ROOT:
        return {"terms": _beginnings(firsts, marks)}
    return {"pages": " ".join(front_coded(firsts[::PAGE])), "page": PAGE}


def _term_pages(firsts: Sequence[str], marks: Sequence[bool]) -> dict[str, str]:
    if len(firsts) <= MAX_ROOT:
        return {}
    starts = range(0, len(firsts), PAGE)
    pages = {f"r{at}": slice(start, start + PAGE) for at, start in enumerate(starts)}
    parts = {"terms": slice(None), **pages}
    return {
        f"{name}.json": dumps({"terms": _beginnings(firsts[part], marks[part])})
        for name, part in parts.items()
    }


def _beginnings(firsts: Sequence[str], marks: Sequence[bool]) -> str:
    """The first terms as one blank-separated text. A full stop behind one marks a file for which `shards.goes_on` is true."""
    return " ".join(text + "." * mark for text, mark in zip(front_coded(firsts), marks, strict=True))


def write_search(search: SearchFiles, out: Path, lunr_js: Path) -> None:
    """Writes the folder, `stand.json` with its name, and lunr.js as a module. Raises OSError."""
    top = out / FOLDER
    folder = search.folder
    for name, text in search.files.items():
        write_file(f"{top}/{folder}/{name}", text)
    (top / "lunr.js").write_text(lunr_module(lunr_js.read_text("utf-8")), "utf-8")
    (top / "stand.json").write_text(json.dumps({"folder": folder}), "utf-8")


def lunr_module(source: str) -> str:
    """lunr.js as a minified ES module. lunr finds a CommonJS `module`, exports itself there, and that is re-exported.

    The tokenizer, stemmer, index builder and query parser are dropped; they are half of the file. Our terms are made
    at build time, and the finder passes clauses to `lunr.Index` instead of a query text.
    """
    statements = _STATEMENT.split(source)
    kept = "".join(text for text in statements if not text.startswith(_UNASKED))
    return f"const module={{exports:{{}}}},exports=module.exports;{rjsmin.jsmin(kept)};export default module.exports;"


# Splits lunr.js before each top-level statement (`lunr.Vector.prototype.dot = …`) and before the export at its end.
_STATEMENT = re.compile(r"^(?=lunr\.\w| *;\(function \(root)", re.MULTILINE)
_TEXT_PARTS = (
    "tokenizer trimmer stemmer stopWordFilter generateStopWordFilter Token idf Builder Pipeline.prototype"
)
_PIPELINE_PARTS = "Pipeline.load Pipeline.registerFunction Pipeline.registeredFunctions Pipeline.warnIfFunctionNotRegistered"
_QUERY_PARTS = "QueryLexer QueryParser QueryParseError Index.prototype.search TokenSet.fromFuzzyString"
_FILE_PARTS = "Index.load Index.prototype.toJSON"
_UNASKED = tuple(
    f"lunr.{name}{after}"
    for name in " ".join((_TEXT_PARTS, _PIPELINE_PARTS, _QUERY_PARTS, _FILE_PARTS)).split()
    for after in ". ("
)
