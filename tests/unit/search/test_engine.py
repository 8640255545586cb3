"""What the finder answers: the browser's modules, asked in Node over the files of a mini catalogue."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.search.conftest import Ask, ids

Search = Callable[..., dict[str, Any]]

# What is typed → the ids that stand first, in this order.
FIRST = {
    # As written, without umlauts, otherwise inflected, half typed
    "Schülerlabor": ["offers/schuelerlabor"],
    "schuelerlabor": ["offers/schuelerlabor"],
    "Schulerlabore": ["offers/schuelerlabor"],
    "schülerla": ["offers/schuelerlabor"],
    "LÖTEN": ["offers/loetkurs"],
    "robot": ["offers/robotik-ag"],
    # Compounds: parts of them, split and joined
    "Schüler Labor": ["offers/schuelerlabor"],
    "Beobachtung Abend": ["offers/sternwarte"],
    "Chemielabor": ["offers/schuelerlabor"],
    # Typing errors: one letter, the first letter, two in a long word
    "Robotk": ["offers/robotik-ag"],
    "Tobotik": ["offers/robotik-ag"],
    "Beobachtugnsabnd": ["offers/sternwarte"],
    # Written as they are heard
    "Kemie": ["offers/schuelerlabor"],
    "Rohbotick": ["offers/robotik-ag"],
    # Everyday words and aliases
    "Roboterclub": ["offers/robotik-ag"],
    "SLUB": ["providers/slub"],
    "Sternenhimmel": ["offers/sternwarte"],
    "Bücherei": ["providers/slub"],
    # Organisations, Sorbian names, pages
    "Sternfreunde": ["offers/sternwarte"],
    "Łužica": ["networks/lausitz"],
    "Wundertier": ["pages/hilfe"],
    # Words that say little do not keep anything out
    "was kann mein kind zum löten machen": ["offers/loetkurs"],
    "Angebote Astronomie": ["offers/sternwarte"],
}


@pytest.mark.parametrize("query", FIRST)
def test_what_stands_first(query: str, search: Search) -> None:
    assert ids(search(query))[: len(FIRST[query])] == FIRST[query]


@pytest.mark.parametrize("query", ["xyz", "Unterwasserrugby", "Qqqqqq"])
def test_what_nobody_offers_is_not_found(query: str, search: Search) -> None:
    assert search(query)["count"] == 0


def test_without_a_question_everything_one_can_take_part_in_is_listed(search: Search) -> None:
    found = search(zahl=50)
    assert set(ids(found)) == {
        "offers/robotik-ag", "offers/loetkurs", "offers/sternwarte", "offers/schuelerlabor", "offers/neue-quelle", "offers/raeder",
        "events/bauen",
    }  # fmt: skip
    assert found["count"] == 7


def test_what_is_over_stands_behind_what_is_not(search: Search) -> None:
    found = search("Robotik")
    assert ids(found).index("offers/robotik-ag") < ids(found).index("offers/robotik-frueher")
    (over,) = [hit for hit in found["hits"] if hit["card"]["id"] == "offers/robotik-frueher"]
    assert over["card"]["over"] is True


def test_of_equals_what_is_confirmed_comes_first(search: Search) -> None:
    """The bench on wheels is not confirmed."""
    assert ids(search(zahl=50))[-1] == "offers/raeder"
    assert ids(search("Technik")).index("offers/robotik-ag") < ids(search("Technik")).index("offers/raeder")


def lacking(found: dict[str, Any]) -> dict[str, list[str]]:
    return {hit["card"]["id"]: hit["lacks"] for hit in found["hits"]}


def test_if_few_records_have_all_words_others_follow_and_say_what_they_lack(search: Search) -> None:
    found = search("löten elektronik mond")
    assert ids(found)[:2] == ["offers/loetkurs", "providers/slub"]
    assert lacking(found)["offers/loetkurs"] == ["ohne „mond“"]
    assert lacking(found)["offers/sternwarte"] == ["ohne „löten“, „elektronik“"]


def test_who_asks_for_funding_gets_no_courses_instead(search: Search) -> None:
    assert lacking(search("Förderung Löten")) == {"funding/fonds": ["ohne „Löten“"]}


def test_a_message_about_money_answers_who_asks_for_money(search: Search) -> None:
    """If it has all that was asked for; others are not let in."""
    assert lacking(search("Förderung Werkstatt")) == {
        "news/werkstatt": [],
        "funding/fonds": ["ohne „Werkstatt“"],
    }
    assert "news/werkstatt" not in ids(search("Förderung Quark Jugendhaus"))
    assert lacking(search("Neuigkeiten Jugendhaus Mond"))["news/werkstatt"] == ["ohne „Mond“"]


def test_a_rare_word_of_a_filter_means_what_has_it(search: Search) -> None:
    """The course that names its subsidy is no fund, but an answer."""
    assert ids(search("Zuschuss Schülerlabor"))[0] == "offers/schuelerlabor"


def test_who_asks_for_what_is_free_gets_what_is_so_in_part_behind_it(search: Search) -> None:
    """Evenings for nothing, lectures for money: both may be meant."""
    found = ids(search("kostenlos", zahl=50))
    assert found.index("offers/robotik-ag") < found.index("offers/neue-quelle")
    assert "offers/neue-quelle" not in ids(search(kosten=["kostenlos"], zahl=50)), (
        "chosen by hand it is meant so"
    )


def test_what_does_not_say_an_age_may_follow_but_not_what_says_another(search: Search) -> None:
    """The page and the network say nothing about ages, the courses say 8 to 14 years."""
    found = search("Hilfe Wundertier Robotik 3 Jahre")
    assert "pages/hilfe" in ids(found)
    assert "offers/robotik-ag" not in ids(found)


def test_what_the_visitor_has_chosen_is_kept(search: Search) -> None:
    assert ids(search("löten mond", fach=["naturwissenschaften"])) == ["offers/sternwarte"]


def test_many_records_with_all_words_stand_alone(search: Search) -> None:
    assert all(hit["lacks"] == [] for hit in search("Klasse 8")["hits"])


def test_who_types_a_whole_title_finds_it_first(search: Search) -> None:
    """Although „Görlitz“ is a place, and the club is also about robots."""
    assert ids(search("Jugendhaus Görlitz"))[0] == "providers/jugendhaus"
    assert ids(search("wir bauten eine brücke"))[0] == "events/bauen"


def test_a_place_in_a_name_is_no_place_to_look_at(search: Search) -> None:
    """The „Großes Fernrohr Plauen“ stands in Bautzen, at the other end of the state."""
    assert ids(search("fernrohr plauen"))[0] == "offers/sternwarte"
    assert "offers/sternwarte" not in ids(search("mond plauen"))


def test_everyday_words_stand_for_others(search: Search) -> None:
    assert ids(search("Teleskop"))[0] == "offers/sternwarte"
    assert ids(search("Zuschuss"))[0] == "funding/fonds"


def test_what_the_record_does_not_say_is_found_by_what_people_call_it(search: Search) -> None:
    assert ids(search("Himmelsgucker"))[0] == "offers/sternwarte"
    # Half typed.
    assert ids(search("himmelsguck"))[0] == "offers/sternwarte"
    # Misspelt, and as part of a compound that nobody has written.
    assert ids(search("Himelsgucker"))[0] == "offers/sternwarte"
    assert ids(search("Himmelsguckerabend"))[0] == "offers/sternwarte"


def test_a_record_is_found_by_the_wishes_it_answers(search: Search) -> None:
    assert ids(search("Kribbelkram")) == ["offers/robotik-ag"]


def test_words_of_free_speech_say_nothing_even_if_a_wish_has_them(search: Search) -> None:
    found = lacking(search("schrecklich Sternwarte"))
    assert found["offers/sternwarte"] == []


def test_a_whole_word_is_no_half_typed_one(search: Search) -> None:
    """The thesaurus knows robots' football."""
    assert search("Fußball")["count"] == 0


