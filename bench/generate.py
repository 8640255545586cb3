"""Writes a whole project with generated offers, to see how the site behaves when it has grown.

    python bench/generate.py 10000 .cache/bench/content-10000

The folder then has everything that `minthub check` and `minthub build` need. The same number gives the same bytes:
offers and providers are made up, districts and editorial pages are the real ones.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.wording import Setting, Stock, Writer  # noqa: E402  (the folder is not installed)
from minthub.folding import slug  # noqa: E402

SEED = 2026
OFFERS_PER_PROVIDER = 5
COPIED = (
    "data",
    "hooks",
    "paper",
    "theme_overrides",
    "content/regions",
    "content/mitmachen",
    "content/bilder",
)
TODAY = "2026-11-20"
MAX_SUMMARY, MAX_TITLE = 200, 90
# A wish for so many offers has so many answers: nobody lists all of them. Files are as long as one may be.
OFFERS_PER_WISH, ANSWERS, WISHES_IN_A_FILE = 8, 15, 200
_DAYS = ("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags")
_PROVIDERS = (
    ("verein", "{name}-Verein für {theme} {city} e. V."),
    ("schule", "{name}-Gymnasium {city}"),
    ("unternehmen", "{name} {noun} GmbH"),
    ("museum", "{noun}museum {city}"),
    ("bibliothek", "Bibliothek {name} {city}"),
    ("forschung", "{name}-Institut für {theme} {city}"),
    ("kommune", "{noun}amt {city}"),
    ("stiftung", "Stiftung {name} {noun}"),
)
# Value and weight, roughly as in the real content.
_MODES = {"vor-ort": 80, "mobil": 10, "online": 4, "hybrid": 6}
_COSTS = {"kostenlos": 45, "teilweise": 8, "kostenpflichtig": 25, "unbekannt": 22}
_REGISTRATIONS = {"keine": 25, "empfohlen": 15, "erforderlich": 60}


@dataclass(frozen=True)
class Spot:
    """A postcode of a municipality."""

    city: str
    postcode: str
    district: str
    lat: float
    lon: float


@dataclass
class Generator:
    """Draws everything from one random generator, in one order."""

    vocabulary: dict[str, Any]
    spots: list[list[Spot]]
    random: Random = field(default_factory=lambda: Random(SEED))
    taken: set[str] = field(default_factory=set)
    # Keys of offers by theme.
    offered: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.writer = Writer(self.random)
        self.topics = Stock(self.random.sample(self.vocabulary["topics"], len(self.vocabulary["topics"])))
        self.drawn_spots = Stock(self.spots)
        self.formats = Stock([term["id"] for term in self.vocabulary["formats"]])

    def records(self, offers: int) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Path below content/, front matter and text of every provider and offer."""
        providers: list[tuple[str, str, Spot]] = []
        for number in range(max(1, offers // OFFERS_PER_PROVIDER)):
            path, entries, text, spot = self._provider(number)
            providers.append((path.rpartition("/")[2].removesuffix(".md"), entries["title"], spot))
            yield path, entries, text
        for number in range(offers):
            yield self._offer(number, providers)

    def wishes(self, offers: int) -> Iterator[str]:
        """Lines of `content/wuensche/` for the offers that have been made: phrases, and offers of one theme."""
        themes = Stock([theme for theme in self.topics.items if self.offered[theme]])
        for _ in range(offers // OFFERS_PER_WISH):
            theme = themes.draw(self.random)
            answers = self.random.sample(self.offered[theme], min(ANSWERS, len(self.offered[theme])))
            yield f"{'; '.join(self.writer.wish(theme))} = {' '.join(answers)}"

    def _spot(self, number: int) -> Spot:
        """Every municipality once; then the larger ones more often."""
        municipality = self.spots[number] if number < len(self.spots) else self.drawn_spots.draw(self.random)
        return self.random.choice(municipality)

    def _unique(self, title: str) -> tuple[str, str]:
        """A title that no record has yet, and its id."""
        title = title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 5].rpartition(" ")[0]
        name, count = title, 1
        while slug(name) in self.taken:
            count += 1
            name = f"{title} {count}"
        self.taken.add(slug(name))
        return name, slug(name)

    def _provider(self, number: int) -> tuple[str, dict[str, Any], str, Spot]:
        spot, writer = self._spot(number), self.writer
        kind, pattern = self.random.choice(_PROVIDERS)
        theme, name = self.topics.draw(self.random), writer.surname()
        title, id = self._unique(
            pattern.format(name=name, theme=theme, noun=writer.compound(theme), city=spot.city)
        )
        setting = Setting(theme, spot.city, f"{name}haus", title)
        entries = {
            "title": title,
            "summary": _short(writer.summary(setting)),
            "type": kind,
            **self._place(spot),
            "website": f"https://www.{id}.example",
            "contact": f"info@{id}.example",
            "source": f"https://www.{id}.example",
        }
        return f"providers/{id}.md", entries, writer.text(setting, self.random.randint(30, 60)), spot

    def _offer(self, number: int, providers: list[tuple[str, str, Spot]]) -> tuple[str, dict[str, Any], str]:
        random, writer = self.random, self.writer
        spot = self._spot(number)
        provider, provider_title, _ = random.choice(providers)
        topics = list(dict.fromkeys(self.topics.draw(random) for _ in range(random.randint(1, 4))))
        setting = Setting(topics[0], spot.city, f"{writer.surname()}haus", provider_title)
        title, id = self._unique(writer.title(setting))
        mode = _weighted(random, _MODES)
        is_local = mode in ("vor-ort", "hybrid")
        entries: dict[str, Any] = {
            "title": title,
            "summary": _short(writer.summary(setting)),
            "provider": provider,
        }
        if is_local:
            entries |= {"venue": setting.venue, **self._place(spot)}
        else:
            entries["serves"] = self._reach(spot)
        entries |= {**self._audience(), "topics": topics, "mode": mode, "format": self.formats.draw(random)}
        entries |= self._terms(id)
        folder = spot.district if is_local else "sachsenweit"
        self.offered[topics[0]].append(f"offers/{id}")
        return f"offers/{folder}/{id}.md", entries, writer.text(setting, random.randint(60, 120))

    def _place(self, spot: Spot) -> dict[str, Any]:
        random = self.random
        street = f"{self.writer.surname()}straße {random.randint(1, 120)}"
        lat, lon = (round(number + random.uniform(-0.008, 0.008), 5) for number in (spot.lat, spot.lon))
        entries = {"street": street, "postcode": spot.postcode, "city": spot.city, "district": spot.district}
        return {**entries, "geo": [f"{lat:.5f}", f"{lon:.5f}"]}

    def _reach(self, spot: Spot) -> str | list[str]:
        if self.random.random() < 0.4:
            return "sachsenweit"
        others = {self.random.choice(self.spots)[0].district for _ in range(2)}
        return sorted({spot.district, *others})

    def _audience(self) -> dict[str, Any]:
        random = self.random
        entries: dict[str, Any] = {}
        roll, first = random.random(), random.randint(3, 15)
        if roll < 0.5:
            entries["ages"] = [first, min(first + random.randint(2, 8), 19)]
        elif roll < 0.75:
            grade = random.randint(1, 10)
            entries["grades"] = [grade, min(grade + random.randint(1, 6), 12)]
        else:
            entries["stages"] = self._some("stages", 2)
        entries["subjects"] = self._some("subjects", 2)
        if random.random() < 0.25:
            entries["audiences"] = self._some("audiences", 2)
        if random.random() < 0.3:
            entries["access"] = self._some("access", 3)
        entries |= {"for_schools": random.random() < 0.5, "gta": random.random() < 0.2}
        return entries

    def _terms(self, id: str) -> dict[str, Any]:
        random = self.random
        cost = _weighted(random, _COSTS)
        start = random.randint(9, 17)
        entries: dict[str, Any] = {
            "schedule": f"{random.choice(_DAYS)} {start}–{start + random.randint(1, 3)} Uhr",
            "cost": cost,
            "registration": _weighted(random, _REGISTRATIONS),
            "website": f"https://www.{id}.example/angebot",
            "source": f"https://www.{id}.example/angebot",
        }
        if cost == "kostenpflichtig":
            entries["price"] = f"{random.randint(2, 80)} Euro (Stand 2026)"
        if random.random() < 0.25:
            entries["holidays"] = self._some("holidays", 2)
        return entries

    def _some(self, name: str, most: int) -> list[str]:
        ids = [term["id"] for term in self.vocabulary[name]]
        return sorted(self.random.sample(ids, self.random.randint(1, most)), key=ids.index)


def _weighted(random: Random, weights: dict[str, int]) -> str:
    return random.choices(list(weights), list(weights.values()))[0]


def _short(text: str) -> str:
    """A summary within its limit, cut between words."""
    return text if len(text) <= MAX_SUMMARY else text[: MAX_SUMMARY - 2].rpartition(" ")[0] + " …"


def read_spots(data: Path, districts: dict[str, str]) -> list[list[Spot]]:
    """The postcodes of each municipality, large municipalities first."""
    with (data / "municipalities.csv").open(encoding="utf-8") as file:
        ordered = sorted(csv.DictReader(file), key=lambda row: -int(row["population"]))
    found: dict[str, list[Spot]] = defaultdict(list)
    with (data / "postcodes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "area":
                spot = Spot(
                    row["place"],
                    row["postcode"],
                    districts[row["district_ags"]],
                    float(row["lat"]),
                    float(row["lon"]),
                )
                found[row["municipality_ags"]].append(spot)
    return [found[row["ags"]] for row in ordered if row["ags"] in found]


def as_markdown(entries: dict[str, Any], text: str) -> str:
    """A record as a file; JSON's notation of texts, lists and booleans is one that front matter can have."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items())
    return "\n".join(("---", *lines, f"checked: {TODAY}", "checked_by: redaktion", "---", text, ""))


def generate(offers: int, out: Path, keep: Collection[str] = ()) -> None:
    """Writes the project; what is in the folder already goes, but for the names of `keep`."""
    out.mkdir(parents=True, exist_ok=True)
    for entry in out.iterdir():
        if entry.name not in keep:
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    for name in COPIED:
        shutil.copytree(ROOT / name, out / name)
    shutil.copy(ROOT / "mkdocs.yml", out)
    # Only watched by the preview, but MkDocs insists that it is there.
    (out / "src").symlink_to(ROOT / "src")
    for page in (ROOT / "content").glob("*.md"):
        shutil.copy(page, out / "content")
    districts = {}
    for file in (ROOT / "content/regions").glob("*.md"):
        districts[yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])["ags"]] = file.stem
    vocabulary = yaml.safe_load((ROOT / "data/vocabulary.yml").read_text(encoding="utf-8"))
    generator = Generator(vocabulary, read_spots(ROOT / "data", districts))
    for path, entries, text in generator.records(offers):
        file = out / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_markdown(entries, text), encoding="utf-8")
    lines = list(generator.wishes(offers))
    (out / "content" / "wuensche").mkdir()
    for start in range(0, len(lines), WISHES_IN_A_FILE):
        file = out / "content" / "wuensche" / f"{start:05}.txt"
        file.write_text("\n".join(lines[start : start + WISHES_IN_A_FILE]) + "\n", encoding="utf-8")


def main() -> int:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Erzeugt ein Projekt mit vielen erfundenen Angeboten.")
    parser.add_argument("offers", type=int, metavar="ANZAHL", help="wie viele Angebote, etwa 1000 oder 10000")
    parser.add_argument("out", type=Path, metavar="ORDNER", help="wohin; was dort liegt, wird ersetzt")
    arguments = parser.parse_args()
    start = time.perf_counter()
    generate(arguments.offers, arguments.out)
    print(f"{arguments.offers} Angebote in {arguments.out} ({time.perf_counter() - start:.1f} s)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
