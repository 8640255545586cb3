"""What rules may look at beside the record itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from minthub.folding import fold_key
from minthub.model.convert import Draft
from minthub.model.types import Lists
from minthub.places import Municipality, Places
from minthub.vocabulary import Vocabulary


@dataclass(frozen=True)
class World:
    """Closed lists, places, all ids, the images that exist, and the day.

    `ids` has every file's id by folder, also of records with mistakes: a reference to them is no second mistake.
    `images` maps file names under `content/bilder/` to their size in bytes.
    """

    lists: Lists
    places: Places
    district_by_ags: Mapping[str, str]
    today: date
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    images: Mapping[str, int] = field(default_factory=dict)

    @property
    def vocabulary(self) -> Vocabulary:
        return self.lists.vocabulary

    def find(self, folder: str, name: str) -> str | None:
        """The id of a record for its id, title or alias."""
        if name in self.ids.get(folder, ()):
            return name
        return self.names.get(folder, {}).get(fold_key(name))

    def postcode_districts(self, postcode: str) -> list[str]:
        """District ids of a postcode, the main one first."""
        areas = self.places.postcode(postcode)
        return list(dict.fromkeys(self.district_by_ags[area.district_ags] for area in areas if area.district_ags in self.district_by_ags))

    def city_districts(self, city: str) -> list[str]:
        found = self.places.city(city)
        return list(dict.fromkeys(self.district_by_ags[row.district_ags] for row in found if row.district_ags in self.district_by_ags))

    def municipality(self, city: str, district: str | None) -> Municipality | None:
        """The municipality of that name, in the district if several have the name."""
        found = self.places.city(city)
        inside = [row for row in found if self.district_by_ags.get(row.district_ags) == district]
        return (inside or found or [None])[0]


def district_of(draft: Draft, world: World) -> str | None:
    """The district written, else that of the postcode, else that of a city name that only one district has."""
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
