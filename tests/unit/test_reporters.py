"""The same findings for the terminal, for pull requests, for programs and for the step summary."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import cmarkgfm
import pytest

from minthub.codes import finding
from minthub.findings import Report
from minthub.reporters import FORMATS, MAX_SUMMARY_ROWS, Links, as_github, as_json, as_summary, as_text, line

A, B = "content/offers/a.md", "content/offers/b.md"
REPORT = Report.of(
    [
        finding(
            "M901", A, 4, "zuletzt vor 14 Monaten.", "Prüfen Sie es.", field="checked", label="Geprüft am"
        ),
        finding("M101", B, 1, "fehlt.", "Ergänzen Sie im Kopfteil: title: X", field="title", label="Titel"),
        finding("M103", A, 9, "Dieses Feld gibt es nicht.", "Schreiben Sie: title: X", field="titel"),
    ],
    files_read=7,
)
HOSTILE = "a|b\\|c <img src=x onerror=1> [x](http://e.org) ![y](z) `d` @team http://e.org www.e.org *e* __f__ ~~g~~ &lt; #1"


class Cells(HTMLParser):
    """The texts of table cells and every tag inside them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            # Invisible signs keep words from doing something, and nobody reads them.
            self.rows[-1][-1] += data.strip("\n").replace("\u200b", "")


def table(report: Report) -> Cells:
    """The summary as GitHub renders it."""
    return Cells(cmarkgfm.github_flavored_markdown_to_html(as_summary(report)))


def test_text_is_one_line_a_finding_and_the_sum() -> None:
    assert as_text(REPORT).split("\n") == [
        f"{A}:4: Hinweis M901: Feld „Geprüft am“ (checked): zuletzt vor 14 Monaten. Prüfen Sie es.",
        f"{A}:9: Fehler M103: Feld „titel“: Dieses Feld gibt es nicht. Schreiben Sie: title: X",
        f"{B}:1: Fehler M101: Feld „Titel“ (title) fehlt. Ergänzen Sie im Kopfteil: title: X",
        "2 Fehler, 1 Hinweis in 2 Dateien.",
    ]


