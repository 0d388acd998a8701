"""Paths as people type them."""

from pathlib import Path

from facilitator.domain.refusal import StoreError


def typed_path(text: str) -> Path:
    """The path that was typed, ~ standing for a home folder; raises StoreError("home_unknown") for one nobody has."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise StoreError("home_unknown", path=text) from error
