"""Providers, networks and funders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from minthub.listing import last_day
from minthub.model.kinds import Funding, Network, Provider
from minthub.views.jsonld.document import Hub, Node, single
from minthub.views.jsonld.places import address, areas


def named(name: str, hub: Hub, contacts: Iterable[str] = ()) -> Node:
    """An organisation referred to by name, with the `@id` of its node if it has a page."""
    provider: Any = hub.cards.catalogue.find("providers", name)
    reached = contact(contacts)
    node: Node = {"@type": "Organization", "name": name}
    if provider:
        node |= {"@id": hub.page(provider), "name": provider.title, "url": _home(provider, hub)}
    return {**node, "contactPoint": {"@type": "ContactPoint", **reached} if reached else None}


def contact(contacts: Iterable[str]) -> Node:
    """Mail addresses and telephone numbers."""
    mails = [text for text in contacts if "@" in text]
    phones = [text for text in contacts if "@" not in text]
    found = {"email": mails, "telephone": phones}
    return {key: single(values) for key, values in found.items() if values}


def organisation(record: Provider | Network, hub: Hub) -> Node:
    node = {
        "@type": "Organization",
        "@id": hub.page(record),
        "url": _home(record, hub),
        "address": address(record, hub),
        "areaServed": areas(record.serves, hub),
        **contact(record.contact),
    }
    return {**node, **_of_network(record, hub)} if isinstance(record, Network) else node


def _of_network(network: Network, hub: Hub) -> Node:
    last = last_day(network)
    is_over = last is not None and last < hub.cards.listing.today
    return {
        "member": [named(name, hub) for name in network.members],
        "foundingDate": str(network.since) if network.since else None,
        "dissolutionDate": str(network.until) if is_over else None,
    }


def funding(record: Funding, hub: Hub) -> Node:
    return {"@type": "MonetaryGrant", "funder": named(record.funder, hub), "sameAs": record.website}


def _home(record: Any, hub: Hub) -> str:
    """The website of the organisation itself; without one, our page about it."""
    return record.website or hub.page(record)