def test_words_of_free_speech_are_not_looked_for(search: Search) -> None:
    found = lacking(search("ich wünsche mir irgendwie schrecklich Robotik"))
    assert found["offers/robotik-ag"] == []


def test_beside_a_place_words_of_free_speech_say_nothing(search: Search) -> None:
    assert set(ids(search("was gibts irgendwie in Görlitz"))) == set(ids(search("Görlitz")))


def test_if_nothing_else_was_typed_words_of_free_speech_are_text(search: Search) -> None:
    assert search("irgendwie")["count"] == 0


def test_a_word_with_a_strange_ending_is_its_beginning(search: Search) -> None:
    assert ids(search("Robotikers"))[0] == "offers/robotik-ag"


def test_the_beginning_of_a_title_is_known(search: Search) -> None:
    """„Neue“ says little, and there are other sources."""
    assert ids(search("neue quelle"))[0] == "offers/neue-quelle"


def test_of_a_compound_with_an_unknown_part_the_known_one_is_found(search: Search) -> None:
    assert ids(search("Roboterzirkus"))[0] == "offers/robotik-ag"


def test_a_known_word_is_found_beside_a_rare_one_that_few_have(search: Search) -> None:
    """Of „Wundertier“ and „Robotik“ the rarer one is not all that counts."""
    found = lacking(search("Robotik Wundertier"))
    assert found["pages/hilfe"] == ["ohne „Robotik“"]
    assert found["offers/robotik-ag"] == ["ohne „Wundertier“"]


