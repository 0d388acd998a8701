"""Messages that say the same but for accents, case and punctuation."""

from collections.abc import Iterable
from functools import lru_cache

from facilitator.content.naming import plain


def alike(texts: Iterable[str]) -> list[list[int]]:
    """The places of the texts, those that say the same together, in the order in which each was said first."""
    found: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        found.setdefault(_folded(text), []).append(place)
    return list(found.values())


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """What texts that say the same have in common; kept, since a tray is grouped anew after every edit."""
    return plain(text) or text
