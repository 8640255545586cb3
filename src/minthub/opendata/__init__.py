"""What others take from the site: records as JSON, CSV and GeoJSON, dates as iCalendar, news as Atom, figures, and what describes them.

Only what lists show is in them: what is over leaves by itself. Modules: `plain` (values), `tables` (JSON, CSV, GeoJSON), `calendars`,
`atom`, `figures`, `catalog` (which files there are, for people and for portals), `page`, `write`.
"""
