"""Questions that take more than a line."""
