"""Every kind of finding: code, severity, title, explanation, a wrong and a right example.

Codes never change their meaning and are never used again: M0 reading, M1 fields, M2 references, M3 dates,
M4 texts and accessibility, M9 freshness. The page `mitmachen/fehler/` is made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from minthub.findings import Finding, Severity

MAX_SENTENCE = 500


@dataclass(frozen=True)
class Code:
    """One kind of finding, explained for editors."""

    id: str
    severity: Severity
    title: str
    explanation: str
    wrong: str = ""
    right: str = ""


def _error(id: str, title: str, explanation: str, wrong: str = "", right: str = "") -> Code:
    return Code(id, Severity.ERROR, title, explanation, wrong, right)


def _note(id: str, title: str, explanation: str, wrong: str = "", right: str = "") -> Code:
    return Code(id, Severity.NOTE, title, explanation, wrong, right)


_READING = (
    _error(
        "M001",
        "Datei ist nicht als UTF-8 gespeichert",
        "Ältere Windows-Programme speichern Umlaute anders. Dann würden aus „ä“ und „ß“ falsche Zeichen. "
        "In den meisten Programmen heißt der Weg: Speichern unter … – Codierung – UTF-8.",
    ),
    _error(
        "M002",
        "Datei ist als UTF-16 gespeichert",
        "Manche Programme nennen das „Unicode“. Der Hub liest UTF-8. Speichern unter … – Codierung – UTF-8.",
    ),
    _error(
        "M003",
        "Datei enthält Steuerzeichen",
        "Unsichtbare Zeichen, die kein Text sind, kommen meist durch Kopieren aus anderen Programmen hinein.",
    ),
    _error(
        "M004",
        "Datei ist zu lang",
        "Ein Eintrag ist höchstens 200 kB groß. Meist ist etwas anderes mit hineinkopiert.",
    ),
    _error(
        "M005",
        "Kopfteil beginnt nicht",
        "Jede Datei beginnt in der ersten Zeile mit drei Bindestrichen. Danach kommen die Felder, dann wieder drei "
        "Bindestriche, dann der Text.",
        "title: Robotik-AG",
        "---\ntitle: Robotik-AG\n…\n---\nText",
    ),
    _error(
        "M006",
        "Kopfteil endet nicht",
        "Nach dem letzten Feld steht eine Zeile mit drei Bindestrichen. Danach beginnt der Text.",
        "---\ntitle: Robotik-AG\nWir bauen Roboter.",
        "---\ntitle: Robotik-AG\n---\nWir bauen Roboter.",
    ),
    _error(
        "M007",
        "Kopfteil hat keine Felder",
        "Im Kopfteil steht je Zeile ein Feld: Name, Doppelpunkt, Leerzeichen, Wert.",
        "- Robotik-AG",
        "title: Robotik-AG",
    ),
    _error(
        "M008",
        "Zeile im Kopfteil ist nicht lesbar",
        "Die Schreibweise einer Zeile passt nicht: oft eine falsche Einrückung oder ein Sonderzeichen am Anfang. "
        "Ein Wert in geraden Anführungszeichen ist immer richtig.",
        "title: @home-Labor",
        'title: "@home-Labor"',
    ),
    _error(
        "M009",
        "Tabulator im Kopfteil",
        "Im Kopfteil wird mit Leerzeichen eingerückt, nicht mit der Tabulator-Taste.",
        "topics:\n\t- Robotik",
        "topics:\n  - Robotik",
    ),
    _error(
        "M010",
        "Doppelpunkt im Kopfteil",
        "Nach dem Feldnamen folgen Doppelpunkt und Leerzeichen. Enthält der Wert selbst einen Doppelpunkt mit "
        "Leerzeichen, steht er in geraden Anführungszeichen.",
        "title: Robotik: bauen und fahren",
        'title: "Robotik: bauen und fahren"',
    ),
    _error(
        "M011",
        "Anführungszeichen ist nicht geschlossen",
        "Ein Wert, der mit einem geraden Anführungszeichen beginnt, endet auch damit.",
        'title: "Robotik-AG',
        'title: "Robotik-AG"',
    ),
    _error(
        "M012",
        "Feld steht zweimal da",
        "Jedes Feld steht einmal. Mehrere Werte kommen in eine Liste.",
        "subjects: technik\nsubjects: informatik",
        "subjects: [technik, informatik]",
    ),
    _error(
        "M013",
        "Zeichen & oder * am Anfang eines Wertes",
        "Diese beiden Zeichen haben am Anfang eines Wertes eine besondere Bedeutung, die hier niemand braucht.",
        "title: *Robotik",
        'title: "*Robotik"',
    ),
    _error(
        "M014",
        "Ausrufezeichen am Anfang eines Wertes",
        "Ein Ausrufezeichen am Anfang hat eine besondere Bedeutung, die hier niemand braucht.",
        "title: !Robotik",
        'title: "!Robotik"',
    ),
    _error(
        "M015",
        "Liste klammert nicht richtig",
        "Eine Liste beginnt mit [ und endet mit ].",
        "ages: [8, 14",
        "ages: [8, 14]",
    ),
    _error("M016", "Kopfteil ist zu tief verschachtelt", "Kein Feld braucht mehr als fünf Ebenen."),
    _error("M017", "Zeile im Text ist zu lang", "Eine Zeile hat höchstens 20.000 Zeichen."),
    _error(
        "M018",
        "Dateiname passt nicht",
        "Der Dateiname wird die Adresse der Seite: Kleinbuchstaben, Ziffern und Bindestriche, keine Umlaute und "
        "Leerzeichen, höchstens 80 Zeichen, am Ende .md.",
        "Robotik AG.md",
        "robotik-ag.md",
    ),
    _error(
        "M019",
        "Dateiname ist doppelt",
        "Zwei Einträge derselben Art dürfen nicht gleich heißen, auch nicht in verschiedenen Ordnern: Sie hätten dieselbe Adresse.",
    ),
    _error(
        "M020",
        "Zeichen, die die Schreibrichtung umkehren",
        "Solche unsichtbaren Zeichen können Text anders aussehen lassen, als er ist.",
    ),
    _note(
        "M021",
        "Unsichtbare Zeichen wurden entfernt",
        "Zeichen ohne Breite kommen durch Kopieren von Webseiten hinein. Sie stören die Suche.",
    ),
    _error(
        "M022",
        "Datei liegt im falschen Ordner",
        "Die Ordner unter content/ stehen für die Arten von Einträgen.",
    ),
    _error("M023", "Datei ist nicht lesbar", "Die Datei lässt sich nicht öffnen."),
    _error("M024", "Datei ist leer", "Ein Eintrag braucht Kopfteil und Text."),
    _error(
        "M025",
        "Raute im Wert",
        "Ab einer Raute nach einem Leerzeichen ist der Rest der Zeile eine Anmerkung, die niemand sieht. "
        "Mit geraden Anführungszeichen gehört die Raute zum Wert; Anmerkungen haben nach der Raute ein Leerzeichen.",
        "venue: Raum #5",
        'venue: "Raum #5"',
    ),
    _error(
        "M026",
        "Buchstaben sind zerfallen",
        "Ein Programm hat den Text mit der falschen Codierung gelesen und so gespeichert: Aus „ö“ wurden zwei andere "
        "Zeichen oder ein Platzhalter.",
        "city: GÃ¶rlitz",
        "city: Görlitz",
    ),
    _error(
        "M027",
        "Zeile der Wünsche ist nicht lesbar",
        "In content/wuensche/ steht je Zeile, wonach Leute suchen, ein Gleichheitszeichen und die Einträge, die gut dazu passen. "
        "Mehrere Wörter für dasselbe trennt ein Strichpunkt, Einträge ein Leerzeichen.",
        "Nähen lernen, schneidern: naehkurs",
        "Nähen lernen; schneidern = offers/naehkurs",
    ),
    _note(
        "M028",
        "Wunsch nennt einen unbekannten Eintrag",
        "Der Eintrag wurde gelöscht oder umbenannt, oder sein Name ist verschrieben. Die Suche findet ihn unter diesem Wunsch nicht.",
        "schneidern = offers/naehkurz",
        "schneidern = offers/naehkurs",
    ),
)

_FIELDS = (
    _error(
        "M101",
        "Feld fehlt",
        "Ohne dieses Feld ist der Eintrag nicht zu gebrauchen.",
        "",
        "provider: Name der Einrichtung",
    ),
    _error(
        "M103",
        "Feld ist unbekannt",
        "Feldnamen sind englisch, klein geschrieben und festgelegt. Die Seite „Felder“ nennt alle.",
        "titel: Robotik-AG",
        "title: Robotik-AG",
    ),
    _note(
        "M104",
        "Angaben fehlen noch",
        "Diese Felder sind freiwillig, helfen Familien und Schulen aber sehr. Auf der Seite steht sonst „keine Angabe“.",
        "venue:",
        "venue: Jugendhaus",
    ),
    _error(
        "M105",
        "Ein Wert statt mehrerer",
        "Dieses Feld nimmt genau einen Text auf, keine Liste und keine Unterfelder.",
        "title: [Robotik, AG]",
        "title: Robotik-AG",
    ),
    _error(
        "M106",
        "Wert steht nicht auf der Liste",
        "Dieses Feld hat feste Werte.",
        "format: labortag",
        "format: schuelerlabor",
    ),
    _error(
        "M107",
        "Feld ist zu lang",
        "Titel haben bis zu 90, Kurzbeschreibungen bis zu 200 Zeichen.",
        "title: Robotik-AG im Jugendhaus für alle Kinder und Jugendlichen, die gern bauen, programmieren und tüfteln",
        "title: Robotik-AG im Jugendhaus",
    ),
    _error("M108", "Weder ja noch nein", "Hier steht ja oder nein.", "gta: vielleicht", "gta: ja"),
    _error(
        "M109",
        "Wert ist keine ganze Zahl",
        "Hier steht eine Zahl in Ziffern.",
        "ags: vierzehn",
        'ags: "14612"',
    ),
    _error(
        "M110",
        "Datum ist nicht lesbar",
        "Ein Datum hat Tag, Monat und vierstelliges Jahr und muss im Kalender stehen.",
        "checked: 31.02.2026",
        "checked: 2026-02-28",
    ),
    _error(
        "M111",
        "Zeitpunkt ist nicht lesbar",
        "Ein Zeitpunkt ist ein Datum, wenn nötig mit Uhrzeit.",
        "start: Samstag 16 Uhr",
        "start: 2026-12-05 16:00",
    ),
    _error(
        "M112",
        "Alter ist nicht lesbar",
        "Das Alter steht in Ziffern, von 0 bis 120.",
        "ages: ab acht",
        "ages: ab 8",
    ),
    _error(
        "M113",
        "Klassen sind nicht lesbar",
        "Klassen stehen in Ziffern, von 1 bis 13.",
        "grades: Oberstufe",
        "grades: [11, 12]",
    ),
    _error(
        "M114",
        "Adresse ist keine Internetadresse",
        "Adressen beginnen mit https:// und enthalten keine Leerzeichen.",
        "website: www.example.org",
        "website: https://www.example.org",
    ),
    _note(
        "M115",
        "Adresse ohne Verschlüsselung",
        "Die meisten Seiten sind auch unter https:// erreichbar. Probieren Sie es aus.",
        "website: http://www.example.org",
        "website: https://www.example.org",
    ),
    _error(
        "M116",
        "Koordinaten sind nicht lesbar",
        "Zuerst die geografische Breite, dann die Länge, mit Punkt und mindestens zwei Nachkommastellen.",
        "geo: 51, 13",
        "geo: [51.05, 13.74]",
    ),
    _error(
        "M117",
        "Postleitzahl ist nicht lesbar",
        "Eine Postleitzahl hat fünf Ziffern.",
        "postcode: 1067",
        'postcode: "01067"',
    ),
    _error(
        "M118",
        "Dauer ist nicht lesbar",
        "Stunden und Minuten oder Minuten.",
        "duration: zwei Stunden",
        "duration: 2 h",
    ),
    _error(
        "M119",
        "Kontakt ist nicht lesbar",
        "Hier stehen eine E-Mail-Adresse oder eine Telefonnummer der Einrichtung oder beides als Liste.",
        "contact: siehe Website",
        'contact: [info@example.org, "0341 123456"]',
    ),
    _error(
        "M120",
        "Sprache ist nicht lesbar",
        "Sprachen stehen als Kürzel.",
        "languages: alle",
        "languages: [de, hsb]",
    ),
    _error(
        "M121",
        "Alter, Klassen oder Bildungsphasen fehlen",
        "Damit Familien das Angebot finden, steht mindestens eines der drei Felder da.",
        "",
        "ages: [8, 14]",
    ),
    _note(
        "M122",
        "Alter und Klassen passen nicht zusammen",
        "Klasse 5 heißt etwa zehn Jahre. Es gilt das Alter, wenn beides dasteht. Bildungsphasen außerhalb der Schule ergänzen die Klassen.",
        "ages: [6, 8]\ngrades: [9, 12]",
        "ages: [14, 18]\ngrades: [9, 12]",
    ),
    _error(
        "M123",
        "Bildangaben sind unvollständig",
        "Ein Bild braucht Beschreibung, Namen der Urheberin oder des Urhebers und Lizenz. Sonst dürfen wir es nicht zeigen.",
        "image: robotik.jpg",
        "image: robotik.jpg\nimage_alt: Zwei Kinder schrauben an einem Roboter.\nimage_credit: Jugendhaus Musterstadt\nimage_licence: CC BY 4.0",
    ),
    _error(
        "M124",
        "Ort fehlt",
        "Wer etwas vor Ort anbietet, nennt den Ort. Was kommt oder online ist, nennt die Kreise.",
        "",
        "city: Görlitz",
    ),
    _error(
        "M125",
        "Beginn fehlt",
        "Ein Termin hat einen Beginn oder mehrere Termine in einer Liste.",
        "",
        "start: 2026-12-05 16:00",
    ),
    _error(
        "M126",
        "Bildadresse passt nicht",
        "Bilder liegen unter content/bilder/.",
        "image: https://example.org/a.jpg",
        "image: labor.jpg",
    ),
    _error(
        "M127",
        "Frist ist nicht lesbar",
        "Eine Frist ist ein Datum, ein Tag im Jahr oder „laufend“.",
        "deadlines: bald",
        'deadlines: ["28.02."]',
    ),
    _error(
        "M128",
        "Zahl der Werte passt nicht",
        "Dieses Feld braucht mindestens einen Wert.",
        "subjects: []",
        "subjects: [technik]",
    ),
    _error(
        "M129",
        "Unterfelder passen nicht",
        "Dieses Feld hat eigene Unterfelder.",
        "coordination: RKO",
        "coordination:\n  organisation: RKO",
    ),
    _error(
        "M130",
        "Frühere Adresse ist kein Dateiname",
        "redirect_from nennt frühere Dateinamen ohne Ordner und ohne .md: Kleinbuchstaben, Ziffern und Bindestriche.",
        "redirect_from: /angebote/robotik-ag/",
        "redirect_from: robotik-ag",
    ),
    _note(
        "M131",
        "Kosten oder Anmeldung widersprechen sich",
        "Was kostenlos ist, hat keinen Preis; wozu man sich nicht anmeldet, hat keine Adresse zur Anmeldung.",
        "registration: keine\nregistration_url: https://www.example.org/anmeldung",
        "registration: erforderlich\nregistration_url: https://www.example.org/anmeldung",
    ),
    _error(
        "M132",
        "Mehrere Themen in einem",
        "Themen stehen einzeln in eckigen Klammern, mit Kommas dazwischen.",
        "topics: Robotik, Löten",
        "topics: [Robotik, Löten]",
    ),
)

_REFERENCES = (
    _note(
        "M201",
        "Anbieter hat keinen eigenen Eintrag",
        "Der Name wird gezeigt, aber nicht verlinkt. Mit einem Eintrag unter content/providers/ finden Besucher alle Angebote des Hauses.",
        "provider: Jugenhaus",
        "provider: jugendhaus",
    ),
    _error(
        "M202",
        "Netzwerk ist unbekannt",
        "Netzwerke werden mit ihrer Kennung genannt: dem Dateinamen ohne .md.",
        "networks: [mino]",
        "networks: [minos]",
    ),
    _error(
        "M203",
        "Kreis ist unbekannt",
        "Die Kreise sind festgelegt.",
        "district: vogtland",
        "district: vogtlandkreis",
    ),
    _error(
        "M204",
        "Postleitzahl liegt außerhalb",
        "Der Hub zeigt Orte des Landes. Liegt der Ort anderswo, lassen Sie das Feld weg und nennen mit serves, für wen das Angebot da ist.",
        'postcode: "10115"',
        'postcode: "02826"',
    ),
    _note(
        "M205",
        "Postleitzahl und Ort passen nicht zusammen",
        "Vielleicht ein Zahlendreher, vielleicht ein Ortsteil.",
        'postcode: "02826"\ncity: Zittau',
        'postcode: "02826"\ncity: Görlitz',
    ),
    _error(
        "M206",
        "Postleitzahl und Kreis passen nicht zusammen",
        "Eine der beiden Angaben ist falsch.",
        'postcode: "02826"\ndistrict: dresden',
        'postcode: "02826"\ndistrict: goerlitz',
    ),
    _error(
        "M207",
        "Kreis lässt sich nicht bestimmen",
        "Ohne Postleitzahl und mit einem Ortsnamen, den es mehrfach oder nicht gibt, braucht es das Feld district.",
        "postcode:\ncity: Oelsnitz",
        "postcode:\ncity: Oelsnitz\ndistrict: vogtlandkreis",
    ),
    _error(
        "M208",
        "Ordner und Kreis passen nicht zusammen",
        "Liegt der Eintrag im Ordner eines Kreises, gehört er auch dorthin.",
    ),
    _error(
        "M209",
        "Koordinaten liegen zu weit weg",
        "Der Punkt muss im Land und nahe der Postleitzahl liegen.",
        "geo: [52.52, 13.40]",
        "geo: [51.15, 14.98]",
    ),
    _error(
        "M210",
        "Angebot ist unbekannt",
        "Das Feld offer nennt den Dateinamen eines Angebots ohne .md.",
        "offer: robotik",
        "offer: robotik-ag",
    ),
    _note(
        "M211",
        "Vielleicht doppelt",
        "Ein anderer Eintrag hat denselben Namen oder dieselbe Website am selben Ort.",
    ),
    _error(
        "M212",
        "Alte Adresse ist vergeben",
        "redirect_from nennt frühere Dateinamen, unter denen heute nichts mehr liegt.",
        "redirect_from: robotik-ag",
        "redirect_from: robotik-ag-alt",
    ),
    _error(
        "M213",
        "Bild fehlt",
        "Das genannte Bild liegt nicht unter content/bilder/ oder hat nicht die richtige Form.",
    ),
    _error(
        "M214",
        "Koordinaten sind vertauscht",
        "Zuerst die geografische Breite, dann die Länge.",
        "geo: [13.74, 51.05]",
        "geo: [51.05, 13.74]",
    ),
    _note(
        "M215",
        "Thema ähnelt einem bekannten",
        "Gleiche Themen heißen gleich, sonst finden Besucher nur die Hälfte.",
        "topics: [Drohne]",
        "topics: [Drohnen]",
    ),
    _error("M216", "Kreise sind unvollständig", "Jeder Kreis des Landes hat genau einen Eintrag."),
    _error("M217", "Nachbarkreise passen nicht zusammen", "Nachbarschaft gilt in beide Richtungen."),
    _error(
        "M218",
        "Kreis und Ort passen nicht zusammen",
        "Der Ort liegt in einem anderen Kreis.",
        "postcode:\ncity: Görlitz\ndistrict: dresden",
        "postcode:\ncity: Görlitz\ndistrict: goerlitz",
    ),
    _note(
        "M219",
        "Mitglied hat keinen eigenen Eintrag",
        "Der Name wird gezeigt, aber nicht verlinkt.",
        "members: [haus-der-sterne]",
        "members: [Haus der Sterne]",
    ),
)

_DATES = (
    _error(
        "M301",
        "Prüfdatum liegt in der Zukunft",
        "checked nennt den Tag, an dem jemand die Angaben verglichen hat.",
        "checked: 2099-01-01",
        "checked: 2026-11-21",
    ),
    _error(
        "M302",
        "Ende liegt vor dem Beginn",
        "Vielleicht sind Tag und Monat vertauscht.",
        "start: 2026-12-05 16:00\nend: 2026-12-05 15:00",
        "start: 2026-12-05 16:00\nend: 2026-12-05 18:00",
    ),
    _error(
        "M303",
        "Anmeldeschluss liegt nach dem Beginn",
        "Wer sich danach anmeldet, kommt zu spät. Bei mehreren Terminen zählt der letzte.",
        "start: 2026-12-05 16:00\nregistration_deadline: 2026-12-06",
        "start: 2026-12-05 16:00\nregistration_deadline: 2026-12-01",
    ),
    _error(
        "M304",
        "Diese Uhrzeit gibt es nicht",
        "In der Nacht zur Sommerzeit springt die Uhr von 2 auf 3 Uhr.",
        "start: 2027-03-28 02:30",
        "start: 2027-03-28 03:30",
    ),
    _error(
        "M305",
        "Ende der Wiederholung fehlt",
        "Ein Termin, der sich wiederholt, braucht einen letzten Tag.",
        "repeats: woechentlich",
        "repeats: woechentlich\nuntil: 2027-07-09",
    ),
    _error(
        "M306",
        "Ablauftag liegt vor dem Prüfdatum",
        "expires nennt den letzten Tag, an dem das Angebot gilt.",
        "checked: 2026-11-01\nexpires: 2026-01-31",
        "checked: 2026-11-01\nexpires: 2027-07-31",
    ),
    _error(
        "M307",
        "Zwei Angaben zum Ende",
        "end und duration schließen sich aus.",
        "end: 2026-12-05 18:00\nduration: 2 h",
        "end: 2026-12-05 18:00",
    ),
    _error(
        "M308",
        "Ende der Wiederholung liegt vor dem Beginn",
        "until nennt den letzten Tag der Reihe.",
        "repeats: woechentlich\nuntil: 2026-12-01",
        "repeats: woechentlich\nuntil: 2027-07-09",
    ),
    _note("M309", "Anmeldeschluss ist vorbei", "Der Anmeldeschluss liegt in der Vergangenheit."),
    _error(
        "M310",
        "Angabe ohne Wiederholung",
        "until und except gehören zu repeats.",
        "until: 2027-07-09",
        "repeats: woechentlich\nuntil: 2027-07-09",
    ),
)

_TEXTS = (
    _note("M401", "Text fehlt", "Zwei bis sechs Sätze: Was passiert dort, für wen, wie macht man mit?"),
    _error(
        "M402",
        "HTML im Text",
        "Der Text ist reines Markdown, Felder im Kopfteil sind reiner Text.",
        "<b>Robotik</b>",
        "**Robotik**",
    ),
    _error(
        "M403",
        "Link mit unerlaubter Adresse",
        "Links beginnen mit https://, mailto: oder tel:.",
        "[Ablauf](ablauf.html)",
        "[Ablauf](https://www.example.org/ablauf)",
    ),
    _error(
        "M404",
        "Überschrift der ersten Ebene im Text",
        "Die Überschrift der Seite ist der Titel. Im Text beginnen Überschriften mit zwei Rauten.",
        "# Ablauf",
        "## Ablauf",
    ),
    _error(
        "M405",
        "Bild im Text",
        "Ein Bild steht im Kopfteil, mit Beschreibung und Rechten.",
        "![Roboter](roboter.jpg)",
        "image: roboter.jpg\nimage_alt: Ein Roboter.\nimage_credit: Jugendhaus Musterstadt\nimage_licence: CC BY 4.0",
    ),
    _note(
        "M406",
        "Titel in Großbuchstaben",
        "Durchgehende Großschrift liest sich schwer und wird von Vorleseprogrammen buchstabiert.",
        "title: ROBOTIK FÜR ALLE KINDER",
        "title: Robotik für alle Kinder",
    ),
    _error(
        "M407",
        "Private Adresse",
        "Der Hub veröffentlicht nur Adressen von Einrichtungen, keine von Freemail-Diensten.",
        "contact: robotik@gmx.de",
        "contact: info@example.org",
    ),
    _note(
        "M408",
        "Adresse nennt eine Person",
        "Besser ist eine Adresse der Einrichtung wie info@… – Personen wechseln.",
        "contact: erika.muster@example.org",
        "contact: info@example.org",
    ),
    _note(
        "M409",
        "Linktext sagt nicht, wohin er führt",
        "Vorleseprogramme zählen Links auf. „hier“ hilft dabei niemandem.",
        "[hier](https://…)",
        "[Anmeldung bei der VHS](https://…)",
    ),
    _error("M410", "Text ist zu lang", "Der Text hat höchstens 20.000 Zeichen."),
    _error("M411", "Text der Meldung fehlt", "Eine Meldung besteht aus Titel, Kurzbeschreibung und Text."),
)

_FRESHNESS = (
    _note(
        "M901",
        "Zuletzt vor mehr als einem Jahr geprüft",
        "Die Seite trägt jetzt den Vermerk „Angaben älter als ein Jahr“.",
    ),
    _note(
        "M902",
        "Zuletzt vor mehr als anderthalb Jahren geprüft",
        "Das Angebot steht jetzt am Ende der Listen.",
    ),
    _note("M903", "Zuletzt vor mehr als zwei Jahren geprüft", "Der Eintrag ist nicht mehr in den Listen."),
)

CODES: dict[str, Code] = {
    code.id: code for code in (*_READING, *_FIELDS, *_REFERENCES, *_DATES, *_TEXTS, *_FRESHNESS)
}


def finding(
    code: str,
    file: str,
    line: int,
    problem: str,
    remedy: str,
    *,
    field: str | None = None,
    label: str | None = None,
) -> Finding:
    """A finding with the severity that belongs to its code. Raises KeyError for an unknown code.

    Sentences quote what editors wrote; a whole page copied into a value by mistake is cut off.
    """
    return Finding(file, line, code, CODES[code].severity, _short(problem), _short(remedy), field, label)


def _short(text: str) -> str:
    return text if len(text) <= MAX_SENTENCE else f"{text[: MAX_SENTENCE - 1]}…"