# Understanding


UNDERSTOOD = {
    "robotik görlitz": {"ort": "Görlitz"},
    "robotik goerlitz": {"ort": "Görlitz"},
    "in der Nähe von Görlitz": {"ort": "Görlitz"},
    "04103 robotik": {"ort": "04103"},
    "ferien programmieren 12 jahre dresden": {"ferien": "ja", "alter": 12, "ort": "Dresden"},
    "klasse 5 chemnitz kostenlos": {"klasse": 5, "ort": "Chemnitz", "kosten": "kostenlos teilweise"},
    "5. Klasse": {"klasse": 5},
    "gta chemie görlitz": {"schulen": "gta", "ort": "Görlitz"},
    "12-jährige": {"alter": 12},
    "für 8jährige": {"alter": 8},
    "8 bis 10 Jahre": {"alter": 10},
    "vierjähriger": {"alter": 4},
    "mit 5 jährigem": {"alter": 5},
    "elf Jahre": {"alter": 11},
    "meine Enkelin (7)": {"alter": 7, "zielgruppe": "familien"},
    "meine Tochter (7)": {"alter": 7, "zielgruppe": "maedchen"},
    "wer kommt an die Schule": {"modus": "mobil"},
    "ich bin 13 und baue Roboter": {"alter": 13},
    "Kinder 6 und 10": {"alter": 6},
    # The only number that says nothing else.
    "Weltall Görlitz 13": {"ort": "Görlitz", "alter": 13},
    "Robotik ab 8, kostenlos": {"alter": 8, "kosten": "kostenlos teilweise"},
    "04103 robotik 9": {"ort": "04103", "alter": 9},
    "13": {},
    "Robotik 2": {},
    "Robotik 8-12": {},
    "Industrie 4.0": {},
    "Haus 13": {},
    "Robotik 12 Mai": {},
    "Robotik Klasse 5 13": {"klasse": 5},
    "kind 30 km weiter": {},
    "bin um 15 uhr da": {},
    "ein Sechstklässler": {"klasse": 6},
    "Viertklaessler": {"klasse": 4},
    "dritte Klasse": {"klasse": 3},
    "Schülerin in der 10": {"klasse": 10, "zielgruppe": "maedchen"},
    "in der 3 d druck werkstatt": {},
    # „nicht“ is no „Nichte“.
    "nicht teuer": {},
    "Schülerinnen": {"zielgruppe": "maedchen"},
    "Lehrerin": {"zielgruppe": "lehrkraefte"},
    "Mädchen Informatik": {"zielgruppe": "maedchen"},
    # Who types „Schüler“ does not mean girls, although „Schülerinnen“ has the same stem.
    "Roboter Schüler": {},
    "wer kommt in die Kita": {"modus": "mobil", "phase": "kita"},
    "wer kommt mit Robotern in die Schule": {"modus": "mobil"},
    "Projektwoche Chemie": {"schulen": "klassen"},
    "Eltern-Kind Robotik": {"zielgruppe": "familien"},
    "kostenlose Kurse": {"kosten": "kostenlos teilweise"},
    # Who has no money asks for no fund.
    "wir haben kein Geld Robotik": {"kosten": "kostenlos teilweise"},
    "Geld Robotik": {"art": "funding"},
    "Landkreis Bautzen": {"kreis": "bautzen"},
    "Wokrjes Budyšin": {"kreis": "bautzen"},
    "Bad Muskau": {"ort": "Bad Muskau"},
    "annaberg": {"ort": "Annaberg-Buchholz"},
    "Aue": {"ort": "Aue-Bad Schlema"},
    "Brand": {},
    "Astronomie Oberlausitz": {"kreis": "bautzen goerlitz"},
    "Ansprechpartner": {"art": "networks regions"},
    "„Dresden“": {},
    "Klasse 27": {},
    "99 Luftballons": {},
}


