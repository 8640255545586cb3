"""Records as tables: lists that others have are read, and records are written as lists.

`sheets` makes rows of cells out of files, `columns` finds out which column is which field, `cells` spells cells as
front matter would (`times` days and hours), `matching` finds the record a row means, `importing` plans what happens to each row, `saving`
carries it out, `report` says so. The way back is `exporting`; `template` makes an empty list with drop-downs (`workbook`).
"""
