"""Writes `sitemap.xml` and `robots.txt` for search engines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from minthub.views.site import Site

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(pages: Mapping[str, date | None], site: Site, out: Path) -> None:
    """Writes `sitemap.xml`: paths with the day of their last check. MkDocs' own file would list only its own pages."""
    (out / "sitemap.xml.gz").unlink(missing_ok=True)
    if not site.url:
        return
    entries = "".join(_entry(f"{site.url}{path}", pages[path]) for path in sorted(pages))
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_SITEMAP}">\n{entries}</urlset>\n'
    (out / "sitemap.xml").write_text(text, "utf-8")


def _entry(address: str, day: date | None) -> str:
    seen = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{seen}</url>\n"


def write_robots(site: Site, out: Path) -> None:
    """`robots.txt`: everything may be read. It only counts at the top of a host; elsewhere it does no harm."""
    where = f"\nSitemap: {site.url}sitemap.xml\n" if site.url else ""
    (out / "robots.txt").write_text(f"User-agent: *\nDisallow:\n{where}", "utf-8")
