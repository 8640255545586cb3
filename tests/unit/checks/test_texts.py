"""Rules about the text below the front matter, and about addresses anywhere: checks/texts.py."""

from __future__ import annotations

import pytest

from tests.conftest import OFFER, PROVIDER
from tests.unit.checks.conftest import Check
from tests.unit.checks.records import DISTRICT, EVENT, FUNDING, NETWORK, NEWS, with_body

FIRST = 24  # the first line of the text of an offer

NO_TEXT = (
    "Unter dem Kopfteil steht kein Text. Schreiben Sie zwei bis sechs Sätze: "
    "Was passiert dort, für wen, wie macht man mit?"
)
NO_HTML = "Löschen Sie es; **fett**, *kursiv*, Listen und Links gehen ohne HTML."
WHOLE_ADDRESS = "Nehmen Sie eine vollständige Adresse: [Text](https://www.example.org)"
IN_THE_HEAD = "Nennen Sie das Bild im Kopfteil: image, image_alt, image_credit und image_licence."
TELLING = "Schreiben Sie, wohin er führt: [Anmeldung bei der Volkshochschule](https://…)"
NO_H1 = "Fehler M404: Im Text steht eine Überschrift der ersten Ebene. Schreiben Sie zwei Rauten davor: ## Überschrift"


def in_text(check: Check, body: str) -> list[str]:
    return check("offers/x.md", with_body(OFFER, body))


# M401, M410 and M411


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("offers/x.md", OFFER, 23),
        ("events/x.md", EVENT, 23),
        ("providers/x.md", PROVIDER, 13),
        ("networks/x.md", NETWORK, 10),
        ("funding/x.md", FUNDING, 12),
        ("regions/goerlitz.md", DISTRICT, 12),
    ],
)
@pytest.mark.parametrize(
    "body", ["", "\n", " \n\t\n", "<!-- Noch zu schreiben -->\n", "<!--\nmehrere\nZeilen\n-->"]
)
def test_a_record_has_a_text(check: Check, name: str, text: str, at: int, body: str) -> None:
    assert check(name, with_body(text, body)) == [f"{at}: Hinweis M401: {NO_TEXT}"]


def test_a_file_that_ends_with_its_front_matter(check: Check) -> None:
    assert check("offers/x.md", with_body(OFFER, "").rstrip("\n")) == [f"23: Hinweis M401: {NO_TEXT}"]


def test_news_without_a_text_is_refused(check: Check) -> None:
    assert check("news/x.md", with_body(NEWS, "\n")) == [
        "9: Fehler M411: Unter dem Kopfteil steht kein Text. Schreiben Sie zwei bis fünf Sätze: "
        "Was ist geschehen, für wen ist es wichtig?"
    ]


def test_a_text_is_no_book(check: Check) -> None:
    body = "Zeile mit Wörtern.\n" * 1100
    assert in_text(check, body) == [
        "24: Fehler M410: Der Text hat 20.900 Zeichen, erlaubt sind 20.000. "
        "Kürzen Sie auf das, was Besucher wissen müssen."
    ]


@pytest.mark.parametrize("length", [19_999, 20_000])
def test_a_text_may_have_twenty_thousand_characters(check: Check, length: int) -> None:
    assert in_text(check, ("ö" * 99 + "\n") * 199 + "Ł" * (length - 19_900)) == []


def test_of_a_text_that_is_too_long_nothing_else_is_said(check: Check) -> None:
    [line] = in_text(check, "# <b>Titel</b> [hier](x)\n" * 1000)
    assert line.startswith("24: Fehler M410: Der Text hat 25.000 Zeichen, ")


# M402


@pytest.mark.parametrize(
    ("body", "at", "shown"),
    [
        ("Wir bauen <b>Roboter</b>.\n", 24, "<b>"),
        ("Wir bauen\n<b>Roboter</b>.\n", 25, "<b>"),
        ("Zeile<br>noch eine\n", 24, "<br>"),
        ("Zeile<br/>noch eine\n", 24, "<br/>"),
        ('<div class="x">\nText\n</div>\n', 24, '<div class="x">'),
        ("Text.\n\n<script>alert(1)</script>\n", 26, "<script>alert(1)</script>"),
        ('Text <img src=x onerror="alert(1)">\n', 24, '<img src=x onerror="alert(1)">'),
        ("- Punkt\n- <u>zwei</u>\n", 25, "<u>"),
        ("> Zitat <i>kursiv</i>\n", 24, "<i>"),
        ("| a | b |\n| - | - |\n| <i>c</i> | d |\n", 26, "<i>"),
        ("<!-- nicht geschlossen\nText\n", 24, "<!-- nicht geschlossen"),
        ("Roboter</b> fahren.\n", 24, "</b>"),
        ("Text `a\nb` und <kbd>c</kbd>\n", 25, "<kbd>"),
        ("Eins <b\ntitle='x'>zwei</b> <i>drei\n", 24, "<b"),
        ("<?php echo 1 ?>\n", 24, "<?php echo 1 ?>"),
        (f"<p title='{'ä' * 60}'>\n", 24, f"<p title='{'ä' * 30}"),
    ],
)
def test_a_text_is_free_of_html(check: Check, body: str, at: int, shown: str) -> None:
    lines = in_text(check, body)
    assert lines[0] == f"{at}: Fehler M402: Im Text steht HTML: „{shown}“. {NO_HTML}"
    assert all(" M402: " in line for line in lines)
    assert not any("„</" in line for line in lines[1:])


