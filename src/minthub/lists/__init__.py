"""Records as tables: lists that others have are read, and records are written as lists.

`sheets` makes rows of cells out of files, `columns` finds out which column is which field, `cells` spells cells as
front matter would, `importing` plans what happens to each row and carries it out, `table` and `problems` say so. The way
back is `exporting`; `template` makes an empty list with drop-downs.
"""
