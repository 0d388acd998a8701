"""The two languages in which everything that a person reads exists."""

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "fr"]
"""English (Canada) or French (Canada)."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

LOCALES: Mapping[Language, str] = {"en": "en-CA", "fr": "fr-CA"}
"""What files for other programs call the languages."""


def other_language(language: Language) -> Language:
    """The language that an engagement in this one has twins in."""
    return "en" if language == "fr" else "fr"
