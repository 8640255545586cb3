"""The context of rules: everything besides the record itself that they may use."""

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
    """Closed lists, places, all ids and images, and the current day.

    `ids`: folder → ids of all files, including records with mistakes, so that references to these are not reported, too.
    `names`: folder → folded title or alias → id. `images`: file name under `content/bilder/` → size in bytes.
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
        """The id of the record with this id, title or alias."""
        if name in self.ids.get(folder, ()):
            return name
        # Names without letters and digits all fold to an empty text, so they are never found.
        return self.names.get(folder, {}).get(key) if (key := fold_key(name)) else None

    def postcode_districts(self, postcode: str) -> list[str]:
        """District ids of a postcode, the main one first."""
        return self._ids_of(area.district_ags for area in self.places.postcode(postcode))

    def city_districts(self, city: str) -> list[str]:
        """District ids of all municipalities of that name."""
        return self._ids_of(row.district_ags for row in self.places.city(city))

    def districts_named(self, name: str) -> list[str]:
        """District ids of a municipality or landscape of that name; empty if unknown."""
        if found := self.city_districts(name):
            return found
        key = fold_key(name)
        for districts, words in self.vocabulary.typed.get("kreis", {}).items():
            if key in map(fold_key, (words.label, *words.phrases)):
                return [id for id in districts.split() if id in self.lists.districts]
        return []

    def _ids_of(self, keys: Iterable[str]) -> list[str]:
        """AGS → district ids. Empty if one of the districts has no valid record, because rules would draw wrong conclusions
        from an incomplete list.
        """
        found = list(dict.fromkeys(keys))
        return (
            [self.district_by_ags[ags] for ags in found] if self.district_by_ags.keys() >= set(found) else []
        )


def district_of(draft: Draft, world: World) -> str | None:
    """The district as written, else that of the postcode, else that of the city if it is unambiguous."""
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
