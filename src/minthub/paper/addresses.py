"""Addresses on paper: short for typing, and encoded for links in PDF."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import quote, urlsplit, urlunsplit

from minthub.views.site import Link

# Characters allowed in a URI besides letters and digits (RFC 3986), and „%“, so that encoded ones are not encoded again.
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
    """The address in ASCII, as required for links in PDF: unlike browsers, PDF viewers encode umlauts in different ways."""
    if address.isascii():
        return address
    parts = urlsplit(address)
    host = parts.netloc
    with suppress(UnicodeError):  # no domain name
        host = host.encode("idna").decode()
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, path, query, fragment))
