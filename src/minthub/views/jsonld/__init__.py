"""schema.org descriptions of pages, as JSON-LD for a script element.

`records` decides what a record is, `events`, `offers` and `organisations` describe it, `terms` and `places` are what these
share; `lists` describes index pages and ways to a page, `document` writes it all down.
"""

from __future__ import annotations

from minthub.views.jsonld.document import dump
from minthub.views.jsonld.lists import breadcrumbs, item_list, website
from minthub.views.jsonld.records import record

__all__ = ["breadcrumbs", "dump", "item_list", "record", "website"]
