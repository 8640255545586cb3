"""The search index: German folding on our side, lunr on both."""
