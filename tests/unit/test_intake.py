"""Which files are records, and what their names and folders say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minthub.intake import Source, find_sources
from minthub.reporters import line
from minthub.vocabulary import Vocabulary, load_vocabulary
from tests.conftest import DATA


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(DATA / "vocabulary.yml")


@pytest.fixture
def look(content: Path, vocabulary: Vocabulary) -> Callable[..., tuple[list[Source], list[str]]]:
    """Puts empty files into the content folder; gives the sources that are no districts, and the report lines."""

    def _look(*names: str) -> tuple[list[Source], list[str]]:
        for name in names:
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        sources, findings = find_sources(content, vocabulary)
        return [source for source in sources if source.kind != "regions"], [line(found) for found in findings]

    return _look


Look = Callable[..., tuple[list[Source], list[str]]]


@pytest.mark.parametrize(
    ("name", "kind", "folder"),
    [
        ("offers/robotik-ag.md", "offers", None),
        ("offers/goerlitz/robotik-ag.md", "offers", "goerlitz"),
        ("offers/sachsenweit/robotik-ag.md", "offers", "sachsenweit"),
        ("events/leipzig-stadt/robotik-ag.md", "events", "leipzig-stadt"),
        ("providers/robotik-ag.md", "providers", None),
        ("networks/robotik-ag.md", "networks", None),
        ("funding/robotik-ag.md", "funding", None),
        ("news/robotik-ag.md", "news", None),
    ],
)
def test_the_path_gives_kind_id_and_folder(
    name: str, kind: str, folder: str | None, look: Look, content: Path
) -> None:
    assert look(name) == ([Source(content / name, f"content/{name}", kind, "robotik-ag", folder)], [])


def test_districts_are_sources_too(content: Path, vocabulary: Vocabulary) -> None:
    sources, findings = find_sources(content, vocabulary)
    assert findings == []
    assert [source.file for source in sources][:2] == [
        "content/regions/bautzen.md",
        "content/regions/chemnitz.md",
    ]
    assert len(sources) == 13


def test_sources_are_in_order_of_their_paths(look: Look) -> None:
    sources, _ = look("offers/b.md", "offers/goerlitz/a.md", "offers/a.md", "events/z.md")
    assert [source.file for source in sources] == [
        "content/offers/a.md",
        "content/offers/b.md",
        "content/offers/goerlitz/a.md",
        "content/events/z.md",
    ]


@pytest.mark.parametrize("name", ["a", "a1", "2026-11-21-a", "a-b-c", "0", "a" * 80])
def test_names_that_are_addresses(name: str, look: Look) -> None:
    sources, messages = look(f"offers/{name}.md")
    assert messages == []
    assert [source.id for source in sources] == [name]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Robotik-AG.md", "robotik-ag.md"),
        ("robotik ag.md", "robotik-ag.md"),
        ("löten.md", "loeten.md"),
        ("straße.md", "strasse.md"),
        ("łužica-čěŕńóšž.md", "luzica-cernosz.md"),
        ("robotik_ag.md", "robotik-ag.md"),
        ("robotik--ag.md", "robotik-ag.md"),
        ("-robotik.md", "robotik.md"),
        ("robotik-.md", "robotik.md"),
        ("robotik.ag.md", "robotik-ag.md"),
        ("robotik.MD", "robotik.md"),
        ("robotik.markdown", "robotik.md"),
        ("robotik.txt", "robotik.md"),
        ("robotik.md.txt", "robotik.md"),
        ("robotik", "robotik.md"),
        ("🙂.md", "eintrag.md"),
        ("robotik (1).md", "robotik-1.md"),
        ("Ro\u0308hre.md", "roehre.md"),
    ],
)
def test_a_name_that_is_no_address_gets_one(name: str, better: str, look: Look) -> None:
    assert look(f"offers/{name}")[1] == [
        f"content/offers/{name}:1: Fehler M018: Der Dateiname „{name}“ passt nicht. Benennen Sie die Datei um: {better}"
    ]


def test_a_name_is_not_too_long(look: Look) -> None:
    name = f"{'a' * 40}-{'b' * 40}.md"
    assert look(f"offers/{name}")[1] == [
        f"content/offers/{name}:1: Fehler M018: Der Dateiname „{name}“ ist zu lang."
        f" Benennen Sie die Datei um: {'a' * 40}.md"
    ]


@pytest.mark.parametrize(
    ("name", "is_read"),
    [("Robotik.md", True), ("robotik.MD", False), ("robotik.txt", False), ("robotik", False)],
)
def test_a_misnamed_record_is_read_if_it_ends_like_one(name: str, is_read: bool, look: Look) -> None:
    assert bool(look(f"offers/{name}")[0]) is is_read


@pytest.mark.parametrize("name", ["foto.jpg", "Foto.JPEG", "foto.png", "foto.webp", "foto.heic"])
def test_pictures_have_a_folder_of_their_own(name: str, look: Look) -> None:
    assert look(f"offers/{name}") == (
        [],
        [
            f"content/offers/{name}:1: Fehler M022: „{name}“ ist ein Bild. Verschieben Sie es nach content/bilder/"
        ],
    )


@pytest.mark.parametrize("name", ["flyer.pdf", "angebot.docx", "x.md.docx", "liste.csv"])
def test_documents_are_no_records(name: str, look: Look) -> None:
    assert look(f"offers/{name}") == (
        [],
        [
            f"content/offers/{name}:1: Fehler M022: „{name}“ ist kein Eintrag."
            " Einträge sind Textdateien, die auf .md enden; löschen Sie diese Datei."
        ],
    )


@pytest.mark.parametrize(
    "name", ["offers/.DS_Store", "offers/.x.md.swp", "offers/.git/x.md", "offers/goerlitz/.x.md"]
)
def test_hidden_files_are_left_alone(name: str, look: Look) -> None:
    assert look(name) == ([], [])


@pytest.mark.parametrize(
    ("name", "problem", "target"),
    [
        ("offers/Görlitz/x.md", "Der Ordner „Görlitz“ ist kein Kreis.", "offers/goerlitz/x.md"),
        ("offers/gorlitz/x.md", "Der Ordner „gorlitz“ ist kein Kreis.", "offers/goerlitz/x.md"),
        ("events/vogtland/x.md", "Der Ordner „vogtland“ ist kein Kreis.", "events/vogtlandkreis/x.md"),
        ("offers/robotik/x.md", "Der Ordner „robotik“ ist kein Kreis.", "offers/x.md"),
        (
            "offers/goerlitz/alt/x.md",
            "Der Ordner „goerlitz/alt“ ist hier nicht vorgesehen.",
            "offers/goerlitz/x.md",
        ),
        ("providers/goerlitz/x.md", "Der Ordner „goerlitz“ ist hier nicht vorgesehen.", "providers/x.md"),
        ("news/2026/11/x.md", "Der Ordner „2026/11“ ist hier nicht vorgesehen.", "news/x.md"),
        ("angebote/x.md", "Den Ordner „angebote“ gibt es hier nicht.", "offers/x.md"),
        ("Offers/x.md", "Den Ordner „Offers“ gibt es hier nicht.", "offers/x.md"),
        ("offer/goerlitz/x.md", "Den Ordner „offer“ gibt es hier nicht.", "offers/goerlitz/x.md"),
        (
            "offers/Landkreis Görlitz/x.md",
            "Der Ordner „Landkreis Görlitz“ ist kein Kreis.",
            "offers/goerlitz/x.md",
        ),
        ("Förderungen/x.md", "Den Ordner „Förderungen“ gibt es hier nicht.", "funding/x.md"),
        ("termin/x.md", "Den Ordner „termin“ gibt es hier nicht.", "events/x.md"),
        ("kreise/x.md", "Den Ordner „kreise“ gibt es hier nicht.", "regions/x.md"),
        ("Wünsche/x.txt", "Den Ordner „Wünsche“ gibt es hier nicht.", "wuensche/x.txt"),
        ("wunsche/x.txt", "Den Ordner „wunsche“ gibt es hier nicht.", "wuensche/x.txt"),
    ],
)
def test_a_folder_that_is_none_says_where_the_file_belongs(
    name: str, problem: str, target: str, look: Look
) -> None:
    assert look(name) == (
        [],
        [f"content/{name}:1: Fehler M022: {problem} Verschieben Sie die Datei nach content/{target}"],
    )


def test_a_wrong_name_in_a_wrong_folder_is_two_mistakes(look: Look) -> None:
    assert [message.split(": ")[1] for message in look("offers/görlitz/X.md")[1]] == [
        "Fehler M018",
        "Fehler M022",
    ]


@pytest.mark.parametrize("name", ["mitmachen/x.md", "bilder/x.jpg", "index.md", "impressum.md"])
def test_pages_and_pictures_beside_the_records_are_not_looked_at(name: str, look: Look) -> None:
    assert look(name) == ([], [])


@pytest.mark.parametrize("target", ["../secret.md", "../nothing.md", "."])
def test_a_link_to_another_file_is_not_followed(target: str, look: Look, content: Path) -> None:
    (content.parent / "secret.md").write_text("geheim", "utf-8")
    (content / "offers").mkdir()
    (content / "offers" / "x.md").symlink_to(content / target)
    assert look() == (
        [],
        [
            "content/offers/x.md:1: Fehler M023: Die Datei ist eine Verknüpfung auf eine andere."
            " Legen Sie den Eintrag selbst hier ab."
        ],
    )


def test_an_empty_content_folder_has_no_sources(tmp_path: Path, vocabulary: Vocabulary) -> None:
    assert find_sources(tmp_path / "content", vocabulary) == ([], [])
