"""The domain core of the hub: records, rules, lists, views and pages. Knows neither MkDocs nor any federal state."""

__version__ = "0.1.0"