@pytest.mark.parametrize("query", UNDERSTOOD)
def test_typed_words_are_understood(query: str, ask: Ask) -> None:
    (found,) = ask({"do": "understand", "q": query})
    assert {part["param"]: part["value"] for part in found["parts"]} == UNDERSTOOD[query]


def test_the_rest_is_text(ask: Ask) -> None:
    (found,) = ask(
        {"do": "understand", "q": "Gibt es in den Ferien etwas zum Programmieren für 12-Jährige bei Dresden?"}
    )
    assert found["text"] == ["programmieren"]


def test_what_was_chosen_is_not_read_from_the_text(ask: Ask) -> None:
    (found,) = ask({"do": "understand", "q": "robotik dresden", "taken": ["ort"]})
    assert (found["parts"], found["text"]) == ([], ["robotik", "dresden"])


def test_of_a_span_of_years_nothing_is_left(search: Search) -> None:
    """Its other end is found later and stands before it."""
    (part,) = search("Robotik 12 bis 14 Jahre bitte")["understood"]
    assert part["without"] == "Robotik bitte"


def test_a_part_says_what_is_left_without_it(search: Search) -> None:
    (part,) = search("Robotik in Görlitz bitte")["understood"]
    assert (part["label"], part["without"]) == ("Görlitz", "Robotik bitte")


def test_words_count_where_a_facet_may_be_unsaid(search: Search) -> None:
    """The observatory is for families by its facet; a page or network that says „Familien“ would count too."""
    found = search("Familien Astronomie")
    assert ids(found)[0] == "offers/sternwarte"
    assert lacking(found)["offers/sternwarte"] == []
    assert lacking(found)["events/vorbei"] == ["keine Angabe zu „Familien“"]


def test_what_is_for_them_comes_before_what_only_names_them(search: Search) -> None:
    assert ids(search("Familien"))[:2] == ["offers/sternwarte", "offers/loetkurs"]


def test_a_filter_that_is_only_preferred_comes_first_and_keeps_nothing_out(search: Search) -> None:
    found = search("bei Regen")
    assert found["understood"][0]["label"] == "Museen und Ausstellungen zuerst"
    assert ids(found)[0] == "offers/sternwarte"
    # Houses follow what they offer, if it is confirmed.
    assert found["count"] == 9
    assert ids(found)[-3:] == ["providers/slub", "providers/jugendhaus", "offers/raeder"]


def test_a_phrase_may_be_a_filter_and_prefer_something_too(ask: Ask) -> None:
    (found,) = ask({"do": "understand", "q": "Wandertag"})
    (part,) = found["parts"]
    assert (part["param"], part["value"], part["isLiked"]) == ("schulen", "klassen", False)
    assert part["liked"]["param"] == "format"
    assert "lernort" in part["liked"]["value"].split()


