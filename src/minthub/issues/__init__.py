"""Issues as a way in: the forms that people fill in, and what becomes of an answer."""
