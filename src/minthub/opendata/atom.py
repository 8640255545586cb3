"""News as Atom feeds (RFC 4287): all, and those of a district."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from minthub.listing import Listing
from minthub.model.kinds import NewsItem
from minthub.paths import record_path
from minthub.views.site import LICENCE, Site
from minthub.views.wording import partial_day

_NAMESPACE = "http://www.w3.org/2005/Atom"
# Limited, because feed readers keep old entries, and the page lists older news.
_MOST = 50


def feed(title: str, news: Iterable[NewsItem], listing: Listing, site: Site, path: str, page: str) -> str:
    """A feed of the newest news. `path`: of the feed; `page`: of the page that shows the same news."""
    kept = list(news)[:_MOST]
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "de"})
    _text(root, "title", title)
    _text(root, "id", f"{site.url}{path}")
    SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{site.url}{path}")
    SubElement(root, "link", rel="alternate", type="text/html", href=f"{site.url}{page}")
    _text(root, "updated", _moment(max((item.checked for item in kept), default=listing.today)))
    _text(root, "rights", LICENCE)
    author = SubElement(root, "author")
    _text(author, "name", site.name)
    for item in kept:
        _entry(root, item, site)
    indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, item: NewsItem, site: Site) -> None:
    entry = SubElement(root, "entry")
    address = f"{site.url}{record_path(item)}"
    _text(entry, "title", item.title)
    _text(entry, "id", address)
    SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    # The day of the last check, because `updated` is about the text; the date of the event is in the summary.
    _text(entry, "updated", _moment(item.checked))
    _text(entry, "summary", f"{partial_day(item.date)}: {item.summary}")


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _moment(day: object) -> str:
    """A day as RFC 3339 wants it."""
    return f"{day}T00:00:00Z"