def test_a_word_of_the_same_filter_counts_where_a_facet_does_not_exist(search: Search) -> None:
    """The page says neither „Lehrer“ nor has it a facet; it says „Lehrkräfte“."""
    assert lacking(search("Lehrer Wundertier"))["pages/hilfe"] == []


# Places


@pytest.mark.parametrize(
    ("query", "town"),
    [
        ("neustadt", "Neustadt in Sachsen"),
        # In the Erzgebirge there is a village that has exactly the name.
        ("auerbach", "Auerbach/Vogtl."),
        ("neustadt vogtlandkreis", "Neustadt/Vogtl."),
        ("vogtlandkreis neustadt", "Neustadt/Vogtl."),
        ("neustadt im vogtlandkreis", "Neustadt/Vogtl."),
    ],
)
def test_a_district_beside_a_town_says_which_is_meant(query: str, town: str, search: Search) -> None:
    found = search(f"{query} robotik")
    assert found["place"]["label"] == town
    assert [part["without"] for part in found["understood"]] == ["robotik"]


def test_a_child_with_an_age_and_a_place_gets_what_it_can_go_to(search: Search) -> None:
    """Görlitz is 29 km from Zittau; the bench on wheels would come, but to schools."""
    found = ids(search("12 jahre zittau", umkreis=50))
    assert found.index("offers/robotik-ag") < found.index("offers/raeder")


def test_what_is_in_the_district_comes_before_what_is_as_near_beyond_its_border(search: Search) -> None:
    """Löbau is 20 km from Bautzen and from Görlitz, in whose district it is."""
    found = search(ort="Löbau", umkreis=50, zahl=50)
    assert ids(found).index("offers/robotik-ag") < ids(found).index("offers/sternwarte")


def test_a_place_gives_distances_and_the_nearest_first(search: Search) -> None:
    found = search(ort="Bautzen", umkreis=50)
    first = found["hits"][0]
    assert first["card"]["id"] == "offers/sternwarte"
    assert first["distance"] < 5
    assert found["place"]["label"] == "Bautzen"


def test_a_radius_keeps_out_what_is_farther(search: Search) -> None:
    assert "offers/neue-quelle" not in ids(search(ort="Bautzen", umkreis=10))
    assert "offers/neue-quelle" in ids(search(ort="Bautzen", umkreis=25))


def test_a_network_is_near_where_it_is_there_for(search: Search) -> None:
    """Its seat is in Freiberg."""
    assert "networks/huettennetz" in ids(search("Hüttennetz", ort="Bautzen"))
    assert "networks/huettennetz" not in ids(search("Hüttennetz", ort="Plauen"))


def test_who_types_a_place_alone_gets_its_networks_too(search: Search) -> None:
    assert "networks/huettennetz" in ids(search("Bautzen", zahl=50))


@pytest.mark.parametrize("written", ["gorlitz", "GOERLITZ", "Görl", "02826"])
def test_places_are_found_however_they_are_written(written: str, search: Search) -> None:
    assert "offers/robotik-ag" in ids(search(ort=written))


def test_a_town_and_a_district_of_one_name_are_a_choice(search: Search) -> None:
    (choice,) = search("robotik görlitz")["choices"]
    assert choice["label"] == "Landkreis Görlitz"
    assert (choice["state"]["q"], choice["state"]["kreis"]) == ("robotik", ["goerlitz"])


def test_towns_of_one_name_are_a_choice(search: Search) -> None:
    found = search("neustadt")
    assert found["understood"][0]["label"] == "Neustadt in Sachsen"
    assert [choice["label"] for choice in found["choices"]] == ["Neustadt/Vogtl. (Vogtlandkreis)"]


def test_a_city_that_is_its_own_district_is_no_choice(search: Search) -> None:
    assert search("dresden")["choices"] == []


def test_a_postcode_outside_says_so_and_offers_the_nearest_districts(search: Search) -> None:
    found = search("robotik", ort="07545")
    assert found["notes"] == [
        "Die Postleitzahl 07545 liegt nicht in Sachsen. Gezeigt wird, was es in den nächsten Kreisen gibt."
    ]
    assert [choice["state"]["kreis"] for choice in found["choices"]][:1] == [["zwickau"]]


