"""Parses the boolean settings, before any other hook runs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from minthub.settings import is_yes

SWITCHES = {"MINT_PDF": "pdf", "MINT_CMS": "cms"}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    try:
        config.extra.update({key: is_yes(name, config.extra.get(key)) for name, key in SWITCHES.items()})
    except ValueError as error:
        raise PluginError(str(error)) from None
    return config
