"""Records of the other kinds for tests of rules, each without a finding of its own; `OFFER` and `PROVIDER` are in conftest."""

from __future__ import annotations

from textwrap import dedent

EVENT = """\
    ---
    title: Robotik-Nachmittag
    summary: Kinder probieren Roboter aus.
    provider: jugendhaus
    venue: Jugendhaus
    street: Hauptstraße 1
    postcode: "02826"
    city: Görlitz
    ages: [8, 14]
    subjects: [informatik]
    topics: [Robotik]
    for_schools: nein
    access: [stufenlos]
    mode: vor-ort
    format: workshop
    start: 2026-12-05 16:00
    cost: kostenlos
    registration: keine
    website: https://www.example.org/nachmittag
    source: https://www.example.org/nachmittag
    checked: 2026-11-01
    checked_by: redaktion
    ---
    An diesem Nachmittag probieren Kinder Roboter aus.
    """

NETWORK = """\
    ---
    title: MINT-Netz Neiße
    summary: Häuser an der Neiße arbeiten zusammen.
    type: mint-region
    serves: [goerlitz, bautzen]
    website: https://www.example.org/netz
    source: https://www.example.org/netz
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Das Netz verbindet Häuser.
    """

FUNDING = """\
    ---
    title: Werkstattgeld
    summary: Geld für Werkzeug.
    funder: Stiftung Neiße
    eligible: [vereine]
    deadlines: ["28.02."]
    serves: [goerlitz]
    website: https://www.example.org/geld
    source: https://www.example.org/geld
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Vereine bekommen Geld für Werkzeug.
    """

NEWS = """\
    ---
    title: Neue Werkstatt eröffnet
    summary: Das Jugendhaus hat eine neue Werkstatt.
    date: 2026-11-20
    districts: [goerlitz]
    source: https://www.example.org/neu
    checked: 2026-11-20
    checked_by: redaktion
    ---
    Die Werkstatt ist offen.
    """

DISTRICT = """\
    ---
    title: Landkreis Görlitz
    summary: Angebote im Kreis.
    short_title: Görlitz
    ags: "14626"
    kind: landkreis
    seat: Görlitz
    neighbours: [bautzen]
    source: https://www.example.org
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Ein Kreis.
    """


def with_body(text: str, body: str) -> str:
    """The record with another text below its front matter."""
    head, _, _ = dedent(text).rpartition("\n---\n")
    return f"{head}\n---\n{body}"
