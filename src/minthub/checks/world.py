"""What rules may look at beside the record itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from minthub.folding import fold_key
from minthub.model.convert import Draft
from minthub.model.types import Lists
from minthub.places import Places
from minthub.vocabulary import Vocabulary, closest


@dataclass(frozen=True)
class World:
    """Closed lists, places, all ids, the images that exist, and the day.

    `ids` has every file's id by folder, also of records with mistakes: a reference to them is no second
    mistake.
    `images` maps file names under `content/bilder/` to their size in bytes.
    """

    lists: Lists
    places: Places
    district_by_ags: Mapping[str, str]
    today: date
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    images: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def known_topics(self) -> dict[str, str]:
        """Folded topic → topic."""
        return {fold_key(topic): topic for topic in self.vocabulary.topics}

    def near(self, folder: str, name: str) -> str | None:
        """The id of the record that was probably meant: by id, title or alias."""
        return closest(name, self._near_names[folder], cutoff=0.8)

    @cached_property
    def _near_names(self) -> dict[str, dict[str, str]]:
        return {
            folder: {fold_key(id): id for id in ids} | dict(self.names[folder])
            for folder, ids in self.ids.items()
        }

    @property
    def vocabulary(self) -> Vocabulary:
        return self.lists.vocabulary

    def find(self, folder: str, name: str) -> str | None:
        """The id of a record for its id, title or alias."""
        if name in self.ids.get(folder, ()):
            return name
        # A name of signs only folds to nothing, as do all others of this sort.
        return self.names.get(folder, {}).get(key) if (key := fold_key(name)) else None

    def postcode_districts(self, postcode: str) -> list[str]:
        """District ids of a postcode, the main one first."""
        return self._ids_of(area.district_ags for area in self.places.postcode(postcode))

    def city_districts(self, city: str) -> list[str]:
        """District ids of all municipalities of that name."""
        return self._ids_of(row.district_ags for row in self.places.city(city))

    def districts_named(self, name: str) -> list[str]:
        """District ids of a municipality or landscape of that name; nothing if the tables know none."""
        if found := self.city_districts(name):
            return found
        key = fold_key(name)
        for districts, words in self.vocabulary.typed.get("kreis", {}).items():
            if key in map(fold_key, (words.label, *words.phrases)):
                return [id for id in districts.split() if id in self.lists.districts]
        return []

    def _ids_of(self, keys: Iterable[str]) -> list[str]:
        """Nothing if the record of one is missing or has mistakes: half an answer blames the wrong one."""
        found = list(dict.fromkeys(keys))
        return (
            [self.district_by_ags[ags] for ags in found] if self.district_by_ags.keys() >= set(found) else []
        )


def district_of(draft: Draft, world: World) -> str | None:
    """The district written, else that of the postcode, else that of a city that only one district has."""
    values = draft.values
    if values.district:
        return str(values.district)
    if values.postcode and (districts := world.postcode_districts(values.postcode)):
        if values.city:
            named = world.city_districts(values.city)
            return next((district for district in districts if district in named), districts[0])
        return districts[0]
    if values.city and len(districts := world.city_districts(values.city)) == 1:
        return districts[0]
    return None
