"""The small view models that all pages share."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from minthub.views.site import Fact, Link, Site, text_fact


def test_an_edit_link_leads_to_the_file_in_the_editor() -> None:
    site = Site("MINT", edit_url="https://git.example.org/edit/main/")
    link = site.edit_link("content/offers/goerlitz/robotik.md")
    assert link == Link(
        "Auf GitHub bearbeiten", "https://git.example.org/edit/main/content/offers/goerlitz/robotik.md"
    )


def test_without_a_repository_there_is_no_edit_link() -> None:
    assert Site("MINT").edit_link("content/offers/robotik.md") is None


@pytest.mark.parametrize(
    ("href", "is_external"),
    [
        ("https://www.example.org/", True),
        ("http://www.example.org/", True),
        ("mailto:info@example.org", True),
        ("tel:+49341123456", True),
        ("", False),
        ("kreise/", False),
        ("angebote/robotik-ag/", False),
        ("angebote/mailto/", False),
        ("#inhalt", False),
    ],
)
def test_a_link_outside_has_a_scheme(href: str, is_external: bool) -> None:
    assert Link("Text", href).is_external is is_external


@pytest.mark.parametrize(
    ("texts", "items"),
    [
        ((), ()),
        ((None,), ()),
        (("",), ()),
        (("a",), ("a",)),
        (("a", None, "", "b"), ("a", "b")),
    ],
)
def test_a_fact_from_texts_leaves_empty_ones_out(
    texts: tuple[str | None, ...], items: tuple[str, ...]
) -> None:
    assert text_fact("Preis", *texts) == Fact("Preis", tuple(Link(text) for text in items))


def test_view_models_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Link("a").text = "b"  # type: ignore[misc]
