"""A short record of each kind, with nothing to complain about; tests change single lines of them."""

from __future__ import annotations

from tests.conftest import OFFER, PROVIDER

EVENT = """\
    ---
    title: Lange Nacht der Technik
    summary: Labore und Werkstätten öffnen am Abend.
    provider: jugendhaus
    venue: Jugendhaus
    street: Hauptstraße 1
    postcode: "02826"
    city: Görlitz
    ages: [6, 12]
    subjects: [technik]
    topics: [Löten]
    for_schools: nein
    access: [stufenlos]
    mode: vor-ort
    format: workshop
    start: 2026-12-05 16:00
    cost: kostenlos
    registration: keine
    website: https://www.example.org/nacht
    source: https://www.example.org/nacht
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Ein Abend für alle.
    """

NETWORK = """\
    ---
    title: MINT-Netz Lausitz
    summary: Vereine und Schulen der Lausitz arbeiten zusammen.
    type: mint-region
    coordinator: jugendhaus
    serves: [goerlitz, bautzen]
    website: https://www.example.org/netz
    source: https://www.example.org/netz
    checked: 2026-11-01
    checked_by: koordinierung
    ---
    Das Netz trifft sich zweimal im Jahr.
    """

FUNDING = """\
    ---
    title: Technikfonds
    summary: Geld für Werkzeug und Material.
    funder: Stiftung Technik
    eligible: [vereine, schulen]
    amount: bis 2.000 Euro (Stand 2026)
    deadlines: ["28.02.", "2027-03-31"]
    serves: sachsenweit
    website: https://www.example.org/fonds
    source: https://www.example.org/fonds
    checked: 2026-11-01
    checked_by: redaktion
    ---
    Der Fonds fördert Vereine.
    """

NEWS = """\
    ---
    title: Neue Werkstatt eröffnet
    summary: Im Jugendhaus steht jetzt eine Werkstatt.
    date: 2026-11-10
    districts: [goerlitz]
    source: https://www.example.org/werkstatt
    checked: 2026-11-11
    checked_by: redaktion
    ---
    Die Werkstatt ist offen.
    """

TEXTS = {
    "offers": OFFER,
    "events": EVENT,
    "providers": PROVIDER,
    "networks": NETWORK,
    "funding": FUNDING,
    "news": NEWS,
}
