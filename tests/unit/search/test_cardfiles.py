"""Cards in files: short in writing, whole in the browser."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minthub.listing import Listing
from minthub.search import write
from minthub.search.cardfiles import BLOCK, MAX_SHARED, CardFiles
from minthub.search.documents import Document, Documents
from minthub.search.mapfile import hit_map
from minthub.search.shards import PLENTY
from minthub.search.write import search_files, write_search
from minthub.views.cards import Card, CardFact
from minthub.views.site import Badge
from tests.conftest import ROOT
from tests.node import module_folder, run_node
from tests.unit.search.conftest import ENGINE, HELP, LUNR_JS, SPLITTER, ZONES, Ask


def document(id: str = "offers/robotik", href: str | None = None, **changes: Any) -> Document:
    card = Card(
        data_id=id,
        href=f"angebote/{id.partition('/')[2]}/" if href is None else href,
        title=id.title(),
        kind="Arbeitsgemeinschaft",
        summary="Bauen und steuern.",
        facts=(CardFact("cost", "Kosten", "kostenlos"), CardFact("place", "Wo", f"Ort von {id}")),
        badges=(),
        subjects=(Badge("technik", "Technik"),),
    )
    return Document(id=id, kind="offers", card=card, texts={}, **changes)


def test_what_many_cards_say_is_written_once() -> None:
    files = CardFiles([document(f"offers/nummer-{number}") for number in range(10)])
    texts = files.root["texts"]
    assert sorted(texts) == [
        "Arbeitsgemeinschaft",
        "cost Kosten",
        "kostenlos",
        "place Wo",
        "technik Technik",
    ]
    id, title, kind, summary, facts, badges, subjects = json.loads(files.files[0])[1]
    assert (id, title, summary, badges) == ("offers/nummer-1", "Offers/Nummer-1", "Bauen und steuern.", [])
    assert texts[kind] == "Arbeitsgemeinschaft"
    assert [texts[text] if isinstance(text, int) else text for text in facts] == [
        *("cost Kosten", "kostenlos"),
        *("place Wo", "Ort von offers/nummer-1"),
    ]
    assert [texts[text] for text in subjects] == ["technik Technik"]


def test_what_few_cards_say_stands_in_them() -> None:
    files = CardFiles([document()])
    assert files.root["texts"] == []
    assert json.loads(files.files[0])[0][2] == "Arbeitsgemeinschaft"


def test_no_more_texts_than_everybody_should_fetch() -> None:
    cards = [document(f"offers/n{number % 300}") for number in range(2000)]
    assert len(CardFiles(cards).root["texts"]) == MAX_SHARED


@pytest.mark.parametrize(
    ("given", "rest"),
    [
        (document(), None),
        (document("pages/schulen", "schulen/"), {"href": "schulen/"}),
        (document("pages", ""), {"href": "./"}),
        (document(is_over=True), {"over": True}),
        (document(times=(("2026-12-01", "2026-12-01"),)), {"times": [["2026-12-01", "2026-12-01"]]}),
        (document(gone=2), {"gone": 2}),
    ],
)
def test_only_what_is_unusual_is_added(given: Document, rest: dict[str, Any] | None) -> None:
    (row,) = json.loads(CardFiles([given]).files[0])
    assert row[7:] == ([] if rest is None else [rest])


def test_files_hold_a_few_cards_each() -> None:
    files = CardFiles([document(f"offers/n{number}") for number in range(2 * BLOCK + 1)]).files
    assert [len(json.loads(file)) for file in files] == [BLOCK, BLOCK, 1]


def test_the_browser_has_the_whole_card(catalogue_listing: Listing, ask: Ask) -> None:
    documents = Documents(catalogue_listing).all([HELP])
    (cards,) = ask({"do": "find", "ids": [document.id for document in documents]})
    for number, (made, card) in enumerate(zip(documents, cards, strict=True)):
        assert card == {
            "id": made.id,
            "number": number,
            "href": made.card.href,
            "title": made.card.title,
            "kind": made.card.kind,
            "summary": made.card.summary,
            "facts": [[fact.id, fact.label, fact.text] for fact in made.card.brief],
            "badges": [[badge.id, badge.text] for badge in made.card.badges],
            "subjects": [[badge.id, badge.text] for badge in made.card.subjects],
            "quiet": made.card.is_quiet,
            "over": made.is_over,
            "ends": made.card.ends,
            "times": [list(time) for time in made.times],
            **({"gone": made.gone} if made.gone else {}),
        }


# What is fetched, and when


def test_the_first_hits_come_before_the_others(ask: Ask) -> None:
    kinds = ["offers", "events", "regions", "providers"]
    (found,) = ask({"do": "first", "state": {"art": kinds}})
    (first,), all_hits = found["first"], found["all"]["hits"]
    assert len(all_hits) == 10
    assert first["hits"] == all_hits[:6]
    assert (first["count"], first["spelling"]) == (found["all"]["count"], [])


@pytest.mark.parametrize("query", ["chemie", "robotk"])
def test_few_hits_come_at_once(query: str, ask: Ask) -> None:
    """What is said above or below them is known last."""
    (found,) = ask({"do": "first", "state": {"q": query}})
    assert found["first"] == []
    assert found["all"]["hits"]


def test_a_large_index_names_its_files_in_pages_and_later_at_once(
    catalogue_listing: Listing, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    monkeypatch.setattr(write, "MAX_ROOT", 1)
    monkeypatch.setattr(write, "PAGE", 1)
    monkeypatch.setattr("minthub.search.shards.SHARD_SIZE", 400)
    folder = module_folder(tmp_path / "site")
    catalogue = catalogue_listing.catalogue
    documents = Documents(catalogue_listing).all([HELP])
    files = search_files(documents, catalogue, SPLITTER.parts, ZONES, hit_map(catalogue))
    write_search(files, folder, LUNR_JS)
    questions = [{"do": "search", "state": {"q": query}} for query in ("chemie", "sternwarte")]
    steps = [questions[0], {"do": "terms"}, questions[1], {"do": "fetched"}]
    _, _, answer, fetched = run_node(ENGINE, str(folder), questions=steps)
    before, later = fetched[: fetched.index("terms.json")], fetched[fetched.index("terms.json") :]
    assert [name for name in before if name.startswith("r") and name != "root.json"]
    assert not [name for name in later if name.startswith("r")]
    assert [hit["card"]["id"] for hit in answer["hits"]] == [
        hit["card"]["id"] for hit in ask(questions[1])[0]["hits"]
    ]


@pytest.mark.parametrize("steps", [[], [{"do": "terms"}]], ids=["by page", "all at once"])
def test_the_browser_knows_where_files_of_terms_go_on(
    catalogue_listing: Listing, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, steps: list[Any]
) -> None:
    monkeypatch.setattr(write, "MAX_ROOT", 1)
    monkeypatch.setattr(write, "PAGE", 3)
    monkeypatch.setattr("minthub.search.shards.SHARD_SIZE", 200)
    marked: list[bool] = []
    monkeypatch.setattr(
        write,
        "goes_on",
        lambda firsts, index: marked.extend(number % 4 == 1 for number in range(len(firsts))) or marked,
    )
    folder = module_folder(tmp_path / "site")
    documents = Documents(catalogue_listing).all([HELP])
    write_search(search_files(documents, catalogue_listing.catalogue, SPLITTER.parts, ZONES), folder, LUNR_JS)
    question = {"do": "goesOn", "numbers": list(range(len(marked)))}
    assert len(marked) > 20
    assert run_node(ENGINE, str(folder), questions=[*steps, question])[-1] == marked


def test_what_is_frequent_is_the_same_in_both_languages() -> None:
    slots = (ROOT / "theme_overrides" / "assets" / "finder" / "slots.js").read_text("utf-8")
    assert f"const PLENTY = {PLENTY};" in slots
