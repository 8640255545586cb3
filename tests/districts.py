"""District records of our own: the real ones are content and may change."""

from __future__ import annotations

from pathlib import Path

# id, title, short title, official key, neighbours
DISTRICTS = (
    (
        "bautzen",
        "Landkreis Bautzen",
        "Bautzen",
        "14625",
        "dresden goerlitz meissen saechsische-schweiz-osterzgebirge",
    ),
    ("chemnitz", "Stadt Chemnitz", "Chemnitz", "14511", "erzgebirgskreis mittelsachsen zwickau"),
    ("dresden", "Stadt Dresden", "Dresden", "14612", "bautzen meissen saechsische-schweiz-osterzgebirge"),
    (
        "erzgebirgskreis",
        "Erzgebirgskreis",
        "Erzgebirgskreis",
        "14521",
        "chemnitz mittelsachsen vogtlandkreis zwickau",
    ),
    ("goerlitz", "Landkreis Görlitz", "Görlitz", "14626", "bautzen"),
    (
        "leipzig-land",
        "Landkreis Leipzig",
        "Leipzig (Landkreis)",
        "14729",
        "leipzig-stadt mittelsachsen nordsachsen",
    ),
    ("leipzig-stadt", "Stadt Leipzig", "Leipzig (Stadt)", "14713", "leipzig-land nordsachsen"),
    (
        "meissen",
        "Landkreis Meißen",
        "Meißen",
        "14627",
        "bautzen dresden mittelsachsen nordsachsen saechsische-schweiz-osterzgebirge",
    ),
    (
        "mittelsachsen",
        "Landkreis Mittelsachsen",
        "Mittelsachsen",
        "14522",
        "chemnitz erzgebirgskreis leipzig-land meissen nordsachsen saechsische-schweiz-osterzgebirge zwickau",
    ),
    (
        "nordsachsen",
        "Landkreis Nordsachsen",
        "Nordsachsen",
        "14730",
        "leipzig-land leipzig-stadt meissen mittelsachsen",
    ),
    (
        "saechsische-schweiz-osterzgebirge",
        "Landkreis Sächsische Schweiz-Osterzgebirge",
        "Sächsische Schweiz-Osterzgebirge",
        "14628",
        "bautzen dresden meissen mittelsachsen",
    ),
    ("vogtlandkreis", "Vogtlandkreis", "Vogtlandkreis", "14523", "erzgebirgskreis zwickau"),
    (
        "zwickau",
        "Landkreis Zwickau",
        "Zwickau",
        "14524",
        "chemnitz erzgebirgskreis mittelsachsen vogtlandkreis",
    ),
)

_RECORD = """\
---
title: {title}
summary: Angebote im Kreis {short}.
short_title: {short}
ags: "{ags}"
kind: {kind}
seat: {short}
neighbours: [{neighbours}]
source: https://www.example.org
checked: 2026-11-01
checked_by: redaktion
---
Ein Kreis.
"""


def write_districts(folder: Path) -> None:
    """A record for each district of the map; none gives a finding."""
    folder.mkdir(parents=True)
    for id, title, short, ags, neighbours in DISTRICTS:
        text = _RECORD.format(
            title=title,
            short=short,
            ags=ags,
            kind="kreisfreie-stadt" if title.startswith("Stadt") else "landkreis",
            neighbours=", ".join(neighbours.split()),
        )
        (folder / f"{id}.md").write_text(text, "utf-8")
