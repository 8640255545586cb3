"""Issues as input: the forms that people fill in, and how answers become records or replies."""