def test_an_unknown_postcode_says_so(search: Search) -> None:
    assert search(ort="00000")["notes"] == ["Die Postleitzahl 00000 gibt es nicht."]


def test_an_unknown_place_says_so_and_offers_what_was_meant(search: Search) -> None:
    found = search(ort="Bautzn")
    assert found["notes"] == ["Den Ort „Bautzn“ kennen wir nicht in Sachsen. Meinten Sie:"]
    assert [choice["label"] for choice in found["choices"]] == ["Bautzen"]


def test_who_types_a_place_alone_gets_its_district_first(search: Search) -> None:
    assert ids(search("Bautzen"))[:2] == ["regions/bautzen", "offers/sternwarte"]


def test_who_types_a_place_alone_gets_who_is_there_too(search: Search) -> None:
    assert "providers/jugendhaus" in ids(search("Görlitz"))


def test_a_landscape_is_several_districts_and_a_word(search: Search) -> None:
    found = search("Oberlausitz")
    assert "offers/sternwarte" in ids(found)
    assert "offers/schuelerlabor" not in ids(found)
    assert "networks/lausitz" in ids(search("Lausitz", art=["networks"]))


def test_who_asks_for_somebody_to_talk_to_gets_districts_and_networks(search: Search) -> None:
    found = search("Ansprechpartner Landkreis Bautzen")
    assert ids(found)[0] == "regions/bautzen"
    assert {id.partition("/")[0] for id in ids(found)} <= {"regions", "networks"}


# Facets


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"kreis": ["chemnitz"]}, {"offers/schuelerlabor"}),
        ({"kreis": ["chemnitz", "bautzen"]}, {"offers/schuelerlabor", "offers/sternwarte"}),
        ({"fach": ["mathematik"]}, {"offers/neue-quelle"}),
        ({"format": ["kurs"]}, {"offers/loetkurs"}),
        ({"thema": ["loeten"]}, {"offers/loetkurs"}),
        ({"zielgruppe": ["familien"]}, {"offers/sternwarte"}),
        ({"schulen": ["klassen"], "format": ["schuelerlabor"]}, {"offers/schuelerlabor"}),
        ({"kreis": ["chemnitz"], "fach": ["mathematik"]}, set()),
        ({"art": ["providers"]}, {"providers/jugendhaus", "providers/slub"}),
        ({"art": ["events"]}, {"events/bauen"}),
        ({"alter": 3}, set()),
    ],
)
def test_facets_narrow_down(state: dict[str, Any], expected: set[str], search: Search) -> None:
    assert set(ids(search(**state, zahl=50))) == expected


def test_access_needs_all_of_its_values(search: Search) -> None:
    assert search(zugang=["stufenlos"])["count"] > 0
    assert search(zugang=["stufenlos", "induktion"])["count"] == 0


def test_counts_say_what_a_choice_would_give(ask: Ask) -> None:
    counts, chosen = ask({"do": "counts", "state": {}}, {"do": "search", "state": {"kreis": ["chemnitz"]}})
    assert counts["kreis"]["chemnitz"] == chosen["count"]
    assert counts["art"] == {
        "offers": 6, "events": 1, "pages": 1, "regions": 13, "networks": 2, "providers": 2, "funding": 1, "news": 1,
    }  # fmt: skip
    assert "sachsenweit" not in counts["kreis"]
    assert 0 not in {number for values in counts.values() for number in values.values()}


def test_counts_of_a_facet_do_not_count_its_own_choice(ask: Ask) -> None:
    (counts,) = ask({"do": "counts", "state": {"kreis": ["chemnitz"], "fach": ["naturwissenschaften"]}})
    assert counts["kreis"] == {"bautzen": 1, "chemnitz": 1}
    assert counts["fach"] == {"naturwissenschaften": 1}


def test_counts_by_radius(ask: Ask) -> None:
    (counts,) = ask({"do": "counts", "state": {"ort": "Bautzen", "umkreis": 5}})
    assert counts["umkreis"]["5"] <= counts["umkreis"]["10"] <= counts["umkreis"]["50"]


