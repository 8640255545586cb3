"""Addresses, contacts, languages, postcodes, coordinates and old file names as editors write them."""

from __future__ import annotations

import pytest

from tests.unit.model.conftest import Field

ACCEPTED = [
    ("offers", "website: https://www.example.org", "https://www.example.org"),
    ("offers", "website: HTTPS://www.example.org/Pfad", "https://www.example.org/Pfad"),
    ("offers", "website: http://www.example.org", "http://www.example.org"),
    ("offers", "website: https://müller.de", "https://müller.de"),
    ("offers", "website: https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
    ("funding", "website: https://www.example.org/foerderung", "https://www.example.org/foerderung"),
    ("events", "registration_url: https://example.org", "https://example.org"),
    ("events", "registration_url: HTTPS://example.org", "https://example.org"),
    ("offers", "contact: info@example.org", ("info@example.org",)),
    ("offers", "contact: 0341 123456", ("0341 123456",)),
    ("offers", 'contact: "0341 123456"', ("0341 123456",)),
    ("offers", "contact: [info@example.org, +49 341 12 34 56]", ("info@example.org", "+49 341 12 34 56")),
    ("offers", "contact: Tel. 0341/123456", ("0341/123456",)),
    ("offers", "contact: mailto:info@example.org", ("info@example.org",)),
    ("offers", "contact: mail@example.org", ("mail@example.org",)),
    ("offers", "contact: telefon.mail@example.org", ("telefon.mail@example.org",)),
    ("offers", 'contact: "tel: 0341 123456"', ("0341 123456",)),
    ("offers", "languages: de", ("de",)),
    ("offers", "languages: [de, hsb, en, cs, pl, uk]", ("de", "hsb", "en", "cs", "pl", "uk")),
    ("offers", "languages: DE", ("de",)),
    ("offers", "languages: pt-BR", ("pt-BR",)),
    ("offers", "languages: Deutsch", ("de",)),
    ("offers", "languages: [Sorbisch, Englisch]", ("hsb", "en")),
    ("offers", "postcode: 01067", "01067"),
    ("offers", 'postcode: "01067"', "01067"),
    ("offers", "postcode: D-01067", "01067"),
    ("offers", "geo: 51.05, 13.74", (51.05, 13.74)),
    ("offers", "geo: [51.05, 13.74]", (51.05, 13.74)),
    ("offers", "geo: 51.05 13.74", (51.05, 13.74)),
    ("offers", "geo: (51.0512345; 13.7412345)", (51.0512345, 13.7412345)),
    ("offers", "geo: -51.05, -13.74", (-51.05, -13.74)),
    ("offers", "redirect_from: robotik-ag", ("robotik-ag",)),
    ("offers", "redirect_from: [a, b-2]", ("a", "b-2")),
    ("offers", "redirect_from: robotik-ag.md", ("robotik-ag",)),
]

REFUSED = [
    (
        "offers",
        "website: www.example.org",
        "2: Fehler M114: Feld „Website“ (website): Der Adresse „www.example.org“ fehlt der Anfang https://. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "offers",
        "website: //www.example.org",
        "2: Fehler M114: Feld „Website“ (website): Der Adresse „//www.example.org“ fehlt der Anfang https://. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "offers",
        "website: example.org/kurse",
        "2: Fehler M114: Feld „Website“ (website): Der Adresse „example.org/kurse“ fehlt der Anfang https://. Schreiben Sie: website: https://example.org/kurse",
    ),
    (
        "offers",
        "website: https//www.example.org",
        "2: Fehler M114: Feld „Website“ (website): Der Adresse „https//www.example.org“ fehlt der Anfang https://. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "offers",
        "website: https:/www.example.org",
        "2: Fehler M114: Feld „Website“ (website): Der Adresse „https:/www.example.org“ fehlt der Anfang https://. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "offers",
        "website: javascript:alert(1)",
        "2: Fehler M114: Feld „Website“ (website): „javascript:alert(1)“ ist keine Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org – oder löschen Sie die Zeile, wenn es keine gibt.",
    ),
    (
        "offers",
        "website: data:text/html,x",
        "2: Fehler M114: Feld „Website“ (website): „data:text/html,x“ ist keine Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org – oder löschen Sie die Zeile, wenn es keine gibt.",
    ),
    (
        "offers",
        "website: siehe oben",
        "2: Fehler M114: Feld „Website“ (website): „siehe oben“ enthält Leerzeichen. Nennen Sie genau eine Adresse und keinen Text dazu: website: https://www.example.org",
    ),
    (
        "offers",
        "website: https://www.example .org",
        "2: Fehler M114: Feld „Website“ (website): „https://www.example .org“ enthält Leerzeichen. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "offers",
        "website: www.example .org",
        "2: Fehler M114: Feld „Website“ (website): „www.example .org“ enthält Leerzeichen. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "offers",
        "website: https://www.example.org, https://b.example.org",
        "2: Fehler M114: Feld „Website“ (website): „https://www.example.org, https://b.example.org“ enthält Leerzeichen. Nennen Sie genau eine Adresse und keinen Text dazu: website: https://www.example.org",
    ),
    (
        "offers",
        "website: www.example.org oder anrufen",
        "2: Fehler M114: Feld „Website“ (website): „www.example.org oder anrufen“ enthält Leerzeichen. Nennen Sie genau eine Adresse und keinen Text dazu: website: https://www.example.org",
    ),
    (
        "offers",
        "website: ftp://example.org",
        "2: Fehler M114: Feld „Website“ (website): „ftp://example.org“ beginnt mit „ftp://“. Nehmen Sie eine Adresse, die mit https:// beginnt: website: https://www.example.org",
    ),
    (
        "offers",
        "website: htps://example.org",
        "2: Fehler M114: Feld „Website“ (website): „htps://example.org“ beginnt mit „htps://“. Schreiben Sie: website: https://example.org",
    ),
    (
        "offers",
        "website: info@example.org",
        "2: Fehler M114: Feld „Website“ (website): „info@example.org“ ist eine E-Mail-Adresse. E-Mail-Adressen stehen im Feld contact: info@example.org",
    ),
    (
        "offers",
        "website: Mailto:info@example.org",
        "2: Fehler M114: Feld „Website“ (website): „Mailto:info@example.org“ ist eine E-Mail-Adresse. E-Mail-Adressen stehen im Feld contact: info@example.org",
    ),
    (
        "offers",
        "website: https://",
        "2: Fehler M114: Feld „Website“ (website): „https://“ ist keine vollständige Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org",
    ),
    (
        "offers",
        "website: https://localhost",
        "2: Fehler M114: Feld „Website“ (website): „https://localhost“ ist keine vollständige Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org",
    ),
    (
        "offers",
        "website: https://www.bank.de@example.org/",
        "2: Fehler M114: Feld „Website“ (website): „https://www.bank.de@example.org/“ ist keine vollständige Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org",
    ),
    (
        "offers",
        'website: "https://example.org/<b>"',
        "2: Fehler M114: Feld „Website“ (website): „https://example.org/<b>“ ist keine vollständige Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org",
    ),
    (
        "offers",
        "website: https://[",
        "2: Fehler M114: Feld „Website“ (website): „https://[“ ist keine vollständige Internetadresse. Kopieren Sie die Adresse aus der Adresszeile des Browsers: website: https://www.example.org",
    ),
    (
        "offers",
        "website: [https://a.example.org, https://b.example.org]",
        "2: Fehler M105: Feld „Website“ (website): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: website: https://a.example.org",
    ),
    (
        "events",
        "registration_url: http://example.org/x",
        "2: Fehler M114: Feld „Adresse der Anmeldung“ (registration_url): „http://example.org/x“ überträgt Anmeldedaten unverschlüsselt. Schreiben Sie: registration_url: https://example.org/x",
    ),
    (
        "events",
        "registration_url: example.org/x",
        "2: Fehler M114: Feld „Adresse der Anmeldung“ (registration_url): Der Adresse „example.org/x“ fehlt der Anfang https://. Schreiben Sie: registration_url: https://example.org/x",
    ),
    (
        "offers",
        "contact: siehe Website",
        '2: Fehler M119: Feld „Kontakt“ (contact): „siehe Website“ ist weder E-Mail-Adresse noch Telefonnummer. Schreiben Sie: contact: info@example.org – oder: contact: "0341 123456"',
    ),
    (
        "offers",
        "contact: info@example",
        '2: Fehler M119: Feld „Kontakt“ (contact): „info@example“ ist weder E-Mail-Adresse noch Telefonnummer. Schreiben Sie: contact: info@example.org – oder: contact: "0341 123456"',
    ),
    (
        "offers",
        "contact: Anna Müller, info@example.org",
        "2: Fehler M119: Feld „Kontakt“ (contact): „Anna Müller, info@example.org“ ist weder E-Mail-Adresse noch Telefonnummer. Schreiben Sie: contact: info@example.org",
    ),
    (
        "offers",
        'contact: "123"',
        '2: Fehler M119: Feld „Kontakt“ (contact): „123“ ist weder E-Mail-Adresse noch Telefonnummer. Schreiben Sie: contact: info@example.org – oder: contact: "0341 123456"',
    ),
    (
        "offers",
        "contact: anna@gmx.de",
        "2: Fehler M407: Feld „Kontakt“ (contact): „anna@gmx.de“ ist eine Adresse für Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website.",
    ),
    (
        "offers",
        "contact: [info@example.org, anna@GMX.de]",
        "2: Fehler M407: Feld „Kontakt“ (contact): „anna@GMX.de“ ist eine Adresse für Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website.",
    ),
    (
        "offers",
        "contact:\n  email: info@example.org",
        "2: Fehler M105: Feld „Kontakt“ (contact): Hier stehen Unterfelder statt eines Textes. Schreiben Sie den Text in eine Zeile; enthält er einen Doppelpunkt, in geraden Anführungszeichen.",
    ),
    (
        "offers",
        "languages: alle",
        "2: Fehler M120: Feld „Sprachen“ (languages): „alle“ ist kein Sprachkürzel. Schreiben Sie zum Beispiel de, en, hsb, cs oder pl: languages: hsb",
    ),
    (
        "offers",
        "languages: dt",
        "2: Fehler M120: Feld „Sprachen“ (languages): „dt“ ist kein Sprachkürzel. Schreiben Sie zum Beispiel de, en, hsb, cs oder pl: languages: hsb",
    ),
    (
        "offers",
        "languages: [de, Klingonisch]",
        "2: Fehler M120: Feld „Sprachen“ (languages): „Klingonisch“ ist kein Sprachkürzel. Schreiben Sie zum Beispiel de, en, hsb, cs oder pl: hsb",
    ),
    (
        "offers",
        "postcode: 1067",
        '2: Fehler M117: Feld „Postleitzahl“ (postcode): „1067“ hat nur vier Ziffern. Vermutlich fehlt die Null am Anfang. Schreiben Sie: postcode: "01067"',
    ),
    (
        "offers",
        "postcode: 010677",
        '2: Fehler M117: Feld „Postleitzahl“ (postcode): „010677“ ist keine Postleitzahl. Schreiben Sie fünf Ziffern: postcode: "01067"',
    ),
    (
        "offers",
        "postcode: Dresden",
        '2: Fehler M117: Feld „Postleitzahl“ (postcode): „Dresden“ ist keine Postleitzahl. Schreiben Sie fünf Ziffern: postcode: "01067"',
    ),
    (
        "offers",
        "postcode: 01067 Dresden",
        '2: Fehler M117: Feld „Postleitzahl“ (postcode): „01067 Dresden“ ist keine Postleitzahl. Schreiben Sie nur die fünf Ziffern: postcode: "01067" – und: city: Dresden',
    ),
    (
        "offers",
        "geo: 51, 13",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „51, 13“ ist zu ungenau. Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "geo: 51.0, 13.7",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „51.0, 13.7“ ist zu ungenau. Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "geo: 51,15; 14,98",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „51,15; 14,98“ sind keine Koordinaten. Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: geo: [51.15, 14.98]",
    ),
    (
        "offers",
        "geo: 51.05",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „51.05“ sind keine Koordinaten. Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "geo: [51.05, 13.74, 3.00]",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „51.05, 13.74, 3.00“ sind keine Koordinaten. Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "geo: 151.05, 13.74",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „151.05, 13.74“ liegt nicht auf der Erde. Die Breite liegt zwischen -90 und 90, die Länge zwischen -180 und 180: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "geo: 51.05, 181.00",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „51.05, 181.00“ liegt nicht auf der Erde. Die Breite liegt zwischen -90 und 90, die Länge zwischen -180 und 180: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "geo: Rathaus",
        "2: Fehler M116: Feld „Koordinaten“ (geo): „Rathaus“ sind keine Koordinaten. Schreiben Sie Breite und Länge mit Punkt und mindestens zwei Nachkommastellen: geo: [51.05, 13.74]",
    ),
    (
        "offers",
        "redirect_from: /angebote/robotik-ag/",
        "2: Fehler M130: Feld „Frühere Adressen“ (redirect_from): „/angebote/robotik-ag/“ ist kein früherer Dateiname. Schreiben Sie: redirect_from: robotik-ag",
    ),
    (
        "offers",
        "redirect_from: ../../index",
        "2: Fehler M130: Feld „Frühere Adressen“ (redirect_from): „../../index“ ist kein früherer Dateiname. Schreiben Sie: redirect_from: index",
    ),
    (
        "offers",
        "redirect_from: Robotik AG",
        "2: Fehler M130: Feld „Frühere Adressen“ (redirect_from): „Robotik AG“ ist kein früherer Dateiname. Schreiben Sie: redirect_from: robotik-ag",
    ),
    (
        "offers",
        'redirect_from: "🤖"',
        "2: Fehler M130: Feld „Frühere Adressen“ (redirect_from): „🤖“ ist kein früherer Dateiname. Schreiben Sie: redirect_from: robotik-ag-alt",
    ),
]


@pytest.mark.parametrize(("kind", "front", "value"), ACCEPTED)
def test_an_address_is_understood(field: Field, kind: str, front: str, value: object) -> None:
    assert field(kind, front) == (value, [])


@pytest.mark.parametrize(("kind", "front", "line"), REFUSED)
def test_what_is_no_address_is_refused(field: Field, kind: str, front: str, line: str) -> None:
    assert field(kind, front)[1] == [f"content/{kind}/x.md:{line}"]
