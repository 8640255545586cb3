"""Values as they are copied from Word, Outlook, Excel, web pages and phones: understood, or told what was meant."""

from __future__ import annotations

import pytest

from tests.unit.model.conftest import Field

UNDERSTOOD = [
    ("offers", "ages: 8 — 14", "[8, 14]"),
    ("offers", "ages: ８-１４", "[8, 14]"),
    ("offers", "ages: 8 - 14 J", "[8, 14]"),
    ("offers", "grades: 5.-7. Klasse", "[5, 7]"),
    ("offers", "grades: Kl 5 – 7", "[5, 7]"),
    ("offers", "grades: Jahrgangsstufe 5-7", "[5, 7]"),
    ("offers", "checked: So, 01.11.2026", "2026-11-01"),
    ("offers", "checked: Sonntag, den 1. November 2026", "2026-11-01"),
    ("offers", "checked: 01. Nov. 2026", "2026-11-01"),
    ("offers", "checked: 1 November 2026", "2026-11-01"),
    ("offers", "checked: 2026‑11‑01", "2026-11-01"),
    ("offers", "checked: 2026–11–01,", "2026-11-01"),
    ("events", "start: Sa, 5. Dezember 2026, 16 Uhr", "2026-12-05 16:00"),
    ("events", "start: Sonnabend, 5.12.2026 um 16:00 Uhr", "2026-12-05 16:00"),
    ("offers", "website: <https://www.example.org>", "https://www.example.org"),
    ("offers", "website: „https://www.example.org“", "https://www.example.org"),
    ("offers", "website: https：//www.example.org", "https://www.example.org"),
    ("offers", "postcode: PLZ 02826", "02826"),
    ("offers", "postcode: DE-02826", "02826"),
    ("offers", 'postcode: "\'02826"', "02826"),
    ("offers", "for_schools: J", "True"),
    ("offers", "for_schools: Ja!", "True"),
    ("offers", "for_schools: Nein.", "False"),
    ("offers", "for_schools: falsch", "False"),
    ("offers", 'contact: "E-Mail: info@example.org"', "('info@example.org',)"),
    ("offers", "contact: <info@example.org>", "('info@example.org',)"),
    ("offers", "contact: Telefon 03581 123456", "('03581 123456',)"),
    ("offers", "contact: +49‑3581‑123456", "('+49-3581-123456',)"),
]
MEANT = [
    ("offers", "ages: 8 und älter", "ages: ab 8"),
    ("offers", "ages: zwischen 8 und 14 Jahren", "ages: [8, 14]"),
    ("offers", "ages: unter 14", "ages: bis 14"),
    ("offers", "ages: alle", "ages: ab 0"),
    ("offers", "ages: (8, 14)", "ages: [8, 14]"),
    ("offers", "grades: 5/6", "grades: [5, 6]"),
    ("offers", "grades: [5, 6, 7]", "grades: [5, 7]"),
    ("offers", "grades: 5a", "grades: 5"),
    ("offers", "checked: 01.11.26", "checked: 2026-11-01"),
    ("offers", "checked: 2026/11/01", "checked: 2026-11-01"),
    ("offers", "checked: 20261101", "checked: 2026-11-01"),
    ("offers", "checked: 46327", "checked: 2026-11-01"),
    ("offers", "checked: 01.11.2O26", "checked: 2026-11-01"),
    ("offers", "checked: Samstag, 1. November 2026", "checked: 2026-11-01"),
    ("offers", "checked: November 2026", "checked: 2026-11-15"),
    ("offers", "checked: 5.-6.12.2026", "checked: 2026-12-05 – oder: checked: 2026-12-06"),
    (
        "events",
        "start: Sa, 5. Dezember 2026, 16–18 Uhr",
        "start: 2026-12-05 16:00 – und: end: 2026-12-05 18:00",
    ),
    ("events", "start: 05.12.2026 - 06.12.2026", "start: 2026-12-05 – und: end: 2026-12-06"),
    ("events", "start: 5.-7.3.2027", "start: 2027-03-05 – und: end: 2027-03-07"),
    ("events", "start: 31.8. - 2.9.2027", "start: 2027-08-31 – und: end: 2027-09-02"),
    ("events", "start: 2027-03-05 - 2027-03-07", "start: 2027-03-05 – und: end: 2027-03-07"),
    (
        "events",
        "start: 2027-03-05 10:00, 2027-03-12 11:00",
        "start: 2027-03-05 10:00 – und: dates: [2027-03-12 11:00]",
    ),
    ("events", "start: 5.3.2027 und 12.3.2027", "start: 2027-03-05 – und: dates: [2027-03-12]"),
    (
        "events",
        "start: 5.3.2027, 12.3.2027 und 19.3.2027 um 10 Uhr",
        "start: 2027-03-05 10:00 – und: dates: [2027-03-12 10:00, 2027-03-19 10:00]",
    ),
    (
        "events",
        "start: 5.3.2027 10-12 Uhr, 12.3.2027 10-12 Uhr",
        "start: 2026-12-05 16:00 – und: dates: [2026-12-12 16:00]",
    ),
    ("events", "start: [2027-03-05, 2027-03-12]", "start: 2027-03-05 – und: dates: [2027-03-12]"),
    ("events", "end: 5.3.2027 und 12.3.2027", "end: 2027-03-05 – oder: end: 2027-03-12"),
    ("offers", "ages: 5. Klasse", "grades: 5"),
    ("offers", "ages: 3.-4. Klasse", "grades: [3, 4]"),
    ("offers", "ages: ab Kl. 5", "grades: ab 5"),
    ("offers", "ages: [5. Klasse, 7. Klasse]", "grades: [5, 7]"),
    ("offers", "ages: Klasse 5 und 6", "grades: [5, 6]"),
    ("offers", "ages: Klassenstufe", "grades: [5, 10]"),
    ("offers", "grades: ab 8 Jahren", "ages: ab 8"),
    ("offers", "grades: 10-12-jährige", "ages: [10, 12]"),
    ("offers", "ages: 18 Monate bis 3 Jahre", "ages: [1, 3]"),
    ("offers", "ages: 6 bis 18 Monate", "ages: [0, 1]"),
    ("events", "end: 18 Uhr", "end: 2026-12-05 18:00"),
    ("events", "dates: 05.12.2026, 12.12.2026", "dates: [2026-12-05, 2026-12-12]"),
    ("events", "duration: 1h30", "duration: 1:30"),
    ("events", "duration: 120h30", "duration: 120:30"),
    ("events", "duration: 1.5 Std", "duration: 1:30"),
    ("events", "duration: ca. 2 Stunden", "duration: 2 h"),
    ("offers", "postcode: 1067.0", 'postcode: "01067"'),
    ("offers", "postcode: O2826", 'postcode: "02826"'),
    ("offers", "postcode: 02826 Görlitz", 'postcode: "02826" – und: city: Görlitz'),
    ("offers", "website: htps://www.example.org", "website: https://www.example.org"),
    ("offers", "website: https://https://www.example.org", "website: https://www.example.org"),
    (
        "offers",
        "website: https://www.example.org/Robotik AG",
        "website: https://www.example.org/Robotik%20AG",
    ),
    ("offers", "website: www.example.org<http://www.example.org/>", "website: http://www.example.org/"),
    ("offers", "contact: info(at)example.org", "contact: info@example.org"),
    ("offers", "contact: info@example,org", "contact: info@example.org"),
    ("offers", "contact: info@example.org, 03581 123456", "contact: [info@example.org, 03581 123456]"),
    ("offers", "contact: Frau Müller, 03581 123456", "contact: 03581 123456"),
    ("offers", "cost: 5 Euro", "cost: kostenpflichtig – und: price: 5 Euro"),
    ("offers", "cost: 0 €", "cost: kostenlos"),
    ("offers", "cost: Eintritt frei", "cost: kostenlos"),
    ("offers", "registration: nein", "registration: keine"),
    ("offers", "for_schools: ja, gern", "for_schools: ja"),
    ("offers", "for_schools: x", "for_schools: ja"),
    ("offers", "subjects: Informatik und Technick", "subjects: [informatik, technik]"),
    ("offers", "subjects: [informatik technik]", "subjects: [informatik, technik]"),
    ("offers", "languages: Deutsch, Sorbisch", "languages: [Deutsch, Sorbisch]"),
    ("offers", "languages: Englich", "languages: en"),
    ("offers", "district: Görlitz (Landkreis)", "district: goerlitz"),
    ("offers", "district: Leipzig", "district: leipzig-land – oder: district: leipzig-stadt"),
    ("offers", "serves: goerlitz; bautzen", "serves: [goerlitz, bautzen]"),
    ("offers", "access: keine", "Gibt es nichts anzugeben, löschen Sie die Zeile."),
    ("offers", "geo: N 51,15° E 14,98°", "geo: [51.15, 14.98]"),
    ("offers", "geo: 51° 9' 12\" N, 14° 59' 14\" O", "geo: [51.1533, 14.9872]"),
    ("offers", "geo: https://www.openstreetmap.org/#map=17/51.15/14.98", "geo: [51.15, 14.98]"),
]


@pytest.mark.parametrize(("kind", "front", "value"), UNDERSTOOD)
def test_what_is_unambiguous_is_understood(field: Field, kind: str, front: str, value: str) -> None:
    assert (str(field(kind, front)[0]), field(kind, front)[1]) == (value, [])


@pytest.mark.parametrize(("kind", "front", "remedy"), MEANT)
def test_what_is_not_is_told_what_was_meant(field: Field, kind: str, front: str, remedy: str) -> None:
    (message,) = field(kind, front)[1]
    assert message.endswith(f" {remedy}"), message
    # What can be pasted is accepted.
    written = remedy.partition(" – ")[0]
    if written.startswith(front.partition(":")[0]):
        assert field(kind, written)[1] == []
