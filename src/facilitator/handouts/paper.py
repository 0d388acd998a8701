"""The papers that handouts are made for, Letter and A4."""

from typing import Literal

Paper = Literal["letter", "a4"]
PAPERS: tuple[Paper, ...] = ("letter", "a4")
SIZES: dict[Paper, tuple[float, float]] = {"letter": (612, 792), "a4": (595.28, 841.89)}
"""Width and height of an upright page, in points (1/72 inch)."""
