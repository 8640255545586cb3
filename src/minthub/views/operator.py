"""Fills settings (operator, repository) into editorial pages; they may still be missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# Setting → text printed if it is missing, in the order of the Impressum.
LABELS = {
    "name": "Name des Betreibers",
    "street": "Straße und Hausnummer",
    "city": "Postleitzahl und Ort",
    "represented_by": "Vertretungsberechtigte Person",
    "responsible": "Verantwortlich für den Inhalt nach § 18 Abs. 2 MStV, mit Anschrift",
    "mail": "E-Mail-Adresse",
    "phone": "Telefonnummer",
}
_SETTING = re.compile(r"\{operator\.([a-z_]+)\}")
_REPOSITORY_LINK = re.compile(r"\[([^\]]*)\]\(\{repository\}([^)\s]*)\)")


class UnknownSetting(ValueError):
    """A page uses an unknown placeholder. The message is German and names the known ones."""


def fill_settings(markdown: str, extra: Mapping[str, Any]) -> str:
    """Replaces `{operator.name}` by the setting, or by a visible remark that it is missing. Raises UnknownSetting.

    Links to `{repository}/…` are only text where there is no repository.
    """
    operator = extra.get("operator") or {}
    repository = str(extra.get("repository") or "").rstrip("/")

    def link(match: re.Match[str]) -> str:
        return f"[{match[1]}]({repository}{match[2]})" if repository else match[1]

    def value(match: re.Match[str]) -> str:
        if match[1] not in LABELS:
            known = ", ".join(f"{{operator.{name}}}" for name in LABELS)
            raise UnknownSetting(f"{match[0]} gibt es nicht. Möglich sind: {known}")
        return str(operator.get(match[1]) or f"**[noch einzutragen: {LABELS[match[1]]}]**")

    return _REPOSITORY_LINK.sub(link, _SETTING.sub(value, markdown))
