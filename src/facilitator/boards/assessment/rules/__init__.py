"""Rules of an assessment, pure: what one set of answers comes to, and what several may show of each other."""
