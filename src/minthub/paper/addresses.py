"""Addresses on paper: as one types them, and as a PDF may hold them."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import quote, urlsplit, urlunsplit

from minthub.views.site import Link

# What may stand in a URI besides letters and digits (RFC 3986); „%“ because what is encoded stays so.
_SAFE = "/%:@!$&'()*+,;=?~-._"


def short(address: str) -> str:
    return address.partition("://")[2].removesuffix("/")


def website(address: str) -> Link:
    """`werkraum.example.org`, a domain with umlauts as people read it; it opens the whole address."""
    host = address.partition("://")[2].partition("/")[0].removeprefix("www.")
    with suppress(UnicodeError):  # not one that was encoded
        host = host.encode("ascii").decode("idna")
    return Link(host, as_uri(address))


def as_uri(address: str) -> str:
    """In ASCII, as links in a PDF must be: browsers encode umlauts themselves, programs for PDF do so in their own ways."""
    if address.isascii():
        return address
    parts = urlsplit(address)
    host = parts.netloc
    with suppress(UnicodeError):  # no domain name
        host = host.encode("idna").decode()
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, path, query, fragment))