def test_each_tag_that_opens_is_named_and_none_that_closes(check: Check) -> None:
    assert in_text(check, "<b>Eins</b>\nund <i>zwei</i>.\n") == [
        f"24: Fehler M402: Im Text steht HTML: „<b>“. {NO_HTML}",
        f"25: Fehler M402: Im Text steht HTML: „<i>“. {NO_HTML}",
    ]


def test_tags_below_a_comment_are_found_at_their_line(check: Check) -> None:
    assert in_text(check, "<!-- eins\nzwei -->\n\nText <b>fett</b>\n") == [
        f"27: Fehler M402: Im Text steht HTML: „<b>“. {NO_HTML}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Wir bauen **Roboter**, *fahren* und ~~fallen~~.\n",
        "Kinder < 8 Jahre und > 6 Jahre\n",
        "Der Befehl `<b>` macht fett.\n",
        "```\n<b>fett</b>\n# kein Titel\n![kein Bild](x)\n```\n",
        "    <b>eingerückt</b>\n",
        "Text <!-- Anmerkung --> weiter.\n",
        r"Ein \<b> ist kein HTML." + "\n",
        "Preis: 3 &lt; 5 &euro;\n",
        "Ich <3 MINT\n",
        "| Tag | Zeit |\n| --- | --- |\n| Mo | 15 Uhr |\n",
    ],
)
def test_markdown_is_fine(check: Check, body: str) -> None:
    assert in_text(check, body) == []


# M403


@pytest.mark.parametrize(
    ("body", "at", "text", "href"),
    [
        ("[Seite](javascript:alert(1))\n", 24, "Seite", "javascript:alert(1)"),
        ("[Seite](JavaScript:alert%281%29)\n", 24, "Seite", "JavaScript:alert%281%29"),
        ("[Seite](&#106;avascript:alert)\n", 24, "Seite", "javascript:alert"),
        ("[Seite](data:text/html,x)\n", 24, "Seite", "data:text/html,x"),
        ("Text\nund [Seite](../andere.md)\n", 25, "Seite", "../andere.md"),
        ("[Seite](www.example.org)\n", 24, "Seite", "www.example.org"),
        ("[Seite](#oben)\n", 24, "Seite", "#oben"),
        ("[Seite](//example.org)\n", 24, "Seite", "//example.org"),
        ("[Seite]()\n", 24, "Seite", ""),
        ("[**fette** Seite](ftp://example.org)\n", 24, "fette Seite", "ftp://example.org"),
        ("[Seite][1]\n\n[1]: vbscript:x\n", 24, "Seite", "vbscript:x"),
        ("<ftp://example.org>\n", 24, "ftp://example.org", "ftp://example.org"),
        ("- eins\n- [Seite](file:///etc/passwd)\n", 25, "Seite", "file:///etc/passwd"),
    ],
)
def test_links_lead_to_whole_addresses(check: Check, body: str, at: int, text: str, href: str) -> None:
    assert in_text(check, body) == [
        f"{at}: Fehler M403: Der Link „{text}“ führt zu „{href}“. {WHOLE_ADDRESS}"
    ]


def test_a_link_over_two_lines_is_shown_on_one(check: Check) -> None:
    assert in_text(check, "Text\n[erste\nzweite](x)\n") == [
        f"25: Fehler M403: Der Link „erste zweite“ führt zu „x“. {WHOLE_ADDRESS}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[Anmeldung](https://www.example.org/a?b=1#c)\n",
        "[Anmeldung](HTTPS://www.example.org)\n",
        "[Schreiben Sie uns](mailto:info@example.org)\n",
        "[Rufen Sie an](tel:+49341123456)\n",
        "<https://www.example.org>\n",
        "https://www.example.org\n",
        "[Anmeldung][a]\n\n[a]: https://www.example.org\n",
        "[keine Anmeldung]\n",
        "Wahl [x] oder [ ]\n",
    ],
)
def test_links_that_are_fine(check: Check, body: str) -> None:
    assert in_text(check, body) == []


# M115 in a text


