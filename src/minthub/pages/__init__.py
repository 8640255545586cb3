"""Fills the theme's frame with views and writes the files."""
