"""Which addresses lie in the public net: a text must not make our machine ask for what only it can see."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

import requests


def is_public(address: str) -> bool:
    """Whether all that the host of an address stands for is public. Nothing is asked but the name service.

    A name that leads nowhere counts as public: the request itself says best what is wrong with it.
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
        # What requests makes of an address is what counts: it reads some signs in another way than urlsplit.
        prepared = requests.Request("HEAD", address).prepare()
        return urlsplit(str(prepared.url)).hostname or ""
    except (requests.exceptions.RequestException, ValueError):
        return ""


def _is_global(number: str) -> bool:
    found = ipaddress.ip_address(number)
    return found.is_global and not found.is_multicast
