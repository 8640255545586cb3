"""Finds records whose check is due, and writes the texts that ask for it."""
