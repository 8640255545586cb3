"""`minthub tidy`: order and spelling change, meaning, comments and texts do not."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from minthub import cli
from minthub.catalogue import load_all
from minthub.findings import count
from minthub.model.kinds import BY_FOLDER
from minthub.settings import TODAY as TODAY_VARIABLE
from minthub.tidy import State, Tidied, summary, tidy, tidy_all
from minthub.writing.file import cut
from minthub.writing.values import values_of
from tests.conftest import DATA, NOW, OFFER, PROVIDER, ROOT, TODAY, changed
from tests.records import EVENT

BLOCK = "access_note: |\n  Rampe am Hof.\n  Klingel links.\n"
TITLE = "title: Robotik-AG im Jugendhaus\n"


@pytest.fixture
def tidied(content: Path) -> Callable[..., Tidied]:
    """Puts bytes into an offer and tidies it."""

    def _tidied(raw: str | bytes, name: str = "offers/x.md") -> Tidied:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
        results = list(
            tidy_all(load_all(content, DATA, TODAY), content.parent, frozenset({f"content/{name}"}))
        )
        assert len(results) == 1
        return results[0]

    return _tidied


def offer(**changes: str | None) -> str:
    return changed(dedent(OFFER), **changes)


def front(text: str) -> list[str]:
    return text.split("---\n")[1].splitlines()


# Order and spelling


def test_fields_come_into_the_order_of_the_models(tidied: Callable[..., Tidied]) -> None:
    result = tidied(offer())
    keys = [line.partition(":")[0] for line in front(result.text)]
    assert keys == [key for key in BY_FOLDER["offers"].specs() if key in keys]
    assert result.changes == ("Felder geordnet", "for_schools: nein → false")
    assert result.line == "content/offers/x.md: Felder geordnet; for_schools: nein → false"


@pytest.mark.parametrize(
    ("key", "written", "canonical"),
    [
        ("postcode", "02826", '"02826"'),
        ("ages", "8 bis 14 Jahre", "[8, 14]"),
        ("ages", '"8-14"', "[8, 14]"),
        ("ages", "[8, 8]", "8"),
        ("subjects", "Informatik", "[informatik]"),
        ("serves", "Landkreis Görlitz", "[goerlitz]"),
        ("mode", "Vor Ort", "vor-ort"),
        ("gta", "Ja", "true"),
        ("checked", "1. November 2026", "2026-11-01"),
        ("expires", "31.7.2027", "2027-07-31"),
        ("holidays", "ja", "[winterferien, osterferien, sommerferien, herbstferien, weihnachtsferien]"),
        ("languages", "Deutsch", "[de]"),
        ("contact", "'Tel. 03581 123456'", "[03581 123456]"),
        ("geo", "51.15, 14.99", "[51.15, 14.99]"),
        ("schedule", '"mittwochs 15–17 Uhr"', "mittwochs 15–17 Uhr"),
        ("schedule", "'mittwochs: 15 Uhr'", '"mittwochs: 15 Uhr"'),
        ("schedule", ">\n  mittwochs\n  15–17 Uhr", "mittwochs 15–17 Uhr"),
        ("aliases", "\n  - Robotik\n  - Löten, Bauen", '[Robotik, "Löten, Bauen"]'),
        ("topics", "\n- Robotik\n- Löten", "[Robotik, Löten]"),
        ("topics", "[\n  Robotik,\n  Löten,\n]", "[Robotik, Löten]"),
        ("summary", "Kinder bauen\n  und forschen.", "Kinder bauen und forschen."),
        ("venue", "Haus\u00a0Eins", "Haus Eins"),
        ("status", "aktiv", "aktiv"),
    ],
)
def test_accepted_spellings_become_canonical(
    key: str, written: str, canonical: str, tidied: Callable[..., Tidied]
) -> None:
    result = tidied(offer(**{key: written}))
    assert f"{key}: {canonical}" in front(result.text)
    assert tidied(result.text).state is State.TIDY


def test_aliases_of_python_names_are_written_as_editors_know_them(tidied: Callable[..., Tidied]) -> None:
    text = changed(dedent(EVENT), repeats="wöchentlich", until="31.01.2027", **{"except": "Ferien"})
    result = tidied(text, "events/x.md")
    assert "except: [ferien]" in front(result.text)


def test_an_event_of_several_days_keeps_its_hours(tidied: Callable[..., Tidied]) -> None:
    result = tidied(changed(dedent(EVENT), duration="120 h"), "events/x.md")
    assert result.state is State.CHANGED
    assert "duration: 120:00" in front(result.text)


def test_a_tidy_file_is_left_alone(tidied: Callable[..., Tidied]) -> None:
    once = tidied(offer())
    again = tidied(once.text)
    assert (again.state, again.text, again.changes) == (State.TIDY, "", ())


# What stays


def test_comments_stay_with_their_lines(tidied: Callable[..., Tidied]) -> None:
    text = dedent("""\
        ---
        # Angebot des Jugendhauses

        # Name geklärt am Telefon
        title: Robotik-AG im Jugendhaus  # so auf dem Schild
        checked: 1.11.2026 # nachgesehen
        checked_by: redaktion

        # gehört zum Haus
        #
        provider: "jugendhaus"   # Verein
        summary: Kinder bauen Roboter.
        city: Görlitz
        ages: 8-14 # steht im Flyer
        topics:
          # zwei genügen
          - Robotik
          - Löten
        subjects: [technik]
        format: workshop
        mode: vor-ort
        cost: kostenlos
        source: https://www.example.org/#a
        # street: Hauptstraße 1
        ---
        Text.
        """)
    expected = dedent("""\
        ---
        # Angebot des Jugendhauses

        # Name geklärt am Telefon
        title: Robotik-AG im Jugendhaus  # so auf dem Schild
        summary: Kinder bauen Roboter.
        city: Görlitz
        ages: [8, 14]  # steht im Flyer
        subjects: [technik]
        topics:
          # zwei genügen
          - Robotik
          - Löten
        format: workshop
        mode: vor-ort
        cost: kostenlos
        # gehört zum Haus
        #
        provider: jugendhaus  # Verein
        source: https://www.example.org/#a
        checked: 2026-11-01  # nachgesehen
        checked_by: redaktion
        # street: Hauptstraße 1
        ---
        Text.
        """)
    result = tidied(text)
    assert result.text == expected
    assert tidied(expected).state is State.TIDY


def test_empty_fields_wait_for_their_values(tidied: Callable[..., Tidied]) -> None:
    result = tidied(offer(travel=" # Beispiel: Bus 4", access="[]"))
    assert {"travel:  # Beispiel: Bus 4", "access: []"} <= set(front(result.text))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n\nText  \n\n\n",
        "Text ohne Ende",
        "---\nLinie\n\n---\n",
        "a\r\nb\r\n",
        "e\u0301 \u00a0 \u200b\n",
        "<!-- # Merke -->\nText\n",
    ],
)
def test_the_text_below_stays_byte_for_byte(body: str, tidied: Callable[..., Tidied]) -> None:
    head = offer().rpartition("---\n")[0]
    result = tidied(f"{head}---\n{body}".encode())
    assert result.state is State.CHANGED
    assert result.text.partition("checked_by: redaktion\n---\n")[2] == body


def test_a_file_without_a_last_line_end_gets_one_after_its_boundary(tidied: Callable[..., Tidied]) -> None:
    result = tidied(offer().rpartition("---\n")[0] + "---")
    assert result.text.endswith("checked_by: redaktion\n---\n")


def test_windows_line_ends_and_a_byte_order_mark(tidied: Callable[..., Tidied]) -> None:
    result = tidied("\ufeff" + offer().replace("\n", "\r\n"))
    assert result.text.startswith("---\r\n" + TITLE.replace("\n", "\r\n"))
    assert "\n" not in result.text.replace("\r\n", "")


# What is not touched


def test_a_file_with_mistakes_is_named_and_left_alone(tidied: Callable[..., Tidied]) -> None:
    result = tidied(offer(ages="ab acht"))
    assert (result.state, result.text) == (State.FAULTY, "")
    assert result.line == (
        "content/offers/x.md: nicht angefasst, weil Fehler darin sind. "
        "Was zu ändern ist, sagt: minthub check content/offers/x.md"
    )


def test_what_can_not_be_proved_is_not_written(tidied: Callable[..., Tidied]) -> None:
    """A line of a quoted text that looks like a comment of the next field."""
    result = tidied(offer(schedule='"mittwochs\n# 15 Uhr"'))
    assert result.state is State.UNSAFE
    assert "von Hand" in result.line


def test_a_file_that_changed_meanwhile_is_not_cut(content: Path, write: Callable[..., Path]) -> None:
    write("offers/x.md", OFFER)
    draft = next(draft for draft in load_all(content, DATA, TODAY).drafts if draft.record.kind == "offers")
    lists = load_all(content, DATA, TODAY).world.lists
    assert tidy(draft, b"Etwas anderes", lists).state is State.UNSAFE
    with pytest.raises(ValueError, match="no front matter"):
        cut(b"Etwas anderes", draft.record)


# All of it


def test_the_real_content_keeps_its_meaning_and_is_tidy_afterwards(tmp_path: Path) -> None:
    loaded = load_all(ROOT / "content", DATA, NOW)
    for result in tidy_all(loaded, ROOT):
        assert result.state in (State.TIDY, State.CHANGED), result.line
        if result.state is State.CHANGED:
            path = tmp_path / result.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(result.text.encode())
    for draft in loaded.drafts:
        path = tmp_path / draft.record.file
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((ROOT / draft.record.file).read_bytes())
    images = tmp_path / "content" / "bilder"
    if (ROOT / "content" / "bilder").is_dir():
        images.symlink_to(ROOT / "content" / "bilder")
    again = load_all(tmp_path / "content", DATA, NOW)
    assert again.catalogue.records == loaded.catalogue.records
    assert {result.state for result in tidy_all(again, tmp_path)} == {State.TIDY}


def test_shuffled_fields_and_comments_come_back(tidied: Callable[..., Tidied]) -> None:
    """Whatever the order, the result is the same, and each comment is still above its field."""
    chance = random.Random(6)
    lines = front(offer())
    ordered = front(tidied(offer()).text)
    for _ in range(20):
        chance.shuffle(lines)
        noted = [text for line in lines for text in (f"# zu {line.partition(':')[0]}", line)]
        result = front(tidied("\n".join(["---", *noted, "---", "Text.", ""])).text)
        assert result[1::2] == ordered
        assert result[::2] == [f"# zu {line.partition(':')[0]}" for line in ordered]


# Setting fields


def test_fields_are_set_and_taken_out_where_they_belong(content: Path, write: Callable[..., Path]) -> None:
    path = write("offers/x.md", OFFER, provider="jugendhaus  # Verein")
    loaded = load_all(content, DATA, TODAY)
    draft = next(draft for draft in loaded.drafts if draft.record.kind == "offers")
    file = cut(path.read_bytes(), draft.record)
    keys = BY_FOLDER["offers"].specs()
    new = file.changed({"provider": "Haus: neu", "street": None, "travel": "Bus 4", "price": ""}, keys)
    before, after = front(file.text), front(new.text)
    assert set(before) - set(after) == {"provider: jugendhaus  # Verein", "street: Hauptstraße 1"}
    assert set(after) - set(before) == {'provider: "Haus: neu"  # Verein', "travel: Bus 4"}
    assert after.index("travel: Bus 4") == after.index("city: Görlitz") + 1
    assert new.with_body("\nNeu.\n\n").text.endswith("\n---\nNeu.\n")
    assert values_of(draft.values)["street"] == "Hauptstraße 1"


# The command


@pytest.fixture
def project(content: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    root = content.parent
    (root / "mkdocs.yml").touch()
    (root / "data").symlink_to(DATA)
    write("offers/x.md", OFFER, for_schools="false")
    write("offers/falsch.md", OFFER, title="Kurs", ages="ab acht")
    write("providers/jugendhaus.md", PROVIDER)
    monkeypatch.chdir(root)
    monkeypatch.setenv(TODAY_VARIABLE, str(TODAY))
    return root


def test_the_command_shows_and_then_writes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = (project / "content/offers/falsch.md").read_bytes()
    before = (project / "content/offers/x.md").read_bytes()
    assert cli.main(["tidy", "--check", "content/offers"]) == 1
    assert capsys.readouterr().out == (
        "content/offers/falsch.md: nicht angefasst, weil Fehler darin sind. "
        "Was zu ändern ist, sagt: minthub check content/offers/falsch.md\n"
        "content/offers/x.md: Felder geordnet\n"
        "2 Dateien angesehen: 1 aufzuräumen, 1 nicht angefasst.\n"
    )
    assert (project / "content/offers/x.md").read_bytes() == before
    assert cli.main(["tidy", "content/offers/x.md"]) == 0
    assert capsys.readouterr().out == (
        "content/offers/x.md: Felder geordnet\n1 Datei angesehen: 1 aufgeräumt.\n"
    )
    assert (project / "content/offers/x.md").read_bytes() != before
    assert cli.main(["tidy", "--check", "content/offers/x.md"]) == 0
    assert capsys.readouterr().out == "1 Datei angesehen: alles ordentlich.\n"
    assert (project / "content/offers/falsch.md").read_bytes() == faulty


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("content/offers/fehlt.md", "Diese Datei gibt es nicht: content/offers/fehlt.md\n"),
        ("mkdocs.yml", "mkdocs.yml ist kein Eintrag und kein Ordner mit Einträgen.\n"),
    ],
)
def test_only_records_can_be_tidied(
    name: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["tidy", name]) == 2
    assert capsys.readouterr().err == message


def test_the_sum_counts_files() -> None:
    assert summary([], is_check=False) == "0 Dateien angesehen: alles ordentlich."
    assert count(1, "Datei", "Dateien") == "1 Datei"


def test_lines_of_a_block_text_stay(tidied: Callable[..., Tidied]) -> None:
    raw = dedent(OFFER).replace("cost: kostenlos\n", f"cost: Kostenlos\n{BLOCK}", 1)
    assert BLOCK in tidied(raw).text
    assert "access_note: Rampe am Hof. Klingel links.\n" in tidied(raw.replace("|", ">", 1)).text