def test_points_hold_the_hits(ask: Ask) -> None:
    (points,) = ask({"do": "points", "state": {"kreis": ["chemnitz"]}})
    assert [(point["label"], point["count"]) for point in points] == [("Chemnitz", 1)]


# Never empty


def test_few_hits_offer_what_a_little_less_would_give(search: Search) -> None:
    found = search("chemie görlitz", umkreis=5)
    assert found["count"] == 0
    assert [(offer["label"], offer["count"]) for offer in found["looser"]] == [
        ("in ganz Sachsen", 1),
        ("ohne „chemie“", 6),
    ]
    assert found["near"][0]["card"]["id"] == "offers/schuelerlabor"


def test_a_neighbouring_class_is_offered(search: Search) -> None:
    labels = [offer["label"] for offer in search("löten", klasse=10)["looser"]]
    assert labels[:1] == ["auch Klasse 9"]


@pytest.mark.parametrize("asked", ["löten klasse 10", "löten 15 jahre"])
def test_what_is_for_a_year_less_comes_near_and_says_so(asked: str, search: Search) -> None:
    """The courses are for 8 to 14 years: up to class 9."""
    hits = {hit["card"]["id"]: hit for hit in search(asked)["hits"]}
    assert hits["offers/loetkurs"]["lacks"] == ["für ein anderes Alter"]
    assert "offers/loetkurs" not in ids(search("löten 16 jahre"))
    assert lacking(search("löten 14 jahre"))["offers/loetkurs"] == []


def test_of_a_span_of_years_nothing_is_for_another_age(search: Search) -> None:
    """Only its end is known; what is for 8 to 14 years suits some of those who asked."""
    assert "für ein anderes Alter" not in functools.reduce(
        operator.iadd, lacking(search("löten 12 bis 15 jahre")).values(), []
    )


def test_a_filter_that_is_said_twice_is_one(ask: Ask) -> None:
    (found,) = ask({"do": "understand", "q": "wer kommt mit Robotern an die Schule"})
    (part,) = found["parts"]
    assert part["words"] == ["wer", "kommt", "an", "die", "schule"]
    assert found["text"] == ["robotern"]


def test_of_a_filter_that_is_said_twice_all_that_was_said_counts(ask: Ask) -> None:
    """Only the second word asks for places one goes to."""
    (found,) = ask({"do": "understand", "q": "mit der Klasse zum Wandertag"})
    (part,) = [part for part in found["parts"] if part["param"] == "schulen"]
    assert part["liked"]["param"] == "format"


def test_a_wider_circle_is_offered_first(search: Search) -> None:
    """The next one in which there is more, with the number it gives."""
    first = search("astronomie löbau", umkreis=10)["looser"][0]
    assert (first["label"], first["count"]) == ("im Umkreis von 25 km", 2)


def test_what_comes_to_everybody_is_not_enough_where_a_place_was_asked_for(search: Search) -> None:
    """Hits in plenty, but one goes to few of them."""
    found = search("görlitz", art=["offers", "networks", "regions", "providers"])
    assert found["count"] >= 5
    assert found["isFew"]


def test_what_is_farther_than_asked_says_so_and_is_not_counted_as_a_hit(search: Search) -> None:
    found = search("astronomie löbau", umkreis=10)
    assert lacking(found)["offers/sternwarte"] == ["weiter weg als 10 km"]
    assert found["similar"] == found["count"]


def test_what_is_not_known_is_not_said_to_be_missing(search: Search) -> None:
    """Nobody writes down that there is no plain language; a page says nothing about ages."""
    assert lacking(search("Leichte Sprache Astronomie"))["offers/sternwarte"] == [
        "keine Angabe zu „Leichte Sprache“"
    ]
    assert lacking(search("Wundertier 3 Jahre"))["pages/hilfe"] == ["keine Angabe zum Alter"]


def test_what_only_names_what_was_asked_for_says_so(search: Search) -> None:
    found = search("Familien")
    assert lacking(found)["offers/loetkurs"] == ["nur im Text erwähnt: „Familien“"]
    assert lacking(found)["offers/sternwarte"] == []
    assert found["similar"] == found["count"] - 1


