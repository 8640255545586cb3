"""Groups of fields that several kinds share: place, audience, terms of taking part."""

from __future__ import annotations

from typing import Annotated

from minthub.model.base import MANDATORY, RecordModel, many, spec
from minthub.model.types import (
    Ages,
    Choice,
    Contact,
    Geo,
    Grades,
    Language,
    Many,
    Moment,
    Postcode,
    Reach,
    SecureAddress,
    Text,
    WebAddress,
    YesNo,
)


class Place(RecordModel):
    """Where something is, and for which districts it is there."""

    venue: Text | None = spec(
        "Ort", "Name des Hauses oder Raums.", "Jugendhaus, Werkstatt im Erdgeschoss", should=True
    )
    street: Text | None = spec("Straße", "Straße und Hausnummer.", "Hauptstraße 1", should=True)
    postcode: Postcode | None = spec("Postleitzahl", "Fünf Ziffern.", '"01067"', should=True)
    city: Text | None = spec(
        "Stadt oder Gemeinde", "Name der Gemeinde, mit Ortsteil: Frohburg, OT Linda.", "Görlitz"
    )
    district: Annotated[str, Choice("districts")] | None = spec(
        "Kreis", "Folgt aus der Postleitzahl; nur nötig, wenn sie fehlt.", "goerlitz"
    )
    geo: Geo | None = spec("Koordinaten", "Breite und Länge in Grad, mit Punkt.", "[51.05, 13.74]")
    travel: Text | None = spec(
        "Anfahrt", "Haltestelle und Fußweg in Minuten.", "Straßenbahn 4 bis Rathaus, dann 5 Minuten zu Fuß"
    )
    serves: Reach = many(
        "Gilt auch für",
        "Kreise, in die das Angebot kommt oder für die es da ist – oder das ganze Land.",
        "[goerlitz, bautzen]",
    )


class Audience(RecordModel):
    """For whom it is. One of ages, grades and stages is mandatory; ages decide."""

    ages: Ages | None = spec("Alter", "Alter in Jahren: [8, 14], ab 8, bis 14.", "[8, 14]")
    grades: Grades | None = spec("Klassen", "Klassenstufen von 1 bis 13.", "[5, 10]")
    stages: Many[Annotated[str, Choice("stages")]] = many(
        "Bildungsphasen", "Wenn es keine genauen Zahlen gibt.", "[grundschule, sek1]"
    )
    audiences: Many[Annotated[str, Choice("audiences")]] = many(
        "Zielgruppen", "Wen das Angebot besonders anspricht.", "[familien]"
    )
    subjects: Many[Annotated[str, Choice("subjects")]] = spec(
        "Fächer",
        "Mathematik, Informatik, Naturwissenschaften, Technik.",
        "[informatik, technik]",
        default=MANDATORY,
    )
    topics: Many[Text] = many(
        "Themen", "Worum es geht, in bis zu fünf Stichworten.", "[Robotik, Programmieren]", should=True
    )
    for_schools: YesNo | None = spec("Für Schulen", "Ob Schulklassen kommen können.", "ja", should=True)
    gta: YesNo | None = spec("Ganztagsangebot", "Ob es als Ganztagsangebot (GTA) buchbar ist.", "nein")
    gta_note: Text | None = spec(
        "Hinweis zum Ganztagsangebot", "Bedingungen in einem Satz.", "nur im ersten Halbjahr"
    )
    languages: Many[Language] = many("Sprachen", "Kürzel der Sprachen, wenn nicht nur Deutsch.", "[de, hsb]")
    access: Many[Annotated[str, Choice("access")]] = many(
        "Barrierefreiheit", "Was vorhanden ist.", "[stufenlos, aufzug]", should=True
    )
    access_note: Text | None = spec(
        "Hinweis zur Barrierefreiheit", "Was man vorher wissen sollte.", "Rampe am Hofeingang"
    )


class Terms(RecordModel):
    """How one takes part, what it costs, who offers it."""

    mode: Annotated[str, Choice("modes")] = spec(
        "Art der Teilnahme", "vor Ort, kommt zu Ihnen, online oder beides.", "vor-ort", default=MANDATORY
    )
    cost: Annotated[str, Choice("costs")] = spec(
        "Kosten", "kostenlos, teilweise, kostenpflichtig oder unbekannt.", "kostenlos", default=MANDATORY
    )
    price: Text | None = spec("Preis", "Was es genau kostet, mit Stand.", "5 Euro je Kind (Stand 2026)")
    registration: Annotated[str, Choice("registrations")] | None = spec(
        "Anmeldung", "keine, empfohlen oder erforderlich.", "erforderlich", should=True
    )
    registration_url: SecureAddress | None = spec(
        "Adresse der Anmeldung", "Seite, auf der man sich anmeldet.", "https://www.example.org/anmeldung"
    )
    registration_deadline: Moment | None = spec("Anmeldeschluss", "Letzter Tag der Anmeldung.", "2026-12-01")
    contact: Many[Contact] = many(
        "Kontakt", "E-Mail und Telefon der Einrichtung, keine privaten.", '[info@example.org, "0341 123456"]'
    )
    website: WebAddress | None = spec(
        "Website", "Seite des Angebots.", "https://www.example.org/robotik", should=True
    )
    provider: Text = spec(
        "Anbieter", "Name oder Kennung der Einrichtung.", "Jugendhaus Musterstadt e. V.", default=MANDATORY
    )
    networks: Many[Text] = many("Netzwerke", "Kennungen der Netzwerke, zu denen es gehört.", "[minos]")
