"""Documents on paper: overviews, notices, leaflets and passports as tagged PDF (docs/adr/0008-paper.md)."""
