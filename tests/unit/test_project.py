"""What commands learn from `mkdocs.yml` without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from minthub.project import Project, load_project
from tests.conftest import ROOT

TEXT = """\
site_name: Wegweiser
site_url: !ENV [MINT_SITE_URL, "http://127.0.0.1:8000/"]
extra:
  repository: !ENV MINT_REPOSITORY
  operator: {mail: !ENV [FIRST, SECOND, post@example.org]}
markdown_extensions:
  - toc:
      slugify: !!python/name:somewhere.slugify
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(TEXT, "utf-8")
    return tmp_path


def test_defaults(root: Path) -> None:
    project = load_project(root, {})
    assert project == Project("Wegweiser", "http://127.0.0.1:8000/", "", "post@example.org")
    assert project.is_local


def test_variables_come_first_and_the_address_ends_with_a_slash(root: Path) -> None:
    variables = {"MINT_SITE_URL": "https://w.example.org/x", "MINT_REPOSITORY": "https://h/o/r", "SECOND": "a@b.de"}  # fmt: skip
    project = load_project(root, variables)
    assert project == Project("Wegweiser", "https://w.example.org/x/", "https://h/o/r", "a@b.de")
    assert not project.is_local


@pytest.mark.parametrize(
    ("text", "message"),
    [("- a", "mkdocs.yml hat keine Einstellungen."), ("a: [", "mkdocs.yml: "), ("", "mkdocs.yml hat keine")],
)
def test_a_file_that_says_nothing(root: Path, text: str, message: str) -> None:
    (root / "mkdocs.yml").write_text(text)
    with pytest.raises(ValueError, match=message):
        load_project(root, {})


def test_the_real_file() -> None:
    assert load_project(ROOT, {}).name.startswith("MINT-Wegweiser")
