"""The two languages in which everything that a person reads exists."""

from typing import Literal, get_args

Language = Literal["en", "fr"]
"""English (Canada) or French (Canada)."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