def test_behind_many_notes_the_errors_come_last() -> None:
    """A terminal shows the end: one Fehler among hundreds of Hinweise was lost."""
    notes = [finding("M901", f"{A}{at:02}", 1, "Alt.", "Prüfen.") for at in range(30)]
    error = finding("M101", A, 1, "fehlt.", "Ergänzen Sie.", field="title")
    *_, last, summed, told = as_text(Report.of([error, *notes])).split("\n")
    assert last.startswith(f"{A}:1: Fehler M101")
    assert summed == "1 Fehler, 30 Hinweise in 31 Dateien."
    assert told == "Nur die Fehler zeigt: minthub check --errors-only"


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\x1b[2J", "\x00", "\u2028", "\x85", "\n\n\n"])
def test_what_editors_wrote_begins_no_new_line(break_: str) -> None:
    """A line that begins with :: is a command to GitHub."""
    found = finding("M018", f"content/a{break_}::error.md", 1, f"a{break_}::stop", "Remedy.")
    assert line(found).startswith("content/a ")
    assert line(found).isprintable()
    assert as_text(Report.of([found])).count("\n") == 1


def test_annotations_put_changed_files_and_errors_first() -> None:
    assert as_github(REPORT, changed=[B]).split("\n") == [
        f"::error file={B},line=1,title=Fehler M101::Feld „Titel“ (title) fehlt. Ergänzen Sie im Kopfteil: title: X",
        f"::error file={A},line=9,title=Fehler M103::Feld „titel“: Dieses Feld gibt es nicht. Schreiben Sie: title: X",
        f"::notice file={A},line=4,title=Hinweis M901::Feld „Geprüft am“ (checked): zuletzt vor 14 Monaten. Prüfen Sie es.",
        "2 Fehler, 1 Hinweis in 2 Dateien.",
    ]


def test_annotations_without_changed_files_put_errors_first() -> None:
    assert [row.partition(" ")[0] for row in as_github(REPORT).split("\n")] == [
        "::error",
        "::error",
        "::notice",
        "2",
    ]


@pytest.mark.parametrize(
    ("file", "problem", "row"),
    [
        ("a,b:c.md", "d", "::error file=a%2Cb%3Ac.md,line=1,title=Fehler M018::d e"),
        ("100%.md", "50 % ::x", "::error file=100%25.md,line=1,title=Fehler M018::50 %25 ::x e"),
        ("a\nb.md", "c\r\n::error::d", "::error file=a%0Ab.md,line=1,title=Fehler M018::c%0D%0A::error::d e"),
        ("%0A.md", "%0A::x", "::error file=%250A.md,line=1,title=Fehler M018::%250A::x e"),
    ],
)
def test_annotations_escape_what_has_a_meaning(file: str, problem: str, row: str) -> None:
    assert as_github(Report.of([finding("M018", file, 1, problem, "e")])).split("\n")[0] == row


def test_json_holds_all_findings_in_order() -> None:
    assert json.loads(as_json(REPORT)) == {
        "files": 7,
        "errors": 2,
        "notes": 1,
        "findings": [
            {
                "file": A,
                "line": 4,
                "field": "checked",
                "code": "M901",
                "severity": "Hinweis",
                "problem": "zuletzt vor 14 Monaten.",
                "remedy": "Prüfen Sie es.",
            },
            {
                "file": A,
                "line": 9,
                "field": "titel",
                "code": "M103",
                "severity": "Fehler",
                "problem": "Dieses Feld gibt es nicht.",
                "remedy": "Schreiben Sie: title: X",
            },
            {
                "file": B,
                "line": 1,
                "field": "title",
                "code": "M101",
                "severity": "Fehler",
                "problem": "fehlt.",
                "remedy": "Ergänzen Sie im Kopfteil: title: X",
            },
        ],
    }
    assert "Prüfen" in as_json(REPORT)


def test_the_summary_is_a_table_with_errors_first() -> None:
    assert as_summary(REPORT).split("\n")[:4] == [
        "## Inhaltsprüfung: 2 Fehler, 1 Hinweis in 2 Dateien",
        "",
        "| Stelle | Meldung | Was ist | Was stattdessen |",
        "| --- | --- | --- | --- |",
    ]
    assert table(REPORT).rows == [
        ["Stelle", "Meldung", "Was ist", "Was stattdessen"],
        [f"{A}:9", "Fehler M103", "Feld „titel“: Dieses Feld gibt es nicht.", "Schreiben Sie: title: X"],
        [f"{B}:1", "Fehler M101", "Feld „Titel“ (title) fehlt.", "Ergänzen Sie im Kopfteil: title: X"],
        [f"{A}:4", "Hinweis M901", "Feld „Geprüft am“ (checked): zuletzt vor 14 Monaten.", "Prüfen Sie es."],
    ]


def test_the_summary_puts_changed_files_first() -> None:
    first = as_summary(REPORT, changed=[A]).split("\n")[4:7]
    assert [row.split(" | ")[1] for row in first] == ["Fehler M103", "Hinweis M901", "Fehler M101"]


def test_the_summary_folds_up_notes_about_other_files() -> None:
    lines = as_summary(REPORT, changed=["content/offers/c.md"]).split("\n")
    assert [line.split(" | ")[1] for line in lines[4:6]] == ["Fehler M103", "Fehler M101"]
    assert lines[6:-3] == [
        "",
        "An den geänderten Dateien gibt es nichts zu beanstanden.",
        "",
        "<details><summary>1 Hinweis zu Dateien, die diese Änderung nicht betrifft</summary>",
        "",
        "| Stelle | Meldung | Was ist | Was stattdessen |",
        "| --- | --- | --- | --- |",
    ]
    assert lines[-3].split(" | ")[1] == "Hinweis M901"
    assert lines[-2:] == ["", "</details>"]


def test_the_summary_leads_to_lines_and_to_the_page_of_messages() -> None:
    links = Links("https://mint.example.org/", "https://github.com/x/y/blob/abc/")
    found = finding("M018", "content/offers/Robotik (1)|.md", 3, "Der Dateiname passt nicht.", "Ändern.")
    row = as_summary(Report.of([found]), links=links).split("\n")[-1]
    assert row == (
        "| [content/offers/Robotik (1)&#124;.md:3]"
        "(https://github.com/x/y/blob/abc/content/offers/Robotik%20%281%29%7C.md?plain=1#L3) "
        "| Fehler [M018](https://mint.example.org/mitmachen/fehler/#m018) | Der Dateiname passt nicht. | Ändern. |"
    )


@pytest.mark.parametrize(
    "text", [HOSTILE, *HOSTILE.split(" "), "\\", "|", "\\|", "\\\\|", "a\nb", "a\r\n\n| b | c |", "<!--"]
)
def test_the_summary_shows_hostile_text_as_text(text: str) -> None:
    """Nothing in it becomes a border, a tag, a link, a picture or emphasis."""
    shown = table(Report.of([finding("M018", f"{text}.md", 3, text, "Remedy.")]))
    flat = " ".join(text.split())
    assert shown.rows[1:] == [[f"{flat}.md:3", "Fehler M018", flat, "Remedy."]]
    assert shown.tags == {"h2", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize(
    "text", ["@team", "#1", "GH-7", "a@b.de", "http://e.org", "www.e.org", "0123456789abcdef"]
)
def test_the_summary_calls_nobody_and_leads_nowhere(text: str) -> None:
    """GitHub looks for such words when entities have become signs again."""
    html = cmarkgfm.github_flavored_markdown_to_html(
        as_summary(Report.of([finding("M018", f"{text}.md", 3, text, text)]))
    )
    assert html.count(text) == html.count(f"<code>{text}</code>") == 1


def test_remedies_in_the_summary_can_be_pasted() -> None:
    remedy = "Schreiben Sie: source: https://www.e.org/x_y – oder: contact: a@b.de"
    row = as_summary(Report.of([finding("M103", A, 3, "fehlt.", remedy)])).split("\n")[-1]
    assert row.endswith("| Schreiben Sie: source: `https://www.e.org/x_y` – oder: contact: `a@b.de` |")


def test_the_summary_of_many_findings_is_cut() -> None:
    many = [finding("M101", A, number, "fehlt.", "Ergänzen.") for number in range(1, MAX_SUMMARY_ROWS + 3)]
    rows = as_summary(Report.of(many)).split("\n")
    assert rows[-2:] == ["", "… und 2 weitere, siehe Protokoll."]
    assert sum("Fehler M101 |" in row for row in rows) == MAX_SUMMARY_ROWS


@pytest.mark.parametrize(
    ("format", "output"),
    [
        ("text", "3 Dateien geprüft: alles in Ordnung."),
        ("github", "3 Dateien geprüft: alles in Ordnung."),
        ("json", '{\n  "files": 3,\n  "errors": 0,\n  "notes": 0,\n  "findings": []\n}'),
        ("summary", "## Inhaltsprüfung: 3 Dateien geprüft: alles in Ordnung\n"),
    ],
)
def test_without_findings_the_sum_remains(format: str, output: str) -> None:
    assert FORMATS[format](Report.of([], files_read=3), ()) == output