@pytest.mark.parametrize(
    ("body", "at", "what", "better"),
    [
        ("[Seite](http://example.org/a)\n", 24, "Der Link „Seite“", "https://example.org/a"),
        ("Text\nsiehe http://example.org/a.\n", 25, "„http://example.org/a“", "https://example.org/a"),
        ("<http://example.org>\n", 24, "Der Link „http://example.org“", "https://example.org"),
        ("(http://example.org)\n", 24, "„http://example.org“", "https://example.org"),
        ("„http://example.org“\n", 24, "„http://example.org“", "https://example.org"),
        ("[http://example.org](http://example.org)\n", 24, "Der Link „http://example.org“", "https://example.org"),
    ],
)  # fmt: skip
def test_addresses_in_a_text_are_encrypted(check: Check, body: str, at: int, what: str, better: str) -> None:
    assert in_text(check, body) == [
        f"{at}: Hinweis M115: {what} beginnt mit http://. Probieren Sie, ob es auch verschlüsselt geht: {better}"
    ]


@pytest.mark.parametrize(
    "body", ["`http://example.org`\n", "xhttp://example.org\n", "Das Wort http:// allein\n"]
)
def test_what_is_no_address(check: Check, body: str) -> None:
    assert in_text(check, body) == []


# M404


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("# Ablauf\n", 24),
        ("Text.\n\n# Ablauf\n\nText.\n", 26),
        ("#\n", 24),
        ("Ablauf\n======\n", 24),
        ("Text.\n\nAblauf\n=\n", 26),
        ("   # Ablauf\n", 24),
        ("> # Ablauf\n", 24),
        ("- # Ablauf\n", 24),
        (f"> Ablauf\n> {'=' * 60}\n", 24),
    ],
)
def test_headings_begin_at_the_second_level(check: Check, body: str, at: int) -> None:
    assert in_text(check, body) == [f"{at}: {NO_H1}"]


@pytest.mark.parametrize(
    "body",
    ["## Ablauf\n", "### Ablauf\n", "Ablauf\n---\n", "#Robotik\n", r"\# Ablauf" + "\n", "1 + 1\n\n= 2\n"],
)
def test_other_headings_are_fine(check: Check, body: str) -> None:
    assert in_text(check, body) == []


# M405


@pytest.mark.parametrize(
    ("body", "at", "shown"),
    [
        ("![Ein Roboter](roboter.jpg)\n", 24, "Ein Roboter"),
        ("Text\n![](https://example.org/roboter.jpg)\n", 25, "https://example.org/roboter.jpg"),
        ("![Ein Roboter][1]\n\n[1]: roboter.jpg\n", 24, "Ein Roboter"),
        ("![ein\nRoboter](roboter.jpg)\n", 24, "ein Roboter"),
    ],
)
def test_a_text_is_free_of_pictures(check: Check, body: str, at: int, shown: str) -> None:
    assert in_text(check, body) == [f"{at}: Fehler M405: Im Text steht ein Bild („{shown}“). {IN_THE_HEAD}"]


def test_a_picture_that_is_a_link_is_one_mistake_of_each_kind(check: Check) -> None:
    lines = in_text(check, "[![Logo](logo.png)](https://www.example.org)\n")
    assert f"24: Fehler M405: Im Text steht ein Bild („Logo“). {IN_THE_HEAD}" in lines
    assert not any(" M403: " in line for line in lines)


# M409


@pytest.mark.parametrize(
    "text",
    ["hier", "Hier", "HIER", "hier klicken", "Link", "mehr", "Mehr …", "weiter", "diese Seite", "Website", "» Klick", "*hier*"],
)  # fmt: skip
def test_the_text_of_a_link_says_where_it_leads(check: Check, text: str) -> None:
    assert in_text(check, f"Anmeldung [{text}](https://www.example.org).\n") == [
        f"24: Hinweis M409: Der Link heißt nur „{text.strip('*')}“. {TELLING}"
    ]


@pytest.mark.parametrize("body", ["[](https://www.example.org)\n", "[ ](https://www.example.org)\n"])
def test_a_link_has_a_text(check: Check, body: str) -> None:
    assert in_text(check, body) == [f"24: Hinweis M409: Der Link hat keinen Text. {TELLING}"]


def test_a_wrong_link_with_an_empty_word_is_both(check: Check) -> None:
    assert in_text(check, "[hier](anmeldung)\n") == [
        f"24: Fehler M403: Der Link „hier“ führt zu „anmeldung“. {WHOLE_ADDRESS}",
        f"24: Hinweis M409: Der Link heißt nur „hier“. {TELLING}",
    ]


@pytest.mark.parametrize(
    "text", ["Anmeldung hier", "Mehr über Roboter", "Website der Stadt", "Weiterbildung"]
)
def test_words_that_tell_are_fine(check: Check, text: str) -> None:
    assert in_text(check, f"[{text}](https://www.example.org)\n") == []


