"""The site's settings, and small view models that all pages share."""

from __future__ import annotations

from dataclasses import dataclass

# Of all texts (LICENSE-CONTENT.md).
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Site:
    """Settings of a site. `url` and the `edit_*` addresses end with a slash; empty ones leave their links out.

    `issue_url` opens a new issue; `mail` is the editors' address; `operator` is who runs the site.
    """

    name: str
    url: str = ""
    edit_url: str = ""
    issue_url: str = ""
    mail: str = ""
    operator: str = ""

    @property
    def new_url(self) -> str:
        """Opens a new file of the repository in an editor; ends with a slash."""
        return self.edit_url.replace("/edit/", "/new/")

    def edit_link(self, file: str) -> Link | None:
        """Leads to a file of the repository in an editor."""
        return Link("Auf GitHub bearbeiten", f"{self.edit_url}{file}") if self.edit_url else None


@dataclass(frozen=True)
class Link:
    """Text with an address: inside the site relative to its top, outside with its scheme. Empty `href`: plain text."""

    text: str
    href: str = ""
    lang: str = ""
    note: str = ""

    @property
    def is_shortened(self) -> bool:
        """Paper prints the whole address behind such a text."""
        return self.text.endswith("…")

    @property
    def is_external(self) -> bool:
        return "://" in self.href or self.href.startswith(("mailto:", "tel:"))

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to another website, which then gets no referrer."""
        return "://" in self.href


@dataclass(frozen=True)
class Badge:
    """A short remark on a card; `id` chooses its look, the text says it all."""

    id: str
    text: str


@dataclass(frozen=True)
class Picture:
    """An image of ours with what must be said about it."""

    href: str
    alt: str
    credit: str


@dataclass(frozen=True)
class Fact:
    """A label with texts or links; without both, „keine Angabe“ is shown."""

    label: str
    items: tuple[Link, ...]


@dataclass(frozen=True)
class FactGroup:
    """Facts under one question, for example „Wann und wo?“."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Tile:
    """A big link with a number or remark."""

    title: str
    href: str
    note: str = ""
    id: str = ""
    lang: str = ""


def text_fact(label: str, *texts: str | None) -> Fact:
    """A fact from plain texts; empty ones count as missing."""
    return Fact(label, tuple(Link(text) for text in texts if text))
