"""Texts, lists, closed lists and yes or no as editors write them."""

from __future__ import annotations

import pytest

from minthub.model.kinds import Coordination
from tests.unit.model.conftest import Field

ACCEPTED = [
    ("offers", "title: Robotik-AG", "Robotik-AG"),
    ("offers", 'title: "Robotik: bauen"', "Robotik: bauen"),
    ("offers", "title: |\n  Robotik\n  AG", "Robotik AG"),
    ("offers", "title: [Robotik]", "Robotik"),
    ("offers", "aliases: Roboterclub", ("Roboterclub",)),
    ("offers", 'aliases: [Roboterclub, "", Lego-AG]', ("Roboterclub", "Lego-AG")),
    ("offers", "aliases:\n  -\n  - Lego-AG", ("Lego-AG",)),
    ("offers", "format: schuelerlabor", "schuelerlabor"),
    ("offers", "format: Schülerlabor", "schuelerlabor"),
    ("offers", "format: SCHÜLERLABOR", "schuelerlabor"),
    ("offers", "format: schülerlabor", "schuelerlabor"),
    ("offers", "format: Tag der offenen Tür", "tag-der-offenen-tuer"),
    ("offers", "mode: Vor Ort", "vor-ort"),
    ("offers", "status: beendet", "beendet"),
    ("offers", "status:", "aktiv"),
    ("offers", "district: goerlitz", "goerlitz"),
    ("offers", "district: Landkreis Görlitz", "goerlitz"),
    ("offers", "district: görlitz", "goerlitz"),
    ("offers", "serves: sachsenweit", ("sachsenweit",)),
    ("offers", "serves: ganz Sachsen", ("sachsenweit",)),
    ("offers", "serves: [goerlitz, Landkreis Bautzen, goerlitz]", ("goerlitz", "bautzen")),
    ("offers", "serves: [goerlitz, landesweit]", ("sachsenweit",)),
    ("offers", "subjects: Technik", ("technik",)),
    ("offers", "subjects: [technik, Informatik]", ("technik", "informatik")),
    ("offers", "stages: [Kita, sek1]", ("kita", "sek1")),
    (
        "offers",
        "holidays: ja",
        ("winterferien", "osterferien", "sommerferien", "herbstferien", "weihnachtsferien"),
    ),
    ("offers", "holidays: [sommerferien, Herbstferien]", ("sommerferien", "herbstferien")),
    ("offers", "gta: ja", True),
    ("offers", "gta: JA", True),
    ("offers", "gta: true", True),
    ("offers", "gta: yes", True),
    ("offers", "gta: Nein", False),
    ("offers", "gta: false", False),
    ("providers", "type: Verein", "verein"),
    ("regions", "kind: Landkreis", "landkreis"),
    ("regions", "ags: 14626", "14626"),
    ("regions", 'ags: "14626"', "14626"),
    (
        "regions",
        "coordination: {organisation: RKO}",
        Coordination(organisation="RKO", website=None, contact=()),
    ),
    (
        "regions",
        "coordination:\n  organisation: RKO\n  website: https://example.org\n  contact: info@example.org",
        Coordination(organisation="RKO", website="https://example.org", contact=("info@example.org",)),
    ),
    ("regions", "coordination:", None),
    ("regions", "coordination:\n  organisation:", None),
]

