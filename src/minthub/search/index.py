"""A lunr index over folded words.

lunr's own German pipeline downloads data during the build and knows no umlaut spellings, so both pipelines are empty:
words are folded here, and `suche.js` folds what is typed with the same table.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lunr.builder import Builder
from lunr.index import Index
from lunr.token_set import TokenSet

from minthub.folding import words
from minthub.search.documents import Document

FIELDS = {"title": 6, "aliases": 5, "topics": 3, "place": 3, "provider": 2, "summary": 1}


def build_index(documents: Sequence[Document]) -> Any:
    """A lunr.py index; references are `offers/<id>`."""
    builder = Builder()
    builder.ref("id")
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    for document in documents:
        builder.add(
            {"id": document.id, **{field: " ".join(words(getattr(document, field))) for field in FIELDS}}
        )
    if not documents:
        # lunr.py's builder would divide by their number.
        return Index({}, {}, TokenSet(), list(FIELDS), builder.search_pipeline)
    return builder.build()


def write_search(documents: Sequence[Document], out: Path, lunr_js: Path) -> None:
    """`suche/index.json` with index and hits, and lunr.js beside it. Raises OSError."""
    folder = out / "suche"
    folder.mkdir(parents=True, exist_ok=True)
    hits = {
        document.id: {
            "title": document.title,
            "href": document.href,
            "meta": document.meta,
            "summary": document.summary,
            **({"over": True} if document.is_over else {}),
        }
        for document in documents
    }
    data = {"index": build_index(documents).serialize(), "hits": hits}
    (folder / "index.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
    shutil.copyfile(lunr_js, folder / "lunr.js")
