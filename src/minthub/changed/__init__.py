"""What a change does to records, shown so that it can be looked through without building the site."""
