"""Renders views into the theme's frame and writes the HTML files."""
