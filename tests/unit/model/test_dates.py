"""Days, months, points in time, durations and deadlines as editors write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from minthub.model.dates import Deadline, Moment, PartialDate
from tests.unit.model.conftest import Field

ACCEPTED = [
    ("offers", "checked: 2026-12-31", date(2026, 12, 31)),
    ("offers", 'checked: "2026-12-31"', date(2026, 12, 31)),
    ("offers", "checked: 2026-1-5", date(2026, 1, 5)),
    ("offers", "checked: 31.12.2026", date(2026, 12, 31)),
    ("offers", "checked: 31. 12. 2026", date(2026, 12, 31)),
    ("offers", "checked: 31. Dezember 2026", date(2026, 12, 31)),
    ("offers", "checked: 5. Sept 2026", date(2026, 9, 5)),
    ("offers", "checked: 1. März 2026", date(2026, 3, 1)),
    ("offers", "checked: 2026-12-31T00:00:00Z", date(2026, 12, 31)),
    ("offers", "checked: 2026-12-31T00:00:00+01:00", date(2026, 12, 31)),
    ("offers", "checked: 2026-12-31 00:00", date(2026, 12, 31)),
    ("offers", "checked: 2028-02-29", date(2028, 2, 29)),
    ("offers", "checked: [2026-12-31]", date(2026, 12, 31)),
    ("offers", "expires: 31.7.2027", date(2027, 7, 31)),
    ("offers", "source_date: 2016", PartialDate(2016)),
    ("offers", "source_date: 2016-05", PartialDate(2016, 5)),
    ("offers", "source_date: 2016-5", PartialDate(2016, 5)),
    ("offers", "source_date: 05.2016", PartialDate(2016, 5)),
    ("offers", "source_date: 5/2016", PartialDate(2016, 5)),
    ("offers", "source_date: Mai 2016", PartialDate(2016, 5)),
    ("offers", "source_date: März 2016", PartialDate(2016, 3)),
    ("offers", "source_date: 2016-05-01", PartialDate(2016, 5, 1)),
    ("offers", "source_date: 1.5.2016", PartialDate(2016, 5, 1)),
    ("news", "date: 2026-05", PartialDate(2026, 5)),
    ("networks", "since: 2022", PartialDate(2022)),
    ("networks", "until: 2025-07-31", PartialDate(2025, 7, 31)),
    ("events", "start: 2026-12-05", Moment(date(2026, 12, 5))),
    ("events", "start: 05.12.2026", Moment(date(2026, 12, 5))),
    ("events", "start: 2026-12-05 16:00", Moment(date(2026, 12, 5), time(16, 0))),
    ("events", "start: 2026-12-05T16:00", Moment(date(2026, 12, 5), time(16, 0))),
    ("events", "start: 2026-12-05T16:00:00", Moment(date(2026, 12, 5), time(16, 0))),
    ("events", "start: 05.12.2026 16:00", Moment(date(2026, 12, 5), time(16, 0))),
    ("events", "start: 05.12.2026, 16:00 Uhr", Moment(date(2026, 12, 5), time(16, 0))),
    ("events", "start: 05.12.2026, 16 Uhr", Moment(date(2026, 12, 5), time(16, 0))),
    ("events", "start: 5.12.2026 16.30 Uhr", Moment(date(2026, 12, 5), time(16, 30))),
    ("events", "start: 5. Dezember 2026 9:05", Moment(date(2026, 12, 5), time(9, 5))),
    ("events", "start: 2026-12-05 00:00", Moment(date(2026, 12, 5))),
    ("events", "start: 2027-03-28 01:59", Moment(date(2027, 3, 28), time(1, 59))),
    ("events", "start: 2027-03-28 03:00", Moment(date(2027, 3, 28), time(3, 0))),
    ("events", "start: 2026-10-25 02:30", Moment(date(2026, 10, 25), time(2, 30))),
    ("events", "registration_deadline: 2026-12-01", Moment(date(2026, 12, 1))),
    ("events", "dates: 2027-01-09", (Moment(date(2027, 1, 9)),)),
    (
        "events",
        'dates: [2027-01-09 16:00, "06.02.2027 16 Uhr"]',
        (Moment(date(2027, 1, 9), time(16, 0)), Moment(date(2027, 2, 6), time(16, 0))),
    ),
    ("events", "except: ferien", ("ferien",)),
    ("events", "except: [Ferien, 2027-01-09, 09.01.2027]", ("ferien", date(2027, 1, 9), date(2027, 1, 9))),
    ("events", "duration: 1:30", 90),
    ("events", "duration: 0:45", 45),
    ("events", "duration: 48:00", 2880),
    ("events", "duration: 120:00", 7200),
    ("events", "duration: 744:00 h", 44640),
    ("events", "duration: 1:30 h", 90),
    ("events", "duration: 90 min", 90),
    ("events", "duration: 90 Minuten", 90),
    ("events", "duration: 2 h", 120),
    ("events", "duration: 2 Std.", 120),
    ("events", "duration: 1,5 Stunden", 90),
    ("events", "duration: 744 h", 44640),
    ("funding", "deadlines: laufend", (Deadline(),)),
    ("funding", "deadlines: Jederzeit", (Deadline(),)),
    ("funding", 'deadlines: "28.02."', (Deadline(yearly=(2, 28)),)),
    ("funding", "deadlines: 29.2.", (Deadline(yearly=(2, 29)),)),
    ("funding", "deadlines: [28.02., 31.08.]", (Deadline(yearly=(2, 28)), Deadline(yearly=(8, 31)))),
    ("funding", "deadlines: 2027-02-28", (Deadline(date(2027, 2, 28)),)),
    ("funding", "deadlines: 28.02.2027", (Deadline(date(2027, 2, 28)),)),
]

REFUSED = [
    (
        "offers",
        "checked: 2026-02-29",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „2026-02-29“ steht nicht im Kalender: Der Februar 2026 hat keinen 29. Tag. Berichtigen Sie den Tag, zum Beispiel: checked: 2026-02-28",
    ),
    (
        "offers",
        "checked: 31.02.2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „31.02.2026“ steht nicht im Kalender: Der Februar 2026 hat keinen 31. Tag. Berichtigen Sie den Tag, zum Beispiel: checked: 2026-02-28",
    ),
    (
        "offers",
        "checked: 31.04.2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „31.04.2026“ steht nicht im Kalender: Der April 2026 hat keinen 31. Tag. Berichtigen Sie den Tag, zum Beispiel: checked: 2026-04-30",
    ),
    (
        "offers",
        "checked: 00.04.2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „00.04.2026“ steht nicht im Kalender: Der April 2026 hat keinen 0. Tag. Berichtigen Sie den Tag, zum Beispiel: checked: 2026-04-30",
    ),
    (
        "offers",
        "checked: 12.31.2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „12.31.2026“ steht nicht im Kalender: Einen 31. Monat gibt es nicht. Prüfen Sie Tag und Monat; meinen Sie den 31. Dezember 2026, schreiben Sie: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 2026-31-12",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „2026-31-12“ steht nicht im Kalender: Einen 31. Monat gibt es nicht. Prüfen Sie Tag und Monat; meinen Sie den 31. Dezember 2026, schreiben Sie: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 31.32.2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „31.32.2026“ steht nicht im Kalender: Einen 32. Monat gibt es nicht. Schreiben Sie Jahr-Monat-Tag, zum Beispiel: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 31.12.26",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „31.12.26“ nennt das Jahr nur mit zwei Ziffern. Schreiben Sie: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 1. Ju 2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „1. Ju 2026“ ist kein Datum. Schreiben Sie Jahr-Monat-Tag, zum Beispiel: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: heute",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „heute“ ist kein Datum. Schreiben Sie Jahr-Monat-Tag, zum Beispiel: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: Dezember 2026",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „Dezember 2026“ ist kein Datum: Der Tag fehlt. Nennen Sie auch den Tag, zum Beispiel: checked: 2026-12-15",
    ),
    (
        "offers",
        "checked: 2026-12-31 16:00",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „2026-12-31 16:00“ nennt auch eine Uhrzeit. Schreiben Sie nur den Tag: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 2026/12/31",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „2026/12/31“ ist kein Datum in einer Form, die hier gilt. Meinen Sie den 31. Dezember 2026, schreiben Sie: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 0000-01-01",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „0000-01-01“ nennt das Jahr 0. Berichtigen Sie das Jahr, zum Beispiel: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 0206-05-01",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „0206-05-01“ nennt das Jahr 206. Berichtigen Sie das Jahr, zum Beispiel: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: 9999-12-31",
        "2: Fehler M110: Feld „Geprüft am“ (checked): „9999-12-31“ nennt das Jahr 9999. Berichtigen Sie das Jahr, zum Beispiel: checked: 2026-12-31",
    ),
    (
        "offers",
        "checked: [2026-12-31, 2027-12-31]",
        "2: Fehler M105: Feld „Geprüft am“ (checked): Hier steht eine Liste statt eines Wertes. Schreiben Sie nur einen Wert: checked: 2026-12-31",
    ),
    (
        "offers",
        "source_date: 2016-13",
        "2: Fehler M110: Feld „Datum der Quelle“ (source_date): „2016-13“ ist kein Datum. Schreiben Sie Jahr, Monat oder Tag: source_date: 2026 – oder: source_date: 2026-05 – oder: source_date: 2026-05-31",
    ),
    (
        "offers",
        "source_date: 0000",
        "2: Fehler M110: Feld „Datum der Quelle“ (source_date): „0000“ nennt das Jahr 0. Berichtigen Sie das Jahr, zum Beispiel: source_date: 2026-12-31",
    ),
    (
        "offers",
        "source_date: 1700",
        "2: Fehler M110: Feld „Datum der Quelle“ (source_date): „1700“ nennt das Jahr 1700. Berichtigen Sie das Jahr, zum Beispiel: source_date: 2026-12-31",
    ),
    (
        "offers",
        "source_date: Frühling 2016",
        "2: Fehler M110: Feld „Datum der Quelle“ (source_date): „Frühling 2016“ ist kein Datum. Schreiben Sie Jahr, Monat oder Tag: source_date: 2026 – oder: source_date: 2026-05 – oder: source_date: 2026-05-31",
    ),
    (
        "offers",
        "source_date: 31.02.2016",
        "2: Fehler M110: Feld „Datum der Quelle“ (source_date): „31.02.2016“ steht nicht im Kalender: Der Februar 2016 hat keinen 31. Tag. Berichtigen Sie den Tag, zum Beispiel: source_date: 2016-02-29",
    ),
    (
        "offers",
        "source_date: 01.05.16",
        "2: Fehler M110: Feld „Datum der Quelle“ (source_date): „01.05.16“ nennt das Jahr nur mit zwei Ziffern. Schreiben Sie: source_date: 2016-05-01",
    ),
    (
        "events",
        "start: 2027-03-28 02:30",
        "2: Fehler M304: Feld „Beginn“ (start): „2027-03-28 02:30“ gibt es nicht: In dieser Nacht springt die Uhr von 2 auf 3 Uhr. Schreiben Sie: start: 2027-03-28 03:00",
    ),
    (
        "events",
        "start: 28.03.2027 2 Uhr",
        "2: Fehler M304: Feld „Beginn“ (start): „28.03.2027 2 Uhr“ gibt es nicht: In dieser Nacht springt die Uhr von 2 auf 3 Uhr. Schreiben Sie: start: 2027-03-28 03:00",
    ),
    (
        "events",
        "start: Samstag 16 Uhr",
        "2: Fehler M111: Feld „Beginn“ (start): „Samstag 16 Uhr“ ist kein Zeitpunkt: Der Tag fehlt. Nennen Sie auch den Tag, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 16:00",
        "2: Fehler M111: Feld „Beginn“ (start): „16:00“ ist kein Zeitpunkt: Der Tag fehlt. Nennen Sie auch den Tag, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: bald",
        "2: Fehler M111: Feld „Beginn“ (start): „bald“ ist kein Zeitpunkt. Schreiben Sie Jahr-Monat-Tag Stunde:Minute, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: Mitte Juni 2026",
        "2: Fehler M111: Feld „Beginn“ (start): „Mitte Juni 2026“ ist kein Zeitpunkt. Schreiben Sie Jahr-Monat-Tag Stunde:Minute, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 2026-12-05 24:00",
        "2: Fehler M111: Feld „Beginn“ (start): Die Uhrzeit in „2026-12-05 24:00“ gibt es nicht. Stunden gehen von 0 bis 23, Minuten von 0 bis 59, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 2026-12-05 16:75",
        "2: Fehler M111: Feld „Beginn“ (start): Die Uhrzeit in „2026-12-05 16:75“ gibt es nicht. Stunden gehen von 0 bis 23, Minuten von 0 bis 59, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 2026-12-05 16",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05 16“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 2026-12-05 16:00-18:00",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05 16:00-18:00“ nennt Beginn und Ende. Schreiben Sie den Beginn hierher und das Ende ins Feld end: start: 2026-12-05 16:00 – und: end: 2026-12-05 18:00",
    ),
    (
        "events",
        "start: 5.12. 16 Uhr",
        "2: Fehler M111: Feld „Beginn“ (start): „5.12. 16 Uhr“ ist kein Zeitpunkt: Das Jahr fehlt. Ergänzen Sie das Jahr, zum Beispiel: start: 2026-12-31 16:00",
    ),
    (
        "events",
        "start: 23.01. 18:00",
        "2: Fehler M111: Feld „Beginn“ (start): „23.01. 18:00“ ist kein Zeitpunkt: Das Jahr fehlt. Ergänzen Sie das Jahr, zum Beispiel: start: 2026-12-31 18:00",
    ),
    (
        "events",
        "start: 5. Dez 16 Uhr",
        "2: Fehler M111: Feld „Beginn“ (start): „5. Dez 16 Uhr“ ist kein Zeitpunkt: Das Jahr fehlt. Ergänzen Sie das Jahr, zum Beispiel: start: 2026-12-31 16:00",
    ),
    (
        "events",
        "start: 2026-12-05 4:00 PM",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05 4:00 PM“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 2026-12-05 12:00 AM",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05 12:00 AM“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 00:00",
    ),
    (
        "events",
        "start: 2026-12-05 4:00 AM",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05 4:00 AM“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 04:00",
    ),
    (
        "events",
        "start: 05.12.2026 4 Uhr nachmittags",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 4 Uhr nachmittags“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 05.12.2026 7 Uhr abends",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 7 Uhr abends“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 19:00",
    ),
    (
        "events",
        "start: 05.12.2026 4 Uhr morgens",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 4 Uhr morgens“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-05 04:00",
    ),
    (
        "events",
        "start: 05.12.2026 4-6 Uhr nachmittags",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 4-6 Uhr nachmittags“ nennt Beginn und Ende. Schreiben Sie den Beginn hierher und das Ende ins Feld end: start: 2026-12-05 16:00 – und: end: 2026-12-05 18:00",
    ),
    (
        "events",
        "start: 05.12.2026 halb fünf",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 halb fünf“ ist kein Zeitpunkt: Die Uhrzeit ist nicht eindeutig. Schreiben Sie Stunde:Minute von 0:00 bis 23:59, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 2026-12-05T16:00:00Z",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05T16:00:00Z“ nennt eine Zeitzone; hier gilt immer die deutsche Zeit, ohne Zusatz. Nach deutscher Zeit ist das: start: 2026-12-05 17:00",
    ),
    (
        "events",
        "start: 2026-07-05T16:00:00Z",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-07-05T16:00:00Z“ nennt eine Zeitzone; hier gilt immer die deutsche Zeit, ohne Zusatz. Nach deutscher Zeit ist das: start: 2026-07-05 18:00",
    ),
    (
        "events",
        "start: 31-12-2026 16:00",
        "2: Fehler M111: Feld „Beginn“ (start): „31-12-2026 16:00“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-31 16:00",
    ),
    (
        "events",
        "start: 12/31/2026",
        "2: Fehler M111: Feld „Beginn“ (start): „12/31/2026“ ist kein Zeitpunkt. Schreiben Sie: start: 2026-12-31",
    ),
    (
        "events",
        "start: 05-12-2026 16:00",
        "2: Fehler M111: Feld „Beginn“ (start): „05-12-2026 16:00“ kann zwei Tage heißen: Was ist der Tag, was der Monat? Meinen Sie den 5. Dezember 2026, schreiben Sie: start: 2026-12-05 16:00 – meinen Sie den 12. Mai 2026: start: 2026-05-12 16:00",
    ),
    (
        "events",
        "start: 12/05/2026",
        "2: Fehler M111: Feld „Beginn“ (start): „12/05/2026“ kann zwei Tage heißen: Was ist der Tag, was der Monat? Meinen Sie den 12. Mai 2026, schreiben Sie: start: 2026-05-12 – meinen Sie den 5. Dezember 2026: start: 2026-12-05",
    ),
    (
        "events",
        "start: 05.12.2026 16:00 (Einlass 15:30)",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 16:00 (Einlass 15:30)“ nennt mehrere Uhrzeiten. Schreiben Sie nur den Beginn: start: 2026-12-05 16:00 – oder: start: 2026-12-05 15:30",
    ),
    (
        "events",
        "start: 05.12.2026 16:00 bis 06.12.2026 12 Uhr",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 16:00 bis 06.12.2026 12 Uhr“ nennt mehr als einen Tag. Schreiben Sie den ersten Tag hierher und den letzten ins Feld end: start: 2026-12-05 16:00 – und: end: 2026-12-06 12:00",
    ),
    (
        "events",
        "start: 05.12.2026 16:00 UTC",
        "2: Fehler M111: Feld „Beginn“ (start): „05.12.2026 16:00 UTC“ ist kein Zeitpunkt: Die Uhrzeit ist nicht eindeutig. Schreiben Sie Stunde:Minute von 0:00 bis 23:59, zum Beispiel: start: 2026-12-05 16:00",
    ),
    (
        "offers",
        "expires: 2027-07-31T22:00:00Z",
        "2: Fehler M110: Feld „Gilt bis“ (expires): „2027-07-31T22:00:00Z“ nennt auch eine Uhrzeit. Schreiben Sie nur den Tag, hier in Deutschland: expires: 2027-08-01",
    ),
    (
        "events",
        "start: 2026-12-05T16:00:00+01:00",
        "2: Fehler M111: Feld „Beginn“ (start): „2026-12-05T16:00:00+01:00“ nennt eine Zeitzone; hier gilt immer die deutsche Zeit, ohne Zusatz. Nach deutscher Zeit ist das: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 31.02.2026",
        "2: Fehler M110: Feld „Beginn“ (start): „31.02.2026“ steht nicht im Kalender: Der Februar 2026 hat keinen 31. Tag. Berichtigen Sie den Tag, zum Beispiel: start: 2026-02-28",
    ),
    (
        "events",
        "start: 31.02.2026 16:00",
        "2: Fehler M110: Feld „Beginn“ (start): „31.02.2026“ steht nicht im Kalender: Der Februar 2026 hat keinen 31. Tag. Berichtigen Sie den Tag, zum Beispiel: start: 2026-02-28 16:00",
    ),
    (
        "events",
        "start: 05.12.26",
        "2: Fehler M110: Feld „Beginn“ (start): „05.12.26“ nennt das Jahr nur mit zwei Ziffern. Schreiben Sie: start: 2026-12-05",
    ),
    (
        "events",
        "start: 05.12.26 16:00",
        "2: Fehler M110: Feld „Beginn“ (start): „05.12.26“ nennt das Jahr nur mit zwei Ziffern. Schreiben Sie: start: 2026-12-05 16:00",
    ),
    (
        "events",
        "start: 12.31.2026 16:00",
        "2: Fehler M110: Feld „Beginn“ (start): „12.31.2026“ steht nicht im Kalender: Einen 31. Monat gibt es nicht. Prüfen Sie Tag und Monat; meinen Sie den 31. Dezember 2026, schreiben Sie: start: 2026-12-31 16:00",
    ),
    (
        "events",
        "dates: [2027-01-09, 2027-02-30]",
        "2: Fehler M110: Feld „Weitere Termine“ (dates): „2027-02-30“ steht nicht im Kalender: Der Februar 2027 hat keinen 30. Tag. Berichtigen Sie den Tag, zum Beispiel: 2027-02-28",
    ),
    (
        "events",
        "dates:\n  - 2027-01-09\n  - 2027-02-30",
        "4: Fehler M110: Feld „Weitere Termine“ (dates): „2027-02-30“ steht nicht im Kalender: Der Februar 2027 hat keinen 30. Tag. Berichtigen Sie den Tag, zum Beispiel: 2027-02-28",
    ),
    (
        "events",
        "except: Feiertage",
        "2: Fehler M110: Feld „Außer“ (except): „Feiertage“ ist weder ein Tag noch „ferien“. Schreiben Sie: except: ferien – oder: except: 2026-12-31",
    ),
    (
        "events",
        "except: [ferien, Feiertage]",
        "2: Fehler M110: Feld „Außer“ (except): „Feiertage“ ist weder ein Tag noch „ferien“. Schreiben Sie: ferien – oder: 2026-12-31",
    ),
    (
        "events",
        "except: 2027-02-30",
        "2: Fehler M110: Feld „Außer“ (except): „2027-02-30“ steht nicht im Kalender: Der Februar 2027 hat keinen 30. Tag. Berichtigen Sie den Tag, zum Beispiel: except: 2027-02-28",
    ),
    (
        "events",
        "duration: 0:00",
        "2: Fehler M118: Feld „Dauer“ (duration): „0:00“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: 1:75",
        "2: Fehler M118: Feld „Dauer“ (duration): „1:75“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: 90",
        "2: Fehler M118: Feld „Dauer“ (duration): „90“ ist keine Dauer. Schreiben Sie: duration: 90 min",
    ),
    (
        "events",
        "duration: zwei Stunden",
        "2: Fehler M118: Feld „Dauer“ (duration): „zwei Stunden“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: 745 h",
        "2: Fehler M118: Feld „Dauer“ (duration): „745 h“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: 744:01",
        "2: Fehler M118: Feld „Dauer“ (duration): „744:01“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: ca. 800 h",
        "2: Fehler M118: Feld „Dauer“ (duration): „ca. 800 h“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: 1 h 75 min",
        "2: Fehler M118: Feld „Dauer“ (duration): „1 h 75 min“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "events",
        "duration: 99999999999999999999999999 min",
        "2: Fehler M118: Feld „Dauer“ (duration): „99999999999999999999999999 min“ ist keine Dauer. Schreiben Sie Stunden:Minuten oder Minuten: duration: 1:30 – oder: duration: 90 min",
    ),
    (
        "funding",
        "deadlines: 31.04.",
        '2: Fehler M110: Feld „Fristen“ (deadlines): „31.04.“ steht nicht im Kalender. Schreiben Sie Tag und Monat: deadlines: "28.02."',
    ),
    (
        "funding",
        "deadlines: 02.28.",
        '2: Fehler M110: Feld „Fristen“ (deadlines): „02.28.“ steht nicht im Kalender. Schreiben Sie Tag und Monat: deadlines: "28.02."',
    ),
    (
        "funding",
        "deadlines: 31.02.2027",
        "2: Fehler M110: Feld „Fristen“ (deadlines): „31.02.2027“ steht nicht im Kalender: Der Februar 2027 hat keinen 31. Tag. Berichtigen Sie den Tag, zum Beispiel: deadlines: 2027-02-28",
    ),
    (
        "funding",
        "deadlines: bald",
        '2: Fehler M127: Feld „Fristen“ (deadlines): „bald“ ist keine Frist. Schreiben Sie ein Datum, einen Tag für jedes Jahr oder „laufend“: deadlines: "28.02."',
    ),
    (
        "funding",
        "deadlines: [laufend, bald]",
        '2: Fehler M127: Feld „Fristen“ (deadlines): „bald“ ist keine Frist. Schreiben Sie ein Datum, einen Tag für jedes Jahr oder „laufend“: "28.02."',
    ),
]


@pytest.mark.parametrize(("kind", "front", "value"), ACCEPTED)
def test_a_date_is_understood(field: Field, kind: str, front: str, value: object) -> None:
    assert field(kind, front) == (value, [])


@pytest.mark.parametrize(("kind", "front", "line"), REFUSED)
def test_a_date_that_cannot_be_told_is_refused(field: Field, kind: str, front: str, line: str) -> None:
    assert field(kind, front)[1] == [f"content/{kind}/x.md:{line}"]
