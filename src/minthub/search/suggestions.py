"""Makes the suggestions of the search box: one file of names, and files with the titles of records by prefix.

`names.json` holds all places, postcodes, districts and values of the vocabulary; it is fetched when the box gets the
focus. `n0.json`, `n1.json`, … hold (prefix, records) pairs in sorted order. A prefix is taken at the beginning of a title
or of a later word in it. Up to ALL records with a prefix are listed with it; of more, only the BEST are, and longer
prefixes follow. So the last prefix that does not sort after the typed text is the only one that can answer it, and a
keystroke costs one small file. `assets/finder/suggestions.js` reads both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from unicodedata import normalize

from minthub.folding import fold, slug, words
from minthub.listing import Listing
from minthub.model.kinds import Event
from minthub.paths import SECTIONS
from minthub.places import Municipality, Places
from minthub.search.codec import numbers, rising
from minthub.search.german import STOP_WORDS
from minthub.search.shards import dumps
from minthub.views.wording import short_day

NAMES = "names.json"
# Records listed with a prefix that longer prefixes follow: as many as the box shows.
BEST = 8
# Up to this many records a prefix is not refined further; the browser picks from them by the rest of the typed text.
ALL = 24
MIN_LETTERS = 2
FILE_SIZE = 5000
_WORD = re.compile(r"[^\W_]+")
# Folder → German name of the kind. Rows refer to a kind by its index here.
KINDS = {
    "offers": "Angebot",
    "events": "Termin",
    "providers": "Anbieter",
    "networks": "Netzwerk",
    "funding": "Förderung",
}


def suggestion_files(listing: Listing, places: Places) -> dict[str, str]:
    """All files by name."""
    titles, firsts = _pack(_beginnings(_entries(listing)))
    return {NAMES: dumps({**_names(listing, places), "firsts": firsts}), **titles}


# Places and the vocabulary


def _names(listing: Listing, places: Places) -> dict[str, Any]:
    """The content of `names.json`. Towns are sorted by number of offers and events, then by population.

    `values`: facet, value, label, number of offers and other names of each district, subject, topic and format.
    """
    districts = {district.ags: district for district in listing.catalogue.districts}
    offers = _offers_in_towns(listing, places)
    towns = sorted(
        (town for town in places.municipalities if town.district_ags in districts),
        key=lambda town: (-offers[town.ags], -town.population, town.ags),
    )
    often = Counter(town.name for town in towns)
    return {
        "towns": "|".join(town.name for town in towns),
        "offers": numbers([offers[town.ags] for town in towns if offers[town.ags]]),
        "twice": {
            at: districts[town.district_ags].title for at, town in enumerate(towns) if often[town.name] > 1
        },
        **_postcodes(listing, places, towns),
        "values": [*_districts(listing), *_vocabulary(listing)],
        "kinds": [[SECTIONS[folder], kind] for folder, kind in KINDS.items()],
    }


def _taking_part(listing: Listing) -> Iterator[Any]:
    yield from listing.offers
    yield from (item.event for item in listing.events)


def _offers_in_towns(listing: Listing, places: Places) -> Counter[str]:
    """AGS of the municipality → number of offers and events there."""
    ags = {district.id: district.ags for district in listing.catalogue.districts}
    return Counter(
        town.ags
        for record in _taking_part(listing)
        if record.city
        for town in places.city(record.city)
        if ags.get(record.district) in (None, town.district_ags)
    )


def _postcodes(listing: Listing, places: Places, towns: list[Municipality]) -> dict[str, str]:
    """`codes`: all postcodes. `in`: for each the index of its main town in `towns`. `used`: indexes of codes with offers or events."""
    at = {town.name: place for place, town in reversed(list(enumerate(towns)))}
    main = {code: places.postcode(code)[0].place for code in places.postcodes}
    codes = [code for code in places.postcodes if main[code] in at]
    used = {record.postcode for record in _taking_part(listing)}
    return {
        "codes": rising([int(code) for code in codes]),
        "in": numbers([at[main[code]] for code in codes]),
        "used": rising([place for place, code in enumerate(codes) if code in used]),
    }


def _districts(listing: Listing) -> Iterator[list[Any]]:
    offers = Counter(offer.district for offer in listing.offers)
    for district in sorted(listing.catalogue.districts, key=lambda district: fold(district.short_title)):
        names = (district.short_title, *district.aliases, district.name_hsb or "")
        yield _value("kreis", district.id, district.title, offers[district.id], names)


def _vocabulary(listing: Listing) -> Iterator[list[Any]]:
    """Subjects, topics and formats, without those that no offer has."""
    vocabulary = listing.catalogue.vocabulary
    subjects = Counter(subject for offer in listing.offers for subject in offer.subjects)
    for term in vocabulary["subjects"]:
        if subjects[term.id]:
            yield _value("fach", term.id, term.label, subjects[term.id], term.synonyms)
    words_of = {slug(topic): names for topic, names in vocabulary.topic_words.items()}
    for topic in listing.topics:
        yield _value("thema", topic.id, topic.label, len(topic.offers), words_of.get(topic.id, ()))
    formats = Counter(offer.format for offer in listing.offers)
    for term in vocabulary["formats"]:
        if formats[term.id]:
            yield _value("format", term.id, term.label, formats[term.id], term.synonyms)


def _value(facet: str, id: str, label: str, offers: int, names: Iterable[str]) -> list[Any]:
    """An entry of `values`, without names that only repeat words of the label."""
    others = dict.fromkeys(name for name in names if name and not _is_part(words(name), words(label)))
    return [facet, id, label, offers, "|".join(others)]


def _is_part(part: list[str], whole: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole)))


# Titles of records


class Entry(NamedTuple):
    """A folded name, or one of its later words. `rank` (is over, is not the title's beginning, number of the record)
    orders entries with the same prefix.
    """

    text: str
    rank: tuple[bool, bool, int]
    row: str


def _entries(listing: Listing) -> list[Entry]:
    """All entries, sorted by text. Their ranks put current records before past ones, beginnings of titles before later
    words and aliases, then follow the alphabet.
    """
    records = [record for folder in KINDS for record in listing.catalogue.records.get(folder, ())]
    folded = _folding()
    titles = {record.key: folded(record.title) for record in records}
    details = _details(listing)
    found: list[Entry] = []
    for place, record in enumerate(sorted(records, key=lambda record: titles[record.key])):
        is_over = record.key not in details
        row = _row(
            record, details.get(record.key, "vorbei" if isinstance(record, Event) else "nicht mehr aktuell")
        )
        first, later = (is_over, False, place), (is_over, True, place)
        plain = row.rstrip("\t")
        found += [Entry(text, later if at else first, plain) for at, text in _texts(titles[record.key])]
        for name in record.aliases:
            named = f"{row}\t{_plain(name)}"
            found += [Entry(text, later, named) for _, text in _texts(folded(name))]
    found.sort()
    return found


def _folding() -> Callable[[str], list[str]]:
    """As `folding.words`, with each distinct word folded once."""
    known = cache(fold)
    return lambda text: [known(word) for word in _WORD.findall(normalize("NFC", text))]


def _texts(parts: list[str]) -> Iterator[tuple[int, str]]:
    """(0, the whole name), then (index, word) of each later word that is no stop word."""
    yield 0, " ".join(parts)
    for at, word in enumerate(parts[1:], start=1):
        if len(word) >= MIN_LETTERS and word not in STOP_WORDS:
            yield at, word


def _details(listing: Listing) -> dict[str, str]:
    """Key → detail that distinguishes records with the same title (town, day); without records that are over."""
    listed = (*listing.offers, *listing.providers, *listing.networks, *listing.funding)
    return {
        **{record.key: getattr(record, "city", None) or "" for record in listed},
        **{
            event.key: ", ".join(filter(None, (short_day(time.start.day), event.city)))
            for event, time in ((item.event, item.next) for item in listing.events)
        },
    }


def _row(record: Any, detail: str) -> str:
    """A record as tab-separated fields: index of the kind + id, title, detail. `_entries` may append the alias that matched."""
    return f"{list(KINDS).index(record.folder)}{record.id}\t{_plain(record.title)}\t{_plain(detail)}"


def _plain(text: str) -> str:
    """The text on one line without tabs, because tabs separate fields and line ends separate rows."""
    return " ".join(text.split())


def _beginnings(entries: Sequence[Entry], length: int = MIN_LETTERS) -> Iterator[tuple[str, list[str]]]:
    """(prefix, rows) pairs sorted by prefix; the best rows come first.

    `entries` are sorted and share their first `length - 1` letters.
    """
    for beginning, group in groupby(entries, key=lambda entry: entry.text[:length]):
        if len(beginning) < length:
            # The text is shorter than the prefix; it is listed with the shorter prefix already.
            continue
        same = list(group)
        rows = _best(same)
        yield beginning, rows if len(rows) <= ALL else rows[:BEST]
        if len(rows) > ALL:
            # Prefixes up to the common one would list the same records, so the next one is a letter longer.
            yield from _beginnings(same, _alike(same[0].text, same[-1].text) + 1)


def _alike(one: str, other: str) -> int:
    """The length of the common prefix."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _best(entries: list[Entry]) -> list[str]:
    """The rows in the order of ranks, each record once, with its best entry."""
    rows: dict[int, str] = {}
    for entry in sorted(entries, key=itemgetter(1)):
        rows.setdefault(entry.rank[2], entry.row)
    return list(rows.values())


def _pack(beginnings: Iterable[tuple[str, list[str]]]) -> tuple[dict[str, str], str]:
    """File name → text for files of up to FILE_SIZE characters, and the first prefix of each file, joined by `|`."""
    files: list[list[tuple[str, str]]] = []
    size = FILE_SIZE
    for beginning, rows in beginnings:
        text = "\n".join(rows)
        length = len(beginning) + len(text)
        if size + length > FILE_SIZE:
            files.append([])
            size = 0
        files[-1].append((beginning, text))
        size += length
    return {f"n{at}.json": dumps(file) for at, file in enumerate(files)}, "|".join(
        file[0][0] for file in files
    )
