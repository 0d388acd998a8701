"""The redacted copy of a 1:1 web that a group may see."""
