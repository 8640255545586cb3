"""Open data: records as JSON, CSV and GeoJSON, dates as iCalendar, news as Atom, figures, and a catalogue of these files.

The files contain only listed records, so records that are over drop out. Modules: `plain` (values), `tables` (JSON, CSV,
GeoJSON), `calendars`, `atom`, `figures`, `catalog` (the files, for people and for portals), `page`, `write`.
"""