REFUSED = [
    (
        "offers",
        "title: [Robotik, AG]",
        "2: Fehler M105: Feld „Titel“ (title): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: title: Robotik",
    ),
    (
        "offers",
        'title: ["Robotik: bauen", AG]',
        '2: Fehler M105: Feld „Titel“ (title): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: title: "Robotik: bauen"',
    ),
    (
        "offers",
        "title: [[Robotik], AG]",
        "2: Fehler M105: Feld „Titel“ (title): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert, ohne eckige Klammern.",
    ),
    (
        "offers",
        "title:\n  de: Robotik",
        "2: Fehler M105: Feld „Titel“ (title): Hier stehen Unterfelder statt eines Textes. Schreiben Sie den Text in eine Zeile; enthält er einen Doppelpunkt, in geraden Anführungszeichen.",
    ),
    (
        "offers",
        "title:",
        "2: Fehler M101: Feld „Titel“ (title) ist leer. Ergänzen Sie im Kopfteil: title: Robotik-AG im Jugendhaus",
    ),
    (
        "offers",
        "title: []",
        "2: Fehler M128: Feld „Titel“ (title): Die Liste ist leer. Schreiben Sie: title: Robotik-AG im Jugendhaus",
    ),
    (
        "offers",
        "aliases: [[a, b]]",
        "2: Fehler M105: Feld „Andere Namen“ (aliases): Hier steht eine Liste in der Liste. Schreiben Sie das ganze Feld so: aliases: [a, b]",
    ),
    (
        "offers",
        "aliases:\n  - Lego-AG\n  - de: Roboterclub",
        "4: Fehler M105: Feld „Andere Namen“ (aliases): Hier stehen Unterfelder statt eines Textes. Schreiben Sie den Text in eine Zeile; enthält er einen Doppelpunkt, in geraden Anführungszeichen.",
    ),
    (
        "offers",
        "format: labor",
        "2: Fehler M106: Feld „Form“ (format): „labor“ gibt es nicht. Schreiben Sie: format: schuelerlabor",
    ),
    (
        "offers",
        "format: schuelerlabr",
        "2: Fehler M106: Feld „Form“ (format): „schuelerlabr“ gibt es nicht. Schreiben Sie: format: schuelerlabor",
    ),
    (
        "offers",
        "format: xyz",
        "2: Fehler M106: Feld „Form“ (format): „xyz“ gibt es nicht. Möglich sind zum Beispiel schuelerlabor, arbeitsgemeinschaft, workshop; alle Werte nennt die Seite „Felder“ unter format.",
    ),
    (
        "offers",
        "format: workshop, kurs",
        "2: Fehler M106: Feld „Form“ (format): „workshop, kurs“ gibt es nicht. Schreiben Sie: format: workshop",
    ),
    (
        "offers",
        "format: [workshop, kurs]",
        "2: Fehler M105: Feld „Form“ (format): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: format: workshop",
    ),
    (
        "offers",
        "mode: dort",
        "2: Fehler M106: Feld „Art der Teilnahme“ (mode): „dort“ gibt es nicht. Möglich sind: vor-ort, mobil, online, hybrid",
    ),
    (
        "offers",
        "cost: gratis",
        "2: Fehler M106: Feld „Kosten“ (cost): „gratis“ gibt es nicht. Schreiben Sie: cost: kostenlos",
    ),
    (
        "offers",
        "district: vogtland",
        "2: Fehler M203: Feld „Kreis“ (district): „vogtland“ gibt es nicht. Schreiben Sie: district: vogtlandkreis",
    ),
    (
        "offers",
        "district: Atlantis",
        "2: Fehler M203: Feld „Kreis“ (district): „Atlantis“ gibt es nicht. Möglich sind zum Beispiel bautzen, chemnitz, dresden; alle Werte nennt die Seite „Felder“ unter district.",
    ),
    (
        "offers",
        "district: sachsenweit",
        "2: Fehler M203: Feld „Kreis“ (district): „sachsenweit“ ist kein Kreis, sondern eine Reichweite. Schreiben Sie: serves: sachsenweit",
    ),
    (
        "offers",
        "district: Sachsen",
        "2: Fehler M203: Feld „Kreis“ (district): „Sachsen“ ist kein Kreis, sondern eine Reichweite. Schreiben Sie: serves: sachsenweit",
    ),
    (
        "offers",
        "serves: goerlitz, bautzen",
        "2: Fehler M203: Feld „Gilt auch für“ (serves): „goerlitz, bautzen“ gibt es nicht. Schreiben Sie mehrere Werte in eckige Klammern: serves: [goerlitz, bautzen]",
    ),
    (
        "offers",
        "serves: [goerlitz, vogtland]",
        "2: Fehler M203: Feld „Gilt auch für“ (serves): „vogtland“ gibt es nicht. Schreiben Sie: vogtlandkreis",
    ),
    (
        "offers",
        "serves:\n  - goerlitz\n  - vogtland",
        "4: Fehler M203: Feld „Gilt auch für“ (serves): „vogtland“ gibt es nicht. Schreiben Sie: vogtlandkreis",
    ),
    (
        "funding",
        "serves: []",
        "2: Fehler M128: Feld „Gilt für“ (serves): Die Liste ist leer. Schreiben Sie: serves: [goerlitz]",
    ),
    (
        "news",
        "districts: [sachsenweit]",
        "2: Fehler M203: Feld „Kreise“ (districts): „sachsenweit“ ist kein Kreis, sondern eine Reichweite. Nehmen Sie den Wert heraus.",
    ),
    (
        "regions",
        "neighbours: [bautzen, sachsenweit]",
        "2: Fehler M203: Feld „Nachbarkreise“ (neighbours): „sachsenweit“ ist kein Kreis, sondern eine Reichweite. Nehmen Sie den Wert heraus.",
    ),
    (
        "offers",
        "subjects: technik, informatik",
        "2: Fehler M106: Feld „Fächer“ (subjects): „technik, informatik“ gibt es nicht. Schreiben Sie mehrere Werte in eckige Klammern: subjects: [technik, informatik]",
    ),
    (
        "offers",
        "subjects: [technik, Deutsch]",
        "2: Fehler M106: Feld „Fächer“ (subjects): „Deutsch“ gibt es nicht. Möglich sind: mathematik, informatik, naturwissenschaften, technik",
    ),
    (
        "offers",
        "subjects:\n  -\n  - Deutsch",
        "4: Fehler M106: Feld „Fächer“ (subjects): „Deutsch“ gibt es nicht. Möglich sind: mathematik, informatik, naturwissenschaften, technik",
    ),
    (
        "offers",
        "subjects: []",
        "2: Fehler M128: Feld „Fächer“ (subjects): Die Liste ist leer. Schreiben Sie: subjects: [informatik, technik]",
    ),
    (
        "offers",
        'subjects: [""]',
        "2: Fehler M128: Feld „Fächer“ (subjects): Die Liste ist leer. Schreiben Sie: subjects: [informatik, technik]",
    ),
    (
        "offers",
        "holidays: nein",
        "2: Fehler M106: Feld „Ferien“ (holidays): „nein“ gibt es nicht. Gibt es nichts anzugeben, löschen Sie die Zeile.",
    ),
    (
        "offers",
        "gta: vielleicht",
        "2: Fehler M108: Feld „Ganztagsangebot“ (gta): „vielleicht“ heißt weder ja noch nein. Schreiben Sie: gta: ja – oder: gta: nein",
    ),
    (
        "offers",
        "gta: [ja, nein]",
        "2: Fehler M105: Feld „Ganztagsangebot“ (gta): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: gta: ja",
    ),
    (
        "providers",
        "type: Uni",
        "2: Fehler M106: Feld „Art der Einrichtung“ (type): „Uni“ gibt es nicht. Schreiben Sie: type: hochschule",
    ),
    (
        "regions",
        "ags: vierzehn",
        '2: Fehler M109: Feld „Gemeindeschlüssel“ (ags): „vierzehn“ ist keine Zahl in Ziffern. Schreiben Sie zum Beispiel: ags: "14612"',
    ),
    (
        "regions",
        "ags: ²",
        '2: Fehler M109: Feld „Gemeindeschlüssel“ (ags): „²“ ist keine Zahl in Ziffern. Schreiben Sie zum Beispiel: ags: "14612"',
    ),
    (
        "regions",
        "coordination: RKO",
        "2: Fehler M129: Feld „Koordinierung“ (coordination): Hier fehlen die Unterfelder. Möglich sind darunter: organisation, website, contact",
    ),
    (
        "regions",
        "coordination: [RKO]",
        "2: Fehler M129: Feld „Koordinierung“ (coordination): Hier fehlen die Unterfelder. Möglich sind darunter: organisation, website, contact",
    ),
    (
        "regions",
        "coordination:\n  name: RKO",
        "3: Fehler M129: Feld „Koordinierung“ (coordination.name): „name“ ist hier kein Unterfeld. Möglich sind darunter: organisation, website, contact",
    ),
    (
        "regions",
        "coordination:\n  website: https://example.org",
        "2: Fehler M129: Feld „Koordinierung“ (coordination): Hier fehlt organisation. Ergänzen Sie darunter, zwei Leerzeichen eingerückt: organisation: Name der Stelle",
    ),
    (
        "regions",
        "coordination:\n  organisation: [a, b]",
        "3: Fehler M105: Feld „Koordinierung“ (coordination.organisation): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: organisation: a",
    ),
    (
        "regions",
        "coordination:\n  organisation: RKO\n  website: www.example.org",
        "4: Fehler M114: Feld „Koordinierung“ (coordination.website): Der Adresse „www.example.org“ fehlt der Anfang https://. Schreiben Sie: website: https://www.example.org",
    ),
    (
        "regions",
        "coordination:\n  organisation: RKO\n  contact:\n    - info@example.org\n    - anna@web.de",
        "6: Fehler M407: Feld „Koordinierung“ (coordination.contact): „anna@web.de“ ist eine Adresse für Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website.",
    ),
]


@pytest.mark.parametrize(("kind", "front", "value"), ACCEPTED)
def test_a_value_is_understood(field: Field, kind: str, front: str, value: object) -> None:
    assert field(kind, front) == (value, [])


@pytest.mark.parametrize(("kind", "front", "line"), REFUSED)
def test_a_value_that_does_not_fit_is_refused(field: Field, kind: str, front: str, line: str) -> None:
    assert field(kind, front)[1] == [f"content/{kind}/x.md:{line}"]
