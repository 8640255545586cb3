"""Recognises addresses of the public Internet, so that no text makes our machine request internal servers (SSRF)."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

import requests


def is_public(address: str) -> bool:
    """Whether all IP addresses of the host are public. Only DNS is queried.

    A name that can't be resolved counts as public, because the request itself gives the best error.
    """
    host = host_of(address)
    if not host or ("." not in host.rstrip(".") and ":" not in host):
        # A machine of the network that we are in, or none.
        return False
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return True
    return all(_is_global(str(where[0])) for *_, where in found)


def host_of(address: str) -> str:
    """The host that a request would go to; empty if there is none."""
    try:
        # Parsed by requests, not by urlsplit, because the two interpret some characters differently.
        prepared = requests.Request("HEAD", address).prepare()
        return urlsplit(str(prepared.url)).hostname or ""
    except (requests.exceptions.RequestException, ValueError):
        return ""


def _is_global(number: str) -> bool:
    found = ipaddress.ip_address(number)
    return found.is_global and not found.is_multicast
