"""The engagement file: one SQLite database, the only place that knows SQL."""
