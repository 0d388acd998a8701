"""A value board as shapes, in each of its forms."""
