"""Shows how a change affects records, for reviews without building the site."""
