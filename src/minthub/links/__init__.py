"""Checks whether external links still work. Runs on a schedule of its own, never in a build."""
