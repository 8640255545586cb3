"""What the help pages show works: the template passes the check, commands and forms exist, every page can be reached."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from minthub.catalogue import Catalogue
from minthub.cli import _parser
from minthub.findings import Report
from minthub.reporters import line
from tests.conftest import ROOT

HELP = ROOT / "content" / "mitmachen"
PAGES = {path.stem: path.read_text("utf-8") for path in sorted(HELP.glob("*.md"))}
DOCUMENTS = {**PAGES, "CONTRIBUTING": (ROOT / "CONTRIBUTING.md").read_text("utf-8")}
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [code for text in DOCUMENTS.values() for kind, code in _BLOCK.findall(text) if kind == language]


def test_the_template_passes_the_check(
    content: Path, write: Callable[..., Path], loaded: Callable[[], tuple[Catalogue, Report]]
) -> None:
    templates = [block for block in blocks("yaml") if block.startswith("---\n")]
    assert len(templates) == 1
    write("offers/goerlitz/robotik-ag.md", templates[0])
    catalogue, report = loaded()
    # Of the provider the small content folder knows nothing.
    assert [line(found) for found in report.findings if found.field != "provider"] == []
    assert [offer.id for offer in catalogue.offers] == ["robotik-ag"]


def test_commands_are_real() -> None:
    written = [row.partition("#")[0] for block in blocks("sh") for row in block.splitlines()]
    commands = [shlex.split(row) for row in written if row.startswith("minthub ")]
    assert len(commands) >= 4
    for command in commands:
        assert _parser().parse_args(command[1:]).run


def test_every_page_can_be_reached_from_the_first() -> None:
    linked = set(re.findall(r"\]\((?:\.\./)?([\w-]+)(?:\.md|/)", PAGES["index"]))
    assert set(PAGES) - {"index"} <= linked
    assert {"felder", "fehler"} <= linked
    for name, text in PAGES.items():
        assert name in ("index", "angebot-eintragen") or "](index.md)" in text


def test_forms_on_github_exist() -> None:
    addresses = re.findall(r"\{repository\}(/[^)\s]*)", "\n".join(DOCUMENTS.values()))
    assert addresses
    for address in addresses:
        (template,) = parse_qs(urlsplit(address).query)["template"]
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / template).is_file()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_are_those_of_people(name: str) -> None:
    """No words that only programmers know, and quotation marks as they are set in German."""
    text = _BLOCK.sub("", DOCUMENTS[name])
    text = re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|^---.*?^---", "", text, flags=re.MULTILINE | re.DOTALL)
    assert (
        re.findall(
            r"\b(?:YAML|Frontmatter|Branch|Commit\b(?! changes)|Merge|Repo|klicken|Klick hier)\b", text
        )
        == []
    )
    assert '"' not in text
    assert text.count("„") == text.count("“")
