"""Cards, links and readings out of tables."""
