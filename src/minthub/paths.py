"""Addresses of pages, relative to the top of the site, with a slash at the end."""

from __future__ import annotations

from urllib.parse import quote

from minthub.model.base import RecordModel

SECTIONS = {
    "offers": "angebote",
    "events": "termine",
    "providers": "anbieter",
    "networks": "netzwerke",
    "regions": "kreise",
    "funding": "foerderung",
    "news": "neuigkeiten",
}
# Shows all components; linked from nowhere.
GALLERY = "gestaltung/"
# The page of a district for paper; age groups are the other folders there.
PRINT_VIEW = "druck"
# The form for new and corrected records, and the kinds that it knows.
FORM = "mitmachen/angebot-eintragen/"
FORM_KINDS = ("offers", "events")
# Open data, and what describes them.
DATA = "daten/"
# The page with a visitor's saved records; it is empty without the data in their browser.
SAVED = "merkliste/"
AGES, SUBJECTS, TOPICS = "alter", "faecher", "faecher/themen"


def image_path(name: str) -> str:
    """Where MkDocs publishes an image of `content/bilder/`; an address, so blanks and umlauts are encoded."""
    return f"bilder/{quote(name)}"


def record_path(record: RecordModel) -> str:
    """`angebote/<id>/`."""
    return f"{SECTIONS[record.folder]}/{record.id}/"


def form_path(kind: str, id: str) -> str:
    """The form with a record in it; empty for kinds that it does not know."""
    return f"{FORM}?eintrag={kind}/{id}" if kind in FORM_KINDS else ""


def district_path(district: str, group: str = "") -> str:
    """`kreise/<id>/` or `kreise/<id>/<altersgruppe>/`."""
    return f"kreise/{district}/{group}/" if group else f"kreise/{district}/"


def age_path(group: str) -> str:
    return f"{AGES}/{group}/"


def subject_path(subject: str) -> str:
    return f"{SUBJECTS}/{subject}/"


def topic_path(topic: str) -> str:
    return f"{TOPICS}/{topic}/"


def is_public(path: str) -> bool:
    """Whether search engines should list a page: not if it is empty for them or a print version of another page."""
    return path not in (GALLERY, SAVED) and not path.endswith(f"/{PRINT_VIEW}/")
