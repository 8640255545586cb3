"""Neighbours of an offer: similar ones, and what comes after it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from minthub.catalogue import Catalogue
from minthub.listing import Listing
from minthub.model.kinds import Offer
from minthub.model.spans import Span
from minthub.nearby import MAX_KM, TOPIC_KM, Near, Nearby
from minthub.places import Places, Point, distance, load_places
from minthub.vocabulary import Vocabulary
from tests.conftest import DATA, TODAY

HERE = (51.0, 14.0)
KM_NORTH = 1 / 111.19493  # degrees of latitude


def north(km: float) -> Point:
    """So many kilometres north of HERE."""
    return HERE[0] + km * KM_NORTH, HERE[1]


@pytest.fixture(scope="module")
def places() -> Places:
    return load_places(DATA)


def offer(id: str = "hier", geo: Point | None = HERE, **fields: Any) -> Offer:
    """An offer of a provider of its own for ages 8 to 9 in technik."""
    filled: dict[str, Any] = {
        "title": id.title(),
        "provider": f"anbieter-{id}",
        "city": "Radeberg",
        "postcode": None,
        "district": None,
        "ages": Span(8, 9),
        "subjects": ("technik",),
        "topics": (),
        "checked": TODAY,
    }
    return Offer.model_construct(id=id, path=f"content/offers/{id}.md", geo=geo, **{**filled, **fields})


@pytest.fixture(scope="module")
def nearby(vocabulary: Vocabulary, places: Places) -> Callable[..., Nearby]:
    """`nearby(offer, …)`: among these offers."""
    return lambda *offers: Nearby(Listing(Catalogue(vocabulary, places, TODAY, {"offers": offers})))


def ids(found: list[Near]) -> list[str]:
    return [near.offer.id for near in found]


# Similar offers


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        ({}, True),
        ({"provider": "anbieter-hier"}, False),  # the same provider
        ({"subjects": ("technik", "informatik")}, True),
        ({"subjects": ("informatik",)}, False),
        ({"subjects": ()}, False),
        ({"ages": Span(6, 7)}, True),  # the same age group, though not the same years
        ({"ages": Span(9, 12)}, True),
        ({"ages": Span(10, 12)}, False),
        ({"ages": None, "grades": Span(1, 2)}, True),
        ({"ages": None, "stages": ("kita",)}, False),
        ({"ages": None}, False),  # nobody knows for whom
        ({"status": "pausiert"}, True),
        ({"status": "beendet"}, False),
        ({"geo": north(39.9)}, True),
        ({"geo": north(40.1)}, False),
        ({"geo": None, "city": None}, False),
        ({"city": None}, False),  # a point without a city is not where it takes place
        ({"geo": None, "city": "Atlantis"}, False),
    ],
)
def test_similar_offers_share_subject_and_age_group_and_are_near(
    fields: dict[str, Any], fits: bool, nearby: Callable[..., Nearby]
) -> None:
    other = offer("dort", **{"geo": north(5), **fields})
    assert ids(nearby(offer(), other).similar(offer())) == (["dort"] if fits else [])


def test_an_offer_is_not_similar_to_itself(nearby: Callable[..., Nearby]) -> None:
    assert nearby(offer()).similar(offer()) == []
    assert nearby(offer()).similar(offer(provider="anderer-name")) == []


def test_the_distance_is_as_the_crow_flies(nearby: Callable[..., Nearby]) -> None:
    (near,) = nearby(offer(), offer("dort", north(12.5))).similar(offer())
    assert near.km == pytest.approx(12.5, abs=0.001)
    assert near.offer.id == "dort"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        # The nearer one first, whatever its id.
        ({"a": (30, ()), "b": (20, ()), "c": (10, ())}, ["c", "b", "a"]),
        # A shared topic is worth ten kilometres.
        ({"a": (9, ()), "b": (18, ("Robotik",))}, ["b", "a"]),
        ({"a": (9, ()), "b": (20, ("Robotik",))}, ["a", "b"]),
        ({"a": (9, ()), "b": (28, ("Robotik", "Löten"))}, ["b", "a"]),
        ({"a": (0, ()), "b": (28, ("Robotik", "Löten", "LEGO"))}, ["b", "a"]),
        # Other topics are worth nothing, and neither is a topic named twice.
        ({"a": (9, ()), "b": (10, ("Chemie", "Wald"))}, ["a", "b"]),
        ({"a": (9, ()), "b": (20, ("Robotik", "Robotik"))}, ["a", "b"]),
        # Whole kilometres count; at the same distance the id decides.
        ({"b": (5.4, ()), "a": (4.6, ())}, ["a", "b"]),
        ({"b": (4.6, ()), "a": (5.4, ())}, ["a", "b"]),
        ({"b": (10, ()), "a": (20, ("LEGO",))}, ["a", "b"]),
    ],
)
def test_near_offers_and_those_with_shared_topics_come_first(
    others: dict[str, tuple[float, tuple[str, ...]]], expected: list[str], nearby: Callable[..., Nearby]
) -> None:
    assert TOPIC_KM == 10
    this = offer(topics=("Robotik", "Löten", "LEGO"))
    found = nearby(this, *(offer(id, north(km), topics=topics) for id, (km, topics) in others.items()))
    assert ids(found.similar(this)) == expected


def test_a_topic_does_not_make_far_offers_near(nearby: Callable[..., Nearby]) -> None:
    this = offer(topics=("Robotik",))
    assert nearby(this, offer("dort", north(41), topics=("Robotik",))).similar(this) == []


@pytest.mark.parametrize(("most", "expected"), [(None, "abc"), (2, "ab"), (0, ""), (9, "abcdef")])
def test_only_the_first_few_are_shown(most: int | None, expected: str, nearby: Callable[..., Nearby]) -> None:
    found = nearby(offer(), *(offer(id, north(km)) for km, id in enumerate("abcdef", start=1)))
    assert "".join(ids(found.similar(offer()) if most is None else found.similar(offer(), most))) == expected


# What comes next


@pytest.mark.parametrize(
    ("own", "other", "follows"),
    [
        (Span(3, 5), Span(6, 9), True),
        (Span(6, 9), Span(10, 12), True),
        (Span(8, 14), Span(16, 18), True),
        (Span(8, 14), Span(14, 18), False),  # partly for the same ages
        (Span(6, 9), Span(13, 15), False),  # not the next group
        (Span(6, 9), Span(10, 99), True),
        (Span(6, 9), Span(3, 5), False),
        (Span(16, 18), Span(19, None), True),
        (Span(19, None), Span(19, None), False),  # nothing comes after the last group
        (Span(0, 2), Span(3, 5), False),  # in no group at all
        (None, Span(6, 9), False),
        (Span(6, 9), None, False),
    ],
)
def test_the_next_phase_is_the_next_age_group(
    own: Span | None, other: Span | None, follows: bool, nearby: Callable[..., Nearby]
) -> None:
    this = offer(ages=own)
    found = nearby(this, offer("dort", north(5), ages=other)).next_phase(this)
    assert ids(found) == (["dort"] if follows else [])


def test_the_next_phase_may_be_at_the_same_provider(nearby: Callable[..., Nearby]) -> None:
    """Who grows out of a group best stays in the house."""
    this = offer(ages=Span(6, 9))
    assert ids(nearby(this, offer("dort", ages=Span(10, 12), provider=this.provider)).next_phase(this)) == [
        "dort"
    ]


def test_the_next_phase_shares_a_subject_and_is_near(nearby: Callable[..., Nearby]) -> None:
    this = offer(ages=Span(6, 9))
    found = nearby(
        this,
        offer("anderes-fach", ages=Span(10, 12), subjects=("mathematik",)),
        offer("zu-weit", north(41), ages=Span(10, 12)),
        offer("beendet", ages=Span(10, 12), status="beendet"),
        offer("ja", north(39), ages=Span(10, 12)),
    )
    assert ids(found.next_phase(this)) == ["ja"]


def test_the_nearest_come_first_whatever_their_topics(nearby: Callable[..., Nearby]) -> None:
    this = offer(ages=Span(6, 9), topics=("Robotik",))
    found = nearby(
        this,
        offer("d", north(30), ages=Span(10, 12), topics=("Robotik",)),
        offer("c", north(3.3), ages=Span(10, 12)),
        offer("b", north(2.8), ages=Span(10, 12)),
        offer("a", north(20), ages=Span(10, 12)),
    )
    assert ids(found.next_phase(this)) == ["b", "c", "a"]
    assert ids(found.next_phase(this, most=4)) == ["b", "c", "a", "d"]


# Points


def test_an_ended_offer_has_neighbours_too(nearby: Callable[..., Nearby]) -> None:
    """Its page stays and says where to go instead."""
    ended = offer(status="beendet")
    assert ids(nearby(ended, offer("dort", north(5))).similar(ended)) == ["dort"]


@pytest.mark.parametrize(
    "fields", [{"city": None}, {"geo": None, "city": None}, {"geo": None, "city": "Atlantis"}]
)
def test_an_offer_without_a_place_has_no_neighbours(
    fields: dict[str, Any], nearby: Callable[..., Nearby]
) -> None:
    this = offer(**fields)
    made = nearby(this, offer("dort"), offer("danach", ages=Span(10, 12)))
    assert made.similar(this) == []
    assert made.next_phase(this) == []


def test_without_coordinates_the_postcode_counts_and_then_the_city(nearby: Callable[..., Nearby]) -> None:
    goerlitz = offer(geo=None, postcode="02826", city="Görlitz")
    found = nearby(
        goerlitz,
        offer("loebau", None, postcode="02708", city="Löbau"),
        offer("niesky", None, city="Niesky"),
        offer("dresden", None, postcode="01067", city="Dresden"),
        offer("weisswasser", None, city="Weißwasser"),
    ).similar(goerlitz)
    assert ids(found) == ["niesky", "loebau"]
    assert [round(near.km) for near in found] == [20, 23]


@pytest.mark.parametrize("seed", range(8))
def test_everybody_within_reach_is_found(seed: int, nearby: Callable[..., Nearby]) -> None:
    """The chord through the globe is as right as the way around it, wherever one stands."""
    rolled = random.Random(seed)

    def anywhere() -> Point:
        return rolled.uniform(50.1, 51.7), rolled.uniform(11.8, 15.1)

    offers = [offer(f"o{number}", anywhere()) for number in range(300)]
    made = nearby(*offers)
    for this in rolled.sample(offers, 25):
        expected = {
            other.id for other in offers if other is not this and distance(this.geo, other.geo) <= MAX_KM
        }
        assert set(ids(made.similar(this, most=300))) == expected


def plainly(nearby: Nearby, this: Offer, offers: list[Offer], *, is_next: bool) -> list[str]:
    """Ids of the first three, found by looking at every offer."""
    order = nearby.listing.catalogue.vocabulary.age_groups.ids
    groups = nearby.listing.groups_of(this)

    def fits(other: Offer) -> bool:
        own = nearby.listing.groups_of(other)
        if is_next:
            return order[order.index(groups[-1]) + 1 :][:1] in [(group,) for group in own] and not set(
                own
            ) & set(groups)
        return other.provider != this.provider and bool(set(own) & set(groups))

    ranks = []
    for other in offers:
        km = distance(this.geo, other.geo)
        if other is not this and km <= MAX_KM and set(other.subjects) & set(this.subjects) and fits(other):
            shared = 0 if is_next else len(set(other.topics) & set(this.topics))
            ranks.append((round(km) - TOPIC_KM * shared, other.id))
    return [id for _, id in sorted(ranks)[:3]]


@pytest.mark.parametrize("seed", range(4))
def test_columns_give_the_same_as_looking_at_each(seed: int, nearby: Callable[..., Nearby]) -> None:
    rolled = random.Random(seed)
    offers = [
        offer(
            f"o{number}",
            (round(rolled.uniform(50.6, 51.4), 2), round(rolled.uniform(13, 14.5), 2)),
            provider=f"anbieter-{rolled.randrange(20)}",
            ages=Span(first := rolled.choice((3, 6, 8, 10, 14, 19)), first + rolled.randrange(6)),
            subjects=tuple(rolled.sample(("technik", "informatik", "mathematik"), rolled.randint(1, 2))),
            topics=tuple(rolled.sample(("Robotik", "Löten", "LEGO", "Chemie", "Wald"), rolled.randrange(4))),
        )
        for number in range(400)
    ]
    made = nearby(*offers)
    for this in rolled.sample(offers, 60):
        assert ids(made.similar(this)) == plainly(made, this, offers, is_next=False)
        assert ids(made.next_phase(this)) == plainly(made, this, offers, is_next=True)


@pytest.mark.parametrize("bearing", [(1, 0), (-1, 0), (0, 1), (0, -1)])
@pytest.mark.parametrize(
    "start", [(50.17, 12.0), (50.4999, 12.2499), (51.0, 14.0), (51.68, 13.74), (51.2501, 15.0001)]
)
def test_an_offer_just_within_reach_is_found_in_all_directions(
    start: Point, bearing: tuple[int, int], nearby: Callable[..., Nearby]
) -> None:
    lat, lon = start
    step = 1e-4
    while distance(start, (lat + bearing[0] * step, lon + bearing[1] * step)) <= MAX_KM - 0.05:
        lat, lon = lat + bearing[0] * step, lon + bearing[1] * step
    this, edge = offer(geo=start), offer("am-rand", (lat, lon))
    assert 39.9 < distance(start, (lat, lon)) <= MAX_KM
    assert ids(nearby(this, edge).similar(this)) == ["am-rand"]
