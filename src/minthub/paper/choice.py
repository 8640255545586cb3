"""Chooses the offers that a leaflet names if there is no room for all: by rules that it prints, never at random."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from minthub.audience import MAX_AGE, age_numbers
from minthub.folding import fold
from minthub.freshness import Freshness, freshness
from minthub.listing import Listing
from minthub.model.kinds import Offer

RULES = (
    "Ausgewählt nach festen Regeln: bestätigte und im letzten Jahr geprüfte Angebote zuerst, dann solche vor Ort, "
    "verteilt auf möglichst viele Orte und Fächer; was genau für dieses Alter gemacht ist, geht vor."
)


class Choice:
    """Chooses among the offers of one listing."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def best(self, offers: Iterable[Offer], number: int, district: str) -> list[Offer]:
        """At most `number` offers, chosen greedily: each time the best of the rest.

        Confirmed and fresh offers win, then those in the district, then those whose place and subjects have been chosen
        least often so far, then those for fewer ages, then the alphabet.
        """
        rest = sorted(offers, key=lambda offer: (self._ages(offer), fold(offer.title), offer.id))
        sure = {offer.id for offer in rest if self._is_sure(offer)}
        places: Counter[str] = Counter()
        subjects: Counter[str] = Counter()
        chosen: list[Offer] = []

        def crowding(offer: Offer) -> tuple[bool, bool, int]:
            named = places[offer.city or ""] + min(subjects[subject] for subject in offer.subjects)
            return offer.id not in sure, offer.district != district, named

        while rest and len(chosen) < number:
            # min() returns the first of equal offers, so the sorting above breaks ties.
            offer = min(rest, key=crowding)
            rest.remove(offer)
            chosen.append(offer)
            places[offer.city or ""] += 1
            subjects.update(offer.subjects)
        return chosen

    def _is_sure(self, offer: Offer) -> bool:
        return offer.status == "aktiv" and freshness(offer.checked, self.listing.today) is Freshness.FRESH

    def _ages(self, offer: Offer) -> int:
        """The number of ages that the offer is for; MAX_AGE if unknown, so that it comes last."""
        stages = self.listing.catalogue.vocabulary["stages"]
        return len(age_numbers(offer.ages, offer.grades, offer.stages, stages)) or MAX_AGE
