"""Texts of people as they are compared with each other."""

from functools import lru_cache

from facilitator.content.naming import plain


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text without case, accents and punctuation, or as it is where nothing else is left ("!!!").

    Kept, because a table asks for the names of a whole map once for every impact.
    """
    return plain(text) or text