# M407 and M408


def private(at: int, address: str, field: str = "") -> str:
    return (
        f"{at}: Fehler M407: {field}„{address}“ ist eine Adresse für Privatpersonen. "
        "Nehmen Sie die Adresse der Einrichtung oder löschen Sie sie."
    )


def person(at: int, address: str, field: str = "") -> str:
    return (
        f"{at}: Hinweis M408: {field}„{address}“ nennt eine Person. Nehmen Sie, wenn es sie gibt, "
        f"eine allgemeine Adresse: info@{address.partition('@')[2]}"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Fragen an robotik@gmail.com.\n", [private(24, "robotik@gmail.com")]),
        ("Fragen\nan Robotik@GMX.de!\n", [private(25, "Robotik@GMX.de")]),
        ("a@web.de, b@t-online.de\n", [private(24, "a@web.de"), private(24, "b@t-online.de")]),
        ("erika.muster@gmail.com\n", [private(24, "erika.muster@gmail.com")]),
        ("[Schreiben](mailto:robotik@posteo.de)\n", [private(24, "robotik@posteo.de")]),
        ("<robotik@mailbox.org>\n", [private(24, "robotik@mailbox.org")]),
        ("`robotik@freenet.de`\n", [private(24, "robotik@freenet.de")]),
        ("Text.\n\nerika.muster@example.org\n", [person(26, "erika.muster@example.org")]),
        ("erika_muster@example.org\n", [person(24, "erika_muster@example.org")]),
        ("Info: info@example.org, mint.team@example.org\n", []),
        ("Wir sind @robotik auf allen Kanälen.\n", []),
        ("robotik@gmail.company.org\n", []),
    ],
)
def test_a_text_names_no_private_address(check: Check, body: str, expected: list[str]) -> None:
    assert in_text(check, body) == expected


@pytest.mark.parametrize(
    ("key", "at", "label"),
    [
        ("summary", 3, "Kurzbeschreibung"),
        ("schedule", 16, "Zeiten"),
        ("price", 23, "Preis"),
        ("group_size", 23, "Gruppengröße"),
        ("travel", 23, "Anfahrt"),
        ("access_note", 23, "Hinweis zur Barrierefreiheit"),
    ],
)
def test_a_field_names_no_private_address(check: Check, key: str, at: int, label: str) -> None:
    field = f"Feld „{label}“ ({key}): "
    assert check("offers/x.md", OFFER, **{key: "Fragen an robotik@web.de"}) == [
        private(at, "robotik@web.de", field)
    ]


def test_a_field_names_no_person(check: Check) -> None:
    assert check("offers/x.md", OFFER, schedule="Fragen an erika.muster@example.org") == [
        person(16, "erika.muster@example.org", "Feld „Zeiten“ (schedule): ")
    ]


def test_a_contact_with_a_private_address_is_said_once(check: Check) -> None:
    assert check("offers/x.md", OFFER, contact="robotik@gmail.com") == [
        "23: Fehler M407: Feld „Kontakt“ (contact): „robotik@gmail.com“ ist eine Adresse für Privatpersonen. Nehmen Sie "
        "die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website."
    ]


def test_an_unknown_field_with_an_address_is_only_unknown(check: Check) -> None:
    [line] = check("offers/x.md", OFFER, quatsch="robotik@gmail.com")
    assert line.startswith("23: Fehler M103: Feld „quatsch“: ")


@pytest.mark.parametrize("key", ["aliases", "topics"])
def test_a_list_names_no_private_address(check: Check, key: str) -> None:
    label = {"aliases": "Andere Namen", "topics": "Themen"}[key]
    at = {"aliases": 25, "topics": 13}[key]
    assert check("offers/x.md", OFFER, **{key: "\n  - Sternstunden\n  - robotik@web.de"}) == [
        private(at, "robotik@web.de", f"Feld „{label}“ ({key}): ")
    ]


def test_a_subfield_names_no_private_address(check: Check) -> None:
    coordination = "\n  organisation: Stelle (stelle@web.de)\n  contact: info@example.org"
    assert check("regions/goerlitz.md", DISTRICT, coordination=coordination) == [
        private(13, "stelle@web.de", "Feld „Koordinierung“ (coordination): ")
    ]


def test_a_contact_in_a_subfield_has_its_own_rule(check: Check) -> None:
    coordination = "\n  organisation: Stelle\n  contact: stelle@web.de"
    assert check("regions/goerlitz.md", DISTRICT, coordination=coordination) == [
        "14: Fehler M407: Feld „Koordinierung“ (coordination.contact): „stelle@web.de“ ist eine Adresse für "
        "Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld weg und nennen Sie website."
    ]
