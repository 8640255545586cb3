"""Records whose check is due, and the words to ask for one."""
