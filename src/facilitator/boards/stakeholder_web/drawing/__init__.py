"""A web as shapes, in each of its forms."""
