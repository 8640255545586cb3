"""The closed lists of the hub, read from `data/vocabulary.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from minthub.folding import fold_key

# The C loader if available: ten times as fast, and every command reads this file.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Folders of records. Listed here, because this module must not import the models, which depend on it.
KINDS = ("offers", "events", "providers", "networks", "regions", "funding", "news")
# The schema.org types that a format may have; views.jsonld has a function for each.
SCHEMA_TYPES = ("Service", "Course", "EventSeries")


@dataclass(frozen=True)
class Term:
    """One value of a closed list. `ages` is an inclusive span in years; None as its end means open.

    `schema` is the type of schema.org for offers of a format.
    """

    id: str
    label: str
    help: str = ""
    note: str = ""
    synonyms: tuple[str, ...] = ()
    ages: tuple[int, int | None] | None = None
    has_page: bool = False
    schema: str = SCHEMA_TYPES[0]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.id, self.label, *self.synonyms)


@dataclass(frozen=True)
class TermList:
    """A closed list in its order, with lookups for the texts that editors write."""

    name: str
    terms: tuple[Term, ...]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Term:
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def _accepted(self) -> dict[str, str]:
        """Folded id or label → id. Without synonyms, which are only suggested, because values may share them."""
        return {fold_key(name): term.id for term in reversed(self.terms) for name in (term.id, term.label)}

    @cached_property
    def _suggested(self) -> dict[str, str]:
        return {fold_key(name): term.id for term in reversed(self.terms) for name in term.names}

    @cached_property
    def _synonymous(self) -> dict[str, list[str]]:
        """Ids by folded synonym."""
        found: dict[str, list[str]] = {}
        for term in self.terms:
            for key in set(map(fold_key, term.synonyms)):
                found.setdefault(key, []).append(term.id)
        return found

    def find(self, text: str) -> str | None:
        """The id for an id or a German label in any case, with or without umlauts; None if there is none."""
        return text if text in self._by_id else self._accepted.get(fold_key(text))

    def named(self, text: str) -> str | None:
        """Like `find`, but also by an unambiguous synonym."""
        ids = self._synonymous.get(fold_key(text), [])
        return self.find(text) or (ids[0] if len(ids) == 1 else None)

    def closest(self, text: str) -> str | None:
        """The id that was probably meant, or None: by id, label or synonym, then by similarity."""
        key = fold_key(text)
        named = {self._suggested[word] for word in map(fold_key, text.split()) if word in self._suggested}
        # „Görlitz (Landkreis)“ contains the name of one value.
        return (
            named.pop() if len(named) == 1 and key not in self._suggested else closest(text, self._suggested)
        )

    def starting(self, text: str) -> list[str]:
        """The ids with this prefix, if the text is no id itself: „leipzig“ may be a town or a district."""
        key = fold_key(text)
        return [
            id for id in self.ids if len(key) >= 4 and fold_key(id).startswith(key) and fold_key(id) != key
        ]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(term.id for term in self.terms)


def closest(text: str, names: dict[str, str], cutoff: float = 0.72) -> str | None:
    """The value of the name nearest to `text`; `names` maps folded names to values."""
    key = fold_key(text)
    if key in names:
        return names[key]
    near = get_close_matches(key, names, n=1, cutoff=cutoff)
    if near:
        return names[near[0]]
    # „Vogtland“ for „vogtlandkreis“: a long prefix of a single name is enough.
    starting = {
        value
        for name, value in names.items()
        if len(key) >= 5 and (name.startswith(key) or (key.startswith(name) and len(name) >= 5))
    }
    return starting.pop() if len(starting) == 1 else None


@dataclass(frozen=True)
class TypedWords:
    """The label of a filter that the search understands in typed text, and the phrases that set it.

    Phrases of `prefer` only rank matching records higher: „bei Regen“ puts museums first but hides nothing.
    """

    label: str
    phrases: tuple[str, ...]
    prefer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists, the open list of known topics, and the reach that means the whole state.

    `topic_words` and `kind_words` are everyday words for topics and for kinds of records (by folder); the search indexes
    them, too. `typed`: facet → value → phrases that set this filter when typed into the search box.
    """

    lists: dict[str, TermList]
    topics: tuple[str, ...]
    state: Term
    state_name: str
    topic_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kind_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    typed: Mapping[str, Mapping[str, TypedWords]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> TermList:
        return self.lists[name]

    @property
    def age_groups(self) -> TermList:
        return self.lists["age_groups"]


def load_vocabulary(path: Path) -> Vocabulary:
    """Reads the vocabulary file. A mistake raises ValueError with its place, not a finding, because developers edit the file."""
    try:
        data: Any = yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise ValueError(f"vocabulary: {error}") from None
    if not isinstance(data, dict) or not {"state", "topics"} <= set(data):
        raise ValueError("vocabulary: state or topics is missing")
    state = dict(data.pop("state"))
    topics = tuple(str(topic) for topic in data.pop("topics"))
    topic_words = _words_for("topic_words", data.pop("topic_words", {}), topics)
    kind_words = _words_for("kind_words", data.pop("kind_words", {}), KINDS)
    typed = _typed(data.pop("typed", {}))
    lists = {name: TermList(name, tuple(_terms(name, rows))) for name, rows in data.items()}
    state_name = str(state.pop("name", state.get("label")))
    return Vocabulary(lists, topics, _term("state", state), state_name, topic_words, kind_words, typed)


def _typed(data: Any) -> dict[str, dict[str, TypedWords]]:
    try:
        return {
            facet: {
                str(value): TypedWords(
                    str(row["label"]), tuple(map(str, row["phrases"])), tuple(map(str, row.get("prefer", ())))
                )
                for value, row in values.items()
            }
            for facet, values in data.items()
        }
    except (AttributeError, KeyError, TypeError):
        raise ValueError("vocabulary: typed: label or phrases are missing") from None


def _words_for(name: str, data: Any, known: Iterable[str]) -> dict[str, tuple[str, ...]]:
    if not isinstance(data, dict) or (unknown := sorted(set(data) - set(known))):
        raise ValueError(f"vocabulary: {name}: {unknown if isinstance(data, dict) else data} is not known")
    return {key: tuple(map(str, words)) for key, words in data.items()}


def _terms(name: str, rows: Any) -> Iterator[Term]:
    seen: set[str] = set()
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"vocabulary: {name} is no list of values with id and label")
    for row in rows:
        term = _term(name, row)
        if term.id in seen:
            raise ValueError(f"vocabulary: {name}: {term.id} appears twice")
        seen.add(term.id)
        yield term


def _term(name: str, row: dict[str, Any]) -> Term:
    unknown = set(row) - {"id", "label", "help", "note", "synonyms", "ages", "page", "schema"}
    if unknown or "id" not in row or "label" not in row:
        raise ValueError(f"vocabulary: {name}: {row} has unknown keys {sorted(unknown)} or lacks id or label")
    ages, schema = row.get("ages"), str(row.get("schema", SCHEMA_TYPES[0]))
    if schema not in SCHEMA_TYPES:
        raise ValueError(f"vocabulary: {name}: {row['id']} has a schema other than {', '.join(SCHEMA_TYPES)}")
    return Term(
        id=str(row["id"]),
        label=str(row["label"]),
        help=str(row.get("help", "")),
        note=str(row.get("note", "")),
        synonyms=tuple(str(word) for word in row.get("synonyms", ())),
        ages=(int(ages[0]), None if ages[1] is None else int(ages[1])) if ages else None,
        has_page=bool(row.get("page", False)),
        schema=schema,
    )