def test_in_the_town_that_was_asked_for_there_is_no_distance(search: Search) -> None:
    """Of most records only the town is known."""
    places = {hit["card"]["id"]: hit["reach"] for hit in search(ort="Dresden")["hits"]}
    assert places["offers/loetkurs"] == "in Dresden"
    places = {hit["card"]["id"]: hit["reach"] for hit in search(ort="01069")["hits"]}
    assert places["offers/loetkurs"] == "in Dresden", "the same postcode"
    places = {hit["card"]["id"]: hit["reach"] for hit in search(ort="01169")["hits"]}
    assert places["offers/loetkurs"] == "", "another one: some kilometres away"


def test_a_corrected_word_is_shown_as_it_is_spelt(search: Search) -> None:
    (spelling,) = search("Shülerlabor")["spelling"]
    assert (spelling["text"], spelling["state"]["q"]) == ("Schülerlabor", "Schülerlabor")


# Order and cards


def test_order_by_name(search: Search) -> None:
    titles = [hit["card"]["title"] for hit in search(sortierung="name", zahl=50)["hits"]]
    assert titles == sorted(titles, key=lambda title: title.lower().replace("ö", "o"))


def test_order_by_date_has_what_comes_next_first(search: Search) -> None:
    assert ids(search(sortierung="termin"))[0] == "events/bauen"


def test_order_by_distance(search: Search) -> None:
    distances = [
        hit["distance"] for hit in search(ort="Bautzen", umkreis=50, sortierung="entfernung")["hits"]
    ]
    assert distances == sorted(distances)


def test_so_many_hits_as_asked_for(search: Search) -> None:
    assert len(search(zahl=2)["hits"]) == 2


def test_cards_have_what_pages_show(search: Search) -> None:
    card = search("Roboterclub")["hits"][0]["card"]
    assert {
        name: card[name]
        for name in ("id", "href", "title", "kind", "summary", "over", "quiet", "ends", "times")
    } == {
        "id": "offers/robotik-ag",
        "href": "angebote/robotik-ag/",
        "title": "Robotik-AG im Jugendhaus",
        "kind": "Arbeitsgemeinschaft",
        "summary": "Kinder bauen und programmieren Roboter aus Baukästen.",
        "over": False,
        "quiet": False,
        "ends": "",
        "times": [],
    }
    assert ["ages", "Für", "8 bis 14 Jahre"] in card["facts"]
    assert ["informatik", "Informatik"] in card["subjects"]


def test_events_have_their_times(search: Search) -> None:
    (hit,) = search(art=["events"])["hits"]
    assert hit["card"]["times"][0][0].startswith("20")


def test_saved_ids_are_found_again(ask: Ask) -> None:
    (cards,) = ask({"do": "find", "ids": ["offers/sternwarte", "offers/gone", "events/vorbei", "a", "zz"]})
    assert [card and card["id"] for card in cards] == ["offers/sternwarte", None, "events/vorbei", None, None]


def test_a_word_costs_few_files(ask: Ask) -> None:
    """The mini index has few terms: one or two shards, the table of meaning, and the cards shown."""
    *_, fetched = ask({"do": "search", "state": {"q": "chemie"}}, {"do": "fetched"})
    assert fetched[:2] == ["stand.json", "root.json"]
    assert not {
        "wo.json",
        "alter.json",
        "phase.json",
        "wer.json",
        "kosten.json",
        "modus.json",
        "ferien.json",
        "fach.json",
        "format.json",
        "was.json",
        "postcodes.json",
        "l0.json",
    } & set(fetched)


def test_without_lunr_the_order_is_the_same(
    search_site: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is fetched after the first answer."""
    questions = [{"do": "search", "state": {"q": query, "zahl": 50}} for query in [*FIRST, *UNDERSTOOD]]
    with_lunr = ask(*questions)
    monkeypatch.setenv("LUNR", "late")
    without = ask(*questions)
    assert [ids(found) for found in without] == [ids(found) for found in with_lunr]
