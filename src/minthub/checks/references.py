"""Rules about names of other records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minthub.checks.world import World
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.model.convert import Draft
from minthub.model.types import SEPARATORS
from minthub.model.wording import as_value
from minthub.vocabulary import closest

_ID_WITH_HYPHEN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def check_provider(draft: Draft, world: World) -> Iterator[Finding]:
    """The provider has a record of its own."""
    provider = getattr(draft.values, "provider", None)
    if not provider or world.find("providers", provider):
        return
    remedy = (
        "Der Name wird ohne Link gezeigt. Legen Sie bei Gelegenheit unter content/providers/ "
        "einen Eintrag an."
    )
    if near := world.near("providers", provider):
        remedy = f"Meinen Sie {near}? Dann schreiben Sie: provider: {near}"
    yield draft.finding("M201", "provider", f"„{provider}“ hat keinen eigenen Eintrag.", remedy)


def check_networks(draft: Draft, world: World) -> Iterator[Finding]:
    """Networks exist."""
    names = getattr(draft.values, "networks", ())
    for index, name in enumerate(names):
        if not world.find("networks", name):
            parts = [world.find("networks", part) or part for part in SEPARATORS.split(name) if part]
            if len(parts) > 1 and any(part in world.ids["networks"] for part in parts):
                remedy = f"Schreiben Sie mehrere Werte in eckige Klammern: networks: [{', '.join(parts)}]"
                yield draft.finding("M202", "networks", f"„{name}“ gibt es nicht.", remedy, index)
                continue
            near = world.near("networks", name)
            mended = ", ".join(
                dict.fromkeys(near if near and other == name else as_value(other) for other in names)
            )
            missing = (
                "Schreiben Sie den Dateinamen eines Eintrags aus content/networks/ ohne .md oder löschen Sie "
                "den Namen."
            )
            remedy = f"Schreiben Sie: networks: [{mended}]" if near else missing
            yield draft.finding("M202", "networks", f"„{name}“ gibt es nicht.", remedy, index)


def check_offer(draft: Draft, world: World) -> Iterator[Finding]:
    """The offer of an event exists."""
    offer = getattr(draft.values, "offer", None)
    if offer and not world.find("offers", offer):
        near = world.near("offers", offer)
        missing = "Schreiben Sie den Dateinamen eines Eintrags aus content/offers/ ohne .md."
        remedy = f"Schreiben Sie: offer: {near}" if near else missing
        yield draft.finding("M210", "offer", f"„{offer}“ gibt es nicht.", remedy)


def check_members(draft: Draft, world: World) -> Iterator[Finding]:
    """A member that looks like an id is one."""
    for index, name in enumerate(getattr(draft.values, "members", ())):
        if _ID_WITH_HYPHEN.fullmatch(name) and not world.find("providers", name):
            near = world.near("providers", name)
            missing = "Schreiben Sie den Namen aus oder legen Sie unter content/providers/ einen Eintrag an."
            remedy = f"Schreiben Sie: {near}" if near else missing
            yield draft.finding("M219", "members", f"„{name}“ hat keinen eigenen Eintrag.", remedy, index)


def check_topics_are_single(draft: Draft, world: World) -> Iterator[Finding]:
    """A comma or semicolon stands between two topics, not in one."""
    topics = getattr(draft.values, "topics", ())
    parts = [part for topic in topics for part in _topics_in(topic)]
    for index, topic in enumerate(topics):
        if len(_topics_in(topic)) > 1:
            remedy = f"Schreiben Sie: topics: [{', '.join(as_value(part) for part in dict.fromkeys(parts))}]"
            yield draft.finding("M132", "topics", f"„{topic}“ sind mehrere Themen.", remedy, index)


def _topics_in(text: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;]\s*", text) if part]


def check_topics(draft: Draft, world: World) -> Iterator[Finding]:
    """A topic that differs from a known one only in spelling is spelt like it."""
    known = world.known_topics
    for index, topic in enumerate(getattr(draft.values, "topics", ())):
        if topic in world.vocabulary.topics or len(_topics_in(topic)) > 1:
            continue
        near = known.get(fold_key(topic)) or (closest(topic, known, cutoff=0.9) if len(topic) > 5 else None)
        if near and (near[0] == topic[0] or fold_key(near) == fold_key(topic)):
            remedy = f"Schreiben Sie, wenn dasselbe gemeint ist: {near}"
            yield draft.finding("M215", "topics", f"„{topic}“ ähnelt dem Thema „{near}“.", remedy, index)


def check_redirects(draft: Draft, world: World) -> Iterator[Finding]:
    """An old address is not one that another record uses today."""
    for index, old in enumerate(draft.values.redirect_from):
        if old in world.ids.get(draft.record.kind, ()):
            remedy = "Löschen Sie die Kennung aus der Liste."
            yield draft.finding(
                "M212", "redirect_from", f"Unter „{old}“ liegt heute ein Eintrag.", remedy, index
            )


RULES = (
    check_provider,
    check_networks,
    check_offer,
    check_members,
    check_topics_are_single,
    check_topics,
    check_redirects,
)
